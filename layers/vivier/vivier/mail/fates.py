"""What SES's word about a mail means for the mail and for its person. Pure."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from vivier.mail.deliverability.model import Outcome
from vivier.mail.model import Message, State
from vivier.people.model import Candidate

NAMES = {
    "Delivery": "mail_delivered",
    "Bounce": "mail_bounced",
    "Complaint": "mail_complained",
    "Reject": "mail_refused",
}
NO_SPAM = "not-spam"  # a report that a mail was taken for spam wrongly (RFC 6430)


def said_of(message: Message, kind: str, detail: Mapping[str, str], whose: list[str]) -> bool:
    """Whether an event says something about the mail to the person."""
    if kind not in NAMES or (kind == "Complaint" and detail.get("type") == NO_SPAM):
        return False
    return not of_a_copy(message, whose)


def told_before(message: Message, fate: Outcome | None) -> bool:
    """Whether somebody else told of it: of one complaint SES does, and a report that came as a mail."""
    return fate == Outcome.complained and fate in message.outcomes


def noted(message: Message, kind: str, mark: str, fate: Outcome | None) -> dict[str, Any]:
    noted: dict[str, Any] = {"seen": [*message.seen, mark][-50:]}
    if fate:
        noted["outcomes"] = sorted({*message.outcomes, fate})
    if message.candidate_id is None and kind != "Delivery":
        noted["reason"] = NAMES[kind]
    if kind == "Reject":
        noted |= {"state": State.refused, "reason": "rejected"}
    return noted


def unfulfilled(candidate: Candidate, message: Message) -> Candidate:
    """What was owed is owed again."""
    if message.template == "notice" and candidate.informed_at == message.settled_at:
        return candidate.model_copy(update={"informed_at": None})
    application = candidate.application
    if application and application.message == message.key:
        owed = application.model_copy(update={"acknowledged_at": None})
        return candidate.model_copy(update={"application": owed})
    return candidate


def of_a_copy(message: Message, whose: list[str]) -> bool:
    told = {address.casefold() for address in whose}
    return bool(told) and message.to.casefold() not in told and told <= {address.casefold() for address in message.cc}


def stopped(candidate: Candidate, message: Message, fate: Outcome | None, at: datetime) -> Candidate:
    """A complaint stops what is unsolicited. A hard bounce stops every mail: the address does not exist; one that was
    corrected meanwhile is not stopped.
    """
    if message.passed_on:
        return candidate
    if fate == Outcome.complained:
        return candidate.model_copy(update={"unsolicited": candidate.unsolicited.stopped("complained", at)})
    address = candidate.fields.first("emails")
    if fate != Outcome.bounced or address is None or address.casefold() != message.to.casefold():
        return candidate
    return candidate.model_copy(update={"mailable": False, "epoch": candidate.epoch + 1})
