"""PDF pages as words with places, links, flags and pictures."""

from io import BytesIO
from typing import Any

import pypdfium2 as pdfium
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas
from tests.pictures import A4, as_pdf, pdf_of, picture_of

from vivier.resumes.opening import FileKind, FileRefused, Flag, OpenedFile, RefusalReason, open_file
from vivier.resumes.parsers.panels import is_drawing

LINES = ["Zoé Prévost", "Soudeuse à Besançon", "zoe@exemple.fr et bien d'autres mots encore"]


def lines(opened: OpenedFile) -> list[dict[str, Any]]:
    return [block for block in opened.blocks if block["BlockType"] == "LINE"]


def drawn(draw: Any, size: tuple[float, float] = A4) -> bytes:
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=size)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def scribble(canvas: Canvas, strokes: int) -> None:
    path = canvas.beginPath()
    path.moveTo(100, 100)
    for n in range(strokes):
        path.lineTo(100 + n % 300, 100 + n % 200)
    canvas.drawPath(path)


def test_a_text_page_gives_its_lines_with_places_and_styles() -> None:
    opened = open_file(pdf_of(LINES), "cv.pdf", "application/pdf")

    first, second = lines(opened)[:2]
    assert (opened.kind, opened.media_type, opened.flags) == (FileKind.PDF, "application/pdf", set())
    assert [line["Text"] for line in lines(opened)] == LINES
    assert first["Style"] == {"Size": 22.0, "Bold": True}
    assert second["Style"] == {"Size": 11.0, "Bold": False}
    assert first["Geometry"]["BoundingBox"]["Left"] == pytest.approx(55 / 595, abs=0.005)
    assert first["Geometry"]["BoundingBox"]["Top"] == pytest.approx(42 / 842, abs=0.01)


def test_words_stand_within_their_lines() -> None:
    opened = open_file(pdf_of(LINES), "cv.pdf")

    by_id = {block["Id"]: block for block in opened.blocks}
    words = [by_id[child] for child in lines(opened)[0]["Relationships"][0]["Ids"]]
    assert [word["Text"] for word in words] == ["Zoé", "Prévost"]
    assert words[0]["Geometry"]["BoundingBox"]["Left"] < words[1]["Geometry"]["BoundingBox"]["Left"]


def lying(quarter: int) -> bytes:
    """The page's text set at `quarter` turns to the left, and the page turned so that it reads well."""

    def draw(canvas: Canvas) -> None:
        width, height = (842.0, 595.0) if quarter % 2 else A4
        canvas.translate(*{0: (0, 0), 1: (width, 0), 2: (width, height), 3: (0, height)}[quarter])
        canvas.rotate(90 * quarter)
        for number, line in enumerate(LINES):
            canvas.drawString(55, 780 - 30 * number, line)

    size = (842.0, 595.0) if quarter % 2 else A4
    return turned(drawn(draw, size), quarter)


def turned(data: bytes, quarter: int) -> bytes:
    pdf = pdfium.PdfDocument(data)
    pdf[0].set_rotation(90 * quarter)
    buffer = BytesIO()
    pdf.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("data", [lying(0), lying(1), lying(2), lying(3), turned(lying(0), 1)])
def test_text_reads_upright_however_the_page_is_turned(data: bytes) -> None:
    opened = open_file(data, "cv.pdf")

    page = opened.pages[0]
    assert (round(page.width), round(page.height)) == (595, 842)
    assert [line["Text"] for line in lines(opened)] == LINES
    assert lines(opened)[0]["Geometry"]["BoundingBox"]["Left"] == pytest.approx(55 / 595, abs=0.01)


@pytest.mark.parametrize("quarter", [0, 1, 2, 3])
def test_the_picture_for_the_screen_lies_as_the_words_do(quarter: int) -> None:
    opened = open_file(lying(quarter), "cv.pdf")

    page = opened.pages[0]
    assert page.image is not None
    picture = Image.open(BytesIO(page.image))
    box = lines(opened)[0]["Geometry"]["BoundingBox"]
    left, top = int(box["Left"] * picture.width), int(box["Top"] * picture.height)
    right, bottom = left + int(box["Width"] * picture.width), top + int(box["Height"] * picture.height)
    assert picture.width / picture.height == pytest.approx(page.width / page.height, abs=0.01)
    assert sum(picture.convert("L").crop((left, top, right, bottom)).histogram()[:60]) > 20


def test_dates_at_the_right_edge_are_lines_of_their_own() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        canvas.drawString(55, 700, "Soudeuse, Chaudronnerie du Doubs")
        canvas.drawRightString(540, 700, "2015 - 2021")

    opened = open_file(drawn(draw), "cv.pdf")

    assert [line["Text"] for line in lines(opened)] == ["Soudeuse, Chaudronnerie du Doubs", "2015 - 2021"]


def test_letter_spaced_headings_are_words() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 12)
        canvas.drawString(55, 700, "EXPERIENCE", charSpace=5)
        canvas.setFont("Helvetica", 11)
        canvas.drawString(55, 660, "Soudeuse chez un chaudronnier du Doubs")

    opened = open_file(drawn(draw), "cv.pdf")

    assert lines(opened)[0]["Text"] == "EXPERIENCE"


def test_short_words_of_a_letter_spaced_line_are_words_as_well() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 18)
        canvas.drawString(55, 700, "LOIC LE GALL", charSpace=8)
        canvas.setFont("Helvetica", 11)
        canvas.drawString(55, 660, "J R R Quillien, option B C, soudeur")

    opened = open_file(drawn(draw), "cv.pdf")

    assert " ".join(line["Text"] for line in lines(opened)) == "LOIC LE GALL J R R Quillien, option B C, soudeur"


def test_the_target_of_a_link_is_kept_whatever_is_written_on_it() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(55, 700, "Mon profil et d'autres choses à lire encore")
        canvas.linkURL("https://www.linkedin.com/in/zoe-prevost-demo", (55, 695, 120, 712))
        canvas.linkURL("file:///etc/passwd", (55, 600, 120, 612))

    opened = open_file(drawn(draw), "cv.pdf")

    [link] = opened.links
    assert link.url == "https://www.linkedin.com/in/zoe-prevost-demo"
    assert link.box is not None
    assert link.box.left == pytest.approx(55 / 595, abs=0.005)
    assert link.box.top == pytest.approx((842 - 712) / 842, abs=0.005)


def test_a_scan_asks_for_recognition() -> None:
    opened = open_file(as_pdf([picture_of(LINES), picture_of(LINES)]), "scan.pdf")

    assert [page.text_source for page in opened.pages] == ["none", "none"]
    assert [block["BlockType"] for block in opened.blocks] == ["PAGE", "PAGE"]
    for page in opened.pages:
        assert page.ocr_image is not None
        picture = Image.open(BytesIO(page.ocr_image))
        assert len(page.ocr_image) <= 5 * 1024 * 1024
        assert 2000 < max(picture.size) < 10_000


def test_a_page_of_text_and_a_page_of_scan_are_told_apart() -> None:
    def draw(canvas: Canvas) -> None:
        for number, text in enumerate([*LINES, "encore une ligne"]):
            canvas.drawString(55, 700 - 20 * number, text)
        canvas.showPage()
        canvas.drawInlineImage(picture_of(LINES), 0, 0, *A4)

    opened = open_file(drawn(draw), "mixed.pdf")

    assert [page.text_source for page in opened.pages] == ["native", "none"]


def test_a_text_layer_without_meaning_is_not_trusted() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        canvas.drawString(55, 700, "\u2022\u2020\u2021\u00a7\u00b6" * 30)

    opened = open_file(drawn(draw), "cv.pdf")

    assert opened.pages[0].text_source == "none"


def test_a_torn_file_is_refused_rather_than_half_read() -> None:
    whole = pdf_of(LINES, pages=20)

    with pytest.raises(FileRefused) as refusal:
        open_file(whole[: len(whole) // 2], "cv.pdf")

    assert refusal.value.reason is RefusalReason.TRUNCATED


def test_what_a_server_adds_behind_the_end_does_no_harm() -> None:
    opened = open_file(pdf_of(LINES) + b"\r\n<html>added</html>" * 400, "cv.pdf")

    assert [line["Text"] for line in lines(opened)] == LINES


def test_a_poster_is_drawn_smaller() -> None:
    opened = open_file(pdf_of(LINES, size=(9_000.0, 9_000.0)), "poster.pdf")

    assert Flag.CLAMPED in opened.flags


def test_a_first_name_in_bold_keeps_apart_from_the_surname() -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(55, 700)
        text.setFont("Helvetica-Bold", 20)
        text.textOut("Élodie")
        canvas.drawText(text)
        canvas.setFont("Helvetica", 20)
        canvas.drawString(55 + canvas.stringWidth("Élodie", "Helvetica-Bold", 20) + 2.3, 700, "DUPONT")
        canvas.drawString(55, 660, "Soudeuse chez un chaudronnier du Doubs")

    opened = open_file(drawn(draw), "cv.pdf")

    assert lines(opened)[0]["Text"] == "Élodie DUPONT"


@pytest.mark.parametrize("fonts", [("Helvetica", "Helvetica-Bold"), ("Helvetica", "Times-Roman")])
@pytest.mark.parametrize("gap", [0.0, 0.8])
def test_names_in_two_fonts_are_two_words_however_near(fonts: tuple[str, str], gap: float) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(fonts[0], 20)
        canvas.drawString(55, 700, "Élodie")
        start = 55 + canvas.stringWidth("Élodie", fonts[0], 20) + gap
        canvas.setFont(fonts[1], 20)
        canvas.drawString(start, 700, "DUPONT-GARCIA")
        canvas.setFont("Helvetica", 11)
        canvas.drawString(55, 660, "Soudeuse chez un chaudronnier du Doubs")

    opened = open_file(drawn(draw), "cv.pdf")

    assert lines(opened)[0]["Text"] == "Élodie DUPONT-GARCIA"


def test_a_word_whose_space_is_narrow_begins_with_its_capitals() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        canvas.drawString(55, 700, "validateur")
        canvas.drawString(
            55 + canvas.stringWidth("validateur", "Helvetica", 11) + 0.95, 700, "JSON et XML, sans espace"
        )

    opened = open_file(drawn(draw), "cv.pdf")

    assert lines(opened)[0]["Text"] == "validateur JSON et XML, sans espace"


@pytest.mark.parametrize("name", ["JavaScript", "MongoDB", "PowerPoint", "NoSQL"])
def test_a_name_with_capitals_inside_stays_whole(name: str) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        canvas.drawString(55, 700, f"{name} et d'autres choses à lire")

    assert lines(open_file(drawn(draw), "cv.pdf"))[0]["Text"] == f"{name} et d'autres choses à lire"


def test_a_capital_in_another_font_is_not_torn_from_its_word() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 11)
        canvas.drawString(55, 700, "S")
        canvas.setFont("Helvetica", 11)
        canvas.drawString(55 + canvas.stringWidth("S", "Helvetica-Bold", 11), 700, "oudeuse chez un chaudronnier")

    assert lines(open_file(drawn(draw), "cv.pdf"))[0]["Text"] == "Soudeuse chez un chaudronnier"


def test_a_word_drawn_in_two_strokes_with_a_date_between_them_is_one() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        canvas.drawString(55, 700, "Cr")
        canvas.drawString(400, 700, "2019 à 2021, dans le Rhône")
        canvas.drawString(55 + canvas.stringWidth("Cr", "Helvetica", 11), 700, "oissant doré")

    assert "Croissant doré" in [line["Text"] for line in lines(open_file(drawn(draw), "cv.pdf"))]


def test_rows_alike_are_alike_bold_whatever_stands_between_them() -> None:
    def draw(canvas: Canvas) -> None:
        for number in range(6):
            y = 700 - 50 * number
            canvas.setFont("Helvetica-Bold", 10)
            canvas.drawString(55, y, f"Soudeuse numéro {number}")
            canvas.setFont("Helvetica", 10)
            canvas.drawString(350, y, "Chaudronnerie du Doubs, 2015 - 2016")
            canvas.drawString(60, y - 15, "Cuves et silos, soudés et contrôlés")

    opened = open_file(drawn(draw), "cv.pdf")

    assert [line["Style"]["Bold"] for line in lines(opened)] == [True, False, False] * 6


@pytest.mark.parametrize(("strokes", "much"), [(10, False), (30_000, True)])
def test_a_page_full_of_strokes_is_known_before_they_are_read_one_by_one(strokes: int, much: bool) -> None:
    with pdfium.PdfDocument(drawn(lambda canvas: scribble(canvas, strokes))) as document:
        assert is_drawing(document[0]) is much


def test_what_tex_means_by_a_character_is_known_on_a_page_full_of_strokes() -> None:
    def draw(canvas: Canvas) -> None:
        canvas._code.append(r"BT 1 0 0 1 60 700 Tm /F1 12 Tf (Clerk of the of\014ce of the harbour) Tj ET")
        scribble(canvas, 30_000)

    assert lines(open_file(drawn(draw), "cv.pdf"))[0]["Text"] == "Clerk of the office of the harbour"
