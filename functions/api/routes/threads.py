"""Conversations with people, and mails that came in."""

import re

from chalice.app import Blueprint
from pydantic import Field

from auth import member
from endpoint import Call, endpoint
from views.shared import Page
from views.threads import (
    FileTo,
    HeldAgainView,
    OpenedMailView,
    OpenedThreadView,
    ReceivedView,
    SaidView,
    ThreadChange,
    ThreadsView,
    ThreadView,
)
from views.uploads import Link
from vivier.casework import conversations, forwarding, held_mail
from vivier.casework.conversations import Change, Which
from vivier.casework.forwarding import Begun, Passing
from vivier.kernel.errors import NotFound

bp = Blueprint(__name__)


class Inbox(Page):
    list: Which = Field(default="needs_answer", description="Which conversations.")


@bp.route("/threads", methods=["GET"], authorizer=member)
@endpoint(bp, query=Inbox, returns=ThreadsView)
def list_threads(call: Call) -> ThreadsView:
    """The shared inbox: conversations that need an answer (longest waiting first), that are one's own, or all."""
    page = conversations.inbox(call.actor, call.query.list, call.query.cursor, call.now)
    return ThreadsView(threads=[ThreadView.of(c.thread, c.name) for c in page.conversations], cursor=page.cursor)


@bp.route("/threads/{thread_id}", methods=["GET"], authorizer=member)
@endpoint(bp, returns=OpenedThreadView)
def open_thread(call: Call, thread_id: str) -> OpenedThreadView:
    """A conversation with its mails in the order of time."""
    opened = conversations.open_thread(call.actor, thread_id)
    return OpenedThreadView(
        thread=ThreadView.of(opened.thread, opened.name), mails=[SaidView.of(m) for m in opened.mails]
    )


@bp.route("/threads/{thread_id}", methods=["PATCH"], authorizer=member)
@endpoint(bp, body=ThreadChange, returns=ThreadView)
def change_thread(call: Call, thread_id: str) -> ThreadView:
    """Gives a conversation to a colleague, or says whether it needs an answer."""
    wanted = Change(
        assigned_to=call.body.assigned_to,
        needs_answer=call.body.needs_answer,
        assign="assigned_to" in call.body.model_fields_set,
    )
    return ThreadView.of(conversations.change(call.actor, thread_id, wanted, call.now))


@bp.route("/threads/{thread_id}/forward", methods=["POST"], authorizer=member)
@endpoint(bp, body=Passing, returns=Begun)
def begin_forward(call: Call, thread_id: str) -> Begun:
    """A draft that passes a mail of a conversation on, its files on their way through the quarantine."""
    return forwarding.begin(call.actor, thread_id, call.body, call.now)


@bp.route("/candidates/{candidate_id}/threads", methods=["GET"], authorizer=member)
@endpoint(bp, returns=ThreadsView)
def list_threads_of_person(call: Call, candidate_id: str) -> ThreadsView:
    """A person's conversations, the newest first."""
    threads = conversations.of_person(call.actor, candidate_id)
    return ThreadsView(threads=[ThreadView.of(t) for t in threads])


@bp.route("/received/{mail}", methods=["GET"], authorizer=member)
@endpoint(bp, returns=OpenedMailView)
def open_received(call: Call, mail: str) -> OpenedMailView:
    """A received mail whole: its reply, its text, its HTML made safe, its files, what SES found."""
    opened = conversations.mail(call.actor, mail, call.now)
    return OpenedMailView(received=ReceivedView.of(opened.received), whole=opened.whole)


@bp.route("/received/{mail}/files/{number}", methods=["GET"], authorizer=member)
@endpoint(bp, returns=Link)
def link_received_file(call: Call, mail: str, number: str) -> Link:
    """An address, for a minute, of a file that came with a mail."""
    if not re.fullmatch(r"[0-9]{1,3}", number):
        raise NotFound("There is no such file.")
    url, name = conversations.file_link(call.actor, mail, int(number), call.now)
    return Link(url=url, name=name)


@bp.route("/received/{mail}/file", methods=["POST"], authorizer=member)
@endpoint(bp, body=FileTo, returns=ReceivedView)
def file_received(call: Call, mail: str) -> ReceivedView:
    """Says whose a held mail is: it joins that person's timeline and conversation."""
    wanted = call.body
    return ReceivedView.of(held_mail.file_to(call.actor, mail, wanted.candidate_id, wanted.job_id, call.now))


@bp.route("/received/{mail}/hold", methods=["POST"], authorizer=member)
@endpoint(bp, returns=HeldAgainView)
def hold_received(call: Call, mail: str) -> HeldAgainView:
    """Takes a decision about a held mail back: it is before a human again, and what it had stopped goes on."""
    return HeldAgainView.after(held_mail.take_back(call.actor, mail, call.now))


@bp.route("/received/{mail}/dismiss", methods=["POST"], authorizer=member)
@endpoint(bp, returns=ReceivedView)
def dismiss_received(call: Call, mail: str) -> ReceivedView:
    """Takes a held mail off the list; it is kept, and can still be filed."""
    return ReceivedView.of(held_mail.dismiss(call.actor, mail, call.now))
