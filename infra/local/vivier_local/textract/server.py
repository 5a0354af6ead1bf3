"""Textract's JSON 1.1 protocol over HTTP on the loopback."""

import json
import logging
import os
import threading
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from vivier_local.textract import tesseract
from vivier_local.textract.faults import Refusal, invalid, throttled
from vivier_local.textract.operations import Operations

logger = logging.getLogger(__name__)
# 10 MB of bytes are 13.4 in base64; the service answers 413 itself above.
MOST_BODY = 16 * 1024 * 1024


class StandIn:
    """A running stand-in. `throttle(n)` makes it refuse the next n calls, as does a POST of {"calls": n} to
    /_local/throttle or the environment's VIVIER_TEXTRACT_THROTTLE at the start."""

    def __init__(self, port: int, folder: Path | None) -> None:
        tesseract.require()
        self._operations = Operations(folder)
        self._refusals = int(os.environ.get("VIVIER_TEXTRACT_THROTTLE", "0"))
        self._lock = threading.Lock()
        stand_in = self

        class Handler(_Handler):
            owner = stand_in

        self._server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, name="textract", daemon=True)
        self._thread.start()

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def throttle(self, calls: int) -> None:
        with self._lock:
            self._refusals = calls

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
        self._operations.jobs.close()

    def answer(self, name: str, request: dict[str, Any]) -> dict[str, Any]:
        with self._lock:
            if self._refusals > 0:
                self._refusals -= 1
                raise throttled()
        return self._operations.answer(name, request)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    owner: StandIn

    def do_POST(self) -> None:
        try:
            body = self._body()
            if self.path == "/_local/throttle":
                self.owner.throttle(int(body.get("calls", 0)))
                self._send(200, {})
                return
            name = self.headers.get("X-Amz-Target", "").rpartition(".")[2]
            self._send(200, self.owner.answer(name, body))
        except Refusal as refusal:
            self._refuse(refusal)
        except Exception:
            # The edge of a request: the service answers 500 and lives on.
            logger.exception("request broke")
            broken = Refusal("InternalServerError", "Internal server error")
            broken.status = 500
            self._refuse(broken)

    def _body(self) -> dict[str, Any]:
        length = int(self.headers.get("Content-Length") or 0)
        if length > MOST_BODY:
            self.close_connection = True
            refusal = Refusal("RequestEntityTooLargeException", "Request is too large")
            refusal.status = 413
            raise refusal
        try:
            body = json.loads(self.rfile.read(length) or b"{}")
        except ValueError as error:
            raise Refusal("SerializationException", "not JSON") from error
        if not isinstance(body, dict):
            raise invalid()
        return body

    def _refuse(self, refusal: Refusal) -> None:
        self._send(refusal.status, {"__type": refusal.code, "Message": refusal.message})

    def _send(self, status: int, answer: dict[str, Any]) -> None:
        content = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/x-amz-json-1.1")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("x-amzn-RequestId", str(uuid.uuid4()))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        logger.debug(format, *args)


def serve(port: int = 0, *, folder: Path | None = None) -> StandIn:
    """Start in threads of this process; port 0 takes a free one. `folder` keeps jobs over restarts.

    Raises TesseractMissing.
    """
    return StandIn(port, folder)
