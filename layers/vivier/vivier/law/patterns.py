"""The patterns by which prohibited facts are recognised, on folded text (see recognition.py).

One pattern a line, however long: cut in pieces they could not be compared with each other.
"""
# ruff: noqa: E501

import re
from collections.abc import Callable
from typing import NamedTuple

from vivier.law.confirming import (
    OF_PEOPLE,
    has_digits,
    is_iban,
    is_upper,
    married,
    no_duration,
    of_self,
    working_age,
)
from vivier.law.pieces import (
    CHILDREN,
    COUNT,
    DATE,
    END,
    FEM,
    FULL_DATE,
    MAY_SAY,
    PEOPLE,
    PLACE,
    SAYS,
    START,
    TAIL,
    VALUE,
)
from vivier.law.prohibited import ProhibitedKind as Kind


class Rule(NamedTuple):
    """`hints`: words without which the pattern cannot match. `confirm` sees the original text of the span."""

    kind: Kind
    pattern: re.Pattern[str]
    personal_only: bool = False
    hints: tuple[str, ...] = ()
    group: int = 0
    confirm: Callable[[str, re.Match[str]], bool] | None = None


def _rule(
    kind: Kind,
    pattern: str,
    *hints: str,
    personal: bool = False,
    group: int = 0,
    confirm: Callable[[str, re.Match[str]], bool] | None = None,
) -> Rule:
    return Rule(kind, re.compile(pattern), personal, hints, group, confirm)


_BIRTH = (
    _rule(Kind.BIRTH_DATE, r"\bne" + FEM + r"\s{1,2}(?:le|en)\s{0,2}:?\s{0,2}" + FULL_DATE, "ne"),
    _rule(Kind.BIRTH_DATE, r"\bne" + FEM + r"\s{1,2}le\s{0,2}:?\s{0,2}" + DATE, "ne"),
    _rule(Kind.BIRTH_DATE, r"(?:" + START + r"|suis\s)ne" + FEM + r"\s{1,2}en\s{1,2}" + DATE, "ne"),
    _rule(
        Kind.BIRTH_DATE,
        r"\b(?:(?:date|annee|jour)s?\s(?:et\slieu\s)?de\s(?:la\s)?naissance|ddn|naissance|date\sof\sbirth|d\.?o\.?b\b\.?|birth\s?date|birthday"
        r"|year\sof\sbirth|born)(?:\s(?:le|on|in))?" + MAY_SAY + r"(?:le\s)?" + DATE,
        "naissance",
        "ddn",
        "birth",
        "dob",
        "d.o.b",
        "born",
    ),
    _rule(Kind.BIRTH_DATE, r"\bdate\s(?:et\slieu\s)?de\snaissance" + SAYS + VALUE, "naissance"),
    _rule(Kind.BIRTH_DATE, r"\bdate\sof\sbirth" + SAYS + VALUE, "birth"),
    _rule(Kind.BIRTH_DATE, START + r"(" + FULL_DATE + r")" + END, personal=True, group=1),
    _rule(Kind.BIRTH_DATE, r"(" + FULL_DATE + r")\s?[(,-]\s?\d{2}\s?ans\b", "ans", personal=True, group=1),
    _rule(Kind.BIRTH_DATE, r"\bnati(?:f|ve)\s(?:de|d'|du)\s?[a-z' -]{2,30}?\s(?:le|en)\s" + DATE, "nati"),
    _rule(
        Kind.BIRTHPLACE,
        r"\b(?:ne"
        + FEM
        + r"\s{1,2}(?:le\s{0,2}:?\s{0,2}"
        + DATE
        + r")?|naissance"
        + MAY_SAY
        + r"(?:le\s)?"
        + DATE
        + r")[ ,]{0,3}((?:a|au|aux)\s"
        + PLACE
        + r")",
        "ne",
        "naissance",
        group=1,
        confirm=lambda text, m: bool(
            re.search(r"\d", m.group(0)) or m.start() == 0 or m.string[m.start() - 1] in "\n\t|,;(- "
        ),
    ),
    _rule(
        Kind.BIRTHPLACE,
        r"\b(?:lieu\sde\snaissance|place\sof\sbirth|birth\s?place)" + MAY_SAY + PLACE,
        "naissance",
        "birth",
    ),
    _rule(Kind.BIRTHPLACE, r"\bville\sde\snaissance" + MAY_SAY + PLACE, "naissance"),
    _rule(Kind.BIRTHPLACE, START + r"(?:i\swas\s)?born\s(?:and\sraised\s)?in\s" + PLACE, "born", personal=True),
    _rule(Kind.BIRTHPLACE, r"\bborn\s(?:on\s)?" + DATE + r"[ ,]{0,3}((?:in|at)\s" + PLACE + r")", "born", group=1),
)

_AGE = (
    _rule(
        Kind.AGE,
        r"(?<!d')(?<!moyen )(?<!a l')\bage"
        + r"[ ]{0,3}(?:[:;=][ ]{0,3}[\n\t]?|\t)[ ]{0,3}\d{2}(?:\s?(?:ans|years?(?:\sold)?))?\b",
        "age",
        confirm=working_age,
    ),
    _rule(Kind.AGE, r"(?<!d')(?<!moyen )\bage\s\d{2}\sans\b", "age", confirm=working_age),
    _rule(Kind.AGE, r"(?<!enfant )(?<!personne )\bage" + FEM + r"\sde\s\d{2}\sans\b", "age", confirm=working_age),
    _rule(
        Kind.AGE,
        r"\b\d{2}\s?(?:years?[\s-]old|yo\b|y\.o\.)(?!\s(?:company|firm|building|business|brand))",
        "old",
        "yo",
        "y.o",
        confirm=working_age,
    ),
    _rule(Kind.AGE, r"\baged\s\d{2}\b(?!\s?(?:-|to|and|\+|or))", "aged", confirm=working_age),
    _rule(Kind.AGE, START + r"(\d{2}\s?ans)" + END, "ans", personal=True, group=1, confirm=working_age),
    # Alone in its cell: columns may bring it among the studies or the posts.
    _rule(
        Kind.AGE,
        r"(?:(?<=\A)|(?<=[\n\t]))[ ]{0,4}(\d{2}\s?ans)(?=[ ]{0,4}(?:\Z|[\n\t]))",
        "ans",
        group=1,
        confirm=no_duration,
    ),
    _rule(
        Kind.AGE,
        r"\b(?:femme|homme|fille|garcon|jeune)\s(?:[a-z]{2,12}\s){0,2}de\s(\d{2}\sans)\b",
        "ans",
        group=1,
        confirm=working_age,
    ),
    _rule(
        Kind.AGE,
        r"\b(?:j'ai|i'm|i am)\s\d{2}(?:\sans\b(?!\s(?:d'exp|de\s))|\b(?=\s?[.,\n]))",
        "j'ai",
        "i'm",
        "i am",
        confirm=working_age,
    ),
)

_FAMILY = (
    _rule(
        Kind.FAMILY_SITUATION,
        r"\b(?:situation\s(?:de\sfamille|familiale|maritale|matrimoniale|personnelle)|etat\s(?:civil|matrimonial)|(?:marital|family|civil)\sstatus)"
        + SAYS
        + VALUE
        + r"(?:,"
        + TAIL
        + r")?",
        "situation",
        "etat",
        "status",
    ),
    _rule(
        Kind.FAMILY_SITUATION,
        r"\bmarie" + FEM + r"(?!\w)" + TAIL + r"?" + END,
        "marie",
        confirm=married,
    ),
    _rule(
        Kind.FAMILY_SITUATION,
        r"\b(?:celibataire|divorce"
        + FEM
        + r"|pacse"
        + FEM
        + r"|veuf|veuve|en\s(?:couple|concubinage|union\slibre)|concubin(?:e|age)?|vie\smaritale|union\slibre)\b"
        + TAIL
        + r"?"
        + END,
        "celibataire",
        "divorce",
        "pacse",
        "veu",
        "couple",
        "conc",
        "maritale",
        "union",
    ),
    _rule(
        Kind.FAMILY_SITUATION,
        r"\b(?:celibataire|marie"
        + FEM
        + r"|divorce"
        + FEM
        + r"|pacse"
        + FEM
        + r"|married|divorced|widowed|widower)\b"
        + TAIL,
        "enfant",
        "child",
        "kids",
        "fille",
        "garcon",
        "son",
        "daughter",
    ),
    _rule(
        Kind.FAMILY_SITUATION,
        START
        + r"((?:separe"
        + FEM
        + r"|fiance"
        + FEM
        + r"|married|single|divorced|widowed|engaged|celibataire|marie"
        + FEM
        + r"\b(?=[^\n]{0,3}\Z))"
        + TAIL
        + r"?)"
        + END,
        "separe",
        "fiance",
        "married",
        "single",
        "divorced",
        "widowed",
        "engaged",
        "celibataire",
        personal=True,
        group=1,
    ),
    _rule(
        Kind.FAMILY_SITUATION,
        START + r"[^\w\n]{0,3}(fiance" + FEM + r")" + END,
        "fiance",
        group=1,
        confirm=lambda text, _: text[-1:].lower() in "\u00e9e)" and "\u00e9" in text.lower(),
    ),
    _rule(
        Kind.FAMILY_SITUATION,
        r"\bnom\s(?:de\sjeune\sfille|marital|d'epouse|d'epoux)" + MAY_SAY + VALUE,
        "nom ",
    ),
    _rule(
        Kind.FAMILY_SITUATION,
        START + r"(epou(?:se|x)\s[a-z' -]{2,30})" + END,
        "epou",
        personal=True,
        group=1,
        confirm=lambda text, _: text.split()[-1].isupper(),
    ),
    _rule(
        Kind.FAMILY_SITUATION,
        START + r"(" + CHILDREN + r")" + END,
        "enfant",
        "child",
        "kids",
        "fille",
        "garcon",
        "son",
        "daughter",
        personal=True,
        group=1,
    ),
    _rule(
        Kind.FAMILY_SITUATION,
        r"\b(?:pere|mere|maman|papa|father|mother|parent|mum|mom|dad)\s(?:de\sfamille|(?:de|of)\s"
        + COUNT
        + r"\b(?:\s(?:enfants?|children|kids|filles?|garcons?|jumeaux|boys|girls|jeunes\senfants))?)",
        "pere",
        "mere",
        "maman",
        "papa",
        "father",
        "mother",
        "parent",
        "mum",
        "mom",
        "dad",
    ),
    _rule(Kind.FAMILY_SITUATION, r"\b(?:je\ssuis\s)enceinte\b|\bi\s?a?'?m\spregnant\b", "enceinte", "pregnant"),
    _rule(
        Kind.FAMILY_SITUATION,
        START + r"((?:enceinte|pregnant)(?:\sde\s[^\n]{1,20})?)" + END,
        "enceinte",
        "pregnant",
        personal=True,
        group=1,
    ),
    _rule(
        Kind.FAMILY_SITUATION,
        r"\b(?:enfants?|children)\s?:\s?(?:\d{1,2}|oui|non|yes|none|aucun)\b",
        "enfant",
        "children",
    ),
)

_NATIONALITY = (
    _rule(
        Kind.NATIONALITY,
        r"(?<!droit de la )\b(?:double\s)?nationalites?"
        + MAY_SAY
        + r"[^\W\d_][\w'-]{2,20}(?:\s?(?:et|and|/|&|,|-)\s?[^\W\d_]{4,20}(?:e|ne|se|sh|an|te)\b)?",
        "nationalite",
    ),
    _rule(Kind.NATIONALITY, r"\b(?:nationality|citizenship)" + SAYS + VALUE, "nationality", "citizenship"),
    _rule(Kind.NATIONALITY, r"\b(?:nationality|citizenship)\s" + PEOPLE + r"\w{0,5}", "nationality", "citizenship"),
    _rule(
        Kind.NATIONALITY,
        r"\b(?:dual\s)?"
        + PEOPLE
        + r"\w{0,5}(?:[/\s&-]{1,3}(?:and\s)?"
        + PEOPLE
        + r"\w{0,5})?\s(?:national\b(?!\s(?:team|school|bank|railway))|citizen(?:ship)?\b|nationality)",
        "national",
        "citizen",
    ),
    _rule(Kind.NATIONALITY, r"\bcitoyen(?:ne(?:te)?)?(?:\s|" + SAYS + r")" + PEOPLE + r"\w{0,5}", "citoyen"),
    _rule(
        Kind.NATIONALITY,
        START + r"((?:" + OF_PEOPLE + r")(?:e|ne)?)" + END,
        *(word[:5] for word in OF_PEOPLE.split("|")),
        personal=True,
        group=1,
        confirm=of_self,
    ),
)

_OTHERS = (
    _rule(Kind.ORIGIN, r"\b(?:origine(?:s)?(?:\sethnique)?|ethnie|groupe\sethnique|ethnicity|ethnic\s(?:origin|group)|race)" + r"[ ]{0,2}:[ ]{0,3}" + VALUE, "origine", "ethni", "race"),
    _rule(Kind.ORIGIN, r"\bd'origine\s" + PEOPLE + r"\w{0,5}|\bof\s" + PEOPLE + r"\w{0,5}\s(?:origin|descent)\b", "origin", "descent"),
    _rule(Kind.GENDER, r"\b(?:sexe|sex|gender|genre)" + SAYS + r"(?:masculin|feminin|homme|femme|male|female|man|woman|m|f|h|non[- ]binaire|non[- ]binary|autre|other)\b", "sex", "gender", "genre"),
    _rule(Kind.GENDER, r"\b(?:civilite|titre\sde\scivilite)" + SAYS + r"(?:m\.?|mr\.?|mme\.?|mlle\.?|monsieur|madame|mademoiselle|ms\.?|mrs\.?)(?=\W|\Z)", "civilite"),
    _rule(Kind.GENDER, START + r"(masculin|feminin|male|female|homme|femme|non-binaire|non-binary|transgenre|transgender)" + END, "masculin", "feminin", "male", "homme", "femme", "binai", "binary", "trans", personal=True, group=1),
    _rule(Kind.GENDER, r"\b(?:she\s?/\s?her(?:s)?|he\s?/\s?him|they\s?/\s?them|elle\s?/\s?iel|iel)(?:\s?/\s?[a-z]{2,6})?\b", "she", "he", "they", "iel"),
    _rule(Kind.GENDER, r"\bjeune\s(?:femme|homme|fille)\b", "jeune", personal=True),
    _rule(Kind.ORIENTATION, r"\b(?:orientation\ssexuelle|sexual\sorientation)" + MAY_SAY + VALUE, "orientation"),
    _rule(Kind.ORIENTATION, START + r"(homosexuel(?:le)?|heterosexuel(?:le)?|bisexuel(?:le)?|homosexual|heterosexual|bisexual)" + END, "sexu", personal=True, group=1),
    _rule(Kind.SOCIAL_SECURITY, r"(?:\bn\W{0,2}o?\s{0,2}|\bnumero\s)?(?:\bde\s|\bd')?(?:\bsecurite\ssociale|\bsecu\b|\bs\.?s\.?(?=\s?:)|\binsee|\bnir\b|\bimmatriculation\ssociale)(?:\sn\W{0,2}o?)?" + MAY_SAY + r"[12][\d ./-]{10,24}(?:2[ab][\d ./-]{6,14})?", "secu", "ss", "s.s", "insee", "nir", "immat"),
    _rule(Kind.SOCIAL_SECURITY, r"(?<![\d+])[12][ .-]?\d{2}[ .-]?(?:0[1-9]|1[0-2]|[2-9]\d)[ .-]?(?:\d{2}|2[ab])[ .-]?\d{3}[ .-]?\d{3}(?:[ ./-]{0,3}\d{2})?(?!\d)"),
    _rule(Kind.SOCIAL_SECURITY, r"\b(?:ssn|social\ssecurity(?:\s(?:number|no\.?|n\W))?|national\sinsurance(?:\s(?:number|no\.?))?|ni\snumber|ahv|avs\sn\W{1,2}|sin\snumber)\s?[:#.]?\s?[a-z0-9][a-z0-9 .-]{6,22}\d[a-z]?", "ssn", "social", "insurance", "ni number", "ahv", "avs", "sin", confirm=has_digits),
    _rule(Kind.SOCIAL_SECURITY, r"\b756\.\d{4}\.\d{4}\.\d{2}\b", "756."),
    _rule(Kind.BANK, r"\biban\b" + MAY_SAY + r"[a-z]{2}\s?\d{2}[a-z0-9 ]{8,40}\d[a-z0-9]{0,3}", "iban"),
    _rule(Kind.BANK, r"\b[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){2,7}(?: ?[a-z0-9]{1,3})?\b", confirm=is_iban),
    _rule(Kind.BANK, r"\b(?:bic|swift)(?:\s?/\s?swift)?\s{0,2}:\s{0,2}[a-z]{6}[a-z0-9]{2,5}\b", "bic", "swift", confirm=is_upper),
    _rule(Kind.BANK, r"\b(?:rib|compte\s(?:bancaire|n\W{1,2})|account\s(?:number|no\.?))\s?[:#]?\s?[\d][\d a-z]{7,34}", "rib", "compte", "account"),
    _rule(Kind.RELIGION, r"\b(?:religion|confession(?:\sreligieuse)?|culte|faith)" + r"[ ]{0,2}:[ ]{0,3}\n?" + VALUE, "religion", "confession", "culte", "faith"),
    _rule(Kind.RELIGION, r"\b(?:catholique|chretien(?:ne)?|protestant" + FEM + r"|musulman" + FEM + r"|juif|juive|bouddhiste|hindouiste|orthodoxe|evangelique|athee)\spratiquant" + FEM, "pratiquant"),
    _rule(Kind.RELIGION, r"\bpractising\s(?:catholic|christian|muslim|jew|buddhist|hindu)\b|\bpracticing\s(?:catholic|christian|muslim|jew|buddhist|hindu)\b", "practi"),
    _rule(Kind.RELIGION, START + r"(catholique|musulman" + FEM + r"|bouddhiste|hindouiste|juif|juive|athee|muslim|catholic|jewish|buddhist|hindu|atheist|chretien(?:ne)?)" + END, personal=True, group=1),
    _rule(Kind.HEALTH, r"\b(?:beneficiaire|titulaire|reconnu" + FEM + r"|statut|reconnaissance)\s(?:(?:de\s)?(?:la|d'une)\s)?(?:rqth|qualite\sde\stravailleur\shandicape)(?:\s\([^)\n]{1,20}\))?|\breconnaissance\sde\s(?:la\s)?qualite\sde\stravailleu(?:r|se)\shandicapee?", "rqth", "handicape"),
    _rule(Kind.HEALTH, r"\b(?:reconnu" + FEM + r"\s)?travailleu(?:r|se)\shandicape" + FEM + r"\b", "handicape"),
    _rule(Kind.HEALTH, r"\brqth\b(?:\s?:\s?\w{2,12})?", "rqth", personal=True),
    _rule(Kind.HEALTH, r"\b(?:handicap|invalidite|disability|disabilities|maladies?|allergies?|etat\sde\ssante|sante|health(?:\sstatus)?|taux\sd'(?:invalidite|incapacite))" + r"[ ]{0,2}:[ ]{0,3}" + VALUE, "handicap", "invalidite", "disabilit", "maladie", "allergie", "sante", "health", "taux", personal=True),
    _rule(Kind.HEALTH, r"\b(?:groupe\ssanguin|blood\s(?:type|group))" + MAY_SAY + r"(?:ab|a|b|o)\s?(?:[+-]|positif|negatif|positive|negative|rh)?", "sanguin", "blood"),
    _rule(Kind.HEALTH, START + r"((?:non[- ])?fumeu(?:r|se)|(?:non[- ])?smoker|en\ssituation\sde\shandicap|registered\sdisabled|disabled|vaccine" + FEM + r"(?:\scovid[^\n,;|]{0,10})?)" + END, "fumeu", "smoker", "handicap", "disabled", "vaccine", personal=True, group=1),
    _rule(Kind.HEALTH, r"\bi\s(?:am|have)\s(?:a\s)?(?:registered\s)?disab(?:led|ility)\b|\bje\ssuis\s(?:en\ssituation\sde\shandicap|handicape" + FEM + r")\b", "disab", "handicap"),
    _rule(Kind.MEASUREMENTS, r"\b(?:taille|height|stature)" + MAY_SAY + r"(?:[12]\s?[m,.]\s?\d{2}\s?(?:m\b|cm\b)?|[12]\d{2}\s?cm\b|[4-7]\s?(?:'|ft\.?|feet)\s?\d{0,2}\s?(?:\"|''|in\b|inches)?)", "taille", "height", "stature"),
    _rule(Kind.MEASUREMENTS, r"\b(?:poids|weight)" + MAY_SAY + r"\d{2,3}\s?(?:kg|kilos|lbs?|pounds)\b", "poids", "weight"),
    _rule(Kind.MEASUREMENTS, START + r"(1\s?m\s?\d{2}(?:[ ,/-]{1,3}\d{2,3}\s?kg)?|\d{2,3}\s?kg|1\d{2}\s?cm)" + END, personal=True, group=1),
    _rule(Kind.MEASUREMENTS, r"\b(?:mensurations|measurements|pointure|tour\sde\s(?:taille|poitrine|hanches))" + r"[ ]{0,2}:?[ ]{0,3}\d[\d /cm-]{1,16}", "mensurations", "measurements", "pointure", "tour"),
    _rule(Kind.POLITICS_UNION, r"(?<!le )(?<!du )(?<!un )(?<!la )\b(?:delegue" + FEM + r"\ssyndical" + FEM + r"|representant" + FEM + r"\ssyndical" + FEM + r"|secretaire\ssyndical" + FEM + r"|shop\ssteward|(?:trade\s)?union\s(?:representative|delegate|member|rep)\b)(?:\s(?:cgt|cfdt|fo|cftc|cfe-cgc|unsa|sud|fsu)\b)?", "syndical", "steward", "union"),
    _rule(Kind.POLITICS_UNION, r"\b(?:syndique|adherent|militant|membre|encarte|sympathisant|elu|delegue|candidat)" + FEM + r"\s(?:actif\s|active\s)?(?:(?:a\sla|au|du|de\sla|des?|pour|chez)\s)?(?:l')?(?:cgt|cfdt|force\souvriere|cftc|cfe-cgc|unsa|solidaires|syndicat(?:\s[a-z]{2,20}){0,2}|parti\s[^\n\t|;,.]{2,40}|les\srepublicains|rassemblement\snational|front\snational|la\sfrance\sinsoumise|lfi|eelv|modem|rn\b|ps\b|pcf\b|lr\b|ump\b)", "syndiqu", "adherent", "militant", "membre", "encarte", "sympathisant", "elu", "delegue", "candidat"),
    _rule(Kind.POLITICS_UNION, r"\b(?:member|activist|supporter|volunteer|candidate|councillor)\s(?:of|for|in|with)\s(?:the\s)?(?:labour|conservative|liberal\sdemocrats?|democratic|republican|green|communist|socialist|sinn\sfein|fine\sgael|fianna\sfail)(?:\sparty)?\b", "labour", "conservative", "liberal", "democratic", "republican", "green", "communist", "socialist", "sinn", "fine gael", "fianna"),
    _rule(Kind.POLITICS_UNION, r"\b(?:opinions?\spolitiques?|political\s(?:views|opinions?|affiliation)|appartenance\ssyndicale|parti\spolitique|political\sparty|syndicat|mandat\selectif)" + r"[ ]{0,2}:[ ]{0,3}" + VALUE, "politi", "syndic", "mandat"),
    _rule(Kind.POLITICS_UNION, r"\b(?:conseill(?:er|ere)\s(?:municipale?|departementale?|regionale?)\b(?:\s(?:de|d'|a)\s?[^\n\t|;,.]{2,40})?|elu" + FEM + r"\s(?:municipale?|locale?|au\scse|cse|du\spersonnel)\b)", "municipal", "departemental", "regional", "elu", personal=True),
    _rule(Kind.SALARY_HISTORY, r"\b(?:(?:dernier\s|ancien\s)?salaires?\s(?:actuels?|precedents?|annuels?|bruts?|nets?|de\sdepart)|dernier\ssalaire|remuneration\s(?:actuelle|precedente|annuelle|brute|fixe)|(?:current|last|previous|present|past)\s(?:base\s)?(?:salary|pay|compensation|package)|salary\s(?:history|earned))[^\n\t|;\d]{0,25}" + r"[^\n\t|;]{0,3}\d[^\n\t|;]{0,30}", "salaire", "remuneration", "salary", "pay", "compensation", "package", confirm=has_digits),
)  # fmt: skip

RULES: tuple[Rule, ...] = (*_BIRTH, *_AGE, *_FAMILY, *_NATIONALITY, *_OTHERS)
