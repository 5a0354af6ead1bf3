"""Text boxes that an office file puts on the page: set where they stand, whatever the order in which it names them."""

from collections.abc import Iterator
from dataclasses import dataclass

from vivier.resumes.parsers.paper import Cell, Item, Row

NEAR = 4.0


@dataclass(slots=True)
class Framed:
    """A text box: points from the top left corner of its page or paragraph."""

    x: float
    y: float
    width: float
    height: float
    items: list[Item]


def settled(items: list[Item | Framed]) -> Iterator[Item]:
    """Items with the boxes among them arranged, each run of boxes by itself."""
    run: list[Framed] = []
    for item in items:
        if isinstance(item, Framed):
            run.append(item)
            continue
        yield from arranged(run)
        run = []
        yield item
    yield from arranged(run)


def arranged(frames: list[Framed]) -> Iterator[Item]:
    """From the top; boxes beside each other become the cells of a row."""
    band: list[Framed] = []
    for frame in sorted(frames, key=lambda f: (f.y, f.x)):
        if band and frame.y >= max(f.y + f.height for f in band) - NEAR:
            yield from _row(band)
            band = []
        band.append(frame)
    if band:
        yield from _row(band)


def _row(band: list[Framed]) -> Iterator[Item]:
    columns: list[list[Framed]] = []
    for frame in sorted(band, key=lambda f: f.x):
        if columns and frame.x < max(f.x + f.width for f in columns[-1]) - NEAR:
            columns[-1].append(frame)
        else:
            columns.append([frame])
    if len(columns) == 1:
        for frame in sorted(band, key=lambda f: f.y):
            yield from frame.items
        return
    yield Row(
        [
            Cell(
                max(f.width for f in column) or 1.0,
                [item for f in sorted(column, key=lambda f: f.y) for item in f.items],
            )
            for column in columns
        ]
    )
