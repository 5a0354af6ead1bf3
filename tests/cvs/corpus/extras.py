"""What real CVs have around the values that count: lines on the employer, labels, a second list of older posts, dated
lines that are neither posts nor studies, closing formulas. Each part has phrases of its own (`extras.yaml`)."""

import random
from functools import cache
from pathlib import Path

import yaml
from tests.cvs.corpus.model import Job, Person, Split


@cache
def phrases() -> dict[str, dict[str, list[str]]]:
    held = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
    return {
        kind: {tongue: [part.strip() for part in text.split(" ; ")] for tongue, text in texts.items()}
        for kind, texts in held.items()
    }


def of(kind: str, person: Person) -> list[str]:
    """The phrases of a person's part and language: one in three."""
    return phrases()[kind][person.lang][list(Split).index(person.split) :: 3]


def with_extras(person: Person) -> Person:
    chance = random.Random(f"around {person.key}")
    more = dict(person.more)
    beside = list(person.beside)
    if chance.random() < 0.3:
        heading, _, line = chance.choice(of("beside_work", person)).partition(" = ")
        more[heading] = [line]
        beside += [line, *line.replace(" : ", ", ").replace(": ", ", ").split(", ")]
    if chance.random() < 0.25:
        more[next(reversed(more), "Divers" if person.lang == "fr" else "Other")] = [
            *(more[next(reversed(more))] if more else []),
            chance.choice(of("closing", person)),
        ]
    older = chance.choice(of("older_jobs", person)) if chance.random() < 0.2 else ""
    told, labelled = chance.random() < 0.25, chance.random() < 0.2
    label = chance.choice(of("before_bullets", person)) if labelled else ""
    jobs = [_around(job, person, label, told, chance) for job in person.jobs]
    return person.model_copy(update={"more": more, "beside": beside, "older": older, "jobs": jobs})


def _around(job: Job, person: Person, label: str, told: bool, chance: random.Random) -> Job:
    about = chance.choice(of("about_employer", person)) if told and not job.client and chance.random() < 0.6 else ""
    return job.model_copy(update={"about": about, "label": label if len(job.body) > 1 else ""})
