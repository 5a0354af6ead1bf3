"""Two records of one name: suggested, compared, merged, and taken apart again."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.desk import FOUND, Desk, cv


def test_a_duplicate_is_found_merged_and_the_merge_undone(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/drop")
    at.drop(("first.txt", cv("Cosima Thackeray", "cosima@example.org", "+44 20 7946 0041")), relation=FOUND)
    at.drop(("second.txt", cv("Cosima Thackeray", "c.thackeray@example.net", "+44 20 7946 0042")), relation=FOUND)

    at.page.goto("/review?kind=duplicate")
    at.page.get_by_role("link").filter(has_text="Cosima Thackeray").first.click()
    table = at.page.get_by_role("table")
    expect(table.get_by_text("cosima@example.org")).to_be_visible()
    expect(table.get_by_text("c.thackeray@example.net")).to_be_visible()

    at.page.get_by_role("button", name="Same person").click()
    at.toast("The two records are one")
    at.page.goto("/people?q=Thackeray")
    people = at.page.get_by_role("link", name="Cosima Thackeray")
    expect(people).to_have_count(1)

    people.click()
    profile = at.page.get_by_role("region", name="Profile")
    expect(profile.get_by_text("cosima@example.org")).to_be_visible()
    expect(profile.get_by_text("c.thackeray@example.net")).to_be_visible()
    at.page.get_by_role("button", name="Undo the merge").click()
    at.toast("stand apart again")
    at.page.goto("/people?q=Thackeray")
    expect(people).to_have_count(2)


def test_saying_that_they_are_two_people_can_be_undone(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/drop")
    at.drop(("one.txt", cv("Evander Pike", "evander@example.org", "+44 20 7946 0051")), relation=FOUND)
    at.drop(("two.txt", cv("Evander Pike", "e.pike@example.net", "+44 20 7946 0052")), relation=FOUND)
    at.page.goto("/review?kind=duplicate")
    case = at.page.get_by_role("region", name="Cases").get_by_role("link").filter(has_text="Evander Pike")
    case.first.click()

    at.page.get_by_role("button", name="Two people").click()
    expect(case).to_have_count(0)
    at.toast("Kept as two people").get_by_role("button", name="Undo").click()

    expect(case).to_have_count(1)


def test_a_record_is_merged_with_one_that_was_looked_for_and_the_merge_undone(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/drop")
    at.drop(("maiden.txt", cv("Ottilie Frayn", "ottilie@example.org", "+44 20 7946 0061")), relation=FOUND)
    at.drop(("married.txt", cv("Tilly Marchbanks", "t.marchbanks@example.net", "+44 20 7946 0062")), relation=FOUND)
    at.open_person("Ottilie Frayn")

    at.page.get_by_role("button", name="More on this record").click()
    at.page.get_by_role("menuitem", name="Merge with another record").click()
    picker = at.page.get_by_role("dialog", name="The other record of Ottilie Frayn")
    picker.get_by_label("Name, e-mail or phone of the other record").fill("t.marchbanks@example.net")
    picker.get_by_role("button").filter(has_text="Tilly Marchbanks").click()
    expect(picker.get_by_text("Merge the record of Tilly Marchbanks into the record of Ottilie Frayn?")).to_be_visible()
    assert at.axe() == []
    picker.get_by_role("button", name="Merge", exact=True).click()

    expect(picker).to_have_count(0)
    profile = at.page.get_by_role("region", name="Profile")
    expect(profile.get_by_text("t.marchbanks@example.net")).to_be_visible()
    at.toast("The two records are one").get_by_role("button", name="Undo").click()
    expect(profile.get_by_text("t.marchbanks@example.net")).to_have_count(0)
