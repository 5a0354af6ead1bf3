"""A person's record: corrected with undo, seen on the page, noted, and tagged with others."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.desk import FOUND, Desk, cv


def test_a_field_is_corrected_and_the_correction_undone(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/drop")
    at.drop(("corrected.txt", cv("Imogen Sallow", "imogen.sallow@example.org", "+44 20 7946 0021")))
    at.open_person("Imogen Sallow")
    profile = at.page.get_by_role("region", name="Profile")

    profile.get_by_role("button", name="E-mail: imogen.sallow@example.org. Edit").click()
    at.page.keyboard.type("imogen@sallow.example")
    at.page.keyboard.press("Enter")

    changed = profile.get_by_role("button", name="E-mail: imogen@sallow.example. Edit")
    expect(changed).to_be_visible()
    at.toast("E-mail changed")
    expect(at.page.get_by_role("region", name="Timeline").get_by_text("changed e-mail").first).to_be_visible()

    at.page.locator("h1").focus()
    at.page.keyboard.press("z")
    expect(profile.get_by_role("button", name="E-mail: imogen.sallow@example.org. Edit")).to_be_visible()
    at.page.reload()
    expect(profile.get_by_role("button", name="E-mail: imogen.sallow@example.org. Edit")).to_be_visible()


def test_show_me_where_marks_the_value_on_the_page(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/drop")
    at.drop(("shown.txt", cv("Bram Oosterlo", "bram.oosterlo@example.org", "+44 20 7946 0022")), relation=FOUND)
    at.open_person("Bram Oosterlo")

    at.page.get_by_role("button", name="Show on the CV: E-mail").click()

    expect(at.page.locator(".sheet-mark")).to_be_visible()
    expect(at.page.locator(".sheet-note")).to_have_text("E-mail")
    assert "show=emails.0" in at.page.url


def test_two_people_editing_the_same_field_choose_between_their_texts(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/drop")
    at.drop(("both.txt", cv("Tamsin Wherry", "tamsin.wherry@example.org", "+44 20 7946 0023")), relation=FOUND)
    at.open_person("Tamsin Wherry")
    other = desk("recruiter", "/people")
    other.page.goto(at.page.url)
    other.page.get_by_role("button", name="Nom : Tamsin Wherry. Modifier".replace(" :", "\u202f:")).click()
    other.page.keyboard.type("Tamsin A. Wherry")
    other.page.keyboard.press("Enter")
    other.toast("modifié")

    at.page.get_by_role("button", name="Name: Tamsin Wherry. Edit").click()
    at.page.keyboard.type("Tamsin Wherry-Lowe")
    at.page.keyboard.press("Enter")

    conflict = at.page.get_by_role("alert").filter(has_text="This was changed meanwhile")
    expect(conflict.get_by_text("Tamsin A. Wherry")).to_be_visible()
    expect(conflict.get_by_text("Tamsin Wherry-Lowe")).to_be_visible()
    conflict.get_by_role("button", name="Use mine").click()
    expect(at.page.get_by_role("heading", level=1, name="Tamsin Wherry-Lowe")).to_be_visible()


def test_a_note_that_the_law_forbids_is_shown_before_it_is_saved(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/drop")
    at.drop(("noted.txt", cv("Piers Holloway", "piers.holloway@example.org", "+44 20 7946 0024")), relation=FOUND)
    at.open_person("Piers Holloway")

    at.page.locator("h1").focus()
    at.page.keyboard.press("n")
    at.page.get_by_role("textbox", name="Note").fill("Good with engines. Married, two children.")
    at.page.get_by_role("button", name="Save").click()
    warning = at.page.get_by_role("alert").filter(has_text="The law forbids")
    expect(warning).to_be_visible()
    at.page.get_by_role("textbox", name="Note").fill("Good with engines. Free from March.")
    at.page.get_by_role("button", name="Save").click()

    note = at.page.locator(".event-body").filter(has_text="Free from March")
    expect(note).to_be_visible()
    note.get_by_role("button", name="Edit or delete this note").click()
    at.page.get_by_role("menuitem", name="Delete").click()
    expect(note).to_be_hidden()
    at.toast("Note deleted").get_by_role("button", name="Undo").click()
    expect(note).to_be_visible()


def test_many_people_are_tagged_at_once_and_untagged_by_undo(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/drop")
    people = [("Greta Lindfors", "31"), ("Otis Marchbanks", "32")]
    at.drop(*[(f"{n[:3]}.txt", cv(n, f"{n.split()[0].lower()}@example.org", f"+44 20 7946 00{d}")) for n, d in people])
    at.page.goto("/people")
    for name, _ in people:
        at.page.get_by_role("checkbox", name=f"Select {name}").check()

    at.page.keyboard.press("t")
    at.page.get_by_role("textbox", name="Tag").fill("harbour")
    at.page.keyboard.press("Enter")

    toast = at.toast("2 people tagged “harbour”")
    expect(at.page.get_by_role("row").filter(has_text="Greta Lindfors").get_by_text("harbour")).to_be_visible()
    expect(at.page.get_by_role("complementary", name="Filters").get_by_text("harbour")).to_be_visible()
    toast.get_by_role("button", name="Undo").click()
    expect(at.page.get_by_role("row").filter(has_text="Greta Lindfors").get_by_text("harbour")).to_be_hidden()


def test_somebody_known_is_not_added_twice_by_hand(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/people/new")
    for _ in range(2):
        at.page.goto("/people/new")
        at.page.get_by_label("Name").fill("Ottoline Marsh")
        at.page.get_by_label("E-mail").fill("ottoline.marsh@example.org")
        at.page.get_by_label(FOUND).check()
        at.page.get_by_role("button", name="Add this person").click()
        at.page.wait_for_timeout(300)

    at.page.get_by_role("link", name="Open their record").click()

    expect(at.page.get_by_role("heading", level=1, name="Ottoline Marsh")).to_be_visible()


def test_coming_back_finds_the_list_where_it_was_left(desk: Callable[..., Desk]) -> None:
    at = desk("recruiter-en", "/drop")
    names = ["Alder Finch", "Birch Lowell", "Cedar Voss", "Hazel Quist", "Laurel Stamm", "Rowan Tighe"]
    at.drop(
        *[
            (f"{n[:4]}.txt", cv(n, f"{n.replace(' ', '.')}@example.org", f"+44 20 7946 08{i:02}"))
            for i, n in enumerate(names)
        ],
        relation=FOUND,
    )
    at.page.set_viewport_size({"width": 1440, "height": 360})
    at.page.goto("/people")
    people = at.page.get_by_role("region", name="List of people")
    expect(people.get_by_role("link", name="Birch Lowell")).to_be_attached()
    people.evaluate("list => list.scrollTo(0, 96)")
    at.page.wait_for_timeout(300)

    # A click of the mouse would scroll first; the link is followed where it stands.
    people.get_by_role("link", name="Birch Lowell").evaluate("link => link.click()")
    expect(at.page.get_by_role("heading", level=1, name="Birch Lowell")).to_be_visible()
    at.page.go_back()
    expect(people.get_by_role("link", name="Birch Lowell")).to_be_attached()

    assert people.evaluate("list => list.scrollTop") == 96
