"""Where the person lives, as far as the CV says: street and town, town and country, or a town."""

import re
from itertools import pairwise

from vivier.resumes.certainty.confidence import DOUBTFUL, FAIR, GOOD
from vivier.resumes.certainty.evidence import found
from vivier.resumes.certainty.likeness import letters_of
from vivier.resumes.layout.lines import Row
from vivier.resumes.model import Found
from vivier.resumes.person.addresses import LABEL, TOWN_LIKE, is_plot, is_street, pieces_of, score_of
from vivier.resumes.person.contacts import emails_in
from vivier.resumes.person.living import told_to_live
from vivier.resumes.person.lone_towns import largest, leading_place, lone_street, lone_town, tells_contact
from vivier.resumes.structure.document import Document
from vivier.resumes.text import fold
from vivier.resumes.wording.opinions import employer_score, place_score, school_score, title_score


def read_location(document: Document, name: str | None = None) -> Found | None:
    """The best place among the rows of the header and the contact section, else of what runs along the pages' edges.

    `name`: the person's own, which is no place.
    """
    names = largest(document) | {fold(name or "")}
    best = None
    for rows in (document.contact_rows[:60], _around_contacts(document), _of_persons(document.rows_of("running")[:60])):
        best = best or _best(document, rows, names)
        if best is not None:
            break
    if best is None:
        return None
    score, text, row = best
    pieces = pieces_of(row.text)
    beside = pieces[pieces.index(text) - 1] if text in pieces[1:] else ""
    if not _tells_street(text) and _leads_to(beside, text):
        return found(f"{beside}, {text}", GOOD, [row])
    text = _alone(text)
    above = rows[rows.index(row) - 1] if rows.index(row) else None
    if (
        above is not None
        and not _tells_street(text)
        and (street := _street_above(above, row))
        and not _shares(street, name)
    ):
        return found(f"{street}, {text}", GOOD, [above, row])
    return found(text, GOOD if score >= 0.9 else FAIR if score >= 0.65 else DOUBTFUL, [row])


def _shares(text: str, name: str | None) -> bool:
    """Whether a text has a word of a name: "LE GOFF Yann" over "29200 Brest" is no street."""
    return not set(fold(text).split()).isdisjoint(w for w in fold(name or "").split() if len(w) > len("les"))


def _tells_street(text: str) -> bool:
    """Whether a piece is a street, a house in one, or a numbered home."""
    return is_street(text) or is_plot(text) or any(is_street(p) or _HOUSE_IN.search(p) for p in text.split(", "))


def _street_above(above: Row, row: Row) -> str | None:
    """The street in the row above a town's, in a cell over it if there are several."""
    if _OF_A_YEAR.match(above.text):
        return None  # "2017 · musicienne de rue"
    cells = [cell for cell in above.cells if len(cell.text) <= _LONGEST and not any(emails_in(cell.text))]
    texts = [(LABEL.sub("", cell.text), abs(cell.left - row.left) < row.size) for cell in cells]
    streets = [text for text, _ in texts if _tells_street(text)]
    return next(iter(streets + [text for text, level in texts if level and _leads_to(text, row.text)]), None)


def _leads_to(text: str, town: str) -> bool:
    """Whether a piece is the street of a town: by its words, or before a code by a number or an article."""
    if _tells_street(text):
        return True
    named = _NUMBERED.match(text) or _OF_A_PLACE.match(text)
    return named is not None and _CODED.search(town) is not None and title_score(text) < _A_POST


_OF_A_YEAR = re.compile(r"\s*(?:19|20)\d{2}(?:\s?[–-]\s?(?:19|20)?\d{2})?\s?[·•|:]")
_LONGEST, _A_POST = 80, 0.3
# "Rose Cottage, Church Lane", whose house has no number; "22 Cois Abhann" over a town in a county.
_HOUSE_IN = re.compile(
    r"^(?:R[ée]sidence|Immeuble|Lotissement|Hameau|Lieu-dit|Domaine)\s|^(?:[A-Z][\w'’-]+\s){1,3}(?:Lane|Street|Road|Avenue|Close|Drive|Crescent|Terrace|Gardens)$"
)
_NUMBERED = re.compile(r"\d{1,4}\s?[A-Za-z]?,?\s[A-ZÀ-Ý][\w'’-]+(?:\s[\w'’-]+){0,3}$")
_OF_A_PLACE = re.compile(r"(?:L[ae]s?|Clos|Mas|Quartier|Ch[âa]teau|Au|Aux)\s[\w'’ -]{3,40}$|L['’][\w'’ -]{3,40}$")
_CODED = re.compile(r"\d{4}|\b(?:[Cc]o\.?|[Cc]ounty)\s|[A-Z]\d")


def _around_contacts(document: Document) -> list[Row]:
    """The first page's rows with a mail address or a number, and those set with them, whatever section has them.

    Where the first page has none, the last one's: a web page may end with them.
    """
    pages = {row.page for row in document.rows if tells_contact(row)}
    first = [row for row in document.rows if row.page == (1 if 1 in pages else max(pages, default=1))]
    found_ = []
    for at, row in enumerate(first):
        if tells_contact(row):
            below = first[at + 1 : at + 2]
            found_ += [*(r for r in first[max(0, at - 1) : at] if _set_alike(r, row)), row]
            found_ += [r for r in below if _set_alike(row, r)]
    return found_[:_FEW]


_FEW = 8


def _set_alike(row: Row, below: Row) -> bool:
    """Whether a row stands right over another, both set alike and neither with a year."""
    near = below.column == row.column and 0 <= below.top - row.bottom < row.size
    alike = abs(row.size - below.size) < 0.3 and row.bold == below.bold and abs(row.left - below.left) < row.size
    return near and alike and not any(_YEAR.search(r.text) for r in (row, below))


_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_LEGAL = re.compile(r"\b(?:s\.?a\.?s\.?u?|sarl|eurl|ltd|limited|llc|inc|gmbh|capital|siren|siret|rcs|company number)\b")


def _of_persons(rows: list[Row]) -> list[Row]:
    """The rows along a page's edges that are no firm's letterhead."""
    return [
        row
        for row in rows
        if not _LEGAL.search(fold(row.text)) and employer_score(row.text.partition(",")[0]) < _A_HOUSE
    ]


_A_HOUSE = 0.6


def _best(document: Document, rows: list[Row], names: set[str]) -> tuple[float, str, Row] | None:
    """The best place that rows name, how good it is and the row it stands in."""
    best: tuple[float, str, Row] | None = None
    spelt = {letters_of(name) for name in names} - {""}  # its letters may be set apart: "INÈS BOU RQU IN"
    for index, row in enumerate(rows):
        own = next((n for n in names if n and fold(row.text).startswith(f"{n} ")), "")
        for text in pieces_of(row.text[len(own) :]) if not _DATED.match(row.plain) else ():
            score = score_of(text) - 0.01 * index
            if letters_of(text) not in spelt and score > -0.01 * index and (best is None or score > best[0]):
                best = (score, text, row)
    best = best or told_to_live(rows) or _over_two(rows) or _labelled(rows) or _behind_post(rows[:_FEW])
    return best or leading_place(rows) or lone_town(document, rows, names) or lone_street(rows)


def _behind_post(rows: list[Row]) -> tuple[float, str, Row] | None:
    """A town in its region behind what somebody is: "Primary school teacher, Castletroy, Limerick"."""
    for row in rows:
        for text in pieces_of(row.text):
            post, _, place = text.partition(", ")
            if place and title_score(post) >= _SURELY_A_POST and score_of(place) >= 1:
                return 0.7, place, row
    return None


_SURELY_A_POST = 0.7
# A row of a list, not of contacts; a house may have such a number ("2016 Halden Rd").
_DATED = re.compile(r"\s*(?:(?:19|20)\d{2}(?:\s?[-–/]\s?(?:19|20)?\d{2})?(?:\s*[:–-]\s|\t)|(?:depuis|since)\s)")


def _alone(text: str) -> str:
    """A place without the post or the house before it: "Développeuse, Grenoble", "History, Halden University, Bath"."""
    pieces = text.split(", ")
    for at in range(len(pieces) - 1, 0, -1):
        rest = ", ".join(pieces[at:])
        named = pieces[at - 1]
        house = title_score(named) >= 0.7 or school_score(named) >= 0.8 or employer_score(named) >= 0.6
        if house and not is_street(named) and place_score(named) < 0.8 and place_score(rest) >= 0.8:
            return rest
    return text


_CODE_LAST = re.compile(r"\d{1,4}[a-z]?,?\s[^\d]{4,40},?\s(?:\d{5}|\d{4})")


def _over_two(rows: list[Row]) -> tuple[float, str, Row] | None:
    """A number, a street and a postcode, whose town a narrow column put on the next line."""
    for row, below in pairwise(rows):
        under = below.column == row.column and below.top - row.bottom < row.size
        if under and _CODE_LAST.fullmatch(row.plain.strip()) and TOWN_LIKE.fullmatch(below.plain.strip()):
            return 1.0, f"{row.plain.strip()} {below.plain.strip()}", row
    return None


def _labelled(rows: list[Row]) -> tuple[float, str, Row] | None:
    """What stands behind "Adresse :", or under it, whatever it is."""
    for row, below in pairwise(rows):
        value = below.text.strip(" ,.")
        near = (
            below.column == row.column and below.top - row.bottom < row.size and abs(below.left - row.left) < row.size
        )
        if near and _LABEL_ALONE.fullmatch(row.plain) and _TOWN_FIRST.match(value) and len(value) <= 60:
            return 0.8, value, row
    for row in rows:
        for piece in re.split(r"\s*[\t|•;]\s*|\s+[–—/-]\s+", row.text):
            match = re.match(
                r"\W{0,3}(?:(?:current|present|permanent|home|mailing|postal|my|ma|mon)\s)?(?:lives|based|where|o[ùu]|adresse|address|location|lieu(?:\sde\sr[ée]sidence)?|ville|city|town|campus|localisation|domicile"
                r"|habite|r[ée]sidence|home|based in|lives in)\]?\s*(?:[:=]|\.{3,}|\])\s*(.{3,80})$",
                piece,
                re.I,
            )
            if match and not any(emails_in(match[1])) and "▮" not in match[1]:
                return 0.8, match[1].strip(" ,."), row
            if (match := _LABEL_FIRST.fullmatch(piece)) is not None:
                return 0.8, match[1], row
    return None


# "Location Welwyn Garden City", in a piece of its own and without a colon.
_LABEL_FIRST = re.compile(
    r"\W{0,3}(?:[Ll]ocation|LOCATION|[Aa]d?dress|[Aa]dresse|[Dd]omicile)\s"
    r"([A-ZÀ-Ý][^\W\d_]+(?:[ '’-][A-ZÀ-Ý]?[^\W\d_]+){0,3}(?:,\s[A-ZÀ-Ý][^\W\d_]+){0,2})"
)


_LABEL_ALONE = re.compile(r"\W*(?:adresse|address|location|localisation|ville|city|domicile)\W*", re.IGNORECASE)
_TOWN_FIRST = re.compile(r"[A-ZÀ-Ý][^\W\d_]{2}[^@:]*$")
