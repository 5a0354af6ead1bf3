"""Asking for what is missing: once, in words that can be changed, until it is taken back; who wrote is not reminded."""

import re
from datetime import timedelta

import pytest
from tests import truth
from tests.asking import (
    DAY,
    SOON,
    answers,
    asked,
    fate,
    held,
    link,
    one_asked,
    proposals,
    someone,
    told,
)
from tests.factories import NOW, WORKSPACE, actor
from tests.faults import FAULTS, Faults
from tests.hiring import candidate_in, job_with, stage
from tests.sent import raw_mails

from vivier.casework import answering, asking, refusals, sweep
from vivier.casework.asking import Considered
from vivier.casework.refusals import Withdrawal
from vivier.hiring import applications
from vivier.hiring.stages import StageKind
from vivier.kernel.actor import Actor, Role
from vivier.kernel.errors import Conflict, Forbidden, Invalid, NotFound
from vivier.kernel.ids import new_id, sort_key
from vivier.kernel.metering import metered
from vivier.mail import outbox, service, templates
from vivier.mail.model import State, Template
from vivier.mail.threads import store as threads
from vivier.people import service as people
from vivier.people import store
from vivier.people.asks.model import PURPOSE, Ask, AskMissing, Piece
from vivier.people.editing import Edit
from vivier.storage.transaction import Transaction
from vivier.team import links

pytestmark = pytest.mark.usefixtures("cloud")


def test_who_lacks_a_phone_is_asked_for_it_by_a_mail_whose_link_opens_the_form(camille: Actor) -> None:
    one = someone()
    (looked,) = asking.preview(camille, Considered(candidate_ids=[one]), NOW)

    ask = one_asked(camille, one, message="Le poste commence lundi.")
    assert outbox.send(WORKSPACE, ask.message_key or "", NOW) == State.pending
    assert outbox.send(WORKSPACE, ask.message_key or "", SOON) == State.sent

    assert (looked.pieces, looked.held, ask.pieces, ask.language) == (["phones"], None, ["phones"], "fr")
    (token,) = set(re.findall(r"/p/missing#([\w-]{22})\b", raw_mails()[-1].replace("=\n", "").replace("=23", "#")))
    form = answering.see(links.resolve(PURPOSE, token, NOW + DAY))
    assert [p.label["fr"] for p in form.pieces] == ["Téléphone"]
    assert (form.organisation, form.by, form.message) == ("Halage", camille.name, "Le poste commence lundi.")
    assert (form.privacy_contact, form.relation) == ("donnees@halage.example", "applied")
    assert [e.data["pieces"] for e in told(one, "missing_asked")] == [["phones"]]
    truth.check()


def test_words_that_no_employer_needs_are_shown_before_they_are_sent(camille: Actor) -> None:
    one = someone()
    ask = one_asked(camille, one, pieces=["summary"])
    text = "Je suis enceinte de trois mois et je cherche un poste à quai."

    with pytest.raises(Invalid) as read_again:
        answering.answer(link(ask), answers(summary=text), NOW)
    answering.answer(link(ask), answers(summary=text, knowingly=True), NOW)

    (warning, *_) = read_again.value.details["warnings"]
    assert (warning["field"], "enceinte" in warning["words"]) == ("summary", True)
    assert proposals(one)[0].warnings == ["family_situation"]
    with pytest.raises(Invalid):
        asked(camille, someone(), message="Dites-nous si vous êtes enceinte.")


def test_a_question_is_taken_back_before_and_after_its_mail_leaves(camille: Actor) -> None:
    one, two = someone(), someone()
    before, after = one_asked(camille, one), one_asked(camille, two)
    outbox.send(WORKSPACE, after.message_key or "", SOON)

    for ask in (before, after):
        for _ in range(2):
            asking.withdraw(camille, ask.candidate_id, ask.id, SOON)

    assert (fate(before.message_key), fate(after.message_key)) == (State.cancelled, State.sent)
    for ask in (before, after):
        with pytest.raises(NotFound):
            answering.answer(link(ask), answers(phones=["06 39 98 00 17"]), SOON)
    assert links.revoke(WORKSPACE, PURPOSE, after.subject) == 0
    assert one_asked(camille, one, at=SOON).id != before.id
    truth.check()


def test_several_are_asked_and_who_cannot_be_is_named_with_the_reason(camille: Actor) -> None:
    fine, silent, full = someone(), someone(email=None), someone(phone="06 39 98 00 31")
    one_asked(camille, already := someone())
    key = sort_key(new_id("key"))

    done = asked(camille, fine, silent, full, already, key=key)
    again = asked(camille, fine, silent, full, already, key=key)

    assert [d.code for d in done] == [None, "Invalid", "Invalid", "Conflict"]
    assert [d.code for d in again] == [None, "Invalid", "Invalid", "Conflict"]
    assert len([e for e in told(fine, "mail_queued") if e.cause == "asked"]) == 1
    with pytest.raises(Forbidden):
        asked(actor(Role.reader), fine)


def test_a_link_can_be_passed_on_to_who_has_no_address(camille: Actor) -> None:
    one = someone(email=None)
    (done,) = asked(camille, one, how="link")
    assert done.link
    assert done.ask
    token = done.link.url.rpartition("#")[2]

    answering.answer(links.resolve(PURPOSE, token, NOW), answers(emails=["elle@courrier.example"]), NOW)

    assert [p.field for p in proposals(one)] == ["emails"]
    with pytest.raises(Conflict):
        asking.copy_link(camille, one, done.ask.id, NOW)


@pytest.mark.parametrize("what", ["answered", "withdrawn", "replied", "known", "bounced", "silence", "nothing"])
def test_a_reminder_leaves_once_and_only_to_who_may_have_forgotten(camille: Actor, what: str) -> None:
    one = someone()
    ask = one_asked(camille, one, remind_after_days=3)
    outbox.send(WORKSPACE, ask.message_key or "", SOON)
    _meanwhile(camille, ask, what)

    assert sweep.sweep(NOW + 2 * DAY)["Ask"] == 0
    done = [sweep.sweep(NOW + 3 * DAY)["Ask"] for _ in range(2)]

    mails = [e for e in told(one, "mail_sent") if e.cause == "ask_reminder"]
    assert (sum(done), len(mails)) == ((1, 1) if what == "nothing" else (0, 0))
    why = [e.data["why"] for e in told(one, "missing_not_reminded")]
    assert why == {"replied": ["replied"], "known": ["known"], "bounced": ["not_mailable"], "silence": ["silence"]}.get(
        what, []
    )
    truth.check()


def _meanwhile(camille: Actor, ask: Ask, what: str) -> None:
    one = ask.candidate_id
    if what == "answered":
        answering.answer(link(ask), answers(phones=["06 39 98 00 17"]), NOW + DAY)
    elif what == "withdrawn":
        asking.withdraw(camille, one, ask.id, NOW + DAY)
    elif what == "known":
        people.edit(camille, one, store.load(WORKSPACE, one).number, Edit(phones=["06 39 98 00 17"]), NOW + DAY)
    elif what == "bounced":
        detail = {"type": "Permanent", "subtype": "General"}
        outbox.record_ses_event(WORKSPACE, ask.message_key or "", "Bounce", "b1", NOW + DAY, detail)
    elif what == "silence":
        record = store.load(WORKSPACE, one)
        wish = record.read().unsolicited.stopped("unsubscribed", NOW + DAY)
        transaction = Transaction()
        store.write(transaction, WORKSPACE, record, record.read().touched(NOW + DAY, unsolicited=wish))
        transaction.commit()
    elif what == "replied":
        row = threads.thread_of(WORKSPACE, one, "any")
        assert row
        transaction = Transaction()
        transaction.save(row.now(WORKSPACE, row.read().model_copy(update={"last_in_at": NOW + DAY})))
        transaction.commit()


def test_a_stage_asks_for_what_is_missing_and_its_form_ends_with_the_application(camille: Actor) -> None:
    made = job_with(StageKind.contact, AskMissing(do="ask_missing", pieces=["phones", "location"], remind_after_days=3))
    one = candidate_in(made)
    applications.move(camille, made.id, one, stage(made, "contact").id, NOW)

    for _ in range(2):
        sweep.sweep(NOW + timedelta(seconds=30))

    ask = held(one)
    assert (ask.cause, ask.pieces, ask.by_name) == ("stage", ["phones", "location"], camille.name)
    assert fate(ask.message_key) == State.sent
    assert [e.data["do"] for e in told(one, "stage_action_done")] == ["ask_missing"]
    assert answering.see(link(ask)).pieces
    refusals.withdraw(camille, made.id, one, Withdrawal(), NOW + DAY)
    with pytest.raises(NotFound):
        answering.see(link(ask))
    truth.check()


@pytest.mark.parametrize("fault", FAULTS)
def test_asking_and_answering_that_die_anywhere_happen_once(camille: Actor, fault: str) -> None:
    faults = Faults()
    for number in range(7):
        one, key = someone(), sort_key(new_id("key"))
        with faults.at(number, fault):
            asked(camille, one, key=key)
        (done,) = asked(camille, one, key=key)
        assert done.ask
        with faults.at(number, fault):
            answering.answer(link(done.ask), answers(phones=["06 39 98 00 17"]), NOW)
        answering.answer(link(done.ask), answers(phones=["06 39 98 00 17"]), NOW)

        assert len(told(one, "missing_asked")) == len(told(one, "missing_answered")) == len(proposals(one)) == 1
    truth.check()


def test_the_words_can_be_changed_and_keep_the_link(camille: Actor) -> None:
    own = templates.own("ask_missing", "fr")
    with pytest.raises(Invalid):
        service.save_template(
            camille, Template(key="ask_missing", language="fr", subject="Bonjour", body="Rien."), 0, NOW
        )
    body = "{{ greeting }} {{ form.link }}"
    with pytest.raises(Invalid):
        service.save_template(camille, Template(key="refusal", language="fr", subject="Bonjour", body=body), 0, NOW)
    words = own.model_copy(update={"body": "Chère Maëlys,\n\n{{ form.link }}"})
    service.save_template(camille, words, 0, NOW)

    (looked,) = asking.preview(camille, Considered(candidate_ids=[someone()]), NOW)

    assert looked.rendered
    assert looked.rendered.text.startswith("Chère Maëlys,")


@pytest.mark.parametrize("pieces", [["phones"], ["phones", "location", "skills", "languages"]])
def test_each_step_costs_a_few_calls(camille: Actor, pieces: list[Piece]) -> None:
    one = someone()
    with metered() as asks:
        ask = one_asked(camille, one, pieces=pieces)
    with metered() as looks:
        answering.see(link(ask))
    with metered() as answered:
        answering.answer(link(ask), answers(phones=["06 39 98 00 17"]), NOW)

    assert dict(asks.calls) == {"dynamodb.GetItem": 4, "dynamodb.TransactWriteItems": 1}
    assert dict(looks.calls) == {"dynamodb.GetItem": 3}
    assert dict(answered.calls) == {
        "dynamodb.GetItem": 5,
        "dynamodb.BatchGetItem": 3,
        "dynamodb.TransactWriteItems": 1,
    }
