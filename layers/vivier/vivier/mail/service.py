"""Writing a message: which template, which words, for whom. The outbox sends it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal, cast, get_args
from zoneinfo import ZoneInfo

from vivier.kernel.actor import Actor, Language, Permission
from vivier.kernel.errors import Invalid
from vivier.kernel.versions import on_version
from vivier.mail import internal, library, outside, templates, wording
from vivier.mail.deliverability import ways_out
from vivier.mail.model import (
    AnyTemplate,
    AskKey,
    Guard,
    InternalKey,
    InterviewKey,
    Invite,
    MailVariant,
    Message,
    OutsideKey,
    PersonalLink,
    ProductKey,
    Rendered,
    Template,
    TemplateKey,
)
from vivier.mail.store import TemplateItem
from vivier.people import sources
from vivier.people.model import Candidate
from vivier.storage.table import find
from vivier.storage.transaction import Transaction
from vivier.team import audit
from vivier.team.model import Member, Workspace

PARIS = ZoneInfo("Europe/Paris")
PRODUCTS: tuple[str, ...] = (*get_args(TemplateKey), *get_args(AskKey))


def template(workspace: str, key: AnyTemplate | AskKey, language: Language) -> tuple[Template, int]:
    """The workspace's own template and its version; the product's at version 0. Raises Invalid (no such text)."""
    if key not in PRODUCTS:
        return library.template(workspace, key, language)
    known = cast(ProductKey, key)
    held = find(TemplateItem, TemplateItem.key(workspace, known, language))
    return (held.read(), held.number) if held else (templates.own(known, language), 0)


def save_template(actor: Actor, wanted: Template, version: int | None, now: datetime) -> tuple[Template, int]:
    """Raises Invalid (what cannot be filled in), VersionMissing, VersionStale."""
    actor.require(Permission.edit_templates)
    templates.check(wanted)
    held = find(TemplateItem, TemplateItem.key(actor.workspace, wanted.key, wanted.language), consistent=True)
    there = held.number if held else 0
    stale = on_version(version, there, "Someone else changed this template meanwhile.", ["subject", "body"])
    transaction = Transaction()
    transaction.save(held.put(wanted) if held else TemplateItem.of(actor.workspace, wanted))
    audit.tell(transaction, actor, "template_changed", now, template=wanted.key, language=wanted.language)
    transaction.commit_on(stale)
    return wanted, there + 1


def reword(
    transaction: Transaction, actor: Actor, key: TemplateKey, words: Mapping[Language, Template], now: datetime
) -> dict[Language, Template]:
    """Other words for a template of the product's, in the transaction of what found them; those that stood there."""
    before: dict[Language, Template] = {}
    for language, wanted in words.items():
        held = find(TemplateItem, TemplateItem.key(actor.workspace, key, language), consistent=True)
        before[language] = held.read() if held else templates.own(key, language)
        transaction.save(held.put(wanted) if held else TemplateItem.of(actor.workspace, wanted))
        audit.tell(transaction, actor, "template_changed", now, template=key, language=language)
    return before


def merge_fields(candidate: Candidate, workspace: Workspace) -> dict[str, str]:
    """The values of one person's merge fields; one that is not known is absent."""
    name = candidate.fields.name.value if candidate.fields.name else ""
    hello = "Bonjour" if candidate.language == "fr" else "Hello"
    values = {
        "greeting": f"{hello} {name}".strip(),
        "candidate.name": name,
        "organisation.name": workspace.name,
        "organisation.privacy_contact": workspace.privacy_contact,
        "origin.source": sources.said(candidate.origin.source, candidate.language),
    }
    if candidate.application:
        values["application.date"] = wording.dated(candidate.application.at.astimezone(PARIS), candidate.language)
    return {k: v for k, v in values.items() if v}


def render(
    key: AnyTemplate | AskKey,
    candidate: Candidate,
    workspace: Workspace,
    *,
    draft: Template | None = None,
    about: Mapping[str, str] | None = None,
) -> Rendered:
    """What this person would get, from the workspace's template or a draft of it.

    `about`: merge fields of what the mail is about, a job say.
    """
    chosen = draft or template(workspace.id, key, candidate.language)[0]
    return templates.render(chosen, merge_fields(candidate, workspace) | dict(about or {}))


def compose(
    key: AnyTemplate,
    message_key: str,
    candidate: Candidate,
    workspace: Workspace,
    now: datetime,
    due: datetime,
    *,
    about: Mapping[str, str] | None = None,
    guard: Guard | None = None,
    message_class: Literal["owed_answer", "unsolicited"] = "owed_answer",
    words: Template | None = None,
    variant: MailVariant | None = None,
) -> Message:
    """A message ready for the outbox. Raises Invalid when a merge field is missing or there is no address.

    What nobody asked for (`unsolicited`) has the way out below it. `words`: those of an experiment's `variant`, instead
    of the template's own.
    """
    to = candidate.fields.first("emails")
    if not to:
        raise Invalid("There is no e-mail address on the record.", [{"field": "emails", "message": "Add one first."}])
    own = key not in PRODUCTS  # such a text may have files, whichever words go with them
    held = template(workspace.id, key, candidate.language)[0] if own or words is None else None
    rendered = render(key, candidate, workspace, draft=words or held, about=about)
    if rendered.missing:
        problems = [{"field": m, "message": "This merge field has no value."} for m in rendered.missing]
        raise Invalid("The mail has merge fields without a value. Nothing was sent.", problems)
    if message_class == "unsolicited":
        rendered = ways_out.under(rendered, candidate.language, workspace.name)
    return Message(
        key=message_key,
        candidate_id=candidate.id,
        template=key,
        language=candidate.language,
        message_class=message_class,
        to=to,
        subject=rendered.subject,
        text=rendered.text,
        html=rendered.html,
        scope=message_key.partition("-")[2],
        epoch=candidate.epoch,
        unsolicited_epoch=candidate.unsolicited.epoch,
        guard=guard,
        attachments=held.files if held else [],
        variant=variant,
        counts_clicks=variant is not None and variant.metric == "click",
        due_at=due,
        created_at=now,
    )


def for_member(
    key: InternalKey,
    message_key: str,
    member: Member,
    workspace: Workspace,
    now: datetime,
    fields: dict[str, str],
    path: str,
    *,
    sections: list[internal.Section] | None = None,
    due: datetime | None = None,
    guard: Guard | None = None,
    link: PersonalLink | None = None,
    invite: Invite | None = None,
) -> Message:
    """A mail to one of us, ready for the outbox; `fields` are those of its text in `internal`, without the names."""
    known = {"name": member.name, "organisation": workspace.name, **fields}
    rendered = internal.write(key, member.language, known, path, sections)
    return Message(
        key=message_key,
        member_id=member.id,
        template=key,
        message_class="internal",
        language=member.language,
        to=member.email,
        subject=rendered.subject,
        text=rendered.text,
        html=rendered.html,
        scope=f"member-{member.id}",
        guard=guard,
        link=link,
        invite=invite,
        due_at=due or now,
        created_at=now,
    )


def for_outsider(
    key: OutsideKey,
    message_key: str,
    to: str,
    language: Language,
    now: datetime,
    fields: dict[str, str],
    words: str,
    path: str,
    *,
    guard: Guard,
    link: PersonalLink,
) -> Message:
    """A mail to somebody who is no candidate and none of us, ready for the outbox; `fields` are those of its text."""
    rendered = outside.write(key, language, fields, words, path)
    return Message(
        key=message_key,
        template=key,
        message_class="outside",
        language=language,
        to=to,
        subject=rendered.subject,
        text=rendered.text,
        html=rendered.html,
        scope=message_key,
        guard=guard,
        link=link,
        due_at=now,
        created_at=now,
    )


def about_interview(
    key: InterviewKey,
    message_key: str,
    candidate: Candidate,
    language: Language,
    rendered: Rendered,
    now: datetime,
    *,
    guard: Guard,
    link: PersonalLink | None = None,
    invite: Invite | None = None,
) -> Message:
    """A mail about an interview, in the product's words, ready for the outbox; the caller knows that it can leave."""
    return Message(
        key=message_key,
        candidate_id=candidate.id,
        template=key,
        language=language,
        message_class="conversation",
        to=candidate.fields.first("emails") or "",
        subject=rendered.subject,
        text=rendered.text,
        html=rendered.html,
        scope=message_key.partition("-")[2],
        epoch=candidate.epoch,
        guard=guard,
        link=link,
        invite=invite,
        due_at=now,
        created_at=now,
    )
