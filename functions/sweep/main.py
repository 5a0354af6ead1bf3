"""Every minute: drives again whatever was stored and not finished."""

from typing import Any

from vivier.casework import sweep
from vivier.kernel.clock import utc_now
from vivier.kernel.observability import logger, metrics


@metrics.log_metrics
def handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
    done = sweep.sweep(utc_now(), after_restart=bool(event.get("after_restart")))
    logger.info("swept", extra={"done": dict(done)})
    return dict(done)
