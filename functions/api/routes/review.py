"""What needs a human."""

from chalice.app import Blueprint
from pydantic import Field

from auth import member
from endpoint import Call, endpoint
from views.mails import MailView
from views.review import ReviewItemView, ReviewView
from views.shared import Page
from views.threads import ReceivedView
from views.uploads import IntakeView
from vivier.casework import review
from vivier.casework.review import Kind, ReviewItem

bp = Blueprint(__name__)


class OfKind(Page):
    kind: Kind = Field(description="Which list.")


@bp.route("/review", methods=["GET"], authorizer=member)
@endpoint(bp, query=OfKind, returns=ReviewView)
def list_review(call: Call) -> ReviewView:
    """What needs a human, of one kind: files, readings, duplicates, newer documents, mails, ours and theirs."""
    page = review.listed(call.actor, call.query.kind, call.query.cursor)
    return ReviewView(items=[_view(i) for i in page.items], cursor=page.cursor)


def _view(item: ReviewItem) -> ReviewItemView:
    return ReviewItemView(
        kind=item.kind,
        at=item.at,
        intake=IntakeView.of(item.intake) if item.intake else None,
        candidate=item.candidate,
        other=item.other,
        evidence=[e.model_dump() for e in item.evidence],
        fields=item.fields,
        proposals=item.proposals,
        message=MailView.of(item.message) if item.message else None,
        received=ReceivedView.of(item.received) if item.received else None,
    )
