"""The product's functions, between an SES, a Lambda and a Step Functions that are played here.

Everything that AWS does of itself happens when `go_on` says so: an asynchronous invocation is tried three times, an
execution retries its steps, the schedule sweeps, SES tells what became of its mails. The table is
tests/quick_table.py, the bucket moto's, and both can be put back to where they stood: each fault meets the same world.
"""

import base64
import copy
import json
from collections import Counter, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import cached_property
from types import SimpleNamespace
from typing import Any, NamedTuple
from urllib.parse import unquote

import boto3
import pytest
from botocore import UNSIGNED, handlers
from botocore.awsrequest import AWSResponse
from botocore.exceptions import ClientError
from moto.core.botocore_stubber import BotocoreStubber, MockRawResponse
from moto.s3.models import FakeKey, s3_backends
from tests.conftest import ACCOUNT, ENVIRONMENT, in_memory, set_environment, template
from tests.contract.entries import CONTEXT, entry, example, noticed
from tests.factories import NOW, WORKSPACE
from tests.faults import Death, Faults
from tests.quick_table import QuickTable, Saved

from vivier.kernel import clock
from vivier.kernel.clock import iso
from vivier.mail.deliverability import pace

PARTS = ("template.yaml", "infra/mail.yaml", "infra/intake.yaml", "infra/sequences.yaml")
SES = ("v2/email/outbound-emails", "v2/email/account")
TRIES = 3  # of an asynchronous invocation (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html)
LATER = [timedelta(minutes=3), timedelta(minutes=12), timedelta(hours=25)]


class Taken(NamedTuple):
    """A mail that SES accepted. `at` is the world's time."""

    workspace: str
    key: str
    to: tuple[str, ...]
    ses_id: str
    at: datetime
    raw: bytes


class Stand(NamedTuple):
    """Where the world stood, to come back to."""

    rows: Saved
    objects: dict[str, list[Any]]
    wire: list[Taken]
    asked: list[tuple[str, dict[str, Any]]]
    runs: dict[str, dict[str, Any]]
    waiting: list[str]
    parked: list[tuple[datetime, dict[str, Any]]]
    now: datetime


Answer = tuple[int, dict[str, Any]]


class World:
    minute = timedelta(minutes=1)

    def __init__(self, faults: Faults) -> None:
        self.faults = faults
        self.now = NOW
        self.table = QuickTable()
        self.wire: list[Taken] = []
        self.asked: deque[tuple[str, dict[str, Any]]] = deque()
        self.runs: dict[str, dict[str, Any]] = {}
        self.waiting: deque[str] = deque()
        self.parked: list[tuple[datetime, dict[str, Any]]] = []  # executions of email_sequence, by when they wake
        self.dead: list[tuple[str, dict[str, Any]]] = []
        self.no: Callable[[str], ClientError | None] = lambda _: None
        self.gone: list[Any] = []
        self.steps: Counter[str] = Counter()  # transitions of email_sequence, and functions that it asked
        self.tells = True  # whether SES's events come
        self.told = 0  # of how many mails they have come

    def sleep(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)

    def does(self, function: str, event: dict[str, Any]) -> Any:
        """A function's own entry point, at the world's time."""
        handler = entry(function)
        pace.pace.cache_clear()  # a process of its own: the same calls each time
        return handler(json.loads(json.dumps(event)), CONTEXT)

    @cached_property
    def calls_to_ses(self) -> int:
        """How many calls a sender makes before it asks SES; found by one that dies there."""
        from tests.integration.faults.cases import owed

        start = self.stand()
        key = owed()
        with self.faults.at(-1, ""):
            self.does("SendStepFunction", {"workspace": WORKSPACE, "message_key": key})
        before = self.faults.calls.index("SendEmail")
        self.back(start)
        return before

    # What reaches AWS

    def send(self, request: Any, **_: Any) -> AWSResponse | None:
        """Answers for the services that are played here, each request on the wire once."""
        host, _, path = request.url.partition("://")[2].partition("/")
        # An account may have a host of its own for its tables: 123456789012.ddb.eu-west-3.amazonaws.com
        service = "dynamodb" if ".ddb." in host else host.partition(".")[0]
        played: dict[str, Callable[[Any], Answer | None]] = {
            "email": self._mail, "lambda": self._invoked, "states": self._states, "sync-states": self._states,
            "dynamodb": self.table.answer,
        }  # fmt: skip
        answers = played.get(service)
        if service == "email" and path not in SES:
            return None  # moto's
        if answers is None:
            return None
        target = str(request.headers.get("X-Amz-Target", b"SendEmail").decode()).rpartition(".")[2]
        refused = self.no(target) if service in ("dynamodb", "email") else None
        answered = answers(request) if refused is None else _throttled(refused, target)
        if answered is None:
            return None
        request.played = True
        status, body = answered
        head = {"content-type": "application/json"} | ({"x-amzn-errortype": body["__type"]} if status >= 400 else {})
        return AWSResponse(request.url, status, head, MockRawResponse(json.dumps(body)))  # type: ignore[arg-type]

    def _mail(self, request: Any) -> Answer:
        if request.url.endswith("/v2/email/account"):
            return 200, ACCOUNT
        asked = json.loads(request.body)
        tags = {t["Name"]: t["Value"] for t in asked["EmailTags"]}
        to = tuple(asked["Destination"]["ToAddresses"])
        ses_id = f"{len(self.wire):016d}-ses"
        raw = base64.b64decode(asked["Content"]["Raw"]["Data"])
        self.wire.append(Taken(tags["workspace"], tags["message"], to, ses_id, self.now, raw))
        return 200, {"MessageId": ses_id}

    def _invoked(self, request: Any) -> Answer:
        name = unquote(request.url.split("/functions/")[1].partition("/")[0])
        if request.headers.get("X-Amz-Invocation-Type") == b"Event":
            self.asked.append((name, json.loads(request.body)))
            return 202, {}
        try:
            return 200, self.does(name, json.loads(request.body))
        except (Death, Exception) as wrong:  # noqa: BLE001 - who asked is told that it failed
            return 502, {"__type": "ServiceException", "message": str(wrong)}

    def _states(self, request: Any) -> Answer:
        operation = request.headers["X-Amz-Target"]
        operation = (operation.decode() if isinstance(operation, bytes) else operation).rpartition(".")[2]
        asked = json.loads(request.body)
        if operation != "StartExecution":
            return 200, {}
        if asked["name"] in self.runs:
            return 400, {"__type": "ExecutionAlreadyExists", "message": "no"}
        self.runs[asked["name"]] = {"machine": asked["stateMachineArn"], "input": json.loads(asked["input"])}
        self.waiting.append(asked["name"])
        return 200, {"executionArn": asked["name"], "startDate": 1.0}

    # What AWS does of itself

    def tries(self, function: str, event: dict[str, Any], times: int = TRIES) -> Any:
        """A function that is asked again until it answers; the event that it never answered is a dead letter."""
        for _ in range(times):
            try:
                return self.does(function, event)
            except (Death, Exception):  # noqa: BLE001 - Lambda asks again whatever it was
                continue
        self.dead.append((function, event))
        return None

    def again(self, asks: Callable[[], object], times: int = TRIES) -> object:
        """What a client asks until it is answered."""
        for _ in range(times):
            try:
                return asks()
            except (Death, Exception):  # noqa: BLE001 - the answer never came
                continue
        return None

    def machine(self, name: str, given: dict[str, Any]) -> None:
        """One execution, from its start to its end."""
        MACHINES[name](self, given)

    def drain(self) -> None:
        """Functions that wait to be run, and executions."""
        while self.asked or self.waiting:
            if self.asked:
                self.tries(*self.asked.popleft())
            else:
                run = self.runs[self.waiting.popleft()]
                self.machine(run["machine"], run["input"])

    def fire(self, until: datetime | None = None) -> None:
        """Clocks whose time has come, one after the other."""
        end = until or self.now
        while due := sorted((p for p in self.parked if p[0] <= end), key=lambda p: p[0])[:1]:
            self.parked.remove(due[0])
            self.now = max(self.now, due[0][0])
            self.machine("EmailSequence", due[0][1])
            self.drain()
        self.now = max(self.now, end)

    def tell(self, kinds: tuple[str, ...] = ("send", "delivery"), since: int = 0) -> None:
        """SES's events of the mails it took, each twice."""
        for taken in self.wire[since:]:
            for kind in (*kinds, *kinds):
                self.tries("RecordDeliveryFunction", said(kind, taken))

    def go_on(self) -> None:
        """What was left is done: retries, then sweeps over a day, and SES's events once they come."""
        start, told = self.now, self.told
        self.drain()
        for later in LATER:
            self.fire(start + later)
            self.tries("SweepFunction", {}, times=1)
            self.drain()
            if self.tells:
                self.tell(since=told)
                told = len(self.wire)
        self.drain()

    # Coming back

    def stand(self) -> Stand:
        objects = {key: list(dict.__getitem__(self._bucket().keys, key)) for key in self._bucket().keys}
        return Stand(
            self.table.save(),
            objects,
            list(self.wire),
            list(self.asked),
            copy.deepcopy(self.runs),
            list(self.waiting),
            list(self.parked),
            self.now,
        )

    def back(self, to: Stand) -> None:
        bucket = self._bucket()
        self.table.restore(to.rows)
        self.forget_objects()
        for key, versions in to.objects.items():
            dict.__setitem__(bucket.keys, key, list(versions))
        self.wire, self.asked, self.runs = list(to.wire), deque(to.asked), copy.deepcopy(to.runs)
        self.waiting, self.parked, self.now, self.dead = deque(to.waiting), list(to.parked), to.now, []

    def forget_objects(self) -> None:
        keys = self._bucket().keys
        self.gone += [version for key in keys for version in dict.__getitem__(keys, key)]
        dict.clear(keys)

    def _bucket(self) -> Any:
        return s3_backends["123456789012"]["aws"].buckets[ENVIRONMENT["FILES"]]


def _throttled(refused: ClientError, target: str) -> Answer:
    code = refused.response["Error"]["Code"]
    return 429 if target == "SendEmail" else 400, {"__type": code, "message": "no", "Message": "no"}


def said(kind: str, taken: Taken, **more: Any) -> dict[str, Any]:
    """SES's event about a mail that it took: send, delivery, bounce, complaint, reject; `more` is what it says."""
    known = kind if kind in ("send", "delivery", "bounce", "complaint") else "send"
    event = example(f"ses_{known}")
    detail = event["detail"]
    detail["eventType"] = kind.capitalize()
    mail = detail["mail"]
    mail["tags"] |= {"workspace": [taken.workspace], "message": [taken.key]}
    mail["timestamp"], mail["messageId"], mail["destination"] = iso(taken.at), taken.ses_id, list(taken.to)
    about = detail.setdefault(kind, {}) if kind != known else detail.get(known, {})
    if "timestamp" in about:
        about["timestamp"] = iso(taken.at + timedelta(seconds=4))
    if "feedbackId" in about:
        about["feedbackId"] = f"{kind}-{taken.ses_id}"
    for named in ("bouncedRecipients", "complainedRecipients"):
        if named in about:
            about[named] = [about[named][0] | {"emailAddress": one} for one in taken.to]
    if "recipients" in about:
        about["recipients"] = list(taken.to)
    detail[kind] = about | more
    return event


def _intake(world: World, event: dict[str, Any]) -> None:
    """cv_intake (statemachines/cv_intake.asl.yaml): each step five times, then a human."""
    inspected = world.tries("InspectFileFunction", event, times=5)
    if inspected is None:
        inspected = {k: event[k] for k in ("workspace", "intake_id")}
        world.tries("ReadCvFunction", {"step": "fail", "file": inspected, "reason": "unreadable"}, times=5)
        return
    step = world.tries("ReadCvFunction", {"step": "read", "file": inspected}, times=5)
    if step and step["next"] == "recognise":
        world.tries("ReadCvFunction", {"step": "recognise", "file": inspected, "token": "task-token"}, times=5)
        world.tries("ReadCvFunction", noticed(inspected["intake_id"]))
        step = world.tries("ReadCvFunction", {"step": "read", "file": inspected}, times=5)
    if step is None:
        world.tries("ReadCvFunction", {"step": "fail", "file": inspected, "reason": "unavailable"}, times=5)
    elif step["next"] == "acknowledge":
        world.tries("SendStepFunction", {k: step[k] for k in ("workspace", "message_key")}, times=1)


def _sequence(world: World, given: dict[str, Any]) -> None:
    """email_sequence (statemachines/email_sequence.asl.yaml): it waits, wakes, lets a mail leave, wakes again."""
    at = datetime.fromisoformat(given["wake_at"])
    if at > world.now:
        world.steps["transitions"] += 1  # Wait
        world.parked.append((at, given))
        return
    who = {k: given[k] for k in ("workspace", "candidate_id", "sequence_id")}
    epoch, asked = given["epoch"], False
    while woken := world.tries("WakeEnrolmentFunction", who | {"epoch": epoch, "asked": asked}, times=5):
        world.steps.update(transitions=3, functions=1)  # Wake, Then, and Send or Done (a Wait counts itself)
        if woken["next"] == "wait":
            _sequence(world, who | {"epoch": woken["epoch"], "wake_at": woken["wake_at"]})
        if woken["next"] != "send":
            return
        world.steps["functions"] += 1
        epoch, asked = woken["epoch"], True
        mail = {"workspace": who["workspace"], "message_key": woken["message_key"]}
        if world.tries("SendStepFunction", mail, times=1) is None:
            return


MACHINES: dict[str, Callable[[World, dict[str, Any]], None]] = {"CvIntake": _intake, "EmailSequence": _sequence}


def environment() -> dict[str, str]:
    """What the template tells its functions of each other: a reference is the name of what it refers to."""
    parts = {part: template(part)["Resources"] for part in PARTS}
    there = {name for resources in parts.values() for name in resources}
    functions: list[Any] = [r for resources in parts.values() for r in resources.values()]
    held: dict[str, str] = {}
    for one in functions:
        variables = one.get("Properties", {}).get("Environment", {}).get("Variables", {})
        asked = {name: value["Ref"] for name, value in variables.items() if isinstance(value, dict) and "Ref" in value}
        held |= {name: value for name, value in asked.items() if value in there}
    return held | ENVIRONMENT


@contextmanager
def world(*, signs: bool = False) -> Iterator[World]:
    """A cloud in memory whose every call can fail, the calls of clients made later too. `signs`: requests to the table
    are signed, which nobody reads here.
    """
    faults = Faults(watched=True)
    made = World(faults)
    hooks: list[Any] = [("before-call", faults.before), ("after-call", faults.after)]
    if not signs:
        hooks.append(("choose-signer.dynamodb", lambda **_: UNSIGNED))
    with pytest.MonkeyPatch.context() as patch, set_environment(patch, environment()):
        handlers.BUILTIN_HANDLERS.extend(hooks)
        handlers.BUILTIN_HANDLERS.insert(0, ("before-send", made.send))
        boto3.DEFAULT_SESSION = None
        asks: Any = BotocoreStubber.__call__  # every handler of an event is called, also once one has answered
        patch.setattr(
            BotocoreStubber, "__call__",
            lambda moto, event_name, request, **more: (
                None if hasattr(request, "played") else asks(moto, event_name, request, **more)
            ),
        )  # fmt: skip
        patch.setattr(clock, "datetime", SimpleNamespace(now=lambda _: made.now))  # of every room that asks it
        patch.setattr(pace, "time", SimpleNamespace(sleep=made.sleep))  # who waits for a turn waits on the same clock
        close: Any = FakeKey.dispose
        patch.setattr(FakeKey, "dispose", lambda key, *_, **__: made.gone.append(key))  # what is deleted may come back
        try:
            with in_memory():
                yield made
                made.forget_objects()
        finally:
            for hook in (*hooks, ("before-send", made.send)):
                handlers.BUILTIN_HANDLERS.remove(hook)
            boto3.DEFAULT_SESSION = None
            for key in made.gone:
                close(key)
