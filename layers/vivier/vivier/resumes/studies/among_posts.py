"""Studies that stand in one list with posts: "Career and education", or a line of time that tells of everything."""

import re

from vivier.resumes.model import FoundEducation, FoundExperience
from vivier.resumes.text import fold
from vivier.resumes.wording.opinions import degree_score, is_contract, school_score, title_score

_A_POST, _SCHOOL, _PERHAPS, _DEGREE, _SURELY = 0.6, 0.8, 0.4, 0.8, 1.0
# A "master" elsewhere is one of a ship, or of works; who has a CAP of drivers is none yet.
_STUDIED = re.compile(
    r"masters? (?:\d|de |of |in |en |degree)|diplome d'etat\b"
    r"|(?:cap|bep|bts|dut|bp|bac pro|titre pro(?:fessionnel)?|brevet|licence d[e'])\b"
)


def studies_among(posts: list[FoundExperience]) -> list[FoundExperience]:
    """Of one list of posts and studies, the entries that name a degree and a school."""
    return [one for one in posts if _is_study(one)]


def _is_study(one: FoundExperience) -> bool:
    if one.title is None or one.employer is None or is_contract(one.title.value.split()[0]):
        return False
    title = one.title.value
    if title_score(title) >= _A_POST and not _STUDIED.match(fold(title)):
        return False
    degree, school = degree_score(title), school_score(one.employer.value)
    year = one.start is None or one.end is None or one.start.value == one.end.value
    return (degree >= _DEGREE and school >= _SCHOOL) or (year and degree >= _SURELY and school >= _PERHAPS)


def as_study(post: FoundExperience) -> FoundEducation:
    """What was read as a post, as a study."""
    return FoundEducation(degree=post.title, institution=post.employer, end=post.end)
