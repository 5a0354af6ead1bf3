"""How people end mail that they did not ask for: a link under each, and the header that mail programs press for them.

RFC 8058: a POST to the address unsubscribes at once and without a login; opening it asks first. The link is the
person's own, and a mail is the only place where it stands.
"""

import html as markup
from datetime import datetime, timedelta
from typing import NamedTuple

from vivier.kernel.actor import Language
from vivier.kernel.settings import settings
from vivier.mail.model import Message, Rendered
from vivier.storage.transaction import Transaction
from vivier.team import links

PURPOSE = "preferences"
# A link works as long as the relation that it ends may last: who finds an old mail must be able to leave.
# Two years after the last contact a person is no longer kept (CNIL, recruitment guide 2023, sheet 7).
LASTS = timedelta(days=2 * 366)
PLACE = "leave-link"  # stands in a mail until it leaves
END = "\n</div></body></html>"


class _Words(NamedTuple):
    why: str
    leave: str


WORDS: dict[Language, _Words] = {
    "fr": _Words(
        "{organisation} vous écrit à propos d’opportunités qui pourraient vous convenir.",
        "Ne plus recevoir ces messages, ou choisir",
    ),
    "en": _Words(
        "{organisation} writes to you about openings that may suit you.",
        "Stop these messages, or choose what you get",
    ),
}


def address(token: str) -> str:
    return f"{settings().public_url}/public/preferences/{token}"


def under(rendered: Rendered, language: Language, organisation: str) -> Rendered:
    """The mail with the way out below it, as it leaves but for the link's token. Once."""
    if PLACE in rendered.text:
        return rendered
    words, url = WORDS[language], address(PLACE)
    why = words.why.format(organisation=organisation)
    colon = " :" if language == "fr" else ":"
    text = f"{rendered.text.rstrip()}\n\n--\n{why}\n{words.leave}{colon} {url}\n"
    below = (
        f'<p><small>{markup.escape(why)} <a href="{markup.escape(url)}">{markup.escape(words.leave)}</a></small></p>'
    )
    body, found, end = rendered.html.rpartition(END)
    rich = f"{body}\n{below}{found}{end}" if found else rendered.html + below
    return rendered.model_copy(update={"text": text, "html": rich})


def opened(transaction: Transaction, workspace: str, message: Message, organisation: str, now: datetime) -> Message:
    """The mail as it leaves: its link is made in the transaction that claims it, and is kept nowhere."""
    if message.message_class != "unsolicited" or message.candidate_id is None:
        return message
    token = links.issue(transaction, workspace, PURPOSE, message.candidate_id, now, now + LASTS, about=message.key)
    whole = under(Rendered(subject="", text=message.text, html=message.html), message.language, organisation)
    text, rich = (part.replace(PLACE, token) for part in (whole.text, whole.html))
    return message.model_copy(update={"text": text, "html": rich, "leave": address(token)})


def headers(message: Message) -> dict[str, str]:
    """What stands in the head of a mail that can be left (RFC 2369, RFC 8058 §3.1)."""
    if message.leave is None:
        return {}
    return {"List-Unsubscribe": f"<{message.leave}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
