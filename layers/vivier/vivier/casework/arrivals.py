"""The steps of cv_intake that know people: read what was opened, find the person, record, owe an answer.

Each step may run twice, late, or after a crash: it looks at what is there and does what is left. Ids that a step makes
are derived from the intake's, so that a second run writes the same rows.
"""

from datetime import datetime
from typing import Literal

from pydantic import Field

from vivier.casework import answers, matching, profiles
from vivier.casework.erasure import returning
from vivier.casework.erasure.returning import Marks
from vivier.casework.inspection import Opened
from vivier.casework.stored import image_key, stored
from vivier.gateways import files
from vivier.hiring import applications
from vivier.hiring import store as jobs
from vivier.intake import store as intakes
from vivier.intake.model import Intake, Outcome, State, document_prefix, opened_prefix, quarantine_key
from vivier.kernel.actor import Actor, system
from vivier.kernel.errors import AskedToBeErased, Conflict
from vivier.kernel.ids import sort_key
from vivier.kernel.model import Model
from vivier.kernel.observability import count, logger
from vivier.mail import outbox
from vivier.mail.model import Message
from vivier.people import pairs, store
from vivier.people.editing import differences
from vivier.people.fields import Fields
from vivier.people.identity import Claim
from vivier.people.model import Candidate, Document, Event, Origin, Pair, Proposal, ReadAs
from vivier.people.timeline import event, in_order
from vivier.resumes.edition import layout_of, reader
from vivier.resumes.model import Reading
from vivier.storage.transaction import Transaction, until_settled

NOT_A_CV = 0.35  # below it a human decides


class Step(Model):
    """Where the state machine goes next."""

    next: Literal["acknowledge", "recognise", "done"]
    workspace: str
    intake_id: str
    message_key: str | None = None


def fail(
    workspace: str, intake_id: str, reason: str, detail: str | None, now: datetime, pages: int | None = None
) -> Step:
    """Puts a file before a human, with the reason. It stays in the quarantine."""

    def attempt() -> None:
        row = intakes.load(workspace, intake_id)
        intake = row.read()
        if intake.finished:
            return
        failed = intake.model_copy(
            update={
                "state": State.failed,
                "reason": reason,
                "detail": detail,
                "pages": pages or intake.pages,
                "updated_at": now,
                "finished_at": now,
                "task_token": None,
            }
        )
        transaction = Transaction()
        intakes.save(transaction, workspace, row, failed)
        transaction.commit()

    until_settled(attempt)
    count("IntakeFailed")
    logger.info("file put to review", extra={"intake_id": intake_id, "reason": reason})
    return Step(next="done", workspace=workspace, intake_id=intake_id)


def record(workspace: str, intake_id: str, opened: Opened, reading: Reading, now: datetime) -> Step:
    """Makes or finds the person the document is about and records it, all in one transaction."""
    opened = opened.model_copy(update={"flags": sorted({*opened.flags, *reading.flags})})
    intake = intakes.load(workspace, intake_id).read()
    if not intake.finished:
        _keep_files(workspace, intake, opened, reading)
    try:
        done = until_settled(lambda: _record(workspace, intake_id, opened, reading, now))
    except AskedToBeErased as erased:
        return fail(workspace, intake_id, "asked_to_be_erased", erased.details["erased_at"], now, opened.page_count)
    if done.state != State.recorded:
        return Step(next="done", workspace=workspace, intake_id=intake_id)
    files.delete(quarantine_key(workspace, intake_id))
    return Step(
        next="acknowledge" if done.message_key else "done",
        workspace=workspace,
        intake_id=intake_id,
        message_key=done.message_key,
    )


def document_id(intake_id: str) -> str:
    return f"doc_{sort_key(intake_id)}"


def _keep_files(workspace: str, intake: Intake, opened: Opened, reading: Reading) -> None:
    """Copies the file, its page pictures and its reading to where documents live. Doing it twice is harmless."""
    source = opened_prefix(workspace, intake.id)
    target = document_prefix(workspace, document_id(intake.id))
    if files.exists(quarantine_key(workspace, intake.id)):
        files.copy(quarantine_key(workspace, intake.id), f"{target}/original", opened.media_type)
    for page in opened.pages:
        if page.image_type:
            files.copy(
                image_key(source, page.number, page.image_type),
                image_key(target, page.number, page.image_type),
                page.image_type,
            )
    kept = stored(reading, {page.number: page.image_type for page in opened.pages})
    files.write(f"{target}/reading.json", kept.model_dump_json().encode(), "application/json")


class _Arrival(Model):
    """What one file changes, before it is written."""

    candidate: Candidate
    outcome: Outcome
    events: list[Event]
    proposals: list[Proposal] = Field(default_factory=list)
    pairs: list[Pair] = Field(default_factory=list)
    document_id: str | None = None
    message: Message | None = None
    marks: Marks = Field(default_factory=dict, description="Of somebody who came back.")


def _record(workspace: str, intake_id: str, opened: Opened, reading: Reading, now: datetime) -> Intake:
    row = intakes.load(workspace, intake_id)
    intake = row.read()
    if intake.finished:
        return intake
    actor = Actor(
        workspace=workspace,
        kind="member" if intake.created_by else "system",
        id=intake.created_by or "",
        name=intake.created_by_name or "Vivier",
    )
    file_claim = Claim("file", opened.sha256)
    owner = store.owner(workspace, file_claim)
    person = store.standing(workspace, owner) if owner else None
    if person is not None:
        arrival = _same_file(workspace, person.read(), intake, opened.sha256, actor, now)
    else:
        arrival, person = _document(workspace, intake, opened, reading, actor, now)
    transaction = Transaction()
    new_document = arrival.outcome != Outcome.same_file
    if new_document:
        document = _describe(workspace, intake, opened, reading, arrival.candidate.id, now)
        transaction.create(store.DocumentItem.of(workspace, document))
        # The claim of a file whose owner is gone is taken over; one that somebody took meanwhile is not.
        free = store.ClaimItem.pk.does_not_exist() | (store.ClaimItem.candidate_id == (owner or ""))
        transaction.save(store.ClaimItem.of(workspace, file_claim, arrival.candidate.id), when=free)
    transaction.create(*(store.ProposalItem.of(workspace, arrival.candidate.id, p) for p in arrival.proposals))
    for pair in arrival.pairs:
        pairs.open_pair(transaction, workspace, pair)
    returning.welcome(transaction, workspace, arrival.marks)
    if arrival.message:
        outbox.put(transaction, workspace, arrival.message)
    if intake.for_job:
        arrival = _into_job(transaction, actor, intake.for_job, arrival, now)
    after = store.write(transaction, workspace, person, arrival.candidate.touched(now), in_order(arrival.events))
    recorded = _finished(intake, after, arrival, opened, now)
    intakes.save(transaction, workspace, row, recorded)
    transaction.commit()
    count("IntakeRecorded")
    logger.info("file recorded", extra={"intake_id": intake_id, "outcome": arrival.outcome, "candidate_id": after.id})
    return recorded


def _into_job(transaction: Transaction, actor: Actor, job_id: str, arrival: _Arrival, now: datetime) -> _Arrival:
    """Who was dropped onto a job stands in it; where it takes nobody any more, the timeline says so."""
    job = jobs.load_job(actor.workspace, job_id).read()
    try:
        _, candidate, told = applications.enter(transaction, actor, job, arrival.candidate, now)
    except Conflict as refused:
        if applications.takes_people(job):
            return arrival  # stands there already
        title = job.title.model_dump(exclude_none=True)
        told = event("application_not_made", actor, now, job_id=job_id, job_title=title, reason=refused.message)
        candidate = arrival.candidate
    return arrival.model_copy(update={"candidate": candidate, "events": [*arrival.events, told]})


def _finished(intake: Intake, after: Candidate, arrival: _Arrival, opened: Opened, now: datetime) -> Intake:
    headline = after.fields.headline.value if after.fields.headline else None
    return intake.model_copy(
        update={
            "state": State.recorded,
            "step": None,
            "candidate_id": after.id,
            "candidate_name": after.display_name,
            "candidate_headline": headline[:120] if headline else None,
            "document_id": arrival.document_id,
            "outcome": arrival.outcome,
            "to_check": len(after.fields.doubtful()),
            "flags": opened.flags,
            "pages": opened.page_count,
            "message_key": arrival.message.key if arrival.message else None,
            "updated_at": now,
            "finished_at": now,
            "task_token": None,
        }
    )


def _same_file(
    workspace: str, candidate: Candidate, intake: Intake, sha256: str, actor: Actor, now: datetime
) -> _Arrival:
    """The very same bytes: nothing is read again, but who was found may now have applied."""
    candidate, message, told = _owed(workspace, candidate, intake, actor, now)
    told.insert(0, event("document_again", actor, now, name=intake.name, source=intake.source, intake_id=intake.id))
    held = _held(workspace, candidate, sha256)
    return _Arrival(candidate=candidate, outcome=Outcome.same_file, events=told, message=message, document_id=held)


def _held(workspace: str, candidate: Candidate, sha256: str) -> str | None:
    """The document that these bytes are already, on the person's own record or one merged into it."""
    rows = (row for one in sorted(candidate.everyone()) for row in store.everything(workspace, one))
    documents = (row.read() for row in rows if isinstance(row, store.DocumentItem))
    return next((d.id for d in documents if d.sha256 == sha256), None)


def _document(
    workspace: str, intake: Intake, opened: Opened, reading: Reading, actor: Actor, now: datetime
) -> tuple[_Arrival, store.CandidateItem | None]:
    identifier = document_id(intake.id)
    read = profiles.fields_of(reading.profile, identifier, now)
    if intake.for_candidate and reading.is_cv < NOT_A_CV:
        read = Fields()  # a letter, a diploma: what it says is not what the person is
    fresh = _newcomer(intake, read, reading, now)
    sender = _sender(workspace, intake.for_candidate) if intake.for_candidate else None
    match = matching.find(workspace, fresh, known=sender.read().id if sender else None)
    person = sender or (store.standing(workspace, match.person) if match.person else None)
    proposals: list[Proposal] = []
    marks: Marks = {}
    if person is None:
        marks = returning.marked(workspace, fresh.fields, came_back=intake.came_back)
        candidate, outcome = fresh, Outcome.new
        origin = intake.model_dump(include={"relation", "source", "campaign", "referrer"}, mode="json")
        back = True if marks else None
        events = [event("candidate_created", actor, now, channel="drop", came_back=back, more=origin)]
    else:
        outcome, events = Outcome.known, []
        held = person.read()
        candidate, proposals = profiles.enriched(held, read, identifier, now)
        candidate, proposals = returning.kept_apart(workspace, held.fields, candidate, proposals, identifier, now)
    candidate = candidate.model_copy(
        update={
            "documents": candidate.documents + 1,
            "proposals": candidate.proposals + len(proposals),
            "dropped": sorted({*candidate.dropped, *(str(d.kind) for d in reading.dropped)}),
            "shared": sorted({*candidate.shared, *match.shared}),
        }
    )
    candidate, message, told = _owed(workspace, candidate, intake, actor, now)
    done = _read_event(workspace, intake, opened, candidate, read, proposals, now)
    if person is not None:
        changes = [{"field": c.field} for c in differences(person.read(), candidate)]
        done.data.update(version=person.number + 1, changes=changes)
    events += [*told, done]
    arrival = _Arrival(
        candidate=candidate,
        outcome=outcome,
        events=events,
        proposals=proposals,
        pairs=_pairs(workspace, candidate, match, now),
        document_id=identifier,
        message=message,
        marks=marks,
    )
    return arrival, person


def _sender(workspace: str, candidate_id: str) -> store.CandidateItem:
    """Who sent a file by mail. Raises NotFound: they were erased meanwhile, and their file makes nobody new."""
    return store.standing(workspace, candidate_id) or store.load(workspace, candidate_id)


def _owed(
    workspace: str, candidate: Candidate, intake: Intake, actor: Actor, now: datetime
) -> tuple[Candidate, Message | None, list[Event]]:
    """What this file makes us owe its person; one that came with an answer to us makes us owe nothing new."""
    if intake.for_candidate:
        return candidate, None, []
    return answers.owed(workspace, candidate, intake.relation, actor, now)


def _newcomer(intake: Intake, read: Fields, reading: Reading, now: datetime) -> Candidate:
    return Candidate(
        id=f"can_{sort_key(intake.id)}",
        created_at=now,
        updated_at=now,
        relation=intake.relation,
        language=reading.language,
        fields=read,
        origin=Origin(
            channel="drop",
            source=intake.source,
            campaign=intake.campaign,
            referrer=intake.referrer,
            by=intake.created_by,
            by_name=intake.created_by_name,
        ),
    )


def _read_event(
    workspace: str,
    intake: Intake,
    opened: Opened,
    candidate: Candidate,
    read: Fields,
    proposals: list[Proposal],
    now: datetime,
) -> Event:
    filled = [name for name in Fields.model_fields if getattr(read, name)]
    return event(
        "document_read",
        system(workspace),
        now,
        cause="cv_intake",
        document_id=document_id(intake.id),
        name=intake.name,
        pages=opened.page_count,
        fields=len(filled),
        to_check=len(read.doubtful()),
        proposals=len(proposals),
        dropped=candidate.dropped,
        flags=opened.flags,
    )


def _pairs(workspace: str, candidate: Candidate, match: matching.Match, now: datetime) -> list[Pair]:
    """New doubts: nobody is asked twice, whichever of two people's records the first was found on."""
    if not match.maybe:
        return []
    rows = (r for one in sorted(candidate.everyone()) for r in store.everything(workspace, one))
    asked = {r.read().other_id for r in rows if isinstance(r, pairs.PairItem)}
    known = asked | {c.id for c in store.standing_of(workspace, asked).values()} | candidate.everyone()
    return [
        Pair(candidate_id=candidate.id, other_id=other, evidence=evidence, at=now)
        for other, evidence in match.maybe.items()
        if other not in known
    ]


def _describe(
    workspace: str, intake: Intake, opened: Opened, reading: Reading, candidate_id: str, now: datetime
) -> Document:
    native = {p.native for p in opened.pages}
    return Document(
        id=document_id(intake.id),
        candidate_id=candidate_id,
        name=intake.name,
        kind=opened.kind,
        media_type=opened.media_type,
        size=opened.size,
        sha256=opened.sha256,
        pages=opened.page_count,
        read_at=now,
        relation=intake.relation,
        origin=Origin(
            channel="drop",
            source=intake.source,
            campaign=intake.campaign,
            referrer=intake.referrer,
            by=intake.created_by,
            by_name=intake.created_by_name,
        ),
        flags=opened.flags,
        text_source="mixed" if len(native) == 2 else "native" if native == {True} else "textract",
        is_cv=reading.is_cv,
        read_as=ReadAs(reader=reader(), layout=layout_of(reading.pages), language=reading.language),
        prefix=document_prefix(workspace, document_id(intake.id)),
    )
