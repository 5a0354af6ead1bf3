"""Sends one message of the outbox, if it is due and nobody else has it."""

from typing import Any

from vivier.kernel.clock import utc_now
from vivier.kernel.observability import correlate, logger, metrics
from vivier.mail import outbox


@metrics.log_metrics
def handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
    correlate(message_key=event["message_key"])
    state = outbox.send(event["workspace"], event["message_key"], utc_now())
    logger.info("message", extra={"state": state})
    return {"state": state}
