"""Writes ODT by hand: paragraphs, lists, tables, frames, links."""

import zipfile
from pathlib import Path

from tests.cvs.corpus.heads import Row, Run
from tests.cvs.corpus.pens.word import escaped

_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "draw": "drawing",
        "fo": "xsl-fo-compatible",
        "svg": "svg-compatible",
    }.items()
)
_STYLES = """<office:automatic-styles>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="BI" style:family="text"><style:text-properties fo:font-weight="bold" fo:font-style="italic"/>
</style:style>
<style:style style:name="Name" style:family="paragraph"><style:text-properties fo:font-size="20pt"
 fo:font-weight="bold"/></style:style>
<style:style style:name="Strong" style:family="paragraph"><style:text-properties fo:font-size="13pt"
 fo:font-weight="bold"/></style:style>
<style:style style:name="Right" style:family="paragraph"><style:paragraph-properties><style:tab-stops>
<style:tab-stop style:position="17cm" style:type="right"/></style:tab-stops></style:paragraph-properties></style:style>
<style:style style:name="Narrow" style:family="table-column"><style:table-column-properties
 style:column-width="3.6cm"/></style:style>
<style:style style:name="Wide" style:family="table-column"><style:table-column-properties
 style:column-width="13.4cm"/></style:style>
<style:style style:name="Two" style:family="section"><style:section-properties><style:columns fo:column-count="2"
 fo:column-gap="0.6cm"/></style:section-properties></style:style>
</office:automatic-styles>"""
_MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"""


def run(piece: Run) -> str:
    text = escaped(piece.text).replace("\t", "<text:tab/>").replace("  ", " <text:s/>")
    if style := "B" * piece.bold + "I" * piece.italic:
        text = f'<text:span text:style-name="{style}">{text}</text:span>'
    if piece.href:
        text = f'<text:a xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="{escaped(piece.href)}">{text}</text:a>'
    return text


def paragraph(row: Row, style: str = "") -> str:
    right = "<text:tab/>" + "".join(map(run, row.right)) if row.right else ""
    style = style or ("Right" if row.right else "Standard")
    return f'<text:p text:style-name="{style}">{"".join(map(run, row.runs))}{right}</text:p>'


def said(text: str, style: str = "") -> str:
    return paragraph(Row(runs=[Run(text=text)]), style)


def heading(text: str) -> str:
    return f'<text:h text:outline-level="1">{escaped(text)}</text:h>'


def bullets(rows: list[Row]) -> str:
    return f"<text:list>{''.join(f'<text:list-item>{paragraph(row)}</text:list-item>' for row in rows)}</text:list>"


def table(rows: list[list[str]]) -> str:
    """Cells hold paragraphs."""
    columns = '<table:table-column table:style-name="Narrow"/><table:table-column table:style-name="Wide"/>'
    made = "".join(
        f"<table:table-row>{''.join(f'<table:table-cell>{cell or said(chr(32))}</table:table-cell>' for cell in row)}"
        "</table:table-row>"
        for row in rows
    )
    return f"<table:table>{columns}{made}</table:table>"


def frame(content: str, x: float, y: float, width: float) -> str:
    return (
        f'<text:p><draw:frame text:anchor-type="page" text:anchor-page-number="1" svg:x="{x}cm" svg:y="{y}cm" '
        f'svg:width="{width}cm"><draw:text-box>{content}</draw:text-box></draw:frame></text:p>'
    )


def save(body: str, path: Path) -> None:
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_NAMES} office:version="1.3">{_STYLES}'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        parts = {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content,
            "META-INF/manifest.xml": _MANIFEST,
        }
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(info, text)
