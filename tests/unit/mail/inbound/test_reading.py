"""One raw mail, understood as far as it can be."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import mails

from vivier.mail.inbound import reading
from vivier.mail.inbound.model import Kind

GOOD = {
    "gmail": mails.raw(mails.GMAIL_FR, In_Reply_To="<a@x.example>"),
    "outlook": mails.raw(mails.OUTLOOK_FR, "cp1252"),
    "bounce": mails.bounced(),
    "exim": mails.exim_bounce(),
    "complaint": mails.complaint(),
    "files": mails.several([mails.part("Voici."), mails.attached(b"%PDF-1.4 x", "cv.pdf")]),
    "winmail": mails.several(
        [
            mails.part("See."),
            mails.attached(mails.winmail({"cv.pdf": b"%PDF-1.4"}), "winmail.dat", "application/ms-tnef"),
        ]
    ),
    "both": mails.several(
        [mails.part("Bonjour"), mails.part("<p>Bonjour <b>vous</b></p>", "text/html; charset=utf-8")], "alternative"
    ),
}


def test_headers_are_decoded_whatever_their_charset_and_however_they_were_split() -> None:
    read = reading.read(
        mails.raw(
            "x",
            From='"=?utf-8?B?SW7DqHMg?= =?iso-8859-1?Q?Farg=E9?=" <ines@example.org>',
            Subject="=?UTF-8?B?w4lj?=\r\n =?UTF-8?Q?lusi=C3?= =?UTF-8?Q?=A8re?= ?",
            To='rh@halage.example, Groupe: a@example.org, "Dupont, Jean" <b@example.org>;',
            References="<1@x> <2@x>\r\n\t<3@x>",
            Message_ID="<9@example.org>",
            Date="Tue, 24 Nov 2026 10:02:03 +0100",
        )
    )

    assert read.sender is not None
    assert (read.sender.address, read.sender.name) == ("ines@example.org", "Inès Fargé")
    assert read.subject == "Éclusière ?"
    assert [(a.address, a.name) for a in read.to] == [
        ("rh@halage.example", None),
        ("a@example.org", None),
        ("b@example.org", "Dupont, Jean"),
    ]
    assert (read.message_id, read.references) == ("9@example.org", ["1@x", "2@x", "3@x"])
    assert read.dated is not None
    assert read.dated.isoformat() == "2026-11-24T09:02:03+00:00"


def test_an_encoded_name_that_holds_an_address_is_a_name() -> None:
    read = reading.read(
        mails.raw("x", From="=?utf-8?Q?rh=40halage=2Eexample_=3Cboss=40halage=2Eexample=3E?= <a@evil.example>")
    )

    assert read.sender is not None
    assert read.sender.address == "a@evil.example"


@pytest.mark.parametrize(
    ("charset", "body", "said"),
    [
        ("utf-8", "été".encode(), "été"),
        ("x-unknown", "été".encode(), "été"),
        ("us-ascii", "été".encode("cp1252"), "été"),
        ("utf-8", "l’été".encode("cp1252"), "l’été"),
        ("rot13", "été".encode(), "été"),
        ("idna", b"abc", "abc"),
        ("iso-2022-jp", "日本".encode("iso2022_jp"), "日本"),
        ("gb2312", "汉字".encode("gb18030"), "汉字"),
    ],
)
def test_a_body_is_read_in_the_charset_it_has(charset: str, body: bytes, said: str) -> None:
    raw = b"From: a@b.example\r\nContent-Type: text/plain; charset=" + charset.encode() + b"\r\n\r\n" + body

    assert reading.read(raw).text == said


def test_html_that_is_shown_runs_nothing_and_reaches_nothing() -> None:
    html = (
        '<p onclick="x()" style="color:red;position:fixed">Bonjour</p><script>alert(1)</script>'
        '<img src="https://spy.example/p">'
        '<img src="cid:logo"><a href="//evil.example">1</a><a href="javascript:x()">2</a>'
        '<a href="https://ok.example">3</a>'
        '<form action="https://evil.example"><input name="p"></form><iframe src="/"></iframe><style>'
        "p{background:url(x)}</style>"
        '<p style="background-image:url(https://spy.example)">x</p><svg onload=x()></svg>'
        '<base href="https://evil.example">'
    )

    shown = reading.read(mails.several([mails.part(html, "text/html; charset=utf-8")])).html or ""

    for never in ("script", "onclick", "spy", "evil", "javascript", "position", "<form", "iframe", "<svg", "<style"):
        assert never not in shown
    assert 'src="cid:logo"' in shown
    assert 'href="https://ok.example"' in shown
    assert "color:red" in shown


def test_a_mail_of_html_alone_has_a_text_too_with_its_quotes_marked() -> None:
    html = (
        "<div>Jeudi me convient.<br>Inès</div><div class='gmail_quote'><div>Le mar. 24 nov. 2026 à 10:02, Halage "
        "&lt;<a href='mailto:rh@halage.example'>rh@halage.example</a>&gt; a écrit :<br></div>"
        "<blockquote><p>Bonjour,</p><p>Quand ?</p></blockquote></div>"
    )

    read = reading.read(mails.several([mails.part(html, "text/html; charset=utf-8")]))

    assert read.split.reply == "Jeudi me convient.\nInès"
    assert "> Quand ?" in read.text


def test_attachments_have_harmless_names_and_the_bytes_that_were_sent() -> None:
    sent = {
        "../../etc/passwd": "passwd",
        "C:\\\\Users\\\\me\\\\cv.pdf": "cv.pdf",
        "cv\u202efdp.exe": "cvfdp.exe",
        "=?utf-8?Q?R=C3=A9sum=C3=A9=2Epdf?=": "Résumé.pdf",
        "": "attachment",
        "x" * 300 + ".pdf": "x" * 146 + ".pdf",
    }

    read = reading.read(mails.several([mails.part("x"), *(mails.attached(b"%PDF-\x00\r\n", name) for name in sent)]))

    assert [a.name for a in read.attachments] == list(sent.values())
    assert {a.data for a in read.attachments} == {b"%PDF-\x00\r\n"}


def test_a_name_in_pieces_of_rfc_2231_is_put_together() -> None:
    header = "attachment; filename*1*=%A9.pdf; filename*0*=utf-8''CV%20In%C3"

    read = reading.read(
        mails.several([mails.part("x"), mails.part("y", "application/pdf", Content_Disposition=header)])
    )

    assert read.attachments[0].name == "CV In\u00e9.pdf"


def test_outlooks_winmail_is_opened() -> None:
    read = reading.read(GOOD["winmail"])

    assert [(a.name, a.media_type, a.data) for a in read.attachments] == [("cv.pdf", "application/pdf", b"%PDF-1.4")]
    assert "tnef" in read.flags


def test_a_broken_winmail_stays_a_file() -> None:
    read = reading.read(
        mails.several(
            [mails.part("x"), mails.attached(b"\x78\x9f\x3e\x22broken", "winmail.dat", "application/ms-tnef")]
        )
    )

    assert [a.name for a in read.attachments] == ["winmail.dat"]


def test_what_is_woven_too_deep_or_in_too_many_parts_is_cut_and_says_so() -> None:
    deep = mails.part("x")
    for n in range(40):
        deep = mails.several([deep], boundary=f"=_{n}")
    many = mails.several([mails.attached(b"x", f"{n}.txt", "text/plain") for n in range(500)])

    assert "too_deep" in reading.read(deep).flags
    assert {"too_many_parts", "too_many_attachments"} & set(reading.read(many).flags)


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (GOOD["gmail"], Kind.reply),
        (mails.raw("Bonjour", Subject="Candidature"), Kind.fresh),
        (mails.raw("Bonjour", Subject="RE : Candidature"), Kind.reply),
        (mails.away(), Kind.auto_reply),
        (mails.away("Absence du bureau"), Kind.auto_reply),
        (mails.away("Automatic reply: x"), Kind.auto_reply),
        (mails.away("x", Auto_Submitted="auto-replied"), Kind.auto_reply),
        (mails.away("x", Auto_Submitted="no"), Kind.fresh),
        (mails.away("x", X_Autoreply="yes"), Kind.auto_reply),
        (mails.away("x", X_Autoresponse="1"), Kind.auto_reply),
        (mails.away("x", X_Precedence="auto_reply"), Kind.auto_reply),
        (mails.away("Fora do escritório: x"), Kind.auto_reply),
        (mails.away("Automatikus válasz: x"), Kind.auto_reply),
        (mails.away("Frånvaromeddelande: x"), Kind.auto_reply),
        (mails.away("自動応答: x"), Kind.auto_reply),
        (mails.away("x", Precedence="auto_reply"), Kind.auto_reply),
        (mails.away("Re: x", Precedence="junk"), Kind.auto_reply),
        (mails.raw("Ma candidature", Subject="Candidature", Precedence="list", List_Id="<jobs.example>"), Kind.fresh),
        (mails.raw("Oui", Precedence="list", List_Id="<jobs.example>"), Kind.reply),
        (mails.away("[Automatyczna odpowiedź] x"), Kind.auto_reply),
        (mails.away("x", Return_Path="<>"), Kind.auto_reply),
        (mails.away("Absentéisme : votre étude"), Kind.fresh),
        (mails.bounced(action="delivered", status="2.0.0"), Kind.auto_reply),
        (mails.bounced(), Kind.bounce),
        (mails.exim_bounce(), Kind.bounce),
        (mails.complaint(), Kind.complaint),
    ],
)
def test_a_mail_says_what_kind_it_is(raw: bytes, kind: Kind) -> None:
    assert reading.read(raw).kind == kind


def test_bytes_that_are_no_mail_are_a_mail_that_says_so() -> None:
    read = reading.read(b"\x00\xff\x00 nothing")

    assert read.flags == ["no_headers"]
    assert read.sender is None


@given(st.binary(max_size=3_000))
@settings(max_examples=150)
def test_no_bytes_make_reading_fail(raw: bytes) -> None:
    assert "unreadable" not in reading.read(raw).flags


CHANGES = st.lists(
    st.tuples(st.floats(0, 1), st.sampled_from(["cut", "drop", "twice", "put"]), st.binary(max_size=6)), max_size=8
)


def changed(raw: bytes, changes: list[tuple[float, str, bytes]]) -> bytes:
    """A good mail, broken in some places."""
    for where, how, data in changes:
        at = int(where * len(raw))
        if how == "cut":
            raw = raw[:at]
        elif how == "drop":
            raw = raw[:at] + raw[at + 7 :]
        elif how == "twice":
            raw = raw[: at + 40] + raw[at:]
        else:
            raw = raw[:at] + data + raw[at:]
    return raw


@given(st.sampled_from(sorted(GOOD)), CHANGES)
@settings(max_examples=200)
def test_good_mails_broken_anywhere_are_still_read(name: str, changes: list[tuple[float, str, bytes]]) -> None:
    assert "unreadable" not in reading.read(changed(GOOD[name], changes)).flags


@pytest.mark.soak
@given(st.sampled_from(sorted(GOOD)), CHANGES)
@settings(max_examples=20_000)
def test_twenty_thousand_broken_mails_are_read(name: str, changes: list[tuple[float, str, bytes]]) -> None:
    assert "unreadable" not in reading.read(changed(GOOD[name], changes)).flags


HOSTILE = {
    "one line": mails.raw("a " * 200_000),
    "brackets": mails.raw("<" * 100_000),
    "quotes": mails.raw("> " * 50_000),
    "attributions": mails.raw("On 1 Jan 2020 " * 20_000),
    "attribution lines": mails.raw("On 1 Jan 2020, a <b@c.example>\n" * 5_000),
    "headers in the text": mails.raw("From: a\n" * 20_000),
    "dashes": mails.raw("-" * 100_000 + "\n" + "_" * 100_000),
    "addresses": mails.raw("x", To="a@b.example, " * 5_000),
    "comments": mails.raw("x", To="(" * 20_000),
    "references": mails.raw("x", References="<a@b> " * 20_000),
    "words": mails.raw("x", Subject="=?utf-8?Q?a?= " * 5_000),
    "parameters": b"Content-Type: text/plain; " + b"a*0=b; " * 20_000 + b"\r\n\r\nx",
    "boundaries": mails.several([b"\r\n--=_b\r\n"] * 2_000),
    "folded": b"Subject: a" + b"\r\n b" * 50_000 + b"\r\n\r\nx",
    "colons": mails.exim_bounce(said="a: " * 100_000),
    "at signs": mails.exim_bounce(said="a@" * 100_000),
    "status": mails.bounced(said="5.1.1 " * 50_000),
    "deep html": mails.several([mails.part("<div>" * 100_000, "text/html")]),
    "formatting": mails.several(
        [mails.part("".join(f"<font a{n}>" for n in range(20_000)) + "<p>x" * 2_000, "text/html")]
    ),
    "ampersands": mails.several([mails.part("&" * 500_000, "text/html")]),
    "attributes": mails.several([mails.part("<p " + " ".join(f"a{n}=1" for n in range(50_000)) + ">", "text/html")]),
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_a_mail_made_to_take_long_does_not(name: str) -> None:
    began = time.process_time()

    reading.read(HOSTILE[name])

    assert time.process_time() - began < 5  # minutes, were it not linear


def test_pieces_that_are_no_alternatives_are_all_read() -> None:
    pieces = [mails.part("Premier."), mails.part("<p>Second.</p>", "text/html; charset=utf-8")]

    read = reading.read(mails.several(pieces, "mixed"))

    assert "Premier." in read.text
    assert "Second." in read.text
    assert "Premier." in (read.html or "")


RICH = mails.part("<p>Bonjour <b>vous</b></p>", "text/html; charset=utf-8")


@pytest.mark.parametrize(
    ("pieces", "text", "html"),
    [
        ([mails.part("Bonjour"), RICH], "Bonjour", "<p>Bonjour <b>vous</b></p>"),
        ([RICH], "Bonjour vous", "<p>Bonjour <b>vous</b></p>"),
        ([mails.part(" \n"), RICH], "Bonjour vous", "<p>Bonjour <b>vous</b></p>"),
        ([mails.part("Bonjour")], "Bonjour", None),
        ([mails.attached(b"%PDF-1.4 x", "cv.pdf")], "", None),
    ],
)
def test_alternatives_say_once_what_they_all_say(pieces: list[bytes], text: str, html: str | None) -> None:
    read = reading.read(mails.several(pieces, "alternative"))

    assert (read.text, read.html) == (text, html)


def test_a_body_longer_than_anybody_reads_is_cut_and_says_so() -> None:
    rich = reading.read(mails.several([mails.part("<p>" + "a " * 600_000, "text/html; charset=utf-8")], "mixed"))
    plain = reading.read(mails.raw("mot " * 150_000))

    assert {"html_cut", "text_cut"} <= set(rich.flags)
    assert len(rich.html or "") < 1_100_000
    assert plain.flags == ["text_cut"]
    assert len(plain.text) == 500_000


def test_a_named_text_that_nobody_put_in_the_body_is_a_file() -> None:
    named = mails.part("Notes", 'text/plain; name="notes.txt"')

    read = reading.read(mails.several([mails.part("Voici."), named], "mixed"))

    assert (read.text, [a.name for a in read.attachments]) == ("Voici.", ["notes.txt"])
