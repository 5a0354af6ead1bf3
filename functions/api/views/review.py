"""What needs a human, as the API shows it."""

from typing import Literal

from views.mails import MailView
from views.threads import ReceivedView
from views.uploads import IntakeView
from vivier.kernel.clock import Instant
from vivier.kernel.model import Model
from vivier.people.model import Card


class ReviewItemView(Model):
    kind: Literal["failed", "doubtful", "duplicate", "update", "mail", "received", "automatic"]
    at: Instant
    intake: IntakeView | None
    candidate: Card | None
    other: Card | None
    evidence: list[dict[str, str]]
    fields: list[str]
    proposals: int
    message: MailView | None
    received: ReceivedView | None


class ReviewView(Model):
    items: list[ReviewItemView]
    cursor: str | None
