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
