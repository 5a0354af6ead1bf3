"""Notes, as the API takes them, and what it warns of."""

from typing import TYPE_CHECKING, Self

from pydantic import ConfigDict, Field

from vivier.hiring.stages import Question
from vivier.kernel.actor import Language
from vivier.kernel.model import Model

if TYPE_CHECKING:
    from vivier.law.remarks import Remark  # its patterns take longer to compile than a request takes


class Warning_(Model):  # noqa: N801 - `Warning` is Python's
    kind: str
    start: int
    end: int
    label: dict[Language, str]
    why: dict[Language, str]
    law: str = Field(description="The texts that speak against it.")

    @classmethod
    def of(cls, found: "Remark") -> Self:
        ground = found.ground
        return cls(
            kind=found.kind,
            start=found.start,
            end=found.end,
            label=ground.label._asdict(),
            why=ground.reason._asdict(),
            law=ground.source,
        )


class Warnings(Model):
    warnings: list[Warning_]


class FormsView(Model):
    call: list[Question]
    interview: list[Question]


class NoteText(Model):
    model_config = ConfigDict(extra="forbid")

    text: str = Field(max_length=20_000)
