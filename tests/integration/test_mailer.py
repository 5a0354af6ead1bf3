"""One mail is one request on the wire (by default a lost answer makes boto3 ask three times)."""

import socketserver
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from tests.conftest import ENVIRONMENT, set_environment

from vivier.gateways import mailer


class Unreliable(ThreadingHTTPServer):
    """Plays SES: reads each request, counts it, and answers with `status`, or closes the line when that is 0."""

    status = 0
    requests = 0


class _Answer(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        server: Any = self.server
        self.rfile.read(int(self.headers["content-length"]))
        server.requests += 1
        if server.status:
            body = b'{"message": "no"}'
            self.send_response(server.status)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        else:
            self.close_connection = True

    def log_message(self, *_: Any) -> None:
        """Quiet."""


@pytest.fixture
def ses() -> Iterator[Unreliable]:
    with Unreliable(("127.0.0.1", 0), _Answer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        known = {"AWS_ENDPOINT_URL_SESV2": f"http://127.0.0.1:{server.server_port}"}
        with pytest.MonkeyPatch.context() as patch, set_environment(patch, ENVIRONMENT | known):
            yield server
        server.shutdown()


def send() -> mailer.Outcome:
    return mailer.send(b"Subject: x\n\nx", sender="a@x.example", to="b@x.example", tags={"message": "one"})


@pytest.mark.parametrize(
    ("status", "state", "lasting"),
    [(0, "unknown", False), (500, "unknown", False), (503, "unknown", False), (400, "refused", True)],
)
def test_a_mail_is_one_request_whatever_the_answer(ses: Unreliable, status: int, state: str, lasting: bool) -> None:
    ses.status = status

    outcome = send()

    assert (outcome.state, outcome.lasting, ses.requests) == (state, lasting, 1)


def test_a_server_that_is_not_there_surely_sent_nothing(ses: Unreliable, monkeypatch: pytest.MonkeyPatch) -> None:
    with socketserver.TCPServer(("127.0.0.1", 0), socketserver.BaseRequestHandler) as closed:
        port = closed.server_address[1]
    monkeypatch.setenv("AWS_ENDPOINT_URL_SESV2", f"http://127.0.0.1:{port}")

    assert send().state == "refused"
