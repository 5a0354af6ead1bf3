"""What was read of studies, set right: a mark for a name, a degree for a school, "same school" for the one above."""

import re
from collections.abc import Iterable, Iterator

from vivier.resumes.layout.headings import heading_kind
from vivier.resumes.model import Found, FoundEducation
from vivier.resumes.studies.asides import HOW_TAKEN
from vivier.resumes.text import fold
from vivier.resumes.wording.opinions import degree_score, school_score

GRADE = re.compile(
    r"(?:c?gpa|dean.s list|grades?|overall|percentage|moyenne|average)\b|\d+(?:[.,]\d+)?\s?(?:/\s?\d+|%|c?gpa)"
)

# How a degree was taken, or what was studied beside it, at its end: "CAP de maçon en cours du soir", "minor in Music".
_HOW = re.compile(
    rf"[\s,(–-]+(?:{HOW_TAKEN}|par\s(?:correspondance|(?:la\s)?vae)|(?:by|via)\scorrespondence)\)?$"
    r"|,\s(?:finish(?:es|ing)|completing|ending|due)\s[^,]{3,20}$"
    r"|[\s,(–-]+(?:with\s)?(?:an?\s)?(?:minors?\s?(?:in\s|:)|mineure\s)[^()]*\)?$",
    re.IGNORECASE,
)

# A town behind its school, whichever it is: "Lycée Corot (Savigny)".
_TOWN = re.compile(r"\s\([A-ZÀ-Ý][a-zà-ÿ'’-]+(?:[ -][A-ZÀ-Ý]?[a-zà-ÿ'’-]+){0,3}(?:,?\s\d{2,5})?\)$")


def set_right(studies: Iterable[FoundEducation]) -> list[FoundEducation]:
    """The studies that name something, each with what it names where it belongs."""
    told = _with_same_schools(_swapped(_without_marks(one)) for one in studies)
    return [one for one in told if (one.degree or one.institution) and not (_is_heading(one) or _is_service(one))]


_DEGREE = 0.8
_SAME = re.compile(
    r"(?:(?:dans (?:la|le) |au |a la |a l'|(?:at )?the )?(?:meme|same)|idem|ibid(?:em)?)(?: (?:ecole|etablissement"
    r"|lycee|lieu|endroit|universite|institut|cfa|iut|fac|faculte|ufr|centre|school|college|university|place|institution))?"
)
_SAME_LAST = re.compile(
    r"^(.{3,}?)[,–—(-]\s?((?:(?:dans|au|a|at)\s.{0,6})?(?:m[êe]me|same|idem|ibid)\b[^,]*?)\)?$", re.IGNORECASE
)


def _with_same_schools(studies: Iterable[FoundEducation]) -> Iterator[FoundEducation]:
    """The studies, each "même établissement" being the school named above it."""
    above: Found | None = None
    for one in map(_with_same_apart, studies):
        if (
            one.institution is not None
            and above is not None
            and _SAME.fullmatch(fold(one.institution.value).strip(" ."))
        ):
            one = one.model_copy(update={"institution": above})
        above = one.institution or above
        yield one


def _with_same_apart(one: FoundEducation) -> FoundEducation:
    """A degree without what says that its school is that of the one above: "BEP Logistique, même établissement"."""
    last = _SAME_LAST.match(one.degree.value) if one.degree is not None and one.institution is None else None
    if one.degree is None or last is None or not _SAME.fullmatch(fold(last[2]).strip(" .")):
        return one
    return one.model_copy(
        update={
            "degree": one.degree.model_copy(update={"value": last[1].rstrip(" ,(–—-")}),
            "institution": one.degree.model_copy(update={"value": last[2]}),
        }
    )


_SERVICE = re.compile(
    r"(?:(?:swiss )?army|armee(?: suisse)?|service (?:militaire|national|civique)|military service)\b"
)


def _is_service(one: FoundEducation) -> bool:
    """Whether what stands among studies is a time in the army and no degree taken there."""
    told = [fold(found_.value) for found_ in (one.degree, one.institution) if found_ is not None]
    return any(_SERVICE.match(text) for text in told) and (
        one.degree is None or degree_score(one.degree.value) < _DEGREE
    )


def _is_heading(one: FoundEducation) -> bool:
    """Whether all that was read is a heading's word: "Autres :"."""
    named = [found_.value for found_ in (one.degree, one.institution) if found_ is not None]
    return len(named) == 1 and one.end is None and heading_kind(named[0]) in ("other", "summary", "interests")


def _without_marks(one: FoundEducation) -> FoundEducation:
    """The entry without a mark in the place of a name ("GPA: 3.6")."""
    degree = None if one.degree and GRADE.fullmatch(fold(one.degree.value).strip(" .:")) else one.degree
    if degree is not None and (told := _HOW.search(degree.value)) and told.start() > 1:
        degree = degree.model_copy(update={"value": degree.value[: told.start()]})
    school = one.institution if one.institution and any(map(str.isalpha, one.institution.value)) else None
    if (
        school is not None
        and (town := _TOWN.search(school.value))
        and school_score(school.value[: town.start()]) >= 0.8
    ):
        school = school.model_copy(update={"value": school.value[: town.start()]})
    return one.model_copy(update={"degree": degree, "institution": school})


def _swapped(one: FoundEducation) -> FoundEducation:
    """A degree that was taken for the school, where nothing else is named."""
    if one.degree is not None or one.institution is None:
        return one
    name = one.institution.value
    wrong = degree_score(name) >= 0.8 > school_score(name) + 0.3
    return one.model_copy(update={"degree": one.institution, "institution": None}) if wrong else one
