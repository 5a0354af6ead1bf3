"""Health, the member's own settings, what is counted, what may be recorded."""

from chalice.app import Blueprint, Response

from auth import member
from endpoint import HEADERS, Call, endpoint
from views.own import (
    Counts,
    FieldsView,
    Health,
    InboxCounts,
    Me,
    MemberView,
    ProhibitedView,
    ReviewCounts,
    WorkspaceView,
)
from vivier import VERSION
from vivier.kernel.actor import Permission
from vivier.kernel.observability import logger
from vivier.kernel.settings import settings
from vivier.law import catalogue
from vivier.law.prohibited import PROHIBITED
from vivier.mail.threads.store import INBOX
from vivier.people import lists
from vivier.team import service as team
from vivier.team.model import Member
from vivier.team.service import OwnSettings

bp = Blueprint(__name__)


@bp.route("/health", methods=["GET"])
def health() -> Response:
    """Answers when the API can."""
    logger.info("healthy")
    return Response(Health(version=VERSION).model_dump_json(), headers={**HEADERS})


@bp.route("/me", methods=["GET"], authorizer=member)
@endpoint(bp, returns=Me)
def me(call: Call) -> Me:
    """Who is signed in, and what they may do."""
    return _me(call, team.member(call.subject))


@bp.route("/me", methods=["PATCH"], authorizer=member)
@endpoint(bp, returns=Me, body=OwnSettings)
def change_me(call: Call) -> Me:
    """Changes the language, the time zone or the remembered answer of the drop."""
    return _me(call, team.change_own_settings(call.subject, call.body))


def _me(call: Call, who: Member) -> Me:
    place = team.workspace(call.actor.workspace)
    return Me(
        member=MemberView.model_validate(who.model_dump(include=set(MemberView.model_fields))),
        workspace=WorkspaceView(id=place.id, name=place.name),
        permissions=sorted(p for p in Permission if call.actor.may(p)),
        demo=settings().demo,
    )


@bp.route("/counts", methods=["GET"], authorizer=member)
@endpoint(bp, returns=Counts)
def counts(call: Call) -> Counts:
    """How many people stand in each list, and how much there is to review."""
    call.actor.require(Permission.see_people)
    held = {facet: int(row.n) for facet, row in lists.counters(call.actor.workspace).items()}

    def of(prefix: str) -> dict[str, int]:
        found = {f.removeprefix(f"{prefix}:"): n for f, n in held.items() if f.startswith(f"{prefix}:") and n > 0}
        return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))

    return Counts(
        people=held.get("all", 0),
        review=ReviewCounts(
            failed=held.get("review:failed", 0),
            doubtful=held.get("state:to_check", 0),
            duplicate=held.get("review:duplicate", 0),
            update=held.get("state:to_update", 0),
            mail=held.get("review:mail", 0),
            received=held.get("review:received", 0),
            automatic=held.get("review:automatic", 0),
        ),
        inbox=InboxCounts(
            needs_answer=held.get(f"{INBOX}all", 0),
            mine=held.get(f"{INBOX}{call.actor.id}", 0),
            unassigned=held.get(f"{INBOX}nobody", 0),
        ),
        relations=of("relation"),
        sources=of("source"),
        tags=of("tag"),
        states=of("state"),
    )


@bp.route("/fields", methods=["GET"], authorizer=member)
@endpoint(bp, returns=FieldsView)
def fields(_call: Call) -> FieldsView:
    """The catalogue of what may be recorded, and what may not."""
    refused = [
        ProhibitedView(name=p.kind, label=p.label._asdict(), reason=p.reason._asdict(), source=p.source)
        for p in PROHIBITED
    ]
    return FieldsView(fields=list(catalogue.fields()), prohibited=refused)
