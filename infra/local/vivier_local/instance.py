"""One local instance from start to stop: emulator, edge, stack, personas, and what a killed run left behind."""

import asyncio
import contextlib
import json
import signal
import socket
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import boto3
import httpx
from pydantic import BaseModel

from vivier_local import deploy, members, pages, personas
from vivier_local.asgi import Answer, Request, error_answer, json_answer
from vivier_local.edge import Edge
from vivier_local.faults import Faults
from vivier_local.home import Home
from vivier_local.host import REGION, Host, HostSettings, configure
from vivier_local.mail import Mailbox, Postman, SentMail, SesEvents
from vivier_local.mailbox import MailboxPage
from vivier_local.site import Site
from vivier_packager import layers as dependency_layers
from vivier_packager.web import LocalPages, WebConfig, web_config

if TYPE_CHECKING:
    from aiosmtpd.controller import Controller

ROOT = Path(__file__).parents[3]
START_LIMIT = 60.0
Tell = Callable[[str], None]


class RunSettings(BaseModel):
    """`smtp_port`: 0 takes a free one. Two are for tests of the host itself: `product` is off for another stack (no
    members, no Textract), `mended` for the emulator as it comes.
    """

    port: int = 8000
    smtp_port: int = 0
    home: Path = Path(".vivier")
    root: Path = ROOT
    template: Path = ROOT / "template.yaml"
    product: bool = True
    mended: bool = True

    @property
    def origin(self) -> str:
        return f"http://localhost:{self.port}"


class Ready(BaseModel):
    """What stands when the instance answers. Seconds, of the whole start and of its parts."""

    url: str
    smtp_port: int | None
    first: bool
    seconds: float
    parts: dict[str, float]


class PortTaken(Exception):
    """Something else listens there."""


class Instance:
    """Build one per process: the emulator keeps its state in module globals."""

    def __init__(self, settings: RunSettings, tell: Tell = lambda _: None) -> None:
        self._settings = settings
        self._tell = tell
        self._home = Home(settings.home)
        self._config: WebConfig | None = None
        self._events = ThreadPoolExecutor(max_workers=8, thread_name_prefix="ses-events")
        self._parts: dict[str, float] = {}
        self._names: dict[str, str] = {}
        self._door: Controller | None = None

    def run(self, on_ready: Callable[[Ready], None] = lambda _: None) -> None:
        """Serves until SIGINT or SIGTERM, then saves. Raises HomeBusy, PortTaken, StackFailed."""
        started = time.perf_counter()
        _require_free(self._settings.port)
        self._home.lock(self._settings.origin, waiting=lambda: self._tell("waiting for the last snapshot"))
        first = not (self._home.snapshots / "current").exists()
        try:
            with self._part("layers"):
                self._tell("installing the functions' packages")
                dependency_layers.build(self._settings.root, dependency_layers.Target.HERE)
                interpreter = dependency_layers.interpreter(self._settings.root)
            with self._part("emulator"):
                self._tell("starting the local cloud")
                host_settings = HostSettings(
                    port=self._settings.port,
                    home=self._home.path,
                    interpreter=interpreter,
                    mended=self._settings.mended,
                )
                configure(host_settings, self._home)
                host = Host(host_settings, self._home)

            def ready() -> None:
                seconds = time.perf_counter() - started
                door = self._door.port if self._door else None
                on_ready(
                    Ready(url=self._settings.origin, smtp_port=door, first=first, seconds=seconds, parts=self._parts)
                )

            asyncio.run(self._serve(host, ready))
        finally:
            self._home.release()

    async def _serve(self, host: Host, ready: Callable[[], None]) -> None:
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, stop.set)
        mailbox, faults = Mailbox(self._home.mails), Faults()
        events = SesEvents(mailbox, faults, host.dispatch)
        application = self._edge(host, mailbox, faults, events)
        serving = asyncio.create_task(host.run(application, stop))
        try:
            preparing = asyncio.create_task(self._prepare(host, events))
            await asyncio.wait({preparing, serving}, return_when=asyncio.FIRST_COMPLETED)
            if preparing.done():
                preparing.result()
                ready()
            await stop.wait()
        finally:
            self._tell("saving")
            if self._door:
                self._door.stop()
            stop.set()
            self._events.shutdown(wait=False, cancel_futures=True)
            await serving

    def _edge(self, host: Host, mailbox: Mailbox, faults: Faults, events: SesEvents) -> Edge:
        def publish(mail: SentMail) -> None:
            self._events.submit(events.publish, mail)

        def local(request: Request) -> Answer:
            if request.path == "/_local/faults":
                return faults.page(request)
            if request.path.startswith("/_local/pages/"):
                return pages.asset(request)
            return error_answer(404, "NotFound", "no such page")

        root = self._settings.root
        return Edge(
            Postman(host.emulator, mailbox, faults, publish),
            Site(root / "web" / "dist").answer,
            {
                "mailbox": MailboxPage(mailbox),
                "personas": personas.answer,
                "docs": Site(root / ".build" / "docs", "/docs").answer,
                "config.json": self._config_answer,
                "_local": local,
            },
            # Ready means all of it: until colleagues can sign in, the API is not there.
            api_id=lambda name: host.api_id(name) if self._config else None,
            is_bucket=host.is_bucket,
        )

    def _config_answer(self, _: Request) -> Answer:
        if self._config is None:
            return error_answer(503, "Unavailable", "the stack is being deployed")
        return json_answer(self._config.model_dump())

    async def _prepare(self, host: Host, events: SesEvents) -> None:
        await _until_answering(self._settings.origin)
        textract = _serve_textract(self._home.path / "textract") if self._settings.product else ""
        with self._part("stack"):
            self._tell("deploying the stack")
            deployed = await asyncio.to_thread(self._deploy, textract)
        with self._part("personas"):
            self._tell("seeding personas")
            await asyncio.to_thread(self._seed, deployed)
        if "MailIn" in deployed and find_spec("aiosmtpd") is None:
            self._tell("no mail comes in: run `make install`, which brings aiosmtpd")
        elif "MailIn" in deployed:
            self._door = await asyncio.to_thread(self._open_door, deployed)
        with self._part("snapshot"):
            await host.snapshots.save()
        await asyncio.to_thread(self._drive_what_was_left)
        self._events.submit(events.publish_unfinished)

    def _deploy(self, textract: str) -> dict[str, str]:
        dependencies = self._settings.root / "layers" / "dependencies"
        linked = deploy.LinkedLayers(self._home.layers, dependencies)
        known = json.loads(self._home.settings.read_text()) if self._home.settings.exists() else {}
        parameters = deploy.LocalParameters(
            origin=self._settings.origin, textract=textract, region=REGION, pool=known.get("Pool", "")
        )
        deploy.verify_mail_domain()
        deployed = deploy.deploy(self._settings.template, parameters, linked)
        self._home.settings.write_text(json.dumps(deployed.outputs, indent=1), encoding="utf-8")
        self._names = deploy.physical_names()
        return deployed.outputs

    def _seed(self, outputs: dict[str, str]) -> None:
        join = members.joiner(outputs["Table"]) if self._settings.product else members.nobody
        personas.seed(boto3.client("cognito-idp"), outputs["Pool"], join)
        self._config = web_config(
            pool=outputs["Pool"],
            client=outputs["WebClient"],
            region=REGION,
            origin=self._settings.origin,
            sign_in=self._settings.origin,
            version=version("vivier"),
            local=LocalPages(),
        )

    def _open_door(self, outputs: dict[str, str]) -> "Controller":
        """Where mail comes in. Raises PortTaken."""
        from vivier_local.smtp import Door, open_door

        port = self._settings.smtp_port or _free_port()
        door = Door(domain=deploy.MAIL_DOMAIN, bucket=outputs["Files"], topic=outputs["MailIn"])
        try:
            return open_door(door, port)
        except OSError as taken:
            raise PortTaken(f"port {port} is taken; choose another with --smtp-port") from taken

    def _drive_what_was_left(self) -> None:
        """One sweep at once: executions and messages of a killed run are gone, what is stored drives them again.

        Who reads mail is started too, with none: the first mail should not wait for it.
        """
        at_once = {"SweepFunction": {"after_restart": True}, "ReceiveMailFunction": {"Records": []}}
        for name, event in at_once.items():
            if function := self._names.get(name):
                payload = json.dumps(event)
                boto3.client("lambda").invoke(FunctionName=function, InvocationType="Event", Payload=payload)

    @contextlib.contextmanager
    def _part(self, name: str) -> Iterator[None]:
        started = time.perf_counter()
        yield
        self._parts[name] = round(time.perf_counter() - started, 2)


def _require_free(port: int) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise PortTaken(f"port {port} is taken; choose another with --port") from error


def _free_port() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def _until_answering(origin: str) -> None:
    """Raises TimeoutError after START_LIMIT seconds."""
    async with asyncio.timeout(START_LIMIT), httpx.AsyncClient() as client:
        while True:
            with contextlib.suppress(httpx.TransportError):
                await client.get(f"{origin}/config.json")
                return
            await asyncio.sleep(0.05)


def _serve_textract(folder: Path) -> str:
    """Starts the stand-in in threads of this process (Tesseract itself runs in processes of its own); its address."""
    from vivier_local import textract

    return textract.serve(folder=folder).url
