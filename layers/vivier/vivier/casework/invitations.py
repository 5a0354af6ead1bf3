"""Inviting colleagues: an account in the user pool, a member who may nothing yet, a mail with a link to set a password.

Every step may be repeated: an account without a member opens nothing, and a link works until its password is set.
"""

import re
from datetime import datetime, timedelta
from typing import Annotated

from pydantic import ConfigDict, Field, StringConstraints

from vivier.gateways import directory, workflows
from vivier.kernel.actor import Actor, Language, Permission, Role
from vivier.kernel.clock import Instant
from vivier.kernel.errors import Conflict, Invalid, NotFound, Throttled, Unavailable, VivierError
from vivier.kernel.ids import new_id, sort_key
from vivier.kernel.model import Model
from vivier.mail import outbox, service
from vivier.mail.model import TOKEN, Address, Guard, Message, PersonalLink
from vivier.storage.table import find
from vivier.storage.transaction import Transaction, until_settled
from vivier.team import audit, links, membership, store
from vivier.team import service as team
from vivier.team.links import Link, gone
from vivier.team.model import Member, MemberState, Name
from vivier.team.store import ListedMember, MemberItem

PURPOSE = "invitation"
DAYS = 7
REFUSALS: dict[str, type[VivierError]] = {e.code: e for e in (NotFound, Invalid, Conflict, Throttled)}
LEAST = 12  # of a password, as the pool has it (infra/auth.yaml)

Password = Annotated[str, StringConstraints(min_length=LEAST, max_length=256)]


class Invitation(Model):
    model_config = ConfigDict(extra="forbid")

    email: Address
    name: Name
    role: Role
    language: Language = "fr"


class Offer(Model):
    """What an invited person is shown."""

    organisation: str
    name: str
    email: str
    language: Language
    expires_at: Instant
    least_characters: int = Field(default=LEAST, description="Of the password; with a small letter and a digit.")


def invite(actor: Actor, wanted: Invitation, now: datetime) -> Member:
    """Invites somebody, or again with another name, role or language while they have not come; repeating it is no other
    invitation. Raises Forbidden, Conflict (a member already, or elsewhere), Invalid (the pool refuses the address).
    """
    actor.require(Permission.manage_workspace)
    _require_new(actor.workspace, wanted.email)
    subject = directory.ensure_user(wanted.email, wanted.name)

    def attempt() -> tuple[Member, Message | None]:
        row = find(MemberItem, MemberItem.key(subject), consistent=True)
        before = row.read() if row else None
        if before and before.workspace != actor.workspace:
            raise Conflict("This address cannot be invited here. Use another one.")
        if before and before.state == MemberState.active:
            raise Conflict("This person is a member already.", member_id=before.id)
        if before and before.state == MemberState.invited and before == before.model_copy(update=wanted.model_dump()):
            return before, None
        fresh = before or Member(
            id=new_id("mem", now), subject=subject, workspace=actor.workspace, **wanted.model_dump()
        )
        member = _invited(fresh.model_copy(update=wanted.model_dump()), actor, now)
        transaction = Transaction()
        membership.write(transaction, row, member)
        told = {"member_id": member.id, "member_name": member.name, "after": member.role}
        audit.tell(transaction, actor, "member_invited", now, **told)
        message = _mail(transaction, actor, member, now)
        transaction.commit()
        return member, message

    member, message = until_settled(attempt)
    if message:
        workflows.wake_sender(actor.workspace, message.key)
    return member


def send_again(actor: Actor, member_id: str, now: datetime) -> Member:
    """Another mail with another link; the links of earlier ones end. Raises Forbidden, NotFound, Conflict."""
    actor.require(Permission.manage_workspace)

    def attempt() -> tuple[Member, Message]:
        row = membership.load(actor.workspace, member_id)
        before = row.read()
        if before.state != MemberState.invited:
            raise Conflict("Nobody waits for this invitation.", state=before.state)
        member = _invited(before, actor, now)
        transaction = Transaction()
        membership.write(transaction, row, member)
        audit.tell(transaction, actor, "invitation_sent_again", now, member_id=member.id, member_name=member.name)
        message = _mail(transaction, actor, member, now)
        transaction.commit()
        return member, message

    links.revoke(actor.workspace, PURPOSE, member_id)
    member, message = until_settled(attempt)
    workflows.wake_sender(actor.workspace, message.key)
    return member


def remove(actor: Actor, member_id: str, now: datetime) -> Member:
    """A member leaves, or an invitation is taken back: nothing lets them in any more."""
    member = membership.remove(actor, member_id, now)
    links.revoke(actor.workspace, PURPOSE, member_id)
    directory.shut(member.subject)
    return member


def offer(link: Link) -> Offer:
    """What the link of an invitation shows, as the directory has it. Raises NotFound."""
    listed = find(ListedMember, ListedMember.key(link.workspace, link.subject), consistent=True)
    member = listed.read() if listed else None
    if member is None or member.state != MemberState.invited:
        raise gone()
    return Offer(
        organisation=team.workspace(link.workspace).name,
        name=member.name,
        email=member.email,
        language=member.language,
        expires_at=link.expires_at,
    )


def check_password(password: str) -> None:
    """The pool's rules, said before it is asked (infra/auth.yaml). Raises Invalid."""
    if len(password) < LEAST or not re.search(r"[a-z]", password) or not re.search(r"[0-9]", password):
        said = f"Take at least {LEAST} characters, with a small letter and a digit."
        raise Invalid("This password is too weak.", [{"field": "password", "message": said}])


def hand_over(token: str, password: str) -> str:
    """Has the one function that may set passwords do it; it trusts the token, and not who asks. The address to sign in
    with. Raises NotFound, Invalid, Throttled, Unavailable.
    """
    check_password(password)
    answer = workflows.set_password(token, password)
    if refused := answer.get("refused"):
        fact = REFUSALS.get(refused["code"], Unavailable)
        raise fact(refused["message"], **refused["details"])
    return str(answer["email"])


def accept(token: str, password: str, now: datetime) -> Member:
    """Sets the password of who was invited, who is a member from then on. Raises NotFound, Invalid."""
    check_password(password)
    link = links.resolve(PURPOSE, token, now)
    row = _waiting(link)
    before = row.read()
    directory.set_password(before.subject, password)
    after = before.model_copy(update={"state": MemberState.active, "epoch": before.epoch + 1})
    transaction = Transaction()
    membership.write(transaction, row, after)
    links.spend(transaction, link)
    audit.tell(transaction, after.actor(), "invitation_accepted", now, member_id=after.id, member_name=after.name)
    transaction.commit()
    links.revoke(link.workspace, PURPOSE, after.id)
    return after


def _require_new(workspace: str, email: str) -> None:
    """Said before an account is made for nothing."""
    for member in store.members(workspace):
        if member.email.casefold() == email and member.state == MemberState.active:
            raise Conflict("This person is a member already.", member_id=member.id)


def _invited(member: Member, actor: Actor, now: datetime) -> Member:
    changes = {"state": MemberState.invited, "epoch": member.epoch + 1, "invited_at": now, "invited_by": actor.id}
    return member.model_copy(update=changes)


def _mail(transaction: Transaction, actor: Actor, member: Member, now: datetime) -> Message:
    pk, sk = MemberItem.key(member.subject)
    message = service.for_member(
        "invitation",
        f"invitation-{sort_key(member.id)}-{member.epoch}",
        member,
        team.workspace(actor.workspace),
        now,
        {"by": actor.name},
        f"/p/invitation#{TOKEN}",
        guard=Guard(pk=pk, sk=sk, epoch=member.epoch),
        link=PersonalLink(purpose=PURPOSE, subject=member.id, expires_at=now + timedelta(days=DAYS)),
    )
    outbox.put(transaction, actor.workspace, message)
    return message


def _waiting(link: Link) -> MemberItem:
    """The row of the member whom a link invites. Raises NotFound when they have come, or may not any more."""
    row = membership.load(link.workspace, link.subject)
    if row.read().state != MemberState.invited:
        raise gone()
    return row
