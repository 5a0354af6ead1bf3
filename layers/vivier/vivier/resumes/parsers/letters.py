"""Small repairs of letters that PDF producers break."""

import re
import unicodedata
from dataclasses import replace
from itertools import pairwise, product

from vivier.resumes.parsers.blocks import Word

# Spacing accents that old TeX fonts draw over the letter that follows, with their combining twins.
ACCENTS = {"´": "\u0301", "`": "\u0300", "ˆ": "\u0302", "^": "\u0302", "¨": "\u0308", "˜": "\u0303", "¸": "\u0327"}
DOTLESS = {"ı": "i", "ȷ": "j"}
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
BULLETS = set("•●▪■◦○‣➢➤\u2023\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf06c\uf06e\uf071lnvqu§Øü")
LETTER_SPACED_FROM = 4


def legible(text: str) -> str:
    """Ligatures spelt out, spaces of any width empty, invisible marks gone, no meaning: U+FFFD."""
    if text.isspace() or not text:
        return ""
    text = INVISIBLE.sub("", text)
    if not text:
        return ""
    if "\ufb00" <= text[0] <= "\ufb06":
        return unicodedata.normalize("NFKC", text)
    category = unicodedata.category(text[0])
    if category == "Co":
        # Private letters are icons, or the bullets of Microsoft's symbol fonts.
        return icon(text)
    return "\ufffd" if category in {"Cc", "Cn", "Cs"} else text


def icon(text: str) -> str:
    """What a letter of a symbol font says: a bullet, or nothing."""
    return "•" if text in BULLETS else ""


def joined_accents(glyphs: list[tuple[str, float, float]]) -> str:
    """The text of (character, left, right), an accent drawn over a letter composed with it."""
    out: list[str] = []
    skip = False
    for position, (text, left, right) in enumerate(glyphs):
        if skip:
            skip = False
            continue
        after = glyphs[position + 1] if position + 1 < len(glyphs) else None
        if (
            text in ACCENTS
            and after
            and after[0].isalpha()
            and left < after[2]
            and right > after[1] + 0.2 * (right - left)
        ):
            letter = DOTLESS.get(after[0], after[0])
            out.append(unicodedata.normalize("NFC", letter + ACCENTS[text]))
            skip = True
        else:
            out.append(text)
    return "".join(out)


def rejoined(words: list[Word]) -> list[Word]:
    """Put letter-spaced headings (E X P É R I E N C E) together again, with the short words of their lines (D E)."""
    runs: list[list[Word]] = []
    for word in words:
        letter = len(word.text) == 1 and word.upright
        if runs and letter and len(runs[-1][-1].text) == 1 and runs[-1][-1].upright and _next_letter(runs[-1], word):
            runs[-1].append(word)
        else:
            runs.append([word])
    long = [run for run in runs if len(run) >= LETTER_SPACED_FROM and _is_spelled(run)]
    return [
        word
        for run in runs
        for word in (_one_word(run) if _is_spelled(run) and any(_spaced_alike(run, other) for other in long) else run)
    ]


def _spaced_alike(run: list[Word], other: list[Word]) -> bool:
    """Whether two runs of letters stand on one line and have the same room between their letters."""
    if len(run) < 2 or abs(run[0].bottom - other[0].bottom) > 0.2 * other[0].height:
        return False
    room, theirs = (min(b.left - a.right for a, b in pairwise(some)) for some in (run, other))
    return run is other or abs(room - theirs) < 0.12 * other[0].size


def _next_letter(run: list[Word], word: Word) -> bool:
    before = run[-1]
    gap = word.left - before.right
    if abs(word.top - before.top) > 0.2 * word.height or not 0 <= gap < 0.9 * word.size:
        return False
    gaps = [later.left - earlier.right for earlier, later in pairwise(run)]
    # The gap between two words of a spaced heading is clearly wider than between its letters.
    return not gaps or gap <= 1.6 * min(gaps) + 0.05 * word.size


def _is_spelled(run: list[Word]) -> bool:
    return all(word.text.isalpha() or word.text in "&-'’" for word in run)


def _one_word(run: list[Word]) -> list[Word]:
    return [
        Word(
            text="".join(word.text for word in run),
            left=run[0].left,
            top=min(word.top for word in run),
            right=run[-1].right,
            bottom=max(word.bottom for word in run),
            size=max(word.size for word in run),
            bold=run[0].bold,
        )
    ]


SMALL = (0.6, 0.92)  # how high small capitals are, against the capital that they follow


def small_capitals(words: list[Word]) -> list[Word]:
    """Words of a large capital and small ones ("L" "AMAR") that a producer drew apart, each made one."""
    joined: list[Word] = []
    for word in words:
        last = joined[-1] if joined else None
        if last is not None and _heads(last, word):
            joined[-1] = replace(last, text=last.text + word.text, right=max(last.right, word.right))
        else:
            joined.append(word)
    return joined


def _heads(capital: Word, small: Word) -> bool:
    alone = len(capital.text) == 1 and capital.text.isupper() and len(small.text) > 1 and small.text.isupper()
    if not alone or not capital.upright or not small.text.isalpha() or capital.size <= 0:
        return False
    level = abs(capital.bottom - small.bottom) < 0.12 * capital.size
    near = -0.1 * small.size < small.left - capital.right < 0.3 * small.size
    return level and near and SMALL[0] <= small.size / capital.size <= SMALL[1]


ABUTS = 0.04


def mended(words: list[Word]) -> list[Word]:
    """Words whose letters a producer drew in two strokes ("Le P" ... "etit"): parts that touch are one word."""
    begins: dict[tuple[int, int], list[int]] = {}
    for index, word in enumerate(words):
        begins.setdefault((round(word.top), round(word.left)), []).append(index)
    taken: set[int] = set()
    for index, word in enumerate(words):
        while index not in taken and (after := _touching(words, index, begins)) is not None and after not in taken:
            taken.add(after)
            other = words[after]
            word = replace(word, text=word.text + other.text, right=other.right)
            words[index] = word
    return [word for index, word in enumerate(words) if index not in taken]


def _touching(words: list[Word], index: int, begins: dict[tuple[int, int], list[int]]) -> int | None:
    """The word, not the next in the file, that begins where this one ends, in the same letters."""
    word = words[index]
    if not word.upright or not word.text[-1:].isalpha():
        return None
    for down, along in product((0, -1, 1), repeat=2):
        for after in begins.get((round(word.top) + down, round(word.right) + along), ()):
            other = words[after]
            same = other.bold == word.bold and abs(other.size - word.size) < 0.01 and abs(other.top - word.top) < 0.01
            near = abs(other.left - word.right) < ABUTS * word.size
            if after != index and same and near and other.upright and other.text[:1].islower():
                return after
    return None
