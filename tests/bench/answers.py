"""From a mail program's SMTP to the person's timeline, through the whole local cloud."""

import itertools
import smtplib
import time
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import httpx

from tests.bench.figures import Timing, show
from tests.bench.instance import Running

_numbers = itertools.count(1)


def measure(instance: Running, people: int = 25) -> None:
    """Seconds from handing the answer over until its event is read on the timeline."""
    with instance.api() as api:
        taken = [_answered(instance, api) for _ in range(people + 2)][2:]
    timing = Timing.of(taken)
    rows: list[list[object]] = [["an answer", timing.p50 / 1000, timing.p95 / 1000, timing.n]]
    show("From SMTP in to the timeline (s)", ["mail", "p50", "p95", "n"], rows)


def _answered(instance: Running, api: httpx.Client) -> float:
    number = next(_numbers)
    email = f"answers{number}@bench.example"
    person = {"name": f"Aya Bench {number}", "email": email, "relation": "applied"}
    one = api.post("/candidates", json=person).raise_for_status().json()["id"]
    theirs = _left(instance, email)
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = email, theirs["Reply-To"], f"Re: {theirs['Subject']}"
    mail.set_content("Jeudi à 14 h me convient.\n")
    with smtplib.SMTP("localhost", instance.smtp_port) as door:
        started = time.perf_counter()
        door.send_message(mail)
        _wait(lambda: "mail_received" in _kinds(api, one), every=0.02)
        return time.perf_counter() - started


def _kinds(api: httpx.Client, candidate_id: str) -> list[str]:
    opened = api.get(f"/candidates/{candidate_id}").raise_for_status().json()
    return [e["kind"] for e in opened["events"]]


def _left(instance: Running, email: str) -> Any:
    """Our mail to them, as their mail program has it."""
    found: list[dict[str, Any]] = []

    def there() -> bool:
        messages = httpx.get(f"{instance.url}/mailbox/api/messages").raise_for_status().json()["messages"]
        found[:] = [m for m in messages if email in m["to"]]
        return bool(found)

    _wait(there, every=0.5)
    raw = httpx.get(f"{instance.url}/mailbox/api/messages/{found[0]['id']}/raw").raise_for_status().content
    return message_from_bytes(raw, policy=policy.default)


def _wait(until: Any, every: float) -> None:
    for _ in range(int(120 / every)):
        if until():
            return
        time.sleep(every)
    raise RuntimeError("nothing came within two minutes")
