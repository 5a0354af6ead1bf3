"""Writing to people: what is previewed stands in the mailbox, what is undone comes back, what waits is stopped."""

import json
import urllib.request
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.desk import Desk
from tests.browser.openings import job
from vivier.kernel.ids import new_id

TEXT: dict[str, Any] = {
    "name": "Shall we talk",
    "kind": "mail",
    "en": {
        "subject": "{{ job.title }}, {{ candidate.name }}",
        "body": "{{ greeting }},\n\n**{{ job.title }}** is open.",
    },
}


def someone(at: Desk, name: str, email: str | None) -> str:
    wanted = {"name": name, "relation": "found", "language": "en"} | ({"email": email} if email else {})
    return str(at.api("POST", "/candidates", wanted)["id"])


def composer(at: Desk) -> Locator:
    return at.page.get_by_role("dialog", name="E-mail to")


def begin(at: Desk, template: str) -> Locator:
    at.page.keyboard.press("e")
    panel = composer(at)
    expect(panel).to_be_visible()
    panel.get_by_label("Language").select_option("en")
    panel.get_by_label("Template").select_option(label=template)
    return panel


def opened(at: Desk, mail: dict[str, Any]) -> dict[str, Any]:
    """A mail with its parts, as the mailbox keeps it."""
    with urllib.request.urlopen(f"{at.origin}/mailbox/api/messages/{mail['id']}") as answer:
        return dict(json.load(answer))


def left(at: Desk, to: str) -> list[dict[str, Any]]:
    return [m for m in at.mailbox() if to in str(m["to"])]


@pytest.fixture
def written(desk: Callable[..., Desk]) -> Desk:
    """A recruiter with a template of their own and a signature."""
    at: Desk = desk("recruiter-en", "/people")
    if TEXT["name"] not in [one["text"]["name"] for one in at.api("GET", "/texts")["texts"]]:
        at.api("POST", "/texts", TEXT)
        at.api("POST", "/texts", {"name": "Days", "kind": "snippet", "en": {"body": "I am free on Tuesday."}})
    at.api("PATCH", "/me", {"signature": "Hannah Whitlock"})
    return at


def test_a_mail_is_previewed_undone_sent_again_and_stands_in_the_mailbox_as_it_was_seen(written: Desk) -> None:
    at, page = written, written.page
    title = job(at, "Lock keeper")["title"]["en"]
    someone(at, "Ada Quill", "ada.quill@letters.example")
    at.open_person("Ada Quill")

    panel = begin(at, "Shall we talk")
    expect(panel.get_by_role("alert")).to_contain_text("A value is missing: Title of the job")
    send = panel.get_by_role("button", name="Send", exact=True)
    expect(send).to_be_disabled()
    send.focus()
    expect(page.get_by_role("tooltip")).to_have_text("What keeps it from leaving is said above.")
    expect(send).to_be_focused()
    panel.get_by_label("About the job").select_option(label=title)
    body = panel.get_by_label("Text", exact=True)
    body.press("Control+End")
    body.press_sequentially("\n\n/day")
    expect(panel.get_by_role("option", name="Days")).to_be_visible()
    body.press("Enter")
    panel.get_by_role("button", name="Preview").click()
    panel.get_by_text("Plain text").click()
    plain = panel.locator(".composer-plain")
    expect(plain).to_contain_text("I am free on Tuesday.")
    seen = plain.inner_text()
    body.press("Control+Enter")

    at.toast("E-mail sent").get_by_role("button", name="Undo").click()
    expect(composer(at).get_by_label("Text", exact=True)).to_have_value(
        f"{TEXT['en']['body']}\n\nI am free on Tuesday."
    )
    assert left(at, "ada.quill") == []
    composer(at).get_by_role("button", name="Send", exact=True).click()
    at.toast("E-mail sent")
    expect(composer(at)).to_be_hidden()
    expect(page.get_by_text("wrote “Lock keeper, Ada Quill”")).to_be_visible()
    expect(page.get_by_text("sent “Lock keeper, Ada Quill”")).to_be_visible(timeout=80_000)

    (mail,) = left(at, "ada.quill")
    assert mail["subject"] == "Lock keeper, Ada Quill"
    assert opened(at, mail)["text"].strip() == seen.strip()
    assert at.errors == []


def test_the_plain_text_is_made_from_the_text_until_somebody_writes_it_apart(written: Desk) -> None:
    at, page = written, written.page
    someone(at, "Ruth Weir", "ruth.weir@letters.example")
    at.open_person("Ruth Weir")
    opener = page.get_by_role("button", name="E-mail").first
    opener.focus()
    page.keyboard.press("Enter")
    panel = composer(at)
    panel.get_by_label("Subject").press("Escape")
    expect(opener).to_be_focused()
    page.keyboard.press("e")
    panel.get_by_label("Subject").fill("Weirs")
    text = panel.get_by_label("Text", exact=True)
    text.fill("**Weirs** for {{ candidate.name }}.")
    for name in ("Insert a merge field", "Later", "More"):
        panel.get_by_role("button", name=name, exact=True).click()
        assert at.axe() == []
        page.keyboard.press("Escape")
    panel.get_by_role("button", name="Preview").click()
    panel.get_by_text("Plain text", exact=True).click()
    plain = panel.locator(".composer-plain")
    expect(plain).to_contain_text("Weirs for Ruth Weir.")

    panel.get_by_role("button", name="Write it apart").click()
    own = panel.get_by_label("Plain text, written apart")
    expect(own).to_have_value("Weirs for {{ candidate.name }}.")
    own.fill("Plainly, {{ candidate.name }}.")
    expect(plain).to_contain_text("Plainly, Ruth Weir.")
    text.fill("Locks.")
    expect(panel.get_by_role("alert")).to_contain_text("does not follow what you change here")
    expect(panel.locator(".composer-preview[data-old]")).to_have_count(0)  # it is paler while a newer one comes
    assert at.axe() == []
    panel.get_by_role("button", name="Make it from the text").first.click()

    expect(plain).to_contain_text("Locks.")
    expect(panel.get_by_role("alert")).to_be_empty()
    assert at.errors == []


def test_who_chooses_a_time_sees_what_time_it_is_for_the_person(written: Desk) -> None:
    at, page = written, written.page
    wanted = {"name": "Amina Farouk", "relation": "found", "email": "amina@letters.example", "location": "Tokyo, Japan"}
    at.api("POST", "/candidates", wanted)
    at.open_person("Amina Farouk")
    page.keyboard.press("e")
    panel = composer(at)
    panel.get_by_label("Subject").fill("Tides")

    panel.get_by_role("button", name="Later").click()
    expect(page.get_by_role("button", name="Tomorrow morning")).to_contain_text("There: 17:00 on ")
    page.get_by_label("Day").fill("2026-12-01")  # a Tuesday
    page.get_by_label("Time", exact=True).fill("18:30")
    expect(
        page.get_by_text("For Amina Farouk: 02:30 on Wednesday (by the place on their record), in their night.")
    ).to_be_visible()
    page.get_by_role("button", name="Choose", exact=True).click()

    expect(panel.get_by_role("status")).to_contain_text("02:30 on Wednesday")
    assert at.axe() == []
    assert at.errors == []


def test_escape_closes_the_time_to_leave_alone_and_a_time_that_has_passed_is_said(written: Desk) -> None:
    at, page = written, written.page
    someone(at, "Ned Barge", "ned.barge@letters.example")
    at.open_person("Ned Barge")
    page.keyboard.press("e")
    panel = composer(at)
    panel.get_by_label("Subject").fill("Tides")

    panel.get_by_role("button", name="Later").click()
    expect(page.get_by_role("button", name="Tomorrow morning")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_label("Day")).to_have_count(0)
    expect(panel).to_be_visible()

    panel.get_by_role("button", name="Later").click()
    page.get_by_label("Day").fill("2020-01-01")
    expect(page.get_by_text("This time has passed.")).to_be_visible()
    page.get_by_label("Day").fill("2099-01-01")
    page.get_by_label("Time", exact=True).fill("17:45")
    page.get_by_role("button", name="Choose", exact=True).click()
    panel.get_by_role("button", name="Other time").click()
    expect(page.get_by_label("Time", exact=True)).to_have_value("17:45")
    page.keyboard.press("Escape")
    expect(panel.get_by_role("alert")).to_contain_text("or is more than a year away")
    assert at.errors == []


@pytest.mark.soak
def test_a_scheduled_mail_is_stopped_and_its_draft_is_back(written: Desk) -> None:
    at, page = written, written.page
    someone(at, "Tom Reed", "tom.reed@letters.example")
    at.open_person("Tom Reed")
    page.keyboard.press("e")
    panel = composer(at)
    panel.get_by_label("Subject").fill("Tomorrow")
    panel.get_by_label("Text", exact=True).fill("{{ greeting }},\n\nSee you.")
    panel.get_by_role("button", name="Later").click()
    page.get_by_role("button", name="Tomorrow morning").click()
    panel.get_by_role("button", name="Send on").click()
    at.toast("E-mail scheduled")
    expect(page.get_by_text("Leaves ")).to_be_visible()
    assert at.axe() == []

    page.get_by_role("button", name="Stop").click()

    expect(composer(at).get_by_label("Subject")).to_have_value("Tomorrow")
    expect(page.get_by_text("stopped “Tomorrow” before it left")).to_be_visible()
    assert left(at, "tom.reed") == []


@pytest.mark.soak
def test_a_draft_is_kept_for_its_person(written: Desk) -> None:
    at, page = written, written.page
    someone(at, "Ines Barakat", "ines@letters.example")
    at.open_person("Ines Barakat")
    page.keyboard.press("e")
    composer(at).get_by_label("Subject").fill("Half a th")
    composer(at).get_by_label("Subject").press("Escape")
    expect(composer(at)).to_be_hidden()

    page.reload()
    expect(page.get_by_role("heading", level=1, name="Ines Barakat")).to_be_visible()
    page.keyboard.press("e")

    expect(composer(at).get_by_label("Subject")).to_have_value("Half a th")


def test_several_are_written_to_each_their_own_and_who_cannot_be_is_named(written: Desk) -> None:
    at, page = written, written.page
    for name, email in (("Zoe Marsh", "zoe@letters.example"), ("Zoe Lund", "lund@letters.example"), ("Zoe Kerr", None)):
        someone(at, name, email)
    page.goto("/people?q=zoe")
    page.get_by_role("checkbox", name="Zoe Kerr").or_(page.get_by_label("Zoe Kerr")).first.wait_for()
    for _ in range(3):
        page.keyboard.press("j")
        page.keyboard.press("x")
    page.keyboard.press("e")
    panel = composer(at)
    panel.get_by_label("Subject").fill("For {{ candidate.name }}")
    panel.get_by_label("Text", exact=True).fill("{{ greeting }}.")
    expect(panel.get_by_role("alert")).to_contain_text("Zoe Kerr: There is no e-mail address")
    panel.get_by_role("button", name="Leave them out").click()
    panel.get_by_role("button", name="Preview").click()
    panel.get_by_label("As it leaves to").select_option(label="Zoe Lund")
    expect(panel.get_by_text("For Zoe Lund")).to_be_visible()
    assert at.axe() == []

    panel.get_by_role("button", name="Send", exact=True).click()

    at.toast("2 e-mails sent").get_by_role("button", name="Undo").click()
    expect(composer(at).get_by_label("Subject")).to_have_value("For {{ candidate.name }}")
    assert at.errors == []


def test_a_file_dropped_on_a_mail_goes_along_and_one_that_is_too_large_keeps_it_until_it_is_taken_off(
    written: Desk,
) -> None:
    person = someone(written, "Runa Holt", f"runa.{new_id('one')[-5:].lower()}@letters.example")
    page = written.page
    page.goto(f"/people/{person}")
    expect(page.get_by_role("heading", level=1, name="Runa Holt")).to_be_visible()
    panel = begin(written, TEXT["name"])
    panel.get_by_label("Subject", exact=True).fill("The plan")
    panel.get_by_label("Text", exact=True).fill("It is attached.")
    send = panel.get_by_role("button", name="Send", exact=True)
    expect(send).to_be_enabled()

    dragged = page.evaluate_handle("""() => {
        const files = new DataTransfer();
        files.items.add(new File(["The lock is on the left."], "way.txt", { type: "text/plain" }));
        return files;
    }""")
    page.locator("main").dispatch_event("dragenter", {"dataTransfer": dragged})
    expect(page.locator(".drop-over")).to_have_css("position", "fixed")
    for event in ("dragenter", "dragover", "drop"):
        panel.dispatch_event(event, {"dataTransfer": dragged})
    expect(panel.get_by_role("button", name="Without way.txt")).to_be_visible()
    page.locator("main").dispatch_event("dragleave", {"dataTransfer": dragged})
    expect(send).to_be_enabled()

    with page.expect_file_chooser() as chooser:
        panel.get_by_role("button", name="Attach a file").click()
    chooser.value.set_files({"name": "plan.txt", "mimeType": "text/plain", "buffer": b"x" * 11 * 1024 * 1024})

    expect(panel.get_by_text("over 10 MB")).to_be_visible()
    expect(send).to_be_disabled()
    panel.get_by_role("button", name="Without plan.txt").click()
    expect(send).to_be_enabled()


def test_a_mail_whose_answer_was_lost_is_told_apart_from_the_words_that_were_written_since(written: Desk) -> None:
    at, page = written, written.page
    email = f"nils.{new_id('one')[-5:].lower()}@letters.example"
    person = someone(at, "Nils Holm", email)
    page.goto(f"/people/{person}")
    expect(page.get_by_role("heading", level=1, name="Nils Holm")).to_be_visible()
    page.keyboard.press("e")
    panel = composer(at)
    text = panel.get_by_label("Text", exact=True)
    expect(panel.get_by_text(email)).to_be_visible()
    with page.expect_response("**/mails/preview"):  # it was looked at, and could leave
        panel.get_by_label("Subject").fill("Weirs")
        text.fill("At one o'clock.")
    send = panel.get_by_role("button", name="Send", exact=True)

    page.context.set_offline(True)
    send.click()
    at.toast("The server does not answer").get_by_role("button", name="Close").click()
    page.context.set_offline(False)
    page.route("**/api/mails", lambda route: (route.fetch(), route.abort()), times=1)
    send.click()
    at.toast("The server does not answer")
    text.fill("At two o'clock.")
    send.click()

    at.toast("It was on its way already, with the words it had before")
    expect(text).to_have_value("At two o'clock.")
    page.keyboard.press("Escape")
    expect(page.get_by_text("wrote “Weirs”")).to_have_count(1)
    assert at.errors == []
