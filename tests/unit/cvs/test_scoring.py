from typing import Any

from tests.cvs.scoring import Counts, Values, score, total


def whole(**truth: Any) -> Values:
    empty: Values = {"links": [], "skills": [], "languages": [], "experience": [], "education": []}
    return {"truth": {"name": None, "email": None, "phone": None, "location": None, **empty, **truth}}


def job(employer: str | None, title: str | None, start: str | None, end: str | None) -> Values:
    return {"employer": employer, "title": title, "start": start, "end": end}


def test_an_entry_is_whole_only_when_all_four_are_right() -> None:
    truth = whole(
        experience=[job("Doctolib", "Tech lead", "2019-03", "present"), job("MAIF", "Stagiaire", "2018", "2018")]
    )
    read = {
        "experience": [job("Doctolib", "Tech Lead", "2019-03", "present"), job("Niort", "Stagiaire", "2018", "2018")]
    }

    tally = score(truth, read).tally

    assert tally["experience.found"] == Counts(2, 0, 0)
    assert tally["experience.employer"] == Counts(1, 1, 1)
    assert tally["experience"] == Counts(1, 1, 1)


def test_a_precision_the_page_has_must_be_read_and_one_it_has_not_is_not_asked() -> None:
    entries = [job("Lidl", "Caissier", "2019-03", "2020")]

    vague = score(whole(experience=entries), {"experience": [job("Lidl", "Caissier", "2019", "2020")]}).tally
    precise = score(whole(experience=entries), {"experience": [job("Lidl", "Caissier", "2019-03", "2020-12")]}).tally

    assert vague["experience.start"].hits == 0
    assert precise["experience"].hits == 1


def test_other_right_values_are_accepted_and_neutral_entries_count_for_nothing() -> None:
    truth = whole(experience=[job("Adecco", "Cariste", "2020", "2021")]) | {
        "accept": {"experience[0].employer": ["Renault"], "neutral": {"experience": ["Bénévole"]}}
    }
    read = {"experience": [job("Renault", "Cariste", "2020", "2021"), job("Croix-Rouge", "Bénévole", "2001", "2003")]}

    tally = score(truth, read).tally

    assert tally["experience"] == Counts(1, 0, 0)


def test_an_optional_word_is_right_when_read_and_not_missed_when_not() -> None:
    truth = whole(skills=["Python", "Jira"]) | {"accept": {"optional": ["skills[1]"]}}

    with_it, without = score(truth, {"skills": ["Python", "Jira"]}), score(truth, {"skills": ["Python"]})

    assert with_it.tally["skills"] == Counts(2, 0, 0)
    assert without.tally["skills"] == Counts(1, 0, 0)


def test_each_value_read_is_judged_where_it_stands() -> None:
    truth = whole(name="Léa Martin", skills=["Python"], experience=[job("Lidl", "Caissier", "2019", "2020")])
    read = {"name": "Lea MARTIN", "skills": ["Cobol", "python"], "experience": [job("Lidl", None, "2018", "2020")]}

    verdicts = {(v.field, v.at): v.right for v in score(truth, read).verdicts}

    assert verdicts == {
        ("name", 0): True,
        ("skills", 0): False,
        ("skills", 1): True,
        ("experience.employer", 0): True,
        ("experience.start", 0): False,
        ("experience.end", 0): True,
    }


def test_a_reading_that_is_missing_counts_as_empty() -> None:
    summed = total([score(whole(name="Léa Martin", email="lea@exemple.fr"), {})])

    assert summed["name"] == Counts(0, 0, 1)
    assert summed["phone"] == Counts(0, 0, 0)
