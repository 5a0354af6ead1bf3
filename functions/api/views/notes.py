"""Notes, as the API takes them, and what it warns of."""

from pydantic import ConfigDict, Field

from vivier.kernel.actor import Language
from vivier.kernel.model import Model


class Warning_(Model):  # noqa: N801 - `Warning` is Python's
    kind: str
    start: int
    end: int
    why: dict[Language, str]


class Warnings(Model):
    warnings: list[Warning_]


class NoteText(Model):
    model_config = ConfigDict(extra="forbid")

    text: str = Field(max_length=20_000)
