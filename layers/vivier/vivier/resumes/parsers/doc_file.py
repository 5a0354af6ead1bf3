"""The inside of a Word 97 file: where its text stands and which properties are said of it (Microsoft's [MS-DOC])."""

import struct
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise

from vivier.resumes.parsers.facts import FileRefused, RefusalReason

_IDENT = 0xA5EC
_WORD_97 = 0xC1
_ENCRYPTED, _TABLE_1 = 0x0100, 0x0200
_PAGE = 512
_BYTE_ORDER = slice(28, 30)
_COUNTS = 76  # where FibRgLw97 says how many characters each part of the text has
_PAIRS = 154  # where FibRgFcLcb97 begins
# Places of structures in FibRgFcLcb97.
STYLES, SECTIONS, HEADERS, _CHARACTERS, _PARAGRAPHS, _CLX = 1, 6, 11, 12, 13, 33
SHAPES, HEADER_SHAPES, BOXES, HEADER_BOXES = 40, 41, 56, 58
_COMPRESSED = 0x40000000
# Sprms whose operand is the place of more properties in the Data stream: sprmPHugePapx, sprmPTableProps.
_ELSEWHERE = {0x6646, 0x646B}
_DEFINES_TABLE, _CHANGES_TABS = 0xD608, 0xC615
_OPERANDS = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}


def is_word_97(data: bytes) -> bool:
    """Whether a compound file is of Word 97 or newer (FibBase). Raises FileRefused: truncated."""
    import olefile  # here: few files are such

    try:
        with olefile.OleFileIO(BytesIO(data)) as ole:
            return ole.exists("WordDocument") and _is_head(ole.openstream("WordDocument").read(4))
    except Exception as broken:
        # [MS-CFB] Compound File Header: a mark of the order of bytes, without which nothing of the kind follows.
        if data[_BYTE_ORDER] == b"\xfe\xff":
            raise FileRefused(RefusalReason.TRUNCATED, f"compound file: {type(broken).__name__}") from broken
        return False


def _is_head(head: bytes) -> bool:
    return len(head) == 4 and _u16(head, 0) == _IDENT and _WORD_97 <= _u16(head, 2) < 0x400


_Reader = Callable[[bytes, int, int], bytes]
_Run = tuple[int, int, bytes]


@dataclass(frozen=True, slots=True)
class _Piece:
    """Text that stands in one place of the stream (Pcd): from character `start`, at byte `at`."""

    start: int
    end: int
    at: int
    width: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters alike: the number of the first, their UTF-16 units, and what is said of them (a Chpx's grpprl)."""

    start: int
    text: str
    properties: bytes


class WordFile:
    """Raises FileRefused when made and when read: protected, truncated, unreadable."""

    def __init__(self, data: bytes) -> None:
        self._word, tables, self._data = _streams(data)
        if len(self._word) < _PAIRS or not _is_head(self._word[:4]):
            raise FileRefused(RefusalReason.TRUNCATED, "no file information block")
        flags = _u16(self._word, 10)
        if flags & _ENCRYPTED:
            raise FileRefused(RefusalReason.PROTECTED)
        self._table = tables[1 if flags & _TABLE_1 else 0]
        # FibRgLw97: text, footnotes, headers, macros, comments, endnotes, text boxes, those of headers.
        counts = [max(count, 0) for count in struct.unpack_from("<8i", self._word, _COUNTS)]
        starts = [sum(counts[:n]) for n in range(9)]
        self.text, self.headers = (0, counts[0]), (starts[2], starts[3])
        self.boxes, self.header_boxes = (starts[6], starts[7]), (starts[7], starts[8])
        self._pieces = self._read_pieces()
        self._begins = [piece.start for piece in self._pieces]
        self._runs = _Bins(self._word, self.plc(_CHARACTERS, 4), _chpx)
        self._papx = _Bins(self._word, self.plc(_PARAGRAPHS, 4), _papx)

    def structure(self, number: int) -> bytes:
        """What FibRgFcLcb97 points to in the table stream."""
        if len(self._word) < _PAIRS + 8 * number + 8:
            return b""
        at, size = struct.unpack_from("<II", self._word, _PAIRS + 8 * number)
        if at + size > len(self._table):
            raise FileRefused(RefusalReason.TRUNCATED, f"structure {number} is not in the file")
        return self._table[at : at + size]

    def plc(self, number: int, size: int) -> tuple[list[int], list[bytes]]:
        """The places and the data of a PLC, `size` bytes each. Places never go back."""
        return _plc(self.structure(number), size)

    def header_places(self, number: int) -> list[int]:
        """The places of Plcfhdd, which has no data; the last of them says nothing."""
        return _plc(self.structure(number)[:-4], 0)[0]

    def stretches(self, start: int, end: int) -> Iterator[Stretch]:
        """The characters of a range, in order."""
        first = max(bisect_right(self._begins, start) - 1, 0)
        for n in range(first, len(self._pieces)):
            piece = self._pieces[n]
            if piece.start >= end:
                return
            at = max(piece.start, start)
            while at < min(piece.end, end):
                byte = piece.at + (at - piece.start) * piece.width
                properties, until = self._runs.at(byte)
                long = max((until - byte) // piece.width, 1)
                stop = min(at + long, piece.end, end)
                raw = self._word[byte : byte + (stop - at) * piece.width]
                yield Stretch(at, _units(raw, piece.width), properties)
                at = stop

    def paragraph(self, character: int) -> bytes:
        """The style's number and the grpprl of the paragraph that a character stands in (PapxInFkp)."""
        piece = self._pieces[max(bisect_right(self._begins, character) - 1, 0)]
        return self._papx.at(piece.at + (character - piece.start) * piece.width)[0]

    def sprms(self, grpprl: bytes) -> Iterator[tuple[int, bytes]]:
        """Each property of a list with its operand, those that are kept in the Data stream among them."""
        for sprm, operand in sprms(grpprl):
            if sprm in _ELSEWHERE:
                at = int.from_bytes(operand, "little")
                yield from sprms(
                    self._data[at + 2 : at + 2 + _u16(self._data, at)] if at + 2 <= len(self._data) else b""
                )
            else:
                yield sprm, operand

    def _read_pieces(self) -> list[_Piece]:
        """Clx: lists of properties (Prc), then the piece table (Pcdt)."""
        clx, at = self.structure(_CLX), 0
        while clx[at : at + 1] == b"\x01" and at + 3 <= len(clx):
            at += 3 + _u16(clx, at + 1)
        if clx[at : at + 1] != b"\x02":
            raise FileRefused(RefusalReason.UNREADABLE, "no piece table")
        places, rows = _plc(clx[at + 5 :], 8)
        if not rows or places[-1] > len(self._word):
            raise FileRefused(RefusalReason.UNREADABLE, "a piece table without sense")
        return [self._piece(start, end, row) for (start, end), row in zip(pairwise(places), rows, strict=True)]

    def _piece(self, start: int, end: int, row: bytes) -> _Piece:
        where = int.from_bytes(row[2:6], "little")
        width = 1 if where & _COMPRESSED else 2
        at = (where & (_COMPRESSED - 1)) // (2 if width == 1 else 1)
        if at + (end - start) * width > len(self._word):
            raise FileRefused(RefusalReason.TRUNCATED, "a piece of text is not in the file")
        return _Piece(start, end, at, width)


class _Bins:
    """Properties by byte of the text, from the pages of 512 bytes that hold them (ChpxFkp, PapxFkp)."""

    def __init__(self, word: bytes, plc: tuple[list[int], list[bytes]], read: _Reader) -> None:
        pages = dict.fromkeys(int.from_bytes(row, "little") & 0x3FFFFF for row in plc[1])
        found = sorted(run for page in pages for run in _runs(word[page * _PAGE : (page + 1) * _PAGE], read))
        self._found = found
        self._starts = [start for start, _, _ in found]

    def at(self, byte: int) -> tuple[bytes, int]:
        """What is said of a byte, and until where."""
        n = bisect_right(self._starts, byte) - 1
        if n >= 0 and byte < self._found[n][1]:
            return self._found[n][2], self._found[n][1]
        return b"", self._starts[n + 1] if n + 1 < len(self._starts) else 1 << 40


def sprms(grpprl: bytes) -> Iterator[tuple[int, bytes]]:
    """Each property of a list with its operand (Single Property Modifiers)."""
    at = 0
    while at + 3 <= len(grpprl):
        sprm = _u16(grpprl, at)
        at += 2
        size = _OPERANDS.get(sprm >> 13)
        if sprm == _DEFINES_TABLE:  # counts itself by one byte (TDefTableOperand)
            size, at = _u16(grpprl, at) - 1 if at + 2 <= len(grpprl) else 0, at + 2
        elif size is None:
            size, at = grpprl[at], at + 1
            if sprm == _CHANGES_TABS and size == 0xFF:  # its length is told within (PChgTabsOperand)
                return
        if size < 0 or at + size > len(grpprl):
            return
        yield sprm, grpprl[at : at + size]
        at += size


def _streams(data: bytes) -> tuple[bytes, tuple[bytes, bytes], bytes]:
    """WordDocument, 0Table and 1Table, Data (File Structure); what is not there is empty."""
    import olefile

    try:
        with olefile.OleFileIO(BytesIO(data)) as ole:
            names = ("WordDocument", "0Table", "1Table", "Data")
            word, zero, one, rest = (ole.openstream(name).read() if ole.exists(name) else b"" for name in names)
    except Exception as broken:
        raise FileRefused(RefusalReason.TRUNCATED, f"compound file: {type(broken).__name__}") from broken
    return word, (zero, one), rest


def _plc(raw: bytes, size: int) -> tuple[list[int], list[bytes]]:
    count = max((len(raw) - 4) // (4 + size), 0)
    places = list(struct.unpack_from(f"<{count + 1}i", raw)) if len(raw) >= 4 else [0]
    if places and (places[0] < 0 or any(after < before for before, after in pairwise(places))):
        raise FileRefused(RefusalReason.UNREADABLE, "places that go back")
    first = 4 * (count + 1)
    return places, [raw[first + n * size : first + (n + 1) * size] for n in range(count)]


def _runs(page: bytes, read: _Reader) -> Iterator[_Run]:
    """The bytes of the text that a page of properties tells of, and what it says of them."""
    if len(page) < _PAGE or 4 * (page[-1] + 1) > _PAGE:
        return
    count = page[-1]
    places = struct.unpack_from(f"<{count + 1}I", page)
    for n, (start, end) in enumerate(pairwise(places)):
        if start < end:
            yield start, end, read(page, 4 * (count + 1), n)


def _chpx(page: bytes, base: int, n: int) -> bytes:
    at = 2 * page[min(base + n, _PAGE - 1)]
    return page[at + 1 : at + 1 + page[at]] if at else b""


def _papx(page: bytes, base: int, n: int) -> bytes:
    at = 2 * page[min(base + 13 * n, _PAGE - 1)]
    if not at:
        return b""
    if page[at]:
        return page[at + 1 : at + 2 * page[at]]
    return page[at + 2 : at + 2 + 2 * page[at + 1]]


def _units(raw: bytes, width: int) -> str:
    """A character for each unit of UTF-16, halves of pairs among them: places in the text count units."""
    if width == 1:
        return raw.decode("cp1252", "replace")
    return "".join(map(chr, struct.unpack(f"<{len(raw) // 2}H", raw)))


def whole(units: str) -> str:
    """Text whose pairs of UTF-16 are put together."""
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _u16(raw: bytes, at: int) -> int:
    return int.from_bytes(raw[at : at + 2], "little")
