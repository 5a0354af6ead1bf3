"""The yardstick for reading CVs: what was read against the truth, field by field.

A truth file holds `truth` with name, email, phone (E.164), location, links[], skills[], languages[],
experience[{employer, title, start, end}], education[{institution, degree, end}]; dates are "YYYY", "YYYY-MM" or
"present". Names must have 92 % of token-sorted letters, places 75 %, listed words 85 %, employers, titles and schools
82 %; everything else is exact. `experience` counts an entry only when employer, title, start and end are all right.

Beside `truth` may stand `accept`: {"name": [...], "experience[1].title": [other right values, null = may be empty],
"optional": ["experience[5]", "skills[9]"], "neutral": {"experience": ["an entry that is neither right nor wrong"]}}.
`judged` names the only fields that the truth speaks of, where it does not speak of all.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import Any, NamedTuple

from rapidfuzz import fuzz

Values = dict[str, Any]
SINGLES = ("name", "email", "phone", "location")
LISTS = ("links", "skills", "languages")


class Part(NamedTuple):
    """A list of entries: the fields compared as words, and as dates."""

    name: str
    words: tuple[str, ...]
    dates: tuple[str, ...]


PARTS = (
    Part("experience", ("employer", "title"), ("start", "end")),
    Part("education", ("institution", "degree"), ("end",)),
)
FIELDS = (
    *SINGLES,
    *LISTS,
    *(f"{part.name}.{name}" for part in PARTS for name in ("found", *part.words, *part.dates)),
    "experience",
    "education",
)


class Counts(NamedTuple):
    hits: int = 0
    extra: int = 0
    missed: int = 0

    def plus(self, other: "Counts") -> "Counts":
        return Counts(*(a + b for a, b in zip(self, other, strict=True)))

    @property
    def precision(self) -> float:
        return self.hits / (self.hits + self.extra) if self.hits + self.extra else 0.0

    @property
    def recall(self) -> float:
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def n(self) -> int:
        return self.hits + self.missed


Tally = dict[str, Counts]


class Verdict(NamedTuple):
    """A value that was read (`field`, and where in the reading's list) and whether it is right."""

    field: str
    at: int
    right: bool


class Score(NamedTuple):
    tally: Tally
    verdicts: list[Verdict]


def total(scores: Iterable[Score]) -> Tally:
    summed = dict.fromkeys(FIELDS, Counts())
    for score in scores:
        for field, counts in score.tally.items():
            summed[field] = summed[field].plus(counts)
    return summed


def score(whole: Values, read: Values) -> Score:
    """One reading against a truth file."""
    truth, accept = whole["truth"], whole.get("accept") or {}
    tally: Tally = {}
    verdicts: list[Verdict] = []
    for field in SINGLES:
        right = _single(field, rights(truth, field, accept), read.get(field))
        wanted, got = bool(truth.get(field)), bool(read.get(field))
        tally[field] = Counts(wanted and right, got and not (wanted and right), wanted and not right)
        verdicts += [Verdict(field, 0, right)] if got else []
    for field in LISTS:
        tally[field], found = _links(truth, read, accept) if field == "links" else _words(field, truth, read, accept)
        verdicts += found
    for part in PARTS:
        _entries(part, truth, read, accept, tally, verdicts)
    if (judged := whole.get("judged")) is not None:
        tally = {field: counts if field.partition(".")[0] in judged else Counts() for field, counts in tally.items()}
        verdicts = [verdict for verdict in verdicts if verdict.field.partition(".")[0] in judged]
    return Score(tally, verdicts)


def plain(text: object) -> str:
    letters = unicodedata.normalize("NFKD", str(text or ""))
    bare = "".join(c for c in letters if not unicodedata.combining(c)).lower()
    return re.sub(r"[^a-z0-9+#@.]+", " ", bare).strip()


def likeness(left: object, right: object) -> float:
    a, b = plain(left), plain(right)
    if not a or not b:
        return 0
    short, long = sorted((a, b), key=len)
    inside = 90 if len(short) >= 5 and short in long and len(short) > 0.6 * len(long) else 0
    return max(fuzz.ratio(a, b), fuzz.token_sort_ratio(a, b), inside)


def alike(right: list[Any], got: object, least: float = 82) -> bool:
    """Whether `got` is one of the right values."""
    return any((not a and not got) or (bool(a) and bool(got) and likeness(a, got) >= least) for a in right)


def same_date(right: list[Any], got: object) -> bool:
    """A year is enough where the page gives only a year."""
    read = str(got or "")
    return any(str(t or "") == read or (len(str(t)) == 4 and read[:4] == str(t)) for t in right)


def rights(entry: Values, key: str, accept: Values, path: str = "") -> list[Any]:
    """The right values of a field: the truth, and what `accept` adds."""
    return [entry.get(key), *(accept.get(f"{path}.{key}" if path else key) or [])]


def _single(field: str, right: list[Any], got: object) -> bool:
    match field:
        case "name":
            return any(fuzz.token_sort_ratio(plain(name), plain(got)) >= 92 for name in right)
        case "email":
            return plain(right[0]) == plain(got)
        case "phone":
            return got in right
        case _:
            short = plain(got)
            return bool(got) and any(
                t and (likeness(t, got) >= 75 or (len(short) >= 5 and short in plain(t))) for t in right
            )


def _same_link(url: object) -> str:
    return re.sub(r"^(https?://)?(www\.)?", "", str(url).lower()).rstrip("/")


def _links(truth: Values, read: Values, accept: Values) -> tuple[Counts, list[Verdict]]:
    left = {_same_link(url) for url in read.get("links") or []}
    right: set[str] = set()
    hits = missed = 0
    for i, link in enumerate(truth.get("links") or []):
        found = {_same_link(url) for url in [link, *(accept.get(f"links[{i}]") or [])]} & left
        right |= found
        left -= found
        hits += bool(found)
        missed += not found and f"links[{i}]" not in (accept.get("optional") or [])
    verdicts = [Verdict("links", n, _same_link(url) in right) for n, url in enumerate(read.get("links") or [])]
    return Counts(hits, len(left), missed), verdicts


def _words(field: str, truth: Values, read: Values, accept: Values) -> tuple[Counts, list[Verdict]]:
    optional, got = set(accept.get("optional") or []), read.get(field) or []
    wanted = [
        value
        for i, value in enumerate(truth.get(field) or [])
        if f"{field}[{i}]" not in optional or any(likeness(value, r) >= 85 for r in got)
    ]
    left, verdicts = list(wanted), []
    for n, value in enumerate(got):
        best = max(left, key=lambda t: likeness(t, value), default=None)
        right = best is not None and likeness(best, value) >= 85
        if right:
            left.remove(best)
        verdicts.append(Verdict(field, n, right))
    hits = len(wanted) - len(left)
    return Counts(hits, len(got) - hits, len(left)), verdicts


def _entries(part: Part, truth: Values, read: Values, accept: Values, tally: Tally, verdicts: list[Verdict]) -> None:
    wanted = [
        {name: rights(entry, name, accept, f"{part.name}[{i}]") for name in (*part.words, *part.dates)}
        for i, entry in enumerate(truth.get(part.name) or [])
    ]
    got = read.get(part.name) or []
    pairs = aligned(part, wanted, got)
    neutral = (accept.get("neutral") or {}).get(part.name) or []
    optional = set(accept.get("optional") or [])
    counted = [j for j, entry in enumerate(got) if j in pairs.values() or not _neutral(part, entry, neutral)]
    due = [i for i in range(len(wanted)) if i in pairs or f"{part.name}[{i}]" not in optional]
    right = {
        j: {name: _field_right(part, name, wanted[i][name], got[j].get(name)) for name in (*part.words, *part.dates)}
        for i, j in pairs.items()
    }

    def counts(hits: int) -> Counts:
        return Counts(hits, len(counted) - hits, len(due) - hits)

    tally[f"{part.name}.found"] = counts(len(pairs))
    for name in (*part.words, *part.dates):
        tally[f"{part.name}.{name}"] = counts(sum(fields[name] for fields in right.values()))
        verdicts += [
            Verdict(f"{part.name}.{name}", j, j in right and right[j][name]) for j in counted if got[j].get(name)
        ]
    tally[part.name] = counts(sum(all(fields.values()) for fields in right.values()))


def _field_right(part: Part, name: str, right: list[Any], got: object) -> bool:
    return alike(right, got) if name in part.words else same_date(right, got)


def _neutral(part: Part, entry: Values, neutral: list[str]) -> bool:
    return any(likeness(name, entry.get(word)) >= 75 for name in neutral for word in part.words)


def aligned(part: Part, wanted: list[dict[str, list[Any]]], got: list[Values]) -> dict[int, int]:
    """Entries of the truth with the read ones that have most in common with them, best first, each used once."""
    scored = []
    for i, entry in enumerate(wanted):
        for j, other in enumerate(got):
            points = sum(max(likeness(a, other.get(word)) for a in entry[word]) / 100 for word in part.words)
            points += sum(0.5 * any(str(a or "") == str(other.get(d) or "") for a in entry[d]) for d in part.dates)
            scored.append((points, i, j))
    pairs: dict[int, int] = {}
    for points, i, j in sorted(scored, reverse=True):
        if points >= 0.9 and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs
