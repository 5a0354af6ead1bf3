"""Whoever chooses when a mail leaves is shown the clock of the person that it is for."""

import pytest
from tests.factories import NOW, colleague
from tests.unasked import found, lives_at, rule

from vivier.casework import writing
from vivier.casework.their_clock import TheirClock
from vivier.casework.writing import PreviewedMail, Seen
from vivier.kernel.metering import metered
from vivier.mail.deliverability.model import OpenHours
from vivier.mail.drafts import Draft

pytestmark = pytest.mark.usefixtures("cloud")
DRAFT = Draft.model_validate({"subject": "Un poste pour vous", "body": "{{ greeting }},\n\nParlons-en."})


def seen(*ids: str) -> list[PreviewedMail]:
    return writing.preview(colleague().actor(), Seen(candidate_ids=list(ids), draft=DRAFT), NOW)


def test_what_is_looked_at_says_by_whose_clock_each_lives_and_when_they_may_be_written_to() -> None:
    rule(allowed=OpenHours(days=[0, 1, 2, 3], from_hour=9, to_hour=17))
    ids = [lives_at(found(1), "Nouméa, Nouvelle-Calédonie"), lives_at(found(2), phone="+221771234567"), found(3)]

    clocks = [mail.clock for mail in seen(*ids)]

    allowed = {"days": [0, 1, 2, 3], "from_hour": 9, "to_hour": 17}
    assert clocks == [
        TheirClock(zone="Pacific/Noumea", told_by="location", **allowed),
        TheirClock(zone="Africa/Dakar", told_by="phone", **allowed),
        None,
    ]


def test_where_no_rules_were_saved_the_products_own_hours_count() -> None:
    (mail,) = seen(lives_at(found(1), "Dakar, Sénégal"))

    assert mail.clock
    assert (mail.clock.days, mail.clock.from_hour, mail.clock.to_hour) == ([0, 1, 2, 3, 4], 8, 19)


def test_an_invented_person_has_no_clock() -> None:
    (mail,) = seen()

    assert mail.clock is None


def test_it_takes_one_read_more_and_none_where_nobodys_clock_is_known() -> None:
    known, other, nowhere = lives_at(found(1), "Dakar, Sénégal"), lives_at(found(2), "Tokyo, Japon"), found(3)
    who = colleague().actor()

    def cost(*ids: str) -> int:
        with metered() as used:
            writing.preview(who, Seen(candidate_ids=list(ids), draft=DRAFT), NOW)
        return used.calls["dynamodb.GetItem"]

    assert (cost(nowhere), cost(known), cost(known, other)) == (2, 3, 4)
