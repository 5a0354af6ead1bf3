"""Who may do less sees less: no button that would only be refused."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.desk import Desk


def test_a_hiring_manager_without_jobs_is_told_why_nobody_is_seen(desk: Callable[..., Desk]) -> None:
    at = desk("manager-en")

    expect(at.page.get_by_role("heading", level=1, name="Your role does not open this page")).to_be_visible()
    expect(at.page.get_by_text("through the jobs they hire for")).to_be_visible()
    rail = at.page.get_by_role("navigation", name="Main navigation")
    expect(rail.get_by_role("link", name="Drop CVs")).to_have_count(0)
    expect(rail.get_by_role("link", name="To review")).to_have_count(0)
    assert at.axe() == []
    assert at.errors == []
