"""A cloud with two workspaces, and a workspace with one of everything that a route can name."""

from collections.abc import Iterator
from contextlib import contextmanager

import boto3
import pytest

from tests.api import OTHER, members, subject
from tests.conftest import ENVIRONMENT, in_memory, set_environment
from tests.factories import NOW, WORKSPACE, actor, arrive, intake, profile
from vivier.casework import arrivals
from vivier.kernel.actor import Actor
from vivier.people import notes, service
from vivier.storage.transaction import Transaction
from vivier.team import service as team
from vivier.team.notifications import Notification, notify

MACHINE = "arn:aws:states:eu-west-3:123456789012:stateMachine:cv_intake"


@contextmanager
def two_workspaces() -> Iterator[None]:
    """A member of each role in each, and a state machine to start."""
    settings = ENVIRONMENT | {"INTAKE_MACHINE": MACHINE}
    with pytest.MonkeyPatch.context() as patch, set_environment(patch, settings), in_memory():
        boto3.client("stepfunctions").create_state_machine(
            name="cv_intake",
            definition='{"StartAt": "a", "States": {"a": {"Type": "Succeed"}}}',
            roleArn="arn:aws:iam::123456789012:role/states",
        )
        members(WORKSPACE, OTHER)
        yield


def told(member: Actor) -> str:
    """The id of something that a member is told."""
    what = Notification.of("mention", member, NOW)
    transaction = Transaction()
    notify(transaction, member.workspace, member.id, what)
    transaction.commit()
    return what.id


class World:
    """A workspace with one of everything that a route can name."""

    def __init__(self, workspace: str, role: str = "recruiter") -> None:
        author = team.member(subject(role, workspace))
        me = actor(workspace=workspace).model_copy(update={"id": author.id})
        steps = [arrive(profile("Maëlys Kervadec", f"{n}@courrier.example"), workspace=workspace) for n in ("a", "b")]
        self.candidate, self.other = (f"can_{s.intake_id.partition('_')[2]}" for s in steps)
        arrive(profile("Maëlys Le Goff", "a@courrier.example"), workspace=workspace)
        found = arrive(profile("Dorian Vasseur", "d@courrier.example"), "found", workspace=workspace)
        self.found = f"can_{found.intake_id.partition('_')[2]}"
        failed = intake(workspace=workspace)
        arrivals.fail(workspace, failed.id, "protected", None, NOW)
        waiting = intake(workspace=workspace)
        opened = service.open_candidate(me, self.candidate)
        self.ids = {
            "candidate_id": self.candidate,
            "document_id": opened.documents[0].id,
            "proposal_id": opened.proposals[0].id,
            "event_id": notes.write(me, self.candidate, notes.NewNote(text="Parle breton."), NOW).id,
            "intake_id": failed.id,
            "key": steps[0].message_key or "",
            "language": "fr",
            "notification_id": told(me),
        }
        self.waiting = waiting.id

    def path(self, resource: str) -> str:
        ids = self.ids | ({"key": "notice"} if resource.startswith("/templates") else {})
        return resource.format(**ids)
