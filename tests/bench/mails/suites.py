"""`python -m tests.bench.mails.suites --checkouts DIR --to DIR`: folders for `tests.bench.mails` from others' tests.

`--checkouts` holds git checkouts named `owner+name`; those that are not there are passed over. Each suite becomes a
folder of raw mails with `labels.json`: what that suite's own tests say, in our words. Nothing of it belongs into this
repository.
"""

import argparse
import json
import quopri
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple

from tests.bench.figures import console

ANY, HARD, SOFT = "any", "hard", "soft"
OURS = "Bonjour Zoé,\n\nthis is what I was told, see below."  # over forwarded mails that have no words of their own
THEIRS = "Praesent suscipit egestas hendrerit.\n\nAliquam eget dui dui."  # over those that have
EITHER = {"filtered", "undefined", "onhold"}  # sisimai's, where it does not say whether the address is there
REASONS = {"user_unknown": HARD, "domain_error": HARD, "over_quota": SOFT, "spam": SOFT}  # BounceParser's; others: ANY
STATUSES = {
    "511": HARD,
    "512": HARD,
    "544": HARD,
    "520": ANY,
    "500": ANY,
    "550": ANY,
}  # in the names of CwsMail's files


class Labelled(NamedTuple):
    name: str
    raw: bytes
    label: dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.mails.suites", description=__doc__)
    parser.add_argument("--checkouts", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    args = parser.parse_args()
    for repository, suite in SUITES.items():
        if (args.checkouts / repository).is_dir():
            keep(args.to / repository, list(suite(args.checkouts / repository)))


def keep(folder: Path, mails: list[Labelled]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for mail in mails:
        (folder / mail.name).write_bytes(mail.raw)
    (folder / "labels.json").write_text(json.dumps({m.name: m.label for m in mails if m.label}, ensure_ascii=False))
    console.print(f"{folder.name}: {len(mails)} mails, {sum(bool(m.label) for m in mails)} labelled")


def wrapped(text: str, subtype: str = "plain", sender: str = "ann@example.org", encoding: str = "8bit") -> bytes:
    """The raw mail of a body that a suite keeps without one."""
    head = f"From: {sender}\nTo: rh@halage.example\nSubject: Re: x\nContent-Type: text/{subtype}; charset=utf-8\n"
    return f"{head}Content-Transfer-Encoding: {encoding}\n\n{text}".encode()


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


def crisp_bounces(root: Path) -> Iterator[Labelled]:
    """crisp-oss/email-bounce-parser: bodies of bounces, with recipient and reason."""
    for file in sorted((root / "test/fixtures").glob("*.txt")):
        expected = json.loads((root / "test/fixtures/expected" / f"{file.stem}.json").read_text())
        raw = wrapped(file.read_text(), sender="Mail Delivery System <MAILER-DAEMON@mx.example>")
        raw = raw.replace(b"Subject: Re: x", b"Subject: Undelivered Mail Returned to Sender", 1)
        yield Labelled(file.name, raw, _crisp(expected["data"]) if expected["bounce"] else {})


def _crisp(data: dict[str, Any]) -> dict[str, Any]:
    error = data["error"]
    more = error.get("data") or {}
    why = more.get("type")
    if why == "no_such_recipient":
        severity = HARD if error.get("permanent") else ANY
    elif why == "server_unknown":
        severity = HARD if (error.get("code") or {}).get("enhanced") == "5.4.310" else ANY
    elif why == "recipient_disabled_or_recipient_rate_limited":
        severity = ANY
    else:
        severity = SOFT if why or error.get("temporary") or more.get("spam") or more.get("blocked") else ANY
    found = {"recipients": [data["recipient"]]} if data.get("recipient") else {}
    return {"kind": "bounce", "severities": [severity], **found}


def bounce_parser(root: Path) -> Iterator[Labelled]:
    """rjbs/Mail-DeliveryStatus-BounceParser: a corpus, and tests in Perl that name its files."""
    labels: dict[str, dict[str, Any]] = {}
    for test in sorted((root / "t").glob("*.t")):
        labels |= _of_test(test.stem, test.read_text(errors="replace"), root)
    for file in sorted((root / "t/corpus").iterdir()):
        yield Labelled(file.name, file.read_bytes(), labels.get(file.name, {}))


def _of_test(name: str, code: str, root: Path) -> dict[str, dict[str, Any]]:
    files = [f for f in re.findall(r"[\w.\-]+\.msg", code) if (root / "t/corpus" / f).exists()]
    files += [f.name for stem in re.findall(r"corpus/([\w\-]+)\*", code) for f in (root / "t/corpus").glob(f"{stem}*")]
    if name == "non-bounce":
        return {f: {"not": "bounce"} for f in files}
    if not re.search(r"is_bounce\s*=>\s*1", code):
        return {}
    said = {REASONS.get(r, ANY) for r in re.findall(r"std_reason[\s\"]*=>\s*\(?[^'\"\n]*['\"](\w+)", code)}
    severities = {"severities": [said.pop()]} if len(said) == 1 else {}
    return {f: {"kind": "bounce", **severities} for f in files}


def cws(root: Path) -> Iterator[Labelled]:
    """crazy-max/CwsMailBounceHandler: files named by kind and status."""
    for file in sorted((root / "tests/emls").iterdir()):
        status = re.match(r"bounce_(\d{3})_", file.name)
        label: dict[str, Any] = {"kind": "complaint"} if file.name.startswith("fbl") else {}
        if status:
            label = {"kind": "bounce", "severities": [STATUSES.get(status[1], SOFT)]}
        yield Labelled(file.name, file.read_bytes(), label)


def sisimai(root: Path) -> Iterator[Labelled]:
    """sisimai/go-sisimai with its set of emails: hundreds of bounces, with the reason and whether it is hard."""
    rows: dict[str, list[tuple[str, bool]]] = {}
    row = re.compile(r'\{"(\d+)",\s*\d+,\s*"[^"]*",\s*"[^"]*",\s*"([^"]*)",\s*(true|false)')
    for test in sorted((root / "fact").glob("*_test.go")):
        stem = re.sub(r"^\d+-", "", test.name).removesuffix("_test.go")
        for number, why, hard in row.findall(test.read_text()):
            rows.setdefault(f"{stem}-{number}.eml", []).append((why, hard == "true"))
    for file in sorted((root / "set-of-emails/maildir/bsd").iterdir()):
        yield Labelled(file.name, file.read_bytes(), _sisimai(rows.get(file.name, [])))


def _sisimai(rows: list[tuple[str, bool]]) -> dict[str, Any]:
    reasons = {why for why, _ in rows}
    if not rows or "delivered" in reasons:
        return {}
    if reasons & {"feedback", "vacation"}:
        return {"kind": "complaint" if "feedback" in reasons else "auto_reply"}
    return {"kind": "bounce", "severities": [ANY if w in EITHER else HARD if h else SOFT for w, h in rows]}


SUITES = {
    "discourse+email_reply_trimmer": trimmer,
    "crisp-oss+email-forward-parser": forwards,
    "nylas+nylas-mail": stripped,
    "crisp-oss+email-bounce-parser": crisp_bounces,
    "rjbs+Mail-DeliveryStatus-BounceParser": bounce_parser,
    "crazy-max+CwsMailBounceHandler": cws,
    "sisimai+go-sisimai": sisimai,
}

if __name__ == "__main__":
    main()
