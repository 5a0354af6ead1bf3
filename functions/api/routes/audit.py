"""Who saw, changed, took out what."""

from chalice.app import Blueprint
from pydantic import Field

from auth import member
from endpoint import Call, Nothing, endpoint
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


@bp.route("/audit/exports", methods=["POST"], authorizer=member)
@endpoint(bp, body=AuditQuery, returns=Nothing, status=201)
def note_export(call: Call) -> Nothing:
    """Notes in the audit that these of its lines are taken out, before they are. Administrators only."""
    audit.exported(call.actor, call.body, call.now)
    return Nothing()
