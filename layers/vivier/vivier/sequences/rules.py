"""What a wake finds, and what follows from it. Pure: every wake decides afresh, however often and late it comes."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import NamedTuple

from vivier.hiring.model import Application
from vivier.mail.model import Message, State
from vivier.people.model import Candidate
from vivier.sequences import schedule
from vivier.sequences.model import (
    Enrolment,
    EnrolmentState,
    Sequence,
    SequenceState,
    SequenceVersion,
    StepDone,
    Stood,
    StopReason,
)
from vivier.sequences.steps import StepCondition

CLAIMED = timedelta(minutes=3)  # longer than a sender keeps a mail to itself
LONGEST_DOUBT = timedelta(days=1)  # between two looks at a mail that may have left


class Facts(NamedTuple):
    """What stands in the table when an enrolment wakes. `clicked`: steps whose mail somebody clicked in."""

    person: Candidate | None
    sequence: Sequence
    version: SequenceVersion
    application: Application | None = None
    message: Message | None = None
    clicked: Collection[str] = ()

    @property
    def running(self) -> bool:
        return self.sequence.state == SequenceState.active


def end_of(e: Enrolment, facts: Facts) -> StopReason | None:
    """What has happened to the person that ends it, whoever has not told so yet."""
    if facts.person is None:
        return StopReason.erased
    if facts.person.merged_into:
        return StopReason.merged
    if stopped := unasked(facts.person):
        return stopped
    return StopReason.stage_changed if moved_on(e, facts.version, facts.application) else None


def moved_on(e: Enrolment, version: SequenceVersion, application: Application | None) -> bool:
    """Whether the person left the stage of the job in which they were enrolled, where that ends the sequence: always
    what the stage itself began. About no job: whether they were moved in any since.
    """
    if not (version.settings.stop_on_stage_change or (e.job_id and e.via == "stage")):
        return False
    if e.job_id is None:
        return bool(e.moved_in)
    return application is None or application.aside or application.stage_id != e.stage_id


def watches(e: Enrolment, version: SequenceVersion) -> bool:
    """Whether moves in jobs that it is not about concern it."""
    return e.job_id is None and version.settings.stop_on_stage_change


def holds(condition: StepCondition | None, e: Enrolment, facts: Facts) -> bool:
    """Whether a step is done."""
    if condition is None:
        return True
    found = {
        "replied": e.replied_at is not None,
        "clicked": bool(facts.clicked),
        "tag": facts.person is not None and condition.value in facts.person.tags,
        "stage": facts.application is not None and facts.application.stage_id == condition.value,
    }[condition.about]
    return found == condition.holds


def passed(e: Enrolment, done: StepDone, version: SequenceVersion, at: datetime, zone: str) -> Enrolment:
    """The enrolment after a step: before the next one, or the end, counted from `at`."""
    steps = [*e.done, done]
    over = {d.step_id for d in steps}
    ahead = schedule.following(version.steps, e.position + 1, at, version.settings, zone, over)
    further = e.at(ahead.position, ahead.step.id if ahead.step else None, ahead.at)
    return further.model_copy(update={"done": steps})


def look_again(message: Message, now: datetime) -> datetime:
    """When to ask next what became of a mail that a sender has, or that may have left."""
    if message.state == State.claimed:
        return max(now, message.claimed_at or now) + CLAIMED
    age = now - (message.settled_at or message.created_at)
    return now + min(LONGEST_DOUBT, max(CLAIMED, age / 2))


NEVER = {
    "unsubscribed": StopReason.unsubscribed,
    "told_us": StopReason.unsubscribed,
    "complained": StopReason.complaint,
    "no_email": StopReason.unreachable,
    "not_mailable": StopReason.unreachable,
    "suppressed": StopReason.unreachable,
}


def kept_for_good(message: Message, person: Candidate) -> StopReason | None:
    """Why a mail that was cancelled is not to be made again; None when it was made under an epoch that is over."""
    if not person.mailable:
        return StopReason.bounce
    return unasked(person) or NEVER.get(message.reason or "")


def unasked(person: Candidate) -> StopReason | None:
    """Why nothing that they did not ask for goes to the person any more."""
    stops = person.unsolicited.stops
    return NEVER[stops[0].why] if stops else None


def as_before(e: Enrolment, now: datetime) -> Enrolment:
    """As it stood before what took it here, which never happened: under a new epoch, from `now` at the soonest."""
    stood = e.stood or Stood(state=EnrolmentState.active)
    if stood.state == EnrolmentState.active:
        return e.going_on(now).model_copy(update={"since": e.since, "replied_at": stood.replied_at})
    return e.model_copy(update={**dict(stood), "stood": None, "epoch": e.epoch + 1})


def carried(e: Enrolment, old: SequenceVersion, new: SequenceVersion, now: datetime, zone: str) -> Enrolment:
    """The enrolment in another version: before the same step, at the instant that it had; where that step is gone,
    before the first of those after it that is there still, else after the last one done, counted from now.
    """
    here = new.position_of(e.step_id) if e.step_id else len(new.steps)
    over = e.model_copy(update={"version": new.number, "epoch": e.epoch + 1})
    if here is not None and e.step_id:
        return over.model_copy(update={"position": here})
    done = {d.step_id for d in e.done}
    if e.step_id:
        later = (new.position_of(s.id) for s in old.steps[e.position + 1 :] if s.do != "wait" and s.id not in done)
        here = next((p for p in later if p is not None), None)
    if here is None or not e.step_id:
        behind = [p for d in e.done if (p := new.position_of(d.step_id)) is not None]
        here = max(behind) + 1 if behind else 0
    ahead = schedule.following(new.steps, here, now, new.settings, zone, done)
    return over.at(ahead.position, ahead.step.id if ahead.step else None, ahead.at)
