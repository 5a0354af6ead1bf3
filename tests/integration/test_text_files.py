"""Templates with files: inspected first, sent with what is written in their words, and said when one is taken out."""

from datetime import timedelta

import pytest
from tests import sequences
from tests.experiments import someone
from tests.factories import NOW, WORKSPACE, actor
from tests.hiring import candidate_in, job_with, stage
from tests.integration.test_attachments import PDF, chosen
from tests.integration.test_replies import last

from vivier.casework import attaching, sweep, text_files, writing
from vivier.casework.writing import Seen, Writing
from vivier.hiring import applications
from vivier.hiring.stages import SendTemplate, StageKind
from vivier.kernel.actor import Actor, Role
from vivier.kernel.errors import Forbidden, Invalid
from vivier.kernel.ids import new_id, sort_key
from vivier.mail import library, outbox
from vivier.mail.attachments import MOST_TOGETHER, FileState, OutFileItem
from vivier.mail.drafts import Draft
from vivier.mail.library import HeldText, WrittenText
from vivier.mail.model import State
from vivier.storage.table import get
from vivier.storage.transaction import Transaction

pytestmark = pytest.mark.usefixtures("cloud")
WORDS = {"subject": "Notre brochure", "body": "{{ greeting }}, la voici."}


def wanted(*files: str) -> WrittenText:
    return WrittenText.model_validate({"name": "Brochure", "kind": "mail", "fr": WORDS, "files": list(files)})


def with_file(who: Actor) -> tuple[HeldText, str]:
    one = chosen(who, name="brochure.pdf")
    return text_files.add(who, wanted(one), NOW), one


def files_of_last() -> list[tuple[str | None, object]]:
    return [(part.get_filename(), part.get_payload(decode=True)) for part in last().iter_attachments()]


def test_a_file_of_a_template_goes_with_a_mail_begun_with_it_long_after_it_was_attached(camille: Actor) -> None:
    text, one = with_file(camille)
    assert get(OutFileItem, OutFileItem.key(WORKSPACE, one)).ttl is None
    draft = Draft.model_validate(WORDS | {"text_id": text.text.id, "files": text.text.files})
    who = someone()

    (shown,) = writing.preview(camille, Seen(candidate_ids=[who], draft=draft), NOW)
    asked = Writing(key=sort_key(new_id("key")), candidate_ids=[who], draft=draft)
    (done,) = writing.write(camille, asked, NOW)

    assert outbox.send(WORKSPACE, done.message_key or "", NOW + timedelta(minutes=1)) == State.sent
    assert [a.name for a in shown.attachments] == ["brochure.pdf"]
    assert files_of_last() == [("brochure.pdf", PDF)]


def test_it_goes_with_the_mail_of_a_step(camille: Actor) -> None:
    text, _ = with_file(camille)
    step = sequences.mail_step(words=None, text_id=text.text.id)
    one = someone()

    sequences.enrolled(sequences.published(None, step), one).run(one, until=NOW + timedelta(minutes=2))

    assert files_of_last() == [("brochure.pdf", PDF)]


def test_it_goes_with_the_mail_of_a_stage(camille: Actor) -> None:
    text, _ = with_file(camille)
    job = job_with(StageKind.interview, SendTemplate(do="send", template=text.text.id))

    applications.move(camille, job.id, candidate_in(job), stage(job, "interview").id, NOW)
    sweep.sweep(NOW + timedelta(minutes=1))

    assert files_of_last() == [("brochure.pdf", PDF)]


def test_a_file_taken_out_of_its_template_is_said_and_does_not_leave_with_a_draft(camille: Actor) -> None:
    text, one = with_file(camille)
    draft = Draft.model_validate(WORDS | {"files": [one]})

    after = text_files.change(camille, text.text.id, wanted(), text.version, NOW)

    assert after.text.attached == []
    assert attaching.look(camille, one).state == FileState.withdrawn
    with pytest.raises(Invalid) as refused:
        writing.preview(camille, Seen(draft=draft), NOW)
    assert refused.value.details["errors"] == [{"field": "files", "message": "brochure.pdf: withdrawn"}]
    back = text_files.change(camille, text.text.id, wanted(one), after.version, NOW)
    assert [a.id for a in back.text.attached] == [one]
    assert len(writing.preview(camille, Seen(draft=draft), NOW)) == 1


def test_a_file_that_another_template_has_as_well_stays(camille: Actor) -> None:
    text, one = with_file(camille)
    text_files.add(camille, wanted(one), NOW)

    text_files.change(camille, text.text.id, wanted(), text.version, NOW)

    assert attaching.look(camille, one).state == FileState.ready


def test_what_may_not_leave_is_no_file_of_a_template(camille: Actor) -> None:
    bad, large = chosen(camille, b"MZ\x00\x01 program"), chosen(camille)
    attaching.look(camille, large)
    transaction = Transaction()
    row = get(OutFileItem, OutFileItem.key(WORKSPACE, large))
    transaction.save(OutFileItem.of(WORKSPACE, row.read().model_copy(update={"size": MOST_TOGETHER + 1})))
    transaction.commit()

    for files in ([bad], [large]):
        with pytest.raises(Invalid):
            text_files.add(camille, wanted(*files), NOW)
    with pytest.raises(Forbidden):
        text_files.add(actor(Role.reader), wanted(), NOW)
    with pytest.raises(ValueError, match="snippet"):
        WrittenText.model_validate({"name": "x", "kind": "snippet", "fr": {"body": "x"}, "files": [bad]})
    assert library.texts(camille) == []
