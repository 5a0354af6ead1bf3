"""Scorecards for tests: a job that looks at something, asked for, answered, given."""

from datetime import timedelta
from typing import Any

from tests.factories import NOW
from tests.hiring import job, stage
from vivier.hiring.model import Job, Requirement
from vivier.hiring.scorecards import criteria, service
from vivier.hiring.scorecards.criteria import CriteriaText
from vivier.hiring.scorecards.model import Recommendation
from vivier.hiring.scorecards.service import ScorecardRequest, Scorecards, ScorecardText
from vivier.kernel.actor import Actor

LATER = NOW + timedelta(hours=2)
STEER, CALM = (f"req_{'0' * 25}{n}" for n in "12")


def looked_at(by: Actor, *team: tuple[Actor, str]) -> Job:
    """A job with two criteria."""
    needs = [Requirement(id=STEER, text="Piloter un bateau"), Requirement(id=CALM, text="Rester calme")]
    made = job(by=by, requirements=needs, team=[{"member_id": m.id, "role": r} for m, r in team])
    wanted = [{"requirement_id": r, "label": {"fr": t}} for r, t in ((STEER, "Pilotage"), (CALM, "Sang-froid"))]
    criteria.save(by, made.id, 0, CriteriaText.model_validate({"criteria": wanted}), NOW)
    return made


def answer(made: Job, by: Actor, *marks: int | None, give: bool = True, **more: Any) -> ScorecardText:
    """A scorecard with these marks, in the order of the job's criteria."""
    ratings = [
        {"criterion_id": c.id, "mark": mark, "remark": f"Vu par {by.name}."}
        for c, mark in zip(criteria.read(by, made.id).criteria, marks, strict=True)
    ]
    return ScorecardText.model_validate({"ratings": ratings, "recommendation": Recommendation.yes, "give": give} | more)


def ask(by: Actor, made: Job, who: str, *members: Actor) -> Scorecards:
    return service.ask(by, made.id, who, ScorecardRequest(members=[m.id for m in members]), NOW)


def give(made: Job, who: str, by: Actor, *marks: int | None, version: int = 1, **more: Any) -> service.OwnScorecard:
    about = stage(made, "new").id
    return service.write(by, made.id, who, about, version, answer(made, by, *marks, **more), LATER)
