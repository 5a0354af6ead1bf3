"""Others' tests of bounces: who did not get the mail, and whether the address is to blame."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench.mails.labelled import ANY, HARD, SOFT, Labelled, wrapped

EITHER = {"filtered", "undefined", "onhold"}  # sisimai's, where it does not say whether the address is there
# BounceParser's; others: ANY. Its `domain_error` is also said of relays, timeouts and refused connections.
REASONS = {"user_unknown": HARD, "over_quota": SOFT, "spam": SOFT}
CODES = {"5.1.1": HARD, "5.1.2": HARD, "5.1.3": HARD, "5.1.6": HARD, "5.4.4": HARD}
OPEN = {"5.0.0", "5.2.1", "5.5.0", "unknown"}  # these codes and bounce_email's own default leave it open
LABELS = {"user_unknown": HARD, "invalid_address": HARD, "mailbox_disabled": ANY, "unknown": ANY}  # others: SOFT
# PHPMailer-BMH's categories; others: SOFT. RFC 3463 leaves a disabled mailbox open, and of the rest no address is said.
CATEGORIES = {"unknown": HARD, "dns_unknown": HARD} | dict.fromkeys(
    ["inactive", "command_reject", "dns_loop", "user_reject", "other", "unrecognized"], ANY
)
STATUSES = {
    "511": HARD,
    "512": HARD,
    "544": HARD,
    "520": ANY,
    "500": ANY,
    "550": ANY,
}  # in the names of CwsMail's files


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


def by_codes(root: Path) -> Iterator[Labelled]:
    """livebg/bounce_email: bounces, and the status that a test in Ruby wants of each."""
    code = (root / "test/bounce_email_test.rb").read_text()
    found = re.findall(r"test_bounce\('([\w-]+)'\)\s*\n\s*assert_equal ['\"](\d\.\d\.\d+)['\"], bounce\.code", code)
    codes = dict(found)
    for file in sorted((root / "test/bounces").iterdir()):
        status = codes.get(file.stem)
        severity = ANY if status is None or status in OPEN else CODES.get(status, SOFT)
        label = {"kind": "bounce", "severities": [severity]}
        yield Labelled(file.name, file.read_bytes(), label if status else {})
    for file in sorted((root / "test/non_bounces").iterdir()):
        yield Labelled(file.name, file.read_bytes(), {"not": "bounce"})


def reported(said: str, status: str = "") -> bytes:
    """A delivery report (RFC 3464) of a server's words, which a suite keeps without one."""
    code = re.search(r"\b[245]\.\d{1,3}\.\d{1,3}\b", said)
    lines = [line.strip() for line in said.strip().split("\n") if line.strip()]
    fields = f"Status: {status or (code[0] if code else '5.0.0')}\n" + (
        f"Diagnostic-Code: smtp; {chr(10).join([lines[0], *(f'  {line}' for line in lines[1:])])}\n" if lines else ""
    )
    return (
        "From: Mail Delivery System <MAILER-DAEMON@mx.example>\nTo: rh@halage.example\nSubject: Undelivered Mail\n"
        'MIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary="b"\n\n'
        "--b\nContent-Type: text/plain\n\nYour message could not be delivered.\n\n"
        "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n"
        f"Final-Recipient: rfc822; xxxxx@yourdomain.com\nAction: failed\n{fields}\n--b--\n"
    ).encode()


def classified(root: Path) -> Iterator[Labelled]:
    """postalsys/bounce-classifier: lists of servers' replies, and one label for each list."""
    code = (root / "test/test.js").read_text()
    lists = re.findall(
        r"const messages = \[((?:[^\]])*)\];(?:(?!const messages)(?:.|\n))*?result\.label,\s*\"(\w+)\"", code
    )
    for texts, label in lists:
        for n, text in enumerate(re.findall(r'"((?:[^"\\]|\\.)+)"', texts)):
            wanted = {"kind": "bounce", "severities": [LABELS.get(label, SOFT)]}
            yield Labelled(f"classifier-{label}-{n}", reported(text), wanted)


def samples(root: Path) -> Iterator[Labelled]:
    """voku/PHPMailer-BMH: beside each of its rules the words that it was made for, and a category."""
    code = (root / "src/BounceMailHandler/phpmailer-bmh_rules.php").read_text()
    within_report = code.index("function bmhDSNRules")
    rule = re.compile(
        r"\*\s*samples?[ \d]*:((?:[^*]|\*(?!/))*)\*/((?:(?!/\*)(?:.|\n)){0,800}?)rule_cat'\]\s*=\s*'(\w+)'"
    )
    for found in rule.finditer(code):
        text = re.split(r"(?m)^\s*\*\s*sample", found[1])[0]
        said = "\n".join(re.sub(r"^\s*\*? ?", "", line) for line in text.split("\n")).strip()
        said = re.sub(r"^(?:DSN Message only\s*)|^Diagnostic-Code:\s*(?:[\w-]+;\s*)?", "", said)
        wanted = {"kind": "bounce", "severities": [CATEGORIES.get(found[3], SOFT)]}
        raw = reported(said) if found.start() > within_report else _told(said)
        if said and found[3] not in ("autoreply", "outofoffice"):
            yield Labelled(f"bmh-{found.start()}", raw, wanted)


def _told(said: str) -> bytes:
    raw = wrapped(f"Your message could not be delivered.\n\n{said}\n", sender="MAILER-DAEMON@mx.example")
    return raw.replace(b"Subject: Re: x", b"Subject: Undelivered Mail Returned to Sender", 1)


NAMES = [  # of files: what the first that is found says
    (r"quota|full|4\.\d\.\d|delayed|spam", SOFT),
    (r"5\.1\.[123]|user_unknown|no_mailbox|no_account|not_found|invalid-address|no-dns|no-mx", HARD),
    (r"bounce|permanent|disabled|office365|zed|broken", ANY),
]


def by_names(root: Path) -> Iterator[Labelled]:
    """justingit/dada-mail and mailgun/flanker: whole bounces, whose files are named after what they are."""
    folders = ("app/dada/t/corpus/email_messages", "tests/fixtures/messages")
    for folder in (root / f for f in folders if (root / f).is_dir()):
        for file in sorted(folder.rglob("*.eml")):
            said = next((s for pattern, s in NAMES if re.search(pattern, file.stem)), None)
            label: dict[str, Any] = {"kind": "bounce", "severities": [said]} if said and _is_bounce(file) else {}
            if "complaint" in str(file.relative_to(root)) or "abuse" in file.name:
                label = {"kind": "complaint"}
            yield Labelled(f"{root.name.partition('+')[2]}-{file.name}", file.read_bytes(), label)


def _is_bounce(file: Path) -> bool:
    return "bounc" in file.name or "not_found" in file.name or "permanent" in file.name or file.parent.name == "bounce"
