"""What leaves: mails a second through the outbox on one core, and what a thousand mails and enrolments cost.

The table is tests/quick_table.py and SES is played (tests/integration/faults/world.py), so that the processor's time is
ours: it is told in three, the emulator's, that of the AWS SDK (botocore: writing, signing and reading of requests; not
the wire), and the rest, which is Vivier with PynamoDB and Pydantic. It is told by phase: a mail is rendered (its words
filled in), claimed (what it stands on read, the MIME message written, the claim committed), handed to SES, settled.
Calls and units are metered; prices are the packager's.
"""

import contextlib
import io
import itertools
import json
import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any, NamedTuple

from botocore.client import BaseClient

from tests.bench.figures import show
from tests.factories import NOW, WORKSPACE, actor
from tests.integration.faults import world as worlds
from tests.integration.faults.cases import owed
from tests.integration.faults.world import World, said
from tests.quick_table import QuickTable
from tests.sequences import enrolled, mail_step, published, task_step, wait_step
from tests.table_expressions import Row
from tests.unasked import found, queue, rule
from vivier.casework import enrolling, enrolments, sweep
from vivier.gateways import mailer
from vivier.kernel.clock import iso
from vivier.kernel.ids import new_id, sort_key
from vivier.kernel.metering import Tally, metered
from vivier.mail import outbox, service, templates
from vivier.mail import store as messages
from vivier.mail.store import MessageItem
from vivier.people import store as people
from vivier.sequences import store
from vivier.sequences.steps import Step
from vivier.storage.table import get
from vivier.team import service as team
from vivier_packager.cost import dollars

NETWORK = 0.006  # seconds that a call is assumed to take on AWS, within one region
MEMORY = 0.5  # GB of the functions that send, record and wake
SIZES = (1_000, 20_000)


class Spent(NamedTuple):
    """Processor seconds."""

    whole: float
    emulator: float
    sdk: float

    @property
    def own(self) -> float:
        return self.whole - self.emulator - self.sdk

    def since(self, before: "Spent", mails: int = 1) -> "Spent":
        return Spent(*((b - a) / mails for a, b in zip(before, self, strict=True)))

    def plus(self, more: "Spent") -> "Spent":
        return Spent(*(a + b for a, b in zip(self, more, strict=True)))


NOTHING = Spent(0.0, 0.0, 0.0)
PHASES = ("rendered", "claimed", "handed to SES", "settled")


@contextmanager
def watched() -> Iterator[Callable[[], Spent]]:
    """What was spent inside the block, so far."""
    spent = {"sdk": 0.0, "emulator": 0.0}
    calls: Any = BaseClient._make_api_call  # type: ignore[attr-defined]
    sends: Any = World.send

    def call(client: Any, operation: str, given: Any) -> Any:
        started = time.thread_time()
        try:
            return calls(client, operation, given)
        finally:
            spent["sdk"] += time.thread_time() - started

    def send(made: World, request: Any, **more: Any) -> Any:
        started = time.thread_time()
        try:
            return sends(made, request, **more)
        finally:
            spent["emulator"] += time.thread_time() - started

    BaseClient._make_api_call = call  # type: ignore[attr-defined]
    World.send = send  # type: ignore[method-assign, assignment]
    began = time.thread_time()
    try:
        yield lambda: Spent(time.thread_time() - began, spent["emulator"], spent["sdk"] - spent["emulator"])
    finally:
        BaseClient._make_api_call = calls  # type: ignore[attr-defined]
        World.send = sends  # type: ignore[method-assign]


def measure(mails: int = 300) -> None:
    logging.disable(logging.INFO)
    with contextlib.redirect_stdout(io.StringIO()), watched() as spent, worlds.world(signs=True) as made:
        throughput = list(_throughput(made, mails, spent))
        costs = [_of_mails(made), _of_unasked(made)]
        enrolment, waits = _of_enrolments(made)
    logging.disable(logging.NOTSET)
    columns = ["mail", "emulator", "AWS SDK", "ours", "a second, ours and the SDK's", "a second, ours"]
    show(
        "The outbox on one core: answers that are owed, mails that nobody asked for (ms of processor)",
        columns,
        throughput,
    )
    columns = ["work", "table writes", "table reads", "functions", "transitions", "mails", "dollars a thousand"]
    show("What leaves, by the thousand (units; list prices of us-east-1)", columns, [*costs, enrolment])
    show("With many enrolments waiting", ["waiting, act", "calls", "read units", "write units", "ms of ours"], waits)


def _throughput(made: World, mails: int, spent: Callable[[], Spent]) -> Iterator[list[object]]:
    rule(cap=100_000)
    writing: dict[str, Callable[[int], str]] = {
        "owed": lambda _: owed(),
        "unasked": lambda n: queue(found(n), f"bench-{n}"),
    }
    for name, write in writing.items():
        for key in [write(n) for n in range(20)]:
            outbox.send(WORKSPACE, key, made.now)
        keys = {write(20 + n) for n in range(mails)}
        render = _rendered(made)
        rows = messages.due(WORKSPACE, iso(made.now), unasked=name == "unasked", limit=2 * mails)
        taken = len(made.wire)
        phases = dict.fromkeys(PHASES, NOTHING)
        with _at_the_gateway(spent) as marks:
            for row in rows:
                if (key := row.read().key) in keys:  # as the sweep does; alone, a mail is read first: one call more
                    marks[:] = [spent()]
                    render()
                    marks.append(spent())
                    outbox.send(WORKSPACE, key, made.now, row=row)
                    marks.append(spent())
                    for phase, before, after in zip(PHASES, marks, marks[1:], strict=False):
                        phases[phase] = phases[phase].plus(after.since(before, mails))
        assert len(made.wire) - taken == mails
        yield from _told(name, phases)


@contextmanager
def _at_the_gateway(spent: Callable[[], Spent]) -> Iterator[list[Spent]]:
    """Marks when a mail is handed to SES and when SES has answered."""
    marks: list[Spent] = []
    send: Any = mailer.send

    def marked(*given: Any, **more: Any) -> Any:
        marks.append(spent())
        try:
            return send(*given, **more)
        finally:
            marks.append(spent())

    mailer.send = marked
    try:
        yield marks
    finally:
        mailer.send = send


def _told(name: str, phases: dict[str, Spent]) -> Iterator[list[object]]:
    rendered, claimed, handed, settled = (phases[phase] for phase in PHASES)
    ready = rendered.plus(claimed)
    parts = phases | {"rendered and claimed": ready, "the whole": ready.plus(handed).plus(settled)}
    for phase, one in parts.items():
        yield [
            f"{name}, {phase}", one.emulator * 1000, one.sdk * 1000, one.own * 1000,
            round(1 / (one.whole - one.emulator)), round(1 / one.own),
        ]  # fmt: skip


def _rendered(made: World) -> Callable[[], object]:
    """The words of an answer filled in, from a template that is at hand: the act that queues the mail does it once."""
    message = get(MessageItem, MessageItem.key(WORKSPACE, owed())).read()
    person = people.load(WORKSPACE, message.candidate_id or "").read()
    place, text = team.workspace(WORKSPACE), templates.own("acknowledgement", person.language)
    return lambda: service.render("acknowledgement", person, place, draft=text)


def _row(
    name: str, tally: Tally, seconds: float, *, functions: int, transitions: int = 0, mails: int = 0
) -> list[object]:
    """Of one piece of work, by the thousand."""
    work = {
        "table_write": tally.write_units,
        "table_read": tally.read_units,
        "lambda_request": float(functions),
        "lambda_gb_second": (seconds + NETWORK * tally.total) * MEMORY,
        "transition": float(transitions),
        "mail": float(mails),
    }
    cost = dollars({kind: amount * 1000 for kind, amount in work.items()})
    units = [round(work[k] * 1000) for k in ("table_write", "table_read")]
    return [name, *units, functions * 1000, transitions * 1000, mails * 1000, f"{cost:.3f}"]


def _metered(act: Callable[[], object]) -> tuple[Tally, float]:
    started = time.thread_time()
    with metered() as tally:
        act()
    return tally, time.thread_time() - started


def _sent_and_told(made: World, key: str) -> None:
    """The sending function, and the two that hear that it was sent and delivered."""
    made.does("SendStepFunction", {"workspace": WORKSPACE, "message_key": key})
    for kind in ("send", "delivery"):
        made.does("RecordDeliveryFunction", said(kind, made.wire[-1]))


def _of_mails(made: World) -> list[object]:
    key = owed()
    tally, seconds = _metered(lambda: _sent_and_told(made, key))
    return _row("a mail, sent, told sent and delivered", tally, seconds, functions=3, mails=1)


def _of_unasked(made: World) -> list[object]:
    key = queue(found(900_001), "bench-unasked")
    tally, seconds = _metered(lambda: _sent_and_told(made, key))
    return _row("one that nobody asked for", tally, seconds, functions=3, mails=1)


def _of_enrolments(made: World) -> tuple[list[object], list[list[object]]]:
    """A sequence of two mails and a task over two days, from the enrolment to its end; then many who wait."""
    steps: list[Step] = [mail_step("Un"), wait_step(hours=2), task_step(), wait_step(hours=20), mail_step("Deux")]
    short, long = published(None, *steps), published(None, wait_step(days=3), mail_step("Tard"))
    one = found(900_002)

    left = len(made.wire)

    def through() -> None:
        enrolled(short, one)
        made.drain()
        made.fire(NOW + timedelta(hours=30))
        for taken in made.wire[left:]:
            for kind in ("send", "delivery"):
                made.does("RecordDeliveryFunction", said(kind, taken))

    made.steps.clear()
    tally, seconds = _metered(through)
    mails = len(made.wire) - left
    assert mails == 2
    functions, transitions = made.steps["functions"] + 2 * mails + 1, made.steps["transitions"]
    name = "an enrolment: two mails and a task in a day"
    row = _row(name, tally, seconds, functions=functions, transitions=transitions, mails=mails)
    made.now = NOW
    first = found(900_003)
    enrolled(long, first)
    sweep.sweep(made.now)
    waits: list[list[object]] = []
    there = 1
    for size in SIZES:
        _crowd(made.table, first, long.id, there, size)
        there = size
        waits += [[f"{size:,} {name}", *_waiting(act)] for name, act in _acts(made, short.id, long.id).items()]
    return row, waits


def _waiting(act: Callable[[], object]) -> list[object]:
    tally, seconds = _metered(act)
    return [tally.total, tally.read_units, tally.write_units, seconds * 1000]


_people = itertools.count(910_000)


def _asks(candidate_id: str) -> enrolling.Enrolling:
    return enrolling.Enrolling(candidate_ids=[candidate_id], key=sort_key(new_id("key")))


def _acts(made: World, short: str, long: str) -> dict[str, Callable[[], object]]:
    one, other = found(next(_people)), found(next(_people))
    enrolling.enrol(actor(), short, _asks(other), made.now)
    soon = made.now + timedelta(seconds=11)
    return {
        "enrolling one more": lambda: enrolling.enrol(actor(), long, _asks(one), made.now),
        "a wake that writes a mail": lambda: enrolments.wake(WORKSPACE, other, short, soon),
        "a round of the sweep": lambda: sweep.sweep(made.now),
    }


def _crowd(table: QuickTable, candidate_id: str, sequence_id: str, first: int, last: int) -> None:
    """Copies of one enrolled person, number `first` to `last`, each under ids of their own, and counts that say so."""
    row = store.enrolment(WORKSPACE, candidate_id, sequence_id)
    assert row
    own = {sort_key(candidate_id): "can", sort_key(store.read(row).id): "enr"}
    held = [
        json.dumps(r) for rows in table.rows.values() for r in rows.values() if any(u in json.dumps(r) for u in own)
    ]
    for number in range(first, last):
        fresh = {ulid: sort_key(new_id(prefix, NOW)) for ulid, prefix in own.items()}
        for text in held:
            for old, new in fresh.items():
                text = text.replace(old, new)
            copied: Row = json.loads(text.replace("found900003@", f"crowd{number}@"))
            copied["pk"]["S"] = copied["pk"]["S"].replace("#000000", f"#{number // 200:06d}")
            table.put(copied)
    listed = f"W#{WORKSPACE}#SEQ#{sequence_id}#active#"
    there = sum(len(rows) for pk, rows in table.rows.items() if pk.startswith(listed))
    assert there >= last
    pk, sk = store.CountsItem.key(WORKSPACE, sequence_id)
    counts = table.row((pk, sk)) or {}
    table.put(counts | {"active": {"N": str(there)}, "ever_active": {"N": str(there)}})
