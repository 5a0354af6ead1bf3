"""Somebody who was asked for what their record lacks answers, and sends their CV."""

from chalice.app import Blueprint

from visit import Nothing, Visit, visit
from vivier.casework import answering
from vivier.casework.answering import Answers, AskedForm, FormUpload
from vivier.intake.model import Described
from vivier.people.asks.model import PURPOSE

bp = Blueprint(__name__)


@bp.route("/missing", methods=["GET"])
@visit(bp, PURPOSE, returns=AskedForm)
def see_form(call: Visit) -> AskedForm:
    """What is asked for, by whom and why. Nothing of the record is shown."""
    return answering.see(call.link)


@bp.route("/missing/opened", methods=["POST"])
@visit(bp, PURPOSE)
def open_form(call: Visit) -> Nothing:
    """Notes that the form stands before the person."""
    answering.opened(call.link, call.now)
    return Nothing()


@bp.route("/missing", methods=["POST"])
@visit(bp, PURPOSE, body=Answers, returns=AskedForm)
def answer_form(call: Visit) -> AskedForm:
    """Takes the answer; sent twice, it counts once."""
    return answering.answer(call.link, call.body, call.now)


@bp.route("/missing/files", methods=["POST"])
@visit(bp, PURPOSE, body=Described, returns=FormUpload, status=201)
def send_file(call: Visit) -> FormUpload:
    """A signed form for one file, which becomes a document of the person."""
    return answering.file(call.link, call.body, call.now)
