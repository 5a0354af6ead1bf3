"""Founding a workspace, adding members, a member's own settings."""

from typing import Literal
from zoneinfo import available_timezones

from pydantic import ConfigDict, Field

from vivier.kernel.actor import Language, Role
from vivier.kernel.errors import Invalid, NotFound, Unauthenticated
from vivier.kernel.ids import new_id
from vivier.kernel.model import Model
from vivier.storage.table import find, get
from vivier.storage.transaction import Transaction, until_settled
from vivier.team import digests
from vivier.team.model import DigestHour, Member, MemberState, Signature, Workspace
from vivier.team.store import ListedMember, ListedWorkspace, MemberItem, WorkspaceItem


class OwnSettings(Model):
    """What a member changes about themselves. Null forgets the drop's answer, turns the digest off, and leaves the
    others as they are."""

    model_config = ConfigDict(extra="forbid")

    language: Language | None = None
    timezone: str | None = None
    drop_default: Literal["applied", "found"] | None = None
    digest_hour: DigestHour | None = Field(default=None, description="Local hour of the daily mail; null: none.")
    task_mails: bool | None = None
    signature: Signature | None = None


def found_workspace(workspace: str, name: str, privacy_contact: str) -> Workspace:
    """Makes a workspace, or returns the one that is there."""
    if held := find(WorkspaceItem, WorkspaceItem.key(workspace)):
        return held.read()
    made = Workspace(id=workspace, name=name, privacy_contact=privacy_contact)
    transaction = Transaction()
    transaction.create(WorkspaceItem.of(made), ListedWorkspace.of(workspace))
    transaction.commit()
    return made


def add_member(
    workspace: str,
    *,
    subject: str,
    name: str,
    email: str,
    role: Role,
    language: Language = "fr",
    timezone: str = "Europe/Paris",
) -> Member:
    """Lets a user of the pool in; the one that is there already is returned. Raises NotFound (no such workspace)."""
    get(WorkspaceItem, WorkspaceItem.key(workspace))
    if held := find(MemberItem, MemberItem.key(subject)):
        return _listed(held.read())
    member = Member(
        id=new_id("mem"),
        subject=subject,
        workspace=workspace,
        name=name,
        email=email,
        role=role,
        language=language,
        timezone=timezone,
    )
    transaction = Transaction()
    transaction.create(MemberItem.of(member), ListedMember.of(member))
    digests.choose(transaction, member)
    transaction.commit()
    return member


def _listed(member: Member) -> Member:
    """Who came before there was a directory is put into it."""
    if find(ListedMember, ListedMember.key(member.workspace, member.id)) is None:
        transaction = Transaction()
        transaction.save(ListedMember.of(member))
        digests.choose(transaction, member)
        transaction.commit()
    return member


def member(subject: str) -> Member:
    """The member that a verified token belongs to. Raises Unauthenticated when there is none (any more, or yet)."""
    held = find(MemberItem, MemberItem.key(subject))
    if held is None or held.read().state != MemberState.active:
        raise Unauthenticated("This account is no member of a workspace.")
    return held.read()


def workspace(workspace_id: str) -> Workspace:
    """Raises NotFound."""
    return get(WorkspaceItem, WorkspaceItem.key(workspace_id)).read()


def change_own_settings(subject: str, wanted: OwnSettings) -> Member:
    """Raises Invalid for an unknown time zone."""
    if wanted.timezone and wanted.timezone not in available_timezones():
        raise Invalid(
            "There is no such time zone.", [{"field": "timezone", "message": "Use an IANA name: Europe/Paris."}]
        )

    def attempt() -> Member:
        row = find(MemberItem, MemberItem.key(subject), consistent=True)
        if row is None:
            raise NotFound("There is no such member.")
        given = wanted.model_dump(exclude_unset=True)
        before = row.read()
        kept = {k: v for k, v in given.items() if v or k in ("drop_default", "digest_hour") or v is False}
        if wanted.signature is not None:
            kept["signature"] = wanted.signature
        changed = before.model_copy(update=kept)
        transaction = Transaction()
        if (changed.digest_hour, changed.timezone) != (before.digest_hour, before.timezone):
            digests.choose(transaction, changed)
        transaction.save(row.put(changed), ListedMember.of(changed))
        transaction.commit()
        return changed

    return until_settled(attempt)
