"""Writing a sequence: its draft, its versions, its state. Who is enrolled in it is casework's."""

from collections.abc import Callable
from datetime import datetime
from typing import Literal

from pydantic import Field

from vivier.hiring import store as hiring
from vivier.kernel.actor import Actor, Permission
from vivier.kernel.errors import Conflict, Invalid, NotFound
from vivier.kernel.ids import new_id
from vivier.kernel.settings import settings as environment
from vivier.kernel.versions import on_version
from vivier.mail import library, templates
from vivier.mail.deliverability import store as sending
from vivier.people.model import Strict
from vivier.sequences import apart, numbers, store
from vivier.sequences.model import (
    MOST_SEQUENCES,
    EnrolmentCounts,
    Sequence,
    SequenceCard,
    SequenceState,
    SequenceText,
    SequenceVersion,
    SequenceWork,
)
from vivier.sequences.numbers import StepNumbers
from vivier.sequences.steps import MailStep, MailWords, Step, TaskStep
from vivier.storage.transaction import Transaction, until_settled
from vivier.team import audit
from vivier.team.model import MemberState
from vivier.team.store import members_of

Edited = tuple[Sequence, int]  # with the version of its row, which an edit names
Problem = dict[str, str]


InFlight = Literal["stay", "move"]


class Publishing(Strict):
    """What happens to people in flight: they stay on the version that they began, or go over to this one."""

    in_flight: InFlight = Field(description="`stay`, or `move` them to this version at their next step.")
    end_experiments: bool = Field(default=False, description="Those that run on words that this version changes.")


Also = Callable[[Transaction, Sequence, SequenceVersion], None]  # what else has to hold for a version, and is written


def listed(actor: Actor) -> list[tuple[SequenceCard, EnrolmentCounts]]:
    """Every sequence, archived ones too, the newest first."""
    actor.require(Permission.see_people)
    return store.cards(actor.workspace)


def opened(actor: Actor, sequence_id: str) -> tuple[Sequence, int, EnrolmentCounts]:
    """Raises NotFound."""
    actor.require(Permission.see_people)
    row, counts = store.with_counts(actor.workspace, sequence_id)
    return row.read(), row.number, counts


def numbers_of(actor: Actor, sequence_id: str) -> list[StepNumbers]:
    """One Query. Raises NotFound."""
    actor.require(Permission.see_people)
    found = numbers.read(actor.workspace, sequence_id)
    if not found:
        store.load(actor.workspace, sequence_id)
    return found


def versions(actor: Actor, sequence_id: str) -> list[SequenceVersion]:
    """What was published, the newest first. Raises NotFound."""
    actor.require(Permission.see_people)
    found = store.versions(actor.workspace, sequence_id)
    if not found:
        store.load(actor.workspace, sequence_id)
    return found


def version(workspace: str, sequence_id: str, number: int) -> SequenceVersion:
    """Raises NotFound."""
    return store.version(environment().table, workspace, sequence_id, number)


def create(actor: Actor, wanted: SequenceText, now: datetime) -> Edited:
    """A draft. Raises Invalid (words that cannot be filled in; as many as a workspace may have)."""
    actor.require(Permission.run_sequences)
    _readable(wanted)
    if len(store.every_card(actor.workspace)) >= MOST_SEQUENCES:
        raise Invalid(f"There are {MOST_SEQUENCES} sequences already.", [{"field": "name", "message": "one too many"}])
    made = Sequence(
        **_given(wanted),
        id=new_id("seq", now),
        created_at=now,
        created_by=actor.id or None,
        created_by_name=actor.name or None,
        updated_at=now,
        updated_by_name=actor.name or None,
    )
    transaction = Transaction()
    store.write_sequence(transaction, actor.workspace, None, made)
    audit.tell(transaction, actor, "sequence_changed", now, sequence_id=made.id, name=made.name, act="created")
    transaction.commit()
    return made, 1


def _given(wanted: SequenceText) -> dict[str, object]:
    return {name: getattr(wanted, name) for name in SequenceText.model_fields}


def change(actor: Actor, sequence_id: str, wanted: SequenceText, seen: int | None, now: datetime) -> Edited:
    """Saves the draft on the version that was read. Raises NotFound, Invalid, VersionMissing, VersionStale."""
    actor.require(Permission.run_sequences)
    row = store.load(actor.workspace, sequence_id)
    _readable(wanted)
    held = row.read()
    differing = [name for name in SequenceText.model_fields if getattr(held, name) != getattr(wanted, name)]
    there = row.number
    stale = on_version(seen, there, "Someone else changed this sequence meanwhile.", differing)
    before = version(actor.workspace, sequence_id, held.version) if held.version else None
    changed = before is None or _given(before) != _given(wanted)
    after = _touched(held, actor, now, **_given(wanted), changed=changed)
    transaction = Transaction()
    store.write_sequence(transaction, actor.workspace, row, after)
    audit.tell(transaction, actor, "sequence_changed", now, sequence_id=held.id, name=after.name, act="edited")
    transaction.commit_on(stale)
    return after, there + 1


def _touched(s: Sequence, actor: Actor, now: datetime, **changes: object) -> Sequence:
    return s.model_copy(update={**changes, "updated_at": now, "updated_by_name": actor.name or None})


def _readable(wanted: SequenceText) -> None:
    """Raises Invalid for words that cannot be filled in, with the field: `steps.2.words.fr.body`."""
    for number, step in enumerate(wanted.steps):
        if isinstance(step, MailStep) and step.words:
            for language in ("fr", "en"):
                if said := getattr(step.words, language):
                    place = f"steps.{number}.words.{language}"
                    templates.check_parts({f"{place}.subject": said.subject, f"{place}.body": said.body})


def publish(
    actor: Actor, sequence_id: str, wanted: Publishing, seen: int | None, now: datetime, also: Also | None = None
) -> Edited:
    """Makes the draft the version that people are enrolled in from now on. `also`: what has to be so beside it, told
    the sequence as it was and what takes its place. Raises NotFound, Conflict (archived), Invalid (`errors` say which
    step and what), VersionMissing, VersionStale.
    """
    actor.require(Permission.run_sequences)
    row = store.load(actor.workspace, sequence_id)
    held = row.read()
    there = row.number
    stale = on_version(seen, there, "Someone else changed this sequence meanwhile.", ["steps"])
    if held.state == SequenceState.archived:
        raise Conflict("This sequence is archived. Restore it first.", state=held.state)
    if problems := incomplete(actor.workspace, held, now):
        raise Invalid("This sequence is not ready.", problems)
    transaction = Transaction()
    after, published = _publish(transaction, actor, row, held, held.text, wanted.in_flight, now)
    if also:
        also(transaction, held, published)
    transaction.commit_on(stale)
    return after, there + 1


def _publish(
    transaction: Transaction,
    actor: Actor,
    row: store.SequenceItem,
    held: Sequence,
    wanted: SequenceText,
    in_flight: InFlight,
    now: datetime,
) -> tuple[Sequence, SequenceVersion]:
    """A version that says `wanted`; `held`: the sequence with its draft, as it is to be beside it."""
    published = SequenceVersion(
        **_given(wanted),
        sequence_id=held.id,
        number=held.version + 1,
        published_at=now,
        published_by=actor.id or None,
        published_by_name=actor.name or None,
    )
    works, everyone_in = held.works, held.everyone_in
    if in_flight == "move" and held.version:
        everyone_in = published.number
        works = _with(works, SequenceWork(kind="move", at=now, by=actor.id or None, by_name=actor.name or None))
    state = SequenceState.active if held.state == SequenceState.draft else held.state
    changed = _given(held) != _given(wanted)
    made = {"version": published.number, "changed": changed, "state": state, "published_at": now, "works": works}
    after = _touched(held, actor, now, **made, everyone_in=everyone_in)
    transaction.create(store.VersionItem.of(actor.workspace, published))
    store.write_sequence(transaction, actor.workspace, row, after)
    audit.tell(
        transaction, actor, "sequence_changed", now,
        sequence_id=held.id, name=held.name, act="published", number=str(published.number), in_flight=in_flight,
    )  # fmt: skip
    return after, published


def say_otherwise(
    transaction: Transaction, actor: Actor, place: tuple[str, str], words: MailWords, in_flight: InFlight, now: datetime
) -> MailWords:
    """Publishes a version in which one mail (`place`: sequence and step) has other words, in the transaction of what
    found them; the words that it had. The draft says so too, unless somebody is writing other ones there.

    Raises NotFound, Conflict (archived; the step has no words of its own any more).
    """
    sequence_id, step_id = place
    row = store.load(actor.workspace, sequence_id)
    held = row.read()
    if held.state == SequenceState.archived:
        raise Conflict("This sequence is archived. Restore it first.", state=held.state)
    current = version(actor.workspace, sequence_id, held.version)
    before = current.own_words(step_id)
    if before is None:
        raise Conflict("This step has no words of its own any more.", step_id=step_id)
    text = SequenceText(name=current.name, settings=current.settings, steps=_reworded(current, step_id, before, words))
    draft = held.model_copy(update={"steps": _reworded(held, step_id, before, words)})
    _publish(transaction, actor, row, draft, text, in_flight, now)
    return before


def _reworded(held: SequenceText, step_id: str, before: MailWords, words: MailWords) -> list[Step]:
    def says_it(step: Step) -> bool:
        return isinstance(step, MailStep) and step.id == step_id and step.words == before

    return [s.model_copy(update={"words": words}) if says_it(s) else s for s in held.steps]


def _with(works: list[SequenceWork], new: SequenceWork) -> list[SequenceWork]:
    """Beginning again is what a new order for the same thing means."""
    return [*(w for w in works if w.kind != new.kind), new]


def incomplete(workspace: str, wanted: SequenceText, now: datetime) -> list[Problem]:
    """What keeps a sequence from being published, by field."""
    problems: list[Problem] = []
    if not any(step.do != "wait" for step in wanted.steps):
        problems.append({"field": "steps", "message": "Add a mail or a task."})
    job = None
    if wanted.settings.job_id:
        try:
            job = hiring.load_job(workspace, wanted.settings.job_id).read()
        except NotFound:
            problems.append({"field": "settings.job_id", "message": "There is no such job."})
    mails = any(step.do == "mail" for step in wanted.steps)
    if mails and apart.never_meet(wanted.settings, sending.rules(workspace).hours, now):
        problems.append({"field": "settings.hours", "message": "These hours never meet those of the workspace."})
    named = _members(wanted)
    here = members_of(workspace, named.values())
    for field, member_id in named.items():
        if member_id not in here or here[member_id].state == MemberState.removed:
            problems.append({"field": field, "message": "This colleague is not here any more."})
    for number, step in enumerate(wanted.steps):
        if isinstance(step, MailStep) and step.text_id:
            try:
                library.template(workspace, step.text_id, "fr")
            except Invalid as gone:
                problems.append({"field": f"steps.{number}.text_id", "message": gone.message})
        if isinstance(step, MailStep) and step.words and (left := step.words.unwritten()):
            message = f"Something in square brackets is still to be written: {left[0]}"
            problems.append({"field": f"steps.{number}.words", "message": message})
        condition = getattr(step, "only_if", None)
        if condition and condition.about == "stage" and (job is None or job.stage(condition.value) is None):
            problems.append({"field": f"steps.{number}.only_if", "message": "This stage is none of the job's."})
    return problems


def _members(wanted: SequenceText) -> dict[str, str]:
    """The colleagues that steps name, by field."""
    found = {}
    for number, step in enumerate(wanted.steps):
        if isinstance(step, MailStep) and step.send_as not in ("organisation", "enroller"):
            found[f"steps.{number}.send_as"] = step.send_as
        if isinstance(step, TaskStep) and step.assignee != "enroller":
            found[f"steps.{number}.assignee"] = step.assignee
    return found


MOVES = {
    "pause": ({SequenceState.active}, SequenceState.paused),
    "resume": ({SequenceState.paused}, SequenceState.active),
    "archive": ({SequenceState.draft, SequenceState.active, SequenceState.paused}, SequenceState.archived),
    "restore": ({SequenceState.archived}, SequenceState.paused),
}
Move = Literal["pause", "resume", "archive", "restore"]


def turn(actor: Actor, sequence_id: str, move: Move, now: datetime) -> Edited:
    """Pauses (nothing leaves, nobody is lost), resumes, archives, restores (paused, or a draft as before).

    Pausing also keeps back what stands in the outbox. Raises NotFound, Conflict.
    """
    actor.require(Permission.run_sequences)

    def attempt() -> Edited:
        row = store.load(actor.workspace, sequence_id)
        held = row.read()
        allowed, state = MOVES[move]
        if move == "restore" and not held.version:
            state = SequenceState.draft
        there = row.number  # the row that is saved tells the next one
        if held.state == state:
            return held, there
        if held.state not in allowed:
            raise Conflict("This cannot be done with the sequence as it is.", state=held.state)
        order = SequenceWork(kind="go_on", at=now, by=actor.id or None, by_name=actor.name or None)
        works = _with(held.works, order) if move == "resume" else held.works
        after = _touched(held, actor, now, state=state, works=works, epoch=held.epoch + (move in ("pause", "archive")))
        transaction = Transaction()
        store.write_sequence(transaction, actor.workspace, row, after)
        audit.tell(transaction, actor, "sequence_changed", now, sequence_id=held.id, name=held.name, act=move)
        transaction.commit()
        return after, there + 1

    return until_settled(attempt)
