"""Whoever is told where we found them reads words, and no key of ours."""

import re
from pathlib import Path

from vivier.people import sources

WEB = Path(__file__).parents[3] / "web/src/i18n/en/common.ts"


def test_every_source_that_the_screens_know_has_words_in_both_languages() -> None:
    block = re.search(r"^  source: \{(.*?)^  \}", WEB.read_text(), re.M | re.S)
    assert block

    assert set(re.findall(r"(\w+):", block[1])) == sources.SAID.keys()
    assert all(said.keys() == {"fr", "en"} for said in sources.SAID.values())


def test_a_source_of_ones_own_is_said_as_it_was_typed() -> None:
    assert sources.said("Salon nautique", "fr") == "Salon nautique"
    assert sources.said("referral", "fr") == "une cooptation"
