"""A note, a call, an interview report: what somebody wrote about a person. Pure."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from vivier.kernel.clock import Instant
from vivier.people.base import Line, Strict

Visibility = Literal["all", "recruiters", "me"]


class Answer(Strict):
    """One guided field of a report, with its question as it was asked."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]{1,40}$")]
    label: Line
    value: Annotated[str, StringConstraints(strip_whitespace=True, max_length=5000)]


class CallFacts(Strict):
    direction: Literal["in", "out"] = "out"
    minutes: int | None = Field(default=None, ge=0, le=600)
    outcome: Literal["reached", "voicemail", "no_answer", "wrong_number", "call_back"] | None = None


class NoteVersion(Strict):
    """What a note said until `at`, when `by` changed it."""

    text: Annotated[str, StringConstraints(max_length=20_000)]
    answers: list[Answer] = Field(default_factory=list)
    at: Instant
    by: str | None = None


class Note(Strict):
    """Words of a human about a person; what was overridden of the linter's warnings is kept with it.

    `mentions` are members' ids; `told` are those who were told of it, once each.
    """

    text: Annotated[str, StringConstraints(strip_whitespace=True, max_length=20_000)] = ""
    visibility: Visibility = "all"
    kind: Literal["note", "call", "interview"] = "note"
    job_id: str | None = Field(default=None, description="The application that it is about.")
    mentions: list[str] = Field(default_factory=list)
    told: list[str] = Field(default_factory=list)
    answers: list[Answer] = Field(default_factory=list)
    call: CallFacts | None = None
    edited_at: Instant | None = None
    deleted_at: Instant | None = None
    history: list[NoteVersion] = Field(default_factory=list, max_length=50)
    overridden: list[str] = Field(default_factory=list)

    def says_something(self) -> bool:
        return bool(self.words().strip() or (self.call and self.call.outcome))

    def words(self) -> str:
        """All that somebody wrote in it."""
        return "\n".join([self.text, *(a.value for a in self.answers)])
