"""Files that come with a mail: their names made harmless, their bytes as they were sent, winmail.dat opened."""

import hashlib
import re
import unicodedata

from vivier.mail.inbound.model import Attachment, AttachmentKind
from vivier.mail.inbound.tree import Part

MOST = 100
MOST_TNEF = 20 * 2**20
SIGNATURES = {
    "application/pkcs7-signature",
    "application/x-pkcs7-signature",
    "application/pgp-signature",
}
ENCRYPTED = {"application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted"}
TNEF = {"application/ms-tnef", "application/vnd.ms-tnef"}
REPORTS = {
    "message/delivery-status",
    "message/feedback-report",
    "message/disposition-notification",
    "text/rfc822-headers",
}
ARMOURED = re.compile(r"\s{0,200}-----BEGIN PGP MESSAGE-----")  # RFC 9580 §6.2
FORBIDDEN = re.compile(r"[\x00-\x1f\x7f/\\:*?\"<>|\u202a-\u202e\u2066-\u2069\u200b-\u200f]")
# By the type, when the mail gives no name.
NAMES = {"text/calendar": "invitation.ics", "message/rfc822": "message.eml", "text/html": "message.html"}


def is_encrypted(root: Part, text: str) -> bool:
    """S/MIME or PGP, also in the text itself: nobody here has the key. A signed S/MIME message has the same type, and
    says so."""
    if root.media_type == "multipart/encrypted" or ARMOURED.match(text):
        return True
    for part in root.walk():
        if part.media_type not in ENCRYPTED:
            continue
        if part.params.get("smime-type", "").lower() not in ("signed-data", "certs-only", "signed-receipt"):
            return True
    return False


def attachments(root: Part, shown: set[int], flags: set[str]) -> list[Attachment]:
    """Every part that is not the body. Those of a mail within a mail stay within it."""
    found: list[Attachment] = []
    waiting = [root]
    while waiting:
        part = waiting.pop(0)
        if part.main == "multipart":
            waiting = [*part.children, *waiting]
            continue
        if id(part) in shown or part.media_type in REPORTS or (part is root and not part.name and _said_nothing(part)):
            continue
        if len(found) >= MOST:
            flags.add("too_many_attachments")
            break
        found += _opened(part, flags)
    return found


def _said_nothing(part: Part) -> bool:
    return not part.body.strip()


def _opened(part: Part, flags: set[str]) -> list[Attachment]:
    data = part.data()
    outlooks = part.media_type in TNEF or (part.name or "").lower() == "winmail.dat"
    if outlooks and (within := _tnef(data, flags)):
        return within
    return [_attachment(part.name, part.media_type, data, _kind(part), part.headers.first("content-id"))]


def _kind(part: Part) -> AttachmentKind:
    if part.media_type in SIGNATURES:
        return "signature"
    if part.media_type == "text/calendar":
        return "calendar"
    if part.main == "message":
        return "mail"
    inline = part.main == "image" and part.disposition != "attachment" and "content-id" in part.headers
    return "inline" if inline else "file"


def _attachment(
    name: str | None, media_type: str, data: bytes, kind: AttachmentKind = "file", content_id: str = ""
) -> Attachment:
    return Attachment(
        name=clean_name(name, media_type),
        media_type=media_type,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        kind=kind,
        content_id=content_id.strip("<> ")[:200] or None,
        data=data,
    )


def clean_name(name: str | None, media_type: str = "application/octet-stream") -> str:
    """The last part of a path, without what a file system, a header or a reader's eye could be fooled by."""
    text = unicodedata.normalize("NFC", (name or "").replace("\\", "/").rsplit("/", 1)[-1])
    text = re.sub(r"\s+", " ", FORBIDDEN.sub("", text)).strip(" .")
    if not text:
        return NAMES.get(media_type, "attachment")
    stem, dot, ending = text.rpartition(".")
    if len(text) > 150 and dot and len(ending) <= 10:
        return f"{stem[: 149 - len(ending)]}.{ending}"
    return text[:150]


def _tnef(data: bytes, flags: set[str]) -> list[Attachment]:
    """The files within Outlook's winmail.dat; nothing when it cannot be opened: then it is a file like others."""
    if len(data) > MOST_TNEF:
        flags.add("tnef_too_large")
        return []
    import tnefparse  # here: few mails have one

    try:
        opened = tnefparse.TNEF(data, do_checksum=False)
        files = [(a.long_filename() or a.name, bytes(a.data)) for a in opened.attachments[:MOST] if a.data]
    except Exception:  # noqa: BLE001 - a parser of a format that nobody describes, on a stranger's bytes
        flags.add("tnef_broken")
        return []
    if files:
        flags.add("tnef")
    return [_attachment(_text(name), _guess(_text(name)), held) for name, held in files]


def _text(name: object) -> str:
    return name.decode("utf-8", "replace") if isinstance(name, bytes) else str(name or "")


def _guess(name: str) -> str:
    ending = name.rpartition(".")[2].lower()
    return {
        "pdf": "application/pdf",
        "doc": "application/msword",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "odt": "application/vnd.oasis.opendocument.text",
        "rtf": "application/rtf",
        "txt": "text/plain",
        "jpg": "image/jpeg",
        "jpeg": "image/jpeg",
        "png": "image/png",
    }.get(ending, "application/octet-stream")
