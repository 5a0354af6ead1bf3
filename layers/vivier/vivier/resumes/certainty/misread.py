"""Addresses that a scan misread, held against the houses of mailboxes and the person's name.

Nothing is made up: a letter, a dot or a space of what stands there is put right where one reading alone is likely. What
was put right is never sure, so that a person looks.
"""

import re
from collections.abc import Iterable

from rapidfuzz.distance import Levenshtein

from vivier.resumes.certainty.confidence import DOUBTFUL
from vivier.resumes.certainty.damage import Address
from vivier.resumes.certainty.likeness import letters_of, like_address
from vivier.resumes.layout.lines import Row
from vivier.resumes.text import fold

_ENDINGS = {
    ("gmail", "googlemail", "icloud", "me", "protonmail", "btinternet"): ("com",),
    ("hotmail", "outlook"): ("com", "fr", "be"),
    ("hotmail", "yahoo"): ("com", "fr", "co.uk"),
    ("live",): ("com", "fr"),
    ("orange", "wanadoo", "free", "sfr", "neuf", "bbox", "numericable"): ("fr",),
    ("laposte",): ("net",),
    ("proton",): ("me",),
    ("skynet",): ("be",),
    ("bluewin",): ("ch",),
}
HOUSES = frozenset(f"{name}.{ending}" for names, endings in _ENDINGS.items() for name in names for ending in endings)
# Nearly another's name, and none the less their own.
_OTHERS = frozenset(
    ("mail.com", "ymail.com", "email.com", "gmx.com", "gmx.de", "gmx.fr", "mail.fr", "mac.com", "pm.me")
)
_LEAST_HOUSE = 9
_BEHIND = frozenset(("jr", "sr", "ii", "iii", "junior", "senior"))
_CONFUSED = str.maketrans("1ij|!05q", "llll" + "l" + "osg")
_SMALL_L = re.compile(r"^l(?=[a-zà-ÿ]{2,}\s+[A-ZÀ-Ý][a-zà-ÿA-ZÀ-Ý'’])")
_TAIL = re.compile(r"(.*?)([\d._-]*)")
_LINKEDIN = re.compile(
    r"(?<![\w@])(?:www\W{0,2})?(?:[a-z1|]{1,3}nked|linked)[il1|]n\W{0,2}(?:com|con|corn|conm|c0m|cam)\W{0,2}[vl1|/]?\W{0,2}i?n"
    r"(?:\W{1,2}|[il1|](?=[a-z]))([\w-]{4,60})",
    re.IGNORECASE | re.ASCII,
)
# The number at its end may be parted by a space.
_LINKEDIN_WHOLE = re.compile(
    r"(?:https?://)?(?:[a-z]{2,3}\.)?linkedin\.com/in/[\w-]{3,60}(?![\w-])(?:(?<=\d)\s\d{1,6}(?=\s|$))?", re.IGNORECASE
)


def was_recognised(rows: Iterable[Row]) -> bool:
    """Whether letters of these rows were guessed from a picture."""
    return any(row.confidence < 0.999 for row in rows)


def mail_as_meant(address: Address, text: str, name: str | None) -> Address:
    """A mail address of a recognised text as it is meant; the same one where nothing is to be put right."""
    local, _, domain = address.value.partition("@")
    house = _house(domain)
    before = text[: text.find(address.written)] if address.written in text else ""
    start, joined = _with_what_broke_off(local, before, name)
    spelled = _spelled(_small(joined), name)
    if (spelled, house) == (local, domain):
        return address
    return Address(f"{spelled}@{house}", f"{start}{address.written}", min(address.confidence, DOUBTFUL))


def profile_as_meant(text: str, name: str | None) -> Address | None:
    """The LinkedIn profile in a recognised text: its slashes and letters put right where it is the person's."""
    whole = _LINKEDIN_WHOLE.search(text)
    match = whole or _LINKEDIN.search(text)
    if match is None or name is None:
        return None
    slug = (whole[0].rpartition("/")[2] if whole else match[1]).strip("-_")
    meant = _spelled(_small(slug.replace(" ", "")), name)
    if (whole and meant == slug) or like_address(name, [letters_of(meant)]) < 0.7:
        return None
    return Address(f"linkedin.com/in/{meant}", match[0], DOUBTFUL)


def capital_as_meant(text: str) -> str:
    """A name that begins with a small l before a word with a capital: Iona Kershaw, not lona."""
    return _SMALL_L.sub("I", text)


def _house(domain: str) -> str:
    known = domain.lower()
    if known in HOUSES or known in _OTHERS:
        return domain
    same = [house for house in HOUSES if _alike(house) == _alike(known)]
    near = same or [house for house in HOUSES if len(house) >= _LEAST_HOUSE and Levenshtein.distance(house, known) == 1]
    return near[0] if len(near) == 1 else domain


def _with_what_broke_off(local: str, before: str, name: str | None) -> tuple[str, str]:
    """The word before an address that a space parts from it, and the two together, where they spell the name."""
    broken = re.search(r"(?:^|[\s|:])([a-z][a-z0-9]*[._-]?)(\s)$", before, re.IGNORECASE | re.ASCII)
    if broken is None:
        return "", local
    word = broken[1]
    if local.isdigit() and len(local) <= 3:  # hardly anybody's address is a number alone
        return word + broken[2], word + local
    if name is None:
        return "", local
    joints = ("",) if word[-1] in "._-" or local.isdigit() else (".", "", "_", "-")
    for joint in joints:
        whole = word + joint + local
        if _stem(whole) in _spellings(name) and _stem(local) not in _spellings(name):
            return word + broken[2], whole
    return "", local


def _small(local: str) -> str:
    """An address in small letters in which an l was read as a capital i."""
    return local.replace("I", "l") if local.replace("I", "").islower() else local


def _spelled(local: str, name: str | None) -> str:
    """An address made of the name but for a letter or two, with the name's letters."""
    match = _TAIL.fullmatch(local)
    if name is None or match is None or not match[1]:
        return local
    stem, spellings = match[1].lower(), _spellings(name)
    if stem in spellings:
        return local
    near = sorted((Levenshtein.distance(made, stem), made) for made in spellings if _misread(made, stem))
    return near[0][1] + match[2] if near else local


def _stem(local: str) -> str:
    match = _TAIL.fullmatch(local.lower())
    return match[1] if match else local


def _misread(made: str, stem: str) -> bool:
    """Whether a stem may be the spelling, misread: letters that look alike, and in a long one a letter or two more."""
    one, other = _alike(made), _alike(stem)
    most = 2 if len(made) >= 12 else 1 if len(made) >= 8 else 0
    # An initial more or less is another name that the CV does not print: jm.rochefort is no jrochefort misread.
    begins = one[:2] == other[:2] or len(letters_of(one)) == len(letters_of(other))
    return (len(made) > 2 and one == other) or (
        begins and abs(len(one) - len(other)) <= most - 1 and Levenshtein.distance(one, other) <= most
    )


def _spellings(name: str) -> set[str]:
    """The ways in which an address is made of a name: jane.doe, doe_j, jdoe, jd."""
    words = [letters for word in re.split(r"[\s-]+", name) if (letters := letters_of(word)) and letters not in _BEHIND]
    if len(words) < 2:
        return set()
    first, last, rest = words[0], words[-1], "".join(words[1:])
    initials = "".join(word[0] for word in words)
    made = {initials} if len(words) > 2 else set()
    for joint in (".", "_", "-", ""):
        made.add(joint.join(words))
        made.add(first + joint + initials[1:])
        for count in range(2, len(words)):  # al.rochefort, alderochefort
            made |= {initials[:count] + joint + last, initials[:count] + joint + "".join(words[count:])}
        for surname in (last, rest):
            for one, other in ((first, surname), (surname, first)):  # either may be written first
                made |= {one + joint + other, one[0] + joint + other, one + joint + other[0]}
    return made


def _alike(text: str) -> str:
    """The text with letters that look alike made one."""
    return fold(text).replace("rn", "m").replace("vv", "w").translate(_CONFUSED)
