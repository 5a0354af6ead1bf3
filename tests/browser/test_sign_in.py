"""Signing in through the same hosted login as on AWS."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.desk import Desk


def test_a_deep_link_survives_the_sign_in(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/settings/mails/notice/en", by_the_door=True)

    expect(at.page.get_by_label("Subject")).to_be_visible()


def test_a_reload_asks_nobody_to_sign_in_again(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/review", by_the_door=True)

    at.page.reload()

    expect(at.page.get_by_role("heading", level=1, name="To review")).to_be_visible()


def test_storage_never_holds_an_access_token(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", by_the_door=True)

    kept = at.page.evaluate(
        """Object.values({...sessionStorage})
          .filter(v => v.includes('access_token')).map(v => JSON.parse(v).access_token)"""
    )

    assert kept == [""]


def test_signing_out_leads_back_to_the_door(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", by_the_door=True)

    at.page.get_by_role("button", name="Account").click()
    at.page.get_by_role("menuitem", name="Sign out").click()

    expect(at.page.get_by_role("heading", level=1, name="Sign in")).to_be_visible()
    at.page.goto("/people")
    expect(at.page.get_by_role("heading", level=1, name="Sign in")).to_be_visible()


def test_the_language_follows_the_person(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter", by_the_door=True)

    expect(at.page.get_by_role("heading", level=1, name="Personnes")).to_be_visible()
    assert at.page.evaluate("document.documentElement.lang") == "fr"


def test_who_is_signed_out_sees_the_door_without_violations(door: Desk) -> None:
    expect(door.page.get_by_role("heading", level=1)).to_be_visible()

    assert door.axe() == []
