"""MiniStack in our own process: its environment, its server, its snapshots. The edge stands in front of it."""

import asyncio
import json
import logging
import os
import socket
import time
import uuid
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from hypercorn.asyncio import serve
from hypercorn.config import Config
from pydantic import BaseModel

from vivier_local import journal as journals
from vivier_local.asgi import Application, Receive, Scope, Send
from vivier_local.home import Home
from vivier_local.journal import Journal
from vivier_local.snapshots import Snapshots, write_json

REGION = "eu-west-3"
ACCOUNT = "000000000000"
READS = frozenset({"GET", "HEAD", "OPTIONS"})


class HostSettings(BaseModel):
    """`interpreter`: the Python of the functions. `mended`: with our patches and the journal."""

    port: int
    home: Path
    interpreter: Path
    mended: bool = True

    @property
    def origin(self) -> str:
        return f"http://localhost:{self.port}"


def configure(settings: HostSettings, home: Home) -> None:
    """Sets the environment that MiniStack reads when it is imported, and sends its log to a file."""
    handler = logging.FileHandler(home.logs / "cloud.log", encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    os.environ.update(
        PERSIST_STATE="1",
        STATE_DIR=str(home.state),
        S3_PERSIST="1",
        S3_DATA_DIR=str(home.objects),
        GATEWAY_PORT=str(settings.port),
        BIND_HOST="127.0.0.1",
        LAMBDA_EXECUTOR="local",
        LAMBDA_ACCOUNT_CONCURRENCY=os.environ.get("LAMBDA_ACCOUNT_CONCURRENCY", "64"),
        SFTP_ENABLED="0",
        IOT_MTLS_ENABLED="0",
        LOG_LEVEL="INFO",
        MINISTACK_REGION=REGION,
        **aws_environment(settings.origin),
    )


def aws_environment(origin: str) -> dict[str, str]:
    """What an AWS client needs to talk to this instance. The endpoint is the public origin: presigned links use it."""
    return {
        "AWS_ENDPOINT_URL": origin,
        "AWS_DEFAULT_REGION": REGION,
        "AWS_REGION": REGION,
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_EC2_METADATA_DISABLED": "true",
    }


class Host:
    """The emulator of one home. Build it after `configure`, once per process."""

    def __init__(self, settings: HostSettings, home: Home) -> None:
        from ministack import app as emulator
        from ministack.core import persistence

        from vivier_local import patches
        from vivier_local.patches import tables

        # Code and keys, which the emulator writes as they come, stay in its state folder; the rest is in snapshots.
        persistence.STATE_DIR = str(home.snapshots / "current")
        replay = journals.read(home.journal)
        self.journal = Journal(home.journal)
        if settings.mended:
            patches.apply(settings.interpreter, self.journal)
            tables.replay_after_load(replay)
        self._settings = settings
        self._emulator = emulator

        def write(folder: Path, service: str, state: Any) -> None:
            version = persistence._state_format_version(service)
            wrapped = {"__ministack_format__": version, "payload": state}
            write_json(folder / f"{service}.json", wrapped, persistence._json_default)

        self.snapshots = Snapshots(home.snapshots, self.journal, emulator._build_persistence_save_dict, write)

    @property
    def emulator(self) -> Application:
        """The emulator as an ASGI application; a request that may change something marks its state as changed."""

        async def noting(scope: Scope, receive: Receive, send: Send) -> None:
            await self._emulator.app(scope, receive, send)
            if scope["type"] == "http" and scope["method"] not in READS:
                self.snapshots.touch()

        return noting

    def api_id(self, name: str) -> str | None:
        """The REST API of that name; a changed document gives it a new id, the last one made counts."""
        from ministack.services import apigateway_v1

        found = [api for _, api in apigateway_v1._rest_apis.all_items() if api["name"] == name]
        return max(found, key=lambda api: api.get("createdDate", 0))["id"] if found else None

    def is_bucket(self, name: str) -> bool:
        from ministack.services import s3

        return any(key[-1] == name for key in list(s3._buckets._data))

    def dispatch(self, event: dict[str, Any]) -> None:
        """Publishes an event of SES on the default bus; `aws.*` sources are refused to anyone but the service."""
        from ministack.core.responses import request_scope
        from ministack.services import eventbridge

        with request_scope(ACCOUNT, REGION):
            eventbridge._dispatch_event(
                {
                    "EventId": str(uuid.uuid4()),
                    "Source": "aws.ses",
                    "DetailType": event["detail-type"],
                    "Detail": json.dumps(event["detail"]),
                    "Resources": [f"arn:aws:ses:{REGION}:{ACCOUNT}:{each}" for each in event["resources"]],
                    "EventBusName": "default",
                    "Time": time.time(),
                    "Account": ACCOUNT,
                    "Region": REGION,
                }
            )
        self.snapshots.touch()

    async def run(self, application: Application, stop: asyncio.Event) -> None:
        """Serves until `stop`, then saves a last time."""
        config = Config()
        config.bind = binds(self._settings.port)
        config.keep_alive_timeout = 75
        config.graceful_timeout = 2
        config.loglevel = "WARNING"
        config.errorlog = logging.getLogger("hypercorn.error")
        ending = asyncio.Event()
        saver = asyncio.create_task(self.snapshots.run(ending))
        try:
            await serve(application, config, shutdown_trigger=self._halt(stop))  # type: ignore[arg-type]
        finally:
            ending.set()
            await saver
            self._end_functions()
            await self.snapshots.save()

    def _halt(self, stop: asyncio.Event) -> Callable[[], Awaitable[None]]:
        async def halt() -> None:
            await stop.wait()
            # Ours is the only saver: the emulator's own, in its shutdown, takes seconds and is not whole.
            self._emulator.PERSIST_STATE = False

        return halt

    @staticmethod
    def _end_functions() -> None:
        from ministack.core import lambda_runtime

        lambda_runtime.reset()


def binds(port: int) -> list[str]:
    """`localhost` is ::1 first on many machines: listening there too spares each call a refused connection."""
    loopback = [f"127.0.0.1:{port}"]
    if socket.has_ipv6:
        with socket.socket(socket.AF_INET6, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("::1", port))
            except OSError:
                return loopback
        loopback.append(f"[::1]:{port}")
    return loopback
