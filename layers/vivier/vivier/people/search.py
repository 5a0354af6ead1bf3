"""The search port, and the search that the table itself can answer: lists by facet, name prefixes, exact contacts.

A full-text engine can take the table's place behind `PeopleSearch`.
"""

import re
from typing import Protocol

from pydantic import ConfigDict, Field

from vivier.kernel.errors import BadCursor
from vivier.kernel.model import Model
from vivier.people import identity, lists, store
from vivier.people.identity import Claim
from vivier.people.model import Card
from vivier.storage import cursor as cursors
from vivier.storage.table import get_many, query

EMPTY_BUCKETS = 20  # looked into while nobody was found: people have left the old buckets of a list like "to check"
AT_ONCE = 100  # people of one word of a name that are looked through for the others
QUERIES = 2  # of lists, in one page: the budget


class PeopleQuery(Model):
    """What is looked for. `q`: a name's beginning (two letters or more), an e-mail or a phone number."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    q: str | None = Field(default=None, max_length=200)
    relation: str | None = Field(default=None, max_length=100)
    source: str | None = Field(default=None, max_length=100)
    tag: str | None = Field(default=None, max_length=100)
    state: str | None = Field(default=None, max_length=100)

    def facets(self) -> list[str]:
        named = {"relation": self.relation, "source": self.source, "tag": self.tag, "state": self.state}
        return [f"{name}:{value}" for name, value in named.items() if value]

    def keeps(self, card: Card) -> bool:
        return (
            (self.relation is None or card.relation == self.relation)
            and (self.source is None or card.source == self.source)
            and (self.tag is None or self.tag in card.tags)
            and (self.state is None or self.state in card.states)
        )


class PeoplePage(Model):
    """A page, newest first. A page may be short and still have a cursor: a rare mix of filters is walked in steps."""

    cards: list[Card]
    cursor: str | None = None
    total: int | None = None


class PeopleSearch(Protocol):
    """Finds people of one workspace. Raises BadCursor."""

    def __call__(self, workspace: str, wanted: PeopleQuery, *, cursor: str | None, limit: int) -> PeoplePage: ...


def search(workspace: str, wanted: PeopleQuery, *, cursor: str | None = None, limit: int = 50) -> PeoplePage:
    """The table's own search: a BatchGet of counts, at most 2 Queries of lists and a BatchGet of cards a page."""
    q = (wanted.q or "").strip()
    if not q:
        return _newest(workspace, wanted, cursor, limit)
    if claim := _contact(q):
        return _owner(workspace, wanted, claim)
    return _named(workspace, wanted, q, cursor, limit)


def _contact(q: str) -> Claim | None:
    if "@" in q:
        return identity.email_claim(q)
    if re.fullmatch(r"[+\d][\d\s().-]{5,24}", q):
        digits = re.sub(r"[^\d+]", "", q)
        return identity.phone_claim("+33" + digits[1:] if re.fullmatch(r"0[1-9]\d{8}", digits) else digits)
    return identity.profile_claim(q) if "/" in q else None


def _owner(workspace: str, wanted: PeopleQuery, claim: Claim) -> PeoplePage:
    owner = store.owner(workspace, claim)
    row = store.standing(workspace, owner) if owner else None
    cards = [Card.of(row.read())] if row else []
    kept = [c for c in cards if wanted.keeps(c)]
    return PeoplePage(cards=kept, total=len(kept))


def _named(workspace: str, wanted: PeopleQuery, q: str, cursor: str | None, limit: int) -> PeoplePage:
    tokens = sorted(identity.name_tokens(q), key=len, reverse=True)
    if not tokens:
        return PeoplePage(cards=[], total=0)
    partition = lists.name_partition(workspace, tokens[0])
    (after,) = cursors.decode(cursor, str) if cursor else (None,)
    if after is not None and not after.startswith(tokens[0]):
        raise BadCursor("This cursor was made for another search. Start again without one.")
    asked = identity.fold(q).split()  # a single letter or digit finds nobody, and tells apart who was found
    # Of many who share the first word few have the others: then more are looked at than are shown.
    step = max(limit, AT_ONCE) if len(asked) > 1 else limit

    def fits(card: Card, place: lists.PlaceItem) -> bool:
        words = identity.fold(card.name or "").split()
        all_there = all(any(w.startswith(t) for w in words) for t in asked)
        # Jean Jeannot stands under both words: shown once, at the first.
        return all_there and place.token == _first(card, tokens[0]) and wanted.keeps(card)

    found: list[Card] = []
    for _ in range(EMPTY_BUCKETS):
        rows = query(partition, prefix="" if after else tokens[0], after=after, limit=step)
        places = [r for r in rows if isinstance(r, lists.PlaceItem) and r.sk.startswith(tokens[0])]
        cards = {c.id: c for c in _cards(workspace, places)}
        more = len(rows) == step and len(places) == len(rows)
        for place in places:
            if (card := cards.get(place.candidate_id)) and fits(card, place):
                found.append(card)
            after = place.sk
            if len(found) == limit:
                more = more or place is not places[-1]
                break
        if found or not more:
            break
    return PeoplePage(cards=found, cursor=cursors.encode([after]) if more else None)


def _first(card: Card, beginning: str) -> str | None:
    return min((w for w in identity.name_tokens(card.name) if w.startswith(beginning)), default=None)


def _newest(workspace: str, wanted: PeopleQuery, cursor: str | None, limit: int) -> PeoplePage:
    facets = wanted.facets()
    counts = lists.counters_of(workspace, facets or ["all"])
    if cursor:
        facet, bucket, last = cursors.decode(cursor, str, int, str)
        before = last or None
        if facet not in (facets or ["all"]):
            raise BadCursor("This cursor was made for another list. Start again without one.")
    else:
        # The rarest facet is walked; the others are looked at on the cards.
        facet = min(facets, key=lambda f: int(counts[f].n) if f in counts else 0) if facets else "all"
        bucket, before = (max(0, int(counts[facet].issued) - 1) // store.BUCKET if facet in counts else 0), None
    held = counts.get(facet)
    if held is None:
        return PeoplePage(cards=[], total=0)
    cards: list[Card] = []
    for walked in range(EMPTY_BUCKETS):
        if walked >= QUERIES and cards:
            break
        rows = query(
            lists.list_partition(workspace, facet, bucket),
            before=before,
            newest_first=True,
            limit=limit - len(cards),
        )
        found = [r.read() for r in rows if isinstance(r, lists.CardItem)] or _cards(
            workspace, [r for r in rows if isinstance(r, lists.PlaceItem)]
        )
        short = len(rows) < limit - len(cards)
        cards += [c for c in found if wanted.keeps(c)]
        bucket, before = (bucket - 1, None) if short else (bucket, rows[-1].sk)
        if bucket < 0 or len(cards) >= limit:
            break
    more = cursors.encode([facet, bucket, before or ""]) if bucket >= 0 else None
    return PeoplePage(cards=cards, cursor=more, total=int(held.n) if len(facets) < 2 else None)


def _cards(workspace: str, places: list[lists.PlaceItem]) -> list[Card]:
    return [i.read() for i in get_many(lists.CardItem, [p.card_key(workspace) for p in places])]
