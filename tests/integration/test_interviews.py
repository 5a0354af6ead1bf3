"""An interview's life: proposed, chosen, moved, cancelled, held; nobody in two places at once; everyone told once."""

import itertools
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta

import pytest
from tests import truth
from tests.factories import NOW, WORKSPACE, actor
from tests.faults import Faults
from tests.hiring import candidate_in, colleagues, job, standing
from tests.interviews import (
    FIRST,
    TIMES,
    at,
    check,
    choose,
    held,
    kinds,
    link,
    mails,
    member,
    propose,
    recruiter,
    wanted,
)

from vivier.casework import day, opening, refusals
from vivier.casework.refusals import Refusal
from vivier.hiring.interviews import agenda, service, store, telling, visits
from vivier.hiring.interviews.agenda import Looking
from vivier.hiring.interviews.model import DetailsEdit, Interview, Slots, State
from vivier.hiring.interviews.service import Booking, Cancelling, Outcome, Proposing
from vivier.hiring.interviews.visits import Excuse, TimeChoice
from vivier.hiring.scorecards import service as scorecards
from vivier.hiring.scorecards.service import ScorecardRequest
from vivier.kernel.actor import Actor, Role
from vivier.kernel.errors import Conflict, Forbidden, Invalid, NotFound, SlotTaken, VersionMissing, VersionStale
from vivier.kernel.metering import metered
from vivier.people import service as people

pytestmark = pytest.mark.usefixtures("cloud")
OVER = FIRST + timedelta(hours=5)
SLOW = timedelta(minutes=2)  # after the moment to undo


def test_a_proposal_is_chosen_moved_and_cancelled_by_the_candidate() -> None:
    one = propose()
    assert (one.state, one.starts_at) == (State.proposed, None)
    seen = visits.see(link(one), NOW)
    assert (seen.state, seen.slots, seen.interviewers) == ("proposed", TIMES, [one.interviewers[0].name])

    booked = choose(one)
    moved = choose(one, 3)
    cancelled = visits.cancel(link(one), moved.sequence, Excuse(message="Je suis souffrante."), NOW)

    assert (booked.state, booked.starts_at) == ("booked", FIRST)
    assert (moved.state, moved.starts_at) == ("booked", TIMES[3])
    assert (cancelled.state, cancelled.starts_at, cancelled.slots) == ("cancelled", None, [])
    assert kinds(one) == ["interview_proposed", "interview_booked", "interview_moved", "interview_cancelled"]
    last = next(e for e in people.open_candidate(actor(), one.candidate_id).events if e.kind == "interview_cancelled")
    assert (last.actor.kind, last.cause, last.data["message"]) == ("candidate", "candidate", "Je suis souffrante.")
    check()
    truth.check()


def test_a_board_shows_what_is_to_come() -> None:
    made = job()
    one = propose(of=made)
    assert [(m.id, m.state) for m in standing(made, one.candidate_id).interviews] == [(one.id, "proposed")]

    choose(one)
    (shown,) = standing(made, one.candidate_id).interviews
    assert (shown.state, shown.starts_at) == ("booked", FIRST)
    service.cancel(actor(), at(one), held(one).sequence, Cancelling(), NOW)

    assert standing(made, one.candidate_id).interviews == []
    truth.check()


def test_many_who_race_for_one_time_of_one_interviewer_get_it_once_and_the_others_what_is_left() -> None:
    busy, made = colleagues("recruiter"), job()
    rivals = [propose(busy, of=made) for _ in range(6)]

    def race(i: Interview) -> object:
        try:
            return choose(i)
        except SlotTaken as taken:
            return taken

    with ThreadPoolExecutor(6) as pool:
        outcomes = list(pool.map(race, rivals))

    winners = [o for o in outcomes if isinstance(o, visits.Invited)]
    losers = [o for o in outcomes if isinstance(o, SlotTaken)]
    assert (len(winners), len(losers)) == (1, 5)
    for loser in losers:
        assert [t[:16] for t in loser.details["free"]] == [f"{t:%Y-%m-%dT%H:%M}" for t in TIMES[1:]]
    check()
    truth.check()


def test_overlapping_times_of_two_interviews_that_share_an_interviewer_are_one() -> None:
    shared, made = colleagues("recruiter"), job()
    teams = [[shared, colleagues("recruiter")] for _ in range(4)]
    starts = [FIRST + timedelta(minutes=15 * n) for n in range(4)]
    rivals = [
        propose(*team, of=made, duration_minutes=60, offer={"by": "slots", "starts": [start]})
        for team, start in zip(teams, starts, strict=True)
    ]

    def race(i: Interview) -> bool:
        assert isinstance(i.offer, Slots)
        try:
            visits.choose(link(i), 0, TimeChoice(starts_at=i.offer.starts[0]), NOW)
        except SlotTaken:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(race, rivals)) == 1
    check()
    truth.check()


def test_whatever_two_visitors_meet_in_one_of_them_gets_the_time(faults: Faults) -> None:
    made = job()
    for number in itertools.count(0, 2):
        busy = colleagues("recruiter")
        one, other = propose(busy, of=made), propose(busy, of=made)
        states: list[str] = []

        def second(i: Interview = other, said: list[str] = states) -> None:
            with suppress(SlotTaken):
                said.append(choose(i, version=0).state)

        with faults.meanwhile(number, second), suppress(SlotTaken):
            states.append(choose(one, version=0).state)
        if not faults.fired:
            break
        assert states == ["booked"]
    assert number > 3
    check()


@pytest.mark.parametrize("fault", ["death before", "death after"])
def test_whatever_call_fails_a_choice_is_made_whole_or_not_at_all(faults: Faults, fault: str) -> None:
    made, chief = job(), recruiter()
    for number in itertools.count():
        one = propose(of=made, by=chief)
        with faults.at(number, fault):
            choose(one, version=0)
        choose(one)
        telling.tell(WORKSPACE, one.candidate_id, one.id, NOW)

        assert (held(one).state, held(one).starts_at) == (State.booked, FIRST)
        to = one.interviewers[0].member_id
        assert len(mails("interview_booked", member(to).email)) == 1
        assert kinds(one).count("interview_booked") == 1
        if not faults.fired:
            break
    check()


def test_a_stale_page_overwrites_nothing() -> None:
    one = propose()
    seen = visits.see(link(one), NOW)
    service.propose(actor(), at(one), 0, Proposing(offer=Slots(by="slots", starts=TIMES[3:])), NOW)

    with pytest.raises(VersionStale):
        choose(one, 4, version=seen.sequence)
    with pytest.raises(VersionMissing):
        visits.choose(link(one), None, TimeChoice(starts_at=TIMES[4]), NOW)
    with pytest.raises(VersionStale):
        visits.cancel(link(one), seen.sequence, Excuse(), NOW)
    with pytest.raises(Invalid):
        choose(one, 0)
    assert held(one).state == State.proposed


def test_choosing_the_same_time_twice_is_choosing_it_once() -> None:
    one = propose()
    first = choose(one, version=0)

    again = choose(one, version=0)

    assert again == first
    assert kinds(one) == ["interview_proposed", "interview_booked"]


def test_what_is_over_or_gone_answers_like_a_link_that_opens_nothing() -> None:
    made = job()
    over, refused = propose(of=made), propose(of=made)
    choose(over)
    refusals.refuse(actor(), made.id, refused.candidate_id, Refusal(reason="skills"), NOW)
    elsewhere = link(over, "ecluse")
    wrong = link(over).model_copy(update={"subject": f"{refused.candidate_id}.{over.id}"})

    with pytest.raises(NotFound) as late:
        visits.see(link(over), FIRST)
    attempts: tuple[Callable[[], object], ...] = (
        lambda: choose(over, 2, now=OVER),
        lambda: visits.see(elsewhere, NOW),
        lambda: visits.see(wrong, NOW),
    )
    for attempt in attempts:
        with pytest.raises(NotFound) as told:
            attempt()
        assert told.value.message == late.value.message
    assert visits.see(link(refused), NOW).state == "cancelled"
    with pytest.raises(Conflict):
        choose(refused)


def test_an_interviewer_has_one_place_at_a_time_whoever_books() -> None:
    busy = colleagues("recruiter")
    one = propose(busy, at=FIRST)
    quarter = FIRST + timedelta(minutes=15)

    with pytest.raises(SlotTaken):
        propose(busy, at=quarter)
    other = propose(busy, at=FIRST + timedelta(minutes=30))
    with pytest.raises(SlotTaken):
        service.book(actor(), at(other), other.sequence, Booking(starts_at=quarter), NOW)
    service.book(actor(), at(one), one.sequence, Booking(starts_at=FIRST - timedelta(minutes=15)), NOW)
    service.book(actor(), at(other), other.sequence, Booking(starts_at=quarter), NOW)

    third = propose(at=quarter)
    with pytest.raises(SlotTaken):
        service.edit(actor(), at(third), third.sequence, DetailsEdit(interviewers=[busy]), NOW)
    check()


def test_another_interviewer_takes_over_and_the_first_is_free() -> None:
    first, second = colleagues("recruiter"), colleagues("recruiter")
    one = propose(first, at=FIRST, by=recruiter())
    propose(second, at=TIMES[4])

    after = service.edit(actor(), at(one), one.sequence, DetailsEdit(interviewers=[second]), NOW)

    assert [m.member_id for m in after.interviewers] == [second]
    check()
    assert [m.template for m in mails(to=member(first).email)] == ["interview_booked", "interview_called_off"]
    assert "se fera sans vous" in mails("interview_called_off")[0].text
    propose(first, at=FIRST)


def test_the_most_that_may_be_claimed_is_moved_in_one_transaction() -> None:
    many = [colleagues("recruiter") for _ in range(8)]
    one = propose(*many, at=FIRST, duration_minutes=60)

    service.book(actor(), at(one), one.sequence, Booking(starts_at=FIRST + timedelta(days=1)), NOW)
    service.cancel(actor(), at(one), held(one).sequence, Cancelling(message="Fermeture."), NOW)

    check()
    truth.check()


def test_who_cannot_come_is_not_an_interviewer() -> None:
    made, manager = job(), colleagues("manager")
    one = candidate_in(made)

    for who in (manager, "mem_" + "0" * 26):
        with pytest.raises(Invalid):
            service.create(actor(), made.id, one, wanted(who), NOW)
    with pytest.raises(Invalid):
        service.create(actor(), made.id, one, wanted(colleagues("recruiter")), OVER)
    with pytest.raises(Forbidden):
        service.create(actor(Role.reader), made.id, one, wanted(colleagues("recruiter")), NOW)


def test_windows_offer_what_the_interviewers_have_left() -> None:
    busy = colleagues("recruiter")
    propose(busy, at=FIRST)
    offer = {
        "by": "windows",
        "zone": "Europe/Paris",
        "first": "2026-12-01",
        "last": "2026-12-01",
        "hours": [{"days": [1, 2, 3, 4, 5], "begins": "13:00", "ends": "16:00"}],
        "gap_minutes": 15,
    }
    looking = Looking.model_validate({"interviewers": [busy], "duration_minutes": 30, "offer": offer})

    times = agenda.look(actor(), looking, NOW)
    one = propose(busy, offer=offer)
    seen = visits.see(link(one), NOW)

    # 13:00, 13:45, 14:30, 15:15 in Paris, and somebody is there from 14:00 to 14:30.
    assert [f"{t:%H:%M}" for t in seen.slots] == ["12:00", "14:15"]
    assert (times.free, times.offered, len(times.busy)) == (seen.slots, 4, 1)
    visits.choose(link(one), 0, TimeChoice(starts_at=seen.slots[1], zone="America/New_York", language="en"), NOW)
    assert (held(one).zone, held(one).language) == ("America/New_York", "en")
    check()


def test_what_became_of_it_is_said_by_recruiters_and_interviewers_and_asks_for_scorecards() -> None:
    manager = colleagues("manager")
    made = job(team=[{"member_id": manager, "role": "interviewer"}])
    one = propose(manager, of=made, at=FIRST, ask_scorecards=True, by=recruiter())
    them = member(manager).actor()

    with pytest.raises(Conflict):
        service.settle(them, at(one), 0, Outcome(outcome="held"), NOW)
    with pytest.raises(Forbidden):
        service.settle(actor(Role.reader), at(one), 0, Outcome(outcome="held"), OVER)
    done = service.settle(them, at(one), 0, Outcome(outcome="held"), OVER)

    assert done.state == State.held
    assert service.settle(them, at(one), 0, Outcome(outcome="held"), OVER) == done
    asked = scorecards.read(actor(), made.id, one.candidate_id).asked
    assert [(a.member_id, a.about.id, a.about.name.fr) for a in asked] == [
        (manager, one.id, "Entretien du mardi 1er décembre")
    ]
    service.settle(actor(), at(one), done.sequence, Outcome(outcome="booked"), OVER)
    service.settle(actor(), at(one), done.sequence + 1, Outcome(outcome="no_show"), OVER)
    assert kinds(one)[1:] == ["interview_held", "interview_outcome_undone", "interview_no_show"]
    assert standing(made, one.candidate_id).interviews == []
    check()
    truth.check()


def test_scorecards_are_asked_for_about_an_interview_of_that_job_only() -> None:
    made = job()
    one, elsewhere = propose(of=made, at=FIRST), propose()
    asked = ScorecardRequest(members=[colleagues("recruiter")], about_id=one.id)

    assert scorecards.ask(actor(), made.id, one.candidate_id, asked, NOW).asked[0].about.id == one.id
    wrong = asked.model_copy(update={"about_id": elsewhere.id})
    with pytest.raises(NotFound):
        scorecards.ask(actor(), made.id, one.candidate_id, wrong, NOW)


def test_hiring_managers_see_their_own_jobs_interviews_and_their_own_days() -> None:
    manager, stranger = colleagues("manager"), colleagues("manager")
    made = job(team=[{"member_id": manager, "role": "manager"}])
    one = propose(manager, of=made, at=FIRST)
    them, others = member(manager).actor(), member(stranger).actor()

    assert [i.id for i in service.read(them, made.id, one.candidate_id)] == [one.id]
    assert [i.id for i in opening.open_person(them, one.candidate_id).interviews] == [one.id]
    near = FIRST - timedelta(days=1)
    assert [a.interview_id for a in day.of(them, "Europe/Paris", near).interviews] == [one.id]
    with pytest.raises(NotFound):
        service.read(others, made.id, one.candidate_id)
    with pytest.raises(NotFound):
        service.one(others, at(one), NOW)
    with pytest.raises(Forbidden):
        agenda.between(others, near, OVER, manager)
    assert [a.interview_id for a in agenda.between(actor(Role.reader), near, OVER, manager)] == [one.id]
    with pytest.raises(Invalid):
        agenda.between(actor(), near, near + timedelta(days=50))


def test_what_each_question_costs() -> None:
    made = job()
    one = propose(colleagues("recruiter"), colleagues("recruiter"), of=made)

    with metered() as seen:
        visits.see(link(one), NOW)
    with metered() as opened:
        opening.open_person(actor(), one.candidate_id)
    with metered() as mine:
        agenda.coming(actor(), NOW)
    with metered() as booked:
        service.book(actor(), at(one), 0, Booking(starts_at=FIRST), NOW)
    with metered() as due:
        store.due(WORKSPACE, "9")

    assert seen.calls == {"dynamodb.GetItem": 2, "dynamodb.BatchGetItem": 1, "dynamodb.Query": 2}
    assert opened.calls == {"dynamodb.Query": 1}
    assert mine.calls == {"dynamodb.Query": 1}
    assert due.calls == {"dynamodb.Query": 1}
    # Booking, then telling: each a few reads and one transaction.
    assert booked.calls["dynamodb.TransactWriteItems"] == 2
    assert booked.total - booked.calls["lambda.Invoke"] <= 9


def test_an_actor_of_the_visit_may_nothing_else() -> None:
    visitor = Actor(workspace=WORKSPACE, kind="candidate", id="can_" + "0" * 26)

    with pytest.raises(Forbidden):
        service.create(visitor, job().id, candidate_in(job()), wanted(colleagues("recruiter")), NOW)
