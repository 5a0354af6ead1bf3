"""Interviews, for tests: who interviews, what is proposed, and what a link opens."""

from datetime import datetime, timedelta
from typing import Any

from tests import truth
from tests.factories import NOW, WORKSPACE, actor
from tests.hiring import candidate_in, colleagues, job
from vivier.hiring.interviews import service, store, telling, visits
from vivier.hiring.interviews.model import Interview, NewInterview
from vivier.hiring.interviews.service import Place
from vivier.hiring.interviews.store import AppointmentItem, ClaimedItem, InterviewItem
from vivier.hiring.interviews.visits import TimeChoice
from vivier.hiring.model import Job
from vivier.kernel.actor import Actor
from vivier.kernel.clock import iso
from vivier.mail.model import Message
from vivier.mail.store import MessageItem
from vivier.people import service as people
from vivier.team.links import Link
from vivier.team.model import Member
from vivier.team.store import members_of

FIRST = datetime(2026, 12, 1, 13, 0, tzinfo=NOW.tzinfo)  # a Tuesday, a week later: 14:00 in Paris
TIMES = [FIRST + timedelta(minutes=30 * n) for n in range(6)]


def recruiter() -> Actor:
    """A member who is in the directory: organisers are written to."""
    return members_of(WORKSPACE, [member := colleagues("recruiter")])[member].actor()


def wanted(*interviewers: str, **more: Any) -> NewInterview:
    """Times to choose among, unless `at` or another `offer` is given."""
    given = {"kind": "video", "duration_minutes": 30, "interviewers": list(interviewers), "zone": "Europe/Paris"} | more
    if "at" not in given and "offer" not in given:
        given["offer"] = {"by": "slots", "starts": TIMES}
    return NewInterview.model_validate(given)


def propose(*interviewers: str, of: Job | None = None, by: Actor | None = None, **more: Any) -> Interview:
    """An interview with somebody new, who stands in the job."""
    made = of or job()
    one = more.pop("candidate_id", None) or candidate_in(made, kind="interview")
    people = interviewers or (colleagues("recruiter"),)
    return service.create(by or actor(), made.id, one, wanted(*people, **more), more.pop("now", NOW))


def at(i: Interview) -> Place:
    return Place(i.job_id, i.candidate_id, i.id)


def held(i: Interview) -> Interview:
    """The interview as it is now."""
    return store.load(WORKSPACE, i.candidate_id, i.id).read()


def link(i: Interview, workspace: str = WORKSPACE) -> Link:
    """What the link in the candidate's mail opens."""
    return Link(
        hash="0" * 64,
        purpose=visits.PURPOSE,
        workspace=workspace,
        subject=telling.reference(i.candidate_id, i.id),
        created_at=NOW,
        expires_at=i.last_moment(),
    )


def choose(i: Interview, n: int = 0, *, version: int | None = None, now: datetime = NOW) -> visits.Invited:
    """The candidate takes the `n`th time that was proposed."""
    chosen = TimeChoice(starts_at=TIMES[n])
    return visits.choose(link(i), held(i).sequence if version is None else version, chosen, now)


def kinds(i: Interview) -> list[str]:
    """What the person's timeline tells of interviews, from the first."""
    events = people.open_candidate(actor(), i.candidate_id).events
    return [e.kind for e in reversed(events) if e.kind.startswith("interview_")]


def member(member_id: str) -> Member:
    return members_of(WORKSPACE, [member_id])[member_id]


def mails(template: str | None = None, to: str | None = None) -> list[Message]:
    """What stands in the outbox about interviews, in the order of writing."""
    every = sorted((r.read() for r in truth.of(MessageItem)), key=lambda m: (m.created_at, m.key))
    about = [m for m in every if m.template.startswith("interview_")]
    return [m for m in about if template in (None, m.template) and to in (None, m.to)]


def check(workspace: str = WORKSPACE) -> None:
    """Agendas and claims hold exactly what the interviews take. Raises AssertionError."""
    rows = truth.rows()
    interviews = [r.read() for r in truth.of(InterviewItem, workspace, rows)]
    claims = {(r.pk, r.sk, str(r.interview)) for r in truth.of(ClaimedItem, workspace, rows)}
    agendas = {(r.pk, r.sk): r.read().state for r in truth.of(AppointmentItem, workspace, rows)}
    taking = [i for i in interviews if i.holding]
    quarters = [
        (store.agenda(workspace, m), f"C#{iso(at)}", i.id) for i in taking for m in i.members for at in i.quarters()
    ]
    assert sorted(claims) == sorted(quarters)
    assert len({(pk, sk) for pk, sk, _ in quarters}) == len(quarters), "somebody is in two places at once"
    assert agendas == {
        (store.agenda(workspace, m), f"I#{iso(i.starts_at)}#{i.id[4:]}"): i.state
        for i in taking
        for m in i.members
        if i.starts_at
    }
