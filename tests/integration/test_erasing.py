"""Erasing somebody: from the first moment on nobody sees them, and in the end nothing is left anywhere."""

from collections.abc import Callable
from datetime import timedelta
from typing import Literal

import boto3
import pytest
from tests import mails, sequences, truth
from tests.conftest import ENVIRONMENT
from tests.erased import ADDRESS, AFTER, NAME, PHONE, SECOND, erase, left, somebody
from tests.factories import NOW, WORKSPACE, actor, arrive, intake, opened, profile, reading
from tests.hiring import candidate_in, job, job_with, stage
from tests.interviews import check as agendas
from tests.sequences import enrolled, mail_step, published
from tests.talks import receive

from vivier.casework import (
    arrivals,
    by_hand,
    enrolment_acts,
    enrolments,
    merging,
    opening,
    review,
    sweep,
    uploads,
)
from vivier.casework.by_hand import Typed
from vivier.casework.erasure import acts, again, walk
from vivier.gateways import files
from vivier.hiring import applications
from vivier.hiring.shortlists import store as shortlists
from vivier.hiring.stages import AddTag, StageKind
from vivier.intake import store as intakes
from vivier.kernel.actor import Role
from vivier.kernel.clock import iso
from vivier.kernel.errors import AskedToBeErased, Erased, Forbidden, Invalid, NotFound
from vivier.kernel.metering import metered
from vivier.mail import outbox
from vivier.mail.model import State as Mail
from vivier.mail.store import MessageItem, SentItem
from vivier.people import service
from vivier.people.editing import Edit
from vivier.people.store import CandidateItem
from vivier.privacy import store
from vivier.privacy.model import Erasing, Erasure, State
from vivier.sequences import numbers
from vivier.storage.table import get
from vivier.storage.transaction import Transaction
from vivier.team import audit

pytestmark = pytest.mark.usefixtures("cloud")
LATER = AFTER + timedelta(minutes=21)


def test_nothing_is_left_of_somebody_of_whom_there_was_everything() -> None:
    who = somebody()
    assert len(left(who.ids)) > 150  # or this would prove nothing

    done = erase(who)

    assert left(who.ids) == []
    assert done.state == State.done
    truth.check()
    sequences.check()
    agendas()


def test_the_certificate_says_how_much_of_what_was_removed_and_names_nobody() -> None:
    who = somebody()
    foreseen = acts.foresee(who.me, who.id, AFTER)

    done = erase(who)

    assert (done.by_name, done.why, done.at) == ("Camille Aubry", "asked", AFTER)
    assert done.removed_at == AFTER
    assert done.checked_at == LATER
    assert done.files > 20
    counts = done.counts
    assert counts["records"] == foreseen.merged + 1 == 2
    for kind in ("documents", "applications", "scorecards", "interviews", "tasks", "enrolments", "conversations"):
        assert counts[kind] == getattr(foreseen, kind), kind
    assert counts["mails"] + counts["received"] >= foreseen.mails
    assert counts["events"] == foreseen.events
    said = done.model_dump_json().casefold()
    assert not [w for w in (NAME, ADDRESS, SECOND, PHONE, *who.ids) if w.casefold() in said]
    told = [e for e in truth.of(audit.AuditItem) if e.read().kind == "person_erased"]
    assert [e.read().data for e in told] == [{"erasure_id": done.id, "why": "asked"}]
    assert acts.past(who.me, None).erasures == [done]


def test_others_stay_as_they_were_and_a_visitor_finds_the_rest_of_the_list() -> None:
    who = somebody()
    others = {one: service.open_candidate(who.me, one).candidate for one in who.others}
    kept = [r.pk for r in truth.of(MessageItem) if r.read().candidate_id not in {*who.ids, None}]

    erase(who)

    assert {one: service.open_candidate(who.me, one).candidate for one in who.others} == others
    assert {r.pk for r in truth.of(MessageItem)} >= set(kept)
    there = {r.pk.rpartition("#")[2] for r in truth.of(MessageItem)}
    assert {r.message for r in truth.rows() if isinstance(r, SentItem)} <= there
    held = shortlists.load(WORKSPACE, who.shortlist.id).shortlist
    (gone, other) = held.candidate_ids
    assert (gone, other) == ("erased-0", who.shortlist.candidate_ids[1])


def test_what_a_sequence_did_stays_counted_and_names_nobody() -> None:
    who = somebody()
    before = numbers.read(WORKSPACE, who.sequence.id)

    erase(who)

    after = numbers.read(WORKSPACE, who.sequence.id)
    assert [(n.step_id, n.done, n.clicked) for n in after] == [(n.step_id, n.done, n.clicked) for n in before]
    step = next(n.step_id for n in after if n.done)
    assert enrolment_acts.who_did(who.me, who.sequence.id, step, None).enrolments == []


def test_from_the_first_transaction_on_nobody_sees_them() -> None:
    one = candidate_in(job())
    erasure = acts.erase(actor(), one, Erasing(), NOW)

    with pytest.raises(Erased) as told:
        opening.open_person(actor(), one)
    with pytest.raises(NotFound):
        service.edit(actor(), one, 1, Edit(headline="Capitaine"), NOW)
    assert told.value.details == {"erased_at": iso(NOW), "erasure_id": erasure.id}


def test_asked_twice_they_are_erased_once() -> None:
    one = candidate_in(job())

    first = acts.erase(actor(), one, Erasing(), NOW)
    walk.go_on(WORKSPACE, first.id, NOW)
    second = acts.erase(actor(), one, Erasing(), LATER)

    assert second.id == first.id
    assert len(acts.past(actor(), None).erasures) == 1


def test_a_record_that_was_merged_goes_with_the_one_that_it_is_part_of_and_not_alone() -> None:
    one, other = candidate_in(job()), candidate_in(job())
    merging.merge(actor(), one, other, NOW)

    with pytest.raises(Invalid) as refused:
        acts.erase(actor(), other, Erasing(), NOW)
    acts.erase(actor(), one, Erasing(), NOW)

    assert refused.value.details["candidate_id"] == one
    for gone in (one, other):
        with pytest.raises(Erased):
            opening.open_person(actor(), gone)


@pytest.mark.parametrize("role", [Role.manager, Role.reader])
def test_who_may_not_change_people_erases_nobody(role: Role) -> None:
    one = candidate_in(job())

    for act in (
        lambda: acts.foresee(actor(role), one, NOW),
        lambda: acts.erase(actor(role), one, Erasing(), NOW),
        lambda: acts.past(actor(role), None),
    ):
        with pytest.raises(Forbidden):
            act()


def test_of_another_workspace_there_is_nobody() -> None:
    one = candidate_in(job())

    with pytest.raises(NotFound):
        acts.erase(actor(workspace="ailleurs"), one, Erasing(), NOW)

    assert service.open_candidate(actor(), one).candidate.id == one


def test_erased_between_due_and_send_they_get_nothing_and_the_sequence_ends_silently(
    sent: Callable[[], list[str]],
) -> None:
    one = candidate_in(job())
    made = published(None, mail_step())
    clock = enrolled(made, one)
    woken = clock.wake(one, hours=1)
    key = woken.message_key or ""
    before = sent()

    erasure = acts.erase(actor(), one, Erasing(), clock.now)
    assert outbox.send(WORKSPACE, key, clock.now) == Mail.cancelled
    done = enrolments.wake(WORKSPACE, one, made.id, clock.now + timedelta(minutes=5))
    walk.go_on(WORKSPACE, erasure.id, clock.now)
    outbox_again = enrolments.wake(WORKSPACE, one, made.id, clock.now + timedelta(hours=5))
    sweep.sweep(clock.now + timedelta(hours=6))

    assert (done.next, outbox_again.next) == ("done", "done")
    assert sent() == before
    assert left([one]) == [r for r in left([one]) if "#ERASING#" in r]
    sequences.check()


def test_a_mail_that_a_sender_has_is_settled_before_it_goes() -> None:
    one, key = _written_to()
    row = get(MessageItem, MessageItem.key(WORKSPACE, key), consistent=True)
    transaction = Transaction()
    claimed = row.read().model_copy(update={"state": Mail.claimed, "claimed_at": NOW})
    transaction.save(row.now(WORKSPACE, claimed))
    transaction.commit()
    erasure = acts.erase(actor(), one, Erasing(), NOW)

    held_up = walk.go_on(WORKSPACE, erasure.id, NOW + timedelta(seconds=30))
    there = truth.of(MessageItem)
    done = walk.go_on(WORKSPACE, erasure.id, NOW + timedelta(minutes=3))

    assert held_up.state == State.under_way
    assert [r.read().state for r in there] == [Mail.claimed]
    assert done.state == State.removed
    assert truth.of(MessageItem) == []


def _written_to() -> tuple[str, str]:
    step = arrive(profile("Gwenn Abgrall", "gwenn@courrier.example"))
    return f"can_{step.intake_id.partition('_')[2]}", step.message_key or ""


def test_what_comes_late_brings_nothing_back() -> None:
    who = somebody()
    erasure = acts.erase(who.me, who.id, Erasing(), AFTER)
    walk.go_on(WORKSPACE, erasure.id, AFTER)

    for kind in ("Send", "Delivery", "Bounce", "Complaint"):
        assert not outbox.record_ses_event(WORKSPACE, who.acknowledged, kind, "late", AFTER, {"type": "Permanent"})
    with pytest.raises(NotFound):
        outbox.send(WORKSPACE, who.waits, LATER + timedelta(days=2))
    held = receive(mails.raw("Encore moi.", From=f"{NAME} <{ADDRESS}>", Message_ID="<late@x>"), who.reply_to)
    assert (held.state, held.reason, held.candidate_id) == ("held", "unknown_sender", None)
    with pytest.raises(NotFound):
        arrivals.record(WORKSPACE, f"int_{who.id[4:]}", opened(), reading(profile(NAME, ADDRESS)), AFTER)
    enrolments.wake(WORKSPACE, who.id, who.sequence.id, AFTER + timedelta(days=9))
    sweep.sweep(AFTER + timedelta(minutes=20))
    walk.go_on(WORKSPACE, erasure.id, LATER)

    # What they write from now on is new, and before a human.
    assert left(who.ids) == [
        f"RECEIVED#{held.id} received",
        f"object {held.key}",
        f"object mails/{WORKSPACE}/{held.id}/mail.json",
    ]


def test_a_planned_act_of_a_stage_finds_nobody() -> None:
    made = job_with(StageKind.interview, AddTag(do="tag", tag="vu"))
    one = candidate_in(made)
    applications.move(actor(), made.id, one, stage(made, "interview").id, NOW)

    acts.erase(actor(), one, Erasing(), NOW)
    sweep.sweep(NOW + timedelta(minutes=1))

    with pytest.raises(Erased):
        opening.open_person(actor(), one)
    assert [r.pk for r in truth.of(CandidateItem)] == []


def test_a_file_that_was_being_read_makes_no_new_person_of_them() -> None:
    """Its row goes; what its reader still wrote is removed by the last look."""
    step = arrive(profile("Gwenn Abgrall", "gwenn@courrier.example"))
    one = f"can_{step.intake_id.partition('_')[2]}"
    erasure = acts.erase(actor(), one, Erasing(), NOW)
    walk.go_on(WORKSPACE, erasure.id, NOW)
    files.write(f"documents/{WORKSPACE}/doc_{one[4:]}/reading.json", b"Gwenn Abgrall", "application/json")

    walk.go_on(WORKSPACE, erasure.id, NOW + timedelta(minutes=21))

    kept = boto3.client("s3").list_objects_v2(Bucket=ENVIRONMENT["FILES"], Prefix="documents/")
    assert kept["KeyCount"] == 0


def test_every_version_goes_where_the_bucket_keeps_them() -> None:
    boto3.client("s3").put_bucket_versioning(Bucket=ENVIRONMENT["FILES"], VersioningConfiguration={"Status": "Enabled"})
    who = somebody()
    files.write(f"documents/{WORKSPACE}/doc_{who.id[4:]}/reading.json", f"{NAME}".encode(), "application/json")

    erase(who)

    assert left(who.ids) == []


def test_who_asked_to_be_erased_is_not_sourced_again_unless_they_came_back() -> None:
    one, _ = _written_to()
    erase_one(one)
    typed = Typed(name="Gwenn Abgrall", email="Gwenn@Courrier.example", relation="found")

    with pytest.raises(AskedToBeErased) as refused:
        by_hand.add(actor(), typed, LATER)
    back = by_hand.add(actor(), typed.model_copy(update={"came_back": True}), LATER)
    again = by_hand.add(actor(), Typed(name="Autre Personne", phone="+33 6 00 00 00 00", relation="found"), LATER)

    assert refused.value.details == {"erased_at": "2026-11-24T09:30:00.000Z", "contacts": ["Gwenn@Courrier.example"]}
    told = service.open_candidate(actor(), back.id).events
    assert next(e for e in told if e.kind == "candidate_created").data["came_back"] is True
    assert truth.of(store.MarkItem) == []
    assert again.id != back.id


def test_who_came_back_before_the_last_look_is_not_kept_apart_again_by_it() -> None:
    one, _ = _written_to()
    begun = acts.erase(actor(), one, Erasing(), NOW)
    walk.go_on(WORKSPACE, begun.id, NOW)
    by_hand.add(actor(), Typed(name="Gwenn", email="gwenn@courrier.example", relation="found", came_back=True), NOW)

    walk.go_on(WORKSPACE, begun.id, LATER)

    assert truth.of(store.MarkItem) == []


def erase_one(one: str, why: str = "asked") -> Erasure:
    begun = acts.erase(actor(), one, Erasing.model_validate({"why": why}), NOW)
    walk.go_on(WORKSPACE, begun.id, NOW)
    return walk.go_on(WORKSPACE, begun.id, NOW + timedelta(minutes=21))


def test_who_is_not_needed_any_more_may_be_added_again() -> None:
    one, _ = _written_to()
    erase_one(one, "not_needed")

    back = by_hand.add(actor(), Typed(name="Gwenn Abgrall", email="gwenn@courrier.example", relation="found"), LATER)

    assert back.display_name == "Gwenn Abgrall"


def test_their_cv_comes_before_a_human_who_says_whether_they_came_back() -> None:
    one, _ = _written_to()
    erase_one(one)
    who, content = profile("Gwenn Abgrall", "gwenn@courrier.example"), b"%PDF-1.7 again"
    made = intake("found", content=content)

    step = arrivals.record(WORKSPACE, made.id, opened(content), reading(who), LATER)

    assert step.next == "done"
    (waits,) = review.listed(actor(), "failed", None).items
    assert waits.intake
    assert (waits.intake.reason, waits.intake.detail) == ("asked_to_be_erased", "2026-11-24T09:30:00.000Z")
    uploads.retry(actor(), made.id, LATER, came_back=True)
    arrivals.record(WORKSPACE, made.id, opened(content), reading(who), LATER)
    assert intakes.load(WORKSPACE, made.id).read().outcome == "new"


@pytest.mark.parametrize("versions", ["Suspended", "Enabled"])
def test_what_a_restore_brings_back_is_erased_again(versions: Literal["Suspended", "Enabled"]) -> None:
    boto3.client("s3").put_bucket_versioning(Bucket=ENVIRONMENT["FILES"], VersioningConfiguration={"Status": versions})
    who = somebody()
    backup = boto3.client("dynamodb").scan(TableName=ENVIRONMENT["TABLE"])["Items"]
    done = erase(who)
    for row in backup:
        boto3.client("dynamodb").put_item(TableName=ENVIRONMENT["TABLE"], Item=row)
    for row in truth.rows():
        if isinstance(row, (store.ErasureItem, store.TombstoneItem, store.MarkItem)):
            boto3.client("dynamodb").delete_item(
                TableName=ENVIRONMENT["TABLE"], Key={"pk": {"S": row.pk}, "sk": {"S": row.sk}}
            )
    assert service.open_candidate(who.me, who.id).candidate.id == who.id

    assert again.every(LATER) == 1
    with pytest.raises(Erased):
        opening.open_person(who.me, who.id)
    walk.go_on(WORKSPACE, done.id, LATER)
    ended = walk.go_on(WORKSPACE, done.id, LATER + timedelta(minutes=21))

    assert ended.again_at == LATER
    assert left(who.ids) == []
    assert len(truth.of(store.MarkItem)) == 4
    assert again.every(LATER) == 0


def test_erasing_costs_what_the_person_has_and_not_what_the_workspace_has() -> None:
    for _ in range(30):
        candidate_in(job())
    who = somebody()

    with metered() as begun:
        erasure = acts.erase(who.me, who.id, Erasing(), AFTER)
    with metered() as removed:
        walk.go_on(WORKSPACE, erasure.id, AFTER)

    assert begun.total <= 6
    assert removed.total <= 330
