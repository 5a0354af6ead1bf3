"""An address of somebody who asked to be erased is put on another record by hand: somebody says that they came back."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.desk import Desk
from tests.browser.test_writing import someone
from vivier.kernel.ids import new_id


def erased(at: Desk) -> str:
    """The address of somebody who asked to be erased."""
    address = f"gwenn.{new_id('one')[-5:].lower()}@letters.example"
    at.api("POST", f"/candidates/{someone(at, 'Gwenn Abgrall', address)}/erasure", {"why": "asked"})
    return address


def test_an_address_of_who_was_erased_is_typed_once_somebody_says_that_they_came_back(
    desk: Callable[..., Desk],
) -> None:
    at: Desk = desk("recruiter-en")
    page = at.page
    address = erased(at)
    who = someone(at, f"Yann Le Guen {new_id('one')[-5:].lower()}", None)
    page.goto(f"/people/{who}")

    def typed() -> None:
        page.get_by_role("button", name="Add to: E-mail").press("Enter")
        page.keyboard.type(address.upper())
        page.keyboard.press("Enter")

    typed()
    dialog = page.get_by_role("dialog", name="They asked to be erased")
    expect(
        dialog.get_by_text(re.compile(f"Whoever has {address} asked to be erased on", re.IGNORECASE))
    ).to_be_visible()
    expect(dialog.get_by_role("button", name="Add it")).to_be_disabled()
    assert at.axe() == []
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.get_by_role("button", name="Add to: E-mail")).to_be_visible()  # as it was

    typed()
    expect(dialog.get_by_role("checkbox", name="They came back themselves")).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")

    expect(dialog).to_be_hidden()
    at.toast("E-mail changed")
    expect(page.get_by_text("Had asked to be erased, and came back themselves")).to_be_visible()
    assert at.errors == []


@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_question_looks_right(desk: Callable[..., Desk], language: str, scheme: str, phone: bool) -> None:
    at: Desk = desk("recruiter" if language == "fr" else "recruiter-en", phone=phone, scheme=scheme)
    page = at.page
    address = erased(at)
    who = someone(at, f"Yann Le Guen {new_id('one')[-5:].lower()}", None)
    page.goto(f"/people/{who}")

    page.get_by_role("button", name=re.compile("^(Add to|Ajouter à) : E-mail$|^Add to: E-mail$")).click()
    page.keyboard.type(address)
    page.keyboard.press("Enter")

    expect(page.get_by_role("dialog").get_by_role("checkbox")).to_be_focused()
    assert (at.axe(), at.unsaid(), at.too_wide()) == ([], [], 0)
