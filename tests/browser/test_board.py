"""A job's board: moved by keys and by hand, refused with undo, and seen by two at once."""

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.desk import Desk
from tests.browser.openings import column, job, open_board, people, put, shows, true_counts

SETTLED = 900  # milliseconds
TOGETHER_WITHIN = 35_000  # milliseconds: who looks alone asks every 30 s who else does
SEEN_WITHIN = 5  # seconds; promised are 3, on a machine with nothing else to do
OWN = [
    {"name": {"en": "To read", "fr": "À lire"}, "kind": "new"},
    {"name": {"en": "On the quay", "fr": "Sur le quai"}, "kind": "interview"},
    {"name": {"en": "Hired", "fr": "Embauche"}, "kind": "hired"},
    {"name": {"en": "Closed", "fr": "Clôture"}, "kind": "closed"},
]


def test_twenty_people_are_moved_with_the_keyboard_alone(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/jobs")
    opening = job(at, "Deck hand", *OWN)
    crew = people(at, 20)
    put(at, opening["id"], [i for i, _ in crew])
    open_board(at, opening["id"], crew[0][1])
    # Until it is known who is there and what they may do, keys do nothing.
    expect(at.page.get_by_role("button", name="Add", exact=True)).to_be_visible()

    at.page.keyboard.press("j")
    expect(at.page.locator(".card[data-cursor]")).to_be_visible()
    for left in range(19, -1, -1):
        at.page.keyboard.press("Shift+ArrowRight")
        shows(at, "To read", left)

    shows(at, "On the quay", 20)
    at.page.reload()
    shows(at, "On the quay", 20)
    assert true_counts(at, opening["id"]) == {"new": 0, "interview": 20, "hired": 0, "closed": 0}
    assert at.errors == []


def test_a_card_is_dragged_and_the_move_undone(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/jobs")
    opening = job(at, "Lock keeper", *OWN)
    crew = people(at, 2)
    put(at, opening["id"], [i for i, _ in crew])
    name = crew[0][1]
    open_board(at, opening["id"], name)

    at.page.locator(".card").filter(has_text=name).drag_to(column(at, "On the quay"))

    expect(column(at, "On the quay").get_by_role("link", name=name)).to_be_visible()
    at.toast(f"{name} moved to On the quay")
    at.page.keyboard.press("z")
    expect(column(at, "To read").get_by_role("link", name=name)).to_be_visible()
    shows(at, "To read", 2)
    _until(lambda: true_counts(at, opening["id"])["new"] == 2)


def test_several_are_moved_by_the_menu_and_a_range_of_keys(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/jobs")
    opening = job(at, "Crane driver", *OWN)
    crew = people(at, 5)
    put(at, opening["id"], [i for i, _ in crew])
    open_board(at, opening["id"], crew[0][1])

    for key in ("j", "x", "j", "j", "Shift+X"):
        at.page.keyboard.press(key)
    expect(at.page.get_by_role("toolbar").get_by_text("3 selected")).to_be_visible()
    at.page.keyboard.press("s")
    expect(at.page.get_by_role("menu")).to_be_visible()
    at.page.keyboard.press("2")

    at.toast("3 people moved to On the quay")
    shows(at, "To read", 2)
    shows(at, "On the quay", 3)


def test_three_are_refused_and_one_of_them_is_brought_back(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/jobs")
    opening = job(at, "River pilot", *OWN)
    crew = people(at, 3)
    put(at, opening["id"], [i for i, _ in crew])
    open_board(at, opening["id"], crew[0][1])

    refuse(at, crew[0][1])
    refuse(at, crew[1][1])
    refuse(at, crew[2][1])
    at.page.locator(".toast").get_by_role("button", name="Undo").click()

    expect(column(at, "To read").get_by_role("link", name=crew[2][1])).to_be_visible()
    shows(at, "To read", 1)
    _until(lambda: true_counts(at, opening["id"])["closed"] == 2)
    told = at.api("GET", f"/candidates/{crew[0][0]}")["applications"][0]["end"]
    assert told["how"] == "refused"
    assert told["told"]["by"] == "mail"
    assert at.api("GET", f"/candidates/{crew[2][0]}")["applications"][0]["end"] is None
    assert "mail_cancelled" in [e["kind"] for e in at.api("GET", f"/candidates/{crew[2][0]}")["events"]]


def refuse(at: Desk, name: str) -> None:
    at.page.locator(".card").filter(has_text=name).hover()
    at.page.get_by_role("button", name=f"{name}: move, note, tag").click()
    at.page.get_by_role("menuitem", name="Refuse…").click()
    dialog = at.page.get_by_role("dialog", name=f"Refuse {name}")
    expect(dialog.locator(".letter-body .strong")).to_contain_text("River pilot")
    dialog.get_by_label("Why").select_option(label="Required skills are missing")
    dialog.get_by_role("button", name="Refuse 1 person").click()
    at.toast(f"{name} refused")


def test_two_browsers_on_one_board_see_each_others_moves(
    desk: Callable[..., Desk], record_property: Callable[[str, object], None]
) -> None:
    at = desk("recruiter-en", "/jobs")
    opening = job(at, "Harbour master", *OWN)
    crew = people(at, 3)
    put(at, opening["id"], [i for i, _ in crew])
    other = desk("recruiter", "/jobs")
    open_board(at, opening["id"], crew[0][1])
    open_board(other, opening["id"], crew[0][1])
    expect(at.page.locator(".board-looking")).to_be_visible(timeout=TOGETHER_WITHIN)
    expect(other.page.locator(".board-looking")).to_be_visible(timeout=TOGETHER_WITHIN)

    took = [_seen(at, other, "Sur le quai", crew[0][1]), _seen(other, at, "On the quay", crew[1][1])]

    record_property("seen_after_seconds", took)
    assert max(took) < SEEN_WITHIN
    shows(at, "On the quay", 2)
    shows(other, "Sur le quai", 2)


def _seen(mover: Desk, watcher: Desk, stage: str, name: str) -> float:
    mover.page.locator(f".card .name:text-is('{name}')").focus()
    mover.page.locator(".card").filter(has_text=name).click(position={"x": 60, "y": 40})
    from_ = time.monotonic()
    mover.page.keyboard.press("Shift+ArrowRight")
    expect(column(watcher, stage).get_by_role("link", name=name)).to_be_visible(timeout=20_000)
    return time.monotonic() - from_


@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("persona", ["recruiter", "recruiter-en"])
def test_the_board_has_no_violation_and_fits_the_screen(
    desk: Callable[..., Desk], persona: str, scheme: str, phone: bool
) -> None:
    at = desk(persona, "/jobs", phone=phone, scheme=scheme)
    opening = job(at, "Boatswain")
    crew = people(at, 3)
    put(at, opening["id"], [i for i, _ in crew])
    open_board(at, opening["id"], crew[0][1])
    found = {}

    def look(name: str) -> None:
        at.page.wait_for_timeout(SETTLED)
        if problems := [*at.axe(), *([f"{at.too_wide()} px too wide"] if at.too_wide() > 0 else [])]:
            found[name] = problems

    look("board")
    at.page.keyboard.press("j")
    at.page.keyboard.press("s")
    expect(at.page.get_by_role("menu")).to_be_visible()
    look("menu")
    at.page.get_by_role("menuitem", name="Refuse…" if persona == "recruiter-en" else "Refuser…").click()
    look("refusal")
    at.page.keyboard.press("Escape")
    at.page.keyboard.press("x")
    look("selection")

    assert found == {}
    assert at.errors == []


def _until(true: Callable[[], bool], within: float = 10) -> None:
    """What the screen painted is true on the server a moment later."""
    end = time.monotonic() + within
    while not true():
        assert time.monotonic() < end
        time.sleep(0.1)
