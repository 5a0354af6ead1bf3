"""What was decided about a proposal, for a day: long enough to take it back.

Rows lie before the events of a person's partition, so that opening the person reads them last.
"""

from datetime import datetime, timedelta
from typing import Any

from vivier.kernel.clock import Instant
from vivier.kernel.ids import sort_key
from vivier.people.fields import Fields
from vivier.people.model import Candidate, Proposal, Strict
from vivier.people.store import partition
from vivier.storage.table import Item, Key

KEPT = timedelta(days=1)


class Decided(Strict):
    """`owner` is the record that the proposal lies with: the person's, or one merged into it. `before` and `after` are
    what the field held, as JSON; both are None for one that was refused.
    """

    proposal: Proposal
    owner: str
    accepted: bool
    before: Any = None
    after: Any = None
    mailable: bool = True  # before
    at: Instant

    @classmethod
    def of(cls, proposal: Proposal, owner: str, before: Candidate, after: Candidate | None, now: datetime) -> "Decided":
        """`after` is None where it was refused."""
        held, taken = (said(c.fields, proposal.field) if after and c else None for c in (before, after))
        return cls(
            proposal=proposal,
            owner=owner,
            accepted=after is not None,
            before=held,
            after=taken,
            mailable=before.mailable,
            at=now,
        )

    def taken_back(self, candidate: Candidate) -> Candidate | None:
        """The candidate with the field as it was; None when it holds something else by now."""
        if not self.accepted:
            return candidate
        field = self.proposal.field
        if said(candidate.fields, field) != self.after:
            return None
        fields = Fields.model_validate(candidate.fields.model_dump(mode="json") | {field: self.before})
        mailable = candidate.mailable and (self.mailable or field != "emails")
        return candidate.model_copy(update={"fields": fields, "mailable": mailable})


def said(fields: Fields, field: str) -> Any:
    return fields.model_dump(mode="json", include={field})[field]


class DecidedItem(Item, discriminator="decided_proposal"):
    @classmethod
    def key(cls, workspace: str, candidate_id: str, proposal_id: str) -> Key:
        return partition(workspace, candidate_id), f"D#proposal#{sort_key(proposal_id)}"

    @classmethod
    def of(cls, workspace: str, candidate_id: str, decided: Decided) -> "DecidedItem":
        gone = int((decided.at + KEPT).timestamp())
        return cls.holding(decided, *cls.key(workspace, candidate_id, decided.proposal.id), ttl=gone)

    def read(self) -> Decided:
        return Decided.model_validate_json(self.body)
