"""The API: who may what, what is refused and how, versions, repeated requests, cursors."""

from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from tests import truth
from tests.api import OTHER, Answer, ask, routes
from tests.conftest import ENVIRONMENT
from tests.factories import NOW, WORKSPACE, actor
from tests.sequences import mail_step
from tests.world import World, trying, two_workspaces

from vivier.experiments import store as experiments
from vivier.hiring import reasons
from vivier.hiring import store as hiring
from vivier.hiring.interviews import store as interviews
from vivier.kernel.actor import Permission, Role
from vivier.kernel.ids import new_id
from vivier.people import store
from vivier.sequences import store as sequences
from vivier.storage import cursor

ROLES = [r.value for r in Role]
NOBODY = new_id("can", NOW)


@pytest.fixture(scope="module", autouse=True)
def api() -> Iterator[None]:
    """One cloud for the whole file: each test makes the people that it changes."""
    with two_workspaces():
        yield


@pytest.fixture(autouse=True)
def empty(api: None) -> None:
    truth.clear()
    truth.clear(OTHER)


def invitation(world: World) -> dict[str, str]:
    return {"email": f"{world.candidate[4:]}@x.example", "name": "Ewen Tanguy", "role": "reader", "language": "en"}


def shortlist(world: World) -> dict[str, Any]:
    return {"candidate_ids": [world.candidate], "to": {"name": "Marion Duval", "email": "marion@cap.example"}}


def a_step() -> Any:
    return mail_step().model_dump(mode="json")


# What each route takes to succeed, and whom it takes. None: anyone signed in.
P = Permission
WORDS = {"subject": "Bonjour", "body": "{{ greeting }}"}
TEXT = {"name": "Relance", "kind": "mail", "fr": WORDS}
SHORTLISTS = "/jobs/{job_id}/shortlists"
INTERVIEWS = "/jobs/{job_id}/applications/{candidate_id}/interviews"
LATER = "2099-06-02T09:00:00Z"
TIMES = {"by": "slots", "starts": [LATER]}
SEQUENCE = "/sequences/{sequence_id}"
ENROLMENT = "/enrolments/{candidate_id}/{sequence_id}"
EXPERIMENT = "/experiments/{experiment_id}"
ASK = "/candidates/{candidate_id}/asks/{ask_id}"
WHY = {"words": "La liste est nettoyée."}
ADDRESS = {"address": "ewen@x.example"}
FILES = {"files": [{"client_key": "a", "name": "fiche.pdf", "size": 12, "content_type": "application/pdf"}]}
SCORECARDS = "/jobs/{job_id}/applications/{candidate_id}/scorecards"
ROUTES: dict[tuple[str, str], tuple[Permission | None, Any]] = {
    ("GET", "/me"): (None, None),
    ("PATCH", "/me"): (None, {"language": "en"}),
    ("GET", "/counts"): (P.see_people, None),
    ("GET", "/fields"): (None, None),
    ("POST", "/uploads"): (
        P.drop_files,
        {"relation": "applied", "batch": "one", "files": [{"client_key": "a", "name": "cv.pdf", "size": 1}]},
    ),
    ("GET", "/uploads"): (P.drop_files, None),
    ("GET", "/uploads/{intake_id}"): (P.drop_files, None),
    ("POST", "/uploads/{intake_id}/renew"): (P.drop_files, None),
    ("POST", "/uploads/{intake_id}/discard"): (P.review, None),
    ("POST", "/uploads/{intake_id}/restore"): (P.review, None),
    ("GET", "/uploads/{intake_id}/file"): (P.review, None),
    ("POST", "/uploads/{intake_id}/retry"): (P.review, {}),
    ("POST", "/demo"): (P.drop_files, None),
    ("GET", "/candidates"): (P.see_people, None),
    ("POST", "/candidates"): (P.edit_people, {"name": "Anna Roch", "email": "anna@x.example", "relation": "applied"}),
    # Hiring managers see the people of their jobs; this one stands in a job of theirs.
    ("GET", "/candidates/{candidate_id}"): (P.see_jobs, None),
    ("PATCH", "/candidates/{candidate_id}"): (P.edit_people, {"headline": "Capitaine"}),
    ("GET", "/candidates/{candidate_id}/events"): (P.see_people, None),
    ("POST", "/candidates/{candidate_id}/proposals/{proposal_id}"): (P.edit_people, {"accept": True}),
    ("POST", "/candidates/{candidate_id}/proposals/{proposal_id}/reopen"): (P.edit_people, None),
    ("POST", "/candidates/{candidate_id}/merge"): (P.edit_people, "other"),
    ("POST", "/candidates/{candidate_id}/unmerge"): (P.edit_people, "other"),
    ("POST", "/candidates/{candidate_id}/different"): (P.review, "other"),
    ("POST", "/candidates/{candidate_id}/maybe-same"): (P.review, "other"),
    ("POST", "/candidates/{candidate_id}/acknowledge"): (P.edit_people, None),
    ("POST", "/candidates/{candidate_id}/inform"): (P.edit_people, None),
    ("POST", "/candidates/{candidate_id}/informed"): (P.edit_people, None),
    ("GET", "/candidates/{candidate_id}/documents/{document_id}"): (P.see_jobs, None),
    ("GET", "/templates"): (None, None),
    ("PUT", "/templates/{key}/{language}"): (P.edit_templates, {"subject": "Bonjour", "body": "{{ greeting }}"}),
    ("POST", "/templates/{key}/{language}/preview"): (P.see_people, {}),
    ("GET", "/candidates/{candidate_id}/mails/{key}"): (P.see_people, None),
    ("GET", "/candidates/{candidate_id}/mails/{key}/files/{number}"): (P.see_people, None),
    ("POST", "/candidates/{candidate_id}/mails/{key}/seen"): (P.review, None),
    ("PUT", "/candidates/{candidate_id}/mails/{key}"): (P.write_mails, {"draft": WORDS}),
    ("POST", "/candidates/{candidate_id}/mails/{key}/send"): (P.write_mails, None),
    ("POST", "/candidates/{candidate_id}/mails/{key}/stop"): (P.write_mails, None),
    ("POST", "/mails"): (P.write_mails, lambda w: {"key": "0" * 26, "candidate_ids": [w.candidate], "draft": WORDS}),
    ("POST", "/mails/preview"): (P.write_mails, lambda w: {"candidate_ids": [w.candidate], "draft": WORDS}),
    ("POST", "/mails/test"): (P.write_mails, {"draft": WORDS}),
    ("POST", "/mails/files"): (P.write_mails, FILES),
    ("GET", "/mails/files/{file_id}"): (P.write_mails, None),
    ("GET", "/texts"): (P.write_mails, None),
    ("POST", "/texts"): (P.edit_templates, TEXT),
    ("PUT", "/texts/{text_id}"): (P.edit_templates, TEXT),
    ("POST", "/texts/{text_id}/archive"): (P.edit_templates, None),
    ("POST", "/texts/{text_id}/restore"): (P.edit_templates, None),
    ("GET", "/candidates/{candidate_id}/threads"): (P.see_people, None),
    ("GET", "/threads"): (P.see_people, None),
    ("GET", "/threads/{thread_id}"): (P.see_people, None),
    ("PATCH", "/threads/{thread_id}"): (P.edit_people, {"needs_answer": False}),
    ("POST", "/threads/{thread_id}/forward"): (P.write_mails, lambda w: {"direction": "in", "mail": w.ids["mail"]}),
    ("GET", "/received/{mail}"): (P.see_people, None),
    ("GET", "/received/{mail}/files/{number}"): (P.see_people, None),
    ("POST", "/received/{mail}/dismiss"): (P.review, None),
    ("POST", "/received/{mail}/file"): (P.review, lambda w: {"candidate_id": w.candidate}),
    ("POST", "/received/{mail}/hold"): (P.review, None),
    ("GET", "/notes/forms"): (None, None),
    ("POST", "/notes/check"): (None, {"text": "Parle breton."}),
    ("POST", "/candidates/{candidate_id}/notes"): (P.write_notes, {"text": "Parle breton."}),
    ("PATCH", "/candidates/{candidate_id}/notes/{event_id}"): (P.write_notes, {"text": "Parle gallo."}),
    ("DELETE", "/candidates/{candidate_id}/notes/{event_id}"): (P.write_notes, None),
    ("POST", "/candidates/{candidate_id}/notes/{event_id}/restore"): (P.write_notes, None),
    ("GET", "/review"): (P.review, None),
    ("GET", "/notifications"): (None, None),
    ("GET", "/notifications/unread"): (None, None),
    ("POST", "/notifications/read"): (None, None),
    ("POST", "/notifications/{notification_id}/read"): (None, None),
    ("GET", "/my-day"): (None, None),
    ("GET", "/my-day/badge"): (None, None),
    ("GET", "/tasks"): (None, None),
    ("POST", "/tasks"): (P.do_tasks, {"title": "Call", "due": {"on": "2026-12-01"}}),
    ("GET", "/tasks/{task_id}"): (None, None),
    ("PATCH", "/tasks/{task_id}"): (P.do_tasks, {"title": "Write"}),
    ("POST", "/tasks/{task_id}/done"): (P.do_tasks, None),
    ("POST", "/tasks/{task_id}/undone"): (P.do_tasks, None),
    ("POST", "/tasks/{task_id}/snooze"): (P.do_tasks, {"preset": "tomorrow"}),
    ("DELETE", "/tasks/{task_id}"): (P.do_tasks, None),
    ("POST", "/tasks/{task_id}/restore"): (P.do_tasks, None),
    ("GET", "/jobs/{job_id}/tasks"): (P.see_jobs, None),
    ("GET", "/corrections"): (P.manage_workspace, None),
    ("PUT", "/corrections"): (P.manage_workspace, {"keeps": True, "documents": True, "months": 12}),
    ("POST", "/corrections/exports"): (P.manage_workspace, {}),
    ("PUT", "/candidates/{candidate_id}/corrections"): (P.edit_people, {"refused": True}),
    ("GET", "/audit"): (P.manage_workspace, None),
    ("POST", "/audit/exports"): (P.manage_workspace, {"act": "saw"}),
    ("GET", "/members"): (None, None),
    ("POST", "/members"): (P.manage_workspace, lambda w: invitation(w)),
    ("PATCH", "/members/{member_id}"): (P.manage_workspace, {"role": "reader"}),
    ("POST", "/members/{member_id}/invite"): (P.manage_workspace, None),
    ("GET", "/members/{member_id}/held"): (P.manage_workspace, None),
    ("POST", "/members/{member_id}/handover"): (P.manage_workspace, lambda w: {"to": w.follower}),
    ("DELETE", "/members/{member_id}"): (P.manage_workspace, None),
    ("GET", "/jobs"): (P.see_jobs, None),
    ("GET", "/jobs/library"): (P.see_jobs, None),
    ("POST", "/jobs"): (P.edit_jobs, {"title": {"en": "Lock keeper"}}),
    ("GET", "/jobs/{job_id}"): (P.see_jobs, None),
    ("PATCH", "/jobs/{job_id}"): (P.edit_jobs, {"openings": 2}),
    ("POST", "/jobs/{job_id}/open"): (P.edit_jobs, None),
    ("GET", "/jobs/{job_id}/events"): (P.see_jobs, None),
    ("GET", "/jobs/{job_id}/board"): (P.see_jobs, None),
    ("GET", SHORTLISTS): (P.share_people, None),
    ("POST", SHORTLISTS): (P.share_people, lambda w: shortlist(w)),
    ("POST", SHORTLISTS + "/preview"): (P.share_people, lambda w: {"candidate_ids": [w.candidate]}),
    ("POST", SHORTLISTS + "/{shortlist_id}/link"): (P.share_people, None),
    ("DELETE", SHORTLISTS + "/{shortlist_id}"): (P.share_people, None),
    ("POST", SHORTLISTS + "/{shortlist_id}/restore"): (P.share_people, None),
    ("POST", SHORTLISTS + "/{shortlist_id}/renew"): (P.share_people, {"days": 7}),
    ("GET", "/jobs/{job_id}/stages/{stage_id}"): (P.see_jobs, None),
    ("GET", "/jobs/{job_id}/stages/{stage_id}/recount"): (P.edit_jobs, None),
    ("POST", "/jobs/{job_id}/pulse"): (P.see_jobs, None),
    ("GET", "/interviews"): (None, None),
    ("POST", "/interviews/times"): (
        P.move_people,
        lambda w: {"interviewers": [w.peer], "duration_minutes": 30, "offer": TIMES},
    ),
    ("GET", INTERVIEWS): (P.see_jobs, None),
    ("POST", INTERVIEWS): (P.move_people, lambda w: w.meeting(offer=TIMES)),
    ("GET", INTERVIEWS + "/{interview_id}"): (P.see_jobs, None),
    ("PATCH", INTERVIEWS + "/{interview_id}"): (P.move_people, {"place": "Quai 4"}),
    ("POST", INTERVIEWS + "/{interview_id}/time"): (P.move_people, {"starts_at": LATER}),
    ("POST", INTERVIEWS + "/{interview_id}/outcome"): (P.move_people, {"outcome": "held"}),
    ("POST", INTERVIEWS + "/{interview_id}/offer"): (P.move_people, {"offer": TIMES}),
    ("POST", INTERVIEWS + "/{interview_id}/cancel"): (P.move_people, {}),
    ("POST", "/jobs/{job_id}/applications"): (P.move_people, lambda w: {"candidate_ids": [w.other]}),
    ("POST", "/jobs/{job_id}/moves"): (
        P.move_people,
        lambda w: {"candidate_ids": [w.candidate], "to": w.job.stages[1].id},
    ),
    ("PUT", "/jobs/{job_id}/applications/{candidate_id}/owner"): (P.move_people, {"owner": None}),
    ("PUT", "/jobs/{job_id}/pipeline"): (P.edit_jobs, lambda w: {"stages": w.pipeline()}),
    ("POST", "/jobs/{job_id}/stages/{stage_id}/entering"): (P.move_people, lambda w: {"candidate_ids": [w.candidate]}),
    ("POST", "/jobs/{job_id}/refusals/preview"): (
        P.move_people,
        lambda w: {"candidate_ids": [w.candidate], "letter": {"template": "refusal"}},
    ),
    ("POST", "/jobs/{job_id}/refusals"): (
        P.move_people,
        lambda w: {"candidate_ids": [w.candidate], "refusal": {"reason": "skills"}},
    ),
    ("POST", "/jobs/{job_id}/undo"): (P.move_people, lambda w: {"moves": {w.candidate: 1}}),
    ("POST", "/jobs/{job_id}/withdrawals"): (
        P.move_people,
        lambda w: {"candidate_ids": [w.other], "withdrawal": {"reason": "pay"}},
    ),
    ("POST", "/jobs/{job_id}/reopenings"): (P.move_people, lambda w: {"candidate_ids": [w.other]}),
    ("POST", "/jobs/{job_id}/work"): (P.edit_jobs, None),
    ("POST", "/jobs/{job_id}/close"): (P.edit_jobs, {"told_otherwise": True}),
    ("POST", "/jobs/{job_id}/reopen"): (P.edit_jobs, None),
    ("GET", "/refusal-reasons"): (P.see_jobs, None),
    ("PUT", "/refusal-reasons"): (P.edit_templates, lambda w: w.reasons()),
    ("DELETE", "/jobs/{job_id}"): (P.edit_jobs, None),
    ("GET", "/jobs/{job_id}/criteria"): (P.see_jobs, None),
    ("PUT", "/jobs/{job_id}/criteria"): (P.edit_jobs, {"criteria": []}),
    ("GET", SCORECARDS): (P.see_jobs, None),
    ("POST", SCORECARDS): (P.move_people, lambda w: {"members": [w.peer]}),
    ("PUT", SCORECARDS + "/{about_id}"): (P.give_scorecards, {"recommendation": "yes", "give": True}),
    ("DELETE", SCORECARDS + "/{about_id}/{member_id}"): (P.move_people, None),
    ("GET", "/sequences"): (P.see_people, None),
    ("POST", "/sequences"): (P.run_sequences, {"name": "Garder le contact"}),
    ("GET", SEQUENCE): (P.see_people, None),
    ("PUT", SEQUENCE): (P.run_sequences, lambda w: {"name": "Relance", "steps": [a_step()]}),
    ("POST", SEQUENCE + "/publish"): (P.run_sequences, {"in_flight": "stay"}),
    ("GET", SEQUENCE + "/numbers"): (P.see_people, None),
    ("GET", SEQUENCE + "/versions"): (P.see_people, None),
    ("POST", SEQUENCE + "/preflight"): (P.run_sequences, lambda w: {"candidate_ids": [w.other]}),
    ("POST", SEQUENCE + "/enrolments"): (P.run_sequences, lambda w: {"candidate_ids": [w.other], "key": "0" * 26}),
    ("GET", SEQUENCE + "/enrolments"): (P.see_people, None),
    # The mail that was filed above stopped them.
    ("POST", SEQUENCE + "/dry-run"): (
        P.run_sequences,
        {"since": "2026-09-01", "until": "2026-11-25", "entering": {"on": "created"}},
    ),
    ("POST", ENROLMENT + "/restart"): (P.run_sequences, None),
    ("POST", ENROLMENT + "/pause"): (P.run_sequences, None),
    ("POST", ENROLMENT + "/resume"): (P.run_sequences, None),
    ("POST", ENROLMENT + "/move"): (P.run_sequences, None),
    ("POST", ENROLMENT + "/skip"): (P.run_sequences, None),
    ("POST", ENROLMENT + "/remove"): (P.run_sequences, None),
    ("GET", "/candidates/{candidate_id}/enrolments"): (P.see_people, None),
    ("GET", "/candidates/{candidate_id}/mails/{key}/why"): (P.see_people, None),
    ("POST", SEQUENCE + "/pause"): (P.run_sequences, None),
    ("POST", SEQUENCE + "/resume"): (P.run_sequences, None),
    ("POST", SEQUENCE + "/archive"): (P.run_sequences, None),
    ("POST", SEQUENCE + "/restore"): (P.run_sequences, None),
    ("GET", "/experiments"): (P.write_mails, None),
    ("GET", "/experiments/estimate"): (P.write_mails, None),
    ("POST", "/experiments"): (P.edit_templates, lambda w: trying(w.ids["text_id"])),
    ("GET", EXPERIMENT): (P.write_mails, None),
    ("PUT", EXPERIMENT): (P.edit_templates, lambda w: trying(w.ids["text_id"], "Autre")),
    ("DELETE", EXPERIMENT): (P.edit_templates, None),
    ("POST", EXPERIMENT + "/start"): (P.edit_templates, None),
    ("GET", EXPERIMENT + "/people"): (P.write_mails, None),
    ("POST", EXPERIMENT + "/stop"): (P.edit_templates, None),
    ("POST", EXPERIMENT + "/resume"): (P.edit_templates, None),
    ("POST", EXPERIMENT + "/adopt"): (P.edit_templates, {"variant": "b"}),
    ("POST", EXPERIMENT + "/give-back"): (P.edit_templates, None),
    ("POST", "/asks/preview"): (P.write_mails, lambda w: {"candidate_ids": [w.other]}),
    ("POST", "/asks"): (P.write_mails, lambda w: {"candidate_ids": [w.other], "key": "0" * 26}),
    ("POST", ASK + "/link"): (P.write_mails, None),
    ("POST", ASK + "/withdraw"): (P.write_mails, None),
    ("GET", "/sending"): (P.write_mails, None),
    ("GET", "/sending/domain"): (P.manage_workspace, None),
    ("PUT", "/sending/rules"): (P.manage_workspace, {}),
    ("POST", "/sending/pause"): (P.manage_workspace, WHY),
    ("POST", "/sending/resume"): (P.manage_workspace, WHY),
    ("POST", "/suppressions/add"): (P.manage_workspace, ADDRESS | WHY),
    ("POST", "/suppressions/look-up"): (P.manage_workspace, ADDRESS),
    ("POST", "/suppressions/lift"): (P.manage_workspace, ADDRESS | WHY),
    ("POST", "/candidates/{candidate_id}/unsolicited/stop"): (P.edit_people, None),
    ("POST", "/candidates/{candidate_id}/unsolicited/permit"): (
        P.edit_people,
        {"reason": "Demandé au salon."},
    ),
}
QUERY = {
    "/interviews": "?since=2099-06-01T00:00:00Z&until=2099-06-08T00:00:00Z",
    "/uploads": "?batch=batch-1",
    EXPERIMENT + "/people": "?variant=a&which=waiting",
    "/review": "?kind=failed",
    "/candidates/{candidate_id}/events": f"?cursor={cursor.encode(['E#~'])}",
}
# What cannot succeed on the world as it is, whoever asks: the file came, an answer is on its way, there is no demo.
HELD_UP = {
    ("POST", "/uploads/{intake_id}/renew"): 409,
    ("POST", "/demo"): 404,
    ("POST", "/candidates/{candidate_id}/acknowledge"): 409,
    ("POST", "/candidates/{candidate_id}/inform"): 409,
    ("POST", "/candidates/{candidate_id}/informed"): 409,
    ("POST", INTERVIEWS + "/{interview_id}/outcome"): 409,
}


def do(world: World, method: str, resource: str, *, role: str, workspace: str = WORKSPACE) -> Any:
    sent = _sent(world, method, resource)
    path = world.path(resource, method) + (QUERY.get(resource, "") if method == "GET" else "")
    headers = {}
    if (method, resource) == ("PATCH", "/candidates/{candidate_id}"):
        headers = {"If-Match": f'"{store.load(WORKSPACE, world.candidate).number}"'}
    if (method, resource) == ("PATCH", "/tasks/{task_id}"):
        headers = {"If-Match": '"1"'}
    if resource in ("/jobs/{job_id}", "/jobs/{job_id}/pipeline"):
        headers = {"If-Match": f'"{hiring.load_job(WORKSPACE, world.job.id).number}"'}
    if "{interview_id}" in resource:
        held = interviews.load(WORKSPACE, world.candidate, world.interview).read()
        headers = {"If-Match": f'"{held.sequence}"'}
    if resource == "/refusal-reasons":
        headers = {"If-Match": f'"{reasons.known(WORKSPACE)[1]}"'}
    if (method, resource) == ("PUT", "/candidates/{candidate_id}/mails/{key}"):
        headers = {"If-Match": '"1"'}
    if (method, resource) == ("PUT", "/texts/{text_id}"):
        headers = {"If-Match": '"1"'}
    if resource in (SEQUENCE, SEQUENCE + "/publish"):
        headers = {"If-Match": f'"{sequences.load(WORKSPACE, world.ids["sequence_id"]).number}"'}
    if resource in (EXPERIMENT, EXPERIMENT + "/start"):
        which = world.path(resource, method).split("/")[2]
        headers = {"If-Match": f'"{experiments.load(WORKSPACE, which).number}"'}
    if resource.endswith(("/criteria", "/scorecards/{about_id}")) or resource in ("/sending/rules", "/corrections"):
        headers = {"If-Match": '"0"'}
    if resource.startswith("/templates") and method == "PUT":
        there = next(
            t
            for t in ask("GET", "/templates", role=role, workspace=workspace).body["templates"]
            if (t["template"]["key"], t["template"]["language"]) == ("notice", "fr")
        )
        headers = {"If-Match": f'"{there["version"]}"'}
    return ask(method, path, sent, role=role, workspace=workspace, headers=headers)


def test_every_route_has_its_line_here() -> None:
    from vivier_packager.api_documents import application

    there = {(m, path) for path, methods in application().routes.items() for m in methods}

    assert there - {("GET", "/health")} == ROUTES.keys()
    assert len(routes()) == len({path for _, path in there})


@pytest.mark.parametrize("role", ROLES)
def test_each_role_does_what_it_may_and_nothing_else(role: str) -> None:
    me, world = actor(Role(role)), World(WORKSPACE, role)
    wrong = []
    for method, resource in ROUTES:
        permission, _ = ROUTES[method, resource]
        answer = do(world, method, resource, role=role)

        right = (200, 201, 202) if permission is None or me.may(permission) else (403,)
        if (method, resource) in HELD_UP and right != (403,):
            right = (HELD_UP[method, resource],)
        if answer.status not in right and not (resource == "/demo" and answer.status == 404):
            wrong.append((method, resource, answer.status, answer.body))
    assert wrong == []
    truth.check()


def test_another_workspaces_things_are_not_there() -> None:
    theirs = World(OTHER)
    World(WORKSPACE)
    before = truth.people(OTHER)
    wrong = []
    for method, resource in ROUTES:
        if "_id}" not in resource and "{mail}" not in resource:
            continue
        target = theirs.path(resource, method) + (QUERY.get(resource, "") if method == "GET" else "")
        answer = ask(method, target, _sent(theirs, method, resource), role="admin", headers={"If-Match": '"1"'})
        # Nobody suggested that pair: the same answer as for two people who do not exist.
        if answer.status != (409 if resource.endswith(("/different", "/maybe-same")) else 404):
            wrong.append((method, resource, answer.status, answer.body))

    assert wrong == []
    assert truth.people(OTHER) == before


def _sent(world: World, method: str, resource: str) -> Any:
    _, body = ROUTES[method, resource]
    if callable(body):
        return body(world)
    return {"other_id": world.other} if body == "other" else body


def test_nobody_merges_in_a_person_of_another_workspace() -> None:
    ours, theirs = World(WORKSPACE), World(OTHER)

    for act in ("merge", "unmerge", "different", "maybe-same"):
        answer = ask("POST", f"/candidates/{ours.candidate}/{act}", {"other_id": theirs.candidate})
        assert answer.status in (404, 409), act


def test_lists_hold_ones_own_workspace_only() -> None:
    World(OTHER)

    assert ask("GET", "/candidates").body["candidates"] == []
    assert ask("GET", "/candidates?q=maelys").body["candidates"] == []
    assert ask("GET", "/candidates?q=a@courrier.example").body["candidates"] == []
    assert ask("GET", "/counts").body["people"] == 0
    assert ask("GET", "/uploads?batch=batch-1").body["uploads"] == []
    for kind in ("failed", "doubtful", "duplicate", "update", "mail", "received"):
        assert ask("GET", f"/review?kind={kind}").body["items"] == []


def test_every_refusal_has_one_shape() -> None:
    for answer in (
        ask("GET", f"/candidates/{NOBODY}"),
        ask("GET", "/candidates/nobody"),
        ask("POST", "/candidates", {}),
        ask("POST", "/candidates", raw="{"),
        ask("GET", "/counts", role="manager"),
        ask("GET", "/candidates?cursor=x"),
    ):
        assert answer.body.keys() == {"Code", "Message", "Details"}
        assert answer.headers["content-type"] == "application/json"
        assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "path", ["nobody", "can_", "CAN_" + "0" * 26, "can_" + "U" * 26, "can_%00", "..%2F..", "%F0%9F%9B%B6"]
)
def test_what_is_no_id_is_not_there(path: str) -> None:
    assert ask("GET", f"/candidates/{path}").status == 404
    assert ask("GET", f"/uploads/{path}").status == 404


@pytest.mark.parametrize(
    "raw",
    ["{", "nul", "", "[", "[" * 100_000, b"\xff\xfe", '"text"', "[]", "null", "1", '{"a": NaN}', '{"\\ud800": 1}'],
)
def test_a_body_that_is_no_object_is_refused(raw: str | bytes) -> None:
    for path in ("/candidates", "/notes/check", "/uploads"):
        assert ask("POST", path, raw=raw).status in (400, 422)


def test_a_body_too_large_is_refused() -> None:
    assert ask("POST", "/notes/check", raw='{"text": "' + "x" * 1_000_001 + '"}').status == 413


def test_unknown_fields_are_refused_by_name() -> None:
    answer = ask("POST", "/candidates", {"name": "A B", "relation": "applied", "birth_date": "1990"})

    assert answer.status == 422
    assert answer.body["Details"]["errors"][0]["field"] == "birth_date"
    assert ask("GET", "/candidates?shoe_size=42").status == 422
    assert ask("GET", "/candidates?tag=a&tag=b").status == 422
    assert ask("GET", "/candidates?=a&=b").status == 422
    assert ask("PATCH", "/me", {"role": "admin"}).status == 422


@pytest.mark.parametrize("text", ["\ud800", "a\ud800b"])
def test_half_a_character_is_refused(text: str) -> None:
    assert ask("POST", "/candidates", {"name": text, "relation": "applied"}).status in (400, 422)


def test_an_edit_needs_the_version_it_was_made_on() -> None:
    world = World(WORKSPACE)
    where = f"/candidates/{world.candidate}"
    opened = ask("GET", where)
    etag = opened.headers["etag"]

    assert etag == f'"{opened.body["candidate"]["version"]}"'
    assert ask("PATCH", where, {"headline": "a"}).status == 428
    assert ask("PATCH", where, {"headline": "a"}, headers={"If-Match": "7"}).status == 400
    assert ask("PATCH", where, {"headline": "a"}, headers={"If-Match": '"999"'}).status == 412
    first = ask("PATCH", where, {"headline": "a"}, headers={"If-Match": etag})
    second = ask("PATCH", where, {"headline": "b"}, headers={"If-Match": etag})
    assert (first.status, second.status) == (200, 412)
    assert second.body["Details"]["fields"] == ["headline"]
    assert ask("PATCH", where, {"headline": "b"}, headers={"If-Match": first.headers["etag"]}).status == 200


def test_a_template_needs_the_version_it_was_made_on() -> None:
    text = {"subject": "Merci", "body": "{{ greeting }}"}
    where = "/templates/acknowledgement/en"

    assert ask("PUT", where, text).status == 428
    saved = ask("PUT", where, text, headers={"If-Match": '"0"'})
    assert (saved.status, saved.headers["etag"]) == (200, '"1"')
    assert ask("PUT", where, text, headers={"If-Match": '"0"'}).status == 412
    assert ask("PUT", where, text | {"body": "{{ nobody }}"}, headers={"If-Match": '"1"'}).status == 422
    assert ask("PUT", "/templates/nobody/en", text, headers={"If-Match": '"0"'}).status == 404


def test_a_repeated_request_gets_the_first_answer_and_acts_once() -> None:
    person = {"name": "Anna Roch", "email": "anna@x.example", "relation": "applied"}
    key = {"Idempotency-Key": "one"}

    first = ask("POST", "/candidates", person, headers=key)
    again = ask("POST", "/candidates", person, headers=key)
    others = ask("POST", "/candidates", person | {"name": "Anna R."}, headers=key)
    another_member = ask("POST", "/candidates", person, headers=key, role="admin")

    assert first.status == 201
    assert (again.status, again.body, again.headers["etag"]) == (201, first.body, first.headers["etag"])
    assert (others.status, others.body["Code"]) == (409, "IdempotencyMismatch")
    assert (another_member.status, another_member.body["Code"]) == (409, "AlreadyKnown")
    assert len(truth.people()) == 1
    truth.check()


@pytest.mark.parametrize("where", ["/mails/test", "/candidates/{candidate_id}/notes", SHORTLISTS, INTERVIEWS])
def test_what_a_function_made_that_died_before_it_answered_is_the_answer_under_its_key(where: str) -> None:
    world = World(WORKSPACE)
    body, key = ROUTES["POST", where][1], {"Idempotency-Key": "one"}
    body = body(world) if callable(body) else body

    first = ask("POST", world.path(where), body, headers=key)
    _forget_answers()
    again = ask("POST", world.path(where), body, headers=key)
    _forget_answers()
    anew = ask("POST", world.path(where), body, headers={"Idempotency-Key": "two"})

    assert {first.status, again.status, anew.status} <= {201, 202}
    assert _made(again) == _made(first) != _made(anew)


def _made(answer: Answer) -> str:
    told = answer.body.get("interview", answer.body)
    return str(told.get("id") or told["message_key"])


def _forget_answers() -> None:
    """A key whose first asking was never answered is given back when that function's time is over."""
    table = boto3.resource("dynamodb").Table(ENVIRONMENT["TABLE"])
    for row in table.scan()["Items"]:
        if "#ONCE#" in str(row["pk"]):
            table.delete_item(Key={"pk": row["pk"], "sk": row["sk"]})


def test_a_link_that_is_shown_once_is_not_kept_for_a_repeated_request() -> None:
    world = World(WORKSPACE)
    where = world.path(SHORTLISTS + "/{shortlist_id}/link")

    links = [ask("POST", where, headers={"Idempotency-Key": "three"}).body["url"] for _ in range(2)]

    rows = str(boto3.client("dynamodb").scan(TableName=ENVIRONMENT["TABLE"])["Items"])
    assert links[0] != links[1]
    assert [link for link in links if link.partition("#")[2] in rows] == []


def test_a_refused_request_may_be_repeated_under_its_key() -> None:
    key = {"Idempotency-Key": "two"}
    wrong = ask("POST", "/candidates", {"name": "Anna", "email": "no", "relation": "found"}, headers=key)
    right = ask("POST", "/candidates", {"name": "Anna", "email": "a@x.example", "relation": "found"}, headers=key)

    assert (wrong.status, right.status) == (422, 201)
    assert ask("POST", "/notes/check", {"text": "a"}, headers={"Idempotency-Key": "x" * 129}).status == 400


def test_a_list_is_walked_by_its_cursor_each_person_once() -> None:
    for n in range(7):
        assert ask("POST", "/candidates", {"name": f"Anna Roch{n}", "relation": "found"}).status == 201
    seen, cursor = [], ""
    while True:
        page = ask("GET", f"/candidates?limit=3{cursor}").body
        seen += [c["id"] for c in page["candidates"]]
        if not page["cursor"]:
            break
        cursor = f"&cursor={page['cursor']}"

    assert len(seen) == len(set(seen)) == 7
    assert seen == sorted(seen, reverse=True)


def test_a_member_keeps_a_readable_self_whatever_they_set() -> None:
    for wish in (
        {"language": "fr"},
        {"language": None, "timezone": None, "drop_default": None},
        {"drop_default": "found"},
        {"timezone": ""},
        {},
    ):
        ask("PATCH", "/me", wish, role="reader")

    me = ask("GET", "/me", role="reader")
    assert me.status == 200
    assert me.body["member"]["language"] == "fr"
    assert me.body["member"]["timezone"] == "Europe/Paris"
    assert me.body["member"]["drop_default"] == "found"
    assert ask("PATCH", "/me", {"timezone": "Mars/Olympus"}).status == 422


def test_more_than_a_transaction_holds_is_refused_in_words() -> None:
    world = World(WORKSPACE)
    where = f"/candidates/{world.candidate}"
    etag = ask("GET", where).headers["etag"]
    tags = [f"tag {n}" for n in range(50)]

    assert ask("PATCH", where, {"tags": tags}, headers={"If-Match": etag}).status == 422
    assert ask("PATCH", where, {"tags": tags[:25]}, headers={"If-Match": etag}).status == 200
    truth.check()


def test_a_person_added_by_hand_is_answered_though_nobody_can_be_woken() -> None:
    added = ask("POST", "/candidates", {"name": "Anna", "email": "a@x.example", "relation": "applied"})

    assert added.status == 201
    assert added.body["application"]["message"]
    truth.check()
