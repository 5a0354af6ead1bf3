"""A colleague is invited, sets a password through the link in their mail, and signs in with it."""

import re

import httpx
import pytest
from playwright.sync_api import expect

from tests.browser.desk import Visit
from tests.integration.host.running import eventually
from vivier_local import signin
from vivier_local.client import Client
from vivier_local.personas import Persona

PASSWORD = "marée haute 2026"
LINK = re.compile(r"/p/invitation#[A-Za-z0-9_-]{22}")


def invite(instance: str, email: str, language: str = "en") -> str:
    """The path of the link that the invited person gets."""
    wanted = {"email": email, "name": "Ewen Tanguy", "role": "recruiter", "language": language}
    with Client(instance, "admin") as api:
        api.post("/members", wanted)
        mail = eventually(lambda: api.mails(email))[0]
        text = httpx.get(f"{instance}/mailbox/api/messages/{mail['id']}").text
    found = LINK.search(text)
    assert found, text
    return found.group()


def test_an_invited_person_sets_a_password_and_signs_in_with_it(instance: str, visit: Visit) -> None:
    email = "ewen@equipe.example"
    link = invite(instance, email)
    page = visit(link).page

    expect(page.get_by_role("heading", level=1)).to_have_text("Hello Ewen Tanguy")
    page.get_by_label("Password", exact=True).fill("short1")
    page.get_by_role("button", name="Set the password").click()
    expect(page.get_by_role("alert")).to_contain_text("at least 12 characters")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Set the password").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your password is set")

    who = Persona(key="ewen", name="Ewen Tanguy", email=email, role="recruiter", language="en")
    with httpx.Client(base_url=instance, timeout=60) as http:
        token = signin.sign_in(http, who, password=PASSWORD).access_token
        me = http.get("/api/me", headers={"Authorization": f"Bearer {token}"}).json()
    assert (me["member"]["name"], me["member"]["role"]) == ("Ewen Tanguy", "recruiter")
    expect(visit(link).page.get_by_role("heading", level=1)).to_have_text("This link does not work any more")


@pytest.mark.parametrize("page", ["invitation", "interview", "missing", "shortlist", "link"])
def test_a_link_that_lost_its_end_says_so_and_what_to_do(visit: Visit, page: str) -> None:
    opened = visit(f"/p/{page}#QmFsbGFk").page

    expect(opened.get_by_role("heading", level=1)).to_have_text("This link is incomplete")
    expect(opened.get_by_text("copy it up to its last character")).to_be_visible()


@pytest.mark.soak
def test_the_page_speaks_the_language_of_whom_it_is_for_and_the_other_on_demand(instance: str, visit: Visit) -> None:
    page = visit(invite(instance, "maelys@equipe.example", "fr"), locale="en-GB").page

    expect(page.get_by_role("heading", level=1)).to_have_text("Bonjour Ewen Tanguy")
    page.get_by_label("Mot de passe", exact=True).fill("à moitié écrit")
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Hello Ewen Tanguy")
    expect(page.get_by_label("Password", exact=True)).to_have_value("à moitié écrit")


@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["fr-FR", "en-GB"])
def test_no_state_of_the_page_has_a_violation_or_is_too_wide(
    instance: str, visit: Visit, locale: str, scheme: str, phone: bool
) -> None:
    wanted = f"{locale}.{scheme}.{phone}@equipe.example".lower()
    link = invite(instance, wanted, locale[:2])
    at = visit(link, locale=locale, scheme=scheme, phone=phone)
    at.page.get_by_role("heading", level=1).wait_for()
    problems = {"form": at.axe()}
    at.page.locator("#password").fill("x")
    at.page.locator(".act").click()
    problems["error"] = at.axe()
    at.page.locator("#password").fill(PASSWORD)
    at.page.locator(".act").click()
    at.page.locator("a.act").wait_for()
    problems["done"] = at.axe()
    gone = visit(link, locale=locale, scheme=scheme, phone=phone)
    gone.page.get_by_role("heading", level=1).wait_for()
    problems["gone"] = gone.axe()

    assert {state: found for state, found in problems.items() if found} == {}
    assert max(at.too_wide(), gone.too_wide()) <= 0
    assert at.errors == []
