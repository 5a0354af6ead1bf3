"""A workspace and a member of it."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, StringConstraints

from vivier.kernel.actor import Actor, Language, Role
from vivier.kernel.clock import Instant
from vivier.kernel.model import Model

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]


Signature = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000)]
DigestHour = Annotated[int, Field(ge=0, le=23)]


class Workspace(Model):
    """One recruiting organisation. `privacy_contact` is where people write to use their rights (GDPR art. 13, 14)."""

    model_config = ConfigDict(extra="forbid")

    id: str
    name: Name
    privacy_contact: str
    reply_to: str | None = None


class MemberState(StrEnum):
    active = "active"
    invited = "invited"  # has not set a password yet
    removed = "removed"  # stays in the directory for their name; may nothing


class Member(Model):
    """Someone who signs in. `subject` is the user pool's `sub`; the workspace and role come from here only."""

    model_config = ConfigDict(extra="forbid")

    id: str
    subject: str
    workspace: str
    name: Name
    email: str
    role: Role
    language: Language = "fr"
    timezone: str = "Europe/Paris"
    drop_default: Literal["applied", "found"] | None = None
    digest_hour: DigestHour | None = Field(default=8, description="Local hour of the daily mail; null: none.")
    task_mails: bool = Field(default=False, description="A mail for each task that is given or due, too.")
    signature: Signature = Field(default="", description="Stands under the mails that they write.")
    state: MemberState = MemberState.active
    epoch: int = Field(default=0, description="Raised by every change of state: a mail made under an older one stays.")
    invited_at: Instant | None = None
    invited_by: str | None = None

    def actor(self) -> Actor:
        return Actor(workspace=self.workspace, id=self.id, name=self.name, role=self.role)
