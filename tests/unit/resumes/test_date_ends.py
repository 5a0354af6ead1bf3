"""How CVs print the end of a period: each way with what the page says, and no more."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import opened, profile

from vivier.resumes.wording.dates import find_ranges, is_expected, only_date
from vivier.resumes.wording.moments import PRESENT

NOW = "2019-06", "present"
YEARS = "2018", "2019"
ENDS = {
    # it goes on
    "June 2019 to date": NOW,
    "June 2019 to-date": NOW,
    "June 2019 – date": NOW,
    "June 2019 till date": NOW,
    "June 2019 - till now": NOW,
    "June 2019 – until today": NOW,
    "June 2019 up to present": NOW,
    "June 2019 – on going": NOW,
    "June 2019 – in progress": NOW,
    "June 2019 – continuing": NOW,
    "June 2019 – Pres.": NOW,
    "June 2019 – current position": NOW,
    "June 2019 to present day": NOW,
    "June 2019 onwards": NOW,
    "June 2019 on": NOW,
    "June 2019 and on": NOW,
    "juin 2019 à l'heure actuelle": NOW,
    "June 2019 → at present": NOW,
    "June 2019 - at present": NOW,
    "June 2019 to at present": NOW,
    "from June 2019 onwards": NOW,
    "June 2019 – ?": (NOW[0], "present"),
    "June 2019 >": NOW,
    "juin 2019 jusqu'à ce jour": NOW,
    "juin 2019 jusqu'à présent": NOW,
    "juin 2019 – à présent": NOW,
    "juin 2019 – jusqu'à ce jour": NOW,
    "June 2019 – til now": NOW,
    "June 2019 – nowadays": NOW,
    "June 2019 to this day": NOW,
    "juin 2019 – poste actuel": NOW,
    "juin 2019 – actuellement en poste": NOW,
    "juin 2019 à …": NOW,
    "En poste depuis juin 2019": NOW,
    "en cours depuis juin 2019": NOW,
    "06/19 – Present": NOW,
    "6/19-present": NOW,
    "Present – June 2019": NOW,
    "since 1865": ("1865", "present"),
    "1865 – present": ("1865", "present"),
    "began June 2019, continuing": NOW,
    "saisons 2018/19 à aujourd'hui": ("2018", "present"),
    "school years 2018/19 to present": ("2018", "present"),
    # what ends it, or its first end is a school year
    "began August 2012, ended March 2019": ("2012-08", "2019-03"),
    "entré en mars 2019, parti en mai 2020": ("2019-03", "2020-05"),
    "Start: 03/2019 End: 05/2020": ("2019-03", "2020-05"),
    "joined 2018, left 2019": YEARS,
    "saisons 2016/17 à 2019": ("2016", "2019"),
    "Nov 21 > Aug 23": ("2021-11", "2023-08"),
    "depuis la rentrée 2019": ("2019", "present"),
    "Depuis la rentrée de juin 2019": NOW,
    "depuis la rentrée scolaire de juin 2019": NOW,
    # months with two figures of their years, before whatever sign
    "[Nov-16 to Jan-20]": ("2016-11", "2020-01"),
    "janv-16 à mars-20 (4 ans)": ("2016-01", "2020-03"),
    "[Sept 09 - Mar 12]": ("2009-09", "2012-03"),
    # it has yet to end
    "Aug 2022 – May 2026 (expected)": ("2022-08", "2026-05"),
    "Aug 2022 – Expected May 2026": ("2022-08", "2026-05"),
    "August 2022 – (expected) May 2026": ("2022-08", "2026-05"),
    "2022 – exp. 2026": ("2022", "2026"),
    "2022–2026 (exp.)": ("2022", "2026"),
    "2022–2026 (en cours)": ("2022", "2026"),
    "Expected Graduation Date: May 2026": ("2026-05", "2026-05"),
    "Anticipated May 2026": ("2026-05", "2026-05"),
    "May 2026 (anticipated)": ("2026-05", "2026-05"),
    "Obtention prévue en mai 2026": ("2026-05", "2026-05"),
    "Degree expected: May 2026": ("2026-05", "2026-05"),
    # one date only
    "Class of 2019": ("2019", "2019"),
    "Class of '19": ("2019", "2019"),
    "Graduated: 2019": ("2019", "2019"),
    "promotion 2019": ("2019", "2019"),
    "Diplômée en juin 2019": ("2019-06", "2019-06"),
    # terms
    "Fall Semester 2018 - Spring Semester 2019": YEARS,
    "Michaelmas Term 2018 – Trinity Term 2019": YEARS,
    "AY 2018-19": YEARS,
    "Année universitaire 2018-2019": YEARS,
    "2018 Q3 – 2019 Q1": YEARS,
    "Winter 2018/19": YEARS,
    "Spring '18 – Fall '19": YEARS,
    "'18 – '19": YEARS,
    # several of one post
    "Summers 2018, 2019": YEARS,
    "Fall 2018, Spring 2019": YEARS,
    "Summer 2018 & 2019": YEARS,
    "2017–2018, 2020–2021": ("2017", "2021"),
    "May 2017 - Aug 2017, May 2018 - Aug 2018": ("2017-05", "2018-08"),
    "2020 – present; 2017–2018": ("2017", "present"),
    # the year once, or short
    "Sept–Dec 2018": ("2018-09", "2018-12"),
    "09-12/2018": ("2018-09", "2018-12"),
    "Jan. & Feb. 2020": ("2020-01", "2020-02"),
    "juin, juillet 2019": ("2019-06", "2019-07"),
    "June-July-August 2019": ("2019-06", "2019-08"),
    "Nov – Feb 2019": ("2018-11", "2019-02"),
    "Sept 2018 – June": ("2018-09", "2019-06"),
    "Dec./Jan. 2018/2019": ("2018-12", "2019-01"),
    "8/17 – 11/18": ("2017-08", "2018-11"),
    "08/17-11/18": ("2017-08", "2018-11"),
    "2017-08/2018-11": ("2017-08", "2018-11"),
    "2017.8-2018.11": ("2017-08", "2018-11"),
    "Nov2018–Dec2019": ("2018-11", "2019-12"),
    "05/20/17 - 11/20/18": ("2017-05", "2018-11"),
    "01/05/2017 - 11/20/2018": ("2017-01", "2018-11"),
    "du 01/06/18 au 30/06/18": ("2018-06", "2018-06"),
    "Sept. 2015-19": ("2015-09", "2019"),
    "2017–8": ("2017", "2018"),
    "1999/2000": ("1999", "2000"),
    "2011-12 – Present": ("2011-12", "present"),
    "2011-12 to 2012-06": ("2011-12", "2012-06"),
    "1985-01 until 2000-01": ("1985-01", "2000-01"),
    "2011-12": ("2011", "2012"),
    "2019/21": ("2019", "2021"),
    "2018 … 2021": ("2018", "2021"),
    "2014 – …": ("2014", "present"),
    "03/2016 / …": ("2016-03", "present"),
    "Sept. 2016… juin 2019": ("2016-09", "2019-06"),
    "2021 … on the pass now": ("2021", "present"),
    "02.2024 – running": ("2024-02", "present"),
    "2017 - toujours en place": ("2017", "present"),
    "2019 – still going": ("2019", "present"),
    "03/2020 > y suis encore": ("2020-03", "present"),
    # a template's, which masks its years
    "May 20XX": (None, None),
    "May 20XX – Present": (None, "present"),
    "Aug 20XX – May 20XX": (None, None),
    "20XX – 20XX": (None, None),
    "MM/YYYY – MM/YYYY": (None, None),
}


@pytest.mark.parametrize(("text", "period"), ENDS.items())
def test_an_end_is_what_the_page_says(text: str, period: tuple[str | None, str | None]) -> None:
    found = only_date(text)

    assert found is not None
    assert (found.start, found.end) == period


@pytest.mark.parametrize(
    "text",
    [
        "2019 près de Lyon",
        "2019 Continuing education",
        "2016 – Date of birth",
        "note de 8/17",
        "version 1.6.18",
        "Rue du 19",
        "XXXX",
        "06 XX XX XX XX",
        "l'été '",
    ],
)
def test_words_and_numbers_beside_a_date_are_no_end(text: str) -> None:
    assert all(found.single and found.end == found.start and not found.masked for found in find_ranges(text))


def test_words_of_the_sentence_before_a_date_are_none_of_it() -> None:
    text = "Project completed in 2019"

    assert text[: find_ranges(text)[0].begin].rstrip() == "Project completed"


def test_what_is_expected_is_told_from_what_was() -> None:
    assert is_expected("Expected May 2026")
    assert not is_expected("Unexpected, May 2026 (experience)")


MONTHS = ("January", "Feb", "mars", "avr.", "May", "juin", "July", "août", "Sept.", "Oct", "novembre", "Dec")
FORMS: dict[str, Callable[[int, int], str]] = {
    "named": lambda year, month: f"{MONTHS[month - 1]} {year}",
    "comma": lambda year, month: f"{MONTHS[month - 1]}, {year}",
    "slash": lambda year, month: f"{month:02}/{year}",
    "slim": lambda year, month: f"{month}/{year}",
    "short": lambda year, month: f"{month:02}/{year % 100:02}",
    "dot": lambda year, month: f"{month:02}.{year}",
    "iso": lambda year, month: f"{year}-{month:02}",
    "tick": lambda year, month: f"{MONTHS[month - 1]} '{year % 100:02}",
    "day": lambda year, month: f"{MONTHS[month - 1]} 14, {year}",
    "year": lambda year, _: f"{year}",
}
dates = st.tuples(st.integers(1985, 2030), st.integers(1, 12))


@given(
    st.sampled_from(sorted(FORMS)), dates, dates, st.sampled_from([" – ", " - ", "–", " to ", " à ", " until ", " — "])
)
def test_two_dates_of_one_form_are_a_period(form: str, one: tuple[int, int], other: tuple[int, int], dash: str) -> None:
    first, last = sorted((one, other))
    wanted = [f"{year}" if form == "year" else f"{year}-{month:02}" for year, month in (first, last)]

    found = only_date(FORMS[form](*first) + dash + FORMS[form](*last))

    assert found is not None
    assert [found.start, found.end] == wanted


@given(
    st.sampled_from(sorted(FORMS)),
    dates,
    st.sampled_from([" – ", "-", " to ", " à "]),
    st.sampled_from(["Present", "present", "now", "today", "ongoing", "ce jour", "aujourd'hui", "Current"]),
)
def test_a_date_and_a_word_for_today_go_on(form: str, date: tuple[int, int], dash: str, now: str) -> None:
    year, month = date

    found = only_date(FORMS[form](year, month) + dash + now)

    assert found is not None
    assert (found.start, found.end) == (f"{year}" if form == "year" else f"{year}-{month:02}", PRESENT)


@given(st.text(alphabet="0123456789/-.–,;&'()XYyx?+ andétoFal", max_size=50))
def test_any_text_gives_periods_apart_and_in_order(text: str) -> None:
    last = 0
    for found in find_ranges(text):
        assert last <= found.begin < found.finish <= len(text)
        last = found.finish
        if found.start and found.end and found.end != PRESENT:
            assert found.start[:4] <= found.end[:4]


def dated(whens: list[str], study: str = "May 2016") -> Sheet:
    """Posts with their dates at the right; what stands behind "//" goes to the next line."""
    sheet = opened()
    heads = [
        ("Marketing Intern", "Fenwick Media"),
        ("Teaching Assistant", "Kent State University"),
        ("Server", "Panini Grill"),
    ]
    for (title, employer), when in zip(heads, whens, strict=True):
        first, _, second = when.partition("//")
        sheet.put(title, bold=True, right=first)
        sheet.put(employer, right=second or None)
        sheet.put("• Kept the calendar of nine people up to date", 60)
        sheet.y += 8
    sheet.put("Education", size=13, bold=True)
    sheet.put("Kent State University", bold=True, right=study)
    sheet.put("Bachelor of Business Administration")
    return sheet


LISTS = {
    ("Summer 2019", "Fall 2018, Spring 2019", "August 2017 - Present"): [
        ("2019", "2019"),
        ("2018", "2019"),
        ("2017-08", "present"),
    ],
    ("Summer 2019", "Summer 2017,//Summer 2018", "Fall 2016,//Spring 2017"): [
        ("2019", "2019"),
        ("2017", "2018"),
        ("2016", "2017"),
    ],
    ("June 2019 to//date", "Sept 2018 to//May 2019", "Aug. 2016 to//May 2017"): [
        ("2019-06", "present"),
        ("2018-09", "2019-05"),
        ("2016-08", "2017-05"),
    ],
    ("May 20XX – Present", "Aug 20XX –//May 20XX", "Summer 20XX"): [(None, "present"), (None, None), (None, None)],
}


@pytest.mark.parametrize(("whens", "ends"), LISTS.items())
def test_posts_end_as_their_dates_say(whens: tuple[str, ...], ends: list[tuple[str | None, str | None]]) -> None:
    posts = profile(dated(list(whens))).experience

    assert [post.employer and post.employer.value for post in posts] == [
        "Fenwick Media",
        "Kent State University",
        "Panini Grill",
    ]
    assert [(post.start and post.start.value, post.end and post.end.value) for post in posts] == ends


@pytest.mark.parametrize(
    ("printed", "end"),
    [
        ("Expected May 2026", "2026-05"),
        ("2022 – Present, expected May 2026", "2026-05"),
        ("In progress, expected May 2026", "2026-05"),
        ("Anticipated Graduation: May 2026", "2026-05"),
        ("2022 – (expected 2026)", "2026"),
        ("Class of 2026", "2026"),
        ("2022 – Present", "present"),
    ],
)
def test_studies_end_when_the_page_expects_it(printed: str, end: str) -> None:
    (study,) = profile(dated(["May 2019", "May 2018", "May 2017"], printed)).education

    assert study.end is not None
    assert study.end.value == end
