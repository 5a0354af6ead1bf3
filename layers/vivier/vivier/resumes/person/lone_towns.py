"""Towns and streets that only their place among the contacts tells: no list has them."""

import re

from vivier.resumes.certainty.likeness import letters_of
from vivier.resumes.layout.headings import heading_kind
from vivier.resumes.layout.lines import Row
from vivier.resumes.lexicon import words
from vivier.resumes.lexicon.people import FIRST_NAMES
from vivier.resumes.person.addresses import LABEL, MOVES, SPLIT, TOWN_LIKE, is_plot, is_street, pieces_of, score_of
from vivier.resumes.person.contacts import emails_in, phone_candidates
from vivier.resumes.person.links import links_in
from vivier.resumes.structure.document import Document
from vivier.resumes.text import fold
from vivier.resumes.wording.opinions import UNFINISHED, employer_score, title_score

_CONTACT_WORDS = words(
    """
    telephone tel phone mobile portable email mail e-mail courriel adresse address site web website linkedin github
    mob call text texts ring write sms whatsapp joindre joignable appeler appelez appels ecrire ecrivez
    portfolio permis licence contact nom prenom name age nationalite nationality page curriculum vitae cv
    """
)


def lone_town(document: Document, rows: list[Row], names: set[str]) -> tuple[float, str, Row] | None:
    """A town that no list of ours has: a short piece between contacts, written like a name, that is none of ours."""
    spelt = {letters_of(name) for name in names}
    seen = {tidy_case(w) for row in document.rows_of("skills", "languages") for w in re.split(r"[\t,]", row.text)}
    for row in rows[:14]:
        pieces = SPLIT.split(row.text)
        contact = [p for p in pieces if any(emails_in(p)) or any(phone_candidates(p)) or links_in(p)]
        beside = len(contact) >= 1 or _between_contacts(rows, row) or _under_name(document, rows, row)
        for piece in [*pieces, *_left_over(row.text, contact)]:
            number = next((raw for raw, _ in phone_candidates(piece)), None)
            text = MOVES.sub("", LABEL.sub("", piece.partition(number)[0] if number else piece)).strip(" ,.(+")
            small = text.islower() and (contact or rows[0].text.islower())
            like = TOWN_LIKE.fullmatch(text) or (small and TOWN_LIKE.fullmatch(text.title()))
            if not beside or (piece in contact and not number) or not like or tidy_case(text) in seen:
                continue
            if (
                heading_kind(text) is not None
                or UNFINISHED.search(text)
                or _MOBILE.match(fold(text))
                or any(w in _CONTACT_WORDS for w in fold(text).split())
                or (text.isupper() and len(text) <= _IN_SHORT and not row.text.isupper() and "," in row.text)
            ):
                continue
            first = row is rows[0] and piece is pieces[0]
            own = (
                first or letters_of(text) in spelt or _is_own_name(document, text, bool(contact) and row is not rows[0])
            )
            if title_score(text) < 0.3 and employer_score(text) < 0.5 and not own:
                return 0.5 if text.islower() else 0.6, text, row
    return None


def _left_over(text: str, contact: list[str]) -> list[str]:
    """What is left of a line of contacts between commas without them: "06 39 98 44 90, maud@exemple.fr, Trébeurden"."""
    left = [piece for part in contact if "," in part for piece in pieces_of(part)]
    return [piece.strip(" ,.") for piece in left if piece.strip(" ,.")][:1] if contact else []


def _under_name(document: Document, rows: list[Row], row: Row) -> bool:
    """Whether a word or two stand alone between the name and a line of contacts."""
    at = next(i for i, r in enumerate(rows) if r is row)
    few = len(row.cells) == 1 and len(row.text.split()) <= _BRIEF
    if not few or not 0 < at < len(rows) - 1 or not tells_contact(rows[at + 1]):
        return False
    return any(fold(cell.text) in largest(document) for cell in rows[at - 1].cells)


# How far somebody goes, and no town: "Télétravail possible", "Open to remote".
_MOBILE = re.compile(
    r"(?:open|willing|able|ready|happy|free|available|looking|remote|hybrid|teletravail|mobil|disponib|dispo|ouvert|pret"
    r"|libre|recherche|vehicule|full|clean|own)"
)
_BRIEF, _IN_SHORT = 2, 5


def lone_street(rows: list[Row]) -> tuple[float, str, Row] | None:
    """A street, or what is an address where streets have no names ("villa 4174"), between the person's contacts."""
    for row in rows[:14]:
        if tells_contact(row) and (street := next(filter(is_street, pieces_of(row.text)), None)) is not None:
            return 0.65, street, row
        text = LABEL.sub("", row.text).strip(" ,.")
        told = is_street(text) or is_plot(text)
        if told and len(text) <= 80 and "\t" not in text and not tells_contact(row) and _beside_contacts(rows, row):
            return 0.65, text, row
    return None


def leading_place(rows: list[Row]) -> tuple[float, str, Row] | None:
    """A place that opens a row among the contacts, whatever goes on behind it: "Vitré (35), 30 min de Rennes"."""
    for row in rows[:14]:
        if not (tells_contact(row) or _beside_contacts(rows, row)):
            continue
        for piece in pieces_of(row.text):
            ends = [m.start() for m in _GOES_ON.finditer(piece)]
            for end in reversed(ends):
                score = score_of(piece[:end])
                if score >= _A_PLACE and (score >= 1 or title_score(piece[:end]) < _A_POST):
                    return 0.7, piece[:end], row
    return None


_GOES_ON = re.compile(r"[,.]\s|\s\(")
_A_PLACE, _A_POST = 0.8, 0.3


def _beside_contacts(rows: list[Row], row: Row) -> bool:
    at = next(i for i, r in enumerate(rows) if r is row)
    return any(tells_contact(r) for r in rows[max(0, at - 2) : at + 3] if r is not row)


def tidy_case(text: str) -> str:
    return fold(text).strip(" .:")


def _between_contacts(rows: list[Row], row: Row) -> bool:
    at = next(i for i, r in enumerate(rows) if r is row)
    near = [*rows[max(0, at - 1) : at], *rows[at + 1 : at + 2]]
    if near and all(tells_contact(r) for r in near):
        return True
    return any(
        len(pair) == 2 and all(tells_contact(r) for r in pair) and _in_step(row, *pair)
        for pair in (rows[at + 1 : at + 3], rows[max(0, at - 2) : at][::-1])
    )


def tells_contact(row: Row) -> bool:
    """Whether a row holds a mail address, a number or a link."""
    return any(emails_in(row.text)) or any(phone_candidates(row.text)) or bool(links_in(row.text))


def _in_step(row: Row, near: Row, far: Row) -> bool:
    """Whether three rows are set alike, at equal distances: one list."""
    aligned = [abs(r.left - row.left) < _EVEN or abs(r.right - row.right) < _EVEN for r in (near, far)]
    alike = all(aligned) and all(abs(r.size - row.size) < 0.3 for r in (near, far))
    return alike and abs(abs(near.top - row.top) - abs(far.top - near.top)) < 1.5


def _is_own_name(document: Document, text: str, in_line: bool) -> bool:
    """Whether a text is of the person's name; behind a mail address in one line none is expected ("ST DENIS")."""
    words = fold(text).split()
    return (not in_line and any(w in FIRST_NAMES for w in words[:1])) or any(fold(text) in t for t in largest(document))


def largest(document: Document) -> set[str]:
    """What is set largest on the first page: a name, though it may end like a state ("Athul AR")."""
    first = [r for r in document.rows if r.page == 1]
    large = max((r.size for r in first), default=0.0)
    alike = [r for r in first if r.size >= large - 0.5]
    texts = {fold("\t".join(c.text for c in r.cells if c.size >= large - 0.5) or r.text) for r in alike}
    return texts if len(alike) <= _FEW else set()


_FEW, _EVEN = 3, 3.0
