"""Sequences as a recruiter lives with them: built, somebody put in, a mail that leaves, an answer that stops it."""

import re
import smtplib
from collections.abc import Callable
from email.message import EmailMessage
from typing import Any

import pytest
from playwright.sync_api import Locator, Route, expect

from tests.browser.desk import Desk
from tests.browser.test_inbox import received
from tests.browser.test_writing import someone
from vivier.kernel.ids import new_id

SLOW = 90_000  # milliseconds, for what wakes by itself
ALWAYS = {"days": [0, 1, 2, 3, 4, 5, 6], "from_hour": 0, "to_hour": 24, "holidays": True}


def mail(subject: str) -> dict[str, Any]:
    words = {"subject": subject, "body": "{{ greeting }},\n\nWe look for a lock keeper."}
    return {"id": new_id("stp"), "do": "mail", "words": {"en": words}, "send_as": "enroller"}


def running(at: Desk, name: str, *steps: dict[str, Any], **settings: Any) -> str:
    """A published sequence whose mails leave at any hour, unless settings say otherwise; its id."""
    made = at.api("POST", "/sequences", {"name": name, "settings": ALWAYS | settings, "steps": list(steps)})
    sequence_id = made["sequence"]["id"]
    headers = {"authorization": at._signed, "if-match": f'"{made["version"]}"'}
    path = f"{at.origin}/api/sequences/{sequence_id}/publish"
    assert at.page.request.fetch(path, method="POST", headers=headers, data={"in_flight": "stay"}).ok
    return str(sequence_id)


def add_step(at: Desk, kind: str) -> Locator:
    at.page.get_by_role("button", name="Add a step").click()
    at.page.get_by_role("menuitem", name=kind, exact=True).click()
    return at.page.locator("#step-editor")


def test_a_sequence_is_built_somebody_is_put_in_and_their_answer_stops_it_and_says_why(
    desk: Callable[..., Desk], smtp: int
) -> None:
    at: Desk = desk("recruiter-en", "/sequences/new")
    page = at.page
    page.get_by_label("Name").fill("Lock keepers")
    page.get_by_label("Nothing").check()
    page.get_by_role("button", name="Go on to its steps").click()
    editor = add_step(at, "E-mail")
    editor.get_by_label("Subject", exact=True).fill("The lock at Redon")
    editor.get_by_label("Text", exact=True).fill("{{ greeting }},\n\nWe look for a lock keeper.")
    editor = add_step(at, "Task for a colleague")
    editor.get_by_label("Task", exact=True).fill("Call them")
    editor.get_by_label("Unit").select_option("minutes")
    for typed in ("", "2"):
        editor.get_by_label("How long").fill(typed)
    editor = add_step(at, "E-mail")
    editor.get_by_label("Subject", exact=True).fill("A last word")
    editor.get_by_label("Text", exact=True).fill("{{ greeting }},\n\nGoodbye.")
    page.keyboard.press("Escape")
    last = page.locator(".step-pick").last
    last.press("Alt+ArrowUp")
    last.press("Alt+ArrowDown")
    page.get_by_role("button", name="Change").click()
    for day in ("Saturday", "Sunday"):
        page.get_by_label(day).check()
    page.get_by_label("From").select_option("0")
    page.get_by_label("To", exact=True).select_option("24")
    page.get_by_label("Also on public holidays").check()
    expect(page.get_by_role("region", name="When each step comes")).to_contain_text("The lock at Redon")
    expect(page.get_by_text("Saved", exact=True)).to_be_visible()
    page.get_by_role("button", name="Publish").click()
    page.get_by_role("dialog").get_by_role("button", name="Publish").click()
    at.toast("Version 1 published")

    tail = new_id("one")[-5:].lower()
    odile, piet, address = f"Odile {tail}", f"Piet {tail}", f"odile.{tail}@letters.example"
    someone(at, odile, address)
    someone(at, piet, None)
    page.get_by_role("button", name="Add people").click()
    page.get_by_role("dialog").press("Escape")
    expect(page.get_by_role("button", name="Add people")).to_be_focused()
    page.keyboard.press("Enter")
    panel = page.get_by_role("dialog")
    for name in (odile, piet):
        panel.get_by_role("combobox", name="Somebody").fill(name)
        panel.get_by_role("option", name=name).click()
    expect(panel.get_by_role("status")).to_contain_text("1 person gets it. 1 is left out: 1 without an address.")
    assert at.axe() == []
    panel.get_by_role("button", name="Add 1 person").click()
    at.toast("1 person added to “Lock keepers”")
    page.get_by_role("link", name=re.compile("^People 1")).click()
    expect(page.locator(".enrolment")).to_contain_text("Step 2 of 3: Call them", timeout=SLOW)
    who_got_the_first_mail(at, odile)

    theirs = received(at, address)
    reply = EmailMessage()
    reply["From"], reply["To"], reply["Subject"] = theirs["To"], theirs["Reply-To"], f"Re: {theirs['Subject']}"
    reply["References"] = theirs["References"]
    reply.set_content("Gladly: call me on Tuesday.")
    with smtplib.SMTP("localhost", smtp) as door:
        door.send_message(reply)

    expect(page.locator(".enrolment")).to_contain_text("They answered", timeout=SLOW)
    page.get_by_role("link", name=odile).click()
    expect(page.get_by_text("stopped “Lock keepers”: the person answered")).to_be_visible()
    expect(page.get_by_text("step 1 of “Lock keepers”")).to_be_visible()
    page.get_by_role("button", name="Why?").first.click()
    expect(page.get_by_text("Step 1 of version 1 of")).to_be_visible()
    assert (at.axe(), at.errors) == ([], [])


def test_a_beginning_is_not_published_before_its_own_words_are_written(desk: Callable[..., Desk]) -> None:
    at: Desk = desk("recruiter-en", "/sequences/new", phone=True)
    page = at.page
    page.get_by_label("Name").fill("First word")
    page.get_by_role("button", name="Go on to its steps").click()
    expect(page.get_by_role("button", name="Publish")).to_be_disabled()

    page.get_by_role("button", name="Step 2: Something in square brackets is still to be written.").click()
    text = page.locator("#step-editor").get_by_label("Text", exact=True)
    expect(text).to_be_in_viewport()
    text.fill("{{ greeting }},\n\nWe build the lock at Redon.")

    expect(page.get_by_role("button", name="Publish")).to_be_enabled()
    assert (at.axe(), at.errors) == ([], [])


def who_got_the_first_mail(at: Desk, name: str) -> None:
    """The number of a step opens its people, wherever they are now."""
    page = at.page
    page.get_by_role("link", name="Steps", exact=True).click()
    page.locator(".step-pick").first.click()
    page.get_by_role("list", name="How many people").get_by_role("link", name="1 sent").click()
    expect(page.get_by_role("navigation", name="Which people").locator("[aria-current]")).to_have_text("Got it 1")
    row = page.locator(".enrolment")
    expect(row).to_contain_text(name)
    expect(row).to_contain_text("E-mail sent:")
    assert (at.axe(), at.unsaid(), at.too_wide()) == ([], [], 0)


LOOKS = [(p, s, w) for p in ("recruiter", "recruiter-en") for s in ("light", "dark") for w in (False, True)]


def with_two_people(at: Desk, name: str) -> tuple[str, str, str]:
    """A running sequence with one person in it and one left out: its id, the id of its wait, and the person's."""
    who = someone(at, "Noé Delmas", f"noe.{new_id('one')[-8:].lower()}@letters.example")
    other = someone(at, "Una Frost", None)
    wait = {"id": new_id("stp"), "do": "wait", "business_days": 3}
    task = {"id": new_id("stp"), "do": "task", "title": "Call"}
    one = running(at, name, mail("The lock at Redon"), wait, task, {**mail("Last word")})
    at.api("POST", f"/sequences/{one}/enrolments", {"key": new_id("key")[4:], "candidate_ids": [who, other]})
    return one, str(wait["id"]), who


def look_at(at: Desk, *paths: str) -> None:
    for path in paths:
        at.page.goto(path)
        expect(at.page.get_by_role("heading", level=1)).to_be_visible()
        at.page.wait_for_timeout(500)
        assert (at.axe(), at.unsaid(), at.too_wide()) == ([], [], 0), path
    assert at.errors == []


@pytest.mark.parametrize(("persona", "scheme", "phone"), LOOKS)
def test_the_screens_of_sequences_look_right(desk: Callable[..., Desk], persona: str, scheme: str, phone: bool) -> None:
    at: Desk = desk(persona, "/sequences", phone=phone, scheme=scheme)
    one, _, _ = with_two_people(at, f"Éclusiers {persona}")
    look_at(at, "/sequences", f"/sequences/{one}")


@pytest.mark.soak
@pytest.mark.parametrize(("persona", "scheme", "phone"), LOOKS)
def test_what_opens_from_a_sequence_looks_right(
    desk: Callable[..., Desk], persona: str, scheme: str, phone: bool
) -> None:
    at: Desk = desk(persona, "/sequences", phone=phone, scheme=scheme)
    one, wait, who = with_two_people(at, f"Éclusiers {persona}")
    steps = (f"/sequences/{one}?step={step}" for step in (wait, "settings"))
    look_at(at, "/sequences/new", *steps, f"/sequences/{one}/people", f"/sequences/{one}/versions")
    look_at(at, f"/people/{who}?tab=timeline")


@pytest.mark.soak
def test_a_step_that_was_removed_comes_back_and_an_unfinished_one_waits_in_the_browser(
    desk: Callable[..., Desk],
) -> None:
    at: Desk = desk("recruiter-en", "/sequences")
    page = at.page
    one = running(at, "Undone", mail("First"), {"id": new_id("stp"), "do": "wait", "minutes": 5}, mail("Second"))
    page.goto(f"/sequences/{one}")
    rows = page.locator(".step-pick")
    expect(rows).to_have_count(3)
    rows.nth(2).click()
    page.keyboard.press("Delete")
    expect(rows).to_have_count(1)
    at.toast("“Second” removed").get_by_role("button", name="Undo").click()
    expect(rows).to_have_count(3)

    add_step(at, "E-mail")
    expect(page.get_by_text("Kept in this browser until the step is whole")).to_be_visible()
    expect(page.get_by_role("button", name="Publish")).to_be_disabled()
    page.reload()

    expect(rows).to_have_count(5)
    expect(page.get_by_role("button", name="Step 3: The subject is missing.")).to_be_visible()
    assert at.errors == []


@pytest.mark.soak
def test_people_are_held_and_let_go_on_together_and_a_reader_only_looks(desk: Callable[..., Desk]) -> None:
    at: Desk = desk("recruiter-en", "/sequences")
    page = at.page
    one = running(at, "Together", {"id": new_id("stp"), "do": "wait", "days": 3}, mail("Later"))
    ids = [someone(at, f"Held {n}", f"held.{new_id('one')[-8:].lower()}@letters.example") for n in ("One", "Two")]
    at.api("POST", f"/sequences/{one}/enrolments", {"key": new_id("key")[4:], "candidate_ids": ids})
    page.goto(f"/sequences/{one}/people")
    for name in ("Held One", "Held Two"):
        page.get_by_role("checkbox", name=name).check()
    page.get_by_role("toolbar").get_by_role("button", name="Hold").click()
    at.toast("2 people are on hold").get_by_role("button", name="Undo").click()
    at.toast("2 people go on")
    expect(page.locator(".enrolment [data-state=active]")).to_have_count(2)
    assert at.errors == []


def test_everyone_in_a_sequence_is_selected_and_held_also_who_is_not_loaded_yet(desk: Callable[..., Desk]) -> None:
    at: Desk = desk("recruiter-en", "/sequences")
    page = at.page
    one = running(at, "A crowd", {"id": new_id("stp"), "do": "wait", "days": 3}, mail("Later"))
    tail = new_id("one")[-8:].lower()
    ids = [someone(at, f"Crowd {n}", f"crowd.{tail}.{n}@letters.example") for n in range(52)]
    for some in (ids[:40], ids[40:]):
        at.api("POST", f"/sequences/{one}/enrolments", {"key": new_id("key")[4:], "candidate_ids": some})
    page.goto(f"/sequences/{one}/people")

    page.get_by_label("Select all shown").check()
    bar = page.get_by_role("toolbar")
    expect(bar).to_contain_text("50 selected")
    bar.get_by_role("button", name="Select all 52").click()
    expect(bar).to_contain_text("52 selected")
    assert (at.axe(), at.unsaid()) == ([], [])
    page.context.set_offline(True)
    bar.get_by_role("button", name="Hold").click()
    at.toast("It failed for 52 of 52")
    expect(page.locator(".enrolment [data-state=active]")).to_have_count(50)
    page.context.set_offline(False)
    bar.get_by_role("button", name="Hold").click()

    at.toast("52 people are on hold")
    expect(bar).to_have_count(0)
    assert at.api("GET", f"/sequences/{one}")["counts"]["paused"] == 52
    assert at.errors == []


def test_what_is_pressed_again_after_a_lost_answer_is_done_once(desk: Callable[..., Desk]) -> None:
    at: Desk = desk("recruiter-en", "/sequences/new")
    page = at.page
    name = f"Tow-path {new_id('one')[-6:]}"

    def lose(route: Route) -> None:
        route.fetch()  # it is done, and nobody hears of it
        route.abort()

    page.route("**/api/sequences", lose, times=1)
    page.get_by_label("Name").fill(name)
    page.get_by_label("Nothing").check()
    go_on = page.get_by_role("button", name="Go on to its steps")
    go_on.click()
    expect(page.get_by_role("alert").or_(page.locator(".toast")).first).to_be_visible()
    go_on.click()

    expect(page.get_by_role("button", name="Add a step")).to_be_visible()
    assert [s["card"]["name"] for s in at.api("GET", "/sequences")["sequences"]].count(name) == 1
