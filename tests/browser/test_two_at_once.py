"""Two windows on the same thing: what is written in one of them is lost in neither."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.desk import PERSONAS, Desk
from tests.browser.test_inbox import answer, write_to
from tests.browser.test_sequences import mail, running
from tests.browser.test_writing import composer, someone
from vivier.kernel.ids import new_id

WAIT: dict[str, Any] = {"do": "wait", "days": 3}


def subjects(at: Desk, sequence_id: str) -> list[str]:
    steps = at.api("GET", f"/sequences/{sequence_id}")["sequence"]["steps"]
    return [s["words"]["en"]["subject"] for s in steps if s["do"] == "mail"]


def reword(page: Page, number: int, subject: str) -> None:
    page.locator(".step-pick").nth(number).click()
    page.locator("#step-editor").get_by_label("Subject", exact=True).fill(subject)


def settled(page: Page) -> None:
    expect(page.locator(".seq-saving")).to_have_text("Saved")


def test_two_who_change_a_sequence_lose_nothing_and_choose_where_both_changed_the_same(
    desk: Callable[..., Desk],
) -> None:
    one: Desk = desk("recruiter-en", "/sequences")
    other: Desk = desk("admin-en", "/sequences")
    made = running(one, "Both at once", mail("First"), {"id": new_id("stp"), **WAIT}, mail("Last"))
    for at in (one, other):
        at.page.goto(f"/sequences/{made}")
        expect(at.page.locator(".step-pick")).to_have_count(3)

    reword(other.page, 0, "First, by Oliver")
    settled(other.page)
    reword(one.page, 2, "Last, by Hannah")
    one.toast("Oliver Grantham changed this sequence meanwhile: theirs and yours stand in it")
    settled(one.page)
    assert subjects(one, made) == ["First, by Oliver", "Last, by Hannah"]

    reword(one.page, 0, "First, by Hannah")
    settled(one.page)
    reword(other.page, 0, "First again, by Oliver")
    clash = other.page.get_by_role("alert").filter(has_text="This was changed meanwhile")
    expect(clash).to_contain_text("Hannah Whitlock changed the same meanwhile")
    row = clash.get_by_role("row").nth(1)
    expect(row).to_contain_text("First, by Hannah")
    expect(row).to_contain_text("First again, by Oliver")
    expect(other.page.get_by_role("button", name="Publish")).to_be_disabled()
    assert other.axe() == []
    clash.get_by_role("button", name="Use mine").click()
    settled(other.page)
    assert subjects(one, made) == ["First again, by Oliver", "Last, by Hannah"]
    assert (one.errors, other.errors) == ([], [])


def test_what_waits_in_the_browser_does_not_undo_what_others_saved_meanwhile(desk: Callable[..., Desk]) -> None:
    at: Desk = desk("recruiter-en", "/sequences")
    page = at.page
    made = running(at, "Waiting", mail("First"), {"id": new_id("stp"), **WAIT}, mail("Last"))
    page.goto(f"/sequences/{made}")
    page.route(
        f"**/api/sequences/{made}", lambda route: route.abort() if route.request.method == "PUT" else route.continue_()
    )
    reword(page, 2, "Last, not saved yet")
    expect(page.locator(".seq-saving")).to_contain_text("Try again")
    view = at.api("GET", f"/sequences/{made}")
    text = {key: view["sequence"][key] for key in ("name", "settings", "steps")}
    text["steps"][0]["words"]["en"]["subject"] = "First, by a colleague"
    headers = {"authorization": at._signed, "if-match": f'"{view["version"]}"'}
    assert page.request.fetch(f"{at.origin}/api/sequences/{made}", method="PUT", headers=headers, data=text).ok

    page.unroute(f"**/api/sequences/{made}")
    page.reload()

    settled(page)
    assert subjects(at, made) == ["First, by a colleague", "Last, not saved yet"]


def test_half_a_mail_is_kept_whatever_else_is_opened_and_sent_from_another_window(desk: Callable[..., Desk]) -> None:
    at: Desk = desk("recruiter-en", "/people")
    page = at.page
    person = someone(at, "Ilse Brandt", f"ilse.{new_id('one')[-5:].lower()}@letters.example")
    made = running(at, "Beside", mail("First"))
    page.goto(f"/people/{person}")
    expect(page.get_by_role("heading", level=1, name="Ilse Brandt")).to_be_visible()
    page.keyboard.press("e")
    composer(at).get_by_label("Subject").fill("Half a thought")
    composer(at).get_by_label("Subject").press("Escape")

    page.goto(f"/sequences/{made}")
    expect(page.locator(".step-pick")).to_have_count(1)
    page.goto(f"/people/{person}")
    expect(page.get_by_role("heading", level=1, name="Ilse Brandt")).to_be_visible()
    page.keyboard.press("e")

    expect(composer(at).get_by_label("Subject")).to_have_value("Half a thought")
    assert at.errors == []


def test_who_answers_is_told_that_a_colleague_has_just_answered(desk: Callable[..., Desk], smtp: int) -> None:
    one: Desk = desk("recruiter-en", "/inbox")
    other: Desk = desk("admin-en", "/inbox")
    tail = new_id("one")[-5:].lower()
    answer(smtp, write_to(one, f"Wim {tail}", f"wim.{tail}@letters.example", "A lift"), "Is there a lift?")
    row = one.page.get_by_role("link").filter(has_text=f"Wim {tail}")
    expect(row).to_contain_text("Is there a lift?", timeout=60_000)
    row.click()
    other.page.goto(one.page.url)
    for at in (one, other):
        expect(at.page.get_by_role("heading", level=1, name="A lift")).to_be_visible()
        expect(at.page.get_by_role("button", name="Reply", exact=True)).to_be_visible()
        at.page.keyboard.press("e")
        expect(at.page.get_by_role("group", name="Answer to Wim")).to_be_visible()
    one.page.get_by_role("group").get_by_label("Text", exact=True).fill("There is none, says Hannah.")

    other.page.get_by_role("group").get_by_label("Text", exact=True).press_sequentially("There is one.")
    other.page.keyboard.press("Control+Enter")  # before the words were looked through

    other.toast("E-mail sent")
    told = one.page.get_by_role("status").filter(has_text="Oliver Grantham has written in this conversation")
    expect(told).to_be_visible(timeout=30_000)
    assert one.axe() == []
    expect(one.page.get_by_role("group").get_by_label("Text", exact=True)).to_have_value("There is none, says Hannah.")
    assert (one.errors, other.errors) == ([], [])


def test_a_mail_that_is_being_written_when_the_sign_in_ends_is_sent_after_the_next_one(
    desk: Callable[..., Desk],
) -> None:
    at: Desk = desk("recruiter-en", "/people")
    page = at.page
    address = f"mette.{new_id('one')[-5:].lower()}@letters.example"
    person = someone(at, "Mette Holm", address)
    page.goto(f"/people/{person}")
    expect(page.get_by_role("heading", level=1, name="Mette Holm")).to_be_visible()
    page.keyboard.press("e")
    composer(at).get_by_label("Subject").fill("Before it ends")
    with page.expect_file_chooser() as chooser:
        composer(at).get_by_role("button", name="Attach a file").click()
    chooser.value.set_files({"name": "plan.txt", "mimeType": "text/plain", "buffer": b"the plan"})
    expect(composer(at).get_by_text("plan.txt")).to_be_visible()
    page.route("**/api/**", lambda route: route.fulfill(status=401, json={"Code": "Unauthorized", "Message": "-"}))
    page.route("**/oauth2/token", lambda route: route.fulfill(status=400, json={"error": "invalid_grant"}))
    composer(at).get_by_label("Text", exact=True).fill("Half of it.")
    expect(page.get_by_text("Your session has ended.").first).to_be_visible()
    expect(composer(at).get_by_role("button", name="Send", exact=True)).to_be_disabled()
    assert at.axe() == []

    page.unroute("**/api/**")
    page.unroute("**/oauth2/token")
    page.get_by_role("button", name="Choose a persona").click()
    page.get_by_role("button").filter(has_text=PERSONAS["recruiter-en"]).click()

    expect(page.get_by_role("heading", level=1, name="Mette Holm")).to_be_visible()
    expect(composer(at).get_by_label("Text", exact=True)).to_have_value("Half of it.")
    expect(composer(at).get_by_text("plan.txt")).to_be_visible()
    composer(at).get_by_role("button", name="Send", exact=True).click()
    at.toast("E-mail sent")
    expect(page.get_by_text("sent “Before it ends”")).to_be_visible(timeout=80_000)
    assert at.errors == []


def test_an_experiment_that_is_half_written_is_found_again_with_what_is_sent_today(desk: Callable[..., Desk]) -> None:
    at: Desk = desk("recruiter-en", "/settings/texts")
    page = at.page
    words = {"kind": "mail", "name": f"Weirs {new_id('one')[-6:]}", "en": {"subject": "Weirs", "body": "As it was."}}
    made = at.api("POST", "/texts", words)
    page.goto(f"/experiments/new?text={made['text']['id']}")
    text = page.get_by_label("Text", exact=True)
    text.fill("Half a question?")
    page.get_by_label("What you want to know").fill("Questions")
    theirs = words | {"en": {"subject": "Weirs", "body": "A colleague's."}}
    headers = {"authorization": at._signed, "if-match": f'"{made["version"]}"'}
    where = f"{at.origin}/api/texts/{made['text']['id']}"
    assert page.request.fetch(where, method="PUT", headers=headers, data=theirs).ok

    page.reload()

    expect(text).to_have_value("Half a question?")
    expect(page.get_by_label("What you want to know")).to_have_value("Questions")
    page.get_by_role("button", name="A, as today").click()
    expect(text).to_have_value("A colleague's.")
    page.get_by_role("button", name="Keep as a draft").click()
    expect(page.get_by_role("heading", level=1, name="Questions")).to_be_visible()
    expect(page.get_by_role("button", name="Cancel")).to_have_count(0)
    page.goto(f"/experiments/new?text={made['text']['id']}")
    expect(text).to_have_value("A colleague's.")
    assert at.errors == []


def test_a_template_that_is_half_written_is_found_again_and_overwrites_nobody(desk: Callable[..., Desk]) -> None:
    at: Desk = desk("recruiter-en", "/settings/texts")
    page = at.page
    words = {"kind": "mail", "name": f"Locks {new_id('one')[-6:]}", "en": {"subject": "Locks", "body": "As it was."}}
    made = at.api("POST", "/texts", words)
    page.goto(f"/settings/texts/{made['text']['id']}")
    text = page.get_by_label("Text", exact=True)
    text.fill("Half a th")

    page.get_by_role("link", name="Inbox").first.click()
    page.wait_for_url("**/inbox")
    page.go_back()
    expect(text).to_have_value("Half a th")
    theirs = words | {"en": {"subject": "Locks", "body": "A colleague's."}}
    headers = {"authorization": at._signed, "if-match": f'"{made["version"]}"'}
    where = f"{at.origin}/api/texts/{made['text']['id']}"
    assert page.request.fetch(where, method="PUT", headers=headers, data=theirs).ok
    page.reload()
    expect(text).to_have_value("Half a th")
    expect(page.get_by_role("main").get_by_role("alert")).to_contain_text("Somebody has saved this since")
    expect(page.get_by_role("button", name="Save")).to_be_disabled()
    page.get_by_role("button", name="Cancel").click()

    expect(text).to_have_value("A colleague's.")
    text.fill("Both.")
    page.get_by_role("button", name="Save").click()
    at.toast("saved")
    expect(page.get_by_role("button", name="Cancel")).to_have_count(0)
    assert at.errors == []
