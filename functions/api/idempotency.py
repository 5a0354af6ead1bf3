"""Idempotency-Key on POST, kept by Powertools in the one table: a partition a member, gone after a day."""

from collections.abc import Callable
from typing import Any, cast

from aws_lambda_powertools.utilities.idempotency import (
    DynamoDBPersistenceLayer,
    IdempotencyConfig,
    idempotent_function,
)
from aws_lambda_powertools.utilities.idempotency.exceptions import (
    IdempotencyAlreadyInProgressError as InProgress,
)
from aws_lambda_powertools.utilities.idempotency.exceptions import (
    IdempotencyValidationError as Mismatch,
)
from aws_lambda_powertools.utilities.typing import LambdaContext
from chalice.app import Request

from vivier.gateways.clients import client
from vivier.kernel.actor import Actor
from vivier.kernel.settings import settings

DAY = 24 * 3600

__all__ = ["InProgress", "Mismatch", "once"]


def once(key: str, actor: Actor, request: Request, run: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """The answer of `run`, or the one it gave before. Raises InProgress, Mismatch."""
    store = DynamoDBPersistenceLayer(
        table_name=settings().table,
        key_attr="pk",
        sort_key_attr="sk",
        static_pk_value=f"W#{actor.workspace}#ONCE#{actor.id}",
        expiry_attr="ttl",
        validation_key_attr="payload",
        boto3_client=client("dynamodb"),
    )
    config = IdempotencyConfig(
        event_key_jmespath="key", payload_validation_jmespath="[path, body]", expires_after_seconds=DAY
    )
    # An invocation that dies gives its key back when its time is over, and not only after the day.
    config.register_lambda_context(cast(LambdaContext, request.lambda_context))

    def answer(asked: dict[str, Any]) -> dict[str, Any]:
        return run()

    kept = idempotent_function(
        answer, data_keyword_argument="asked", persistence_store=store, config=config, key_prefix="once"
    )

    asked = {"key": key, "path": request.context["path"], "body": _text(request.raw_body)}
    done: dict[str, Any] = kept(asked=asked)
    return done


def _text(raw: str | bytes) -> str:
    return raw if isinstance(raw, str) else raw.decode("utf-8", "replace")
