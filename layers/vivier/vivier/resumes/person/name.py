"""The person's name: large, near the top, two to four words, like the e-mail address."""

import re
from collections import Counter
from itertools import pairwise

from vivier.resumes.certainty.confidence import DOUBTFUL, FAIR, GOOD
from vivier.resumes.certainty.evidence import found
from vivier.resumes.certainty.likeness import SPELLED, letters_of, like_address
from vivier.resumes.certainty.misread import capital_as_meant, was_recognised
from vivier.resumes.layout.headings import heading_kind
from vivier.resumes.layout.lines import Row
from vivier.resumes.lexicon.people import FIRST_NAMES, TRADE_SURNAMES
from vivier.resumes.model import Found
from vivier.resumes.person.contacts import emails_in
from vivier.resumes.person.name_offers import MAX_ROWS, offers
from vivier.resumes.structure.document import Document
from vivier.resumes.structure.sections import body_size
from vivier.resumes.text import fold
from vivier.resumes.wording.dates import find_ranges
from vivier.resumes.wording.opinions import employer_score, place_score, title_score

_BORN = re.compile(r"\s*,?\s(?:n[ée]e|épouse|ép\.|veuve|vve\.?|formerly)\s[A-ZÀ-Ý][\w'’ -]+$", re.IGNORECASE)
_NOISE = re.compile(
    r"^(?:c\.?v\.?|curriculum\s+vit[aeæ]+|resume|r[ée]sum[ée]|lebenslauf)\b\s*(?:de\b|of\b"
    r"|for\b)?\s*[:|–—-]?\s*|\s*[|–—:-]?\s*\b(?:c\.?v\.?|curriculum vitae|resume|r[ée]sum[ée])$",
    re.IGNORECASE,
)
_CIVILITY = re.compile(
    r"^(?:m(?:r|me|lle|rs|s)?\.?|monsieur|madame|mademoiselle|dr\.?|pr\.?|prof\.?"
    r"|ma[iî]tre|me|sir|(?:the\s)?rev(?:d|erend)?\.?|dipl\.-?\s?ing\.?|ing\.|eng\.|arch\.)\s+(?=[A-ZÀ-Ý])",
    re.IGNORECASE,
)
# Degrees and memberships that stand behind a name, one or several of them, and how somebody is spoken of.
_AFTER = re.compile(
    r"(?:(?:,\s*|\s+)(?:ph\.?d|mba|m\.?sc|md|cpa|pmp|esq|phr|rn|aca|acca|cfa|he/him|she/her|pgce|qts|[fm]?cipd|fca|cima"
    r"|acma|cgma|[fm]rics|mcim|c\.?eng|mi(?:mech|struct)e|miet|p\.?eng|rgn|rmn|bsn|msn|dnp|ccrn|cissp|csm|lcsw|shrm-s?cp"
    r"|riba|obe|mbe|mcips|mcsp|mrcgp|mrcp|mrcs|mrcvs|frc[spa]|frsa|fcca|fcips|f?maat|[mf]bcs|[mf]ice|[mf]ciob|miei"
    r"|(?:grad|tech|c)?miosh|mbacp|acib|acii|fcii|cisa|cism|sphr|ccna|msw|lmsw|lmft|lpn|dds|dvm|dpt|psyd|dba|mph|mfa|mphil|dphil|crha"
    r"|dip\.?\s?(?:he|ed|sw)|hn[dc]|cert\.?\s?ed|b\.?sc|b\.?eng|ll[bm]|ed\.?d|(?-i:B\.?A|M\.?A|B\.?Ed|M\.?Ed|NP|JD))\.?®?(?:\s\(hons\.?\))?)+$",
    re.IGNORECASE,
)
# How somebody is called, within the name: William "Bill" Hartley, Xiaoling (Lily) Chen.
_NICKNAME = re.compile(r"(?<=\w)\s+([\"“«‘'’(])\s?(?!(?i:née?|hons)\b)([A-ZÀ-Ý][\w-]{1,19})\s?[\"”»’')]\s+(?=[A-ZÀ-Ý])")
_LABEL = re.compile(
    r"^[\s*•\[-]*(nom(?:\(s\))?(?:\s*(?:,|&|et|/|-)?\s*pr[ée]noms?(?:\(s\))?|\scomplet|\sde\sfamille|\sd['’]usage)?"
    r"|pr[ée]noms?(?:\(s\))?(?:\s*(?:,|&|et|/|-)?\s*nom(?:\(s\))?)?|(?:full\s+)?name|(?:first|given)\s*names?"
    r"|(?:last|family)\s*name|(?:first|last|sur)\s?name(?:\(s\))?\s*(?:,|&|and|/)\s*(?:first|last|sur)\s?name(?:\(s\))?"
    r"|forenames?(?:\(s\))?|surname(?:\s*(?:,|&|and|/)\s*forenames?(?:\(s\))?)?|candidate?|identit[ée]|applicant"
    r"|(?:full\s)?name\sof\s(?:the\s)?(?:applicant|candidate)|nom\sdu\scandidat)\]?\s*(?:[:：=|]|\.{3,}|…+|\]|(?<=\w)\s-\s)\s*(.{2,80})$",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"^\s*\[(?:full\s)?name\]\s*(.{2,60})$", re.IGNORECASE)
# Signs around a name, and what greets before it.
_FRAME = re.compile(r"^[^\w(]+|(?:(?!\.$)[^\w.)])+$|(?<=[^\W\d_]{4})[.]$")
_GREETING = re.compile(
    r"^(?:(?:hello|hi|hey|bonjour)\b[\s,!.–—-]*)?(?:i['’]?\s?a?m|je suis|my name is|je m['’]appelle|moi c['’]est)\s+",
    re.IGNORECASE,
)
_REVERSED = re.compile(r"^([^\W\d_][\w'’-]+(?:\s[\w'’-]+)?),\s([^\W\d_][\w'’-]+(?:\s[\w'’.-]+)?)$")
# What a consultancy or an applicant calls the sheet itself.
_SHEET = re.compile(
    r"dossier (?:de |des )?competences?|candidature(?: spontanee)?|(?:fiche|profil) (?:de )?candidate?|portfolio"
    r"|(?:candidate|personal|professional) (?:profile|details|summary)|(?:lettre de motivation|cover letter)"
    r"|(?:job |employment )?application(?: form)?(?: for employment)?|demande d'emploi|(?:candidate|applicant) form"
    r"|(?:dossier|fiche|formulaire) de (?:candidature|renseignements?)"
)
_WORD = re.compile(r"^(?:[^\W\d_][^\W\d_'’.-]*(?:['’.-][^\W\d_]*)*)$")
# Where the last part of an address is what somebody is called.
_PROFILE = re.compile(
    r"linkedin\.com/in/|(?:github|gitlab|twitter|x|behance|medium|codewars|leetcode)\.(?:com|net)/[^/]+/?$"
)
_INITIALS = re.compile(r"^((?:[A-ZÀ-Ý]\.)+)(?=[A-ZÀ-Ý][a-zà-ÿ]{2})")  # "A.Aishwarya"
_PARTICLES = frozenset(
    [
        "de",
        "du",
        "des",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "da",
        "dos",
        "di",
        "del",
        "el",
        "al",
        "ben",
        "bin",
        "ibn",
        "y",
        "d",
        "of",
    ]
)
_NUMERALS = frozenset(("II", "III", "IV"))
# Written small within a name: "Jean de La Fontaine", "Ana da Silva".
_SMALL_PARTICLES = frozenset(("de", "du", "des", "da", "das", "dos", "do", "di", "von", "van", "der", "den", "y"))
_SURE, _RIGHT, _LIKELY, _BARELY = 2.2, 1.5, 1.0, 0.4
_WORDS = 2
_STRANGE = 1.3  # what a post or a house, however large, gives way to any name


def read_name(document: Document) -> Found | None:
    """The best candidate of the first pages' header rows, or what stands after "Nom :"."""
    labelled = _labelled(document)
    if labelled is not None:
        return labelled
    addresses = [a for row in document.contact_rows for a in emails_in(row.text)]
    locals_ = [letters_of(part) for a in addresses for part in (a.split("@")[0], a.split(".")[0])]
    slugs = [letters_of(u.url.rstrip("/").split("/")[-1]) for u in document.links if _PROFILE.search(u.url.lower())]
    body = body_size(document.rows)
    best: tuple[float, str, list[Row]] | None = None
    odd = best  # the best of what reads as a post or a house: a name after all where no other is
    first = min((r for r in document.rows if r.page == 1 and not _is_sheet(r.text)), key=lambda r: r.top, default=None)
    for rank, offer in enumerate(offers(document)):
        rows = offer.rows
        text = _unglued(capital_as_meant(offer.text) if was_recognised(rows) else offer.text, addresses)
        opens = rows[0] is first and text == first.text
        small = _in_lower_case(text, locals_ + slugs, opens)
        name = clean_name(text) or small or _mended(text, locals_ + slugs)
        if name is None:
            continue
        score = _score(name, offer.row, rank, body) + offer.sign
        if _known(name) or not _is_house(name) or _begins(name, addresses):
            score += like_address(name, locals_ + slugs)
        score += 0.2 * (rows[0] is first and rank < 4 and _title(name) < 0.3)
        if small and not _known(name):
            score = min(score, _BARELY)  # any other is more likely
        stranger = _strange(name) and not _CIVILITY.match(text) and not _begins(name, addresses)
        if not stranger and (best is None or score > best[0]):
            best = (score, name, rows)
        elif stranger and (odd is None or score > odd[0]):
            odd = (score, name, rows)
    if odd is not None and (best is None or best[0] < _BARELY or odd[0] - _STRANGE > best[0]):
        best = odd
    if best is None or best[0] < _BARELY:
        return _from_mail(document)
    score, name, rows = best
    return found(
        well_written(name),
        GOOD + 0.07 if score >= _SURE else GOOD if score >= _RIGHT else FAIR if score >= _LIKELY else DOUBTFUL,
        rows,
    )


def _is_sheet(text: str) -> bool:
    """Whether a row only says what the sheet is: "Curriculum Vitae"."""
    return not _NOISE.sub("", text).strip(" |,:;•·–—-")


def _labelled(document: Document) -> Found | None:
    parts: dict[str, tuple[str, Row]] = {}
    for row in document.contact_rows[:MAX_ROWS]:
        beside = [f"{label.text.rstrip(' :')} : {cell.text}" for label, cell in pairwise(row.cells)]
        for text in (row.text.replace("\t", " "), *beside, *(c.text for c in row.cells)):
            match = _LABEL.match(text)
            label, value = (
                ("name", bare[1]) if (bare := _BRACKETED.match(text)) else (match[1], match[2]) if match else ("", "")
            )
            turned = _REVERSED.match(value.strip())
            if turned and " " not in turned[1] and turned[2][0].isupper() and not _AFTER.search(value):
                value = f"{turned[2]} {turned[1]}"  # a label leaves no doubt that both are names
            if label and clean_name(value) is not None:
                parts.setdefault(_which(fold(label)), (value.strip(), row))
    if "first" in parts and "last" in parts:
        first, last = parts["first"], parts["last"]
        return found(well_written(f"{first[0]} {last[0]}"), GOOD, [first[1], last[1]])
    whole = parts.get("whole") or parts.get("last")
    if whole and len(whole[0].split()) >= 2:
        return found(well_written(str(clean_name(whole[0]))), GOOD, [whole[1]])
    return None


def is_name_label(text: str) -> bool:
    """Whether a text is what forms say before a name."""
    return _LABEL.match(f"{text.rstrip(' :')} : Xx") is not None


def _which(label: str) -> str:
    """Which part of a name a label announces: "Nom" alone may be all of it."""
    if len(re.findall(r"\bname\b|nom\b|surname", label)) > 1:
        return "whole"  # "First name / last name"
    first = label.startswith(("first", "given", "forename")) or re.fullmatch(r"prenoms?", label)
    last = re.fullmatch(r"nom(?: de famille| d.usage)?|surname|(?:last|family)\s?name", label)
    return "first" if first else "last" if last else "whole"


def clean_name(text: str) -> str | None:
    """The text as a name, or None: words of letters, the first ones capitalised, no heading."""
    text = _FRAME.sub("", " ".join(text.replace("\t", " ").replace("_", " ").split()))
    text = _NOISE.sub("", _GREETING.sub("", text)).strip(" |,:;•·–—-")
    if fold(text) in ("curriculum", "vitae"):  # over two lines
        return None
    if (called := _NICKNAME.search(text)) is not None:
        first, last = clean_name(text[: called.start()]), clean_name(text[called.end() :])
        nickname = f"({called[2]})" if called[1] == "(" else f'"{called[2]}"'
        return f"{first} {nickname} {last}" if first and last else None
    if (turned := _REVERSED.match(text)) and (turned[1].isupper() or fold(turned[2].split()[0]) in FIRST_NAMES):
        text = f"{turned[2]} {turned[1]}"
    if "|" in text and len(text.split()) > 4:
        return None
    text = _INITIALS.sub(r"\1 ", _CIVILITY.sub("", _BORN.sub("", text)))
    if len((bare := _AFTER.sub("", text)).split()) > 1:  # "Li MA" has a surname
        text = bare
    text = text.strip(" |,:;")
    if text[-4:].isdigit() and (dates := find_ranges(text)):
        text = text[: dates[0].begin].strip(" |,:;")
    text = re.sub(r"(?<=[a-zà-ÿ]{3})(?=[A-ZÀ-Ý][A-ZÀ-Ý'’])", " ", re.sub(r"\s*\|\s*", " ", text))
    words = text.split()
    if len(words) > 2 and _is_monogram(words[0], words[1:]):
        words = words[1:]
        text = " ".join(words)
    if not 1 <= len(words) <= 6 or not 3 <= len(text) <= 60 or heading_kind(text) is not None:
        return None
    if _SHEET.fullmatch(fold(text)):
        return None
    if not all(_WORD.match(w) for w in words):
        return None
    if not all(w[0].isupper() or fold(w) in _PARTICLES or fold(w).startswith(("d'", "l'")) for w in words):
        return None
    return text


def _is_monogram(word: str, name: list[str]) -> bool:
    """Whether a word before a name is made of its initials: "JD Jane Doe", "WK KAUR GILL Wei"."""
    initials = [w[0].upper() for w in name]
    if not word.isupper() or not 2 <= len(word) <= len(initials) or fold(word) in _PARTICLES:
        return False
    return word == "".join(initials) or not Counter(word) - Counter(initials)


def _in_lower_case(text: str, locals_: list[str], opens: bool = False) -> str | None:
    """A name that its owner writes without capitals: one that begins with a first name, or that the address spells.

    `opens`: the page opens with it, which makes it a name even if nothing else says so.
    """
    text = _NOISE.sub("", text)  # "CV jordan lemercier"
    words = [w for w in text.split() if letters_of(w)]
    most = 0.7 if like_address(text, locals_) >= SPELLED else 0.3
    if not text.islower() or not 2 <= len(words) <= 4 or _title(text) >= most:
        return None
    if len(words) > 2 and place_score(words[-1]) >= 0.8:
        return None  # the town of the next line
    name = clean_name(" ".join(w if w in _PARTICLES else w.title() for w in words))
    known = words[0].split("-")[0]
    told = fold(known) in FIRST_NAMES or like_address(name or "", locals_) >= 0.9
    return name if told or (opens and len(words) < 4 and words[0] not in _PARTICLES and not _is_house(text)) else None


def _unglued(text: str, addresses: list[str]) -> str:
    """First and last name set without a space or with one in every word, parted where an address parts them.

    Two weights or colours do the one, letters set apart the other, behind a monogram or not: "ME M AR I SOL DO E".
    """
    whole = text.strip()
    if " " in whole and not (whole.isupper() and len(whole.split()) > _WORDS):
        return text
    letters = whole.replace(" ", "")
    for address in addresses:
        first, *rest = [letters_of(part) for part in re.split(r"[._-]", address.split("@")[0])]
        if len(rest) != 1 or min(len(first), len(rest[0])) < _WORDS:
            continue
        if _in_whole_words(whole.split(), first):
            continue
        initials = len(letters) == len(first) + len(rest[0]) + _WORDS
        name = letters[_WORDS:] if initials and letters_of(letters[:_WORDS]) == first[0] + rest[0][0] else letters
        at = len(first)
        if letters_of(name) == first + rest[0] and letters_of(name[:at]) == first:
            return f"{name[:at]} {name[at:]}"
    return text


def _in_whole_words(words: list[str], first: str) -> bool:
    """Whether a name stands in words, not in pieces of letters: "DECLAN MAC GIOLLA", not "INÈS BOU RQU IN"."""
    last = [w for w in words[1:] if fold(w) not in _PARTICLES]
    return letters_of("".join(words[:1])) == first and len(last) <= _WORDS and all(len(w) > _WORDS for w in last)


def _mended(text: str, locals_: list[str]) -> str | None:
    """A name in which a recognised word fell apart ("Auguste Ba um"), where the address spells it whole."""
    words = text.split()
    if len(words) > 5 or letters_of(text) not in locals_:
        return None
    joined = words[:1]
    for word in words[1:]:
        if word.islower() and fold(word) not in _PARTICLES:
            joined[-1] += word
        else:
            joined.append(word)
    return clean_name(" ".join(joined)) if len(joined) > 1 else None


def _score(name: str, row: Row, rank: int, body: float) -> float:
    words = [fold(w) for w in name.split()]
    score = min(1.6, 1.5 * (row.size / body - 1)) if body else 0.0
    score += 0.2 * row.bold + 0.4 * (2 <= len(words) <= 4) - 0.25 * (len(words) == 1) - 0.02 * min(rank, 30)
    known = _known(name)
    score += 0.5 * known
    surname = [w for w in name.split() if len(w) > 1 and w.isupper()]
    score += 0.25 * (0 < len(surname) < len(words)) - 0.6 * (words[-1] in _PARTICLES)
    if 2 <= len(words) <= 3 and words[0] in FIRST_NAMES and title_score(" ".join(words[:-1])) < 0.3:
        return score + 0.1
    title = _title(name)
    score -= 1.0 * (title >= 0.7) + 0.6 * (0.3 <= title < 0.7)
    score -= 0.8 * (place_score(name) >= 0.8) + 0.5 * _is_house(name)
    return score


def _known(name: str) -> bool:
    """Whether a first name that is known stands in a candidate."""
    return any(w in FIRST_NAMES or w.split("-")[0] in FIRST_NAMES for w in fold(name).split())


def _title(name: str) -> float:
    """How much a candidate looks like a post, its last word aside where that is a surname made of a trade."""
    words = name.split()
    trade = len(words) > 1 and fold(words[-1]) in TRADE_SURNAMES
    return title_score(" ".join(words[:-1]) if trade else name)


def _strange(name: str) -> bool:
    """Whether a candidate is a post or a house as it reads, and no first name is in it."""
    return not _known(name) and (_title(name) >= 0.7 or _is_house(name))


def _begins(name: str, addresses: list[str]) -> bool:
    """Whether an address begins with the first word of a candidate, which a house has behind the @: Greta is both."""
    first = letters_of(name.split()[0])
    return len(first) > 3 and any(letters_of(a.split("@")[0]).startswith(first) for a in addresses)


def _is_house(name: str) -> bool:
    """Whether a candidate names an organisation, whose domain then says nothing of a person."""
    return employer_score(name) >= 0.6


def _from_mail(document: Document) -> Found | None:
    """A name spelled by the address ("jane.doe@"), when the page shows none."""
    for row in document.contact_rows:
        for address in emails_in(row.text):
            match = re.fullmatch(r"([a-z]{2,20})[._]([a-z]{2,25})\d{0,4}", address.split("@")[0].lower())
            if match and match[1] in FIRST_NAMES:
                return found(f"{match[1].capitalize()} {match[2].capitalize()}", DOUBTFUL, [row])
    return None


def well_written(name: str) -> str:
    """The name with capitals where they belong when it was written in capitals, wholly or in part."""
    words = name.split()
    small = [n > 0 and w.isupper() and w.lower() in _SMALL_PARTICLES for n, w in enumerate(words)]
    return " ".join(
        w.lower() if low and n < len(words) - 1 else _capital(w)
        for n, (w, low) in enumerate(zip(words, small, strict=True))
    )


def _capital(word: str) -> str:
    letters = [c for c in word if c.isalpha()]
    # Fonts of small capitals may lack those with accents: KüSTER.
    plain = [c for c in letters if c.isascii()]
    if len(letters) < 2 or not plain or not all(c.isupper() for c in plain) or word.endswith(".") or word in _NUMERALS:
        return word
    if len(letters) == 2 and fold(word) not in _PARTICLES and not re.search("[aeiouy]", fold(word)):
        return word
    pieces = re.split(r"([\"()'’-])", word.lower())
    return "".join(
        p.capitalize() if len(p) > 1 or i == 0 else p.upper() if p.isalpha() else p for i, p in enumerate(pieces)
    )
