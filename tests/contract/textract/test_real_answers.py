"""What reads Blocks, on answers of the real service: they must never learn only the stand-in's ways."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.pictures import picture_of

from vivier.gateways.textract import TextractReader
from vivier.resumes.model import PageSize, TextSource
from vivier.resumes.service import read_blocks
from vivier_local.textract import tesseract
from vivier_local.textract.blocks import blocks_of

EVENTS = Path(__file__).parents[2] / "events" / "textract"
ANSWERS = ["little_women_page_1", "layout_example"]
A4 = PageSize(number=1, width=595.0, height=842.0, source=TextSource.TEXTRACT)


def answer(name: str) -> dict[str, Any]:
    recorded: dict[str, Any] = json.loads((EVENTS / f"{name}.json").read_text())
    return recorded


class Recorded:
    """A Textract that gives one recorded answer, in parts of `size` Blocks."""

    def __init__(self, recorded: dict[str, Any], size: int) -> None:
        self._recorded = recorded
        self._size = size

    def get_document_analysis(self, **request: Any) -> dict[str, Any]:
        start = int(request.get("NextToken", 0))
        blocks = self._recorded["Blocks"]
        part = {"JobStatus": "SUCCEEDED", "Blocks": blocks[start : start + self._size]}
        end = start + self._size
        return part | ({"NextToken": str(end)} if end < len(blocks) else {})


@pytest.mark.parametrize("name", ANSWERS)
def test_a_real_answer_is_put_together_from_its_parts(name: str) -> None:
    recorded = answer(name)

    assert TextractReader(Recorded(recorded, 50)).fetch("job") == recorded["Blocks"]


@pytest.mark.parametrize("name", ANSWERS)
def test_the_words_of_a_real_answer_reach_the_reading(name: str) -> None:
    blocks = answer(name)["Blocks"]

    reading = read_blocks(blocks, links=[], pages=[A4])

    text = " ".join(line.text for page in reading.pages for line in page.lines)
    words = [block["Text"] for block in blocks if block["BlockType"] == "WORD"]
    assert sum(word in text for word in words) >= 0.97 * len(words)


@pytest.mark.parametrize("name", ANSWERS)
def test_a_page_of_prose_is_no_cv(name: str) -> None:
    reading = read_blocks(answer(name)["Blocks"], links=[], pages=[A4])

    assert reading.is_cv < 0.5


def test_the_stand_in_gives_every_key_that_the_service_gives() -> None:
    page = picture_of(["Zoé Prévost", "Soudeuse à Besançon", "- Soudure", "- Contrôle"])
    ours = blocks_of(tesseract.words_of(page), page.width / page.height, None, layout=True)
    real = answer("layout_example")["Blocks"]

    for kind in ("PAGE", "LINE", "WORD", "LAYOUT_TEXT", "LAYOUT_LIST"):
        keys = next(block for block in ours if block["BlockType"] == kind).keys()
        # The service writes an empty list where a WORD has no children; readers may not count on it.
        expected = next(block for block in real if block["BlockType"] == kind).keys() - {"Relationships"}
        assert expected <= keys, kind
