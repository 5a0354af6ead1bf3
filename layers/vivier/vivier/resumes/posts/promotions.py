"""Posts that are list items under their house, whose time they fill together."""

from vivier.resumes.layout.lines import Row
from vivier.resumes.wording.dates import without_ranges
from vivier.resumes.wording.moments import DateRange
from vivier.resumes.wording.opinions import title_score

_LEAST, _LONG, _POST = 2, 130, 0.8


def promotions(rows: list[Row], spans: dict[int, DateRange]) -> set[int]:
    """The numbers of the list items right under a house with its period that each name a post there.

    "Halden Foods 2011 – 2024" / "• Head of Quality (2019 – 2024)" / "• Lab Technician (2011 – 2019)". `spans`: the
    periods of rows, by their number.
    """
    risen: set[int] = set()
    for index, period in spans.items():
        below: list[int] = []
        while (at := index + 1 + len(below)) in spans and rows[at].bullet and _names_post(rows[at], spans[at]):
            below.append(at)
        if len(below) < _LEAST or rows[index].bullet:
            continue
        times = [_years(spans[n]) for n in below]
        if (min(start for start, _ in times), max(end for _, end in times)) == _years(period):
            risen |= set(below)
    return risen


def _years(period: DateRange) -> tuple[str, str]:
    return (period.start or "")[:4], (period.end or "")[:4]


def _names_post(row: Row, period: DateRange) -> bool:
    return len(row.text) <= _LONG and title_score(without_ranges(row.plain, [period]).strip(" •-–(),:")) >= _POST
