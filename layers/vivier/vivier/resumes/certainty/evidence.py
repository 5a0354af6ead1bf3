"""From a value and the rows it was read in to a `Found`: boxes of its words, masked source, confidence."""

import re
from collections.abc import Sequence

from vivier.law.recognition import MASK
from vivier.resumes.certainty.confidence import with_recognition
from vivier.resumes.layout.lines import Row
from vivier.resumes.layout.words import Word, union_box
from vivier.resumes.model import MAX_SOURCE, MAX_VALUE, Found
from vivier.resumes.text import fold, shorten

_MASKED_RUN = re.compile(f"[ (]*{MASK}+[ )]*")
MAX_BOX_WORDS = 400


def tidy(value: str) -> str:
    """The value on one line, without masks and without the punctuation that parted it from its neighbours."""
    value = " ".join(_MASKED_RUN.sub(" ", value).split())
    return value.strip(" ,;:|•·–—-/\\*_→▪►").strip()


def found(value: str, confidence: float, rows: Sequence[Row], most: int = MAX_VALUE) -> Found | None:
    """The value with its evidence, or None when nothing is left of it."""
    value = shorten(tidy(value), most)
    if not value:
        return None
    return Found(
        value=value,
        confidence=with_recognition(confidence, rows),
        boxes=union_box(_words_of_value(value, rows)),
        source=source_of(rows),
    )


def written(value: str, confidence: float, rows: Sequence[Row], read_as: str) -> Found:
    """A value in a form of our own (a phone, a date); `read_as` is what stands on the page."""
    return Found(
        value=value,
        confidence=with_recognition(confidence, rows),
        boxes=union_box(_words_of_value(read_as, rows)),
        source=source_of(rows),
    )


def source_of(rows: Sequence[Row]) -> str:
    return shorten("\n".join(row.text.replace("\t", "  ") for row in rows), MAX_SOURCE)


def _words_of_value(value: str, rows: Sequence[Row]) -> list[Word]:
    """The words that spell the value; all words of the rows when they can't be told."""
    words = [w for row in rows for w in row.words][:MAX_BOX_WORDS]
    wanted = _squeeze(value)
    spelled = [_squeeze(w.text) for w in words]
    text = "".join(spelled)
    at = text.find(wanted) if wanted else -1
    if at < 0:
        return words
    chosen, position = [], 0
    for word, letters in zip(words, spelled, strict=True):
        if letters and position < at + len(wanted) and position + len(letters) > at:
            chosen.append(word)
        position += len(letters)
    return chosen or words


def _squeeze(text: str) -> str:
    return re.sub(r"[^a-z0-9@+]", "", fold(text))
