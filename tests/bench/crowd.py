"""Many invented people, written as the product would write them but in batches, to measure large workspaces."""

from collections import Counter
from datetime import UTC, datetime, timedelta

from vivier.kernel.actor import system
from vivier.kernel.ids import new_id
from vivier.people import lists, store
from vivier.people.fields import Fields, Value
from vivier.people.identity import claims, name_tokens
from vivier.people.model import Candidate, Origin
from vivier.people.timeline import event
from vivier.storage.table import Item, ready

FIRST = ("Aya", "Bastien", "Chloé", "Dorian", "Elin", "Farid", "Gwenaël", "Hanna", "Ilyes", "Jeanne")
LAST = (
    "Aubert",
    "Benhamou",
    "Carlier",
    "Delacroix",
    "Etxeberria",
    "Ferrand",
    "Gallou",
    "Hendricks",
    "Ivanov",
    "Kervadec",
)


def fill(workspace: str, first: int, last: int) -> None:
    """People number `first` to `last`, and counters that say so."""
    ready()
    now = datetime(2026, 1, 1, tzinfo=UTC)
    counts: Counter[str] = Counter()
    with Item.batch_write() as batch:
        for number in range(first, last):
            candidate = person(number, now + timedelta(seconds=number))
            for row in rows(workspace, candidate):
                batch.save(row)
            counts.update(candidate.facets())
        for facet in person(0, now).facets() | set(counts):
            batch.save(lists.CounterItem(*lists.CounterItem.key(workspace, facet), n=last, issued=last))


def person(number: int, at: datetime) -> Candidate:
    name = f"{FIRST[number % 10]} {LAST[number // 10 % 10]} {word(number)}"
    made = Candidate(
        id=new_id("can", at),
        created_at=at,
        updated_at=at,
        relation="found",
        informed_at=at,
        origin=Origin(source="bench"),
        language="fr",
        fields=Fields(
            name=Value(value=name, confidence=0.95),
            emails=[Value(value=f"person{number}@bench.example", confidence=0.99)],
            headline=Value(value="Cheffe de projet", confidence=0.9),
            skills=[Value(value=s, confidence=0.9) for s in ("Python", "SQL", "Gestion de projet")],
        ),
    )
    bucket = number // store.BUCKET
    return made.model_copy(update={"places": dict.fromkeys(made.facets(), bucket)})


def word(number: int) -> str:
    letters = ""
    for _ in range(5):
        number, rest = divmod(number, 26)
        letters += chr(97 + rest)
    return letters.capitalize()


def rows(workspace: str, c: Candidate) -> list[Item]:
    created = event("candidate_created", system(workspace), c.created_at, source=c.origin.source)
    record = store.CandidateItem.of(workspace, c)
    record.version = 1
    return [
        record,
        store.EventItem.of(workspace, c.id, created),
        lists.CardItem.of(workspace, c),
        *(lists.PlaceItem.listed(workspace, f, b, c) for f, b in c.places.items() if f != "all"),
        *(lists.PlaceItem.named(workspace, t, c) for t in name_tokens(c.display_name)),
        *(store.ClaimItem.of(workspace, claim, c.id) for claim in claims(c)),
    ]
