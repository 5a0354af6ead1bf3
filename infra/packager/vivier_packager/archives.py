"""Zip files that are the same bytes whenever their content is the same: an unchanged function is not redeployed."""

import hashlib
import io
import zipfile
from pathlib import Path

EPOCH = (1980, 1, 1, 0, 0, 0)
LEFT_OUT = frozenset({"__pycache__", ".mypy_cache", ".ruff_cache"})


def files_of(folder: Path) -> list[Path]:
    """What a package of this folder holds, in a fixed order."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file() and not LEFT_OUT.intersection(path.relative_to(folder).parts)
    )


def zip_folder(folder: Path, prefix: str = "") -> bytes:
    """`prefix`: where the content stands in the zip (`python/` for a layer)."""
    return zip_entries({prefix + path.relative_to(folder).as_posix(): path for path in files_of(folder)})


def zip_folders(*folders: Path) -> bytes:
    """Several folders as one. Raises FileExistsError when two of them hold a file of the same name."""
    entries: dict[str, Path | bytes] = {}
    for folder in folders:
        for path in files_of(folder):
            name = path.relative_to(folder).as_posix()
            if name in entries:
                raise FileExistsError(f"{name} stands in {folder} and beside it")
            entries[name] = path
    return zip_entries(entries)


def zip_entries(entries: dict[str, Path | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(entries):
            source = entries[name]
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            executable = isinstance(source, Path) and source.stat().st_mode & 0o100
            info.external_attr = (0o755 if executable else 0o644) << 16
            archive.writestr(info, source if isinstance(source, bytes) else source.read_bytes())
    return buffer.getvalue()


def fingerprint(folder: Path) -> str:
    """Names and contents of a folder as one hash (hexadecimal, 32 characters)."""
    digest = hashlib.sha256()
    for path in files_of(folder):
        digest.update(f"{path.relative_to(folder).as_posix()}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:32]
