"""How well a skill is mastered, behind its name or by itself: "80 %", "(confirmé)"."""

import re

LEVEL = re.compile(
    r"\s*[(\[]?\s*(?:\d{1,3}\s?%|(?<![\d/])\d{1,2}\s?/\s?\d{1,2}|[●○★☆■□⬤◯*]{2,}|(?:niveau|level)\s*:?\s*(?:[a-z]{3,}|[abc][12])"
    r"|\d{1,2}\+?\s?(?:ans|years?|yrs)(?:\s(?:d'exp[ée]rience|of experience"
    r"|experience))?)\s*[)\]]?\s*$",
    re.IGNORECASE,
)
LEVEL_BRACKET = re.compile(
    r"\s*\((?:(?:niveau|level)\s)?(?:some experience|fort|comp[ée]tente?|novice"
    r"|bonnes? (?:notions|connaissances|ma[iî]trise)|notions? de base|expert|avanc[ée]e?"
    r"|interm[ée]diaire|d[ée]butante?|notions|confirm[ée]e?|courant"
    r"|advanced|intermediate|beginner|basic|proficient|ma[iî]trise|lecture|reading|read only|d[ée]couverte"
    r"|(?:(?:plus|moins) (?:de |d['’])|(?:more|less) than )?(?:un|une|an?|one|\d{1,2})\+?"
    r" ?(?:ans?|ann[ée]es?|mois|years?|yrs?|months?)|(?:depuis|since) (?:19|20)\d\d)\)\s*$",
    re.IGNORECASE,
)
# A level that stands by itself, behind its skill or below it, is none.
ONLY_LEVEL = re.compile(
    r"\W*(?:(?:niveau|level)\s?:?\s?)?(?:(?:tres|assez|very|plutot)[ -])?"
    r"(?:bien|bon(?:ne)?s?(?: (?:niveau|maitrise|notions|connaissances|bases))?|good(?: level)?"
    r"|moyen(?:ne)?|expert(?:e|ise)?"
    r"|avancee?|advanced|intermediaire|intermediate|debutante?|beginner|novice|basic|basique|confirmee?|competente?"
    r"|fort|faible|courante?|notions|bases|excellent|maitrise|maitrisee?|autonome|operationnel(?:le)?|proficient"
    r"|elementaire|elementary|professionnel|professional|junior|senior|[abc][12])\W*"
    r"|\W*\d{1,3}\s?%\W*|\W*\d{1,2}\s?/\s?(?:5|10|20|100)\W*|[\W_]+"
)
