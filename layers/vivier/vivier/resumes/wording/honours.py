"""How well somebody passed: "mention assez bien", "with distinction", "2:1"."""

import re

from vivier.resumes.text import fold

_HONOURS = (
    r"(?:avec\s|:\s?)?(?:la\s)?(?:mentions?\s?:?\s?)?(?:tres honorable|honorable|assez[ -]bien|tres[ -]bien|bien"
    r"|excellent|passable|t\.?b\.?|a\.?b\.?|summa cum laude|magna cum laude|(?:grande |la plus grande )?distinction)"
    r"(?:\s(?:avec|et)\s(?:les\s)?felicitations.*)?"
)
_ENGLISH = (
    r"(?:with\s)?(?:(?:first|second|upper second|lower second)[ -]class(?: honou?rs)?|distinction|merit|honou?rs"
    r"|(?:summa |magna )?cum laude|2[:.][12]|c?gpa:?\s[\d./ ]+)"
)
_ONLY = re.compile(
    rf"{_HONOURS}|{_ENGLISH}|(?:avec\s)?mention|(?:avec\s)?(?:les\s)?felicitations.*|obtenue?(?:\savec.*)?"
    r"|majore?(?:\sde\s.*)?"
)
HONOURS_LAST = re.compile(
    rf"[ ,(–—-]+(?:obtenue?\s)?(?:avec\s)?(?:la\s)?mention\s?:?\s{_HONOURS}\W*$|[ (]+(?:assez|tres)[ -]bien\W*$"
    r"|[ ,(–—-]+with (?:distinction|honou?rs|merit)\W*$|[ ,(–—-]+(?:les )?felicitations du jury\W*$"
)


def only_honours(text: str) -> bool:
    """Whether a text tells nothing but how well somebody passed."""
    return bool(_ONLY.fullmatch(fold(text).strip(" .:,;·|()–—-\t")))
