"""Starting, killing and talking to instances of the host."""

import json
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import boto3
import httpx
from botocore.config import Config
from pydantic import BaseModel

from vivier_local.host import REGION

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

T = TypeVar("T")
ROOT = Path(__file__).parents[3]


class Running:
    """An instance in a process of its own, with clients for it. `outputs` are those of its stack."""

    def __init__(self, home: Path, *options: str, port: int | None = None) -> None:
        self.home = home
        self.port = port or free_port()
        self.url = f"http://localhost:{self.port}"
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.integration.host.serve", str(self.port), str(home), *options],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            text=True,
        )
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            _, problem = self._process.communicate()
            raise AssertionError(problem)
        self.ready: dict[str, Any] = json.loads(line)
        self.outputs: dict[str, str] = json.loads((home / "settings.json").read_text())
        self.http = httpx.Client(base_url=self.url, timeout=30)

    def aws(self, service: str, *, attempts: int = 1, read_timeout: float = 30) -> Any:
        settings = Config(retries={"total_max_attempts": attempts}, read_timeout=read_timeout)
        return boto3.client(  # type: ignore[call-overload]
            service,
            region_name=REGION,
            endpoint_url=self.url,
            aws_access_key_id="test",
            aws_secret_access_key="test",
            config=settings,
        )

    @property
    def table(self) -> "DynamoDBClient":
        client: DynamoDBClient = self.aws("dynamodb")
        return client

    def kill(self) -> None:
        """As `kill -9`: nothing is saved, the saver may still be writing."""
        self.http.close()
        self._process.kill()
        self._process.communicate()

    def stop(self) -> int:
        """As Ctrl-C. The exit code."""
        self.http.close()
        self._process.send_signal(signal.SIGINT)
        self._process.communicate(timeout=60)
        return self._process.returncode


class Failed(BaseModel):
    """How an instance refused to start."""

    code: int
    says: str


def start_and_fail(home: Path, port: int) -> Failed:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.integration.host.serve", str(port), str(home)],
        capture_output=True,
        cwd=ROOT,
        text=True,
        timeout=60,
    )
    return Failed(code=ran.returncode, says=ran.stderr)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def eventually(look: Callable[[], T | None], seconds: float = 15) -> T:
    """What `look` answers once it answers something."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        found = look()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError(f"nothing within {seconds} s")
