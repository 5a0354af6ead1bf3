"""What colleagues write to people, looked at, sent, sent to themselves first; and the texts that they begin with."""

from chalice.app import Blueprint

from auth import member
from endpoint import Call, Reply, endpoint
from views.mails import FormsView, PreviewsView, TestSent, TextsView, WrittenView
from vivier.casework import attaching, text_files, writing
from vivier.casework.attaching import Attaching
from vivier.casework.writing import Seen, Trying, Writing
from vivier.mail import library
from vivier.mail.attachments import OutFile
from vivier.mail.library import HeldText, WrittenText

bp = Blueprint(__name__)


@bp.route("/mails", methods=["POST"], authorizer=member)
@endpoint(bp, body=Writing, returns=WrittenView, status=202)
def write_mails(call: Call) -> WrittenView:
    """Writes to one person or several; each mail leaves in ten seconds or when it was asked to, and can be stopped."""
    return WrittenView(written=writing.write(call.actor, call.body, call.now))


@bp.route("/mails/preview", methods=["POST"], authorizer=member)
@endpoint(bp, body=Seen, returns=PreviewsView, kept=False)
def preview_mails(call: Call) -> PreviewsView:
    """What each person would get, byte for byte, and what keeps it from leaving."""
    return PreviewsView(previews=writing.preview(call.actor, call.body, call.now))


@bp.route("/mails/test", methods=["POST"], authorizer=member)
@endpoint(bp, body=Trying, returns=TestSent, status=202)
def test_mail(call: Call) -> TestSent:
    """Sends the mail of the first person to oneself, marked as a test."""
    return TestSent(message_key=writing.send_test(call.actor, call.body, call.now, call.key))


@bp.route("/mails/files", methods=["POST"], authorizer=member)
@endpoint(bp, body=Attaching, returns=FormsView)
def announce_attachments(call: Call) -> FormsView:
    """Announces files that go out with a mail, and gives a signed form for each."""
    return FormsView(files=attaching.announce(call.actor, call.body, call.now))


@bp.route("/mails/files/{file_id}", methods=["GET"], authorizer=member)
@endpoint(bp, returns=OutFile)
def look_at_attachment(call: Call, file_id: str) -> OutFile:
    """How far a file is that is to go out: awaited, ready, or refused with the reason."""
    return attaching.look(call.actor, file_id)


@bp.route("/texts", methods=["GET"], authorizer=member)
@endpoint(bp, returns=TextsView)
def list_texts(call: Call) -> TextsView:
    """The workspace's own templates and snippets, archived ones too."""
    return TextsView(texts=library.texts(call.actor))


@bp.route("/texts", methods=["POST"], authorizer=member)
@endpoint(bp, body=WrittenText, returns=HeldText, status=201, versioned=True)
def add_text(call: Call) -> Reply:
    """Adds a template or a snippet."""
    return _reply(text_files.add(call.actor, call.body, call.now))


@bp.route("/texts/{text_id}", methods=["PUT"], authorizer=member)
@endpoint(bp, body=WrittenText, returns=HeldText, versioned=True)
def change_text(call: Call, text_id: str) -> Reply:
    """Saves a template or a snippet on the version in If-Match."""
    return _reply(text_files.change(call.actor, text_id, call.body, call.version, call.now))


@bp.route("/texts/{text_id}/archive", methods=["POST"], authorizer=member)
@endpoint(bp, returns=HeldText, versioned=True)
def archive_text(call: Call, text_id: str) -> Reply:
    """Takes a text out of what is offered."""
    return _reply(library.archive(call.actor, text_id, call.now))


@bp.route("/texts/{text_id}/restore", methods=["POST"], authorizer=member)
@endpoint(bp, returns=HeldText, versioned=True)
def restore_text(call: Call, text_id: str) -> Reply:
    """Brings an archived text back."""
    return _reply(library.archive(call.actor, text_id, call.now, archived=False))


def _reply(held: HeldText) -> Reply:
    return Reply(held, held.version)
