"""Photos of the candidate are told from logos, codes and scans, and reported as left out."""

from io import BytesIO

import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from tests.pictures import (
    A4,
    as_bytes,
    as_pdf,
    like_a_chart,
    like_a_gradient,
    like_a_logo,
    like_a_photo,
    like_a_qr_code,
    picture_of,
)

from vivier.law.prohibited import ProhibitedKind
from vivier.resumes.opening import Box, open_file, open_isolated
from vivier.resumes.service import read

LINES = ["Zoé Prévost", "Soudeuse à Besançon", "zoe@exemple.fr", "Chaudronnerie du Doubs, soudeuse, 2015 - 2021"]
PORTRAIT = (450.0, 700.0, 80.0, 100.0)  # left, bottom, width, height in points


def cv_with(
    picture: Image.Image, place: tuple[float, float, float, float] = PORTRAIT, *, page: int = 1, clip: bool = False
) -> bytes:
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    for number in range(1, page + 1):
        for index, line in enumerate(LINES):
            canvas.drawString(55, 780 - 20 * index, line)
        if number == page:
            if clip:
                around = canvas.beginPath()
                around.circle(PORTRAIT[0] + 40, PORTRAIT[1] + 50, 40)
                canvas.clipPath(around, stroke=0)
            canvas.drawImage(ImageReader(picture), *place)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def portraits(data: bytes) -> list[Box]:
    return open_file(data, "cv.pdf").portraits


def test_a_photo_is_found_where_it_stands() -> None:
    [portrait] = portraits(cv_with(like_a_photo()))

    assert portrait.page == 1
    assert portrait.left == pytest.approx(450 / 595, abs=0.005)
    assert portrait.top == pytest.approx((842 - 800) / 842, abs=0.005)
    assert (portrait.width, portrait.height) == pytest.approx((80 / 595, 100 / 842), abs=0.005)


def test_a_grey_photo_is_found() -> None:
    assert len(portraits(cv_with(like_a_photo().convert("L").convert("RGB")))) == 1


def test_a_photo_before_a_white_wall_is_found() -> None:
    wall = Image.new("RGB", (240, 300), "white")
    head = Image.new("L", wall.size, 0)
    ImageDraw.Draw(head).ellipse((40, 40, 200, 330), fill=255)
    wall.paste(like_a_photo(), mask=head)

    assert len(portraits(cv_with(wall))) == 1


def test_a_photo_cut_round_is_boxed_as_it_is_seen() -> None:
    [portrait] = portraits(cv_with(like_a_photo(900, 700), (300.0, 500.0, 290.0, 310.0), clip=True))

    assert portrait.left == pytest.approx(450 / 595, abs=0.005)
    assert portrait.width == pytest.approx(80 / 595, abs=0.005)


def test_a_photo_within_a_form_is_boxed_as_it_is_seen() -> None:
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    canvas.beginForm("head")
    canvas.drawImage(ImageReader(like_a_photo()), 0, 0, 160, 200)
    canvas.endForm()
    canvas.translate(450, 700)
    canvas.scale(0.5, 0.5)
    canvas.doForm("head")
    canvas.showPage()
    canvas.save()

    [portrait] = portraits(buffer.getvalue())

    assert portrait.left == pytest.approx(450 / 595, abs=0.005)
    assert portrait.height == pytest.approx(100 / 842, abs=0.005)


def test_a_photo_on_a_page_that_lies_on_its_side_is_boxed_as_the_page_is_read() -> None:
    document = pdfium.PdfDocument(cv_with(like_a_photo()))
    document[0].set_rotation(90)
    buffer = BytesIO()
    document.save(buffer)

    [portrait] = portraits(buffer.getvalue())

    assert portrait.left == pytest.approx(450 / 595, abs=0.005)


@pytest.mark.parametrize(
    "drawing", [like_a_logo(), like_a_gradient(), like_a_qr_code(), like_a_chart(), picture_of(LINES)]
)
def test_a_drawing_is_no_photo(drawing: Image.Image) -> None:
    assert portraits(cv_with(drawing)) == []


@pytest.mark.parametrize(
    "place",
    [(0.0, 0.0, 595.0, 842.0), (50.0, 700.0, 20.0, 24.0), (50.0, 40.0, 400.0, 100.0), (50.0, 400.0, 30.0, 200.0)],
    ids=["a background", "an icon", "a footer", "a strip"],
)
def test_a_picture_without_the_place_and_shape_of_a_portrait_is_none(place: tuple[float, float, float, float]) -> None:
    assert portraits(cv_with(like_a_photo(), place)) == []


def test_a_photo_behind_a_covering_letter_is_found_but_not_a_portfolio() -> None:
    assert [box.page for box in portraits(cv_with(like_a_photo(), page=2))] == [2]
    assert portraits(cv_with(like_a_photo(), (50.0, 100.0, 80.0, 100.0), page=2)) == []
    assert portraits(cv_with(like_a_photo(), page=3)) == []


def test_a_photo_is_reported_as_left_out() -> None:
    reading = read(open_isolated(cv_with(like_a_photo()), "cv.pdf"), lambda page: [])

    [photo] = [dropped for dropped in reading.dropped if dropped.kind is ProhibitedKind.PHOTO]
    assert (photo.page, photo.line, len(photo.boxes)) == (1, None, 1)
    assert photo.boxes[0].left == pytest.approx(450 / 595, abs=0.005)


def scanned(page: bytes, *, kind: str = "pdf", turn: float = 0.0, mode: str = "RGB") -> bytes:
    """The first page of a PDF as a scanner of 150 dpi would give it: one picture, and no text."""
    picture = pdfium.PdfDocument(page)[0].render(scale=150 / 72).to_pil().convert("RGB")
    picture = picture.rotate(turn, Image.Resampling.BICUBIC, fillcolor="white").convert(mode)
    return as_pdf([picture]) if kind == "pdf" else as_bytes(picture, kind)


@pytest.mark.parametrize("mode", ["RGB", "L", "1"], ids=["in colours", "in grey", "in black and white"])
@pytest.mark.parametrize("kind", ["pdf", "PNG", "TIFF"])
def test_a_photo_that_was_scanned_with_the_page_is_found(kind: str, mode: str) -> None:
    [portrait] = portraits(scanned(cv_with(like_a_photo()), kind=kind, mode=mode))

    assert portrait.page == 1
    assert portrait.left == pytest.approx(450 / 595, abs=0.015)
    assert portrait.top == pytest.approx((842 - 800) / 842, abs=0.015)
    assert (portrait.width, portrait.height) == pytest.approx((80 / 595, 100 / 842), abs=0.02)


def test_a_photo_on_a_page_that_lay_askew_is_found() -> None:
    [portrait] = portraits(scanned(cv_with(like_a_photo()), turn=2))

    assert (portrait.width, portrait.height) == pytest.approx((80 / 595, 100 / 842), abs=0.02)


def test_a_photo_in_a_dark_margin_is_boxed_by_itself() -> None:
    margin = Image.new("RGB", (200, 842), "#24506b")
    margin.paste(like_a_photo(80, 100), (60, 42))

    [portrait] = portraits(scanned(cv_with(margin, (395.0, 0.0, 200.0, 842.0))))

    assert portrait.left == pytest.approx(455 / 595, abs=0.015)
    assert (portrait.width, portrait.height) == pytest.approx((80 / 595, 100 / 842), abs=0.02)


@pytest.mark.parametrize("drawing", [like_a_logo(), like_a_gradient(), like_a_qr_code(), like_a_chart()])
def test_a_drawing_that_was_scanned_is_no_photo(drawing: Image.Image) -> None:
    assert portraits(scanned(cv_with(drawing))) == []


def test_a_scanned_page_full_of_writing_has_no_photo() -> None:
    lines = [f"Atelier de menuiserie, pose et entretien de fenêtres {number} " * 2 for number in range(36)]

    assert portraits(as_pdf([picture_of(lines)])) == []
