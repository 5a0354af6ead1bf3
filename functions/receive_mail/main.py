"""Mail that SES received: the notice of its S3 action (SNS, at least once), or one that the sweep found unfinished.

Shape: https://docs.aws.amazon.com/ses/latest/dg/receiving-email-notifications-contents.html
"""

import json
from datetime import datetime
from typing import Any

from vivier.casework import correspondence
from vivier.kernel.clock import utc_now
from vivier.kernel.observability import correlate, logger, metrics
from vivier.mail.threads import store
from vivier.mail.threads.model import Received, Verdicts


@metrics.log_metrics
def handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
    now = utc_now()
    if "received" in event:
        correlate(received=event["received"])
        return {"states": [correspondence.go_on(store.load(event["received"]).read(), now).state]}
    states = []
    for record in event["Records"]:
        notice = json.loads(record["Sns"]["Message"])
        if notice.get("notificationType") != "Received":
            logger.info("a notice that is no mail's")  # SES says hello to a new topic
            continue
        correlate(received=notice["mail"]["messageId"])
        states.append(correspondence.receive(_received(notice, now), now).state)
    return {"states": states}


def _received(notice: dict[str, Any], now: datetime) -> Received:
    receipt = notice["receipt"]
    verdicts = {name: receipt.get(f"{name}Verdict", {}).get("status", "GRAY") for name in Verdicts.model_fields}
    return Received(
        id=notice["mail"]["messageId"],
        key=receipt["action"]["objectKey"],
        at=datetime.fromisoformat(receipt["timestamp"]),
        recipients=receipt["recipients"],
        verdicts=Verdicts.model_validate(verdicts),
        updated_at=now,
    )
