"""What comes in by mail in a day, and what a recruiter does with it: each route of the API once."""

from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

from moto.ses.models import ses_backends
from tests import mails, sequences, unasked
from tests.contract import stack
from tests.contract.entries import received
from tests.factories import WORKSPACE
from tests.pictures import pdf_of

from vivier.gateways import files
from vivier.kernel.clock import utc_now
from vivier.mail.inbound import reading
from vivier.mail.outgoing import waiting_key
from vivier.mail.store import MessageItem
from vivier.mail.threads import store
from vivier.mail.threads.model import Received
from vivier.storage.table import get
from vivier.storage.transaction import Transaction

THREAD = "/threads/{thread_id}"
RECEIVED = "/received/{mail}"
PREFERENCES = "/preferences/{token}"


class Asks(Protocol):
    """Calls one route and gives its answer's body."""

    def asks(self, method: str, resource: str, body: Any = None, *, expect: int = 200, **more: Any) -> Any: ...
    def visits(self, method: str, resource: str, body: Any = None, *, expect: int = 200, **more: Any) -> Any: ...
    def does(self, function: str, event: dict[str, Any], **environment: str) -> Any: ...

    member: str


def of_answers(api: Asks, nadia: dict[str, Any]) -> None:
    """Nadia answers with her CV; a stranger writes, twice: one mail is filed, the other put aside; a bounce comes."""
    sent = ses_backends[stack.ACCOUNT][stack.REGION].sent_messages
    raw = next(m.raw_data for m in sent if m.destinations[0] == "nadia.ferrand@exemple.fr")
    ours = reading.read(raw.encode())
    (reply_to,), (own,) = ours.reply_to, ours.references
    sender = "Nadia Ferrand <nadia.ferrand@exemple.fr>"
    cv = mails.attached(pdf_of(["Nadia Ferrand", "Lettre"]), "lettre.pdf")
    answer = mails.several([mails.part("Voici."), cv], From=sender, To=reply_to.address)
    assert comes(api, "answer00000001", answer, reply_to.address) == "filed"
    asks = mails.several([mails.part("Bonjour"), mails.attached(b"x", "a.txt", "text/plain")], From="a@b.example")
    assert comes(api, "stranger000001", asks, "x@reply.halage.example") == "held"
    assert comes(api, "stranger000002", mails.raw("Bonjour", From="a@b.example"), "x@reply.halage.example") == "held"
    assert comes(api, "bounce00000001", mails.bounced("a@b.example", references=f"<{own}>"), "rh@x.example") == "noted"
    _read(api, nadia["candidate_id"])
    _passes_on(api, nadia["candidate_id"])
    _sends_a_file(api, nadia["candidate_id"])
    _decide(api, nadia["candidate_id"])


def _sends_a_file(api: Asks, candidate_id: str) -> None:
    """A file is chosen, inspected, sent with an answer, and taken from it again."""
    data = pdf_of(["Contrat"])
    told = {"client_key": "one", "name": "contrat.pdf", "size": len(data), "content_type": "application/pdf"}
    (form,) = api.asks("POST", "/mails/files", {"files": [told]})["files"]
    key = form["fields"]["key"]
    files.write(key, data, "application/pdf", name="contrat.pdf")
    api.does("InspectFileFunction", {"detail": {"object": {"key": key}}})
    assert api.asks("GET", "/mails/files/{file_id}", file_id=form["file_id"])["state"] == "ready"
    (thread,) = api.asks("GET", "/candidates/{candidate_id}/threads", candidate_id=candidate_id)["threads"]
    draft = {"subject": "Re: Contrat", "body": "Le voici.", "thread_id": thread["id"], "answers": "answer00000001"}
    draft["files"] = [form["file_id"]]
    sent, left = (_written(api, candidate_id, draft, "0" * 25 + mark) for mark in "FG")
    mail: dict[str, Any] = {"candidate_id": candidate_id, "key": sent}
    assert api.asks("GET", "/candidates/{candidate_id}/mails/{key}/files/{number}", number="0", **mail)["url"]
    api.does("SendStepFunction", {"workspace": WORKSPACE, "message_key": sent})
    assert get(MessageItem, MessageItem.key(WORKSPACE, sent)).read().state == "sent"
    assert get(MessageItem, MessageItem.key(WORKSPACE, left)).read().state == "pending"


def _passes_on(api: Asks, candidate_id: str) -> None:
    """Her answer goes on to somebody outside, with its file."""
    (thread,) = api.asks("GET", "/candidates/{candidate_id}/threads", candidate_id=candidate_id)["threads"]
    wanted = {"direction": "in", "mail": "answer00000001"}
    draft = api.asks("POST", THREAD + "/forward", wanted, thread_id=thread["id"])["draft"]
    (file,) = draft["files"]
    api.does("InspectFileFunction", {"detail": {"object": {"key": waiting_key(WORKSPACE, file)}}})
    draft["forward"]["address"] = "rh@cabinet.example"
    sent = _written(api, candidate_id, draft, "0" * 25 + "W")
    api.does("SendStepFunction", {"workspace": WORKSPACE, "message_key": sent})
    assert get(MessageItem, MessageItem.key(WORKSPACE, sent)).read().state == "sent"


def _written(api: Asks, candidate_id: str, draft: dict[str, Any], key: str) -> str:
    """A mail that was due a while ago: the sweep sends what nobody else does."""
    wanted = {"key": key, "candidate_ids": [candidate_id], "draft": draft}
    (done,) = api.asks("POST", "/mails", wanted, expect=202)["written"]
    row = get(MessageItem, MessageItem.key(WORKSPACE, done["message_key"]))
    transaction = Transaction()
    transaction.save(row.now(WORKSPACE, row.read().model_copy(update={"due_at": datetime(2026, 1, 1, tzinfo=UTC)})))
    transaction.commit()
    return str(done["message_key"])


def comes(api: Asks, identifier: str, raw: bytes, *recipients: str) -> str:
    files.write(f"incoming/{identifier}", raw, "message/rfc822")
    (state,) = api.does("ReceiveMailFunction", received(identifier, *recipients))["states"]
    return str(state)


def _read(api: Asks, candidate_id: str) -> None:
    (thread,) = api.asks("GET", "/candidates/{candidate_id}/threads", candidate_id=candidate_id)["threads"]
    for which in ("needs_answer", "mine", "unassigned", "all"):
        api.asks("GET", "/threads", query={"list": which})
    opened = api.asks("GET", THREAD, thread_id=thread["id"])
    assert {m["direction"] for m in opened["mails"]} == {"out", "in"}
    change = {"assigned_to": api.member, "needs_answer": False}
    api.asks("PATCH", THREAD, change, thread_id=thread["id"])
    api.asks("PATCH", THREAD, {"assigned_to": None}, thread_id=thread["id"])
    api.asks("GET", RECEIVED, mail="answer00000001")
    assert api.asks("GET", RECEIVED + "/files/{number}", mail="answer00000001", number="0")["url"]


def _decide(api: Asks, candidate_id: str) -> None:
    assert len(api.asks("GET", "/review", query={"kind": "received"})["items"]) == 2
    filed = api.asks("POST", RECEIVED + "/file", {"candidate_id": candidate_id}, mail="stranger000001")
    assert filed["state"] == "attaching"
    assert api.asks("POST", RECEIVED + "/hold", mail="stranger000001")["state"] == "held"
    api.asks("POST", RECEIVED + "/dismiss", mail="stranger000002")


def of_what_nobody_asked_for(api: Asks, nadia: str) -> None:
    """A mail that passes the gate; its link, used in every way; what administrators see and decide. Nadia, who
    complained, may be written to again.
    """
    candidate_id = unasked.found(7)
    unasked.rule(mails=9)
    sent = api.does("SendStepFunction", {"workspace": WORKSPACE, "message_key": unasked.queue(candidate_id, "seq-1")})
    assert sent == {"state": "sent"}
    token = unasked.token_in(ses_backends[stack.ACCOUNT][stack.REGION].sent_messages[-1].raw_data)
    sequences.enrolled(sequences.published(None, sequences.mail_step()), candidate_id)
    for act in ("act=quiet&days=30", "act=back", "act=speak&language=en", "List-Unsubscribe=One-Click", "act=back"):
        api.visits("POST", PREFERENCES, form=act, token=token, expect=303 if "act" in act else 200)
    for method in ("GET", "HEAD"):
        api.visits(method, PREFERENCES, token=token)
        api.visits(method, "/preferences", expect=404)
    api.asks("POST", "/candidates/{candidate_id}/unsolicited/stop", candidate_id=candidate_id)
    again = {"reason": "Rappelée, elle veut bien."}
    for who in (candidate_id, nadia):
        api.asks("POST", "/candidates/{candidate_id}/unsolicited/permit", again, candidate_id=who)
    _steer(api)


def _steer(api: Asks) -> None:
    seen = api.asks("GET", "/sending")
    api.asks("PUT", "/sending/rules", seen["rules"], headers={"If-Match": f'"{seen["version"]}"'})
    api.asks("POST", "/sending/apart", seen["rules"]["hours"])
    api.asks("GET", "/sending/domain")
    why = {"words": "On vérifie la liste."}
    for act in ("pause", "resume"):
        api.asks("POST", f"/sending/{act}", why)
    who = {"address": "plus.rien@exemple.fr"}
    api.asks("POST", "/suppressions/add", who | why)
    assert api.asks("POST", "/suppressions/look-up", who)["reasons"]
    api.asks("POST", "/suppressions/lift", who | why)


def left_behind() -> None:
    """A mail that was stored and never read."""
    before = utc_now() - timedelta(hours=1)
    store.arrive(Received(id="left0000000001", key="incoming/left0000000001", at=before, updated_at=before))
