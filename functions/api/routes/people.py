"""Lists of people."""

from chalice.app import Blueprint
from pydantic import Field

from auth import member
from endpoint import Call, endpoint
from views.people import PeopleView
from vivier.kernel.actor import Permission
from vivier.people import search
from vivier.people.search import PeopleQuery

bp = Blueprint(__name__)


class Listing(PeopleQuery):
    cursor: str | None = Field(default=None, max_length=2000)
    limit: int = Field(default=50, ge=1, le=100)


@bp.route("/candidates", methods=["GET"], authorizer=member)
@endpoint(bp, query=Listing, returns=PeopleView)
def list_people(call: Call) -> PeopleView:
    """People, newest first, by filters; or by a name's beginning, an e-mail, a phone. A short page may go on."""
    call.actor.require(Permission.see_people)
    wanted = PeopleQuery(**call.query.model_dump(exclude={"cursor", "limit"}))
    page = search.search(call.actor.workspace, wanted, cursor=call.query.cursor, limit=call.query.limit)
    return PeopleView(candidates=page.cards, cursor=page.cursor, total=page.total)
