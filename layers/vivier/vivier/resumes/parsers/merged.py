"""Cells of tables that reach over several rows: which columns of the next row they take."""

from vivier.resumes.parsers.paper import Cell

MOST_ROWS = 500


class Grid:
    """The columns of a table, filled from row to row."""

    def __init__(self) -> None:
        self.position = 0
        self._rows_left: dict[int, int] = {}
        self._above: dict[int, tuple[float, int]] = {}  # of a column: how wide a cell from above is, over how many

    def begin(self) -> None:
        """Begins the next row."""
        self.position = 0

    def under(self) -> list[Cell]:
        """Empty cells for the next columns of the row that cells above it reach into."""
        empty: list[Cell] = []
        while self._rows_left.get(self.position, 0) > 0:
            width, columns = self._above[self.position]
            self._rows_left[self.position] -= 1
            empty.append(Cell(width))
            self.position += columns
        return empty

    def put(self, cell: Cell, columns: int) -> Cell:
        """Notes a cell at the row's next column, over so many of them."""
        cell.rows = min(cell.rows, MOST_ROWS)
        self._above[self.position] = (cell.width, max(columns, 1))
        self._rows_left[self.position] = cell.rows - 1
        self.position += max(columns, 1)
        return cell
