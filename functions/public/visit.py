"""The edge of what is open to people without a login: a link instead of a sign-in, small bodies, nothing kept anywhere.

The token comes as a bearer token and never in the address, which traces and histories keep.
"""

import functools
from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple

from chalice.app import Blueprint, Request, Response
from pydantic import BaseModel

import edge
from edge import Contract, Nothing, Reply, View
from vivier.kernel.errors import NotFound
from vivier.kernel.observability import count
from vivier.team import links
from vivier.team.links import Link

__all__ = ["HEADERS", "Nothing", "Reply", "Visit", "visit"]
MOST_BODY = 100_000
HEADERS = edge.HEADERS | {"Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex, nofollow"}


class Visit(NamedTuple):
    """One request of whoever holds a link. `link.workspace` and `link.subject` are all that it opens."""

    token: str
    link: Link
    now: datetime
    body: Any
    query: Any
    version: int | None


def visit(
    bp: Blueprint,
    purpose: str,
    *,
    returns: type[BaseModel] = Nothing,
    body: type[BaseModel] | None = None,
    query: type[BaseModel] | None = None,
    status: int = 200,
) -> Callable[[View], Callable[..., Response]]:
    """Wraps a view that links of one purpose open. Stands under `@bp.route`. A GET changes nothing but what it logs."""
    contract = Contract(body, query, returns, status)

    def wrap(view: View) -> Callable[..., Response]:
        @functools.wraps(view)
        def answer(**path: str) -> Response:
            request: Request = bp.current_request

            def act() -> dict[str, Any]:
                edge.require_ids(path)
                asked = edge.asked(request, contract, MOST_BODY)
                token = _token(request)
                return edge.ran(view(Visit(token, _link(purpose, token, asked.now), *asked), **path), status)

            return edge.guarded(request, act, HEADERS)

        answer.contract = contract  # type: ignore[attr-defined]
        return answer

    return wrap


def _token(request: Request) -> str:
    """Empty when there is none, which is answered like one that opens nothing."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token if scheme.casefold() == "bearer" else ""


def _link(purpose: str, token: str, now: datetime) -> Link:
    try:
        return links.resolve(purpose, token, now)
    except NotFound:
        count("LinkRefused")
        raise
