"""A mail that came in is forwarded to somebody outside, taken back, forwarded after all, and read as it arrived."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.desk import Desk
from tests.browser.test_inbox import SLOW, answer, received, write_to


@pytest.mark.parametrize(("scheme", "phone"), [("light", False), ("dark", True)], ids=["keys", "phone"])
def test_an_answer_is_forwarded_taken_back_and_forwarded_after_all(
    desk: Callable[..., Desk], smtp: int, scheme: str, phone: bool
) -> None:
    at: Desk = desk("recruiter-en", "/inbox", phone=phone, scheme=scheme)
    page, who, to = at.page, f"Ottilie {scheme.title()}", f"office.{scheme}@town.example"
    got = write_to(at, who, f"ottilie.{scheme}@letters.example", "Thursday")
    answer(smtp, got, "Thursday suits me. Is there parking?")
    row = page.get_by_role("link").filter(has_text=who)
    expect(row).to_contain_text("Thursday suits me", timeout=SLOW)
    row.click()
    thread = page.get_by_role("region", name=f"Conversation with {who}")
    expect(thread.get_by_text("Is there parking?")).to_be_visible()

    if phone:
        thread.get_by_role("button", name="Forward").click()
    else:
        page.keyboard.press("f")
    form = page.get_by_role("group", name=f"Forward a mail of {who}")
    form.get_by_role("combobox", name="Forward to").fill(to)
    form.get_by_label("Text", exact=True).fill("Can you keep a place for them?")
    expect(form.get_by_text("Choose a colleague")).to_have_count(0, timeout=1)  # the address was just typed
    expect(form.get_by_text("dates.csv")).to_be_visible()
    assert (at.axe(), at.unsaid(), at.too_wide()) == ([], [], 0)
    form.get_by_role("button", name="Send", exact=True).click()
    at.toast("E-mail sent").get_by_role("button", name="Undo").click()
    expect(form.get_by_role("combobox", name="Forward to")).to_have_value(to)
    expect(form.get_by_label("Text", exact=True)).to_have_value("Can you keep a place for them?")
    form.get_by_role("button", name="Send", exact=True).click()
    at.toast("E-mail sent")

    expect(thread.get_by_text(f"Forwarded to {to}")).to_be_visible()
    mail = received(at, to)
    plain = mail.get_body(("plain",))
    assert plain
    assert "Can you keep a place for them?" in plain.get_content()
    assert "Is there parking?" in plain.get_content()
    assert [part.get_filename() for part in mail.iter_attachments()] == ["dates.csv"]
    assert at.errors == []
