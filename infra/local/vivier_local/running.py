"""`vivier run`: the start with its progress, the line that says it is ready, the stop."""

import time
from pathlib import Path

from rich.console import Console
from rich.status import Status

from vivier_local import demo as demonstration
from vivier_local.deploy import MAIL_DOMAIN
from vivier_local.home import HomeBusy
from vivier_local.instance import Instance, PortTaken, Ready, RunSettings
from vivier_packager.layers import TooLarge
from vivier_packager.stack import StackFailed
from vivier_packager.template import PartsCollide


def run(*, port: int, smtp_port: int, home: Path, demo: bool, console: Console) -> int:
    """The exit code: 0 after a clean stop, 2 when it could not start."""
    settings = RunSettings(port=port, smtp_port=smtp_port, home=home)
    steps = _Steps(console)

    def ready(state: Ready) -> None:
        steps.done()
        _announce(console, settings, state)
        if demo:
            _start_demo(state.url, console)

    try:
        Instance(settings, steps.step).run(ready)
    except (HomeBusy, PortTaken, StackFailed, PartsCollide, TooLarge, FileNotFoundError) as error:
        steps.done(failed=True)
        console.print(str(error), style="red", markup=False, soft_wrap=True)
        return 2
    steps.done()
    console.print("Saved. Start again with the same --home to go on.")
    return 0


class _Steps:
    """One line per step: a spinner on a terminal, plain lines elsewhere."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._status: Status | None = None
        self._name = ""
        self._since = 0.0

    def step(self, name: str) -> None:
        self.done()
        self._name, self._since = name, time.perf_counter()
        self._status = self._console.status(name)
        self._status.start()

    def done(self, *, failed: bool = False) -> None:
        if self._status is None:
            return
        self._status.stop()
        self._status = None
        mark = "[red]✗[/]" if failed else "[green]✓[/]"
        self._console.print(f"{mark} {self._name} [dim]{time.perf_counter() - self._since:.1f} s[/]")


def _announce(console: Console, settings: RunSettings, state: Ready) -> None:
    url = state.url
    console.print(f"\n[bold]Vivier is ready at {url}[/] [dim]in {state.seconds:.1f} s[/]")
    console.print(f"  mailbox {url}/mailbox · API {url}/api · its documents {url}/docs/ · data in {settings.home}")
    if state.smtp_port:
        console.print(f"  mail comes in at localhost:{state.smtp_port} (SMTP), for any address @{MAIL_DOMAIN}")
    console.print("  Ctrl-C saves and stops.\n")


def _start_demo(url: str, console: Console) -> None:
    demonstration.in_background(url, lambda text: console.print(text, markup=False))
