"""A local instance of its own for measuring: free port, fresh home, stopped at the end."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import boto3
import httpx

from vivier_local.client import Client

VIVIER = Path(sys.executable).with_name("vivier")


class Running:
    """Where it is, and how to reach its API and its table."""

    def __init__(self, url: str, smtp_port: int) -> None:
        self.url = url
        self.smtp_port = smtp_port
        self.client = Client(url)

    def api(self) -> httpx.Client:
        """A client with a recruiter's token and a kept connection."""
        return httpx.Client(
            base_url=f"{self.url}/api", headers={"Authorization": f"Bearer {self.client.token()}"}, timeout=30
        )

    def reach_the_table(self) -> None:
        """Points this process's settings at the instance."""
        os.environ |= {
            "AWS_ENDPOINT_URL": self.url,
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_DEFAULT_REGION": "eu-west-3",
        }
        stacks = boto3.client("cloudformation").describe_stacks()["Stacks"]
        outputs = {o["OutputKey"]: o["OutputValue"] for s in stacks for o in s.get("Outputs", [])}
        os.environ |= {"TABLE": outputs["Table"], "FILES": outputs["Files"], "MAIL_FROM": "recrutement@vivier.example"}


@contextmanager
def running() -> Iterator[Running]:
    """Starts an instance and waits until it answers."""
    with socket.socket() as one, socket.socket() as other:
        for free in (one, other):
            free.bind(("127.0.0.1", 0))
        port, smtp_port = one.getsockname()[1], other.getsockname()[1]
    home = Path(tempfile.mkdtemp(prefix="vivier-bench-"))
    ports = ["--port", str(port), "--smtp-port", str(smtp_port)]
    command = [str(VIVIER), "run", *ports, "--home", str(home / "home")]
    with (home / "log").open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log) as process:
        url = f"http://localhost:{port}"
        try:
            _wait(url, process, home / "log")
            yield Running(url, smtp_port)
        finally:
            process.terminate()
            process.wait(timeout=60)
    shutil.rmtree(home, ignore_errors=True)


def _wait(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + 120
    while time.monotonic() < until and process.poll() is None:
        try:
            if httpx.get(f"{url}/api/health", timeout=2).status_code == 200:
                return
        except httpx.HTTPError:
            time.sleep(0.2)
    raise RuntimeError(f"the instance did not start: {log.read_text()[-2000:]}")
