"""Cold starts: each function's imports against a bare `import boto3`, in fresh interpreters, in turn.

Processor time: an import hardly waits, and the clock on the wall also counts who else works on this machine. The API
loads the routes that a request needs, so it is measured with its first `GET /candidates`: what that imports, anything
loaded while it is answered included; then the whole of it, answered from a table of one person, client and models
made; and, to see what routes cost, the imports of every route there is.
"""

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

from tests.bench import crowd
from tests.bench.figures import show
from vivier.kernel.clock import utc_now
from vivier.people import lists

ROOT = Path(__file__).parents[2]
FIRST = "/candidates"
CODE = r"""
import re, sys, time
from pathlib import Path
started = time.process_time()
{statement}
taken = time.process_time() - started
# The kernel's own high-water mark: what getrusage says outlives the parent's fork.
peak = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())
print(taken, int(peak[1]) / 1024, file=sys.stderr)
"""
LOADED = f"import main; main.routes.open('GET', {FIRST!r})"
ANSWERED = """
import json, main
class Context: function_name, memory_limit_in_mb, invoked_function_arn, aws_request_id = "api", 1024, "arn", "first"
answer = main.handler(json.loads({event!r}), Context)
assert answer["statusCode"] == 200 and len(json.loads(answer["body"])["candidates"]) == 1, answer
"""


class _Table(BaseHTTPRequestHandler):
    """DynamoDB holding one person, as far as a list of people asks."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        body = _answers()[self.headers["X-Amz-Target"].rpartition(".")[2]]
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Not on the screen."""


@cache
def _answers() -> dict[str, bytes]:
    somebody = crowd.person(0, utc_now())
    card = lists.CardItem.of("halage", somebody.model_copy(update={"places": {"all": 0}}))
    count = lists.CounterItem(*lists.CounterItem.key("halage", "all"), n=1, issued=1)
    answers = {
        "BatchGetItem": {"Responses": {"one": [count.serialize()]}, "UnprocessedKeys": {}},
        "Query": {"Items": [card.serialize()], "Count": 1, "ScannedCount": 1},
    }
    return {operation: json.dumps(answer).encode() for operation, answer in answers.items()}


@contextmanager
def _table() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), _Table)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def _run(statement: str, folder: Path | None, table: str = "") -> tuple[float, float]:
    """Processor seconds of some statements, and megabytes of the process after them."""
    seconds, megabytes = _python(CODE.format(statement=statement), folder, table).split()[-2:]
    return float(seconds), float(megabytes)


def _python(code: str, folder: Path | None, table: str = "") -> str:
    """What some code says on standard error in an interpreter that sees a function's packages only."""
    function = [folder, folder.parent / "edge"] if folder else []
    paths = [*function, ROOT / "layers/dependencies/python", ROOT / "layers/vivier"]
    environment = {"PATH": os.environ["PATH"], "AWS_DEFAULT_REGION": "eu-west-3"}
    environment["PYTHONPATH"] = ":".join(map(str, paths))
    environment["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # as the template says
    if table:
        environment |= {"TABLE": "one", "AWS_ENDPOINT_URL": table}
        environment |= {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test"}
    ran = subprocess.run(
        [sys.executable, "-S", "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    return ran.stderr


def _starts(table: str) -> dict[str, tuple[str, Path, str]]:
    """What is run under each name of the result: statement, folder, table."""
    api = ROOT / "functions/api"
    event = (ROOT / "tests/events/api_proxy.json").read_text(encoding="utf-8")
    answered = ANSWERED.format(event=event)
    others = sorted(p.parent for p in (ROOT / "functions").glob("*/main.py") if p.parent != api)
    later = _later(answered, api, table)
    return {
        f"api, imports of its first GET {FIRST}": (f"{LOADED}; import {later}" if later else LOADED, api, ""),
        f"api, that GET {FIRST} answered": (answered, api, table),
        "api, imports of every route": ("import main; main.routes.everything()", api, ""),
        **{other.name: ("import main", other, "") for other in others},
    }


def _later(answered: str, api: Path, table: str) -> str:
    """Modules that are loaded only while the first request is answered."""
    code = f"{LOADED}\nimport sys; had = set(sys.modules)\n{answered}\n"
    return _python(f"{code}print(', '.join(sorted(set(sys.modules) - had)), file=sys.stderr)", api, table).strip()


def measure(rounds: int = 9) -> None:
    """Medians of the time of each start, its ratio to boto3's of the same round, and the process's memory after it."""
    bare: list[float] = []
    with _table() as table:
        starts = _starts(table)
        taken: dict[str, list[tuple[float, float, float]]] = {name: [] for name in starts}
        for _ in range(rounds):
            baseline, _ = _run("import boto3", None)
            bare.append(baseline)
            for name, start in starts.items():
                seconds, megabytes = _run(*start)
                taken[name].append((seconds * 1000, seconds / baseline, megabytes))
    rows: list[list[object]] = [["import boto3", statistics.median(bare) * 1000, 1.0, ""]]
    for name, found in taken.items():
        rows.append([name, *(statistics.median(column) for column in zip(*found, strict=True))])
    show("Cold start of each function, processor time", ["function", "ms", "times boto3", "MB after"], rows)
