"""Criteria, scorecards and their side by side. Pure: no clock, no table."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from vivier.hiring.base import CandidateId, JobId, MemberId, Words
from vivier.hiring.model import Requirement
from vivier.kernel.clock import Instant
from vivier.people.model import Strict

MOST_CRITERIA = 20
MOST_HISTORY = 100_000  # bytes of earlier versions kept with a scorecard

CriterionId = Annotated[str, StringConstraints(pattern=r"^crt_[0-9A-HJKMNP-TV-Z]{26}$")]
AboutId = Annotated[str, StringConstraints(pattern=r"^(stg|itv)_[0-9A-HJKMNP-TV-Z]{26}$")]
RequirementId = Annotated[str, StringConstraints(pattern=r"^req_[0-9A-HJKMNP-TV-Z]{26}$")]
Remark = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=10_000)]
Mark = Annotated[int, Field(ge=1, le=4)]


class Anchors(Strict):
    """What each point of the scale means for a criterion. Who had no occasion to see it says so: that is no point."""

    one: Words = Words(fr="Rien de vu ne le montre", en="Nothing seen shows it")
    two: Words = Words(fr="Montré en partie", en="Shown in part")
    three: Words = Words(fr="Montré par un exemple précis", en="Shown by a precise example")
    four: Words = Words(fr="Montré par plusieurs exemples précis", en="Shown by several precise examples")


class CriterionText(Strict):
    """A criterion as someone writes it; without an id it is new. It is tied to something that the job really needs
    (Code du travail L1221-6).
    """

    id: CriterionId | None = None
    requirement_id: RequirementId
    label: Words
    looked_at: Words | None = Field(default=None, description="What one looks at, or asks, to see it.")
    anchors: Anchors = Field(default_factory=Anchors)

    def texts(self) -> list[str]:
        anchors = (self.anchors.one, self.anchors.two, self.anchors.three, self.anchors.four)
        said = [self.label, *([self.looked_at] if self.looked_at else []), *anchors]
        return [t for words in said for t in (words.fr, words.en) if t]


class Criterion(CriterionText):
    id: CriterionId


class Criteria(Strict):
    """What people are looked at for in one job."""

    criteria: list[Criterion] = Field(default_factory=list)
    overridden: list[str] = Field(default_factory=list, description="Warnings about the words that were overridden.")

    def untied(self, requirements: Iterable[Requirement]) -> list[str]:
        """Criteria whose requirement the job no longer has: nothing ties them to the job any more."""
        held = {r.id for r in requirements}
        return [c.id for c in self.criteria if c.requirement_id not in held]

    def of(self, criterion_id: str) -> Criterion | None:
        return next((c for c in self.criteria if c.id == criterion_id), None)


class Recommendation(StrEnum):
    strong_no = "strong_no"
    no = "no"
    yes = "yes"
    strong_yes = "strong_yes"


class Rating(Strict):
    """What one colleague saw of one criterion; `mark` None: not seen. `label` is the criterion's as it was then."""

    criterion_id: CriterionId
    label: Words | None = Field(default=None, description="Filled in from the criteria.")
    mark: Mark | None = None
    remark: Remark = ""


class Answer(Strict):
    """What someone writes on a scorecard."""

    ratings: list[Rating] = Field(default_factory=list, max_length=MOST_CRITERIA)
    recommendation: Recommendation | None = None
    text: Text = ""

    @model_validator(mode="after")
    def _once(self) -> Self:
        if len({r.criterion_id for r in self.ratings}) < len(self.ratings):
            raise ValueError("a criterion is rated twice")
        return self

    def words(self) -> str:
        """All that was written freely: what the linter reads."""
        return "\n".join([self.text, *(r.remark for r in self.ratings if r.remark)])


class GivenBefore(Answer):
    """What a scorecard said before it was changed."""

    at: Instant


class CardState(StrEnum):
    asked = "asked"
    draft = "draft"
    given = "given"


class About(Strict):
    """What a scorecard is about: a stage, or an interview."""

    id: AboutId
    name: Words


class Scorecard(Answer):
    """What one colleague says of one person in one job, about a stage or an interview. A draft is its author's only."""

    job_id: JobId
    candidate_id: CandidateId
    about: About
    member_id: MemberId
    member_name: str
    state: CardState = CardState.asked
    asked_at: Instant | None = None
    asked_by: MemberId | None = None
    asked_by_name: str | None = None
    due_at: Instant | None = None
    task_id: str | None = None
    given_at: Instant | None = None
    after_reading: bool = Field(default=False, description="Others' could be read before this one was asked or given.")
    edited_at: Instant | None = None
    overridden: list[str] = Field(default_factory=list)
    history: list[GivenBefore] = Field(default_factory=list, max_length=50)

    @property
    def owed(self) -> bool:
        """Someone was asked and has not given it: until then they read nobody else's."""
        return self.asked_at is not None and self.state != CardState.given

    def kept(self) -> list[GivenBefore]:
        """Its history, with what it says now if that was given: the newest that fit."""
        at = self.edited_at or self.given_at
        if self.state != CardState.given or at is None:
            return self.history
        now = GivenBefore(ratings=self.ratings, recommendation=self.recommendation, text=self.text, at=at)
        room, held = MOST_HISTORY, list[GivenBefore]()
        for version in reversed([*self.history, now][-50:]):
            room -= len(version.model_dump_json().encode())
            if room < 0:
                break
            held.insert(0, version)
        return held


class Asked(Strict):
    """That a colleague was asked, or has given a scorecard: all that anybody sees of it before it may be read."""

    about: About
    member_id: MemberId
    member_name: str
    state: Literal["asked", "given"]
    due_at: Instant | None = None
    given_at: Instant | None = None
    asked_by: MemberId | None = None
    asked_by_name: str | None = None

    @classmethod
    def of(cls, card: Scorecard) -> Self:
        kept = card.model_dump(include=set(cls.model_fields) - {"about", "state"})
        return cls(about=card.about, state="given" if card.state == CardState.given else "asked", **kept)


class Spread(Strict):
    """The lowest and the highest mark that people gave. There is no average: people are not added up."""

    lowest: Mark
    highest: Mark


class CriterionLine(Strict):
    """One criterion, with what each scorecard says of it, in the order of the scorecards."""

    criterion_id: CriterionId
    label: Words
    requirement_id: RequirementId | None = Field(default=None, description="None: no criterion of the job any more.")
    ratings: list[Rating | None]
    spread: Spread | None = Field(default=None, description="None: fewer than two people saw it.")


class Summary(Strict):
    """Scorecards side by side."""

    scorecards: list[Scorecard]
    lines: list[CriterionLine]


def side_by_side(cards: Iterable[Scorecard], criteria: Criteria) -> Summary:
    """The scorecards that were given, criterion by criterion: the job's first, then those it no longer has."""
    given = sorted((c for c in cards if c.state == CardState.given), key=lambda c: (c.given_at, c.member_id))
    labels = {c.id: c.label for c in criteria.criteria}
    for rating in (r for card in given for r in card.ratings):
        if rating.label:
            labels.setdefault(rating.criterion_id, rating.label)
    lines = []
    for identifier, label in labels.items():
        held = criteria.of(identifier)
        ratings = [next((r for r in c.ratings if r.criterion_id == identifier), None) for c in given]
        marks = [r.mark for r in ratings if r and r.mark]
        lines.append(
            CriterionLine(
                criterion_id=identifier,
                label=label,
                requirement_id=held.requirement_id if held else None,
                ratings=ratings,
                spread=Spread(lowest=min(marks), highest=max(marks)) if len(marks) > 1 else None,
            )
        )
    bare = [c.model_copy(update={"history": [], "task_id": None}) for c in given]
    return Summary(scorecards=bare, lines=lines)


def incomplete(answer: Answer, criteria: Criteria) -> list[str]:
    """What is missing before a scorecard can be given: each criterion answered (`not seen` is an answer), and a word of
    advice.
    """
    rated = {r.criterion_id for r in answer.ratings}
    missing = [f"ratings.{c.id}" for c in criteria.criteria if c.id not in rated]
    return missing if answer.recommendation else [*missing, "recommendation"]
