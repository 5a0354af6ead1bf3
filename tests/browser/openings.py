"""A job with people in it, for tests of the screens."""

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from playwright.sync_api import Locator, expect

from tests.browser.desk import Desk
from vivier.kernel.ids import new_id

_number = count(1)
FIRST = ["Ada", "Bo", "Cyr", "Dan", "Eve", "Fay", "Gil", "Hana", "Ines", "Jon", "Kim", "Lou", "Max", "Noa", "Oto"]
LAST = ["Albin", "Bracq", "Crozon", "Dahl", "Evrard", "Falk", "Guern", "Holm", "Ivars", "Joncour"]
STEER, CALM = "Steering", "Calm under pressure"  # what a job looks at


def people(at: Desk, number: int) -> list[tuple[str, str]]:
    """Newly typed people: ids and names, each name its own."""
    made = []
    for _ in range(number):
        n = next(_number)
        name = f"{FIRST[n % len(FIRST)]} {LAST[n // len(FIRST) % len(LAST)]} {_letters(n)}"
        email = f"person{n}.{at.page.evaluate('crypto.randomUUID()')[:8]}@courrier.example"
        body = {"name": name, "email": email, "relation": "found", "source": "referral"}
        made.append((at.api("POST", "/candidates", body)["id"], name))
    return made


def _letters(n: int) -> str:
    return f"{chr(65 + n // 26 % 26)}{chr(97 + n % 26)}son"


def job(at: Desk, title: str, *stages: dict[str, Any], **more: Any) -> dict[str, Any]:
    """An open job, with the standard pipeline unless told otherwise."""
    begin = {"stages": list(stages)} if stages else {"pipeline": "standard"}
    return dict(at.api("POST", "/jobs", {"title": {"en": title, "fr": title}, "state": "open", **begin, **more})["job"])


def put(at: Desk, job_id: str, candidate_ids: list[str]) -> None:
    done = at.api("POST", f"/jobs/{job_id}/applications", {"candidate_ids": candidate_ids})["done"]
    assert [d["code"] for d in done] == [None] * len(candidate_ids)


def open_board(at: Desk, job_id: str, first: str) -> None:
    at.page.goto(f"/jobs/{job_id}")
    expect(at.page.locator(".card").filter(has_text=first)).to_be_visible()


def column(at: Desk, name: str) -> Locator:
    return at.page.locator("section.col").filter(has=at.page.get_by_role("heading", level=2, name=name))


def shows(at: Desk, name: str, number: int) -> None:
    """The count of a stage, open or put aside."""
    expect(at.page.get_by_role("region", name=f"{name}, {number}", exact=True)).to_be_visible()


def true_counts(at: Desk, job_id: str) -> dict[str, int]:
    """Counts by the kind of stage, as the server keeps them."""
    view = at.api("GET", f"/jobs/{job_id}")
    return {s["kind"]: view["counts"].get(s["id"], 0) for s in view["job"]["stages"]}


def next_free(at: Desk, minutes: int = 30) -> str:
    """A time of the coming days at which the signed-in colleague is free, whatever other tests have booked."""
    member = at.api("GET", "/me")["member"]
    first, last = ((datetime.now(UTC) + timedelta(days=n)).date().isoformat() for n in (1, 6))
    hours = [{"days": [1, 2, 3, 4, 5, 6, 7], "begins": "09:00", "ends": "18:00"}]
    offer = {"by": "windows", "zone": member["timezone"], "first": first, "last": last, "hours": hours}
    asked = {"interviewers": [member["id"]], "duration_minutes": minutes, "offer": offer}
    return str(at.api("POST", "/interviews/times", asked)["free"][0])


def with_criteria(at: Desk, title: str, **more: Any) -> tuple[dict[str, Any], str, str]:
    """A job with two criteria and one person in it: the job, and the person's id and name."""
    needs = [{"id": new_id("req"), "text": text} for text in ("Steer a barge", "Keep a watch")]
    made = job(at, title, requirements=needs, **more)
    wanted = [{"requirement_id": need["id"], "label": {"en": n}} for need, n in zip(needs, (STEER, CALM), strict=True)]
    headers = {"authorization": at._signed, "if-match": '"0"'}
    where = f"{at.origin}/api/jobs/{made['id']}/criteria"
    assert at.page.request.fetch(where, method="PUT", headers=headers, data={"criteria": wanted}).ok
    [(person, name)] = people(at, 1)
    put(at, made["id"], [person])
    return made, person, name
