"""Living in the inbox: what was sent is answered from a mail program, read in its conversation, and answered there."""

import itertools
import smtplib
import urllib.request
from collections.abc import Callable
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from playwright.sync_api import expect

from tests.browser.desk import Desk
from tests.browser.test_writing import left, someone
from tests.integration.host.running import eventually

SLOW = 60_000  # milliseconds, for what a function does that nobody called yet
keys = (f"{n:026}" for n in itertools.count(1))


def write_to(at: Desk, name: str, email: str, subject: str) -> EmailMessage:
    """A mail that left, as the person's mail program has it."""
    one = someone(at, name, email)
    draft = {"subject": subject, "body": "{{ greeting }},\n\nWould Tuesday suit you?"}
    asked = {"key": next(keys), "candidate_ids": [one], "draft": draft}
    key = at.api("POST", "/mails", asked)["written"][0]["message_key"]
    at.page.wait_for_timeout(10_100)
    at.api("POST", f"/candidates/{one}/mails/{key}/send")
    return received(at, email)


def received(at: Desk, email: str) -> EmailMessage:
    mail = eventually(lambda: left(at, email), seconds=60)[0]
    with urllib.request.urlopen(f"{at.origin}/mailbox/api/messages/{mail['id']}/raw") as answer:
        read = message_from_bytes(answer.read(), policy=policy.default)
    assert isinstance(read, EmailMessage)
    return read


def answer(smtp: int, theirs: EmailMessage, words: str) -> str:
    """An answer from a mail program; its Message-ID."""
    mail = reply(theirs, words)
    mail.add_attachment(b"one,two\n", maintype="text", subtype="csv", filename="dates.csv")
    with smtplib.SMTP("localhost", smtp) as door:
        door.send_message(mail)
    return str(mail["Message-ID"])


def reply(theirs: EmailMessage, words: str) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = theirs["To"], theirs["Reply-To"], f"Re: {theirs['Subject']}"
    mail["Message-ID"] = f"<{next(keys)}@letters.example>"
    mail["References"] = theirs["References"]
    said = "On Tue, 24 Nov 2026 at 09:12, Vivier <hello@vivier.example> wrote:\n> Would Tuesday suit you?\n"
    mail.set_content(f"{words}\n\n{said}")
    return mail


def test_what_was_sent_is_answered_from_a_mail_program_read_in_its_thread_and_answered_there(
    desk: Callable[..., Desk], smtp: int
) -> None:
    at: Desk = desk("recruiter-en", "/inbox")
    page = at.page
    got = write_to(at, "Edda Lind", "edda@letters.example", "Tuesday")
    theirs = answer(smtp, got, "Tuesday it is, see https://lind.example/tools. Is there a lift?")

    row = page.get_by_role("link").filter(has_text="Edda Lind")
    expect(row).to_contain_text("Tuesday it is", timeout=SLOW)
    row.click()
    expect(page.get_by_role("heading", level=1, name="Tuesday")).to_be_visible()
    thread = page.get_by_role("region", name="Conversation with Edda Lind")
    expect(thread.get_by_text("Is there a lift?")).to_be_visible()
    expect(thread.get_by_text("dates.csv")).to_be_visible()
    link = thread.get_by_role("link", name="https://lind.example/tools", exact=True)
    expect(link).to_have_attribute("rel", "noopener noreferrer nofollow")
    thread.get_by_role("button", name="Quoted text").click()
    expect(thread.locator("blockquote")).to_contain_text("Would Tuesday suit you?")
    page.keyboard.press("m")
    at.toast("Assigned to Hannah Whitlock")
    page.keyboard.press("?")
    help_of_keys = page.get_by_role("dialog", name="Keyboard shortcuts")
    expect(help_of_keys).to_be_visible()
    page.keyboard.press("Escape")
    expect(help_of_keys).to_be_hidden()
    expect(thread).to_be_visible()
    assert at.axe() == []

    page.keyboard.press("e")
    form = page.get_by_role("group", name="Answer to Edda Lind")
    form.get_by_label("Text", exact=True).fill("There is. See you on Tuesday, {{ candidate.name }}.")
    form.get_by_role("button", name="Preview").click()
    expect(form.frame_locator("iframe").get_by_text("Edda Lind wrote:")).to_be_visible()
    expect(form.locator(".composer-preview[data-old]")).to_have_count(0)  # it is paler while a newer one comes
    assert at.axe() == []
    form.get_by_role("button", name="Send", exact=True).click()
    at.toast("E-mail sent").get_by_role("button", name="Undo").click()
    expect(form.get_by_label("Text", exact=True)).to_have_value("There is. See you on Tuesday, {{ candidate.name }}.")
    form.get_by_role("button", name="Send", exact=True).click()
    at.toast("E-mail sent")
    expect(thread.get_by_role("button", name="Reply", exact=True)).to_be_focused()
    expect(thread.get_by_text("Leaves in a moment")).to_be_visible()

    expect(thread.get_by_text("Arrived")).to_be_visible(timeout=SLOW)
    expect(page.get_by_role("button", name="Mark as needing an answer")).to_be_visible()
    thread.get_by_role("button", name="Why did this person get this e-mail?").last.click()
    expect(thread.locator(".why-chain")).to_contain_text("Hannah Whitlock")
    assert at.axe() == []
    sent = received(at, "edda@letters.example")
    assert (sent["In-Reply-To"], sent["Subject"]) == (theirs, "Re: Tuesday")
    plain = sent.get_body(("plain",))
    assert plain
    assert "See you on Tuesday, Edda Lind." in plain.get_content()
    assert at.errors == []
    while_it_comes(desk("recruiter-en", "/inbox?list=all", phone=True))


def while_it_comes(at: Desk) -> None:
    """On a phone, a conversation that is still on its way says which it is, and how one gets back."""
    page = at.page
    page.route("**/api/threads/thr_*", lambda _: None)  # no answer for now
    page.get_by_role("link").filter(has_text="Edda Lind").click()

    expect(page.get_by_role("heading", level=1, name="Tuesday")).to_be_visible()
    page.get_by_role("link", name="Back to the inbox").click()
    expect(page.get_by_role("link").filter(has_text="Edda Lind")).to_be_visible()
    assert at.errors == []


def test_a_link_in_a_mail_opens_beside_and_the_frame_of_the_mail_stays(desk: Callable[..., Desk], smtp: int) -> None:
    at: Desk = desk("recruiter-en", "/inbox")
    page = at.page
    got = write_to(at, "Ole Vind", "ole@letters.example", "Tools")
    mail = reply(got, "See my page.")
    mail.add_alternative(f'<p>See <a href="{at.origin}/api/health">my page</a>.</p>', subtype="html")
    with smtplib.SMTP("localhost", smtp) as door:
        door.send_message(mail)
    row = page.get_by_role("link").filter(has_text="Ole Vind")
    expect(row).to_be_visible(timeout=SLOW)
    row.click()
    page.get_by_role("button", name="As it came").click()
    frame = page.frame_locator("iframe.mail-frame")

    with page.context.expect_page() as opened:
        frame.get_by_role("link", name="my page").click()

    assert opened.value.url.endswith("/api/health")
    assert opened.value.evaluate("window.opener") is None
    assert opened.value.evaluate("document.referrer") == ""
    expect(frame.get_by_role("link", name="my page")).to_be_visible()
    assert at.errors == []


@pytest.mark.parametrize(("persona", "scheme", "phone"), [
    (p, s, w) for p in ("recruiter", "recruiter-en") for s in ("light", "dark") for w in (False, True)
])  # fmt: skip
def test_the_inbox_looks_right(desk: Callable[..., Desk], persona: str, scheme: str, phone: bool, smtp: int) -> None:
    at: Desk = desk(persona, "/inbox", phone=phone, scheme=scheme)
    name = f"Noor {persona} {scheme} {phone}"
    got = write_to(at, name, f"noor.{next(keys)}@letters.example", "Lock keeper")
    answer(smtp, got, "Gladly.")

    row = at.page.get_by_role("link").filter(has_text=name)
    expect(row).to_be_visible(timeout=SLOW)
    assert (at.axe(), at.unsaid(), at.too_wide()) == ([], [], 0)
    row.click()

    expect(at.page.get_by_text("dates.csv")).to_be_visible()
    assert (at.axe(), at.unsaid(), at.too_wide()) == ([], [], 0)
    assert at.errors == []


def test_a_stranger_s_automatic_answer_lies_in_a_list_that_asks_for_nothing(
    desk: Callable[..., Desk], smtp: int
) -> None:
    at: Desk = desk("recruiter-en", "/review")
    page = at.page
    waits = at.api("GET", "/counts")["review"]
    for _ in range(2):
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = (
            "desk@town.example",
            "hello@vivier.example",
            "Automatic reply: your letter",
        )
        mail["Auto-Submitted"], mail["Message-ID"] = "auto-replied", f"<{next(keys)}@town.example>"
        mail.set_content("The desk is closed until Monday.")
        with smtplib.SMTP("localhost", smtp) as door:
            door.send_message(mail)

    eventually(lambda: at.api("GET", "/counts")["review"]["automatic"] >= waits["automatic"] + 2, seconds=60)
    page.goto(f"{at.origin}/review?kind=automatic")
    expect(page.get_by_role("link", name="Automatic answers")).to_be_visible()
    expect(page.get_by_text("An automatic answer from an address that nobody here has")).to_be_visible()
    expect(page.get_by_text("The desk is closed until Monday.")).to_be_visible()
    assert (at.axe(), at.unsaid(), at.too_wide()) == ([], [], 0)
    page.get_by_role("button", name="Put all aside").click()
    at.toast("messages put aside").get_by_role("button", name="Undo").click()
    expect(page.get_by_text("The desk is closed until Monday.")).to_be_visible()
    expect(page.get_by_role("region", name="Cases").get_by_role("link")).to_have_count(waits["automatic"] + 2)
    page.get_by_role("button", name="Put all aside").click()
    expect(page.get_by_text("The desk is closed until Monday.")).to_have_count(0)

    eventually(lambda: at.api("GET", "/counts")["review"] == waits | {"automatic": 0}, seconds=60)
