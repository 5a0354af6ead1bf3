"""What a layout is: a name, the split that may see it, the formats it makes, how entries are headed in it."""

import random
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from tests.cvs.corpus.heads import Head
from tests.cvs.corpus.model import Split
from tests.cvs.corpus.sheet import Sheet


class Layout(NamedTuple):
    """`make` writes the file. `heads` and `studies` are the arrangements this way of making CVs has; `traits` are
    manners that it always has. `scan`: the file holds pictures of pages; `room`: it is one, of about
    so many lines. `dealt`: people who name no layout may get it."""

    name: str
    split: Split
    suffix: str
    make: Callable[[Sheet, Path, random.Random], None]
    heads: tuple[Head, ...]
    studies: tuple[Head, ...]
    traits: Mapping[str, object] = MappingProxyType({})
    dates: tuple[str, ...] = ("long", "short", "numbers", "years")
    scan: bool = False
    room: int = 0
    needs_browser: bool = False
    dealt: bool = True


TITLE_OVER_EMPLOYER = Head(
    "**{title}**>>{when}\n{employer}[, {place}]", "**{employer}**[, {place}]", "_{title}_>>{when}"
)
TITLE_OVER_EMPLOYER_DATE_BELOW = Head(
    "**{title}**\n{employer}[ – {place}]>>{when}", "{employer}[ – {place}]", "**{title}**>>{when}"
)
EMPLOYER_OVER_TITLE = Head(
    "**{employer}**[ – {place}]>>{when}\n_{title}_", "**{employer}**[ – {place}]", "_{title}_>>{when}"
)
EMPLOYER_CAPITALS = Head("**{EMPLOYER}**[, {place}]\n{title} ({when})", "**{EMPLOYER}**[, {place}]", "{title} ({when})")
DATE_COLON = Head("{when} : **{title}**, {employer}[ ({place})]")
DATE_THEN_EMPLOYER = Head("**{when}** {employer}[ – {place}] – {title}")
DATE_OVER = Head("{when}\n**{title}**\n{employer}[ – {place}]", "**{employer}**[ – {place}]", "{when}\n{title}")
ONE_LINE_PIPES = Head("{title} | {employer}[ | {place}] | {when}")
ONE_LINE_DASHES = Head("**{title}** – {employer}[, {place}]>>{when}", "{employer}[, {place}]", "**{title}**>>{when}")
EMPLOYER_DASH_TITLE = Head("**{employer}**[ ({place})] - {title}>>{when}")
TITLE_COMMA = Head("**{title}**, {employer}[, {place}]\n{when}")
APART_TITLE = Head("**{title}**\n{employer}[, {place}]", "**{employer}**[, {place}]", "{title}")
APART_EMPLOYER = Head("**{employer}**[, {place}]\n{title}", "**{employer}**[, {place}]", "{title}")
APART_LINE = Head("**{title}**, {employer}[, {place}]", "**{employer}**[, {place}]", "{title}")
APART_ITALIC = Head("**{title}**, _{employer}_[, {place}].")

DEGREE_OVER_SCHOOL = Head("**{degree}**>>{when}\n{school}[, {place}]")
SCHOOL_OVER_DEGREE = Head("**{school}**[, {place}]>>{when}\n{degree}")
DEGREE_LINE = Head("{when} : {degree}[ – {school}][, {place}]")
DEGREE_PAREN = Head("{degree}[, {school}][ ({place})] ({when})")
DEGREE_PIPES = Head("{degree}[ | {school}][ | {place}] | {when}")
DEGREE_APART = Head("**{degree}**\n{school}[, {place}]")
DEGREE_APART_LINE = Head("{degree}[, {school}][, {place}]")
SCHOOL_APART = Head("**{school}**[, {place}]\n{degree}")
