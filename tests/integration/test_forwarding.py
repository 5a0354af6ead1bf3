"""Passing a mail on: to a colleague or to somebody outside, with its files, told to the person's record and to nobody
else's; what comes of it is none of the person's.
"""

from datetime import timedelta

import pytest
from tests import mails, truth
from tests.conftest import ENVIRONMENT
from tests.factories import WORKSPACE, actor, colleague
from tests.integration.test_attachments import PDF, chosen
from tests.integration.test_replies import Answering, last
from tests.talks import DOMAIN, LATER, receive, thread
from tests.unasked import lives_at

from vivier.casework import attaching, forwarding, inspection, waiting, writing
from vivier.casework.forwarding import Passing
from vivier.casework.writing import Seen, Writing, Written
from vivier.kernel.actor import Actor, Role
from vivier.kernel.errors import Conflict, Forbidden
from vivier.kernel.ids import new_id, sort_key
from vivier.mail import outbox
from vivier.mail.drafts import Draft, Forward
from vivier.mail.model import State
from vivier.mail.outgoing import waiting_key
from vivier.mail.threads.model import State as Mail
from vivier.people import store as people

pytestmark = pytest.mark.usefixtures("cloud")
AFTER = LATER + timedelta(minutes=1)
OUTSIDE = "rh@cabinet.example"
LEAVE = f"{ENVIRONMENT['PUBLIC_URL']}/public/preferences/{'a' * 22}"


def begun(who: Actor, talk: Answering, **to: str) -> Draft:
    """A draft that passes on what they answered; its files are inspected."""
    draft = forwarding.begin(who, talk.came.thread_id or "", Passing(direction="in", mail=talk.came.id), LATER).draft
    assert draft.forward
    for one in draft.files:
        inspection.attachment(waiting_key(WORKSPACE, one))
        attaching.look(who, one)
    forward = Forward.model_validate(draft.forward.model_dump() | to)
    return draft.model_copy(update={"forward": forward})


def write(who: Actor, talk: Answering, draft: Draft, key: str | None = None) -> Written:
    wanted = Writing(key=key or sort_key(new_id("key")), candidate_ids=[talk.candidate_id], draft=draft)
    (done,) = writing.write(who, wanted, LATER)
    return done


def with_a_cv() -> Answering:
    """Somebody who answered with a file."""
    talk = Answering()
    raw = mails.several(
        [
            mails.part(f"Voici mon CV.\n\n> {LEAVE}\n> {talk.reply_to}\n"),
            mails.attached(PDF, "cv.pdf", "application/pdf"),
        ],
        From=f"Inès Farge <{talk.address}>",
        Subject="Re: Votre candidature",
    )
    talk.came = receive(raw, talk.reply_to)
    return talk


def test_a_mail_goes_on_to_somebody_outside_with_its_files_and_its_author_gets_the_answers(camille: Actor) -> None:
    talk = with_a_cv()
    draft = begun(camille, talk, address="RH@Cabinet.example")
    (shown,) = writing.preview(camille, Seen(candidate_ids=[talk.candidate_id], draft=draft), LATER)
    done = write(camille, talk, draft)
    before = thread(talk).thread

    assert outbox.send(WORKSPACE, done.message_key or "", AFTER) == State.sent

    mail = last()
    assert (mail["To"], mail["Subject"]) == (OUTSIDE, "Tr : Votre candidature")
    assert "reply+" not in str(mail)
    assert mail["Reply-To"] == "camille@halage.example"
    text = mail.get_body(("plain",))
    assert text
    assert text.get_content().strip() == shown.rendered.text.strip()
    for said in (
        "Message transféré",
        f"De : Inès Farge <{talk.address}>",
        "Objet : Re: Votre candidature",
        "Voici mon",
    ):
        assert said in text.get_content()
    assert ("/public/" in text.get_content(), "> […]" in text.get_content()) == (False, True)
    (part,) = mail.iter_attachments()
    assert (part.get_filename(), part.get_payload(decode=True)) == ("cv.pdf", PDF)
    told = talk.events()[-1]
    assert (told.kind, told.data["template"], told.data["to"]) == ("mail_sent", "forwarded", OUTSIDE)
    opened = thread(talk)
    assert (opened.thread, opened.mails[-1].entry.forwarded) == (before, True)
    assert opened.thread.needs_answer
    truth.check()


def test_by_whose_clock_the_person_lives_does_not_matter_to_whom_their_mail_is_passed_on(camille: Actor) -> None:
    talk = with_a_cv()
    lives_at(talk.candidate_id, "Tokyo, Japon")
    draft = begun(camille, talk, address="RH@Cabinet.example")

    (shown,) = writing.preview(camille, Seen(candidate_ids=[talk.candidate_id], draft=draft), LATER)

    assert shown.clock is None


def test_a_colleague_is_named_and_a_repeated_request_sends_nothing_twice(camille: Actor) -> None:
    talk, noe = Answering(), colleague("Noé Rivière")
    draft, key = begun(camille, talk, colleague=noe.id), sort_key(new_id("key"))

    one, again = (write(camille, talk, draft, key) for _ in range(2))
    states = [outbox.send(WORKSPACE, one.message_key or "", AFTER) for _ in range(2)]

    assert (one, states) == (again, [State.sent, State.sent])
    assert last()["To"] == noe.email
    assert talk.events()[-1].data["to_name"] == "Noé Rivière"
    assert talk.kinds().count("mail_sent") == 2  # the acknowledgement, and this one


def test_until_it_leaves_it_is_taken_back_whole(camille: Actor) -> None:
    talk = Answering()
    draft = begun(camille, talk, address=OUTSIDE)
    done = write(camille, talk, draft)
    key = done.message_key or ""

    back = waiting.stop(camille, talk.candidate_id, key, LATER)

    assert back.draft == draft
    assert outbox.send(WORKSPACE, key, AFTER) == State.cancelled
    assert [m.entry.direction for m in thread(talk).mails] == ["out", "in"]


@pytest.mark.parametrize(
    ("to", "why"),
    [({}, "nobody"), ({"address": "rh at cabinet"}, "nobody"), ({"address": "Ines@Example.org"}, "themselves")],
    ids=["nobody named", "no address", "the person"],
)
def test_it_says_what_keeps_it_from_leaving(camille: Actor, to: dict[str, str], why: str) -> None:
    talk = Answering()
    draft = begun(camille, talk, **to)

    (shown,) = writing.preview(camille, Seen(candidate_ids=[talk.candidate_id], draft=draft), LATER)

    assert shown.held == why
    assert write(camille, talk, draft).message_key is None


def test_who_may_not_write_passes_nothing_on_and_what_another_sent_is_decided_first(camille: Actor) -> None:
    talk = Answering()
    apart = receive(mails.raw("Moi.\n", From="x@ailleurs.example"), talk.reply_to)
    thread_id = talk.came.thread_id or ""

    with pytest.raises(Forbidden):
        forwarding.begin(actor(Role.reader), thread_id, Passing(direction="in", mail=talk.came.id), LATER)
    with pytest.raises(Conflict):
        forwarding.begin(camille, thread_id, Passing(direction="in", mail=apart.id), LATER)


def test_an_answer_to_it_waits_for_a_human_and_a_bounce_of_it_stops_nothing_of_the_person_s(camille: Actor) -> None:
    talk = Answering()
    done = write(camille, talk, begun(camille, talk, address=OUTSIDE))
    outbox.send(WORKSPACE, done.message_key or "", AFTER)
    ours = str(last()["References"])

    came = receive(mails.raw("Merci.\n", From=OUTSIDE, References=ours), f"contact@{DOMAIN}")
    back = receive(mails.bounced(OUTSIDE, references=ours), "recrutement@halage.example")

    assert (came.state, came.candidate_id, came.reason) == (Mail.held, None, "unknown_sender")
    assert back.state == Mail.noted
    assert "mail_bounced" in talk.kinds()
    person = people.load(WORKSPACE, talk.candidate_id).read()
    assert (person.mailable, person.unsolicited.stops) == (True, [])


def test_what_we_wrote_is_passed_on_too_and_files_that_are_too_large_are_named(camille: Actor) -> None:
    talk = Answering()
    done = talk.reply(camille, files=[chosen(camille)])
    outbox.send(WORKSPACE, done.message_key or "", AFTER)
    wanted = Passing(direction="out", mail=done.message_key or "")

    begin = forwarding.begin(camille, talk.came.thread_id or "", wanted, AFTER)

    assert (len(begin.draft.files), begin.left_out) == (1, [])
    (shown,) = writing.preview(
        camille, Seen(candidate_ids=[], draft=begin.draft.model_copy(update={"files": []})), AFTER
    )
    assert "Camille Aubry (Halage)" in shown.rendered.text
