"""What is written to people: templates, previews, messages as they were sent."""

import re
from typing import get_args

from chalice.app import Blueprint

from auth import member
from endpoint import Call, Nothing, Reply, endpoint
from views.mails import MailView, MergeField, PreviewOf, TemplatesView, TemplateText, TemplateView
from views.uploads import Link
from vivier.casework import attaching, letters, waiting
from vivier.casework.waiting import Rewriting, TakenBack
from vivier.kernel.actor import Language
from vivier.kernel.errors import NotFound
from vivier.mail import outbox, service, templates
from vivier.mail.model import AskKey, ProductKey, Rendered, Template, TemplateKey

bp = Blueprint(__name__)
KEYS: tuple[ProductKey, ...] = (*get_args(TemplateKey), *get_args(AskKey))
LANGUAGES: tuple[Language, ...] = get_args(Language)


def _known(key: str, language: str) -> tuple[ProductKey, Language]:
    if key not in KEYS or language not in LANGUAGES:
        raise NotFound("There is no such template.")
    return key, language


def _view(template: Template, version: int) -> TemplateView:
    fields = [MergeField(name=n, example=e) for n, e in templates.open_to(template.key).items()]
    return TemplateView(template=template, version=version, fields=fields)


@bp.route("/templates", methods=["GET"], authorizer=member)
@endpoint(bp, returns=TemplatesView)
def list_templates(call: Call) -> TemplatesView:
    """Every template in every language."""
    every = [service.template(call.actor.workspace, k, language) for k in KEYS for language in LANGUAGES]
    return TemplatesView(templates=[_view(t, v) for t, v in every])


@bp.route("/templates/{key}/{language}", methods=["PUT"], authorizer=member)
@endpoint(bp, body=TemplateText, returns=TemplateView, versioned=True)
def save_template(call: Call, key: str, language: str) -> Reply:
    """Saves a template on the version in If-Match (0 for the product's own text)."""
    known, spoken = _known(key, language)
    wanted = Template(key=known, language=spoken, subject=call.body.subject, body=call.body.body)
    saved, version = service.save_template(call.actor, wanted, call.version, call.now)
    return Reply(_view(saved, version), version)


@bp.route("/templates/{key}/{language}/preview", methods=["POST"], authorizer=member)
@endpoint(bp, body=PreviewOf, returns=Rendered)
def preview_template(call: Call, key: str, language: str) -> Rendered:
    """What a person would get, byte for byte, or an invented one when none is named."""
    known, spoken = _known(key, language)
    draft = call.body
    return letters.preview(call.actor, known, spoken, call.now, draft.subject, draft.body, draft.candidate_id)


@bp.route("/candidates/{candidate_id}/mails/{key}", methods=["GET"], authorizer=member)
@endpoint(bp, returns=MailView, versioned=True)
def open_mail(call: Call, candidate_id: str, key: str) -> Reply:
    """A message as it was sent or waits to be."""
    row = letters.row(call.actor, candidate_id, key)
    return Reply(MailView.of(row.read(), row.number), row.number)


@bp.route("/candidates/{candidate_id}/mails/{key}", methods=["PUT"], authorizer=member)
@endpoint(bp, body=Rewriting, returns=MailView, versioned=True)
def rewrite_mail(call: Call, candidate_id: str, key: str) -> Reply:
    """Other words or another time for a mail that waits, on the version in If-Match."""
    message, version = waiting.rewrite(call.actor, candidate_id, key, call.version, call.body, call.now)
    return Reply(MailView.of(message, version), version)


@bp.route("/candidates/{candidate_id}/mails/{key}/files/{number}", methods=["GET"], authorizer=member)
@endpoint(bp, returns=Link)
def link_attachment(call: Call, candidate_id: str, key: str, number: str) -> Link:
    """An address, for a minute, of a file that goes with a mail."""
    if not re.fullmatch(r"[0-9]{1,3}", number):
        raise NotFound("There is no such file.")
    url, name = attaching.link(call.actor, candidate_id, key, int(number), call.now)
    return Link(url=url, name=name)


@bp.route("/candidates/{candidate_id}/mails/{key}/stop", methods=["POST"], authorizer=member)
@endpoint(bp, returns=TakenBack)
def stop_mail(call: Call, candidate_id: str, key: str) -> TakenBack:
    """Takes a mail back while it waits, and gives its draft."""
    return waiting.stop(call.actor, candidate_id, key, call.now)


@bp.route("/candidates/{candidate_id}/mails/{key}/send", methods=["POST"], authorizer=member)
@endpoint(bp)
def send_mail_now(call: Call, candidate_id: str, key: str) -> Nothing:
    """Lets a mail leave that waits."""
    waiting.send_now(call.actor, candidate_id, key, call.now)
    return Nothing()


@bp.route("/candidates/{candidate_id}/mails/{key}/seen", methods=["POST"], authorizer=member)
@endpoint(bp)
def mark_mail_seen(call: Call, candidate_id: str, key: str) -> Nothing:
    """Someone has looked at a message whose fate is unknown or bad: it leaves the review list."""
    letters.message(call.actor, candidate_id, key)
    outbox.look(call.actor, key)
    return Nothing()
