"""Shapes of CVs that others' tools make: names over lines, forms with two dates, studies without dates, margins."""

import pytest
from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import EXPECTED, POSTS, entries, opened, profile

from vivier.resumes.person.name import clean_name


@pytest.mark.parametrize(
    "label",
    [
        "Nom complet : Aurore Quillévéré",
        "Candidate: Aurore Quillévéré",
        "Name ..... Aurore Quillévéré",
        "[Name] Aurore Quillévéré",
        "* Nom : Aurore Quillévéré",
    ],
)
def test_a_name_is_read_behind_its_label(label: str) -> None:
    sheet = Sheet()
    sheet.put(label)
    sheet.put("paysage.29@exemple.fr")

    name = profile(sheet).name

    assert name is not None
    assert name.value == "Aurore Quillévéré"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("QUILLÉVÉRÉ, Aurore", "Aurore QUILLÉVÉRÉ"),
        ("// Aurore Quillévéré", "Aurore Quillévéré"),
        ("Hello, I'm Aurore Quillévéré", "Aurore Quillévéré"),
        ("AQ Aurore Quillévéré", "Aurore Quillévéré"),
    ],
)
def test_what_stands_around_a_name_is_no_part_of_it(written: str, meant: str) -> None:
    assert clean_name(written) == meant


def test_a_name_over_three_large_lines_is_one_name() -> None:
    sheet = Sheet()
    for word in ("Aurore", "Le Goff-", "Quillévéré"):
        sheet.put(word, size=24, bold=True)
    sheet.put("Paysagiste conceptrice")
    sheet.put("paysage.29@exemple.fr")

    name = profile(sheet).name

    assert name is not None
    assert name.value == "Aurore Le Goff-Quillévéré"


def test_a_name_that_recognition_broke_is_mended_by_the_address_and_no_handle_is_taken_for_it() -> None:
    sheet = Sheet()
    sheet.put("Auguste Ba um", size=22, right="© augustebaum")
    sheet.put("auguste.baum@exemple.fr")
    sheet.put("Expérience", size=13, bold=True)
    sheet.put("Résilio Conseil, développeur, 2019 - 2022")

    name = profile(sheet).name

    assert name is not None
    assert name.value == "Auguste Baum"


def test_an_address_made_of_the_name_is_the_persons_below_references_too_and_stands_first() -> None:
    sheet = Sheet()
    sheet.put("Sidonie Varenne", size=22)
    sheet.put("contact@atelier-bleu.example")
    sheet.put("Expérience", size=13, bold=True)
    sheet.put("Atelier Bleu, céramiste, 2019 - 2022")
    sheet.put("References", size=13, bold=True)
    sheet.put("Hugues Morel, hugues.morel@exemple.fr")
    sheet.put("sidonie@varenne.example")

    assert [address.value for address in profile(sheet).emails] == [
        "sidonie@varenne.example",
        "contact@atelier-bleu.example",
    ]


def test_a_form_may_give_the_two_ends_of_a_period_under_labels_of_their_own() -> None:
    sheet = opened()
    for (title, employer, _), (begun, left) in zip(
        POSTS, [("04/2019", "en cours"), ("09/2015", "03/2019")], strict=False
    ):
        for line in (f"Poste : {title}", f"Société : {employer}", f"Début : {begun}", f"Fin : {left}"):
            sheet.put(line)
        sheet.y += 8

    assert entries(sheet) == [
        ("Paysagiste conceptrice", "Atelier Fougère", "2019-04", "present"),
        ("Cheffe de service", "Commune de Landévennec", "2015-09", "2019-03"),
    ]


def test_studies_without_dates_are_told_apart_by_their_looks() -> None:
    sheet = opened("Formation")
    for degree, school in [("Master paysage", "Université de Brest"), ("BTS aménagements", "Lycée Kerbernez")]:
        sheet.put(degree, bold=True)
        sheet.put(school)
        sheet.y += 10

    read = [(e.degree and e.degree.value, e.institution and e.institution.value) for e in profile(sheet).education]

    assert read == [("Master paysage", "Université de Brest"), ("BTS aménagements", "Lycée Kerbernez")]


def test_headings_in_the_margin_open_the_sections_beside_them() -> None:
    sheet = Sheet()
    sheet.put("Aurore Quillévéré", size=20, bold=True)
    for heading, kind in (("Expérience", POSTS), ("Formation", [("Master paysage", "Université de Brest", "2012")])):
        for n, (what, where, when) in enumerate(kind):
            if n == 0:
                sheet._words(heading, 40, 12, True)
            sheet.put(what, 160, bold=True, right=when)
            sheet.put(where, 160)
            sheet.y += 6
        sheet.y += 20
    read = profile(sheet)

    assert len(read.experience) == 3
    assert [e.degree.value for e in read.education if e.degree] == ["Master paysage"]


def test_the_line_that_offers_references_is_no_skill() -> None:
    sheet = opened("Skills")
    sheet.put("Pruning, Drawing, AutoCAD, Botany")
    sheet.put("References available on request.")

    assert [s.value for s in profile(sheet).skills] == ["Pruning", "Drawing", "AutoCAD", "Botany"]


def test_entries_on_cards_side_by_side_stay_apart() -> None:
    sheet = opened()
    more = [("Jardinière", "Ville de Quimper", "03/2010 – 05/2012"), *POSTS]
    for left, right in zip(more[::2], more[1::2], strict=True):
        for mine, theirs in zip(left, right, strict=True):
            sheet.beside(mine, theirs, 300)
        sheet.y += 20

    found = entries(sheet)

    assert {row[:2] for row in found} == {(title, employer) for title, employer, _ in more}


def test_descriptions_in_a_column_of_their_own_name_no_employer() -> None:
    sheet = opened()
    for title, employer, period in POSTS:
        for left, head, text in [
            (period, title, "• Conduite de chantiers"),
            ("", employer, "• Devis et suivi des équipes"),
        ]:
            sheet._words(left, 50, 10, False)
            sheet._words(head, 170, 10, False)
            sheet.put(text, 340)
        sheet.put("• Choix des végétaux", 340)
        sheet.y += 10

    assert [row[:2] for row in entries(sheet)] == [(title, employer) for title, employer, _ in POSTS]


def test_two_years_over_each_other_are_a_period_for_every_post() -> None:
    sheet = opened()
    for title, employer, (begun, left) in zip(
        ["Paysagiste conceptrice", "Cheffe de service", "Ouvrière paysagiste"],
        ["Atelier Fougère", "Commune de Landévennec", "Pépinières Kerdraon"],
        [("2019", "2024"), ("2015", "2019"), ("2012", "2015")],
        strict=True,
    ):
        sheet.beside(begun, employer, 140, bold=True)
        sheet.beside(left, title, 140)
        sheet.y += 6

    assert [row[2:] for row in entries(sheet)] == [("2019", "2024"), ("2015", "2019"), ("2012", "2015")]


def test_a_list_goes_on_at_the_head_of_the_next_newspaper_column() -> None:
    sheet = opened()
    top = sheet.y
    for x, posts in ((50, POSTS[:2]), (310, POSTS[2:])):
        sheet.y = top
        for title, employer, period in posts:
            sheet.put(title, x, bold=True)
            sheet.put(employer, x)
            sheet.put(period, x)
            sheet.put("Conduite de chantiers et devis", x)
            sheet.y += 12

    assert {row[:2] for row in entries(sheet)} == {(title, employer) for title, employer, _ in POSTS}


def test_a_title_over_two_lines_in_the_last_cell_of_a_table_is_whole() -> None:
    sheet = opened()
    for _, employer, period in POSTS:
        for left, middle, text in [
            (period, employer, "Technicienne paysagiste en charge des"),
            ("", "", "chantiers"),
            ("", "", "• Conduite des équipes, devis et suivi"),
        ]:
            sheet._words(left, 50, 10, False)
            sheet._words(middle, 170, 10, False)
            sheet.put(text, 340)
        sheet.y += 10

    assert [row[0] for row in entries(sheet)] == ["Technicienne paysagiste en charge des chantiers"] * 3


def test_the_cells_of_a_table_are_read_entry_by_entry_whichever_holds_the_period() -> None:
    sheet = opened()
    for title, employer, period in POSTS:
        for left, middle, text in [
            (title, employer, "• Conduite de chantiers"),
            (period, "Quimper", "• Devis et suivi des équipes"),
            ("", "", "• Choix des végétaux"),
        ]:
            sheet._words(left, 50, 10, False)
            sheet._words(middle, 230, 10, False)
            sheet.put(text, 380)
        sheet.y += 8

    assert [row[:2] for row in entries(sheet)] == [(title, employer) for title, employer, _ in POSTS]


def test_a_period_may_close_its_post() -> None:
    sheet = opened()
    for title, employer, period in POSTS:
        sheet.put(title, bold=True)
        sheet.put(employer)
        sheet.put("• Conduite de chantiers et devis")
        sheet.put(period)
        sheet.y += 8

    assert entries(sheet) == EXPECTED


def test_the_two_ends_of_a_period_may_stand_in_cells_of_their_own() -> None:
    sheet = opened()
    for title, employer, period in POSTS:
        begun, left = period.split(" – ")
        for text, x in ((begun, 50), (left, 110), (title, 180)):
            sheet._words(text, x, 10, False)
        sheet.put(employer, 360)

    assert [row[:2] for row in entries(sheet)] == [(title, employer) for title, employer, _ in POSTS]


def test_a_post_without_a_period_is_found_by_the_form_of_the_others() -> None:
    sheet = opened()
    for title, employer, period in POSTS:
        sheet.put(f"{title} – {employer}", bold=True, right=period)
        sheet.put("• Conduite de chantiers et devis")
    sheet.put("Jardinier – Domaine Kerlevenan", bold=True)
    sheet.put("• Taille et tonte")

    assert entries(sheet)[-1] == ("Jardinier", "Domaine Kerlevenan", None, None)


def test_what_an_employer_is_does_not_name_it() -> None:
    sheet = opened()
    for title, employer, period in POSTS:
        sheet.put(period)
        sheet.put(employer, bold=True)
        sheet.put("Entreprise familiale de 12 salariés")
        sheet.put(title)
        sheet.put("• Conduite de chantiers et devis")
        sheet.y += 8

    assert [row[:2] for row in entries(sheet)] == [(title, employer) for title, employer, _ in POSTS]


@pytest.mark.parametrize(
    "form",
    [
        "Poste : {0} | Employeur : {1} | Période : {2}",
        "Quand : {2}\nOù : {1}\nEmploi : {0}",
        "Poste :\n{0}\nEmployeur :\n{1}\nPériode :\n{2}",
        "Poste - {0}\nEntreprise - {1}\nDates - {2}",
        "1) {1}\nEmploi : {0}\nDates : {2}",
        "{2}\nEmployeur : {1}\nPoste : {0}",
    ],
)
def test_labels_say_what_is_what_in_any_form(form: str) -> None:
    sheet = opened()
    for post in POSTS:
        for line in form.format(*post).split("\n"):
            sheet.put(line)
        sheet.y += 8

    assert [row[:2] for row in entries(sheet)] == [(title, employer) for title, employer, _ in POSTS]


def test_a_department_is_no_part_of_a_title() -> None:
    sheet = opened("Experience")
    for title, employer in (("Senior Lecturer", "University of Leeds"), ("Research Fellow", "University of York")):
        sheet.beside(
            "2012 – 2019" if "Lecturer" in title else "2009 – 2012", f"{title}, Department of History, {employer}"
        )

    assert [row[:2] for row in entries(sheet)] == [
        ("Senior Lecturer", "University of Leeds"),
        ("Research Fellow", "University of York"),
    ]
