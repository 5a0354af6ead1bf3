"""The form of who was asked for what is missing: what it shows, what was wrong in it, and the answer's way in.

A link opens one question to one person; of the record it shows nothing. An answer becomes proposals that a colleague
accepts or not; files go through the quarantine that every CV goes through.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import Field, StringConstraints

from vivier.casework.asking import said
from vivier.casework.erasure import returning
from vivier.casework.profiles import same
from vivier.gateways import files
from vivier.hiring import store as hiring
from vivier.intake.model import MOST_BYTES, Described, Intake, quarantine_key
from vivier.intake.store import IntakeItem
from vivier.kernel.actor import Actor, Language
from vivier.kernel.clock import Instant
from vivier.kernel.errors import Conflict, Invalid, TooLarge
from vivier.kernel.ids import new_id, sort_key
from vivier.law import catalogue, remarks
from vivier.law.prohibited import Label
from vivier.law.remark_kinds import GROUNDS
from vivier.people import contacts, store
from vivier.people.asks import store as rows
from vivier.people.asks.model import MOST_FILES, Ask, AskState, Piece, SentFile
from vivier.people.asks.store import AskItem
from vivier.people.fields import LISTS, Fields, Value
from vivier.people.model import Candidate, Proposal, Strict
from vivier.people.store import ApplicationItem
from vivier.people.timeline import event
from vivier.storage.table import find
from vivier.storage.transaction import Transaction, until_settled
from vivier.team import service as team
from vivier.team.links import Link, gone
from vivier.team.notifications import Notification, notify
from vivier.team.store import members_of

SOURCE = "form"
READ_FOR_REMARKS = ("headline", "summary", "skills")

Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=300)]
LongText = Annotated[str, StringConstraints(strip_whitespace=True, max_length=6000)]


class SpokenLanguage(Strict):
    name: Text = ""
    level: Text = ""


class Answers(Strict):
    """What the person says; what is empty is not answered. `knowingly`: they read the warnings about their words."""

    name: Text = ""
    emails: list[Text] = Field(default_factory=list, max_length=5)
    phones: list[Text] = Field(default_factory=list, max_length=5)
    location: Text = ""
    links: list[Text] = Field(default_factory=list, max_length=10)
    headline: Text = ""
    summary: LongText = ""
    skills: list[Text] = Field(default_factory=list, max_length=30)
    languages: list[SpokenLanguage] = Field(default_factory=list, max_length=15)
    knowingly: bool = False


class AskedPiece(Strict):
    """One thing that is asked for, and what it is for, in both languages."""

    piece: Piece
    label: dict[Language, str]
    purpose: dict[Language, str]


class AskedForm(Strict):
    """What the page shows. Nothing of the record stands in it."""

    organisation: str
    by: str | None
    relation: Literal["applied", "found"] = Field(description="What they are asked for rests on it.")
    language: Language
    message: str
    pieces: list[AskedPiece]
    state: AskState
    answered_at: Instant | None
    expires_at: Instant
    files: list[SentFile]
    most_files: int = MOST_FILES
    most_bytes: int = MOST_BYTES
    privacy_contact: str
    kept_months: int = catalogue.TALENT_POOL_MONTHS


class FormUpload(Strict):
    """Where one file may be posted, until `expires_at`."""

    intake_id: str
    url: str
    fields: dict[str, str]
    expires_at: Instant


class _Here(NamedTuple):
    row: AskItem
    ask: Ask
    record: store.CandidateItem
    person: Candidate


def _here(link: Link) -> _Here:
    """Two Gets, a third where a job's stage asked. Raises NotFound, as of a link that opens nothing."""
    candidate_id, _, ask_id = link.subject.partition(".")
    row = rows.held(link.workspace, candidate_id)
    record = store.standing(link.workspace, candidate_id)
    if row is None or record is None:
        raise gone()
    ask = row.read()
    if ask.id != ask_id or ask.state == AskState.withdrawn or _left(link.workspace, ask):
        raise gone()
    return _Here(row, ask, record, record.read())


def _left(workspace: str, ask: Ask) -> bool:
    """Whether the person has left the job whose stage asked: nobody needs the answer any more."""
    if ask.job_id is None or ask.state == AskState.answered:
        return False
    row = find(ApplicationItem, ApplicationItem.key(workspace, ask.candidate_id, ask.job_id), consistent=True)
    application = hiring.read(row) if row else None
    return application is None or not application.open


def see(link: Link) -> AskedForm:
    """Three Gets, a fourth where a job's stage asked. Raises NotFound."""
    here = _here(link)
    ask, place = here.ask, team.workspace(link.workspace)
    return AskedForm(
        organisation=place.name,
        by=ask.by_name,
        relation=here.person.relation,
        language=ask.language,
        message=ask.message,
        pieces=[_piece(p) for p in ask.pieces],
        state=ask.state,
        answered_at=ask.answered_at,
        expires_at=ask.expires_at,
        files=ask.files,
        privacy_contact=place.privacy_contact,
    )


def _piece(piece: Piece) -> AskedPiece:
    if piece == "cv":
        why: dict[Language, str] = {
            "fr": "Apprécier le parcours utile au poste",
            "en": "Weigh the experience that is useful for the job",
        }
        return AskedPiece(piece=piece, label={"fr": "CV", "en": "CV"}, purpose=why)
    known = catalogue.field(piece)
    return AskedPiece(piece=piece, label=known.label, purpose=known.purpose)


def opened(link: Link, now: datetime) -> None:
    """Notes that the person has the form before them; the first time counts. Raises NotFound."""

    def attempt() -> None:
        here = _here(link)
        if here.ask.opened_at or here.ask.state != AskState.asked:
            return
        after = here.ask.model_copy(update={"opened_at": now})
        transaction = Transaction()
        rows.save(transaction, link.workspace, here.row, after)
        told = event("missing_opened", _who(link, here.person), now, more=said(after))
        transaction.create(store.EventItem.of(link.workspace, here.person.id, told))
        transaction.commit()

    until_settled(attempt)


def _who(link: Link, person: Candidate) -> Actor:
    return Actor(workspace=link.workspace, kind="candidate", id=person.id, name=person.display_name or "")


def file(link: Link, wanted: Described, now: datetime) -> FormUpload:
    """A signed form for one file, which becomes a document of this person whether or not the rest is ever sent.

    Raises NotFound, TooLarge, Conflict (answered, or files enough).
    """
    if wanted.size > MOST_BYTES:
        raise TooLarge("A file may have 10 MB at most.")

    def attempt() -> Intake:
        here = _here(link)
        if here.ask.state != AskState.asked:
            raise Conflict("This form was sent already.", state=here.ask.state)
        if len(here.ask.files) >= MOST_FILES:
            raise Conflict("Files enough were sent with this form.", most=MOST_FILES)
        intake = _intake(here, wanted, now)
        sent = [*here.ask.files, SentFile(intake_id=intake.id, name=intake.name)]
        transaction = Transaction()
        transaction.create(IntakeItem.of(link.workspace, intake))
        rows.save(transaction, link.workspace, here.row, here.ask.model_copy(update={"files": sent}))
        transaction.commit()
        return intake

    intake = until_settled(attempt)
    key = quarantine_key(link.workspace, intake.id)
    form = files.upload_form(key, intake.content_type, name=intake.name, most=MOST_BYTES, now=now)
    return FormUpload(intake_id=intake.id, **dict(form))


def _intake(here: _Here, wanted: Described, now: datetime) -> Intake:
    return Intake(
        id=new_id("int", now),
        batch=f"ask-{sort_key(here.ask.id)}",
        client_key=wanted.client_key,
        name=wanted.name,
        size=wanted.size,
        content_type=wanted.content_type or files.UNKNOWN_TYPE,
        relation=here.person.relation,
        source=SOURCE,
        for_candidate=here.person.id,
        created_at=now,
        updated_at=now,
    )


def answer(link: Link, given: Answers, now: datetime) -> AskedForm:
    """Takes an answer: proposals on the record, on the timeline, and who asked is told. The same again changes nothing.

    Raises NotFound, Invalid: every field that is not right, or the `warnings` about words that were not read again.
    """

    def attempt() -> None:
        here = _here(link)
        if here.ask.state == AskState.answered:
            return
        values = _right(here.ask, given)
        _take(link, here, values, _warnings(values, given), now)

    until_settled(attempt)
    return see(link)


def _right(ask: Ask, given: Answers) -> dict[str, list[Value]]:
    """The answers in the form that is stored, each field's values. Raises Invalid with all that is wrong at once."""
    problems: list[dict[str, str]] = []
    values: dict[str, list[Value]] = {}
    forms: dict[str, Callable[[str], str]] = {
        "emails": contacts.email,
        "phones": lambda text: contacts.phone(text, ask.language),
        "links": contacts.link,
    }
    for name in catalogue.ON_A_FORM:
        said_of = _each(name, getattr(given, name))
        if said_of and name not in ask.pieces:
            problems.append({"field": name, "message": "This was not asked for."})
            continue
        for place, text, level in said_of:
            try:
                kept = forms.get(name, str)(text)
            except Invalid as wrong:
                problems.append({"field": place, "message": wrong.details["errors"][0]["message"]})
            else:
                values.setdefault(name, []).append(Value(value=kept, level=level, origin="answered"))
    if problems:
        raise Invalid("Something in the form is not right.", problems)
    if not values and not ask.files:
        raise Invalid("The form is empty.", [{"field": "form", "message": "Fill in at least one field."}])
    return values


def _each(name: str, held: Any) -> list[tuple[str, str, str | None]]:
    """What a field of the form holds, with the place of each text in it; what is empty is not answered."""
    if isinstance(held, str):
        return [(name, held, None)] if held else []
    spoken = [one if isinstance(one, SpokenLanguage) else SpokenLanguage(name=one) for one in held]
    return [(f"{name}.{n}", one.name, one.level or None) for n, one in enumerate(spoken) if one.name]


def _warnings(values: dict[str, list[Value]], given: Answers) -> dict[str, list[str]]:
    """What looks like something no employer may ask for, by field. Raises Invalid until it was read again."""
    found: dict[str, list[str]] = {}
    shown: list[dict[str, Any]] = []
    for name in READ_FOR_REMARKS:
        for value in values.get(name, []):
            for remark in remarks.find(value.value):
                found.setdefault(name, []).append(remark.kind)
                words = value.value[remark.start : remark.end]
                shown.append({"field": name, "words": words, "label": _both(GROUNDS[remark.kind].label)})
    if shown and not given.knowingly:
        problems = [
            {"field": w["field"], "message": "This looks like something that no employer needs."} for w in shown
        ]
        raise Invalid("Read again what looks too personal.", problems, warnings=shown)
    return {name: sorted(set(kinds)) for name, kinds in found.items()}


def _both(label: Label) -> dict[str, str]:
    return {"fr": label.fr, "en": label.en}


def _take(
    link: Link, here: _Here, values: dict[str, list[Value]], warnings: dict[str, list[str]], now: datetime
) -> None:
    held = here.person.fields
    proposals = returning.told(link.workspace, held, proposed(held, values, warnings, here.ask, now))
    given: list[Piece] = [p for p in here.ask.pieces if p in values or (p == "cv" and here.ask.files)]
    changes = {
        "state": AskState.answered,
        "answered_at": now,
        "answered": given,
        "opened_at": here.ask.opened_at or now,
        "remind_at": None,
        "epoch": here.ask.epoch + 1,
    }
    after = here.ask.model_copy(update=changes)
    told = event(
        "missing_answered",
        _who(link, here.person),
        now,
        more=said(after) | {"pieces": given, "number": len(proposals), "asked_by": after.by_name},
        files=[f.name for f in after.files] or None,
        version=here.record.number + 1,
    )
    transaction = Transaction()
    rows.save(transaction, link.workspace, here.row, after)
    transaction.create(*(store.ProposalItem.of(link.workspace, here.person.id, p) for p in proposals))
    person = here.person.touched(now, proposals=here.person.proposals + len(proposals))
    store.write(transaction, link.workspace, here.record, person, [told])
    _tell(transaction, link, after, here.person, told.id, now)
    transaction.commit()


def proposed(
    fields: Fields, values: dict[str, list[Value]], warnings: dict[str, list[str]], ask: Ask, now: datetime
) -> list[Proposal]:
    """What the answer says that the record does not say already. Pure."""
    found = []
    for name, said_of in values.items():
        held = getattr(fields, name)
        known = list(held) if isinstance(held, list) else [held] if held else []
        for value in said_of:
            if any(same(name, value, one) for one in known):
                continue
            known.append(value)
            found.append(
                Proposal(
                    id=new_id("pro", now),
                    field=name,
                    current=None if name in LISTS else held,
                    proposed=value.model_copy(update={"at": now}),
                    answer=ask.source(),
                    warnings=warnings.get(name, []),
                    at=now,
                )
            )
    return found


def _tell(transaction: Transaction, link: Link, ask: Ask, person: Candidate, event_id: str, now: datetime) -> None:
    """The bell of who asked, else of who brought the person."""
    wanted = [i for i in (ask.by, person.origin.by) if i]
    here = members_of(link.workspace, wanted) if wanted else {}
    member = next((i for i in wanted if i in here), None)
    if member:
        about = {"candidate_id": person.id, "job_id": ask.job_id, "event_id": event_id}
        notify(
            transaction, link.workspace, member, Notification.of("missing_answered", _who(link, person), now, **about)
        )
