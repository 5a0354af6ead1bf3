"""Rows of shortlists (docs/access_patterns.md). A shortlist, how often it was opened and what its visitor said lie in
one partition, which the link opens with one Query; all of a job's stand together in the second index.
"""

from datetime import datetime
from typing import Any, NamedTuple

from pynamodb.attributes import NumberAttribute, UnicodeAttribute

from vivier.hiring.shortlists.model import Feedback, Shortlist
from vivier.kernel.clock import iso
from vivier.kernel.errors import NotFound
from vivier.kernel.ids import sort_key
from vivier.storage.table import Item, Key, Versioned, newest_together, query
from vivier.storage.transaction import Transaction

MOST_ROWS = 1000  # of one job's shortlists, read to list them
MOST_OF_ONE = 60


def partition(workspace: str, shortlist_id: str) -> str:
    return f"W#{workspace}#SHORTLIST#{shortlist_id}"


def together(workspace: str, job_id: str) -> str:
    return f"W#{workspace}#SHORTLISTS#{job_id}"


def _listed(workspace: str, shortlist: Shortlist, sk: str) -> dict[str, str]:
    return {"gsi2pk": together(workspace, shortlist.job_id), "gsi2sk": f"{sort_key(shortlist.id)}#{sk}"}


class ShortlistItem(Versioned, discriminator="shortlist"):
    """`epoch` guards the mail that carries the link."""

    epoch = NumberAttribute(default=0)

    @classmethod
    def key(cls, workspace: str, shortlist_id: str) -> Key:
        return partition(workspace, shortlist_id), "S"

    @classmethod
    def of(cls, workspace: str, s: Shortlist) -> "ShortlistItem":
        return cls.holding(s, *cls.key(workspace, s.id), epoch=s.epoch, **_listed(workspace, s, "S"))

    def now(self, s: Shortlist) -> "ShortlistItem":
        """The same row (its version kept) holding the shortlist as it is now."""
        self.put(s)
        self.epoch = s.epoch
        return self

    def read(self) -> Shortlist:
        return Shortlist.model_validate_json(self.body)


class OpeningsItem(Item, discriminator="shortlist_openings"):
    """How often it was opened, when last, and in which hour the timelines last said so."""

    opened = NumberAttribute(default=0)
    last = UnicodeAttribute(null=True)
    told = UnicodeAttribute(null=True)

    @classmethod
    def of(cls, workspace: str, s: Shortlist) -> "OpeningsItem":
        item = cls(partition(workspace, s.id), "N")
        item.gsi2pk, item.gsi2sk = _listed(workspace, s, "N").values()
        return item


class FeedbackItem(Versioned, discriminator="shortlist_feedback"):
    @classmethod
    def of(cls, workspace: str, s: Shortlist, f: Feedback) -> "FeedbackItem":
        sk = f"F#{sort_key(f.candidate_id)}"
        return cls.holding(f, partition(workspace, s.id), sk, **_listed(workspace, s, sk))

    def read(self) -> Feedback:
        return Feedback.model_validate_json(self.body)


class Held(NamedTuple):
    """A shortlist with what became of it; feedback by the id that was shared."""

    row: ShortlistItem
    shortlist: Shortlist
    openings: OpeningsItem
    feedback: dict[str, FeedbackItem]


def load(workspace: str, shortlist_id: str) -> Held:
    """One Query. Raises NotFound."""
    rows = query(partition(workspace, shortlist_id), limit=MOST_OF_ONE, consistent=True)
    held = _sorted(rows)
    if not held:
        raise NotFound("There is no such shortlist.")
    return held[0]


def of_job(workspace: str, job_id: str) -> list[Held]:
    """All of a job's, the newest first: one Query."""
    return _sorted(newest_together(together(workspace, job_id), limit=MOST_ROWS))


def _sorted(rows: list[Item]) -> list[Held]:
    openings = {r.pk: r for r in rows if isinstance(r, OpeningsItem)}
    answers: dict[str, dict[str, FeedbackItem]] = {}
    for row in rows:
        if isinstance(row, FeedbackItem):
            answers.setdefault(row.pk, {})[row.read().candidate_id] = row
    whole = [r for r in rows if isinstance(r, ShortlistItem) and r.pk in openings]
    return [Held(r, r.read(), openings[r.pk], answers.get(r.pk, {})) for r in whole]


def create(transaction: Transaction, workspace: str, s: Shortlist) -> None:
    transaction.create(ShortlistItem.of(workspace, s), OpeningsItem.of(workspace, s))


def opened(transaction: Transaction, held: Held, now: datetime, hour: str | None) -> None:
    """Counts an opening; with an `hour`, only if the timelines have not said so in it."""
    row = held.openings
    actions = [OpeningsItem.opened.add(1), OpeningsItem.last.set(iso(now))]
    quiet: Any = OpeningsItem.pk.exists()
    if hour:
        actions.append(OpeningsItem.told.set(hour))
        quiet = quiet & (OpeningsItem.told.does_not_exist() | (OpeningsItem.told != hour))
    transaction.update(row, *actions, when=quiet)
