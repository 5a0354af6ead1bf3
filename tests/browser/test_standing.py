"""A person's jobs on their own page: put into one, moved by a key, refused and brought back; several from the list."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect

from tests.browser.desk import Desk
from tests.browser.openings import job, people, put, true_counts

STAGES: list[dict[str, Any]] = [
    {"name": {"en": "To read", "fr": "À lire"}, "kind": "new"},
    {
        "name": {"en": "On the quay", "fr": "Sur le quai"},
        "kind": "interview",
        "actions": [{"do": "tag", "tag": "quayside"}],
    },
    {"name": {"en": "Hired", "fr": "Embauche"}, "kind": "hired"},
    {"name": {"en": "Closed", "fr": "Clôture"}, "kind": "closed"},
]


def test_a_person_is_moved_and_refused_from_their_page_and_the_timeline_says_so(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/people")
    opening = job(at, "Signal keeper", *STAGES)
    ((one, name),) = people(at, 1)
    put(at, opening["id"], [one])
    at.page.goto(f"/people/{one}")
    jobs = at.page.get_by_role("region", name="Jobs", exact=True)
    expect(jobs.get_by_role("link", name="Signal keeper", exact=True)).to_be_visible()

    at.page.keyboard.press("s")
    expect(at.page.get_by_role("menuitem", name="On the quay")).to_be_visible()
    at.page.keyboard.press("2")

    expect(jobs.get_by_text("On the quay")).to_be_visible()
    at.toast(f"{name} moved to On the quay")
    expect(jobs.get_by_text("the tag “quayside”")).to_be_visible()
    timeline = at.page.get_by_role("region", name="Timeline")
    expect(timeline.get_by_text("moved to On the quay, Signal keeper")).to_be_visible()

    at.page.keyboard.press("z")
    expect(timeline.get_by_text("took a move back: To read, Signal keeper")).to_be_visible()
    assert true_counts(at, opening["id"]) == {"new": 1, "interview": 0, "hired": 0, "closed": 0}
    assert at.axe() == []
    assert at.errors == []


def test_several_are_put_into_a_job_from_the_list(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/people")
    opening = job(at, "Towpath surveyor", *STAGES)
    crew = people(at, 2)
    at.page.goto("/people")
    for _, name in crew:
        at.page.get_by_role("checkbox", name=name).first.check(force=True)

    at.page.get_by_role("toolbar").get_by_role("button", name="Add to a job").click()
    at.page.get_by_label("Title of the job").fill("towpath")
    at.page.keyboard.press("Enter")

    at.toast("2 people added to Towpath surveyor")
    assert true_counts(at, opening["id"])["new"] == 2
