"""The other steps of cv_intake: read and record, hand over to Textract, put before a human; and Textract's notice."""

import json
from typing import Any

from vivier.casework import arrivals, reading
from vivier.casework.inspection import Inspected
from vivier.kernel.clock import utc_now
from vivier.kernel.observability import correlate, logger, metrics


@metrics.log_metrics
def handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
    if "Records" in event:
        return _noticed(event["Records"])
    inspected = Inspected.model_validate(event["file"])
    correlate(intake_id=inspected.intake_id)
    logger.info("step", extra={"step": event["step"]})
    if event["step"] == "recognise":
        reading.start_recognition(inspected.workspace, inspected.intake_id, event["token"], utc_now())
        return {}
    if event["step"] == "fail":
        step = arrivals.fail(inspected.workspace, inspected.intake_id, event["reason"], None, utc_now())
    else:
        step = reading.read(inspected, utc_now())
    return step.model_dump()


def _noticed(records: list[dict[str, Any]]) -> dict[str, Any]:
    for record in records:
        notice = json.loads(record["Sns"]["Message"])
        went_on = reading.recognition_ended(notice["JobTag"], notice["Status"])
        logger.info("recognition ended", extra={"status": notice["Status"], "went_on": went_on})
    return {}
