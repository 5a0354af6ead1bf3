"""How people sign who put no delimiter above it: a closing formula, a name, then how they are reached.

Each pattern looks at one line of bounded length; the lines looked at are the last few.
"""

import re

LOOKED_AT = 24  # lines at the end that are not blank
MOST_WORDS = 10  # of a line that does not say how somebody is reached
MOST_LINE = 110  # characters: longer lines are somebody's words
CLOSING = re.compile(
    r"^[\s*_]{0,4}(?:"
    r"(?:(?:with )?(?:my |our |the )?(?:best|kind|kindest|warm|warmest|many|sincere|good) )?(?:regards?|wishes|rgds)|"
    r"(?:all the )?best|(?:yours |very )?(?:sincerely|truly|faithfully|respectfully)(?: yours)?|cheers|"
    r"(?:with )?(?:many |kind )?thanks?(?: you)?(?: and regards| so much| very much| a lot| again| in advance)?|"
    r"(?:best|kind) regards and thanks|take care|yours(?: ever)?|warmly|cordially|br|kr|"
    r"(?:bien |très |sincères |meilleures )?(?:cordialement|salutations|respectueusement|sincèrement|amicalement)"
    r"(?: vôtre| à vous)?|cdlt|bien à (?:vous|toi)|belle journée|bonne (?:journée|soirée|fin de journée|réception)|"
    r"(?:avec )?(?:mes |nos )?(?:sincères |meilleures |respectueuses )?salutations(?: distinguées)?|"
    r"(?:merci|merci d['’]avance|merci beaucoup)(?: et (?:bonne journée|cordialement|à bientôt))?|à bientôt|"
    r"(?:mit )?(?:freundliche[mn]?|beste[nm]?|herzliche[nm]?|liebe[nm]?|schöne[nm]?|viele[nm]?) "
    r"gr(?:ü|ue|u)(?:ß|ss)e?n?|"
    r"mfg|lg|vg|gr(?:ü|ue)(?:ß|ss)e|hochachtungsvoll|(?:vielen |besten |herzlichen )?dank(?: im voraus)?|"
    r"(?:un )?(?:cordial(?:es)? |atentos? |muchos )?saludos?(?: cordiales| atentos)?|(?:muy )?atentamente|"
    r"(?:muchas )?gracias(?: de antemano)?|un abrazo|"
    r"atenciosamente|(?:com os )?(?:melhores |meus )?cumprimentos|(?:muito )?obrigad[oa]|(?:um )?abraço|att|"
    r"(?:cordiali|distinti|migliori) saluti|cordialmente|(?:molte )?grazie|un saluto|saluti|"
    r"(?:met )?(?:vriendelijke|hartelijke|beste|de beste) groet(?:en|jes)?|groet(?:en|jes)?|mvg|hoogachtend|"
    r"(?:alvast )?(?:hartelijk )?(?:bedankt|dank(?: je| u)?)|"
    r"(?:med )?(?:vänlig|vänliga|bästa|hjärtliga|varma) häls?ning(?:ar)?|hälsningar|mvh|vänligen|tack|"
    r"(?:med )?(?:venlig|vennlig|bedste|beste|kærlig|de bedste) hils(?:en|ner)|hilsen|(?:på forhånd )?(?:takk|tak)|"
    r"(?:ystävällisin |parhain )?terveisin|terv|kiitos|"
    r"(?:serdecznie )?pozdrawiam|z (?:poważaniem|powazaniem|wyrazami szacunku)|pozdrowienia|dziękuję|"
    r"s pozdravem|s přátelským pozdravem|děkuji|s pozdravom|üdvözlettel|tisztelettel|köszönöm|"
    r"cu (?:stimă|stima|respect|drag)|mulțumesc|multumesc|"
    r"(?:saygılarımla|saygılarımızla|iyi çalışmalar|teşekkürler)|με εκτίμηση|ευχαριστώ|lep pozdrav|s poštovanjem|lp|"
    r"с уважением|з повагою|спасибо|с наилучшими пожеланиями|всего доброго|"
    r"trân trọng|salam|hormat (?:saya|kami)|terima kasih|"
    r"此致|敬礼|谢谢|祝好|よろしくお願い(?:いた|致)?します|敬具|감사합니다|드림"
    r")(?:[\s*_]{0,4}[,.!،，。~-]{0,3}[\s*_]{0,4})$",
    re.I,
)
NAMED = re.compile(r"^\s{0,4}[-–—~/]{1,2} ?[^\W\d_][\w'’.-]{0,20}(?: [^\W\d_][\w'’.-]{0,20}){0,3}$")  # -Ann, /Ann
CONTACT = re.compile(
    r"\S@\S{1,80}\.\S|(?:https?://|www\.)\S|\b\w[\w-]{1,60}\.(?:com|org|net|fr|de|co|io|eu|nl|uk)\b|"
    r"\b(?:tel|tél|téléphone|telefon|telefono|teléfono|phone|fax|mobile?|mob|cell|portable|handy|skype|linkedin|"
    r"direct|office|web|site|e-?mail)\s{0,2}[.:]|^[\s*_]{0,4}[tmfpdcew][.:]\s|"
    r"(?:\+|\b00|\()\d[\d\s().\-/]{6,24}\d|\b0\d(?:[\s.\-]?\d\d){4}\b|\b\d{3}[\s.\-]\d{3}[\s.\-]\d{4}\b",
    re.I,
)
NAME = re.compile(
    r"^[\s*_]{0,4}(?:(?:mr|mrs|ms|dr|prof|m|mme|mag)\.? )?[^\W\d_][\w'’.-]{0,24}"
    r"(?: [^\W\d_][\w'’.-]{0,24}){0,3}[\s*_,]{0,4}$",
    re.I,
)
SENTENCE = re.compile(r"[.!?;:…]$|^\s{0,4}[-•*+] |^\s{0,4}\d{1,2}[.)] ")
ITEM = re.compile(r"^\s{0,8}[-–—~/•*]\s{0,3}")  # of a list
ASKED = re.compile(  # words after which numbers and addresses are what was asked for
    r"\b(?:numbers?|phone|call|reach|contact|coordinates|address|num[ée]ro|téléphone|joindre|joignable|rappel|appel|"
    r"coordonnées|adresse|nummer|telefon|anruf|erreich|número|teléfono|llam|direcci[oó]n|numero|telefono|indirizzo|"
    r"chiam|telefone|ligar|endereço|bellen|bereik|references?|références?|referenz|referencias?|referees?)",
    re.I,
)
TALKS = re.compile(  # of somebody who still speaks
    r"\b(?:i|i['’]m|my|we|our|you|je|j['’]\w+|mon|ma|mes|nous|vous|ich|wir|mein\w*|yo|mis|eu|meu|minha|ik|wij|"
    r"disponible|disponibilité\w*|available|free|libre|verfügbar|salaire|salary|"
    r"(?:mon|tues|wednes|thurs|fri)day|(?:lun|mar|mercre|jeu|vendre)di)\b",
    re.I,
)
AFTERTHOUGHT = re.compile(r"^\W{0,3}p\.? ?(?:-)?s\.?\W", re.I)  # PS: it is written under a name, and is not one
TITLE = re.compile(r"[|•·]")


def begins(lines: list[str], kept: list[int]) -> int | None:
    """The line where, under a person's words, begins how they are reached, or a name behind a sign; None: nowhere.

    A closing formula and the name under it stay with the words: most people end so, and it reads like them.
    """
    full = [n for n in kept if lines[n].strip()]
    tail: list[int] = []
    for n in reversed(full[1:][-LOOKED_AT:]):
        if not _signs(lines[n]):
            break
        tail.insert(0, n)
    closing = next((n for n in reversed(tail) if _closes(lines[n])), None)
    words = [lines[n] for n in full if n not in tail or (closing is not None and n < closing)]
    if any(ASKED.search(line) for line in words[-LOOKED_AT:]):
        return _initialled(lines, full)
    if closing is None:
        return _block(lines, tail) or _initialled(lines, full)
    after = [n for n in tail if n > closing]
    rest = after[1:] if after and NAME.match(lines[after[0]]) and not CONTACT.search(lines[after[0]]) else after
    if rest and any(CONTACT.search(lines[n]) for n in rest):
        return rest[0]
    return _initialled(lines, full)


def reached(lines: list[str], below: list[int]) -> bool:
    """Whether lines are how somebody is reached, and no more."""
    if not 0 < len(below) <= LOOKED_AT or not all(_signs(lines[n]) for n in below):
        return False
    return 3 * sum(bool(CONTACT.search(lines[n])) for n in below) >= len(below)


def speaks(lines: list[str], below: list[int]) -> bool:
    """Whether somebody still speaks in lines under a row: a sentence of their own, of more than a few words."""
    return any(
        len(lines[n].split()) > 6 and lines[n].rstrip().endswith((".", "!", "?")) and TALKS.search(lines[n])
        for n in below[:LOOKED_AT]
    )


def afterthought(lines: list[str], signed: list[int]) -> list[int]:
    """The lines of a PS that somebody wrote under their signature, and the blank one above."""
    for at, n in enumerate(signed):
        if at and not lines[n - 1].strip() and AFTERTHOUGHT.match(lines[n].strip()):
            end = next((m for m in range(at, len(signed)) if not lines[signed[m]].strip()), len(signed))
            return signed[at - 1 : end]
    return []


def _closes(line: str) -> bool:
    """Whether a line is a closing formula, or one in two languages."""
    return len(line) < 80 and all(CLOSING.match(each) for each in re.split(r" [/|-] |/", line)[:4])


def _signs(line: str) -> bool:
    """Whether a line may stand in a signature."""
    text = line.strip()
    if len(text) > MOST_LINE or AFTERTHOUGHT.match(text):
        return False
    if len(text.split()) > MOST_WORDS and not CONTACT.search(text):
        return False
    if len(text.split()) > 2 and TALKS.search(text) and not _closes(line):
        return False
    return bool(_closes(line) or CONTACT.search(text) or not SENTENCE.search(text) or len(text.split()) <= 2)


def _block(lines: list[str], tail: list[int]) -> int | None:
    """A paragraph that begins with a name and says how its owner is reached, under words that do not announce it."""
    for at, n in reversed(list(enumerate(tail))):
        if lines[n - 1].strip() or not (NAME.match(lines[n]) or TITLE.search(lines[n])):
            continue
        if any(CONTACT.search(lines[m]) for m in tail[:at]):
            return None  # several people
        above = next((lines[m].rstrip() for m in range(n - 1, -1, -1) if lines[m].strip()), "")
        told = sum(bool(CONTACT.search(lines[m])) for m in tail[at + 1 :])
        if told and told * 3 >= len(tail) - at - 1 and not _announces(above):
            return n
    return None


def _announces(line: str) -> bool:
    """Whether words say that something follows: "you reach me here:" does, ":+1:" does not."""
    words = line.rstrip(" :：").split()
    return line.endswith((":", "：")) and len(words) > 1 and words[-1][-1:].isalnum()


def _initialled(lines: list[str], full: list[int]) -> int | None:
    """The last line, where it is a name behind a sign: -Ann."""
    if len(full) < 2 or not NAMED.match(lines[full[-1]]) or _closes(lines[full[-2]]):
        return None  # under a closing formula a name stays, whatever stands before it
    above, last = ITEM.match(lines[full[-2]]), ITEM.match(lines[full[-1]])
    return None if above and last and above[0] == last[0] else full[-1]
