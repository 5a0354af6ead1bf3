"""Somebody outside looks at people whom a colleague shares, and says a word about each."""

from chalice.app import Blueprint
from pydantic import ConfigDict, Field

from visit import Visit, visit
from vivier.casework import shared_cv, shared_view
from vivier.casework.shared_cv import CvPage
from vivier.casework.shared_view import Answered, SharedPage
from vivier.hiring.shortlists.model import MOST_PEOPLE, PURPOSE, Answer
from vivier.kernel.model import Model

bp = Blueprint(__name__)


class Which(Model):
    model_config = ConfigDict(extra="forbid")

    person: int = Field(ge=1, le=MOST_PEOPLE, description="Their place in the list.")
    page: int = Field(default=1, ge=1, le=1000)


@bp.route("/shortlist", methods=["GET"])
@visit(bp, PURPOSE, returns=SharedPage)
def see_shortlist(call: Visit) -> SharedPage:
    """The people who are shared, as they stand today. Each look is noted."""
    return shared_view.see(call.link, call.now)


@bp.route("/shortlist/cv", methods=["GET"])
@visit(bp, PURPOSE, query=Which, returns=CvPage)
def see_shared_cv(call: Visit) -> CvPage:
    """A page of somebody's CV, with the visitor's name burnt in. Each look is noted."""
    return shared_cv.page(call.link, call.query.person, call.query.page, call.now)


@bp.route("/shortlist/answers", methods=["POST"])
@visit(bp, PURPOSE, body=Answer, returns=Answered)
def answer_shortlist(call: Visit) -> Answered:
    """What the visitor says of one person."""
    return shared_view.answer(call.link, call.body, call.now)
