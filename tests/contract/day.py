"""What a recruiter does in a day: each route of the API once."""

from datetime import timedelta
from typing import Any

from tests.contract.ask_day import of_a_question
from tests.contract.experiment_day import of_an_experiment
from tests.contract.hiring_day import of_a_job
from tests.contract.interview_day import Meets as Asks
from tests.factories import WORKSPACE

from vivier.kernel.actor import Role
from vivier.kernel.clock import utc_now
from vivier.kernel.ids import new_id
from vivier.mail.store import MessageItem
from vivier.storage.table import get
from vivier.team import service as team

Arrived = dict[str, Any]
CANDIDATE = "/candidates/{candidate_id}"
UPLOAD = "/uploads/{intake_id}"
TASK = "/tasks/{task_id}"
MAIL = CANDIDATE + "/mails/{key}"
TEMPLATE = "/templates/{key}/{language}"
CRITERIA = "/jobs/{job_id}/criteria"
SCORECARDS = "/jobs/{job_id}/applications/{candidate_id}/scorecards"


def of_a_recruiter(api: Asks, nadia: Arrived, again: Arrived, scan: Arrived, twin: Arrived, broken: Arrived) -> None:
    _own_settings(api)
    _corrections(api, nadia["candidate_id"])
    _people(api, nadia)
    _document(api, nadia)
    _proposal(api, again)
    _pairs(api, nadia, scan, twin)
    _failed_file(api, broken)
    _notes(api, nadia)
    _mails(api, nadia)
    of_an_experiment(api, nadia["candidate_id"])
    _owed(api)
    of_a_question(api)
    of_a_job(api, nadia["candidate_id"], scan["candidate_id"])
    _bell(api)
    _scorecards(api, nadia)
    _tasks(api, nadia)


def _own_settings(api: Asks) -> None:
    for resource in ("/health", "/me", "/counts", "/fields"):
        api.asks("GET", resource)
    api.asks("PATCH", "/me", {"language": "en"})
    assert api.asks("GET", "/audit")["lines"]
    api.asks("POST", "/audit/exports", {"act": "changed"}, expect=201)


def _corrections(api: Asks, candidate_id: str) -> None:
    """Kept from a first edit on, taken out, and no longer."""
    for keeping in ({"keeps": True, "documents": True}, {"keeps": False}):
        held = api.asks("GET", "/corrections")
        version = {"If-Match": f'"{held["version"]}"'}
        api.asks("PUT", "/corrections", keeping, headers=version)
        opened = api.asks("GET", CANDIDATE, candidate_id=candidate_id)
        name = "Nadia Ferrand-Roy" if keeping["keeps"] else "Nadia Ferrand"
        version = {"If-Match": f'"{opened["candidate"]["version"]}"'}
        api.asks("PATCH", CANDIDATE, {"name": name}, candidate_id=candidate_id, headers=version)
        taken = api.asks("POST", "/corrections/exports", {})
        assert len(taken["documents"]) == keeping["keeps"]
    for refused in (True, False):
        api.asks("PUT", CANDIDATE + "/corrections", {"refused": refused}, candidate_id=candidate_id)


def _people(api: Asks, nadia: Arrived) -> None:
    for query in ({}, {"q": "nad"}, {"q": "nadia.ferrand@exemple.fr"}, {"relation": "applied"}):
        assert api.asks("GET", "/candidates", query=query)["candidates"]
    opened = api.asks("GET", CANDIDATE, candidate_id=nadia["candidate_id"])
    version = {"If-Match": f'"{opened["candidate"]["version"]}"'}
    edit = {"tags": ["paris"], "phones": ["06 39 98 00 33"], "skills": ["Python"]}
    api.asks("PATCH", CANDIDATE, edit, candidate_id=nadia["candidate_id"], headers=version)
    more = {"cursor": opened["events_cursor"]} if opened["events_cursor"] else None
    api.asks("GET", CANDIDATE + "/events", query=more, expect=200 if more else 400, candidate_id=nadia["candidate_id"])


def _document(api: Asks, nadia: Arrived) -> None:
    where = {"candidate_id": nadia["candidate_id"], "document_id": nadia["document_id"]}
    shown = api.asks("GET", CANDIDATE + "/documents/{document_id}", **where)
    assert shown["pages"][0]["image_url"]
    api.asks("GET", UPLOAD + "/file", intake_id=nadia["id"])
    assert api.asks("GET", "/uploads", query={"batch": "monday"})["uploads"]
    api.asks("GET", UPLOAD, intake_id=nadia["id"])


def _proposal(api: Asks, again: Arrived) -> None:
    opened = api.asks("GET", CANDIDATE, candidate_id=again["candidate_id"])
    (proposal, *_) = opened["proposals"]
    where = {"candidate_id": again["candidate_id"], "proposal_id": proposal["id"]}
    api.asks("POST", CANDIDATE + "/proposals/{proposal_id}", {"accept": True}, **where)
    api.asks("POST", CANDIDATE + "/proposals/{proposal_id}/reopen", **where)
    api.asks("POST", CANDIDATE + "/proposals/{proposal_id}", {"accept": True}, **where)


def _pairs(api: Asks, nadia: Arrived, scan: Arrived, twin: Arrived) -> None:
    one = nadia["candidate_id"]
    assert api.asks("GET", "/review", query={"kind": "duplicate"})["items"]
    for act in ("different", "maybe-same"):
        api.asks("POST", CANDIDATE + f"/{act}", {"other_id": twin["candidate_id"]}, candidate_id=one)
    for act in ("merge", "unmerge"):
        api.asks("POST", CANDIDATE + f"/{act}", {"other_id": scan["candidate_id"]}, candidate_id=one)


def _failed_file(api: Asks, broken: Arrived) -> None:
    assert broken["state"] == "failed"
    for kind in ("failed", "doubtful", "update", "mail"):
        api.asks("GET", "/review", query={"kind": kind})
    api.asks("GET", UPLOAD + "/file", intake_id=broken["id"])
    for act in ("discard", "restore"):
        api.asks("POST", f"{UPLOAD}/{act}", intake_id=broken["id"])
    api.asks("POST", UPLOAD + "/retry", {"accept_anything": True}, intake_id=broken["id"])
    file = {"workspace": WORKSPACE, "intake_id": broken["id"]}
    api.does("ReadCvFunction", {"step": "fail", "file": file, "reason": "unavailable"})
    api.asks("POST", "/demo", expect=404)


def _notes(api: Asks, nadia: Arrived) -> None:
    where = {"candidate_id": nadia["candidate_id"]}
    api.asks("POST", "/notes/check", {"text": "A very good first call."})
    api.asks("GET", "/notes/forms")
    colleague = team.add_member(WORKSPACE, subject="noe", name="Noé", email="n@halage.example", role=Role.recruiter)
    text = {"text": "A very good first call.", "kind": "call", "mentions": [colleague.id], "key": new_id("key")[4:]}
    note = api.asks("POST", CANDIDATE + "/notes", text, expect=201, **where)
    where["event_id"] = note["id"]
    api.asks("PATCH", CANDIDATE + "/notes/{event_id}", {"text": "A good first call."}, **where)
    api.asks("DELETE", CANDIDATE + "/notes/{event_id}", **where)
    api.asks("POST", CANDIDATE + "/notes/{event_id}/restore", **where)


def _bell(api: Asks) -> None:
    for resource in ("/notifications", "/notifications/unread"):
        api.asks("GET", resource)
    api.asks("POST", "/notifications/read")
    api.asks("POST", "/notifications/{notification_id}/read", notification_id=new_id("ntf"), expect=404)


def _scorecards(api: Asks, nadia: Arrived) -> None:
    """What a job looks at, a colleague who is asked, one's own scorecard."""
    me = api.asks("GET", "/me")["member"]["id"]
    needs = [{"id": new_id("req"), "text": "Python"}]
    job = api.asks(
        "POST", "/jobs", {"title": {"en": "Lock keeper"}, "state": "open", "requirements": needs}, expect=201
    )
    where = {"job_id": job["job"]["id"], "candidate_id": nadia["candidate_id"]}
    api.asks("POST", "/jobs/{job_id}/applications", {"candidate_ids": [where["candidate_id"]]}, job_id=where["job_id"])
    api.asks("GET", CRITERIA, job_id=where["job_id"])
    wanted = {"criteria": [{"requirement_id": needs[0]["id"], "label": {"en": "Writes Python"}}]}
    held = api.asks("PUT", CRITERIA, wanted, job_id=where["job_id"], headers={"If-Match": '"0"'})
    peer = next(m["id"] for m in api.asks("GET", "/members")["members"] if m["id"] != me)
    api.asks("POST", SCORECARDS, {"members": [me, peer]}, expect=201, **where)
    where["about_id"] = job["job"]["stages"][0]["id"]
    text = {"ratings": [{"criterion_id": held["criteria"][0]["id"], "mark": 3}], "recommendation": "yes", "give": True}
    api.asks("PUT", SCORECARDS + "/{about_id}", text, headers={"If-Match": '"1"'}, **where)
    api.asks("DELETE", SCORECARDS + "/{about_id}/{member_id}", member_id=peer, **where)
    del where["about_id"]
    assert api.asks("GET", SCORECARDS, **where)["summary"]


def _tasks(api: Asks, nadia: Arrived) -> None:
    for resource in ("/my-day", "/my-day/badge", "/tasks"):
        api.asks("GET", resource)
    due = {"on": "2026-12-01", "at": "09:00", "timezone": "Europe/Paris"}
    wanted = {"title": "Call", "due": due, "candidate_id": nadia["candidate_id"], "repeat": {"unit": "week"}}
    where = {"task_id": api.asks("POST", "/tasks", wanted, expect=201)["task"]["id"]}
    opened = api.asks("GET", TASK, **where)
    api.asks("PATCH", TASK, {"title": "Write"}, headers={"If-Match": f'"{opened["version"]}"'}, **where)
    for act in ("done", "undone"):
        api.asks("POST", f"{TASK}/{act}", **where)
    api.asks("POST", f"{TASK}/snooze", {"preset": "tomorrow"}, **where)
    api.asks("DELETE", TASK, **where)
    api.asks("POST", f"{TASK}/restore", **where)
    api.asks("GET", "/jobs/{job_id}/tasks", job_id=new_id("job"), expect=404)


def _mails(api: Asks, nadia: Arrived) -> None:
    known: dict[str, Any] = {"key": "acknowledgement", "language": "fr"}
    template = next(
        t for t in api.asks("GET", "/templates")["templates"] if {k: t["template"][k] for k in known} == known
    )
    text = {k: template["template"][k] for k in ("subject", "body")}
    api.asks("POST", TEMPLATE + "/preview", {**text, "candidate_id": nadia["candidate_id"]}, **known)
    api.asks("PUT", TEMPLATE, text, headers={"If-Match": f'"{template["version"]}"'}, **known)
    _texts(api)
    _written(api, nadia["candidate_id"])


def _texts(api: Asks) -> None:
    words = {"name": "Relance", "kind": "mail", "fr": {"subject": "Bonjour", "body": "{{ greeting }}"}}
    made = api.asks("POST", "/texts", words, expect=201)
    where = {"text_id": made["text"]["id"]}
    api.asks("PUT", "/texts/{text_id}", words | {"name": "Autre"}, headers={"If-Match": '"1"'}, **where)
    for act in ("archive", "restore"):
        api.asks("POST", "/texts/{text_id}/" + act, **where)
    assert api.asks("GET", "/texts")["texts"]


def _written(api: Asks, one: str) -> None:
    """A mail that is looked at, tried, written, changed, sent; another one that is taken back."""
    words = {"subject": "Bonjour {{ candidate.name }}", "body": "{{ greeting }}"}
    asked: dict[str, Any] = {"candidate_ids": [one], "draft": words}
    assert api.asks("POST", "/mails/preview", asked)["previews"][0]["held"] is None
    tried = api.asks("POST", "/mails/test", asked | {"key": new_id("key")[4:]}, expect=202)["message_key"]
    api.does("SendStepFunction", {"workspace": WORKSPACE, "message_key": tried})
    later = {"at": f"{utc_now() + timedelta(days=1):%Y-%m-%dT%H:%M:%SZ}"}
    (sent,), (stopped,) = (
        api.asks("POST", "/mails", {"key": number * 26, **asked, **later}, expect=202)["written"] for number in "01"
    )
    where = {"candidate_id": one, "key": sent["message_key"]}
    held = api.asks("GET", MAIL, **where)
    assert held["draft"]["subject"] == words["subject"]
    api.asks("PUT", MAIL, {"draft": words | {"body": "À bientôt."}, **later}, headers={"If-Match": '"1"'}, **where)
    api.asks("POST", MAIL + "/send", **where)
    api.does("SendStepFunction", {"workspace": WORKSPACE, "message_key": where["key"]})
    assert api.asks("GET", MAIL, **where)["state"] == "sent"
    api.asks("POST", MAIL + "/stop", candidate_id=one, key=stopped["message_key"])


def _owed(api: Asks) -> None:
    """Who was found is informed by mail or otherwise; who applied without an address is answered once there is one."""
    person = {"relation": "found", "email": "yann@exemple.fr", "name": "Yann Le Guen"}
    told = api.asks("POST", "/candidates", person, expect=201)
    key = api.asks("POST", CANDIDATE + "/inform", expect=202, candidate_id=told["id"])["message_key"]
    api.does("SendStepFunction", {"workspace": WORKSPACE, "message_key": key})
    assert get(MessageItem, MessageItem.key(WORKSPACE, key)).read().state == "sent"
    other = api.asks("POST", "/candidates", person | {"email": "anna@exemple.fr", "name": "Anna Riou"}, expect=201)
    api.asks("POST", CANDIDATE + "/informed", candidate_id=other["id"])
    held = api.asks("POST", "/candidates", {"relation": "applied", "name": "Sans Adresse"}, expect=201)
    version = {"If-Match": f'"{held["version"]}"'}
    api.asks("PATCH", CANDIDATE, {"emails": ["sans@exemple.fr"]}, candidate_id=held["id"], headers=version)
    api.asks("POST", CANDIDATE + "/acknowledge", expect=202, candidate_id=held["id"])
