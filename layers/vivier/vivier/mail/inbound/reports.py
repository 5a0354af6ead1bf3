"""Mails that machines send about our mails: what did not arrive (RFC 3464 and what is older), who complained (ARF)."""

import re
from collections.abc import Iterator

from vivier.mail.inbound import addresses, bodies, refusals, words
from vivier.mail.inbound.model import Failure, Original, Severity
from vivier.mail.inbound.tree import Headers, Part, part_of

MOST_FAILURES = 50
ARRIVED = {"delivered", "relayed", "expanded", "deliverable", "delivered-to"}
MOST_SAID = 400
SPACES = re.compile(r"[ \t]{5,}")
MOST_TRIED = 100  # lines that may begin the headers of a mail
BEGINS_HEADERS = re.compile(r"\s{0,4}(?:received|return-path|message-id|from|to|subject|date):", re.I)
MOST_NAMED = 4  # places of a text where one address is named
MOST_LOOKED_AT = 60_000  # characters of a bounce's text
FIELD = re.compile(r"^([A-Za-z][\w-]{1,60})[ \t]*:[ \t]*(.*)$")
COMPLAINT = re.compile(r"complaint about (?:a )?message from", re.I)
COPY = re.compile(
    r"^\W{0,4}\s*(?:-{2,}\s*)?(?!.{0,40}\bwas received\b)(?:this is a copy of (?:the|your) message|"
    r"below (?:this line )?is a copy|"
    r"(?:a )?copy of (?:the|your) (?:original )?(?:message|mail)|"
    r"(?:the )?(?:original|returned|failed|undelivered|unsent|message|text of (?:your )?).{0,20}(?:message|"
    r"headers?|text|mail)"
    r"(?: (?:follows|header|headers|text|below|is below|body).{0,40})?\s*:?|message (?:header|text|contents).{0,20}|"
    r"(?:your )?message follows.{0,20}|included is a copy|received: from .{0,200})",
    re.I,
)
LISTED = re.compile(
    r"(?m)^[ \t]{0,12}(?:to:|rcpt to:|recipient:|"
    r"[45]\d\d(?: [45]\.\d\.\d{1,3})? (?=<))?[ \t]*[\"<]{0,2}([\w.+\-=/&'%]{1,64}@[\w.\-]{1,200}\w)(?=>|:|\"|"
    r"[ \t]*(?:\n|$)|[ \t]+\.{3}|[ \t]+\()",
    re.I,
)
PREFIX = re.compile(r"^\w{1,10}=")  # of an address within one of X.400: SMTP=ann@b.example
IDS = re.compile(r"(?mi)^\s{0,4}(?:references|in-reply-to|message-id):.{0,500}$")
# What stands above those who did not get it, in bounces that also name whom the mail was written to.
NOT_REACHED = re.compile(
    r"(?:did not reach|following|failed|these|intended)\s+(?:the\s+following\s+)?(?:recipient|address)[^\n@]{0,80}:",
    re.I,
)
ADDRESS = re.compile(r"[\w.+\-=/&'%!#$~*?^`{|}]{1,64}@[\w.\-]{1,200}\w")
NO_MAIL = re.compile(r"mailer-?daemon|postmaster|@(?:localhost|mx\.)|noreply|no-reply|\.(?:png|gif|jpg)$", re.I)


def parts_of(root: Part, *media_types: str) -> list[Part]:
    return [p for p in root.walk() if p.media_type in media_types]


def is_complaint(root: Part) -> bool:
    """A feedback report (RFC 5965), whichever way it is labelled."""
    if root.params.get("report-type", "").lower() == "feedback-report" or parts_of(root, "message/feedback-report"):
        return True
    if COMPLAINT.match(words.header(root.headers.first("subject"))):
        return True
    return "x-hmxmroriginalrecipient" in root.headers or "x-hotmail-feedback" in root.headers


def reported(root: Part) -> tuple[list[Failure], list[str]]:
    """Failures of delivery-status parts, and the actions they name: `failed`, `delayed`, `delivered`, ..."""
    failures: list[Failure] = []
    actions: list[str] = []
    text = said(root)
    for part in parts_of(root, "message/delivery-status", "message/global-delivery-status"):
        for fields in _blocks(part.text()):
            if "final-recipient" not in fields and "original-recipient" not in fields and "action" not in fields:
                continue
            action = fields.get("action", "failed").split()[0].strip("()").lower() if fields.get("action") else "failed"
            actions.append(action)
            if action not in ARRIVED and len(failures) < MOST_FAILURES:
                failures.append(_failure(fields, action, text))
    named = [f for f in failures if f.address]  # what names nobody says nothing beside what does
    return named or failures, actions


def _failure(fields: dict[str, str], action: str, text: str) -> Failure:
    address = _recipient(fields)
    code = refusals.status_in(fields.get("status", ""))
    diagnostic = fields.get("diagnostic-code", "")
    near = _about(text, address or "")
    words_of = diagnostic or near
    severity = refusals.severity(_worth(code), words_of, action)
    vague = severity == Severity.unknown or (severity == Severity.soft and _vague(code, diagnostic))
    if vague and diagnostic and near:
        severity = refusals.severity(_worth(code), f"{diagnostic} {near}", action)
    return Failure(address=address, severity=_at_least(severity), status=code, said=words_of[:MOST_SAID])


def _at_least(severity: Severity) -> Severity:
    """Whatever the reason, or if none is given: it is not that nobody is there."""
    return Severity.soft if severity == Severity.unknown else severity


def _recipient(fields: dict[str, str]) -> str | None:
    """Whom a report is about: the last address, else, where that is no mailbox of the internet, the one we wrote to."""
    found = [_mailbox(fields.get(f"{which}-recipient", "")) for which in ("final", "original", "x-actual")]
    named = [address for address in found if address]
    return next((address for address in named if "." in address.rpartition("@")[2]), named[0] if named else None)


def _mailbox(field: str) -> str | None:
    found = ADDRESS.search(PREFIX.sub("", (field.partition(";")[2] or field).strip(" <")))
    return found[0] if found else None


def _worth(code: str | None) -> str | None:
    """5.0.0 says nothing."""
    return None if code == "5.0.0" else code


def _vague(code: str | None, diagnostic: str) -> bool:
    return code in (None, "5.0.0", "5.5.0") and len(diagnostic) < 40


def _blocks(text: str) -> Iterator[dict[str, str]]:
    """The groups of fields in a delivery report, continued lines joined, names in lower case."""
    fields: dict[str, str] = {}
    last = ""
    for line in [*text[:MOST_LOOKED_AT].split("\n"), ""]:
        if not line.strip():
            if fields:
                yield fields
            fields, last = {}, ""
        elif line[0] in " \t" and last:
            fields[last] = f"{fields[last]} {line.strip()}"[:2_000]
        elif found := FIELD.match(line[:2_000]):
            last = found[1].lower()
            fields.setdefault(last, found[2].strip())


def said(root: Part) -> str:
    """What a bounce says to people, without the mail it returns."""
    parts = list(_readable(root))
    plain = "\n".join(p.text()[:MOST_LOOKED_AT] for p in parts if p.media_type != "text/html")
    if not plain.strip():
        rich = (bodies.to_text(p.text()[: 4 * MOST_LOOKED_AT], set()) for p in parts if p.media_type == "text/html")
        plain = "\n".join(rich).replace(bodies.MARK, "")
    return SPACES.sub("    ", plain)[:MOST_LOOKED_AT]


def _readable(part: Part) -> Iterator[Part]:
    if part.main == "text" and part.media_type != "text/rfc822-headers":
        yield part
    elif part.main == "multipart":
        for child in part.children:
            yield from _readable(child)


def _about(text: str, address: str) -> str:
    """The lines around an address wherever it is named, up to where the next one is spoken of."""
    if not address:
        return text[:1_500]
    lines, name = text.split("\n"), address.casefold()
    named = [n for n, line in enumerate(lines) if name in line.casefold()][:MOST_NAMED]
    near: dict[int, str] = {}
    for at in named:
        end = next((n for n in range(at + 1, min(at + 8, len(lines))) if _speaks_of_another(lines[n], address)), at + 8)
        near |= {n: lines[n] for n in range(at, min(end, len(lines)))}
    return " ".join(near[n] for n in sorted(near))[:1_500]


def _speaks_of_another(line: str, address: str) -> bool:
    found = LISTED.match(line[:400])
    return bool(found and found[1].casefold() != address.casefold())


def told(root: Part) -> list[Failure]:
    """Failures from the words of a bounce that reports in no known form."""
    text = _before_copy(said(root))
    if failures := _reported_in(text):
        return failures
    named = [a.address for a in addresses.addresses(root.headers.every("x-failed-recipients"))]
    failures = [_told(address, text) for address in (named or _listed(root, text))[:MOST_FAILURES]]
    if failures:
        return failures
    status = refusals.code_in(text)
    severity = refusals.severity(_worth(status), text[:2_000])
    return [Failure(severity=_at_least(severity), status=status, said=text[:MOST_SAID])]


def _reported_in(text: str) -> list[Failure]:
    """A report's fields that stand in the text itself."""
    if "inal-recipient:" not in text.lower():
        return []
    fields = [f for f in _blocks(text) if "final-recipient" in f or "original-recipient" in f]
    return [_failure(f, f.get("action", "failed").strip().lower(), text) for f in fields[:MOST_FAILURES]]


def _told(address: str, text: str) -> Failure:
    near = _about(text, address)
    if refusals.severity(None, near) == Severity.unknown:
        near = text[:2_000]
    status = refusals.code_in(near)
    severity = refusals.severity(_worth(status), near)
    return Failure(address=address, severity=_at_least(severity), status=status, said=near[:MOST_SAID])


def _listed(root: Part, text: str) -> list[str]:
    """Addresses that a bounce is about: those that lines begin with; else the first that is not its own."""
    own = {a.address.casefold() for a in addresses.addresses([root.headers.first("to"), root.headers.first("from")])}

    def others(found: list[str]) -> list[str]:
        bare = (PREFIX.sub("", m.strip("'*`|&=/")) for m in found)
        return [a for a in dict.fromkeys(bare) if a.casefold() not in own and not NO_MAIL.search(a)]

    text = IDS.sub("", text)
    if at := NOT_REACHED.search(text):
        below = text[at.end() :]
        if found := others(LISTED.findall(below)) or others(ADDRESS.findall(below[:300]))[:1]:
            return found
    return others(LISTED.findall(text)) or others(ADDRESS.findall(text))[:1] or others(ADDRESS.findall(_rest(root)))[:1]


def _rest(root: Part) -> str:
    """The recipients of the copy, where the bounce itself names nobody."""
    copied = original(root)
    return " ".join(copied.to) if copied else ""


def _before_copy(text: str) -> str:
    lines = text.split("\n")
    for n, line in enumerate(lines):
        if n > 2 and COPY.match(line[:300]):
            return "\n".join(lines[:n])
    return text


def original(root: Part) -> Original | None:
    """The mail that was returned or complained about, from the copy of its headers."""
    headers: Headers | None = None
    for part in root.walk():
        if part.media_type in ("text/rfc822-headers", "message/rfc822-headers"):
            headers = part_of(part.data()).headers
        elif part.media_type in ("message/rfc822", "message/global") and part.children:
            headers = part.children[0].headers
        if headers is not None and headers.lines:
            break
    if headers is None or not headers.lines:
        headers = _copied(said(root))
    if headers is None:
        return None
    ids = addresses.ids([headers.first("message-id")])
    return Original(
        message_id=ids[0] if ids else None,
        references=addresses.ids([headers.first("references"), headers.first("in-reply-to")]),
        to=[a.address for a in addresses.addresses(headers.every("to"))][:20],
        subject=words.header(headers.first("subject"))[:300] or None,
    )


def _copied(text: str) -> Headers | None:
    """Headers in the text of an old bounce: the first run of lines that holds a Message-ID or From and Subject."""
    lines, tried = text.split("\n"), 0
    for n, line in enumerate(lines):
        if BEGINS_HEADERS.match(line[:40]):
            tried += 1
            if tried > MOST_TRIED:
                return None
            block = "\n".join(each.strip() if not each[:1].isspace() else each for each in lines[n : n + 60])
            headers = part_of(block.encode("utf-8", "replace")).headers
            if "message-id" in headers or ("from" in headers and "subject" in headers):
                return headers
    return None


def complained(root: Part) -> list[Failure]:
    """Who complained, where the report says so."""
    for part in parts_of(root, "message/feedback-report"):
        for fields in _blocks(part.text()):
            raw = fields.get("original-rcpt-to") or fields.get("removal-recipient") or ""
            if found := ADDRESS.search(raw):
                return [Failure(address=found[0], severity=Severity.unknown, said=fields.get("feedback-type", "")[:80])]
    first = ADDRESS.search(root.headers.first("x-hmxmroriginalrecipient"))
    return [Failure(address=first[0], severity=Severity.unknown)] if first else []
