"""What stands beside rows as cells of theirs, and is no column: hints at a gutter, dates, towns at the right edge."""

from collections import Counter

from vivier.resumes.layout.items import Item, level

_FEWEST_HINTS, _RAGGED, _NEAR_GUTTER, _LONGEST_HINT = 3, 6.0, 30.0, 28
_PAIR, _LARGER, _FLUSH = 2, 1.15, 1.5


def are_hints(left: list[Item], right: list[Item]) -> bool:
    """Whether the left side holds short labels set flush against the gutter, each level with what it names."""
    edges = Counter(round(i.right) for i in left)
    edge = edges.most_common(1)[0][0]
    lefts = [i.left for i in left]
    usual = sorted(i.cell.size for i in left)[len(left) // 2]
    large = sum(i.heading and i.cell.size > _LARGER * usual for i in left)
    sidebar = large >= _PAIR and any(i.heading for i in right)
    if (
        sidebar
        or len(left) < _FEWEST_HINTS
        or max(lefts) - min(lefts) < _RAGGED
        or min(i.left for i in right) - edge > _NEAR_GUTTER
    ):
        return False
    flush = sum(abs(i.right - edge) <= _FLUSH for i in left) >= 0.85 * len(left)
    short = all(len(i.cell.text) <= _LONGEST_HINT for i in left)
    return flush and short and sum(any(level(i, o) for o in right) for i in left) >= 0.85 * len(left)


def close_rows(right: list[Item]) -> bool:
    """Whether towns and dates set against the right edge close the rows at the left: no text is so set."""
    edge = max(i.right for i in right)
    flush = all(edge - i.right < _FLUSH for i in right)
    ragged = max(i.left for i in right) - min(i.left for i in right) >= _RAGGED
    dates = sum(i.date for i in right)
    return flush and ragged and dates >= 2 and dates * 3 >= len(right) and not any(i.heading for i in right)


def date_rows(left: list[Item], right: list[Item]) -> bool:
    """Whether dates at the left each stand level with a row at the right, and hardly anything else stands there."""
    dates = sum(i.date for i in left)
    alone = [i for i in left if not i.heading and not i.date and not any(level(i, o) for o in right)]
    return len(alone) * 2 <= dates and dates_of_rows(left, right)


def dates_of_rows(side: list[Item], other: list[Item]) -> bool:
    """Whether the dates of a side stand alone there and belong to rows of the other side."""
    lone = [i for i in side if i.date and not any(o is not i and level(o, i) for o in side)]
    if len(lone) < 2 or len(lone) * 6 < len(side):
        return False
    texts = [o for o in other if not o.date]
    return sum(any(level(i, o) for o in texts) for i in lone) >= 0.75 * len(lone)
