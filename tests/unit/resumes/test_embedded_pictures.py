"""Pictures inside DOCX and ODT: a photo is reported with its place, pasted scans become pages to recognise."""

import zipfile
from collections.abc import Callable
from io import BytesIO

import docx
import pytest
from docx.shared import Pt
from PIL import Image
from tests.pictures import as_bytes, like_a_logo, like_a_photo, picture_of

from vivier.resumes.opening import FileKind, OpenedFile, open_file, open_isolated

TEXT = ["Zoé Prévost", "Soudeuse à Besançon"] + ["Chaudronnerie du Doubs, soudeuse de cuves et de silos"] * 6
SCAN = picture_of(["Zoé Prévost", "Soudeuse", "zoe@exemple.fr"])


def word(*pictures: Image.Image, width: float = 80, lines: list[str] | None = None, header: bool = False) -> bytes:
    """Pictures `width` points wide, then lines of text."""
    document = docx.Document()
    holder = document.sections[0].header.paragraphs[0] if header else document.add_paragraph()
    for picture in pictures:
        holder.add_run().add_picture(BytesIO(as_bytes(picture)), width=Pt(width))
    for line in lines or []:
        document.add_paragraph(line)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def libre(*pictures: Image.Image, width: float = 80, lines: list[str] | None = None) -> bytes:
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
        for name, space in (("office", "office"), ("text", "text"), ("draw", "drawing"), ("svg", "svg-compatible"))
    )
    frames = "".join(
        f'<text:p><draw:frame svg:width="{width}pt" svg:height="{width * picture.height / picture.width}pt">'
        f'<draw:image xlink:href="Pictures/{index}.png"/></draw:frame></text:p>'
        for index, picture in enumerate(pictures)
    )
    text = "".join(f"<text:p>{line}</text:p>" for line in lines or [])
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f'<office:document-content {names} xmlns:xlink="http://www.w3.org/1999/xlink"><office:body><office:text>'
            f"{frames}{text}</office:text></office:body></office:document-content>",
        )
        for index, picture in enumerate(pictures):
            archive.writestr(f"Pictures/{index}.png", as_bytes(picture))
    return buffer.getvalue()


BOTH = pytest.mark.parametrize("written", [word, libre])


def texts(opened: OpenedFile) -> list[str]:
    return [block["Text"] for block in opened.blocks if block["BlockType"] == "LINE"]


@BOTH
def test_a_photo_is_reported_beside_the_text_and_hides_none_of_it(written: Callable[..., bytes]) -> None:
    opened = open_isolated(written(like_a_photo(), lines=TEXT), "cv")

    [portrait] = opened.portraits
    rights = [
        box["Left"] + box["Width"]
        for box in (block["Geometry"]["BoundingBox"] for block in opened.blocks if block["BlockType"] == "LINE")
    ]
    assert portrait.page == 1
    assert portrait.left > max(rights)
    assert portrait.left + portrait.width <= 1
    assert texts(opened) == TEXT


@BOTH
def test_a_logo_is_no_photo(written: Callable[..., bytes]) -> None:
    assert open_file(written(like_a_logo(), lines=TEXT), "cv").portraits == []


@BOTH
def test_a_photo_leaves_the_text_where_it_was(written: Callable[..., bytes]) -> None:
    with_photo, without = (open_file(written(picture, lines=TEXT), "cv") for picture in (like_a_photo(), like_a_logo()))

    assert with_photo.blocks == without.blocks


def test_a_photo_in_the_header_is_reported_once() -> None:
    assert len(open_file(word(like_a_photo(), lines=TEXT, header=True), "cv.docx").portraits) == 1


def test_a_photo_in_a_cell_of_an_old_word_file_is_reported() -> None:
    # As Word 2003 wrote it.
    picture = '<w:pict><v:shape style="width:80pt;height:100pt"><v:imagedata r:id="rId99"/></v:shape></w:pict>'

    opened = open_file(_with_old_picture(word(lines=TEXT), picture), "cv.docx")

    assert len(opened.portraits) == 1


def _with_old_picture(data: bytes, picture: str) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                cell = f'<w:tbl xmlns:v="urn:schemas-microsoft-com:vml"><w:tr><w:tc><w:p><w:r>{picture}</w:r></w:p>'
                content = content.replace(b"<w:body>", f"<w:body>{cell}</w:tc></w:tr></w:tbl>".encode())
            if name == "word/_rels/document.xml.rels":
                relation = b'<Relationship Id="rId99" Type="image" Target="/word/media/old.png"/>'
                content = content.replace(b"</Relationships>", relation + b"</Relationships>")
            target.writestr(name, content)
        target.writestr("word/media/old.png", as_bytes(like_a_photo()))
    return buffer.getvalue()


@BOTH
def test_pasted_scans_are_pages_to_recognise(written: Callable[..., bytes]) -> None:
    opened = open_isolated(written(SCAN, SCAN.rotate(180), width=450), "cv")

    assert opened.kind in {FileKind.DOCX, FileKind.ODT}
    assert [(page.number, page.text_source) for page in opened.pages] == [(1, "none"), (2, "none")]
    assert all(page.image and page.ocr_image for page in opened.pages)
    assert opened.page_count == 2
    assert [(block["BlockType"], block["Page"]) for block in opened.blocks] == [("PAGE", 1), ("PAGE", 2)]


@BOTH
def test_the_few_words_beside_a_pasted_scan_are_kept(written: Callable[..., bytes]) -> None:
    opened = open_file(written(SCAN, width=450, lines=["Mon CV"]), "cv")

    assert [page.text_source for page in opened.pages] == ["native", "none"]
    assert texts(opened) == ["Mon CV"]
    assert {block["Id"] for block in opened.blocks if block["BlockType"] == "PAGE"} == {"p1", "p2"}


@BOTH
def test_a_scan_within_a_written_cv_adds_no_page(written: Callable[..., bytes]) -> None:
    assert [page.text_source for page in open_file(written(SCAN, width=450, lines=TEXT), "cv").pages] == ["native"]


@BOTH
def test_a_small_picture_alone_is_no_scan(written: Callable[..., bytes]) -> None:
    assert [page.text_source for page in open_file(written(like_a_logo()), "cv").pages] == ["native"]


def test_a_damaged_picture_costs_no_text() -> None:
    data = bytearray(libre(like_a_photo(), lines=TEXT))
    start = data.index(b"\x89PNG")
    data[start + 200 : start + 400] = bytes(200)

    opened = open_isolated(bytes(data), "cv.odt")

    assert texts(opened) == TEXT
    assert opened.portraits == []
