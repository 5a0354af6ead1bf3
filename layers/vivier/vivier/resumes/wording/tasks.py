"""What a text looks like by its words: something done, told on behind a name or below it, rather than somebody."""

import re
from functools import lru_cache

from vivier.resumes.lexicon.jobs import NOUNS
from vivier.resumes.lexicon.occupations import OCCUPATIONS
from vivier.resumes.lexicon.organisations import ABOUT, BODIES, LEGAL_FORMS
from vivier.resumes.lexicon.tasks import TASK_NOUNS, TASK_VERBS
from vivier.resumes.text import fold
from vivier.resumes.wording.labels import is_label
from vivier.resumes.wording.opinions import SMALL, UNFINISHED, is_grade, is_noun, title_score

_ARTICLES = frozenset(["un", "une", "le", "la", "les", "des", "du", "aux"])


def opens_anew(above: str, below: str) -> bool:
    """Whether a line tells something after a name rather than ending it."""
    broken = UNFINISHED.search(above) or above.count("(") > above.count(")")
    if broken or not below[:1].isupper():
        return False
    whole = title_score(above) >= 0.95 and len(below.split()) > 2 and title_score(below) < 0.6
    return tells(below) or (whole and task_score(below) >= 0.6)


def tells(text: str) -> bool:
    """Whether a piece behind a name says what was done, running on from it: "Nurse: cared for twenty patients"."""
    told = text.split()
    if len(told) < 3 or title_score(text) >= 0.95 or is_grade(text) or BODIES.match(fold(text)):
        return False
    does = task_score(text)
    return _runs_on(told) or does >= 0.9 or (does >= 0.6 and len(told) > 3 and text[:1].isupper())


def _runs_on(told: list[str]) -> bool:
    """Whether words open large and go on small."""
    rest = [w for w in told[1:] if fold(w) not in SMALL and w[:1].isalpha()]
    small = sum(w[:1].islower() for w in rest)
    return told[0][:1].isupper() and small >= 2 and small * 3 >= len(rest) * 2 and title_score(" ".join(told)) < 0.6


@lru_cache(maxsize=8192)
def task_score(text: str) -> float:
    """How much a text looks like something done, not someone or somewhere: 0..1."""
    folded = fold(text).strip(" -•*–")
    words = re.findall(r"[a-z0-9][a-z0-9'-]*", folded)
    if not words or BODIES.match(folded):
        return 0.0
    first = words[0].split("'")[-1] if words[0][:2] in ("j'", "l'", "d'") else words[0]
    score = 1.0 if is_label(text) or ABOUT.search(folded) else 0.0
    if first[:1].isdigit() and len(words) > 2 and sum(w[:1].islower() for w in text.split()) >= 2:
        score = max(score, 0.7)
    if first in TASK_VERBS or (first.endswith("ed") and len(first) > 4 and not is_noun(first) and "-" not in first):
        score = max(score, 0.45 if _may_open_name(first, text) else 0.9)
    elif first in TASK_NOUNS and len(words) > 1:
        score = max(score, 0.7)
    elif first.endswith("er") and len(words) > 2 and _is_infinitive(first, text):
        score = max(score, 0.8 if words[1] in _ARTICLES else 0.5)
    elif re.match(
        r"(?:missions?|taches|activites|environnement|technologies|stack|tools|duties|achievements)\b", folded
    ):
        score = 0.9
    lower = sum(w[:1].islower() for w in text.split())
    if len(words) >= 5 and lower >= 0.6 * len(words):
        score += 0.2
    last = fold(text.split()[-1])
    ended = text.rstrip().endswith((".", ";")) and "." not in last[:-1] and last.strip(".") not in LEGAL_FORMS
    if ended and len(words) > 2:
        score += 0.3
    if title_score(text) >= 1:
        score *= 0.4
    return min(1.0, score)


def _may_open_name(first: str, text: str) -> bool:
    """Whether a word that is a verb and a noun opens a name in which every word is large: "Research In Motion"."""
    told = re.findall(r"[^\W_][\w'’&.+-]*", text)
    return not first.endswith(("ed", "ing")) and 2 <= len(told) <= 4 and all(w[:1].isupper() for w in told)


def _is_infinitive(word: str, text: str) -> bool:
    """Whether a French line opens with a verb ("Gérer les stocks"), not with a name ("Atelier Claudel")."""
    after = next((w for w in re.findall(r"[^\W\d_][\w'’-]*", text)[1:]), "")
    return len(word) > 4 and word not in OCCUPATIONS and word not in NOUNS and after[:1].islower()
