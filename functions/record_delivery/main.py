"""What SES says of a sent message (EventBridge, at least once, in any order).

Shape: https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
"""

from datetime import datetime
from typing import Any

from vivier.casework import stops
from vivier.kernel.observability import correlate, logger, metrics
from vivier.mail import outbox


@metrics.log_metrics
def handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
    detail = event["detail"]
    tags = detail["mail"].get("tags", {})
    kind = detail["eventType"]
    if "message" not in tags or "workspace" not in tags:
        logger.info("event of a message that is not the outbox's", extra={"ses_event": kind})
        return {"recorded": False}
    key = tags["message"][0]
    correlate(message_key=key)
    said = detail.get(kind.lower(), {})
    at = datetime.fromisoformat(said.get("timestamp") or detail["mail"]["timestamp"])
    recorded = outbox.record_ses_event(
        tags["workspace"][0],
        key,
        kind,
        said.get("feedbackId") or detail["mail"]["messageId"],
        at,
        _told(kind, detail),
        sent_at=datetime.fromisoformat(detail["mail"]["timestamp"]),
        ses_id=detail["mail"]["messageId"],
        whose=_whose(kind, said),
        also=stops.on_delivery,
    )
    logger.info("delivery event", extra={"ses_event": kind, "recorded": recorded})
    return {"recorded": recorded}


def _whose(kind: str, said: dict[str, Any]) -> list[str]:
    """The addresses that it is about."""
    if kind == "Delivery":
        return list(said.get("recipients", []))
    named = {"Bounce": "bouncedRecipients", "Complaint": "complainedRecipients"}.get(kind)
    return [one["emailAddress"] for one in said.get(named, [])] if named else []


def _told(kind: str, detail: dict[str, Any]) -> dict[str, str]:
    if kind == "Bounce":
        return {"type": detail["bounce"]["bounceType"], "subtype": detail["bounce"]["bounceSubType"]}
    if kind == "Complaint":
        said = detail["complaint"]
        subtype = {"subtype": said["complaintSubType"]} if said.get("complaintSubType") else {}
        return {"type": said.get("complaintFeedbackType") or "unknown", **subtype}
    return {}
