"""Notes between colleagues: who is mentioned and told, once; which application they are about; what managers read."""

import itertools
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from tests import truth
from tests.factories import NOW, actor, colleague
from tests.faults import FAULTS, Faults
from tests.hiring import candidate_in, job, person

from vivier.casework import noting, opening, sweep
from vivier.hiring import applications
from vivier.hiring.model import Job
from vivier.kernel.actor import Actor, Role
from vivier.kernel.errors import Forbidden, IdempotencyMismatch, Invalid, NotFound
from vivier.kernel.ids import new_id
from vivier.kernel.metering import metered
from vivier.mail.model import Message
from vivier.mail.store import MessageItem
from vivier.people.model import Answer, CallFacts, Event, Note
from vivier.people.notes import NewNote, NoteEdit
from vivier.people.store import EventItem
from vivier.team import notifications

pytestmark = pytest.mark.usefixtures("cloud")
LATER = NOW + timedelta(hours=1)
CAMILLE, NOE, IDA, REMI = "Camille Aubry", "Noé Rivière", "Ida Manager", "Rémi Reader"
ROLES = {CAMILLE: Role.recruiter, NOE: Role.recruiter, IDA: Role.manager, REMI: Role.reader}


def who(name: str) -> Actor:
    return colleague(name, ROLES[name]).actor()


def idas_job() -> Job:
    return job(team=[{"member_id": who(IDA).id, "role": "manager"}])


def write(candidate: str, *mentioned: str, by: str = CAMILLE, **more: Any) -> Event:
    wanted = {"text": "À rappeler jeudi.", "mentions": [who(m).id for m in mentioned]} | more
    return noting.write(who(by), candidate, NewNote(**wanted), more.pop("at", NOW))


def bell(name: str) -> list[str | None]:
    return [n.event_id for n in notifications.listed(who(name))[0] if n.kind == "mention"]


def mails() -> list[Message]:
    return sorted((m for r in truth.of(MessageItem) if (m := r.read()).template == "mention"), key=lambda m: m.key)


def read_by(name: str, candidate: str) -> set[str]:
    return {e.note.text for e in opening.open_person(who(name), candidate).opened.events if e.note}


def held(note: Event) -> Note:
    row = next(r for r in truth.of(EventItem) if r.read().id == note.id)
    found: Note = row.read().note
    return found


def test_who_is_mentioned_is_told_in_the_app_and_by_mail(sent: Callable[[], list[str]]) -> None:
    one = person("Maëlys Kervadec")

    note = write(one, NOE, REMI)
    mail = next(m for m in mails() if m.to == "noe@halage.example")
    sweep.sweep(NOW)

    assert bell(NOE) == bell(REMI) == [note.id]
    assert {m.to for m in mails()} == {"noe@halage.example", "remi@halage.example"} <= set(sent())
    assert mail.subject == "Camille Aubry vous mentionne dans une note"
    assert "une note sur Maëlys Kervadec" in mail.text
    assert "À rappeler jeudi." in mail.text
    assert f"/people/{one}?event={note.id}" in mail.text


def test_nobody_is_told_of_their_own_mention_nor_twice_of_one_note() -> None:
    one = person()

    note = write(one, CAMILLE, NOE, NOE)
    for mentions in ([NOE], [], [NOE, REMI], [REMI]):
        noting.change(who(CAMILLE), one, note.id, NoteEdit(mentions=[who(m).id for m in mentions]), LATER)

    assert (bell(CAMILLE), bell(NOE), bell(REMI)) == ([], [note.id], [note.id])
    assert len(mails()) == 2
    assert held(note).mentions == [who(REMI).id]
    assert write(one, NOE).id != note.id
    assert len(bell(NOE)) == 2


@pytest.mark.parametrize("fault", FAULTS)
def test_a_note_and_what_it_tells_are_written_together_whatever_call_fails(faults: Faults, fault: str) -> None:
    one, new = person(), NewNote(text="Vu.", mentions=[who(NOE).id])
    camille = who(CAMILLE)
    for number in itertools.count():
        before = len(bell(NOE))
        with faults.at(number, fault):
            noting.write(camille, one, new, NOW)
        fired = faults.fired

        written = {r.read().id for r in truth.of(EventItem) if r.read().kind == "note"}
        assert set(bell(NOE)) == written
        assert {m.key for m in mails()} == {f"mention-{n}-{who(NOE).id}" for n in written}
        if not fired:
            assert len(bell(NOE)) == before + 1
            break


def test_two_who_add_a_mention_at_once_tell_once(faults: Faults) -> None:
    admin = colleague("Lou Admin", Role.admin).actor()
    one, both = person(), NoteEdit(mentions=[who(NOE).id])
    for number in itertools.count():
        note = write(one)

        def other(note: Event = note) -> Event:
            return noting.change(admin, one, note.id, both, LATER)

        with faults.meanwhile(number, other):
            noting.change(who(CAMILLE), one, note.id, both, LATER)

        assert bell(NOE).count(note.id) == 1
        if not faults.fired:
            break


def test_who_would_not_see_the_note_cannot_be_mentioned() -> None:
    mine = idas_job()
    inside, outside, place = candidate_in(mine), person(), job()
    applications.add(actor(), place.id, inside, NOW)
    refused: list[tuple[str, str, dict[str, Any]]] = [
        (inside, NOE, {"visibility": "me"}),
        (inside, REMI, {"visibility": "recruiters"}),
        (inside, IDA, {"visibility": "recruiters", "job_id": mine.id}),
        (inside, IDA, {"job_id": place.id}),
        (inside, IDA, {}),
        (outside, IDA, {}),
    ]
    for candidate, name, more in refused:
        with pytest.raises(Invalid) as why:
            write(candidate, NOE if name != NOE else CAMILLE, name, **more)
        assert why.value.details["members"] == [who(name).id]
        assert name in why.value.details["errors"][0]["message"]
    with pytest.raises(Invalid):
        noting.write(who(CAMILLE), inside, NewNote(text="Vu.", mentions=[new_id("mem")]), NOW)
    assert [e for e in truth.of(EventItem) if e.read().note] == []
    assert (bell(NOE), mails()) == ([], [])

    note = write(inside, IDA, job_id=mine.id)
    assert bell(IDA) == [note.id]
    with pytest.raises(Invalid):
        noting.change(who(CAMILLE), inside, note.id, NoteEdit(visibility="recruiters"), LATER)
    assert held(note).visibility == "all"


def test_a_note_is_about_an_application_that_is_there_and_that_its_author_sees() -> None:
    mine, other = idas_job(), job()
    one = candidate_in(mine)

    assert write(one, job_id=mine.id).data["job_id"] == mine.id
    with pytest.raises(Invalid):
        write(one, job_id=other.id)
    applications.add(actor(), other.id, one, NOW)
    with pytest.raises(NotFound):
        write(one, by=IDA, job_id=other.id)
    with pytest.raises(NotFound):
        write(person(), by=IDA)
    with pytest.raises(Forbidden):
        write(one, by=REMI)


def test_a_hiring_manager_reads_what_is_for_all_about_their_own_jobs_and_their_own_words() -> None:
    mine, other = idas_job(), job()
    one = candidate_in(mine)
    applications.add(actor(), other.id, one, NOW)
    for place, visibility in itertools.product((mine, other, None), ("all", "recruiters", "me")):
        text = f"{'sans' if place is None else 'mien' if place is mine else 'autre'}-{visibility}"
        write(one, text=text, visibility=visibility, job_id=place.id if place else None)
    write(one, by=IDA, text="d’Ida", visibility="recruiters")
    hers = write(one, by=IDA, text="à Ida", visibility="me", job_id=mine.id)

    assert read_by(IDA, one) == {"mien-all", "d’Ida", "à Ida"}
    assert read_by(REMI, one) == {"mien-all", "autre-all", "sans-all"}
    assert len(read_by(NOE, one)) == 7
    assert noting.change(who(IDA), one, hers.id, NoteEdit(text="Revu."), LATER).note
    for theirs in opening.open_person(who(CAMILLE), one).opened.events:
        if theirs.note and theirs.actor.id == who(CAMILLE).id:
            with pytest.raises((Forbidden, NotFound)):
                noting.delete(who(IDA), one, theirs.id, LATER)


def test_a_call_keeps_its_facts_and_a_form_its_questions_and_both_their_history() -> None:
    one = person()
    answers = [Answer(id="motivation", label="Ce que la personne cherche", value="Une équipe stable.")]
    facts = CallFacts(direction="in", minutes=12, outcome="reached")

    note = write(one, kind="call", text="", answers=answers, call=facts)
    better = [answers[0].model_copy(update={"value": "Une équipe stable, à Nantes."})]
    after = noting.change(who(CAMILLE), one, note.id, NoteEdit(answers=better), LATER).note

    assert note.note
    assert (note.note.call, note.note.answers) == (facts, answers)
    assert after
    assert (after.answers, after.history[0].answers) == (better, answers)
    for wrong in ({"text": ""}, {"text": " "}, {"text": "a", "call": facts}, {"text": "", "kind": "call"}):
        with pytest.raises(ValueError, match=r"write something|only a call"):
            NewNote(**wrong)


def test_what_a_form_holds_is_warned_of_and_what_is_kept_knowingly_stands_with_the_note_and_in_the_log() -> None:
    one = person()
    bad = [Answer(id="motivation", label="Ce que la personne cherche", value="Elle est enceinte.")]
    with pytest.raises(Invalid) as warned:
        write(one, answers=bad)

    note = write(one, answers=bad, override=True)
    noting.change(who(CAMILLE), one, note.id, NoteEdit(text="Un vrai con.", override=True), LATER)

    assert warned.value.details["warnings"] == ["family_situation"]
    assert note.data["overridden"] == ["family_situation"]
    assert held(note).overridden == ["demeaning", "family_situation"]
    (kept,) = [e for r in truth.of(EventItem) if (e := r.read()).kind == "note_overridden"]
    assert (kept.data["note_id"], kept.data["overridden"], kept.actor.id) == (note.id, ["demeaning"], who(CAMILLE).id)


def test_a_plain_note_costs_what_it_did(cloud: None) -> None:
    one, camille = person(), who(CAMILLE)

    with metered() as tally:
        noting.write(camille, one, NewNote(text="Vu."), NOW)

    assert tally.calls == {"dynamodb.GetItem": 1, "dynamodb.TransactWriteItems": 1}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_note_that_is_saved_again_after_a_lost_answer_is_there_once_and_tells_once(
    faults: Faults, fault: str
) -> None:
    one, camille = person(), who(CAMILLE)
    new = NewNote(text="Vu.", mentions=[who(NOE).id], key="01K5ZQ8V3M7T2N9R4XWBEHCDFG")

    for number in range(3):
        with faults.at(number, fault):
            noting.write(camille, one, new, NOW)
    note = noting.write(camille, one, new, LATER)

    (there,) = [e for r in truth.of(EventItem) if (e := r.read()).kind == "note"]
    assert (there.id, held(note).text) == (note.id, "Vu.")
    assert len(mails()) == len(bell(NOE)) == 1


def test_a_key_is_of_one_note(cloud: None) -> None:
    one, camille = person(), who(CAMILLE)
    key = "01K5ZQ8V3M7T2N9R4XWBEHCDFG"
    first = noting.write(camille, one, NewNote(text="Vu.", key=key), NOW)
    noting.change(camille, one, first.id, NoteEdit(text="Vu hier."), LATER)

    again = noting.write(camille, one, NewNote(text="Vu.", key=key), LATER)

    assert (again.id, held(again).text) == (first.id, "Vu hier.")
    with pytest.raises(IdempotencyMismatch):
        noting.write(camille, one, NewNote(text="Autre chose.", key=key), LATER)
    assert noting.write(who(NOE), one, NewNote(text="Vu.", key=key), LATER).id != first.id  # keys are each member's own
