"""Writes RTF by hand: paragraphs, tabs, table rows."""

from pathlib import Path

from tests.cvs.corpus.heads import Row, Run


def escaped(text: str) -> str:
    made = []
    for c in text:
        if c in "\\{}":
            made.append("\\" + c)
        elif c == "\t":
            made.append("\\tab ")
        elif ord(c) < 128:
            made.append(c)
        else:
            try:
                made.append(f"\\'{c.encode('cp1252')[0]:02x}")
            except UnicodeEncodeError:
                made.append(f"\\u{ord(c)}?")
    return "".join(made)


def _run(run: Run) -> str:
    marks = "\\b" * run.bold + "\\i" * run.italic
    text = f"{{{marks} {escaped(run.text)}}}" if marks else escaped(run.text)
    if run.href:
        text = f'{{\\field{{\\*\\fldinst HYPERLINK "{escaped(run.href)}"}}{{\\fldrslt {text}}}}}'
    return text


class Rtf:
    def __init__(self, face: str) -> None:
        self._parts = [f"{{\\rtf1\\ansi\\ansicpg1252\\deff0{{\\fonttbl{{\\f0 {face};}}}}\\fs21\n"]

    def say(self, text: str, size: int = 21, bold: bool = False) -> None:
        self.row(Row(runs=[Run(text=text, bold=bold)]), size)

    def row(self, row: Row, size: int = 21, mark: str = "") -> None:
        right = f"\\tab {''.join(map(_run, row.right))}" if row.right else ""
        stop = "\\tqr\\tx9600" if row.right else ""
        lead = f"\\fi-280\\li280 {escaped(mark)}\\tab " if mark else " "
        self._parts.append(f"\\pard{stop}\\fs{size}{lead}{''.join(map(_run, row.runs))}{right}\\par\n")

    def cells(self, cells: list[list[Row]], edges: list[int]) -> None:
        """One table row; edges in twips."""
        bounds = "".join(f"\\cellx{edge}" for edge in edges)
        inner = "".join(
            "\\pard\\intbl " + "\\par ".join("".join(map(_run, row.runs)) for row in cell) + "\\cell\n"
            for cell in cells
        )
        self._parts.append(f"\\trowd{bounds}\n{inner}\\row\n")

    def save(self, path: Path) -> None:
        path.write_text("".join(self._parts) + "}", encoding="ascii")
