"""Which links are kept. None is ever followed."""

import re

WEB = re.compile(r"(https?:|mailto:|tel:|www\.)", re.IGNORECASE)
LONGEST = 2_000


def is_web(url: str) -> bool:
    return bool(WEB.match(url)) and len(url) <= LONGEST
