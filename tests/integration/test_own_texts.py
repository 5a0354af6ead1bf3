"""Texts of a workspace's own: changed on the version that was read, archived and brought back, sent by stages."""

from datetime import timedelta
from email import message_from_bytes, policy
from typing import Any

import pytest
from tests.factories import NOW
from tests.hiring import candidate_in, job_with, stage
from tests.sent import raw_mails

from vivier.casework import sweep
from vivier.hiring import applications
from vivier.hiring.stages import SendTemplate, StageKind
from vivier.kernel.actor import Actor
from vivier.kernel.errors import Invalid, VersionStale
from vivier.kernel.ids import new_id
from vivier.mail import library
from vivier.mail.library import HeldText, WrittenText
from vivier.people import service as people

pytestmark = pytest.mark.usefixtures("cloud")


def own(who: Actor, **more: Any) -> HeldText:
    text = {"subject": "Bonjour", "body": "{{ greeting }},\n\nÀ bientôt."}
    return library.add(who, WrittenText.model_validate({"name": "Relance", "kind": "mail", "fr": text} | more), NOW)


def test_a_text_of_ones_own_is_changed_on_its_version_archived_and_brought_back(camille: Actor) -> None:
    made = own(camille)
    other = WrittenText.model_validate({"name": "Relance douce", "kind": "mail", "en": {"subject": "Hi", "body": "Hi"}})

    after = library.change(camille, made.text.id, other, made.version, NOW)
    with pytest.raises(VersionStale):
        library.change(camille, made.text.id, other, made.version, NOW)
    gone = library.archive(camille, made.text.id, NOW)
    back = library.archive(camille, made.text.id, NOW, archived=False)

    assert (after.text.name, after.text.fr) == ("Relance douce", None)
    assert (gone.text.archived, back.text.archived) == (True, False)
    assert library.texts(camille) == [back]


def test_a_text_that_cannot_be_filled_in_is_refused(camille: Actor) -> None:
    for wrong in ({"fr": {"subject": "a", "body": "{{ nobody }}"}}, {"en": {"subject": "a", "body": "{% if %}"}}):
        with pytest.raises(Invalid):
            own(camille, **wrong)
    with pytest.raises(ValueError, match="subject"):
        own(camille, fr={"body": "a"})
    assert library.texts(camille) == []


def test_a_stage_sends_a_text_of_ones_own_in_the_language_that_there_is(camille: Actor) -> None:
    text = {"subject": "À propos de {{ job.title }}", "body": "{{ greeting }}", "plain": "Sans mise en forme."}
    mine = own(camille, fr=text).text.id
    made = job_with(StageKind.interview, SendTemplate(do="send", template=mine))
    one = candidate_in(made)
    applications.move(camille, made.id, one, stage(made, "interview").id, NOW)

    for _ in range(2):
        sweep.sweep(NOW + timedelta(seconds=11))

    mail = message_from_bytes(raw_mails()[-1].encode(), policy=policy.default)
    assert mail["Subject"] == "À propos de Batelier fluvial"
    assert "Sans mise en forme." in raw_mails()[-1]


def test_a_stage_whose_text_is_gone_says_so_on_the_timeline(camille: Actor) -> None:
    made = job_with(StageKind.interview, SendTemplate(do="send", template=new_id("txt")))
    one = candidate_in(made)
    applications.move(camille, made.id, one, stage(made, "interview").id, NOW)

    sweep.sweep(NOW + timedelta(seconds=11))

    (failed,) = [e for e in people.open_candidate(camille, one).events if e.kind == "stage_action_failed"]
    assert "no longer there" in str(failed.data)
