"""CVs on poor copies, read through the stand-in: what can be told of an address is, never surer than it is."""

import json
import random
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from tests.cvs.corpus.pens.scan import worn
from tests.pictures import as_bytes, picture_of

from vivier_local.read_cv import read_cv_files

CV = [
    "Hortense Quillard",
    "Soudeuse",
    "Tours | 06 39 98 44 10 | hortense.quillard82@laposte.net",
    "www.linkedin.com/in/hortense-quillard-48211",
    "Expérience professionnelle",
    "Soudeuse, Ateliers Vauquelin, Tours, 2018 - 2024",
    "Soudure de châssis et contrôle des pièces sur plans",
    "Formation",
    "CAP Réalisations industrielles, Lycée Grandmont, 2017",
]


def read(picture: Image.Image, folder: Path) -> dict[str, Any]:
    file = folder / "scan.png"
    file.write_bytes(as_bytes(picture))
    [result] = read_cv_files([file], folder / "out")
    assert result.output is not None, result
    told: dict[str, Any] = json.loads(result.output.read_text(encoding="utf-8"))
    return told


def faint() -> Image.Image:
    """A pencil-grey copy on grey paper, grainy and darker towards one side."""
    grey = picture_of(CV).point([150 + level * 100 // 255 for level in range(256)])
    return worn(grey, random.Random("faint"), 0.4, 30, 0.6, shade=30)


def small() -> Image.Image:
    """A page sent on smaller than it was, and enlarged again."""
    page = picture_of(CV)
    shrunk = page.resize((round(page.width * 0.6), round(page.height * 0.6)), Image.Resampling.BICUBIC)
    return worn(shrunk.resize(page.size, Image.Resampling.BICUBIC), random.Random("small"), 1.2, 14, 0.4)


@pytest.mark.parametrize("made", [faint, small])
def test_name_mail_and_profile_of_a_poor_copy_are_read(made: Any, tmp_path: Path) -> None:
    told = read(made(), tmp_path)

    assert told["name"] == "Hortense Quillard"
    assert told["email"] == "hortense.quillard82@laposte.net"
    assert [link.removeprefix("www.") for link in told["links"]] == ["linkedin.com/in/hortense-quillard-48211"]
