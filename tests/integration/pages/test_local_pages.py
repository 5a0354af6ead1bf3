"""Mailbox and persona picker in a real browser: usable on a phone, by keyboard, in both languages, for everyone."""

import shutil
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from tests.integration.host.running import ROOT, Running

AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
DESKTOP, PHONE = (1440, 900), (390, 844)


@pytest.fixture(scope="module")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    running = Running(tmp_path_factory.mktemp("home"))
    _send(running, "jane@example.org", "Votre candidature chez Vivier")
    _send(running, "bounce@example.org", "Your application to Vivier")
    yield running
    running.stop()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield opened
        opened.close()


def _send(running: Running, to: str, subject: str) -> None:
    message = EmailMessage()
    message["To"], message["Subject"] = to, subject
    message.set_content("Bonjour, nous avons bien reçu votre candidature.")
    message.add_alternative("<h1>Bonjour</h1><script>parent.hacked = 1</script>", subtype="html")
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="offre.pdf")
    running.aws("sesv2").send_email(
        FromEmailAddress="recrutement@vivier.example",
        Destination={"ToAddresses": [to]},
        Content={"Raw": {"Data": message.as_bytes()}},
        ConfigurationSetName=running.outputs["MailSetName"],
    )


def _open(browser: Browser, url: str, size: tuple[int, int], scheme: Any, locale: str) -> Page:
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, locale=locale, bypass_csp=True
    )
    page = context.new_page()
    page.goto(url)
    return page


def _violations(page: Page) -> list[str]:
    page.add_script_tag(path=str(AXE))
    found: list[str] = page.evaluate(
        "axe.run({iframes: false}).then(r => r.violations.map(v => `${v.id}: ${v.nodes.map(n => n.html).join(' ')}`))"
    )
    return found


def _overflows(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["fr-FR", "en-GB"])
def test_the_mailbox_shows_list_and_mail_to_everyone(
    instance: Running, browser: Browser, size: tuple[int, int], scheme: str, locale: str
) -> None:
    page = _open(browser, f"{instance.url}/mailbox", size, scheme, locale)
    page.get_by_role("link", name="jane@example.org").wait_for()
    before = _violations(page)

    page.get_by_role("link", name="jane@example.org").click()
    page.get_by_role("heading", name="Votre candidature chez Vivier").wait_for()
    page.frame_locator("iframe").get_by_role("heading", name="Bonjour").wait_for()

    assert before == []
    assert _violations(page) == []
    assert not _overflows(page)
    assert page.evaluate("window.hacked") is None
    page.context.close()


def test_the_mailbox_gives_text_headers_and_attachments_by_keyboard(instance: Running, browser: Browser) -> None:
    page = _open(browser, f"{instance.url}/mailbox", DESKTOP, "light", "en-GB")
    page.get_by_role("link", name="jane@example.org").click()
    page.get_by_role("tab", name="Mail").focus()

    page.keyboard.press("ArrowRight")
    page.get_by_text("Bonjour, nous avons bien reçu").wait_for()
    page.keyboard.press("ArrowRight")
    page.get_by_text("Subject: Votre candidature chez Vivier").wait_for()
    with page.expect_download() as download:
        page.get_by_role("link", name="offre.pdf").click()

    assert download.value.suggested_filename == "offre.pdf"
    assert Path(download.value.path()).read_bytes() == b"%PDF-1.4"
    page.context.close()


def test_the_mailbox_is_searched_as_one_types(instance: Running, browser: Browser) -> None:
    page = _open(browser, f"{instance.url}/mailbox", DESKTOP, "light", "en-GB")
    page.get_by_role("link", name="jane@example.org").wait_for()

    page.get_by_role("searchbox").fill("bounce")

    page.get_by_role("status").get_by_text("1 mail").wait_for()
    assert page.get_by_role("link", name="jane@example.org").count() == 0
    page.context.close()


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_picker_fills_the_hosted_login_in(
    instance: Running, browser: Browser, size: tuple[int, int], scheme: str
) -> None:
    config = instance.http.get("/config.json").json()
    wanted = (
        f"{config['authorize_url']}?client_id={config['client_id']}&response_type=code&scope=openid&state=s1"
        f"&redirect_uri={config['redirect_url']}&code_challenge={'c' * 43}&code_challenge_method=S256"
    )
    page = _open(browser, instance.url, size, scheme, "fr-FR")
    page.evaluate("url => location.assign('/personas?continue=' + encodeURIComponent(url))", wanted)
    page.get_by_role("button", name="Hélène Carpentier").wait_for()
    violations, overflows = _violations(page), _overflows(page)

    page.get_by_role("button", name="Hélène Carpentier").click()
    page.wait_for_url("**/signed-in?**")

    assert violations == []
    assert not overflows
    assert "code=" in page.url
    assert "state=s1" in page.url
    page.context.close()


def test_the_picker_leads_nowhere_else(instance: Running, browser: Browser) -> None:
    page = _open(browser, f"{instance.url}/personas?continue=https://evil.example/login", DESKTOP, "light", "en-GB")

    page.get_by_role("button", name="Hannah Whitlock").wait_for()

    assert page.get_by_role("button", name="Hannah Whitlock").is_disabled()
    assert "evil" not in page.content()
    page.context.close()
