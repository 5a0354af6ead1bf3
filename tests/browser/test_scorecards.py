"""Criteria are tied to the job; two colleagues give scorecards unseen by each other, then read them side by side."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.desk import Desk
from tests.browser.openings import CALM, STEER, job, with_criteria
from vivier.kernel.ids import new_id


def members(at: Desk) -> dict[str, str]:
    return {m["name"]: m["id"] for m in at.api("GET", "/members")["members"]}


@pytest.mark.soak
def test_criteria_are_written_ordered_and_retired(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/people")
    made = job(at, "Ferry pilot", requirements=[{"id": new_id("req"), "text": "Read the currents"}])
    at.page.goto(f"/jobs/{made['id']}/about")
    at.page.get_by_role("link", name="Criteria", exact=True).click()
    expect(at.page.get_by_text("No criterion yet")).to_be_visible()

    for name in ("Judgement", "Handling"):
        at.page.get_by_role("button", name="Add a criterion").click()
        at.page.get_by_label("Criterion in English").fill(name)
        at.page.get_by_role("button", name="Done").click()
    at.page.get_by_role("button", name="Move up: Handling").click()
    at.page.get_by_role("button", name="Save the criteria").click()
    at.toast("Criteria saved")

    rows = at.page.get_by_role("list", name="Criteria").get_by_role("heading", level=2)
    at.page.reload()
    expect(rows).to_have_text(["Handling", "Judgement"])
    expect(at.page.get_by_text("Requirement: Read the currents")).to_have_count(2)
    assert at.axe() == []

    at.page.get_by_role("button", name="Retire: Judgement").click()
    at.page.get_by_role("button", name="Save the criteria").click()
    at.toast("Criteria saved").get_by_role("button", name="Undo").click()
    expect(rows).to_have_text(["Handling", "Judgement"])


def test_two_colleagues_answer_blind_by_keyboard_then_read_side_by_side(desk: Callable[..., Desk]) -> None:
    first = desk("recruiter", "/people")
    made, person, name = with_criteria(first, "Barge mate")
    about = made["stages"][0]["id"]
    where = f"/people/{person}?tab=timeline&job={made['id']}&scorecard={about}"

    first.page.goto(f"/people/{person}?job={made['id']}&scorecard=all")
    first.page.get_by_role("button", name="Demander à des collègues").click()
    first.page.get_by_role("checkbox", name="Hannah Whitlock").check()
    form = first.page.get_by_role("form", name="Demander à des collègues")
    form.get_by_role("button", name="Demander", exact=True).click()
    first.toast("Demande faite à 1 collègue")
    first.page.goto(where)
    expect(first.page.locator(".card-form input:focus")).to_have_count(1)
    for key in ("4", "0", "3", "Control+Enter"):
        first.page.keyboard.press(key)
    first.toast("Évaluation donnée")

    second = desk("recruiter-en", "/my-day")
    asked = second.page.locator(f"a[href*='{person}']").filter(has_text=f"Scorecard for {name}")
    asked.click()
    form = second.page.get_by_role("form", name="Your scorecard")
    expect(form.get_by_text("Hélène Carpentier asks for it")).to_be_visible()
    expect(form.get_by_text("1 colleague gave theirs; you see it when yours is given.")).to_be_visible()
    second.page.keyboard.press("1")
    expect(form.get_by_role("group", name=STEER).get_by_role("radio").nth(0)).to_be_checked()
    expect(form.get_by_text("Draft kept")).to_be_visible()
    second.page.reload()
    expect(form.get_by_role("group", name=STEER).get_by_role("radio").nth(0)).to_be_checked()
    second.page.goto(where.replace(about, "all"))
    expect(second.page.get_by_text("1 colleague gave theirs; you see it when yours is given.")).to_be_visible()
    expect(second.page.get_by_text("Side by side")).to_have_count(0)

    second.page.get_by_role("link", name="Go on with your draft").click()
    form.get_by_label(f"What shows it: {STEER}").fill("Took the lock twice. Married, two children.")
    form.get_by_role("group", name=CALM).get_by_role("radio").nth(3).check()
    form.get_by_role("group", name="In a word").get_by_role("radio").nth(2).check()
    second.page.keyboard.press("Control+Enter")
    expect(form.get_by_role("alert").filter(has_text="The law forbids")).to_be_visible()
    form.get_by_label(f"What shows it: {STEER}").fill("Took the lock twice.")
    second.page.keyboard.press("Control+Enter")
    second.toast("Scorecard given")

    table = second.page.get_by_role("table")
    expect(table.get_by_role("columnheader").filter(has_text="Hélène Carpentier")).to_be_visible()
    steer = table.get_by_role("row").filter(has_text=STEER)
    expect(steer.get_by_role("cell")).to_have_text(["4 of 4", "1 of 4Took the lock twice."])
    expect(steer.get_by_text("Seen from 1 to 4")).to_be_visible()
    expect(table.get_by_role("row").filter(has_text=CALM).get_by_role("cell").first).to_have_text("Not seen")
    assert second.axe() == []
    second.page.goto("/my-day")
    expect(second.page.get_by_role("heading", level=1, name="My day")).to_be_visible()
    expect(asked).to_have_count(0)
    assert first.errors == second.errors == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_hiring_manager_gives_one_from_their_own_job_on_a_phone(desk: Callable[..., Desk], scheme: str) -> None:
    at = desk("recruiter-en", "/people")
    team = [{"member_id": members(at)["Priya Raman"], "role": "manager"}]
    made, _, name = with_criteria(at, f"Harbour hand {scheme}", team=team)

    boss = desk("manager-en", "/jobs", phone=True, scheme=scheme)
    boss.page.goto(f"/jobs/{made['id']}")
    boss.page.get_by_role("link", name=name).click()
    expect(boss.page.get_by_role("heading", level=1, name=name)).to_be_visible()
    boss.page.get_by_role("button", name="Scorecard").click()
    form = boss.page.get_by_role("form", name="Your scorecard")
    form.get_by_role("button", name="Give the scorecard").click()
    expect(form.get_by_text("3 answers are missing")).to_be_visible()
    expect(form.get_by_text("Answer this first; not seen is an answer.")).to_have_count(2)
    assert boss.axe() == []
    for group in (STEER, CALM):
        form.get_by_role("group", name=group).get_by_role("radio", name="Shown in part").check()
    form.get_by_role("group", name="In a word").get_by_role("radio", name="Go on", exact=True).check()
    form.get_by_role("button", name="Give the scorecard").click()
    boss.toast("Scorecard given")

    expect(boss.page.get_by_role("heading", level=3, name="Side by side")).to_be_visible()
    expect(boss.page.get_by_text("2 of 4")).to_have_count(2)
    assert boss.axe() == []
    assert boss.too_wide() <= 0
    assert boss.errors == []
    board = boss.page.get_by_role("link", name=f"Harbour hand {scheme}").first
    board.click()
    expect(boss.page.locator(".card").filter(has_text=name)).to_be_visible()
