"""What opens a section without standing alone, and languages and homes that are told in passing."""

import pytest
from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import opened, profile
from tests.unit.resumes.test_typed_lists import typed

from vivier.resumes.layout.headings import heading_kind
from vivier.resumes.wording.opinions import employer_score

HEAD = "Aurore Quillévéré\naurore.q@exemple.fr\n\nEXPÉRIENCE\n\n2012 - 2019\nFleuriste, Ville de Halden\n\n"


def skills(sheet: Sheet) -> list[str]:
    return [skill.value for skill in profile(sheet).skills]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("8 Compétences", "skills"),
        ("1 Titres universitaires", "education"),
        ("5. OFFICIAL LANGUAGES AND OTHERS", "languages"),
        ("2. PUBLIC SERVICE EXPERIENCE", "experience"),
        ("What I studied and where", "education"),
        ("Où j'ai appris le métier", "education"),
        ("What I am good at", "skills"),
        ("12 ans d'expérience", None),
        ("Public speaking", None),
        ("Where I met my wife", None),
    ],
)
def test_numbers_and_sentences_are_headings_too(text: str, kind: str | None) -> None:
    assert heading_kind(text) == kind


@pytest.mark.parametrize("shout", [True, False])
def test_a_heading_may_stand_bold_or_shouted_before_its_list(shout: bool) -> None:
    sheet = opened()
    sheet.put("Fleuriste, Ville de Halden, 2012 – 2019")
    sheet.put("Formation", size=13, bold=True)
    sheet.put("Bac pro Horticulture, Lycée de Brehoulou, 2011")
    for head, text in (("Compétences", "Tonte, Greffe, Serre chaude"), ("Langues", "français, breton")):
        y = sheet.y
        sheet.put(head.upper() if shout else head, bold=not shout)
        sheet.y = y
        sheet.put(text, 50 + len(head) * 5 + 3)

    read = profile(sheet)

    assert [skill.value for skill in read.skills] == ["Tonte", "Greffe", "Serre chaude"]
    assert [spoken.value for spoken in read.languages] == ["Français", "Breton"]
    assert [e.institution and e.institution.value for e in read.education] == ["Lycée de Brehoulou"]


def test_a_label_for_skills_under_studies_opens_them_when_it_stands_once() -> None:
    sheet = opened()
    sheet.put("Fleuriste, Ville de Halden, 2012 – 2019")
    sheet.put("Formation", size=13, bold=True)
    sheet.put("Bac pro Horticulture, Lycée de Brehoulou, 2011")
    sheet.put("Savoir-faire : tonte, greffe, serre chaude")

    assert skills(sheet) == ["tonte", "greffe", "serre chaude"]


def test_a_group_of_skills_called_divers_stays_among_them() -> None:
    sheet = opened()
    sheet.put("Grutière, Ville de Halden, 2012 – 2019")
    sheet.put("COMPÉTENCES", size=13, bold=True)
    for group, items in (("Levage", ["Grue à tour", "Tandem"]), ("Divers", ["Python (notions)", "VBA"])):
        sheet.put(group, bold=True)
        for item in items:
            sheet.put(f"• {item}", 60)

    assert skills(sheet) == ["Grue à tour", "Tandem", "Python", "VBA"]


def test_a_row_of_skills_over_a_list_sign_is_no_title_of_a_group() -> None:
    sheet = opened()
    sheet.put("Juriste, Ville de Halden, 2012 – 2019")
    sheet.put("Compétences", size=13, bold=True)
    sheet.put("Arbitrage · Contrats · Contentieux · Conformité")
    sheet.put("· Conduite de projets")

    assert skills(sheet)[:4] == ["Arbitrage", "Contrats", "Contentieux", "Conformité"]


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("DIVERS\n\nAnglais technique lu. Permis B, E, moto\n", ["Anglais"]),
        ("ALSO\n\nFluent Irish, kitchen French. Full clean licence. Bees, sourdough\n", ["Irish", "French"]),
        ("ALSO\n\nIrish (native) and English. Fiddle player\n", ["Irish", "English"]),
        ("DIVERS\n\nCuisine italienne, théâtre anglais, chant\n", []),
    ],
)
def test_languages_told_in_passing_are_found_where_no_section_lists_any(text: str, spoken: list[str]) -> None:
    assert [one.value for one in typed(HEAD + text).languages] == spoken


def test_a_language_and_how_well_it_is_spoken_is_no_skill() -> None:
    read = typed(HEAD + "CONNAISSANCES\n\nDoctolib ; Terminologie médicale\nAnglais scolaire, dactylographie\n")

    assert [skill.value for skill in read.skills] == ["Doctolib", "Terminologie médicale", "dactylographie"]
    assert [one.value for one in read.languages] == ["Anglais"]


@pytest.mark.parametrize(
    ("row", "place"),
    [
        ("fergus@exemple.org :: home: Aviemore, Scotland", "Aviemore, Scotland"),
        ("+33 6 39 98 05 66 ~ logé ou logement personnel : Mèze (34)", "Mèze (34)"),
    ],
)
def test_a_home_may_be_labelled_in_a_line_of_contacts(row: str, place: str) -> None:
    read = typed(f"Aurore Quillévéré\n{row}\n\nEXPÉRIENCE\n\n2012 - 2019\nFleuriste, Ville de Halden\n")

    assert read.location is not None
    assert read.location.value == place


def test_a_section_in_own_words_tells_posts_where_nothing_else_does() -> None:
    sheet = Sheet()
    sheet.put("Timothée Quillévéré", size=20)
    sheet.put("timothee.q@exemple.fr | 06 39 98 44 90")
    sheet.y += 10
    sheet.put("Formation", size=12, bold=True)
    sheet.put("CFC de gestionnaire du commerce de détail", right="2019 – 2022")
    sheet.put("École professionnelle de Halden")
    sheet.y += 10
    sheet.put("Pratique", size=12, bold=True)
    sheet.put("Apprenti gestionnaire, Sport Halden", right="08.2019 – 07.2022")
    sheet.put("Aide-moniteur de ski, École de ski de Halden", right="2017 – 2019")
    sheet.y += 10
    sheet.put("Langues", size=12, bold=True)
    sheet.put("Français, allemand")

    read = profile(sheet)

    assert [e.title and e.title.value for e in read.experience] == ["Apprenti gestionnaire", "Aide-moniteur de ski"]
    assert len(read.education) == 1


def test_a_common_word_set_as_headings_are_opens_a_column() -> None:
    sheet = Sheet()
    sheet.put("Kayleigh Quillévéré", size=20)
    sheet.put("kayleigh.q@exemple.fr | 06 39 98 44 90")
    for head, lines in (
        ("My training", ["NVQ Level 3 Hairdressing, Halden College, 2012"]),
        ("My work", ["Stylist, Halden Salons, 2012 – 2019"]),
        ("I can", ["Weaving", "Dyeing", "Plaits", "Knots"]),
        ("I speak", ["English, Greek"]),
    ):
        sheet.y += 10
        sheet.put(head, size=13, bold=True)
        for line in lines:
            sheet.put(line)

    read = profile(sheet)

    assert [e.title and e.title.value for e in read.experience] == ["Stylist"]
    assert [skill.value for skill in read.skills] == ["Weaving", "Dyeing", "Plaits", "Knots"]
    assert [spoken.value for spoken in read.languages] == ["English", "Greek"]


def test_a_small_arrow_joins_two_years() -> None:
    read = typed("Aurore Quillévéré\naurore.q@exemple.fr\n\nPARCOURS\n\n2011 › 2014\nFleuriste, Ville de Halden\n")

    assert [(e.start and e.start.value, e.end and e.end.value) for e in read.experience] == [("2011", "2014")]


def test_what_somebody_worked_at_is_no_house() -> None:
    assert employer_score("New construction ductwork, line sets, start-ups") <= 0.2
    assert employer_score("Farm pick-ups, elevator yard, harvest days") <= 0.2
    assert employer_score("Construction Quillévéré, Nantes") > 0.6


def test_the_town_after_a_house_is_no_part_of_the_post_behind_the_dash() -> None:
    read = typed(
        "Aurore Quillévéré\naurore.q@exemple.fr\n\nEXPERIENCE\n\n"
        "Halden House, Moorby — Babysitter\n2021 - 2023\n\nThornton Stores, Selby — Courtesy Clerk\n2019 - 2021\n"
    )

    assert [e.title and e.title.value for e in read.experience] == ["Babysitter", "Courtesy Clerk"]


@pytest.mark.parametrize(
    ("row", "phone"),
    [
        ("Yakima, WA 98902 (509) 555-0176 aurore.q@exemple.com", "+15095550176"),
        ("Profil candidat n° 48210977 — mis à jour le 17/04/2026\nTéléphone 06 39 98 44 90", "+33639984490"),
    ],
)
def test_a_postcode_and_a_profiles_number_are_no_phones(row: str, phone: str) -> None:
    read = typed(f"Aurore Quillévéré\n{row}\n\nEXPERIENCE\n\n2012 - 2019\nFlorist, Halden House\n")

    assert [found.value for found in read.phones] == [phone]


def test_waves_part_skills_and_the_european_forms_skills_stand_under_its_languages() -> None:
    read = typed(
        HEAD
        + "COMPÉTENCES\n\nGreffe ~ Tonte ~ Serre chaude\n\nLANGUES\n\nnéerlandais B1\nCompétences liées à l'emploi\n"
        "cuisine diététique\nprévention des chutes\n"
    )

    assert [skill.value for skill in read.skills] == [
        *("Greffe", "Tonte", "Serre chaude", "cuisine diététique", "prévention des chutes")
    ]


def test_a_year_with_a_street_musician_is_no_street() -> None:
    sheet = Sheet()
    sheet.put("Aurore Quillévéré", size=20)
    sheet.put("2017 · musicienne de rue · Festival de Halden")
    sheet.put("basée à Bordeaux | aurore.q@exemple.fr | 06 39 98 44 90")

    read = profile(sheet)

    assert read.location is not None
    assert read.location.value == "Bordeaux"
