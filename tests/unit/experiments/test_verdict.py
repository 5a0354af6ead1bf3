"""What is said of an experiment, from its first mail to its end."""

from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories import NOW

from vivier.experiments.model import Experiment, Plan
from vivier.experiments.verdict import Verdict, rounded, verdict
from vivier.mail.exposures import Sum


def experiment(variants: int = 2, **plan: Any) -> Experiment:
    said = [{"key": k, "fr": {"subject": k, "body": "x"}} for k in "abcd"[:variants]]
    return Experiment.model_validate(
        {
            "id": f"exp_{'0' * 26}", "name": "x", "place": {"kind": "template", "template": "next_step"},
            "plan": plan, "variants": said, "state": "running", "created_at": NOW, "started_at": NOW,
        }
    )  # fmt: skip


def sums(ago: int, at: int, **by: tuple[int, int]) -> Sum:
    """People and hits of mails that left `ago` days before day `at`."""
    none = dict.fromkeys("abcd", 0)
    return Sum(
        f"{NOW + timedelta(days=at - ago):%Y-%m-%d}",
        none | {k: n for k, (n, _) in by.items()},  # type: ignore[arg-type]
        none | {k: hits for k, (_, hits) in by.items()},  # type: ignore[arg-type]
    )


def judged(*of: Sum, at: int = 60, variants: int = 2, **plan: Any) -> Verdict:
    return verdict(experiment(variants, **plan), list(of), NOW + timedelta(days=at))


def test_whoever_still_has_time_is_not_counted_even_when_they_answered_early() -> None:
    said = judged(sums(5, 60, a=(40, 12), b=(40, 20)), sums(30, 60, a=(60, 6), b=(60, 9)))

    assert [(r.counted, r.hits, r.waiting, r.early) for r in said.results] == [(60, 6, 40, 12), (60, 9, 40, 20)]


def test_the_day_of_the_last_whole_window_is_the_first_that_counts() -> None:
    by_day = [judged(sums(ago, 60, a=(1, 0), b=(1, 0)), window_days=7).results[0].counted for ago in (7, 8)]

    assert by_day == [0, 1]


def test_there_is_no_winner_before_the_minimum_run_is_over() -> None:
    clear: dict[str, Any] = {"a": (400, 20), "b": (400, 120)}

    early = judged(sums(12, 12, **clear), at=12, window_days=1, minimum_days=14)
    few = judged(sums(30, 60, **clear), minimum_people=500)
    done = judged(sums(30, 60, **clear))

    assert (early.said, early.minimum, early.days) == ("not_enough", True, 2)
    assert (few.said, few.minimum, few.more) == ("not_enough", True, 200)
    assert (done.said, done.winner) == ("winner", "b")


def test_how_many_more_does_not_hang_on_the_luck_of_the_first() -> None:
    even = judged(sums(30, 60, a=(60, 12), b=(60, 12)))
    lucky = judged(sums(30, 60, a=(60, 9), b=(60, 15)))

    assert even.said == lucky.said == "not_enough"
    assert even.more == lucky.more
    assert even.more
    assert even.more > 1_000


def test_people_who_were_written_to_are_not_asked_for_again() -> None:
    before = judged(sums(30, 60, a=(100, 20), b=(100, 20)))
    after = judged(sums(30, 60, a=(100, 20), b=(100, 20)), sums(2, 60, a=(500, 0), b=(500, 0)))

    assert before.more
    assert after.more
    assert 900 <= before.more - after.more <= 1_100


def test_two_that_differ_by_less_than_what_matters_are_alike() -> None:
    said = judged(sums(30, 60, a=(4000, 800), b=(4000, 804)))

    assert (said.said, said.winner, set(said.leading)) == ("alike", None, {"a", "b"})


def test_of_three_the_worst_is_out_and_the_two_others_may_be_alike() -> None:
    said = judged(sums(30, 60, a=(6000, 1200), b=(6000, 1210), c=(6000, 600)), variants=3)

    assert (said.said, set(said.leading)) == ("alike", {"a", "b"})


def test_an_experiment_that_was_not_begun_says_how_many_people_it_takes() -> None:
    draft = experiment().model_copy(update={"state": "draft", "plan": Plan(difference=10, usual=20)})

    said = verdict(draft, [], NOW)

    assert said.said == "not_begun"
    assert said.more
    assert 900 <= said.more <= 1_100


@settings(max_examples=25)
@given(st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 3000)), min_size=2, max_size=4), st.integers(0, 90))
def test_something_is_always_said_and_no_number_is_more_than_the_whole(of: list[tuple[int, int]], at: int) -> None:
    held = {k: (max(pair), min(pair)) for k, pair in zip("abcd", of, strict=False)}

    said = judged(sums(at, at, **held), at=at, variants=len(of))

    assert (said.winner is not None) == (said.said == "winner")
    assert all(r.hits <= r.counted <= r.sent for r in said.results)
    assert said.said != "not_enough" or said.more is not None


def test_about_has_two_digits() -> None:
    assert [rounded(n) for n in (0, 7, 23, 213, 1_234, 12_345)] == [0, 7, 30, 250, 1_300, 13_000]
