"""A file becomes a person: created, known, doubtful, answered. Over moto."""

from datetime import timedelta

import pytest
from tests.factories import NOW, WORKSPACE, actor, arrive, intake, opened, profile, reading

from vivier.casework import arrivals, uploads
from vivier.gateways import files
from vivier.intake import store as intakes
from vivier.intake.model import Outcome, State
from vivier.kernel.metering import metered
from vivier.kernel.settings import settings
from vivier.mail import outbox
from vivier.mail.model import State as MailState
from vivier.people import lists, pairs, search, service, store
from vivier.people.search import PeopleQuery

pytestmark = pytest.mark.usefixtures("cloud")


def people() -> list[str | None]:
    return [c.name for c in search.search(WORKSPACE, PeopleQuery()).cards]


def outcome(step: arrivals.Step) -> tuple[Outcome | None, str | None]:
    read = intakes.load(WORKSPACE, step.intake_id).read()
    return read.outcome, read.candidate_id


def test_a_cv_becomes_a_person_with_a_timeline_and_an_answer_that_is_owed() -> None:
    step = arrive(profile(headline="Capitaine de péniche"))

    made, candidate_id = outcome(step)
    assert made == Outcome.new
    assert candidate_id
    opened_page = service.open_candidate(actor(), candidate_id)
    assert [e.kind for e in reversed(opened_page.events)] == [
        "candidate_created",
        "application_received",
        "mail_queued",
        "document_read",
    ]
    assert opened_page.candidate.application
    assert opened_page.candidate.application.answer_due_at == NOW + timedelta(hours=24)
    assert step.next == "acknowledge"
    assert people() == ["Maëlys Kervadec"]


def test_who_was_found_gets_no_mail_and_must_be_told_within_a_month() -> None:
    step = arrive(relation="found")

    _, candidate_id = outcome(step)
    candidate = store.load(WORKSPACE, candidate_id or "").read()
    assert step.next == "done"
    assert candidate.application is None
    assert candidate.notice_due_at is not None
    assert (candidate.notice_due_at - NOW).days == 30
    assert "notice_due" in candidate.states()


def test_the_acknowledgement_is_sent_once_and_marks_the_application() -> None:
    step = arrive()

    states = [outbox.send(WORKSPACE, step.message_key or "", NOW) for _ in range(3)]

    _, candidate_id = outcome(step)
    candidate = store.load(WORKSPACE, candidate_id or "").read()
    assert states == [MailState.sent] * 3
    assert candidate.application
    assert candidate.application.acknowledged_at == NOW
    assert candidate.states() == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (profile(), profile(email="MAELYS.Kervadec@courrier.example")),
        (profile(phone="+33641182290"), profile(email=None, phone="+33641182290")),
        (
            profile(link="https://www.linkedin.com/in/mkervadec/"),
            profile(email=None, link="http://fr.linkedin.com/in/mkervadec"),
        ),
    ],
)
def test_two_cvs_of_one_person_are_one_record(first: object, second: object) -> None:
    _, one = outcome(arrive(first))  # type: ignore[arg-type]
    made, other = outcome(arrive(second))  # type: ignore[arg-type]

    assert (made, other) == (Outcome.known, one)
    assert len(people()) == 1


def test_a_shared_phone_with_another_name_only_suggests() -> None:
    _, one = outcome(arrive(profile(phone="+33641182290")))
    made, other = outcome(arrive(profile("Dorian Vasseur", "d.vasseur@marine.example", "+33641182290")))

    found = pairs.open_pairs(WORKSPACE)
    assert made == Outcome.new
    assert {found[0].read().candidate_id, found[0].read().other_id} == {one, other}
    assert int(lists.counters(WORKSPACE)["review:duplicate"].n) == 1


def test_the_same_file_again_is_no_second_document_nor_answer() -> None:
    first = arrive(content=b"%PDF the same")
    made, candidate_id = outcome(arrive(content=b"%PDF the same"))

    assert made == Outcome.same_file
    assert store.load(WORKSPACE, candidate_id or "").read().documents == 1
    assert outcome(first)[1] == candidate_id


def test_a_step_that_runs_twice_writes_once() -> None:
    made = intake()

    steps = [arrivals.record(WORKSPACE, made.id, opened(), reading(), NOW) for _ in range(2)]

    assert steps[0] == steps[1]
    assert len(people()) == 1
    assert int(lists.counters(WORKSPACE)["all"].n) == 1


def test_a_doubtful_address_holds_the_answer() -> None:
    step = arrive(profile(email_confidence=0.4))

    _, candidate_id = outcome(step)
    candidate = store.load(WORKSPACE, candidate_id or "").read()
    assert step.message_key is None
    assert candidate.application
    assert candidate.application.held == "doubtful_email"
    assert candidate.states() == ["to_check", "answer_due"]


def test_a_failure_is_counted_and_keeps_its_reason() -> None:
    made = intake()

    arrivals.fail(WORKSPACE, made.id, "protected", "needs a password", NOW)
    arrivals.fail(WORKSPACE, made.id, "unreadable", None, NOW)

    (failed,) = intakes.queue(WORKSPACE, "failed")
    assert (failed.read().state, failed.read().reason) == (State.failed, "protected")
    assert int(lists.counters(WORKSPACE)["review:failed"].n) == 1


def test_recording_a_new_person_stays_in_its_budget() -> None:
    made = intake()

    with metered() as tally:
        arrivals.record(WORKSPACE, made.id, opened(), reading(), NOW)

    assert tally.calls["dynamodb.TransactWriteItems"] == 1
    assert tally.total <= 16, tally.calls
    assert tally.write_units <= 70


def test_the_link_of_a_file_that_came_before_leads_to_the_document_it_is() -> None:
    first = arrive(content=b"%PDF the same")
    again = arrive(content=b"%PDF the same")

    kept = intakes.load(WORKSPACE, first.intake_id).read()
    same = intakes.load(WORKSPACE, again.intake_id).read()
    assert same.document_id == kept.document_id
    assert files.exists(uploads.intake_file(WORKSPACE, same))


def test_a_file_is_tried_again_by_the_sweep_when_nothing_can_be_started(environment: pytest.MonkeyPatch) -> None:
    made = intake()
    arrivals.fail(WORKSPACE, made.id, "unavailable", None, NOW)
    environment.setenv("INTAKE_MACHINE", "arn:aws:states:eu-west-3:123456789012:stateMachine:absent")
    settings.cache_clear()

    again = uploads.retry(actor(), made.id, NOW)

    assert again.state == State.reading
    assert [row.read().id for row in intakes.queue(WORKSPACE, "open")] == [made.id]


def test_who_waits_in_an_old_bucket_is_found_on_the_first_page() -> None:
    arrive(profile(email_confidence=0.4))
    counter = lists.CounterItem(*lists.CounterItem.key(WORKSPACE, "state:to_check"))
    counter.update([lists.CounterItem.issued.set(10 * store.BUCKET)])

    page = search.search(WORKSPACE, PeopleQuery(state="to_check"))

    assert [c.name for c in page.cards] == ["Maëlys Kervadec"]
