"""Names at the top of a module mean one thing: none is given twice, and what begins with an underscore is used.

No linter says so of constants: of two that came together from two hands, the second silently takes the place of the
first.
"""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = [
    path
    for folder in ("layers/vivier", "functions", "infra/local", "infra/packager")
    for path in sorted((ROOT / folder).rglob("*.py"))
]


def given(tree: ast.Module) -> Iterator[str]:
    """Each name as often as it is given anew; what is made of itself ("GONE = fold(GONE)") is not."""
    for node in tree.body:
        if isinstance(node, ast.Assign):
            used = {n.id for n in ast.walk(node.value) if isinstance(n, ast.Name)}
            named = [n for target in node.targets for n in ast.walk(target) if isinstance(n, ast.Name)]
            yield from (n.id for n in named if isinstance(n.ctx, ast.Store) and n.id not in used)
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name


def twice(source: str) -> list[str]:
    return [name for name, times in Counter(given(ast.parse(source))).items() if times > 1]


def unused(source: str) -> list[str]:
    private = [name for name in given(ast.parse(source)) if re.match(r"_[^_]", name)]
    return [name for name in private if len(re.findall(rf"\b{name}\b", source)) == 1]


def test_a_name_of_a_module_is_given_once_and_a_private_one_is_used() -> None:
    wrong = {
        str(path.relative_to(ROOT)): found
        for path in CODE
        if (found := twice(source := path.read_text(encoding="utf-8")) + unused(source))
    }

    assert len(CODE) > 500
    assert wrong == {}


def test_what_is_found() -> None:
    source = "_A = 1\n_A = 2\nB = 1\nB = str(B)\nC, D = 1, 2\nD: int = 3\nx.C = 4\n_E = 5\n"

    assert (twice(source), unused(source)) == (["_A", "D"], ["_E"])
