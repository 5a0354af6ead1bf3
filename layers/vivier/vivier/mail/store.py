"""Rows of messages and templates. What is open stands in the work index by its due time and leaves it when settled."""

from datetime import datetime, timedelta
from typing import ClassVar

from pydantic import BaseModel
from pynamodb.attributes import NumberAttribute, UnicodeAttribute

from vivier.kernel.actor import Language
from vivier.kernel.clock import iso
from vivier.kernel.ids import sort_key
from vivier.mail.model import AnyTemplate, AskKey, Message, State, Template
from vivier.storage.table import Item, Key, Versioned, waiting

OPEN = {State.pending, State.claimed}
NAMED_FOR = timedelta(days=730)  # that an answer may come by SES's id alone


class MessageItem(Versioned, discriminator="message"):
    state = UnicodeAttribute()

    @classmethod
    def key(cls, workspace: str, key: str) -> Key:
        return f"W#{workspace}#MESSAGE#{key}", "message"

    @classmethod
    def of(cls, workspace: str, m: Message) -> "MessageItem":
        item = cls.holding(m, *cls.key(workspace, m.key))
        return item.now(workspace, m)

    def now(self, workspace: str, m: Message) -> "MessageItem":
        """The same row (its version kept) holding the message as it is now."""
        self.put(m)
        self.state = m.state
        queue = _outbox(m) if m.state in OPEN else "MAILS" if m.waits else None
        self.gsi1pk = f"W#{workspace}#{queue}" if queue else None
        self.gsi1sk = f"{iso(m.due_at)}#{m.key}" if queue else None
        return self

    def read(self) -> Message:
        return Message.model_validate_json(self.body)


def _outbox(m: Message) -> str:
    """What nobody asked for stands in a queue of its own: it never holds up an answer that is owed."""
    return "UNASKED" if m.message_class == "unsolicited" else "OUTBOX"


class SentItem(Item, discriminator="sent_mail"):
    """Which mail of ours SES's id names: all that some mail programs keep of what they answer."""

    workspace = UnicodeAttribute()
    message = UnicodeAttribute()

    @classmethod
    def key(cls, ses_id: str) -> Key:
        return f"SES#{ses_id}", "sent"

    @classmethod
    def of(cls, workspace: str, message_key: str, ses_id: str, at: datetime) -> "SentItem":
        gone = int((at + NAMED_FOR).timestamp())
        return cls(*cls.key(ses_id), workspace=workspace, message=message_key, ttl=gone)


class GuardedItem(Item, discriminator="guarded"):
    """A row of another room, known by the epoch that a message was made under; only ever checked."""

    epoch = NumberAttribute()


class TemplateItem(Versioned, discriminator="template"):
    @classmethod
    def key(cls, workspace: str, key: AnyTemplate | AskKey, language: Language) -> Key:
        return f"W#{workspace}#SETTINGS", f"template#{key}#{language}"

    @classmethod
    def of(cls, workspace: str, t: Template) -> "TemplateItem":
        return cls.holding(t, *cls.key(workspace, t.key, t.language))

    def read(self) -> Template:
        return Template.model_validate_json(self.body)


class TextItem(Versioned, discriminator="text"):
    """A text of the workspace's own (mail/library.py)."""

    PREFIX: ClassVar[str] = "text#"

    @classmethod
    def partition(cls, workspace: str) -> str:
        return f"W#{workspace}#SETTINGS"

    @classmethod
    def key(cls, workspace: str, text_id: str) -> Key:
        return cls.partition(workspace), f"{cls.PREFIX}{sort_key(text_id)}"

    @classmethod
    def of(cls, workspace: str, text_id: str, text: BaseModel) -> "TextItem":
        return cls.holding(text, *cls.key(workspace, text_id))


def due(
    workspace: str, until: str, *, after: str | None = None, limit: int = 100, unasked: bool = False
) -> list[MessageItem]:
    """Open messages due at or before an instant (ISO), oldest first: one Query. `unasked`: the unsolicited ones."""
    queue = f"W#{workspace}#{'UNASKED' if unasked else 'OUTBOX'}"
    return waiting(MessageItem, queue, after=after, until=until, limit=limit)


def lost(workspace: str, *, after: str | None = None, limit: int = 50) -> list[MessageItem]:
    """Messages that may not have arrived and that nobody has looked at yet, oldest first: one Query."""
    return waiting(MessageItem, f"W#{workspace}#MAILS", after=after, limit=limit)
