"""What people ask of the two APIs, at the functions' own entry points: asked again until it is answered."""

import json
from typing import Any

from tests.contract.entries import request
from tests.factories import WORKSPACE, colleague
from tests.hiring import candidate_in, job_with, stage
from tests.integration.faults.cases import Case, Work, owed
from tests.integration.faults.world import World
from tests.sequences import enrolled, mail_step, published, wait_step
from tests.unasked import token_in

from vivier.hiring.stages import SendTemplate, StageKind
from vivier.kernel.ids import new_id, sort_key
from vivier.mail.store import MessageItem
from vivier.storage.table import get

FORM = {"content-type": "application/x-www-form-urlencoded"}


class NotAnswered(Exception):
    pass


def asks(world: World, *events: dict[str, Any], function: str = "ApiFunction") -> Work:
    """Requests one after the other, each until it has an answer that is no fault of ours."""

    def once(event: dict[str, Any]) -> object:
        answer = world.does(function, event)
        if answer["statusCode"] >= 500:
            raise NotAnswered(answer["body"])
        return answer

    def work() -> None:
        for event in events:
            world.again(lambda event=event: once(event))  # type: ignore[misc]

    return work


def by(method: str, resource: str, body: Any = None, **path: Any) -> dict[str, Any]:
    """A recruiter's request, with the key that her client gives each."""
    event = request(method, resource, body, role="recruiter", **path)
    event["requestContext"]["authorizer"] |= {"member": colleague().id, "name": "Camille Aubry"}
    return event


def somebody() -> str:
    return get(MessageItem, MessageItem.key(WORKSPACE, owed())).read().candidate_id or ""


def writes(world: World) -> Work:
    draft = {"subject": "Une nouvelle", "body": "{{ greeting }}, à bientôt."}
    body = {"key": sort_key(new_id("key")), "candidate_ids": [somebody(), somebody()], "draft": draft}
    return asks(world, by("POST", "/mails", body))


def refuses(world: World) -> Work:
    made = job_with(StageKind.interview, by=colleague().actor())
    one = candidate_in(made, by=colleague().actor())
    refusal = {"reason": "skills", "letter": {"template": "refusal", "business_days": 0}}
    body = {"candidate_ids": [one], "refusal": refusal}
    return asks(world, by("POST", "/jobs/{job_id}/refusals", body, job_id=made.id))


def moves(world: World) -> Work:
    """Into a stage that sends a mail; then the move is undone, or not any more."""
    made = job_with(StageKind.interview, SendTemplate(do="send", template="next_step"), by=colleague().actor())
    one = candidate_in(made, by=colleague().actor())
    body = {"candidate_ids": [one], "to": stage(made, "interview").id}
    return asks(world, by("POST", "/jobs/{job_id}/moves", body, job_id=made.id))


def again(resource: str, **body: Any) -> Case:
    """What makes something new each time it is asked, under a key of the client's."""

    def case(world: World) -> Work:
        by_camille = colleague().actor()
        made = job_with(StageKind.interview, by=by_camille)
        one = candidate_in(made, by=by_camille)
        asked = json.loads(json.dumps(body).replace("SOMEBODY", one).replace("NOE", colleague("Noé").id))
        path = {k: v for k, v in {"job_id": made.id, "candidate_id": one}.items() if f"{{{k}}}" in resource}
        return asks(world, by("POST", resource, {"key": sort_key(new_id("key")), **asked}, **path))

    return case


def in_sequence(world: World) -> tuple[str, str]:
    """Somebody whose first mail comes up now."""
    one = somebody()
    made = published(None, mail_step("Un"), wait_step(hours=2), mail_step("Deux"))
    enrolled(made, one)
    world.drain()
    return one, made.id


def pauses(world: World) -> Work:
    _, made = in_sequence(world)
    return asks(world, *(by("POST", f"/sequences/{{sequence_id}}/{act}", sequence_id=made) for act in TURNS))


TURNS = ("pause", "resume")


def acts(world: World) -> Work:
    one, made = in_sequence(world)
    where = {"candidate_id": one, "sequence_id": made}
    resource = "/enrolments/{candidate_id}/{sequence_id}"
    return asks(world, *(by("POST", f"{resource}/{act}", **where) for act in (*TURNS, "skip")))


def leaves(world: World) -> Work:
    """The way out under the first mail of a sequence, while the second is still to come."""
    in_sequence(world)
    world.now += 15 * world.minute
    world.fire()
    unasked = next(t for t in reversed(world.wire) if b"List-Unsubscribe:" in t.raw)
    event = request("POST", "/preferences/{token}", headers=FORM, token=token_in(unasked.raw.decode()))
    event["body"] = "List-Unsubscribe=One-Click"
    del event["requestContext"]["authorizer"]
    return asks(world, json.loads(json.dumps(event)), function="PublicFunction")


WORDS = {"subject": "Une nouvelle", "body": "{{ greeting }}, à bientôt."}
MEETING = {"kind": "video", "duration_minutes": 45, "interviewers": ["NOE"]}
TIMES = {"by": "slots", "starts": ["2099-06-02T08:00:00Z", "2099-06-02T09:00:00Z"]}
VISITOR = {"name": "Marion Duval", "email": "marion@cap.example"}
HERE = "/jobs/{job_id}"
MAKE: dict[str, Case] = {
    "api, a mail to oneself": again("/mails/test", candidate_ids=["SOMEBODY"], draft=WORDS),
    "api, sharing people": again(f"{HERE}/shortlists", candidate_ids=["SOMEBODY"], to=VISITOR),
    "api, proposing an interview": again(f"{HERE}/applications/{{candidate_id}}/interviews", **MEETING, offer=TIMES),
    "api, booking an interview": again(
        f"{HERE}/applications/{{candidate_id}}/interviews", **MEETING, at="2099-06-02T08:00:00Z"
    ),
    "api, a note": again("/candidates/{candidate_id}/notes", text="Vue.", mentions=["NOE"]),
}
AGAIN = set(MAKE)
ASKED: dict[str, Case] = MAKE | {
    "api, writing to two": writes,
    "api, refusing": refuses,
    "api, moving": moves,
    "api, pausing a sequence": pauses,
    "api, acting on an enrolment": acts,
    "public, leaving": leaves,
}
