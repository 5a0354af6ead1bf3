"""A message as the bytes that SES gets, by the standard library's plain classes: its newer ones parse each header that
they are given, and cost four times as much.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from email import encoders
from email.charset import QP, Charset
from email.header import Header
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from email.policy import Compat32
from email.utils import format_datetime, quote
from functools import lru_cache
from hashlib import sha256

from vivier.kernel.settings import settings
from vivier.mail.deliverability import ways_out
from vivier.mail.model import Message
from vivier.mail.threads.addresses import reference
from vivier.team.model import Workspace

_ID = re.compile(r"[!-;=?-~]{1,900}")  # what stands between the angles of a Message-ID, in ASCII
_PLAIN = re.compile(r"[ -~]*")  # what stands in a header as it is
_ADDRESS = re.compile(r"[!-~]{3,320}")
SHORTEST_FOLDED = 76  # letters of a header's name and what it says
SHORT = 60  # letters that stand in one line of a header beside its name
QUOTED = Charset("utf-8")
QUOTED.body_encoding = QP  # the library's own choice for UTF-8 is Base64, which filters like less


class _AsWritten(Compat32):
    """Heads that are one short line leave as they stand: to fold each, the library takes it apart again, letter by
    letter."""

    def fold_binary(self, name: str, value: str) -> bytes:
        if len(name) + len(value) < SHORTEST_FOLDED and _PLAIN.fullmatch(value) and not value.endswith(" "):
            return f"{name}: {value}{self.linesep}".encode("ascii")
        return super().fold_binary(name, value)


AS_WRITTEN = _AsWritten()


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
    mail = _body(message, along)
    mail["From"] = _named(f"{message.author} ({workspace.name})" if message.author else workspace.name, sender)
    mail["To"] = _address(message.to)
    if message.cc:
        mail["Cc"] = ",\n ".join(_address(one) for one in message.cc)
    mail["Subject"] = _words("Subject", message.subject)
    mail["Date"] = format_datetime(now)
    if message.draft is None:
        mail["Auto-Submitted"] = "auto-generated"  # RFC 3834: out-of-office replies stay away
    if answers_go := reply_to or message.answers_to or workspace.reply_to:
        mail["Reply-To"] = _address(answers_go)
    # Written by hand: the library would fold a long id or address, which no program understands.
    ours = reference(workspace.id, message.key, sender.partition("@")[2])
    own = _threading(message, ours) | ways_out.headers(message)
    above = "".join(f"{name}: {value}\n" for name, value in own.items())
    return above.encode("ascii") + mail.as_bytes(policy=AS_WRITTEN)


def _threading(message: Message, ours: str) -> dict[str, str]:
    """What mail programs thread by (RFC 5322 §3.6.4): what is answered last, our own id first, where those that shorten
    a long References keep it. One id a line: none is as long as a line may be.
    """
    named = [i for i in message.references if _ID.fullmatch(i)]
    headers = {"References": "\n ".join(f"<{i}>" for i in dict.fromkeys([ours, *named]))}
    answers = message.in_reply_to
    return headers | ({"In-Reply-To": f"<{answers}>"} if answers and _ID.fullmatch(answers) else {})


def _words(name: str, text: str) -> str:
    """Text in a header: as it is, or in encoded words (RFC 2047), folded."""
    if re.search(r"[\0\r\n]", text):
        raise ValueError(f"{name} has more than one line")
    if len(text) <= SHORT and _PLAIN.fullmatch(text) and "=?" not in text:
        return text
    return Header(text, "utf-8", header_name=name).encode()


@lru_cache(maxsize=64)  # a sequence's mails come from one or two names, and an accent in one is a tenth of their cost
def _named(name: str, address: str) -> str:
    words = _words("From", name)
    return f'"{quote(words)}" <{address}>' if words == name else f"{words}\n <{address}>"


def _address(address: str) -> str:
    if not _ADDRESS.fullmatch(address):
        raise ValueError("an address that no mail can go to")
    return address


def _body(message: Message, along: Sequence[bytes]) -> MIMEMultipart:
    """Boundaries are of the message's key: nothing that people write can hold one."""
    made = sha256(message.key.encode()).hexdigest()
    readings = MIMEMultipart("alternative", f"{made}-1")
    readings.attach(_text("plain", message.text))
    readings.attach(_text("html", message.html))
    if message.invite:
        # Calendars read the last alternative (RFC 6047 §2.4). Base64 keeps the bytes, whose lines end and fold as RFC
        # 5545 §3.1 wants them, out of every relay's reach.
        calendar = _part(message.invite.text.encode(), "text/calendar")
        calendar.set_param("charset", "utf-8")
        calendar.set_param("method", message.invite.method)
        readings.attach(calendar)
    files = list(_files(message, along))
    return MIMEMultipart("mixed", f"{made}-0", [readings, *files]) if files else readings


def _text(kind: str, text: str) -> MIMENonMultipart:
    part = MIMENonMultipart("text", kind)
    part.set_payload(text, QUOTED)
    return part


def _files(message: Message, along: Sequence[bytes]) -> Iterator[MIMEBase]:
    """People whose mail reader is no calendar get the invitation as a file."""
    if message.invite:
        name = "invite.ics" if message.invite.method == "REQUEST" else "cancel.ics"
        yield _file(message.invite.text.encode(), "application/ics", name)
    for one, data in zip(message.attachments, along, strict=True):
        yield _file(data, one.media_type, one.name)


def _file(data: bytes, media_type: str, name: str) -> MIMEBase:
    part = _part(data, media_type)
    part.add_header("Content-Disposition", "attachment", filename=name if name.isascii() else ("utf-8", "", name))
    return part


def _part(data: bytes, media_type: str) -> MIMEBase:
    main, _, kind = media_type.partition("/")
    part = MIMEBase(main or "application", kind or "octet-stream")
    part.set_payload(data)
    encoders.encode_base64(part)
    return part
