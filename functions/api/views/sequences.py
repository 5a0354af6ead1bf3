"""What the API shows of sequences."""

from pydantic import Field

from vivier.casework.enrolment_acts import SeenEnrolment
from vivier.casework.trying import StepExperiment
from vivier.kernel.model import Model
from vivier.sequences.model import EnrolmentCounts, Sequence, SequenceCard, SequenceVersion
from vivier.sequences.numbers import StepNumbers


class ListedSequence(Model):
    card: SequenceCard
    counts: EnrolmentCounts


class SequencesView(Model):
    sequences: list[ListedSequence]


class SequenceProblem(Model):
    field: str = Field(description="Where: `steps`, `steps.2.text_id`, `settings.job_id`, `settings.hours`.")
    message: str


class SequenceView(Model):
    """A sequence with its draft, as it is now. `version` is the row's, which an edit names in If-Match."""

    sequence: Sequence
    version: int
    counts: EnrolmentCounts
    problems: list[SequenceProblem] = Field(description="What keeps the draft from being published.")
    experiments: list[StepExperiment] = Field(description="What runs on its mails, as published.")


class StepNumbersView(Model):
    steps: list[StepNumbers]


class SequenceVersionsView(Model):
    versions: list[SequenceVersion]


class PersonEnrolmentsView(Model):
    enrolments: list[SeenEnrolment]
