"""A reading is corrected by a key, kept as material where the workspace wants it, taken out."""

import json
from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.desk import FOUND, Desk, cv


def test_a_correction_by_key_is_kept_taken_out_and_deleted(desk: Callable[..., Desk]) -> None:
    admin = desk("admin-en", "/settings/corrections")
    admin.page.get_by_label("Keep corrections of readings").check()
    admin.page.get_by_role("button", name="Save").click()
    admin.toast("Saved")

    at = desk("recruiter-en", "/drop")
    at.drop(("kept.txt", cv("Ottilie Farrow", "ottilie.farrow@example.org", "+44 20 7946 0025")), relation=FOUND)
    at.open_person("Ottilie Farrow")
    at.page.get_by_role("button", name="Show on the CV: E-mail").click()
    at.page.locator("h1").focus()
    at.page.keyboard.press("r")
    expect(at.page.get_by_role("textbox", name="E-mail")).to_be_focused()
    at.page.keyboard.type("ottilie@farrow.example")
    at.page.keyboard.press("Enter")
    at.toast("E-mail changed")

    admin.page.reload()
    expect(admin.page.get_by_text("1 correction of the CV of 1 person")).to_be_visible()
    with admin.page.expect_download() as taken:
        admin.page.get_by_role("button", name="Download the file").click()
    (line,) = taken.value.path().read_text(encoding="utf-8").splitlines()
    (correction,) = json.loads(line)["corrections"]
    assert (correction["field"], correction["how"]) == ("emails", "corrected")
    assert "farrow" not in line.lower()

    admin.page.get_by_label("Keep corrections of readings").uncheck()
    admin.page.get_by_role("button", name="Save").click()
    admin.page.get_by_role("button", name="Turn off and delete").click()
    admin.toast("nothing is kept any more")
    assert admin.api("GET", "/corrections")["corrections"] == 0
