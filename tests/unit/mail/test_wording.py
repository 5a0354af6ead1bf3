"""Days and times as a mail and the candidate's pages say them."""

from datetime import date

import pytest

from vivier.kernel.actor import Language
from vivier.mail import wording


@pytest.mark.parametrize(
    ("on", "language", "said"),
    [
        (date(2026, 11, 24), "fr", "24 novembre 2026"),
        (date(2026, 12, 1), "fr", "1er décembre 2026"),
        (date(2026, 12, 1), "en", "1 December 2026"),
    ],
)
def test_a_date_is_said_in_words_in_both_languages(on: date, language: Language, said: str) -> None:
    assert wording.dated(on, language) == said
