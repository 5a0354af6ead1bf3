"""Notes between colleagues: a mention leads to the note, a call is reported by keyboard alone, a draft waits, and what
was changed or kept knowingly is shown.
"""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.desk import Desk
from tests.browser.openings import job, people, put

MOST_KEYS = 12  # beside the words themselves, from any screen to a saved call report


def note(at: Desk, words: str) -> Locator:
    return at.page.locator(".event-body").filter(has_text=words)


def open_record(at: Desk, person: str, name: str) -> None:
    at.page.goto(f"/people/{person}")
    expect(at.page.get_by_role("heading", level=1, name=name)).to_be_visible()


@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
def test_a_mention_rings_the_bell_which_opens_the_note_itself(desk: Callable[..., Desk], phone: bool) -> None:
    at = desk("recruiter-en", "/people")
    [(person, name)] = people(at, 1)
    open_record(at, person, name)
    at.page.locator("h1").focus()
    at.page.keyboard.press("n")
    box = at.page.get_by_role("textbox", name="Note")
    expect(box).to_be_focused()
    at.page.keyboard.type("Free from March, see @hel")
    expect(at.page.get_by_role("option", name="Hélène Carpentier")).to_be_visible()
    assert at.axe() == []
    at.page.keyboard.press("Enter")
    expect(box).to_have_value("Free from March, see @Hélène Carpentier ")
    at.page.keyboard.press("Control+Enter")
    at.toast("Note added")
    for n in range(60):
        at.api("POST", f"/candidates/{person}/notes", {"text": f"Line {n} of the log."})

    other = desk("recruiter", "/my-day", phone=phone)
    other.page.locator("h1").focus()
    other.page.keyboard.press("b")
    bell = other.page.get_by_role("dialog", name="Notifications")
    bell.get_by_role("button", name="Hannah Whitlock vous cite").filter(has_text=name).click()

    found = note(other, "Free from March")
    expect(found).to_be_in_viewport()
    expect(other.page.locator(".event[data-marked]").filter(has_text="Free from March")).to_be_focused()
    expect(found.get_by_text("@Hélène Carpentier", exact=True)).to_be_visible()
    assert other.axe() == []
    assert other.too_wide() <= 0
    assert at.errors == other.errors == []


@pytest.mark.soak
def test_who_would_not_see_the_note_is_not_mentioned(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/people")
    [(person, name)] = people(at, 1)
    open_record(at, person, name)
    at.page.locator("h1").focus()
    at.page.keyboard.press("n")
    expect(at.page.get_by_role("textbox", name="Note")).to_be_focused()

    at.page.keyboard.type("Ask @pri")
    line = at.page.get_by_role("option", name="Priya Raman")
    expect(line.get_by_text("sees notes about their own jobs")).to_be_visible()
    at.page.keyboard.press("Enter")
    expect(at.page.get_by_role("textbox", name="Note")).to_have_value("Ask @pri")

    at.page.keyboard.press("Backspace")
    at.page.get_by_role("textbox", name="Note").fill("Ask @tom")
    at.page.keyboard.press("Enter")
    at.page.get_by_label("Who may read it").select_option("For recruiters")
    expect(at.page.get_by_role("alert").filter(has_text="Tom Ashworth would not see this note")).to_be_visible()
    expect(at.page.get_by_role("button", name="Save")).to_be_disabled()


def test_a_call_is_reported_from_any_screen_by_keyboard_alone(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/people")
    name = f"Wren {uuid.uuid4().hex[:6].translate(str.maketrans('0123456789', 'ghijklmnop')).capitalize()}"
    person = at.api("POST", "/candidates", {"name": name, "relation": "found", "source": "referral"})["id"]
    asks = [
        {"id": "tides", "label": {"en": "Knows the tides", "fr": "Marées"}, "kind": "yes_no"},
        {"id": "boats", "label": {"en": "Boats they steered", "fr": "Bateaux"}, "kind": "long_text"},
    ]
    stages: list[dict[str, Any]] = [
        {"name": {"en": k.capitalize(), "fr": k}, "kind": k} for k in ("new", "hired", "closed")
    ]
    stages[0] |= {"form": asks}
    made = job(at, "Ferry pilot", *stages)
    put(at, made["id"], [person])
    at.page.goto("/jobs")
    expect(at.page.get_by_role("heading", level=1, name="Jobs")).to_be_visible()
    keys = 0

    def press(key: str) -> None:
        nonlocal keys
        keys += 1
        at.page.keyboard.press(key)

    press("c")
    who = at.page.get_by_role("combobox", name="About whom")
    expect(who).to_be_focused()
    at.page.keyboard.type(name)
    expect(at.page.get_by_role("option").filter(has_text=name)).to_be_visible()
    press("Enter")
    expect(at.page.get_by_text("Fields of the stage New")).to_be_visible()
    expect(at.page.get_by_label("Knows the tides")).to_be_focused()
    press("y")
    press("Tab")
    at.page.keyboard.type("Two barges and a ferry.")
    press("Tab")
    at.page.keyboard.type("Call back on Monday.")
    press("Control+Enter")
    at.toast("Note added")

    assert keys <= MOST_KEYS
    open_record(at, person, name)
    written = note(at, "Two barges and a ferry.")
    expect(written.get_by_text("About Ferry pilot · Reached · We called")).to_be_visible()
    expect(written.locator("dl")).to_contain_text("Knows the tidesYes")
    expect(written.get_by_text("Call back on Monday.")).to_be_visible()
    assert at.axe() == []


@pytest.mark.soak
def test_a_draft_waits_until_it_is_saved_or_discarded(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/people")
    [(person, name), (other, another)] = people(at, 2)
    open_record(at, person, name)
    at.page.locator("h1").focus()
    at.page.keyboard.press("i")
    expect(at.page.get_by_label("What was covered")).to_be_focused()
    at.page.keyboard.type("The rota, the pay.")
    at.page.keyboard.press("Escape")

    open_record(at, other, another)
    at.page.locator("h1").focus()
    at.page.keyboard.press("n")
    expect(at.page.get_by_role("textbox", name="Note")).to_have_value("")
    open_record(at, person, name)
    at.page.locator("h1").focus()
    at.page.keyboard.press("i")
    expect(at.page.get_by_label("What was covered")).to_have_value("The rota, the pay.")
    expect(at.page.get_by_text("Your draft of")).to_be_visible()
    at.page.get_by_role("button", name="Discard it").click()
    expect(at.page.get_by_label("What was covered")).to_have_value("")
    at.page.keyboard.press("Escape")
    at.page.reload()
    expect(at.page.get_by_role("heading", level=1, name=name)).to_be_visible()
    at.page.keyboard.press("i")
    expect(at.page.get_by_label("What was covered")).to_have_value("")


def test_what_was_changed_and_what_was_kept_knowingly_is_shown(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/people")
    [(person, name)] = people(at, 1)
    open_record(at, person, name)
    at.page.locator("h1").focus()
    at.page.keyboard.press("n")
    at.page.get_by_role("textbox", name="Note").fill("Good with engines. Married, two children.")
    at.page.keyboard.press("Control+Enter")
    warning = at.page.get_by_role("alert").filter(has_text="The law forbids")
    expect(warning).to_contain_text("Neither family situation nor pregnancy")
    at.page.get_by_role("button", name="Save all the same").click()
    at.toast("Note added")
    kept = note(at, "Good with engines")
    expect(kept.get_by_text("Kept knowingly though it was warned of: family situation.")).to_be_visible()

    kept.get_by_role("button", name="Edit or delete this note").click()
    at.page.get_by_role("menuitem", name="Edit").click()
    at.page.get_by_role("textbox", name="Note").fill("Good with engines. Free from March.")
    at.page.keyboard.press("Control+Enter")
    at.toast("Note changed")
    kept.get_by_role("button", name="See the earlier text").click()

    expect(kept.get_by_text("when Hannah Whitlock changed it")).to_be_visible()
    expect(kept.get_by_role("listitem").filter(has_text="Married, two children.")).to_be_visible()
    assert at.axe() == []
    at.page.locator("h1").focus()
    at.page.keyboard.press("z")
    expect(kept.get_by_text("Good with engines. Married, two children.").first).to_be_visible()
    assert at.errors == []
