"""Wakes one enrolment: what has come up is done, and the answer says what the state machine does next."""

from typing import Any

from vivier.casework import enrolments
from vivier.kernel.clock import utc_now
from vivier.kernel.observability import correlate, metrics


@metrics.log_metrics
def handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
    correlate(sequence_id=event["sequence_id"])
    who = event["workspace"], event["candidate_id"], event["sequence_id"]
    woken = enrolments.wake(*who, utc_now(), epoch=event["epoch"], asked=event.get("asked", False))
    return woken.model_dump(mode="json")
