import pytest
from hypothesis import given
from hypothesis import strategies as st

from vivier.resumes.wording.dates import find_ranges, only_date
from vivier.resumes.wording.moments import PRESENT

PERIODS = {
    "Janvier 2020 – aujourd'hui": ("2020-01", "present"),
    "Depuis 03/2021": ("2021-03", "present"),
    "10/2017 - 02/2021": ("2017-10", "2021-02"),
    "02.2018–à ce jour": ("2018-02", "present"),
    "sept. 2018 à juin 2021": ("2018-09", "2021-06"),
    "janv. – juin 2018": ("2018-01", "2018-06"),
    "Feb 2019 – Present": ("2019-02", "present"),
    "May '18 - Jun '20": ("2018-05", "2020-06"),
    "2013-09 —Present": ("2013-09", "present"),
    "2018-19": ("2018", "2019"),
    "2016/09 - now": ("2016-09", "present"),
    "du 12 mars 2018 au 30/06/2019": ("2018-03", "2019-06"),
    "Q1 2020 - Q3 2021": ("2020", "2021"),
    "Summer 2004": ("2004", "2004"),
    "01/02/2019 – 30/06/2021": ("2019-02", "2021-06"),
    "jusqu'en 2018": (None, "2018"),
    "2021 - 2019": ("2019", "2021"),
    "1er mars 2018 – 30 juin 2019": ("2018-03", "2019-06"),
    "2014/2015 - 2017/2018": ("2014", "2018"),
    "janv-19 à mars-21": ("2019-01", "2021-03"),
    "avril 2016 à nos jours": ("2016-04", "present"),
    "sept. 2019 - ...": ("2019-09", "present"),
    "2017-…": ("2017", "present"),
    "09/2019 07/2022": ("2019-09", "2022-07"),
}


@pytest.mark.parametrize(("text", "period"), PERIODS.items())
def test_a_period_is_read_as_far_as_it_is_written(text: str, period: tuple[str | None, str]) -> None:
    (found,) = find_ranges(text)

    assert (found.start, found.end) == period


@pytest.mark.parametrize("text", ["Marseille", "1 800 000 en 2 ans", "06 39 98 12 34", "mai 20 personnes", "en cours"])
def test_what_is_no_date_gives_none(text: str) -> None:
    assert find_ranges(text) == []


def test_two_years_with_nothing_between_them_are_no_period() -> None:
    assert all(found.single for found in find_ranges("2016 2018"))


def test_the_word_that_leads_to_a_period_is_part_of_it() -> None:
    assert find_ranges("D'avril 2010 à juin 2012")[0].begin == 0


def test_a_text_with_more_than_a_date_is_no_date_alone() -> None:
    assert only_date("2019 - 2021") is not None
    assert only_date("2019 - 2021 Tours") is None


@given(st.text(alphabet="0123456789/-.–àjanvieroût 'présent", max_size=60))
def test_any_text_gives_ordered_periods_within_it(text: str) -> None:
    for found in find_ranges(text):
        assert 0 <= found.begin < found.finish <= len(text)
        if found.start and found.end and found.end != PRESENT:
            assert found.start[:4] <= found.end[:4]
