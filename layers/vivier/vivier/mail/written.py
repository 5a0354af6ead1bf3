"""A mail that a colleague wrote, filled in for one person: the preview and what leaves are this one thing. Pure."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from vivier.kernel.actor import Language
from vivier.mail import templates
from vivier.mail.drafts import Draft
from vivier.mail.model import Attached, MailVariant, Message, Rendered, Template
from vivier.mail.quotation import Original, Quotation, passed_on, quoted
from vivier.mail.service import merge_fields
from vivier.mail.threads.model import Entry, Thread
from vivier.people.model import Candidate
from vivier.team.model import Member, Workspace


def addresses(person: Candidate) -> list[str]:
    """Where the person may be written to: what was read and is doubtful may be a stranger's."""
    return [v.value for v in person.fields.emails if not v.doubtful]


class Answered(NamedTuple):
    """The conversation that a mail goes on, and the mail of theirs that it answers."""

    thread: Thread
    mail: Entry | None

    def quoted(self, person: Candidate, author: Member, language: Language) -> Quotation | None:
        if self.mail is None or not self.mail.reply.strip():
            return None
        who = person.display_name or self.mail.sender or "?"
        return quoted(self.mail.reply, who, self.mail.at, language, author.timezone)


class Passed(NamedTuple):
    """The mail that is passed on, from which conversation, and to whom; `to` None: nobody is named, or no address."""

    thread: Thread
    original: Original
    to: str | None
    to_name: str | None
    mail: None = None

    def quoted(self, person: Candidate, author: Member, language: Language) -> Quotation:
        return passed_on(self.original, language, author.timezone)


def fill(
    draft: Draft,
    person: Candidate,
    workspace: Workspace,
    author: Member,
    about: Mapping[str, str],
    quotes: Answered | Passed | None = None,
) -> Rendered:
    """What this person would get. `about`: merge fields of the job that it is about. Raises Invalid (unreadable)."""
    spoken = person.model_copy(update={"language": draft.language or person.language})
    values = merge_fields(spoken, workspace) | {"recruiter.name": author.name} | dict(about)
    words = draft.model_dump(include={"subject", "body", "plain"})
    text = Template(key="next_step", language=spoken.language, **words)
    under = author.signature if draft.signature else ""
    below = quotes.quoted(person, author, spoken.language) if quotes and draft.quote else None
    return templates.render(text, values, under=under, quoted=below)


def to_candidate(
    key: str,
    draft: Draft,
    rendered: Rendered,
    person: Candidate,
    author: Member,
    copies: Iterable[Member],
    now: datetime,
    due: datetime,
    answered: Answered | Passed | None = None,
    variant: MailVariant | None = None,
    along: list[Attached] | None = None,
) -> Message:
    """Ready for the outbox; whoever calls knows that it may leave."""
    theirs = answered.mail if answered else None
    named = theirs.message_id if theirs else None
    language = draft.language or person.language
    below = answered.quoted(person, author, language) if answered and draft.quote else None
    passed = answered if isinstance(answered, Passed) else None
    return Message(
        key=key,
        candidate_id=person.id,
        template="forwarded" if passed else "written",
        message_class="passed_on" if passed else "conversation",
        language=language,
        thread_id=answered.thread.id if answered else None,
        conversation=answered.thread.scope if answered else draft.job_id,
        in_reply_to=named,
        references=[*theirs.references, named] if theirs and named else [],
        quoted=len(below.text) if below else 0,
        attachments=along or [],
        to=(passed.to or "") if passed else draft.to or addresses(person)[0],
        to_name=passed.to_name if passed else None,
        answers_to=author.email if passed else None,
        cc=[m.email for m in copies],
        subject=rendered.subject,
        text=rendered.text,
        html=rendered.html,
        scope=f"person-{person.id}",
        epoch=person.epoch,
        draft=draft,
        author_id=author.id,
        author=author.name,
        variant=variant,
        counts_clicks=variant is not None and variant.metric == "click",
        due_at=due,
        created_at=now,
    )


def to_oneself(
    key: str, rendered: Rendered, draft: Draft, author: Member, now: datetime, along: list[Attached] | None = None
) -> Message:
    """The same words in one's own mailbox, to see how they look."""
    return Message(
        key=key,
        member_id=author.id,
        template="test",
        message_class="internal",
        language=draft.language or author.language,
        to=author.email,
        subject=templates.one_line(f"[test] {rendered.subject}"),
        text=rendered.text,
        html=rendered.html,
        scope=f"member-{author.id}",
        attachments=along or [],
        author=author.name,
        due_at=now,
        created_at=now,
    )
