"""Rules about people: promises, identity, contacts, editing, the catalogue. Pure."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from tests.factories import NOW, actor

from vivier.kernel.errors import Invalid
from vivier.kernel.ids import new_id
from vivier.law import catalogue
from vivier.law.prohibited import PROHIBITED
from vivier.people import contacts, editing, identity, promises
from vivier.people.editing import Edit, EntryEdit
from vivier.people.fields import Entry, Fields, Value
from vivier.people.identity import Claim
from vivier.people.model import Candidate, Card, Origin

bounded = settings(max_examples=80, derandomize=True)


def candidate(**fields: object) -> Candidate:
    held = Fields.model_validate(fields)
    return Candidate(
        id=new_id("can"), created_at=NOW, updated_at=NOW, relation="found", origin=Origin(), language="fr", fields=held
    )


def read(value: str, confidence: float = 0.9) -> dict[str, object]:
    return {"value": value, "confidence": confidence}


def edited(of: Candidate, **edit: object) -> tuple[Candidate, list[str]]:
    after, changes = editing.apply(of, Edit.model_validate(edit), actor(), NOW)
    return after, [c.field for c in changes]


# Promises


@pytest.mark.parametrize(
    ("day", "due"),
    [
        ((2026, 1, 31), (2026, 2, 28)),
        ((2028, 1, 31), (2028, 2, 29)),
        ((2026, 12, 31), (2027, 1, 31)),
        ((2026, 11, 30), (2026, 12, 30)),
        ((2026, 3, 31), (2026, 4, 30)),
        ((2026, 2, 28), (2026, 3, 28)),
    ],
)
def test_a_month_ends_on_the_same_day_or_the_last(day: tuple[int, int, int], due: tuple[int, int, int]) -> None:
    assert promises.a_month_after(datetime(*day, 9, tzinfo=UTC)) == datetime(*due, 9, tzinfo=UTC)


@bounded
@given(st.integers(0, 36_500))
def test_a_month_is_never_longer_than_the_law_allows(days: int) -> None:
    instant = NOW + timedelta(days=days)
    assert timedelta(days=28) <= promises.a_month_after(instant) - instant <= timedelta(days=31)


def test_what_arrives_within_a_day_is_one_application() -> None:
    first = promises.applied(candidate(), NOW)
    assert first.application

    assert promises.applied(first, NOW + timedelta(hours=23)).application == first.application
    second = promises.applied(first, NOW + timedelta(hours=24)).application
    assert second
    assert second.id != first.application.id


def test_who_applied_owes_no_notice_and_who_knows_gets_no_second() -> None:
    found = promises.found(candidate(), NOW)

    assert found.notice_due_at == promises.a_month_after(NOW)
    assert promises.found(found, NOW + timedelta(days=5)).notice_due_at == found.notice_due_at
    assert promises.applied(found, NOW).notice_due_at is None
    assert promises.found(promises.applied(found, NOW), NOW).notice_due_at is None


# Identity


@bounded
@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    folded = identity.fold(text)

    assert identity.fold(folded) == folded
    assert "#" not in folded


@bounded
@given(st.text(max_size=60))
def test_words_of_a_name_make_keys(name: str) -> None:
    tokens = identity.name_tokens(name)

    assert len(tokens) <= 5
    assert all(len(t) >= 2 and " " not in t and "#" not in t for t in tokens)
    assert identity.name_tokens(name.upper().lower()) == identity.name_tokens(name.upper().lower().strip())


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Maëlys Kervadec", "KERVADEC Maelys", True),
        ("Jean-Luc Le Goff", "Jean Luc LE GOFF", True),
        ("Maëlys Anne Kervadec", "Maëlys Kervadec", True),
        (None, "Maëlys Kervadec", True),
        ("Maëlys Kervadec", "Dorian Vasseur", False),
        ("Anna Martin", "Paul Bernard", False),
    ],
)
def test_names_of_one_person_are_alike(one: str | None, other: str, same: bool) -> None:
    assert identity.same_name(one, other) is same


@pytest.mark.parametrize(
    ("url", "claim"),
    [
        ("https://www.linkedin.com/in/mkervadec/", "linkedin.com/in/mkervadec"),
        ("http://fr.linkedin.com/in/MKervadec?trk=x#top", "linkedin.com/in/mkervadec"),
        ("github.com/mk", "github.com/mk"),
        ("https://github.com/mk/repo", "github.com/mk"),
        ("https://stackoverflow.com/users/42/mk", "stackoverflow.com/users/42"),
        ("https://linkedin.com/company/halage", None),
        ("https://linkedin.com.evil.example/in/mk", None),
        ("https://halage.example/in/mk", None),
        ("https://github.com/", None),
        ("", None),
    ],
)
def test_a_profile_is_one_persons_page(url: str, claim: str | None) -> None:
    assert identity.profile_claim(url) == (Claim("link", claim) if claim else None)


def test_only_sure_values_of_ones_own_are_claimed() -> None:
    one = candidate(
        emails=[read("Sure@x.example"), read("doubt@x.example", 0.3), {"value": "b@x.example", "merged_from": "can_1"}],
        phones=[read("+33641182290"), read("0641")],
    ).model_copy(update={"shared": ["phone:+33641182290"]})

    assert identity.claims(one) == {Claim("email", "sure@x.example")}


def test_a_list_of_a_hundred_addresses_claims_a_few() -> None:
    many = candidate(emails=[read(f"p{n}@x.example") for n in range(100)])

    assert len(identity.claims(many)) == identity.MOST_CLAIMS


# Contacts


@pytest.mark.parametrize("text", ["a@b.fr", " A.b+c@sous.domaine.example ", "é@château.example"])
def test_addresses_are_taken(text: str) -> None:
    assert contacts.email(text) == text.strip()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "a@b",
        "a b@c.fr",
        "a@b.fr\r\nBcc: c@d.fr",
        "<a@b.fr>",
        "a@b.fr,c@d.fr",
        "@b.fr",
        "a@@b.fr",
        "x" * 65 + "@b.fr",
    ],
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(Invalid):
        contacts.email(text)


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("06 41 18 22 90", "fr", "+33641182290"),
        ("+44 7700 900123", "fr", "+447700900123"),
        ("07700 900123", "en", "+447700900123"),
    ],
)
def test_phones_are_stored_in_one_form(text: str, language: str, number: str) -> None:
    assert contacts.phone(text, language) == number  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text", ["javascript:alert(1)", "data:text/html,x", "ftp://x.example", "https://", "x y", "a" * 600]
)
def test_links_that_run_something_are_refused(text: str) -> None:
    with pytest.raises(Invalid):
        contacts.link(text)


# Editing


def test_an_edit_touches_what_it_names_and_says_what_differs() -> None:
    one = candidate(name=read("Maëlys"), skills=[read("Écluses")])

    after, changed = edited(one, name="Maëlys Kervadec", skills=["Écluses", "Python"])

    assert changed == ["name", "skills"]
    assert [(v.value, v.origin) for v in after.fields.skills] == [("Écluses", "read"), ("Python", "typed")]
    assert after.fields.name
    assert (after.fields.name.origin, after.fields.name.confidence, after.fields.name.by) == ("typed", None, actor().id)
    assert one.fields.name
    assert one.fields.name.value == "Maëlys"


def test_the_same_text_is_no_edit() -> None:
    assert edited(candidate(name=read("Maëlys")), name="Maëlys")[1] == []


def test_null_empties_and_absent_leaves() -> None:
    after, changed = edited(candidate(name=read("Maëlys"), headline=read("Capitaine")), name=None)

    assert changed == ["name"]
    assert after.fields.name is None
    assert after.fields.headline


def test_what_was_read_badly_may_stay_beside_what_is_typed() -> None:
    one = candidate(links=[read("halage.example/mk")], phones=[read("0641 (pro)")], emails=[read("a@courrier")])

    after, _ = edited(
        one,
        links=["halage.example/mk", "autre.example"],
        phones=["0641 (pro)", "06 41 18 22 90"],
        emails=["a@courrier", "b@courrier.example"],
    )

    assert [(v.value, v.origin) for v in after.fields.links] == [
        ("halage.example/mk", "read"),
        ("https://autre.example", "typed"),
    ]
    assert [v.value for v in after.fields.phones] == ["0641 (pro)", "+33641182290"]


def test_a_new_address_may_be_written_to_again() -> None:
    stopped = candidate(emails=[read("a@x.example")]).model_copy(update={"mailable": False})

    assert edited(stopped, emails=["b@x.example"])[0].mailable
    assert not edited(stopped, emails=["a@x.example", "b@x.example"])[0].mailable


def test_a_doubt_is_confirmed_and_taken_back() -> None:
    one = candidate(phones=[read("+33641182290", 0.3)])
    assert one.fields.doubtful() == ["phones.0"]

    sure, changed = edited(one, confirm=["phones.0"])
    again, taken_back = edited(sure, unconfirm=["phones.0"])

    assert (sure.fields.doubtful(), changed) == ([], ["phones.0"])
    assert (again.fields.doubtful(), taken_back) == (["phones.0"], ["phones.0"])
    assert edited(sure, confirm=["phones.0"])[1] == []


def test_taking_back_a_confirmation_keeps_who_typed_a_value() -> None:
    typed, _ = edited(candidate(), name="Maëlys")

    after, changed = edited(typed, unconfirm=["name"])

    assert changed == []
    assert after.fields.name
    assert after.fields.name.by == actor().id


@pytest.mark.parametrize(
    "path",
    [
        "phones.1",
        "phones.²",
        "phones.-1",
        "phones.9999999999",
        "nobody",
        "name.x",
        "experience.ent_1.title",
        "",
        "phones",
        "id",
    ],
)
def test_a_path_that_leads_nowhere_is_refused(path: str) -> None:
    with pytest.raises((Invalid, ValidationError)):
        edited(candidate(name=read("M"), phones=[read("+33641182290", 0.3)]), confirm=[path])


def test_entries_keep_their_ids_and_cannot_stand_twice() -> None:
    one = candidate(experience=[Entry(id="ent_1", title=Value(value="Matelot", confidence=0.9))])

    after, _ = edited(
        one, experience=[EntryEdit(id="ent_1", title="Matelot", end="2020"), EntryEdit(employer="Halage"), EntryEdit()]
    )

    assert after.fields.experience[0].id == "ent_1"
    assert len(after.fields.experience) == 2
    for wrong in (
        [EntryEdit(id="ent_1", title="a"), EntryEdit(id="ent_1", title="b")],
        [EntryEdit(id="ent_9", title="a")],
    ):
        with pytest.raises(Invalid):
            edited(one, experience=wrong)


@pytest.mark.parametrize("day", ["2020-13", "20", "2020-1", "hier", "2020-01-01"])
def test_dates_are_years_or_months(day: str) -> None:
    with pytest.raises(ValidationError):
        EntryEdit(start=day)


# The catalogue


def test_the_fields_of_a_person_are_those_of_the_catalogue_and_none_is_prohibited() -> None:
    names = set(Fields.model_fields)

    assert names == {f.name for f in catalogue.fields()}
    assert not names & {str(p.kind) for p in PROHIBITED}
    assert not set(Edit.model_fields) & {str(p.kind) for p in PROHIBITED}
    assert [f.name for f in catalogue.fields() if f.essential] == ["name", "emails"]


@pytest.mark.parametrize("kind", [str(p.kind) for p in PROHIBITED])
def test_a_prohibited_field_does_not_exist(kind: str) -> None:
    for model in (Fields, Edit):
        with pytest.raises(ValidationError):
            model.model_validate({kind: "x"})


def test_a_card_is_small_whatever_the_record_holds() -> None:
    one = candidate(
        name=read("x" * 5000), headline=read("y" * 5000), skills=[read("z" * 500)] * 100, location=read("l" * 500)
    )

    assert len(Card.of(one).model_dump_json()) < 1500


def test_undoing_an_edit_brings_the_reading_back() -> None:
    before = candidate(headline=read("Capitaine", 0.7))

    typed, _ = edited(before, headline="Second")
    again, _ = edited(typed, headline="Troisième")
    undone, _ = edited(again, headline="Capitaine")

    assert undone.fields.headline == before.fields.headline
