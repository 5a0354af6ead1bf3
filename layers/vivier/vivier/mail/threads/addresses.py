"""Where an answer goes, and what in an answer tells which conversation it belongs to. Pure.

The token is 128 random bits in letters that survive every mail program (base32, any case); its row says whose it is.
Nobody can make one, and one can be taken back, which a signature over an id could not.
"""

import base64
import hashlib
import re
import secrets
from collections.abc import Iterable
from typing import NamedTuple

REPLY = re.compile(r"(?i)reply\+([a-z2-7]{26})@([^@\s]+)")
OWN = re.compile(r"([\w.-]{1,200})~([\w-]{1,64})@([^@\s]+)")
SES = re.compile(r"([\w-]{20,80})@[\w.-]*amazonses\.com")


def new_token() -> str:
    return base64.b32encode(secrets.token_bytes(16)).decode().rstrip("=").lower()


def hashed(token: str) -> str:
    return hashlib.sha256(token.lower().encode()).hexdigest()


def reply_address(token: str, domain: str) -> str:
    return f"reply+{token}@{domain}"


def tokens_in(recipients: Iterable[str], domain: str) -> list[str]:
    """The tokens of addresses of ours, in order."""
    found = (REPLY.fullmatch(r.strip()) for r in recipients)
    return [m[1].lower() for m in found if m and m[2].casefold() == domain.casefold()]


def reference(workspace: str, message_key: str, domain: str) -> str:
    """Our own id of a mail, for its References: SES writes a Message-ID of its own."""
    return f"{message_key}~{workspace}@{domain}"


class OurMail(NamedTuple):
    workspace: str
    key: str


def ours_in(ids: Iterable[str]) -> list[OurMail]:
    """Mails of ours that ids name, the newest last-named first."""
    found = (OWN.fullmatch(i) for i in ids)
    return list(dict.fromkeys(OurMail(m[2], m[1]) for m in found if m))[::-1]


def ses_ids_in(ids: Iterable[str]) -> list[str]:
    """SES's ids of mails, as its Message-ID has them."""
    found = (SES.fullmatch(i) for i in ids)
    return list(dict.fromkeys(m[1] for m in found if m))[::-1]
