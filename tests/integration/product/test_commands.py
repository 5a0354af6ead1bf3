"""The `vivier` command against a running instance, as a script uses it."""

import json
import socket
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from tests.integration.host.running import Running, eventually

VIVIER = str(Path(sys.executable).with_name("vivier"))
CV = """Nadia Ferrand
Ingénieure logiciel
nadia.ferrand@exemple.fr - 06 39 98 00 17
Lyon, France

EXPÉRIENCE
Développeuse Python, Atelier Numérique, Lyon — janvier 2019 à aujourd'hui
Conception de services et encadrement d'une équipe de trois personnes.

FORMATION
Master informatique, Université Lyon 1, 2016 - 2018

COMPÉTENCES
Python, SQL, AWS

LANGUES
Français (natif), anglais C1
"""


@pytest.fixture(scope="module")
def cv(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cvs") / "nadia.txt"
    path.write_text(CV, encoding="utf-8")
    return path


def _vivier(running: Running, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [VIVIER, *arguments, "--url", running.url], capture_output=True, text=True, timeout=120, check=False
    )


def _rows(running: Running, *arguments: str) -> list[dict[str, Any]]:
    ran = _vivier(running, *arguments, "--json")
    assert ran.returncode == 0, ran.stderr
    return [json.loads(line) for line in ran.stdout.splitlines()]


def test_a_token_opens_the_api_as_its_persona(product: Running) -> None:
    token = _vivier(product, "token", "--as", "admin-en").stdout.strip()

    me = product.http.get("/api/me", headers={"Authorization": f"Bearer {token}"}).json()

    assert (me["member"]["role"], me["member"]["language"]) == ("admin", "en")


def test_an_applied_cv_becomes_a_candidate_who_is_answered(product: Running, cv: Path) -> None:
    uploaded = _rows(product, "upload", "--applied", str(cv))

    assert uploaded[0]["reason"] is None
    assert uploaded[0]["status"] in ("recorded", "acknowledged")
    assert uploaded[0]["seconds"] < 60
    people = _rows(product, "candidates", "--q", "nadia")
    assert [each["id"] for each in people] == [uploaded[0]["candidate_id"]]
    mails = eventually(lambda: _rows(product, "mailbox", "--to", "nadia.ferrand@exemple.fr"), 30)
    assert len(mails) == 1


def test_a_file_that_fails_says_why_and_makes_the_command_fail(product: Running, tmp_path: Path) -> None:
    garbage = tmp_path / "garbage.pdf"
    garbage.write_bytes(b"%PDF-1.4 not really")

    ran = _vivier(product, "upload", "--found", "--json", str(garbage))

    assert ran.returncode == 1
    assert json.loads(ran.stdout)["reason"]
    [waiting] = _rows(product, "review", "--kind", "failed")
    assert (waiting["kind"], waiting["who"], waiting["reason"]) == ("failed", "garbage.pdf", "truncated")
    assert waiting["id"] in _vivier(product, "review").stdout


def test_nobody_at_the_address_is_said_in_one_line(product: Running) -> None:
    ran = subprocess.run([VIVIER, "candidates", "--url", "http://localhost:1"], capture_output=True, text=True)

    assert ran.returncode == 2
    assert "nothing answers at http://localhost:1" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_an_instance_that_stops_answering_is_said_in_one_line(cv: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=lambda: server.accept()[0].close(), daemon=True).start()
        url = f"http://localhost:{server.getsockname()[1]}"
        ran = subprocess.run(
            [VIVIER, "upload", "--found", str(cv), "--url", url], capture_output=True, text=True, check=False
        )

    assert ran.returncode == 2
    assert f"{url} stopped answering" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_boards_counted_again_are_right_stage_by_stage(product: Running, cv: Path) -> None:
    token = _vivier(product, "token").stdout.strip()
    headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": "a-board-to-count"}
    job = {"title": {"fr": "Batelière ou batelier"}, "state": "open"}
    made = product.http.post("/api/jobs", json=job, headers=headers).json()["job"]
    _rows(product, "upload", "--applied", str(cv), "--job", made["id"])

    counted = _rows(product, "recount", "--job", made["id"])

    assert [(c["cards"], c["counted"]) for c in counted if c["cards"]] == [(1, 1)]
    assert all(c["right"] for c in counted)
    assert {c["job"] for c in _rows(product, "recount")} == {"Batelière ou batelier"}
