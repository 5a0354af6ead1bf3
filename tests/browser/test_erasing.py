"""Somebody in a sequence asks to be erased: no mail leaves, nothing of them opens, a certificate says what was done."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.desk import Desk
from tests.browser.test_sequences import SLOW, mail, running
from tests.browser.test_writing import left, someone
from tests.integration.host.running import eventually
from vivier.kernel.ids import new_id


def enrolled(at: Desk, *people: str) -> list[str]:
    """These in one sequence, whose mail is a minute away; their ids."""
    ids = [someone(at, name, f"{name.partition(' ')[0].lower()}.{name[-5:]}@letters.example") for name in people]
    steps: list[dict[str, Any]] = [{"id": new_id("stp"), "do": "wait", "minutes": 1}, mail("A place on the lock")]
    one = running(at, f"Locks {people[0][-5:]}", *steps)
    done = at.api("POST", f"/sequences/{one}/enrolments", {"key": new_id("key")[4:], "candidate_ids": ids})
    assert done["excluded"] == []
    return ids


def test_who_is_erased_gets_no_mail_and_a_certificate_says_what_was_removed(desk: Callable[..., Desk]) -> None:
    at: Desk = desk("recruiter-en")
    page = at.page
    tail = new_id("one")[-5:].lower()
    name, other = f"Maud Élorn-{tail}", f"Jos Kerr-{tail}"
    who, _ = enrolled(at, name, other)
    page.goto(f"/people/{who}")
    expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()

    page.get_by_role("button", name="More on this record").focus()
    page.keyboard.press("Enter")
    page.get_by_role("menuitem", name="Erase for good…").press("Enter")
    dialog = page.get_by_role("dialog", name=f"Erase {name}")
    expect(dialog.get_by_text("1 sequence they were in")).to_be_visible()
    expect(dialog.get_by_text("A sequence ends without a word.")).to_be_visible()
    expect(dialog.get_by_role("button", name="Erase for good")).to_be_disabled()
    assert at.axe() == []
    sure = dialog.get_by_role("textbox", name=re.compile("Write"))
    for _ in range(2):  # past why
        page.keyboard.press("Tab")
    expect(sure).to_be_focused()
    page.keyboard.type(f"maud elorn-{tail}")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1, name="This person was erased")).to_be_focused()
    status = page.get_by_role("status").filter(has_text="Everything is removed")
    expect(status).to_be_visible(timeout=SLOW)
    expect(page.get_by_text("1 sequence they were in")).to_be_visible()
    assert name not in page.locator("main").inner_text()
    assert at.axe() == []

    eventually(lambda: left(at, f"jos.{tail}@letters.example"), seconds=150)  # whose mail was due at that instant
    assert [m for m in at.mailbox() if f"maud.{tail}" in str(m)] == []
    page.reload()
    expect(page.get_by_role("heading", level=1, name="This person was erased")).to_be_visible()
    page.get_by_role("link", name="All erasures").click()
    page.locator("summary").first.press("Enter")
    expect(page.locator("details[open]").get_by_text("1 record")).to_be_visible()
    assert (at.axe(), at.errors) == ([], [])


def test_who_asked_to_be_erased_is_added_again_only_when_somebody_says_that_they_came_back(
    desk: Callable[..., Desk],
) -> None:
    at: Desk = desk("recruiter-en")
    tail = new_id("one")[-5:].lower()
    name, address = f"Perrine {tail}", f"perrine.{tail}@letters.example"
    who = someone(at, name, address)
    begun = at.api("POST", f"/candidates/{who}/erasure", {"why": "asked"})
    page = at.page
    page.goto(f"/people/{who}")
    expect(page.get_by_role("status").filter(has_text="Everything is removed")).to_be_visible(timeout=SLOW)

    page.goto("/people/new")
    page.get_by_label("Name").fill(name)
    page.get_by_label("E-mail").fill(address.upper())
    page.get_by_label("We found them").check()
    page.get_by_role("button", name="Add", exact=False).last.click()
    expect(page.get_by_role("alert")).to_contain_text("This person asked to be erased on")
    expect(page.get_by_role("button", name="Add them")).to_be_disabled()
    assert at.axe() == []
    page.get_by_label("They came back themselves").check()
    page.get_by_role("button", name="Add them").click()

    expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()
    assert begun["id"] in str(at.api("GET", "/erasures"))


@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_screens_of_erasing_look_right(desk: Callable[..., Desk], language: str, scheme: str, phone: bool) -> None:
    at: Desk = desk("recruiter" if language == "fr" else "recruiter-en", phone=phone, scheme=scheme)
    page = at.page
    who = someone(at, f"Ewen {new_id('one')[-5:].lower()}", None)
    page.goto(f"/people/{who}")
    page.get_by_role("button", name=re.compile("More on this record|Autres gestes sur cette fiche")).click()
    page.get_by_role("menuitem", name=re.compile("Erase|Effacer")).click()
    expect(page.get_by_role("dialog").get_by_role("textbox")).to_be_visible()
    assert (at.axe(), at.unsaid(), at.too_wide()) == ([], [], 0)
    at.api("POST", f"/candidates/{who}/erasure", {"why": "not_needed"})
    page.reload()
    expect(page.locator(".certificate dl")).to_be_visible()
    assert (at.axe(), at.unsaid(), at.too_wide()) == ([], [], 0)
    page.goto("/settings/erasures")
    page.locator("summary").first.click()
    assert (at.axe(), at.unsaid(), at.too_wide()) == ([], [], 0)


def test_who_sees_only_their_jobs_is_led_back_to_these_from_where_somebody_was(desk: Callable[..., Desk]) -> None:
    at: Desk = desk("recruiter-en")
    who = someone(at, f"Ewen {new_id('one')[-5:].lower()}", None)
    at.api("POST", f"/candidates/{who}/erasure", {"why": "not_needed"})
    manager: Desk = desk("manager-en", f"/people/{who}")

    expect(manager.page.get_by_role("heading", level=1, name="This person was erased")).to_be_visible()
    manager.page.get_by_role("main").get_by_role("link", name="Jobs").click()

    expect(manager.page.get_by_role("heading", level=1, name="Jobs")).to_be_visible()
    assert manager.errors == []
