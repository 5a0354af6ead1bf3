"""Who acts, in which workspace, and what they may do."""

from enum import StrEnum
from typing import Literal

from pydantic import ConfigDict

from vivier.kernel.errors import Forbidden
from vivier.kernel.model import Model

Language = Literal["fr", "en"]


class Role(StrEnum):
    admin = "admin"
    recruiter = "recruiter"
    manager = "manager"
    reader = "reader"


class Permission(StrEnum):
    see_people = "see_people"
    edit_people = "edit_people"
    erase_people = "erase_people"
    drop_files = "drop_files"
    review = "review"
    write_notes = "write_notes"
    write_mails = "write_mails"
    do_tasks = "do_tasks"
    edit_templates = "edit_templates"
    see_jobs = "see_jobs"
    edit_jobs = "edit_jobs"
    move_people = "move_people"
    give_scorecards = "give_scorecards"
    share_people = "share_people"
    run_sequences = "run_sequences"
    manage_workspace = "manage_workspace"


RIGHTS: dict[Role, frozenset[Permission]] = {
    Role.admin: frozenset(Permission),
    Role.recruiter: frozenset(Permission) - {Permission.manage_workspace},
    # Hiring managers see their own jobs, and people through them (hiring/access.py).
    Role.manager: frozenset(
        {Permission.see_jobs, Permission.give_scorecards, Permission.do_tasks, Permission.write_notes}
    ),
    Role.reader: frozenset({Permission.see_people, Permission.see_jobs}),
}


class Actor(Model):
    """The author of an act. `id` is a member's, or that of what a visitor's link opens; the system acts by name."""

    model_config = ConfigDict(frozen=True)

    workspace: str
    kind: Literal["member", "candidate", "visitor", "system"] = "member"
    id: str = ""
    name: str = ""
    role: Role = Role.reader

    def may(self, permission: Permission) -> bool:
        return self.kind == "system" or (self.kind == "member" and permission in RIGHTS[self.role])

    def require(self, permission: Permission) -> None:
        if not self.may(permission):
            raise Forbidden("Your role does not allow this. Ask an administrator of your workspace.", needs=permission)


def system(workspace: str, name: str = "Vivier") -> Actor:
    """The product itself, acting in one workspace."""
    return Actor(workspace=workspace, kind="system", name=name)
