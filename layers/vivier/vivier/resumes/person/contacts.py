"""E-mail addresses and phone numbers, from the text and from links that hide them."""

import re
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import unquote

from vivier.resumes.certainty.confidence import FAIR, GOOD, SURE
from vivier.resumes.certainty.cut import Whole, whole_texts
from vivier.resumes.certainty.damage import Address, mended_addresses
from vivier.resumes.certainty.evidence import written
from vivier.resumes.certainty.likeness import SPELLED, letters_of, like_address
from vivier.resumes.certainty.misread import mail_as_meant, was_recognised
from vivier.resumes.layout.lines import Row
from vivier.resumes.model import Box, Found, PageLink
from vivier.resumes.structure.document import Document
from vivier.resumes.text import fold
from vivier.resumes.wording.dates import find_ranges

MAX_EACH = 10
_EMAIL = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._%+'-]{0,63}\s?@\s?[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\.){1,6}[A-Za-z]{2,24}")
# An icon before a whole address is no part of one: "6134 @ siobhan@gmx.example".
_ICON = re.compile(r"(?<!\S)@\s(?=[\w.+%'-]+@[\w-])")
_GLUED_BEHIND = re.compile(r"(\.(?:com|org|net|fr|be|ch|ca|io|me|eu|uk|de))[A-ZÀ-Ý][a-zà-ÿ].*$")
_SPACED = re.compile(r"\s?@\s?")
_PHONE = re.compile(
    r"(?<![\w/=.@-])(?:\+|00)?[\s(]{0,2}\d(?:(?:[\s.()/·_-]{0,3}|\)\s·\s|\s?(?:[–—‑]|--)\s?)\d){6,21}"
    r"(?![\w@]|[.,]\d|\s?[*xX]{2})"
)
# A code or a department before a number: "Yakima, WA 98902 (509) 555-0176", "Roscoff (29) 02 61 91 73 05".
_BEHIND_ZIP = re.compile(r"^(?:\d{5}\s(?=\(\d{3}\))|\(\d{2}\)\s(?=0\d(?:[\s.]\d\d){4}))")
_FAX = re.compile(r"\bfax\b[^\d+]{0,12}$|\bf\s?:\s*$")
_LABEL = re.compile(r"(?:tel|telephone|phone|mobile|mob|portable|port|cell|gsm|call|t|m|p|whatsapp|handy)\W{0,4}$")
# The numbers of papers, and of exams, are no phones.
_PAPER = re.compile(
    r"(?:\b(?:cin|cni|cnib|nni|nina|siret|siren|rpps|adeli|matricule|passeport|passport|carte d'identite|id card)"
    r"|\b(?:profil|candidat|dossier|reference|ref)\.?\s(?:candidat\s)?n\s?[°o]"
    r"|\bn\s?[°o]\s?(?:de\s)?(?:table|cin|cni|passeport|permis|matricule|securite sociale))\W*(?:n\W{0,3}|n[°o]\W*)?$"
)
_IN_PAIRS = ("CI", "BJ", "DZ", "MA")  # ten digits in pairs, as in France
_REFEREES = ("reference", "referee", "references", "recommand")


def read_emails(document: Document, name: str | None = None) -> list[Found]:
    """The person's addresses, one each: made of their `name`, then of the header, then others."""
    found: dict[str, Found] = {}
    own = document.contact_rows
    wholes = whole_texts(own)
    for row in [*own, *document.rows]:
        whole = wholes.get(id(row)) or Whole(row.text, [row])
        for address in _as_meant(whole, name):
            known = found.get(address.value.lower())
            if known is not None and known.confidence >= address.confidence:
                continue
            if _spells(address.value, name) or not of_referee(document, row):
                found[address.value.lower()] = written(address.value, address.confidence, whole.rows, address.written)
    for link in document.links:
        hidden = _from_mailto(link.url)
        if hidden and hidden.lower() not in found:
            found[hidden.lower()] = _hidden(hidden, 0.95, link)
    shown = any(address.source for address in found.values())
    # A link may still lead where an older copy of the CV led: what is written comes first.
    order = sorted(found.values(), key=lambda address: (shown and not address.source, not _spells(address.value, name)))
    return order[:MAX_EACH]


def _as_meant(whole: Whole, name: str | None) -> Iterator[Address]:
    """The addresses of a row; of a scan's those that do not spell the name, which could tell a letter, are not sure."""
    recognised = was_recognised(whole.rows)
    for address in addresses_in(whole.text):
        meant = mail_as_meant(address, whole.text, name) if recognised else address
        sure = not recognised or _spells(meant.value, name)
        yield meant if sure else meant._replace(confidence=min(meant.confidence, FAIR))


def emails_in(text: str) -> Iterator[str]:
    """The addresses of a text, mended where they were damaged."""
    return (address.value for address in addresses_in(text))


def addresses_in(text: str) -> Iterator[Address]:
    """The addresses of a text as they are meant and as they stand in it."""
    text = _ICON.sub("", text)
    for mended in mended_addresses(text):
        yield mended
        text = text.replace(mended.written, " ")
    for match in _EMAIL.finditer(text):
        # Recognition puts spaces around the @; an icon's white may be lost behind the ending.
        written = _GLUED_BEHIND.sub(r"\1", match[0])
        yield Address(_SPACED.sub("@", written).strip("'.-_"), written, SURE)


def _from_mailto(url: str) -> str | None:
    if not url.lower().startswith("mailto:"):
        return None
    match = _EMAIL.fullmatch(unquote(url[7:300]).split("?")[0].strip())
    return match[0] if match else None


def _hidden(value: str, confidence: float, link: PageLink) -> Found:
    boxes: list[Box] = [link.box] if link.box is not None else []
    return Found(value=value, confidence=confidence, boxes=boxes, source="")


def of_referee(document: Document, row: Row) -> bool:
    """Whether a row stands among references: those addresses are other people's."""
    for section in document.sections:
        if section.kind == "other" and section.heading is not None and any(r is row for r in section.rows):
            return any(word in fold(section.heading.text) for word in _REFEREES)
    return False


def _spells(address: str, name: str | None) -> bool:
    """Whether an address is made of a name's first and last words."""
    spelled = [letters_of(address.split("@")[0]), letters_of(address)]  # the second for jack@sparrow.example
    return name is not None and like_address(name, spelled) >= SPELLED


def phone_candidates(text: str) -> Iterator[tuple[str, bool]]:
    """Runs of digits that may be phones, and whether a label says so; dates and fax numbers are left out."""
    for match in _PHONE.finditer(text):
        raw = _BEHIND_ZIP.sub("", match[0].strip())
        before = fold(text[max(0, match.start() - 24) : match.start()])
        digits = re.sub(r"\D", "", raw)
        several = re.split(r"\s{3,}|\s/\s?|/\s", raw)
        if "   " in raw or (len(several) > 1 and all(map(_long_enough, several))):
            yield from ((part.strip(), bool(_LABEL.search(before))) for part in several if _long_enough(part))
            continue
        if not 7 <= len(digits) <= 15 or (len(set(digits)) == 1 and digits[0] == "0") or _FAX.search(before):
            continue
        if _PAPER.search(before):
            continue
        if not raw.startswith("+") and _is_period(raw):
            continue
        yield raw, bool(_LABEL.search(before))


def _long_enough(part: str) -> bool:
    return 8 <= len(re.sub(r"\D", "", part)) <= 15


def best_number(raw: str, country: str | None, *, strict: bool) -> tuple[str, float] | None:
    """The number of a run of digits; when the whole is none, of its first groups: a postcode may follow."""
    home = _by_grouping(raw, country) or country
    whole = to_e164(raw, home, strict=strict)
    if whole is not None and whole[1] > FAIR:
        return whole
    groups = [m.end() for m in re.finditer(r"\d+\)?", raw)]
    for end in reversed(groups[1:-1]):
        part = to_e164(raw[:end], home, strict=True)
        if part is not None and part[1] > FAIR:
            return part
    return whole


_IN_FOURS = frozenset(("NG", "KE", "PK"))  # "0803 000 1234", as in Britain


def _by_grouping(raw: str, country: str | None) -> str | None:
    """The country whose way of grouping digits a national number follows."""
    if raw.lstrip(" (").startswith(("+", "00")):
        return None
    sizes = [len(g) for g in re.findall(r"\d+", raw)]
    digits = re.sub(r"\D", "", raw)
    if digits[:1] != "0":
        if sizes == [2, 3, 2, 2] and digits[0] in "37":
            return "SN"
        return "US" if sizes in ([3, 3, 4], [1, 3, 3, 4]) else None
    if sizes == [4, 2, 2, 2] and digits.startswith("04"):
        return "BE"
    if sizes == [3, 3, 2, 2]:
        return "CH"
    if sizes == [3, 3, 4] and digits.startswith("08"):
        return "IE"
    if sizes == [4, 3, 3] and digits.startswith("04"):
        return "AU"
    if sizes == [4, 3, 4] and country in _IN_FOURS:
        return country
    if sizes in ([5, 6], [5, 3, 3], [3, 4, 4], [4, 3, 4], [4, 3, 3]) and len(digits) >= 10:
        return "IE" if digits.startswith("08") and len(digits) == 10 else "GB"
    pairs = sizes == [2, 2, 2, 2, 2]
    return country if pairs and country in _IN_PAIRS else "FR" if pairs else None


def _is_period(raw: str) -> bool:
    ranges = find_ranges(raw)
    return bool(ranges) and sum(r.finish - r.begin for r in ranges) > 0.6 * len(raw)


def read_phones(document: Document) -> list[Found]:
    """The person's numbers in E.164; a national number is read as one of the CV's country."""
    found: dict[str, Found] = {}
    own = document.contact_rows
    known = {id(row) for row in own}
    for rows, at_home in ((own, True), (document.rows, False)):
        for above, row in pairwise([None, *rows]):
            if row is None or (not at_home and (id(row) in known or of_referee(document, row))):
                continue
            if above is not None and _PAPER.search(fold(above.text)):
                continue
            for raw, labelled in phone_candidates(row.text.replace("\t", " | ")):
                number = best_number(raw, document.country, strict=not (at_home or labelled))
                if number and number[0] not in found:
                    found[number[0]] = written(number[0], number[1], [row], raw)
    for link in document.links:
        if link.url.lower().startswith(("tel:", "callto:")):
            number = to_e164(unquote(link.url.split(":", 1)[1])[:40], document.country, strict=False)
            if number and number[0] not in found:
                found[number[0]] = _hidden(number[0], min(0.95, number[1]), link)
    return list(found.values())[:MAX_EACH]


def to_e164(raw: str, country: str | None, *, strict: bool) -> tuple[str, float] | None:
    """The number in E.164 with its confidence; `strict` refuses what no network has given out."""
    import phonenumbers  # its tables cost a cold start more than the rest of the reader; scans without digits never pay

    text = re.sub(r"^\s*00", "+", re.sub(r"^\+\s*(?=0[1-9])", "", raw.strip().replace("·", "-")))
    international = text.startswith("+")
    if not international and text.startswith("0") and country in ("US", "CA"):
        country = "GB"  # no number of North America begins with 0
    text = re.sub(r"^(\+\d{1,3})\s*\(0\)", r"\1 ", text)
    if not international and _lacks_plus(text, country):
        text, international = f"+{text}", True
    for region in (None,) if international else (country,) if strict else (country, *_neighbours(country)):
        if region is None and not international:
            continue
        try:
            number = phonenumbers.parse(text, region)
        except phonenumbers.NumberParseException:
            continue
        valid = phonenumbers.is_valid_number(number)
        whole = phonenumbers.is_possible_number_with_reason(number) == phonenumbers.ValidationResult.IS_POSSIBLE
        if not valid and (strict or not whole):
            continue
        if not international and region != country and (not valid or (number.national_number or 0) < 10_000_000):
            continue
        confidence = (
            SURE if valid and international else GOOD + 0.03 if valid and region == country else FAIR if valid else 0.55
        )
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164), confidence
    return None


_CODE_FIRST = re.compile(r"\(?(\d{1,3})\)?[\s.-]")


def _lacks_plus(text: str, country: str | None) -> bool:
    """Whether a number begins with a country's code by itself and is none at home: "33 6 12 34 56 78"."""
    import phonenumbers

    code = _CODE_FIRST.match(text)
    if code is None or not 10 <= len(re.sub(r"\D", "", text)) <= 15 or text.startswith("0"):
        return False
    own = phonenumbers.country_code_for_region(country or "")
    for region, number in ((country, text), (None, f"+{text}")):
        try:
            parsed = phonenumbers.parse(number, region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(parsed):
            # The code of one's own country counts as one where the parser takes it for that, too.
            return region is None and (own != 1 or parsed.country_code != 1) and str(parsed.country_code) == code[1]
    return False


def _neighbours(country: str | None) -> tuple[str, ...]:
    """Countries to try when the CV's own refuses a number."""
    return tuple(c for c in ("FR", "GB", "US", "BE", "CH", "DE", "IE") if c != country)
