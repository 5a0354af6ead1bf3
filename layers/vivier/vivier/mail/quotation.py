"""What a mail of ours quotes of the one that it answers, as mail programs do and as ours takes apart again. Pure."""

import html
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from vivier.kernel.actor import Language
from vivier.mail import markup, wording

MOST = 10_000  # characters; nobody reads more of what they wrote themselves
MOST_PASSED_ON = 30_000  # of a mail that is passed on; where it is cut is shown
BAR = "margin:0 0 0 4px;padding-left:12px;border-left:2px solid #c9c9c4;color:#474e4f"


class Quotation(NamedTuple):
    """What stands below a mail's own words, blank lines before it included."""

    text: str
    html: str


class Original(NamedTuple):
    """A mail that is passed on: from whom, to whom, when, about what, and all of its text."""

    sender: str
    to: str
    at: datetime
    subject: str
    text: str


LINES: dict[Language, tuple[str, ...]] = {
    "fr": ("Message transféré", "De : {sender}", "Date : {at}", "Objet : {subject}", "À : {to}"),
    "en": ("Forwarded message", "From: {sender}", "Date: {at}", "Subject: {subject}", "To: {to}"),
}


def passed_on(mail: Original, language: Language, zone: str) -> Quotation:
    """The mail below the words of who passes it on, told from them as mail programs do; the reader is in `zone`."""
    local = mail.at.astimezone(ZoneInfo(zone))
    day, time = f"{wording.day(local.date(), language)} {local.year}", wording.clock(local, language)
    said = {**mail._asdict(), "at": f"{day} à {time}" if language == "fr" else f"{day} at {time}"}
    title, *lines = (line.format_map(said) for line in LINES[language])
    kept = mail.text[:MOST_PASSED_ON].strip("\n") + ("\n[…]" if len(mail.text) > MOST_PASSED_ON else "")
    rich = markup.as_html(markup.escaped(kept))
    head = "<br>\n".join(html.escape(line) for line in lines)
    return Quotation(
        text="\n".join(["", "", f"---------- {title} ----------", *lines, "", kept]),
        html=f'\n<p><b>{title}</b><br>\n{head}</p>\n<blockquote style="{BAR}">\n{rich}\n</blockquote>',
    )


def quoted(words: str, who: str, at: datetime, language: Language, zone: str) -> Quotation:
    """`who` wrote `words` at `at`; the reader is in `zone`. Nothing of it is read as a sign or a merge field."""
    local = at.astimezone(ZoneInfo(zone))
    day, time = f"{wording.day(local.date(), language)} {local.year}", wording.clock(local, language)
    said = f"Le {day} à {time}, {who} a écrit :" if language == "fr" else f"On {day} at {time}, {who} wrote:"
    kept = words[:MOST].strip("\n")
    plain = "\n".join(f">{line}" if line.startswith(">") else f"> {line}".rstrip() for line in kept.splitlines())
    rich = markup.as_html(markup.escaped(kept))
    return Quotation(
        text=f"\n\n{said}\n\n{plain}",
        html=f'\n<p>{html.escape(said)}</p>\n<blockquote style="{BAR}">\n{rich}\n</blockquote>',
    )
