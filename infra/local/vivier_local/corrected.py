"""Corrections of readings as files: taken out of an instance, and made into CVs with a truth for the yardstick."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vivier.resumes.model import PageSize, Reading, TextSource
from vivier.resumes.service import read_blocks

if TYPE_CHECKING:  # what talks over the network is more than half of what reading lines takes
    from vivier_local.client import Client

SUFFIX = ".lines.json"
Document = dict[str, Any]  # as the API gives it: `CorrectedDocument` in infra/generated/client.json


def take_out(client: "Client") -> Iterator[Document]:
    """Every corrected document of the workspace; the audit notes it. For administrators."""
    cursor: str | None = None
    while True:
        page = client.post("/corrections/exports", {"cursor": cursor} if cursor else {})
        yield from page["documents"]
        if (cursor := page["cursor"]) is None:
            return


def as_folder(documents: Iterable[Document], folder: Path) -> int:
    """Writes `docs/ID.lines.json` and `truth/ID.json` for each document whose lines came along and of which a human
    looked at a field that is scored; how many there are.
    """
    written = 0
    for name in ("docs", "truth"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for document in documents:
        if not document["lines"] or not document["judged"]:
            continue
        file = f"{document['id']}{SUFFIX}"
        about = {"lang": document["language"], "format": document["format"], "layout": document["layout"]}
        truth = {"id": document["id"], "file": file, **about, "judged": document["judged"], "truth": document["truth"]}
        lines = {"text": document["text"], "pages": document["lines"]}
        for path, held in ((folder / "docs" / file, lines), (folder / "truth" / f"{document['id']}.json", truth)):
            path.write_text(json.dumps(held, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        written += 1
    return written


def read_lines(path: Path) -> Reading:
    """The reading of a document of which there are only its lines, as they were set. Raises ValueError (not such a
    file).
    """
    held = json.loads(path.read_text(encoding="utf-8"))
    try:
        source = TextSource.NATIVE if held["text"] == "native" else TextSource.TEXTRACT
        sizes = [
            PageSize(number=p["number"], width=p["width"], height=p["height"], source=source) for p in held["pages"]
        ]
        blocks = [block for page in held["pages"] for block in _blocks(page)]
    except (KeyError, TypeError) as unlike:
        raise ValueError(f"{path} does not hold the lines of a document") from unlike
    return read_blocks(blocks, links=[], pages=sizes)


def _blocks(page: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(page["lines"]):
        whole = {"text": line["text"], "left": line["box"]["left"], "width": line["box"]["width"]}
        for at, cell in enumerate(line["cells"] or [whole]):
            yield {
                "BlockType": "LINE",
                "Id": f"{page['number']}.{number}.{at}",
                "Page": page["number"],
                "Text": cell["text"],
                "Confidence": line["confidence"] * 100,
                "Geometry": {
                    "BoundingBox": {
                        "Left": cell["left"],
                        "Top": line["box"]["top"],
                        "Width": cell["width"],
                        "Height": line["box"]["height"],
                    }
                },
                "Style": {"Size": cell.get("size"), "Bold": cell.get("bold", False)},
            }
