"""CVs dropped on the page become people, each answered as their origin asks."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.desk import CVS, DEMO, FOUND, READ_WITHIN, Desk, cv, typed


def test_a_pdf_a_scan_and_a_docx_become_people_who_are_answered(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/drop")

    at.drop(CVS / "read" / "s06_tremblay.pdf", DEMO / "scan_martin.pdf", DEMO / "CV_Lefevre.docx")

    read = at.page.locator("section").filter(has=at.page.get_by_role("heading", name="Read"))
    for name in ("Sophie Tremblay", "Hugo Martin", "Camille Lefèvre"):
        expect(read.get_by_role("link", name=name)).to_be_visible()

    at.open_person("Sophie Tremblay")
    timeline = at.page.get_by_role("region", name="Timeline")
    expect(timeline.get_by_text("read s06_tremblay.pdf")).to_be_visible()
    expect(timeline.get_by_text("received an application")).to_be_visible()
    timeline.get_by_role("button", name="See the mail").click()
    frame = at.page.frame_locator("iframe.mail-frame")
    expect(frame.get_by_text("Sophie Tremblay")).to_be_visible()
    expect(at.page.locator(".cand-head").get_by_text("Answered")).to_be_visible(timeout=READ_WITHIN)
    assert any("Tremblay" in str(mail) or "tremblay" in str(mail) for mail in at.mailbox())
    assert at.errors == []


def test_a_file_that_cannot_be_read_says_why_and_leaves_with_undo(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/drop")

    at.drop(CVS / "bad" / "encrypted_userpw.pdf", relation=FOUND)
    row = at.page.get_by_role("listitem").filter(has_text="encrypted_userpw.pdf")
    expect(row.get_by_text("The file asks for a password.")).to_be_visible()
    row.get_by_role("button", name="Discard").click()
    expect(row).to_be_hidden()
    at.toast("discarded").get_by_role("button", name="Undo").click()

    expect(row).to_be_visible()
    at.page.goto("/review?kind=failed")
    expect(at.page.get_by_text("The file asks for a password.").first).to_be_visible()


def test_found_people_get_no_mail_and_a_notice_falls_due(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/drop")
    before = len(at.mailbox())

    at.drop(("found.txt", cv("Rowan Ashgrove", "rowan.ashgrove@example.org", "+44 20 7946 0011")), relation=FOUND)
    at.open_person("Rowan Ashgrove")

    expect(at.page.locator(".cand-head").get_by_text("Notice by")).to_be_visible()
    assert len(at.mailbox()) == before
    at.page.get_by_role("button", name="Told otherwise").click()
    at.toast("Marked as informed")
    expect(at.page.locator(".cand-head").get_by_text("Informed")).to_be_visible()


def test_files_paused_and_left_are_sent_after_a_reload(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/drop")
    at.page.route(
        "**/api/uploads", lambda route: route.abort() if route.request.method == "POST" else route.continue_()
    )
    with at.page.expect_file_chooser() as chooser:
        at.page.get_by_role("button", name="choose them").click()
    text = cv("Linnea Forsgate", "linnea.forsgate@example.org", "+44 20 7946 0012")
    chooser.value.set_files([typed("left.txt", text)])
    at.page.get_by_label(FOUND).check()
    at.page.get_by_role("button", name="Read ").click()
    expect(at.page.get_by_text("Waiting", exact=True)).to_be_visible()

    at.page.unroute_all()
    at.page.reload()

    expect(at.page.get_by_role("link", name="Linnea Forsgate")).to_be_visible(timeout=READ_WITHIN)
