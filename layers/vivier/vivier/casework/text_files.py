"""Templates with files: each went through the quarantine, lies where files of mails lie, and stays with its template.

A mail that somebody begins with a template names its files like any other; one that was taken out of the template since
is said to be (`withdrawn`), and does not leave with what was not sent yet.
"""

from datetime import datetime

from vivier.casework import attaching
from vivier.kernel.actor import Actor, Permission
from vivier.mail import library
from vivier.mail.attachments import FileState, OutFile, OutFileItem
from vivier.mail.library import HeldText, WrittenText
from vivier.mail.model import Attached
from vivier.storage.table import get_many
from vivier.storage.transaction import Transaction


def add(actor: Actor, wanted: WrittenText, now: datetime) -> HeldText:
    """One BatchGet more where it has files. Raises Invalid, for files that may not leave too."""
    actor.require(Permission.edit_templates)
    along, marked = _along(actor, wanted.files, [])
    return library.add(actor, wanted, now, along=along, marks=lambda t: _mark(t, actor.workspace, marked))


def change(actor: Actor, text_id: str, wanted: WrittenText, version: int | None, now: datetime) -> HeldText:
    """A Get, a BatchGet, and a Query where a file is taken out. Raises as `library.change`, and Invalid as `add`."""
    actor.require(Permission.edit_templates)
    before = library.held(actor, text_id).text.attached
    along, marked = _along(actor, wanted.files, before)
    gone = {one.id for one in before} - set(wanted.files)
    marked += _withdrawn(actor, text_id, gone) if gone else []
    return library.change(
        actor, text_id, wanted, version, now, along=along, marks=lambda t: _mark(t, actor.workspace, marked)
    )


def _along(actor: Actor, ids: list[str], before: list[Attached]) -> tuple[list[Attached], list[OutFile]]:
    """The files of a text, in order, and those that stay from now on. What it had already is not asked for again."""
    held = {one.id: one for one in before}
    rows = get_many(OutFileItem, [OutFileItem.key(actor.workspace, i) for i in ids if i not in held], consistent=True)
    found = {file.id: file for file in (row.read() for row in rows)}
    back = {i: file for i, file in found.items() if file.kept and file.sha256}  # taken out, and put in again
    fresh = {one.id: one for one in attaching.wanted(actor, [i for i in ids if i not in held and i not in back])}
    known = held | {i: file.attached() for i, file in back.items()} | fresh
    along = [known[i] for i in dict.fromkeys(ids)]
    attaching.fit_together(one.size for one in along)
    attaching.keep(actor.workspace, list(fresh.values()))
    stays = [
        found[one.id].model_copy(update={**one.model_dump(), "kept": True, "state": FileState.ready})
        for one in along
        if one.id not in held
    ]
    return along, stays


def _withdrawn(actor: Actor, text_id: str, gone: set[str]) -> list[OutFile]:
    """Files that no text has any more."""
    others = (held.text for held in library.texts(actor) if held.text.id != text_id)
    gone -= {one for text in others for one in text.files}
    rows = get_many(OutFileItem, [OutFileItem.key(actor.workspace, i) for i in sorted(gone)], consistent=True)
    return [row.read().model_copy(update={"state": FileState.withdrawn}) for row in rows]


def _mark(transaction: Transaction, workspace: str, files: list[OutFile]) -> None:
    for file in files:
        transaction.save(OutFileItem.of(workspace, file))
