"""Names among what stands around them: nicknames, degrees, houses, wishes, letters without a space, feet of pages."""

import pytest
from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import POSTS, profile
from tests.unit.resumes.test_typed_lists import typed

from vivier.resumes.layout.headings import heading_kind
from vivier.resumes.person.name import clean_name, well_written


def name_of(*lines: tuple[str, float], foot: str = "") -> str | None:
    """The name read below these lines of (text, size), with posts under them and `foot` at the page's foot."""
    sheet = Sheet()
    for text, size in lines:
        sheet.put(text, size=size, bold=size > 10)
    sheet.put("Expérience professionnelle", size=13, bold=True)
    for title, employer, period in POSTS:
        sheet.put(title, bold=True, right=period)
        sheet.put(employer)
        sheet.y += 8
    if foot:
        sheet.y = 812
        sheet.put(foot)
    found = profile(sheet).name
    return found.value if found else None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('Gwladys "Gwen" Hartley', 'Gwladys "Gwen" Hartley'),
        ("Xiaoling (Lily) Chen", "Xiaoling (Lily) Chen"),
        ("Jean-Baptiste « JB » Morel", 'Jean-Baptiste "JB" Morel'),
        ("Robert ‘Bob’ Tan", 'Robert "Bob" Tan'),
    ],
)
def test_what_somebody_is_called_stands_within_the_name(written: str, meant: str) -> None:
    assert clean_name(written) == meant


def test_a_nickname_in_capitals_is_written_as_a_name() -> None:
    assert well_written('GWLADYS "GWEN" HARTLEY') == 'Gwladys "Gwen" Hartley'


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Owen Pritchard BA (Hons) PGCE", "Owen Pritchard"),
        ("Sarah Cole MCIPD", "Sarah Cole"),
        ("Tom Hollis MCIPS", "Tom Hollis"),
        ("The Revd Jonathan Akintola", "Jonathan Akintola"),
        ("Tamara Whitlock DipHE RMN", "Tamara Whitlock"),
        ("Ahmed El-Sayed, PMP®", "Ahmed El-Sayed"),
        ("TOM HALE, P.Eng., PMP", "TOM HALE"),
        ("Priya Raman, RN, BSN, CCRN", "Priya Raman"),
        ("Li MA", "Li MA"),
        ("Hugo Rosba", "Hugo Rosba"),
    ],
)
def test_degrees_behind_a_name_are_no_part_of_it(written: str, meant: str) -> None:
    assert clean_name(written) == meant


def test_a_post_of_no_list_under_a_whole_name_is_no_part_of_it() -> None:
    read = typed("Grégoire Aubort\nPolymécanicien CFC\n079 456 78 90\ngregoire.aubort@exemple.ch\n")

    assert read.name is not None
    assert read.name.value == "Grégoire Aubort"


def test_a_post_in_capitals_over_a_smaller_name_is_no_part_of_it() -> None:
    assert name_of(("SOUDEUR", 20), ("Thibault Lemaire", 14), ("thibault@brindissi.example", 10)) == "Thibault Lemaire"


def test_a_name_over_three_rows_may_end_in_a_trade() -> None:
    assert (
        name_of(("Ingrid", 44), ("Solheim", 44), ("Carter", 44), ("ingrid@brindissi.example", 10))
        == "Ingrid Solheim Carter"
    )


@pytest.mark.parametrize(
    "above", ["RESPONSABLE LOGISTIQUE", "ALTEA CONSEIL", "DOSSIER DE COMPÉTENCES", "Candidature spontanée"]
)
def test_what_stands_large_above_a_name_is_none(above: str) -> None:
    assert (
        name_of((above, 20), ("QUILLÉVÉRÉ Aurore", 10), ("dossiers@altea-conseil.example", 10)) == "Quillévéré Aurore"
    )


@pytest.mark.parametrize(
    "wish", ["Recherche alternance", "Recherche d'un emploi", "Looking for a job", "À la recherche d'un stage"]
)
def test_what_somebody_looks_for_is_no_heading(wish: str) -> None:
    assert heading_kind(wish) is None
    assert name_of((wish, 22), ("Aurore Quillévéré", 14), ("aq29@exemple.fr", 10)) == "Aurore Quillévéré"


@pytest.mark.parametrize("printed", ["bilgeaksoy", "BILGEAKSOY", "BilgeAksoy"])
def test_names_set_without_a_space_are_parted_where_the_address_parts_them(printed: str) -> None:
    assert name_of((printed, 26), ("bilge.aksoy@example.com", 10)) == "Bilge Aksoy"


def test_a_name_may_stand_in_the_letterhead_s_foot_only() -> None:
    foot = "Aurore Quillévéré – 06 39 98 44 90 – contact@exemple.fr"

    assert name_of(("Paysagiste conceptrice", 18), foot=foot) == "Aurore Quillévéré"


@pytest.mark.parametrize(
    "name", ["Bettina Smith", "Alwyn Baker", "Gonzague Marchand", "Dr Foulques Barre", "Ingrid Carter"]
)
def test_a_surname_that_was_a_trade_is_a_surname(name: str) -> None:
    read = name_of(("Curriculum vitae", 13), (name, 14), ("14 Castle Street", 10), ("hello@example.com", 10))

    assert read == name.removeprefix("Dr ")


def test_what_reads_as_a_house_is_the_name_where_no_other_stands() -> None:
    assert name_of(("Foulques Conseil", 22), ("06 39 98 44 90", 10)) == "Foulques Conseil"


@pytest.mark.parametrize("name", ["Greta Lindfors", "Cegep Okwuosa"])
def test_a_name_that_holds_a_word_for_a_house_is_one_where_its_address_begins_with_it(name: str) -> None:
    first = name.split()[0].lower()

    assert name_of((name, 10), ("Marine mechanic", 10), (f"{first}@example.org", 10)) == name


@pytest.mark.parametrize("name", ["Aurore", "Ndeye Coumba", "AURORE", "Goulven"])
def test_a_small_first_name_over_a_large_surname_is_one_name(name: str) -> None:
    read = name_of((name, 15), ("QUILLÉVÉRÉ-NGUEMA", 24), ("aq29@exemple.fr", 10))

    assert read == f"{well_written(name)} Quillévéré-Nguema"


@pytest.mark.parametrize("above", ["Architecte", "Bordeaux", "Portfolio", "Greta"])
def test_what_stands_small_over_a_large_name_is_no_first_name(above: str) -> None:
    assert name_of((above, 15), ("AURORE QUILLÉVÉRÉ", 24), ("aq29@exemple.fr", 10)) == "Aurore Quillévéré"


@pytest.mark.parametrize("row", ["Goulven Quillévéré : Aide-soignant", "Aide-soignant : Goulven Quillévéré"])
def test_a_colon_may_part_a_name_from_the_post(row: str) -> None:
    assert name_of((row, 14), ("sunny29@exemple.fr", 10)) == "Goulven Quillévéré"


def test_a_post_beside_a_name_may_be_told_by_how_it_is_set_only() -> None:
    sheet = Sheet()
    sheet._words("QUILLÉVÉRÉ Goulven", 50, 18, True)
    sheet.put("Aide-soignant de nuit", 236, size=18)
    sheet.put("06 39 98 44 90 – sunny29@exemple.fr")
    sheet.put("Expérience professionnelle", size=13, bold=True)
    for title, employer, period in POSTS:
        sheet.put(f"{title}, {employer}", right=period)

    assert (found := profile(sheet).name) is not None
    assert found.value == "Quillévéré Goulven"


def test_contacts_may_stand_beside_a_first_name_and_the_surname_under_it() -> None:
    sheet = Sheet()
    for left, right in (("Goulven", "29200 Brest"), ("TOURS", "06 39 98 44 90"), ("Comptable", "sunny29@exemple.fr")):
        sheet.beside(left, right, 298)
    sheet.put("Expérience professionnelle", size=13, bold=True)
    for title, employer, period in POSTS:
        sheet.put(f"{title}, {employer}", right=period)

    assert (found := profile(sheet).name) is not None
    assert found.value == "Goulven Tours"


def test_a_post_set_large_gives_way_to_the_name_in_the_foot() -> None:
    foot = "Dulce de la Torre | 06 39 98 44 90 | sunny29@exemple.fr"

    assert name_of(("Contrôleuse financière", 20), foot=foot) == "Dulce de la Torre"


def beside(*rows: tuple[str, str]) -> str | None:
    """The name read where contacts stand in a second column."""
    sheet = Sheet()
    for left, right in rows:
        sheet.beside(left, right, 298)
    sheet.put("Expérience professionnelle", size=13, bold=True)
    for title, employer, period in POSTS:
        sheet.put(f"{title}, {employer}", right=period)
    found = profile(sheet).name
    return found.value if found else None


def test_a_name_goes_on_below_itself_whatever_stands_beside_it() -> None:
    assert beside(("Profil", "Goulven"), ("Rigoureux", "TOURS"), ("06 39 98 44 90", "Comptable")) == "Goulven Tours"


def test_a_town_beside_a_name_is_no_part_of_it() -> None:
    assert beside(("Brest", "ABGRALL Goulven"), ("sunny29@exemple.fr", "Comptable")) == "Abgrall Goulven"


@pytest.mark.parametrize("first", ["Goulven", "Ndeye Coumba"])
def test_a_first_name_may_stand_under_the_surname_in_capitals(first: str) -> None:
    assert name_of(("QUILLÉVÉRÉ", 22), (first, 18), ("aq29@exemple.fr", 10)) == f"Quillévéré {first}"


@pytest.mark.parametrize("below", ["Comptable", "Bretagne", "Freelance"])
def test_what_stands_under_a_whole_name_is_no_first_name(below: str) -> None:
    assert name_of(("AURORE QUILLÉVÉRÉ", 22), (below, 18), ("aq29@exemple.fr", 10)) == "Aurore Quillévéré"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Aurore QUILLÉVÉRÉ née Tardieu", "Aurore QUILLÉVÉRÉ"),
        ("Aurore Quillévéré, épouse MARTEL", "Aurore Quillévéré"),
        ("WK KAUR GILL Wei", "KAUR GILL Wei"),
        ("DE Diane Evans", "DE Diane Evans"),
    ],
)
def test_names_of_birth_and_monograms_are_no_part_of_a_name(written: str, meant: str) -> None:
    assert clean_name(written) == meant


@pytest.mark.parametrize("sign", ["//", "~", ">"])
def test_other_signs_may_part_a_name_from_the_post(sign: str) -> None:
    assert name_of((f"Goulven Abgrall {sign} Aide-soignant", 14), ("sunny29@exemple.fr", 10)) == "Goulven Abgrall"


def test_what_a_page_opens_with_in_small_letters_is_a_doubtful_name() -> None:
    assert name_of(("hafsa zerrouki", 18), ("comptable", 12), ("sunny29@exemple.fr", 10)) == "Hafsa Zerrouki"
    assert (
        name_of(("un parcours atypique", 18), ("Goulven Abgrall", 12), ("sunny29@exemple.fr", 10)) == "Goulven Abgrall"
    )


def test_a_signature_is_a_name_where_none_stands_above() -> None:
    sheet = Sheet()
    sheet.put("CURRICULUM VITAE", size=18)
    sheet.put("06 39 98 44 90 | goulven.abgrall@exemple.fr")
    sheet.put("Expérience professionnelle", size=13, bold=True)
    for title, employer, period in POSTS:
        sheet.put(f"{title}, {employer}", right=period)
    sheet.put("Langues", size=13, bold=True)
    sheet.put("Anglais : B2")
    sheet.y += 30
    sheet.put("Goulven Abgrall", 400)

    assert (found := profile(sheet).name) is not None
    assert found.value == "Goulven Abgrall"


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ("Prénom(s)/ Nom(s)\tKerdalvou, Miron", "Miron Kerdalvou"),
        ("Nom(s) / Prénom(s) : Kerdalvou, Miron", "Miron Kerdalvou"),
        ("Surname(s) / First name(s)\tKerdalvou, Miron", "Miron Kerdalvou"),
        ("Name: Ada Kerdalvou, RN", "Ada Kerdalvou"),
    ],
)
def test_a_european_form_names_the_surname_before_a_comma(row: str, name: str) -> None:
    text = (
        f"Informations personnelles\n{row}\n44550 Montoir-de-Bretagne\nm.kerdalvou@exemple.fr\n\nFormation\n2004 CAP\n"
    )
    read_ = typed(text).name

    assert read_
    assert read_.value == name
