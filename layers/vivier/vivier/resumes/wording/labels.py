"""The labels of forms, French and English: "Nom de l'employeur", "Position held"."""

import re

from vivier.resumes.text import fold

# What a label may go on with ("Fonction ou poste occupé"); any other word makes it a value.
_END = (
    r"(?: ?(?:d'|l'|de|du|des|la|le|les|ou|et|&|or|and|of|the|a|postes?|occupee?s?|exercee?s?|tenu|held|obtenue?s?|vise"
    r"|delivree?s?|awarded|obtained|provid\w+|deliver\w+|organi\w+|formation|enseignement|education|training|name|nom"
    r"|address|adresse|type|emploi|job|responsabilites|responsibilities|missions?|taches|tasks|principales|principaux|cles|qualification|diplome|certificat|work"
    r"|entreprise|employeur|structure|organisme|societe|client|sector|secteur|activites?|business|couvertes?|studied|covered|techniques?|scolaire"
    r"|attended|activities|duties|skills|subjects|title|role|position|employer|company|institution|etablissement))*"
)
# How labels begin, by what stands beside them.
_HEADS: dict[str, tuple[str, ...]] = {
    "when": (
        "dates?",
        "periode",
        "period of (?:employment|work)",
        "period",
        "duree",
        "duration",
        "annees?",
        "years?",
        "from ?- ?to",
        "quand",
        "when",
        "(?:completed|finished|graduated|obtained)(?: in| on)?|awarded (?:in|on)",
        "(?:obtenue?|valide|decroche) (?:en|le)",
        "obtention",
        "graduation date",
        "(?:year|date|month)s? of (?:passing|study|graduation|completion)",
        "passing year",
        "(?:annee|date) d'obtention",
        "session",
    ),
    "from": (
        "start(?: date| year)?",
        "starting",
        "(?:date )?from",
        "since",
        "began",
        "(?:date de |annee de )?debut",
        "depuis",
        "de",
        "du",
        "(?:date d')?(?:entree|embauche|embarquement)",
        "joined|sign(?:ed)? on",
    ),
    "to": (
        "end(?: date| year)?",
        "ending",
        "(?:date )?to",
        "until",
        "left",
        "(?:date de |annee de )?fin",
        "jusqu'(?:a|en)",
        "a",
        "au",
        "(?:date de )?(?:sortie|depart|debarquement)",
        "signed? off",
    ),
    "what": (
        "fonctions?",
        "postes?",
        "emplois?",
        "metier",
        "intitule",
        "titre",
        "role",
        "(?:job )?title",
        "(?:job |occupation or )?position",
        "occupation",
        "designation",
        "grade",
        "job",
        "post",
        "profession",
        "quoi",
        "qualification",
        "employed as",
        "rank|rang",
    ),
    "degree": (
        "diplome",
        "intitule",
        "degree",
        "(?:title of )?(?:the )?qualification",
        "award",
        "certificate?",
        "programme",
        "course",
        "exam(?:ination)?s?(?: passed)?",
        "class",
    ),
    "where": (
        "(?:nom (?:et adresse )?(?:de |du )?(?:l')?)?(?:employeur|entreprise|societe|organisme|etablissement)",
        "(?:name (?:and address )?of )?(?:the )?(?:employer|company|organi[sz]ation|firm|client)",
        "structure(?: d'accueil)?",
        "lieu d'exercice",
        "(?:place of work|work ?place|where|work(?:ed)? (?:at|for))",
        "chez",
        "ou",
        "raison sociale",
        "employed (?:by|at)|who for|for whom|pour qui|chez qui|(?:end )?client(?: final)?",
        "compagnie|armateur|ship ?owner",
        "collectivite(?: territoriale)?|administration|ministere|hopital|hospital|school|ecole",
    ),
    "school": (
        "where",
        "ou",
        "(?:nom (?:et type )?(?:de |du )?(?:l')?)?(?:ecole|universite|etablissement|organisme|lycee)",
        "(?:name (?:and type )?of )?(?:the )?(?:school|university|institut(?:ion|e)|college|board|organi[sz]ation)",
        "(?:training |course |education )?provider",
    ),
    "place": ("lieu", "ville", "location", "place", "adresse", "address", "city", "town", "country", "pays"),
    "does": (
        "(?:principales? )?(?:missions?|activites|taches|responsabilites|realisations|fonctions)",
        "(?:main |key )?(?:duties|activities|responsibilities|achievements|tasks)",
        "description|what (?:got done|was done|i did)|ce que j'(?:y ai|ai) fait|travail(?: fait| realise| effectue)?",
        "domaines?(?: d'intervention)?",
        "details?",
        "(?:type of )?(?:business|sector|secteur)",
        "type (?:de |ou )?secteur",
        "type de contrat",
        "contract",
        "contrat",
        "(?:principal )?subjects(?:/occupational skills)?",
        "(?:principales )?matieres(?:/competences(?: professionnelles)?)?",
        "niveau(?: d'etudes?| de sortie| dans la classification .{5,30})?",
        "level(?: of study| in .{5,30} classification)?",
        "mention",
        "results?",
        "c?gpa",
        "percentage(?: of marks)?",
        "marks(?: obtained)?",
        "moyenne",
        "environnement",
        "solutions?",
        "technologies?(?: utilisees?)?",
        "mots? ?-?cles?",
        "sujet",
        "outils",
        "tools",
        "productions?|spectacles?|films?|show|play|piece",
        "navires?|bateau|vessels?|ship",
    ),
}
_KINDS = {kind: re.compile(f"(?:{'|'.join(heads)}){_END}") for kind, heads in _HEADS.items()}


_TWO, _LONGEST = 2, 64  # "Name and type of organisation providing education and training"


def label_kind(label: str, study: bool) -> str | None:
    """when, from, to, what, where, place or does: what stands beside a label of a post, or of a study."""
    folded = re.sub(r"\s+", " ", fold(label)).strip(" :.-•*")
    if len(folded) > _LONGEST or any(c.isdigit() for c in folded):
        return None
    ends = ("when", "from", "to")
    order = (*ends, "degree", "school", "place", "does") if study else (*ends, "does", "where", "what", "place")
    for kind in order:
        if _KINDS[kind].fullmatch(folded):
            return {"degree": "what", "school": "where"}.get(kind, kind)
    sides = folded.split("/")  # "University/Board", "Percentage / CGPA"
    kinds = {label_kind(side, study) for side in sides} if len(sides) == _TWO else set()
    return kinds.pop() if len(kinds) == 1 else None


_LISTS = re.compile(
    r"\W*(?:(?:les |mes |my )?(?:principa(?:ux|les)|main|key|selected|notable|recent|quelques|exemples? de) )?"
    r"(?:clients|chantiers|references|projets|projects|sites|realisations|comptes|accounts)"
    r"(?: (?:principaux|recents|include))? ?:|^clients include\b"
)


def lists_more(text: str) -> bool:
    """Whether a row opens a list of what a post was about: "Clients : …", "Principaux chantiers : … (2014-2016), …"."""
    return bool(_LISTS.match(fold(text)))


def is_label(text: str) -> bool:
    """Whether a text is a form's label, of whatever entry; the small words before dates are none by themselves."""
    kinds = {label_kind(text, study=False), label_kind(text, study=True)}
    return bool(kinds - {None, "from", "to"})
