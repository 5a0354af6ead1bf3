"""An erasure keeps to whom it is about: what only looks like theirs stays, and what is theirs makes nobody new."""

from datetime import timedelta

import boto3
import pytest
from tests import mails, truth
from tests.conftest import ENVIRONMENT
from tests.erased import left
from tests.factories import NOW, WORKSPACE, actor, arrive, colleague, intake, opened, profile, reading
from tests.talks import LATER, Talk, receive, with_files

from vivier.casework import arrivals, merging, review
from vivier.casework.erasure import acts, again, walk
from vivier.gateways import files
from vivier.intake import store as intakes
from vivier.kernel.errors import NotFound
from vivier.kernel.ids import new_id
from vivier.mail import outbox, service
from vivier.mail.store import MessageItem
from vivier.mail.threads import store as threads
from vivier.people import service as people
from vivier.people.store import CandidateItem, DocumentItem
from vivier.privacy import store
from vivier.privacy.model import Erasing, Erasure, Remains, State
from vivier.storage.transaction import LIMIT, Transaction
from vivier.team import service as team

pytestmark = pytest.mark.usefixtures("cloud")


def _id(step: arrivals.Step) -> str:
    return f"can_{step.intake_id.partition('_')[2]}"


def _erased(one: str, why: str = "asked") -> Erasure:
    begun = acts.erase(actor(), one, Erasing.model_validate({"why": why}), LATER)
    walk.go_on(WORKSPACE, begun.id, LATER)
    return walk.go_on(WORKSPACE, begun.id, LATER + timedelta(minutes=21))


def _told(key: str, about: str) -> str:
    """A mail to a colleague that waits until tomorrow."""
    fields = {"by": "Noé Le Dantec", "about": about, "quote": "à revoir"}
    place = team.workspace(WORKSPACE)
    message = service.for_member(
        "mention", key, colleague(), place, NOW, fields, "/my-day", due=NOW + timedelta(days=1)
    )
    transaction = Transaction()
    outbox.put(transaction, WORKSPACE, message)
    transaction.commit()
    return key


def _waiting() -> set[str]:
    return {r.read().key for r in truth.of(MessageItem) if r.read().template == "mention"}


def test_a_name_within_anothers_keeps_the_mail_about_the_other() -> None:
    one = _id(arrive(profile("Anne", "anne@courrier.example")))
    other, theirs = _told("other", "Annette Kervella"), _told("theirs", "Anne, de Brest")

    _erased(one)

    assert _waiting() == {other} != {other, theirs}


def test_a_name_with_quotes_is_found_in_a_mail_that_waits() -> None:
    one = _id(arrive(profile('Léo "Loulou" Morvan', "leo@courrier.example")))
    _told("theirs", 'Léo "Loulou" Morvan')

    _erased(one)

    assert _waiting() == set()


def test_a_mail_of_another_with_the_same_address_stays_before_a_human() -> None:
    one = _id(arrive(profile("Gwenn Abgrall", "famille@courrier.example")))
    other = _id(arrive(profile("Yann Abgrall", "yann@courrier.example")))
    row = next(r for r in truth.of(CandidateItem) if r.read().id == other)
    held = row.read()
    held.fields.emails.append(held.fields.emails[0].model_copy(update={"value": "famille@courrier.example"}))
    transaction = Transaction()
    transaction.save(row.now(held))
    transaction.commit()
    came = receive(mails.raw("Bonjour.", From="famille@courrier.example"), f"contact@{ENVIRONMENT['MAIL_DOMAIN']}")
    (waits,) = threads.held(WORKSPACE)
    transaction = Transaction()
    transaction.save(waits.now(waits.read().model_copy(update={"candidate_id": other})))
    transaction.commit()

    _erased(one)

    assert [r.read().id for r in threads.held(WORKSPACE)] == [came.id]


def test_a_file_that_stays_with_another_after_a_merge_was_taken_back_keeps_its_bytes() -> None:
    talk = Talk()
    other = _id(arrive(profile("Marc Tessier", "marc@ecluse.example")))
    merging.merge(actor(), other, talk.candidate_id, NOW)
    receive(with_files(talk), talk.reply_to)
    (made,) = [i for i in (r.read() for r in truth.of(intakes.IntakeItem)) if i.for_candidate]
    arrivals.record(WORKSPACE, made.id, opened(b"%PDF-1.4 cv"), reading(profile("Marc Tessier")), LATER)
    merging.unmerge(actor(), other, talk.candidate_id, LATER)
    (document,) = [d for d in (r.read() for r in truth.of(DocumentItem)) if d.id.endswith(made.id[4:])]
    assert document.candidate_id == other

    _erased(talk.candidate_id)

    assert files.exists(f"{document.prefix}/original")


def test_from_the_first_transaction_on_their_file_is_before_a_human() -> None:
    """Before anything was walked: a file that was read at that moment tries again, and finds the mark."""
    one = _id(arrive(profile("Gwenn Abgrall", "gwenn@courrier.example")))
    acts.erase(actor(), one, Erasing(), NOW)
    content = b"%PDF-1.7 another"
    made = intake("found", content=content)

    arrivals.record(WORKSPACE, made.id, opened(content), reading(profile("G. A.", "gwenn@courrier.example")), NOW)

    (waits,) = review.listed(actor(), "failed", None).items
    assert waits.intake
    assert waits.intake.reason == "asked_to_be_erased"
    assert truth.of(CandidateItem) == []


def test_a_file_of_their_mail_that_was_being_read_makes_nobody_new() -> None:
    talk = Talk()
    receive(with_files(talk), talk.reply_to)
    (made,) = [i for i in (r.read() for r in truth.of(intakes.IntakeItem)) if i.for_candidate]
    acts.erase(actor(), talk.candidate_id, Erasing(why="not_needed"), LATER)

    with pytest.raises(NotFound):
        arrivals.record(WORKSPACE, made.id, opened(b"%PDF-1.4 cv"), reading(profile("Inès Farge")), LATER)

    assert truth.of(CandidateItem) == []


def test_who_consists_of_more_records_than_a_transaction_holds_is_erased_too() -> None:
    begun = acts.erase(actor(), _id(arrive(profile("Gwenn Abgrall", "gwenn@courrier.example"))), Erasing(), NOW)
    for _ in range(LIMIT + 5):
        transaction = Transaction()
        part = Remains(id=new_id("can", NOW), since=NOW)
        transaction.create(store.RemainsItem.of(WORKSPACE, begun.id, part))
        transaction.commit()

    walk.go_on(WORKSPACE, begun.id, NOW)
    done = walk.go_on(WORKSPACE, begun.id, NOW + timedelta(minutes=21))

    assert done.state == State.done
    assert store.remains(WORKSPACE, begun.id) == ([], [])


def test_who_was_part_of_another_in_the_backup_is_erased_again_and_the_other_stays() -> None:
    one = _id(arrive(profile("Gwenn Abgrall", "gwenn@courrier.example")))
    stays = _id(arrive(profile("Marc Tessier", "marc@ecluse.example")))
    part = _id(arrive(profile("Marc Tessier", "m.tessier@ecluse.example")))
    merging.merge(actor(), stays, part, NOW)
    merging.merge(actor(), stays, one, NOW)
    backup = boto3.client("dynamodb").scan(TableName=ENVIRONMENT["TABLE"])["Items"]
    merging.unmerge(actor(), stays, one, NOW)
    done = _erased(one)
    for row in truth.rows():
        boto3.client("dynamodb").delete_item(
            TableName=ENVIRONMENT["TABLE"], Key={"pk": {"S": row.pk}, "sk": {"S": row.sk}}
        )
    for row in backup:
        boto3.client("dynamodb").put_item(TableName=ENVIRONMENT["TABLE"], Item=row)

    assert again.every(LATER) == 1
    walk.go_on(WORKSPACE, done.id, LATER)
    walk.go_on(WORKSPACE, done.id, LATER + timedelta(minutes=21))

    assert people.open_candidate(actor(), stays).candidate.everyone() == {stays, part}
    assert left([], "gwenn", one[4:]) == []
    truth.check()
