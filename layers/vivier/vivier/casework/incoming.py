"""A mail that came in, as its thread and the person's timeline keep it."""

from datetime import datetime

from vivier.kernel.actor import Actor
from vivier.mail.inbound.model import LEFT_OUT, Mail
from vivier.mail.threads.model import AttachedFile, Entry, Received, Thread
from vivier.people.model import Event
from vivier.people.timeline import event

MOST_REPLY = 4_000  # characters of a reply on the timeline; all of it is kept with the mail
MOST_ENTRY = 20_000  # and in its thread
MOST_SIGNATURE = 400  # how somebody is reached; what companies add below is with the mail
MOST_ID, MOST_REFERENCES = 300, 20  # of what it answers: what an answer to it says in turn


def entry_of(known: Received, mail: Mail, attached: list[AttachedFile]) -> Entry:
    """Its place in the thread: what was written now, and what an answer to it has to name (RFC 5322, 3.6.4)."""
    reply = mail.split.reply or mail.text
    return Entry(
        direction="in",
        id=known.id,
        at=known.at,
        subject=known.subject,
        sender=known.sender,
        kind=mail.kind,
        reply=reply[:MOST_ENTRY],
        signature=mail.split.signature.lstrip("-_ \n")[:MOST_SIGNATURE] if mail.split.reply else "",
        message_id=(mail.message_id or "")[:MOST_ID] or None,
        references=[i for i in mail.references or mail.in_reply_to if len(i) <= MOST_ID][-MOST_REFERENCES:],
        quoted_lines=sum(bool(line.strip()) for line in mail.split.quoted.splitlines()) if mail.split.reply else 0,
        more=len(reply) > MOST_ENTRY or bool(mail.split.quoted or mail.split.signature or mail.html),
        attachments=attached,
        cut=not LEFT_OUT.isdisjoint(mail.flags),
        signed=mail.signed,
    )


def event_of(
    kind: str,
    known: Received,
    mail: Mail,
    thread: Thread,
    attached: list[AttachedFile],
    by: Actor,
    now: datetime,
) -> Event:
    """Its event on the timeline, by `by`."""
    reply = mail.split.reply or mail.text
    return event(
        kind,
        by,
        now,
        cause="mail",
        received=known.id,
        thread=thread.id,
        subject=known.subject,
        sender=known.sender,
        reply=reply[:MOST_REPLY],
        longer=len(reply) > MOST_REPLY or bool(mail.split.quoted),
        attachments=[a.name for a in attached],
        job_id=thread.job_id,
    )
