"""The list of people and what is done with many of them at once."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.desk import Desk
from tests.browser.test_sequences import mail, running
from tests.browser.test_writing import someone
from vivier.kernel.ids import new_id


def test_everyone_of_a_list_is_selected_also_who_is_not_loaded_and_put_into_a_sequence(
    desk: Callable[..., Desk],
) -> None:
    at: Desk = desk("recruiter-en", "/people")
    page = at.page
    tail = new_id("one")[-5:].lower()
    for n in range(52):
        someone(at, f"Anouk {tail} {n}", f"anouk.{tail}.{n}@lists.example")
    many = at.api("GET", "/candidates?relation=found&limit=1")["total"]
    running(at, f"Letters {tail}", mail("The lock at Redon"))

    page.goto("/people?relation=found")
    page.get_by_role("checkbox", name="Select everyone in the list").check()
    bar = page.get_by_role("toolbar", name="Actions on the selection")
    expect(bar.get_by_role("status")).to_have_text("50 selected")
    assert (at.axe(), at.unsaid(), at.too_wide()) == ([], [], 0)
    bar.get_by_role("button", name=f"Select all {many}").click()
    expect(bar.get_by_role("status")).to_have_text(f"{many} selected")
    expect(bar.get_by_role("button", name="Select all")).to_have_count(0)

    page.keyboard.press("q")
    panel = page.get_by_role("dialog")
    panel.get_by_label("Sequence", exact=True).select_option(label=f"Letters {tail}")
    told = panel.get_by_text("Who gets what when")
    expect(told).to_be_visible(timeout=60_000)
    assert 52 <= int(told.inner_text().rpartition(" ")[2]) <= many
    assert (at.axe(), at.unsaid(), at.too_wide(), at.errors) == ([], [], 0, [])


def test_who_is_chosen_stays_so_while_one_looks_for_others(desk: Callable[..., Desk]) -> None:
    at: Desk = desk("recruiter-en", "/people")
    page = at.page
    tail = new_id("one")[-5:].lower()
    for name in (f"Odile {tail}", f"Piet {tail}"):
        someone(at, name, f"{name[0]}.{tail}@lists.example")

    for name in (f"Odile {tail}", f"Piet {tail}"):
        page.get_by_label("Find by name, e-mail or phone").fill(name)
        page.get_by_role("row").filter(has_text=name).get_by_role("checkbox").check()
    page.get_by_role("toolbar", name="Actions on the selection").get_by_role("button", name="E-mail").click()

    panel = page.get_by_role("dialog")
    expect(panel).to_contain_text(f"Odile {tail}")
    expect(panel).to_contain_text(f"Piet {tail}")


def test_everyone_under_several_filters_is_put_into_a_sequence_and_seen_before(desk: Callable[..., Desk]) -> None:
    at: Desk = desk("recruiter-en", "/people")
    tail = tagged(at, "An Visser", "Bo Visser", None)
    running(at, f"Letters {tail}", mail("The lock at Redon"))

    at.page.goto(f"/people?relation=found&tag={tail}")
    expect(at.page.get_by_role("status").filter(has_text="3 people")).to_be_visible()
    at.page.get_by_role("button", name="Add them to a sequence").click()
    panel = at.page.get_by_role("dialog")
    panel.get_by_label("Sequence", exact=True).select_option(label=f"Letters {tail}")

    expect(panel.get_by_role("status")).to_contain_text("2 people get it. 1 is left out: 1 without an address.")
    assert (at.axe(), at.unsaid(), at.too_wide()) == ([], [], 0)
    panel.get_by_role("button", name="Add 2 people").click()
    at.toast("2 people added")
    assert at.errors == []


def test_on_a_phone_everyone_of_a_list_is_selected_and_all_that_can_be_done_is_in_sight(
    desk: Callable[..., Desk],
) -> None:
    at: Desk = desk("recruiter", "/people", phone=True)
    page = at.page
    tail = tagged(at, "An Visser", "Bo Visser", "Cor Visser")

    page.goto(f"/people?relation=found&tag={tail}")
    page.get_by_role("checkbox", name="An Visser").check()
    bar = page.get_by_role("toolbar")
    bar.get_by_role("button", name="Sélectionner toute la liste").click()

    expect(bar.get_by_role("status")).to_have_text("3 sélectionnées")
    for act in bar.get_by_role("button").all():
        box = act.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
    assert (at.axe(), at.unsaid(), at.too_wide()) == ([], [], 0)
    bar.get_by_role("button", name="Tout désélectionner").click()
    expect(bar).to_be_hidden()
    assert at.errors == []


def tagged(at: Desk, *names: str | None) -> str:
    """People with a tag of their own, one without an address where no name is given; the tag."""
    tail = new_id("one")[-6:].lower()
    for n, name in enumerate(names):
        one = someone(at, name or "Una Visser", f"v{n}.{tail}@lists.example" if name else None)
        version = at.api("GET", f"/candidates/{one}")["candidate"]["version"]
        headers = {"authorization": at._signed, "if-match": f'"{version}"'}
        path = f"{at.origin}/api/candidates/{one}"
        assert at.page.request.fetch(path, method="PATCH", headers=headers, data={"tags": [tail]}).ok
    return tail
