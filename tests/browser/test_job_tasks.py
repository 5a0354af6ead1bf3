"""A job's tasks: planned on its page, given to a colleague; what a stage gave goes with the stage."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.desk import Desk
from tests.browser.openings import job, open_board, people, put
from tests.integration.host.running import eventually

OFFER = {"do": "task", "title": "Send the contract", "due_in_days": 2}
OWN: list[dict[str, Any]] = [
    {"name": {"en": "To read", "fr": "À lire"}, "kind": "new"},
    {"name": {"en": "Offer made", "fr": "Offre faite"}, "kind": "offer", "actions": [OFFER]},
    {"name": {"en": "Hired", "fr": "Embauche"}, "kind": "hired"},
    {"name": {"en": "Closed", "fr": "Clôture"}, "kind": "closed"},
]


def test_a_task_is_planned_on_a_jobs_page_and_given_to_a_colleague_who_is_told(desk: Callable[..., Desk]) -> None:
    at, other = desk("recruiter-en", "/jobs"), desk("recruiter", "/jobs")
    opening = job(at, "Dredger mate")
    at.page.goto(f"/jobs/{opening['id']}/tasks")

    expect(at.page.get_by_role("heading", name="Nothing to do here")).to_be_visible()
    at.page.get_by_role("button", name="New task", exact=True).click()
    form = at.page.get_by_role("form", name="New task")
    form.get_by_label("What is to be done").fill("Ask for the pay range")
    form.get_by_label("For").select_option(label="Hélène Carpentier")
    form.get_by_role("button", name="Add the task").click()

    row = at.page.get_by_role("listitem").filter(has_text="Ask for the pay range")
    expect(row.get_by_text("for Hélène Carpentier")).to_be_visible()
    assert other.api("GET", "/my-day/badge")["unread"] >= 1
    row.get_by_role("button", name="Ask for the pay range", exact=True).click()
    at.page.get_by_label("For").select_option(label="Me (Hannah Whitlock)")
    at.page.get_by_role("button", name="Save", exact=True).click()
    expect(row.get_by_text("for Hélène Carpentier")).to_have_count(0)
    assert at.errors == []


@pytest.mark.soak
def test_a_task_of_a_stage_goes_with_it_and_comes_back_with_undo(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/jobs")
    me = at.api("GET", "/me")["member"]["id"]
    opening = job(at, "Rigger", *OWN, team=[{"member_id": me, "role": "owner"}])
    ((one, name),) = people(at, 1)
    put(at, opening["id"], [one])
    stages = {s["kind"]: s["id"] for s in opening["stages"]}
    at.api("POST", f"/jobs/{opening['id']}/moves", {"candidate_ids": [one], "to": stages["offer"]})
    at.page.wait_for_timeout(11_000)
    eventually(lambda: at.api("GET", f"/jobs/{opening['id']}/tasks")["tasks"], seconds=120)

    open_board(at, opening["id"], name)
    at.page.keyboard.press("j")
    at.page.keyboard.press("Shift+ArrowLeft")
    at.toast(f"{name} moved to To read")
    eventually(lambda: not at.api("GET", f"/jobs/{opening['id']}/tasks")["tasks"])
    at.page.keyboard.press("z")
    eventually(lambda: at.api("GET", f"/jobs/{opening['id']}/tasks")["tasks"])

    at.page.goto(f"/people/{one}?tab=timeline")
    expect(at.page.get_by_text("ended “Send the contract”, not done: the person left Offer made")).to_be_visible()
    expect(at.page.get_by_text("brought “Send the contract” back")).to_be_visible()
