"""Skills by the names they are written with, from `skills.txt`: read once, when the first CV asks."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from vivier.resumes.lexicon import words
from vivier.resumes.text import fold

_TECHNICAL = frozenset({"software", "data", "design", "office"})
# Names of tools that are everyday words too: only with a capital, and not where every word has one.
EVERYDAY = words(
    """
    word excel access outlook teams office go r c d sketch swift rust spring react express illustrator notion slack
    zoom sage spark flask puppet bootstrap vagrant sass jest sentry inventor lean ciel reflex sonar rails tomcat arbor
    mews leed reach angular cypress selenium playwright tableau helm safe creo arc mag tig mig lever sabre grasshopper
    """
)
# What lists of skills are headed by: made of these alone, an item names a group and no skill.
GROUPS = words(
    """
    languages langages language langage programming programmation frameworks framework libraries librairies
    bibliotheques tools outils other others autre autres technologies technology databases database hard soft skills
    skill competences techniques technical technique serveurs ides ide divers miscellaneous environnements software
    logiciels operating systems plateformes platforms methodologies misc
    """
)
_SMALL = words("de des du d la le les l a au aux of the")
_TOKEN = re.compile(r"\.?[a-z0-9]+(?:[.&@][a-z0-9]+)*[+#]*")


class Term(NamedTuple):
    """One way to write a skill. `tool`: it means the same wherever it stands; `capitals`: it is written in them."""

    name: str
    tokens: tuple[str, ...]
    tool: bool
    capitals: bool


class Token(NamedTuple):
    text: str
    start: int
    end: int


def tokens_of(text: str) -> list[Token]:
    """The words of a text, folded, without the s of a plural and small ones; signs part them, but for C++, .NET."""
    found = _TOKEN.finditer(fold(text))
    return [Token(_singular(m[0]), m.start(), m.end()) for m in found if m[0] not in _SMALL]


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 4 and word[-1] == "s" and word[-2] not in "su" else word


@cache
def _read() -> tuple[dict[str, list[Term]], frozenset[str], frozenset[str]]:
    """Terms by their first word (the longest first), qualities, and the words of technical tools."""
    terms: dict[tuple[str, ...], Term] = {}
    soft: set[str] = set()
    technical: set[str] = set()
    trade = ""
    for line in (Path(__file__).parent / "skills.txt").read_text(encoding="utf-8").splitlines():
        kind, _, rest = line.partition(":")
        if line.startswith("["):
            trade = line.strip("[]")
        elif kind == "soft":
            soft |= {" ".join(t.text for t in tokens_of(entry)) for entry in rest.split(";")}
        elif kind in ("tools", "does"):
            for entry in rest.split(" ; "):
                name, _, others = (part.strip() for part in entry.partition("="))
                for alias in (name, *others.split(",")):
                    key = tuple(t.text for t in tokens_of(alias))
                    shouted = alias.strip() == name and name.isupper() and len(name) <= 5 and name.isalpha()
                    if key:
                        terms.setdefault(key, Term(name, key, kind == "tools", shouted))
                    if kind == "tools" and trade in _TECHNICAL:
                        technical.add(fold(alias.strip()))
    index: dict[str, list[Term]] = {}
    for key in sorted(terms, key=len, reverse=True):
        index.setdefault(key[0], []).append(terms[key])
    return index, frozenset(soft), frozenset(technical)


def terms_at(word: str) -> list[Term]:
    """The terms that begin with a word as `tokens_of` gives it, the longest first."""
    return _read()[0].get(word, [])


def is_quality(text: str) -> bool:
    """Whether a text names a quality of people, which no dated post proves."""
    return " ".join(t.text for t in tokens_of(text)) in _read()[1]


def is_tool(word: str) -> bool:
    """Whether a folded word is the name of a technical tool."""
    return word in _read()[2]
