"""What reading a CV gives: values with a confidence and their place on the page, never a prohibited one.

Boxes are in fractions (0..1) of the page's width and height, from its top left corner; pages count from 1.
"""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from vivier.law.prohibited import ProhibitedKind

MAX_VALUE = 400
MAX_TEXT = 4_000
MAX_SOURCE = 600
MAX_LIST = 60


def _clamp(value: object) -> object:
    """Links and letters that hang over the edge of a page end at its edge."""
    return min(1.0, max(0.0, value)) if isinstance(value, int | float) else value


Fraction = Annotated[float, BeforeValidator(_clamp), Field(ge=0, le=1)]
Confidence = Annotated[float, Field(ge=0, le=1)]
Language = Literal["fr", "en"]


class TextSource(StrEnum):
    NATIVE = "native"
    TEXTRACT = "textract"


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Box(_Frozen):
    page: Annotated[int, Field(ge=1)]
    left: Fraction
    top: Fraction
    width: Fraction
    height: Fraction


class Found(_Frozen):
    """A value read; `source` is the text of its lines, prohibited spans masked."""

    value: Annotated[str, Field(min_length=1, max_length=MAX_TEXT)]
    confidence: Confidence
    boxes: list[Box] = []
    source: Annotated[str, Field(max_length=MAX_SOURCE)] = ""


class FoundLanguage(Found):
    """`level` is a CEFR level (A1..C2), "native", or what the CV says."""

    level: Annotated[str, Field(max_length=80)] | None = None


class FoundSkill(Found):
    """`months`: at least so many in dated posts whose words name the skill; None when none does."""

    months: Annotated[int, Field(ge=1)] | None = None


class FoundExperience(_Frozen):
    """Dates are "YYYY" or "YYYY-MM"; `end` may be "present"."""

    employer: Found | None = None
    title: Found | None = None
    start: Found | None = None
    end: Found | None = None
    place: Found | None = None
    description: Found | None = None


class FoundEducation(_Frozen):
    institution: Found | None = None
    degree: Found | None = None
    field: Found | None = None
    end: Found | None = None


class Profile(_Frozen):
    name: Found | None = None
    headline: Found | None = None
    summary: Found | None = None
    location: Found | None = None
    emails: list[Found] = []
    phones: list[Found] = []
    links: list[Found] = []
    skills: list[FoundSkill] = []
    languages: list[FoundLanguage] = []
    licences: list[Found] = []
    certifications: list[Found] = []
    publications: list[Found] = []
    experience: list[FoundExperience] = []
    education: list[FoundEducation] = []


class Dropped(_Frozen):
    """Something prohibited that stood on the page: its kind and where, never its text.

    `line` indexes the page's lines.
    """

    kind: ProhibitedKind
    page: Annotated[int, Field(ge=1)]
    line: Annotated[int, Field(ge=0)] | None = None
    boxes: list[Box] = []


class PageCell(_Frozen):
    """A run of words on one line with no more than spaces between. Fractions of the page's width; `size` in points."""

    text: str
    left: Fraction
    width: Fraction
    size: float
    bold: bool = False


class PageLine(_Frozen):
    """`cells` say how the line is set: from them, the same reading can be made again."""

    text: str
    box: Box
    confidence: Confidence
    cells: list[PageCell] = []


class PageText(_Frozen):
    """A page as text, for the screen and the index; width and height in points."""

    number: Annotated[int, Field(ge=1)]
    width: float
    height: float
    source: TextSource
    lines: list[PageLine] = []


class PageSize(_Frozen):
    """What `read_blocks` needs to know of a page: points, and where its text comes from."""

    number: Annotated[int, Field(ge=1)]
    width: Annotated[float, Field(gt=0)] = 595.0
    height: Annotated[float, Field(gt=0)] = 842.0
    source: TextSource = TextSource.NATIVE


class PageLink(_Frozen):
    """A link's target on a page; its box when the format knows one."""

    page: Annotated[int, Field(ge=1)] = 1
    url: str
    box: Box | None = None


class Reading(_Frozen):
    """`is_cv` says how much the document looks like a CV (0..1); `to_check` names the fields under 0.6."""

    language: Language
    profile: Profile
    pages: list[PageText] = []
    dropped: list[Dropped] = []
    flags: set[str] = set()
    is_cv: Confidence
    to_check: list[str] = []
