"""The door that mail comes in by: a real SMTP port that writes what SES stores and says what SES says.

The object is the raw mail under SES's own first block of headers; the notice on the topic carries the receipt: who it
was for, and what was found. Here everything passes, unless the sender asks otherwise in the envelope:
`someone+spf.fail@example.org`, `+virus.fail`, `+dmarc.gray`, several in a row. https://docs.aws.amazon.com/ses/latest/dg/receiving-email-notifications-contents.html
"""

import asyncio
import json
import secrets
import string
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any

import boto3
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

MOST_BYTES = 40 * 2**20  # https://docs.aws.amazon.com/ses/latest/dg/quotas.html
LETTERS = string.ascii_lowercase + string.digits
FOUND = ("spam", "virus", "spf", "dkim", "dmarc")
PREFIX = "incoming/"


class Patient(SMTP):
    """It takes lines of any length: programs write a whole page of HTML in one, and nobody sends them home for it."""

    line_length_limit = MOST_BYTES


class DoorController(Controller):
    def factory(self) -> SMTP:
        return Patient(self.handler, **self.SMTP_kwargs)


class Door:
    """aiosmtpd's handler: takes mail for one domain, refuses what is for others as SES does."""

    def __init__(self, *, domain: str, bucket: str, topic: str) -> None:
        self._domain, self._bucket, self._topic = domain, bucket, topic
        self._s3, self._sns = boto3.client("s3"), boto3.client("sns")

    async def handle_RCPT(  # noqa: N802 - aiosmtpd names it
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if address.rpartition("@")[2].casefold() != self._domain:
            return "550 5.1.1 Requested action not taken: mailbox unavailable"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        identifier = "".join(secrets.choice(LETTERS) for _ in range(40))
        now = datetime.now(UTC)
        found = verdicts(envelope.mail_from or "")
        head = _headers(identifier, session, envelope, found, now)
        content = envelope.original_content or b""
        await asyncio.to_thread(self._store, identifier, head + content)
        notice = _notice(identifier, envelope, found, now, self._bucket, self._topic)
        await asyncio.to_thread(self._sns.publish, TopicArn=self._topic, Message=json.dumps(notice))
        return f"250 OK {identifier}"

    def _store(self, identifier: str, raw: bytes) -> None:
        self._s3.put_object(Bucket=self._bucket, Key=PREFIX + identifier, Body=raw)


def verdicts(mail_from: str) -> dict[str, str]:
    """PASS for all, but for what the sender asks for."""
    found = dict.fromkeys(FOUND, "PASS")
    for wish in mail_from.partition("@")[0].split("+")[1:]:
        name, _, verdict = wish.partition(".")
        if name in found and verdict:
            found[name] = verdict.upper()
    return found


def _headers(identifier: str, session: Session, envelope: Envelope, found: dict[str, str], now: datetime) -> bytes:
    sender = envelope.mail_from or ""
    domain, peer = sender.rpartition("@")[2] or "unknown", (session.peer or ("127.0.0.1",))[0]
    note = f"(spfCheck: domain of {domain}) client-ip={peer}; envelope-from={sender}; helo={session.host_name};"
    lines = [
        f"Return-Path: <{sender}>",
        f"Received: from {session.host_name} ({session.host_name} [{peer}])",
        f" by inbound-smtp.local.amazonaws.com with SMTP id {identifier}",
        f" for {envelope.rcpt_tos[0]};",
        f" {format_datetime(now)}",
        f"X-SES-Spam-Verdict: {found['spam']}",
        f"X-SES-Virus-Verdict: {found['virus']}",
        f"Received-SPF: {found['spf'].lower()} {note}",
        "Authentication-Results: amazonses.com;",
        f" spf={found['spf'].lower()} {note}",
        f" dkim={found['dkim'].lower()} header.i=@{domain};",
        f" dmarc={found['dmarc'].lower()} header.from={domain};",
    ]
    return "".join(f"{line}\r\n" for line in lines).encode()


def _notice(
    identifier: str, envelope: Envelope, found: dict[str, str], now: datetime, bucket: str, topic: str
) -> dict[str, Any]:
    stamp = now.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return {
        "notificationType": "Received",
        "mail": {
            "timestamp": stamp,
            "source": envelope.mail_from or "",
            "messageId": identifier,
            "destination": envelope.rcpt_tos,
            "headersTruncated": False,
            "headers": [],
            "commonHeaders": {},
        },
        "receipt": {
            "timestamp": stamp,
            "processingTimeMillis": 1,
            "recipients": envelope.rcpt_tos,
            **{f"{name}Verdict": {"status": verdict} for name, verdict in found.items()},
            "action": {
                "type": "S3",
                "topicArn": topic,
                "bucketName": bucket,
                "objectKeyPrefix": PREFIX.rstrip("/"),
                "objectKey": PREFIX + identifier,
            },
        },
    }


def open_door(door: Door, port: int) -> Controller:
    """Listens in a thread of its own, on loopback. Raises OSError when the port is taken."""
    controller = DoorController(
        door, hostname="127.0.0.1", port=port, data_size_limit=MOST_BYTES, decode_data=False, ready_timeout=10
    )
    controller.start()
    return controller
