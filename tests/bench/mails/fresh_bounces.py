"""Bounces and tables of servers' words that came after most rules stood."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.bench.mails import more_bounces as more
from tests.bench.mails.labelled import ANY, HARD, SOFT, Labelled, Suite
from tests.bench.mails.server_words import CODES, OPEN, REASONS, plain, row

MAILWIZZ = re.compile(
    r"(?s)/\*\*(?P<said>.*?)\*/\s*array\(\s*'bounceType'\s*=>\s*BounceHandler::BOUNCE_(?P<is>HARD|SOFT)"
)


def mailwizz(root: Path) -> Iterator[Labelled]:
    """twisted1919/bounce-handler: rules, with the words of servers that they were written for.

    Its hard is permanent, of spam too: only what it calls soft says something of the address.
    """
    code = (root / "BounceHandler/rules.php").read_text(errors="replace")
    for block in MAILWIZZ.finditer(code):
        text = re.sub(r"(?m)^\s*\* ?", "", block["said"]).partition("Triggered by:")[2]
        for said in re.split(r"\n\s*\n", text):
            words = re.sub(r"^Diagnostic-Code: ?(?:\S+ ?; ?)?", "", " ".join(said.replace("^M", "").split()))
            if len(words) > 8:
                yield row("mailwizz", words, SOFT if block["is"] == "SOFT" else ANY)


def coded(file: str, name: str, entry: str) -> Suite:
    """A table of words and the enhanced status code (RFC 3463) that they are taken for."""

    def suite(root: Path) -> Iterator[Labelled]:
        code = (root / file).read_text(errors="replace")
        for said in re.finditer(entry, code):
            severity = CODES.get(said["code"], ANY if said["code"] in OPEN else SOFT)
            for words in said["words"].split("|") if name == "whatcould" else [said["words"]]:
                if len(words) > 6:
                    yield row(name, plain(words), severity)

    return suite


def classified(root: Path) -> Iterator[Labelled]:
    """mailpiece/mailbounce: what servers say, and what each says it is about."""
    classes = {"invalid": HARD, "full": SOFT, "oversized": SOFT, "blocked": SOFT, "unknown": ANY}
    code = (root / "test/rejection_test.rb").read_text()
    for kind, words in re.findall(r"assert_equal :(\w+), classify\(\s*\"([^\"#]{8,})\"", code):
        yield row("mailbounce", words.replace("\\n", " "), classes.get(kind, ANY))


def parametrized(file: str, name: str) -> Suite:
    """Tests in Python: lists of words under a function whose name says hard or soft."""

    def suite(root: Path) -> Iterator[Labelled]:
        code = (root / file).read_text()
        for block in re.finditer(
            r"(?s)parametrize\(\s*\"\w+\",\s*\[(?P<list>.*?)\]\s*,?\s*\)\s*def test_(?P<is>\w+)", code
        ):
            severity = HARD if "hard" in block["is"] else SOFT if "soft" in block["is"] else ANY
            for words in re.findall(r"\"([^\"]{6,})\"", block["list"]):
                yield row(name, words, severity)

    return suite


def interspire(root: Path) -> Iterator[Labelled]:
    """Interspire's rules, as one of its users keeps them: refused relays and accounts at rest leave it open."""
    named = dict.fromkeys(["domaindoesntexist", "emaildoesntexist", "invalidemail"], HARD)
    named |= {"relayerror": ANY, "inactive": ANY}
    code = (root / "admin/resources/bounce_rules.php").read_text(errors="replace")
    said = re.findall(r"(?m)^\$GLOBALS\['BOUNCE_RULES'\]\['\w+'\]\['(\w+)'\]\[\] = '((?:[^'\\]|\\.)+)'", code)
    for category, words in said:
        yield row("interspire", words.replace("\\'", "'"), named.get(category, SOFT))


def hammer(root: Path) -> Iterator[Labelled]:
    """bounceHammer, which sisimai was made of: patterns for its reasons, some of which sisimai has no more."""
    for file in sorted((root / "src/lib/Kanadzuchi/Mail/Why").glob("*.pm")):
        severity = REASONS.get(file.stem.lower(), SOFT)
        for pattern in re.findall(r"(?m)^\s*qr[{(|](.+)[})|][a-z]*,?\s*$", file.read_text(errors="replace")):
            yield row("hammer", plain(pattern.replace("[.]", ".").replace("[ ]", " ")), severity)


def reasons(root: Path) -> Iterator[Labelled]:
    """A plugin of phpList: what it counts as which reason; those that only say that nothing arrived leave it open."""
    named = dict.fromkeys(["Unknown user", "Domain does not exist", "Address no longer used"], HARD)
    named |= dict.fromkeys(["Unrouteable address", "Address rejected", "Malformed address", "Delivery failed"], ANY)
    named |= dict.fromkeys(["mailbox name not allowed", "550 code"], ANY)
    code = (root / "plugins/BounceStatisticsPlugin/DAO/reasons.php").read_text(errors="replace")
    for found in re.finditer(r"(?ms)^    '([^'\n]+)' => array\((.*?)\),\s*$", code):
        for words in re.findall(r"'((?:[^'\\\n]|\\.)+)'", found[2]):
            yield row("phplist", words.replace("\\'", "'").replace("%", " "), named.get(found[1], SOFT))


FRESH: dict[str, Suite] = {
    "bramley+phplist-plugin-bounces": reasons,
    "ramirest+newslettersicove": interspire,
    "yaslama+bouncehammer": hammer,
    "twisted1919+bounce-handler": mailwizz,
    "findemdev+node-bounce-handler": more.both(
        coded("responses.js", "findem", r"(?m)^\s*['\"](?P<words>.+?)['\"]\s*:\s*'(?P<code>\d\.\d\.\d+)'"),
        more.folder("test/eml/bounces/*.eml"),
    ),
    "whatcould+bounce-email": coded(
        "lib/bounce_email.rb", "whatcould", r"return \"(?P<code>\d\.\d\.\d+)\" if email\.match\(/(?P<words>.+)/i?\)"
    ),
    "mailpiece+mailbounce": more.both(classified, more.folder("test/fixtures/*.eml")),
    "MTBcd+job_app_framework": parametrized("tests/test_bounce_parser.py", "jobapp"),
    "Talha5+zammad__refactor": more.folder("test/data/mail/*.box"),
    "h4ck3rm1k3+otrs": more.folder("scripts/test/sample/*/*.box"),
    "okfde+froide": more.folder(
        "froide/bounce/testdata/*", "froide/*/tests/testdata/*.txt", "froide/*/tests/testdata/*.eml"
    ),
    "accruto+LinkMe": more.folder("**/*.eml"),
    "rgl+MailBounceDetector": more.folder("**/*.eml"),
    "ronbeltran+bounce_email": more.folder("tests/*ounces/*"),
    "schleuder+schleuder": more.folder("spec/fixtures/mails/**/*.eml"),
    "thiagodebugs+chatwoot": more.folder("spec/fixtures/files/*.eml"),
    "tipitnet+chiliproject": more.folder("**/*.eml"),
    "postalserver+postal": more.folder("resource/*.msg"),
    "mailpile+Mailpile": more.folder("mailpile/tests/data/**/*.mbx"),
    "nodemailer+mailparser": more.folder("test/fixtures/*.eml"),
    "moggers87+salmon": more.folder("tests/data/*.msg"),
    "apache+spamassassin": more.folder("t/data/nice/**/*", "t/data/spam/**/*", "t/data/welcomelists/*"),
    "notmuch+notmuch": more.folder("test/corpora/**/*"),
    "rspamd+rspamd": more.folder("test/functional/messages/**/*.eml"),
    "KDE+kmime": more.folder("autotests/data/mails/*", "autotests/data/*.mbox"),
    "mozilla+fx-private-relay": more.folder("emails/tests/fixtures/*"),
    "horde+Mime": more.folder("test/**/fixtures/*.txt"),
    "Kanivin+kanivin-engine": more.folder("**/*.raw", "**/*.eml"),
    "freescout-help-desk+freescout": more.folder("tests/Messages/*.eml"),
    "anonaddy+anonaddy": more.folder("tests/emails/*.eml"),
    "nylas+sync-engine": more.folder("tests/data/*", "inbox/test/data/*"),
}
