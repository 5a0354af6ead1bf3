"""A cloud with two workspaces, and a workspace with one of everything that a route can name."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import boto3
import pytest

from tests import mails
from tests.accounts import user_pool
from tests.api import OTHER, members, subject
from tests.conftest import ENVIRONMENT, in_memory, set_environment
from tests.factories import NOW, WORKSPACE, actor, arrive, intake, profile
from tests.pictures import pdf_of
from tests.sequences import enrolled, mail_step, published
from tests.swift import Stored
from vivier.casework import (
    arrivals,
    asking,
    attaching,
    correspondence,
    held_mail,
    inspection,
    invitations,
    sharing,
    todo,
    writing,
)
from vivier.casework.asking import Asking
from vivier.casework.attaching import Attaching
from vivier.casework.erasure import acts
from vivier.casework.invitations import Invitation
from vivier.casework.writing import Writing
from vivier.experiments import service as experiments
from vivier.experiments.model import NewExperiment
from vivier.gateways import files
from vivier.hiring import applications, jobs, reasons
from vivier.hiring.interviews import service as interviews
from vivier.hiring.interviews.model import NewInterview
from vivier.hiring.jobs import NewJob
from vivier.hiring.scorecards import service as scorecards
from vivier.hiring.scorecards.service import ScorecardRequest
from vivier.hiring.shortlists.model import NewShortlist
from vivier.kernel.actor import Actor, Role
from vivier.kernel.clock import utc_now
from vivier.kernel.ids import new_id, sort_key
from vivier.mail import library
from vivier.mail.library import WrittenText
from vivier.mail.outgoing import waiting_key
from vivier.mail.threads.model import Received
from vivier.people import notes, service
from vivier.privacy.model import Erasing
from vivier.storage.transaction import Transaction
from vivier.tasks.model import Due
from vivier.tasks.service import NewTask
from vivier.team import service as team
from vivier.team.notifications import Notification, notify

MACHINE = "arn:aws:states:eu-west-3:123456789012:stateMachine:cv_intake"


@contextmanager
def two_workspaces() -> Iterator[Stored]:
    """A member of each role in each, and a state machine to start."""
    settings = ENVIRONMENT | {"INTAKE_MACHINE": MACHINE}
    with (
        pytest.MonkeyPatch.context() as patch,
        set_environment(patch, settings),
        in_memory() as stored,
        user_pool(patch),
    ):
        boto3.client("stepfunctions").create_state_machine(
            name="cv_intake",
            definition='{"StartAt": "a", "States": {"a": {"Type": "Succeed"}}}',
            roleArn="arn:aws:iam::123456789012:role/states",
        )
        members(WORKSPACE, OTHER)
        yield stored


def told(member: Actor) -> str:
    """The id of something that a member is told."""
    what = Notification.of("mention", member, NOW)
    transaction = Transaction()
    notify(transaction, member.workspace, member.id, what)
    transaction.commit()
    return what.id


def invited(workspace: str) -> str:
    """The id of somebody who has not come yet."""
    chief = actor(Role.admin, workspace=workspace)
    wanted = Invitation(email=f"{new_id('inv')}@x.example", name="Ewen Tanguy", role=Role.recruiter)
    return invitations.invite(chief, wanted, NOW).id


def written(workspace: str, candidate_id: str) -> tuple[str, str, str]:
    """Ids of a mail that was filed with somebody, of its thread, and of another that is before a human."""
    ids = [new_id("rcv") for _ in range(2)]
    raw = mails.several([mails.part("Voici."), mails.attached(b"PK", "photos.zip", "application/zip")])
    for one in ids:
        files.write(f"incoming/{one}", raw, "message/rfc822")
        notice = Received(
            id=one,
            key=f"incoming/{one}",
            at=NOW,
            recipients=[f"contact+{workspace}@{ENVIRONMENT['MAIL_DOMAIN']}"],
            updated_at=NOW,
        )
        correspondence.receive(notice, NOW)
    filed = held_mail.file_to(actor(workspace=workspace), ids[0], candidate_id, None, NOW)
    correspondence.go_on(filed, NOW)
    return ids[0], filed.thread_id or "", ids[1]


def trying(text_id: str, name: str = "Objet") -> dict[str, Any]:
    """An experiment on the words of a text, as someone would send it."""
    subjects = {"a": "Bonjour", "b": "Dix minutes ?"}
    variants = [{"key": k, "fr": {"subject": s, "body": "{{ greeting }}"}} for k, s in subjects.items()]
    return {"name": name, "place": {"kind": "template", "template": text_id}, "variants": variants}


class World:
    """A workspace with one of everything that a route can name."""

    def __init__(self, workspace: str, role: str = "recruiter") -> None:
        author = team.member(subject(role, workspace))
        me = actor(workspace=workspace).model_copy(update={"id": author.id})
        steps = [arrive(profile("Maëlys Kervadec", f"{n}@courrier.example"), workspace=workspace) for n in ("a", "b")]
        self.candidate, self.other = (f"can_{s.intake_id.partition('_')[2]}" for s in steps)
        arrive(profile("Maëlys Le Goff", "a@courrier.example"), workspace=workspace)
        found = arrive(profile("Dorian Vasseur", "d@courrier.example"), "found", workspace=workspace)
        gone = arrive(profile("Yves Tanneau", "y@courrier.example"), workspace=workspace)
        self.gone = f"can_{gone.intake_id.partition('_')[2]}"
        self.found = f"can_{found.intake_id.partition('_')[2]}"
        failed = intake(workspace=workspace)
        arrivals.fail(workspace, failed.id, "protected", None, NOW)
        waiting = intake(workspace=workspace)
        self.peer = team.member(subject("admin" if role == "recruiter" else "recruiter", workspace)).id
        self.follower = team.member(subject("recruiter", workspace)).id
        self._hire(me, author.id)
        opened = service.open_candidate(me, self.candidate)
        filed, thread, self.held = written(workspace, self.candidate)
        self.ids = {
            "mail": filed,
            "number": "0",
            "thread_id": thread,
            "candidate_id": self.candidate,
            "document_id": opened.documents[0].id,
            "proposal_id": opened.proposals[0].id,
            "event_id": notes.write(me, self.candidate, notes.NewNote(text="Parle breton."), NOW).id,
            "intake_id": failed.id,
            "key": steps[0].message_key or "",
            "language": "fr",
            "job_id": self.job.id,
            "stage_id": self.job.beginning.id,
            "notification_id": told(me),
            "about_id": self.job.beginning.id,
            "shortlist_id": self._share(me),
            "interview_id": self.interview,
            "member_id": self.peer,
            "text_id": self._text(me),
            "sequence_id": self._sequence(me),
            "task_id": todo.create(me, NewTask(title="Rappeler", due=Due(on=NOW.date())), NOW)[0].id,
        }
        recruiter = me.model_copy(update={"role": Role.recruiter})
        self.ids["experiment_id"], self.unbegun = (self._experiment(recruiter) for _ in range(2))
        self.ids["ask_id"] = self._ask(recruiter)
        self.ids["file_id"] = self._file(recruiter)
        self.ids["erasure_id"] = acts.erase(recruiter, self.gone, Erasing(), utc_now()).id
        self.waiting = waiting.id
        self.written = self._write(me)
        self.newcomer = invited(workspace)

    def _hire(self, me: Actor, member_id: str) -> None:
        """A job whose team the member belongs to, with one person in it, and another one."""
        chief = me.model_copy(update={"id": f"mem_{'0' * 25}9", "role": Role.admin})
        team = [{"member_id": member_id, "role": "manager"}]
        wanted = {"title": {"fr": "Batelier"}, "state": "open", "team": team}
        self.job, _ = jobs.create(chief, NewJob.model_validate(wanted), NOW)
        drafts = (NewJob.model_validate(wanted | {"state": "draft"}) for _ in range(2))
        self.draft, self.sketch = (jobs.create(chief, d, NOW)[0] for d in drafts)
        applications.add(chief, self.job.id, self.candidate, NOW)
        asked = ScorecardRequest(members=[self.peer], about_id=self.job.stages[1].id)
        scorecards.ask(chief, self.job.id, self.candidate, asked, NOW)
        booked = NewInterview.model_validate(self.meeting(at="2099-06-01T09:00:00Z"))
        self.interview = interviews.create(chief, self.job.id, self.candidate, booked, NOW).id

    def meeting(self, **more: Any) -> dict[str, Any]:
        """An interview as someone would send it."""
        return {"kind": "video", "duration_minutes": 30, "interviewers": [self.peer], **more}

    def _share(self, me: Actor) -> str:
        """A shortlist of the job, as a recruiter of the workspace made it."""
        recruiter = me.model_copy(update={"role": Role.recruiter})
        to = {"name": "Marion Duval", "email": "marion@cap.example"}
        wanted = {"candidate_ids": [self.candidate], "to": to, "send": False}
        return sharing.share(recruiter, self.job.id, NewShortlist.model_validate(wanted), utc_now()).id

    def _text(self, me: Actor) -> str:
        words = {"name": "Relance", "kind": "mail", "fr": {"subject": "Bonjour", "body": "{{ greeting }}"}}
        return library.add(me, WrittenText.model_validate(words), NOW).text.id

    def _sequence(self, me: Actor) -> str:
        """A published sequence with somebody in it."""
        recruiter = me.model_copy(update={"role": Role.recruiter})
        made = published(recruiter, mail_step())
        enrolled(made, self.candidate, by=recruiter)
        return made.id

    def _write(self, me: Actor) -> str:
        """The key of a mail that waits until tomorrow, with a file."""
        words = {"subject": "Bonjour", "body": "{{ greeting }}", "files": [self.ids["file_id"]]}
        wanted = {"key": sort_key(new_id("key")), "candidate_ids": [self.candidate], "draft": words}
        now = utc_now()
        asked = Writing.model_validate(wanted | {"at": now + timedelta(days=1)})
        return writing.write(me.model_copy(update={"role": Role.recruiter}), asked, now)[0].message_key or ""

    def _experiment(self, recruiter: Actor) -> str:
        """An experiment on the words of the text, which has not begun."""
        wanted = NewExperiment.model_validate(trying(self.ids["text_id"]))
        return experiments.create(recruiter, wanted, NOW).experiment.id

    def _ask(self, recruiter: Actor) -> str:
        """A question by a link to pass on."""
        wanted = {"key": sort_key(new_id("key")), "candidate_ids": [self.candidate], "pieces": ["phones"]}
        (asked,) = asking.ask(recruiter, Asking.model_validate(wanted | {"how": "link"}), utc_now())
        assert asked.ask
        return asked.ask.id

    def _file(self, recruiter: Actor) -> str:
        """A file that may go out with a mail: it came, and was inspected."""
        one = {"client_key": "one", "name": "fiche.pdf", "size": 12, "content_type": "application/pdf"}
        (form,) = attaching.announce(recruiter, Attaching.model_validate({"files": [one]}), utc_now())
        assert form.file_id
        key = waiting_key(recruiter.workspace, form.file_id)
        files.write(key, pdf_of(["Fiche de poste"]), "application/pdf", name="fiche.pdf")
        inspection.attachment(key)
        return form.file_id

    def pipeline(self) -> list[Any]:
        """The job's stages as someone would send them."""
        return [jobs.as_text(s).model_dump(mode="json") for s in self.job.stages]

    def reasons(self) -> Any:
        """The list of reasons as someone would send it back."""
        return reasons.own().model_dump(mode="json")

    def path(self, resource: str, method: str = "GET") -> str:
        ids = self.ids | ({"key": "notice"} if resource.startswith("/templates") else {})
        if "/mails/{key}" in resource and method != "GET" and not resource.endswith("/seen"):
            ids["key"] = self.written
        if resource.endswith("/files/{number}") and "{key}" in resource:
            ids["key"] = self.written
        if (method, resource) == ("DELETE", "/experiments/{experiment_id}"):
            ids["experiment_id"] = self.unbegun
        if resource.startswith("/members"):
            ids["member_id"] = self.newcomer
        if (method, resource) == ("DELETE", "/jobs/{job_id}"):
            ids["job_id"] = self.sketch.id
        if resource.endswith(("/file", "/dismiss", "/hold")) and method == "POST":
            ids["mail"] = self.held
        if method == "DELETE" and "/scorecards/" in resource:
            ids["about_id"] = self.job.stages[1].id
        if (method, resource) == ("POST", "/candidates/{candidate_id}/erasure"):
            ids["candidate_id"] = self.gone
        if (method, resource) == ("POST", "/jobs/{job_id}/open"):
            ids["job_id"] = self.draft.id
        return resource.format(**ids)
