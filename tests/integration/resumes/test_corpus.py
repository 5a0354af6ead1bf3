"""What the truth of a CV says stands in its file: asked of the files themselves, with the formats' own tools."""

import json
import re
import unicodedata
import zipfile
from html import unescape
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from tests.cvs.corpus.build import build

FIELDS = ("name", "email", "location")


@pytest.fixture(scope="module")
def folder() -> Path:
    return build()


def test_the_values_of_every_truth_stand_in_its_file(folder: Path) -> None:
    missing: dict[str, list[str]] = {}
    for truth in sorted(folder.glob("*/*.json")):
        whole = json.loads(truth.read_text())
        if "scan" not in whole["format"]:
            text = letters(text_of(truth.with_name(whole["file"])))
            missing[truth.stem] = [value for value in values(whole["truth"]) if not stands(value, text)]

    assert len(missing) >= 100
    assert {name: lost for name, lost in missing.items() if lost} == {}


def test_a_scan_holds_no_text(folder: Path) -> None:
    scans = [p for p in folder.glob("*/*.json") if "scan" in json.loads(p.read_text())["format"]]

    texts = [text_of(p.with_suffix(".pdf")) for p in scans if p.with_suffix(".pdf").exists()]

    assert texts
    assert "".join(texts).strip() == ""


def values(truth: dict[str, Any]) -> list[str]:
    found: list[str] = [truth[field] for field in FIELDS if truth[field]]
    found += [e[k] for e in truth["experience"] for k in ("employer", "title") if e[k]]
    found += [e[k] for e in truth["education"] for k in ("institution", "degree") if e[k]]
    found += [re.sub(r"^https?://", "", link) for link in truth["links"]]
    return [*found, *truth["languages"]]


def stands(value: str, text: str) -> bool:
    """Every word of it: a value may go on in another line or box."""
    return all(letters(word) in text for word in re.split(r"[\s-]+", value) if letters(word))


def letters(text: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "", bare.lower())


def text_of(path: Path) -> str:
    match path.suffix:
        case ".pdf":
            return _pdf(path)
        case ".docx" | ".odt":
            return _zipped(path)
        case ".rtf":
            return _rtf(path.read_text("ascii"))
        case ".html":
            page = unescape(path.read_text("utf-8"))
            return page + re.sub(r"<[^>]+>", "", page)
        case _:
            return _decoded(path.read_bytes())


def _pdf(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        pages = "".join(page.get_textpage().get_text_bounded() for page in document)
        return pages.replace("\ufffe", "").replace("\x02", "") + "".join(_targets(path))
    finally:
        document.close()


def _targets(path: Path) -> list[str]:
    return [found.decode() for found in re.findall(rb"/URI \(([^)]*)\)", path.read_bytes())]


def _zipped(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        parts = [archive.read(n).decode() for n in archive.namelist() if n.endswith((".xml", ".rels"))]
    whole = "".join(parts)
    return re.sub(r"<[^>]+>", "", whole).replace("&amp;", "&") + "".join(
        re.findall(r'(?:Target|href)="([^"]*)"', whole)
    )


def _rtf(text: str) -> str:
    text = re.sub(r"\\'([0-9a-f]{2})", lambda m: bytes.fromhex(m[1]).decode("cp1252"), text)
    text = re.sub(r"\\u(\d+)\?", lambda m: chr(int(m[1])), text)
    return re.sub(r"\\[a-z]+-?\d* ?|[{}]", "", text)


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252")
