"""What wakes an enrolment: an execution that waits, when the wake is less than a day away; the sweep for the others.

An execution is a clock and nothing more: losing every one of them loses nothing, the sweep starts those again whose
time has passed.
"""

from datetime import datetime

from vivier.gateways import workflows
from vivier.kernel.clock import iso
from vivier.kernel.errors import Unavailable
from vivier.kernel.ids import sort_key
from vivier.kernel.observability import logger
from vivier.sequences.model import Enrolment, EnrolmentState
from vivier.sequences.store import HORIZON


def start(workspace: str, e: Enrolment, now: datetime) -> bool:
    """Starts the execution that wakes an enrolment, unless the sweep is to remember it. Whether one was started.

    The row says already that one was: when it could not be, the sweep finds the enrolment overdue.
    """
    if e.state != EnrolmentState.active or e.wake_at is None or e.wake_at - now >= HORIZON:
        return False
    payload = {
        "workspace": workspace,
        "candidate_id": e.candidate_id,
        "sequence_id": e.sequence_id,
        "epoch": e.epoch,
        "wake_at": iso(max(now, e.wake_at)),
    }
    try:
        return workflows.start_sequence(f"{sort_key(e.id)}-{e.epoch}-{int(now.timestamp())}", payload)
    except Unavailable:
        logger.warning("enrolment not armed", extra={"sequence_id": e.sequence_id})
        return False
