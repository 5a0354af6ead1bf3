"""Invitations that calendars take: read back by another parser than the one that writes, and held to RFC 5546."""

import email
import email.policy
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as some

from vivier.hiring.base import Words
from vivier.hiring.interviews import calendars, texts
from vivier.hiring.interviews.calendars import Guest, Said
from vivier.hiring.interviews.model import Change, Interview, Named, State
from vivier.mail import mime
from vivier.mail.model import Invite, Message
from vivier.people.model import Author
from vivier.team.model import Workspace

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
START = datetime(2026, 12, 1, 13, 0, tzinfo=UTC)
MEMBER = "mem_" + "0" * 26
GUEST = Guest("Maëlys Kervadec", "maelys@courrier.example")
SAID = Said("Entretien — Batelier fluvial (Halage)", "Quand : mardi, à 14 h 00\nAvec : Noé; Léa, \\ et d’autres")

pytestmark = pytest.mark.usefixtures("environment")


def interview(**more: Any) -> Interview:
    given: dict[str, Any] = {
        "id": "itv_" + "1" * 26,
        "job_id": "job_" + "1" * 26,
        "job_title": Words(fr="Batelier fluvial"),
        "candidate_id": "can_" + "1" * 26,
        "kind": "video",
        "video_url": "https://visio.example/quai-4",
        "duration_minutes": 45,
        "interviewers": [Named(member_id=MEMBER, name="Noé Tanguy")],
        "organiser": Named(member_id=MEMBER, name="Camille Aubry"),
        "language": "fr",
        "zone": "Europe/Paris",
        "state": State.booked,
        "starts_at": START,
        "sequence": 2,
        "created_at": NOW,
        "changed": Change(kind="booked", at=NOW, by=Author(kind="candidate")),
    }
    return Interview.model_validate(given | more)


def read(text: str) -> Any:
    """By vobject, which did not write it."""
    return vobject.readOne(text)


def request(i: Interview | None = None, guest: Guest = GUEST, said: Said = SAID) -> Invite:
    return calendars.request(i or interview(), guest, "Camille Aubry (Halage)", said, NOW)


def test_an_invitation_says_who_when_and_where_to_another_parser() -> None:
    calendar = read(request().text)
    event = calendar.vevent

    assert (calendar.method.value, calendar.version.value) == ("REQUEST", "2.0")
    assert event.uid.value == f"{interview().id}@halage.example"
    assert (event.dtstart.value, event.dtend.value) == (START, START + timedelta(minutes=45))
    assert event.dtstamp.value == NOW
    assert (event.sequence.value, event.status.value) == ("2", "CONFIRMED")
    assert event.summary.value == SAID.summary
    assert event.description.value == SAID.description
    assert event.location.value == "https://visio.example/quai-4"
    assert event.organizer.value == "mailto:recrutement@halage.example"
    assert event.organizer.params["CN"] == ["Camille Aubry (Halage)"]
    assert event.attendee.value == "mailto:maelys@courrier.example"
    wanted = {"CN": ["Maëlys Kervadec"], "ROLE": ["REQ-PARTICIPANT"], "PARTSTAT": ["NEEDS-ACTION"], "RSVP": ["TRUE"]}
    assert wanted.items() <= event.attendee.params.items()


def test_who_chose_the_time_has_accepted_and_is_asked_nothing() -> None:
    attendee = read(request(guest=GUEST._replace(accepted=True)).text).vevent.attendee

    assert (attendee.params["PARTSTAT"], attendee.params["RSVP"]) == (["ACCEPTED"], ["FALSE"])


def test_a_cancellation_is_the_same_event_with_a_higher_sequence() -> None:
    after = interview(state=State.cancelled, sequence=3)
    invite = calendars.cancellation(after, START, GUEST, "Camille Aubry (Halage)", SAID, NOW)
    before, gone = read(request().text).vevent, read(invite.text)

    assert (invite.method, gone.method.value, gone.vevent.status.value) == ("CANCEL", "CANCEL", "CANCELLED")
    assert (gone.vevent.uid.value, gone.vevent.dtstart.value) == (before.uid.value, before.dtstart.value)
    assert int(gone.vevent.sequence.value) > int(before.sequence.value)
    assert gone.vevent.organizer.value == before.organizer.value
    assert gone.vevent.attendee.value == before.attendee.value


def test_a_file_to_add_by_hand_asks_nobody() -> None:
    calendar = read(calendars.published(interview(), "Camille Aubry (Halage)", SAID, NOW))

    assert calendar.method.value == "PUBLISH"
    assert not hasattr(calendar.vevent, "attendee")


# RFC 5546 §3.2.2, §3.2.5, §1.4: what must be there once, and what must not.
@pytest.mark.parametrize("method", ["REQUEST", "CANCEL"])
def test_what_itip_requires_is_there_once(method: str) -> None:
    invite = request() if method == "REQUEST" else calendars.cancellation(interview(), START, GUEST, "C", SAID, NOW)
    lines = _unfolded(invite.text)
    names = [line.partition(":")[0].partition(";")[0] for line in lines]

    for once in ("METHOD", "UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "ORGANIZER", "ATTENDEE", "SUMMARY"):
        assert names.count(once) == 1, once
    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    assert names.count("RRULE") == names.count("VTIMEZONE") == names.count("VALARM") == 0
    assert all(line.endswith("Z") for line in lines if line.startswith(("DTSTART", "DTEND", "DTSTAMP")))


def _unfolded(text: str) -> list[str]:
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    for line in text.encode().split(b"\r\n"):
        assert len(line) <= 75  # RFC 5545 §3.1
        line.decode()  # no character is torn
    return text.replace("\r\n ", "").rstrip("\r\n").split("\r\n")


hard = some.text(some.characters(exclude_categories=["Cs"]), min_size=1, max_size=200)


@settings(max_examples=150)
@given(hard, hard, hard)
def test_no_name_or_words_break_out_of_their_line(name: str, summary: str, words: str) -> None:
    invite = request(guest=Guest(name, "a@b.example"), said=Said(summary, words))
    lines = _unfolded(invite.text)

    for name, times in (("METHOD", 1), ("ATTENDEE", 1), ("ORGANIZER", 1), ("UID", 1), ("BEGIN", 2), ("END", 2)):
        assert sum(line.partition(":")[0].partition(";")[0] == name for line in lines) == times, name
    event = read(invite.text).vevent
    assert event.attendee.value == "mailto:a@b.example"
    assert event.dtstart.value == START


def test_a_mail_carries_the_invitation_byte_for_byte_where_calendars_look() -> None:
    invite = request()
    message = Message(
        key="interview-1",
        candidate_id="can_1",
        template="interview_confirmation",
        language="fr",
        to="maelys@courrier.example",
        subject="Entretien confirmé",
        text="Bonjour",
        html="<p>Bonjour</p>",
        scope="1",
        invite=invite,
        due_at=NOW,
        created_at=NOW,
    )
    place = Workspace(id="halage", name="Halage", privacy_contact="donnees@halage.example")

    mail = email.message_from_bytes(mime.written(message, place, NOW), policy=email.policy.default)

    assert mail.get_content_type() == "multipart/mixed"
    alternative, attached = list(mail.iter_parts())
    kinds = [part.get_content_type() for part in alternative.iter_parts()]
    assert kinds == ["text/plain", "text/html", "text/calendar"]  # the last one is the richest (RFC 2046 §5.1.4)
    calendar = list(alternative.iter_parts())[-1]
    assert dict(calendar["content-type"].params) == {"charset": "utf-8", "method": "REQUEST"}
    assert calendar.get_payload(decode=True) == invite.text.encode()
    assert (attached.get_content_type(), attached.get_filename()) == ("application/ics", "invite.ics")
    assert attached.get_payload(decode=True) == invite.text.encode()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_mails_say_the_facts_in_ones_own_zone(language: Any) -> None:
    i = interview(language=language, zone="America/New_York")

    confirmed = texts.write("interview_confirmation", i, "Bonjour Maëlys", "Halage")
    gone = texts.write("interview_cancellation", i, "Bonjour Maëlys", "Halage")

    assert {"fr": "mardi 1er décembre à 8 h 00", "en": "Tuesday 1 December at 08:00"}[language] in confirmed.subject
    assert "America/New_York" in confirmed.text
    assert "https://visio.example/quai-4" in confirmed.text
    assert "/p/interview#" in confirmed.text
    assert "/p/interview#" not in gone.text
    assert "!" not in confirmed.text + gone.text
