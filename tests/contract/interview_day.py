"""What a recruiter and a candidate do with an interview: each of its routes once."""

from typing import Any, Protocol

from tests.factories import WORKSPACE

from vivier.kernel.actor import Role
from vivier.kernel.ids import new_id
from vivier.team import service as team

HERE = "/jobs/{job_id}/applications/{candidate_id}/interviews"
ONE = HERE + "/{interview_id}"
DAY = "2099-06-02T"


class Meets(Protocol):
    """Calls one route of either API, and reads the mail that left last."""

    def asks(self, method: str, resource: str, body: Any = None, *, expect: int = 200, **more: Any) -> Any: ...
    def visits(
        self, method: str, resource: str, body: Any = None, *, token: str | None = None, expect: int = 200, **more: Any
    ) -> Any: ...
    def does(self, function: str, event: dict[str, Any], **environment: str) -> Any: ...
    def opened_link(self, page: str) -> str: ...


def of_an_interview(api: Meets, job_id: str, candidate_id: str) -> None:
    noe = team.add_member(WORKSPACE, subject="noe", name="Noé", email="n@halage.example", role=Role.recruiter)
    offer = {"by": "slots", "starts": [f"{DAY}{hour:02}:00:00Z" for hour in (8, 9, 10, 11)]}
    details = {"kind": "video", "duration_minutes": 45, "interviewers": [noe.id]}
    looking = {"interviewers": [noe.id], "duration_minutes": 45, "offer": offer}
    assert api.asks("POST", "/interviews/times", looking)["free"]
    where: dict[str, Any] = {"job_id": job_id, "candidate_id": candidate_id}
    made = api.asks("POST", HERE, details | {"offer": offer, "key": new_id("key")[4:]}, expect=201, **where)
    where["interview_id"] = made["interview"]["id"]
    token = _link(api, where["interview_id"])
    _chosen(api, token, offer)
    assert api.asks("GET", HERE, job_id=job_id, candidate_id=candidate_id)["interviews"]
    week = {"since": f"{DAY}00:00:00Z", "until": "2099-06-09T00:00:00Z", "member_id": noe.id}
    assert api.asks("GET", "/interviews", query=week)["interviews"]
    _changed(api, where, offer)
    _called_off(api, token, where)


def _link(api: Meets, interview_id: str) -> str:
    key = f"interview-{interview_id.partition('_')[2]}-0-candidate"
    assert api.does("SendStepFunction", {"workspace": WORKSPACE, "message_key": key})["state"] == "sent"
    return api.opened_link("/p/interview")


def _chosen(api: Meets, token: str, offer: dict[str, Any]) -> None:
    seen = api.visits("GET", "/interview", token=token)
    first, second, *_ = offer["starts"]
    for start in (first, second):
        version = {"If-Match": f'"{seen["sequence"]}"'}
        seen = api.visits("POST", "/interview", {"starts_at": start}, token=token, headers=version)
    assert "BEGIN:VEVENT" in api.visits("GET", "/interview/calendar", token=token)["text"]


def _changed(api: Meets, where: dict[str, Any], offer: dict[str, Any]) -> None:
    held = api.asks("GET", ONE, **where)
    acts: list[tuple[str, str, Any]] = [
        ("PATCH", "", {"place": "Quai 4"}),
        ("POST", "/time", {"starts_at": f"{DAY}15:00:00Z"}),
        ("POST", "/offer", {"offer": offer}),
    ]
    for method, act, body in acts:
        held = api.asks(method, ONE + act, body, headers={"If-Match": f'"{held["version"]}"'}, **where)
    version = {"If-Match": f'"{held["version"]}"'}
    api.asks("POST", ONE + "/outcome", {"outcome": "held"}, expect=409, headers=version, **where)


def _called_off(api: Meets, token: str, where: dict[str, Any]) -> None:
    seen = api.visits("GET", "/interview", token=token)
    version = {"If-Match": f'"{seen["sequence"]}"'}
    gone = api.visits("POST", "/interview/cancel", {"message": "Souffrante."}, token=token, headers=version)
    assert gone["state"] == "cancelled"
    api.asks("POST", ONE + "/cancel", {}, headers={"If-Match": f'"{gone["sequence"]}"'}, **where)
