"""Sheets of paper for the reader: text put at places, as Blocks."""

from typing import Any

WIDTH, HEIGHT = 595.0, 842.0
LETTER = 0.5  # the width of a letter, in sizes


class Sheet:
    """A4 pages on which `put` writes; `blocks` are Textract's WORDs with our style beside."""

    def __init__(self) -> None:
        self.blocks: list[dict[str, Any]] = []
        self.page = 1
        self.y = 40.0

    def put(self, text: str, x: float = 50, *, size: float = 10, bold: bool = False, right: str | None = None) -> None:
        """Writes a row, and `right` at the right margin of the same row."""
        self._words(text, x, size, bold)
        if right:
            self._words(right, 545 - len(right) * size * LETTER, size, False)
        self.y += size * 1.5

    def beside(self, left: str, text: str, x: float = 150, *, bold: bool = False) -> None:
        """Writes two cells in one row."""
        self._words(left, 50, 10, False)
        self.put(text, x, bold=bold)

    def panel(self, left: float, top: float, right: float, bottom: float) -> None:
        """Draws a frame, or shades an area."""
        box = {
            "Left": left / WIDTH,
            "Top": top / HEIGHT,
            "Width": (right - left) / WIDTH,
            "Height": (bottom - top) / HEIGHT,
        }
        self.blocks.append({"BlockType": "PANEL", "Page": self.page, "Geometry": {"BoundingBox": box}})

    def _words(self, text: str, x: float, size: float, bold: bool) -> None:
        for word in text.split(" "):
            width = len(word) * size * LETTER
            if word:
                self.blocks.append(self._block(word, x, width, size, bold))
            x += width + size * 0.28

    def _block(self, word: str, x: float, width: float, size: float, bold: bool) -> dict[str, Any]:
        box = {"Left": x / WIDTH, "Top": self.y / HEIGHT, "Width": width / WIDTH, "Height": size / HEIGHT}
        return {
            "BlockType": "WORD",
            "Id": f"w{len(self.blocks)}",
            "Page": self.page,
            "Text": word,
            "Confidence": 99.9,
            "Geometry": {"BoundingBox": box},
            "Style": {"Size": size, "Bold": bold},
        }
