"""An experiment on a template: written, begun, a mail of it sent, who got it, stopped and taken back."""

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect

from tests.browser.desk import Desk
from tests.browser.test_sequences import mail, running
from tests.browser.test_writing import someone

TEXT: dict[str, Any] = {
    "name": "First word",
    "kind": "mail",
    "en": {"subject": "An opening on the river", "body": "{{ greeting }},\n\nShall we talk?"},
}


def test_other_words_are_tried_and_nobody_is_called_better_before_there_is_enough(desk: Callable[..., Desk]) -> None:
    at: Desk = desk("recruiter-en", "/people")
    page = at.page
    text = at.api("POST", "/texts", TEXT)["text"]
    person = someone(at, "Ulla Weir", "ulla.weir@tries.example")

    page.goto(f"/settings/texts/{text['id']}")
    page.get_by_role("link", name="Try other words").click()
    expect(page.get_by_role("heading", level=1, name="New experiment")).to_be_visible()
    expect(page.get_by_text("people in all, to find a difference of 5 points")).to_be_visible()
    expect(page.get_by_role("button", name="Start")).to_be_disabled()
    expect(page.get_by_text("A and B say the same: change one.")).to_be_visible()
    page.get_by_label("What you want to know").fill("A question as subject")
    page.get_by_label("Subject").fill("Ten minutes this week?")
    assert (at.axe(), at.unsaid(), at.too_wide()) == ([], [], 0)
    page.get_by_role("button", name="Start").click()

    expect(page.get_by_text("Not enough data to tell them apart")).to_be_visible()
    draft = {k: TEXT["en"][k] for k in ("subject", "body")} | {"text_id": text["id"], "language": "en"}
    wrote = at.api("POST", "/mails", {"key": "0" * 26, "candidate_ids": [person], "draft": draft})["written"][0]
    at.api("POST", f"/candidates/{person}/mails/{wrote['message_key']}/send")
    expect(page.get_by_text("Nobody is counted yet")).to_be_visible()
    one = page.get_by_role("link", name="1 still has time")
    expect(_again(at, one)).to_be_visible()
    one.click()
    expect(page.get_by_role("link", name="Ulla Weir")).to_be_visible()
    (mail,) = [m for m in at.mailbox() if "ulla.weir" in str(m["to"])]
    assert mail["subject"] in ("An opening on the river", "Ten minutes this week?")
    assert (at.axe(), at.unsaid(), at.too_wide()) == ([], [], 0)

    page.get_by_role("button", name="Stop", exact=True).click()
    at.toast("Stopped").get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name="Stop", exact=True)).to_be_visible()
    page.goto("/experiments")
    line = page.get_by_role("listitem").filter(has=page.get_by_role("link", name="A question as subject"))
    expect(line.get_by_text("Not enough yet: about")).to_be_visible()
    assert (at.axe(), at.unsaid(), at.too_wide(), at.errors) == ([], [], 0, [])


def test_other_words_of_a_step_are_tried_and_a_version_that_changes_them_says_that_it_ends_the_test(
    desk: Callable[..., Desk],
) -> None:
    at: Desk = desk("recruiter-en", "/people")
    page = at.page
    first = mail("The lock at Redon")
    sequence = running(at, "Lock keepers of the Vilaine", first)

    page.goto(f"/sequences/{sequence}?step={first['id']}")
    page.get_by_role("link", name="Try other words on part of the people").click()
    expect(page.get_by_role("link", name="Step 1 of")).to_be_visible()
    page.get_by_label("What you want to know").fill("A question as subject")
    page.get_by_label("Subject").fill("Ten minutes this week?")
    page.get_by_role("button", name="Start").click()
    expect(page.get_by_text("Not enough data to tell them apart")).to_be_visible()
    assert (at.axe(), at.unsaid(), at.too_wide()) == ([], [], 0)

    page.get_by_role("link", name="Lock keepers of the Vilaine").click()
    expect(page.get_by_text("2 variants of these words are tried")).to_be_visible()
    page.get_by_label("Subject", exact=True).fill("Another subject")
    expect(page.get_by_text("Saved", exact=True)).to_be_visible()
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_role("dialog")).to_contain_text("Ends an experiment")
    page.get_by_role("button", name="Publish and end it").click()
    at.toast("Version 2 published")
    expect(page.get_by_text("2 variants of these words are tried")).to_be_hidden()
    assert (at.axe(), at.unsaid(), at.too_wide(), at.errors) == ([], [], 0, [])


BOTH: dict[str, Any] = TEXT | {
    "name": "In both",
    "fr": {"subject": "Un poste sur la rivière", "body": "{{ greeting }}."},
}


def _form(at: Desk, text: dict[str, Any]) -> str:
    """A new experiment on a template of its own, named; the template's id."""
    made = str(at.api("POST", "/texts", text)["text"]["id"])
    at.page.goto(f"/experiments/new?text={made}")
    at.page.get_by_label("What you want to know").fill("Another first word")
    return made


def test_why_it_did_not_begin_stands_on_the_draft_that_was_kept_of_it(desk: Callable[..., Desk]) -> None:
    at: Desk = desk("recruiter-en", "/people")
    page = at.page
    _form(at, TEXT)
    page.get_by_label("Subject").fill("Ten minutes this week?")
    page.get_by_label("More people follow a link").check()

    page.get_by_role("button", name="Start").press("Enter")

    expect(page).to_have_url(re.compile("/experiments/exp_"))
    expect(page.get_by_role("alert")).to_contain_text("Clicks are counted on links with words of their own")
    page.get_by_label("More people answer").check()
    expect(page.get_by_role("alert")).to_have_count(0)
    page.get_by_role("button", name="Keep as a draft").click()
    at.toast("Kept as a draft")
    page.get_by_role("button", name="Start").click()
    expect(page.get_by_text("Not enough data to tell them apart")).to_be_visible()
    assert at.errors == []


def test_what_is_missing_is_said_with_its_variant_and_language_and_a_number_that_is_none_keeps_it_from_beginning(
    desk: Callable[..., Desk],
) -> None:
    at: Desk = desk("recruiter-en", "/people")
    page = at.page
    _form(at, BOTH)
    start = page.get_by_role("button", name="Start")

    page.get_by_label("Subject").fill("Ten minutes this week?")
    expect(page.get_by_text("A and B say the same (French): change one.")).to_be_visible()
    page.get_by_role("button", name="French").click()
    page.get_by_label("Subject").fill("")
    expect(page.get_by_text("Variant B lacks a subject or a text (French).")).to_be_visible()
    page.get_by_label("Subject").fill("Dix minutes ?")
    expect(start).to_be_enabled()

    page.get_by_label("Days at least").fill("500")
    expect(page.get_by_text("Put the number right first.")).to_be_visible()
    expect(start).to_be_disabled()
    page.get_by_label("Days at least").fill("21")
    expect(start).to_be_enabled()
    page.get_by_label("Points that matter").fill("none")
    expect(start).to_be_disabled()
    page.get_by_label("Points that matter").fill("6")
    expect(page.get_by_text("chance shares out mails with these words")).to_be_visible()
    page.get_by_label("Days at least").fill("500")
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_label("Days at least")).to_have_value("14")
    expect(page.get_by_text("A whole number from")).to_have_count(0)


def test_variants_come_and_go_by_keyboard_and_what_was_written_comes_back(desk: Callable[..., Desk]) -> None:
    at: Desk = desk("recruiter-en", "/people")
    page = at.page
    _form(at, TEXT)
    subject = page.get_by_label("Subject")

    for _ in range(2):  # with the fourth, the button goes
        page.get_by_role("button", name="Add a variant").press("Enter")
        expect(subject).to_be_focused()
    subject.fill("Your next lock")
    page.get_by_role("button", name="Without D").press("Enter")
    expect(subject).to_be_focused()
    expect(page.get_by_role("button", name="Variant D")).to_have_count(0)
    at.toast("Without D").get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name="Variant D")).to_have_attribute("aria-pressed", "true")
    expect(subject).to_have_value("Your next lock")

    page.get_by_label("Template").select_option("next_step")
    expect(page.get_by_role("button", name="Variant D")).to_have_count(0)
    at.toast("The words begin anew").get_by_role("button", name="Undo").click()
    page.get_by_role("button", name="Variant D").click()
    expect(subject).to_have_value("Your next lock")
    assert at.errors == []


def test_who_adopts_by_keyboard_is_led_to_what_is_sent_now(desk: Callable[..., Desk]) -> None:
    at: Desk = desk("recruiter-en", "/people")
    page = at.page
    _form(at, TEXT)
    page.get_by_label("Subject").fill("Ten minutes this week?")
    page.get_by_role("button", name="Start").click()
    words = page.get_by_role("region", name="The words")
    expect(words.get_by_role("heading", name="Variant A · as today")).to_be_visible()

    page.get_by_role("button", name="Adopt…").press("Enter")
    page.get_by_role("menuitem", name="Variant B").press("Enter")

    at.toast("B is what is sent now")
    expect(words.get_by_role("heading", name="Variant A · as before")).to_be_visible()
    expect(words.get_by_role("heading", name="Variant B · adopted")).to_be_visible()
    expect(page.locator(".exp-verdict")).to_be_focused()
    page.get_by_role("button", name="Bring the former words back").press("Enter")
    expect(words.get_by_role("heading", name="Variant A · as today")).to_be_visible()
    expect(page.locator(".exp-verdict")).to_be_focused()
    assert at.errors == []


def test_two_who_write_one_draft_are_told_once_and_nobody_loses_a_word(desk: Callable[..., Desk]) -> None:
    at: Desk = desk("recruiter-en", "/people")
    page = at.page
    _form(at, TEXT)
    page.get_by_role("button", name="Keep as a draft").click()
    expect(page).to_have_url(re.compile("/experiments/exp_"))
    other: Desk = desk("recruiter-en", page.url.removeprefix(at.origin))
    other.page.get_by_label("What you want to know").fill("Theirs")
    other.page.get_by_role("button", name="Keep as a draft").click()
    other.toast("Kept as a draft")

    page.get_by_label("What you want to know").fill("Mine")
    page.get_by_role("button", name="Keep as a draft").click()

    expect(page.get_by_role("alert")).to_contain_text("Somebody has saved this since. Your words still stand here")
    expect(page.get_by_text("Here is how it stands now")).to_have_count(0)  # it does not
    expect(page.get_by_label("What you want to know")).to_have_value("Mine")
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_label("What you want to know")).to_have_value("Theirs")
    assert at.errors == []


def test_what_becomes_of_who_is_under_way_is_said_as_it_was_decided_whatever_is_chosen_for_adopting_by_hand(
    desk: Callable[..., Desk],
) -> None:
    at: Desk = desk("recruiter-en", "/people")
    page = at.page
    first = mail("The weir at Malon")
    sequence = running(at, "Weir keepers of the Vilaine", first)
    page.goto(f"/experiments/new?sequence={sequence}&step={first['id']}")
    page.get_by_label("What you want to know").fill("Another first word")
    page.get_by_label("Subject").fill("Ten minutes this week?")
    page.get_by_label("Adopt the winner without asking").check()
    page.get_by_label("Goes over to the new version").check()
    page.get_by_role("button", name="Start").click()
    decided = page.get_by_role("region", name="Decided before the first mail")
    expect(decided.get_by_text("Goes over to the new version")).to_be_visible()

    choice = page.get_by_role("radiogroup", name="Who is under way in the sequence")
    expect(choice).to_have_accessible_description(re.compile("Adopted by itself, it goes as was decided"))
    choice.get_by_label("Stays on the version").check()

    expect(decided.get_by_text("Goes over to the new version")).to_be_visible()
    page.reload()
    expect(choice.get_by_label("Goes over to the new version")).to_be_checked()
    assert (at.axe(), at.unsaid(), at.too_wide(), at.errors) == ([], [], 0, [])


def _again(at: Desk, wanted: Any) -> Any:
    """The mail leaves by itself: the page is opened anew until it tells."""
    for _ in range(20):
        if wanted.count():
            break
        at.page.wait_for_timeout(500)
        at.page.reload()
        expect(at.page.get_by_role("heading", level=1)).to_be_visible()
        at.page.wait_for_load_state("networkidle")
    return wanted
