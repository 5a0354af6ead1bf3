"""People of a job are shown to somebody outside, who looks and answers; then the link is revoked."""

import re
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from playwright.sync_api import expect

from tests.browser.desk import DEMO, Desk, Visit
from tests.browser.openings import job, open_board, people, put
from tests.integration.host.running import eventually

LINK = re.compile(r"/p/shortlist#[A-Za-z0-9_-]{22}")


def mailed(at: Desk, email: str) -> str:
    """The path of the link in the mail that somebody got."""

    def found() -> list[dict[str, Any]]:
        return [m for m in at.mailbox() if email in str(m)]

    mail = eventually(found)[0]
    text = httpx.get(f"{at.origin}/mailbox/api/messages/{mail['id']}").text
    link = LINK.search(text)
    assert link, text
    return link.group()


def shared(at: Desk, email: str, **more: Any) -> str:
    """Two people shared over the API; the path of their link."""
    opening = job(at, "Ferry pilot")
    crew = people(at, 2)
    put(at, opening["id"], [i for i, _ in crew])
    wanted = {"candidate_ids": [i for i, _ in crew], "to": {"name": "Marion Duval", "email": email}, **more}
    at.api("POST", f"/jobs/{opening['id']}/shortlists", wanted)
    return mailed(at, email)


def test_three_people_are_shown_answered_about_and_taken_back(desk: Callable[..., Desk], visit: Visit) -> None:
    at = desk("recruiter-en", "/jobs")
    opening = job(at, "Tug master")
    crew = people(at, 3)
    put(at, opening["id"], [i for i, _ in crew])
    open_board(at, opening["id"], crew[0][1])

    for key in ("j", "x", "j", "x", "j", "x"):
        at.page.keyboard.press(key)
    at.page.get_by_role("toolbar").get_by_role("button", name="Share").click()
    dialog = at.page.get_by_role("dialog")
    dialog.get_by_role("button", name="Send the link").click()
    expect(dialog.get_by_label("Given to")).to_be_focused()
    dialog.get_by_label("Given to").fill("Marion Duval")
    dialog.get_by_label("E-mail", exact=True).fill("marion@cap-rivage.example")
    dialog.get_by_label("Organisation").fill("Cap Rivage")
    dialog.get_by_label("Message").fill("Three people for the harbour.")
    dialog.get_by_text("See what they will see").click()
    expect(dialog.get_by_role("list", name="See what they will see").get_by_text(crew[2][1])).to_be_visible()
    dialog.get_by_role("button", name="Send the link").click()
    at.toast("3 people shown to Marion Duval")

    link = mailed(at, "marion@cap-rivage.example")
    visitor = visit(link)
    expect(visitor.page.get_by_role("heading", level=1)).to_have_text("Tug master")
    expect(visitor.page.get_by_text("For Marion Duval (Cap Rivage), marion@cap-rivage.example")).to_be_visible()
    expect(visitor.page.get_by_role("heading", level=2)).to_have_text([name for _, name in crew])
    say = visitor.page.get_by_role("form", name=f"What you think of {crew[1][1]}")
    say.get_by_role("button", name="I am interested").click()
    expect(say.get_by_role("button", name="I am interested")).to_have_attribute("aria-pressed", "true")
    say.get_by_label("Remark").fill("When could they start?")
    say.get_by_role("button", name="Send the remark").click()
    expect(say.get_by_role("status")).to_contain_text("Hannah Whitlock sees it")

    at.page.goto(f"/people/{crew[1][0]}")
    expect(at.page.get_by_text("Marion Duval is interested (shared link)").first).to_be_visible()
    expect(at.page.get_by_text("When could they start?")).to_be_visible()
    at.page.goto(f"/jobs/{opening['id']}/shared")
    row = at.page.get_by_role("listitem").filter(has_text="Marion Duval (Cap Rivage)").first
    expect(row.get_by_text("opened 1 time")).to_be_visible()
    expect(row.get_by_text("When could they start?")).to_be_visible()
    row.get_by_role("button", name="Revoke").click()
    at.toast("opens nothing any more")
    gone = "This link does not work any more"
    expect(visit(link).page.get_by_role("heading", level=1)).to_have_text(gone)
    at.page.keyboard.press("z")
    expect(row.get_by_role("button", name="Revoke")).to_be_visible()
    expect(visit(link).page.get_by_role("heading", level=1)).to_have_text("Tug master")
    row.get_by_role("button", name="Revoke").click()
    expect(row.get_by_text("Revoked")).to_be_visible()
    say.get_by_role("button", name="Not this one").click()
    expect(visitor.page.get_by_role("heading", level=1)).to_have_text(gone)
    assert at.errors == visitor.errors == []


@pytest.mark.soak
def test_pages_of_a_cv_bear_the_visitors_name(desk: Callable[..., Desk], visit: Visit) -> None:
    at = desk("recruiter-en", "/drop")
    at.drop(DEMO / "Muller_CV.pdf")
    person = at.api("GET", "/candidates?q=muller")["candidates"][0]["id"]
    opening = job(at, "Shipwright")
    put(at, opening["id"], [person])
    wanted = {"candidate_ids": [person], "language": "en", "showing": {"contacts": True, "cv": True}}
    to = {"name": "Marion Duval", "email": "cv@cap-rivage.example"}
    at.api("POST", f"/jobs/{opening['id']}/shortlists", {**wanted, "to": to})

    visitor = visit(mailed(at, "cv@cap-rivage.example"))
    visitor.page.get_by_role("button", name="See the CV of Thomas Müller").click()

    picture = visitor.page.get_by_role("img", name="CV of Thomas Müller, page 1 of 1")
    expect(picture).to_be_visible()
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("image => image.naturalWidth") > 500
    assert "/shared/" in (picture.get_attribute("src") or "")
    assert visitor.errors == []


@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_state_of_the_page_has_a_violation_or_is_too_wide(
    desk: Callable[..., Desk], visit: Visit, language: str, scheme: str, phone: bool
) -> None:
    recruiter = desk("recruiter-en", "/jobs")
    email = f"{language}.{scheme}.{phone}@rivage.example".lower()
    link = shared(recruiter, email, language=language, message="Deux profils.")
    at = visit(link, scheme=scheme, phone=phone)
    at.page.locator("article").first.wait_for()
    problems = {"page": at.axe()}
    at.page.locator(".choice").first.click()
    at.page.locator("[role=status]").first.filter(has_text="Hannah").wait_for()
    problems["answered"] = at.axe()
    at.page.locator("textarea").first.fill("Elle est enceinte.")
    at.page.locator("[type=submit]").first.click()
    at.page.locator(".error").first.filter(has_text=re.compile(".")).wait_for()
    problems["warned"] = at.axe()

    assert {state: found for state, found in problems.items() if found} == {}
    assert at.too_wide() <= 0
    assert at.errors == []
