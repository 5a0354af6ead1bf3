"""Shortlists of a job: people shown to somebody outside by a link."""

from chalice.app import Blueprint

from auth import member
from endpoint import Call, endpoint
from vivier.casework import shared_lists, sharing
from vivier.casework.shared_lists import SharedLists
from vivier.casework.sharing import CopiedLink, Renewal, ShortlistPreview
from vivier.hiring.shortlists.model import NewShortlist, Selection, Shortlist

bp = Blueprint(__name__)


@bp.route("/jobs/{job_id}/shortlists", methods=["GET"], authorizer=member)
@endpoint(bp, returns=SharedLists)
def list_shortlists(call: Call, job_id: str) -> SharedLists:
    """What was shared of a job: with whom, until when, how often it was opened, what was answered."""
    return shared_lists.of_job(call.actor, job_id, call.now)


@bp.route("/jobs/{job_id}/shortlists", methods=["POST"], authorizer=member)
@endpoint(bp, body=NewShortlist, returns=Shortlist, status=201)
def share_shortlist(call: Call, job_id: str) -> Shortlist:
    """Shares people of a job with somebody outside, by mail unless told otherwise."""
    return sharing.share(call.actor, job_id, call.body, call.now, call.key)


@bp.route("/jobs/{job_id}/shortlists/preview", methods=["POST"], authorizer=member)
@endpoint(bp, body=Selection, returns=ShortlistPreview)
def preview_shortlist(call: Call, job_id: str) -> ShortlistPreview:
    """What the visitor would see of these people."""
    return sharing.preview(call.actor, job_id, call.body)


@bp.route("/jobs/{job_id}/shortlists/{shortlist_id}", methods=["DELETE"], authorizer=member)
@endpoint(bp, returns=Shortlist)
def revoke_shortlist(call: Call, job_id: str, shortlist_id: str) -> Shortlist:
    """Ends a shortlist at once: no link opens it any more."""
    return sharing.revoke(call.actor, job_id, shortlist_id, call.now)


@bp.route("/jobs/{job_id}/shortlists/{shortlist_id}/restore", methods=["POST"], authorizer=member)
@endpoint(bp, returns=Shortlist)
def restore_shortlist(call: Call, job_id: str, shortlist_id: str) -> Shortlist:
    """Takes a revocation back, for a quarter of an hour."""
    return sharing.restore(call.actor, job_id, shortlist_id, call.now)


@bp.route("/jobs/{job_id}/shortlists/{shortlist_id}/renew", methods=["POST"], authorizer=member)
@endpoint(bp, body=Renewal, returns=Shortlist)
def renew_shortlist(call: Call, job_id: str, shortlist_id: str) -> Shortlist:
    """Gives a shortlist another end and another link; those before are over."""
    return sharing.renew(call.actor, job_id, shortlist_id, call.body, call.now)


@bp.route("/jobs/{job_id}/shortlists/{shortlist_id}/link", methods=["POST"], authorizer=member)
@endpoint(bp, returns=CopiedLink, kept=False)
def copy_shortlist_link(call: Call, job_id: str, shortlist_id: str) -> CopiedLink:
    """A link to hand over oneself, shown this once."""
    return sharing.copy_link(call.actor, job_id, shortlist_id, call.now)
