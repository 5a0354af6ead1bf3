"""Posts that open the first row of what was done there."""

import re

from vivier.resumes.layout.lines import Row, strip_bullet
from vivier.resumes.wording.dates import find_ranges
from vivier.resumes.wording.opinions import title_score
from vivier.resumes.wording.tasks import task_score

_PIECE = re.compile(r"[^,:;()]{3,50}?(?=\s?[,:;(]|\s[–—-]\s|\.\s[A-ZÀ-Ý\d])")
# "Second de cuisine — cent vingt couverts", "Approved Electrician. Containment, second fix."
_TELLS_ON = re.compile(r"\s[–—-]\s[a-zà-ÿ\d]|\.\s")
_FEW_WORDS, _TASK, _NAMED, _SURELY = 6, 0.4, 0.8, 0.95


def opening_post(row: Row) -> str | None:
    """The post that opens a row of what was done: "Secrétaire médicale, frappe de 35 comptes rendus par jour".

    Or all that a list item says: "• Lab Assistant".
    """
    text = strip_bullet(row.plain) if row.bullet else row.plain
    opening = _PIECE.match(text)
    post = opening[0].strip() if opening else text if row.bullet and len(text.split()) <= _FEW_WORDS else None
    surely = _NAMED if opening and _TELLS_ON.match(text, opening.end()) else _SURELY
    if post is None or len(row.cells) > 1 or find_ranges(text) or title_score(post) < surely:
        return None
    return post if task_score(post) < _TASK else None
