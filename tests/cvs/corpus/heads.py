"""The ways entries are headed, as templates: who, where and when, in which order, on how many lines.

`**bold**`, `_italic_`, `{field}`; `[...]` is left out when a field in it is empty, `⟦...⟧` prints brackets; `>>` sends
the rest to the right edge. Posts have `{title}`, `{employer}`, `{place}`, `{when}`, studies `{degree}`, `{school}`,
`{place}`, `{when}`. Upper-case fields (`{EMPLOYER}`) print in capitals; `{l_title}` and the like are words of the CV's
language.
"""

import re
from typing import NamedTuple

from pydantic import BaseModel


class Run(BaseModel):
    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""


class Row(BaseModel):
    """A printed line before it is broken to the page: `kind` is head, bullet, text, or item; `right` stands at the
    right edge."""

    runs: list[Run]
    kind: str = "head"
    right: list[Run] = []

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


class Head(NamedTuple):
    """`single` for an entry; `group` and `post` where several posts stand under one employer ("" repeats `single`);
    `apart` when the layout sets the dates in a place of their own."""

    single: str
    group: str = ""
    post: str = ""

    @property
    def apart(self) -> bool:
        return "{when}" not in self.single


def fill(template: str, fields: dict[str, str]) -> list[Row]:
    """The rows of a template; none for a line whose fields are all empty."""
    rows = []
    for line in _optional(template, fields).split("\n"):
        left, _, right = line.partition(">>")
        names = re.findall(r"\{(\w+)\}", line)
        values = [name.lower() for name in names if not name.startswith("l_")]
        if not line.strip() or (names and not any(fields.get(name) for name in values)):
            continue
        parts = [_runs(side, fields) for side in (left, right)]
        for n, text in enumerate(_lines(parts[0])):
            rows.append(Row(runs=text, right=parts[1] if n == 0 else []))
    return rows


def _optional(template: str, fields: dict[str, str]) -> str:
    def keep(match: re.Match[str]) -> str:
        names = re.findall(r"\{(\w+)\}", match[1])
        return match[1] if all(fields.get(name.lower()) for name in names) else ""

    return re.sub(r"\[([^\[\]]*)\]", keep, template)


def _runs(text: str, fields: dict[str, str]) -> list[Run]:
    runs: list[Run] = []
    bold = italic = False
    for piece in re.split(r"(\*\*|(?<!\w)_|_(?!\w)|\{\w+\})", text):
        if piece == "**":
            bold = not bold
        elif piece == "_":
            italic = not italic
        elif piece:
            runs.append(Run(text=_value(piece, fields), bold=bold, italic=italic))
    return [run for run in runs if run.text]


def _value(piece: str, fields: dict[str, str]) -> str:
    if not (piece.startswith("{") and piece.endswith("}")):
        return piece.replace("⟦", "[").replace("⟧", "]")
    name = piece[1:-1]
    value = fields.get(name.lower(), "")
    return value.upper() if name.isupper() else value


def _lines(runs: list[Run]) -> list[list[Run]]:
    """Values may hold line breaks (dates that go on in the next line)."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *rest = run.text.split("\n")
        lines[-1].append(run.model_copy(update={"text": first}))
        lines.extend([run.model_copy(update={"text": part})] for part in rest)
    return lines
