"""The real local cloud, started once, and Chromium in front of it."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.desk import Desk, Visit

ROOT = Path(__file__).parents[2]
READY_WITHIN = 240  # seconds; a machine that builds its layers first takes a while
DESKTOP = ViewportSize(width=1440, height=900)
PHONE = ViewportSize(width=390, height=844)
expect.set_options(timeout=15_000)  # as long as for an action: the machine may be busy


FRENCH = {"recruiter", "admin", "fr", "fr-FR"}
TWO = (True, "light", True), (False, "dark", False)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--every-look", action="store_true", help="each screen in all eight looks, not in two")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)
    if not config.getoption("--every-look", default=False):
        left_out = [item for item in items if _left_out(item)]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]
    items.sort(
        key=lambda item: item.path.name != "test_looks.py"
    )  # the longest first: at the end one worker would wait


def _left_out(item: pytest.Item) -> bool:
    """All looks of a screen but two: French in the light on a phone, English in the dark on a desk. Of the screens that
    have a test of their own, but one.
    """
    given = item.callspec.params if isinstance(item, pytest.Function) and hasattr(item, "callspec") else {}
    spoken = next((given[name] for name in ("persona", "locale", "language") if name in given), None)
    if spoken is None or not {"scheme", "phone"} <= given.keys():
        return False
    look = (spoken in FRENCH, given["scheme"], given["phone"])
    return look not in (TWO if "test_looks" in item.path.name else {TWO[0]})


@pytest.fixture(scope="session")
def smtp() -> int:
    """The port that mail comes in by; VIVIER_SMTP, of one that runs already."""
    return int(os.environ.get("VIVIER_SMTP", "0")) or _free_port()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def instance(tmp_path_factory: pytest.TempPathFactory, smtp: int) -> Iterator[str]:
    """The origin of an instance of its own, with an empty home; one that runs already can be named by VIVIER_URL."""
    if url := os.environ.get("VIVIER_URL"):
        yield url.rstrip("/")
        return
    home = tmp_path_factory.mktemp("browser")
    port = _free_port()
    ports = ["--port", str(port), "--smtp-port", str(smtp)]
    command = [str(Path(sys.executable).with_name("vivier")), "run", *ports, "--home", str(home / "home")]
    with (home / "log.txt").open("wb") as log:
        running = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=subprocess.STDOUT)
        origin = f"http://localhost:{port}"
        try:
            _wait(origin, running, home / "log.txt")
            _at_any_hour(origin)
            yield origin
        finally:
            running.terminate()
            running.wait(timeout=60)


def _at_any_hour(origin: str) -> None:
    """Mails of sequences leave whenever the tests run, on a Sunday night too."""
    vivier = str(Path(sys.executable).with_name("vivier"))
    asked = subprocess.run(
        [vivier, "token", "--as", "admin", "--url", origin], capture_output=True, text=True, check=True
    )
    hours = {"days": list(range(7)), "from_hour": 0, "to_hour": 24}
    headers = {"authorization": f"Bearer {asked.stdout.strip()}", "content-type": "application/json", "if-match": '"0"'}
    body = json.dumps({"hours": hours}).encode()
    ruled = urllib.request.Request(f"{origin}/api/sending/rules", data=body, headers=headers, method="PUT")
    with urllib.request.urlopen(ruled, timeout=30) as answer:
        assert answer.status == 200


def _wait(origin: str, running: "subprocess.Popen[bytes]", log: Path) -> None:
    end = time.monotonic() + READY_WITHIN
    while time.monotonic() < end:
        if running.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{origin}/api/health", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.5)
    pytest.fail(f"The local cloud did not come up.\n{log.read_text(errors='replace')[-4000:]}")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    quiet = [
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
    ]
    # The shell draws the same pages without a window's other parts, for a quarter less of the processor's time.
    path = os.environ.get("CHROMIUM") or shutil.which("chromium-headless-shell") or shutil.which("chromium")
    return {**browser_type_launch_args, "executable_path": path, "args": ["--no-sandbox", *quiet]}


@pytest.fixture(scope="session")
def kept(instance: str) -> dict[str, str]:
    """What tabs keep of those who signed in, by persona."""
    return {}


@pytest.fixture
def desk(instance: str, browser: Browser, kept: dict[str, str]) -> Iterator[Callable[..., Desk]]:
    """Opens a signed-in page: `desk("recruiter-en", "/people", phone=True, scheme="dark")`; `by_the_door`, whoever
    came before.
    """
    opened: list[Page] = []

    def sit_down(
        persona: str, path: str = "/people", *, phone: bool = False, scheme: str = "light", by_the_door: bool = False
    ) -> Desk:
        context = browser.new_context(
            base_url=instance,
            viewport=PHONE if phone else DESKTOP,
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
        )
        context.set_default_timeout(15_000)
        page = context.new_page()
        opened.append(page)
        at = Desk(page, instance)
        at.sign_in(persona, path, {} if by_the_door else kept)
        return at

    yield sit_down
    for page in opened:
        page.context.close()


@pytest.fixture
def door(instance: str, browser: Browser) -> Iterator[Desk]:
    """The page as somebody signed out finds it."""
    context = browser.new_context(base_url=instance, viewport=DESKTOP, reduced_motion="reduce")
    page = context.new_page()
    page.goto("/people")
    yield Desk(page, instance)
    context.close()


@pytest.fixture
def visit(instance: str, browser: Browser) -> Iterator[Visit]:
    """Opens a page as somebody who is not signed in: `visit("/p/…", locale="fr-FR", phone=True, scheme="dark")`."""
    with ExitStack() as contexts:

        def go(
            path: str, *, locale: str = "en-GB", zone: str = "Europe/Paris", phone: bool = False, scheme: str = "light"
        ) -> Desk:
            context = browser.new_context(
                base_url=instance,
                viewport=PHONE if phone else DESKTOP,
                locale=locale,
                timezone_id=zone,
                color_scheme="dark" if scheme == "dark" else "light",
                reduced_motion="reduce",
            )
            contexts.callback(context.close)
            at = Desk(context.new_page(), instance)
            at.page.goto(path)
            return at

        yield go
