"""Files that go out with a mail: through a quarantine, as they were inspected, and no other way."""

from datetime import timedelta

import pytest
from tests.factories import WORKSPACE, actor
from tests.integration.test_replies import Answering, last
from tests.pictures import pdf_of
from tests.talks import LATER

from vivier.casework import attaching, inspection, writing
from vivier.casework.attaching import Attaching
from vivier.casework.writing import Seen
from vivier.gateways import files
from vivier.intake.model import Described
from vivier.kernel.actor import Actor
from vivier.kernel.errors import Invalid, NotFound
from vivier.mail import outbox
from vivier.mail.attachments import MOST_FILE, OutFileItem
from vivier.mail.model import State
from vivier.mail.outgoing import kept_key, waiting_key
from vivier.storage.transaction import Transaction

pytestmark = pytest.mark.usefixtures("cloud")
AFTER = LATER + timedelta(minutes=1)
PDF = pdf_of(["Contrat", "Entre les soussignés"])


def chosen(who: Actor, data: bytes = PDF, name: str = "contrat.pdf") -> str:
    """A file that was posted and inspected; its id."""
    one = Described(client_key="one", name=name, size=len(data), content_type="application/pdf")
    (form,) = attaching.announce(who, Attaching(files=[one]), LATER)
    assert form.file_id
    key = waiting_key(who.workspace, form.file_id)
    files.write(key, data, "application/pdf", name=name)
    inspection.attachment(key)
    return form.file_id


def test_a_file_leaves_with_the_mail_byte_for_byte_and_can_be_taken_from_the_conversation(camille: Actor) -> None:
    talk, one = Answering(), chosen(camille)
    (shown,) = writing.preview(camille, Seen(candidate_ids=[talk.candidate_id], draft=talk.draft(files=[one])), LATER)
    done = talk.reply(camille, files=[one])

    outbox.send(WORKSPACE, done.message_key or "", AFTER)

    (part,) = last().iter_attachments()
    assert (part.get_filename(), part.get_content_type()) == ("contrat.pdf", "application/pdf")
    assert part.get_payload(decode=True) == PDF
    assert [(a.name, a.size) for a in shown.attachments] == [("contrat.pdf", len(PDF))]
    url, name = attaching.link(camille, talk.candidate_id, done.message_key or "", 0, AFTER)
    assert (name, "attachment" in url) == ("contrat.pdf", True)
    with pytest.raises(NotFound):
        attaching.link(camille, talk.candidate_id, done.message_key or "", 1, AFTER)


@pytest.mark.parametrize(
    ("data", "why"), [(b"MZ\x00\x01 program", "executable"), (b"%PDF-1.7 x", "truncated")], ids=["program", "cut off"]
)
def test_what_a_cv_would_be_refused_for_does_not_leave_either(camille: Actor, data: bytes, why: str) -> None:
    talk, one = Answering(), chosen(camille, data)

    assert attaching.look(camille, one).reason == why
    with pytest.raises(Invalid):
        talk.reply(camille, files=[one])


def test_a_file_that_nobody_inspected_yet_or_of_another_workspace_is_not_sent(camille: Actor) -> None:
    talk = Answering()
    described = Described(client_key="one", name="a.pdf", size=3, content_type="application/pdf")
    (form,) = attaching.announce(camille, Attaching(files=[described]), LATER)
    foreign = chosen(actor(workspace="ecluse"))

    for one in (form.file_id, foreign):
        with pytest.raises(Invalid):
            talk.reply(camille, files=[one])
    large = described.model_copy(update={"size": MOST_FILE + 1})
    (refused,) = attaching.announce(camille, Attaching(files=[large]), LATER)
    assert refused.file_id is None
    assert refused.refused
    assert refused.refused.reason == "too_large"


def test_files_are_too_large_together_for_one_mail(camille: Actor) -> None:
    talk, two = Answering(), [chosen(camille), chosen(camille)]
    for one in two:
        held = attaching.look(camille, one).model_copy(update={"size": 9 * 2**20})
        transaction = Transaction()
        transaction.save(OutFileItem.of(WORKSPACE, held))
        transaction.commit()

    with pytest.raises(Invalid, match="too large"):
        talk.reply(camille, files=two)


def test_a_file_that_changed_after_it_was_inspected_does_not_leave(camille: Actor) -> None:
    talk, one = Answering(), chosen(camille)
    done = talk.reply(camille, files=[one])
    files.write(kept_key(WORKSPACE, one), b"something else", "application/pdf")

    assert outbox.send(WORKSPACE, done.message_key or "", AFTER) == State.refused
