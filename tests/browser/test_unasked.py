"""Who wants no more of a sequence's mails says so in the mail; an address that takes none says it by itself."""

import re
import urllib.request
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.desk import Desk, Visit
from tests.browser.test_inbox import received
from tests.browser.test_sequences import mail, running
from tests.browser.test_writing import someone
from tests.integration.host.running import eventually
from vivier.kernel.ids import new_id


def enrolled(at: Desk, name: str, email: str, sequence: str) -> tuple[str, str]:
    """Somebody in a sequence of a mail, a wait and a mail: their id, and the sequence's."""
    who = someone(at, name, email)
    wait = {"id": new_id("stp"), "do": "wait", "business_days": 3}
    one = running(at, sequence, mail("The lock at Redon"), wait, mail("A last word"))
    at.api("POST", f"/sequences/{one}/enrolments", {"key": new_id("key")[4:], "candidate_ids": [who]})
    return who, one


def pressed(url: str) -> int:
    """A mail program's own button (RFC 8058 §3.2): a POST that says one thing and carries nothing else."""
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    asked = urllib.request.Request(url, data=b"List-Unsubscribe=One-Click", headers=form)
    with urllib.request.urlopen(asked, timeout=30) as answer:
        return int(answer.status)


def left_from(mailbox: Page, email: str) -> Page:
    """The page that opens when the mail's own link is pressed in the mailbox."""
    mailbox.get_by_label("Search the mails").fill(email)
    mailbox.get_by_role("link").filter(has_text="The lock at Redon").click()
    with mailbox.expect_popup() as opened:
        mailbox.frame_locator("iframe").get_by_role("link", name="Stop these messages").click()
    return opened.value


def refused_on(at: Desk, sequence: str, name: str, why: str) -> None:
    """Putting them into another sequence says who is left out, and why, before anything is done."""
    at.page.goto(f"/sequences/{sequence}/people")
    at.page.get_by_role("button", name="Add people").click()
    panel = at.page.get_by_role("dialog")
    panel.get_by_role("combobox", name="Somebody").fill(name)
    panel.get_by_role("option", name=name).click()
    expect(panel.get_by_role("status")).to_contain_text(why)
    expect(panel.get_by_role("button", name=re.compile("^Add [1-9]"))).to_have_count(0)


def test_who_presses_the_link_in_a_mail_gets_no_more_and_the_recruiter_sees_that_and_why(
    desk: Callable[..., Desk], visit: Visit
) -> None:
    at: Desk = desk("recruiter-en", "/sequences")
    tail = new_id("one")[-6:].lower()
    name, email = f"Maud {tail}", f"maud.{tail}@letters.example"
    who, _ = enrolled(at, name, email, f"Lock keepers {tail}")
    other = running(at, f"Others {tail}", mail("Another"))
    theirs = received(at, email)

    phone = visit("/mailbox", phone=True)
    page = left_from(phone.page, email)
    expect(page.get_by_role("heading", level=1, name="The messages that you get")).to_be_visible()
    there = Desk(page, at.origin)
    assert (there.axe(), there.too_wide()) == ([], 0)
    page.get_by_role("button", name="Stop writing to me").click()
    expect(page.get_by_role("button", name="Write to me again")).to_be_visible()
    # Their mail program's button says the same: once more changes nothing.
    assert theirs["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert pressed(str(theirs["List-Unsubscribe"]).strip("<>")) == 200

    at.page.goto(f"/people/{who}?tab=timeline")
    expect(at.page.get_by_role("heading", name="Is not to be written to unasked")).to_be_visible()
    expect(at.page.get_by_text("Unsubscribed on")).to_be_visible()
    expect(at.page.get_by_text("from “The lock at Redon”")).to_have_count(1)
    expect(at.page.get_by_text("the person wants no more mails")).to_have_count(1)
    assert (at.axe(), at.unsaid()) == ([], [])
    refused_on(at, other, name, "1 unsubscribed")
    assert at.errors == []


def test_an_address_that_bounces_is_said_on_the_person_and_counted_and_nothing_more_goes_there(
    desk: Callable[..., Desk],
) -> None:
    at: Desk = desk("admin-en", "/sequences")
    page = at.page
    tail = new_id("one")[-6:].lower()
    # As `bounce@simulator.amazonses.com` does; mail to that one SES does not count, and neither does the product.
    name, email = f"Bram {tail}", f"bounce+{tail}@letters.example"
    before = at.api("GET", "/sending")["judged"]["bounced"]
    who, _ = enrolled(at, name, email, f"Bargees {tail}")
    other = running(at, f"Others {tail}", mail("Another"))

    eventually(lambda: not at.api("GET", f"/candidates/{who}")["candidate"]["mailable"], seconds=60)
    page.goto(f"/people/{who}?tab=timeline")
    expect(page.get_by_text(f"the address {email} does not take mail")).to_be_visible()
    expect(page.get_by_text(f"stopped “Bargees {tail}”: the address takes no mail")).to_be_visible()
    assert (at.axe(), at.unsaid()) == ([], [])
    refused_on(at, other, name, "1 address that bounces")

    page.goto("/settings/sending")
    bounced = page.get_by_text("Came back for good").first.locator("xpath=following-sibling::dd")
    expect(bounced).to_have_text(re.compile(rf"^{before + 1}\b"))
    page.goto("/settings/suppressions")
    page.get_by_label("E-mail address").fill(email)
    page.get_by_role("button", name="Look up").click()
    expect(page.get_by_text(f"{email} gets nothing unasked.")).to_be_visible()
    expect(page.get_by_text("Came back for good on")).to_be_visible()
    assert at.errors == []


def test_who_narrows_the_hours_of_sending_sees_which_running_sequences_have_none_in_common(
    desk: Callable[..., Desk],
) -> None:
    at: Desk = desk("admin-en", "/sequences")
    page = at.page
    name = f"Evenings {new_id('one')[-6:].lower()}"
    one = running(at, name, mail("After work"), from_hour=20, to_hour=22)
    page.goto("/settings/sending")
    found = page.get_by_role("link", name=name)
    expect(page.get_by_label("To (hour)")).to_have_value("24")
    expect(found).to_have_count(0)

    page.get_by_label("To (hour)").fill("19")

    expect(found).to_be_visible()
    expect(page.get_by_text("Once these hours are saved")).to_be_visible()
    assert (at.axe(), at.unsaid(), at.too_wide()) == ([], [], 0)
    with page.expect_popup() as opened:
        found.click()
    opened.value.wait_for_url(f"**/sequences/{one}*")
    page.get_by_role("button", name="Discard").click()
    expect(found).to_have_count(0)
    assert at.errors == []


def test_limits_that_are_half_chosen_wait_until_one_comes_back_and_overwrite_nobodys(desk: Callable[..., Desk]) -> None:
    at: Desk = desk("admin-en", "/sequences")
    page = at.page
    page.goto("/settings/sending")
    growth = page.get_by_label("Mails at most")
    was = int(growth.input_value())
    growth.fill(str(was + 1))
    page.goto("/settings/texts")
    page.goto("/settings/sending")
    expect(growth).to_have_value(str(was + 1))

    page.get_by_role("button", name="Save").click()
    at.toast("saved").get_by_role("button", name="Undo").click()
    expect(growth).to_have_value(str(was))
    growth.fill(str(was + 2))
    other: Desk = desk("admin", "/settings/sending")
    other.page.get_by_label("Mails au plus").fill(str(was + 3))
    other.page.get_by_role("button", name="Enregistrer").click()
    other.toast("Limites")
    page.get_by_role("button", name="Save").click()
    told = page.get_by_role("alert")
    expect(told).to_be_visible()
    expect(growth).to_have_value(str(was + 2))
    assert at.axe() == []
    told.get_by_role("button").click()
    expect(growth).to_have_value(str(was + 3))
    growth.fill(str(was))
    page.get_by_role("button", name="Save").click()
    at.toast("saved")
    assert at.errors == []
