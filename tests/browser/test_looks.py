"""Every screen, in both languages, schemes and sizes: no accessibility violation, nothing wider than the window."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.desk import CVS, FOUND, Desk, cv
from tests.browser.openings import job, next_free, people, put, with_criteria

SETTLED = 900  # milliseconds: queries answered, fonts in, transitions over
SCREENS = [
    "/my-day",
    "/interviews",
    "/people",
    "/people/new",
    "/jobs",
    "/jobs?state=template",
    "/jobs/new",
    "/drop",
    "/review?kind=doubtful",
    "/review?kind=failed",
    "/settings",
    "/settings/members",
    "/settings/reasons",
    "/settings/pipelines",
    "/settings/mails/notice/fr",
    "/settings/texts",
    "/settings/texts/new-mail",
    "/settings/texts/new-snippet",
]
ADMINISTRATORS = [
    "/settings/members",
    "/settings/members?invite=true",
    "/settings/audit",
    "/settings/audit?act=took",
    "/settings/corrections",
]


def wrong(at: Desk) -> list[str]:
    return [*at.axe(), *at.unsaid(), *([f"{at.too_wide()} px too wide"] if at.too_wide() > 0 else [])]


@pytest.fixture(scope="module")
def peopled() -> set[str]:
    """Remembers that the instance was given people by this module."""
    return set()


def scorecards(at: Desk) -> dict[str, str]:
    """A job with criteria and somebody in it: its criteria, one's own scorecard of them, and all side by side."""
    made, person, _ = with_criteria(at, "Barge pilot")
    where = f"/people/{person}?tab=timeline&job={made['id']}&scorecard="
    about = made["stages"][0]["id"]
    body = {"recommendation": "yes", "text": "Calm.", "give": True, "ratings": rated(at, made["id"])}
    path = f"{at.origin}/api/jobs/{made['id']}/applications/{person}/scorecards/{about}"
    headers = {"authorization": at._signed, "if-match": '"0"'}
    assert at.page.request.fetch(path, method="PUT", headers=headers, data=body).ok
    return {
        "criteria": f"/jobs/{made['id']}/criteria",
        "no criteria": f"/jobs/{job(at, 'Deckhand')['id']}/criteria",
        "own scorecard": where + about,
        "scorecards": where + "all",
    }


def interviews(at: Desk) -> dict[str, str]:
    """Somebody with an interview booked and one proposed: their page, where others are planned, and who meets them."""
    made, person, _ = with_criteria(at, "Quay master")
    me = at.api("GET", "/me")["member"]["id"]
    here = f"/jobs/{made['id']}/applications/{person}/interviews"
    wanted = {"kind": "video", "duration_minutes": 30, "interviewers": [me], "zone": "America/Montreal"}
    booked = at.api("POST", here, {**wanted, "video_url": "https://quay.example/room", "at": next_free(at)})[
        "interview"
    ]
    at.api("POST", here, {**wanted, "kind": "phone", "offer": {"by": "slots", "starts": [next_free(at)]}})
    where = f"/people/{person}?tab=timeline&job={made['id']}"
    return {
        "person with interviews": where,
        "plan": where + "&meet=new",
        "move": f"{where}&meet=move&interview={booked['id']}",
        "change": f"{where}&meet=edit&interview={booked['id']}",
        "day with interviews": "/my-day",
        "week": f"/interviews?week={booked['starts_at'][:10]}",
        "board with interviews": f"/jobs/{made['id']}",
    }


def rated(at: Desk, job_id: str) -> list[dict[str, Any]]:
    held = at.api("GET", f"/jobs/{job_id}/criteria")["criteria"]
    return [{"criterion_id": c["id"], "mark": 3, "remark": "Took the lock twice, without a word."} for c in held]


# Notes whether something on the page is renewed from now on.
WATCHED = """() => {
  window.renewed = false;
  new MutationObserver(() => { window.renewed = true; })
    .observe(document.body, { subtree: true, attributes: true, attributeFilter: ["data-looking"] });
}"""
RENEWED = "window.renewed || document.querySelector('[data-looking]') !== null"


@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("persona", ["recruiter", "recruiter-en"])
def test_no_screen_has_a_violation_or_is_too_wide(
    desk: Callable[..., Desk], peopled: set[str], persona: str, scheme: str, phone: bool
) -> None:
    if not peopled:
        desk("recruiter-en", "/drop").drop(
            ("seen.txt", cv("Ludo Vantongeren", "ludo@example.org", "+44 20 7946 0061")),
            CVS / "read" / "s13_oconnor__typst_timeline.pdf",
            CVS / "bad" / "blank_page.pdf",
        )
        peopled.add("yes")
    at = desk(persona, "/people", phone=phone, scheme=scheme)
    found = {}

    def look(name: str) -> None:
        expect(at.page.locator("h1")).to_be_visible()
        at.page.wait_for_timeout(SETTLED)
        expect(at.page.locator("[data-looking]")).to_have_count(0)  # times are paler while newer ones come
        at.page.evaluate(WATCHED)
        problems = wrong(at)
        if at.page.evaluate(RENEWED):  # what was seen is not the screen at rest
            expect(at.page.locator("[data-looking]")).to_have_count(0)
            problems = wrong(at)
        if problems:
            found[name] = problems
        assert at.page.locator("h1").count() == 1, name

    for screen in SCREENS:
        at.page.goto(screen)
        look(screen)
    opening = job(at, "Bosun")
    crew = [i for i, _ in people(at, 2)]
    put(at, opening["id"], crew)
    to = {"name": "Marion Duval", "email": "marion@rivage.example"}
    at.api("POST", f"/jobs/{opening['id']}/shortlists", {"candidate_ids": crew, "to": to, "send": False})
    at.api("POST", "/tasks", {"title": "Rappeler", "due": {"on": "2026-12-01"}, "job_id": opening["id"]})
    for tab in ("tasks", "shared"):
        at.page.goto(f"/jobs/{opening['id']}/{tab}")
        look(tab)
    at.page.goto(f"/jobs/{opening['id']}")
    at.page.locator(".card").first.wait_for()
    at.page.keyboard.press("j")
    at.page.keyboard.press("x")
    at.page.locator(".bulk button").filter(has_text=re.compile("Share|Partager")).click()
    expect(at.page.get_by_role("dialog")).to_be_visible()
    look("share")
    at.page.goto("/people")
    at.page.get_by_role("link", name="Ludo Vantongeren").first.click()
    for tab in ("profile", "timeline", "cv"):
        at.page.goto(f"{at.page.url.split('?')[0]}?tab={tab}&show=emails.0")
        look(f"record {tab}")
    at.page.keyboard.press("e")
    at.page.locator(".composer textarea").last.fill("{{ greeting }},\n\n**{{ job.title }}** : www.halage.example")
    at.page.locator(".composer [aria-pressed]").click()
    look("composer")
    at.page.goto(f"{at.page.url.split('?')[0]}?tab=timeline")
    expect(at.page.locator("h1")).to_be_visible()
    at.page.keyboard.press("c")
    expect(at.page.get_by_role("form", name=re.compile("^(Call|Appel)$"))).to_be_visible()
    look("call report")
    at.page.goto("/my-day")
    expect(at.page.locator("h1")).to_be_visible()
    at.page.keyboard.press("i")
    expect(at.page.get_by_role("dialog")).to_be_visible()
    look("interview report of somebody")
    for name, path in {**scorecards(at), **interviews(at)}.items():
        at.page.goto(path)
        look(name)
    at.page.keyboard.press("Control+k")
    expect(at.page.get_by_role("combobox")).to_be_visible()
    look("palette")

    assert found == {}
    assert at.errors == []


@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("persona", ["admin", "admin-en"])
def test_no_screen_of_administrators_has_a_violation_or_is_too_wide(
    desk: Callable[..., Desk], persona: str, scheme: str, phone: bool
) -> None:
    at = desk(persona, "/settings/members", phone=phone, scheme=scheme)
    found = {}
    for screen in ADMINISTRATORS:
        at.page.goto(screen)
        at.page.wait_for_timeout(SETTLED)
        if problems := wrong(at):
            found[screen] = problems
        assert at.page.locator("h1").count() == 1, screen

    assert found == {}
    assert at.errors == []


def test_the_palette_opens_without_asking_the_server_and_finds_a_person(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/drop")
    at.drop(("palette.txt", cv("Zinnia Calloway", "zinnia@example.org", "+44 20 7946 0071")), relation=FOUND)
    with at.page.expect_response(re.compile("assets/Overlays")):  # it comes once the first screen rests
        at.page.goto("/people")
    at.page.wait_for_timeout(3000)  # what comes along with it
    asked: list[str] = []
    at.page.on("request", lambda request: asked.append(request.url))

    at.page.keyboard.press("Control+k")
    expect(at.page.locator(".palette input")).to_be_visible()
    assert asked == []
    at.page.keyboard.type("zinn")
    expect(at.page.get_by_role("option").filter(has_text="Zinnia Calloway")).to_be_visible()
    at.page.keyboard.press("Enter")

    expect(at.page.get_by_role("heading", level=1, name="Zinnia Calloway")).to_be_visible()
