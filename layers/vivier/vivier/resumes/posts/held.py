"""How a post was held, which is no part of its name: contract, hours, for how long, why it ended, what came before."""

import re

from vivier.resumes.posts.between import AMOUNT
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
    r"|(?:equipe|secteur|region|zone) [^(),]+|[^(),]{2,40} (?:patch|contract|team|region|territory)"
    r"|team of [^()]+|volunt(?:ary|eer)|unpaid|benevol(?:e|at)"
    r"|self-employed[^()]*|a (?:mon|son) compte|auto-?entrepreneu(?:r|se)|micro-?entrepreneu(?:r|se)|sole trader"
)
_ALONE = (
    r"self-employed|sole trader|a (?:mon|son) compte|(?:maternity|paternity|sickness|holiday|leave) cover"
    r"|(?:temporary|temp|fixed[ -]term|casual|agency)(?: (?:then|now|later) permanent)?"
    r"|(?:interim|cdd|saisonnier[a-z]*)(?: puis cdi)?"
)
_SPAN = rf"(?:de |d'|for )?{AMOUNT} (?:mois|semaines|jours|months|weeks|days)|(?:d'une|one|a) (?:semaine|week|month)"
_BEHIND = re.compile(
    rf"\s?[(\[](?:{_HELD})(?:, (?:{_HELD}))*[)\]]$"
    r"|,? (?:[aà] temps (?:partiel|plein)|[aà] mi-temps)(?: \(?\d{2,3} ?%\)?)?$"
    rf"|, (?:part|full)[ -]time(?: [a-z ]+)?$| de quart(?: [235]x8)?$|(?: -|,) (?:{_ALONE})$|,? (?:{_SPAN})$"
)
# Why it ended or began, and in which shifts or seasons.
_WHY = re.compile(
    r"licenciement(?: \w+)?|demission|rupture conventionnelle|depart(?: volontaire| negocie)|demenagement"
    r"|fin (?:de|du) (?:contrat|cdd|mission|chantier|saison|bail)"
    r"|(?:fermeture|liquidation|cessation)(?: (?:de|d'|du)\b.*| judiciaire)?"
    r"|(?:en )?(?:reconversion|reprise d'etudes|reorientation)(?: professionnelle)?"
    r"|made redundant|(?:voluntary |compulsory )?redundancy|end of (?:contract|season|project|assignment)"
    r"|(?:[a-z]+ )?(?:closed(?: down)?|closure)|career change|resigned"
    r"|(?:relocated|relocation|moved (?:to|abroad|away|house))(?: .{0,20})?"
    r"|(?:toutes?|tous) les (?:hivers?|etes?|saisons?|ans|week-?ends?|soirs?|nuits?)"
    r"|chaque (?:hiver|ete|saison|annee)|(?:each|every) (?:winter|summer|season|year|weekend)"
    r"|rotations? .{0,20}|marees de(?: .{0,15})?|(?:a )?(?:temps (?:partiel|plein)|mi-temps)(?: (?:a )?\d{2,3} ?%)?"
    r"(?: (?:pendant|parallelement|durant) .{0,30})?"
    rf"|[235] ?x ?8|(?:{AMOUNT} (?:weeks?|days?|months?|semaines?|jours?|mois) )?(?:on )?{AMOUNT}(?: [a-z]+)?"
    rf" (?:on|off|sur|a terre)(?: {AMOUNT}(?: [a-z]+)?(?: off)?)?"
)


def without_how(text: str) -> str:
    """A post's name without how it was held, behind it: "Guichetière (CDD de 4 mois)", "Teacher (maternity cover)"."""
    folded = fold(text)
    if len(folded) != len(text):
        return text
    found = _BEHIND.search(folded)
    return text[: found.start()].rstrip(" ,") if found and found.start() > 2 else text


def is_why(text: str) -> bool:
    """Whether a piece only says why a post ended or began, or in which shifts or seasons: "licenciement économique"."""
    return _WHY.fullmatch(fold(text).strip(" .()")) is not None
