"""Small repairs of letters that PDF producers break."""

import re
import unicodedata
from itertools import pairwise

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
    """Put letter-spaced headings (E X P É R I E N C E) together again."""
    out: list[Word] = []
    run: list[Word] = []
    for word in words:
        if len(word.text) == 1 and word.upright and (not run or _next_letter(run, word)):
            run.append(word)
            continue
        out += _one_word(run)
        run = []
        if len(word.text) == 1 and word.upright:
            run = [word]
        else:
            out.append(word)
    return out + _one_word(run)


def _next_letter(run: list[Word], word: Word) -> bool:
    before = run[-1]
    gap = word.left - before.right
    if abs(word.top - before.top) > 0.2 * word.height or not 0 <= gap < 0.9 * word.size:
        return False
    gaps = [later.left - earlier.right for earlier, later in pairwise(run)]
    # The gap between two words of a spaced heading is clearly wider than between its letters.
    return not gaps or gap <= 1.6 * min(gaps) + 0.05 * word.size


def _one_word(run: list[Word]) -> list[Word]:
    if len(run) < LETTER_SPACED_FROM or not all(word.text.isalpha() or word.text in "&-'’" for word in run):
        return run
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
