"""What a recruiter does with a job in a day: each of its routes once."""

from typing import Any

from tests.contract.interview_day import Meets as Asks
from tests.contract.interview_day import of_an_interview
from tests.factories import WORKSPACE

from vivier.kernel.ids import new_id

JOB = "/jobs/{job_id}"
SHORTLISTS = JOB + "/shortlists"
BOARD_PATHS = ("", "/board", "/events")


def of_a_job(api: Asks, one: str, other: str) -> None:
    """`one`, `other`: ids of two people."""
    library = api.asks("GET", "/jobs/library")["pipelines"]
    stages = [dict(s) for s in library["standard"]]
    stages[1]["actions"] = [{"do": "tag", "tag": "appel"}, {"do": "send", "template": "next_step"}]
    made = api.asks("POST", "/jobs", {"title": {"fr": "Batelière ou batelier"}, "stages": stages}, expect=201)
    job: dict[str, Any] = {"job_id": made["job"]["id"]}
    _edit(api, job, made)
    stage = {s["kind"]: s["id"] for s in made["job"]["stages"]}
    for path in BOARD_PATHS:
        api.asks("GET", JOB + path, **job)
    _share(api, job, one, other)
    _people(api, job, stage, one, other)
    _reasons(api)
    _end(api, job)
    sketch = api.asks("POST", "/jobs", {"title": {"en": "Lock keeper"}, "like": job["job_id"]}, expect=201)
    api.asks("DELETE", JOB, job_id=sketch["job"]["id"])
    assert api.asks("GET", "/jobs", query={"state": "open"})["jobs"]


def _edit(api: Asks, job: dict[str, Any], made: Any) -> None:
    edited = api.asks("PATCH", JOB, {"openings": 2}, headers={"If-Match": '"1"'}, **job)
    version = {"If-Match": f'"{edited["version"]}"'}
    api.asks("PUT", JOB + "/pipeline", {"stages": _texts(made)}, headers=version, **job)
    api.asks("POST", JOB + "/open", **job)


def _texts(made: Any) -> list[Any]:
    """The stages as they are sent back, one with another name."""
    kept = ("id", "name", "kind", "actions", "form")
    texts = [{k: s[k] for k in kept} for s in made["job"]["stages"]]
    texts[0]["name"] = {"fr": "Reçue", "en": "Received"}
    return texts


def _share(api: Asks, job: dict[str, Any], one: str, other: str) -> None:
    """Two people are shown to a customer, who looks, reads a CV and answers; then the link ends."""
    _all_done(api.asks("POST", JOB + "/applications", {"candidate_ids": [one, other]}, **job))
    chosen = {"candidate_ids": [one, other], "showing": {"contacts": True, "cv": True}}
    assert api.asks("POST", SHORTLISTS + "/preview", chosen, **job)["people"]
    to = {"name": "Marion Duval", "email": "marion@cap.example"}
    made = api.asks("POST", SHORTLISTS, {**chosen, "to": to, "key": new_id("key")[4:]}, expect=201, **job)
    where = {"shortlist_id": made["id"], **job}
    api.does("SendStepFunction", {"workspace": WORKSPACE, "message_key": f"shortlist-{made['id']}-0"})
    token = api.asks("POST", SHORTLISTS + "/{shortlist_id}/link", **where)["url"].rpartition("#")[2]
    for _ in range(2):
        assert len(api.visits("GET", "/shortlist", token=token)["people"]) == 2
    page = api.visits("GET", "/shortlist/cv", token=token, query={"person": "1"})
    assert page["image_url"]
    for opinion in ("interested", "not_interested"):
        api.visits("POST", "/shortlist/answers", {"person": 1, "opinion": opinion}, token=token)
    api.asks("DELETE", SHORTLISTS + "/{shortlist_id}", **where)
    api.visits("GET", "/shortlist", token=token, expect=404)
    api.asks("POST", SHORTLISTS + "/{shortlist_id}/restore", **where)
    api.asks("POST", SHORTLISTS + "/{shortlist_id}/renew", {"days": 7}, **where)
    assert api.asks("GET", SHORTLISTS, **job)["shortlists"][0]["opened"] == 2
    _all_done(
        api.asks("POST", JOB + "/withdrawals", {"candidate_ids": [one, other], "withdrawal": {"reason": "pay"}}, **job)
    )


def _people(api: Asks, job: dict[str, Any], stage: dict[str, str], one: str, other: str) -> None:
    both = {"candidate_ids": [one, other]}
    _all_done(api.asks("POST", JOB + "/applications", both, **job))
    of_an_interview(api, job["job_id"], one)
    api.asks("GET", JOB + "/stages/{stage_id}", stage_id=stage["new"], **job)
    api.asks("GET", JOB + "/stages/{stage_id}/recount", stage_id=stage["new"], **job)
    api.asks("POST", JOB + "/stages/{stage_id}/entering", both, stage_id=stage["contact"], **job)
    moved = _all_done(api.asks("POST", JOB + "/moves", {**both, "to": stage["contact"]}, **job))
    _all_done(api.asks("POST", JOB + "/undo", {"moves": {one: moved[0]["application"]["epoch"]}}, **job))
    api.asks("POST", JOB + "/pulse", **job)
    api.asks("PUT", JOB + "/applications/{candidate_id}/owner", {"owner": None}, candidate_id=one, **job)
    letter = {"template": "refusal", "business_days": 1}
    api.asks("POST", JOB + "/refusals/preview", {**both, "letter": letter}, **job)
    refusal = {"reason": "skills", "letter": letter}
    _all_done(api.asks("POST", JOB + "/refusals", {"candidate_ids": [one], "refusal": refusal}, **job))
    _all_done(api.asks("POST", JOB + "/reopenings", {"candidate_ids": [one]}, **job))
    gone = {"candidate_ids": [one], "withdrawal": {"reason": "pay"}}
    _all_done(api.asks("POST", JOB + "/withdrawals", gone, **job))


def _all_done(answer: Any) -> Any:
    assert [d["code"] for d in answer["done"]] == [None] * len(answer["done"]), answer
    return answer["done"]


def _reasons(api: Asks) -> None:
    held = api.asks("GET", "/refusal-reasons")
    version = {"If-Match": f'"{held["version"]}"'}
    api.asks("PUT", "/refusal-reasons", {"reasons": held["reasons"]}, headers=version)


def _end(api: Asks, job: dict[str, Any]) -> None:
    api.asks("POST", JOB + "/close", {"told_otherwise": True}, expect=202, **job)
    api.asks("POST", JOB + "/work", **job)
    api.asks("POST", JOB + "/reopen", expect=202, **job)
