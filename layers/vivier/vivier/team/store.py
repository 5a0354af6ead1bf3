"""Rows of workspaces and members. The member's row is the one key without a workspace: it is what gives it."""

from vivier.storage.table import Item, Key, Versioned, query
from vivier.team.model import Member, Workspace


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
    @classmethod
    def key(cls, subject: str) -> Key:
        return f"M#{subject}", "member"

    @classmethod
    def of(cls, m: Member) -> "MemberItem":
        return cls.holding(m, *cls.key(m.subject))

    def read(self) -> Member:
        return Member.model_validate_json(self.body)


def workspaces() -> list[str]:
    """Ids of all workspaces of this deployment."""
    return [i.sk for i in query("WORKSPACES", limit=1000)]
