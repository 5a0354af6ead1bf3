"""A link of a mail: rewritten as it leaves, followed to what was written, counted once when a person pressed it."""

from datetime import timedelta
from email import message_from_bytes, policy
from typing import Any

import pytest
from tests.experiments import begun, sent, someone, text, together
from tests.factories import NOW, WORKSPACE, colleague
from tests.sent import raw_mails

from vivier.casework import sweep
from vivier.experiments.service import OpenedExperiment
from vivier.kernel.actor import Actor
from vivier.kernel.errors import NotFound
from vivier.kernel.metering import metered
from vivier.mail import clicks, pressed
from vivier.mail.model import Message
from vivier.mail.store import MessageItem
from vivier.people import service as people
from vivier.storage.table import get
from vivier.team import links

pytestmark = pytest.mark.usefixtures("cloud")
BROWSER = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"
BODY = "{{ greeting }},\n\n[Le poste](https://halage.example/poste?a=1&b=2), [l’équipe](https://halage.example/equipe)."
OTHER = {"subject": "Dix minutes ?", "body": BODY}
LATER = NOW + timedelta(hours=3)


class Mailed:
    """Somebody who got a mail of an experiment that counts clicks."""

    def __init__(self, who: Actor, **plan: Any) -> None:
        place = text(who, body=BODY)
        self.experiment: OpenedExperiment = begun(
            who, place, OTHER, first={"subject": "Un poste", "body": BODY}, metric="click", **plan
        )
        self.candidate_id = someone()
        (self.key,) = sent(who, place, self.candidate_id, subject="Un poste pour vous", body=BODY)
        mail = message_from_bytes(raw_mails()[-1].encode(), policy=policy.default)
        self.text, self.html = (part.get_content() for part in mail.iter_parts())
        self.token = self.html.partition("/p/link#")[2][:22]

    @property
    def message(self) -> Message:
        return get(MessageItem, MessageItem.key(WORKSPACE, self.key), consistent=True).read()

    def follow(self, number: int = 0, at: Any = LATER, *, by_hand: bool = True, agent: str = BROWSER) -> str:
        return pressed.press(
            links.resolve(clicks.PURPOSE, self.token, at), number, by_hand=by_hand, agent=agent, now=at
        )

    def clicked(self) -> list[str]:
        seen = people.open_candidate(colleague().actor(), self.candidate_id).events
        return [e.data["link"] for e in seen if e.kind == "mail_clicked"]


@pytest.fixture
def mailed(cloud: None) -> Mailed:
    return Mailed(colleague().actor())


def test_links_lead_through_ours_and_the_text_part_and_the_record_keep_the_address(mailed: Mailed) -> None:
    assert mailed.html.count("https://people.example.com/p/link#") == 2
    assert "halage.example/poste" not in mailed.html
    assert "Le poste (https://halage.example/poste?a=1&b=2)" in mailed.text
    assert clicks.targets(mailed.message.html) == [
        "https://halage.example/poste?a=1&b=2",
        "https://halage.example/equipe",
    ]
    assert mailed.token not in mailed.message.model_dump_json()


def test_a_press_leads_to_what_was_written_and_counts_once(mailed: Mailed) -> None:
    assert mailed.follow() == "https://halage.example/poste?a=1&b=2"
    mailed.follow(at=LATER + timedelta(minutes=1))
    assert mailed.follow(1, LATER + timedelta(minutes=2)) == "https://halage.example/equipe"

    for minutes in (10, 11):
        sweep.sweep(LATER + timedelta(minutes=minutes))

    assert mailed.message.clicked_at == LATER
    assert sorted(mailed.clicked()) == ["https://halage.example/equipe", "https://halage.example/poste?a=1&b=2"]
    assert together(mailed.experiment) == (1, 1)


SOON = {"at": NOW + timedelta(seconds=63)}


@pytest.mark.parametrize(
    ("how", "agent"), [({"by_hand": False}, BROWSER), ({}, "Barracuda Sentinel"), ({}, ""), (SOON, BROWSER)]
)
def test_what_no_person_pressed_leads_on_and_counts_for_nothing(
    mailed: Mailed, how: dict[str, Any], agent: str
) -> None:
    assert mailed.follow(agent=agent, **how) == "https://halage.example/poste?a=1&b=2"

    sweep.sweep(LATER + timedelta(minutes=10))

    assert (mailed.message.clicked, mailed.clicked()) == ({}, [])
    assert together(mailed.experiment) == (1, 0)


def test_all_links_at_once_are_a_scanner_and_a_person_who_comes_later_counts(mailed: Mailed) -> None:
    for number in (0, 1):
        mailed.follow(number, LATER + timedelta(seconds=number))
    sweep.sweep(LATER + timedelta(minutes=10))
    assert together(mailed.experiment) == (1, 0)

    mailed.follow(0, LATER + timedelta(hours=1))
    sweep.sweep(LATER + timedelta(hours=2))

    assert (len(mailed.clicked()), together(mailed.experiment)) == (1, (1, 1))


def test_it_leads_nowhere_else_and_ends(mailed: Mailed) -> None:
    for number in (-1, 2, 999):
        with pytest.raises(NotFound):
            mailed.follow(number)
    with pytest.raises(NotFound):
        links.resolve(clicks.PURPOSE, mailed.token, NOW + clicks.KEPT + timedelta(days=1))
    with pytest.raises(NotFound):
        links.resolve("shortlist", mailed.token, LATER)


def test_a_click_after_its_time_is_told_and_not_counted(cloud: None) -> None:
    mailed = Mailed(colleague().actor(), window_days=2)

    mailed.follow(at=NOW + timedelta(days=3))
    sweep.sweep(NOW + timedelta(days=3, minutes=10))

    assert (len(mailed.clicked()), together(mailed.experiment)) == (1, (1, 0))


def test_following_a_link_costs_two_reads_and_a_write(mailed: Mailed) -> None:
    with metered() as tally:
        mailed.follow()

    assert tally.calls == {"dynamodb.GetItem": 2, "dynamodb.PutItem": 1}
