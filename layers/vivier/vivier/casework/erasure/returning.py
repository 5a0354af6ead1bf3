"""Somebody who asked to be erased is not sourced again, unless they came back themselves: they applied, or wrote to us.

Whoever adds them says so; from then on nothing keeps their addresses apart any more.
"""

from datetime import datetime

from vivier.kernel.clock import iso
from vivier.kernel.errors import AskedToBeErased
from vivier.people.model import Fields
from vivier.privacy import store
from vivier.privacy.store import MarkItem
from vivier.storage.transaction import Transaction

Marks = dict[str, datetime]  # when whoever has this contact was erased, by the contact's hash


def marked(workspace: str, fields: Fields, *, came_back: bool) -> Marks:
    """What is kept of these addresses and numbers: one BatchGet, none without any. Raises AskedToBeErased, with when,
    unless a human says that they came back themselves.
    """
    rows = store.marks(workspace, store.contacts_of(workspace, fields))
    marks = {row.pk.rpartition("#")[2]: row.read().erased_at for row in rows}
    if marks and not came_back:
        raise AskedToBeErased(
            "This person asked to be erased. Add them again only if they came back themselves.",
            erased_at=iso(max(marks.values())),
        )
    return marks


def welcome(transaction: Transaction, workspace: str, marks: Marks) -> None:
    """In the transaction that makes the record: they are here again by their own will."""
    transaction.delete(*(MarkItem(*MarkItem.key(workspace, one)) for one in sorted(marks)))
