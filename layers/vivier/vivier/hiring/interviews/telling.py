"""Telling everyone what became of an interview, and reminding them: once each, whatever fails.

An act on an interview leaves a mark on its row that a word is owed. Whoever acted pays it at once; the sweep pays what
was left. Mails and the mark's removal are one transaction, and each mail leaves only under the sequence that it was
written for: what has moved on meanwhile stops it.
"""

from datetime import datetime
from typing import NamedTuple

from vivier.gateways import workflows
from vivier.hiring.interviews import calendars, store, texts
from vivier.hiring.interviews.calendars import Guest, Said
from vivier.hiring.interviews.ending import said
from vivier.hiring.interviews.model import Interview, Knowledge, Reminder, State
from vivier.hiring.interviews.store import InterviewItem
from vivier.kernel.actor import Actor, Language, system
from vivier.kernel.errors import VivierError
from vivier.kernel.ids import sort_key
from vivier.kernel.observability import logger
from vivier.kernel.settings import settings
from vivier.mail import outbox, service, settling, wording
from vivier.mail.model import Guard, InternalKey, InterviewKey, Invite, Message, PersonalLink
from vivier.mail.templates import plain
from vivier.people import store as people
from vivier.people.model import Candidate
from vivier.people.timeline import event
from vivier.people.writable import cannot_write
from vivier.storage.transaction import Transaction, until_settled
from vivier.team import service as team
from vivier.team.model import Member, MemberState, Workspace
from vivier.team.notifications import Notification, notify
from vivier.team.store import members_of

PURPOSE = "interview"
FATES: dict[Language, tuple[str, str]] = {
    "fr": ("n’aura pas lieu", "se fera sans vous"),
    "en": ("will not take place", "will take place without you"),
}


def reference(candidate_id: str, interview_id: str) -> str:
    """What a link opens."""
    return f"{candidate_id}.{interview_id}"


def now(workspace: str, i: Interview, at: datetime) -> None:
    """Tells at once. The act is done whether or not this works: the sweep tells what was left."""
    try:
        keys = tell(workspace, i.candidate_id, i.id, at)
    except VivierError as left:
        logger.warning("left for the sweep", extra={"interview_id": i.id, "code": left.code})
        return
    for key in keys:
        workflows.wake_sender(workspace, key)


def tell(workspace: str, candidate_id: str, interview_id: str, at: datetime) -> list[str]:
    """Says what is owed by now; the keys of the mails. However often, late or at once it runs, each is said once."""

    def attempt() -> list[str]:
        row = store.load(workspace, candidate_id, interview_id)
        i = row.read()
        if i.due_at is None or i.due_at > at:
            return []
        transaction = Transaction()
        round_ = _Round(transaction, workspace, row, i, at)
        after = round_.announce(i) if i.settle_at and i.settle_at <= at else i
        after = round_.remind(after)
        store.save(transaction, workspace, row, i, after)
        for message in round_.mails:
            outbox.put(transaction, workspace, message)
        transaction.commit()
        return [m.key for m in round_.mails]

    return until_settled(attempt)


class Audience(NamedTuple):
    place: Workspace
    person: Candidate
    members: dict[str, Member]


class _Round:
    """One round of telling: what it adds to a transaction."""

    def __init__(
        self, transaction: Transaction, workspace: str, row: InterviewItem, i: Interview, at: datetime
    ) -> None:
        self.transaction, self.workspace, self.at = transaction, workspace, at
        self.guard = Guard(pk=row.pk, sk=row.sk, epoch=i.sequence)
        self.mails: list[Message] = []
        self.audience = self._audience(i)

    def _audience(self, i: Interview) -> Audience:
        standing = people.standing(self.workspace, i.candidate_id)
        person = (standing or people.load(self.workspace, i.candidate_id)).read()
        known = members_of(self.workspace, [*i.members, i.organiser.member_id, *i.told.members])
        here = {k: m for k, m in known.items() if m.state == MemberState.active}
        return Audience(team.workspace(self.workspace), person, here)

    def announce(self, i: Interview) -> Interview:
        """Everyone is told how it stands now; the time of what can no longer be undone is free."""
        known = i.told
        heard = self._to_candidate(i)
        holding = self._to_members(i)
        told = Knowledge(
            sequence=i.sequence,
            candidate=i.state if heard is None else known.candidate,
            starts_at=i.starts_at if i.state == State.booked else None,
            members=holding,
        )
        ended = i.ended.model_copy(update={"settled": True}) if i.ended else None
        return i.model_copy(update={"told": told, "settle_at": None, "untold": heard, "ended": ended})

    def _to_candidate(self, i: Interview) -> str | None:
        """Why they were not written to; None when they were, or had not to be."""
        key = _owed(i)
        if key is None:
            return None
        if held := cannot_write(self.audience.person):
            return held
        message = self._mail(i, key, self._candidates_invite(i))
        self.mails.append(message)
        queued = event(
            "mail_queued", system(self.workspace), self.at, cause="interview", more=settling.summary(message)
        )
        self.transaction.create(people.EventItem.of(self.workspace, self.audience.person.id, queued))
        return None

    def _mail(self, i: Interview, key: InterviewKey, invite: Invite | None, tag: str = "") -> Message:
        person = self.audience.person
        greeting = service.merge_fields(person.model_copy(update={"language": i.language}), self.audience.place)
        written = texts.write(key, i, greeting["greeting"], self.audience.place.name)
        last = i.last_moment()
        link = PersonalLink(purpose=PURPOSE, subject=reference(i.candidate_id, i.id), expires_at=last)
        linked = key != "interview_cancellation" and last > self.at
        return service.about_interview(
            key,
            f"interview-{sort_key(i.id)}-{i.sequence}{tag}-candidate",
            person,
            i.language,
            plain(written.subject, written.text, i.language),
            self.at,
            guard=self.guard,
            link=link if linked else None,
            invite=invite,
        )

    def _candidates_invite(self, i: Interview) -> Invite | None:
        person = self.audience.person
        chosen = i.changed.by.kind == "candidate"
        guest = Guest(person.display_name or "", person.fields.first("emails") or "", accepted=chosen)
        summary = candidates_summary(i, self.audience.place)
        return self._invite(i, guest, summary, in_calendar=i.told.candidate == State.booked)

    def _invite(self, i: Interview, guest: Guest, words: Said, *, in_calendar: bool) -> Invite | None:
        organiser = f"{i.organiser.name} ({self.audience.place.name})"
        if i.state == State.booked:
            return calendars.request(i, guest, organiser, words, self.at)
        if in_calendar and i.told.starts_at:
            return calendars.cancellation(i, i.told.starts_at, guest, organiser, words, self.at)
        return None

    def _to_members(self, i: Interview) -> list[str]:
        """Whose calendars hold it now."""
        booked = i.state == State.booked
        wanted = list(dict.fromkeys([*i.members, i.organiser.member_id])) if booked else []
        holding = [m for m in wanted if m in self.audience.members]
        for member_id in holding:
            key: InternalKey = "interview_moved" if member_id in i.told.members else "interview_booked"
            self._to_member(i, self.audience.members[member_id], key)
        for member_id in (m for m in i.told.members if m not in holding and m in self.audience.members):
            self._to_member(i, self.audience.members[member_id], "interview_called_off", without=booked)
        return holding

    def _to_member(self, i: Interview, member: Member, key: InternalKey, *, without: bool = False) -> None:
        """`without`: it takes place, without them; their calendars are told that it is cancelled."""
        known = member.id in i.told.members
        kept, i = i, i.model_copy(update={"state": State.cancelled}) if without else i
        guest = Guest(member.name, member.email, "REQ-PARTICIPANT" if member.id in i.members else "OPT-PARTICIPANT")
        invite = self._invite(i, guest, self._summary(i, member), in_calendar=known)
        self.mails.append(self._internal(kept, key, member, invite))
        if member.id != i.changed.by.id:
            kind = {"interview_called_off": "interview_cancelled"}.get(key, key)
            about = {"candidate_id": i.candidate_id, "job_id": i.job_id}
            bell = Notification.of(kind, _by(self.workspace, i), self.at, **about)
            notify(self.transaction, self.workspace, member.id, bell.model_copy(update={"data": {"interview": i.id}}))

    def _summary(self, i: Interview, member: Member) -> Said:
        french = member.language == "fr"
        name = self.audience.person.display_name or "—"
        about = f"{texts.title(i, member.language)}{' : ' if french else ': '}{name}"
        path = f"{settings().public_url}{_path(i)}"
        facts = texts.facts(i, member.language, member.timezone)
        return Said(f"{about} — {i.job_title.said(member.language)}", f"{facts}\n\n{path}")

    def _internal(
        self, i: Interview, key: InternalKey, member: Member, invite: Invite | None, tag: str = ""
    ) -> Message:
        when = i.starts_at or i.told.starts_at
        words = i.changed.message
        quoted = f"« {words} »" if member.language == "fr" else f"“{words}”"
        fields = {
            "about": self.audience.person.display_name or "—",
            "job": i.job_title.said(member.language),
            "when": wording.moment(when, member.language, member.timezone) if when else "",
            "facts": texts.facts(i, member.language, member.timezone),
            "by": i.changed.by.name or self.audience.place.name,
            "words": f"\n\n{quoted}" if words else "",
            "fate": FATES[member.language][i.state == State.booked],
        }
        number = f"interview-{sort_key(i.id)}-{i.sequence}{tag}-{sort_key(member.id)}"
        place = self.audience.place
        return service.for_member(
            key, number, member, place, self.at, fields, _path(i), guard=self.guard, invite=invite
        )

    def remind(self, i: Interview) -> Interview:
        """The reminders that are due: of two at once, the last one; of what has begun, none."""
        due = [r for r in i.reminders if r.at <= self.at]
        if not due:
            return i
        left = i.model_copy(update={"reminders": [r for r in i.reminders if r.at > self.at]})
        if i.state == State.booked and i.starts_at and i.starts_at > self.at:
            self._remind(i, due[-1])
        return left

    def _remind(self, i: Interview, reminder: Reminder) -> None:
        tag = f"-{reminder.kind}"
        heard = cannot_write(self.audience.person) is None
        if heard:
            self.mails.append(self._mail(i, "interview_reminder", None, tag))
        for member_id in (m for m in i.members if m in self.audience.members):
            member = self.audience.members[member_id]
            self.mails.append(self._internal(i, "interview_soon", member, None, tag))
        more = said(i, reminder=reminder.kind, candidate=heard)
        told = event("interview_reminded", system(self.workspace), self.at, cause="schedule", more=more)
        self.transaction.create(people.EventItem.of(self.workspace, i.candidate_id, told))


def _owed(i: Interview) -> InterviewKey | None:
    """Which mail the candidate is owed, by what they know."""
    known = i.told.candidate
    if i.state == State.proposed:
        return None if known == State.proposed and i.changed.kind == "changed" else "interview_proposal"
    if i.state == State.booked:
        return "interview_update" if known == State.booked else "interview_confirmation"
    waiting = known in (State.proposed, State.booked)
    return "interview_cancellation" if i.state == State.cancelled and waiting else None


def candidates_summary(i: Interview, place: Workspace) -> Said:
    words = [texts.facts(i, i.language, i.zone)] + ([i.message] if i.message else [])
    summary = f"{texts.title(i, i.language)} — {i.job_title.said(i.language)} ({place.name})"
    return Said(summary, "\n\n".join(words))


def _by(workspace: str, i: Interview) -> Actor:
    by = i.changed.by
    return system(workspace).model_copy(update={"kind": by.kind, "id": by.id or "", "name": by.name or ""})


def _path(i: Interview) -> str:
    return f"/people/{i.candidate_id}?job={i.job_id}&interview={i.id}"
