"""How the headings of one CV look, learnt from those whose words are sure: what tells one from a row of a list."""

import re
from collections import Counter
from itertools import pairwise

from vivier.resumes.layout.headings import (
    MAX_HEADING,
    framed,
    heading_kind,
    is_spelt_apart,
    is_weak,
    joined_kind,
    opening_kind,
    without_leaders,
)
from vivier.resumes.layout.lines import Row
from vivier.resumes.structure.contents import MOST_ROWS, breaks_off, dated_rows
from vivier.resumes.structure.head_contents import head_contents, may_head
from vivier.resumes.structure.section import Section
from vivier.resumes.text import fold
from vivier.resumes.wording.dates import only_date
from vivier.resumes.wording.labels import is_label
from vivier.resumes.wording.opinions import degree_score, employer_score, school_score, title_score

HEADER = "header"
_TIMES = 2
_MANY_TIMES = 3
_STEP = 0.3
_MOSTLY = 0.6
_CONTACT = re.compile(r"@\s?[\w-]+\.\w|\d[\d .()/-]{7,}\d")
_FAR_BELOW = 3
_NEAR_DATE = 4
_LARGE = 1.15
_FAR = 2.5
_MOST_HEADINGS, _MOST_WORDS, _FEW = 14, 6, 4
_NAMED = re.compile(r"[\d@,:;]")


class Looks:
    """How this CV's headings look, learnt from those the lexicon is sure of."""

    def __init__(self, rows: list[Row], body: float) -> None:
        self.body = body
        self.bold = any(r.bold for r in rows)
        gaps = sorted(r.gap for r in rows if r.gap > 0)
        self.gap = gaps[len(gaps) // 2] if gaps else 0.0
        sure = [r for r in rows if len(r.cells) == 1 and heading_kind(r.text) and not is_weak(r.text)]
        self.drawn = any(framed(r.text) for r in sure)
        self.lefts = {round(r.left / 3) for r in sure}
        styles = Counter(self.style(r) for r in sure)
        others = Counter(self.style(r) for r in rows)
        self.sure_styles = {s for s, n in styles.items() if n >= 1 and others[s] <= 3 * n + 2 and s[2] != "plain"}
        self.common = [s for s, n in styles.most_common(2) if n >= 2]
        self.learnt = len(sure) >= 2
        said = [self._exact(r) for r in rows if len(r.cells) == 1 and heading_kind(r.text)]
        sizes, set_so = Counter(self._exact(r) for r in sure), Counter(self._exact(r) for r in rows)
        self.exact = {s for s, n in sizes.items() if n >= _TIMES and s[1] and said.count(s) >= _MOSTLY * set_so[s]}
        self.large = sum(next(filter(str.isalpha, r.text), "").isupper() for r in sure) * 3 >= 2 * len(sure) > _TIMES
        self.below = _next_named(rows)
        self.ends = {
            id(after) for row, after in pairwise(rows) if row.column == after.column and breaks_off(row, after)
        }
        dated = {id(rows[i]) for n in range(0, len(rows), MOST_ROWS) for i in _dated_within(rows, n)}
        self.over_dates = {id(row) for row, after in pairwise(rows) if only_date(after.text.rstrip(" .…")) is not None}
        self.under_dates = {id(after) for row, after in pairwise(rows) if id(row) in dated}
        self.above_dates = {id(r) for i, r in enumerate(rows) if any(id(b) in dated for b in rows[i : i + _NEAR_DATE])}
        self.heads = Counter(self.style(r) for r in rows if id(r) in self.under_dates and not self._set_off(r))
        self.again = Counter(_label_of(r.text) for r in rows if len(r.cells) == 1 and heading_kind(r.text))
        self.labels = Counter(fold(r.plain.partition(":")[0]).strip() for r in rows if ":" in r.text)
        self.told = Counter(self.style(r) for r in rows if len(r.cells) == 1 and heading_kind(r.text))
        self.own = {s for s in styles if self.told[s] >= _TIMES and others[s] <= 2 * self.told[s] + 1}
        largest = max((s[0] for s in styles), default=0.0)
        seen = [*styles, *(s for s in others if s[0] >= largest and s not in styles)]
        self.apparent = {s for s in seen if self._head_sections(s, rows)}
        self.certain = {
            s for s in seen if s[2] != "plain" and head_contents([self.style(r) == s for r in rows], rows, self.gap)
        }
        self.apparent |= self.certain
        self.own |= self.apparent

    def _head_sections(self, style: tuple[float, bool, str], rows: list[Row]) -> bool:
        """Whether rows of a style, one of which has a heading's words, can hardly be anything but headings."""
        alike = [r for r in rows if self.style(r) == style]
        least = _TIMES if any(heading_kind(r.text) and not is_weak(r.text) for r in alike) else _MANY_TIMES
        if style[2] == "plain" or style[0] < _LARGE or not least <= len(alike) <= _MOST_HEADINGS:
            return False
        if any(len(r.cells) > 1 or r.bullet or len(r.text.split()) > _MOST_WORDS for r in alike):
            return False
        if sum(_NAMED.search(r.text) is not None for r in alike) * _FEW > len(alike):
            return False
        apart = sum(self._set_off(r) or r.gap == 0.0 for r in alike)
        entries = sum((id(r) in self.under_dates and not self._set_off(r)) or _of_entry(r.text) for r in alike)
        return entries * _FEW <= len(alike) and apart >= 0.8 * len(alike)

    def _set_off(self, row: Row) -> bool:
        """Whether more white than usual stands above a row without a list sign."""
        return row.gap >= max(1.4 * self.gap, 0.6 * row.size) and not row.bullet

    def _exact(self, row: Row) -> tuple[float, bool, bool]:
        return round(row.size, 1), row.bold, row.text.isupper()

    def style(self, row: Row) -> tuple[float, bool, str]:
        letters = [c for c in row.text if c.isalpha()]
        caps = bool(letters) and all(c.isupper() for c in letters)
        ratio = row.size / self.body if self.body else 1.0
        step = round(ratio * 10) / 10
        look = "caps" if caps else "large" if ratio > 1.12 else "bold" if row.bold else "plain"
        return step, row.bold, look

    def kind(self, row: Row, section: Section) -> str | None:
        """The kind of section this row opens, if it is a heading."""
        text, current = without_leaders(row.text.replace("\t", " ")), section.kind
        drawn = framed(text) if len(row.cells) == 1 else None
        if drawn is not None and (kind := self._drawn_kind(drawn)) is not None:
            return kind
        axis = len(row.cells) > _MANY_TIMES and all(re.fullmatch(r"(?:19|20)\d\d", c.text) for c in row.cells[1:])
        if axis and heading_kind(row.cells[0].text) is not None:
            return heading_kind(row.cells[0].text)  # over a line of years
        if len(text) > MAX_HEADING or len(row.cells) > 2:
            return None
        kind = heading_kind(text)
        style = self.style(row)
        if kind is not None and _is_of_list(text, kind, current):
            return None
        first = next(filter(str.isalpha, text), "")
        small = first.islower() and (style[2] == "plain" or self.large) and not text.startswith("$")
        small = small and not (is_spelt_apart(text) and self._set_off(row))
        kind = None if small or id(row) in self.ends else kind
        if kind is not None:
            within = self._is_below_heads(row, section) or self._comes_again(row, kind)
            within = within or _names_study(row, kind, section) or self._is_name(row, section)
            within = within or self._is_group(row, kind, section)
            return kind if not within and self._confirmed(row, kind, current) else None
        if style in self.own and style[2] != "plain" and not row.bullet and len(row.cells) == 1:
            told = section.heading is not None or any(_CONTACT.search(r.text) for r in section.rows)
            of_head = id(row) in self.under_dates and self.heads[style] >= _TIMES
            if (joined := joined_kind(text)) is not None and told and not of_head:
                return joined
        smaller = section.heading is not None and section.kind != "unknown" and row.size < section.heading.size - 0.3
        early = section.kind == HEADER and row.page == 1 and not section.rows[2:] and section.heading is None
        early = early and (row.column == 0 or bool(section.rows))
        apart = self._set_off(row) or row.gap == 0.0
        early = early and not (style in self.certain and section.rows and title_score(text) < 0.5 and apart)
        # Right below the name stands what somebody is; large below the contacts, a section's heading.
        if smaller or (
            early and not (style[0] >= _LARGE and _CONTACT.search(section.rows[-1].text if section.rows else ""))
        ):
            return None
        if section.heading is not None and style == self.style(section.heading) and _is_next(section.heading, row):
            named = _COUNTED.sub("", text)
            return "other" if _OTHER.match(fold(named)) else opening_kind(named) or "unknown"
        return self._unknown(row, style, text)

    def _drawn_kind(self, text: str) -> str | None:
        """The kind of what stands between lines or ornaments, as a heading that we know does here."""
        known = heading_kind(text) or (opening_kind(text) if self.drawn else None)
        named = any(c.isdigit() for c in text) or len(text.split()) > _MOST_WORDS or _of_entry(text)
        return known or ("unknown" if self.drawn and not named else None)

    def _is_below_heads(self, row: Row, section: Section) -> bool:
        """Whether a row is smaller than the heads of its section's entries, and these than the section's."""
        if section.kind not in ("experience", "projects") or section.heading is None:
            return False
        if row.text.isupper() and section.heading.text.isupper() and row.gap > _FAR * self.gap > 0:
            return False  # set off as sections are, if a little smaller
        return any(row.size + _STEP < head.size < section.heading.size - _STEP for head in section.rows)

    def _is_name(self, row: Row, section: Section) -> bool:
        """Whether a row is set as the names of its section's entries are, over a period like them, and not as headings.

        "Higher Education" names an employer where "Halden House" stands so, too, and the sections' headings are larger.
        """
        if section.kind not in ("experience", "education") or section.heading is None or not section.rows:
            return False
        style, first = self.style(row), section.rows[0]
        if style[2] == "plain" or row.text.rstrip().endswith(":"):
            return False
        unlike = style != self.style(section.heading) and row.size < section.heading.size - _STEP
        return unlike and self.style(first) == style and {id(row), id(first)} <= self.above_dates

    def _is_group(self, row: Row, kind: str, section: Section) -> bool:
        """Whether "Divers" among skills is set as the groups there are, and not as their section's heading."""
        if section.kind != "skills" or kind not in ("other", "projects", "links") or section.heading is None:
            return False
        style = self.style(row)
        return bool(section.rows) and style == self.style(section.rows[0]) != self.style(section.heading)

    def _comes_again(self, row: Row, kind: str) -> bool:
        """Whether a heading's word stands so often that it is a part of each entry ("Skills" under every post)."""
        return kind == "skills" and self.again[_label_of(row.text)] >= _MANY_TIMES

    def _confirmed(self, row: Row, kind: str, current: str) -> bool:
        """Whether a row with a heading's words looks like one, as far as such common words need it."""
        text, style = row.text.replace("\t", " "), self.style(row)
        upper = next((c for c in text if c.isalpha()), "").isupper()
        if current == "languages" and kind == "skills" and _EUROPASS.fullmatch(fold(text).strip(" :")):
            return True
        unsure = kind == "links" and current == "skills" and fold(text).strip(" :") not in _LINKS
        if unsure and style not in self.common:
            return False
        if self._labels_posts(text, kind, current) or (kind == "projects" and self._is_of_post(style, current)):
            return False
        if upper and not row.bullet and self._announces_studies(row, kind, current):
            return True
        if row.bullet and style[2] == "plain" and (row.text[:1] in "-–*" or current == "skills"):
            return False
        weak, known = is_weak(text), style in self.sure_styles or self._exact(row) in self.exact
        if (not weak or known or not self.bold) and self._set_off(row) and len(row.cells) == 1:
            return True
        if weak and not known and self._set_off(row) and self.common[:1] == [style] and kind in ("projects", "other"):
            return len(row.cells) == 1
        if weak and not known and not (style[2] in ("caps", "large") and not self.learnt):
            return style in self.own and style[2] == "large" and row.gap == 0.0 and not row.bullet
        within = self.bold and self.learnt and current in ("experience", "education", "skills")
        if within and not known and style[2] == "plain":
            if round(row.left / 3) in self.lefts and not weak and upper and not row.bullet:
                return True
            return not self.sure_styles or any(abs(s[0] - style[0]) < 0.15 for s in self.sure_styles)
        return True

    def _is_of_post(self, style: tuple[float, bool, str], current: str) -> bool:
        """Whether "Achievements" among posts is set less than all sections' headings: a part of one post."""
        least = {"caps": 2, "large": 2, "bold": 1, "plain": 0}
        above = [least[one[2]] for one in self.sure_styles if one != style]
        return current == "experience" and len(above) >= 1 and self.learnt and least[style[2]] < min(above)

    def _announces_studies(self, row: Row, kind: str, current: str) -> bool:
        """Whether a colon, or a degree or a date in the row below, makes a heading of a common word."""
        if row.text.rstrip().endswith(":"):
            return kind in ("education", "languages") or (current == "education" and kind in ("other", "interests"))
        return kind == "education" and len(row.cells) == 1 and self._opens(row, current)

    def _labels_posts(self, text: str, kind: str, current: str) -> bool:
        """Whether what several posts or projects have below them is a part of each ("Réalisations :"), no section."""
        if current not in ("experience", "projects") or self.again[_label_of(text)] < _TIMES:
            return False
        return text.rstrip().endswith(":") and kind not in ("education", "languages")

    def _opens(self, row: Row, current: str) -> bool:
        """Whether the row below a word for studies names a degree, or one that shouts stands over a date."""
        below = self.below.get(id(row))
        pieces = re.split(r"[,|:•·\t]|\s[–—-]\s", below.plain) if below is not None and len(below.text) <= 120 else []
        if any(degree_score(piece.strip()) >= 1.0 for piece in pieces[:4]):
            return True
        shouts = self.style(row)[2] in ("caps", "large") and id(row) in self.over_dates
        return shouts and current not in ("experience", "education")

    def _unknown(self, row: Row, style: tuple[float, bool, str], text: str) -> str | None:
        """A row that looks like the known headings, more than like anything else, without a word we know."""
        if style in self.certain and may_head(row) and (title_score(text) < 0.7 or id(row) not in self.over_dates):
            return opening_kind(text) or "unknown"
        common = style in self.common or style in self.apparent or self.learnt or self.told[style] >= _MANY_TIMES
        if style not in self.own or style[2] == "plain" or not common:
            return None
        apart = style[0] >= _LARGE and self._set_off(row)
        if id(row) in self.under_dates and self.heads[style] >= _TIMES and opening_kind(text) is None and not apart:
            return None  # the second line of a post's head, as in other posts
        text = _ASIDE.sub("", _NUMBER.sub("", text)) if apart else _NUMBER.sub("", text)
        words = text.split()
        if not 1 <= len(words) <= 6 or any(c.isdigit() for c in text) or row.bullet or len(row.cells) > 1:
            return None
        if re.search(r"[,@:;(|]|[.]$", text) or title_score(text) >= 0.7:
            return None
        if style not in self.apparent and employer_score(text) >= 0.6 and opening_kind(text) is None:
            return None
        if style[0] >= _LARGE:
            return opening_kind(text) or "unknown"
        return (opening_kind(text) or "unknown") if self._set_off(row) or row.gap == 0.0 else None


_COUNTED = re.compile(r"^\s*(?:(?:section|part|partie|rubrique)\s)?(\d{1,2}|[A-H])\s?[.):–-]\s+(?=[^\W\d_])", re.I)


_OTHER = re.compile(r"(?:other|further|additional|autres?|complements?)\b")


def _is_next(heading: Row, row: Row) -> bool:
    """Whether a row has the number, or the letter, that follows that of its section's heading, as forms count parts."""
    above, here = _COUNTED.match(heading.text), _COUNTED.match(row.text)
    if above is None or here is None or len(row.cells) > 1:
        return False
    before, number = above[1].upper(), here[1].upper()
    if before.isdigit() and number.isdigit():
        return int(number) == int(before) + 1
    return before.isalpha() and number.isalpha() and ord(number) == ord(before) + 1


_NUMBER = re.compile(r"^\s*\d{1,2}[.)]?\s+(?=[^\W\d_])")
_ASIDE = re.compile(r"\s\([^()\d]{3,30}\)$")  # "Tours and calls (freelance)"
_SMALLER = 0.8
# What stands under the languages of the European form, small as they are.
_EUROPASS = re.compile(
    r"competences (?:liees a l'emploi|en communication|organisationnelles.*|numeriques|sociales.*|informatiques)"
    r"|(?:job-related|communication|organi[sz]ational.*|digital|computer|social) skills|autres competences|other skills"
)
_LINKS = frozenset(("liens", "mes liens", "links", "my links", "reseaux sociaux", "social links"))


def _of_entry(text: str) -> bool:
    """Whether a text is a post, a house, a school or a degree, rather than what announces them."""
    return heading_kind(text) is None and (
        title_score(text) >= 0.7 or max(employer_score(text), school_score(text), degree_score(text)) >= 0.6
    )


def _names_study(row: Row, kind: str, section: Section) -> bool:
    """Whether a row of studies, set much smaller than their heading, is a degree or a subject of a heading's words."""
    if section.kind != "education" or section.heading is None or not section.rows:
        return False
    return kind in ("education", "skills") and row.size < _SMALLER * section.heading.size


def _is_of_list(text: str, kind: str, current: str) -> bool:
    """Whether a row is a post of the section's list, numbered, or what a form says of it, rather than a heading."""
    return kind == current and (bool(re.match(r"\d{1,2}\s?[.)/-]", text)) or is_label(text.rstrip(" :")))


def _label_of(text: str) -> str:
    return fold(text).strip(" :")


def _next_named(rows: list[Row]) -> dict[int, Row]:
    """Of each row, the next one of its column or page that says more than a date."""
    after: dict[int, Row] = {}
    for at, row in enumerate(rows):
        near = [r for r in rows[at + 1 : at + 1 + _FAR_BELOW] if r.column == row.column]
        told = [r for r in near if any(c.isalpha() for c in r.text) and only_date(r.text) is None]
        if told:
            after[id(row)] = told[0]
    return after


def _dated_within(rows: list[Row], first: int) -> list[int]:
    return [first + i for i in dated_rows(rows[first : first + MOST_ROWS])]
