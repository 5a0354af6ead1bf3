"""Looking at what is written to people: previews, and messages as they were sent."""

from datetime import datetime

from vivier.kernel.actor import Actor, Language, Permission
from vivier.kernel.errors import NotFound
from vivier.kernel.ids import new_id
from vivier.mail import service, templates
from vivier.mail.model import Message, ProductKey, Rendered, Template
from vivier.mail.store import MessageItem
from vivier.people import promises, store
from vivier.people.fields import Fields, Value
from vivier.people.model import Candidate, Origin
from vivier.storage.table import get
from vivier.team import service as team

MOST_KEY = 200  # a table's key has an end; no message's comes near


def preview(
    actor: Actor,
    key: ProductKey,
    language: Language,
    now: datetime,
    subject: str | None = None,
    body: str | None = None,
    candidate_id: str | None = None,
) -> Rendered:
    """What a person (an invented one when none is named) would get from a template or a draft of it. Raises Invalid."""
    actor.require(Permission.see_people)
    held, _ = service.template(actor.workspace, key, language)
    draft = Template(key=key, language=language, subject=subject or held.subject, body=body or held.body)
    person = store.load(actor.workspace, candidate_id).read() if candidate_id else invented(language, now)
    spoken = person.model_copy(update={"language": language})
    examples = {name: templates.MERGE_FIELDS[name] for name in ("job.title", "recruiter.name")}
    examples |= {name: value for name, value in templates.open_to(key).items() if name in templates.OF_A_FORM}
    return service.render(key, spoken, team.workspace(actor.workspace), draft=draft, about=examples)


def invented(language: Language, now: datetime) -> Candidate:
    """Somebody who does not exist, to show a template with."""
    person = Candidate(
        id=new_id("can", now),
        created_at=now,
        updated_at=now,
        relation="applied",
        origin=Origin(source="LinkedIn"),
        language=language,
        fields=Fields(name=Value(value="Maëlys Kervadec"), emails=[Value(value="maelys.kervadec@courrier.example")]),
    )
    return promises.applied(person, now)


def message(actor: Actor, candidate_id: str, key: str) -> Message:
    """A message of this person, or of a record merged into theirs. Raises NotFound."""
    return row(actor, candidate_id, key).read()


def row(actor: Actor, candidate_id: str, key: str) -> MessageItem:
    """The same with the version that it has."""
    actor.require(Permission.see_people)
    if len(key) > MOST_KEY:
        raise NotFound("There is no such message.")
    found = get(MessageItem, MessageItem.key(actor.workspace, key), consistent=True)
    if found.read().candidate_id not in store.load(actor.workspace, candidate_id).read().everyone():
        raise NotFound("There is no such message.")
    return found
