"""A sequence from its first draft to the answer that stops it: each route and each function once."""

from datetime import timedelta
from typing import Any

from moto.ses.models import ses_backends
from tests import mails
from tests.contract import stack
from tests.contract.entries import said
from tests.contract.mail_day import Asks, comes
from tests.factories import WORKSPACE
from tests.sequences import ALWAYS, mail_step, task_step, wait_step

from vivier.kernel.ids import new_id, sort_key
from vivier.mail.inbound import reading
from vivier.sequences import store
from vivier.storage.transaction import Transaction

SEQUENCE = "/sequences/{sequence_id}"
ENROLMENT = "/enrolments/{candidate_id}/{sequence_id}"


def of_a_sequence(api: Asks, candidate_id: str) -> None:
    """Written, published twice, paused and resumed; somebody is in it, and answers."""
    made = _written(api)
    where: dict[str, Any] = {"sequence_id": made, "candidate_id": candidate_id}
    whom = {"candidate_ids": [candidate_id]}
    assert api.asks("POST", SEQUENCE + "/preflight", whom, sequence_id=made)["enrolled"] == 1
    past = {"since": "2026-01-01", "until": "2026-06-30", "entering": {"on": "created"}}
    api.asks("POST", SEQUENCE + "/dry-run", past, sequence_id=made)
    wanted = whom | {"key": sort_key(new_id("key"))}
    api.asks("POST", SEQUENCE + "/enrolments", wanted, expect=202, sequence_id=made)
    for act in ("pause", "resume", "restart", "move"):
        api.asks("POST", f"{ENROLMENT}/{act}", **where)
    key = _first_mail(api, where)
    for kind in ("send", "delivery"):
        api.does("RecordDeliveryFunction", said(kind, key))
    why = api.asks("GET", "/candidates/{candidate_id}/mails/{key}/why", candidate_id=candidate_id, key=key)
    assert why["sequence"]["step"] == 1
    _task_and_end(api, where)
    _answered(api, where)
    seen = api.asks("POST", ENROLMENT + "/resume", **where)["enrolment"]
    api.asks("POST", ENROLMENT + "/skip", headers={"If-Match": f'"{seen["epoch"]}"'}, **where)
    api.asks("POST", ENROLMENT + "/remove", **where)
    assert api.asks("GET", SEQUENCE + "/enrolments", sequence_id=made)["counts"]["removed"] == 1
    assert api.asks("GET", "/candidates/{candidate_id}/enrolments", candidate_id=candidate_id)["enrolments"]
    _asleep(api, where)


def _written(api: Asks) -> str:
    steps = [mail_step().model_dump(mode="json"), task_step().model_dump(mode="json")]
    settings = {**ALWAYS, "stop_on_stage_change": False}  # the day goes on with moves in jobs
    body: dict[str, Any] = {"name": "Rester en contact", "steps": steps, "settings": settings}
    made = api.asks("POST", "/sequences", body, expect=201)
    where: dict[str, Any] = {"sequence_id": made["sequence"]["id"]}
    version = {"If-Match": f'"{made["version"]}"'}
    body["steps"] = [steps[0], wait_step(minutes=1).model_dump(mode="json"), *steps[1:]]
    api.asks("PUT", SEQUENCE, body, headers=version, **where)
    version = {"If-Match": f'"{api.asks("GET", SEQUENCE, **where)["version"]}"'}
    api.asks("POST", SEQUENCE + "/publish", {"in_flight": "move"}, headers=version, **where)
    for act in ("pause", "resume", "archive", "restore", "resume"):
        api.asks("POST", f"{SEQUENCE}/{act}", **where)
    assert api.asks("GET", "/sequences")["sequences"]
    assert len(api.asks("GET", SEQUENCE + "/versions", **where)["versions"]) == 1
    assert api.asks("GET", SEQUENCE + "/numbers", **where)["steps"] == []
    return str(where["sequence_id"])


def _wake(api: Asks, where: dict[str, Any], *, by: float = 0) -> Any:
    """The state machine's wake, whose time has come."""
    row = store.enrolment(WORKSPACE, where["candidate_id"], where["sequence_id"])
    assert row
    e = store.read(row)
    assert e.wake_at
    earlier = {"wake_at": e.wake_at - timedelta(hours=1), "enrolled_at": e.enrolled_at - timedelta(days=90)}
    transaction = Transaction()
    after = e.model_copy(update=earlier | {"since": None})
    store.write(transaction, WORKSPACE, row, e, after, armed=True)
    transaction.commit()
    return api.does("WakeEnrolmentFunction", {"workspace": WORKSPACE, "epoch": e.epoch, **where})


def _first_mail(api: Asks, where: dict[str, Any]) -> str:
    woken = _wake(api, where)
    assert woken["next"] == "send"
    key = str(woken["message_key"])
    assert api.does("SendStepFunction", {"workspace": WORKSPACE, "message_key": key}) == {"state": "sent"}
    return key


def _task_and_end(api: Asks, where: dict[str, Any]) -> None:
    assert [_wake(api, where)["next"] for _ in range(3)] == ["wait", "wait", "done"]
    api.asks("POST", ENROLMENT + "/restart", **where)
    _first_mail(api, where)


def _answered(api: Asks, where: dict[str, Any]) -> None:
    """Their answer to the mail comes in: what they are in is stopped."""
    raw = ses_backends[stack.ACCOUNT][stack.REGION].sent_messages[-1].raw_data
    (reply_to,) = reading.read(raw.encode()).reply_to
    sender = "Nadia Ferrand <nadia.ferrand@exemple.fr>"
    answer = mails.raw("Volontiers.", From=sender, To=reply_to.address)
    assert comes(api, "answer00000009", answer, reply_to.address) == "filed"
    row = store.enrolment(WORKSPACE, where["candidate_id"], where["sequence_id"])
    assert row
    assert store.read(row).reason == "reply"


def _asleep(api: Asks, where: dict[str, Any]) -> None:
    """Somebody for the sweep: due within a day, and nothing set to wake them."""
    api.asks("POST", ENROLMENT + "/restart", **where)
    row = store.enrolment(WORKSPACE, where["candidate_id"], where["sequence_id"])
    assert row
    e = store.read(row)
    transaction = Transaction()
    store.write(transaction, WORKSPACE, row, e, e, armed=False)
    transaction.commit()
