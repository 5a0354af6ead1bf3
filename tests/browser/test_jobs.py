"""A job set up through its screens: made, its stages reshaped with people in them, closed with an answer for all."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.desk import Desk
from tests.browser.openings import job, open_board, people, put, shows, true_counts


def test_a_job_is_set_up_from_nothing_to_its_first_candidate(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/jobs")
    at.page.locator("header").get_by_role("link", name="New job").click()
    at.page.get_by_role("button", name="Create and open").click()
    expect(at.page.get_by_text("Write a title, in one language at least.")).to_be_visible()
    at.page.get_by_label("Title in English").fill("Harbour pilot")
    at.page.get_by_label("Places, separated by commas").fill("Le Havre, Rouen")
    at.page.get_by_label("From", exact=True).fill("48000")
    at.page.get_by_label("To", exact=True).fill("56000")
    at.page.get_by_role("button", name="Create and open").click()

    at.toast("Harbour pilot is open")
    expect(at.page.get_by_role("heading", name="Nobody here yet")).to_be_visible()
    at.page.get_by_role("link", name="Stages", exact=True).click()
    at.page.get_by_role("button", name="Add a stage").click()
    at.page.get_by_role("menuitem", name="Interview").click()
    at.page.get_by_label("Name in English").fill("A day on board")
    at.page.get_by_role("button", name="Save the stages").click()
    at.toast("Stages saved")

    ((one, name),) = people(at, 1)
    put(at, at.page.url.split("/jobs/")[1].split("/")[0], [one])
    at.page.get_by_role("link", name="Board", exact=True).click()
    expect(at.page.locator(".card").filter(has_text=name)).to_be_visible()
    shows(at, "A day on board", 0)
    assert at.errors == []


def test_to_show_all_jobs_again_empties_the_field_they_were_looked_for_in(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/jobs")
    job(at, "Dredger")
    at.page.reload()
    field = at.page.get_by_role("searchbox", name="Find by title, department or place")
    field.press_sequentially("nobody has this title")
    expect(at.page).to_have_url(re.compile("q=nobody"))
    at.page.get_by_role("button", name="Show all").click()
    expect(field).to_have_value("")
    at.page.wait_for_timeout(300)  # longer than the field waits before it is looked for again
    expect(at.page.get_by_role("region", name="Jobs").get_by_role("link", name="Dredger", exact=True)).to_be_visible()


def test_people_of_a_removed_stage_go_where_they_are_sent(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/jobs")
    opening = job(at, "Sounder")
    crew = people(at, 2)
    put(at, opening["id"], [i for i, _ in crew])
    stages = {s["kind"]: s["id"] for s in opening["stages"]}
    at.api("POST", f"/jobs/{opening['id']}/moves", {"candidate_ids": [i for i, _ in crew], "to": stages["contact"]})
    at.page.goto(f"/jobs/{opening['id']}/stages")

    at.page.get_by_role("button", name="First call: move or remove").click()
    at.page.get_by_role("menuitem", name="Remove").click()
    expect(at.page.get_by_text("Say where the people of the removed stage go.")).to_be_visible()
    at.page.get_by_label("First call: 2 people go to").select_option(label="Interview")
    at.page.get_by_role("button", name="Save the stages").click()
    at.toast("Stages saved")

    open_board(at, opening["id"], crew[0][1])
    shows(at, "Interview", 2)
    assert "contact" not in true_counts(at, opening["id"])
    assert at.errors == []


def test_closing_a_job_answers_everyone_still_in_it_and_reopening_brings_them_back(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/jobs")
    opening = job(at, "Ropemaker")
    crew = people(at, 2)
    put(at, opening["id"], [i for i, _ in crew])
    at.page.goto(f"/jobs/{opening['id']}/about")

    at.page.get_by_role("button", name="Close the job").click()
    dialog = at.page.get_by_role("dialog")
    expect(dialog.get_by_role("radio", name="A mail from us")).to_be_checked()
    dialog.get_by_role("button", name="Close the job").click()

    reopened = at.page.get_by_role("button", name="Open again")
    expect(reopened).to_be_visible(timeout=30_000)
    assert true_counts(at, opening["id"])["closed"] == 2
    at.page.goto(f"/people/{crew[0][0]}")
    timeline = at.page.get_by_role("region", name="Timeline")
    expect(timeline.get_by_text("closed the application to Ropemaker")).to_be_visible()
    at.page.goto(f"/jobs/{opening['id']}/about")
    reopened.click()
    expect(at.page.get_by_role("button", name="Close the job")).to_be_visible(timeout=30_000)

    open_board(at, opening["id"], crew[0][1])
    shows(at, "New application", 2)
    assert at.errors == []
