"""How much of a CV was read: a share of right values per field, entry by entry."""

from collections import Counter
from typing import Any

from rapidfuzz import fuzz

from vivier.resumes.text import fold

Values = dict[str, Any]


def scores(pairs: list[tuple[Values, Values]]) -> dict[str, float]:
    """Of (truth, read) pairs: for each field, the share of the truth's values that were read right."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for truth, read in pairs:
        for field in ("name", "email", "phone", "location"):
            total[field] += 1
            right[field] += _alike(truth[field], read[field])
        for field in ("links", "skills", "languages"):
            total[field] += len(truth[field])
            right[field] += sum(any(_alike(wanted, got) for got in read[field]) for wanted in truth[field])
        for part, fields in (("experience", "employer title start end"), ("education", "institution degree end")):
            for wanted, got in _matched(truth[part], read[part], fields.split()):
                hits = {f: _alike(wanted[f], got.get(f)) for f in fields.split()}
                total.update([part, *(f"{part}.{f}" for f in hits)])
                right.update(f"{part}.{f}" for f, hit in hits.items() if hit)
                right[part] += all(hits.values())
    return {field: right[field] / count for field, count in total.items() if count}


def _alike(wanted: Any, got: Any) -> bool:
    if not wanted or not got:
        return not wanted and not got
    a, b = fold(str(wanted)), fold(str(got))
    if a[:4].isdigit() or a == "present" or a.startswith("+"):
        return a == b or (len(a) == 4 and b.startswith(a))
    return fuzz.token_sort_ratio(a, b) >= 85


def _matched(truth: list[Values], read: list[Values], fields: list[str]) -> list[tuple[Values, Values]]:
    """Each entry of the truth with the unused one that has most in common with it."""
    left, matched = list(read), []
    for wanted in truth:
        best = max(left, key=lambda got: sum(_alike(wanted[f], got.get(f)) for f in fields), default=None)
        if best is not None:
            left.remove(best)
        matched.append((wanted, best or {}))
    return matched
