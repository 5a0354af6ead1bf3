"""What a mail of ours quotes of the one that it answers, as mail programs do and as ours takes apart again. Pure."""

import html
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from vivier.kernel.actor import Language
from vivier.mail import markup, wording

MOST = 10_000  # characters; nobody reads more of what they wrote themselves
BAR = "margin:0 0 0 4px;padding-left:12px;border-left:2px solid #c9c9c4;color:#474e4f"


class Quotation(NamedTuple):
    """What stands below a mail's own words, blank lines before it included."""

    text: str
    html: str


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
