"""Addresses that somebody typed, or that an older Vivier wrote, open their screen."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.desk import Desk

TYPED = {
    "/review?kind=other": "/review",
    "/inbox?list=theirs": "/inbox",
    "/jobs?state=other": "/jobs",
    "/people?sort=other": "/people",
    "/interviews?week=soon": "/interviews",
}


def test_a_value_that_a_screen_does_not_know_is_left_out(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/my-day")
    for typed, opens in TYPED.items():
        at.page.goto(typed)

        expect(at.page).to_have_url(f"{at.origin}{opens}")
        expect(at.page.get_by_role("heading", level=1)).to_be_visible()
        for said in ("This could not be loaded", "This screen stopped"):
            expect(at.page.get_by_text(said)).to_have_count(0)
    assert at.errors == []
