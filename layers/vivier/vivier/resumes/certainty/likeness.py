"""How an address or the end of a profile link is like a name."""

import re

from vivier.resumes.text import fold

SPELLED = 1.2


def like_address(name: str, locals_: list[str]) -> float:
    """How much of the name stands in the e-mail address or profile link: 0..1.2."""
    words = [letters_of(w) for w in re.split(r"[\s-]+", name) if len(letters_of(w)) > 1]
    best = 0.0
    for local in locals_:
        if len(local) < 3 or not words:
            continue
        hits = sum(len(w) > 2 and w in local for w in words)
        if hits < 2 and _cut(words[0], words[-1], local):
            hits = 2
        initials = sum(w[0] in local[:2] for w in words[:1])
        best = max(best, SPELLED if hits >= 2 else 0.9 if hits and initials else 0.7 if hits else 0.0)
    return best


def _cut(first: str, last: str, local: str) -> bool:
    """Whether an address is the beginnings of two words, the second of three letters or more: jdup, yoquem."""
    for one, other in ((first, last), (last, first)):
        for n in range(1, len(one) + 1):
            if not local.startswith(one[:n]):
                break
            if len(local) - n >= 3 and other.startswith(local[n:]):
                return True
    return False


def letters_of(text: str) -> str:
    return re.sub(r"[^a-z]", "", fold(text))
