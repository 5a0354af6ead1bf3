"""Work that a kill cut off is finished by the next run."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from tests.integration.host.running import Running, eventually
from tests.integration.product.test_commands import CV

from vivier_local.client import Client, Ticket

FILES = 6
LETTERS = str.maketrans("0123456789", "abcdefghij")  # numbers are no words of a name


def _cv(number: int) -> str:
    person = f"Personne{chr(65 + number)}"
    return CV.replace("Nadia", person).replace("nadia", person.lower()).replace("00 17", f"00 2{number}")


def _send_all(client: Client, folder: Path) -> None:
    wanted = [
        {"client_key": str(number), "name": f"{number}.txt", "size": len(_cv(number)), "content_type": "text/plain"}
        for number in range(FILES)
    ]
    answer = client.post("/uploads", {"relation": "applied", "batch": "before-the-kill", "files": wanted})
    for ticket in map(Ticket.model_validate, answer["uploads"]):
        file = folder / f"{ticket.client_key}.txt"
        file.write_text(_cv(int(ticket.client_key)), encoding="utf-8")
        client.send(ticket, file)


def test_files_that_were_sent_before_a_kill_are_people_after_it_and_answered_once(tmp_path: Path) -> None:
    running = Running(tmp_path / "home", "--product")
    with Client(running.url) as client:
        _send_all(client, tmp_path)
    running.kill()

    survivor = Running(tmp_path / "home", "--product")
    with Client(survivor.url) as client:
        eventually(lambda: len(list(client.pages("/candidates", "candidates", 50))) == FILES or None, 150)
        eventually(lambda: len(client.mails(None)) >= FILES or None, 150)
        recipients = sorted(mail["to"][0] for mail in client.mails(None))
    survivor.stop()

    assert recipients == sorted(set(recipients))


def _queued(client: Client, running: Running, number: int) -> set[str]:
    """So many people who applied, whose answers SES does not take yet: the addresses."""
    full: dict[str, Any] = {"faults": [{"failure": "throttle", "times": 100 * number}]}
    running.http.put("/_local/faults", json=full).raise_for_status()
    addresses = {f"en-attente-{n}@courrier.example" for n in range(number)}
    for address in sorted(addresses):
        name = f"Prénom Nom{address.partition('@')[0][11:].translate(LETTERS)}"
        client.post("/candidates", {"name": name, "email": address, "relation": "applied"})
    eventually(lambda: _states(running).keys() == {"pending"} or None, 120)
    running.http.put("/_local/faults", json={}).raise_for_status()
    return addresses


def _states(running: Running) -> Counter[str]:
    """How many mails stand how, read from the table."""
    pages = running.table.get_paginator("scan").paginate(
        TableName=running.outputs["Table"],
        FilterExpression="kind = :message",
        ExpressionAttributeValues={":message": {"S": "message"}},
    )
    return Counter(row["state"]["S"] for page in pages for row in page["Items"])


def _unknown(client: Client) -> set[str]:
    """The mails before a human, by whom they are for."""
    return {item["message"]["to"] for item in client.pages("/review", "items", 1_000, kind="mail")}


@pytest.mark.soak
@pytest.mark.parametrize("heard", [True, False], ids=["SES tells what it took", "SES tells nothing"])
def test_two_hundred_mails_that_a_kill_meets_leaving_have_left_once_or_stand_before_a_human(
    tmp_path: Path, heard: bool
) -> None:
    running = Running(tmp_path / "home", "--product")
    with Client(running.url) as client:
        wanted = _queued(client, running, 200)
        if not heard:
            silent = {"events": {"delay_seconds": 0, "drop": ["Send", "Delivery"]}}
            running.http.put("/_local/faults", json=silent).raise_for_status()
        left = eventually(lambda: n if (n := len(client.mails(None))) >= 60 else None, 300)
        running.kill()
    assert left < 200

    survivor = Running(tmp_path / "home", "--product")
    with Client(survivor.url) as client:
        # What was claimed and not settled is given up when its lease has ended: two minutes, and a sweep.
        eventually(lambda: not _states(survivor).keys() & {"pending", "claimed"} or None, 400)
        taken = Counter(address for mail in client.mails(None) for address in mail["to"])
        keys = Counter(mail["tags"]["message"] for mail in client.mails(None))
        unknown, states = _unknown(client), _states(survivor)
    survivor.stop()

    assert set(keys.values()) == {1}
    assert set(taken.values()) == {1}
    assert taken.keys() | unknown == wanted
    assert states.keys() <= {"sent", "unknown"}
    assert states["unknown"] == len(unknown)
    print(f"killed after {left} of 200: {len(taken)} left once each, {len(unknown)} before a human")  # noqa: T201
