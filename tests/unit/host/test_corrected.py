"""Corrected documents as CVs with a truth, for the yardstick."""

import json
from pathlib import Path

import pytest
from tests.bench.cvs.run import cases
from tests.cvs.scoring import score

from vivier_local.corrected import as_folder
from vivier_local.read_cv import read_cv_files

CELL = {"size": 11.0, "bold": False}
LINES = ["Maëlle Ridouan", "maelle.ridouan@exemple.fr", "Expérience", "2019 – 2021  Pilote, Compagnie du Halage"]
PAGE = {
    "number": 1,
    "width": 595.0,
    "height": 842.0,
    "lines": [
        {
            "text": text,
            "box": {"page": 1, "left": 0.1, "top": 0.1 + n * 0.03, "width": len(text) * 0.01, "height": 0.015},
            "confidence": 0.99,
            "cells": [{"text": text, "left": 0.1, "width": len(text) * 0.01, **CELL}] if n else [],
        }
        for n, text in enumerate(LINES)
    ],
}
DOCUMENT = {
    "id": "a1",
    "format": "pdf",
    "text": "native",
    "language": "fr",
    "layout": "0123456789ab",
    "judged": ["name", "email"],
    "truth": {"name": "Maëlle Ridouane", "email": "maelle.ridouan@exemple.fr"},
    "lines": [PAGE],
}


def test_a_corrected_document_is_read_again_and_scored_on_what_a_human_looked_at(tmp_path: Path) -> None:
    without = [DOCUMENT | {"id": "b2", "lines": []}, DOCUMENT | {"id": "c3", "judged": []}]

    assert as_folder([DOCUMENT, *without], tmp_path) == 1
    (case,) = cases(tmp_path)
    (read,) = read_cv_files([case.path], tmp_path / "readings")

    assert (case.about("format"), case.about("lang"), case.about("layout")) == ("pdf", "fr", "0123456789ab")
    assert read.output
    scored = score(case.whole, json.loads(read.output.read_text(encoding="utf-8")))
    assert scored.tally["email"].hits == 1
    assert {v.field for v in scored.verdicts} == {"name", "email"}
    assert sum(scored.tally["experience.found"]) == 0  # the truth does not speak of it


@pytest.mark.parametrize("held", ["{}", "[]", "no JSON", '{"text": "native", "pages": [{"number": 1}]}'])
def test_lines_that_are_none_give_a_reason(held: str, tmp_path: Path) -> None:
    path = tmp_path / "x.lines.json"
    path.write_text(held, encoding="utf-8")

    (read,) = read_cv_files([path], tmp_path / "readings")

    assert (read.output, read.reason) == (None, "unreadable")
