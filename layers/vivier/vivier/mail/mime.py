"""A message as the bytes that SES gets.

Heads and texts are written here, of bytes: the standard library's package parses each header that it is given and takes
a third of what a whole mail costs the processor. Files and invitations, which few mails have, are its work.
"""

import re
from binascii import b2a_qp
from collections.abc import Iterator, Sequence
from datetime import datetime
from email.header import Header
from email.utils import format_datetime, quote
from hashlib import sha256
from typing import Any

from vivier.kernel.settings import settings
from vivier.mail.deliverability import ways_out
from vivier.mail.model import Attached, Invite, Message
from vivier.mail.threads.addresses import reference
from vivier.team.model import Workspace

_ID = re.compile(r"[!-;=?-~]{1,900}")  # what stands between the angles of a Message-ID, in ASCII
_PLAIN = re.compile(r"[ -~]*")  # what stands in a header as it is
_ADDRESS = re.compile(r"[!-~]{3,320}")
SHORT = 60  # letters that stand in one line of a header beside its name
_SHORT_LINES = re.compile(rb"([\t -~]{0,78}\n)*")  # https://datatracker.ietf.org/doc/html/rfc5322#section-2.1.1


def written(
    message: Message,
    workspace: Workspace,
    now: datetime,
    *,
    reply_to: str | None = None,
    along: Sequence[bytes] = (),
) -> bytes:
    """The MIME message with its files' bytes. The same message is the same bytes, whoever writes them out. Our own id
    stands in References: SES writes its own Message-ID. Raises ValueError for a header that no mail can have.
    """
    sender = settings().mail_from
    ours = reference(workspace.id, message.key, sender.partition("@")[2])
    head = _threading(message, ours) | ways_out.headers(message)
    head["From"] = _named(f"{message.author} ({workspace.name})" if message.author else workspace.name, sender)
    head["To"] = _address(message.to)
    if message.cc:
        head["Cc"] = ",\n ".join(_address(one) for one in message.cc)
    head["Subject"] = _words("Subject", message.subject)
    head["Date"] = format_datetime(now)
    if message.draft is None:
        head["Auto-Submitted"] = "auto-generated"  # RFC 3834: out-of-office replies stay away
    if answers_go := reply_to or workspace.reply_to:
        head["Reply-To"] = _address(answers_go)
    head["MIME-Version"] = "1.0"
    return _headers(head) + _body(message, along)


def _threading(message: Message, ours: str) -> dict[str, str]:
    """What mail programs thread by (RFC 5322 §3.6.4): what is answered last, our own id first, where those that shorten
    a long References keep it. One id a line: none is as long as a line may be.
    """
    named = [i for i in message.references if _ID.fullmatch(i)]
    headers = {"References": "\n ".join(f"<{i}>" for i in dict.fromkeys([ours, *named]))}
    answers = message.in_reply_to
    return headers | ({"In-Reply-To": f"<{answers}>"} if answers and _ID.fullmatch(answers) else {})


def _headers(head: dict[str, str]) -> bytes:
    return "".join(f"{name}: {value}\n" for name, value in head.items()).encode("ascii")


def _words(name: str, text: str) -> str:
    """Text in a header: as it is, or in encoded words (RFC 2047), folded."""
    if re.search(r"[\0\r\n]", text):
        raise ValueError(f"{name} has more than one line")
    if len(text) <= SHORT and _PLAIN.fullmatch(text) and "=?" not in text:
        return text
    return Header(text, "utf-8", header_name=name).encode()


def _named(name: str, address: str) -> str:
    words = _words("From", name)
    return f'"{quote(words)}" <{address}>' if words == name else f"{words}\n <{address}>"


def _address(address: str) -> str:
    if not _ADDRESS.fullmatch(address):
        raise ValueError("an address that no mail can go to")
    return address


def _body(message: Message, along: Sequence[bytes]) -> bytes:
    """Boundaries are of the message's key: nothing that people write can hold one."""
    made = sha256(message.key.encode()).hexdigest()
    readings = [_text("plain", message.text), _text("html", message.html)]
    if message.invite:
        readings.append(_calendar(message.invite))
    files = list(_files(message.invite, message.attachments, along))
    inner = _multipart("alternative", f"{made}-{int(bool(files))}", readings)
    return _multipart("mixed", f"{made}-0", [inner, *files]) if files else inner


def _multipart(kind: str, boundary: str, parts: Sequence[bytes]) -> bytes:
    opening, closing = f"--{boundary}\n".encode(), f"--{boundary}--\n".encode()
    head = _headers({"Content-Type": f'multipart/{kind}; boundary="{boundary}"'})
    return head + b"\n" + b"".join(opening + part + b"\n" for part in parts) + closing


def _text(kind: str, text: str) -> bytes:
    content = b"".join(line + b"\n" for line in text.encode("utf-8", "replace").splitlines())
    as_it_is = _SHORT_LINES.fullmatch(content)
    head = _headers(
        {
            "Content-Type": f'text/{kind}; charset="utf-8"',
            "Content-Transfer-Encoding": "7bit" if as_it_is else "quoted-printable",
        }
    )
    return head + b"\n" + (content if as_it_is else b2a_qp(content))


def _calendar(invite: Invite) -> bytes:
    """Calendars read the last alternative (RFC 6047 §2.4). Base64 keeps the bytes, whose lines end and fold as RFC 5545
    §3.1 wants them, out of every relay's reach.
    """
    return _part(invite.text.encode(), "text", "calendar", params={"charset": "utf-8", "method": invite.method})


def _files(invite: Invite | None, attached: Sequence[Attached], along: Sequence[bytes]) -> Iterator[bytes]:
    """People whose mail reader is no calendar get the invitation as a file."""
    if invite:
        name = "invite.ics" if invite.method == "REQUEST" else "cancel.ics"
        yield _part(invite.text.encode(), "application", "ics", disposition="attachment", filename=name)
    for one, data in zip(attached, along, strict=True):
        main, _, kind = one.media_type.partition("/")
        yield _part(data, main or "application", kind or "octet-stream", disposition="attachment", filename=one.name)


def _part(data: bytes, main: str, kind: str, **more: Any) -> bytes:
    from email.message import MIMEPart  # here: long to import, and most mails have no file

    part = MIMEPart()
    part.set_content(data, maintype=main, subtype=kind, **more)
    return part.as_bytes()
