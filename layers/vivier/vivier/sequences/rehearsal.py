"""What a sequence would have done to somebody, by what happened to them since. Pure.

Tags are those that somebody had then, as far as what happened tells; words are those of today. Nobody can have clicked
in a mail that was never sent; the gate's limits (warm-up, frequency) are not rehearsed.
"""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Literal, NamedTuple

from pydantic import Field

from vivier.kernel.clock import Instant
from vivier.people.model import Event, Strict
from vivier.sequences import schedule
from vivier.sequences.model import SequenceText, StopReason
from vivier.sequences.steps import MailStep, StepCondition

STOPPED_BY = {
    "mail_received": StopReason.reply,
    "mail_complained": StopReason.complaint,
    "unsubscribed": StopReason.unsubscribed,
    "unsolicited_stopped": StopReason.unsubscribed,
    "merged_away": StopReason.merged,
}
MOVES = ("stage_moved", "application_refused", "application_withdrawn", "application_hired", "application_closed")


class RehearsedStep(Strict):
    step_id: str
    do: Literal["mail", "task"]
    at: Instant


class Rehearsed(Strict):
    """What would have been done, and how it would have ended by the end of the rehearsal."""

    steps: list[RehearsedStep] = Field(default_factory=list)
    ended: Literal["finished", "stopped", "running"] = "running"
    reason: StopReason | None = None
    ended_at: Instant | None = None


def stop_of(events: Iterable[Event], start: datetime, wanted: SequenceText) -> tuple[datetime, StopReason] | None:
    """The first thing after `start` that stops it; events in any order."""
    for e in sorted(events, key=lambda e: (e.at, e.id)):
        if e.at <= start:
            continue
        if reason := STOPPED_BY.get(e.kind):
            return e.at, reason
        if e.kind == "mail_bounced" and e.data.get("type") == "Permanent":
            return e.at, StopReason.bounce
        ours = wanted.settings.job_id in (None, e.data.get("job_id"))
        if ours and wanted.settings.stop_on_stage_change and e.kind in MOVES:
            return e.at, StopReason.stage_changed
    return None


def rehearse(
    wanted: SequenceText,
    start: datetime,
    until: datetime,
    events: Iterable[Event],
    *,
    zone: str,
    tags: "Tags",
    stage_id: str | None = None,
) -> Rehearsed:
    """The course of somebody who would have entered at `start`; `stage_id`: where they stood in the sequence's job."""
    stop = stop_of(events, start, wanted)
    last = min(until, stop[0]) if stop else until
    steps: list[RehearsedStep] = []
    clock = schedule.zone_of(wanted.settings, zone)
    for ahead in schedule.course(wanted.steps, 0, start, wanted.settings, clock):
        if ahead.at > last:
            break
        if ahead.step is None:
            return Rehearsed(steps=steps, ended="finished", ended_at=ahead.at)
        if _done(ahead.step.only_if, tags.at(ahead.at), stage_id):
            do: Literal["mail", "task"] = "mail" if isinstance(ahead.step, MailStep) else "task"
            steps.append(RehearsedStep(step_id=ahead.step.id, do=do, at=ahead.at))
    if stop and stop[0] <= until:
        return Rehearsed(steps=steps, ended="stopped", reason=stop[1], ended_at=stop[0])
    return Rehearsed(steps=steps)


class Tags(NamedTuple):
    """The tags of somebody over time: until each instant, those that they had before it; then those of today."""

    today: frozenset[str]
    before: tuple[tuple[datetime, frozenset[str]], ...] = ()

    def at(self, when: datetime) -> frozenset[str]:
        return next((held for changed, held in self.before if when < changed), self.today)


def tags_of(events: Iterable[Event], today: Iterable[str]) -> Tags | None:
    """From the tags of today back through everything that happened since; None where an event does not say which tags
    it changed. Events in any order, up to now.
    """
    held, before = frozenset(today), list[tuple[datetime, frozenset[str]]]()
    for e in sorted(events, key=lambda e: (e.at, e.id), reverse=True):
        if e.kind == "stage_action_done" and e.data.get("do") == "tag":
            held = held if e.data.get("had") else held - {str(e.data.get("tag"))}
            before.append((e.at, held))
        for change in e.data.get("changes") or ():
            if isinstance(change, dict) and change.get("field") == "tags":
                if "before" not in change:
                    return None
                held = frozenset(change["before"] or ())
                before.append((e.at, held))
    return Tags(frozenset(today), tuple(reversed(before)))


def _done(condition: StepCondition | None, tags: Collection[str], stage_id: str | None) -> bool:
    if condition is None:
        return True
    found = {"tag": condition.value in tags, "stage": condition.value == stage_id}.get(condition.about, False)
    return found == condition.holds
