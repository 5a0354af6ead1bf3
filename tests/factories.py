"""Invented people, files and readings for tests."""

from datetime import UTC, datetime
from typing import Any
from unicodedata import normalize

from vivier.casework import arrivals
from vivier.casework.inspection import Opened, OpenedSheet
from vivier.gateways import files
from vivier.intake.model import Announcement, Intake, quarantine_key
from vivier.intake.store import IntakeItem
from vivier.kernel.actor import Actor, Role
from vivier.kernel.ids import new_id
from vivier.people.model import Relation
from vivier.resumes.model import (
    Box,
    Found,
    FoundExperience,
    FoundSkill,
    PageLine,
    PageText,
    Profile,
    Reading,
    TextSource,
)
from vivier.storage.transaction import Transaction
from vivier.team import service as team
from vivier.team.model import Member

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
WORKSPACE = "halage"


def actor(role: Role = Role.recruiter, name: str = "Camille Aubry", workspace: str = WORKSPACE) -> Actor:
    return Actor(workspace=workspace, id=f"mem_{'0' * 25}1", name=name, role=role)


def colleague(name: str = "Camille Aubry", role: Role = Role.recruiter, workspace: str = WORKSPACE) -> Member:
    """A member who is in the directory; the same one for the same name."""
    first = normalize("NFD", name.split()[0].lower()).encode("ascii", "ignore").decode()
    return team.add_member(
        workspace, subject=f"sub-{first}", name=name, email=f"{first}@{workspace}.example", role=role
    )


def found(value: str, confidence: float = 0.95) -> Found:
    box = Box(page=1, left=0.1, top=0.1, width=0.3, height=0.02)
    return Found(value=value, confidence=confidence, boxes=[box], source=value)


def skill(value: str) -> FoundSkill:
    return FoundSkill(**dict(found(value)))


def profile(
    name: str | None = "Maëlys Kervadec",
    email: str | None = "maelys.kervadec@courrier.example",
    phone: str | None = None,
    *,
    link: str | None = None,
    headline: str | None = None,
    skills: tuple[str, ...] = (),
    employer: str | None = None,
    email_confidence: float = 0.99,
) -> Profile:
    return Profile(
        name=found(name) if name else None,
        emails=[found(email, email_confidence)] if email else [],
        phones=[found(phone)] if phone else [],
        links=[found(link)] if link else [],
        headline=found(headline) if headline else None,
        skills=[skill(s) for s in skills],
        experience=[FoundExperience(employer=found(employer), title=found("Capitaine"), start=found("2019"))]
        if employer
        else [],
    )


def reading(of: Profile | None = None, is_cv: float = 0.9) -> Reading:
    line = PageLine(text="Maëlys Kervadec", box=Box(page=1, left=0.1, top=0.1, width=0.3, height=0.02), confidence=0.99)
    page = PageText(number=1, width=595, height=842, source=TextSource.NATIVE, lines=[line])
    return Reading(language="fr", profile=of or profile(), pages=[page], is_cv=is_cv)


def intake(
    relation: Relation = "applied",
    *,
    name: str = "cv.pdf",
    content: bytes = b"%PDF-1.7 one",
    workspace: str = WORKSPACE,
    job_id: str | None = None,
) -> Intake:
    """An announced file whose bytes have arrived, stored with its row."""
    made = Intake(
        id=new_id("int"),
        batch="batch-1",
        client_key="one",
        name=name,
        size=len(content),
        content_type="application/pdf",
        relation=relation,
        for_job=job_id,
        created_at=NOW,
        updated_at=NOW,
    )
    transaction = Transaction()
    transaction.create(IntakeItem.of(workspace, made))
    transaction.commit()
    files.write(quarantine_key(workspace, made.id), content, "application/pdf")
    return made


def announced(**more: Any) -> Announcement:
    """One file that someone is about to send."""
    file = {"client_key": "one", "name": "cv.pdf", "size": 12, "content_type": "application/pdf"}
    return Announcement.model_validate({"relation": "applied", "batch": "batch-1", "files": [file], **more})


def opened(content: bytes = b"%PDF-1.7 one") -> Opened:
    import hashlib

    return Opened(
        kind="pdf",
        media_type="application/pdf",
        page_count=1,
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        pages=[OpenedSheet(number=1, width=595, height=842, native=True)],
        blocks=[],
    )


_count = iter(range(1, 10**9))


def arrive(
    of: Profile | None = None,
    relation: Relation = "applied",
    *,
    at: datetime = NOW,
    content: bytes | None = None,
    workspace: str = WORKSPACE,
    job_id: str | None = None,
) -> arrivals.Step:
    """A file that goes the whole way from the quarantine into the record."""
    data = content or f"%PDF-1.7 {next(_count)}".encode()
    made = intake(relation, content=data, workspace=workspace, job_id=job_id)
    return arrivals.record(workspace, made.id, opened(data), reading(of), at)
