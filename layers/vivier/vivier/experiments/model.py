"""An experiment: which words, where, judged by what. Everything that decides is fixed before the start. Pure."""

from enum import StrEnum
from hashlib import sha256
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from vivier.kernel.actor import Language
from vivier.kernel.clock import Instant
from vivier.kernel.ids import sort_key
from vivier.mail.drafts import Body, Plain, Subject
from vivier.mail.model import Metric, TextId, VariantKey
from vivier.people.model import Strict

KEYS: tuple[VariantKey, ...] = ("a", "b", "c", "d")
LANGUAGES: tuple[Language, ...] = ("fr", "en")
USUAL: dict[Metric, int] = {"reply": 20, "click": 10}  # per cent, until there is something to go by

ExperimentId = Annotated[str, StringConstraints(pattern=r"^exp_[0-9A-HJKMNP-TV-Z]{26}$")]
SequenceId = Annotated[str, StringConstraints(pattern=r"^seq_[0-9A-HJKMNP-TV-Z]{26}$")]
StepId = Annotated[str, StringConstraints(pattern=r"^stp_[0-9A-HJKMNP-TV-Z]{26}$")]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]


# `kind` has no default: rows leave defaults out, and it tells the places apart.
class TemplatePlace(Strict):
    """Wherever a mail is sent from a template. Not the letters that a person is owed: an acknowledgement, the notice of
    GDPR art. 14 and a refusal say the same to everybody.
    """

    kind: Literal["template"]
    template: TextId | Literal["next_step"]

    @property
    def key(self) -> str:
        return f"template#{self.template}"


class StepPlace(Strict):
    """A mail of a sequence that has words of its own; one that sends a template is tried at the template."""

    kind: Literal["step"]
    sequence_id: SequenceId
    step_id: StepId

    @property
    def key(self) -> str:
        return f"step#{sort_key(self.sequence_id)}#{sort_key(self.step_id)}"


Place = Annotated[TemplatePlace | StepPlace, Field(discriminator="kind")]


class Wording(Strict):
    subject: Subject
    body: Body
    plain: Plain | None = Field(default=None, description="The plain-text part, where it is not made from the body.")


class ExperimentVariant(Strict):
    """What some of the people get. The first, `a`, is what is sent today."""

    key: VariantKey
    fr: Wording | None = None
    en: Wording | None = None

    def languages(self) -> set[Language]:
        return {spoken for spoken in LANGUAGES if getattr(self, spoken)}

    def words(self, language: Language) -> Wording | None:
        return self.fr if language == "fr" else self.en


InFlight = Literal["stay", "move"]


class Plan(Strict):
    """What decides, named before the first mail."""

    metric: Metric = "reply"
    window_days: int = Field(default=14, ge=1, le=60, description="How long a person has to do it.")
    minimum_days: int = Field(default=14, ge=1, le=180)
    minimum_people: int = Field(default=50, ge=20, le=10_000, description="A variant, whose time is over.")
    difference: int = Field(default=5, ge=1, le=50, description="In points: what is worth changing the words for.")
    usual: int | None = Field(default=None, ge=1, le=95, description="How many of a hundred do it today, as guessed.")
    adopt: Literal["by_hand", "by_itself"] = "by_hand"
    in_flight: InFlight = Field(default="stay", description="Of a step: who is under way when a variant is taken up.")

    @property
    def guess(self) -> float:
        return (self.usual or USUAL[self.metric]) / 100


class NewExperiment(Strict):
    """An experiment as somebody writes it: in each language that it is written in, in all its variants."""

    name: Name
    place: Place
    plan: Plan = Field(default_factory=Plan)
    variants: list[ExperimentVariant] = Field(min_length=2, max_length=4)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if [v.key for v in self.variants] != list(KEYS[: len(self.variants)]):
            raise ValueError("name the variants a, b, c, d")
        first, *others = (v.languages() for v in self.variants)
        if not first or any(each != first for each in others):
            raise ValueError("write every variant in the same languages")
        return self


Said = Literal["not_begun", "not_enough", "winner", "alike"]


class ExperimentState(StrEnum):
    draft = "draft"
    running = "running"
    stopped = "stopped"
    adopted = "adopted"


class Adopted(Strict):
    """Whose words stand in the place of the experiment now, and those that stood there before, to bring them back."""

    variant: VariantKey
    at: Instant
    by: str | None = None
    by_name: str | None = None
    said: Said = Field(description="The verdict at that time: nobody is kept from taking words that did not win.")
    ran: bool = Field(default=True, description="Whether it ran until then.")
    before: dict[Language, Wording] = Field(default_factory=dict)
    in_flight: InFlight = "stay"


class Experiment(NewExperiment):
    id: ExperimentId
    state: ExperimentState = ExperimentState.draft
    created_at: Instant
    created_by: str | None = None
    created_by_name: str | None = None
    started_at: Instant | None = None
    started_by: str | None = Field(default=None, description="Who is told of the verdict: a member's id.")
    stopped_at: Instant | None = None
    looked_at: Instant | None = Field(default=None, description="When it was last looked at by itself.")
    told: Said | None = Field(default=None, description="The verdict that whoever began it was told of, once.")
    kept: bool = Field(default=False, description="A winner could not be taken up by itself: somebody has to.")
    adopted: Adopted | None = None

    def assigned(self, person_id: str) -> ExperimentVariant:
        """The variant of a person: by a hash, so that it is chance for all of them and the same for each."""
        drawn = int.from_bytes(sha256(f"{self.id}|{person_id}".encode()).digest()[:8])
        return self.variants[drawn % len(self.variants)]

    def variant(self, key: VariantKey) -> ExperimentVariant:
        return next(v for v in self.variants if v.key == key)
