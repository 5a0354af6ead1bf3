"""What the tests would not notice: `python -m tests.mutants [module ...] [--most N] [--tests PATH ...]`.

One thing in a module is changed at a time (a comparison turned around, a write left out, a limit moved, a flag
flipped), in the loaded module itself, and the tests that pass there are run, the quickest first, until one fails.
What none of them notices is printed: a test is missing, or it is the same in other words: then it is named in `SAME`,
with the reason, and is not tried. Processes are forked, so that nothing is
imported twice; a mutant that never ends counts as noticed.

Left out, since no test can tell: words that are logged, counted or raised, and `consistent=`, which no emulator knows.
"""

import argparse
import ast
import contextlib
import copy
import importlib
import inspect
import os
import random
import resource
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any, NamedTuple, TextIO

import pytest

ROOT = Path(__file__).parents[1]
FAULTS = [f"tests/integration/faults/test_{n}.py" for n in ("answers_lost", "orders", "throttled", "left_behind")]
MAILS = [
    f"tests/integration/test_{n}.py"
    for n in ("outbox", "ses_events", "meeting_at_a_mail", "unsolicited", "member_mails", "leaving_mail", "pace")
]
TARGETS: dict[str, list[str]] = {
    "vivier.mail.outbox": [
        *MAILS,
        "tests/integration/test_writing.py",
        "tests/integration/test_waiting_mails.py",
        *FAULTS,
    ],
    "vivier.mail.settling": [
        *MAILS,
        *FAULTS,
        *(f"tests/integration/test_{n}.py" for n in ("experiments", "correspondence", "forwarding", "writing")),
    ],
    "vivier.storage.rows": [
        "tests/unit/storage/test_rows.py",
        *(f"tests/integration/test_{n}.py" for n in ("table", "transactions", "outbox")),
    ],
    "vivier.storage.transaction": [
        *(f"tests/integration/test_{n}.py" for n in ("transactions", "asked_again", "outbox", "people"))
    ],
    "vivier.mail.mime": ["tests/unit/mail/test_mime.py", "tests/unit/hiring/test_calendars.py"],
    "vivier.team.tokens": ["tests/integration/test_tokens.py"],
    "vivier.team.links": [f"tests/integration/test_{n}.py" for n in ("links", "leaving_mail", "members")],
    "vivier.casework.unasked": [
        f"tests/integration/test_{n}.py" for n in ("leaving_mail", "preferences", "unsolicited")
    ],
    "vivier.mail.deliverability.ways_out": [
        *(f"tests/integration/test_{n}.py" for n in ("leaving_mail", "unsolicited")),
        *(f"tests/unit/mail/test_{n}.py" for n in ("mime", "ways_out")),
    ],
    "vivier.mail.threads.addresses": [
        f"tests/integration/test_{n}.py" for n in ("correspondence", "what_machines_send")
    ],
    "vivier.mail.inbound.bodies": [f"tests/unit/mail/inbound/test_{n}.py" for n in ("bodies", "reading", "replies")],
}
SAME: dict[str, dict[str, str]] = {
    "vivier.mail.inbound.bodies": {
        "`MARK = '\\x1e'` is '\\x1e~'": "any line that no text holds",
        "`return False` gives None": "both say no",
        "'iframe',` without its 4.": "the parser knows no head within a mail's body",
        "'iframe',` without its 5.": "nothing walks into a template",
        "'head', 'template'}` without its 4.": "the parser knows no head within a mail's body",
        "'head', 'template'}` without its 5.": "nothing walks into a template",
    },
    "vivier.mail.outbox": {"`return False` gives None": "both say that nothing was new"},
    "vivier.casework.unasked": {
        "`MOST_ADDRESSES = 10` is 20": "what a transaction holds of one record; the mark on the record stops them all",
        # A class is made once, with what it had then; test_preferences.py asks for each of the three.
        "strip_whitespace=False": "the words of a reason, in a class that is made",
        "min_length=6": "the words of a reason, in a class that is made",
        "max_length=1000": "the words of a reason, in a class that is made",
    },
    "vivier.storage.rows": {
        # What is kept by kind is kept in the fork too; a class of ours without a kind there is not.
        "`one.default is not None` turned around": "kept before the change; by hand it is noticed at once",
        "`own and own.get_discriminator(kind) is not None` with Or": "each kind has a name of its own",
        "`kind is NumberAttribute and type(value) is int` with Or": "the longer way writes the same",
        "`kind is NumberAttribute` turned around": "the longer way writes the same",
        "`type(value) is int` turned around": "the longer way writes the same",
        "`(text := there.get('S')) is not None` turned around": "the longer way reads the same",
    },
    "vivier.mail.settling": {"`if settled.candidate_id` not": "which of two numbers is counted"},
    "vivier.team.tokens": {
        "timeout=6": "how long keys are waited for, within the time that a function has",
        "['exp', 'iat', 'iss', 'sub', 'client_id', 'token_use']` without its 3.": "an issuer compared is one required",
    },
}
MODULE = "the module"
SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip
SAID = {"logger", "count", "event"}
OUTCOMES = {True: "noticed", False: "not noticed", None: "no test comes there"}


class Mutant(NamedTuple):
    line: int
    what: str
    tree: ast.Module
    place: str  # the function that it is in, by its qualified name


class Ran(NamedTuple):
    seconds: float
    lines: frozenset[tuple[str, int]]  # module and line of each statement


# What can be changed


def mutants(source: str) -> Iterator[Mutant]:
    """Every change of one module's source, in order."""
    whole = ast.parse(source)
    types = {id(n) for said in ast.walk(whole) for n in _types(said)}
    for number, node in enumerate(ast.walk(whole)):
        if id(node) in types:
            continue
        for what, change in _changes(node):
            tree = copy.deepcopy(whole)
            target = next(n for at, n in enumerate(ast.walk(tree)) if at == number)
            place = _place(tree, target)
            if place is not None:
                change(target)
                line = getattr(node, "lineno", 0) or getattr(getattr(node, "value", None), "lineno", 0)
                yield Mutant(line, what, ast.fix_missing_locations(tree), place)


def _types(node: ast.AST) -> Iterator[ast.AST]:
    """What says a type and nothing else: it is read when the module is, and by no test."""
    for said in (getattr(node, "annotation", None), getattr(node, "returns", None)):
        if isinstance(said, ast.AST):
            yield from ast.walk(said)


Change = Callable[[Any], None]


def _changes(node: ast.AST) -> Iterator[tuple[str, Change]]:
    said = f"`{ast.unparse(node)[:70]}`" if isinstance(node, ast.expr | ast.stmt) else ""
    if isinstance(node, ast.Compare) and type(node.ops[0]) in SWAPS:
        yield f"{said} turned around", lambda n: n.ops.__setitem__(0, SWAPS[type(n.ops[0])]())
    elif isinstance(node, ast.BoolOp | ast.BinOp) and type(node.op) in SWAPS:
        yield f"{said} with {SWAPS[type(node.op)].__name__}", lambda n: setattr(n, "op", SWAPS[type(n.op)]())
    elif isinstance(node, ast.If | ast.IfExp | ast.While) and not isinstance(node.test, ast.Compare | ast.BoolOp):
        yield f"`if {ast.unparse(node.test)[:70]}` not", lambda n: setattr(n, "test", ast.UnaryOp(ast.Not(), n.test))
    elif isinstance(node, ast.Return) and node.value is not None and not _nothing(node.value):
        yield f"{said} gives None", lambda n: setattr(n, "value", ast.Constant(None))
    elif isinstance(node, ast.keyword) and isinstance(node.value, ast.Constant) and node.arg != "consistent":
        yield from ((f"{node.arg}={w}", lambda n, c=c: c(n.value)) for w, c in _constants(node.value))
    elif isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Constant):
        yield from ((f"{said} is {w}", lambda n, c=c: c(n.value)) for w, c in _constants(node.value))
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) and _called(node.value) not in SAID:
        yield f"{said} left out", lambda n: setattr(n, "value", ast.Constant(None))
    elif isinstance(node, ast.List | ast.Set):
        constants = [at for at, one in enumerate(node.elts) if isinstance(one, ast.Constant)]
        yield from ((f"{said} without its {at + 1}.", lambda n, at=at: n.elts.pop(at)) for at in constants)
    elif isinstance(node, ast.AugAssign):
        yield f"{said} left out", lambda n: setattr(n, "value", ast.Constant((type(n.op) is ast.Mult and 1) or 0))


def _constants(node: ast.Constant) -> Iterator[tuple[str, Change]]:
    if isinstance(node.value, bool):
        yield str(not node.value), lambda n: setattr(n, "value", not n.value)
    elif isinstance(node.value, int):
        moved = node.value + 1 if node.value < 10 else 2 * node.value
        yield str(moved), lambda n: setattr(n, "value", moved)
    elif isinstance(node.value, str) and node.value and " " not in node.value:
        yield repr(f"{node.value[:20]}~"), lambda n: setattr(n, "value", f"{n.value}~")


def _nothing(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is None


def _called(call: ast.Call) -> str:
    root = call.func
    while isinstance(root, ast.Attribute):
        root = root.value
    return root.id if isinstance(root, ast.Name) else ""


def _place(tree: ast.Module, wanted: ast.AST) -> str | None:
    """The function that something stands in, by its qualified name; MODULE for the module's own values."""
    for top in tree.body:
        if not any(n is wanted for n in ast.walk(top)):
            continue
        if isinstance(top, ast.FunctionDef):
            return top.name
        if isinstance(top, ast.Assign | ast.AnnAssign):
            return MODULE
        inner = top.body if isinstance(top, ast.ClassDef) else []
        names = (n.name for n in inner if isinstance(n, ast.FunctionDef) and any(m is wanted for m in ast.walk(n)))
        return next((f"{getattr(top, 'name', '')}.{name}" for name in names), None)
    return None


# Changing what is loaded


def put(module: ModuleType, tree: ast.Module, place: str | None = None) -> None:
    """Gives the module's functions (or the one that is named) the code of a tree; or the module its values."""
    file = module.__file__ or ""
    if place == MODULE:
        values: list[ast.stmt] = [n for n in tree.body if isinstance(n, ast.Assign | ast.AnnAssign)]
        exec(compile(ast.Module(values, []), file, "exec"), module.__dict__)
        return
    for name, code in _codes(compile(tree, file, "exec"), ""):
        function = _function(module, name) if place in (None, name) else None
        if function and len(function.__code__.co_freevars) == len(code.co_freevars):
            function.__code__ = code


def _codes(code: CodeType, prefix: str) -> Iterator[tuple[str, CodeType]]:
    for const in code.co_consts:
        if isinstance(const, CodeType) and not const.co_name.startswith("<"):
            yield f"{prefix}{const.co_name}", const
            if not prefix:
                yield from _codes(const, f"{const.co_name}.")


def _function(module: ModuleType, name: str) -> FunctionType | None:
    found: Any = module
    for part in name.split("."):
        found = vars(found).get(part) if hasattr(found, "__dict__") else None
    for inside in ("__func__", "fget", "__wrapped__"):
        found = getattr(found, inside, None) or found
    return found if isinstance(found, FunctionType) else None


# Running tests


class _Watched(ast.NodeTransformer):
    """Says of each statement of a function that it is reached."""

    def generic_visit(self, node: ast.AST) -> ast.AST:
        super().generic_visit(node)
        for name in ("body", "orelse", "finalbody"):
            held = getattr(node, name, None)
            if isinstance(held, list) and not isinstance(node, ast.Module | ast.ClassDef):
                setattr(node, name, [s for one in held for s in (self._seen(one), one)])
        return node

    @staticmethod
    def _seen(one: ast.stmt) -> ast.stmt:
        call = ast.Call(ast.Name("__seen__", ast.Load()), [ast.Constant(one.lineno)], [])
        return ast.copy_location(ast.Expr(call), one)


class _Session:
    """One pytest session for everything: each test is run once to see what it reaches, then those that reach a mutant
    are run in a fork of it, where all is imported and collected."""

    def __init__(self, modules: dict[ModuleType, str], work: Callable[["_Session"], None]) -> None:
        self.modules, self.work = modules, work
        self.seen: set[tuple[str, int]] = set()
        self.items: dict[str, pytest.Item] = {}
        self.ran: dict[str, Ran] = {}
        self.failed = ""
        self.killers = Counter[tuple[str, str]]()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self.items = {item.nodeid: item for item in session.items}
        for module, source in self.modules.items():
            name = module.__name__
            module.__dict__["__seen__"] = lambda line, name=name: self.seen.add((name, line))
            put(module, ast.fix_missing_locations(_Watched().visit(ast.parse(source))))
        for at, item in enumerate(session.items):
            self.seen.clear()
            started = time.thread_time()
            self.run(item, session.items[at + 1] if at + 1 < len(session.items) else None)
            if self.failed:
                raise SystemExit(f"fails as it is: {self.failed}")
            self.ran[item.nodeid] = Ran(time.thread_time() - started, frozenset(self.seen))
        for module, source in self.modules.items():
            put(module, ast.parse(source))
        self.work(self)
        return True

    def run(self, item: pytest.Item, following: pytest.Item | None) -> None:
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed = report.nodeid

    def noticed(self, module: ModuleType, mutant: Mutant, patience: float) -> bool | None:
        """Whether a test fails; None when none comes there."""
        place = f"{module.__name__}.{mutant.place}"
        lines = {(module.__name__, line) for line in _lines(self.modules[module], mutant)}
        there = [t for t, ran in self.ran.items() if not lines or lines & ran.lines]
        there.sort(key=lambda t: self.ran[t].seconds / (1 + self.killers[place, t]))
        spent = 0.0
        chosen = [t for t in there if (spent := spent + self.ran[t].seconds) <= patience or t == there[0]]
        if not chosen:
            return None
        end, start = os.pipe()
        if (pid := os.fork()) == 0:
            os.write(start, self._child(module, mutant, chosen).encode())
            os._exit(0)
        os.close(start)
        with os.fdopen(end) as told:
            killer = told.read()
        if os.waitpid(pid, 0)[1] == 0 and not killer:
            return False
        self.killers[place, killer] += 1
        return True

    def _child(self, module: ModuleType, mutant: Mutant, chosen: list[str]) -> str:
        """Runs tests until one fails: which; nothing if none."""
        spent = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
        most = int(spent + 20 + 4 * sum(self.ran[t].seconds for t in chosen))
        resource.setrlimit(resource.RLIMIT_CPU, (most, most + 5))
        signal.alarm(20 * (most - int(spent)))
        put(module, mutant.tree, mutant.place)
        for held in vars(module).values():
            if hasattr(held, "cache_clear"):
                held.cache_clear()
        for name, following in zip(chosen, [*chosen[1:], None], strict=True):
            try:
                self.run(self.items[name], self.items[following] if following else None)
            except BaseException as problem:  # noqa: BLE001 - a change may do anything
                return f"{name}: {problem}"
            if self.failed:
                return self.failed
        return ""


def _lines(source: str, mutant: Mutant) -> set[int]:
    """The statement that a mutant is in; of one of the module's values those that name it, none when nothing does."""
    statements = [n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.stmt)]
    if mutant.place != MODULE:
        return {max((n.lineno for n in statements if n.lineno <= mutant.line), default=0)}
    own = [n for n in ast.parse(source).body if n.lineno <= mutant.line <= (n.end_lineno or 0)]
    names = {n.id for top in own for n in ast.walk(top) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    inside = [n for n in statements if n.col_offset and not isinstance(n, ast.FunctionDef | ast.ClassDef)]
    return {n.lineno for n in inside if any(isinstance(m, ast.Name) and m.id in names for m in ast.walk(n))}


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("modules", nargs="*", default=list(TARGETS), help="vivier.mail.outbox, say; all of them")
    parser.add_argument("--most", type=int, default=1_000, help="changes of one module, drawn by chance")
    parser.add_argument("--tests", nargs="*", help="instead of those that are known for the module")
    parser.add_argument("--patience", type=float, default=60, help="seconds of tests that a mutant is given")
    parser.add_argument("--lines", type=int, nargs=2, default=(0, 10_000), help="only what stands between these lines")
    wanted = parser.parse_args(arguments)
    os.chdir(ROOT)
    modules = {module: inspect.getsource(module) for module in map(importlib.import_module, wanted.modules)}
    tests = wanted.tests or sorted({test for name in wanted.modules for test in TARGETS[name]})
    out = os.fdopen(os.dup(1), "w")
    session = _Session(modules, lambda one: _judge(one, wanted, out))
    with Path(os.devnull).open("w") as nowhere, contextlib.redirect_stdout(nowhere):
        code = pytest.main(["-q", "-p", "no:cacheprovider", "-m", "not soak", *tests], [session])
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
        raise SystemExit(f"pytest said {code} {session.failed}")


def _judge(session: _Session, wanted: argparse.Namespace, out: TextIO) -> None:
    one, source = next(iter(session.modules.items()))
    if session.noticed(one, Mutant(0, "nothing", ast.parse(source), MODULE), wanted.patience):
        raise SystemExit(f"tests fail in a fork where nothing is changed: {session.killers.popitem()}")
    for module, source in session.modules.items():
        name, (first, last) = module.__name__, wanted.lines
        written = list(mutants(source))
        every = [m for m in written if not any(m.what.endswith(said) for said in SAME.get(name, {}))]
        every = [m for m in every if first <= m.line <= last]
        chosen = sorted(random.Random(1).sample(range(len(every)), min(wanted.most, len(every))))
        left = Counter[str]()
        for mutant in (every[n] for n in chosen):
            outcome = OUTCOMES[session.noticed(module, mutant, wanted.patience)]
            left[outcome] += 1
            if outcome != "noticed":
                print(f"{name}:{mutant.line}: {mutant.what}: {outcome}", file=out, flush=True)
        same = sum(any(m.what.endswith(said) for said in SAME.get(name, {})) for m in written)
        told = f"{len(chosen)} of {len(every)} changes, {dict(left)}; {same} mean nothing"
        print(f"{name}: {told}", file=out, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
