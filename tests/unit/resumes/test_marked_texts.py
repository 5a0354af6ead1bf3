"""Markdown, posts under repeated headings, and small things that templates of Word, Writer and web pages do."""

from vivier.resumes.model import Profile
from vivier.resumes.opening import open_file
from vivier.resumes.service import links_of, page_sizes, read_blocks
from vivier.resumes.wording.dates import find_ranges
from vivier.resumes.wording.opinions import school_score

HEAD = "Aurore Quillévéré\naurore.q@exemple.fr | 06 39 98 44 90\n\n"


def read(text: str, name: str) -> Profile:
    page = f"<!doctype html><html><head><meta charset='utf-8'></head><body>{text}</body></html>"
    opened = open_file((page if name.endswith(".html") else text).encode(), name)
    return read_blocks(opened.blocks, links_of(opened), page_sizes(opened)).profile


def posts(profile: Profile) -> list[tuple[str | None, ...]]:
    return [tuple(f.value if f else None for f in (e.title, e.employer, e.start, e.end)) for e in profile.experience]


def studies(profile: Profile) -> list[tuple[str | None, ...]]:
    return [tuple(f.value if f else None for f in (e.degree, e.institution, e.end)) for e in profile.education]


def test_links_and_slanted_letters_of_markdown_are_no_part_of_a_name() -> None:
    text = """# Aurore Quillévéré
aurore.q@exemple.fr | [mon site](https://quillevere.example)

# Expérience

## Paysagiste
**[Atelier Fougère](https://fougere.example) - Rennes**

- *mars 2021 - juin 2024 · 3 ans 3 mois*

### Missions
- Plans de plantation

### Technologies
- AutoCAD

## Jardinière
**[Serres du Blavet](https://blavet.example) - Lorient**

*avril 2018 - février 2021*

### Missions
- Arrosage des serres
"""

    profile = read(text, "cv.md")

    assert posts(profile) == [
        ("Paysagiste", "Atelier Fougère", "2021-03", "2024-06"),
        ("Jardinière", "Serres du Blavet", "2018-04", "2021-02"),
    ]
    assert "https://quillevere.example" in [link.value for link in profile.links]


def test_brackets_of_a_text_without_markdown_stay() -> None:
    opened = open_file((HEAD + "Suivi de projets [voir annexe](page 2)").encode(), "cv.txt")

    assert any("[voir" in block.get("Text", "") for block in opened.blocks)


def test_skills_under_every_post_are_a_part_of_each() -> None:
    html = "<h2>Aurore Quillévéré</h2><p>aurore.q@exemple.fr</p>"
    for employer, period in (
        ("Quillon", "April 2023 - Present"),
        ("Saltbury", "May 2021 - April 2023"),
        ("Acuris", "July 2019 - May 2021"),
    ):
        html += f"<h2>{employer}</h2><h2>Senior Developer ({period})</h2><ul><li>Mentored others</li></ul>"
        html += "<h2>Skills</h2><ul><li>Kotlin and PostgreSQL</li></ul>"

    assert posts(read(html, "cv.html")) == [
        ("Senior Developer", "Quillon", "2023-04", "present"),
        ("Senior Developer", "Saltbury", "2021-05", "2023-04"),
        ("Senior Developer", "Acuris", "2019-07", "2021-05"),
    ]


def test_a_degree_with_its_date_between_bars_and_its_grade_is_whole() -> None:
    html = "<h1>Aurore Quillévéré</h1><p>aurore.q@exemple.fr</p><h2>Education</h2>"
    barred = "<ul><li>B.Eng. Spec. Hons. Electrical Engineering | Feb 2019 | University of Halden</li></ul>"
    graded = "<p>B.Tech in Computer Science — University of Halden</p><p>Graduated: May 2020 | GPA: 3.8 / 4.0</p>"

    assert studies(read(html + barred, "cv.html")) == [
        ("B.Eng. Spec. Hons. Electrical Engineering", "University of Halden", "2019-02")
    ]
    assert studies(read(html + graded, "cv.html")) == [
        ("B.Tech in Computer Science", "University of Halden", "2020-05")
    ]
    assert school_score("GPA") == 0


def test_who_names_employers_beside_posts_names_none_where_none_stands() -> None:
    html = "<h1>Aurore Quillévéré</h1><p>aurore.q@exemple.fr</p><h2>Experience</h2>"
    for line in ("Sales Intern, Halden Company, 2014-2015", "Chemistry Tutor, 2012-2013"):
        html += f"<p>{line}</p><ul><li>Prepared exercises for students</li></ul>"

    assert [employer for _, employer, *_ in posts(read(html, "cv.html"))] == ["Halden Company", None]


def test_brands_that_begin_small_are_employers_behind_at() -> None:
    html = "<h1>Aurore Quillévéré</h1><p>aurore.q@exemple.fr</p><h2>Experience</h2>"
    html += "<h3>UX Developer at uHalden Enterprise</h3><p>May 2019 - Present</p><p>Built a library of patterns.</p>"
    html += "<h3>Web Developer at Tudor Studio</h3><p>May 2017 - May 2019</p><p>Designed sites for firms.</p>"

    assert posts(read(html, "cv.html"))[0] == ("UX Developer", "uHalden Enterprise", "2019-05", "present")


def test_a_bold_employer_behind_a_period_is_told_from_the_post() -> None:
    html = "<h1>Aurore Quillévéré</h1><p>aurore.q@exemple.fr</p><h2>Expériences</h2>"
    for period, employer, post in (
        ("09.2015 - 12.2016", "Université de Quimper", "Ingénieure de recherche; plate-formes multi-canaux"),
        ("11.2013 - 09.2015", "Université de Vannes", "Ingénieure d'études; chaînes vidéo-audio"),
    ):
        html += f"<p>{period} <strong>{employer}</strong> {post}</p>"

    assert [p[1] for p in posts(read(html, "cv.html"))] == ["Université de Quimper", "Université de Vannes"]


def test_seasons_of_several_years_are_a_period() -> None:
    (period,) = find_ranges("Summers 2014-2015")

    assert (period.start, period.end, period.begin) == ("2014", "2015", 0)
