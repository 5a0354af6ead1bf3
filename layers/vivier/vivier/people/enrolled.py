"""The row of a person in a sequence, as `sequences` writes it: rooms that know nothing of sequences may disturb one."""

from datetime import datetime

from pynamodb.attributes import NumberAttribute, UnicodeAttribute

from vivier.kernel.clock import iso
from vivier.kernel.ids import sort_key
from vivier.people.store import partition
from vivier.storage.table import Key, Versioned

ENROLMENT = "R#enrolment#"


class EnrolmentItem(Versioned, discriminator="enrolment"):
    """`epoch` guards the mails that were set going; `disturbed` says what happened that the sequence has to answer."""

    epoch = NumberAttribute(default=0)
    disturbed = UnicodeAttribute(null=True)

    @classmethod
    def key(cls, workspace: str, candidate_id: str, sequence_id: str) -> Key:
        return partition(workspace, candidate_id), f"{ENROLMENT}{sort_key(sequence_id)}"


def awake(workspace: str, candidate_id: str, sequence_id: str, at: datetime) -> tuple[str, str]:
    """Where an enrolment stands in the work index while something will wake it, by when."""
    return f"W#{workspace}#AWAKE", f"{iso(at)}#{candidate_id}#{sequence_id}"
