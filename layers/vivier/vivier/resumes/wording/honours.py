"""How well somebody passed ("mention assez bien", "with distinction", "2:1"), and what somebody won."""

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
# "Apprentice of the year, runner-up 2011", "Médaille d'argent, concours de la meilleure galette 2016".
_WON = re.compile(
    r"\b(?:of the (?:year|month)|de l'annee 20\d\d|runners?-up|finalist|finaliste|winner of|gold at|silver at|bronze at"
    r"|(?:gold|silver|bronze) medal|medaille d'(?:or|argent|bronze)|laureate? d[eu]"
    r"|awards? (?:winner|finalist|20\d\d))\b"
    r"|^(?:1er |premier |grand )?(?:prix|trophee) (?:de|du|d'|des)\b|^(?:meilleure? )?(?:apprentie?|ouvrier) de france"
)


def only_honours(text: str) -> bool:
    """Whether a text tells nothing but how well somebody passed."""
    return bool(_ONLY.fullmatch(fold(text).strip(" .:,;·|()–—-\t")))


def tells_award(text: str) -> bool:
    """Whether a text tells what somebody won: "Employee of the year 2017", "Prix de l'Excellence de Bourgogne 2020"."""
    return bool(_WON.search(fold(text)))
