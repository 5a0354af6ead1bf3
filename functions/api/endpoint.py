"""The edge of the recruiters' API: Pydantic in, one call, Pydantic out. What both APIs share stands in edge.py."""

import functools
import re
from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple

from chalice.app import Blueprint, Request, Response
from pydantic import BaseModel

import edge
from edge import HEADERS, BadRequest, Contract, Error, Nothing, Reply, View
from vivier.kernel.actor import Actor
from vivier.kernel.errors import Conflict, IdempotencyMismatch, Unauthenticated

__all__ = ["HEADERS", "Call", "Error", "Nothing", "Reply", "endpoint"]
MOST_BODY = 1_000_000


class Call(NamedTuple):
    """One request, parsed. `key`: its Idempotency-Key."""

    actor: Actor
    subject: str
    now: datetime
    body: Any
    query: Any
    version: int | None
    key: str | None


def endpoint(
    bp: Blueprint,
    *,
    returns: type[BaseModel] = Nothing,
    body: type[BaseModel] | None = None,
    query: type[BaseModel] | None = None,
    status: int = 200,
    versioned: bool = False,
    kept: bool = True,
) -> Callable[[View], Callable[..., Response]]:
    """Wraps a view: parses what it takes, serialises what it gives, maps errors. Stands under `@bp.route`.

    `kept`: whether the answer to an Idempotency-Key is; one that holds a secret stands nowhere.
    """
    contract = Contract(body, query, returns, status, versioned)

    def wrap(view: View) -> Callable[..., Response]:
        @functools.wraps(view)
        def answer(**path: str) -> Response:
            request: Request = bp.current_request

            def act() -> dict[str, Any]:
                edge.require_ids(path)
                call = _call(request, contract)
                if kept and call.key is not None:
                    return _once(call.key, call, request, lambda: edge.ran(view(call, **path), status))
                return edge.ran(view(call, **path), status)

            return edge.guarded(request, act)

        answer.contract = contract  # type: ignore[attr-defined]
        return answer

    return wrap


def _call(request: Request, contract: Contract) -> Call:
    given = request.context.get("authorizer") or {}
    if "workspace" not in given:
        raise Unauthenticated("Sign in first.")
    actor = Actor(workspace=given["workspace"], id=given["member"], name=given["name"], role=given["role"])
    return Call(actor, given["subject"], *edge.asked(request, contract, MOST_BODY), _key(request))


def _key(request: Request) -> str | None:
    """The Idempotency-Key of a POST."""
    key: str | None = request.headers.get("idempotency-key") if request.method == "POST" else None
    if key is not None and not re.fullmatch(r"[\x21-\x7e]{1,128}", key):
        raise BadRequest("An Idempotency-Key has 1 to 128 visible characters.")
    return key


def _once(key: str, call: Call, request: Request, run: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Runs a POST once for an Idempotency-Key, a day long; a repetition gets the first answer.

    Powertools' store is imported here: most requests carry no key, and the import costs.
    """
    import idempotency

    try:
        return idempotency.once(key, call.actor, request, run)
    except idempotency.InProgress as busy:
        raise Conflict("The same request is still being worked on. Try again in a moment.") from busy
    except idempotency.Mismatch as other:
        raise IdempotencyMismatch("This Idempotency-Key was used for another request.") from other
