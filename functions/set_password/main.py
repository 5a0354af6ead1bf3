"""Sets the password of an invited person: the one function that may. `public` asks it; it trusts the token only."""

from typing import Any

from pydantic import BaseModel

from vivier.casework import invitations
from vivier.kernel.clock import utc_now
from vivier.kernel.errors import VivierError
from vivier.kernel.observability import logger, metrics


class Wanted(BaseModel):
    token: str
    password: str


@metrics.log_metrics
def handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
    wanted = Wanted.model_validate(event)
    try:
        member = invitations.accept(wanted.token, wanted.password, utc_now())
    except VivierError as refusal:
        logger.info("refused", extra={"code": refusal.code})
        return {"refused": {"code": refusal.code, "message": refusal.message, "details": refusal.details}}
    logger.info("password set", extra={"member_id": member.id})
    return {"email": member.email}
