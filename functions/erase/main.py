"""Removes what is kept of an erased person, as far as its time allows; the sweep asks for the rest.

`{"again": true}`, by hand after a restore of the table: everybody who was erased since the backup is erased again.
"""

from typing import Any

from vivier.casework.erasure import again, walk
from vivier.kernel.clock import utc_now
from vivier.kernel.observability import correlate, logger, metrics

ENOUGH = 20_000  # milliseconds: longer than any call may take


@metrics.log_metrics
def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
    def goes_on() -> bool:
        return bool(context.get_remaining_time_in_millis() > ENOUGH) if context else True

    if event.get("again"):
        done = again.every(utc_now())
        logger.info("erased again", extra={"people": done})
        return {"people": done}
    correlate(erasure_id=event["erasure_id"])
    erasure = walk.go_on(event["workspace"], event["erasure_id"], utc_now(), goes_on)
    return {"state": erasure.state}
