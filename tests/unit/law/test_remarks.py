"""Notes about people: what is warned about, what is not, and how well, measured on labelled sentences."""

import itertools
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vivier.law import remarks
from vivier.law.prohibited import ProhibitedKind
from vivier.law.remark_kinds import GROUNDS, RemarkKind

LABELLED = Path(__file__).parent / "labelled_remarks.txt"
Sentence = tuple[str, str]


def sentences(part: int) -> list[Sentence]:
    """Kind (`-`: none) and text, of those that patterns were tuned on (0) or of the others (1)."""
    lines = LABELLED.read_text(encoding="utf-8").split("== unseen\n")[part].splitlines()
    read = [line.split("\t", 1) for line in lines if line and not line.startswith("#")]
    return [(kind, text) for kind, text in read]


def measured(part: int) -> tuple[float, float, Counter[str]]:
    """Recall (any warning), false alarms among harmless sentences, and what was missed by kind."""
    wrong = [(kind, text) for kind, text in sentences(part) if kind != "-"]
    harmless = [text for kind, text in sentences(part) if kind == "-"]
    missed = Counter(kind for kind, text in wrong if not remarks.find(text))
    alarms = sum(bool(remarks.find(text)) for text in harmless)
    recall, rate = 1 - missed.total() / len(wrong), alarms / len(harmless)
    sys.stdout.write(
        f"\n{'tuned' if part == 0 else 'unseen'}: {len(wrong)} to warn of, recall {recall:.3f}; "
        f"{len(harmless)} harmless, false alarms {rate:.3f}; missed {dict(missed)}\n"
    )
    return recall, rate, missed


def test_what_the_patterns_were_tuned_on_is_seen_and_near_misses_are_left_alone() -> None:
    recall, rate, _ = measured(0)

    assert recall >= 0.98
    assert rate <= 0.01


def test_sentences_that_nothing_was_tuned_to_are_mostly_seen_and_seldom_wrongly() -> None:
    recall, rate, _ = measured(1)

    assert recall >= 0.78
    assert rate <= 0.08


def test_half_of_the_sentences_are_harmless_and_both_languages_are_there() -> None:
    every = sentences(0) + sentences(1)
    harmless = sum(kind == "-" for kind, _ in every)

    assert len(every) >= 500
    assert 0.45 < harmless / len(every) < 0.55
    assert {kind for kind, _ in every} - {"-"} <= {k.value for k in GROUNDS}
    assert {k.value for k in RemarkKind} <= {kind for kind, _ in every}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Elle a 34 ans, très motivée", ProhibitedKind.AGE),
        ("She has two kids", ProhibitedKind.FAMILY_SITUATION),
        ("Profil intéressant mais handicapé", ProhibitedKind.HEALTH),
        ("D’origine maghrébine je crois", ProhibitedKind.ORIGIN),
        ("Née le 12/03/1990", ProhibitedKind.BIRTH_DATE),
        ("Fort accent africain", RemarkKind.ACCENT),
        ("Habite dans le 93", RemarkKind.RESIDENCE),
        ("Elle est au RSA", RemarkKind.VULNERABILITY),
        ("Un vrai con", RemarkKind.DEMEANING),
        ("He is an idiot", RemarkKind.DEMEANING),
    ],
)
def test_a_warning_names_its_kind_and_the_words(text: str, kind: ProhibitedKind | RemarkKind) -> None:
    found = next(hit for hit in remarks.find(text) if hit.kind == kind)

    assert text[found.start : found.end].strip()


def test_every_kind_says_why_and_names_the_law_in_both_languages() -> None:
    assert GROUNDS.keys() == {*ProhibitedKind, *RemarkKind}
    for ground in GROUNDS.values():
        assert all((*ground.label, *ground.reason, ground.source))


@pytest.mark.parametrize("unit", ["elle est ", "1 ", "\n. ", "un une ", "she is a very ", "aaaa", "- ", "accent tres "])
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    def took(size: int) -> float:
        text = (unit * (size // len(unit) + 1))[:size]
        start = time.process_time()
        remarks.find(text)
        return time.process_time() - start

    # In turn, and the least of each: what else the machine does meanwhile slows one as it slows the other.
    rounds = [(took(20_000), took(40_000)) for _ in range(6)]
    once, double = (min(times) for times in zip(*rounds, strict=True))

    assert once < 2
    assert double < 3 * once + 0.02


@given(st.text(max_size=300))
def test_spans_lie_in_the_text_in_order_and_apart(text: str) -> None:
    hits = remarks.find(text)

    assert all(0 <= h.start < h.end <= len(text) for h in hits)
    assert all(a.end <= b.start for a, b in itertools.pairwise(hits))
