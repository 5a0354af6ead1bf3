"""No pattern of the reader takes time without end on a line made for it, as somebody's CV may hold one."""

import pkgutil
import re
import time
from importlib import import_module

import pytest

from vivier import resumes

MODULES = [
    import_module(found.name)
    for found in pkgutil.walk_packages(resumes.__path__, "vivier.resumes.")
    if not found.name.endswith((".child", ".forkserver"))
]
PATTERNS = {
    f"{module.__name__.removeprefix('vivier.resumes.')}.{name}": pattern
    for module in MODULES
    for name, pattern in sorted(vars(module).items())
    if isinstance(pattern, re.Pattern) and isinstance(pattern.pattern, str)
}
CRUEL = [
    "Aa-", "Aa ", "aa-", "A'a-", "Aa de la ", "de la ", "d'Aa-", "Aa.Aa-", "a", "A", "é-", "1", "1 ", "1.", "01/",
    "Aa, ", "(", "Aa (", "• ", "- ", ": ", "j'ai été ", "as the ", "Université de ", "de 2010 à ", "a@", "a.", "http://a.",
    "+3 ", "& ", "A. ", "● ", "B.Sc ", "| ", "and ", "et ",
]  # fmt: skip
LONGEST = 900


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_no_pattern_is_slow_on_a_line_made_for_it(name: str) -> None:
    for unit in CRUEL:
        line = (unit * LONGEST)[:LONGEST]
        began = time.process_time()
        for tail in ("", "!", "Aa :", " 2010"):
            for _ in PATTERNS[name].finditer(line + tail):
                pass
        assert time.process_time() - began < 1  # seconds where a pattern tries all ways, and milliseconds where not
