"""Links for people who do not sign in: 128 random bits, stored hashed, one purpose, expiring, revoked at once.

The token stands in an address and nowhere in the table. Its row is found by one half of the hash, and the other half is
compared in constant time. Beside it a pointer in the partition of what the link is about lets all of its links be
revoked together. Both rows go by themselves (TTL) once the link has expired.
"""

import hashlib
import hmac
import re
import secrets
from datetime import datetime, timedelta

from pydantic import ConfigDict

from vivier.kernel.clock import Instant
from vivier.kernel.errors import NotFound
from vivier.kernel.model import Model
from vivier.storage.table import Item, Key, find, query
from vivier.storage.transaction import Transaction

LENGTH = 22
TOKEN = re.compile(rf"[A-Za-z0-9_-]{{{LENGTH}}}")
KEPT = timedelta(days=1)  # after the end: DynamoDB deletes late, never early
AT_ONCE = 40  # links revoked in one transaction, two rows each


class Link(Model):
    """What a token opens. `subject` is the id of the thing that the link is about, in `workspace`; `about`: the key of
    the mail that it stands in, where that matters."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    hash: str
    purpose: str
    workspace: str
    subject: str
    about: str | None = None
    created_at: Instant
    expires_at: Instant


class LinkItem(Item, discriminator="link"):
    """The second key without a workspace: like a member's, it is what gives it."""

    @classmethod
    def key(cls, hashed: str) -> Key:
        return f"LINK#{hashed[:32]}", "link"

    @classmethod
    def of(cls, link: Link) -> "LinkItem":
        return cls.holding(link, *cls.key(link.hash), ttl=_gone(link))

    def read(self) -> Link:
        return Link.model_validate_json(self.body)


class LinkedItem(Item, discriminator="linked"):
    """That a subject has this link."""

    @classmethod
    def partition(cls, workspace: str, purpose: str, subject: str) -> str:
        return f"W#{workspace}#LINKS#{purpose}#{subject}"

    @classmethod
    def of(cls, link: Link) -> "LinkedItem":
        return cls(cls.partition(link.workspace, link.purpose, link.subject), link.hash[:32], ttl=_gone(link))


def issue(
    transaction: Transaction,
    workspace: str,
    purpose: str,
    subject: str,
    now: datetime,
    expires_at: datetime,
    *,
    about: str | None = None,
) -> str:
    """A new token (22 URL-safe characters), which works once the transaction is committed. Older ones go on working."""
    token = secrets.token_urlsafe(16)
    link = Link(
        hash=_hashed(token),
        purpose=purpose,
        workspace=workspace,
        subject=subject,
        about=about,
        created_at=now,
        expires_at=expires_at,
    )
    transaction.create(LinkItem.of(link), LinkedItem.of(link))
    return token


def resolve(purpose: str, token: str, now: datetime) -> Link:
    """What a token opens: one Get. Raises NotFound, the same for unknown, expired, revoked, made for something else."""
    hashed = _hashed(token)
    row = find(LinkItem, LinkItem.key(hashed), consistent=True) if TOKEN.fullmatch(token) else None
    held = row.read() if row else None
    if held is None or not hmac.compare_digest(held.hash, hashed) or held.purpose != purpose or now >= held.expires_at:
        raise gone()
    return held


def cut(token: str) -> bool:
    """Whether it lacks its end, or all of it: it came over two lines of a mail, or was copied in part."""
    return len(token) < LENGTH


def gone() -> NotFound:
    """The one answer of every link that opens nothing, whatever the reason."""
    return NotFound("This link does not work, or not any more. Ask who sent it for a new one.")


def spend(transaction: Transaction, link: Link) -> None:
    """Ends a link with the act that it allowed; whoever comes second loses the transaction."""
    transaction.delete(LinkItem.of(link), when=LinkItem.pk.exists())
    transaction.delete(LinkedItem.of(link))


def revoke(workspace: str, purpose: str, subject: str) -> int:
    """Ends every link of a subject, at once; how many there were. One Query and one transaction for forty."""
    pk = LinkedItem.partition(workspace, purpose, subject)
    ended = 0
    while rows := query(pk, limit=AT_ONCE, consistent=True):
        transaction = Transaction()
        transaction.delete(*rows, *(LinkItem(*LinkItem.key(row.sk)) for row in rows))
        transaction.commit()
        ended += len(rows)
    return ended


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def _gone(link: Link) -> int:
    return int((link.expires_at + KEPT).timestamp())
