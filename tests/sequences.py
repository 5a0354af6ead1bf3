"""Sequences for tests."""

from typing import Any

from tests.factories import NOW, actor
from vivier.kernel.actor import Actor
from vivier.kernel.ids import new_id
from vivier.sequences import service
from vivier.sequences.model import MailStep, Sequence, SequenceText, Step, TaskStep, WaitStep
from vivier.sequences.service import Publishing

ALWAYS: dict[str, Any] = {"days": [0, 1, 2, 3, 4, 5, 6], "from_hour": 0, "to_hour": 24, "holidays": True}


def mail_step(subject: str = "Des nouvelles", **more: Any) -> MailStep:
    words = {"fr": {"subject": subject, "body": "{{ greeting }}, à bientôt."}}
    return MailStep.model_validate({"id": new_id("stp"), "do": "mail", "words": words, **more})


def task_step(title: str = "Appeler", **more: Any) -> TaskStep:
    return TaskStep.model_validate({"id": new_id("stp"), "do": "task", "title": title, **more})


def wait_step(**how_long: int) -> WaitStep:
    return WaitStep.model_validate({"id": new_id("stp"), "do": "wait", **how_long})


def text(*steps: Step, name: str = "Rester en contact", **settings: Any) -> SequenceText:
    return SequenceText.model_validate({"name": name, "settings": ALWAYS | settings, "steps": steps})


def published(by: Actor | None, *steps: Step, **settings: Any) -> Sequence:
    """A sequence that people can be enrolled in; mails leave at any time unless settings say otherwise."""
    author = by or actor()
    made, version = service.create(author, text(*steps, **settings), NOW)
    return service.publish(author, made.id, Publishing(in_flight="stay"), version, NOW)[0]
