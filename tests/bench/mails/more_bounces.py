"""More of others' bounces, complaints and automatic answers, whole. What their tests leave open, `readings` says."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.bench.mails.labelled import SOFT, Labelled

READINGS = Path(__file__).parent / "readings.json"
BOUNCE: dict[str, Any] = {"kind": "bounce"}


def read_by_us(suite: str) -> dict[str, dict[str, Any]]:
    """What we read in a suite's mails, by RFC 3463, before our code was asked: hard, soft or any, or else a kind."""
    held = json.loads(READINGS.read_text()).get(suite, {}) if READINGS.exists() else {}
    return {
        name: BOUNCE | {"severities": said.split()} if said.split()[0] in ("hard", "soft", "any") else {"kind": said}
        for name, said in held.items()
    }


def folder(*patterns: str, split: bool = False) -> Callable[[Path], Iterator[Labelled]]:
    """The raw mails that these patterns find; `split`: each file is a mailbox of several."""

    def suite(root: Path) -> Iterator[Labelled]:
        readings = read_by_us(root.name)
        for file in sorted(f for pattern in patterns for f in root.glob(pattern) if f.is_file()):
            held = mails_of(file.read_bytes()) if split else [file.read_bytes()]
            for n, raw in enumerate(held):
                name = f"{file.name}-{n}" if split else file.name
                yield Labelled(name, raw, readings.get(name, {}))

    return suite


def mails_of(box: bytes) -> list[bytes]:
    """The mails of a Unix mailbox (RFC 4155)."""
    return [raw for raw in re.split(rb"(?m)^From \S+ .*\n", box) if raw.strip()]


def both(*suites: Callable[[Path], Iterator[Labelled]]) -> Callable[[Path], Iterator[Labelled]]:
    """What several readers find in one repository; of a mail that two of them name, both labels."""

    def suite(root: Path) -> Iterator[Labelled]:
        found: dict[str, Labelled] = {}
        for mail in (mail for each in suites for mail in each(root)):
            label = found[mail.name].label if mail.name in found else {}
            found[mail.name] = mail._replace(label=label | mail.label)
        yield from found.values()

    return suite


def mailman(root: Path) -> Iterator[Labelled]:
    """flufl.bounce, a source distribution unpacked: bounces of a few hundred kinds of servers, and whom each is about.

    Its tests tell a temporary failure from others; whether the address is there, our reading says.
    """
    code = (root / "tests/test_detectors.py").read_text()
    rows = re.findall(r"\('\w+',\s*'([\w.\-]+)',\s*\[([^\]]*)\],\s*(True|False)\)", code)
    tests: dict[str, dict[str, Any]] = {}
    for name, addresses, temporary in rows:
        recipients = re.findall(r"b'([^']+)'", addresses)
        if recipients:
            soft = {"severities": [SOFT]} if temporary == "True" else {}
            tests[name] = BOUNCE | {"recipients": recipients} | soft
    readings = read_by_us(root.name)
    for file in sorted((root / "tests/data").glob("*.txt")):
        yield Labelled(file.name, file.read_bytes(), readings.get(file.name, {}) | tests.get(file.name, {}))


def engine(root: Path) -> Iterator[Labelled]:
    """postalsys/emailengine: bounces of big providers with their recipients; complaints; automatic answers."""
    code = (root / "test/bounce-test.js").read_text()
    found = re.findall(r"path\('([\w.]+)'\)(?:(?!path\(').)*?bounce\.recipient, '([^']+)'", code, re.DOTALL)
    recipients = dict(found)
    readings = read_by_us(root.name)
    for file in sorted((root / "test/fixtures").glob("*/*.eml")):
        label = {"bounces": BOUNCE, "complaints": {"kind": "complaint"}, "autoreply": {"kind": "auto_reply"}}
        kind = file.parent.name
        named = {"recipients": [recipients[file.name]]} if kind == "bounces" and file.name in recipients else {}
        name = f"{kind}-{file.name}"
        yield Labelled(name, file.read_bytes(), label.get(kind, {}) | readings.get(name, {}) | named)


def java(root: Path) -> Iterator[Labelled]:
    """osandum/bounce-parser: bounces named after what they are; `delayed` and `quota` are never hard."""
    readings = read_by_us(root.name)
    for file in sorted((root / "src/test/resources").glob("*.eml")):
        soft = {"severities": [SOFT]} if re.search("delayed|quota|policy", file.name) else {}
        yield Labelled(file.name, file.read_bytes(), readings.get(file.name, {}) | BOUNCE | soft)


def handled(root: Path) -> Iterator[Labelled]:
    """zoonru/PHP-Bounce-Handler: what it adds to the mails that CwsMailBounceHandler has too."""
    readings = read_by_us(root.name)
    for file in sorted((root / "eml").glob("fixture_*")):
        kind = {"kind": "complaint"} if "feedback" in file.name else BOUNCE
        yield Labelled(file.name, file.read_bytes(), kind | readings.get(file.name, {}))


def complaints(*patterns: str) -> Callable[[Path], Iterator[Labelled]]:
    """Feedback reports (RFC 5965) alone, but for those whose names deny it."""

    def suite(root: Path) -> Iterator[Labelled]:
        for file in sorted(f for pattern in patterns for f in root.glob(pattern)):
            label = {"not": "complaint"} if "Non" in file.name else {"kind": "complaint"}
            yield Labelled(file.name, file.read_bytes(), label)

    return suite


def alaveteli(root: Path) -> Iterator[Labelled]:
    """mysociety/alaveteli: automatic answers and bounces, which its tests tell from people's mails by their names."""
    for file in sorted((root / "spec/fixtures/files").glob("*.eml")):
        label: dict[str, Any] = {}
        if "-oof" in file.name or "autoresponse" in file.name:
            label = {"kind": "auto_reply"}
        elif "bounce" in file.name:
            label = BOUNCE
        elif "contact-reply" in file.name or "incoming-request-plain" in file.name:
            label = {"not": "bounce"}
        yield Labelled(f"alaveteli-{file.name}", file.read_bytes(), label)


def sisimai_rest(root: Path) -> Iterator[Labelled]:
    """sisimai/set-of-emails: bounces of mixed servers that its numbered tests do not hold, and mails that are none."""
    readings = read_by_us(root.name)
    for file in sorted((root / "maildir").glob("err/*")) + sorted((root / "maildir").glob("not/*")):
        label = {"not": "bounce"} if file.parent.name == "not" else readings.get(file.name, {})
        yield Labelled(file.name, file.read_bytes(), label)
