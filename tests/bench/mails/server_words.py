"""Others' tables of what servers say, each with a category: read as delivery reports made by us (RFC 3464)."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.bench.mails.bounce_suites import reported
from tests.bench.mails.labelled import ANY, HARD, SOFT, Labelled

# KumoMTA's classes; others: SOFT.
CLASSES = {"InvalidRecipient": HARD, "BadDomain": HARD, "DNSFailure": ANY, "InactiveMailbox": ANY, "RoutingErrors": ANY}
# RFC 3463's codes that tables give to words; 5.1.0, 5.1.4, 5.2.1, 5.4.4 and what is wider than those leave it open.
CODES = {"5.1.1": HARD, "5.1.2": HARD, "5.1.3": HARD, "5.1.6": HARD, "5.1.10": HARD}
OPEN = {"5.0.0", "5.1.0", "5.1.4", "5.1.9", "5.2.0", "5.2.1", "5.3.0", "5.4.0", "5.4.1", "5.4.4", "5.5.0"}


# sisimai's reasons; others: SOFT. A filter of one's own and a suspended account leave it open.
REASONS = dict.fromkeys(["userunknown", "hostunknown", "hasmoved", "notaccept"], HARD) | dict.fromkeys(
    ["filtered", "onhold", "undefined", "suspend", "delivered", "vacation", "feedback"], ANY
)


def row(suite: str, said: str, severity: str) -> Labelled:
    name = f"{suite}-{re.sub(r'[^a-z0-9]+', '-', said.lower())[:80]}"
    return Labelled(name, reported(said), {"kind": "bounce", "severities": [severity]})


def plain(pattern: str) -> str:
    """One text that a regular expression of such a table finds: most are words with a few signs."""
    text = re.sub(r"\(\?[:i!=<][^()]*?\)?", lambda m: "" if m[0].startswith(("(?i", "(?!", "(?=")) else "(", pattern)
    text = re.sub(r"\\[bB]|[\^$]", "", text)
    text = re.sub(r"\[\^[^\]]*\]", "x", text).replace(r"[ \-]", " ").replace("[- ]", " ")
    text = re.sub(r"\[(\\?.)[^\]]*\]", r"\1", text)
    text = re.sub(r"\\d\{3\}|5\\d\\d|\\d\\d\\d", "550", text).replace(r"5\d{2}", "550").replace(r"4\d{2}", "450")
    text = re.sub(r"\\d(?:\{[\d,]+\})?", "1", text)
    text = (
        re.sub(r"(?:\\s|\.)[*+]\??|\.\{[\d,]+\}", " ", text)
        .replace(r"\s", " ")
        .replace(r"\w+", "x")
        .replace(r"\S+", "x")
    )
    for _ in range(5):
        text = re.sub(r"\(([^()|]*)(?:\|[^()]*)?\)", r"\1", text)
    text = re.sub(r"(?<!\\)[?+*]", "", text)
    return re.sub(r"\s+", " ", re.sub(r"\\(.)", r"\1", text)).strip()


def kumo(root: Path) -> Iterator[Labelled]:
    """KumoCorp/kumomta: its community's rules; those on codes alone say no words."""
    severity = SOFT
    for line in (root / "assets/community/bounces.toml").read_text().split("\n"):
        if begun := re.match(r"(\w+) = \[", line):
            severity = CLASSES.get(begun[1], SOFT)
        elif rule := re.match(r'\s*"((?:[^"\\]|\\.)+)"', line):
            yield row("kumo", plain(rule[1].replace("\\\\", "\\").replace('\\"', '"')), severity)


def php(root: Path) -> Iterator[Labelled]:
    """cfortune/PHP-Bounce-Handler: words, and the status code that they are taken for."""
    code = (root / "bounce_responses.php").read_text(errors="replace")
    for said, status in re.findall(r"(?m)^\s*['\"](.+?)['\"]\s*=>\s*'(\d\.\d\.\d+)'", code):
        severity = CODES.get(status, ANY if status in OPEN else SOFT)
        yield row("php", plain(said), severity)


def node(root: Path) -> Iterator[Labelled]:
    """eNichers/node-bounce-handler: words that it takes for a hard bounce; a closed account leaves it open."""
    lines = (root / "lib/responses.js").read_text().split("\n")
    for line in lines[: lines.index("    ]")]:
        if found := re.match(r"\s*['\"](.+)['\"],?\s*$", line):
            closed = re.search(r"disabled|inactiv|suspend|closed|expired|locked|disatt", found[1], re.I)
            yield row("node", plain(found[1]), ANY if closed else HARD)


def zone(root: Path) -> Iterator[Labelled]:
    """zone-eu/zone-mta: rules of a hosting provider; of `recipient`, whether nobody is there or somebody closed it."""
    for line in (root / "config/bounces.txt").read_text().split("\n"):
        parts = line.rsplit(",", 3)
        if line.startswith("#") or len(parts) != 4:
            continue
        severity = SOFT
        if parts[2] == "recipient":
            gone = re.search(r"unknown|not exist|invalid|no such|not found", parts[3], re.I)
            severity = HARD if gone and parts[1] == "reject" else ANY
        elif parts[2] == "network":
            severity = ANY
        yield row("zone", plain(parts[0]), severity)


def reacher(root: Path) -> Iterator[Labelled]:
    """reacherhq/check-if-email-exists: servers' replies, in comments of the function that judges them."""
    named = {"is_invalid": HARD, "is_full_inbox": SOFT, "is_disabled_account": ANY, "is_err_ip_blacklisted": SOFT}
    severity = None
    for line in (root / "core/src/smtp/parser.rs").read_text().split("\n"):
        if begun := re.match(r"\s*(?:pub )?fn (\w+)", line):
            severity = named.get(begun[1])
        elif severity and (said := re.match(r"\s*// (.+)", line)):
            yield row("reacher", said[1], severity)


def needles(root: Path) -> Iterator[Labelled]:
    """assoconnect/php-smtp-code: words, and the status code that they are taken for."""
    code = (root / "src/Parser/TextSearchParser.php").read_text()
    for said, status in re.findall(r"yield '([^']+)' => '(\d\.\d\.\d+)'", code):
        yield row("needles", said, CODES.get(status, ANY if status in OPEN else SOFT))


def sisimai(root: Path) -> Iterator[Labelled]:
    """sisimai/rb-sisimai: what servers in general, and those of big providers, say for each of its reasons."""
    for file in sorted((root / "lib/sisimai/reason").glob("*.rb")):
        for listed in re.findall(r"Index = \[(.*?)\]\.freeze", file.read_text(), re.DOTALL):
            for said in re.findall(r"(?m)^\s*(?:'([^'\n]+)'|\"([^\"\n]+)\"),", listed):
                yield row("sisimai", said[0] or said[1], REASONS.get(file.stem, SOFT))
    for file in sorted((root / "lib/sisimai/rhost").glob("*.rb")):
        reason = ""
        for line in file.read_text().split("\n"):
            if begun := re.match(r"\s*'(\w+)'\s*=>\s*\[", line):
                reason = begun[1]
            elif reason and (said := re.match(r"\s*(?:'([^'\n]+)'|\"([^\"\n]+)\"),", line)):
                yield row(f"sisimai-{file.stem}", said[1] or said[2], REASONS.get(reason, SOFT))


def civi(root: Path) -> Iterator[Labelled]:
    """civicrm/civicrm-core: patterns for its types of bounces; hosts, names and closed accounts leave it open."""
    named = {"Invalid": HARD, "Spam": SOFT, "Quota": SOFT, "Relay": SOFT, "Loop": SOFT, "Syntax": SOFT}
    for type_, severity in named.items():
        code = (root / f"sql/civicrm_data/civicrm_mailing_bounce_type/{type_}.sqldata.php").read_text()
        for pattern in re.findall(r"(?m)^    \['(.+)'\],$", code):
            yield row("civi", plain(pattern.replace(r"\'", "'").replace("\\\\", "\\")), severity)
