"""What labels say of mails beside what was read."""

import re
from collections import Counter
from typing import Any, NamedTuple

from tests.bench.figures import console
from vivier.mail.inbound.model import Kind, Mail

Labelled = list[tuple[str, Mail, dict[str, Any]]]
# Forwards of one kind, in many languages; a few texts in all combinations: they would be most of the replies.
FLATTERING = ("crisp-oss+email-forward-parser", "web-ridge+email-reply-parser")
DISPUTED = re.compile(
    r"suspend|locked|in-?active|expired|expirad|disabled|deactivated|not active|frozen|discontinued|terminated|relay",
    re.I,
)
SURE = re.compile(r"user unknown|unknown user|no such user|user not known", re.I)


class Wrong(NamedTuple):
    name: str
    what: str
    wanted: object
    got: object


def tell(labelled: Labelled, worst: int) -> None:
    wrong = [*kinds(labelled), *severities(labelled), *recipients(labelled), *replies(labelled), *snippets(labelled)]
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
    """Hard, soft or unknown, of the mails that were seen to be bounces and whose labels say which."""
    bounces = [(n, m, w["severities"]) for n, m, w in labelled if "severities" in w and m.kind == Kind.bounce]
    asked = [(n, m, w) for n, m, w in bounces if "any" not in w]
    wrong = [Wrong(n, "severity", w, [str(f.severity) for f in m.failures]) for n, m, w in asked if not _same(m, w)]
    share("bounce class right", len(asked) - len(wrong), len(asked))
    open_to = {n for n, m, _ in asked if any(DISPUTED.search(f.said) for f in m.failures)}
    missed, left = sum(w.name not in open_to for w in wrong), len(asked) - len(open_to)
    share("  closed accounts and refused relays aside, on which suites differ", left - missed, left)
    soft = [(n, m) for n, m, w in asked if "hard" not in w]
    false = [m for _, m in soft if any(f.severity == "hard" for f in m.failures)]
    share("false hard bounces", len(false), len(soft))
    plain = sum(any(SURE.search(f.said) for f in m.failures) for m in false)
    share("  of them, those that say so in words: user unknown", plain, len(false))
    return wrong


def _same(mail: Mail, wanted: list[str]) -> bool:
    want = [w for w in wanted if w != "none"]
    got = [str(f.severity) for f in mail.failures]
    if len(set(want)) == 1 and set(got) == set(want):
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
    exact = {n: _flat(m.split.reply) == w for n, m, w in asked}
    signed = {n: exact[n] or _flat(f"{m.split.reply} {m.split.signature}") == w for n, m, w in asked}
    share("reply split exactly", sum(exact.values()), len(asked))
    share("reply split, with or without the signature", sum(signed.values()), len(asked))
    plain = [n for n, _, _ in asked if not n.startswith(FLATTERING)]
    if 0 < len(plain) < len(asked):
        console.print(f"without {' and '.join(FLATTERING)}:")
        share("  reply split exactly", sum(exact[n] for n in plain), len(plain))
        share("  reply split, with or without the signature", sum(signed[n] for n in plain), len(plain))
    suites = Counter(n.partition("/")[0] for n in exact)
    for suite, of in suites.items() if len(suites) > 1 else ():
        right = [sum(each[n] for n in each if n.startswith(f"{suite}/")) for each in (exact, signed)]
        console.print(f"  {suite}: {right[0]} exactly, {right[1]} with or without the signature, of {of}")
    return [Wrong(n, "reply", w, m.split.reply) for n, m, w in asked if not exact[n]]


def snippets(labelled: Labelled) -> list[Wrong]:
    """Where tests name words that are to stand in the reply, and words that are not."""
    asked = [(n, m, w) for n, m, w in labelled if w.get("holds") or w.get("lacks")]
    wrong = []
    for name, mail, want in asked:
        text = _flat(mail.split.reply)
        missed = [s for s in want["holds"] if _flat(s) not in text]
        kept = [s for s in want["lacks"] if _flat(s) in text]
        if missed or kept:
            wrong.append(Wrong(name, "reply", f"holds {missed}, lacks {kept}", mail.split.reply))
    share("reply holds and lacks the words that it should", len(asked) - len(wrong), len(asked))
    return wrong


def _flat(text: str) -> str:
    """Characters alone: HTML does not say where its lines end, nor mark its quotes with signs."""
    return "".join("".join(line.strip().lstrip("> ").split()) for line in text.split("\n"))
