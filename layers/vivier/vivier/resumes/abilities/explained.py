"""Skills whose names stand before, or in a column beside, a text that tells of each in sentences."""

import re

from vivier.resumes.layout.lines import Row

_AT_LENGTH = re.compile(r"([A-ZÀ-Ý][^.;:,()]{5,45})\.\s+[A-ZÀ-Ý][^.]{25,}")
_PIECES = re.compile(r"[,;:.]\s")
_LEAST, _NEAR = 2, 3.0
_FEW_WORDS, _OF_SENTENCE = 5, 3


def explained(rows: list[Row]) -> tuple[list[tuple[str, Row]], list[Row]]:
    """The names that are explained, each with its row, and the rows that are none of theirs."""
    leads = [(m[1], row) for row in rows if (m := _AT_LENGTH.match(row.plain))]
    if len(leads) > 1:  # "Looking after money. Closed the books every month without help."
        return leads, rows[: next(i for i, row in enumerate(rows) if row is leads[0][1])]
    return _beside(rows)


def _beside(rows: list[Row]) -> tuple[list[tuple[str, Row]], list[Row]]:
    """Names in bold with sentences beside them, where each text ends in a full stop and lists are of single words."""
    told: list[tuple[Row, list[str]]] = []
    rest: list[Row] = []
    for row in rows:
        if len(row.cells) == 2 and row.cells[0].bold and not row.cells[1].bold and not row.bullet:
            told.append((row, [row.cells[1].text]))
        elif told and len(row.cells) == 1 and abs(row.left - told[-1][0].cells[1].left) < _NEAR:
            told[-1][1].append(row.text)
        else:
            rest.append(row)
    names = [(row.cells[0].text, row) for row, _ in told]
    texts = [" ".join(lines).rstrip() for _, lines in told]
    short = all(len(name.split()) <= _FEW_WORDS and "," not in name for name, _ in names)
    said = sum(len(text.split()) for text in texts)
    pieces = sum(len(_PIECES.split(text)) for text in texts)
    sentences = all(text.endswith(".") for text in texts) and said >= _OF_SENTENCE * pieces
    return (names, rest) if len(told) >= _LEAST and short and sentences else ([], rows)
