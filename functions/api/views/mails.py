"""Templates and messages, as the API shows them."""

from pydantic import ConfigDict, Field

from vivier.casework.attaching import AttachForm
from vivier.casework.writing import PreviewedMail, Written
from vivier.kernel.clock import Instant
from vivier.kernel.model import Model
from vivier.mail.drafts import Draft
from vivier.mail.library import HeldText
from vivier.mail.model import Attached, Delivery, Kept, Message, State, Template


class MergeField(Model):
    name: str
    example: str


class TemplateView(Model):
    template: Template
    version: int = Field(description="0: the product's own text.")
    fields: list[MergeField]


class TemplatesView(Model):
    templates: list[TemplateView]


class TemplateText(Model):
    model_config = ConfigDict(extra="forbid")

    subject: str = Field(min_length=1, max_length=300)
    body: str = Field(min_length=1, max_length=20_000)


class PreviewOf(Model):
    model_config = ConfigDict(extra="forbid")

    subject: str | None = Field(default=None, min_length=1, max_length=300)
    body: str | None = Field(default=None, min_length=1, max_length=20_000)
    candidate_id: str | None = None


class MailView(Model):
    """A message as it was or will be sent."""

    key: str
    version: int = Field(description="What a change of it names; 0 where it is only listed.")
    subject: str
    text: str
    html: str
    to: str
    to_name: str | None = Field(description="The colleague whom it was passed on to.")
    state: State
    delivery: Delivery = Field(description="How far it came, in one word.")
    due_at: Instant
    settled_at: Instant | None
    reason: str | None
    kept: list[Kept] = Field(description="What made an unsolicited mail wait, oldest first.")
    cc: list[str]
    attachments: list[Attached]
    quoted: int = Field(description="How many characters at the end of `text` quote what it answers.")
    author: str | None = Field(description="The colleague whose name it bears.")
    draft: Draft | None = Field(description="What that colleague wrote: it can be changed while it waits.")

    @classmethod
    def of(cls, message: Message, version: int = 0) -> "MailView":
        own = {"version": version, "delivery": message.delivery}
        return cls.model_validate(message.model_dump(include=set(cls.model_fields)) | own)


class WrittenView(Model):
    """What became of each person's mail."""

    written: list[Written]


class PreviewsView(Model):
    previews: list[PreviewedMail]


class FormsView(Model):
    files: list[AttachForm]


class TextsView(Model):
    texts: list[HeldText]


class TestSent(Model):
    message_key: str
