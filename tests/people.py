"""People for tests: typed in, edited, walked through in lists."""

from datetime import timedelta
from typing import Any

from tests.factories import NOW, WORKSPACE, actor
from vivier.casework import by_hand
from vivier.casework.by_hand import Typed
from vivier.people import search, service, store
from vivier.people.editing import Edit
from vivier.people.model import Candidate
from vivier.people.search import PeopleQuery

LATER = NOW + timedelta(hours=1)
ME = actor()


def someone(name: str = "Maëlys Kervadec", email: str | None = "m@courrier.example", **more: Any) -> str:
    return by_hand.add(ME, Typed(name=name, email=email, relation="found", **more), NOW).id


def record(identifier: str) -> Candidate:
    return store.load(WORKSPACE, identifier).read()


def version(identifier: str) -> int:
    return store.load(WORKSPACE, identifier).number


def edit(identifier: str, **changes: Any) -> Candidate:
    return service.edit(ME, identifier, version(identifier), Edit(**changes), LATER)[0]


def walk(limit: int = 3, **wanted: str) -> list[str | None]:
    """Names in a list, by its pages."""
    names: list[str | None] = []
    cursor = None
    while True:
        page = search.search(WORKSPACE, PeopleQuery(**wanted), cursor=cursor, limit=limit)
        names += [c.name for c in page.cards]
        if (cursor := page.cursor) is None:
            return names
