"""Who saw, changed, took out what."""

from chalice.app import Blueprint
from pydantic import Field

from auth import member
from endpoint import Call, endpoint
from vivier.casework import audit
from vivier.casework.audit import AuditQuery, Page

bp = Blueprint(__name__)


class Asked(AuditQuery):
    cursor: str | None = Field(default=None, max_length=2000)


@bp.route("/audit", methods=["GET"], authorizer=member)
@endpoint(bp, query=Asked, returns=Page)
def read_audit(call: Call) -> Page:
    """What members did, newest first, with filters; a short page may go on. Administrators only."""
    wanted = AuditQuery(**call.query.model_dump(exclude={"cursor"}))
    return audit.lines(call.actor, wanted, call.now, call.query.cursor)
