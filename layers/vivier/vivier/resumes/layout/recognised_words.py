"""Recognised words set right: without drawn marks, as if the sheet had lain straight, in the sizes of their type.

A box around a word says how high its own letters are, not in what size they are set: "rose" stands as high as its x,
"Page" from the tops to the tails. By the letters of a word, its box tells the size of type, once by its height and once
by its width; words of one line share what most of them tell.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from statistics import median

from vivier.resumes.layout.words import Word
from vivier.resumes.model import PageSize, TextSource

# Of the size of type: how high letters stand above the line, how far they hang below it, and how wide they run.
_X, _TALL, _TAIL = 0.52, 0.72, 0.21
_LOW, _TAILED = frozenset("acemnorsuvwxz-–—~+=·•:.,_"), frozenset("gjpqyçQ,;()[]{}|")
_NARROW, _WIDE = frozenset("iljtfrI.,:;'’|!()[]-·•1"), frozenset("mwMW@%—")
_WIDTHS = (0.29, 0.85, 0.67, 0.53)  # narrow, wide, capital, any other
_FEWEST, _LEAST_LETTERS = 10, 3
# A sheet on which so many brackets stand alone has labels in frames; what is short and guessed is a drawn mark.
_FRAMES, _FRAMED = frozenset({"(", ")", "[", "]", "{", "}", "))", "((", "][", ")(", "_", "(_", "_)", "||"}), 3
_BRACKETS = (("(", ")"), ("[", "]"))
_STROKES, _DOTS = ("!", "|"), ("*", "+", "¢", "°")
_SIGNS = frozenset("@&|/–—-•·:+")
_SHORT, _GUESSED = 2, 0.5
_DONE_BY_ME = re.compile(
    r"am|was|do|did|have|had|can|could|bring|brought|loved?|liked?|work(?:ed)?|ran|run|made|make|built|build|kn[eo]w|speak"
    r"|used?|help(?:ed)?|learn(?:ed|t)?|teach|taught|lead|led|write|wrote|want|offer|look|enjoy|grew|left"
)
# What differs less is of one size.
_SMALLER, _LARGER = 0.9, 1.1


def set_right(words: list[Word], size: PageSize) -> list[Word]:
    """A recognised page's words; those of the file's own text are as they are."""
    return words if size.source is TextSource.NATIVE else _upright(_evened(_without_marks(words)), size)


def _without_marks(words: list[Word]) -> list[Word]:
    """The words but for icons, frames of labels and ends of lines that were taken for letters."""
    kept = [word for word in words if not _is_mark(word)]
    frames = sum(word.text in _FRAMES for word in words)
    if frames >= _FRAMED:
        kept = [replace(w, text=text) for w in kept if (text := _unframed(w.text))]
    return [_meant(*beside) for beside in zip([None, *kept], kept, [*kept[1:], None], strict=False)]


def _meant(before: Word | None, word: Word, after: Word | None) -> Word:
    """A word as it was meant: strokes that are the English I, and signs between words that are dots."""
    if word.text in _STROKES and _says_i(word, after):
        return replace(word, text="I")
    return replace(word, text="•") if word.text in _DOTS and _parts(before, word, after) else word


def _parts(before: Word | None, word: Word, after: Word | None) -> bool:
    """Whether a sign stands between two words of a line, and not before a number as in "Bac + 5"."""
    if before is None or after is None or after.text[0].isdigit():
        return False
    return _goes_on(before, word) and _goes_on(word, after)


def _is_mark(word: Word) -> bool:
    short = len(word.text) <= _SHORT and not word.text.isdigit() and word.text not in _SIGNS
    return word.text in _FRAMES or (short and word.confidence < _GUESSED)


def _unframed(text: str) -> str:
    """A word without the side of a frame: an opening bracket that is not closed, or a closing one."""
    for opening, closing in _BRACKETS:
        if text.count(opening) != text.count(closing):
            text = text.removeprefix(opening).removesuffix(closing)
    return text.strip("_")


def _says_i(word: Word, after: Word | None) -> bool:
    """Whether a stroke is the English I: before a word in small letters, and a bar only before what people do.

    Bars part the items of lists too, and an exclamation mark ends what stands before it.
    """
    if after is None or not after.text.isalpha() or not after.text.islower() or not _goes_on(word, after):
        return False
    return word.text == "!" or _DONE_BY_ME.fullmatch(after.text) is not None


def _evened(words: list[Word]) -> list[Word]:
    """The recognised words of a page with the sizes of type that their lines are set in, in points."""
    told = [s for word in words if (s := _size_of(word)) is not None]
    if len(told) < _FEWEST:
        return words
    usual = median(told)
    sized: list[Word] = []
    for run in _runs(words):
        own = [s for word in run if (s := _size_of(word)) is not None]
        size = median(own) if own else usual
        size = usual if _SMALLER * usual <= size <= _LARGER * usual else size
        sized += [replace(word, size=round(size, 1)) for word in run]
    return sized


def _runs(words: Iterable[Word]) -> Iterator[list[Word]]:
    """Words that follow each other on a line, as the recogniser gives them."""
    run: list[Word] = []
    for word in words:
        if run and not _goes_on(run[-1], word):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _goes_on(before: Word, word: Word) -> bool:
    small, large = sorted((before.height, word.height))
    level = abs((before.top + before.bottom) - (word.top + word.bottom)) < large
    return level and 0 <= word.left - before.right < 1.5 * large and large <= 3 * small


def _size_of(word: Word) -> float | None:
    letters = [c for c in word.text if c.isalnum()]
    if len(letters) < _LEAST_LETTERS or 2 * len(letters) < len(word.text):
        return None
    high = (_TALL if any(c not in _LOW for c in word.text) else _X) + (
        _TAIL if any(c in _TAILED for c in word.text) else 0.0
    )
    wide = sum(
        _WIDTHS[0] if c in _NARROW else _WIDTHS[1] if c in _WIDE else _WIDTHS[2] if c.isupper() else _WIDTHS[3]
        for c in word.text
    )
    by_height, by_width = word.height / high, (word.right - word.left) / wide
    return float((by_height * by_width) ** 0.5)


def _upright(words: list[Word], size: PageSize) -> list[Word]:
    """A recognised page's words moved up or down as if the sheet had lain straight."""
    if len(words) < 20:
        return words
    slant = _slant(words)
    if abs(slant) < 0.001:
        return words
    middle = size.width / 2
    return [
        replace(w, top=w.top - slant * (x - middle), bottom=w.bottom - slant * (x - middle))
        for w in words
        for x in ((w.left + w.right) / 2,)
    ]


def _slant(words: list[Word]) -> float:
    """Rise per point, from neighbours that follow each other as the recogniser gives them."""
    slopes = []
    run: list[Word] = []
    for word in [*words, None]:
        if word is not None and run and word.page == run[-1].page and _follows(run[-1], word):
            run.append(word)
            continue
        if len(run) >= 3 and run[-1].right - run[0].left > 80:
            dx = (run[-1].left + run[-1].right - run[0].left - run[0].right) / 2
            dy = (run[-1].top + run[-1].bottom - run[0].top - run[0].bottom) / 2
            slopes.append(dy / dx)
        run = [word] if word is not None else []
    return median(slopes) if len(slopes) >= 4 else 0.0


def _follows(a: Word, b: Word) -> bool:
    return 0 <= b.left - a.right < 2.5 * a.height and abs((a.top + a.bottom) - (b.top + b.bottom)) < a.height
