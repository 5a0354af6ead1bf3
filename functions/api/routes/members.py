"""Who belongs to the workspace, and as what."""

from chalice.app import Blueprint
from pydantic import ConfigDict, Field

from auth import member
from endpoint import Call, endpoint
from vivier.casework import invitations, leaving
from vivier.casework.invitations import Invitation
from vivier.casework.leaving import Given, Held, Successor
from vivier.kernel.actor import Actor, Language, Permission, Role
from vivier.kernel.clock import Instant
from vivier.kernel.model import Model
from vivier.team import membership, store
from vivier.team.model import Member, MemberState

bp = Blueprint(__name__)


class ColleagueView(Model):
    """A member as colleagues see them; what is null for them, administrators see."""

    id: str
    name: str
    role: Role
    state: MemberState
    email: str | None = None
    language: Language | None = None
    invited_at: Instant | None = None

    @classmethod
    def of(cls, m: Member, actor: Actor) -> "ColleagueView":
        shown = cls(id=m.id, name=m.name, role=m.role, state=m.state)
        if not actor.may(Permission.manage_workspace):
            return shown
        return shown.model_copy(update={"email": m.email, "language": m.language, "invited_at": m.invited_at})


class ColleaguesView(Model):
    members: list[ColleagueView] = Field(description="In the order they came, with who was removed: for their names.")


class RoleChange(Model):
    model_config = ConfigDict(extra="forbid")

    role: Role


@bp.route("/members", methods=["GET"], authorizer=member)
@endpoint(bp, returns=ColleaguesView)
def list_members(call: Call) -> ColleaguesView:
    """Everyone in the workspace."""
    return ColleaguesView(members=[ColleagueView.of(m, call.actor) for m in store.members(call.actor.workspace)])


@bp.route("/members", methods=["POST"], authorizer=member)
@endpoint(bp, body=Invitation, returns=ColleagueView, status=201)
def invite_member(call: Call) -> ColleagueView:
    """Invites somebody by mail; their link works once, for seven days."""
    return ColleagueView.of(invitations.invite(call.actor, call.body, call.now), call.actor)


@bp.route("/members/{member_id}", methods=["PATCH"], authorizer=member)
@endpoint(bp, body=RoleChange, returns=ColleagueView)
def change_role(call: Call, member_id: str) -> ColleagueView:
    """Gives a member another role; the last administrator keeps theirs."""
    return ColleagueView.of(membership.change_role(call.actor, member_id, call.body.role, call.now), call.actor)


@bp.route("/members/{member_id}", methods=["DELETE"], authorizer=member)
@endpoint(bp, returns=ColleagueView)
def remove_member(call: Call, member_id: str) -> ColleagueView:
    """Removes a member, or takes an invitation back; the last administrator stays."""
    return ColleagueView.of(invitations.remove(call.actor, member_id, call.now), call.actor)


@bp.route("/members/{member_id}/invite", methods=["POST"], authorizer=member)
@endpoint(bp, returns=ColleagueView, status=202)
def invite_again(call: Call, member_id: str) -> ColleagueView:
    """Sends the invitation again; the link of the former one ends."""
    return ColleagueView.of(invitations.send_again(call.actor, member_id, call.now), call.actor)


@bp.route("/members/{member_id}/held", methods=["GET"], authorizer=member)
@endpoint(bp, returns=Held)
def show_held(call: Call, member_id: str) -> Held:
    """What a member holds: open tasks, and the jobs whose team they are in. Administrators only."""
    return leaving.held(call.actor, member_id)


@bp.route("/members/{member_id}/handover", methods=["POST"], authorizer=member)
@endpoint(bp, body=Successor, returns=Given)
def hand_over(call: Call, member_id: str) -> Given:
    """Gives a member's open tasks to a colleague, twenty at a time; `left` says how many remain."""
    return leaving.hand_over(call.actor, member_id, call.body.to, call.now)
