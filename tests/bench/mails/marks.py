"""What labels say of mails beside what was read."""

import re
from typing import Any, NamedTuple

from tests.bench.figures import console
from vivier.mail.inbound.model import Kind, Mail

Labelled = list[tuple[str, Mail, dict[str, Any]]]
SURE = re.compile(r"user unknown|unknown user|no such user|user not known", re.I)


class Wrong(NamedTuple):
    name: str
    what: str
    wanted: object
    got: object


def tell(labelled: Labelled, worst: int) -> None:
    wrong = [*kinds(labelled), *severities(labelled), *recipients(labelled), *replies(labelled)]
    for each in wrong[:worst]:
        console.print(f"{each.name}: {each.what}: wanted {each.wanted!r}, got {each.got!r}"[:600], markup=False)


def share(what: str, right: int, of: int) -> None:
    if of:
        console.print(f"{what}: {right} of {of} ({right / of:.1%})")


def kinds(labelled: Labelled) -> list[Wrong]:
    asked = [(n, m, w) for n, m, w in labelled if w.keys() & {"kind", "not"}]
    wrong = [
        Wrong(n, "kind", w.get("kind", f"not {w.get('not')}"), str(m.kind))
        for n, m, w in asked
        if m.kind != w.get("kind", m.kind) or m.kind == w.get("not")
    ]
    share("kind right", len(asked) - len(wrong), len(asked))
    return wrong


def severities(labelled: Labelled) -> list[Wrong]:
    """Hard, soft or unknown, of the mails that were seen to be bounces."""
    asked = [(n, m, w["severities"]) for n, m, w in labelled if "severities" in w and m.kind == Kind.bounce]
    wrong = [Wrong(n, "severity", w, [str(f.severity) for f in m.failures]) for n, m, w in asked if not _same(m, w)]
    share("bounce class right", len(asked) - len(wrong), len(asked))
    soft = [(n, m) for n, m, w in asked if not {"hard", "any"} & set(w)]
    false = [m for _, m in soft if any(f.severity == "hard" for f in m.failures)]
    share("false hard bounces", len(false), len(soft))
    plain = sum(any(SURE.search(f.said) for f in m.failures) for m in false)
    share("  of them, those that say so in words: user unknown", plain, len(false))
    return wrong


def _same(mail: Mail, wanted: list[str]) -> bool:
    want = [w for w in wanted if w != "none"]
    got = [str(f.severity) for f in mail.failures]
    if "any" in want or (len(set(want)) == 1 and set(got) == set(want)):
        return True
    return sorted(got) == sorted(want)


def recipients(labelled: Labelled) -> list[Wrong]:
    asked = [(n, m, {r.casefold() for r in w["recipients"]}) for n, m, w in labelled if "recipients" in w]
    found = [{(f.address or "").casefold() for f in m.failures} for _, m, _ in asked]
    wrong = [Wrong(n, "recipient", w, got) for (n, _, w), got in zip(asked, found, strict=True) if not got & w]
    share("failed recipient found", len(asked) - len(wrong), len(asked))
    return wrong


def replies(labelled: Labelled) -> list[Wrong]:
    asked = [(n, m, _flat(w["reply"])) for n, m, w in labelled if "reply" in w]
    wrong = [Wrong(n, "reply", w, m.split.reply) for n, m, w in asked if _flat(m.split.reply) != w]
    signed = [m for n, m, w in asked if _flat(m.split.reply) == w or _flat(f"{m.split.reply} {m.split.signature}") == w]
    share("reply split exactly", len(asked) - len(wrong), len(asked))
    share("reply split, with or without the signature", len(signed), len(asked))
    return wrong


def _flat(text: str) -> str:
    """Characters alone: HTML does not say where its lines end."""
    return "".join(text.split())
