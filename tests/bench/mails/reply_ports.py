"""email_reply_parser and its ports: texts, and what their tests say of the reply of each."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench.mails import assertions
from tests.bench.mails.assertions import Code
from tests.bench.mails.labelled import Labelled, Suite, wrapped


@dataclass(frozen=True)
class Port:
    """Where a port keeps its texts and tests, and how a test begins and names its text."""

    name: str
    tests: str
    mails: str
    begins: str
    text: str  # § is the name of a text

    def __call__(self, root: Path) -> Iterator[Labelled]:
        code = "\n".join(file.read_text("utf-8", "replace") for file in sorted(root.glob(self.tests)))
        labels: dict[str, dict[str, object]] = {}
        for function in assertions.functions(code, self.begins):
            read = Code.of(function, constants(code))
            texts = set(read.found(self.text)) | set(re.findall(r"(?:email|visible_text)\(:(\w+)\)", read.text))
            if len(texts) == 1 and (said := assertions.label(read)):
                labels.setdefault(texts.pop().rpartition("/")[2].removesuffix(".txt"), said)
        for file in sorted(root.glob(self.mails)):
            label = labels.get(file.stem, {})
            yield Labelled(f"{self.name}-{file.name}", wrapped(file.read_text("utf-8", "replace")), dict(label))


def constants(code: str) -> dict[str, str]:
    """Strings that have a name."""
    found = {}
    for name in re.findall(r"^\s*(?:private |public )?(?:const|static|final)[\w ]*? ([A-Z_]{6,})\s*=", code, re.M):
        piece = code[code.index(f"{name}") :]
        read = Code.of(piece[: piece.index(";") + 1])
        if value := read.found(r"=\s*§"):
            found[name] = value[0]
    return found


def pairs(mails: str, replies: Callable[[Path], Path]) -> Suite:
    """Texts, and beside each a file with its reply."""

    def suite(root: Path) -> Iterator[Labelled]:
        for file in sorted(root.glob(mails)):
            reply = replies(file)
            label = {"reply": reply.read_text("utf-8", "replace")} if reply.exists() else {}
            name = f"{root.name.partition('+')[0]}-{file.name}"
            yield Labelled(name, wrapped(file.read_text("utf-8", "replace")), label)

    return suite


RUBY, PYTHON, PHP, JS = r"^\s*def test_", r"^\s+def test_", r"^\s*public function test", r"^export function test_"
PORTS: dict[str, Suite] = {
    "github+email_reply_parser": Port("github", "test/*.rb", "test/emails/*", RUBY, r"(?:email\(|join\()§"),
    "lawrencepit+email_reply_parser": Port("lawrencepit", "test/*.rb", "test/emails/*", RUBY, r"(?:email\(|join\()§"),
    "Teamtailor+email_reply_parser": Port("teamtailor", "test/*.rb", "test/emails/*", RUBY, r"(?:email\(|join\()§"),
    "wegatech+replyr": Port(
        "replyr",
        "test/email_reply_parser/*.rb",
        "test/email_reply_parser/emails/*.txt",
        r"^\s*it ['\"]",
        r"(?:email\(|join\()§",
    ),
    "shime+email_reply_parser": Port("shime", "test/*.rb", "test/emails/*", RUBY, r"(?:email\(|join\()§"),
    "zapier+email-reply-parser": Port("zapier", "test/*.py", "test/emails/*", PYTHON, r"(?:get_email|open)\(§"),
    "jimmy927+email-reply-parser": Port("jimmy", "test/*.py", "test/emails/*", PYTHON, r"(?:get_email|open)\(§"),
    "willdurand+EmailReplyParser": Port("willdurand", "tests/**/*Test.php", "tests/Fixtures/*", PHP, r"getFixtures\(§"),
    "crisp-oss+email-reply-parser": Port("crisp-reply", "test/test.js", "test/fixtures/*", JS, r"get_email\(§"),
    "clearfeed+email-reply-parser": Port(
        "clearfeed", "test/test.js", "test/fixtures/*", r"^exports\.test_|^export function test_", r"get_email\(§"
    ),
    "dspangenberg+email-reply-parser": Port("dspangenberg", "test/test.js", "test/fixtures/*", JS, r"get_email\(§"),
    "t2bot+node-email-reply-parser": Port("t2bot", "test/*Test.js", "test/fixtures/*", r"^\s*it\(", r"getFixture\(§"),
    "hellogustav+elixir_email_reply_parser": Port(
        "elixir", "test/*_test.exs", "test/emails/**/*.txt", r"^\s*test ", r"get_email(?:_content)?\(§"
    ),
    "Driftt+EmailReplyParser": Port(
        "driftt", "src/test/**/*Test.java", "src/test/resources/emails/*", r"^\s*@Test", r"getEmail\(§"
    ),
    "Emvista+EmailReplyParser": Port(
        "emvista", "src/test/**/*ParserTest.java", "src/test/fixtures/*", r"^\s*@Test", r"getFixture\(§"
    ),
    "huan086+EmailReplyParser": Port(
        "huan086", "src/*Tests/EmailParserTests.cs", "src/*Tests/resources/*", r"^\s*\[Fact", r"Get_email\(§"
    ),
    "kvannotten+mailstrip": Port(
        "mailstrip-go", "*strip_test.go", "fixtures/*", r"^\t\{$", r"«\d+»,\s+§,\s+\[\]checker"
    ),
    "bluee+EmailReplyParser": pairs(
        "*Tests/TestEmails/*", lambda file: file.parent.with_name("TestEmailResults") / file.name
    ),
    "Like-Falling-Leaves+parse-reply": pairs(
        "test/files/*.input.txt", lambda file: file.with_name(file.name.replace(".input.", ".output."))
    ),
    "sosedoff+mail_extract": pairs("spec/fixtures/[!r]*.txt", lambda file: file.with_name(f"result_{file.name}")),
}
