"""Experiments for tests: written, begun, sent, answered."""

import itertools
from datetime import datetime, timedelta
from typing import Any

from tests import mails
from tests.factories import NOW, WORKSPACE, actor, arrive, profile
from tests.sent import raw_mails
from tests.talks import stored
from vivier.casework import (
    behind,
    correspondence,
    writing,
)
from vivier.casework.behind import CountedPerson, Which
from vivier.casework.writing import Writing
from vivier.experiments import service
from vivier.experiments.model import NewExperiment
from vivier.experiments.service import OpenedExperiment
from vivier.kernel.actor import Actor
from vivier.kernel.ids import new_id, sort_key
from vivier.mail import exposures, library, outbox
from vivier.mail.drafts import Draft
from vivier.mail.inbound import reading
from vivier.mail.library import WrittenText
from vivier.mail.model import State
from vivier.mail.store import MessageItem
from vivier.storage.table import get
from vivier.storage.transaction import Transaction

WORDS = {"subject": "Un poste pour vous", "body": "{{ greeting }},\n\nParlons-en."}
OTHER = {"subject": "Dix minutes cette semaine ?", "body": "{{ greeting }},\n\nParlons-en."}
numbers = itertools.count(1)


def text(who: Actor, **words: str) -> str:
    wanted = WrittenText.model_validate({"name": "Approche", "kind": "mail", "fr": WORDS | words})
    return library.add(who, wanted, NOW).text.id


def wanted(place: str, *others: dict[str, str], first: dict[str, str] = WORDS, **plan: Any) -> NewExperiment:
    said = [first, *(others or (OTHER,))]
    variants = [{"key": key, "fr": each} for key, each in zip("abcd", said, strict=False)]
    return NewExperiment.model_validate(
        {"name": "Objet", "place": {"kind": "template", "template": place}, "plan": plan, "variants": variants}
    )


def begun(who: Actor, place: str, *others: dict[str, str], **plan: Any) -> OpenedExperiment:
    """An experiment that runs. `first`: what is sent today, where that is not `WORDS`."""
    made = service.create(who, wanted(place, *others, **plan), NOW)
    return service.start(who, made.experiment.id, made.version, NOW)


def someone(email: str | None = None) -> str:
    n = next(numbers)
    step = arrive(profile(f"Personne {n}", email or f"x{n}@courrier.example"), "found")
    return f"can_{step.intake_id.partition('_')[2]}"


def mixed(experiment: OpenedExperiment, at_least: int = 3) -> list[str]:
    """People among whom every variant is drawn."""
    ids = [someone() for _ in range(at_least)]
    while len({experiment.experiment.assigned(one).key for one in ids}) < len(experiment.experiment.variants):
        ids.append(someone())
    return ids


def wrote(who: Actor, place: str, *ids: str, **more: Any) -> list[str]:
    """The keys of mails that leave in the words of a template."""
    draft = Draft.model_validate(WORDS | {"text_id": place, "signature": False} | more)
    asked = Writing(key=sort_key(new_id("key")), candidate_ids=list(ids), draft=draft)
    return [w.message_key or "" for w in writing.write(who, asked, NOW)]


def sent(who: Actor, place: str, *ids: str, at: datetime = NOW + timedelta(minutes=1), **more: Any) -> list[str]:
    keys = wrote(who, place, *ids, **more)
    for key in keys:
        assert outbox.send(WORKSPACE, key, at) == State.sent
    return keys


def said(key: str) -> Any:
    return get(MessageItem, MessageItem.key(WORKSPACE, key)).read()


def counts(experiment: OpenedExperiment, days: int = 60) -> dict[str, tuple[int, int]]:
    """People and hits of each variant, as they stand when everybody's time is over."""
    now = NOW + timedelta(days=days)
    found = service.read(actor(), experiment.experiment.id, now).verdict.results
    return {r.variant: (r.counted + r.waiting, r.hits + r.early) for r in found}


def together(experiment: OpenedExperiment) -> tuple[int, int]:
    both = counts(experiment).values()
    return sum(n for n, _ in both), sum(hits for _, hits in both)


def listed(who: Actor, experiment: OpenedExperiment, which: Which, now: datetime) -> list[CountedPerson]:
    pages = (
        behind.people(who, experiment.experiment.id, v.key, which, None, now) for v in experiment.experiment.variants
    )
    return [one for page in pages for one in page.people]


def answered(key: str, at: datetime = NOW + timedelta(minutes=5), **headers: str) -> None:
    """The person answers the mail of this key."""
    raw = next(mail for mail in reversed(raw_mails()) if key in mail)
    ours, to = reading.read(raw.encode()), said(key).to
    reply_to = ours.reply_to[0].address
    notice = stored(mails.raw("Volontiers.\n", From=f"x <{to}>", To=reply_to, **headers), reply_to)
    correspondence.receive(notice.model_copy(update={"at": at}), at)


def counted(experiment: OpenedExperiment, **by: tuple[int, int]) -> None:
    """Many people whose time is over, without their mails."""
    transaction = Transaction()
    for n, (key, (people_, hits)) in enumerate(by.items()):
        row = exposures.TallyItem(
            exposures.TallyItem.partition(WORKSPACE, experiment.experiment.id), f"N#2026-11-24#{n}"
        )
        transaction.add(row, None, **{f"{key}_sent": people_, f"{key}_hits": hits})
    transaction.commit()
