"""Mail that the product sends: kept as it was sent, answered by the events that SES would publish.

MiniStack's own inspection drops attachments and headers and publishes no configuration-set event.
"""

import base64
import contextlib
import email.message
import email.parser
import email.policy
import json
import re
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from pydantic import BaseModel, Field

from vivier_local.asgi import Application, Receive, Request, Scope, Send, replay, request_of
from vivier_local.faults import Faults

SEND_PATH = "/v2/email/outbound-emails"
NAMES = {
    "Send": "Email Sent",
    "Delivery": "Email Delivered",
    "Bounce": "Email Bounced",
    "Complaint": "Email Complaint Received",
}
_ID = re.compile(r"[A-Za-z0-9@._-]+")


class SentMail(BaseModel):
    """What SES was asked to send. `published` lists the events that were given out already."""

    id: str
    at: datetime
    sender: str
    recipients: list[str]
    configuration_set: str | None = None
    tags: dict[str, str] = {}
    subject: str = ""
    published: list[str] = []


class Attachment(BaseModel):
    name: str
    media_type: str
    size: int


class OpenedMail(BaseModel):
    """One mail as the mailbox shows it; `html` still holds `cid:` addresses."""

    mail: SentMail
    headers: list[tuple[str, str]]
    text: str | None = None
    html: str | None = None
    attachments: list[Attachment] = []


class SendRequest(BaseModel):
    """The part of SESv2 SendEmail that the product uses: raw messages."""

    sender: str = Field("", alias="FromEmailAddress")
    destination: dict[str, list[str]] = Field({}, alias="Destination")
    configuration_set: str | None = Field(None, alias="ConfigurationSetName")
    tags: list[dict[str, str]] = Field([], alias="EmailTags")
    content: dict[str, Any] = Field({}, alias="Content")


class Mailbox:
    """Two files a mail below the home: `<id>.eml` as sent, `<id>.json` beside it, written last."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def keep(self, mail: SentMail, raw: bytes) -> None:
        (self._folder / f"{mail.id}.eml").write_bytes(raw)
        self.update(mail)

    def update(self, mail: SentMail) -> None:
        partial = self._folder / f"{mail.id}.json.part"
        partial.write_text(mail.model_dump_json(), encoding="utf-8")
        partial.replace(self._folder / f"{mail.id}.json")

    def newest_first(self) -> list[SentMail]:
        mails = [SentMail.model_validate_json(path.read_bytes()) for path in self._folder.glob("*.json")]
        return sorted(mails, key=lambda mail: (mail.at, mail.id), reverse=True)

    def get(self, mail_id: str) -> SentMail | None:
        path = self._folder / f"{mail_id}.json"
        if not _ID.fullmatch(mail_id) or not path.is_file():
            return None
        return SentMail.model_validate_json(path.read_bytes())

    def raw(self, mail: SentMail) -> bytes:
        return (self._folder / f"{mail.id}.eml").read_bytes()


def parse(raw: bytes) -> EmailMessage:
    """A message of ours: well formed, so that the strict policy reads it."""
    return email.message_from_bytes(raw, policy=email.policy.default)


def open_mail(mail: SentMail, raw: bytes) -> OpenedMail:
    message = parse(raw)
    opened = OpenedMail(mail=mail, headers=[(name, str(value)) for name, value in message.items()])
    plain, rich = message.get_body(("plain",)), message.get_body(("html",))
    opened.text = plain.get_content() if plain else None
    opened.html = rich.get_content() if rich else None
    opened.attachments = [
        Attachment(
            name=part.get_filename() or "attachment",
            media_type=part.get_content_type(),
            size=len(part.get_payload(decode=True) or b""),
        )
        for part in message.iter_attachments()
    ]
    return opened


def attachment(raw: bytes, number: int) -> tuple[Attachment, bytes] | None:
    """An attachment by its place in the message, from 0."""
    parts = list(parse(raw).iter_attachments())
    if not 0 <= number < len(parts):
        return None
    part = parts[number]
    payload = part.get_payload(decode=True)
    body = payload if isinstance(payload, bytes) else b""
    name = part.get_filename() or "attachment"
    return Attachment(name=name, media_type=part.get_content_type(), size=len(body)), body


class Postman:
    """Stands before the emulator's SES: keeps what is sent, fails on demand, and has the events published."""

    def __init__(
        self, cloud: Application, mailbox: Mailbox, faults: Faults, publish: Callable[[SentMail], None]
    ) -> None:
        self._cloud = cloud
        self._mailbox = mailbox
        self._faults = faults
        self._publish = publish

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "POST" or scope["path"] != SEND_PATH:
            await self._cloud(scope, receive, send)
            return
        request = await request_of(scope, receive)
        fault = self._faults.next("ses")
        if fault and await self._faults.refuse(fault, send):
            return
        answer = _Recorded()
        await self._cloud(scope, replay(request.body, receive), answer)
        if answer.status == 200:
            mail = self._kept(request, json.loads(answer.body)["MessageId"])
            self._publish(mail)
        if fault:
            await self._faults.withhold(fault)
            return
        await answer.forward(send)

    def _kept(self, request: Request, mail_id: str) -> SentMail:
        asked = SendRequest.model_validate_json(request.body)
        raw = base64.b64decode(asked.content.get("Raw", {}).get("Data", ""))
        subject = ""
        with contextlib.suppress(Exception):
            subject = str(parse(raw)["Subject"] or "")
        mail = SentMail(
            id=mail_id,
            at=datetime.now(UTC),
            sender=asked.sender,
            recipients=[address for addresses in asked.destination.values() for address in addresses],
            configuration_set=asked.configuration_set,
            tags={tag["Name"]: tag["Value"] for tag in asked.tags},
            subject=subject,
        )
        self._mailbox.keep(mail, raw)
        return mail


class SesEvents:
    """The events of one mail, as SES gives them to EventBridge, by the simulator's rules for the local part.

    Each is marked as given out after it was, so that a killed instance gives out the rest when it starts again.
    """

    def __init__(self, mailbox: Mailbox, faults: Faults, dispatch: Callable[[dict[str, Any]], None]) -> None:
        self._mailbox = mailbox
        self._faults = faults
        self._dispatch = dispatch

    def publish(self, mail: SentMail) -> None:
        """Blocks between the events as SES's take their time; to be run in a thread of its own."""
        if not mail.configuration_set:
            return
        for kind, extra in events_of(mail):
            mark = f"{kind} {extra[0]}"
            if mark in mail.published:
                continue
            rule = self._faults.event_rule()
            time.sleep(rule.delay_seconds)
            if kind not in rule.drop:
                self._dispatch(self._event(mail, kind, extra[1]))
            mail.published.append(mark)
            self._mailbox.update(mail)

    def publish_unfinished(self) -> None:
        """What a killed instance had not given out."""
        for mail in reversed(self._mailbox.newest_first()):
            if mail.configuration_set and len(mail.published) < len(list(events_of(mail))):
                self.publish(mail)

    def _event(self, mail: SentMail, kind: str, extra: dict[str, Any]) -> dict[str, Any]:
        message = parse(self._mailbox.raw(mail))
        tags = {name: [value] for name, value in mail.tags.items()}
        described = {
            "timestamp": _iso(mail.at),
            "source": mail.sender,
            "messageId": mail.id,
            "sendingAccountId": "000000000000",
            "destination": mail.recipients,
            "headersTruncated": False,
            "headers": [{"name": name, "value": str(value)} for name, value in message.items()],
            "commonHeaders": {
                "from": [str(message["From"])],
                "to": mail.recipients,
                "messageId": mail.id,
                "subject": mail.subject,
            },
            "tags": {"ses:configuration-set": [mail.configuration_set], **tags},
        }
        return {
            "detail-type": NAMES[kind],
            "resources": [f"configuration-set/{mail.configuration_set}"],
            "detail": {"eventType": kind, "mail": described, kind.lower(): extra},
        }


SUPPRESSED = (
    "Amazon SES has suppressed sending to this address because it has a recent history of bouncing as an invalid "
    "address."
)


def events_of(mail: SentMail) -> Iterator[tuple[str, tuple[str, dict[str, Any]]]]:
    """(kind, (recipient, what that kind adds)): Send first, then what becomes of each recipient, as at SES's simulator.

    An absence is delivered; its automatic answer goes to the return address, which is SES's, and comes as a bounce that
    passes. An address on SES's list is not tried at all
    (https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html#send-email-simulator,
    https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html#bounce-types).
    """
    yield "Send", ("", {})
    stamp = _iso(mail.at)
    for address in mail.recipients:
        local = address.partition("@")[0].lower().partition("+")[0]
        if local == "bounce":
            yield "Bounce", (address, _bounce(mail, address, "Permanent", "General", "smtp; 550 5.1.1 user unknown"))
            continue
        if local == "suppressionlist":
            yield "Bounce", (address, _bounce(mail, address, "Permanent", "Suppressed", SUPPRESSED))
            continue
        delivery = {"timestamp": stamp, "recipients": [address], "smtpResponse": "250 2.0.0 ok"}
        yield "Delivery", (address, {**delivery, "processingTimeMillis": 300, "reportingMTA": "local.invalid"})
        if local == "ooto":
            yield "Bounce", (address, _bounce(mail, address, "Transient", "General"))
        if local == "complaint":
            complaint = {"complainedRecipients": [{"emailAddress": address}], "timestamp": stamp}
            yield "Complaint", (address, {**complaint, "complaintFeedbackType": "abuse", "feedbackId": mail.id})


def _bounce(mail: SentMail, address: str, kind: str, subtype: str, diagnosis: str | None = None) -> dict[str, Any]:
    failed = {"action": "failed", "status": "5.1.1", "diagnosticCode": diagnosis} if diagnosis else {}
    return {
        "bounceType": kind,
        "bounceSubType": subtype,
        "bouncedRecipients": [{"emailAddress": address, **failed}],
        "timestamp": _iso(mail.at),
        "feedbackId": mail.id,
    }


class _Recorded:
    """An answer of the emulator, held back."""

    def __init__(self) -> None:
        self.status = 0
        self.body = b""
        self._messages: list[dict[str, Any]] = []

    async def __call__(self, message: dict[str, Any]) -> None:
        self._messages.append(message)
        if message["type"] == "http.response.start":
            self.status = message["status"]
        else:
            self.body += message.get("body", b"")

    async def forward(self, send: Send) -> None:
        for message in self._messages:
            await send(message)


def _iso(instant: datetime) -> str:
    return instant.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
