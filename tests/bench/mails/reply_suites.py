"""Others' tests of what remains of a mail without what it quotes."""

import ast
import quopri
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from tests.bench.mails.labelled import Labelled, wrapped

OURS = "Bonjour Zoé,\n\nthis is what I was told, see below."  # over forwarded mails that have no words of their own
THEIRS = "Praesent suscipit egestas hendrerit.\n\nAliquam eget dui dui."  # over those that have


def trimmer(root: Path) -> Iterator[Labelled]:
    """discourse/email_reply_trimmer: mails, and what is left of them."""
    for file in sorted((root / "test/emails").iterdir()):
        reply = (root / "test/trimmed" / file.name).read_text()
        yield Labelled(file.name, wrapped(file.read_text()), {"reply": reply})


def forwards(root: Path) -> Iterator[Labelled]:
    """crisp-oss/email-forward-parser: what mail programs in 24 languages put over what they forward."""
    for file in sorted((root / "test/fixtures").glob("*_body*.txt")):
        variant = re.search(r"variant_(\d+)", file.name)
        if variant and variant[1] in ("4", "8"):  # not forwarded; a signature that looks like a separator
            continue
        text = file.read_text()
        own = THEIRS if text.strip().startswith(THEIRS) else ""
        if variant and variant[1] == "2":
            yield Labelled(file.name, wrapped(text), {"reply": THEIRS})
        else:
            yield Labelled(file.name, wrapped(f"{OURS}\n\n{text.lstrip()}"), {"reply": OURS + own})


def stripped(root: Path) -> Iterator[Labelled]:
    """nylas/nylas-mail: HTML, and the same without what it quotes."""
    for file in sorted((root / "packages/client-app/spec/fixtures/emails").glob("email_*_stripped.html")):
        whole = file.with_name(file.name.replace("_stripped", "")).read_text()
        encoding = "quoted-printable" if "=3D" in whole else "8bit"
        left = file.read_bytes()
        label = {"reply": Words().of((quopri.decodestring(left) if "=3D" in whole else left).decode())}
        yield Labelled(file.name.replace("_stripped", ""), wrapped(whole, "html", encoding=encoding), label)


class Words(HTMLParser):
    """The words of some HTML, by another reader than the one that is measured."""

    def of(self, html: str) -> str:
        self.words: list[str] = []
        self.hidden = 0
        self.feed(html)
        self.close()
        return "".join(self.words)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in ("style", "script", "title")
        self.words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("style", "script", "title")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.words.append(data)


def by_asserts(root: Path) -> Iterator[Labelled]:
    """alfonsrv/mail-parser-reply: texts, and what the first reply's `body` is, holds or lacks, in asserts of Python."""
    labels: dict[str, dict[str, Any]] = {}
    for function in ast.walk(ast.parse((root / "test/test_email_reply_parser.py").read_text())):
        if not isinstance(function, ast.FunctionDef):
            continue
        files = re.findall(r"get_email\('(\w+)', parse=True", ast.unparse(function))
        if len(files) == 1:
            _asserted(function, labels.setdefault(files[0], {"holds": [], "lacks": []}))
    for file in sorted((root / "test/emails").glob("*.txt")):
        label = labels.get(file.stem, {})
        yield Labelled(f"parser-reply-{file.name}", wrapped(file.read_text()), label if any(label.values()) else {})


def _asserted(function: ast.FunctionDef, label: dict[str, Any]) -> None:
    for test in ast.walk(function):
        if not (isinstance(test, ast.Compare) and isinstance(test.left, ast.Constant)):
            continue
        if not ast.unparse(test.comparators[0]).endswith("replies[0].body"):
            continue
        if isinstance(test.ops[0], ast.Eq):
            label["reply"] = test.left.value
        else:
            label["holds" if isinstance(test.ops[0], ast.In) else "lacks"].append(test.left.value)


def by_sentences(root: Path) -> Iterator[Labelled]:
    """fiedl/extended_email_reply_parser: German mails, and what is to be in the reply and what not, in RSpec."""
    labels: dict[str, dict[str, Any]] = {}
    for spec in sorted((root / "spec").rglob("*_spec.rb")):
        name = ""
        for line in spec.read_text().split("\n"):
            if loaded := re.search(r"load_email\(? ?['\"](\w+)", line):
                name = loaded[1]
            elif name and (said := re.search(r"subject\)\.(to|not_to) include ['\"](.*)['\"]\s*$", line)):
                label = labels.setdefault(name, {"holds": [], "lacks": []})
                label["holds" if said[1] == "to" else "lacks"].append(said[2])
    for file in sorted((root / "spec/email_fixtures").iterdir()):
        raw = file.read_bytes() if file.suffix == ".eml" else wrapped(file.read_text())
        yield Labelled(f"extended-{file.name}", raw, labels.get(file.stem, {}))


def extracted(root: Path) -> Iterator[Labelled]:
    """activecollab/EmailReplyExtractor: whole mails of named programs, and the reply of each, in a switch of PHP."""
    code = (root / "test/src/ActiveCollab/EmailReplyExtractor/ExampleMessagesTest.php").read_text()
    labels: dict[str, str] = {}
    for cases, text in re.findall(r"((?:case ['\"][\w.\-]+['\"]:\s*)+)return ((?:'(?:[^'\\]|\\.)*'|[^;'])*);", code):
        labels |= dict.fromkeys(re.findall(r"case ['\"]([\w.\-]+)", cases), _php(text))
    for file in sorted((root / "test/example_messages").glob("*.eml")):
        label = {"reply": labels[file.name]} if labels.get(file.name) else {}
        yield Labelled(f"extractor-{file.name}", file.read_bytes(), label)


def _php(expression: str) -> str:
    """The characters of joined strings in PHP; line ends do not count."""
    strings = re.findall(r"'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\"", expression)
    return " ".join(re.sub(r"\\(.)", r"\1", re.sub(r"\\[nr]", " ", one or two)) for one, two in strings)


def folded(root: Path) -> Iterator[Labelled]:
    """mysociety/alaveteli: answers of authorities, and the same with what is quoted folded away."""
    for file in sorted((root / "spec/fixtures/files").iterdir()):
        if file.suffix == ".eml":
            yield Labelled(f"alaveteli-{file.name}", file.read_bytes(), {})
        elif file.suffix == ".txt" and (expected := file.with_name(file.name + ".expected")).exists():
            reply = expected.read_text().replace("FOLDED_QUOTED_SECTION", "")
            yield Labelled(f"alaveteli-{file.name}", wrapped(file.read_text()), {"reply": reply})
