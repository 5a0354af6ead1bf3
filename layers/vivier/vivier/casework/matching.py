"""Whether a document's person is known. Claims decide; likeness only suggests."""

from collections.abc import Mapping

from pydantic import Field

from vivier.kernel.model import Model
from vivier.people import identity, lists, store
from vivier.people.identity import Claim
from vivier.people.model import Candidate, Evidence
from vivier.storage.table import get_many, query

STRENGTH = {"email": 0, "link": 1, "phone": 2}  # the order in which claims are believed


class Match(Model):
    """Who it is (None: nobody we know), who it may be, and which claims belong to others."""

    person: str | None = None
    maybe: dict[str, list[Evidence]] = Field(default_factory=dict)
    shared: list[str] = Field(default_factory=list)


def find(
    workspace: str, candidate: Candidate, owned: Mapping[Claim, str] | None = None, *, known: str | None = None
) -> Match:
    """Who it is: an e-mail decides; a phone or a profile decides when the names agree; a name alone suggests. `known`:
    it is this person already, and what belongs to others stays theirs.

    One BatchGet of claims (unless their owners are given), a Get for each owner, and one Query of names when nobody was
    found.
    """
    if owned is None:
        owned = store.owners(workspace, identity.claims(candidate))
    people = {owner: store.standing(workspace, owner) for owner in set(owned.values())}
    match = Match(person=known)
    for claim, holder in sorted(owned.items(), key=lambda pair: (STRENGTH[pair[0].kind], pair[0])):
        person = people[holder]
        if person is None:
            continue
        owner = person.read()
        if match.person is None and (
            claim.kind == "email" or identity.same_name(owner.display_name, candidate.display_name)
        ):
            match.person = owner.id
        elif match.person != owner.id:
            match.shared.append(str(claim))
            match.maybe.setdefault(owner.id, []).append(_evidence(claim))
    if match.person is None and not match.maybe:
        match.maybe = _namesakes(workspace, candidate)
    return match


def _evidence(claim: Claim) -> Evidence:
    return Evidence(field=claim.kind if claim.kind != "file" else "link", value=claim.value, other_value=claim.value)


def _namesakes(workspace: str, candidate: Candidate) -> dict[str, list[Evidence]]:
    name = candidate.fields.name
    if name is None or len(identity.name_tokens(name.value)) < 2:
        return {}
    rows = query(lists.full_name_partition(workspace, name.value), newest_first=True, limit=5)
    places = [r for r in rows if isinstance(r, lists.PlaceItem)]
    cards = [c.read() for c in get_many(lists.CardItem, [p.card_key(workspace) for p in places])]
    return {
        c.id: [Evidence(field="name", value=name.value, other_value=c.name or "")]
        for c in cards
        if c.id != candidate.id
    }
