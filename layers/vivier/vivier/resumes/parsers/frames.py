"""Text boxes that an office file puts on the page: set where they stand, whatever the order in which it names them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from vivier.resumes.parsers.docx_columns import with_dates_beside
from vivier.resumes.parsers.embedded import Picture
from vivier.resumes.parsers.paper import BLANK, Cell, Item, Paragraph, Row

NEAR = 4.0
_TALL = 1.3  # of a letter's size: a line with its lead
_SHORT = 60


@dataclass(slots=True)
class Framed:
    """A text box: points from the top left corner of its page, or where it `hangs` from its paragraph's top."""

    x: float
    y: float
    width: float
    height: float
    items: list[Item]
    hangs: bool = False


def settled(items: Iterable[Item | Framed]) -> Iterator[Item]:
    """Items with the boxes among them arranged: those of one paragraph, and of empty ones that follow each other.

    Where text stands between them, the file's order is all that is known.
    """
    run: list[Framed] = []
    blank: list[Item] = []
    down = 0.0
    for item in items:
        if isinstance(item, Framed):
            run.append(replace(item, y=item.y + down) if item.hangs else item)
        elif run and isinstance(item, Paragraph) and not item.text.strip():
            down += item.before + _TALL * max((r.size for r in item.runs), default=BLANK) + item.after
            blank.append(item)
        elif run and isinstance(item, Picture):
            blank.append(item)
        else:
            titled = run[-1:] if _is_line(run[-1:]) and isinstance(item, Paragraph) else []
            yield from _settled(run[: len(run) - len(titled)])
            yield from blank
            for frame in titled:  # the heading of the text that follows
                yield from frame.items
            run, blank, down = [], [], 0.0
            yield item
    yield from _settled(run)
    yield from blank


def _settled(run: list[Framed]) -> Iterator[Item]:
    """Boxes measured from the page and from paragraphs can't be compared: each kind by itself."""
    yield from arranged([frame for frame in run if not frame.hangs])
    yield from arranged([frame for frame in run if frame.hangs])


def _is_line(frames: list[Framed]) -> bool:
    told = [item for frame in frames for item in frame.items if not isinstance(item, Paragraph) or item.text.strip()]
    return len(told) == 1 and isinstance(told[0], Paragraph) and len(told[0].text) <= _SHORT


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
        yield from _below_each_other(band)
        return
    items = [list(_below_each_other(column)) for column in columns]
    dated = with_dates_beside(items)
    if dated:
        yield from dated
        return
    widths = [max(f.width for f in column) or 1.0 for column in columns]
    yield Row([Cell(width, told) for width, told in zip(widths, items, strict=True)])


def _below_each_other(frames: list[Framed]) -> Iterator[Item]:
    """The items of boxes of one column; a line laid over a large box stands between the items that it parts there."""
    frames = sorted(frames, key=lambda f: (f.y, -f.height))
    laid: set[int] = set()
    for index, frame in enumerate(frames):
        if id(frame) in laid:
            continue
        over = [f for f in frames[index + 1 :] if id(f) not in laid and _is_laid_over(f, frame)]
        laid |= {id(f) for f in over}
        yield from _with_titles(frame, over)


def _is_laid_over(title: Framed, frame: Framed) -> bool:
    middle = title.x + title.width / 2
    inside = frame.y < title.y and title.y + title.height <= frame.y + frame.height + NEAR
    return inside and frame.x <= middle <= frame.x + frame.width and _is_line([title])


def _with_titles(frame: Framed, titles: list[Framed]) -> Iterator[Item]:
    """The items of a box with the lines laid over it: these stand where most lines were left empty for them."""
    runs: list[list[int]] = []
    for n, item in enumerate(frame.items):
        if isinstance(item, Paragraph) and not item.text.strip():
            runs[-1:] = [[*runs[-1], n]] if runs and runs[-1][-1] == n - 1 else [*runs[-1:], [n]]
    most = sorted(sorted(runs, key=len, reverse=True)[: len(titles)])
    spots = [run[0] for run in most] + [len(frame.items)] * (len(titles) - len(most))
    at = dict(zip(spots, titles, strict=True)) if len(set(spots)) == len(spots) else {}
    for n, item in enumerate(frame.items):
        yield from at[n].items if n in at else []
        yield item
    for title in titles:
        if title not in at.values() or at.get(len(frame.items)) is title:
            yield from title.items
