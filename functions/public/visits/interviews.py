"""Somebody chooses the time of their interview, moves it or cancels it."""

from chalice.app import Blueprint

from visit import Reply, Visit, visit
from vivier.hiring.interviews import visits
from vivier.hiring.interviews.visits import CalendarFile, Excuse, Invited, TimeChoice

bp = Blueprint(__name__)


def _reply(seen: Invited) -> Reply:
    return Reply(seen, seen.sequence)


@bp.route("/interview", methods=["GET"])
@visit(bp, visits.PURPOSE, returns=Invited)
def see_interview(call: Visit) -> Reply:
    """The interview, and the times that are free."""
    return _reply(visits.see(call.link, call.now))


@bp.route("/interview", methods=["POST"])
@visit(bp, visits.PURPOSE, body=TimeChoice, returns=Invited)
def choose_time(call: Visit) -> Reply:
    """Chooses a time, or another one, on the version in If-Match."""
    return _reply(visits.choose(call.link, call.version, call.body, call.now))


@bp.route("/interview/cancel", methods=["POST"])
@visit(bp, visits.PURPOSE, body=Excuse, returns=Invited)
def call_off_interview(call: Visit) -> Reply:
    """Cancels the interview, on the version in If-Match."""
    return _reply(visits.cancel(call.link, call.version, call.body, call.now))


@bp.route("/interview/calendar", methods=["GET"])
@visit(bp, visits.PURPOSE, returns=CalendarFile)
def take_calendar_file(call: Visit) -> CalendarFile:
    """The booked interview as a file for calendars."""
    return visits.file(call.link, call.now)
