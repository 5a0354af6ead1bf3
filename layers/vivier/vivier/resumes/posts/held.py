"""How a post was held, which is no part of its name: contract, hours, for how long, why it ended, what came before."""

import re

from vivier.resumes.text import fold

_HELD = (
    r"contrat (?:de |d'|a )[^()]*|emploi (?:d'ete|etudiant|saisonnier)|job (?:d'ete|etudiant)"
    r"|(?:summer|holiday|student|weekend) job|remplacements?|remplacante?|cd[di]\b[^()]*|interim[a-z]*"
    r"|(?:part|full)[ -]time[^()]*|(?:a )?temps (?:partiel|plein)[^()]*|(?:a )?mi-temps[^()]*|\d{2,3} ?%"
    r"|maternity (?:leave )?cover|(?:covering|cover for) [^()]+|temporary(?: [^()]+)?|temp|permanent"
    r"|fixed[ -]term[^()]*"
    r"|seasonal(?: [^()]+)?|saisonnier[a-z]*(?: [^()]+)?|casual|zero[ -]hours?[^()]*|agency|vacations?|vacataire"
    r"|\d+ (?:semaines?|mois|ans?|jours?|saisons?|weeks?|months?|years?|days?|seasons?|hours? a week)(?:[ ,][^()]*)?"
    r"|nights?|days|weekends?|evenings?|saturdays?|nuits?|(?:de )?quart[^()]*|(?:en )?(?:2|3|5)x8"
    r"|licenciement[^()]*|redundan[a-z]+[^()]*|made redundant|fin de [^()]+"
    r"|(?:previously|formerly|joined as|promoted|anciennement|auparavant|promue?|embauchee? (?:comme|apres)) [^()]*"
    r"|\d+ (?:personnes?|ouvriers?|people|staff|salaries|hommes|compagnons|agents|enfants|children|reports?)"
    r"|equipe de \d[^()]*|team of [^()]+|volunt(?:ary|eer)|unpaid|benevol(?:e|at)"
)
_BEHIND = re.compile(
    rf"\s?[(\[](?:{_HELD})(?:, (?:{_HELD}))*[)\]]$"
    r"|,? (?:[aà] temps (?:partiel|plein)|[aà] mi-temps)(?: \(?\d{2,3} ?%\)?)?$|, (?:part|full)[ -]time(?: [a-z ]+)?$"
    r"| de quart(?: [235]x8)?$"
)


def without_how(text: str) -> str:
    """A post's name without how it was held, behind it: "Guichetière (CDD de 4 mois)", "Teacher (maternity cover)"."""
    folded = fold(text)
    if len(folded) != len(text):
        return text
    found = _BEHIND.search(folded)
    return text[: found.start()].rstrip(" ,") if found and found.start() > 2 else text
