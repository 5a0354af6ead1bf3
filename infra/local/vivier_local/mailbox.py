"""The mailbox page and its JSON: what the product sent, for people and for `vivier mailbox`."""

import base64
import re
from urllib.parse import quote

from pydantic import BaseModel, ConfigDict

from vivier_local import mail as mails
from vivier_local.asgi import Answer, Request, error_answer, json_answer
from vivier_local.mail import Mailbox, OpenedMail, SentMail
from vivier_local.pages import page

API = re.compile(r"/mailbox/api/messages(?:/(?P<id>[^/]+)(?:/(?P<part>html|raw|attachments/(?P<number>\d+)))?)?")
# A mail is a stranger's page: no scripts, no origin, nothing loaded; links open elsewhere.
MAIL_POLICY = (
    "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'"
)
NEWEST = 500


class Listed(BaseModel):
    """One line of the list; `events` are those published so far (Send, Delivery, Bounce, Complaint)."""

    model_config = ConfigDict(frozen=True)

    id: str
    at: str
    sender: str
    to: list[str]
    subject: str
    events: list[str]
    tags: dict[str, str]

    @classmethod
    def of(cls, mail: SentMail) -> "Listed":
        return cls(
            id=mail.id,
            at=mail.model_dump(mode="json")["at"],
            sender=mail.sender,
            to=mail.recipients,
            subject=mail.subject,
            events=list(dict.fromkeys(mark.partition(" ")[0] for mark in mail.published)),
            tags=mail.tags,
        )


class MailboxPage:
    """Answers everything below /mailbox."""

    def __init__(self, mailbox: Mailbox) -> None:
        self._mailbox = mailbox

    def __call__(self, request: Request) -> Answer:
        if request.method not in ("GET", "HEAD"):
            return error_answer(405, "MethodNotAllowed", "only GET here")
        if request.path in ("/mailbox", "/mailbox/"):
            return page("mailbox.html")
        match = API.fullmatch(request.path)
        if not match:
            return error_answer(404, "NotFound", "no such page")
        if match["id"] is None:
            return self._list(request.query.get("to"))
        mail = self._mailbox.get(match["id"])
        if mail is None:
            return error_answer(404, "NotFound", "no such mail")
        return self._part(mail, match["part"], match["number"])

    def _list(self, recipient: str | None) -> Answer:
        """`to` keeps the mails to one address."""
        kept = [
            mail
            for mail in self._mailbox.newest_first()
            if not recipient or recipient.lower() in (address.lower() for address in mail.recipients)
        ]
        return json_answer({"messages": [Listed.of(mail).model_dump() for mail in kept[:NEWEST]], "total": len(kept)})

    def _part(self, mail: SentMail, part: str | None, number: str | None) -> Answer:
        raw = self._mailbox.raw(mail)
        if part == "raw":
            return _download(f"{mail.id}.eml", "message/rfc822", raw)
        if number is not None:
            found = mails.attachment(raw, int(number))
            if found is None:
                return error_answer(404, "NotFound", "no such attachment")
            return _download(found[0].name, found[0].media_type, found[1])
        opened = mails.open_mail(mail, raw)
        if part == "html":
            headers = {"content-type": "text/html; charset=utf-8", "content-security-policy": MAIL_POLICY}
            return Answer(headers=headers, body=_with_inline_images(opened, raw).encode())
        return json_answer(
            {
                **Listed.of(mail).model_dump(),
                "headers": [list(pair) for pair in opened.headers],
                "text": opened.text,
                "has_html": opened.html is not None,
                "attachments": [each.model_dump() for each in opened.attachments],
            }
        )


def _with_inline_images(opened: OpenedMail, raw: bytes) -> str:
    """`cid:` addresses become data, so that the frame needs to load nothing."""
    html = opened.html or ""
    for part in mails.parse(raw).walk():
        identifier = str(part.get("Content-ID") or "").strip("<> ")
        payload = part.get_payload(decode=True) if identifier else None
        if isinstance(payload, bytes):
            data = f"data:{part.get_content_type()};base64,{base64.b64encode(payload).decode()}"
            html = html.replace(f"cid:{identifier}", data)
    return f'<base target="_blank">{html}'


def _download(name: str, media_type: str, body: bytes) -> Answer:
    headers = {
        "content-type": media_type,
        "content-disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}",
        "content-security-policy": "sandbox; default-src 'none'",
    }
    return Answer(headers=headers, body=body)
