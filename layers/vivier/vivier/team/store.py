"""Rows of workspaces and members. The member's row is the one key without a workspace: it is what gives it."""

from collections.abc import Iterable

from pynamodb.attributes import NumberAttribute, UnicodeAttribute

from vivier.storage.table import Item, Key, Versioned, get_many, query
from vivier.team.model import Member, Workspace

MOST_MEMBERS = 1000


class WorkspaceItem(Versioned, discriminator="workspace"):
    @classmethod
    def key(cls, workspace: str) -> Key:
        return f"W#{workspace}#SETTINGS", "workspace"

    @classmethod
    def of(cls, w: Workspace) -> "WorkspaceItem":
        return cls.holding(w, *cls.key(w.id))

    def read(self) -> Workspace:
        return Workspace.model_validate_json(self.body)


class ListedWorkspace(Item, discriminator="listed_workspace"):
    """The list that schedules walk: one row a workspace."""

    @classmethod
    def of(cls, workspace: str) -> "ListedWorkspace":
        return cls("WORKSPACES", workspace)


class MemberItem(Versioned, discriminator="member"):
    epoch = NumberAttribute(default=0)

    @classmethod
    def key(cls, subject: str) -> Key:
        return f"M#{subject}", "member"

    @classmethod
    def of(cls, m: Member) -> "MemberItem":
        return cls.holding(m, *cls.key(m.subject), epoch=m.epoch)

    def now(self, m: Member) -> "MemberItem":
        """The same row (its version kept for the condition) holding the member as they are now."""
        self.put(m)
        self.epoch = m.epoch
        return self

    def read(self) -> Member:
        return Member.model_validate_json(self.body)


class ListedMember(Item, discriminator="listed_member"):
    """The directory of a workspace: each member as their own row has them, written in the same transactions."""

    state = UnicodeAttribute(null=True)

    @classmethod
    def key(cls, workspace: str, member_id: str) -> Key:
        return f"W#{workspace}#MEMBERS", member_id

    @classmethod
    def of(cls, m: Member) -> "ListedMember":
        return cls.holding(m, *cls.key(m.workspace, m.id), state=m.state)

    def read(self) -> Member:
        return Member.model_validate_json(self.body)


def members(workspace: str) -> list[Member]:
    """Everyone in a workspace, also who was removed, in the order they came: one Query."""
    return [row.read() for row in listed(workspace)]


def listed(workspace: str, *, consistent: bool = False) -> list[ListedMember]:
    rows = query(f"W#{workspace}#MEMBERS", limit=MOST_MEMBERS, consistent=consistent)
    return [r for r in rows if isinstance(r, ListedMember)]


def members_of(workspace: str, ids: Iterable[str]) -> dict[str, Member]:
    """The members among some ids, by id: one BatchGet."""
    rows = get_many(ListedMember, [ListedMember.key(workspace, i) for i in sorted(set(ids))])
    return {m.id: m for m in (r.read() for r in rows)}


def workspaces() -> list[str]:
    """Ids of all workspaces of this deployment."""
    return [i.sk for i in query("WORKSPACES", limit=1000)]
