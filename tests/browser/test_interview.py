"""A recruiter proposes times; the candidate chooses, moves and cancels through the link in their mail."""

import re
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import httpx
import pytest
from playwright.sync_api import expect

from tests.browser.desk import Visit
from tests.integration.host.running import eventually
from vivier_local.client import Client

LINK = re.compile(r"/p/interview#[A-Za-z0-9_-]{22}")
ZONE = "Europe/Paris"


_number = count()


def times() -> list[str]:
    """Six times on two days of their own: from eleven on, UTC."""
    first = datetime.now(UTC) + timedelta(days=20 + 2 * next(_number))
    first = first.replace(hour=11, minute=0, second=0, microsecond=0)
    found = [first + timedelta(days=d, minutes=30 * n) for d in (0, 1) for n in (0, 1, 2)]
    return [f"{t:%Y-%m-%dT%H:%M:%SZ}" for t in found]


class Proposed:
    """An interview as a recruiter proposed it, and the candidate's mails."""

    def __init__(self, instance: str, language: str = "en", starts: list[str] | None = None) -> None:
        self.starts = starts or times()
        self.instance = instance
        self.email = f"moussaillon.{datetime.now(UTC):%H%M%S%f}@courrier.example"
        with Client(instance, "recruiter") as api:
            person = {"name": "Lou Falk", "email": self.email, "relation": "applied"}
            self.person = api.post("/candidates", person)["id"]
            title = {"en": "Barge pilot", "fr": "Batelière ou batelier"}
            self.job = api.post("/jobs", {"title": title, "state": "open", "pipeline": "standard"})["job"]["id"]
            api.post(f"/jobs/{self.job}/applications", {"candidate_ids": [self.person]})
            self.me = api.get("/me")["member"]["id"]
            self.where = f"/jobs/{self.job}/applications/{self.person}/interviews"
            details = {
                "kind": "video",
                "duration_minutes": 30,
                "interviewers": [self.me],
                "video_url": "https://visio.example/quai-4",
                "message": "We will talk about the lock, and you can ask anything.",
                "language": language,
                "zone": ZONE,
                "offer": {"by": "slots", "starts": self.starts},
            }
            self.interview = api.post(self.where, details)["interview"]["id"]

    def mails(self, subject: str) -> list[dict[str, Any]]:
        """Mails to the candidate whose subject holds these words, the newest first, opened."""
        with Client(self.instance, "recruiter") as api:
            listed = [m for m in api.mails(self.email) if subject in m["subject"]]
        return [httpx.get(f"{self.instance}/mailbox/api/messages/{m['id']}").json() for m in listed]

    @property
    def link(self) -> str:
        mail = eventually(lambda: [m for m in self.mails("") if "/p/interview#" in (m["text"] or "")])[0]
        found = LINK.search(mail["text"])
        assert found
        return found.group()

    def calendar(self, mail: dict[str, Any]) -> str:
        assert [a["name"] for a in mail["attachments"]] in (["invite.ics"], ["cancel.ics"])
        return httpx.get(f"{self.instance}/mailbox/api/messages/{mail['id']}/attachments/0").text

    def book(self, start: str) -> None:
        """By the recruiter, behind the candidate's back."""
        with Client(self.instance, "recruiter") as api:
            version = api.get(f"{self.where}/{self.interview}")["version"]
            api.post(f"{self.where}/{self.interview}/time", {"starts_at": start}, version=version)


def test_a_candidate_chooses_moves_and_cancels_and_calendars_follow(instance: str, visit: Visit) -> None:
    proposed = Proposed(instance)
    page = visit(proposed.link).page

    expect(page.get_by_role("heading", level=1)).to_have_text("Choose a time")
    expect(page.get_by_text("We will talk about the lock")).to_be_visible()
    expect(page.get_by_role("radio")).to_have_count(6)
    page.get_by_role("radio").nth(1).check()
    page.get_by_role("button", name="Confirm ").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("See you on")
    expect(page.get_by_role("link", name="https://visio.example/quai-4")).to_be_visible()

    with page.expect_download() as taken:
        page.get_by_role("button", name="Add to my calendar").click()
    assert "METHOD:PUBLISH" in taken.value.path().read_text()
    booked = eventually(lambda: proposed.mails("Interview confirmed"))[0]
    invitation = proposed.calendar(booked)
    assert "METHOD:REQUEST" in invitation
    assert "Lou Falk" in invitation.replace("\r\n ", "")

    page.get_by_role("button", name="Choose another time").click()
    expect(page.get_by_role("radio")).to_have_count(5)
    page.get_by_role("radio").last.check()
    page.get_by_role("button", name="Confirm ").click()
    expect(page.get_by_role("button", name="Choose another time")).to_be_visible()
    moved = eventually(lambda: proposed.mails("Interview changed"))[0]
    uid, sequence = re.compile(r"UID:(\S+)"), re.compile(r"SEQUENCE:(\d+)")
    after = proposed.calendar(moved)
    assert uid.findall(after) == uid.findall(invitation)
    assert int(sequence.findall(after)[0]) > int(sequence.findall(invitation)[0])

    page.get_by_role("button", name="Cancel the interview").click()
    page.get_by_label("A few words").fill("I found another berth.")
    page.get_by_role("button", name="Confirm the cancellation").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The interview is cancelled")
    gone = eventually(lambda: proposed.mails("Interview cancelled"))[0]
    assert "METHOD:CANCEL" in proposed.calendar(gone)


def test_a_time_that_was_taken_meanwhile_is_said_and_the_others_stay(instance: str, visit: Visit) -> None:
    proposed = Proposed(instance)
    page = visit(proposed.link).page
    page.get_by_role("radio").first.check()
    Proposed(instance, starts=proposed.starts).book(proposed.starts[0])

    page.get_by_role("button", name="Confirm ").click()

    expect(page.get_by_role("alert")).to_have_text("Somebody has just taken that time. These are left.")
    expect(page.get_by_role("radio")).to_have_count(5)
    expect(page.get_by_role("button", name="Choose a time first")).to_be_disabled()


def test_a_stale_page_is_told_how_it_stands(instance: str, visit: Visit) -> None:
    proposed = Proposed(instance)
    page = visit(proposed.link).page
    page.get_by_role("radio").first.check()
    proposed.book(proposed.starts[5])

    page.get_by_role("button", name="Confirm ").click()

    expect(page.get_by_role("alert")).to_have_text("The interview changed meanwhile. This is how it stands.")
    expect(page.get_by_role("heading", level=1)).to_contain_text("See you on")


def test_times_are_shown_where_the_candidate_is(instance: str, visit: Visit) -> None:
    page = visit(Proposed(instance, "fr").link).page

    expect(page.get_by_role("heading", level=1)).to_have_text("Choisissez un moment")
    before = page.locator(".time").first.inner_text()
    page.get_by_label("Fuseau horaire").select_option("Australia/Adelaide")
    assert page.locator(".time").first.inner_text() != before
    assert page.locator(".time").first.inner_text().endswith("30")


@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["fr-FR", "en-GB"])
def test_no_state_of_the_page_has_a_violation_or_is_too_wide(
    instance: str, visit: Visit, locale: str, scheme: str, phone: bool
) -> None:
    at = visit(Proposed(instance, locale[:2]).link, locale=locale, scheme=scheme, phone=phone)
    problems = {}

    def look(state: str) -> None:
        problems[state] = [*at.axe(), *([f"{at.too_wide()} px"] if at.too_wide() > 0 else [])]

    at.page.get_by_role("radio").first.wait_for()
    look("times")
    at.page.get_by_role("radio").first.check()
    look("picked")
    at.page.locator(".bar .act").click()
    at.page.locator(".acts .act").wait_for()
    look("booked")
    at.page.locator(".acts .plain").click()
    at.page.get_by_role("radio").first.wait_for()
    look("moving")
    at.page.locator(".bar .plain").click()
    at.page.locator("button.text").click()
    look("leaving")
    at.page.locator(".danger").click()
    expect(at.page.locator("form")).to_have_count(0)
    look("cancelled")

    assert {state: found for state, found in problems.items() if found} == {}
    assert at.errors == []
