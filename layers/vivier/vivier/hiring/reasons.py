"""Why people leave a job: the workspace's own list. What the law forbids as a reason is not a reason here either."""

from datetime import datetime
from functools import cache
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from vivier.hiring.base import Words
from vivier.kernel.actor import Actor, Permission
from vivier.kernel.errors import Invalid
from vivier.kernel.versions import on_version
from vivier.people.model import Strict
from vivier.storage.table import Key, Versioned, find
from vivier.storage.transaction import Transaction
from vivier.team import audit

ReasonKey = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]{1,40}$")]


class Reason(Strict):
    """`side`: whose choice it was. One that is out of use stays for the past."""

    key: ReasonKey
    label: Words
    side: Literal["ours", "theirs"] = "ours"
    in_use: bool = True


class Reasons(Strict):
    reasons: list[Reason] = Field(min_length=1, max_length=60)


OWN: tuple[tuple[str, str, str, Literal["ours", "theirs"]], ...] = (
    ("skills", "Compétences requises manquantes", "Required skills are missing", "ours"),
    ("experience", "Expérience éloignée du poste", "Experience far from the job", "ours"),
    ("qualification", "Diplôme ou habilitation exigés manquants", "A required licence or degree is missing", "ours"),
    ("availability", "Disponibilité incompatible avec le poste", "Availability does not fit the job", "ours"),
    ("other_chosen", "Une autre candidature a été retenue", "Another application was chosen", "ours"),
    ("position_filled", "Poste pourvu", "The position is filled", "ours"),
    ("position_cancelled", "Recrutement annulé", "Recruiting was cancelled", "ours"),
    ("no_news", "Plus de nouvelles de la personne", "The person stopped answering", "ours"),
    ("pay", "Rémunération proposée trop basse", "The pay offered is too low", "theirs"),
    ("other_job", "A choisi un autre poste", "Took another job", "theirs"),
    ("place", "Lieu ou trajet", "Place or commute", "theirs"),
    ("content", "Le contenu du poste ne convient pas", "The work itself does not suit", "theirs"),
    ("other", "Autre", "Other", "ours"),
)


@cache
def own() -> Reasons:
    """The product's list."""
    return Reasons(reasons=[Reason(key=k, label=Words(fr=fr, en=en), side=side) for k, fr, en, side in OWN])


class ReasonsItem(Versioned, discriminator="refusal_reasons"):
    @classmethod
    def key(cls, workspace: str) -> Key:
        return f"W#{workspace}#SETTINGS", "refusal_reasons"

    def read(self) -> Reasons:
        return Reasons.model_validate_json(self.body)


def known(workspace: str) -> tuple[Reasons, int]:
    """The workspace's reasons and their version; the product's at version 0."""
    held = find(ReasonsItem, ReasonsItem.key(workspace))
    return (held.read(), held.number) if held else (own(), 0)


def require(workspace: str, key: str) -> Reason:
    """Raises Invalid."""
    reason = next((r for r in known(workspace)[0].reasons if r.key == key), None)
    if reason is None:
        raise Invalid("There is no such reason in your list.", [{"field": "reason", "message": key}])
    return reason


def save(actor: Actor, wanted: Reasons, version: int | None, now: datetime) -> tuple[Reasons, int]:
    """Raises Invalid, VersionMissing, VersionStale."""
    actor.require(Permission.edit_templates)
    if len({r.key for r in wanted.reasons}) < len(wanted.reasons):
        raise Invalid("A reason stands in the list twice.", [{"field": "reasons", "message": "twice"}])
    held = find(ReasonsItem, ReasonsItem.key(actor.workspace), consistent=True)
    number = held.number if held else 0
    stale = on_version(version, number, "Someone else changed this list meanwhile.", ["reasons"])
    gone = {r.key for r in (held.read() if held else own()).reasons} - {r.key for r in wanted.reasons}
    if gone:
        raise Invalid(
            "A reason that people were refused for stays in the list. Take it out of use instead.",
            [{"field": "reasons", "message": k} for k in sorted(gone)],
        )
    transaction = Transaction()
    fresh = ReasonsItem.holding(wanted, *ReasonsItem.key(actor.workspace))
    transaction.save(held.put(wanted) if held else fresh)
    audit.tell(transaction, actor, "reasons_changed", now)
    transaction.commit_on(stale)
    return wanted, number + 1
