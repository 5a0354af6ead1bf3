"""Boxes that an ODT file puts on the page are read where they stand, wherever the file names them."""

import io
import zipfile

from vivier.resumes.opening import open_file
from vivier.resumes.parsers.frames import Framed, arranged
from vivier.resumes.parsers.paper import Paragraph, Row, Run
from vivier.resumes.service import read

NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (("office", "office"), ("text", "text"), ("draw", "drawing"), ("svg", "svg-compatible"))
)
CONTACTS = ("Aurore Quillévéré", "35000 Rennes", "06 39 98 44 90", "aurore.q@exemple.fr")


def paragraphs(*texts: str) -> str:
    return "".join(f"<text:p>{text}</text:p>" for text in texts)


def odt(text: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f"<office:document-content {NAMES}><office:body><office:text>{text}</office:text></office:body>"
            "</office:document-content>",
        )
    return file.getvalue()


def test_contacts_in_a_box_at_the_head_of_the_page_are_read_though_the_file_ends_with_them() -> None:
    box = (
        '<text:p><draw:frame text:anchor-type="page" svg:x="1cm" svg:y="1cm" svg:width="17cm" svg:height="3cm">'
        f"<draw:text-box>{paragraphs(*CONTACTS)}</draw:text-box></draw:frame></text:p>"
    )
    skills = paragraphs("Compétences", "Taille, Botanique, AutoCAD, Dessin")

    profile = read(open_file(odt(skills + box), "cv.odt"), lambda _: []).profile

    assert profile.name is not None
    assert profile.name.value == "Aurore Quillévéré"
    assert [phone.value for phone in profile.phones] == ["+33639984490"]
    assert profile.location is not None


def test_boxes_beside_each_other_become_the_cells_of_a_row() -> None:
    def box(text: str, x: float, y: float) -> Framed:
        return Framed(x, y, 200, 300, [Paragraph([Run(text)])])

    items = list(arranged([box("right", 300, 110), box("left", 20, 100), box("foot", 20, 500)]))

    assert isinstance(items[0], Row)
    assert [cell.items[0].text for cell in items[0].cells if isinstance(cell.items[0], Paragraph)] == ["left", "right"]
    assert isinstance(items[1], Paragraph)
