"""Opens files of unknown origin: first step of cv_intake, and what goes out with mails.

Its role reaches the quarantines and nothing else.
"""

from typing import Any

from vivier.casework import inspection
from vivier.kernel.observability import correlate, logger, metrics


@metrics.log_metrics
def handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
    if (key := inspection.key_of(event)).startswith("attaching/"):
        inspection.attachment(key)
        logger.info("attachment inspected")
        return {}
    workspace, intake_id = inspection.ids(event)
    correlate(intake_id=intake_id)
    inspected = inspection.inspect(workspace, intake_id)
    logger.info("file inspected", extra={"refused": inspected.refused})
    return inspected.model_dump()
