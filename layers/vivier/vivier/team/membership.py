"""Who belongs to a workspace and as what: the directory, changes of role, leaving. There is always an administrator."""

from collections.abc import Callable
from datetime import datetime

from vivier.kernel.actor import Actor, Permission, Role
from vivier.kernel.errors import Conflict, NotFound
from vivier.storage.table import find
from vivier.storage.transaction import Transaction, until_settled
from vivier.team import audit, digests, store
from vivier.team.model import Member, MemberState
from vivier.team.store import ListedMember, MemberItem


def load(workspace: str, member_id: str) -> MemberItem:
    """The row of one member of this workspace: two Gets. Raises NotFound."""
    listed = find(ListedMember, ListedMember.key(workspace, member_id), consistent=True)
    row = find(MemberItem, MemberItem.key(listed.read().subject), consistent=True) if listed else None
    if row is None or row.read().workspace != workspace:
        raise NotFound("There is no such member.")
    return row


def write(transaction: Transaction, row: MemberItem | None, after: Member) -> None:
    """Their own row, on the version that was read, their line in the directory, and whether their digest comes."""
    if row is None or row.read().state != after.state:
        digests.choose(transaction, after)
    if row is None:
        transaction.create(MemberItem.of(after))
    else:
        transaction.save(row.now(after))
    transaction.save(ListedMember.of(after))


def change_role(actor: Actor, member_id: str, role: Role, now: datetime) -> Member:
    """Raises Forbidden, NotFound, Conflict (removed; the last administrator)."""

    def change(transaction: Transaction, before: Member) -> Member:
        if before.state == MemberState.removed:
            raise Conflict("This member was removed. Invite them again.")
        if before.role == Role.admin and before.state == MemberState.active:
            _another_administrator(transaction, before)
        told = {"member_id": before.id, "member_name": before.name, "before": before.role, "after": role}
        audit.tell(transaction, actor, "member_role_changed", now, **told)
        return before.model_copy(update={"role": role})

    return _act(actor, member_id, lambda m: m.role == role and m.state != MemberState.removed, change)


def remove(actor: Actor, member_id: str, now: datetime) -> Member:
    """A member leaves, or an invitation is taken back; may be repeated. Raises Forbidden, NotFound, Conflict."""

    def change(transaction: Transaction, before: Member) -> Member:
        if before.role == Role.admin and before.state == MemberState.active:
            _another_administrator(transaction, before)
        told = {"member_id": before.id, "member_name": before.name, "before": before.state}
        audit.tell(transaction, actor, "member_removed", now, **told)
        return before.model_copy(update={"state": MemberState.removed, "epoch": before.epoch + 1})

    return _act(actor, member_id, lambda m: m.state == MemberState.removed, change)


def _act(
    actor: Actor, member_id: str, done: Callable[[Member], bool], change: Callable[[Transaction, Member], Member]
) -> Member:
    actor.require(Permission.manage_workspace)

    def attempt() -> Member:
        row = load(actor.workspace, member_id)
        before = row.read()
        if done(before):
            return before
        transaction = Transaction()
        after = change(transaction, before)
        write(transaction, row, after)
        transaction.commit()
        return after

    return until_settled(attempt)


def _another_administrator(transaction: Transaction, leaving: Member) -> None:
    """Two administrators who demote each other at once: each transaction checks the row that the other writes."""
    for row in store.listed(leaving.workspace, consistent=True):
        other = row.read()
        if other.id != leaving.id and other.role == Role.admin and other.state == MemberState.active:
            transaction.check(ListedMember(row.pk, row.sk), ListedMember.body == row.body)
            return
    raise Conflict("There must be an administrator. Make someone else one first.")
