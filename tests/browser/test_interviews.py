"""Interviews from a person's page: proposed, booked, moved, cancelled; days, weeks and boards show them."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.desk import Desk
from tests.browser.openings import job, next_free, open_board, people, put


def opening(at: Desk, title: str) -> tuple[str, str, str]:
    """A job with one person in it: its id, the person's id and name."""
    made = job(at, title)
    ((person, name),) = people(at, 1)
    put(at, made["id"], [person])
    return made["id"], person, name


def test_a_recruiter_proposes_hours_and_sees_that_the_choice_is_waited_for(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/people")
    _, person, name = opening(at, "Weir keeper")
    at.page.goto(f"/people/{person}")
    expect(at.page.get_by_role("region", name="Jobs", exact=True)).to_be_visible()

    at.page.keyboard.press("m")
    plan = at.page.get_by_role("region", name="Plan an interview")
    expect(plan.get_by_role("status").filter(has_text="free times of")).to_be_visible()
    plan.get_by_label("What it is called").fill("A first talk")
    plan.get_by_label("Address of the video call").fill("meet.example/weir")
    plan.get_by_role("button", name="Send the proposal").click()
    expect(plan.get_by_text("The address begins with https://").first).to_be_visible()
    plan.get_by_label("Address of the video call").fill("https://meet.example/weir")
    expect(plan.get_by_role("region", name=f"What {name} gets")).to_contain_text("with a link to choose among")
    assert at.axe() == []
    plan.get_by_role("button", name="Send the proposal").click()

    at.toast("Interview proposed")
    interviews = at.page.get_by_role("region", name="Interviews", exact=True)
    expect(interviews.get_by_text("A first talk")).to_be_visible()
    expect(interviews.get_by_text("Waits for their choice")).to_be_visible()
    timeline = at.page.get_by_role("region", name="Timeline")
    expect(timeline.get_by_text("proposed times for the interview “A first talk”, Weir keeper")).to_be_visible()
    assert at.errors == []


def test_an_interview_is_booked_and_the_day_and_the_board_show_it(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/people")
    job_id, person, name = opening(at, "Sluice master")
    at.page.goto(f"/people/{person}?tab=timeline&meet=new&job={job_id}")
    at.page.get_by_label("Book this time now").check()
    choose_time(at, next_free(at, 45))
    at.page.get_by_role("button", name="Book it").click()

    at.toast("Interview booked")
    interviews = at.page.get_by_role("region", name="Interviews", exact=True)
    expect(interviews.get_by_text("Video interview")).to_be_visible()
    at.page.goto("/my-day")
    day = at.page.get_by_role("region", name="Interviews")
    expect(day.get_by_role("link", name=name, exact=True)).to_be_visible()
    open_board(at, job_id, name)
    expect(at.page.locator(".card").filter(has_text=name).get_by_text("Interview ")).to_be_visible()
    assert at.errors == []


def test_an_interview_is_moved_then_cancelled_with_words(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/people")
    job_id, person, name = opening(at, "Towline splicer")
    held = booked(at, job_id, person)
    at.page.goto(f"/people/{person}?tab=timeline")
    interviews = at.page.get_by_role("region", name="Interviews", exact=True)
    interviews.get_by_role("link", name="Move").click()
    later = next_free(at)
    choose_time(at, later)
    at.page.get_by_role("button", name="Set this time").click()

    at.toast("Interview set")
    timeline = at.page.get_by_role("region", name="Timeline")
    expect(timeline.get_by_text("moved the phone interview to")).to_be_visible()
    at.page.goto(f"/interviews?week={later[:10]}")
    meeting = at.page.locator(f"a[href*='{held['id']}']").first
    expect(meeting).to_have_text(name)
    assert at.axe() == []

    meeting.click()
    interviews.get_by_role("button", name="More on this interview").click()
    at.page.get_by_role("menuitem", name="Cancel the interview…").click()
    form = interviews.get_by_role("form", name="Cancel this interview")
    form.get_by_label(f"Words for {name}").fill("The lock is closed that day.")
    form.get_by_role("button", name="Cancel the interview").click()
    at.toast("Interview cancelled")
    expect(interviews.get_by_text("“The lock is closed that day.”")).to_be_visible()
    at.page.goto("/my-day")
    expect(at.page.get_by_role("heading", level=1)).to_be_visible()
    expect(at.page.get_by_text("Good day")).to_be_visible()
    expect(at.page.locator(f"a[href*='{held['id']}']")).to_have_count(0)
    assert at.errors == []


@pytest.mark.soak
def test_who_comes_second_is_told_what_is_true_now(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/people")
    job_id, person, _ = opening(at, "Dredger mate")
    held = booked(at, job_id, person)
    at.page.goto(f"/people/{person}?tab=timeline")
    interviews = at.page.get_by_role("region", name="Interviews", exact=True)
    interviews.get_by_role("button", name="More on this interview").click()
    at.page.get_by_role("menuitem", name="Cancel the interview…").click()

    headers = {"authorization": at._signed, "if-match": f'"{held["sequence"]}"'}
    where = f"{at.origin}/api/jobs/{job_id}/applications/{person}/interviews/{held['id']}"
    assert at.page.request.fetch(where, method="PATCH", headers=headers, data={"place": "Quay 3"}).ok
    interviews.get_by_role("form").get_by_role("button", name="Cancel the interview").click()

    at.toast("Someone changed this interview meanwhile. As it stands now: booked,")
    expect(interviews.get_by_text("Quay 3")).to_be_visible()


def booked(at: Desk, job_id: str, person: str) -> dict[str, str]:
    """A phone interview with the colleague who is signed in."""
    me = at.api("GET", "/me")["member"]["id"]
    wanted = {"kind": "phone", "duration_minutes": 30, "interviewers": [me], "at": next_free(at)}
    return dict(at.api("POST", f"/jobs/{job_id}/applications/{person}/interviews", wanted)["interview"])


def choose_time(at: Desk, instant: str) -> None:
    """Any time can be typed, as the colleague's clock says it."""
    zone = at.api("GET", "/me")["member"]["timezone"]
    say = "([at, timeZone]) => new Date(at).toLocaleString('sv-SE', { timeZone })"
    said = at.page.evaluate(say, [instant, zone])
    at.page.get_by_label("Another day").fill(said[:10])
    at.page.get_by_label("Time", exact=True).fill(said[11:16])
    at.page.get_by_role("button", name="Choose", exact=True).click()
