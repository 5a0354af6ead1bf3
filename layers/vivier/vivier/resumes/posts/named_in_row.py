"""Whether what stands before a period in its row names a post and where it was held."""

import re

from vivier.resumes.layout.lines import Row
from vivier.resumes.wording.opinions import employer_score, name_like, title_score

PIECES = re.compile(r"\t|[,:|•·(]\s*|\s[–—-]\s")
_POST, _FAIR_POST, _HOUSE, _A_NAME = 0.85, 0.6, 0.6, 0.99
_AT_HOUSE = re.compile(r"\s(?:at|with|for|chez|@)\s(?=(?:the\s|l['’]|la\s|le\s)?[A-ZÀ-Ý])|\s(?:à|au sein d\w+)\s")
_MOST_OF_POST = 6
_BEHIND_DASH = re.compile(r"\s*\)?\s*[–—|·-]\s+(?=[A-ZÀ-Ý])")
_TOWN = re.compile(r"[A-ZÀ-Ý][\w.'’-]*(?:\s[A-ZÀ-Ý][\w.'’-]*){0,3}(?:,\s?[A-Z]{2})?(?:\s?\(\w{2,12}\))?")


def names_both(text: str) -> bool:
    """Whether a text names an employer and the post there: "Hôpital Herriot, pavillon N : infirmière de bloc"."""
    pieces = [piece for piece in PIECES.split(text) if piece.strip(" (")]
    posts = [piece for piece in pieces if title_score(piece) >= _POST]
    others = [piece for piece in pieces if piece not in posts]
    return bool(posts) and any(employer_score(p) >= _HOUSE or name_like(p) > _A_NAME for p in others)


def names_post_there(text: str) -> bool:
    """Whether words name a post and its house with what leads to it: "Cook at Halden House in Moorby, "."""
    at = _AT_HOUSE.search(text)
    post = text[: at.start()].strip() if at else ""
    return bool(post) and len(post.split()) <= _MOST_OF_POST and title_score(post) >= _FAIR_POST


def is_before_town(row: Row, before: str, after: str) -> bool:
    """Whether a period stands behind a post and its house, with their town behind it.

    "Cook @ Halden House 2019 - 2021 — Moorby"
    """
    town = _BEHIND_DASH.match(after)
    named = names_post_there(before) or names_both(before)
    return town is not None and not row.bullet and named and bool(_TOWN.fullmatch(after[town.end() :].strip()))
