"""The recruiters' API: every route stands in routes/, and is loaded by the first request that needs it.

A new module of routes/ takes one line in the table: the beginning of its paths, and its name. It has a `bp`, and what
it shows stands in views/ under the same name. tests/contract/test_routes.py holds the table to the routes.
"""
# ruff: noqa: E402

import gc

# What imports make lives as long as the process: looking among it for garbage costs a tenth of a cold start.
gc.disable()

from typing import Any

from chalice.app import Chalice

import endpoint  # noqa: F401 - every request needs it
from routing import Routes
from vivier.kernel.observability import metrics

app = Chalice("vivier-api")
app.debug = False
routes = Routes(
    app,
    "routes",
    {
        "/health": "own",
        "/me": "own",
        "/counts": "own",
        "/fields": "own",
        "/uploads": "uploads",
        "/demo": "uploads",
        "/candidates": "people",
        "POST /candidates": "adding",
        "/candidates/{candidate_id}": "candidates",
        "/candidates/{candidate_id}/documents": "documents",
        "/candidates/{candidate_id}/notes": "notes",
        "/candidates/{candidate_id}/mails": "mails",
        "/candidates/{candidate_id}/asks": "asks",
        "/asks": "asks",
        "/mails": "writing",
        "/texts": "writing",
        "/notes": "notes",
        "/templates": "mails",
        "/candidates/{candidate_id}/threads": "threads",
        "/threads": "threads",
        "/received": "threads",
        "/review": "review",
        "/notifications": "notifications",
        "/jobs": "jobs",
        "/jobs/{job_id}/board": "board",
        "/jobs/{job_id}/stages": "board",
        "/jobs/{job_id}/pulse": "board",
        "/jobs/{job_id}/applications": "board",
        "/jobs/{job_id}/applications/{candidate_id}/scorecards": "scorecards",
        "/jobs/{job_id}/applications/{candidate_id}/interviews": "interviews",
        "/interviews": "interviews",
        "/jobs/{job_id}/criteria": "scorecards",
        "/jobs/{job_id}/moves": "board",
        "/jobs/{job_id}/undo": "board",
        "/jobs/{job_id}/refusals": "board",
        "/jobs/{job_id}/withdrawals": "board",
        "/jobs/{job_id}/reopenings": "board",
        "/refusal-reasons": "jobs",
        "/jobs/{job_id}/shortlists": "shortlists",
        "/jobs/{job_id}/tasks": "tasks",
        "/tasks": "tasks",
        "/my-day": "tasks",
        "/members": "members",
        "/audit": "audit",
        "/corrections": "corrections",
        "/candidates/{candidate_id}/corrections": "corrections",
        "/candidates/{candidate_id}/erasure": "erasures",
        "/erasures": "erasures",
        "/sending": "sending",
        "/suppressions": "sending",
        "/sequences": "sequences",
        "/sequences/{sequence_id}/preflight": "enrolments",
        "/sequences/{sequence_id}/dry-run": "enrolments",
        "/sequences/{sequence_id}/enrolments": "enrolments",
        "/enrolments": "enrolments",
        "/candidates/{candidate_id}/enrolments": "enrolments",
        "/candidates/{candidate_id}/mails/{key}/why": "whys",
        "/experiments": "experiments",
    },
)

gc.freeze()
gc.enable()


@metrics.log_metrics
def handler(event: dict[str, Any], context: object) -> Any:
    asked = event["requestContext"]
    routes.open(asked["httpMethod"], asked["resourcePath"])
    return app(event, context)
