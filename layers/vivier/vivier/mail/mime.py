"""A message as the bytes that SES gets, written by hand: the standard library takes each header and line apart again,
letter by letter, and costs eight times as much. Files go by the library. What is written is read back by the
library in `tests/unit/mail/test_mime.py`.
"""

import re
from base64 import b64encode
from binascii import b2a_qp
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from email import encoders
from email.mime.base import MIMEBase
from email.utils import format_datetime, quote
from functools import lru_cache
from hashlib import sha256
from typing import TypeVar

from vivier.kernel.settings import settings
from vivier.mail.deliverability import ways_out
from vivier.mail.model import Message
from vivier.mail.threads.addresses import reference
from vivier.team.model import Workspace

_ID = re.compile(r"[!-;=?-~]{1,900}")  # what stands between the angles of a Message-ID, in ASCII
_PLAIN = re.compile(r"[ -~]*")  # what stands in a header as it is
_ADDRESS = re.compile(r"[!-~]{3,320}")
_AS_IS = re.compile(rb"[A-Za-z0-9!*+/-]")  # bytes of an encoded word, also within a name (RFC 2047 §5.3)
SHORT = 60  # letters that stand in one line of a header beside its name
Letter = TypeVar("Letter", str, bytes)
LINE = 76  # letters of a line that holds an encoded word (RFC 2047 §2)


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
    heads = _threading(message, ours) | ways_out.headers(message)
    heads["From"] = _named(f"{message.author} ({workspace.name})" if message.author else workspace.name, sender)
    heads["To"] = _address(message.to)
    if message.cc:
        heads["Cc"] = ",\n ".join(_address(one) for one in message.cc)
    heads["Subject"] = _words("Subject", message.subject)
    heads["Date"] = format_datetime(now)
    if message.draft is None:
        heads["Auto-Submitted"] = "auto-generated"  # RFC 3834: out-of-office replies stay away
    if answers_go := reply_to or message.answers_to or workspace.reply_to:
        heads["Reply-To"] = _address(answers_go)
    heads["MIME-Version"] = "1.0"
    above = "".join(f"{name}: {value}\n" for name, value in heads.items())
    return above.encode("ascii") + _body(message, along)


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
    first, others = (LINE - before - len("=?utf-8?q??=") for before in (len(name) + 2, 1))
    quoted, spelled = [_quoted(letter) for letter in text], [letter.encode() for letter in text]
    if 3 * sum(map(len, quoted)) <= 4 * sum(map(len, spelled)):
        words = [f"=?utf-8?q?{''.join(word)}?=" for word in _filling(quoted, first, others)]
    else:  # hardly a letter is Latin: three bytes become four of Base64
        held = _filling(spelled, first // 4 * 3, others // 4 * 3)
        words = [f"=?utf-8?b?{b64encode(b''.join(word)).decode()}?=" for word in held]
    return "\n ".join(words)


@lru_cache(maxsize=1024)
def _quoted(letter: str) -> str:
    if letter == " ":
        return "_"
    data = letter.encode()
    return letter if _AS_IS.fullmatch(data) else "".join(f"={byte:02X}" for byte in data)


def _filling(letters: Iterable[Letter], first: int, others: int) -> Iterator[list[Letter]]:
    """Letters in lines that hold so much; none is parted."""
    line: list[Letter] = []
    room = first
    for letter in letters:
        if len(letter) > room:
            yield line
            line, room = [], others
        line.append(letter)
        room -= len(letter)
    yield line


@lru_cache(maxsize=64)  # a sequence's mails come from one or two names, and an accent in one is a tenth of their cost
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
        # Calendars read the last alternative (RFC 6047 §2.4). Base64 keeps the bytes, whose lines end and fold as RFC
        # 5545 §3.1 wants them, out of every relay's reach.
        calendar = _part(message.invite.text.encode(), "text/calendar")
        calendar.set_param("charset", "utf-8")
        calendar.set_param("method", message.invite.method)
        readings.append(calendar.as_bytes())
    said = _together("alternative", f"{made}-1", readings)
    files = [file.as_bytes() for file in _files(message, along)]
    return _together("mixed", f"{made}-0", [said, *files]) if files else said


def _together(kind: str, boundary: str, parts: Iterable[bytes]) -> bytes:
    """A multipart, with its head."""
    line = f"--{boundary}".encode()
    head = f'Content-Type: multipart/{kind};\n boundary="{boundary}"\n\n'.encode()
    return head + b"".join(line + b"\n" + part + b"\n" for part in parts) + line + b"--\n"


def _text(kind: str, text: str) -> bytes:
    """Quoted-printable, which filters like more than Base64."""
    head = f'Content-Type: text/{kind}; charset="utf-8"\nContent-Transfer-Encoding: quoted-printable\n\n'
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return head.encode() + b2a_qp(lines.encode())


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
