"""Notes: who sees them, who changes them, what is kept of them."""

from datetime import timedelta
from typing import Any

import pytest
from tests.factories import NOW, actor

from vivier.casework import by_hand
from vivier.casework.by_hand import Typed
from vivier.kernel.actor import Actor, Role
from vivier.kernel.errors import (
    Forbidden,
    Invalid,
    NotFound,
)
from vivier.people import notes, service
from vivier.people.model import Answer

pytestmark = pytest.mark.usefixtures("cloud")
LATER = NOW + timedelta(hours=1)
ME = actor()


def someone(name: str = "Maëlys Kervadec", email: str | None = "m@courrier.example", **more: Any) -> str:
    return by_hand.add(ME, Typed(name=name, email=email, relation="found", **more), NOW).id


def test_a_note_is_seen_by_those_it_is_for() -> None:
    who = someone()
    author, colleague = actor(), actor().model_copy(update={"id": "mem_colleague"})
    reader = colleague.model_copy(update={"role": Role.reader})
    for visibility in ("all", "recruiters", "me"):
        notes.write(author, who, notes.NewNote(text=visibility, visibility=visibility), NOW)

    def seen(by: Actor) -> set[str]:
        return {e.note.text for e in service.open_candidate(by, who).events if e.note}

    assert seen(author) == {"all", "recruiters", "me"}
    assert seen(colleague) == {"all", "recruiters"}
    assert seen(reader) == {"all"}


def test_a_note_that_would_say_nothing_any_more_is_not_saved() -> None:
    who = someone()
    answers = [Answer(id="covered", label="Sujets abordés", value="Le poste.")]
    report = notes.write(ME, who, notes.NewNote(kind="interview", text="Bien.", answers=answers), NOW)

    short = notes.change(ME, who, report.id, notes.NoteEdit(text=""), LATER)
    with pytest.raises(Invalid):
        notes.change(ME, who, report.id, notes.NoteEdit(answers=[]), LATER)

    assert short.note
    assert (short.note.text, [v.text for v in short.note.history]) == ("", ["Bien."])


def test_a_note_keeps_its_earlier_texts_and_comes_back_from_deletion() -> None:
    who = someone()
    written = notes.write(ME, who, notes.NewNote(text="Premier."), NOW)

    changed = notes.change(ME, who, written.id, notes.NoteEdit(text="Second."), LATER)
    gone = notes.delete(ME, who, written.id, LATER)
    back = notes.restore(ME, who, written.id)

    assert changed.note
    assert [(v.text, v.at, v.by) for v in changed.note.history] == [("Premier.", LATER, ME.id)]
    assert gone.note
    assert gone.note.deleted_at == LATER
    assert back.note == changed.note
    assert (back.id, back.at) == (written.id, written.at)


def test_a_note_is_changed_by_its_author_or_an_administrator() -> None:
    who = someone()
    shared = notes.write(ME, who, notes.NewNote(text="Pour tous."), NOW)
    private = notes.write(ME, who, notes.NewNote(text="Pour moi.", visibility="me"), NOW)
    colleague = ME.model_copy(update={"id": "mem_colleague"})
    admin = colleague.model_copy(update={"role": Role.admin})

    with pytest.raises(Forbidden):
        notes.change(colleague, who, shared.id, notes.NoteEdit(text="Autre."), LATER)
    for other in (colleague, admin):
        with pytest.raises(NotFound):
            notes.delete(other, who, private.id, LATER)
    assert notes.change(admin, who, shared.id, notes.NoteEdit(visibility="recruiters"), LATER).note
    with pytest.raises(Forbidden):
        notes.write(ME.model_copy(update={"role": Role.reader}), who, notes.NewNote(text="Non."), NOW)
    with pytest.raises(NotFound):
        notes.change(ME, who, service.open_candidate(ME, who).events[-1].id, notes.NoteEdit(text="Non."), LATER)


def test_a_prohibited_word_is_kept_only_knowingly() -> None:
    who = someone()
    words = "Née le 12/03/1990, enceinte."

    with pytest.raises(Invalid) as warned:
        notes.write(ME, who, notes.NewNote(text=words), NOW)
    kept = notes.write(ME, who, notes.NewNote(text=words, override=True), NOW)

    assert warned.value.details["warnings"]
    assert kept.note
    assert kept.note.overridden == warned.value.details["warnings"]


def test_nobody_writes_on_a_record_that_is_not_there() -> None:
    with pytest.raises(NotFound):
        notes.write(ME, "can_00000000000000000000000000", notes.NewNote(text="Bonjour."), NOW)


def test_the_longest_note_can_be_rewritten_again_and_again() -> None:
    candidate_id = someone()
    note = notes.write(ME, candidate_id, notes.NewNote(text="é" * 20_000), NOW)

    for n in range(12):
        note = notes.change(ME, candidate_id, note.id, notes.NoteEdit(text=f"{n} " + "é" * 19_000), NOW)

    assert note.note
    assert note.note.text.startswith("11 ")
    assert 1 < len(note.note.history) < 12
