"""An interview goes with its person, who was erased: calendars lose it by a mail that names nobody.

What was written of it in anyone's own words (its title, its place, remarks) may name the person, and stays out.
"""

from datetime import datetime

from vivier.hiring.interviews import calendars, texts
from vivier.hiring.interviews.calendars import Guest, Said
from vivier.hiring.interviews.model import Interview
from vivier.kernel.ids import sort_key
from vivier.mail import outbox, service, wording
from vivier.mail.model import Invite, Message
from vivier.mail.store import MessageItem
from vivier.storage.table import get_many
from vivier.storage.transaction import Transaction
from vivier.team import service as team
from vivier.team.model import Member, MemberState, Workspace
from vivier.team.store import members_of

PATH = "/interviews"


def withdraw(transaction: Transaction, workspace: str, held: Interview, now: datetime) -> None:
    """Adds a cancellation for everyone of us whose calendar holds what is to come, to the transaction that removes it.

    A Get and two BatchGets where there is anybody; what has begun, or was told to nobody, costs nothing. Who was told
    already (a backup brought the interview back) is not told again.
    """
    starts_at = held.told.starts_at
    if starts_at is None or starts_at <= now or not held.told.members:
        return
    place, known = team.workspace(workspace), members_of(workspace, held.told.members)
    bare = held.model_copy(update={"title": None, "place": None, "video_url": None, "sequence": held.sequence + 1})
    here = [known[m] for m in held.told.members if m in known and known[m].state == MemberState.active]
    mails = [_mail(bare, starts_at, member, place, now) for member in here]
    there = get_many(MessageItem, [MessageItem.key(workspace, m.key) for m in mails], consistent=True)
    before = {row.read().key for row in there}
    for message in mails:
        if message.key not in before:
            outbox.put(transaction, workspace, message)


def _mail(i: Interview, starts_at: datetime, member: Member, place: Workspace, now: datetime) -> Message:
    fields = {
        "job": i.job_title.said(member.language),
        "when": wording.moment(starts_at, member.language, member.timezone),
    }
    number = f"interview-{sort_key(i.id)}-{i.sequence}-{sort_key(member.id)}"
    invite = _cancelled(i, starts_at, member, place, now)
    return service.for_member("interview_gone", number, member, place, now, fields, PATH, invite=invite)


def _cancelled(i: Interview, starts_at: datetime, member: Member, place: Workspace, now: datetime) -> Invite:
    summary = f"{texts.title(i, member.language)} — {i.job_title.said(member.language)}"
    part: calendars.Part = "REQ-PARTICIPANT" if member.id in i.members else "OPT-PARTICIPANT"
    organiser = f"{i.organiser.name} ({place.name})"
    return calendars.cancellation(
        i, starts_at, Guest(member.name, member.email, part), organiser, Said(summary, ""), now
    )
