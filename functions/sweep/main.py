"""Every minute: drives again whatever was stored and not finished."""

from typing import Any

from vivier.casework import sweep
from vivier.kernel.clock import utc_now
from vivier.kernel.observability import logger, metrics

ENOUGH = 25_000  # milliseconds: longer than SES may take to answer, and the table before and after it


@metrics.log_metrics
def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
    def goes_on() -> bool:
        return bool(context.get_remaining_time_in_millis() > ENOUGH) if context else True

    done = sweep.sweep(utc_now(), after_restart=bool(event.get("after_restart")), goes_on=goes_on)
    logger.info("swept", extra={"done": dict(done)})
    return dict(done)
