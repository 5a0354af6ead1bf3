"""Passing a mail of a conversation on to a colleague or to somebody outside, with its files: begun here, then written
and sent like every mail (writing.py). Its answers go to who passed it on, never into the conversation.
"""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Literal, NamedTuple

from pydantic import Field, TypeAdapter, ValidationError

from vivier.casework import attaching, mail_files
from vivier.gateways import files
from vivier.kernel.actor import Actor, Language, Permission
from vivier.kernel.errors import Conflict, Invalid, NotFound
from vivier.kernel.settings import settings
from vivier.mail.attachments import MOST_FILE, MOST_TOGETHER
from vivier.mail.drafts import MOST_ATTACHED, Draft, Forward
from vivier.mail.model import Address, Message
from vivier.mail.outgoing import kept_key
from vivier.mail.quotation import Original
from vivier.mail.store import MessageItem
from vivier.mail.threads import store
from vivier.mail.threads.model import Entry, Thread, bare_subject
from vivier.mail.written import Passed
from vivier.people.model import Candidate, Strict
from vivier.storage.table import find, get
from vivier.team import service as team
from vivier.team.model import Member, MemberState
from vivier.team.store import members_of

SIGN: dict[Language, str] = {"fr": "Tr : ", "en": "Fwd: "}
NOTE: dict[Language, str] = {"fr": "Pour information :", "en": "For your information:"}
TOKEN = re.compile(r"(?i)reply\+[a-z2-7]{26}@([^@\s>]+)")
ADDRESS: TypeAdapter[str] = TypeAdapter(Address)


class Passing(Strict):
    """Which mail of a conversation is to be passed on."""

    direction: Literal["in", "out"]
    mail: str = Field(max_length=200)


class Begun(Strict):
    """A draft to go on with. `left_out`: names of files that are too large, or too many, to go along."""

    draft: Draft
    left_out: list[str] = Field(default_factory=list)


class _Along(NamedTuple):
    """A file of the original: where its bytes lie."""

    key: str
    name: str
    size: int
    media_type: str


def begin(actor: Actor, thread_id: str, wanted: Passing, now: datetime) -> Begun:
    """Puts copies of the mail's files on their way through the quarantine. Five reads, and one transaction, a read and
    a write for each file. Raises NotFound, Conflict (a mail from another sender).
    """
    actor.require(Permission.write_mails)
    author = members_of(actor.workspace, [actor.id]).get(actor.id)
    if author is None:
        raise Conflict("You are not in your workspace's directory. Ask an administrator.")
    thread, entry = _entry(actor.workspace, thread_id, wanted.direction, wanted.mail)
    fit, left_out = _fitting(_files(actor.workspace, entry))
    ids = [attaching.copied(actor, one.key, one.name, one.size, one.media_type, now) for one in fit]
    spoken = author.language
    subject = bare_subject(entry.subject or thread.subject)
    draft = Draft(
        subject=f"{SIGN[spoken]}{subject}"[:300].strip(),
        body=NOTE[spoken],
        language=spoken,
        job_id=thread.job_id,
        thread_id=thread.id,
        forward=Forward(direction=wanted.direction, mail=wanted.mail),
        files=ids,
    )
    return Begun(draft=draft, left_out=[one.name for one in left_out])


def _entry(workspace: str, thread_id: str, direction: str, mail: str) -> tuple[Thread, Entry]:
    """Two Gets of the conversation, one of the mail. Raises NotFound, Conflict."""
    thread = store.by_id(workspace, thread_id).read()
    entry = get(store.EntryItem, store.EntryItem.key(workspace, thread_id, direction, mail), consistent=True).read()
    if entry.apart:
        raise Conflict("This mail came from another sender: decide in To review first.")
    return thread, entry


def _files(workspace: str, entry: Entry) -> list[_Along]:
    if entry.direction == "out":
        message = get(MessageItem, MessageItem.key(workspace, entry.id), consistent=True).read()
        return [_Along(kept_key(workspace, a.id), a.name, a.size, a.media_type) for a in message.attachments]
    return [
        _Along(mail_files.file_key(workspace, entry.id, a.number), a.name, a.size, a.media_type)
        for a in entry.attachments
        if a.kind != "inline"
    ]


def _fitting(found: list[_Along]) -> tuple[list[_Along], list[_Along]]:
    """Those that one mail may carry, in their order, and the others."""
    fit: list[_Along] = []
    left: list[_Along] = []
    for one in found:
        room = len(fit) < MOST_ATTACHED and sum(f.size for f in fit) + one.size <= MOST_TOGETHER
        (fit if room and one.size <= MOST_FILE and files.exists(one.key) else left).append(one)
    return fit, left


def passed(workspace: str, draft: Draft, members: Mapping[str, Member]) -> Passed | None:
    """What a draft passes on; None for every other. Four reads. Raises NotFound, Conflict, Invalid (no colleague)."""
    wanted = draft.forward
    if wanted is None:
        return None
    if draft.thread_id is None:
        raise NotFound("There is no such conversation.")
    thread, entry = _entry(workspace, draft.thread_id, wanted.direction, wanted.mail)
    colleague = members.get(wanted.colleague or "")
    if wanted.colleague and (colleague is None or colleague.state != MemberState.active):
        raise Invalid("There is no such colleague.", [{"field": "forward", "message": "Choose a member."}])
    to = colleague.email if colleague else _address(wanted.address)
    return Passed(thread, _original(workspace, thread, entry), to, colleague.name if colleague else None)


def _address(typed: str | None) -> str | None:
    try:
        return ADDRESS.validate_python(typed) if typed else None
    except ValidationError:
        return None


def _original(workspace: str, thread: Thread, entry: Entry) -> Original:
    if entry.direction == "in":
        whole = mail_files.whole(workspace, entry.id)
        sender = f"{whole.sender_name} <{whole.sender}>" if whole.sender_name else whole.sender or ""
        text = _anybody_s(whole.text or whole.reply)
        return Original(sender, _anybody_s(", ".join(whole.to)), entry.at, whole.subject, text)
    row = find(MessageItem, MessageItem.key(workspace, entry.id), consistent=True)
    if row is None:
        raise NotFound("There is no such mail.")
    message: Message = row.read()
    ours = team.workspace(workspace).name
    sender = f"{message.author} ({ours})" if message.author else ours
    return Original(sender, message.to, entry.at, message.subject, _anybody_s(message.text))


def _anybody_s(text: str) -> str:
    """Without what is the person's alone: links of theirs that they quote, and the token of the address that their
    answers go to. Who has one could act in their name.
    """
    without = re.sub(re.escape(settings().public_url) + r"/[^\s<>\")\]]+", "[…]", text)
    return TOKEN.sub(r"reply@\1", without)


def held(passing: Passed, person: Candidate) -> Literal["nobody", "themselves"] | None:
    """Why it goes to nobody: a mail to the person themselves has rules of its own."""
    if passing.to is None:
        return "nobody"
    own = {value.value.casefold() for value in person.fields.emails}
    return "themselves" if passing.to.casefold() in own else None
