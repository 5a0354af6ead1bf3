"""Editing a record by hand, where a contact that is new on it may be of somebody who asked to be erased."""

from datetime import datetime
from typing import Any

from pydantic import Field

from vivier.casework.erasure import returning
from vivier.kernel.actor import Actor
from vivier.people import service
from vivier.people.editing import Edit
from vivier.people.model import Candidate
from vivier.storage.transaction import Transaction


class Edited(Edit):
    """Changes to a record, and what is said of whose contacts they add."""

    came_back: bool = Field(
        default=False,
        description="Who has a contact that this adds asked to be erased once, and came back themselves.",
    )


def edit(actor: Actor, candidate_id: str, version: int | None, wanted: Edited, now: datetime) -> tuple[Candidate, int]:
    """Changes a record as `people.service.edit` does; a BatchGet more where a contact is new on it.

    Raises what that raises, and AskedToBeErased with `erased_at` and `contacts`.
    """

    def welcomed(transaction: Transaction, before: Candidate, after: Candidate) -> dict[str, Any]:
        marks = returning.marked(actor.workspace, after.fields, came_back=wanted.came_back, before=before.fields)
        returning.welcome(transaction, actor.workspace, marks)
        return {"came_back": True} if marks else {}

    return service.edit(actor, candidate_id, version, wanted, now, also=welcomed)
