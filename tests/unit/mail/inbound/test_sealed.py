"""Mails that are signed or encrypted: what can be told of them, and the words that stand in a signature."""

import base64
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import mails

from vivier.mail.inbound import opaque, reading


def test_signed_mails_say_that_nobody_verified_them_and_encrypted_ones_that_they_are() -> None:
    signed = mails.several(
        [mails.part("Bonjour"), mails.attached(b"\x30", "smime.p7s", "application/pkcs7-signature")], "signed"
    )
    sealed = mails.attached(b"\x30", "smime.p7m", "application/pkcs7-mime; smime-type=enveloped-data")

    assert reading.read(signed).signed
    assert not reading.read(signed).encrypted
    assert reading.read(b"From: a@b.example\r\n" + sealed).encrypted
    assert not reading.read(mails.several([mails.part("Voici."), mails.attached(b"%PDF-1.4 x", "cv.pdf")])).signed


def test_a_text_that_is_a_pgp_message_is_encrypted_and_one_that_quotes_one_is_not() -> None:
    armour = "-----BEGIN PGP MESSAGE-----\n\nhQEMA4\n-----END PGP MESSAGE-----\n"

    assert reading.read(mails.raw(f"\n{armour}")).encrypted
    assert not reading.read(mails.raw(f"I could not open this:\n\n> {armour}")).encrypted


def der(tag: int, *content: bytes) -> bytes:
    body = b"".join(content)
    size = len(body).to_bytes(3, "big")
    return bytes([tag, 0x83]) + size + body


def ber(tag: int, *content: bytes) -> bytes:
    """Of indefinite length, as programs write that do not know it yet."""
    return bytes([tag, 0x80]) + b"".join(content) + b"\0\0"


def pieces(inner: bytes) -> bytes:
    return ber(0x24, *(der(0x04, inner[n : n + 40]) for n in range(0, len(inner), 40)))


SIGNED = bytes.fromhex("06092a864886f70d010702")
DATA = bytes.fromhex("06092a864886f70d010701")
SHA256 = bytes.fromhex("300b0609608648016503040201")


@pytest.mark.parametrize(("outer", "octets"), [(der, lambda c: der(0x04, c)), (ber, pieces)], ids=["DER", "BER"])
def test_a_signed_mail_whose_words_stand_in_the_signature_is_opened(
    outer: Callable[..., bytes], octets: Callable[[bytes], bytes]
) -> None:
    inner = mails.several([mails.part("Jeudi me convient."), mails.attached(b"%PDF-1.4", "cv.pdf")])
    held = outer(0x30, DATA, outer(0xA0, octets(inner)))
    signed = outer(0x30, b"\x02\x01\x01", outer(0x31, SHA256), held, der(0x31, b""))
    raw = (
        b"From: ines@example.org\nContent-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\n"
        b"Content-Transfer-Encoding: base64\n\n" + base64.encodebytes(outer(0x30, SIGNED, outer(0xA0, signed)))
    )

    read = reading.read(raw)

    assert (read.split.reply, [a.name for a in read.attachments]) == ("Jeudi me convient.", ["cv.pdf"])
    assert (read.signed, read.encrypted) == (True, False)


@given(st.binary(max_size=300), st.integers(0, 40))
def test_no_bytes_make_opening_a_signature_fail(noise: bytes, at: int) -> None:
    whole = ber(
        0x30, SIGNED, ber(0xA0, ber(0x30, b"\x02\x01\x01", der(0x31), ber(0x30, DATA, ber(0xA0, pieces(b"x")))))
    )

    opaque.content(whole[:at] + noise + whole[at:])
    opaque.content(noise)
