"""Invitations as calendars read them: iCalendar objects (RFC 5545) that say one thing each (iTIP, RFC 5546).

One event, one recipient: nobody's address is shown to another. The organiser is the address that the mail comes from:
Gmail and Outlook take an invitation as one only then. Times are UTC: no calendar needs our rules of clocks for them.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Literal, NamedTuple

from vivier.hiring.interviews.model import Interview
from vivier.kernel.settings import settings
from vivier.mail.model import Invite
from vivier.mail.templates import one_line

PRODUCT = "-//Vivier//Talent CRM//EN"
Part = Literal["REQ-PARTICIPANT", "OPT-PARTICIPANT"]


class Guest(NamedTuple):
    """Who gets the invitation; `accepted`: they chose the time themselves."""

    name: str
    email: str
    part: Part = "REQ-PARTICIPANT"
    accepted: bool = False


class Said(NamedTuple):
    """What the event says to its reader."""

    summary: str
    description: str


def uid(i: Interview) -> str:
    return f"{i.id}@{settings().mail_from.partition('@')[2]}"


def request(i: Interview, guest: Guest, organiser: str, said: Said, now: datetime) -> Invite:
    """An invitation, or its update: the same event with a higher sequence (RFC 5546 §3.2.2)."""
    assert i.starts_at is not None  # only what has a time is in calendars
    event = _event(i, i.starts_at, said, now)
    event.add("status", "CONFIRMED")
    event.add("organizer", _organiser(organiser))
    answer = ("ACCEPTED", "FALSE") if guest.accepted else ("NEEDS-ACTION", "TRUE")
    event.add("attendee", _guest(guest, {"PARTSTAT": answer[0], "RSVP": answer[1]}))
    return Invite(method="REQUEST", text=_calendar("REQUEST", event))


def cancellation(i: Interview, starts_at: datetime, guest: Guest, organiser: str, said: Said, now: datetime) -> Invite:
    """Takes the event out of a calendar; `starts_at` is the time that stands there (RFC 5546 §3.2.5)."""
    event = _event(i, starts_at, said, now)
    event.add("status", "CANCELLED")
    event.add("organizer", _organiser(organiser))
    event.add("attendee", _guest(guest, {}))
    return Invite(method="CANCEL", text=_calendar("CANCEL", event))


def published(i: Interview, organiser: str, said: Said, now: datetime) -> str:
    """The event as a file that somebody adds to a calendar by hand (RFC 5546 §3.2.1): nobody is asked to answer."""
    assert i.starts_at is not None
    event = _event(i, i.starts_at, said, now)
    event.add("status", "CONFIRMED")
    event.add("organizer", _organiser(organiser))
    return _calendar("PUBLISH", event)


def _event(i: Interview, starts_at: datetime, said: Said, now: datetime) -> Any:
    from icalendar import Event  # here: a seventh of a second, and most requests invite nobody

    event = Event()
    event.add("uid", uid(i))
    event.add("sequence", i.sequence)
    event.add("dtstamp", now.replace(microsecond=0))
    event.add("dtstart", starts_at)
    event.add("dtend", starts_at + timedelta(minutes=i.duration_minutes))
    event.add("summary", one_line(said.summary))
    event.add("description", said.description)
    if where := i.place or i.video_url:
        event.add("location", one_line(where))
    if i.video_url:
        event.add("url", i.video_url)
    event.add("transp", "OPAQUE")
    return event


def _organiser(name: str) -> Any:
    return _person(name, settings().mail_from, {})


def _guest(guest: Guest, answer: Mapping[str, str]) -> Any:
    return _person(guest.name, guest.email, {"CUTYPE": "INDIVIDUAL", "ROLE": guest.part, **answer})


def _person(name: str, email: str, parameters: Mapping[str, str]) -> Any:
    from icalendar import vCalAddress, vText

    person = vCalAddress(f"mailto:{email}")
    # A parameter's value holds no quote and no control character, however they are written (RFC 5545 §3.2).
    person.params["CN"] = vText("".join(c for c in one_line(name) if c.isprintable() and c != '"') or email)
    for key, value in parameters.items():
        person.params[key] = vText(value)
    return person


def _calendar(method: str, event: Any) -> str:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    calendar.add_component(event)
    text: bytes = calendar.to_ical()
    return text.decode()
