import time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.law.test_recognition import PROHIBITED_TEXTS
from tests.unit.resumes.sheet import Sheet

from vivier.resumes.model import PageLink, PageSize, Reading
from vivier.resumes.service import read_blocks

PAGES = [PageSize(number=1), PageSize(number=2)]


def read(sheet: Sheet, links: list[PageLink] | None = None) -> Reading:
    return read_blocks(sheet.blocks, links or [], PAGES)


def entries(reading: Reading) -> list[tuple[str | None, ...]]:
    return [
        tuple(f.value if f else None for f in (e.title, e.employer, e.start, e.end)) for e in reading.profile.experience
    ]


EXPECTED = [
    ("Responsable logistique", "Transvia", "2019-03", "present"),
    ("Gestionnaire de stocks", "Halvenne SARL", "2015-09", "2019-02"),
    ("Préparateur de commandes", "Delmotte", "2013", "2015"),
]
JOBS = [
    ("Responsable logistique", "Transvia", "Tours", "mars 2019 – aujourd'hui"),
    ("Gestionnaire de stocks", "Halvenne SARL", "Orléans", "09/2015 - 02/2019"),
    ("Préparateur de commandes", "Delmotte", "Blois", "2013 - 2015"),
]


def header(sheet: Sheet) -> None:
    sheet.put("Inès Moravie", size=20, bold=True)
    sheet.put("14 quai Voltaire, 37000 Tours | 06 39 98 44 10 | ines.moravie@exemple.fr")
    sheet.put("Expérience professionnelle", size=13, bold=True)


def test_title_above_employer_and_period() -> None:
    sheet = Sheet()
    header(sheet)
    for title, employer, town, period in JOBS:
        sheet.put(title, bold=True)
        sheet.put(f"{employer} | {town} | {period}")
        sheet.put("• Pilotage des équipes et des contrats", 60)

    assert entries(read(sheet)) == EXPECTED


def test_employer_first_with_the_period_at_the_right_margin() -> None:
    sheet = Sheet()
    header(sheet)
    for title, employer, town, period in JOBS:
        sheet.put(f"{employer}, {town}", bold=True, right=period)
        sheet.put(title)
        sheet.put("– Pilotage des équipes et des contrats", 60)

    assert entries(read(sheet)) == EXPECTED


def test_periods_in_a_column_of_their_own_stay_with_their_rows() -> None:
    sheet = Sheet()
    header(sheet)
    for title, employer, town, period in JOBS:
        sheet.beside(period, title, 220, bold=True)
        sheet.put(f"{employer} – {town}", 220)
        sheet.put("• Pilotage des équipes", 220)

    assert entries(read(sheet)) == EXPECTED


def test_everything_in_one_row() -> None:
    sheet = Sheet()
    header(sheet)
    for title, employer, town, period in JOBS:
        sheet.put(f"{period} : {title} chez {employer} ({town})")

    assert entries(read(sheet)) == EXPECTED


def test_a_sidebar_is_read_apart_from_the_main_column() -> None:
    sheet = Sheet()
    sidebar = "Contact|06 39 98 44 10|37000 Tours|Compétences|SAP WM|Excel|Lean|Langues|Anglais : B2"
    main = "Inès Moravie|Expérience|Responsable logistique|Transvia, Tours, depuis 03/2019|Formation"
    main += "|Master Logistique|Université de Tours, 2013|Intérêts|Randonnée"
    for left, right in zip(sidebar.split("|"), main.split("|"), strict=True):
        sheet.beside(left, right, 220, bold=right in ("Inès Moravie", "Expérience", "Formation", "Intérêts"))

    reading = read(sheet)

    assert [s.value for s in reading.profile.skills] == ["SAP WM", "Excel", "Lean"]
    assert [(s.value, s.level) for s in reading.profile.languages] == [("Anglais", "B2")]
    assert entries(reading) == [("Responsable logistique", "Transvia", "2019-03", "present")]


def test_contacts_hidden_in_links_are_found() -> None:
    sheet = Sheet()
    sheet.put("Inès Moravie", size=20, bold=True)
    sheet.put("E-mail LinkedIn Téléphone")
    links = [
        PageLink(url="mailto:ines.moravie@exemple.fr?subject=CV"),
        PageLink(url="tel:+33639984410"),
        PageLink(url="https://www.linkedin.com/in/ines-moravie"),
    ]

    profile = read(sheet, links).profile

    assert [e.value for e in profile.emails] == ["ines.moravie@exemple.fr"]
    assert [p.value for p in profile.phones] == ["+33639984410"]
    assert [x.value for x in profile.links] == ["https://www.linkedin.com/in/ines-moravie"]


@pytest.mark.parametrize(
    ("address", "number", "expected"),
    [
        ("1050 Bruxelles, Belgique", "0470 12 34 56", "+32470123456"),
        ("Genève, Suisse", "022 555 01 23", "+41225550123"),
        ("Leeds, United Kingdom", "020 7946 0958", "+442079460958"),
        ("Chicago, IL 60614", "(312) 555-0187", "+13125550187"),
        ("69002 Lyon", "06.39.98.12.34", "+33639981234"),
        ("Nantes (44)", "+33 (0)6 39 98 45 67", "+33639984567"),
    ],
)
def test_a_national_number_is_read_as_one_of_the_cvs_country(address: str, number: str, expected: str) -> None:
    sheet = Sheet()
    sheet.put("Jeanne Roche", size=20, bold=True)
    sheet.put(f"{address} | {number}")

    assert [p.value for p in read(sheet).profile.phones] == [expected]


def test_every_value_says_where_it_stands() -> None:
    sheet = Sheet()
    header(sheet)
    sheet.put("Chef de projet – Transvia – 2019 - 2021")

    profile = read(sheet).profile

    assert profile.emails[0].boxes[0].page == 1
    assert "ines.moravie@exemple.fr" in profile.emails[0].source
    title = profile.experience[0].title
    assert title is not None
    assert title.boxes[0].left == pytest.approx(50 / 595, abs=0.01)


@pytest.mark.parametrize("fact", sorted(PROHIBITED_TEXTS))
def test_a_prohibited_fact_leaves_no_trace(fact: str) -> None:
    sheet = Sheet()
    sheet.put("Inès Moravie", size=20, bold=True)
    sheet.put("ines.moravie@exemple.fr")
    sheet.put(fact)
    sheet.put("Expérience professionnelle", size=13, bold=True)
    sheet.put("Chef de projet – Transvia – 2019 - 2021")

    reading = read(sheet)

    assert PROHIBITED_TEXTS[fact] in {d.kind.value for d in reading.dropped}
    assert fact not in reading.model_dump_json()
    assert all(dropped.boxes for dropped in reading.dropped)


BOX = st.fixed_dictionaries({k: st.floats(allow_nan=True) for k in ("Left", "Top", "Width", "Height")})
BLOCKS = st.lists(
    st.fixed_dictionaries(
        {"BlockType": st.sampled_from(["WORD", "LINE", "PAGE", "LAYOUT_TEXT"])},
        optional={
            "Text": st.one_of(st.text(max_size=40), st.none(), st.integers()),
            "Page": st.one_of(st.integers(-1, 3), st.none(), st.text(max_size=2)),
            "Id": st.text(max_size=4),
            "Confidence": st.one_of(st.floats(), st.none()),
            "Geometry": st.one_of(st.fixed_dictionaries({"BoundingBox": BOX}), st.none(), st.text(max_size=3)),
            "Style": st.one_of(st.fixed_dictionaries({"Size": st.floats(), "Bold": st.booleans()}), st.none()),
            "Relationships": st.one_of(st.none(), st.just([{"Type": "CHILD", "Ids": ["a"]}])),
        },
    ),
    max_size=25,
)


@given(BLOCKS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_no_blocks_whatever_make_the_reader_fail(blocks: list[dict[str, Any]]) -> None:
    assert 0 <= read_blocks(blocks, [], PAGES).is_cv <= 1


@given(st.lists(st.text(alphabet="Né le12/03 Expérience2019-à présent|,@.", max_size=50), max_size=30))
@settings(max_examples=60)
def test_any_lines_of_text_are_read(lines: list[str]) -> None:
    sheet = Sheet()
    for line in lines:
        sheet.put(line)

    assert len(read(sheet).pages) == 2


def test_a_word_of_two_megabytes_is_capped_and_read_in_time() -> None:
    sheet = Sheet()
    sheet.put("a1@-" * 500_000)
    began = time.process_time()

    reading = read(sheet)

    assert time.process_time() - began < 3
    assert len(reading.model_dump_json()) < 400_000


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("⌂ Nice", "Nice"),
        ("Galway, County Galway", "Galway, County Galway"),
        ("Adresse : Lille (59) Tél. : 06 39 98 62 71 E-mail : m.c@mail.example", "Lille (59)"),
    ],
)
def test_a_place_behind_a_sign_with_its_county_or_between_labels_in_one_line(line: str, place: str) -> None:
    sheet = Sheet()
    sheet.put("Inès Moravie", size=20, bold=True)
    sheet.put(line)
    sheet.put("06 39 98 44 10")

    found = read(sheet).profile.location

    assert found is not None
    assert found.value == place


@pytest.mark.parametrize(
    ("line", "mail", "name"),
    [
        ("ines moravie", "contact@boite.example", "Ines Moravie"),
        ("quitterie oyhenart", "q.oyhenart@boite.example", "Quitterie Oyhenart"),
        ("JEAN DE LA FONTAINE", "jdlf@boite.example", "Jean de La Fontaine"),
        ("Dipl.-Ing. Ludwig Müller", "contact@boite.example", "Ludwig Müller"),
    ],
)
def test_a_name_without_capitals_in_capitals_or_behind_a_title(line: str, mail: str, name: str) -> None:
    sheet = Sheet()
    sheet.put(line, size=20)
    sheet.put(f"{mail} | 06 39 98 44 10")
    sheet.put("Expérience professionnelle", size=13, bold=True)
    sheet.put("Responsable logistique, Transvia, Tours", right="mars 2019 – aujourd'hui")

    found = read(sheet).profile.name

    assert found is not None
    assert found.value == name


def test_an_address_made_of_the_beginnings_of_a_name_tells_it_from_the_lines_around() -> None:
    sheet = Sheet()
    sheet.put("Menuisier poseur")
    sheet.put("Erlwen Quéméneur")
    sheet.put("erlquem@boite.example | 06 39 98 44 10")

    found = read(sheet).profile.name

    assert found is not None
    assert found.value == "Erlwen Quéméneur"
    assert found.confidence >= 0.75


def test_links_listed_under_a_mail_address_are_the_persons_own() -> None:
    sheet = Sheet()
    sheet.put("Inès Moravie", size=20, bold=True)
    sheet.put("Expérience professionnelle", size=13, bold=True)
    sheet.put("Responsable logistique, Transvia, Tours", right="mars 2019 – aujourd'hui")
    sheet.put("Réalisations", size=13, bold=True)
    boxes = [{"page": 1, "left": 0.1, "top": 0.5 + 0.02 * n, "width": 0.2, "height": 0.014} for n in range(3)]
    urls = ("mailto:ines@moravie.example", "https://vimeo.com/inesm", "https://moravie.example")

    links = read(sheet, [PageLink(url=u, box=b) for u, b in zip(urls, boxes, strict=True)]).profile.links

    assert [link.value for link in links] == ["https://vimeo.com/inesm", "https://moravie.example"]
