"""Names, addresses and numbers of a CV changed for others of the same make, alike all over one document. Pure.

What a rule looks at stays: capitals, length, form of an e-mail, a first name among first names, the town. Whoever is
not the candidate and has no number or address beside their name (a referee, an author) is not recognised: what comes
out is pseudonymous at best, and personal data.
"""

import hmac
import re
from collections.abc import Iterable
from functools import cache

import phonenumbers

from vivier.people.identity import fold
from vivier.resumes.lexicon import words
from vivier.resumes.lexicon.people import FIRST_NAMES
from vivier.resumes.lexicon.places import CITIES, COUNTRIES, REGIONS, STATE_NAMES, STREET_WORDS

VOWELS, CONSONANTS = "aeiou", "bcdfglmnprst"
MAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
# Without a scheme, capitals are those of "ASP.NET/C#".
LINK = re.compile(r"(?i:https?://|www\.)[^\s|,;)]+|(?:[a-z0-9-]+\.)+[a-z]{2,12}/[^\s|,;)]*")
SITE = re.compile(r"\b(?:[a-z0-9-]+\.)+(?:fr|com|org|net|io|dev|me|eu|co|uk|ca|be|ch)\b", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+")
FIGURES = re.compile(r"\d{1,12}")
PARTICLES = words("de du des la le les d l van von der den da di do dos el al ben bin")
# Where people have pages: the address of a page says whose it is, that of the site does not.
SITES = words(
    """
    linkedin github gitlab bitbucket behance dribbble viadeo xing malt medium stackoverflow kaggle orcid researchgate
    youtube vimeo twitter facebook instagram gmail outlook hotmail yahoo orange free laposte icloud proton protonmail
    wanadoo sfr gmx live exemple example www http https com fr org net eu io dev me uk co edu
    """
)
TAIL = 6  # digits of a number that are somebody's; those before are a country's and a network's


class Mask:
    """`key` is one document's own; `names` are what the candidate is called, `places` where they live."""

    def __init__(
        self,
        key: bytes,
        names: Iterable[str],
        places: Iterable[str] = (),
        numbers: Iterable[str] = (),
        links: Iterable[str] = (),
        *,
        region: str = "FR",
    ) -> None:
        self._key, self._region, places = key, region, list(places)
        called = {fold(w) for name in names for w in WORD.findall(name)}
        self._names = frozenset(w for w in called if len(w) > 1 and w not in PARTICLES)
        longest = sorted(self._names, key=len, reverse=True)
        self._inside = re.compile("|".join(map(re.escape, (w for w in longest if len(w) > 2)))) if longest else None
        self._streets = frozenset(w for place in places for w in _street(place))
        self._hosts = frozenset(h for link in links for h in SITE.findall(link.lower()) if not _is_known(h))
        self._figures = frozenset(f for place in places for f in re.findall(r"\d+", place))
        tails = {"".join(filter(str.isdigit, number))[-TAIL:] for number in numbers}
        own = "|".join(r"[\s.\-()/]{0,2}".join(tail) for tail in tails if len(tail) == TAIL)
        self._own = re.compile(f"(?:{own})(?!\\d)") if own else None

    def line(self, text: str) -> str:
        """A line of the page, or any value that is not altogether somebody's."""
        pieces, at = [], 0
        for start, end, masked in self._found(text):
            if start >= at:
                pieces += [self._plain(text[at:start]), masked]
                at = end
        return "".join([*pieces, self._plain(text[at:])])

    def runs(self, texts: list[str]) -> list[str]:
        """The runs of words of one line. A number that is set wide stands in several."""
        masked = [self.line(text) for text in texts]
        if not self._has_number(" ".join(texts)) or any(map(self._has_number, texts)):
            return masked
        return [self.digits(t) if FIGURES.fullmatch(t) else m for t, m in zip(texts, masked, strict=True)]

    def _has_number(self, text: str) -> bool:
        own = self._own is not None and self._own.search(text) is not None
        return own or phonenumbers.PhoneNumberMatcher(text, self._region).has_next()

    def value(self, field: str, text: str) -> str:
        """A value of a field: what is altogether somebody's is masked whole."""
        if field == "name":
            return WORD.sub(lambda m: self._word(m.group()) if fold(m.group()) in self._names else m.group(), text)
        if field == "emails":
            return self._mail(text)
        if field == "phones":
            return self._number(text)
        if field == "links":
            return self._link(text)
        return self._place(text) if field == "location" else self.line(text)

    def _found(self, text: str) -> list[tuple[int, int, str]]:
        found = [(m.start(), m.end(), self._mail(m.group())) for m in MAIL.finditer(text)]
        found += [(m.start(), m.end(), self._link(m.group())) for m in LINK.finditer(text)]
        found += [(m.start(), m.end(), self._host(m.group())) for m in SITE.finditer(text) if self._is_own(m.group())]
        found += [
            (m.start(), m.end(), self._number(m.group())) for m in (self._own.finditer(text) if self._own else ())
        ]
        numbers = phonenumbers.PhoneNumberMatcher(text, self._region)
        found += [(n.start, n.end, self._number(n.raw_string)) for n in numbers]
        return sorted(found, key=lambda each: (each[0], -each[1]))

    def _plain(self, text: str) -> str:
        """Text without addresses and numbers: names, and the street of an address."""
        there = self._streets & {fold(w) for w in WORD.findall(text)}
        address = self._streets and len(there) * 2 > len(self._streets)
        if address:
            text = re.sub(r"\d+", lambda m: _postal(m.group(), self) if m.group() in self._figures else m.group(), text)

        def one(match: re.Match[str]) -> str:
            word, folded = match.group(), fold(match.group())
            # "Li" and "Roy" are names, "li" and "roy" letters of something else.
            named = folded in self._names and (len(folded) > 3 or word[0].isupper())
            if named or (address and folded in self._streets):
                return self._word(word)
            # A user's name: names written together, an initial beside one.
            rest = self._inside.sub("", folded) if self._inside else folded
            return self._joined(word) if len(rest) < 2 and rest != folded else word

        return WORD.sub(one, text)

    def _place(self, text: str) -> str:
        kept = _kept(text)

        def word(match: re.Match[str]) -> str:
            folded = fold(match.group())
            return match.group() if folded in kept or len(folded) < 3 else self._word(match.group())

        return WORD.sub(word, re.sub(r"\d+", lambda m: _postal(m.group(), self), text))

    def _is_own(self, site: str) -> bool:
        return site.lower() in self._hosts or bool(self._inside and self._inside.search(fold(site)))

    def _mail(self, text: str) -> str:
        local, at, domain = text.partition("@")
        return f"{self._joined(local)}{at}{self._host(domain)}"

    def _link(self, text: str) -> str:
        scheme, host, path = re.fullmatch(r"(https?://)?([^/]*)(.*)", text, re.IGNORECASE | re.DOTALL).groups("")  # type: ignore[union-attr]
        return f"{scheme}{self._host(host)}{self._joined(path)}"

    def _host(self, host: str) -> str:
        return WORD.sub(lambda m: m.group() if fold(m.group()) in SITES else self._joined(m.group()), host)

    def _joined(self, text: str) -> str:
        """Names written together with others or with figures: `camille.lefevre81`, `clefevre`."""

        def run(match: re.Match[str]) -> str:
            letters = fold(match.group())
            if len(letters) < 3 and letters not in self._names:
                return match.group()
            pieces, at = [], 0
            for name in self._inside.finditer(letters) if self._inside else ():
                pieces += [self._initial(letters[at : name.start()]), self._word(name.group())]
                at = name.end()
            return "".join([*pieces, self._initial(letters[at:]) if at else self._word(letters)])

        return re.sub(r"\d+", lambda m: self.digits(m.group()), WORD.sub(run, text))

    def _initial(self, letters: str) -> str:
        """What stands beside a name within a word: mostly the beginning of another name."""
        whose = next((n for n in sorted(self._names) if letters and n.startswith(letters)), None)
        return self._word(whose)[: len(letters)] if whose else (self._word(letters) if letters else "")

    def _number(self, text: str) -> str:
        digits = [i for i, c in enumerate(text) if c.isdigit()][-TAIL:]
        masked = self.digits("".join(text[i] for i in digits))
        letters = list(text)
        for place, digit in zip(digits, masked, strict=True):
            letters[place] = digit
        return "".join(letters)

    def digits(self, number: str) -> str:
        return "".join(str(b % 10) for b in self._bytes(number)[: len(number)]) if len(number) < 32 else "0" * 32

    def _word(self, word: str) -> str:
        folded = fold(word)
        chance = self._bytes(folded)
        if folded in FIRST_NAMES:
            made = _first_names()[int.from_bytes(chance[:4], "big") % len(_first_names())]
        else:
            made = "".join(_letter(c, chance[i % len(chance)]) for i, c in enumerate(folded))
        return made.upper() if len(word) > 1 and word.isupper() else made.capitalize() if word[:1].isupper() else made

    def _bytes(self, text: str) -> bytes:
        return hmac.digest(self._key, text.encode(), "sha256")


def _is_known(host: str) -> bool:
    return all(label in SITES for label in re.split(r"[.-]", host))


def _postal(number: str, mask: Mask) -> str:
    """The first figures of a postal code are a county's, and stay."""
    stays = 2 if len(number) == 5 else 0
    return number[:stays] + mask.digits(number)[stays:]


def _letter(letter: str, chance: int) -> str:
    if not letter.isalpha():
        return letter
    among = VOWELS if letter in "aeiouy" else CONSONANTS
    return among[chance % len(among)]


@cache
def _first_names() -> list[str]:
    return sorted(n for n in FIRST_NAMES if n.isalpha())


@cache
def _known_places() -> frozenset[str]:
    return frozenset({*CITIES, *map(fold, COUNTRIES), *STATE_NAMES, *REGIONS})


def _kept(place: str) -> set[str]:
    """The words of a place that are a town's, a country's or a street's in general."""
    said = [fold(w) for w in WORD.findall(place)]
    kept = {w for w in said if w in STREET_WORDS or w in PARTICLES}
    for size in (1, 2, 3):
        for at in range(len(said) - size + 1):
            run = said[at : at + size]
            if {" ".join(run), "-".join(run)} & _known_places():
                kept |= set(run)
    return kept


def _street(place: str) -> set[str]:
    kept = _kept(place)
    return {w for w in (fold(m) for m in WORD.findall(place)) if len(w) > 2 and w not in kept}
