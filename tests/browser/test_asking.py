"""Asking for what is missing: one click, the form on a phone, the answer as proposals that are accepted."""

import re
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.desk import Desk, Visit, cv, typed
from tests.integration.host.running import eventually

LINK = re.compile(r"/p/missing#[A-Za-z0-9_-]{22}")


def someone(at: Desk, name: str, **more: Any) -> tuple[str, str]:
    """A person without a phone or a CV: their id and address."""
    email = f"{name.split()[0].lower()}.{at.page.evaluate('crypto.randomUUID()')[:8]}@courrier.example"
    wanted = {"name": name, "email": email, "relation": "applied", "language": "en"} | more
    return str(at.api("POST", "/candidates", wanted)["id"]), email


def link_in_the_mailbox(at: Desk, to: str) -> str:
    def mails() -> list[str]:
        held = [m for m in at.mailbox() if to in str(m["to"]) and "missing" in m["subject"]]
        texts = [httpx.get(f"{at.origin}/mailbox/api/messages/{m['id']}").json()["text"] for m in held]
        return [found.group() for text in texts if (found := LINK.search(text))]

    return str(eventually(mails, seconds=90)[0])


def test_one_click_asks_and_the_answer_from_a_phone_is_accepted(desk: Callable[..., Desk], visit: Visit) -> None:
    at = desk("recruiter-en", "/people")
    page = at.page
    _, email = someone(at, "Nora Quill")
    at.open_person("Nora Quill")
    expect(page.get_by_text("Not known yet: phone and CV")).to_be_visible()
    page.get_by_role("button", name="Ask for it").click()
    at.toast("Asked for what is missing")
    expect(page.get_by_text("The form was not opened yet.")).to_be_visible()
    assert at.axe() == []

    phone = visit(link_in_the_mailbox(at, email), phone=True)
    form = phone.page
    expect(form.get_by_role("heading", level=1)).to_have_text("A few details are missing")
    form.get_by_label("Phone", exact=True).fill("soon")
    form.get_by_role("button", name="Send", exact=True).click()
    expect(form.get_by_text("This is not a number.")).to_be_visible()
    expect(form.get_by_label("Phone", exact=True)).to_be_focused()
    assert (phone.axe(), phone.too_wide()) == ([], 0)
    form.get_by_label("Phone", exact=True).fill("+44 7700 900123")
    form.get_by_label("CV").set_input_files(typed("nora.txt", cv("Nora Quill", email, "+44 7700 900999")))
    expect(form.get_by_text("nora.txt Received")).to_be_visible()
    form.get_by_role("button", name="Send", exact=True).click()
    expect(form.get_by_role("heading", level=1)).to_have_text("Thank you, we have it")
    form.reload()
    expect(form.get_by_role("heading", level=1)).to_have_text("Thank you, we have it")

    page.reload()
    duty = page.locator(".task").filter(has_text="+447700900123")
    expect(duty).to_contain_text("Answered to the form that Hannah Whitlock sent, phone:")
    duty.get_by_role("button", name="Take it over").click()
    expect(page.get_by_text("Answered on")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile(r"^Phone: \+44 ?7700 ?900123"))).to_be_visible()
    expect(page.get_by_text("answered the form: phone and CV")).to_be_visible()
    assert (at.errors, phone.errors) == ([], [])


def cut_off_at_the_second(page: Page) -> None:
    """The line goes down while the second proposal is decided."""
    asked: list[Route] = []

    def pass_on(route: Route) -> None:
        asked.append(route)
        if len(asked) == 2:
            route.abort()
        else:
            route.continue_()

    page.route(re.compile(r"/proposals/[^/]+$"), pass_on, times=2)


def test_several_answers_are_taken_over_by_a_key_and_given_back(desk: Callable[..., Desk], visit: Visit) -> None:
    at = desk("recruiter", "/people")
    page = at.page
    one, _ = someone(at, "Odette Falk")
    wanted = {"key": "0" * 25 + "1", "candidate_ids": [one], "pieces": ["phones", "headline"], "how": "link"}
    url = at.api("POST", "/asks", wanted)["asked"][0]["link"]["url"]
    form = visit(url[url.index("/p/") :]).page
    form.get_by_label("Phone", exact=True).fill("+44 7700 900456")
    form.locator("#headline").fill("Lock keeper")
    form.get_by_role("button", name="Send", exact=True).click()
    expect(form.get_by_role("heading", level=1)).to_have_text("Thank you, we have it")

    page.goto(f"/review?kind=update&item={one}")
    expect(page.get_by_role("button", name="Tout reprendre (2)")).to_be_visible()
    assert (at.axe(), at.too_wide()) == ([], 0)
    page.goto(f"/people/{one}")
    expect(page.get_by_role("button", name="Tout reprendre (2)")).to_be_visible()
    cut_off_at_the_second(page)
    page.keyboard.press("t")
    at.toast("1 réponse sur 2 reprise. Le serveur ne répond pas.").get_by_role("button", name="Annuler").click()
    expect(page.get_by_text("a annulé une décision sur ce qui était proposé")).to_be_visible()
    expect(page.get_by_role("button", name="Tout reprendre (2)")).to_be_visible()
    expect(page.locator("button[data-loading]")).to_have_count(0)  # a key is nothing while the button turns
    page.keyboard.press("t")

    toast = at.toast("2 réponses reprises")
    expect(page.get_by_role("button", name="Tout reprendre (2)")).to_have_count(0)
    toast.get_by_role("button", name="Annuler").click()
    expect(page.get_by_role("button", name="Tout reprendre (2)")).to_be_visible()
    fields = at.api("GET", f"/candidates/{one}")["candidate"]["fields"]
    assert (fields["headline"], fields["phones"]) == (None, [])

    page.keyboard.press("t")
    at.toast("2 réponses reprises")
    expect(page.get_by_role("button", name="Reprendre", exact=True)).to_have_count(0)
    fields = at.api("GET", f"/candidates/{one}")["candidate"]["fields"]
    assert (fields["headline"]["value"], len(fields["phones"])) == ("Lock keeper", 1)


@pytest.mark.soak
def test_several_are_asked_and_who_cannot_be_stays_selected_with_the_reason(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/people")
    page = at.page
    someone(at, "Quentin Oak")
    at.api("POST", "/candidates", {"name": "Quentin Elm", "relation": "found", "language": "en"})
    page.goto("/people?q=quentin")
    page.get_by_role("checkbox", name="Quentin Elm").or_(page.get_by_label("Quentin Elm")).first.wait_for()
    for _ in range(2):
        page.keyboard.press("j")
        page.keyboard.press("x")
    page.get_by_role("toolbar").get_by_role("button", name="Ask", exact=True).click()
    expect(page.get_by_text("Quentin Elm: There is no e-mail address")).to_be_visible()
    assert at.axe() == []
    page.get_by_role("button", name="Ask 1 person").click()

    at.toast("Asked for what is missing").get_by_role("button", name="Undo").click()
    at.toast("The question is taken back")
    expect(page.get_by_text("There is no e-mail address on the record. Make a link")).to_be_visible()


@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["fr-FR", "en-GB"])
def test_no_state_of_the_form_has_a_violation_or_is_too_wide(
    desk: Callable[..., Desk], visit: Visit, locale: str, scheme: str, phone: bool
) -> None:
    at = desk("recruiter-en", "/people")
    one, _ = someone(at, "Lou Falk", language=locale[:2])
    every = ["phones", "location", "links", "headline", "summary", "skills", "languages", "cv"]
    wanted = {"key": "0" * 26, "candidate_ids": [one], "pieces": every, "how": "link", "message": "See you soon."}
    url = at.api("POST", "/asks", wanted)["asked"][0]["link"]["url"]
    seen = visit(url[url.index("/p/") :], locale=locale, scheme=scheme, phone=phone)
    problems = {}

    def look(state: str) -> None:
        problems[state] = [*seen.axe(), *([f"{seen.too_wide()} px"] if seen.too_wide() > 0 else [])]

    send = seen.page.locator("button[type=submit]")
    send.wait_for()
    look("form")
    send.click()
    seen.page.locator(".notice").wait_for()
    look("empty")
    seen.page.locator("#summary").fill("Je suis enceinte de trois mois.")
    send.click()
    seen.page.locator("div.notice").wait_for()
    look("too personal")
    seen.page.locator(".notice .plain").click()
    expect(seen.page.locator("form")).to_have_count(0)
    look("done")

    assert {state: found for state, found in problems.items() if found} == {}
    assert seen.errors == []
