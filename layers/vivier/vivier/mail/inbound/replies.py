"""What this person wrote now, apart from what they answer to: line by line, each line looked at a few times at most.

The whole body is kept beside it, so a mistake here hides nothing for good.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from vivier.mail.inbound import attributions, footers, quoting, signatures
from vivier.mail.inbound.model import Split

MOST_LINE = 1_000  # characters of a line that patterns look at
MOST_LINES = 5_000
MOST_BEGINNING = 200  # lines that a list looks at to say how a mail begins
BLOCK = 8  # lines of a mail's head that are looked at
BROKEN = 40  # characters: a program breaks no shorter line
JOINED = 6  # lines that an attribution may be broken over
QUOTE = re.compile(r"^\s{0,4}(?:>|\|(?:\s[^|]*)?$|[A-Z]{1,3}>(?:\s|$))")  # a row of a table has more bars
UNSEEN = dict.fromkeys(map(ord, "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"))
OPEN_LINK = re.compile(r"https?://\S{1,200}$")
UNDER_A_ROW = 3  # lines at a mail's end that a row of dashes makes a signature


class _Cut(NamedTuple):
    """Where a quoted mail begins: its first line, and the first one after what introduces it."""

    start: int
    body: int
    named: bool  # by "X wrote:", which may stand over one quote among answers


def split(text: str, quotes: Iterable[int] = ()) -> Split:
    """Reply, signature, quoted: in that order they hold every line of the text but blank ones and delimiters.

    `quotes` are numbers of lines where the mail's HTML says that a quoted mail begins.
    """
    marked = set(quotes)
    told: set[int] = set()
    lines: list[str] = []
    for n, line in enumerate(text.split("\n")):
        if n in marked:
            told.add(len(lines))
        lines += _apart(line)
    beyond = lines[MOST_LINES:]
    lines = lines[:MOST_LINES]
    short = [_bare(line[:MOST_LINE]).translate(UNSEEN).rstrip() for line in lines]
    cut = _cut(short, told)
    kept = list(range(len(lines))) if cut is None else _around(short, cut)
    if cut is not None and not cut.named and not any(short[n].strip() for n in kept):
        cut = _cut(short, told, _after_head(short, cut.body))  # a program put the mail's own head above it
        kept = [] if cut is None else _around(short, cut)
        kept = kept or _marked_below(short)
    if not any(short[n].strip() for n in kept):
        return Split(reply="", quoted=_joined(lines + beyond))  # a mail that is only forwarded
    if cut is None or kept[-1] >= cut.start:
        kept = _without_trailing_quotes(short, kept)
    kept, signed = _unsigned(short, kept)
    signed = _without_quotes(short, signed)
    if all(quoting.DELIMITER.match(short[n]) for n in signed):
        signed = []  # a row over what is quoted
    late = set(signatures.afterthought(short, signed))
    kept, signed = [*kept, *sorted(late)], [n for n in signed if n not in late]
    if cut is None or signed:
        kept = _without_trailing_quotes(short, kept)
    own, signature = set(kept), set(signed)
    quoted = [lines[n] for n in range(len(lines)) if n not in own and n not in signature]
    return Split(
        reply=_joined([lines[n] for n in kept]),
        signature=_joined([lines[n] for n in signed]),
        quoted=_joined(quoted + beyond),
    )


def own_words(reply: str) -> str:
    """How a reply begins without what it answers between its lines; the reply itself where it has no other words."""
    lines = [line[:MOST_LINE] for line in reply.split("\n")[:MOST_BEGINNING]]
    own: list[str] = []
    n = 0
    while n < len(lines):
        body = None if not lines[n].strip() or QUOTE.match(lines[n]) else _attribution(lines, n)
        if body and _quoted_next(lines, body):
            n = body
            continue
        if not QUOTE.match(lines[n]):
            own.append(lines[n])
        n += 1
    return _joined(own) if any(line.strip() for line in own) else reply


def _apart(line: str) -> list[str]:
    """A line, or several where an attribution or what a program asks stands in the line of the reply."""
    if (asked := quoting.ABOVE.search(line[:MOST_LINE])) and attributions.shared(line[: asked.start()].rstrip()):
        return [*_apart(line[: asked.start()].rstrip()), line[asked.start() :]]
    if end := attributions.leading(line):
        return [line[:end].rstrip(), line[end:]]
    if QUOTE.match(line) or not (found := attributions.shared(line)):
        return [line]
    if quoting.OPENS_SO.match(line) or quoting.ADDRESS.search(found.own):
        return [line]  # it is one all through
    return [found.own, found.rest]


def _mobile(lines: list[str], n: int) -> bool:
    """A telephone's signature with nothing around it: whatever follows is its owner's or its maker's."""
    alone = not (n and lines[n - 1].strip()) and not (lines[n + 1].strip() if n + 1 < len(lines) else "")
    return alone and len(lines[n]) < 60 and quoting.mobile(lines[n])


def _bare(line: str) -> str:
    """A line without the tags that telephones leave in their plain text."""
    return quoting.TAG.sub(" ", line).strip() if "<" in line and quoting.TAG.search(line) else line


def _without_quotes(lines: list[str], signed: list[int]) -> list[int]:
    """A signature as far as the quote below it."""
    quoted = next((at for at, n in enumerate(signed) if at and QUOTE.match(lines[n])), None)
    return signed if quoted is None else signed[:quoted]


def _joined(lines: list[str]) -> str:
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def _after_head(lines: list[str], n: int) -> int:
    """The line under a mail's head."""
    while n < len(lines) and (quoting.HEADER.match(lines[n]) or not lines[n].strip()):
        n += 1
    return n


def _marked_below(lines: list[str]) -> list[int]:
    """All lines, where some are a marked quote: the others may be somebody's own."""
    return list(range(len(lines))) if any(QUOTE.match(line) for line in lines) else []


def _cut(lines: list[str], told: set[int], start: int = 0) -> _Cut | None:
    """The first place from a line on where a quoted mail begins."""
    for n in range(start, len(lines)):
        line = lines[n]
        if n in told:
            return _told_cut(lines, n)
        if quoting.GROUPWISE.match(line):
            return _Cut(n, n + 1, named=False)
        if not line.strip() or QUOTE.match(line):
            continue
        if body := _attribution(lines, n):
            return _Cut(n, body, named=True)
        if quoting.BEGINS.match(line.strip(quoting.AROUND)) or _passed_on(line):
            return _Cut(n, n + 1, named=False)
        if _banner(lines, n):
            return _Cut(n, n + 1, named=False)
        if _header_block(lines, n) or _facts_of_a_mail(lines[n : n + BLOCK]):
            return _Cut(_rule_before(lines, n), n, named=False)
    return None


def _passed_on(line: str) -> bool:
    """Dashes around words that say message, in any language; who passed it on; what is to be answered above."""
    dashed = quoting.DASHED.match(line)
    if dashed and len(dashed["words"].split()) <= 6 and quoting.MESSAGE.search(dashed["words"]):
        return True
    return bool(quoting.PASSED_ON.match(line) or (len(line) < 200 and quoting.ABOVE.search(line)))


def _told_cut(lines: list[str], n: int) -> _Cut:
    """Where HTML says that a quoted mail begins: what introduces it reaches up to the first marked line."""
    if body := _attribution(lines, n):
        return _Cut(n, body, named=True)
    marked = next((m for m in range(n, min(n + JOINED, len(lines))) if QUOTE.match(lines[m])), None)
    return _Cut(n, n if marked is None else marked, named=marked is not None)


def _banner(lines: list[str], n: int) -> bool:
    """`---- Words in any language ----` over, or in one line with, what names a sender and a time."""
    found = quoting.BANNER.match(lines[n])
    if not found:
        return False
    if rest := lines[n][found.end() :].strip():
        return bool(quoting.LABEL.match(rest) and quoting.ADDRESS.search(rest))
    below = next((m for m in range(n + 1, min(n + 4, len(lines))) if lines[m].strip()), None)
    return below is not None and _facts_of_a_mail(lines[below : below + BLOCK])


def _facts_of_a_mail(lines: list[str]) -> bool:
    """Lines that each name a value, one of them a mailbox, one a day and an hour: a mail's head in any language."""
    labelled, mailbox, dated = 0, False, False
    for line in lines:
        found = quoting.LABELLED.match(line)
        if not found:
            break
        labelled += 1
        mailbox = mailbox or bool(quoting.MAILBOX.search(found["value"]))
        dated = dated or bool(quoting.YEAR.search(found["value"]) and quoting.HOUR.search(found["value"]))
    return labelled >= 3 and mailbox and dated


def _attribution(lines: list[str], n: int) -> int | None:
    """The line after "On … X wrote:" when it begins here, or None."""
    joined = ""
    for m in range(n, min(n + JOINED, len(lines))):
        line = lines[m].strip()
        if m > n and (QUOTE.match(lines[m]) and not quoting.ENDS.search(line)):
            return None
        if not line and (joined[:1].isdigit() or joined.endswith((".", "?", "!")) or not quoting.DATED.search(joined)):
            return None  # a number of its own, or a sentence
        joined = f"{joined} {line}".strip()
        if len(joined) > 500:
            return None
        colon = attributions.bare(joined)
        if colon or (colon is not None and _quoted_next(lines, m + 1)):
            return m + 1
        alone = attributions.only_dated(joined) or quoting.HEADER_FROM.match(joined)
        if m == n and alone and _quoted_next(lines, m + 1):
            return m + 1
        if attributions.dashed(joined) or attributions.timed(joined) or attributions.addressed(joined):
            return m + 1
        if m - n <= 2 and line and quoting.ENDS.search(line) and _quoted_next(lines, m + 1) and _says_who(joined):
            return m + 1
        if quoting.ENDS.search(joined) and quoting.ATTRIBUTION.search(joined):
            begins = quoting.OPENS.match(joined) or quoting.SCHRIEB.search(joined)
            return m + 1 if begins and not quoting.OWN.search(joined) and quoting.DATED.search(joined) else None
        if not quoting.OPENS.match(joined) and (m > n or not quoting.DAY.search(joined)):
            return None
    return None


def _says_who(line: str) -> bool:
    """Whether what stands over a marked quote, whatever its language, tells of a mail and not of its quote."""
    if quoting.HEADER.match(line) or quoting.OWN.search(line) or len(line) > 250:
        return False
    day = (quoting.YEAR.search(line) or quoting.SHORT_DATE.search(line)) and quoting.HOUR.search(line)
    return bool(quoting.ATTRIBUTION.search(line) or day or quoting.ADDRESS.search(line))


def _quoted_next(lines: list[str], n: int) -> bool:
    after = next((line for line in lines[n : n + 3] if line.strip()), "")
    return bool(QUOTE.match(after))


def _header_block(lines: list[str], n: int) -> bool:
    """From:, Sent:, To:, Subject: one under the other, in any language and order."""
    if not quoting.HEADER.match(lines[n]):
        return False
    if quoting.HEADER_FROM.match(lines[n]) and len(quoting.WITHIN.findall(lines[n])) >= 2:
        return True
    if len(quoting.LABELS.findall(lines[n])) >= 3 and quoting.DAY.search(lines[n]) and quoting.ADDRESS.search(lines[n]):
        return True
    seen, sender, plain, broken = 0, False, "", 0
    near = lines[n : n + 16]
    for at, line in enumerate(near):
        if quoting.HEADER.match(line):
            seen += 1
            plain += f"\n{line}"
            sender = sender or bool(quoting.HEADER_FROM.match(line))
        elif not line.strip():
            if seen >= 2 and not any(quoting.HEADER.match(below) for below in near[at + 1 : at + 3]):
                break
        elif not line.startswith((" ", "\t")) and "@" not in line and ";" not in line:
            broken += 1  # a subject may go on in the next lines
            if broken > 2 or not any(quoting.HEADER.match(below) for below in near[at + 1 : at + 3]):
                break
    if seen == 2:  # a date and an address say it too
        return bool(quoting.DAY.search(plain) and quoting.ADDRESS.search(plain))
    told = quoting.ADDRESS.search(plain) or quoting.SUBJECT.search(plain)
    sent = quoting.SENT.search(plain) and quoting.DAY.search(plain)
    return bool(sender and seen >= 3 and (told or sent))  # or it is somebody's journey: from, to, date


def _rule_before(lines: list[str], n: int) -> int:
    above = n - 1
    while above >= 0 and not lines[above].strip():
        above -= 1
    return above if above >= 0 and quoting.LINE.match(lines[above]) else n


def _around(lines: list[str], cut: _Cut) -> list[int]:
    """The lines that are this person's: before the cut, or, where the quotes are marked, also between and after."""
    before = list(range(cut.start))
    if not cut.named:
        return before
    rest = range(cut.body, len(lines))
    after = next((n for n in rest if lines[n].strip()), None)
    if after is None:
        return before
    if not QUOTE.match(lines[after]):
        return before if any(lines[n].strip() for n in before) else list(rest)
    own = [n for n in rest if lines[n].strip() and not QUOTE.match(lines[n]) and not _wrapped(lines, n)]
    if not own:
        return before
    if any(lines[n].strip() for n in before):
        if _broken(lines, own):
            return before
        asked = any(quoting.ABOVE.search(lines[n]) for n in range(cut.body, own[-1]) if QUOTE.match(lines[n]))
        if asked or not _answers(lines, own):
            return before
        between = any(QUOTE.match(lines[n]) for n in range(own[0], own[-1]))
        return before + list(range(cut.start if between else own[0], own[-1] + 1))
    theirs = set(own)
    last = max(n for n in range(cut.body, own[-1] + 1) if n == cut.body or QUOTE.match(lines[n]) or n in theirs)
    interleaved = any(QUOTE.match(lines[n]) for n in range(own[0], last))
    return list(range(cut.body if interleaved else own[0], len(lines)))


def _wrapped(lines: list[str], n: int) -> bool:
    """The end of a quoted line that was too long for somebody's program."""
    if n == 0 or not QUOTE.match(lines[n - 1]) or len(lines[n]) > 80:
        return False
    if lines[n - 1].endswith((".", "?", "!", ":", "…")):
        return False  # its sentence has ended: this is an answer to it
    below = lines[n + 1] if n + 1 < len(lines) else ""
    if len(lines[n]) > 40:  # long for a remainder: only where the sentence goes on, and the quote does
        return len(lines[n - 1]) > 60 and bool(QUOTE.match(below))
    if OPEN_LINK.search(lines[n - 1]) and " " not in lines[n].strip():
        return True
    return len(lines[n - 1]) > 60 or (len(lines[n - 1]) > 50 and (not below or bool(QUOTE.match(below))))


def _broken(lines: list[str], own: list[int]) -> bool:
    """Whether all that is not marked goes on in the sentences of a quote that somebody's program broke again."""
    theirs = set(own)
    begins = [n for n in own if n - 1 not in theirs]
    return len(begins) > 1 and all(
        QUOTE.match(lines[n - 1])
        and len(lines[n - 1]) > BROKEN
        and lines[n - 1][-1:].isalnum()
        and lines[n].lstrip()[:1].islower()
        for n in begins
    )


def _answers(lines: list[str], own: list[int]) -> bool:
    """Whether text under quotes answers them, and is not a signature or another program's words."""
    first = lines[own[0]]
    return not quoting.SIGNATURE.match(first) and not quoting.mobile(first) and not quoting.RULE.match(first)


def _underlines(lines: list[str], n: int) -> bool:
    """Whether a row makes the line above it a heading."""
    above, row = lines[n - 1].strip() if n else "", lines[n].strip()
    below = lines[n + 1] if n + 1 < len(lines) else ""
    if signatures.TITLE.search(below) or signatures.CONTACT.search(below):
        return False  # a name and a title, or how somebody is reached
    return bool(above) and len(row) > 1 and not above.endswith((".", "!", "?", ",")) and len(row) <= len(above) + 5


def _delimits(lines: list[str], n: int, footer: bool) -> bool:
    """Whether a line is what stands over a signature: `--`, or underscores under which nobody speaks on."""
    if not quoting.SIGNATURE.match(lines[n]):
        return False
    if "_" not in lines[n]:
        return True
    return footer and not _underlines(lines, n)


def _last_row(lines: list[str], kept: list[int]) -> int | None:
    """Where a row of dashes stands over the last few lines."""
    at = next((at for at in range(len(kept) - 1, 0, -1) if quoting.DASHES.match(lines[kept[at]])), None)
    if at is None:
        return None
    if _underlines(lines, kept[at]):
        return None
    below = [n for n in kept[at + 1 :] if lines[n].strip()]
    return at if 0 < len(below) <= UNDER_A_ROW or signatures.reached(lines, below) else None


def _without_trailing_quotes(lines: list[str], kept: list[int]) -> list[int]:
    end = len(kept)
    while end and (not lines[kept[end - 1]].strip() or QUOTE.match(lines[kept[end - 1]])):
        end -= 1
    return kept[:end] if end else kept


def _unsigned(lines: list[str], kept: list[int]) -> tuple[list[int], list[int]]:
    """The reply without its signature, and the signature."""
    end = len(kept)
    first = next((at for at, n in enumerate(kept) if lines[n].strip()), 0)
    second = next((n for n in kept[first + 1 :] if lines[n].strip()), None)
    if second is not None and _mobile(lines, kept[first]) and not quoting.mobile(lines[second]):
        own, signed = _unsigned(lines, kept[first + 1 :])
        return own, [kept[first], *signed]
    row = _last_row(lines, kept)
    footer = 1 + max((at for at, n in enumerate(kept) if signatures.speaks(lines, [n])), default=-1)
    for at, n in enumerate(kept):
        if at and (_delimits(lines, n, at >= footer) or _mobile(lines, n) or footers.begins(lines, n) or at == row):
            end = at
            break
    signed = kept[end:]
    while end > first + 1:
        line = lines[kept[end - 1]]
        if not quoting.DELIMITER.match(line) and not quoting.mobile(line):
            break
        end -= 1
    if all(quoting.DELIMITER.match(lines[n]) for n in kept[:end]):
        return kept, []
    named = signatures.begins(lines, kept[:end])
    if named is not None:
        end = kept.index(named)
    return kept[:end], [n for n in [*kept[end : len(kept) - len(signed)], *signed] if n]
