"""What is killed: each piece of work that AWS starts, in a world where it has something to do.

A case prepares the world and gives the work. It asks nothing of the work's calls: they are counted when it runs.
"""

import itertools
from collections.abc import Callable
from datetime import timedelta

from tests import factories, mails
from tests.conftest import ENVIRONMENT
from tests.contract.entries import received, uploaded
from tests.factories import NOW, WORKSPACE, arrive, colleague, intake, profile
from tests.hiring import candidate_in, job_with, stage
from tests.integration.faults.world import Taken, World, said
from tests.sequences import enrolled, mail_step, published, task_step, wait_step

from vivier.casework import enrolling, todo
from vivier.gateways import files
from vivier.hiring import applications
from vivier.hiring.stages import Action, AddTag, CreateTask, Notify, SendTemplate, StageKind
from vivier.intake.model import quarantine_key
from vivier.kernel.actor import Role
from vivier.kernel.ids import new_id, sort_key
from vivier.mail import outbox
from vivier.mail.inbound import reading
from vivier.mail.store import MessageItem
from vivier.mail.threads import store as threads
from vivier.mail.threads.model import Received
from vivier.sequences.model import Sequence
from vivier.storage.table import get
from vivier.tasks.model import Due
from vivier.tasks.service import NewTask

Work = Callable[[], object]
Case = Callable[[World], Work]
numbers = itertools.count(1)
CV = (
    "Jeanne {word} Berthelot\nCheffe de projet\njeanne.{word}@courrier.example\nNantes\n\n"
    "Expérience\nCheffe de projet, Brume Énergie, Nantes\njanvier 2019 - aujourd’hui\n\n"
    "Formation\nMaster informatique, Université de Nantes, 2018\n\nCompétences\nPython, SQL, Kanban\n"
)


def word(number: int) -> str:
    return "".join(chr(97 + int(d)) for d in f"{number:04d}")


def owed() -> str:
    """Somebody new applied: the key of the answer that they are owed."""
    number = next(numbers)
    return arrive(profile(f"Prénom{word(number)} Nom{word(number)}", f"p{number}@courrier.example")).message_key or ""


def written_to(world: World) -> Taken:
    """Somebody new who got our answer; SES has said nothing yet."""
    key = owed()
    outbox.send(WORKSPACE, key, world.now)
    return world.wire[-1]


def sends(world: World) -> Work:
    """send_step, asked by nobody who waits."""
    key = owed()
    return lambda: world.tries("SendStepFunction", {"workspace": WORKSPACE, "message_key": key})


def hears(kind: str, *, known: bool = True) -> Case:
    """record_delivery, of a mail that is known to have left, or whose sender died before it could say so."""

    def case(world: World) -> Work:
        if known:
            taken = written_to(world)
        else:
            key = owed()
            with world.faults.at(world.calls_to_ses, "death after"):
                world.does("SendStepFunction", {"workspace": WORKSPACE, "message_key": key})
            taken = world.wire[-1]
        return lambda: world.tries("RecordDeliveryFunction", said(kind, taken))

    return case


def incoming(raw: bytes, *recipients: str) -> dict[str, object]:
    """A mail as SES leaves it: the object, and its notice."""
    identifier = f"mail{next(numbers):08d}"
    files.write(f"incoming/{identifier}", raw, "message/rfc822")
    return received(identifier, *recipients)


def answer(taken: Taken, kind: str) -> tuple[bytes, str]:
    """What comes back to a mail of ours, and where to."""
    ours = reading.read(taken.raw)
    (reply_to,), (own,), (sender,) = ours.reply_to, ours.references, taken.to
    cv = mails.attached(b"%PDF-1.4 cv", "cv.pdf")
    made = {
        "reply": lambda: mails.raw(mails.GMAIL_FR, From=sender, To=reply_to.address),
        "files": lambda: mails.several([mails.part("Voici."), cv], From=sender, To=reply_to.address),
        "away": lambda: mails.away(From=sender),
        "bounce": lambda: mails.bounced(sender, references=f"<{own}>"),
        "complaint": lambda: mails.complaint(sender).replace(b"<ack-1@halage.example>", f"<{own}>".encode()),
        "other": lambda: mails.raw("Moi aussi.", From="autre@x.example"),
        "stranger": lambda: mails.raw("Bonjour", From="inconnue@x.example"),
    }[kind]()
    return made, f"contact@{ENVIRONMENT['MAIL_DOMAIN']}" if kind == "stranger" else reply_to.address


def receives(kind: str) -> Case:
    """receive_mail, of SES's notice."""

    def case(world: World) -> Work:
        notice = incoming(*answer(written_to(world), kind))
        return lambda: world.tries("ReceiveMailFunction", notice)

    return case


def reads(world: World) -> Work:
    """cv_intake, from S3's event to the answer that left."""
    content = CV.format(word=word(next(numbers))).encode()
    made = intake(name="cv.txt", content=content)
    files.write(quarantine_key(WORKSPACE, made.id), content, "text/plain", name="cv.txt")
    return lambda: world.machine("CvIntake", uploaded(made.id))


def sweeps(world: World) -> Work:
    """sweep, with something of everything that it looks after."""
    camille = colleague("Camille Aubry", Role.recruiter).actor()
    actions: list[Action] = [
        SendTemplate(do="send", template="next_step"), AddTag(do="tag", tag="vu"),
        CreateTask(do="task", title="Appeler", assignee="owner"), Notify(do="notify", members=["owner"]),
    ]  # fmt: skip
    made = job_with(StageKind.interview, *actions, by=camille)
    one = candidate_in(made, by=camille)
    applications.move(camille, made.id, one, stage(made, "interview").id, NOW)
    todo.create(camille, NewTask(title="Rappeler", due=Due(on=NOW.date(), at="10:31"), candidate_id=one), NOW)
    owed()
    content = CV.format(word=word(next(numbers))).encode()
    left = intake(name="cv.txt", content=content)
    files.write(quarantine_key(WORKSPACE, left.id), content, "text/plain", name="cv.txt")
    raw, where = answer(written_to(world), "files")
    files.write("incoming/left0000000001", raw, "message/rfc822")
    threads.arrive(
        Received(id="left0000000001", key="incoming/left0000000001", at=NOW, recipients=[where], updated_at=NOW)
    )
    world.now = NOW + timedelta(minutes=15)
    return lambda: world.tries("SweepFunction", {}, times=1)


def in_sequence(world: World) -> tuple[str, Sequence]:
    """Somebody new who is enrolled; their first mail comes up in ten seconds."""
    key = owed()
    outbox.send(WORKSPACE, key, world.now)
    taken = world.wire[-1]
    row = get(MessageItem, MessageItem.key(WORKSPACE, taken.key))
    one = row.read().candidate_id or ""
    made = published(None, mail_step("Un"), wait_step(hours=2), task_step(), wait_step(hours=20), mail_step("Deux"))
    enrolled(made, one)
    world.drain()
    return one, made


def wakes(world: World) -> Work:
    """email_sequence, from the wake to the mail that left and the next wake."""
    in_sequence(world)
    world.now += timedelta(seconds=15)
    return world.fire


def enrols(world: World) -> Work:
    """A request to enrol that is repeated under its key until it is answered."""
    key = owed()
    one = get(MessageItem, MessageItem.key(WORKSPACE, key)).read().candidate_id or ""
    made = published(None, mail_step("Un"), wait_step(hours=2), mail_step("Deux"))
    wanted = enrolling.Enrolling(candidate_ids=[one], key=sort_key(new_id("key")))
    return lambda: world.again(lambda: enrolling.enrol(factories.actor(), made.id, wanted, world.now))


def sweeps_sequences(world: World) -> Work:
    """sweep, after every execution was lost: somebody is late, and somebody is due within the day."""
    in_sequence(world)
    world.parked.clear()
    made = published(None, wait_step(hours=30), mail_step("Tard"))
    enrolled(made, get(MessageItem, MessageItem.key(WORKSPACE, owed())).read().candidate_id or "")
    world.now += timedelta(hours=8)
    return lambda: world.tries("SweepFunction", {}, times=1)


CASES: dict[str, Case] = {
    "send_step": sends,
    **{f"record_delivery, {kind}": hears(kind) for kind in ("send", "delivery", "bounce", "complaint", "reject")},
    **{f"record_delivery of a lost answer, {kind}": hears(kind, known=False) for kind in ("send", "bounce")},
    **{f"receive_mail, {kind}": receives(kind) for kind in ("reply", "files", "away", "bounce", "complaint", "other")},
    "receive_mail, stranger": receives("stranger"),
    "cv_intake": reads,
    "sweep": sweeps,
    "email_sequence": wakes,
    "sweep of sequences": sweeps_sequences,
    "enrolling": enrols,
}
SHORT = {
    "send_step",
    "record_delivery of a lost answer, bounce",
    "receive_mail, files",
    "cv_intake",
    "sweep",
    "email_sequence",
}
