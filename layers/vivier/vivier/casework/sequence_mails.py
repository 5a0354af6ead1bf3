"""The mail of a step, filled in for one person: the pre-flight and what leaves are this one thing."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple

from vivier.casework import experimenting
from vivier.experiments.model import Experiment
from vivier.hiring.model import Job
from vivier.kernel.actor import Language
from vivier.kernel.errors import Invalid
from vivier.kernel.ids import sort_key
from vivier.mail import library, pressed, service, templates
from vivier.mail.deliverability.model import OwnHours
from vivier.mail.model import Attached, Guard, MailVariant, Message, Rendered, Template
from vivier.people.model import Candidate
from vivier.sequences import numbers
from vivier.sequences.model import Enrolment, Sequence, SequenceVersion
from vivier.sequences.steps import MailStep
from vivier.sequences.store import SequenceItem, guard_of
from vivier.storage.transaction import Transaction
from vivier.team.model import Member, MemberState, Workspace


class Desk(NamedTuple):
    """What the mails of a sequence are filled in with. `members`: those that its steps may name, by id;
    `experiments`: those that run at its steps, by step.
    """

    workspace: Workspace
    job: Job | None
    members: dict[str, Member]
    experiments: Mapping[str, Experiment] = MappingProxyType({})

    def sender(self, step: MailStep, enroller: str | None) -> Member | None:
        """Whose name a mail bears beside the organisation's. That of somebody who left stands under none."""
        named = {"organisation": None, "enroller": enroller}.get(step.send_as, step.send_as)
        member = self.members.get(named) if named else None
        return member if member and member.state != MemberState.removed else None


def named_in(version: SequenceVersion, enroller: str | None) -> set[str]:
    """Ids of the members that the steps of a version may name."""
    found = {i for i in (enroller, version.published_by) if i}
    for step in version.steps:
        named = step.send_as if step.do == "mail" else step.assignee if step.do == "task" else "enroller"
        found |= {named} - {"organisation", "enroller"}
    return found


def words(workspace: str, step: MailStep, person: Candidate) -> Template:
    """The words of a step for this person, not filled in yet. Raises Invalid (its text is gone)."""
    if step.words:
        return step.words.template(person.language)
    return library.template(workspace, step.text_id or "", person.language)[0]


class Filled(NamedTuple):
    rendered: Rendered
    language: Language
    variant: MailVariant | None = None
    along: list[Attached] = []  # noqa: RUF012 - of a tuple, never changed


def fill(desk: Desk, step: MailStep, person: Candidate, enroller: str | None) -> Filled:
    """What this person would get; `missing` merge fields block it. Raises Invalid (the text of the step is gone)."""
    spoken = step.words.spoken(person.language) if step.words else person.language
    said = experimenting.of(desk.experiments.get(step.id), person, spoken)
    tried = said.template("next_step", spoken)
    held = words(desk.workspace.id, step, person) if step.text_id or tried is None else None
    text = tried or held
    assert text
    sender = desk.sender(step, enroller)
    values = service.merge_fields(person.model_copy(update={"language": text.language}), desk.workspace)
    if sender:
        values["recruiter.name"] = sender.name
    if desk.job:
        values["job.title"] = desk.job.title.said(text.language)
    rendered = templates.render(text, values, under=sender.signature if sender else "")
    return Filled(rendered, text.language, said.variant, held.files if held else [])


def key_of(e: Enrolment) -> str:
    """One mail a step and epoch: a wake that comes twice makes none twice."""
    return f"seq-{sort_key(e.id)}-{sort_key(e.step_id or '')}-{e.epoch}"


def outdated(message: Message, sequence: Sequence) -> bool:
    """Whether its sequence was paused since it was made: it does not leave."""
    return any(guard.epoch != sequence.epoch for guard in message.also)


def first_click(transaction: Transaction, workspace: str, message: Message) -> None:
    """Counts who followed a link in the mail of a step."""
    if message.scope and message.scope.startswith("enrolment-") and message.also:
        enrolment_id = message.scope.removeprefix("enrolment-")
        step = message.key.split("-")[2]
        sequence_id = message.also[0].pk.rpartition("#")[2]
        numbers.clicked(transaction, workspace, sequence_id, f"stp_{step}", enrolment_id, message)


class Pressed(NamedTuple):
    """Mails in which a person followed a link; or when that can be told."""

    clicked: list[str] = []  # noqa: RUF012 - of a tuple, never changed
    told_at: datetime | None = None


def pressed_by_now(workspace: str, keys: list[str], now: datetime) -> Pressed:
    """What was pressed in these mails and waits for the sweep is counted first: a Query for each mail."""
    clicked = []
    for key in keys:
        presses = pressed.undecided_of(workspace, key)
        if not presses:
            continue
        told_at = min(p.at for p in presses) + pressed.DECIDED
        if told_at > now:
            return Pressed(told_at=told_at)
        if pressed.decide(workspace, key, now, first_click):
            clicked.append(key)
    return Pressed(clicked)


def compose(
    desk: Desk,
    step: MailStep,
    e: Enrolment,
    sequence: Sequence,
    person: Candidate,
    now: datetime,
    *,
    hours: OwnHours | None = None,
    counts_clicks: bool = False,
) -> Message:
    """Ready for the outbox. Raises Invalid: a merge field has no value, or the text is gone.

    `hours`: those of the version; `counts_clicks`: a step of the sequence hangs on a click.
    """
    rendered, language, variant, along = fill(desk, step, person, e.enrolled_by)
    if rendered.missing:
        problems = [{"field": m, "message": "This merge field has no value."} for m in rendered.missing]
        raise Invalid("The mail has merge fields without a value.", problems, missing=rendered.missing)
    sender = desk.sender(step, e.enrolled_by)
    pk, sk = SequenceItem.key(desk.workspace.id, sequence.id)
    return Message(
        key=key_of(e),
        candidate_id=person.id,
        template=step.text_id or "sequence",
        message_class="unsolicited",
        language=language,
        to=person.fields.first("emails") or "",
        subject=rendered.subject,
        text=rendered.text,
        html=rendered.html,
        scope=f"enrolment-{e.id}",
        epoch=person.epoch,
        unsolicited_epoch=person.unsolicited.epoch,
        hours=hours,
        guard=Guard.model_validate(guard_of(desk.workspace.id, e)),
        also=[Guard(pk=pk, sk=sk, epoch=sequence.epoch)],
        author_id=sender.id if sender else None,
        author=sender.name if sender else None,
        attachments=along,
        variant=variant,
        counts_clicks=counts_clicks or (variant is not None and variant.metric == "click"),
        due_at=now,
        created_at=now,
    )
