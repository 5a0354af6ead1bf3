"""What a web page's own style sheets say of where its words stand. All people are invented."""

import pytest

from vivier.resumes.model import Profile
from vivier.resumes.opening import OpenedFile, open_file
from vivier.resumes.service import read


def opened(body: str, styles: str = "") -> OpenedFile:
    page = f"<!doctype html><html><head><meta charset='utf-8'><style>{styles}</style></head><body>{body}</body></html>"
    return open_file(page.encode(), "cv.html")


def lines(body: str, styles: str = "") -> list[list[str]]:
    """The texts of a page's rows, from left to right."""
    rows: dict[float, list[str]] = {}
    for block in opened(body, styles).blocks:
        if block["BlockType"] == "LINE":
            rows.setdefault(round(block["Geometry"]["BoundingBox"]["Top"], 3), []).append(block["Text"])
    return list(rows.values())


def profile(body: str, styles: str = "") -> Profile:
    return read(opened(body, styles), lambda _: []).profile


ENTRY = "<span>Sonneur</span><span>Cathédrale de Quimper</span><span>févr. 2019 – juin 2021</span>"
APART = [["Sonneur"], ["Cathédrale de Quimper"], ["févr. 2019 – juin 2021"]]
IN_ONE = [[text for row in APART for text in row]]


@pytest.mark.parametrize(
    ("styles", "expected"),
    [
        (".it{display:flex;flex-direction:column}", APART),
        (".it{display:flex;flex-flow:column nowrap}", APART),
        (".it{display:grid}", APART),
        ("main .it>span{display:block}", APART),
        ("@media (min-width: 700px){.it{display:grid;grid-template-columns:1fr}}", APART),
        (".it{display:flex;justify-content:space-between}", IN_ONE),
        (".it{display:grid;grid-template-columns:repeat(3, 1fr)}", IN_ONE),
        (".it span{float:left}", IN_ONE),
        (".it span{display:inline-block;margin-right:1em}", IN_ONE),
    ],
)
def test_words_stand_where_the_style_sets_them(styles: str, expected: list[list[str]]) -> None:
    assert lines(f"<main><article class='it'>{ENTRY}</article></main>", styles) == expected


@pytest.mark.parametrize("styles", ["@media print{.it{display:flex}}", "@media (max-width:600px){.it{display:flex}}"])
def test_paper_and_narrow_screens_are_not_what_is_read(styles: str) -> None:
    assert lines("<p class='it'><b>J</b><i>ava</i></p>", styles) == [["Java"]]


def test_words_that_a_builder_wraps_one_by_one_are_a_sentence() -> None:
    name = "<h1><span><span>Lucasta</span><span> Penhallow</span></span></h1>"
    told = "<p><span>Own</span><span> the</span><span> paging</span><span> policy</span></p>"

    assert lines(name + told, "p{color:red}") == [["Lucasta Penhallow"], ["Own the paging policy"]]


def test_labels_in_frames_stand_apart_and_words_in_colour_do_not() -> None:
    labels = "<p><span class='k'>Vue 3</span><span class='k'>nuxt</span></p>"
    words = "<p><span class='c'>micro</span><span class='c'>scope</span></p>"

    told = lines(labels + words, ".k{border:1px solid} .c{color:#246; background:none; padding:0}")

    assert told == [["Vue 3", "nuxt"], ["microscope"]]


def test_a_period_beside_its_entry_is_a_cell_and_a_page_s_columns_are_none() -> None:
    work = "<h3>Relieuse</h3><p>Atelier Kerdoncuff</p><p>" + "Reliures à la main pour des archives. " * 4 + "</p>"
    entry = f"<div class='row'><div>2015 – 2019</div><div>{work}</div></div>"
    page = f"<div class='row'><div><h2>Contact</h2><p>Quimper</p></div><div><h2>Expérience</h2>{entry}</div></div>"

    told = lines(page, ".row{display:flex}")

    assert told[:3] == [["Contact"], ["Quimper"], ["Expérience"]]
    assert told[3] == ["2015 – 2019", "Relieuse"]


def test_letters_are_as_large_and_bold_as_the_style_says() -> None:
    body = "<div class='t'>Relieuse</div><div>Atelier <em>Kerdoncuff</em></div><h2>Suite</h2>"
    styles = "body{font-size:20px} .t{font:700 1.5em/1.2 serif} em{font-weight:bold} h2{font-weight:400;font-size:10pt}"

    told = {b["Text"]: b["Style"] for b in opened(body, styles).blocks if b["BlockType"] == "LINE"}

    assert told["Relieuse"] == {"Size": 15.8, "Bold": True}
    assert told["Suite"] == {"Size": 7.0, "Bold": False}


def test_a_menu_of_the_site_is_no_part_of_the_page() -> None:
    menu = "<nav><a href='/'>Home</a><a href='/blog'>Blog</a><a href='/contact'>Contact</a></nav>"

    assert lines(menu + "<h1>Lucasta Penhallow</h1>") == [["Lucasta Penhallow"]]


def test_a_page_that_its_style_alone_parts_is_read() -> None:
    styles = (
        "aside{display:flex;flex-direction:column} .it{display:flex;flex-direction:column} .t{font-weight:700}"
        ".k{display:inline-block;border:1px solid #fff} .lg{display:flex;justify-content:space-between}"
    )
    side = (
        "<span style='font-size:26px'>Inès</span><span style='font-size:26px'>Belkacem-Thouret</span>"
        "<span>Villeurbanne</span><a href='mailto:ines@exemple.fr'>ines@exemple.fr</a><b>Compétences</b>"
        "<span class=k>TypeScript</span><span class=k>Nuxt</span><b>Langues</b><div class=lg><span>Kabyle</span>"
        "<span>Notions</span></div>"
    )
    posts = "".join(
        f"<article class=it><span class=t>{t}</span><span>{e}</span><span>Lyon</span><span>{d}</span></article>"
        for t, e, d in (
            ("Développeuse front-end", "Mutualia Santé", "mars 2022 – aujourd'hui"),
            ("Développeuse web", "Studio Grand-Angle", "sept. 2019 – févr. 2022"),
        )
    )

    found = profile(f"<aside>{side}</aside><main><h2>Expériences</h2>{posts}</main>", styles)

    assert found.name
    assert found.name.value == "Inès Belkacem-Thouret"
    assert [skill.value for skill in found.skills] == ["TypeScript", "Nuxt"]
    told = [tuple(f.value if f else None for f in (e.title, e.employer, e.start, e.end)) for e in found.experience]
    assert told == [
        ("Développeuse front-end", "Mutualia Santé", "2022-03", "present"),
        ("Développeuse web", "Studio Grand-Angle", "2019-09", "2022-02"),
    ]


@pytest.mark.parametrize(
    "styles",
    [
        "a{", "}}}", "@media{{{", "p:::x{display:flex}", "p:has(>a:not(:is(b))){display:flex}",
        "*{font-size:calc(1px*)}", "(" * 5000, "p{font-size:" + "(" * 5000,
        "p{font-size:1e999px}", "p{font-size:.......px}", "p{font-weight:abc;display:\\000}", "/*" * 1000,
        "@import 'x';",
        "p{grid-template-columns:repeat(99,1fr);display:grid}", "@media screen{" * 500, "a>" * 3000 + "a{display:flex}",
    ],
)  # fmt: skip
def test_styles_that_are_none_harm_nothing(styles: str) -> None:
    assert lines("<p>Relieuse</p><p>Quimper</p>", styles) == [["Relieuse"], ["Quimper"]]
