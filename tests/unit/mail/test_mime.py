"""A mail as bytes, read by the standard library's parser: it says what the message says, and nothing else."""

import re
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.conftest import ENVIRONMENT
from tests.factories import NOW

from vivier.mail import mime
from vivier.mail.model import Attached, Message
from vivier.team.model import Workspace

PLACE = Workspace(id="halage", name="Halage", privacy_contact="donnees@halage.example")
FOLDED = re.compile(rb"[ -~]{0,998}")  # of a head: ASCII in lines that any relay takes

people_write = st.text(st.characters(exclude_categories=["Cs"]), max_size=400)
one_line = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=300)
names = one_line.map(lambda text: " ".join(text.split())).filter(bool)


@pytest.fixture(autouse=True, scope="module")
def sender() -> Any:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in ENVIRONMENT.items():
            patch.setenv(name, value)
        yield


def message(**more: Any) -> Message:
    said = {
        "subject": "Votre candidature",
        "text": "Bonjour",
        "html": "<p>Bonjour</p>",
        "to": "maelys@courrier.example",
    }
    known = {"key": "ack-1", "candidate_id": "can_1", "template": "acknowledgement", "language": "fr", "scope": "1"}
    return Message.model_validate(known | {"due_at": NOW, "created_at": NOW} | said | more)


def read(raw: bytes) -> EmailMessage:
    mail = message_from_bytes(raw, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    assert not [part.defects for part in mail.walk() if part.defects]
    return mail


def head(raw: bytes) -> list[bytes]:
    return raw.partition(b"\n\n")[0].split(b"\n")


def lines(text: str) -> list[str]:
    """As mail has them: each of the three ends of a line is one, and the last ends too."""
    return [line.decode() for line in text.encode().splitlines()]


def content(part: Any) -> list[str]:
    return lines(part.get_payload(decode=True).decode())


latin = st.characters(min_codepoint=9, max_codepoint=0xFF)
in_a_head = st.text(latin, max_size=90) | st.text("a ;,\n\t=?", max_size=90)


@settings(max_examples=500)
@given(name=st.sampled_from(["To", "Subject", "Content-Transfer-Encoding"]), value=in_a_head)
@example(name="Subject", value="x" * 69)
@example(name="Subject", value="x" * 70)
@example(name="To", value="a@x.example\nBcc: b@x.example")
@example(name="To", value="two  blanks ")
def test_a_head_is_folded_as_the_library_folds_it(name: str, value: str) -> None:
    assert folded(mime.AS_WRITTEN, name, value) == folded(policy.compat32, name, value)


def folded(by: Any, name: str, value: str) -> bytes | str:
    try:
        written: bytes = by.fold_binary(name, value)
    except (HeaderParseError, UnicodeEncodeError) as refused:
        return type(refused).__name__
    return written


@given(subject=names, author=names, text=people_write, html=people_write)
@example(subject="=?utf-8?q?Bcc=3A_x?=", author='"', text=".\nFrom x\n=20", html="\0")
@example(subject="é" * 300, author=", <autre@x.example>", text="a" * 2_000 + " ", html="\r\n\n\r")
def test_what_is_written_is_read(subject: str, author: str, text: str, html: str) -> None:
    raw = mime.written(message(subject=subject, author=author, text=text, html=html), PLACE, NOW)

    mail = read(raw)
    plain, rich = mail.iter_parts()
    name, address = parseaddr(message_from_bytes(raw)["From"])  # the newer parser puts blanks between encoded words
    assert [content(plain), content(rich)] == [lines(text), lines(html)]
    assert mail["Subject"] == subject
    assert (str(make_header(decode_header(name))), address) == (f"{author} (Halage)", ENVIRONMENT["MAIL_FROM"])
    names_of_head = {line.partition(b":")[0] for line in head(raw) if line[:1] != b" "}
    assert names_of_head == {
        b"References", b"From", b"To", b"Subject", b"Date", b"Auto-Submitted", b"MIME-Version", b"Content-Type",
    }  # fmt: skip


@given(subject=names, author=names, text=people_write)
def test_every_line_is_one_that_any_relay_takes(subject: str, author: str, text: str) -> None:
    raw = mime.written(
        message(subject=subject, author=author, text=text, cc=["a@x.example", "b@x.example"]), PLACE, NOW
    )

    assert raw.isascii()
    assert all(FOLDED.fullmatch(line) for line in head(raw))
    assert max(map(len, raw.split(b"\n"))) <= 998


@pytest.mark.parametrize(
    "wrong",
    [
        {"subject": "Bonjour\nBcc: autre@x.example"},
        {"subject": "Bonjour\r"},
        {"author": "Camille\nBcc: autre@x.example"},
        {"to": "maelys@courrier.example\nBcc: autre@x.example"},
        {"to": "maëlys@courrier.example"},
        {"to": ""},
        {"cc": ["a@x.example, b@x.example"]},
    ],
)
def test_a_header_that_no_mail_can_have_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"no mail|one line"):
        mime.written(message(**wrong), PLACE, NOW)


def test_what_many_references_name_is_one_a_line_our_own_first() -> None:
    theirs = [f"{n}@courrier.example" for n in range(40)]
    raw = mime.written(message(references=[*theirs, "no id"], in_reply_to=theirs[-1]), PLACE, NOW)

    mail = read(raw)
    ours = f"<ack-1~halage@{ENVIRONMENT['MAIL_FROM'].partition('@')[2]}>"
    assert mail["References"].split() == [ours, *(f"<{i}>" for i in theirs)]
    assert mail["In-Reply-To"] == f"<{theirs[-1]}>"


@settings(max_examples=30)
@given(names=st.lists(names, min_size=1, max_size=3), data=st.binary(max_size=300))
def test_files_arrive_as_they_are(names: list[str], data: bytes) -> None:
    attached = [
        Attached(id=f"f{n}", name=name, size=1, media_type="application/pdf", sha256="0")
        for n, name in enumerate(names)
    ]

    mail = read(mime.written(message(attachments=attached), PLACE, NOW, along=[data] * len(names)))

    words, *files = mail.iter_parts()
    assert mail.get_content_type() == "multipart/mixed"
    assert isinstance(words, MIMEPart)
    assert [p.get_content_type() for p in words.iter_parts()] == ["text/plain", "text/html"]
    assert [f.get_content_disposition() for f in files] == ["attachment"] * len(names)
    assert [f.get_payload(decode=True) for f in files] == [data] * len(names)
