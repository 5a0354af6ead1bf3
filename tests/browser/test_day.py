"""My day: what is due is seen, done, put off and taken back; tasks and notes from any screen; the bell."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.desk import FOUND, Desk, cv


def add_task(at: Desk, words: str) -> None:
    at.page.locator("h1").focus()
    at.page.keyboard.press("a")
    at.page.get_by_role("textbox", name="What is to be done").fill(words)
    at.page.keyboard.press("Enter")
    at.toast("Added")


def test_who_signs_in_at_the_door_begins_with_the_day(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/people")

    at.page.goto("/")

    expect(at.page.get_by_role("heading", level=1, name="My day")).to_be_visible()
    expect(at.page.get_by_text("Good day, Hannah.")).to_be_visible()


def test_a_task_is_typed_with_its_day_done_by_key_and_taken_back(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/my-day")
    add_task(at, "Order the river charts tomorrow at 9:30")
    row = at.page.get_by_role("listitem").filter(has_text="Order the river charts")
    expect(row.get_by_text("Tomorrow, 09:30")).to_be_visible()

    row.get_by_role("checkbox").click()

    toast = at.toast("Done: Order the river charts")
    expect(row).to_be_hidden()
    toast.get_by_role("button", name="Undo").click()
    expect(row).to_be_visible()
    at.page.reload()
    expect(row.get_by_text("Tomorrow, 09:30")).to_be_visible()
    assert at.axe() == []


@pytest.mark.soak
def test_a_task_is_put_off_by_keyboard_and_put_back(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/my-day")
    add_task(at, "Check the mooring plan")
    row = at.page.get_by_role("listitem").filter(has_text="Check the mooring plan")
    row.get_by_role("button", name="Put off: Check the mooring plan").click()

    at.page.get_by_role("menuitem", name="Tomorrow").click()

    at.toast("Put off: Check the mooring plan, tomorrow")
    expect(row.get_by_text("Tomorrow")).to_be_visible()
    at.page.locator("h1").focus()
    at.page.keyboard.press("z")
    expect(row.get_by_text("Today")).to_be_visible()


@pytest.mark.soak
def test_a_task_is_edited_in_its_place_and_repeats(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/my-day")
    add_task(at, "Call the harbour")
    row = at.page.get_by_role("listitem").filter(has_text="Call the harbour")
    row.get_by_role("button", name="Edit: Call the harbour").first.click()
    form = at.page.get_by_role("form", name="Task")
    form.get_by_role("textbox", name="What is to be done").fill("Call the harbour master")
    form.get_by_label("Repeat").select_option("1 week")
    form.get_by_role("button", name="Save").click()
    at.toast("Changed: Call the harbour master")
    expect(row.get_by_text("Every week")).to_be_visible()

    row.get_by_role("checkbox").click()

    at.toast("Done: Call the harbour master. Next:")
    coming = at.page.get_by_role("region", name="Next").get_by_role("listitem").filter(has_text="Call the harbour")
    expect(coming.get_by_text("Every week")).to_be_visible()


def test_a_task_about_a_person_stands_above_their_timeline(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/drop")
    at.drop(("task.txt", cv("Odile Penmarch", "odile@example.org", "+44 20 7946 0091")), relation=FOUND)
    at.open_person("Odile Penmarch")

    add_task(at, "Ask about the notice period")

    todo = at.page.get_by_role("region", name="To do")
    row = todo.get_by_role("listitem").filter(has_text="Ask about the notice period")
    expect(row.get_by_text("Today")).to_be_visible()
    expect(at.page.get_by_text("planned “Ask about the notice period”")).to_be_visible()
    at.page.goto("/my-day")
    at.page.get_by_role("link", name="Odile Penmarch", exact=True).click()
    row.get_by_role("checkbox").click()
    expect(todo.get_by_text("1 done")).to_be_visible()
    assert at.axe() == []


def test_a_note_is_written_from_any_screen(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/drop")
    at.drop(("note.txt", cv("Ingram Vale", "ingram@example.org", "+44 20 7946 0092")), relation=FOUND)
    at.page.goto("/my-day")
    expect(at.page.get_by_text("Good day,")).to_be_visible()

    at.page.locator("h1").focus()
    at.page.keyboard.press("n")
    at.page.get_by_role("combobox", name="About whom").fill("Ingram")
    expect(at.page.get_by_role("option").filter(has_text="Ingram Vale")).to_be_visible()
    at.page.keyboard.press("Enter")
    at.page.get_by_role("textbox", name="Note").fill("Free from March, prefers night shifts.")
    at.page.keyboard.press("Control+Enter")

    at.toast("Note added")
    at.open_person("Ingram Vale")
    expect(at.page.locator(".event-body").filter(has_text="Free from March")).to_be_visible()


def test_the_bell_opens_by_key_and_closes_by_escape(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/my-day")
    expect(at.page.get_by_text("Good day,")).to_be_visible()

    at.page.keyboard.press("b")

    bell = at.page.get_by_role("dialog", name="Notifications")
    expect(bell).to_be_visible()
    assert at.axe() == []
    at.page.keyboard.press("Escape")
    expect(bell).to_be_hidden()
