"""Every board counted again through the API: counters, cards and timelines must say the same."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from vivier_local.client import Client

STATES = ("open", "draft", "closed")
TRIES = 3  # people move while a stage is counted


class Counted(BaseModel):
    """One stage of one job. `counted` is the counter, `cards` the people on the board, `differences` those whose
    timeline puts them elsewhere; `moving` when people moved at each try, so that nothing can be said.
    """

    job_id: str
    job: str
    stage: str
    counted: int
    cards: int
    differences: list[str]
    moving: bool = False

    @property
    def right(self) -> bool:
        return not self.moving and self.counted == self.cards and not self.differences


def recount(client: Client, job_id: str | None) -> Iterator[Counted]:
    """Each stage of one job, or of every job."""
    if job_id:
        yield from _job(client, client.get(f"/jobs/{job_id}")["job"])
        return
    for state in STATES:
        for listed in client.pages("/jobs", "jobs", 10**6, state=state):
            yield from _job(client, client.get(f"/jobs/{listed['job']['id']}")["job"])


def _job(client: Client, job: dict[str, Any]) -> Iterator[Counted]:
    for stage in job["stages"]:
        for last in range(TRIES):
            found = _stage(client, job, stage, last == TRIES - 1)
            if found:
                yield found
                break


def _stage(client: Client, job: dict[str, Any], stage: dict[str, Any], last: bool) -> Counted | None:
    """None when someone moved meanwhile, but for the last try."""
    path = f"/jobs/{job['id']}/stages/{stage['id']}/recount"
    pages = [client.get(path)]
    while cursor := pages[-1]["cursor"]:
        pages.append(client.get(path, cursor=cursor))
    moved = len({p["revision"] for p in pages}) > 1
    if moved and not last:
        return None
    return Counted(
        job_id=job["id"],
        job=_words(job["title"]),
        stage=_words(stage["name"]),
        counted=pages[-1]["counted"],
        cards=sum(p["people"] for p in pages),
        differences=[d["candidate_id"] for p in pages for d in p["differences"]],
        moving=moved,
    )


def _words(both: dict[str, Any]) -> str:
    return str(both.get("fr") or both.get("en") or "")
