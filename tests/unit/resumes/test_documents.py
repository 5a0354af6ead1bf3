"""DOCX, ODT, RTF, HTML and plain text: order, paragraphs, styles, tables, links, on sheets of our own."""

import zipfile
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Pt

from vivier.resumes.opening import FileKind, FileRefused, Flag, OpenedFile, RefusalReason, open_file

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def lines(opened: OpenedFile) -> list[dict[str, Any]]:
    return [block for block in opened.blocks if block["BlockType"] == "LINE"]


def texts(opened: OpenedFile) -> list[str]:
    return [line["Text"] for line in lines(opened)]


def box_of(opened: OpenedFile, text: str) -> dict[str, float]:
    box: dict[str, float] = next(line for line in lines(opened) if line["Text"] == text)["Geometry"]["BoundingBox"]
    return box


def saved(document: Any) -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def zipped(members: dict[str, str]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def docx_of(body: str, relations: str = "") -> bytes:
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}</w:body></w:document>',
            "word/_rels/document.xml.rels": f"<Relationships>{relations}</Relationships>",
        }
    )


def odt_of(text: str, automatic: str = "") -> bytes:
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "table", "style")
    )
    names += ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {names}><office:automatic-styles>{automatic}"
            f"</office:automatic-styles><office:body><office:text>{text}</office:text></office:body>"
            "</office:document-content>",
        }
    )


def test_word_headers_body_and_footers_come_in_order() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Zoé Prévost"
    document.sections[0].footer.paragraphs[0].text = "Références sur demande"
    document.add_paragraph("Soudeuse")

    opened = open_file(saved(document), "cv.docx")

    assert opened.kind is FileKind.DOCX
    assert texts(opened) == ["Zoé Prévost", "Soudeuse", "Références sur demande"]


def test_word_sizes_and_bold_are_kept() -> None:
    document = docx.Document()
    run = document.add_paragraph().add_run("Zoé Prévost")
    run.bold, run.font.size = True, Pt(22)
    document.add_paragraph("Soudeuse")

    opened = open_file(saved(document), "cv.docx")

    assert lines(opened)[0]["Style"] == {"Size": 22.0, "Bold": True}
    assert lines(opened)[1]["Style"]["Bold"] is False


def test_a_style_that_changes_within_a_word_makes_no_second_word() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()
    paragraph.add_run("Sou").bold = True
    paragraph.add_run("deuse confirmée")

    assert texts(open_file(saved(document), "cv.docx")) == ["Soudeuse confirmée"]


def test_word_cells_of_a_row_stand_beside_each_other() -> None:
    document = docx.Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "2015 - 2021"
    table.cell(0, 1).text = "Chaudronnerie du Doubs"

    opened = open_file(saved(document), "cv.docx")

    left, right = box_of(opened, "2015 - 2021"), box_of(opened, "Chaudronnerie du Doubs")
    assert left["Top"] == right["Top"]
    assert left["Left"] + left["Width"] < right["Left"]


def test_what_follows_a_right_tab_ends_at_its_stop() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Soudeuse\t2015 - 2021")
    paragraph.paragraph_format.tab_stops.add_tab_stop(Pt(450), WD_TAB_ALIGNMENT.RIGHT)

    box = box_of(open_file(saved(document), "cv.docx"), "2015 - 2021")

    assert box["Left"] + box["Width"] == pytest.approx((48 + 450) / 595, abs=0.01)


def test_a_text_box_is_read_once() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>zoe@exemple.fr</w:t></w:r></w:p></w:txbxContent>"
    alternate = (
        f'<mc:AlternateContent xmlns:mc="m"><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )

    opened = open_file(docx_of(f"<w:p><w:r>{alternate}</w:r><w:r><w:t>Soudeuse</w:t></w:r></w:p>"), "cv.docx")

    assert texts(opened) == ["zoe@exemple.fr", "Soudeuse"]


def test_word_links_keep_their_target_and_place() -> None:
    shown = '<w:r><w:t xml:space="preserve">Profil : </w:t></w:r>'
    body = f'<w:p>{shown}<w:hyperlink r:id="a"><w:r><w:t>ici</w:t></w:r></w:hyperlink></w:p>'
    target = "https://www.linkedin.com/in/zoe-demo"
    relation = f'<Relationship Id="a" Target="{target}" TargetMode="External"/>'

    [link] = open_file(docx_of(body, relation), "cv.docx").links

    assert link.url == target
    assert link.box is not None
    assert link.box.left > 0.1


def test_word_links_written_as_fields_are_kept() -> None:
    def field(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    instruction = '<w:r><w:instrText> HYPERLINK "mailto:zoe@exemple.fr" </w:instrText></w:r>'
    body = f"<w:p>{field('begin')}{instruction}{field('separate')}<w:r><w:t>courriel</w:t></w:r>{field('end')}</w:p>"

    opened = open_file(docx_of(body), "cv.docx")

    assert [link.url for link in opened.links] == ["mailto:zoe@exemple.fr"]
    assert texts(opened) == ["courriel"]


def test_deleted_and_hidden_text_is_not_read() -> None:
    body = (
        "<w:p><w:del><w:r><w:t>supprimé</w:t></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>caché</w:t></w:r>"
        "<w:ins><w:r><w:t>ajouté</w:t></w:r></w:ins></w:p>"
    )

    assert texts(open_file(docx_of(body), "cv.docx")) == ["ajouté"]


def test_a_word_file_without_a_document_is_no_word_file() -> None:
    with pytest.raises(FileRefused) as refusal:
        open_file(zipped({"readme.txt": "x"}), "cv.docx")

    assert refusal.value.reason is RefusalReason.UNSUPPORTED


def test_a_torn_word_file_is_refused() -> None:
    whole = saved(docx.Document())

    with pytest.raises(FileRefused) as refusal:
        open_file(whole[: len(whole) // 2], "cv.docx")

    assert refusal.value.reason is RefusalReason.TRUNCATED


def test_a_zip_of_thousands_of_entries_is_refused() -> None:
    with pytest.raises(FileRefused) as refusal:
        open_file(zipped({f"word/{number}.xml": "" for number in range(2_001)}), "cv.docx")

    assert refusal.value.reason is RefusalReason.ZIP_BOMB


def test_opendocument_text_lists_tables_and_links() -> None:
    text = (
        '<text:h text:style-name="T">Zoé Prévost</text:h>'
        "<text:list><text:list-item><text:p>Soudure</text:p></text:list-item></text:list>"
        '<text:p>Profil <text:a xlink:href="https://zoe.exemple.fr">ici</text:a><text:tab/>2021</text:p>'
        "<table:table><table:table-row><table:table-cell><text:p>gauche</text:p></table:table-cell>"
        "<table:table-cell><text:p>droite</text:p></table:table-cell></table:table-row></table:table>"
    )
    style = (
        '<style:style style:name="T"><style:text-properties fo:font-size="20pt" fo:font-weight="bold"/></style:style>'
    )

    opened = open_file(odt_of(text, style), "cv.odt")

    assert opened.kind is FileKind.ODT
    assert texts(opened) == ["Zoé Prévost", "• Soudure", "Profil ici", "2021", "gauche", "droite"]
    assert lines(opened)[0]["Style"] == {"Size": 20.0, "Bold": True}
    assert [link.url for link in opened.links] == ["https://zoe.exemple.fr"]
    assert box_of(opened, "gauche")["Top"] == box_of(opened, "droite")["Top"]


RTF = (
    rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\*\generator Word;}{\info{\author secret}}"
    rb"\pard\b\fs44 Zo\'e9 Pr\u233?vost\b0\fs22\par Soudeuse\tab 2021\par"
    rb'{\field{\*\fldinst HYPERLINK "https://zoe.exemple.fr"}{\fldrslt mon site}}\par'
    rb"\trowd\cellx3000\cellx9000\intbl gauche\cell droite\cell\row\pard fin\par}"
)


def test_rich_text_keeps_styles_letters_links_and_cells() -> None:
    opened = open_file(RTF, "cv.rtf")

    assert opened.kind is FileKind.RTF
    assert texts(opened) == ["Zoé Prévost", "Soudeuse", "2021", "mon site", "gauche", "droite", "fin"]
    assert lines(opened)[0]["Style"] == {"Size": 22.0, "Bold": True}
    assert [link.url for link in opened.links] == ["https://zoe.exemple.fr"]
    assert box_of(opened, "gauche")["Top"] == box_of(opened, "droite")["Top"]


def test_torn_rich_text_is_refused() -> None:
    with pytest.raises(FileRefused) as refusal:
        open_file(rb"{\rtf1 {\b {\i {\ul Zo", "cv.rtf")

    assert refusal.value.reason is RefusalReason.TRUNCATED


def test_parts_of_a_line_that_a_web_page_sets_apart_without_a_space_are_no_one_word() -> None:
    page = (
        b"<html><body><div><span>2020 - Present</span><span>The Witchery</span></div><p><b>J</b><i>ava</i></p></body>"
    )

    assert texts(open_file(page, "cv.html")) == ["2020 - Present", "The Witchery", "Java"]


def test_a_web_page_gives_its_text_and_links_and_fetches_nothing() -> None:
    page = (
        '<!DOCTYPE html><html><head><meta charset="utf-8"><title>CV</title><style>p{}</style></head><body>'
        "<h1>Zoé Prévost</h1><script>alert(1)</script><p>Soudeuse<br>à <b>Besançon</b></p><img src='http://x/y.png'>"
        '<ul><li>Soudure</li></ul><p style="display: none">caché</p><a href="https://zoe.exemple.fr">site</a>'
        "<table><tr><td>gauche</td><td>droite</td></tr></table></body></html>"
    )

    opened = open_file(page.encode(), "cv.html", "text/html")

    assert opened.kind is FileKind.HTML
    assert opened.flags == {Flag.ACTIVE_CONTENT_IGNORED}
    assert texts(opened) == ["Zoé Prévost", "Soudeuse", "à Besançon", "• Soudure", "site", "gauche", "droite"]
    assert [link.url for link in opened.links] == ["https://zoe.exemple.fr"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_plain_text_is_decoded_as_it_was_written(encoding: str) -> None:
    text = "Zoé Prévost\nSoudeuse à Besançon, 15 € de l'heure\n" * 5

    opened = open_file(text.encode(encoding), "cv.txt")

    assert texts(opened)[:2] == ["Zoé Prévost", "Soudeuse à Besançon, 15 € de l'heure"]


def test_columns_typed_with_spaces_stay_apart() -> None:
    opened = open_file(b"Soudeuse, Chaudronnerie du Doubs        2015 - 2021\n", "cv.txt")

    assert texts(opened) == ["Soudeuse, Chaudronnerie du Doubs", "2015 - 2021"]


def test_a_long_text_goes_over_to_the_next_page_in_order() -> None:
    opened = open_file("\n".join(f"ligne {number}" for number in range(150)).encode(), "cv.txt")

    assert len(opened.pages) == opened.page_count == 3
    assert texts(opened) == [f"ligne {number}" for number in range(150)]
    assert all(0 < line["Geometry"]["BoundingBox"]["Top"] < 1 for line in lines(opened))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"GIF89a" + b"\x00" * 50, RefusalReason.UNSUPPORTED),
        (b"\x7fELF\x02\x01\x01\x00" + b"\x00" * 50, RefusalReason.EXECUTABLE),
        (b"#!/bin/sh\nrm -rf /\n", RefusalReason.EXECUTABLE),
        (b"   \n\n", RefusalReason.EMPTY),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            RefusalReason.PROTECTED,
        ),
    ],
    ids=["gif", "elf", "script", "blank", "encrypted word"],
)
def test_what_is_no_document_is_refused_by_what_it_is(data: bytes, reason: RefusalReason) -> None:
    with pytest.raises(FileRefused) as refusal:
        open_file(data, "cv.pdf")

    assert refusal.value.reason is reason


@pytest.mark.parametrize("start", ["MZ Conseil", "BM Ingénierie", "RIFF"])
def test_a_text_that_begins_like_a_binary_is_a_text(start: str) -> None:
    assert open_file(f"{start}\nZoé Prévost".encode(), "cv.txt").kind is FileKind.TXT
