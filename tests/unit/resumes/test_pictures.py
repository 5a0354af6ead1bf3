"""Photos and scans as pages to recognise."""

from io import BytesIO

import pytest
from PIL import Image
from pillow_heif import from_pillow
from tests.pictures import as_bytes, picture_of

from vivier.resumes.opening import FileKind, FileRefused, Flag, Limits, RefusalReason, open_file

PAGE = picture_of(["Zoé Prévost", "Soudeuse"])


def size_of(image: bytes | None) -> tuple[int, int]:
    assert image is not None
    return Image.open(BytesIO(image)).size


@pytest.mark.parametrize(
    ("kind", "expected"), [("PNG", FileKind.PNG), ("JPEG", FileKind.JPEG), ("TIFF", FileKind.TIFF)]
)
def test_a_picture_is_one_page_to_recognise(kind: str, expected: FileKind) -> None:
    opened = open_file(as_bytes(PAGE, kind), "cv")

    [page] = opened.pages
    assert opened.kind is FileKind(kind.lower())
    assert page.text_source == "none"
    assert size_of(page.ocr_image) == PAGE.size
    assert (page.width / page.height) == pytest.approx(PAGE.width / PAGE.height, abs=0.01)


def test_a_photo_of_a_telephone_is_read() -> None:
    buffer = BytesIO()
    from_pillow(PAGE.convert("RGB")).save(buffer)

    opened = open_file(buffer.getvalue(), "IMG_0001.HEIC", "image/heic")

    assert (opened.kind, opened.flags) == (FileKind.HEIC, set())
    assert size_of(opened.pages[0].ocr_image) == PAGE.size


def test_a_photo_lies_as_its_camera_says() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6

    opened = open_file(as_bytes(PAGE, "JPEG", exif=exif), "cv.jpg")

    assert size_of(opened.pages[0].ocr_image) == (PAGE.height, PAGE.width)
    assert opened.pages[0].width > opened.pages[0].height


def test_every_page_of_a_fax_is_read_up_to_30() -> None:
    fax = as_bytes(PAGE.resize((200, 280)), "TIFF", save_all=True, append_images=[PAGE.resize((200, 280))] * 31)

    opened = open_file(fax, "fax.tif")

    assert (opened.page_count, len(opened.pages)) == (32, 30)
    assert Flag.TOO_MANY_PAGES in opened.flags


def test_a_large_photo_is_made_smaller_for_recognition() -> None:
    large = PAGE.resize((6_000, 8_000))

    opened = open_file(as_bytes(large, "JPEG", quality=40), "cv.jpg")

    width, height = size_of(opened.pages[0].ocr_image)
    assert width * height <= 25_000_000
    assert Flag.CLAMPED in opened.flags


def test_a_bomb_is_refused_before_it_is_decoded() -> None:
    bomb = as_bytes(Image.new("1", (200, 200)))

    with pytest.raises(FileRefused) as refusal:
        open_file(bomb, "cv.png", limits=Limits(decode_pixels=30_000))

    assert refusal.value.reason is RefusalReason.TOO_MANY_PIXELS


def test_transparent_places_are_paper() -> None:
    glass = Image.new("RGBA", PAGE.size, (0, 0, 0, 0))
    glass.paste((0, 0, 0, 255), (100, 100, 400, 160))

    opened = open_file(as_bytes(glass), "cv.png")

    assert opened.pages[0].image is not None
    corner = Image.open(BytesIO(opened.pages[0].image)).convert("L").getpixel((5, 5))
    assert corner == 255


def test_an_empty_sheet_is_not_sent_to_recognition() -> None:
    opened = open_file(as_bytes(Image.new("L", (400, 600), 255)), "cv.png")

    assert opened.pages[0].text_source == "native"
    assert opened.pages[0].ocr_image is None


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
def test_a_torn_picture_is_refused(kind: str) -> None:
    whole = as_bytes(PAGE, kind)

    with pytest.raises(FileRefused) as refusal:
        open_file(whole[: len(whole) // 2], "cv")

    assert refusal.value.reason in {RefusalReason.TRUNCATED, RefusalReason.UNREADABLE}


def test_a_picture_that_only_begins_like_a_photo_is_refused() -> None:
    with pytest.raises(FileRefused) as refusal:
        open_file(b"\xff\xd8\xff" + b"no photo" * 50, "cv.jpg")

    assert refusal.value.reason is RefusalReason.UNREADABLE
