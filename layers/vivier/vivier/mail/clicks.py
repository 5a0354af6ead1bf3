"""Links whose clicks are counted: in mails of an experiment or a sequence that asks for it, and nowhere else. Pure but
for the token, which the transaction that claims the mail makes.

Such a link leads to our own page `/p/link#<token>.<number>`: a GET of it, which is all that scanners and previews do,
is a static file and says nothing to anybody. The page's script asks for the address and goes there; the address is the
one that stands in the stored message, and never one that a request names.
"""

import html
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from vivier.kernel.settings import settings
from vivier.mail.model import TOKEN, Message
from vivier.storage.transaction import Transaction
from vivier.team import links

PURPOSE = "click"
KEPT = timedelta(days=400)  # after that the page says that the link has ended
PAGE = "/p/link"
# As mail/markup.py writes them. What is put under a mail otherwise (unsubscribing, say) is no link of the mail.
_ANCHOR = re.compile(r'<a href="(?P<target>[^"]{1,4000})">(?P<words>[^<]{0,2000})</a>')
_ADDRESS = re.compile(r"\s*(https?://|www\.)|\s*[\w-]+(\.[\w-]+)+(/\S*)?\s*$", re.IGNORECASE)
# Where people use their rights nobody looks over their shoulder.
_RIGHTS = re.compile(
    r"unsubscri|opt-?out|d[ée]sinscri|d[ée]sabonn|preferences?\b|pr[ée]f[ée]rences|privacy|confidentialit|gdpr|rgpd"
    r"|donn[ée]es-?personnelles|vie-?priv[ée]e|mentions-?l[ée]gales|legal|cookies",
    re.IGNORECASE,
)


def countable(target: str, words: str) -> bool:
    """Not an address that is shown as itself: one that says one thing and leads to another looks like a trap, to
    people and to their mail programs. Not our own pages, and not where somebody uses a right.
    """
    if not target.lower().startswith(("http://", "https://")) or TOKEN in target or _ADDRESS.match(words):
        return False
    own = urlsplit(settings().public_url).netloc
    return urlsplit(target).netloc.lower() != own.lower() and not _RIGHTS.search(f"{target} {words}")


def targets(rich: str) -> list[str]:
    """The addresses of the countable links of a mail's HTML, in order: a link's number is its place here."""
    return [html.unescape(a["target"]) for a in _ANCHOR.finditer(rich) if _counts(a)]


def _counts(anchor: "re.Match[str]") -> bool:
    return countable(html.unescape(anchor["target"]), html.unescape(anchor["words"]))


def led_through(transaction: Transaction, workspace: str, message: Message, now: datetime) -> Message:
    """The mail as it leaves, its countable links leading through our page. The plain-text part keeps the addresses: a
    person can always read where a link leads.
    """
    if not message.counts_clicks or not targets(message.html):
        return message
    token = links.issue(transaction, workspace, PURPOSE, message.key, now, now + KEPT)
    return message.model_copy(update={"html": _rewritten(message.html, lambda n: f"{PAGE}#{token}.{n}")})


def _rewritten(rich: str, page: Callable[[int], str]) -> str:
    number = -1

    def led(anchor: "re.Match[str]") -> str:
        nonlocal number
        if not _counts(anchor):
            return anchor[0]
        number += 1
        return f'<a href="{html.escape(settings().public_url + page(number))}">{anchor["words"]}</a>'

    return _ANCHOR.sub(led, rich)
