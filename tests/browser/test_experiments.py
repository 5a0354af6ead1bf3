"""An experiment on a template: written, begun, a mail of it sent, who got it, stopped and taken back."""

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
    expect(page.get_by_text("Two variants say the same")).to_be_visible()
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
    expect(page.get_by_role("link", name="A question as subject")).to_be_visible()
    expect(page.get_by_text("Not enough yet: about")).to_be_visible()
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
