"""How sure a value is: 0.99 what cannot be misread, 0.5 a coin's toss; under 0.6 a person is asked to look."""

from collections.abc import Callable, Sequence

from vivier.resumes.layout.lines import Row
from vivier.resumes.model import Found, FoundEducation, FoundExperience, Profile

SURE, GOOD, FAIR, DOUBTFUL, POOR = 0.99, 0.9, 0.75, 0.5, 0.35
TO_CHECK_BELOW = 0.6

_Look = Callable[[str, Found | None], None]


def with_recognition(confidence: float, rows: Sequence[Row]) -> float:
    """The confidence, lowered by that of the recognised letters."""
    words = [w for row in rows for w in row.words]
    if words:
        seen = sum(w.confidence for w in words) / len(words)
        if seen < 0.985:
            confidence *= 0.4 + 0.6 * seen
    return round(max(0.01, min(SURE, confidence)), 3)


def from_margin(margin: float) -> float:
    """A choice's confidence from its lead over the next best reading."""
    return max(POOR, min(0.93, 0.5 + 0.3 * margin))


def fields_to_check(profile: Profile) -> list[str]:
    """Paths of the fields whose confidence asks for a look."""
    paths: list[str] = []

    def look(path: str, value: Found | None) -> None:
        if value is not None and value.confidence < TO_CHECK_BELOW:
            paths.append(path)

    for name in ("name", "headline", "summary", "location"):
        look(name, getattr(profile, name))
    for name in ("emails", "phones", "links", "skills", "languages", "licences", "certifications", "publications"):
        for index, value in enumerate(getattr(profile, name)):
            look(f"{name}[{index}]", value)
    _check_entries("experience", profile.experience, ("employer", "title", "start", "end", "place"), look)
    _check_entries("education", profile.education, ("institution", "degree", "field", "end"), look)
    return paths


def _check_entries(
    part: str, entries: Sequence[FoundExperience | FoundEducation], names: tuple[str, ...], look: _Look
) -> None:
    for index, entry in enumerate(entries):
        for name in names:
            look(f"{part}[{index}].{name}", getattr(entry, name))
