"""Texts of the workspace's own, beside the product's: templates to begin a mail with, snippets to put into one."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field, StringConstraints, model_validator

from vivier.kernel.actor import Actor, Language, Permission
from vivier.kernel.clock import Instant
from vivier.kernel.errors import Invalid
from vivier.kernel.ids import new_id
from vivier.kernel.model import Model
from vivier.kernel.versions import on_version
from vivier.mail import templates
from vivier.mail.drafts import MOST_ATTACHED, Body, FileToSend, Plain
from vivier.mail.model import Attached, Template, TextId
from vivier.mail.store import TextItem
from vivier.storage.table import find, get, query
from vivier.storage.transaction import Transaction, until_settled
from vivier.team import audit

MOST_TEXTS = 300
LANGUAGES: tuple[Language, ...] = ("fr", "en")

TextName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
Heading = Annotated[str, StringConstraints(strip_whitespace=True, max_length=300)]


class TextVariant(Model):
    """One language of a text; a snippet has no subject."""

    model_config = ConfigDict(extra="forbid")

    subject: Heading = ""
    body: Body
    plain: Plain | None = Field(default=None, description="The plain-text part, where it is not made from the body.")


class WrittenText(Model):
    """A text as somebody writes it, in one language or both."""

    model_config = ConfigDict(extra="forbid")

    name: TextName
    kind: Literal["mail", "snippet"]
    fr: TextVariant | None = None
    en: TextVariant | None = None
    files: list[FileToSend] = Field(default_factory=list, max_length=MOST_ATTACHED, description="They go with a mail.")

    @model_validator(mode="after")
    def _whole(self) -> Self:
        held = [v for v in (self.fr, self.en) if v]
        if not held:
            raise ValueError("write it in French or in English")
        if self.kind == "mail" and not all(v.subject for v in held):
            raise ValueError("a mail has a subject")
        if self.kind == "snippet" and self.files:
            raise ValueError("files go with a mail, not with a snippet")
        return self


class OwnText(WrittenText):
    id: TextId
    attached: list[Attached] = Field(default_factory=list, description="Its files, as they were inspected.")
    archived: bool = False
    changed_at: Instant
    changed_by: str | None = None

    def template(self, language: Language) -> Template:
        """In this language, or in the one that there is."""
        spoken: Language = language if getattr(self, language) else "fr" if self.fr else "en"
        said: TextVariant = getattr(self, spoken)
        words = said.model_dump(include={"subject", "body", "plain"})
        return Template(key=self.id, language=spoken, files=self.attached, **words)


class HeldText(Model):
    """A text with the version that edits of it name."""

    text: OwnText
    version: int


def texts(actor: Actor) -> list[HeldText]:
    """Every text, archived ones too, in the order they were made: one Query."""
    actor.require(Permission.write_mails)
    rows = query(TextItem.partition(actor.workspace), prefix=TextItem.PREFIX, limit=MOST_TEXTS)
    return [_held(r) for r in rows if isinstance(r, TextItem)]


def _held(row: TextItem) -> HeldText:
    return HeldText(text=OwnText.model_validate_json(row.body), version=row.number)


def template(workspace: str, text_id: str, language: Language) -> tuple[Template, int]:
    """For a mail that is sent by itself. Raises Invalid: no text, or a snippet."""
    row = find(TextItem, TextItem.key(workspace, text_id))
    held = _held(row) if row else None
    if held is None or held.text.kind != "mail":
        raise Invalid("The template of this mail is no longer there.", [{"field": "template", "message": text_id}])
    return held.text.template(language), held.version


def _check(wanted: WrittenText) -> None:
    for language in LANGUAGES:
        variant: TextVariant | None = getattr(wanted, language)
        if variant is None:
            continue
        parts = {"subject": variant.subject, "body": variant.body, "plain": variant.plain or ""}
        templates.check_parts({f"{language}.{name}": text for name, text in parts.items()})


# What else a text brings into its transaction: the marks of its files (casework/text_files.py).
Marks = Callable[[Transaction], None]


def add(
    actor: Actor, wanted: WrittenText, now: datetime, *, along: list[Attached] | None = None, marks: Marks | None = None
) -> HeldText:
    """Raises Invalid (cannot be filled in; as many as a workspace may have)."""
    actor.require(Permission.edit_templates)
    _check(wanted)
    if len(texts(actor)) >= MOST_TEXTS:
        raise Invalid(f"There are {MOST_TEXTS} texts already.", [{"field": "name", "message": "is one too many"}])
    by = actor.name or None
    made = OwnText(**_given(wanted), attached=along or [], id=new_id("txt", now), changed_at=now, changed_by=by)
    transaction = Transaction()
    if marks:
        marks(transaction)
    transaction.create(TextItem.of(actor.workspace, made.id, made))
    audit.tell(transaction, actor, "template_changed", now, template=made.id)
    transaction.commit()
    return HeldText(text=made, version=1)


def _given(wanted: WrittenText) -> dict[str, object]:
    return {name: getattr(wanted, name) for name in WrittenText.model_fields}


def held(actor: Actor, text_id: str) -> HeldText:
    """One Get. Raises NotFound."""
    return _held(get(TextItem, TextItem.key(actor.workspace, text_id), consistent=True))


def change(
    actor: Actor,
    text_id: str,
    wanted: WrittenText,
    version: int | None,
    now: datetime,
    *,
    along: list[Attached] | None = None,
    marks: Marks | None = None,
) -> HeldText:
    """Raises NotFound, Invalid, VersionMissing, VersionStale."""
    actor.require(Permission.edit_templates)
    row = get(TextItem, TextItem.key(actor.workspace, text_id), consistent=True)
    _check(wanted)
    there = row.number
    stale = on_version(version, there, "Someone else changed this text meanwhile.", ["body"])
    changed = {"changed_at": now, "changed_by": actor.name or None, "attached": along or []}
    after = _held(row).text.model_copy(update=_given(wanted) | changed)
    transaction = Transaction()
    if marks:
        marks(transaction)
    transaction.save(row.put(after))
    audit.tell(transaction, actor, "template_changed", now, template=text_id)
    transaction.commit_on(stale)
    return HeldText(text=after, version=there + 1)


def reword(
    transaction: Transaction, actor: Actor, text_id: str, words: Mapping[Language, TextVariant], now: datetime
) -> dict[Language, TextVariant]:
    """Other words for some languages of a text, in the transaction of what found them; those that stood there.

    Raises NotFound.
    """
    row = get(TextItem, TextItem.key(actor.workspace, text_id), consistent=True)
    held = _held(row).text
    before: dict[Language, TextVariant] = {spoken: said for spoken in words if (said := getattr(held, spoken))}
    changed = {"changed_at": now, "changed_by": actor.name or None}
    transaction.save(row.put(held.model_copy(update=dict(words) | changed)))
    audit.tell(transaction, actor, "template_changed", now, template=text_id)
    return before


def archive(actor: Actor, text_id: str, now: datetime, *, archived: bool = True) -> HeldText:
    """Takes a text out of what is offered, or brings it back. What is set to send it goes on. Raises NotFound."""
    actor.require(Permission.edit_templates)

    def attempt() -> HeldText:
        row = get(TextItem, TextItem.key(actor.workspace, text_id), consistent=True)
        held = _held(row)
        if held.text.archived == archived:
            return held
        after = held.text.model_copy(update={"archived": archived, "changed_at": now, "changed_by": actor.name or None})
        transaction = Transaction()
        transaction.save(row.put(after))
        audit.tell(transaction, actor, "template_changed", now, template=text_id)
        transaction.commit()
        return HeldText(text=after, version=held.version + 1)

    return until_settled(attempt)
