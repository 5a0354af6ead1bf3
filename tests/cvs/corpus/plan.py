"""Which person is printed in which layout, and how: all from names, so that it is the same everywhere."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml
from tests.cvs.corpus.invent import invented
from tests.cvs.corpus.layouts import paper, scans, texts, word
from tests.cvs.corpus.layouts.base import Layout
from tests.cvs.corpus.model import Person, Split, read_people
from tests.cvs.corpus.sheet import Manner

LAYOUTS: tuple[Layout, ...] = (
    *paper.LAYOUTS,
    *word.LAYOUTS,
    *texts.LAYOUTS,
    *scans.LAYOUTS,
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
    """Layouts are dealt in turn to the people of their split; a person may ask for some by name."""
    layouts = {layout.name: layout for layout in LAYOUTS}
    for part in Split:
        if split not in (None, part):
            continue
        mine = [layout for layout in LAYOUTS if layout.split == part]
        turn = 0
        for person in [p for p in (*written(), *invented()) if p.split == part]:
            chosen = [layouts[name] for name in person.layouts]
            if not chosen and mine:
                while not fits(person, mine[turn % len(mine)]):
                    turn += 1
                chosen = [mine[turn % len(mine)]]
                turn += 1
            for layout in chosen:
                yield Planned(f"{person.key}__{layout.name}", person, layout, manner(person, layout))


def fits(person: Person, layout: Layout) -> bool:
    """The fonts that come with reportlab have the letters of western Europe only."""
    return layout.suffix != "pdf" or layout.needs_browser or _western(person.model_dump_json())


def _western(text: str) -> bool:
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def manner(person: Person, layout: Layout) -> Manner:
    chance = random.Random(f"manner of {person.key} in {layout.name}")
    styles = chance.sample(layout.dates, 2 if chance.random() < 0.2 else 1)
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
