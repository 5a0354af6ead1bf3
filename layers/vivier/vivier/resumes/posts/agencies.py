"""Agencies that hire out, and the clients they name behind them: "Manpower Cholet – Michelin, Thales"."""

import re

from vivier.resumes.posts.boundaries import Opinion
from vivier.resumes.posts.parts import Part
from vivier.resumes.text import fold
from vivier.resumes.wording.opinions import title_score

_AGENCY = re.compile(
    r"(?:adecco|manpower|ran(?:d)?stad|synergie|crit|start people|proman|supplay|partnaire|temporis|menway|adequat"
    r"|aquila rh|gojob|appel medical|page personnel|michael page|expectra|robert half|kelly services|hays|pertemps"
    r"|blue arrow|brook street|office angels|staffline|gi group|reed (?:employment|scientific|specialist)|matchtech"
    r"|morson|nurse plus|spring personnel|tempo-team|express employment|aerotek|robert walters)\b"
)
_KIND_OF_AGENCY = re.compile(
    r"\b(?:interim|travail temporaire|recruitment|staffing|temping|(?:personnel|employment) agency)\b"
)
# What parts an agency from its clients in a text put together again.
_CLIENTS = re.compile(r"\s?(?:\s[–/-]\s|,\s|\s\(|\s(?:pour|for)\s).*$")
THROUGH = re.compile(r"(?:clients?|via|pour|for|(?:pour le compte|on behalf))\b", re.IGNORECASE)
_VIA = re.compile(r"(?:via|clients?|pour|for)\b", re.IGNORECASE)
# "on Sizewell C for Halden", "various sites": where an agency or contractor sent somebody.
ON_SITE = re.compile(
    r"on\s(?:the\s)?[A-Z]"
    r"|(?:various|several|multiple|différents?|divers|plusieurs)\s(?:\w+\s)?(?:sites?|clients?|chantiers?)"
)
_POST, _PAIR, _SURELY = 0.5, 2, 0.95


def is_agency(text: str) -> bool:
    """Whether a text opens with an agency that hires out: "Adecco Lesquin", "PMP Recruitment"."""
    folded = fold(text)
    return bool(_AGENCY.match(folded)) or (title_score(text) < _POST and bool(_KIND_OF_AGENCY.search(folded)))


def without_clients(parts: list[Part], opinion: Opinion) -> list[Part]:
    """The parts without what stands behind an agency in its row and is no post: its clients, sites and towns."""
    agency = next((p for p in parts if is_agency(p.text)), None)
    if agency is None or not opinion.work:
        return parts
    left = [
        p for p in parts if p.row is not agency.row or p.index <= agency.index or p.led or opinion.what(p.text) >= _POST
    ]
    return left if len(left) >= _PAIR else parts


def without_agencies(parts: list[Part], opinion: Opinion) -> list[Part]:
    """Without clients and agencies ("via Kantéga Interim"), unless an agency is all that stands beside the post."""
    parts = without_clients(parts, opinion)
    through = [p for p in parts if THROUGH.match(p.text) and opinion.what(p.text) < _SURELY]
    more = [p for p in parts if any(_lists_on(one, p, parts, opinion) for one in through)]
    direct = [p for p in parts if p not in through and p not in more]
    alone = len(direct) < _PAIR and any(_VIA.match(p.text) for p in parts)
    return parts if alone or not direct else direct


def _lists_on(client: Part, part: Part, parts: list[Part], opinion: Opinion) -> bool:
    """Whether a piece goes on with the clients that another begins: "clients : Halden, Kantéga"."""
    between = [p for p in parts if p.row is client.row and client.index < p.index <= part.index]
    return part in between and all(p.comma and opinion.what(p.text) < _POST for p in between)


def bare_agency(text: str) -> str:
    """The name of an employer without the clients behind it, where it is an agency."""
    return _CLIENTS.sub("", text) if is_agency(_CLIENTS.sub("", text)) else text
