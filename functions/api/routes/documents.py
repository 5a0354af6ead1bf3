"""A person's documents, page by page."""

from chalice.app import Blueprint

from auth import member
from endpoint import Call, endpoint
from views.documents import DocumentView, DroppedView, PageLine, PageView
from vivier.casework import documents
from vivier.team import audit

bp = Blueprint(__name__)


@bp.route("/candidates/{candidate_id}/documents/{document_id}", methods=["GET"], authorizer=member)
@endpoint(bp, returns=DocumentView)
def open_document(call: Call, candidate_id: str, document_id: str) -> DocumentView:
    """A document's pages, as pictures and as text, with links of a minute."""
    opened = documents.open_document(call.actor, candidate_id, document_id)
    audit.seen(call.actor, "document_seen", call.now, candidate_id=candidate_id, document_id=document_id)
    return DocumentView(
        document=opened.document,
        download_url=opened.download_url,
        pages=[
            PageView(
                number=p.number,
                width=p.width,
                height=p.height,
                image_url=opened.images.get(p.number),
                lines=[drawn for line in p.lines for drawn in PageLine.of(line)],
            )
            for p in opened.reading.pages
        ],
        dropped=[DroppedView.model_validate(d.model_dump()) for d in opened.reading.dropped],
    )
