"""The workspace's own pages: members come, change and go; the audit says who looked; each chooses their own mails."""

import csv
import io
import re
import uuid
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import DESKTOP
from tests.browser.desk import Desk
from tests.browser.openings import job, people
from tests.integration.host.running import eventually
from vivier_local.client import Client

PASSWORD = "marée haute 2026"
LINK = re.compile(r"/p/invitation#[A-Za-z0-9_-]{22}")
SitDown = Callable[..., Desk]


def row(page: Page, name: str) -> Locator:
    return page.get_by_role("list", name="Members of the workspace").get_by_role("listitem").filter(has_text=name)


def act_on(page: Page, name: str, act: str) -> None:
    page.get_by_role("button", name=f"Act on {name}").click()
    page.get_by_role("menuitem", name=act).click()


def newcomer(at: Desk, role: str = "recruiter") -> dict[str, Any]:
    """Somebody who is invited, with a name of their own."""
    tag = uuid.uuid4().hex[:6]
    body = {"email": f"n.{tag}@equipe.example", "name": f"Nolwenn {tag.title()}", "role": role, "language": "en"}
    return dict(at.api("POST", "/members", body)) | body


def link_of(instance: str, email: str) -> str:
    """The path of the link in the last mail to an address."""
    with Client(instance, "admin") as api:
        mail = max(eventually(lambda: api.mails(email)), key=lambda m: str(m["at"]))
    found = LINK.search(httpx.get(f"{instance}/mailbox/api/messages/{mail['id']}").text)
    assert found
    return found.group()


def come(instance: str, email: str) -> None:
    """Accepts the invitation, as the page of the link does."""
    token = {"Authorization": f"Bearer {link_of(instance, email).partition('#')[2]}"}
    said = httpx.post(f"{instance}/public/invitation", headers=token, json={"password": PASSWORD}, timeout=30)
    said.raise_for_status()


@pytest.fixture
def admin(desk: SitDown) -> Desk:
    return desk("admin-en", "/settings/members")


def test_an_invited_hiring_manager_comes_by_the_link_and_sees_their_own_job_only(
    instance: str, admin: Desk, browser: Browser
) -> None:
    email = f"ewen.{uuid.uuid4().hex[:6]}@equipe.example"
    name = f"Ewen {email[5:11]}"
    page = admin.page
    page.get_by_role("button", name="Invite").click()
    page.get_by_label("E-mail", exact=True).fill("ewen at work")
    page.get_by_role("button", name="Send the invitation").click()
    expect(page.get_by_text("Type an address such as")).to_be_visible()
    page.get_by_label("E-mail", exact=True).fill(email)
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_label("Hiring manager").check()
    page.get_by_role("button", name="Send the invitation").click()
    admin.toast(f"Invitation for {name} on its way")
    expect(row(page, name)).to_contain_text("Invited")
    expect(row(page, name)).to_contain_text("They see nothing until")

    member = next(m for m in admin.api("GET", "/members")["members"] if m["email"] == email)
    title = f"Lock keeper {email[5:11]}"
    mine = job(admin, title, team=[{"member_id": member["id"], "role": "manager"}])
    other = job(admin, f"Bargee {email[5:11]}")
    page.reload()
    expect(row(page, name).get_by_role("link", name=title)).to_be_visible()

    theirs = browser.new_context(
        base_url=instance, viewport=DESKTOP, locale="en-GB", reduced_motion="reduce"
    ).new_page()
    theirs.goto(link_of(instance, email))
    theirs.get_by_label("Password", exact=True).fill(PASSWORD)
    theirs.get_by_role("button", name="Set the password").click()
    theirs.get_by_role("link", name="Sign in").click()
    sign_in(theirs, email)
    theirs.goto("/jobs")
    expect(theirs.get_by_role("heading", level=1, name="Jobs")).to_be_visible()
    expect(theirs.get_by_role("table").get_by_role("link", name=title)).to_be_visible()
    expect(theirs.get_by_text(other["title"]["en"])).to_have_count(0)
    theirs.goto(f"/jobs/{other['id']}")
    expect(theirs.get_by_text("There is no such job")).to_be_visible()
    theirs.goto("/settings/members")
    expect(theirs.get_by_text("Your role does not open this page")).to_be_visible()
    expect(theirs.get_by_text("Oliver Grantham")).to_be_visible()
    theirs.context.close()

    page.reload()
    expect(row(page, name)).to_contain_text("Active")
    assert mine["id"]
    assert admin.errors == []


def sign_in(page: Page, email: str) -> None:
    """Through the door and the pool's own form."""
    page.get_by_role("button", name="Sign in").click()
    page.locator("input[name=username]").fill(email)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("input[name=password]").press("Enter")
    expect(page.get_by_role("navigation", name="Main navigation")).to_be_visible()


@pytest.mark.soak
def test_a_role_changes_at_once_and_comes_back_with_undo(instance: str, admin: Desk) -> None:
    who = newcomer(admin)
    come(instance, who["email"])
    admin.page.reload()
    role = admin.page.get_by_label(f"Role of {who['name']}")

    role.select_option("reader")
    toast = admin.toast(f"{who['name']}: Reader")
    toast.get_by_role("button", name="Undo").click()

    expect(role).to_have_value("recruiter")
    eventually(
        lambda: [
            m for m in admin.api("GET", "/members")["members"] if m["id"] == who["id"] and m["role"] == "recruiter"
        ]
    )


@pytest.mark.soak
def test_who_is_removed_hands_their_tasks_over_first(instance: str, admin: Desk) -> None:
    who = newcomer(admin)
    come(instance, who["email"])
    ((person, _),) = people(admin, 1)
    task = {"title": "Call back", "due": {"on": "2030-01-07"}, "candidate_id": person, "assignee": who["id"]}
    given = admin.api("POST", "/tasks", task)["task"]["id"]
    admin.page.reload()

    act_on(admin.page, who["name"], "Remove…")
    dialog = admin.page.get_by_role("dialog", name=f"Remove {who['name']}?")
    expect(dialog).to_contain_text("1 open task of theirs is about people or jobs.")
    dialog.get_by_label("Hand them over to").select_option(label="Hannah Whitlock")
    assert admin.axe() == []
    dialog.get_by_role("button", name="Remove", exact=True).click()

    expect(admin.toast(f"{who['name']} removed")).to_contain_text("1 task handed over to Hannah Whitlock")
    expect(row(admin.page, who["name"])).to_have_count(0)
    assert admin.api("GET", f"/tasks/{given}")["task"]["assignee_name"] == "Hannah Whitlock"
    admin.page.get_by_text("removed member").click()
    act_on(admin.page, who["name"], "Invite again")
    expect(admin.page.get_by_label("E-mail", exact=True)).to_have_value(who["email"])


@pytest.mark.soak
def test_an_invitation_is_sent_again_and_taken_back(instance: str, admin: Desk) -> None:
    who = newcomer(admin)
    first = link_of(instance, who["email"])
    admin.page.reload()

    act_on(admin.page, who["name"], "Send the invitation again")
    admin.toast("Invitation sent again")
    eventually(lambda: link_of(instance, who["email"]) != first)
    act_on(admin.page, who["name"], "Take the invitation back")

    admin.toast(f"Invitation of {who['name']} taken back")
    expect(row(admin.page, who["name"])).to_have_count(0)


def test_the_audit_says_who_opened_a_person_and_what_was_taken_out(desk: SitDown) -> None:
    recruiter = desk("recruiter-en", "/people")
    ((person, name),) = people(recruiter, 1)
    recruiter.open_person(name)
    at = desk("admin-en", f"/settings/audit?person={person}")
    lines = at.page.get_by_role("region", name="Lines of the audit")

    opened = lines.get_by_role("listitem").filter(has_text="Record opened")
    expect(opened).to_contain_text("Hannah Whitlock")
    at.page.get_by_role("radiogroup", name="What was done").get_by_text("Changed").click()
    at.page.wait_for_url("**act=changed**")
    expect(lines.get_by_role("listitem").filter(has_text="Person added")).to_be_visible()
    expect(opened).to_have_count(0)
    at.page.get_by_label("By", exact=True).select_option(label="Tom Ashworth")
    expect(at.page.get_by_text("Nothing was done")).to_be_visible()
    at.page.get_by_role("button", name="Clear the filters").first.click()

    at.page.goto(f"/settings/audit?person={person}")
    with at.page.expect_download() as download:
        at.page.get_by_role("button", name="Export (CSV)").click()
    at.toast("exported; the audit says so")
    written = list(csv.DictReader(io.StringIO(download.value.path().read_text("utf-8-sig"))))
    assert {(line["Who"], line["Person"]) for line in written if line["What"] == "Record opened"} == {
        ("Hannah Whitlock", name)
    }
    expect(lines.get_by_role("listitem").filter(has_text="Audit exported")).to_contain_text("Oliver Grantham")
    lines.get_by_role("link", name=name).first.click()
    expect(at.page.get_by_role("heading", level=1, name=name)).to_be_visible()
    assert at.errors == []


@pytest.mark.soak
def test_a_recruiter_chooses_the_hour_of_the_mail_of_the_day_or_none(desk: SitDown) -> None:
    at = desk("recruiter-en", "/settings")
    hour = at.page.get_by_label("Mail of the day")
    before = at.api("GET", "/me")["member"]["digest_hour"]

    hour.select_option("18" if before != 18 else "7")
    at.toast("Preferences saved")
    changed = at.api("GET", "/me")["member"]["digest_hour"]
    assert changed == (18 if before != 18 else 7)
    hour.select_option("")
    eventually(lambda: at.api("GET", "/me")["member"]["digest_hour"] is None)
    at.page.reload()
    expect(hour).to_have_value("")
    hour.select_option(str(changed))
    at.toast("Preferences saved").get_by_role("button", name="Undo").click()
    expect(hour).to_have_value("")
    at.api("PATCH", "/me", {"digest_hour": before})


@pytest.mark.soak
def test_reasons_are_renamed_ordered_retired_and_offered_as_they_stand(desk: SitDown) -> None:
    at = desk("recruiter-en", "/settings/reasons")
    own = f"Too far {uuid.uuid4().hex[:6]}"
    at.page.get_by_role("button", name="Add a reason").nth(1).click()
    at.page.get_by_label("New reason, English").fill(own)
    at.page.get_by_role("button", name=f"Move {own} up").click()
    at.page.get_by_role("button", name="Save").click()
    at.toast("Reasons saved")

    held = at.api("GET", "/refusal-reasons")["reasons"]
    theirs = [r["label"]["en"] for r in held if r["side"] == "theirs"]
    assert theirs[-2] == own
    at.page.get_by_label(f"Offered: {own}").uncheck()
    at.page.get_by_role("button", name="Save").click()
    expect(at.page.get_by_text("Nothing to save.")).to_be_visible()
    assert next(r for r in at.api("GET", "/refusal-reasons")["reasons"] if r["label"]["en"] == own)["in_use"] is False
    assert at.errors == []


@pytest.mark.soak
def test_a_ready_made_pipeline_becomes_ones_own_and_begins_a_job(desk: SitDown) -> None:
    at = desk("recruiter-en", "/settings/pipelines")
    ready = at.page.get_by_role("region", name="Ready-made").locator(".library-entry").filter(has_text="Direct search")
    ready.get_by_role("button", name="Make it yours").first.click()
    at.toast("is a template of yours now")
    at.page.wait_for_url("**/stages")

    at.page.goto("/settings/pipelines")
    mine = (
        at.page.get_by_role("region", name="Of your workspace").get_by_role("listitem").filter(has_text="Direct search")
    )
    mine.get_by_role("link", name="New job with this").first.click()
    at.page.wait_for_url("**/jobs/new?like=**")
    expect(at.page.get_by_role("list", name="Stages")).to_contain_text("Spotted")
    at.page.goto("/settings/pipelines")
    expect(mine.first).to_be_visible()
    count = mine.count()
    at.page.get_by_role("button", name="Act on Direct search").first.click()
    at.page.get_by_role("menuitem", name="Delete").click()
    at.toast("Direct search deleted").get_by_role("button", name="Undo").click()
    at.toast("Direct search is back")
    expect(mine).to_have_count(count)
