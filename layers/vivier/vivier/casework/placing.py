"""Whose mail it is: the token in the address it came to, then the mails of ours that it answers, then a human."""

from collections.abc import Iterator

from pydantic import Field

from vivier.kernel.model import Model
from vivier.kernel.settings import settings
from vivier.mail.inbound.model import Kind, Mail
from vivier.mail.model import Message
from vivier.mail.store import MessageItem, SentItem
from vivier.mail.threads import addresses, store
from vivier.mail.threads.model import ANYTHING, Received
from vivier.mail.threads.sending import scope_of
from vivier.people import store as people
from vivier.people.identity import email_claim
from vivier.people.model import Candidate
from vivier.storage.table import find
from vivier.team.store import workspaces

MOST_ASKED = 5  # of the mails that one says it answers


class Place(Model):
    """Where a mail belongs. `sure`: a token or an id of ours says so; else the person is only who has that address."""

    workspace: str | None = None
    candidate_id: str | None = None
    scope: str = ANYTHING
    sure: bool = False
    own_address: bool = Field(default=False, description="The sender is one of the person's own addresses.")
    message: Message | None = Field(default=None, description="The mail of ours that it is about.")


def place(received: Received, mail: Mail) -> Place:
    """At most a Get for each token and each of five ids (two for one of SES's), then one each of the sender's address
    and of the person."""
    # A report that comes to the address of answers is about the one mail that it gives back.
    about = _by_reference(mail) if mail.kind in (Kind.bounce, Kind.complaint) else None
    asked = about or _by_token(received) or _by_reference(mail)
    if asked is None:
        asked = _by_address(received, mail)
    if asked.candidate_id is None or asked.workspace is None:
        return asked
    row = people.standing(asked.workspace, asked.candidate_id)
    if row is None:
        return Place(workspace=asked.workspace)
    return asked.model_copy(update={"own_address": _writes_as(row.read(), mail)})


def _writes_as(person: Candidate, mail: Mail) -> bool:
    sender = mail.sender.address.casefold() if mail.sender else ""
    return sender in {v.value.casefold() for v in person.fields.emails}


def _by_token(received: Received) -> Place | None:
    for token in addresses.tokens_in(received.recipients, settings().mail_domain)[:MOST_ASKED]:
        if held := store.whose(token):
            return Place(workspace=held.workspace, candidate_id=held.candidate_id, scope=held.scope, sure=True)
    return None


def _by_reference(mail: Mail) -> Place | None:
    """In-Reply-To first, then References from its end; of a report, the mail that it gives back."""
    ids = [*mail.references, *mail.in_reply_to]
    if mail.kind in (Kind.bounce, Kind.complaint) and mail.original:
        ids += mail.original.references
    for ours in (*addresses.ours_in(ids), *_by_ses(ids))[:MOST_ASKED]:
        row = find(MessageItem, MessageItem.key(ours.workspace, ours.key), consistent=True)
        if row is None:
            continue
        message = row.read()
        # What somebody answers to a mail that was passed on to them is none of the person's.
        if message.candidate_id and not (message.passed_on and mail.kind not in (Kind.bounce, Kind.complaint)):
            return Place(
                workspace=ours.workspace,
                candidate_id=message.candidate_id,
                scope=scope_of(message),
                sure=True,
                message=message,
            )
    return None


def _by_ses(ids: list[str]) -> Iterator[addresses.OurMail]:
    """Mails of ours named by the id that SES gave them: a Get each, once none is named by our own."""
    if addresses.ours_in(ids):
        return
    for ses_id in addresses.ses_ids_in(ids)[:MOST_ASKED]:
        if row := find(SentItem, SentItem.key(ses_id)):
            yield addresses.OurMail(row.workspace, row.message)


def _by_address(received: Received, mail: Mail) -> Place:
    """A mail that answers nothing: to the workspace that its address names (`anything+workspace@`), or the only one."""
    there = workspaces()
    named = [w for r in received.recipients for w in there if r.partition("@")[0].casefold().endswith(f"+{w}")]
    workspace = named[0] if named else there[0] if len(there) == 1 else None
    if workspace is None or mail.sender is None:
        return Place(workspace=workspace)
    owner = people.owner(workspace, email_claim(mail.sender.address))
    return Place(workspace=workspace, candidate_id=owner)
