"""Other splitters' own tests: a text or some HTML in the code of the test, and the reply that it is to have."""

import ast
import re
import textwrap
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

from tests.bench.mails import assertions
from tests.bench.mails.assertions import Code
from tests.bench.mails.labelled import Labelled, Suite, wrapped
from tests.bench.mails.reply_suites import Words

HTML = re.compile(r"<(?:html|body|div|p|br|blockquote|table|span)\b", re.I)


def _mail(name: str, body: str, reply: str, *, html: bool) -> Labelled:
    said = Words().of(reply) if html else reply
    return Labelled(name, wrapped(body, "html" if html else "plain"), {"reply": said})


class Names(ast.NodeVisitor):
    """The strings that names stand for, one after the other, and the calls of one function with what they are given."""

    def __init__(self, calls: str) -> None:
        self.calls = calls
        self.values: dict[str, str] = {}
        self.found: list[list[str | None]] = []

    def visit_Assign(self, node: ast.Assign) -> None:
        self.generic_visit(node)
        value = self.value(node.value)
        if isinstance(node.targets[0], ast.Name):
            self.values.pop(node.targets[0].id, None)
            if value is not None:
                self.values[node.targets[0].id] = value

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        if ast.unparse(node.func) == self.calls:
            self.found.append([self.value(argument) for argument in node.args])

    def value(self, node: ast.expr) -> str | None:
        """A string, or what the one call within it is given."""
        if isinstance(node, ast.Constant):
            return node.value if isinstance(node.value, str) else None
        if isinstance(node, ast.Name):
            return self.values.get(node.id)
        if isinstance(node, ast.BinOp):
            left, right = self.value(node.left), self.value(node.right)
            return None if left is None or right is None else left + right
        if isinstance(node, ast.Call) and node.args:
            return self.value(node.args[-1])
        if isinstance(node, ast.Tuple) and node.elts:
            return self.value(node.elts[0])
        return None


def talon(root: Path) -> Iterator[Labelled]:
    """mailgun/talon: quotations in text and HTML, whole mails of programs, signatures."""
    for file in ("text_quotations_test.py", "html_quotations_test.py", "signature/bruteforce_test.py"):
        for function in ast.walk(ast.parse((root / "tests" / file).read_text())):
            if not isinstance(function, ast.FunctionDef) or "extract_" not in ast.unparse(function):
                continue
            if re.search(r"mark|process|preprocess|read_tags", function.name):
                continue
            names = Names("eq_")
            names.visit(function)
            for n, said in enumerate(names.found):
                if len(said) == 2 and said[0] is not None and said[1]:
                    yield _mail(f"talon-{function.name}-{n}", said[1], said[0], html="html" in file)
    for mail in sorted((root / "tests/fixtures/standard_replies").glob("*.eml")):
        reply = mail.with_name(f"{mail.stem}_reply_text")
        label = {"reply": reply.read_text() if reply.exists() else "Hello"}
        yield Labelled(f"talon-{mail.name}", mail.read_bytes(), label)
    for page in sorted((root / "tests/fixtures/html_replies").glob("*.html")):
        label = {"reply": "Hi. I am fine. Thanks, Alex"}
        yield Labelled(f"talon-{page.name}", wrapped(page.read_text(), "html"), label)
    for body in sorted((root / "tests/fixtures/signature/emails/stripped").glob("*_body")):
        signature = body.with_name(body.name.replace("_body", "_signature")).read_text().strip()
        text = body.read_text()
        label = {"reply": text[: text.index(signature)]} if signature and signature in text else {}
        yield Labelled(f"talon-{body.name}", wrapped(text), label)


def quotequail(root: Path) -> Iterator[Labelled]:
    """closeio/quotequail: lists of text or HTML, and which parts are quoted; forwarded mails with words above."""
    for file in ("test_quote", "test_quote_html", "test_unwrap", "test_unwrap_html"):
        html = "html" in file
        tree = ast.parse((root / f"tests/{file}.py").read_text())
        for n, case in enumerate(each for node in ast.walk(tree) for each in _cases(node)):
            text, *expected = case
            if (root / "tests/files" / text[:60]).is_file():
                text = (root / "tests/files" / text).read_text()
            if "quote" in file and isinstance(expected[-1], list):
                reply = "".join(part + "\n" for own, part in expected[-1] if own)
                yield _mail(f"quotequail-{file}-{n}", text, reply, html=html)
            elif isinstance(expected[-1], dict) and (top := expected[-1].get("html_top" if html else "text_top")):
                yield _mail(f"quotequail-{file}-{n}", text, top, html=html)


def _cases(node: ast.AST) -> Iterator[tuple]:  # type: ignore[type-arg]
    if not (isinstance(node, ast.Call) and ast.unparse(node.func).endswith("parametrize")):
        return
    for case in node.args[1].elts if isinstance(node.args[1], ast.List) else []:
        try:
            yield ast.literal_eval(case)
        except ValueError:
            continue


def planer(root: Path) -> Iterator[Labelled]:
    """lever/planer: talon in CoffeeScript, with more programs."""
    for file in sorted((root / "test").glob("*.coffee")):
        html = "Html" in file.name
        for n, function in enumerate(assertions.functions(file.read_text(), r"^\s*it '")):
            code = Code.of(function)
            given = code.found(r"extractFrom(?:Plain|Html)\(§")
            said = code.found(r"extractFrom(?:Plain|Html)\(«\d+»(?:, @dom)?\)\)\.to\.equal\(§")
            if len(given) == len(said) == 1 and given[0]:
                yield _mail(f"planer-{file.stem}-{n}", textwrap.dedent(given[0]), said[0], html=html)


def unquotemail(root: Path) -> Iterator[Labelled]:
    """getfernand/unquotemail: samples, also those that it does not read rightly itself, and what is expected."""
    tests = root / "tests"
    for file in [*sorted((tests / "samples").glob("*.*")), *sorted((tests / "samples/failing").glob("*.*"))]:
        expected = tests / "expecteds" / file.name
        html = file.suffix == ".html"
        label = {}
        if expected.exists():
            reply = expected.read_text("utf-8", "replace")
            label = {"reply": Words().of(reply) if html else reply}
        raw = wrapped(file.read_text("utf-8", "replace"), "html" if html else "plain")
        yield Labelled(f"unquotemail-{file.name}", raw, label)


def griddler(root: Path) -> Iterator[Labelled]:
    """thoughtbot/griddler: texts in RSpec."""
    code = (root / "spec/griddler/email_spec.rb").read_text()
    for n, function in enumerate(assertions.functions(code, r"^\s*it '")):
        read = Code.of(function)
        for kind in ("text", "html"):
            given = read.found(rf"body_from_email\({kind}: §(?:\.strip_heredoc)?\)")
            said = read.found(rf"body_from_email\({kind}: «\d+»\)\)\.to eq §")
            if len(given) == len(said) == 1 and "\n" in given[0]:
                yield _mail(f"griddler-{n}-{kind}", textwrap.dedent(given[0]), said[0], html=kind == "html")


def phabricator(root: Path) -> Iterator[Labelled]:
    """phacility/phabricator: bodies that all say OKAY."""
    file = root / "src/applications/metamta/parser/__tests__/PhabricatorMetaMTAEmailBodyParserTestCase.php"
    code = file.read_text()
    for n, body in enumerate(Code.of(code[code.index("function getEmailBodies()") :]).strings):
        text = body.replace("{$trailing_space}", " ").replace("{$emdash}", "—")
        yield Labelled(f"phabricator-{n}", wrapped(text), {"reply": "OKAY"})


def tempo(root: Path) -> Iterator[Labelled]:
    """yourtempo/tempo-email-parser: HTML, and the same without what it quotes."""
    for file in sorted((root / "src/tests/prepareMessage").glob("*.output-message.html")):
        given = file.with_name(file.name.replace("output-message", "input"))
        if given.exists():
            yield _mail(f"tempo-{given.name}", given.read_text(), file.read_text(), html=True)


def combined(root: Path) -> Iterator[Labelled]:
    """web-ridge/email-reply-parser: every body with every signature over every quoted mail."""
    texts = {kind: sorted((root / "dataset" / kind).iterdir()) for kind in ("basemail", "signatures", "quoted_reply")}
    for body, signature, quoted in product(*texts.values()):
        own = body.read_text()
        mail = f"{own}\n\n{signature.read_text()}\n\n{quoted.read_text()}"
        name = f"web-ridge-{body.stem}-{signature.stem}-{quoted.stem}.txt"
        yield Labelled(name, wrapped(mail), {"reply": own})


def assembl(root: Path) -> Iterator[Labelled]:
    """assembl/assembl: text and HTML of Gmail, Outlook, Apple Mail and Thunderbird, in French and English."""
    tree = ast.parse((root / "assembl/tests/model_tests/test_mail.py").read_text())
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef):
            continue
        for kind in ("plaintext", "html"):
            names = Names(f"check_striping_{kind}")
            names.visit(function)
            for n, (body, reply, _) in enumerate(names.found):
                if body and reply is not None:
                    yield _mail(f"assembl-{function.name}-{n}", body, reply, html=kind == "html")


class Said(ast.NodeVisitor):
    """Which text a name of a test is about, and what the test asserts of it."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.labels: dict[str, dict[str, Any]] = {}

    def visit_Assign(self, node: ast.Assign) -> None:
        about = self._about(node.value)
        if isinstance(node.targets[0], ast.Name) and about:
            self.texts[node.targets[0].id] = about

    def visit_Compare(self, node: ast.Compare) -> None:
        left, right = node.left, node.comparators[0]
        if isinstance(node.ops[0], ast.Eq):
            self._said(left, "reply", right)
        elif isinstance(node.ops[0], ast.In | ast.NotIn):
            self._said(right, "holds" if isinstance(node.ops[0], ast.In) else "lacks", left)

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        if isinstance(node.func, ast.Attribute) and node.func.attr in ("endswith", "startswith") and node.args:
            self._said(node.func.value, "holds", node.args[0])

    def _about(self, node: ast.expr) -> str:
        for each in ast.walk(node):
            if isinstance(each, ast.Call) and ast.unparse(each.func).endswith("get_email"):
                return str(ast.literal_eval(each.args[0])) if isinstance(each.args[0], ast.Constant) else ""
            if isinstance(each, ast.Name) and each.id in self.texts:
                return self.texts[each.id]
        return ""

    def _said(self, of: ast.expr, what: str, words: ast.expr) -> None:
        whole = isinstance(of, ast.Name) or ast.unparse(of).endswith(".reply")
        if whole and isinstance(words, ast.Constant) and (about := self._about(of)):
            label = self.labels.setdefault(about, {"holds": [], "lacks": []})
            if what == "reply":
                label[what] = words.value
            else:
                label[what].append(words.value)


def edgetier(root: Path) -> Iterator[Labelled]:
    """EdgeTier/email-reply-parser: customers' mails in a dozen languages; several to a test."""
    labels: dict[str, dict[str, Any]] = {}
    for function in ast.walk(ast.parse((root / "test/test_email_reply_parser.py").read_text())):
        if isinstance(function, ast.FunctionDef):
            said = Said()
            said.visit(function)
            labels |= said.labels
    for file in sorted((root / "test/emails").glob("*.txt")):
        yield Labelled(f"edgetier-{file.name}", wrapped(file.read_text()), labels.get(file.stem, {}))


OTHERS: dict[str, Suite] = {
    "assembl+assembl": assembl,
    "EdgeTier+email-reply-parser": edgetier,
    "mailgun+talon": talon,
    "closeio+quotequail": quotequail,
    "lever+planer": planer,
    "thoughtbot+griddler": griddler,
    "phacility+phabricator": phabricator,
    "yourtempo+tempo-email-parser": tempo,
    "getfernand+unquotemail": unquotemail,
    "web-ridge+email-reply-parser": combined,
}
