"""Pipelines: the library that a job begins with, and the rules of changing one. Pure."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from vivier.hiring.base import Words
from vivier.hiring.stages import ENDS, MOST_STAGES, Stage, StageKind, StageText
from vivier.kernel.errors import Invalid
from vivier.kernel.ids import new_id

N, C, I, D, O, H, X = StageKind  # noqa: E741 - in the order of a pipeline
LIBRARY: dict[str, tuple[tuple[StageKind, str, str], ...]] = {
    "standard": (
        (N, "Nouvelle candidature", "New application"),
        (C, "Premier échange", "First call"),
        (I, "Entretien", "Interview"),
        (D, "Décision", "Decision"),
        (O, "Proposition", "Offer"),
        (H, "Embauche", "Hired"),
        (X, "Clôture", "Closed"),
    ),
    "short": (
        (N, "À lire", "To read"),
        (I, "Entretien", "Interview"),
        (H, "Embauche", "Hired"),
        (X, "Clôture", "Closed"),
    ),
    "several_interviews": (
        (N, "Nouvelle candidature", "New application"),
        (C, "Appel de préqualification", "Screening call"),
        (I, "Entretien recrutement", "Recruiter interview"),
        (I, "Entretien technique", "Technical interview"),
        (I, "Rencontre de l’équipe", "Team meeting"),
        (D, "Prise de références", "References"),
        (O, "Proposition", "Offer"),
        (H, "Embauche", "Hired"),
        (X, "Clôture", "Closed"),
    ),
    "volume": (
        (N, "Reçue", "Received"),
        (C, "Disponibilité vérifiée", "Availability checked"),
        (I, "Session collective", "Group session"),
        (O, "Contrat envoyé", "Contract sent"),
        (H, "Embauche", "Hired"),
        (X, "Clôture", "Closed"),
    ),
    "sourcing": (
        (N, "Profil repéré", "Spotted"),
        (C, "Message envoyé", "Contacted"),
        (C, "En discussion", "In conversation"),
        (I, "Entretien", "Interview"),
        (D, "Décision", "Decision"),
        (O, "Proposition", "Offer"),
        (H, "Embauche", "Hired"),
        (X, "Clôture", "Closed"),
    ),
}


@cache
def library() -> dict[str, tuple[StageText, ...]]:
    """The product's own pipelines, by key."""
    return {
        key: tuple(StageText(name=Words(fr=fr, en=en), kind=kind) for kind, fr, en in stages)
        for key, stages in LIBRARY.items()
    }


def begun(wanted: list[StageText] | tuple[StageText, ...]) -> list[Stage]:
    """A new job's stages. Raises Invalid."""
    return changed([], [s.model_copy(update={"id": None}) for s in wanted], {}, {}).stages


class Changed(NamedTuple):
    """A pipeline as it will be; `emptied` are removed stages that still hold people, with where these go."""

    stages: list[Stage]
    emptied: dict[str, str]


def changed(
    held: list[Stage], wanted: list[StageText], targets: Mapping[str, str], counts: Mapping[str, int]
) -> Changed:
    """The pipeline with its stages as written. Stages not among them are removed: at once when nobody stands there,
    else they stay, closed to newcomers, until their people have gone to the stage that `targets` names.

    Raises Invalid: what a pipeline needs, a stage that does not exist, people without a stage to go to.
    """
    _sound(wanted)
    known = {s.id: s for s in held}
    if unknown := next((s.id for s in wanted if s.id and (s.id not in known or known[s.id].leaving_to)), None):
        raise _wrong("There is no such stage in this pipeline.", unknown)
    if len({s.id for s in wanted if s.id}) < sum(1 for s in wanted if s.id):
        raise _wrong("A stage stands in the pipeline twice.", "stages")
    kept = {s.id for s in wanted if s.id}
    gone = [s for s in held if s.id not in kept]
    staying = [s for s in gone if counts.get(s.id) or s.leaving_to]
    taken = {s.slot for s in held if s.id in kept} | {s.slot for s in staying}
    free = iter(n for n in range(MOST_STAGES) if n not in taken)
    stages: list[Stage] = []
    for text in wanted:
        body = text.model_dump(exclude={"id"})
        if text.id:
            stages.append(Stage.model_validate({**body, "id": text.id, "slot": known[text.id].slot}))
            continue
        slot = next(free, None)
        if slot is None:
            raise _wrong(f"A pipeline has {MOST_STAGES} stages at most.", "stages")
        stages.append(Stage.model_validate({**body, "id": new_id("stg"), "slot": slot}))
    emptied = {s.id: _target(s, targets, kept) for s in staying}
    return Changed(_with_leaving(held, stages, staying, emptied), emptied)


def _target(stage: Stage, targets: Mapping[str, str], kept: set[str]) -> str:
    to = stage.leaving_to or targets.get(stage.id)
    if to not in kept or to is None:
        raise Invalid(
            "People stand in a stage that you remove. Say where they go.",
            [{"field": "moves", "message": stage.id}],
            stage_id=stage.id,
        )
    return to


def _with_leaving(
    held: list[Stage], stages: list[Stage], staying: list[Stage], emptied: Mapping[str, str]
) -> list[Stage]:
    """Removed stages stand where they stood, behind the stage that came before them."""
    result = list(stages)
    for stage in staying:
        place = held.index(stage)
        before = next((s.id for s in reversed(held[:place]) if any(s.id == r.id for r in result)), None)
        at = next((n + 1 for n, r in enumerate(result) if r.id == before), 0)
        result.insert(at, stage.model_copy(update={"leaving_to": emptied[stage.id], "actions": [], "form": []}))
    return result


def _sound(wanted: list[StageText]) -> None:
    kinds = [s.kind for s in wanted]
    if not wanted or kinds[0] in ENDS:
        raise _wrong("A pipeline begins with a stage where people are still considered.", "stages")
    for end in sorted(ENDS):
        if kinds.count(end) != 1:
            raise _wrong(f"A pipeline has exactly one stage of the kind “{end}”.", "stages")
    if any(k not in ENDS for k in kinds[min(kinds.index(e) for e in ENDS) :]):
        raise _wrong("The stages “hired” and “closed” come last.", "stages")


def _wrong(message: str, field: str) -> Invalid:
    return Invalid(message, [{"field": field, "message": message}])
