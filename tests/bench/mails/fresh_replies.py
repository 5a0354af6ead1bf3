"""Replies in the tests of ticket systems, forums and splitters that came after most rules stood."""

import ast
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench.mails import assertions
from tests.bench.mails.assertions import Code
from tests.bench.mails.labelled import Labelled, Suite, wrapped
from tests.bench.mails.more_bounces import read_by_us
from tests.bench.mails.reply_others import Names
from tests.bench.mails.reply_ports import PYTHON, Port, pairs
from tests.bench.mails.reply_suites import Words
from vivier.mail.inbound import bodies, tree

GIVEN = re.compile(
    r"(?s)emailNum = (?P<number>\d+)\s+val expectedQuoteHeader(?:: QuoteHeader\?)? = (?P<header>null|QuoteHeader\(\s*"
    r"startIndex = (?P<start>\d+)(?P<text>.*?)check\()"
)
STRING = re.compile(r"\"((?:[^\"\\]|\\.)+)\"")
CONVERTED = re.compile(r"[<*|]|\]\(|&\w+;")  # a text that a forum made Markdown of


def jetbrains(root: Path) -> Iterator[Labelled]:
    """JetBrains/email-parser: mails of a mailing list and of support, and the line where what they quote begins.

    Not its known errors, nor headers that it does not see and counts as somebody's words; it parts no signatures.
    """
    for spec in sorted((root / "src/test/kotlin/quoteParser").glob("QuoteParser*Specs.kt")):
        code = spec.read_text()
        folder = re.search(r"testEmls\$\{File\.separator\}(\w+)", code)
        for said in GIVEN.finditer(code) if folder else ():
            file = root / f"src/test/resources/testEmls/{folder[1]}/{said['number']}.eml"  # type: ignore[index]
            if not file.exists():
                continue
            raw = file.read_bytes()
            reply = _above(bodies.bodies(tree.parse(raw, set()), set()).text.split("\n"), said)
            label = {"reply": reply} if reply.strip() and file.parent.name != "error" else {}
            yield Labelled(f"jetbrains-{file.parent.name}-{file.name}", raw, label)


def _above(lines: list[str], said: re.Match[str]) -> str:
    """What stands over the header that is expected; empty where the label names none of its words."""
    if said["header"] == "null":
        return "\n".join(lines)
    header = [text.replace('\\"', '"').strip() for text in STRING.findall(said["text"])]
    first = next((text for text in header if text), "")[:60].strip()
    near = [n for n, line in enumerate(lines) if first and line.strip().startswith(first)]
    return "\n".join(lines[: min(near, key=lambda n: abs(n - int(said["start"])))]) if near else ""


def discourse(root: Path) -> Iterator[Labelled]:
    """discourse/discourse: answers by mail to a forum, and what became a post; not where it was made Markdown."""
    code = (root / "spec/components/email/receiver_spec.rb").read_text()
    labels: dict[str, str] = {}
    for function in assertions.functions(code, r"^\s*it ['\"]"):
        read = Code.of(function)
        given = re.finditer(r"(?:process|email)\(:(\w+)\)|(?:raw|text)\)\.to eq\(?\s*«(\d+)»", read.text)
        name = ""
        for said in given:
            if said[1]:
                name = said[1]
            elif name and not CONVERTED.search(read.strings[int(said[2])]):
                labels.setdefault(name, read.strings[int(said[2])])
    bounces = read_by_us(root.name)
    for file in sorted((root / "spec/fixtures/emails").glob("*.eml")):
        name = f"discourse-{file.name}"
        label = {"reply": labels[file.stem]} if file.stem in labels else bounces.get(name, {})
        yield Labelled(name, file.read_bytes(), label)


def odoo(root: Path) -> Iterator[Labelled]:
    """Odoo's base tests: HTML of mail programs, what is somebody's own and what is quoted or a signature."""
    tree_ = ast.parse((root / "odoo/addons/base/tests/test_mail_examples.py").read_text())
    values: dict[str, Any] = {}
    for node in tree_.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            values[node.targets[0].id] = ast.literal_eval(node.value)
    for name, html in sorted(values.items()):
        own, quoted = (values.get(f"{name}_{which}") or [] for which in ("IN", "OUT"))
        if not isinstance(html, str) or not (own or quoted) or name.startswith("REMOVE"):
            continue
        holds = [Words().of(each) for each in own if "data-o-mail-quote" not in each]
        lacks = [Words().of(each) for each in quoted if "data-o-mail-quote" not in each]
        kind = "html" if "<" in html.replace("> ", "") else "plain"
        yield Labelled(f"odoo-{name}", wrapped(html, kind), {"holds": holds, "lacks": lacks})


def roundup(root: Path) -> Iterator[Labelled]:
    """roundup-tracker/roundup: answers to a tracker, and what is left where quotes are not kept."""
    for function in ast.walk(ast.parse((root / "test/test_mailsplit.py").read_text())):
        if not isinstance(function, ast.FunctionDef) or not re.search(r"parseContent\(s, 0, 0", ast.unparse(function)):
            continue
        names = Names("self.assertEqual")
        names.visit(function)
        for call in ast.walk(function):
            if isinstance(call, ast.Call) and ast.unparse(call.func) == "self.assertEqual":
                of, said = ast.unparse(call.args[0]), names.value(call.args[1])
                if of == "content" and said is not None and names.values.get("s"):
                    yield Labelled(f"roundup-{function.name}", wrapped(names.values["s"]), {"reply": said})


def asserted(file: str, name: str) -> Suite:
    """Tests in Python: the longest text in a function, and words that its result has and has not."""

    def suite(root: Path) -> Iterator[Labelled]:
        for function in ast.walk(ast.parse((root / file).read_text())):
            if not isinstance(function, ast.FunctionDef):
                continue
            texts = [n.value for n in ast.walk(function) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
            text = max((t for t in texts if "\n" in t), key=len, default="")
            said = _Result()
            said.visit(function)
            if text and (said.label["holds"] or said.label["lacks"]):
                yield Labelled(f"{name}-{function.name}", wrapped(textwrap.dedent(text)), said.label)

    return suite


class _Result(ast.NodeVisitor):
    """What a test says of a name that it compares with words."""

    def __init__(self) -> None:
        self.label: dict[str, Any] = {"holds": [], "lacks": []}

    def visit_Compare(self, node: ast.Compare) -> None:
        if isinstance(node.left, ast.Constant) and isinstance(node.left.value, str):
            if isinstance(node.ops[0], ast.In):
                self.label["holds"].append(node.left.value)
            elif isinstance(node.ops[0], ast.NotIn) and node.left.value.strip("> "):
                self.label["lacks"].append(node.left.value)


def zrg(root: Path) -> Iterator[Labelled]:
    """itsAR-VR/ZRG-Dashboard: texts in TypeScript, and the same without what they quote."""
    code = (root / "lib/__tests__/email-cleaning.test.ts").read_text()
    for n, function in enumerate(assertions.functions(code, r"^\s*it\(")):
        read = Code.of(function)
        texts = [s for s in read.strings if s.count("\n") > 1]
        said = read.found(r"equal\([\w.]+, §")
        if texts and len(said) == 1:
            html = texts[0].lstrip().startswith("<")
            yield Labelled(f"zrg-{n}", wrapped(texts[0], "html" if html else "plain"), {"reply": said[0]})


FRESH: dict[str, Suite] = {
    "JetBrains+email-parser": jetbrains,
    "vinothkannans+discourse": discourse,
    "xodoo+xodoo": odoo,
    "roundup-tracker+roundup": roundup,
    "ConnorBerghoffer+verra-one": asserted("tests/test_email_cleaner.py", "verra"),
    "jwillmer+NCL": asserted("tests/test_email_cleaner.py", "ncl"),
    "itsAR-VR+ZRG-Dashboard": zrg,
    "team-plain+node-email-reply-parser": Port(
        "plain", "test/*Test.js", "test/fixtures/*", r"^\s*it\(", r"getFixture\(§"
    ),
    "5monkeys+python-email-reply-parser": Port(
        "monkeys", "tests/*.py", "tests/emails/*", PYTHON, r"(?:get_email|open)\(§"
    ),
    "Pelumi+EmailReplyParser": Port(
        "pelumi", "src/test/**/*ParserTest.java", "src/test/fixtures/*", r"^\s*@Test", r"getFixture\(§"
    ),
    "markashleybell+MAB.EmailReplyParser": pairs(
        "MAB.EmailReplyParser.Test/TestData/*", lambda file: file.parent.with_name("ExpectedResults") / file.name
    ),
}
