"""CVs without a capital: their short lines are read as if names in them opened large, as anywhere else."""

import re
from dataclasses import replace

from vivier.resumes.layout.lines import Cell
from vivier.resumes.lexicon import words
from vivier.resumes.lexicon.places import CA_PROVINCES, US_STATES

_FEWEST, _MOST_LARGE = 25, 0.03
_LONG = 8
_LINKS = words(
    """
    of the and for in at on to with by from or a an as de du des d la le les l et en au aux a pour par sur chez avec
    sous ou un une
    """
)
_SHORT_FOR = words(
    """
    mfa bfa ba bsc msc ma phd mba bed beng meng llb llm hnd hnc nvq btec gcse bts dut cap bep bp deug deust
    des dea dess dnmade uk usa nyc hr it ui ux tv pr qa
    """
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PART = re.compile(r"(?:^|(?<=-)|(?<=\b[dl]['’]))[^\W\d_]")


def written_large(pages: dict[int, list[Cell]]) -> dict[int, list[Cell]]:
    """The cells of each page; of a document without capitals the words of short ones open large."""
    told = [w.text for cells in pages.values() for cell in cells for w in cell.words if len(_letters(w.text)) > 2]
    large = sum(any(c.isupper() for c in text) for text in told)
    if len(told) < _FEWEST or large > _MOST_LARGE * len(told):
        return pages
    return {number: [_large(cell) for cell in cells] for number, cells in pages.items()}


def _letters(text: str) -> list[str]:
    return [c for c in text if c.isalpha()]


def _large(cell: Cell) -> Cell:
    if len(cell.words) > _LONG or cell.text.rstrip().endswith((".", ";")):
        return cell
    texts: list[str] = []
    for word in cell.words:
        texts.append(_opened(word.text, texts))
    made = [replace(word, text=text) for word, text in zip(cell.words, texts, strict=True)]
    return (
        replace(cell, words=made, text=" ".join(texts)) if cell.text == " ".join(w.text for w in cell.words) else cell
    )


def _opened(text: str, before: list[str]) -> str:
    """A word as it would open in a name: not a small one within it, no address; a state is two capitals."""
    bare = text.strip(".,;:()[]")
    if not _WORD.fullmatch(bare) or (before and bare in _LINKS):
        return text
    state = bool(before) and before[-1].endswith(",") and bare.upper() in US_STATES | CA_PROVINCES
    if state or (bare in _SHORT_FOR and bare not in _LINKS):
        return text.upper()
    return text.replace(bare, _PART.sub(lambda letter: letter[0].upper(), bare), 1)
