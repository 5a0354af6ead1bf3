"""Work that a kill cut off is finished by the next run."""

from pathlib import Path

from tests.integration.host.running import Running, eventually
from tests.integration.product.test_commands import CV

from vivier_local.client import Client, Ticket

FILES = 6


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
