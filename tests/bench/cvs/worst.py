"""The pages that were read worst, as pictures: the page, and beside it what was read against what stands there."""

from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from tests.bench.cvs.run import Case
from tests.cvs.scoring import PARTS, SINGLES, Part, aligned, alike, rights, same_date, score

WIDTH, HEIGHT, ASIDE = 900, 1273, 1000
RED, GREEN, GREY = (176, 0, 32), (0, 105, 60), (110, 110, 110)
Line = tuple[str, tuple[int, int, int]]


def draw(cases: list[Case], folder: Path, count: int) -> list[Path]:
    """Pictures of the `count` worst CVs, the worst first; their names begin with their rank."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    made = []
    for rank, case in enumerate(sorted(cases, key=Case.worth)[:count], 1):
        path = folder / f"{rank:02}_{case.id}.png"
        _beside(_page(case), _lines(case)).save(path)
        made.append(path)
    return made


def _page(case: Case) -> Image.Image:
    picture: Image.Image
    if case.path.suffix == ".pdf":
        document = pypdfium2.PdfDocument(case.path)
        try:
            picture = document[0].render(scale=WIDTH / document[0].get_width()).to_pil()
        finally:
            document.close()
    elif case.path.suffix in (".png", ".jpg", ".jpeg"):
        picture = Image.open(case.path)
    else:
        picture = _drawn(case)
    picture = picture.convert("RGB")
    picture.thumbnail((WIDTH, 2 * HEIGHT))
    return picture


def _drawn(case: Case) -> Image.Image:
    """Formats without pages: the lines as the reader saw them."""
    pages = case.read.get("reading", {}).get("pages", [])
    picture = Image.new("RGB", (WIDTH, HEIGHT), "white")
    pen = ImageDraw.Draw(picture)
    for line in pages[0]["lines"] if pages else []:
        box = line["box"]
        size = max(8, min(24, box["height"] * HEIGHT * 0.8))
        pen.text((box["left"] * WIDTH, box["top"] * HEIGHT), line["text"], "black", ImageFont.load_default(size))
    return picture


def _beside(page: Image.Image, lines: list[Line]) -> Image.Image:
    face = ImageFont.load_default(15)
    height = max(page.height, 20 * len(lines) + 40)
    picture = Image.new("RGB", (page.width + ASIDE, height), "white")
    picture.paste(page, (0, 0))
    pen = ImageDraw.Draw(picture)
    for n, (text, colour) in enumerate(lines):
        pen.text((page.width + 20, 20 + 20 * n), text, colour, face)
    return picture


def _lines(case: Case) -> list[Line]:
    truth, read, accept = case.whole["truth"], case.read, case.whole.get("accept") or {}
    tally = score(case.whole, read).tally
    lines: list[Line] = [(f"{case.id}   experience whole: {tally['experience'].f1:.2f}", GREY)]
    for field in SINGLES:
        right = tally[field].extra + tally[field].missed == 0
        lines += _said(field, truth.get(field), read.get(field), right)
    for field in ("links", "skills", "languages"):
        right = tally[field].extra + tally[field].missed == 0
        lines += _said(field, ", ".join(truth.get(field) or []), ", ".join(read.get(field) or []), right)
    for part in PARTS:
        lines += [("", GREY), (part.name.upper(), GREY)]
        lines += _part(part, truth.get(part.name) or [], read.get(part.name) or [], accept)
    return lines


def _said(field: str, wanted: Any, got: Any, right: bool) -> list[Line]:
    if right:
        return [(f"{field}: {got or '-'}"[:120], GREEN)]
    return [(f"{field}: {wanted or '-'}"[:120], GREY), (f"     read: {got or '-'}"[:120], RED)]


def _part(part: Part, truth: list[Any], read: list[Any], accept: dict[str, Any]) -> list[Line]:
    fields = (*part.words, *part.dates)
    wanted = [{f: rights(entry, f, accept, f"{part.name}[{i}]") for f in fields} for i, entry in enumerate(truth)]
    pairs = aligned(part, wanted, read)
    lines: list[Line] = []
    for i, entry in enumerate(truth):
        got = read[pairs[i]] if i in pairs else {}
        right = i in pairs and all(
            alike(wanted[i][f], got.get(f)) if f in part.words else same_date(wanted[i][f], got.get(f)) for f in fields
        )
        lines += _said(f"{i + 1}", _joined(entry, fields), _joined(got, fields) if got else "not found", right)
    lines += [
        (f"     too many: {_joined(r, fields)}"[:120], RED) for j, r in enumerate(read) if j not in pairs.values()
    ]
    return lines


def _joined(entry: dict[str, Any], fields: tuple[str, ...]) -> str:
    return " | ".join(str(entry.get(field) or "-") for field in fields)
