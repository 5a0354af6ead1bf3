"""Words with places become Textract's PAGE, LINE and WORD Blocks."""

from collections.abc import Iterable
from dataclasses import dataclass

from vivier.resumes.parsers.facts import Block

# Words further apart than this many times their size stand in columns of their own, as Textract splits them too.
COLUMN_GAP = 1.1


@dataclass(slots=True)
class Word:
    """A word on an upright page: points from its top left corner. `upright` is False for text set sideways.

    `paragraph` numbers the paragraphs of a file that says where they end, `cells` are the row (numbered over the file)
    and the place in it of each table's cell that it stands in, the outermost first.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool = False
    upright: bool = True
    paragraph: int | None = None
    cells: tuple[tuple[int, int], ...] = ()

    @property
    def height(self) -> float:
        return self.bottom - self.top


def lines_of(words: Iterable[Word]) -> list[list[Word]]:
    """Group words into lines, keeping the order in which the file gives them where it is the order on the page."""
    lines: list[list[Word]] = []
    for word in words:
        if lines and _follows(lines[-1][-1], word):
            lines[-1].append(word)
        else:
            lines.append([word])
    return _joined(lines)


def _follows(before: Word, after: Word) -> bool:
    if not (before.upright and after.upright) or not _same_row(before, after):
        return False
    size = max(before.size, after.size)
    return -0.5 * size <= after.left - before.right <= COLUMN_GAP * size


def _same_row(one: Word, other: Word) -> bool:
    overlap = min(one.bottom, other.bottom) - max(one.top, other.top)
    return overlap >= 0.6 * min(one.height, other.height)


def _joined(lines: list[list[Word]]) -> list[list[Word]]:
    """Join neighbours on one row that the file gave in another order (bold drawn first, say)."""
    lines = sorted(lines, key=lambda line: (line[0].top, line[0].left))
    result: list[list[Word]] = []
    for line in lines:
        home = next((near for near in reversed(result[-12:]) if _touches(near, line)), None)
        if home is None:
            result.append(line)
        else:
            home.extend(line)
            home.sort(key=lambda word: word.left)
    return result


def _touches(line: list[Word], other: list[Word]) -> bool:
    return _follows(line[-1], other[0]) or _follows(other[-1], line[0])


def blocks_of_page(number: int, width: float, height: float, lines: list[list[Word]]) -> list[Block]:
    """The Blocks of one page of `width` by `height` points."""
    page_id = f"p{number}"
    children: list[Block] = []
    line_ids = []
    for line_number, line in enumerate(lines):
        line_id = f"{page_id}l{line_number}"
        line_ids.append(line_id)
        word_blocks = [
            _block("WORD", f"{line_id}w{index}", number, word.text, [word], (width, height))
            for index, word in enumerate(line)
        ]
        text = " ".join(word.text for word in line)
        block = _block("LINE", line_id, number, text, line, (width, height))
        block["Relationships"] = [{"Type": "CHILD", "Ids": [word["Id"] for word in word_blocks]}]
        children += [block, *word_blocks]
    page = empty_page(number)
    if line_ids:
        page["Relationships"] = [{"Type": "CHILD", "Ids": line_ids}]
    return [page, *children]


def empty_page(number: int) -> Block:
    return {"BlockType": "PAGE", "Id": f"p{number}", "Page": number, "Geometry": geometry_of(0.0, 0.0, 1.0, 1.0)}


def _block(kind: str, block_id: str, page: int, text: str, words: list[Word], paper: tuple[float, float]) -> Block:
    width, height = paper
    left = min(word.left for word in words) / width
    top = min(word.top for word in words) / height
    right = max(word.right for word in words) / width
    bottom = max(word.bottom for word in words) / height
    block: Block = {
        "BlockType": kind,
        "Id": block_id,
        "Page": page,
        "Confidence": 100.0,
        "Text": text,
        "Geometry": geometry_of(left, top, right, bottom),
        "Style": {
            "Size": round(max(word.size for word in words), 1),
            "Bold": 2 * sum(len(word.text) for word in words if word.bold) > sum(len(word.text) for word in words),
        },
    }
    if kind == "WORD":
        block["TextType"] = "PRINTED"
        if words[0].paragraph is not None:
            block["Style"]["Paragraph"] = words[0].paragraph
        if words[0].cells:
            block["Style"]["Cells"] = [list(cell) for cell in words[0].cells]
    return block


def geometry_of(left: float, top: float, right: float, bottom: float) -> Block:
    left, top, right, bottom = (round(min(max(side, 0.0), 1.0), 5) for side in (left, top, right, bottom))
    return {
        "BoundingBox": {
            "Left": left,
            "Top": top,
            "Width": round(right - left, 5),
            "Height": round(bottom - top, 5),
        },
        "Polygon": [
            {"X": left, "Y": top},
            {"X": right, "Y": top},
            {"X": right, "Y": bottom},
            {"X": left, "Y": bottom},
        ],
    }
