"""From a PDF's own coordinates to those of the page as a person sees it."""

import ctypes
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

# pdfium answers in whole device pixels: a large device keeps a thousandth of a point.
DEVICE = 1_000_000


@dataclass(frozen=True, slots=True)
class Upright:
    """The page turned so that its text is upright: size in points, and an affine map to points from its top left.

    `turn` is the number of quarter turns clockwise added to the page's own rotation, which may be wrong.
    """

    width: float
    height: float
    turn: int
    matrix: tuple[float, float, float, float, float, float]

    @classmethod
    def of(cls, page: pdfium.PdfPage, reading_turn: int) -> "Upright":
        """`reading_turn`: quarter turns clockwise that set the page's text upright, from the page unrotated."""
        turn = (reading_turn - page.get_rotation() // 90) % 4
        width, height = page.get_size()
        if turn % 2:
            width, height = height, width
        # Pages of no size exist; a point is enough to go on.
        width, height = max(width, 1.0), max(height, 1.0)
        origin = _device(page, turn, 0, 0)
        along_x = _device(page, turn, 1000, 0)
        along_y = _device(page, turn, 0, 1000)
        scale_x, scale_y = width / DEVICE, height / DEVICE
        return cls(
            width,
            height,
            turn,
            (
                (along_x[0] - origin[0]) / 1000 * scale_x,
                (along_y[0] - origin[0]) / 1000 * scale_x,
                origin[0] * scale_x,
                (along_x[1] - origin[1]) / 1000 * scale_y,
                (along_y[1] - origin[1]) / 1000 * scale_y,
                origin[1] * scale_y,
            ),
        )

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """(left, top, right, bottom) in points from the top left corner of the upright page."""
        a, b, c, d, e, f = self.matrix
        x1, y1 = a * left + b * bottom + c, d * left + e * bottom + f
        x2, y2 = a * right + b * top + c, d * right + e * top + f
        return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _device(page: pdfium.PdfPage, turn: int, x: float, y: float) -> tuple[int, int]:
    device_x, device_y = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDF_PageToDevice(page, 0, 0, DEVICE, DEVICE, turn, x, y, device_x, device_y)
    return device_x.value, device_y.value
