"""Tesseract's words as Textract's Blocks: PAGE, LINE, WORD and, on request, LAYOUT_*."""

import uuid
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from vivier_local.textract.layout import Element, Line, elements_of
from vivier_local.textract.words import Word

Block = dict[str, Any]
# Words further apart than this many times the highest word of their line stand in LINEs of their own, as the
# service splits columns.
COLUMN_GAP = 1.3


def blocks_of(words: list[Word], aspect: float, page: int | None, *, layout: bool) -> list[Block]:
    """Blocks of one page in the service's order. `page` is left out for pictures read at once, as it is there.

    `aspect`: the page's width over its height.
    """
    lines = lines_of(words, aspect)
    word_ids = {id(word): _id() for line in lines for word in line.words}
    line_ids = {id(line): _id() for line in lines}
    line_blocks = [
        _block(
            "LINE", line_ids[id(line)], page, line.confidence, line.sides, [word_ids[id(word)] for word in line.words]
        )
        | {"Text": line.text}
        for line in lines
    ]
    word_blocks = [
        _block("WORD", word_ids[id(word)], page, word.confidence, (word.left, word.top, word.right, word.bottom), [])
        | {"Text": word.text, "TextType": "PRINTED"}
        for line in lines
        for word in line.words
    ]
    layout_blocks, top_ids = _layout_blocks(elements_of(lines), line_ids, page) if layout else ([], [])
    everything = [*line_ids.values(), *top_ids]
    first = _block("PAGE", _id(), page, None, (0.0, 0.0, 1.0, 1.0), everything)
    return [first, *line_blocks, *word_blocks, *layout_blocks]


def lines_of(words: list[Word], aspect: float) -> list[Line]:
    """Tesseract's lines, torn where a gap is wide."""
    lines = []
    for _, group in groupby(words, key=lambda word: word.line):
        of_line = list(group)
        # A dash is as high as nothing: the line tells how high letters are here.
        height = max(word.bottom - word.top for word in of_line)
        torn: list[list[Word]] = []
        for word in of_line:
            gap = (word.left - torn[-1][-1].right) * aspect if torn else 0.0
            if torn and gap <= COLUMN_GAP * height:
                torn[-1].append(word)
            else:
                torn.append([word])
        lines += [Line(part) for part in torn]
    return lines


def _layout_blocks(
    elements: Iterable[Element], line_ids: dict[int, str], page: int | None
) -> tuple[list[Block], list[str]]:
    blocks: list[Block] = []
    top: list[str] = []
    for element in elements:
        parts = [_id() for _ in element.parts]
        children = parts or [line_ids[id(line)] for line in element.lines]
        block = _block(element.kind, _id(), page, element.confidence, element.sides, children)
        blocks.append(block)
        top.append(block["Id"])
        for part_id, part in zip(parts, element.parts, strict=True):
            inside = [line_ids[id(line)] for line in part.lines]
            blocks.append(_block(part.kind, part_id, page, part.confidence, part.sides, inside))
            top.append(part_id)
    return blocks, top


def _id() -> str:
    return str(uuid.uuid4())


def _block(
    kind: str,
    block_id: str,
    page: int | None,
    confidence: float | None,
    sides: tuple[float, float, float, float],
    children: list[str],
) -> Block:
    left, top, right, bottom = sides
    block: Block = {
        "BlockType": kind,
        "Id": block_id,
        "Geometry": {
            "BoundingBox": {"Left": left, "Top": top, "Width": right - left, "Height": bottom - top},
            "Polygon": [{"X": x, "Y": y} for x, y in ((left, top), (right, top), (right, bottom), (left, bottom))],
        },
    }
    if confidence is not None:
        block["Confidence"] = confidence
    if page is not None:
        block["Page"] = page
    if children:
        block["Relationships"] = [{"Type": "CHILD", "Ids": children}]
    return block
