"""Writing to people: what a colleague writes waits ten seconds, or until the instant that they choose (waiting.py).

Each person's mail is a message of its own under the client's key: a request that is repeated writes nothing twice.
"""

from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from pydantic import Field

from vivier.casework import attaching, experimenting, forwarding, letters, their_clock
from vivier.casework.experimenting import Chosen, OnDraft
from vivier.casework.their_clock import TheirClock
from vivier.gateways import workflows
from vivier.hiring import store as jobs
from vivier.hiring.base import CandidateId
from vivier.hiring.model import Job
from vivier.kernel.actor import Actor, Language, Permission
from vivier.kernel.clock import Instant, iso
from vivier.kernel.errors import Conflict, IdempotencyMismatch, Invalid, VivierError
from vivier.kernel.ids import REPEATED, ClientKey, new_id, sort_key
from vivier.kernel.model import Model
from vivier.mail import markup, outbox, settling, templates, written
from vivier.mail.drafts import Draft
from vivier.mail.model import Attached, Message, Rendered, VariantKey
from vivier.mail.store import MessageItem
from vivier.mail.threads import sending
from vivier.mail.threads import store as threads
from vivier.mail.written import Answered, Passed
from vivier.people import store, writable
from vivier.people.model import Candidate, Event, Strict
from vivier.people.timeline import event
from vivier.storage.asked import Asking
from vivier.storage.table import find, get
from vivier.storage.transaction import Transaction, until_settled
from vivier.team import service as team
from vivier.team.model import Member, MemberState, Workspace
from vivier.team.store import members_of

UNDO = timedelta(seconds=10)
LATEST = timedelta(days=366)

Held = Literal[
    "no_email",
    "doubtful_email",
    "not_mailable",
    "merged",
    "unknown_address",
    "missing",
    "not_theirs",
    "nobody",
    "themselves",
]
WHY: dict[Held, str] = {
    "no_email": "There is no e-mail address on the record. Add one first.",
    "doubtful_email": "The e-mail address is a doubtful reading. Confirm or correct it first.",
    "not_mailable": "This address bounced. Correct it first.",
    "merged": "This record was merged into another. Write to that person.",
    "unknown_address": "This address is not on the record, or it is a doubtful reading.",
    "not_theirs": "The conversation that this goes on is with somebody else.",
    "nobody": "Say to whom it is forwarded: a colleague, or an address such as name@company.com.",
    "themselves": "This is the person's own address. Answer them instead.",
    "missing": "The mail has merge fields without a value. Nothing was sent.",
}


class Seen(Strict):
    """What is looked at before it is sent: for these people, or for an invented one."""

    candidate_ids: list[CandidateId] = Field(default_factory=list, max_length=50)
    draft: Draft
    at: Instant | None = None


class Trying(Seen):
    """What is sent to oneself."""

    key: ClientKey | None = Field(default=None, description=REPEATED)


class Writing(Strict):
    """What is sent. `key`: a ULID of the client's, the same when it repeats the request. `at`: None for now."""

    key: ClientKey
    candidate_ids: list[CandidateId] = Field(min_length=1, max_length=50)
    draft: Draft
    at: Instant | None = None


class MailTrial(Strict):
    """An experiment on the template of a mail. No `variant`: the mail takes no part, its words were changed by hand,
    it answers somebody, or the experiment is not written in its language.
    """

    experiment_id: str
    name: str
    variant: VariantKey | None = None


class PreviewedMail(Model):
    """What one person would get, from whom, where and when; `held` says why nothing can leave."""

    candidate_id: str | None = None
    name: str | None = None
    addresses: list[str] = Field(default_factory=list, description="Those that may be written to.")
    to: str | None = None
    cc: list[str] = Field(default_factory=list)
    sender: str
    language: Language
    rendered: Rendered
    plain_source: str = Field(description="The plain-text part as it is made from the body, its fields not filled in.")
    attachments: list[Attached] = Field(default_factory=list)
    held: Held | None = None
    due_at: Instant
    clock: TheirClock | None = Field(default=None, description="Theirs, where their record tells it.")
    trial: MailTrial | None = None


class Written(Strict):
    """What became of one person's mail: its key and when it leaves, or why there is none."""

    candidate_id: str
    name: str | None = None
    message_key: str | None = None
    due_at: Instant | None = None
    code: str | None = None
    message: str | None = None
    missing: list[str] = Field(default_factory=list)


class Desk(NamedTuple):
    """What every mail of one act has in common."""

    workspace: Workspace
    author: Member
    copies: list[Member]
    job: Job | None
    answered: Answered | Passed | None = None
    along: list[Attached] = []  # noqa: RUF012 - of a tuple, never changed
    tried: OnDraft = OnDraft()

    def said(self, draft: Draft, person: Candidate) -> Chosen:
        """The words of a person's variant, where the mail takes part in an experiment."""
        return experimenting.of(self.tried.experiment if self.tried.takes_part else None, person, draft.language)

    def trial(self, draft: Draft, person: Candidate) -> MailTrial | None:
        """What the composer says of the experiment on its template."""
        if self.tried.experiment is None:
            return None
        got = self.said(draft, person).variant
        on = self.tried.experiment
        return MailTrial(experiment_id=on.id, name=on.name, variant=got.variant if got else None)

    def fill(self, draft: Draft, person: Candidate, *, invented: bool = False) -> Rendered:
        """`invented`: for somebody who stands in no job, an example of one."""
        spoken = draft.language or person.language
        example = {"job.title": templates.MERGE_FIELDS["job.title"]} if invented else {}
        about = {"job.title": self.job.title.said(spoken)} if self.job else example
        worded = draft if invented else experimenting.in_words(draft, self.said(draft, person))
        return written.fill(worded, person, self.workspace, self.author, about, self.answered)


def preview(actor: Actor, wanted: Seen, now: datetime) -> list[PreviewedMail]:
    """Each person's mail as it would leave: a Get for each, one more where somebody's clock is known.

    Raises NotFound, Invalid (text, copies, `at`).
    """
    actor.require(Permission.write_mails)
    desk, leaves = desk_of(actor, wanted.draft), due(wanted.at, now)
    if not wanted.candidate_ids:
        person = letters.invented(wanted.draft.language or desk.author.language, now)
        seen = _previewed(desk, wanted.draft, person, leaves, invented=True)
        return [seen.model_copy(update={"candidate_id": None})]
    people = [store.load(actor.workspace, one).read() for one in dict.fromkeys(wanted.candidate_ids)]
    # What is passed on is for somebody else.
    clocks = {} if wanted.draft.forward else their_clock.of(actor.workspace, people)
    mails = [_previewed(desk, wanted.draft, person, leaves) for person in people]
    return [mail.model_copy(update={"clock": clocks.get(mail.candidate_id or "")}) for mail in mails]


def _previewed(
    desk: Desk, draft: Draft, person: Candidate, leaves: datetime, *, invented: bool = False
) -> PreviewedMail:
    rendered, open_to = desk.fill(draft, person, invented=invented), written.addresses(person)
    return PreviewedMail(
        candidate_id=person.id,
        name=person.display_name,
        addresses=open_to,
        to=desk.answered.to if isinstance(desk.answered, Passed) else draft.to or next(iter(open_to), None),
        cc=[m.email for m in desk.copies],
        sender=f"{desk.author.name} ({desk.workspace.name})",
        language=draft.language or person.language,
        rendered=rendered,
        plain_source=markup.as_plain(draft.body),
        attachments=desk.along,
        held=_held(desk, person, draft) or ("missing" if rendered.missing else None),
        due_at=leaves,
        trial=None if invented else desk.trial(draft, person),
    )


def desk_of(actor: Actor, draft: Draft) -> Desk:
    """Three reads, a fourth for a job, a fifth for a template, three more for what is answered, one for files.

    Raises NotFound, Invalid (who gets a copy is no colleague, or no more; files that may not leave).
    """
    passed_to = [draft.forward.colleague] if draft.forward and draft.forward.colleague else []
    members = members_of(actor.workspace, [actor.id, *draft.cc, *passed_to])
    wrong = [i for i in draft.cc if i not in members or members[i].state != MemberState.active]
    if wrong:
        raise Invalid("Copies go to colleagues only.", [{"field": "cc", "message": i} for i in wrong])
    if actor.id not in members:
        raise Conflict("You are not in your workspace's directory. Ask an administrator.")
    job = jobs.load_job(actor.workspace, draft.job_id).read() if draft.job_id else None
    copies = [members[i] for i in dict.fromkeys(draft.cc)]
    along = attaching.wanted(actor, draft.files)
    tried = OnDraft() if draft.forward else experimenting.on_draft(actor.workspace, draft)
    passed = forwarding.passed(actor.workspace, draft, members)
    answered = passed or _answered(actor.workspace, draft)
    return Desk(team.workspace(actor.workspace), members[actor.id], copies, job, answered, along, tried)


def _answered(workspace: str, draft: Draft) -> Answered | None:
    """The conversation that it goes on: two Gets, a third for the mail that it answers. Raises NotFound."""
    if draft.thread_id is None:
        return None
    thread = threads.by_id(workspace, draft.thread_id).read()
    if draft.answers is None:
        return Answered(thread, None)
    key = threads.EntryItem.key(workspace, thread.id, "in", draft.answers)
    return Answered(thread, get(threads.EntryItem, key, consistent=True).read())


def due(at: datetime | None, now: datetime) -> datetime:
    if at is not None and not now - timedelta(minutes=5) <= at <= now + LATEST:
        raise Invalid("Choose a time in the year to come.", [{"field": "at", "message": "is not in the year to come"}])
    return max(now + UNDO, at or now)


def _held(desk: Desk, person: Candidate, draft: Draft) -> Held | None:
    """Why no mail may go to this person."""
    if desk.answered and desk.answered.thread.candidate_id not in person.everyone():
        return "not_theirs"
    if person.merged_into:
        return "merged"
    if isinstance(desk.answered, Passed):
        return forwarding.held(desk.answered, person)
    if draft.to is None:
        return writable.cannot_write(person)
    if draft.to not in written.addresses(person):
        return "unknown_address"
    return None if person.mailable else "not_mailable"


def write(actor: Actor, wanted: Writing, now: datetime) -> list[Written]:
    """One message a person; what keeps one of them keeps none of the others.

    Raises NotFound (job), Invalid (unreadable text, copies, `at`): then nobody is written to.
    """
    actor.require(Permission.write_mails)
    desk, leaves = desk_of(actor, wanted.draft), due(wanted.at, now)
    attaching.keep(actor.workspace, desk.along)
    return [_one(actor, desk, wanted, one, now, leaves) for one in dict.fromkeys(wanted.candidate_ids)]


def _one(actor: Actor, desk: Desk, wanted: Writing, candidate_id: str, now: datetime, leaves: datetime) -> Written:
    key, among = f"mail-{wanted.key}-{sort_key(candidate_id)}", len(set(wanted.candidate_ids))
    try:
        message = until_settled(lambda: _queued(actor, desk, key, candidate_id, wanted.draft, now, leaves, among))
    except VivierError as why:
        missing = why.details.get("missing", [])
        said = {"code": why.code, "message": why.message, "missing": missing, "name": why.details.get("name")}
        return Written.model_validate({"candidate_id": candidate_id, **said})
    return Written(candidate_id=candidate_id, message_key=key, due_at=message.due_at)


def _queued(
    actor: Actor, desk: Desk, key: str, candidate_id: str, draft: Draft, now: datetime, leaves: datetime, among: int
) -> Message:
    """The message, put into the outbox with its event; the one that is there already when this is a repetition."""
    try:
        person = store.load(actor.workspace, candidate_id).read()
        message = composed(key, desk, draft, person, now, leaves).model_copy(update={"among": among})
        transaction = Transaction()
        allowed(transaction, actor, person, passed_on=message.passed_on)
        outbox.put(transaction, actor.workspace, message)
        sending.announced(transaction, actor.workspace, message)
        tell(transaction, actor, message, event("mail_queued", actor, now, cause="written", more=said(message)))
        transaction.commit()
    except VivierError:
        if (there := find(MessageItem, MessageItem.key(actor.workspace, key), consistent=True)) is None:
            raise
        return _same(there.read(), actor, draft)
    return message


def composed(key: str, desk: Desk, draft: Draft, person: Candidate, now: datetime, leaves: datetime) -> Message:
    """The message, ready for the outbox. Raises as `right`."""
    rendered, variant = right(desk, draft, person), desk.said(draft, person).variant
    return written.to_candidate(
        key, draft, rendered, person, desk.author, desk.copies, now, leaves, desk.answered, variant, desk.along
    )


def right(desk: Desk, draft: Draft, person: Candidate) -> Rendered:
    """The mail as it will leave. Raises Invalid, saying for whom and what is missing."""
    held = _held(desk, person, draft)
    rendered = desk.fill(draft, person)
    if held or rendered.missing:
        why: Held = held or "missing"
        problems = [{"field": m, "message": "This merge field has no value."} for m in rendered.missing]
        raise Invalid(WHY[why], problems, held=why, missing=rendered.missing, name=person.display_name)
    return rendered


def allowed(transaction: Transaction, actor: Actor, person: Candidate, *, passed_on: bool = False) -> None:
    """The person as they were read, still; they are there, for a mail that is passed on to somebody else."""
    record = store.CandidateItem(*store.CandidateItem.key(actor.workspace, person.id))
    there = store.CandidateItem.pk.exists() if passed_on else store.may_get(person.epoch, None)
    transaction.check(record, there)


def _same(there: Message, actor: Actor, draft: Draft) -> Message:
    if there.author_id != actor.id or there.draft != draft:
        raise IdempotencyMismatch("This key was used for another mail.")
    return there


def said(message: Message) -> dict[str, str | None]:
    return settling.summary(message) | {"due_at": iso(message.due_at)}


def tell(transaction: Transaction, actor: Actor, message: Message, told: Event) -> None:
    assert message.candidate_id
    transaction.create(store.EventItem.of(actor.workspace, message.candidate_id, told))


def send_test(actor: Actor, wanted: Trying, now: datetime, key: str | None = None) -> str:
    """Sends the mail of the first person to oneself, marked as a test, once for a request's `key`; returns the mail's.

    Raises as `preview`, IdempotencyMismatch.
    """
    actor.require(Permission.write_mails)
    asking = Asking(actor, "test", wanted.key or key, wanted)
    sent = asking.once(lambda: _tried(actor, wanted, now, asking), lambda before: before)
    workflows.wake_sender(actor.workspace, sent)
    return sent


def _tried(actor: Actor, wanted: Seen, now: datetime, asking: Asking) -> str:
    (seen, *_) = preview(actor, wanted, now)
    desk = desk_of(actor, wanted.draft)
    attaching.keep(actor.workspace, desk.along)
    key = f"test-{new_id('tst', now)}"
    message = written.to_oneself(key, seen.rendered, wanted.draft, desk.author, now, desk.along)
    transaction = Transaction()
    outbox.put(transaction, actor.workspace, message)
    asking.made(transaction, key, now)
    transaction.commit()
    return key
