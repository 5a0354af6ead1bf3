"""Somebody of whom there is everything, for tests of erasing; and whether anything is left of them."""

from datetime import timedelta
from typing import Any, NamedTuple

import boto3

from tests import mails, shortlists
from tests.conftest import ENVIRONMENT
from tests.factories import NOW, WORKSPACE, arrive, colleague, profile
from tests.hiring import job, stage
from tests.interviews import FIRST, wanted
from tests.pictures import pdf_of
from tests.sent import raw_mails
from tests.sequences import enrolled, mail_step, published, task_step, wait_step
from tests.talks import LATER, receive
from vivier.casework import (
    asking,
    attaching,
    corrections,
    held_mail,
    inspection,
    merging,
    noting,
    shared_view,
    sweep,
    todo,
    trying,
    writing,
)
from vivier.casework.asking import Asking
from vivier.casework.attaching import Attaching
from vivier.casework.erasure import acts, walk
from vivier.casework.writing import Writing
from vivier.experiments import service as experiments
from vivier.experiments.model import NewExperiment
from vivier.gateways import files
from vivier.hiring import applications
from vivier.hiring.interviews import service as interviews
from vivier.hiring.interviews import telling
from vivier.hiring.model import Job
from vivier.hiring.scorecards import service as scorecards
from vivier.hiring.scorecards.service import ScorecardRequest
from vivier.hiring.shortlists.model import Answer, Shortlist
from vivier.intake.model import Described
from vivier.kernel.actor import Actor, Role
from vivier.kernel.ids import new_id, sort_key
from vivier.mail import outbox
from vivier.mail.inbound import reading
from vivier.mail.outgoing import waiting_key
from vivier.mail.threads import store as threads
from vivier.people import service
from vivier.people.corrections.model import Keeping
from vivier.people.editing import Edit
from vivier.people.notes import NewNote
from vivier.privacy.model import Erasing, Erasure
from vivier.sequences.model import Sequence
from vivier.tasks.model import Due
from vivier.tasks.service import NewTask
from vivier.team import audit
from vivier.team.links import Link

NAME, ADDRESS, PHONE = "Ondine Quéméner", "ondine.quemener@rivage.example", "+33611223344"
SECOND = "o.quemener@ecluse.example"
CV = b"%PDF-1.7 the CV of Ondine Quemener"
AFTER = NOW + timedelta(hours=3)  # when everything that was due has left


class Somebody(NamedTuple):
    """`others`: people who are not them, and stay."""

    id: str
    ids: list[str]
    me: Actor
    job: Job
    sequence: Sequence
    shortlist: Shortlist
    reply_to: str
    acknowledged: str
    waits: str
    others: list[str]


def _id(step: Any) -> str:
    return f"can_{step.intake_id.partition('_')[2]}"


def somebody() -> Somebody:
    """One person, made by what the product does, of whom a row of every kind is kept, and many objects."""
    me, chief = colleague().actor(), colleague("Claire Vasseur", Role.admin).actor()
    peer = colleague("Noé Le Dantec", Role.recruiter)
    corrections.choose(chief, Keeping(keeps=True), 0, NOW)
    link = "https://github.com/rivage-o"
    step = arrive(profile(NAME, ADDRESS, PHONE, link=link, employer="Cie du Halage", skills=("Radio",)), content=CV)
    one, acknowledged = _id(step), step.message_key or ""
    outbox.send(WORKSPACE, acknowledged, NOW)
    reply_to = reading.read(raw_mails()[-1].encode()).reply_to[0].address
    arrive(profile(NAME, ADDRESS), content=CV)  # the same file again
    arrive(profile(f"{NAME} Roy", ADDRESS, headline="Capitaine"))  # which proposes another name
    likened = _id(arrive(profile("Yann Le Bris", "yann@ecluse.example", link=link)))
    second = _id(arrive(profile(NAME, SECOND)))
    parted = _id(arrive(profile("Marc Tessier", "marc@ecluse.example")))
    merging.merge(me, one, second, NOW)
    merging.merge(me, one, parted, NOW)
    merging.unmerge(me, one, parted, NOW)
    _record(me, peer.id, one)
    made = _hire(me, peer.id, one)
    shortlist = _shown(me, made, one, second)
    sequence = _written(me, chief, one)
    waits = _mail(me, one)
    _answers(me, one, reply_to)
    sweep.sweep(AFTER)
    _asked_of_the_api(me, one)
    return Somebody(one, [one, second], me, made, sequence, shortlist, reply_to, acknowledged, waits, [likened, parted])


def _record(me: Actor, peer: str, one: str) -> None:
    """What colleagues write and look at."""
    noting.write(me, one, NewNote(text=f"{NAME} parle breton.", mentions=[peer]), NOW, key="note-1")
    held = service.open_candidate(me, one)
    service.edit(me, one, held.version, Edit(name=f"{NAME} ", headline="Batelière", tags=["breton"]), NOW)
    audit.seen(me, "candidate_seen", NOW, candidate_id=one)
    audit.seen(me, "document_seen", NOW, candidate_id=one, document_id=held.documents[0].id)
    new = NewTask(title=f"Rappeler {NAME}", due=Due(on=NOW.date()), candidate_id=one, assignee=peer)
    todo.create(me, new, NOW)
    asked = {"key": sort_key(new_id("key")), "candidate_ids": [one], "pieces": ["languages"], "remind_after_days": 2}
    asking.ask(me, Asking.model_validate(asked), NOW)


def _hire(me: Actor, peer: str, one: str) -> Job:
    """A job with a scorecard, an interview to come, a task."""
    made = job(by=me)
    applications.add(me, made.id, one, NOW)
    applications.move(me, made.id, one, stage(made, "interview").id, NOW)
    request = ScorecardRequest(members=[peer, me.id])
    scorecards.ask(me, made.id, one, request, NOW)
    card = scorecards.ScorecardText.model_validate({"recommendation": "yes", "text": f"{NAME} convainc.", "give": True})
    scorecards.write(me, made.id, one, stage(made, "interview").id, 1, card, NOW)
    meeting = interviews.create(me, made.id, one, wanted(peer, me.id, at=FIRST), NOW)
    telling.now(WORKSPACE, meeting, NOW + timedelta(minutes=2))
    todo.create(me, NewTask(title="Préparer", due=Due(on=NOW.date()), candidate_id=one, job_id=made.id), NOW)
    return made


def _shown(me: Actor, made: Job, one: str, second: str) -> Shortlist:
    """They were shown to somebody outside, who said a word, and looked at a page of their CV."""
    other = _id(arrive(profile("Lena Autret", "lena@ecluse.example")))
    applications.add(me, made.id, other, NOW)
    given, token = shortlists.sent(me, made, [one, other])
    link: Link = shortlists.link_of(token)
    shared_view.see(link, NOW)
    shared_view.answer(link, Answer(person=1, opinion="interested", remark=f"{NAME}, oui."), NOW)
    files.write(f"shared/{WORKSPACE}/{given.id}/{sort_key(one)}-1.jpg", b"a page", "image/jpeg")
    return given


def _written(me: Actor, chief: Actor, one: str) -> Sequence:
    """A sequence of which they got a mail with a link that they pressed, of an experiment, and that goes on."""
    first = mail_step("Des nouvelles")
    made = published(me, first, wait_step(days=2), task_step(), mail_step("Encore"))
    tried = {
        "name": "Objet",
        "place": {"kind": "step", "sequence_id": made.id, "step_id": first.id},
        "variants": [
            {"key": k, "fr": {"subject": said, "body": "{{ greeting }}, à bientôt."}}
            for k, said in (("a", "Des nouvelles"), ("b", "Deux minutes ?"))
        ],
    }
    begun = experiments.create(me, NewExperiment.model_validate(tried), NOW)
    trying.start(me, begun.experiment.id, begun.version, NOW)
    clock = enrolled(made, one, by=me)
    clock.run(one, until=NOW + timedelta(days=3))
    return made


def _mail(me: Actor, one: str) -> str:
    """A mail with a file of its own that left, and one that waits until tomorrow; its key."""
    described = Described(client_key="one", name="contrat.pdf", size=12, content_type="application/pdf")
    (form,) = attaching.announce(me, Attaching(files=[described]), NOW)
    key = waiting_key(WORKSPACE, form.file_id or "")
    files.write(key, pdf_of([f"Contrat de {NAME}"]), "application/pdf", name="contrat.pdf")
    inspection.attachment(key)
    words = {"subject": "Bonjour", "body": "{{ greeting }}", "files": [form.file_id]}
    for at in (None, AFTER + timedelta(days=1)):
        draft = {"key": sort_key(new_id("key")), "candidate_ids": [one], "draft": words, "at": at}
        (done,) = writing.write(me, Writing.model_validate(draft), NOW)
    return done.message_key or ""


def _answers(me: Actor, one: str, reply_to: str) -> None:
    """What they wrote: an answer with their CV, a mail from another address, one that waits and one put aside."""
    mine = {"From": f"{NAME} <{ADDRESS}>"}
    raw = mails.several(
        [mails.part(f"Voici.\n\n{NAME}"), mails.attached(b"%PDF-1.4 cv", "cv-quemener.pdf")], Message_ID="<a@x>", **mine
    )
    receive(raw, reply_to)
    receive(mails.raw("D'ailleurs.", Message_ID="<b@x>", From=f"Ondine <{SECOND}>"), reply_to)
    receive(mails.raw("C'est moi aussi.", Message_ID="<c@x>", From="ondine@ailleurs.example"), reply_to)
    for n in "de":
        receive(mails.raw("Une question.", Message_ID=f"<{n}@x>", **mine), f"contact@{ENVIRONMENT['MAIL_DOMAIN']}")
    held = [r.read() for r in threads.held(WORKSPACE) if r.read().sender == ADDRESS]
    held_mail.dismiss(me, held[0].id, LATER)
    receive(mails.away(From=ADDRESS), f"contact@{ENVIRONMENT['MAIL_DOMAIN']}")


def _asked_of_the_api(me: Actor, one: str) -> None:
    """The answer that Powertools keeps for a POST with a key, as it writes it."""
    row = {"pk": {"S": f"W#{WORKSPACE}#ONCE#{me.id}"}, "sk": {"S": "once#1"}, "data": {"S": f'{{"id": "{one}"}}'}}
    boto3.client("dynamodb").put_item(TableName=ENVIRONMENT["TABLE"], Item=row)


def erase(who: Somebody, at: Any = AFTER, why: Any = "asked") -> Erasure:
    """Erased, to the end: also what came late was looked for."""
    begun = acts.erase(who.me, who.id, Erasing(why=why), at)
    walk.go_on(WORKSPACE, begun.id, at)
    return walk.go_on(WORKSPACE, begun.id, at + timedelta(minutes=21))


def left(ids: list[str], *more: str) -> list[str]:
    """Where anything still says their ids, names, addresses or number: rows by key, objects by name."""
    said = [*(i.partition("_")[2] for i in ids), "uéméner", "uemener", "ondine", PHONE, *more]
    needles = [one.casefold() for one in said]
    rows = boto3.client("dynamodb").get_paginator("scan").paginate(TableName=ENVIRONMENT["TABLE"])
    found = [
        f"{row['pk']['S']} {row['sk']['S']}"
        for page in rows
        for row in page["Items"]
        if any(n in str(row).casefold() for n in needles)
    ]
    s3, bucket = boto3.client("s3"), ENVIRONMENT["FILES"]
    for one in s3.list_object_versions(Bucket=bucket).get("Versions", []):
        data = s3.get_object(Bucket=bucket, Key=one["Key"], VersionId=one["VersionId"])["Body"].read()
        text = f"{one['Key']} {data.decode('utf-8', 'replace')}".casefold()
        found += [f"object {one['Key']}"] if any(n in text for n in needles) else []
    return found
