"""What each route takes to succeed and whom it takes, and how it is asked."""

from typing import Any

from tests.api import ask
from tests.factories import WORKSPACE
from tests.sequences import mail_step
from tests.world import World, trying
from vivier.experiments import store as experiments
from vivier.hiring import reasons
from vivier.hiring import store as hiring
from vivier.hiring.interviews import store as interviews
from vivier.kernel.actor import Permission
from vivier.people import store
from vivier.sequences import store as sequences
from vivier.storage import cursor


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
    ("GET", "/candidates/{candidate_id}/erasure"): (P.erase_people, None),
    ("POST", "/candidates/{candidate_id}/erasure"): (P.erase_people, {}),
    ("GET", "/erasures"): (P.erase_people, None),
    ("GET", "/erasures/{erasure_id}"): (P.erase_people, None),
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
    ("POST", "/sending/apart"): (P.write_mails, {}),
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
    given = sent(world, method, resource)
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
    return ask(method, path, given, role=role, workspace=workspace, headers=headers)


def sent(world: World, method: str, resource: str) -> Any:
    _, body = ROUTES[method, resource]
    if callable(body):
        return body(world)
    return {"other_id": world.other} if body == "other" else body
