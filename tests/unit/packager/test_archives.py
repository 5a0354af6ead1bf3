"""An unchanged folder is an unchanged package."""

import io
import os
import zipfile
from pathlib import Path

from vivier_packager import archives


def _folder(root: Path, name: str) -> Path:
    folder = root / name
    (folder / "inner").mkdir(parents=True)
    (folder / "main.py").write_text("print()")
    (folder / "inner" / "more.py").write_text("1")
    return folder


def test_the_same_content_makes_the_same_bytes_whenever_it_was_written(tmp_path: Path) -> None:
    one, two = _folder(tmp_path, "one"), _folder(tmp_path, "two")
    os.utime(two / "main.py", (1, 1))
    (two / "__pycache__").mkdir()
    (two / "__pycache__" / "main.cpython-311.pyc").write_bytes(b"x")

    assert archives.zip_folder(one) == archives.zip_folder(two)
    assert archives.fingerprint(one) == archives.fingerprint(two)


def test_a_changed_or_renamed_file_changes_the_fingerprint(tmp_path: Path) -> None:
    folder = _folder(tmp_path, "one")
    before = archives.fingerprint(folder)

    (folder / "main.py").rename(folder / "other.py")

    assert archives.fingerprint(folder) != before


def test_a_layer_stands_below_python(tmp_path: Path) -> None:
    packed = zipfile.ZipFile(io.BytesIO(archives.zip_folder(_folder(tmp_path, "one"), "python/")))

    assert packed.namelist() == ["python/inner/more.py", "python/main.py"]
