"""Which person is printed in which layout, and how: all from names, so that it is the same everywhere."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml
from tests.cvs.corpus.extras import with_extras
from tests.cvs.corpus.invent import invented
from tests.cvs.corpus.layouts import builders, handmade, latex, office, paper, plain, scans, templates, texts, web, word
from tests.cvs.corpus.layouts.base import Layout
from tests.cvs.corpus.model import Person, Split, read_people
from tests.cvs.corpus.sheet import Manner

LAYOUTS: tuple[Layout, ...] = (
    *paper.LAYOUTS,
    *word.LAYOUTS,
    *texts.LAYOUTS,
    *latex.LAYOUTS,
    *web.LAYOUTS,
    *office.LAYOUTS,
    *plain.LAYOUTS,
    *scans.LAYOUTS,
    *builders.LAYOUTS,
    *templates.LAYOUTS,
    *handmade.LAYOUTS,
)


class Planned(NamedTuple):
    """One CV to be: its `id` names person and layout."""

    id: str
    person: Person
    layout: Layout
    manner: Manner

    @property
    def chance(self) -> random.Random:
        return random.Random(self.id)


def written() -> list[Person]:
    """The hand-written people; the file's name begins with the split."""
    made = []
    for path in sorted((Path(__file__).parent / "people").glob("*.yaml")):
        split = Split(path.stem.partition("_")[0])
        made += read_people(yaml.safe_load(path.read_text(encoding="utf-8")), split)
    return made


def plan(split: Split | None = None) -> Iterator[Planned]:
    """A person gets the layout of their split that was used least, or those asked for by name."""
    layouts = {layout.name: layout for layout in LAYOUTS}
    for part in Split:
        if split not in (None, part):
            continue
        mine = [layout for layout in LAYOUTS if layout.split == part and layout.dealt]
        used = dict.fromkeys((layout.name for layout in mine), 0)
        for person in [p for p in (*written(), *map(with_extras, invented())) if p.split == part]:
            chosen = [layouts[name] for name in person.layouts]
            if not chosen:
                chosen = [
                    min((layout for layout in mine if fits(person, layout)), key=lambda layout: used[layout.name])
                ]
            for layout in chosen:
                used[layout.name] = used.get(layout.name, 0) + 1
                yield Planned(f"{person.key}__{layout.name}", person, layout, manner(person, layout))


def fits(person: Person, layout: Layout) -> bool:
    """The fonts that come with reportlab have the letters of western Europe only; a photo shows one page."""
    if layout.room and lines(person) > layout.room:
        return False
    drawn = layout.suffix in ("pdf", "jpg", "png") and not layout.needs_browser
    return not drawn or _western(person.model_dump_json())


def lines(person: Person) -> int:
    """About how many a person's CV takes."""
    body = sum(2 + len(job.body) + bool(job.about) + bool(job.label) for job in person.jobs) + sum(
        2 for _ in person.schools
    )
    lists = sum(len(items) for items in person.skills.values()) + len(person.tongues) + len(person.private)
    return body + lists + sum(2 + len(rows) for rows in person.more.values())


def _western(text: str) -> bool:
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def manner(person: Person, layout: Layout) -> Manner:
    chance = random.Random(f"manner of {person.key} in {layout.name}")
    styles = chance.sample(layout.dates, 2 if chance.random() < 0.2 and len(layout.dates) > 1 else 1)
    heads = chance.sample(layout.heads, 2 if chance.random() < 0.12 and len(layout.heads) > 1 else 1)
    chosen: dict[str, object] = {
        "dates": styles,
        "variant": chance.randrange(1000),
        "heads": heads,
        "studies": [chance.choice(layout.studies)],
        "heading_case": chance.choice(("plain", "plain", "upper", "upper", "colon")),
        "skill_shape": chance.choice(
            ("commas", "commas", "bullets", "items", "pipes", "dots", "slashes", "semicolons")
        ),
        "tongue_shape": chance.choice(("colon", "parens", "dash", "comma", "bars", "colon")),
        "contact_labels": chance.random() < 0.35,
        "contact_joint": chance.choice(("\n", "\n", " | ", " - ", " • ", "   ")),
        "hide_links": chance.random() < 0.25 and layout.suffix not in ("txt",),
        "private_at": chance.choice(("contact", "section")),
        "bullet": chance.choice(("•", "-", "–", "·", "*")),
        "typos": chance.choice((0, 0, 0.02, 0.06)),
    }
    return Manner.model_validate({**chosen, **layout.traits})
