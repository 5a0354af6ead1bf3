"""Zip archives and the XML in them, under limits and with nothing followed."""

import re
import zipfile
import zlib
from io import BytesIO
from types import TracebackType
from typing import Self

from lxml import etree

from vivier.resumes.parsers.facts import FileRefused, Limits, RefusalReason

# A small file squeezes well without being a bomb (a document of one repeated style, say).
SMALL = 1_000_000
# Modules of OpenDocument; an empty library (script-lb.xml and -lc.xml alone) is no macro.
MACRO_MODULE = re.compile(r"Basic/[^/]+/(?!script-l|dialog-l)[^/]+\.xml$|Scripts/.+\.\w+$")
MACROS = ("vbaproject.bin", "vbadata.xml")


class SafeZip:
    """Reads members by name into memory, never to disk, and never more than the limits.

    Raises FileRefused: zip_bomb, truncated, unreadable, macro, protected.
    """

    def __init__(self, data: bytes, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError) as error:
            # The directory stands at the end: a zip that starts well and has none was cut off.
            raise FileRefused(RefusalReason.TRUNCATED, str(error)) from error
        self._spent = 0
        self._check(len(data))
        self.names = {info.filename for info in self._zip.infolist()}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._zip.close()

    def _check(self, packed_bytes: int) -> None:
        entries = self._zip.infolist()
        if len(entries) > self._limits.zip_entries:
            raise FileRefused(RefusalReason.ZIP_BOMB, f"{len(entries)} entries")
        if sum(entry.file_size for entry in entries) > self._limits.zip_ratio * max(packed_bytes, 1):
            raise FileRefused(RefusalReason.ZIP_BOMB, "expands too much")
        for entry in entries:
            if entry.file_size > max(SMALL, self._limits.zip_ratio * max(entry.compress_size, 1)):
                raise FileRefused(RefusalReason.ZIP_BOMB, "expands too much")
            if entry.filename.lower().rsplit("/", 1)[-1] in MACROS or MACRO_MODULE.match(entry.filename):
                raise FileRefused(RefusalReason.MACRO)
            if entry.flag_bits & 0x1:
                raise FileRefused(RefusalReason.PROTECTED, "encrypted zip")

    def read(self, name: str) -> bytes:
        """A member's bytes; empty where there is none. Sizes in the directory may lie, so the reading is bounded."""
        if name not in self.names:
            return b""
        left = self._limits.unzipped_bytes - self._spent
        try:
            with self._zip.open(name) as member:
                content = member.read(left + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
            raise FileRefused(RefusalReason.UNREADABLE, "damaged zip") from error
        self._spent += len(content)
        if self._spent > self._limits.unzipped_bytes:
            raise FileRefused(RefusalReason.ZIP_BOMB, "expands too much")
        return content

    def size_of(self, name: str) -> int:
        """What the directory says of a member's size; 0 where there is no such member."""
        return self._zip.getinfo(name).file_size if name in self.names else 0

    def text_of(self, name: str, most: int) -> str:
        return self.read(name)[:most].decode("utf-8", "replace")

    def xml(self, name: str) -> "etree._Element | None":
        """The root of an XML member; None where there is no such member."""
        content = self.read(name)
        return safe_xml(content) if content else None


def safe_xml(content: bytes) -> "etree._Element":
    """Raises FileRefused dangerous_xml for any DOCTYPE: with it come entities that expand or fetch."""
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, dtd_validation=False, huge_tree=False, recover=False
    )
    # Office writes UTF-8 or UTF-16 and never a document type; NULs removed, the word is seen in both.
    if b"<!DOCTYPE" in content.replace(b"\x00", b"").upper() or b"<!ENTITY" in content.replace(b"\x00", b"").upper():
        raise FileRefused(RefusalReason.DANGEROUS_XML, "document type declaration")
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise FileRefused(RefusalReason.UNREADABLE, "damaged XML") from error
    if root.getroottree().docinfo.doctype:
        raise FileRefused(RefusalReason.DANGEROUS_XML, "document type declaration")
    return root
