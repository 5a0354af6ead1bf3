"""What people answer to who asks for what is missing: proposals with their source, files, an address, once."""

import pytest
from tests import truth
from tests.asking import DAY, answers, asked, held, link, one_asked, person, proposals, someone, told
from tests.factories import NOW, WORKSPACE, opened, profile, reading

from vivier.casework import answering, arrivals, by_hand, merging, opening, updates
from vivier.gateways import files
from vivier.intake.model import Described, quarantine_key
from vivier.kernel.actor import Actor
from vivier.kernel.errors import Conflict, Invalid
from vivier.kernel.ids import sort_key
from vivier.people import service as people
from vivier.people import store
from vivier.people.asks.model import AskState
from vivier.people.editing import Edit
from vivier.storage.transaction import Transaction
from vivier.team import notifications

pytestmark = pytest.mark.usefixtures("cloud")


def test_an_answer_is_a_proposal_with_its_source_and_who_asked_is_told(camille: Actor) -> None:
    one = someone(headline="Batelière")
    ask = one_asked(camille, one, pieces=["phones", "headline", "skills"])
    given = answers(phones=["06 39 98 00 17"], headline="Éclusière", skills=["Radio VHF", ""])

    for _ in range(2):
        done = answering.answer(link(ask), given, NOW + DAY)

    assert (done.state, done.answered_at) == (AskState.answered, NOW + DAY)
    assert person(one).fields.phones == []
    found = {p.field: p for p in proposals(one)}
    assert {f: getattr(p.proposed, "value", None) for f, p in found.items()} == {
        "phones": "+33639980017", "headline": "Éclusière", "skills": "Radio VHF",
    }  # fmt: skip
    source = found["phones"].answer
    assert source
    assert (source.ask_id, source.asked_at, source.asked_by_name) == (ask.id, NOW, camille.name)
    assert "to_update" in person(one).states()
    (event,) = told(one, "missing_answered")
    assert (event.actor.kind, event.data["number"]) == ("candidate", 3)
    (bell,) = notifications.listed(camille)[0]
    assert (bell.kind, bell.candidate_id) == ("missing_answered", one)

    updates.decide(camille, one, found["phones"].id, NOW + DAY, accept=True)
    updates.decide(camille, one, found["headline"].id, NOW + DAY, accept=False)
    fields = person(one).fields
    (phone,) = fields.phones
    assert (phone.value, phone.origin, phone.confirmed) == ("+33639980017", "answered", True)
    assert fields.headline
    assert fields.headline.value == "Batelière"
    assert told(one, "proposal_accepted")[0].data["ask_id"] == ask.id
    truth.check()


def test_what_is_wrong_is_said_of_each_field_and_nothing_is_lost(camille: Actor) -> None:
    ask = one_asked(camille, someone(), pieces=["phones", "links", "summary"])

    with pytest.raises(Invalid) as wrong:
        answering.answer(link(ask), answers(phones=["06 39 98 00 17", "bientôt"], links=["nulle part"]), NOW)
    with pytest.raises(Invalid) as empty:
        answering.answer(link(ask), answers(summary="  "), NOW)
    with pytest.raises(Invalid) as other:
        answering.answer(link(ask), answers(location="Lyon"), NOW)

    assert [e["field"] for e in wrong.value.details["errors"]] == ["phones.1", "links.0"]
    assert [e["field"] for e in empty.value.details["errors"]] == ["form"]
    assert [e["field"] for e in other.value.details["errors"]] == ["location"]
    assert held(ask.candidate_id).state == AskState.asked


def test_a_file_goes_through_the_quarantine_and_becomes_their_document(camille: Actor) -> None:
    one = f"can_{sort_key(people_without_cv(camille))}"
    ask = one_asked(camille, one)
    wanted = Described(client_key="cv", name="cv.pdf", size=12, content_type="application/pdf")

    upload = answering.file(link(ask), wanted, NOW)
    data = b"%PDF-1.7 of theirs"
    files.write(quarantine_key(WORKSPACE, upload.intake_id), data, "application/pdf")
    done = answering.answer(link(ask), answers(), NOW)
    arrivals.record(
        WORKSPACE, upload.intake_id, opened(data), reading(profile("Une Autre", None, "06 39 98 00 20")), NOW
    )

    assert ask.pieces == ["phones", "cv"]
    assert done.files[0].name == "cv.pdf"
    assert person(one).documents == 1
    assert [p.value for p in person(one).fields.phones] == ["06 39 98 00 20"]
    with pytest.raises(Conflict):
        answering.file(link(ask), wanted, NOW)
    truth.check()


def people_without_cv(who: Actor) -> str:
    wanted = by_hand.Typed(name="Yann Le Guen", email="yann@courrier.example", relation="found")
    return by_hand.add(who, wanted, NOW).id


@pytest.mark.parametrize("known", [False, True])
def test_an_address_that_replaces_one_that_bounced_may_be_written_to_once_it_is_accepted(
    camille: Actor, known: bool
) -> None:
    one = someone()
    old = person(one).fields.first("emails")
    row = store.load(WORKSPACE, one)
    transaction = Transaction()
    store.write(transaction, WORKSPACE, row, row.read().touched(NOW, mailable=False, epoch=1))
    transaction.commit()
    (done,) = asked(camille, one, how="link", pieces=["emails"])
    assert done.ask

    answering.answer(link(done.ask), answers(emails=["neuve@courrier.example"]), NOW)
    if known:  # by hand, meanwhile
        addresses = [old, "neuve@courrier.example", "encore@courrier.example"]
        people.edit(camille, one, store.load(WORKSPACE, one).number, Edit(emails=addresses), NOW)
    updates.decide(camille, one, proposals(one)[0].id, NOW, accept=True)

    assert person(one).mailable
    others = [old, "encore@courrier.example"] if known else [old]
    assert [v.value for v in person(one).fields.emails] == ["neuve@courrier.example", *others]


def test_opening_the_form_is_noted_once_and_looking_changes_nothing(camille: Actor) -> None:
    one = someone()
    ask = one_asked(camille, one)

    answering.see(link(ask))
    assert held(one).opened_at is None
    for n in range(2):
        answering.opened(link(ask), NOW + n * DAY)

    assert held(one).opened_at == NOW
    assert len(told(one, "missing_opened")) == 1
    (shown,) = opening.open_person(camille, one).asks
    assert (shown.id, shown.opened_at) == (ask.id, NOW)


def test_who_was_merged_meanwhile_answers_on_the_record_that_stands(camille: Actor) -> None:
    one, other = someone(), someone()
    ask = one_asked(camille, one)
    merging.merge(camille, other, one, NOW)

    answering.answer(link(ask), answers(phones=["06 39 98 00 17"]), NOW)

    assert [p.field for p in proposals(other)] == ["phones"]
    truth.check()
