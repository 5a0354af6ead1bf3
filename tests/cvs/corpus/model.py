"""A person as their hand-written or invented specification says, in the notation of `people/*.yaml`."""

import re
import unicodedata
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict

Tongue = Literal["fr", "en"]


class Split(StrEnum):
    TUNE = "tune"
    CHECK = "check"
    LOCKED = "locked"


class Spec(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Period(Spec):
    """Dates are "YYYY" or "YYYY-MM", `end` may be "present"; `said` is how the CV puts it, when not in its style."""

    start: str | None = None
    end: str | None = None
    said: str | None = None


class Job(Spec):
    """`client`: where an agency sent the person. `same`: another post at the employer of the entry above. `about`: a
    line on the employer; `label`: what stands over the bullets."""

    when: Period
    title: str
    employer: str
    client: str = ""
    same: bool = False
    place: str = ""
    body: list[str] = []
    prose: bool = False
    about: str = ""
    label: str = ""


class School(Spec):
    when: Period
    degree: str
    field: str = ""
    school: str = ""
    place: str = ""
    note: str = ""


class Known(Spec):
    """A skill or a language, and the level the CV gives."""

    name: str
    level: str = ""


def _period(text: str) -> Period:
    dates, _, said = (part.strip() for part in text.partition("="))
    start, dots, end = dates.partition("..")
    end = "present" if end == "now" else end
    return Period(start=start or None, end=(end if dots else start) or None, said=said or None)


def _cells(line: str, least: int) -> list[str]:
    cells = [cell.strip() for cell in line.split("|")]
    return cells + [""] * (least - len(cells))


def job(line: object) -> object:
    """`2019-03..now = how it is said | title | employer > client | place | bullet ; bullet` (`~` before prose)."""
    if not isinstance(line, str):
        return line
    when, title, employer, place, body, *_ = _cells(line, 5)
    employer, _, client = (part.strip() for part in employer.partition(">"))
    return Job(
        when=_period(when),
        title=title,
        employer=employer.lstrip("^ "),
        same=employer.startswith("^"),
        client=client,
        place=place,
        body=[part.strip() for part in body.lstrip("~ ").split(" ; ") if part.strip()],
        prose=body.startswith("~"),
    )


def school(line: object) -> object:
    """`2009..2012 | degree | field | school | place | note`; a single date is the end."""
    if not isinstance(line, str):
        return line
    when, degree, field, name, place, note, *_ = _cells(line, 6)
    period = _period(when)
    if ".." not in when:
        period.start = None
    return School(when=period, degree=degree, field=field, school=name, place=place, note=note)


def known(text: object) -> object:
    """`Anglais: courant ; Espagnol: notions`"""
    if not isinstance(text, str):
        return text
    pairs = (part.partition(":") for part in text.split(";") if part.strip())
    return [Known(name=name.strip(), level=level.strip()) for name, _, level in pairs]


def groups(value: object) -> object:
    """`A, B, C`, or a mapping of group names to such lists."""
    if isinstance(value, str):
        value = {"": value}
    if isinstance(value, dict):
        return {str(k): re.split(r",\s+", v) if isinstance(v, str) else v for k, v in value.items()}
    return value


class Person(Spec):
    """Who a CV is about. `private` must never be read; `more` are sections by heading; `optional` words are neither
    right nor wrong as skills, `beside` as employers or titles. `headings` are the person's own, by section; `older`
    parts the last posts from the others."""

    who: str
    split: Split = Split.TUNE
    shown: str = ""
    lang: Tongue
    trade: str
    headline: str = ""
    email: str = ""
    more_emails: list[str] = []
    phone: str = ""
    region: str = "FR"
    home: str = ""
    links: list[str] = []
    private: list[str] = []
    about: str = ""
    jobs: list[Annotated[Job, BeforeValidator(job)]] = []
    schools: list[Annotated[School, BeforeValidator(school)]] = []
    skills: Annotated[dict[str, list[str]], BeforeValidator(groups)] = {}
    tongues: Annotated[list[Known], BeforeValidator(known)] = []
    tongues_said: str = ""
    more: dict[str, list[str]] = {}
    headings: dict[str, str] = {}
    order: list[str] = []
    dates: list[str] = []
    layouts: list[str] = []
    optional: list[str] = []
    beside: list[str] = []
    older: str = ""

    @property
    def key(self) -> str:
        return re.sub(r"[^a-z]+", "_", plain(self.who)).strip("_")


def plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.replace("ł", "l").replace("ø", "o"))
    return "".join(c for c in letters if not unicodedata.combining(c)).lower()


def read_people(rows: list[dict[str, Any]], split: Split) -> list[Person]:
    return [Person.model_validate({"split": split, **row}) for row in rows]
