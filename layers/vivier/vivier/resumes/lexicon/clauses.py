"""Section headings that people put as sentences of their own: "How I got here", "Les salons où j'ai coiffé"."""

import re

_MOST_WORDS = 9
_BEEN = r"i(?:'ve| have)?(?: (?:ever|also))?(?: been)?"
_AND = r"(?:,? (?:and|et)?(?: (?:for|as|pour|comme))? ?(?:where|when|what|who|whom|why|how|ou|quand|quoi|qui|combien))?"
_ENDS = r"(?: (?:on|in|at|for|with|aboard|under|from))?(?: (?:so far|to date|since|before))?"
_HELD = (
    r"(?:worked|served|held|sailed|taught|kept|managed|cooked|nursed|staffed|filled|occupied|run|ran|led"
    r"|driven|built"
    r"|flown|danced|played|sung|farmed|guarded|opened|known from the inside)"
)
_NO_WORKPLACES = (
    r"(?!(?:skills?|things|tools?|languages?|machines?|software|systems?|courses?|books?|projects?|papers"
    r"|exams|what|talks"
    r"|instruments?|parts|pieces|works|teams?|langues?|outils?|logiciels?|choses|ecoles?|diplomes?|etudes?"
    r"|competences?"
    r"|savoirs?|gestes?|projets?|livres?|prix|formations?|cours|examens?|articles?|titres|papiers|permis|ce) )"
)
# "Given freely", "Ce que je fais sans être payée": no paid work, whatever else the words say.
_UNPAID = re.compile(
    r"(?:given|done|offered|worked) (?:freely|for free|for nothing|without pay|unpaid)|not for (?:pay|money"
    r"|profit|wages)"
    r"|(?:what|things) i do (?:for free|for nothing|unpaid|without pay)"
    r"|(?:fait|donne|travaille) (?:gratuitement|sans (?:etre )?pay(?:e|ee)|pour rien)|sans (?:salaire|etre paye?e?)"
    r"|ce que je (?:fais|donne) (?:benevolement|gratuitement|sans etre paye?e?|pour rien)"
    r"|(?:people|those|some) who (?:will|can|would) (?:vouch|speak|answer) for me|who (?:will|can) vouch for me"
    r"|(?:ils|elles|ceux qui) (?:peuvent (?:parler|temoigner|repondre) (?:de|pour) moi|se portent garants?)"
)
_AT_NIGHT = re.compile(
    r"(?:things|stuff|what) i (?:make|do|build|write|code|paint|record|tinker with)"
    r" (?:at night|at weekends|on weekends|for fun|on the side|after (?:dark|hours|work)|at home"
    r"|in my spare time|on sundays)"
    r"|ce que je (?:fais|fabrique|bricole|code|ecris) (?:la nuit|le soir|le week-end|le dimanche"
    r"|pour le plaisir|chez moi)"
)
_WORKED = re.compile(
    # "Where I have gardened", "Là où j'ai enseigné"; but where somebody was born is none.
    r"where i(?:'ve| have)(?: been)? [a-z]{3,}ed|(?:la )?ou j'ai (?!etudie|grandi)[a-z]{3,}e"
    rf"|how i (?:got|came)(?: to be)? (?:here|this far|there|where i am)(?: today| now)?"
    rf"|how i(?:'ve| have)? (?:earn|earned|make|made) (?:my|a) (?:living|keep|crust|bread|money)"
    rf"|(?:the )?{_NO_WORKPLACES}[a-z]{{3,}}s (?:that |which |where )?{_BEEN} {_HELD}{_ENDS}"
    rf"|(?:jobs|posts|roles|positions) (?:that )?{_BEEN} (?:had|done|loved|left){_ENDS}"
    rf"|people (?:that )?{_BEEN} worked for"
    r"|who(?:m)?(?: has| have|'s)? (?:paid|employed|hired|pays|employs|hires|trusted|signed)(?: me| my [a-z]+)?"
    + _AND
    + r"|who(?:m)? i(?:'ve| have)? (?:work|worked|cook|cooked|play|played|built|build|drive|driven"
    r"|write|written) (?:for|with)"
    + _AND
    + r"|what i (?:play|paint|sing|build|write|design|grow|dance|film|act),? and (?:for whom|who for|where|with whom)"
    r"|ce que je (?:joue|chante|peins|danse|filme|ecris|construis|vends|soigne),? et (?:pour qui|avec qui"
    r"|chez qui|ou)"
    r"|(?:pour|chez|avec) qui (?:je|j'ai) (?:travaille|joue|ecris|ecrit|roule|cuisine|chante|construit"
    r"|[a-z]{3,}e)(?: (?:et (?:quand|ou)))?"
    r"|(?:ceux )?qui (?:m'a|m'ont|m') ?(?:emploie|employee?|embauchee?|payee?|fait travailler|fait confiance)"
    + _AND
    + r"|comment (?:j'en suis arrivee?(?: la| ici)?|j'en suis la|je suis (?:arrivee?|venue?) (?:la|ici|jusqu'ici)"
    r"|je gagne ma vie)"
    r"|(?:le chemin|la route)(?: parcourue?)? (?:jusqu'ici|jusqu'a aujourd'hui)|the (?:road|way|route|path)"
    r" (?:so far|here)"
    rf"|(?:les |mes )?{_NO_WORKPLACES}[a-z]{{3,}}[sx] (?:ou|que|dans lesquel(?:le)?s|pour lesquel(?:le)?s"
    rf"|a bord desquel(?:le)?s|chez qui)"
    r" j'ai (?!etudie|grandi|appris)[a-z]{2,}[eiust]e?s?"
)
# "Where I trained", "What I studied and where", "Ce que j'ai étudié", "Où j'ai appris le métier", "How I qualified".
_STUDIED = re.compile(
    r"(?:(?:what|where)(?: and where)? i(?:'ve| have)? (?:studied|trained|learn(?:t|ed)(?: (?:it|the trade"
    r"|my trade))?"
    r"|went to (?:school|college|university))"
    r"|(?:ce que|la ou|ou) j'ai (?:fait mes (?:etudes|classes)|etudie|appris(?: (?:le|mon) metier)?)"
    r"|mes annees d'etudes?)(?: (?:and|et) (?:where|when|what|ou|quand|quoi))?"
    r"|how i (?:qualified|trained|got (?:qualified|trained|my (?:papers|tickets?|letters))"
    r"|learn(?:t|ed)(?: (?:it|all this|(?:the|my) (?:trade|craft|job|ropes)))?)"
    r"|comment (?:j'ai appris(?: (?:(?:le|mon) metier|tout ca))?|je me suis formee?)"
    r"|who (?:taught|trained) me(?: what| and (?:what|how|when))?|qui m'a (?:appris|formee?)(?: (?:le"
    r"|mon) metier| et quand)?"
    r"|ce que j'ai comme (?:diplomes?|papiers|titres)|(?:les |mes |le )papiers?(?: que j'ai| du metier)?"
    r"|(?:schools?|schooling|training|studies|college) (?:and|&) (?:papers|tickets|cards|licen[cs]es"
    r"|certificates|badges)"
    r"|(?:ecoles?|etudes|diplomes?|formations?) (?:et|&) (?:papiers|permis|habilitations|cartes|brevets|caces)"
)
# "Ce que je fais de mes mains", "What I can do for you": what somebody is able to, in a sentence of their own.
_ABLE_TO = re.compile(
    r"(?:ce que (?:je (?:sais|peux|fais|maitrise|propose|apporte|offre|connais)|j'apporte|j'offre)"
    r"|what i (?:can|bring|offer|know|am good at|do (?:well|best))|things i (?:can|know|use|bring|do well)"
    r"|ce que je (?:conduis|pilote|manie|utilise|cuisine|fabrique|repare)"
    r"|what i (?:drive|operate|use|handle|repair|cook|make|run|fly|weld|work (?:with|in)|build (?:with|in))"
    r"|(?:what )?i(?:'m| am) good at|(?:i )?can do(?= (?:before|after|with|without|in|on|at|by|from|half"
    r"|blind)|$))(?: [a-z' -]+)?"
    r"|(?:skills|techniques|procedures|tools|software|machines|equipment|kit) (?:that )?i(?:'m| am|'ve"
    r"| have)?(?: [a-z' -]+)"
    r"|(?:les |mes )?(?:outils|logiciels|machines|engins|gestes|actes|techniques|competences) (?:que j(?:e "
    r"|'))[a-z' -]+"
    r"|je (?:sais|peux) (?:me |aussi |tout )?[a-z]{2,}(?:er|ir|re|oir)(?: [a-z' -]+)?"
)
_SPOKEN = re.compile(
    r"(?:the )?(?:languages?|tongues) (?:that )?i(?:'m| am| have| can|'ve)? [a-z' -]+"
    r"|(?:les )?langues (?:que je|dans lesquelles je) [a-z' -]+|(?:ce que|dans quelles langues) je parle"
    r"|what i speak|how i speak"
)
_KINDS = (
    (_UNPAID, "other"),
    (_AT_NIGHT, "projects"),
    (_SPOKEN, "languages"),
    (_STUDIED, "education"),
    (_WORKED, "experience"),
    (_ABLE_TO, "skills"),
)


def clause_kind(folded: str) -> str | None:
    """The kind of section that a sentence announces, if it is one that people put above a list.

    `folded`: as `fold` gives it, without brackets and frames.
    """
    if len(folded.split()) > _MOST_WORDS:
        return None
    return next((kind for pattern, kind in _KINDS if pattern.fullmatch(folded)), None)
