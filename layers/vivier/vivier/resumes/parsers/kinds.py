"""What the bytes are. The true kind wins over the name and the declared type."""

from pathlib import PurePath

from vivier.resumes.parsers.decoding import decoded, looks_like_text
from vivier.resumes.parsers.facts import FileKind, FileRefused, RefusalReason

MEDIA_TYPES = {
    FileKind.PDF: "application/pdf",
    FileKind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileKind.DOC: "application/msword",
    FileKind.ODT: "application/vnd.oasis.opendocument.text",
    FileKind.RTF: "application/rtf",
    FileKind.TXT: "text/plain",
    FileKind.HTML: "text/html",
    FileKind.JPEG: "image/jpeg",
    FileKind.PNG: "image/png",
    FileKind.TIFF: "image/tiff",
    FileKind.HEIC: "image/heic",
}
SUFFIXES = {
    **{f".{kind}": kind for kind in FileKind},
    ".jpg": FileKind.JPEG,
    ".jpe": FileKind.JPEG,
    ".tif": FileKind.TIFF,
    ".heif": FileKind.HEIC,
    ".htm": FileKind.HTML,
    ".xhtml": FileKind.HTML,
    ".text": FileKind.TXT,
    ".md": FileKind.TXT,
}
EXECUTABLE_MAGIC = (
    b"MZ",
    b"\x7fELF",
    b"\xca\xfe\xba\xbe",
    b"\xcf\xfa\xed\xfe",
    b"\xce\xfa\xed\xfe",
    b"\xfe\xed\xfa",
)
IMAGE_MAGIC = (
    (b"\xff\xd8\xff", FileKind.JPEG),
    (b"\x89PNG\r\n\x1a\n", FileKind.PNG),
    (b"II*\x00", FileKind.TIFF),
    (b"MM\x00*", FileKind.TIFF),
)
OTHER_MAGIC = (b"GIF8", b"BM", b"RIFF", b"7z\xbc\xaf", b"Rar!", b"\x1f\x8b", b"\x00\x00\x01\x00", b"OggS")
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
HEAD = 1024


def kind_of(data: bytes) -> FileKind:
    """Raises FileRefused: empty, executable, unsupported, and what the insides of a zip or compound file say."""
    if not data.strip(b"\x00 \t\r\n"):
        raise FileRefused(RefusalReason.EMPTY)
    # Two capitals may also begin a text (MZ Conseil, BMW Group): zero bytes tell.
    binary = b"\x00" in data[:HEAD]
    if (binary and data.startswith(EXECUTABLE_MAGIC)) or data.startswith(b"#!/"):
        raise FileRefused(RefusalReason.EXECUTABLE)
    if data.startswith(OLE_MAGIC):
        return _kind_of_ole(data)
    head = data[:HEAD]
    if (binary and head.startswith(OTHER_MAGIC)) or (head[4:8] == b"ftyp" and head[8:12] not in HEIF_BRANDS):
        raise FileRefused(RefusalReason.UNSUPPORTED)
    if b"%PDF-" in head:
        return FileKind.PDF
    for magic, kind in IMAGE_MAGIC:
        if head.startswith(magic):
            return kind
    if head[4:8] == b"ftyp" and head[8:12] in HEIF_BRANDS:
        return FileKind.HEIC
    if head.startswith(b"PK\x03\x04"):
        return _kind_of_zip(data)
    if head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rtf"):
        return FileKind.RTF
    return _kind_of_text(data)


def differs_from_name(kind: FileKind, name: str) -> bool:
    """True where the name claims another kind; a name that claims nothing is no lie."""
    suffix = PurePath(name).suffix.lower()
    claimed = SUFFIXES.get(suffix)
    return suffix in {".exe", ".docm", ".gif", ".zip"} or (claimed is not None and claimed != kind)


def _kind_of_ole(data: bytes) -> FileKind:
    """Of Microsoft's compound files only those of Word 97 and newer are read."""
    from vivier.resumes.parsers.doc_file import is_word_97

    # An encrypted DOCX is a compound file with a stream of this name (MS-OFFCRYPTO).
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise FileRefused(RefusalReason.PROTECTED, "Microsoft compound file")
    if is_word_97(data):
        return FileKind.DOC
    raise FileRefused(RefusalReason.LEGACY_DOC, "Microsoft compound file")


def _kind_of_zip(data: bytes) -> FileKind:
    from vivier.resumes.parsers.archive import SafeZip

    with SafeZip(data) as archive:
        if "word/document.xml" in archive.names:
            return FileKind.DOCX
        if "content.xml" in archive.names and archive.text_of("mimetype", 200).startswith(MEDIA_TYPES[FileKind.ODT]):
            return FileKind.ODT
    raise FileRefused(RefusalReason.UNSUPPORTED, "zip archive")


def _kind_of_text(data: bytes) -> FileKind:
    sample, _ = decoded(data[:8192])
    if not looks_like_text(sample):
        raise FileRefused(RefusalReason.UNREADABLE, "neither a known format nor text")
    start = sample.lstrip("\ufeff \r\n\t").lower()
    return (
        FileKind.HTML
        if start.startswith(("<!doctype html", "<html", "<?xml", "<!--")) and "<html" in start
        else FileKind.TXT
    )
