"""The few signs that a body may hold, as HTML and as the plain-text part: **bold**, [words](https://…), lines that
begin with `- `. An address that stands there by itself can be pressed. Pure.

What fills in a merge field is text and never a sign: it comes `escaped`.
"""

import html
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from vivier.kernel.model import Model

SIGNS = r"\*[]"
_ESCAPED = re.compile(r"\\([\\*\[\]])")
_KEPT = "\ue000\ue001\ue002\ue003"  # private characters: what was escaped, while signs are looked for
_AS_TEXT = str.maketrans({sign: f"\\{sign}" for sign in SIGNS} | dict.fromkeys(_KEPT, ""))
_AS_SHOWN = str.maketrans(_KEPT, SIGNS)
_INLINE = re.compile(
    r"\*\*(?P<bold>[^*\n]{1,500})\*\*"
    r"|\[(?P<words>[^\[\]\n]{1,300})\]\((?P<target>[^()\s]{1,2000})\)"
    r"|(?P<bare>\b(?:https?://|www\.)[^\s<>\"]{1,2000})"
)
_TAIL = ".,;:!?)]}»’'"
_ADDRESS = re.compile(r"https?://[^\s]+", re.IGNORECASE)
_HOST = re.compile(r"[a-z0-9¡-￿]([a-z0-9¡-￿-]{0,61}[a-z0-9¡-￿])?", re.IGNORECASE)


class _Piece(NamedTuple):
    kind: Literal["text", "bold", "link"]
    text: str
    target: str = ""


class BrokenLink(Model):
    """A link that leads nowhere, and why."""

    link: str
    why: Literal["scheme", "host", "port"]


def escaped(value: str) -> str:
    """A value as text that holds no sign."""
    return value.translate(_AS_TEXT)


def as_html(text: str) -> str:
    """Paragraphs and lists."""
    return "\n".join(_block_html(block) for block in _blocks(text))


def as_plain(text: str) -> str:
    """The same without signs; a link's address stands behind its words."""
    return _shown("".join(_piece_plain(piece) for piece in _pieces(_hidden(text))))


def broken_links(text: str) -> list[BrokenLink]:
    """The links that cannot be right, each once. Nothing is asked of any server."""
    found: dict[str, BrokenLink] = {}
    for piece in _pieces(_hidden(text)):
        if piece.kind == "link" and (why := _broken(target := _shown(piece.target))):
            found[target] = BrokenLink(link=target, why=why)
    return list(found.values())


def _broken(link: str) -> Literal["scheme", "host", "port"] | None:
    if link.startswith("mailto:"):
        return None if "@" in link else "host"
    if not _ADDRESS.fullmatch(link):
        return "scheme"
    try:
        parts = urlsplit(link)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return "port"
    labels = host.rstrip(".").split(".")
    return None if len(labels) > 1 and all(_HOST.fullmatch(label) for label in labels) else "host"


def _blocks(text: str) -> Iterator[str]:
    return (block for block in re.split(r"\n{2,}", text.strip()))


def _block_html(block: str) -> str:
    """Lines that begin with `- ` are items, whatever stands around them."""
    parts: list[str] = []
    held: list[str] = []
    listed = False

    def close() -> None:
        if held:
            parts.append(
                "<ul>" + "".join(f"<li>{line}</li>" for line in held) + "</ul>"
                if listed
                else f"<p>{'<br>'.join(held)}</p>"
            )
            held.clear()

    for line in block.splitlines() or [""]:
        item = line.startswith("- ")
        if item != listed:
            close()
            listed = item
        held.append(_line_html(line[2:] if item else line))
    close()
    return "".join(parts) or "<p></p>"


def _line_html(line: str) -> str:
    return _shown("".join(_piece_html(piece) for piece in _pieces(_hidden(line))))


def _piece_html(piece: _Piece) -> str:
    words = html.escape(piece.text)
    if piece.kind == "bold":
        return f"<strong>{words}</strong>"
    if piece.kind == "link" and not _broken(_shown(piece.target)):
        return f'<a href="{html.escape(piece.target)}">{words}</a>'
    return words


def _piece_plain(piece: _Piece) -> str:
    if piece.kind == "link" and piece.text != piece.target:
        return f"{piece.text} ({piece.target})"
    return piece.text


def _pieces(text: str) -> Iterator[_Piece]:
    at = 0
    for found in _INLINE.finditer(text):
        if found.start() > at:
            yield _Piece("text", text[at : found.start()])
        at = found.end()
        if found["bold"]:
            yield _Piece("bold", found["bold"])
        elif found["words"]:
            yield _Piece("link", found["words"], found["target"])
        else:
            address = found["bare"].rstrip(_TAIL)
            yield _Piece("link", address, address)
            at = found.start() + len(address)
    if at < len(text):
        yield _Piece("text", text[at:])


def _hidden(text: str) -> str:
    return _ESCAPED.sub(lambda sign: _KEPT["\\*[]".index(sign[1])], text)


def _shown(text: str) -> str:
    """What was hidden, as itself. None of the signs means anything in HTML."""
    return text.translate(_AS_SHOWN)
