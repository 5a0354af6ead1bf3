"""What an employer's gateway writes under every mail: who may read it, that it was scanned. Not a person's words.

Each pattern looks at one line, or a few joined ones, of bounded length.
"""

import re

LOOKED_AT = 5  # lines of a footer that tell what it is
FOUND_WITHIN = 600  # characters of them
ROW = re.compile(r"^\s{0,4}(?:\*{10,}|={10,}|#{10,}|_{10,}|~{10,}|-{10,})\s*$")
NAMED_ROW = re.compile(
    r"^\s{0,4}[*=#_~-]{4,80}\s?(?:legal )?"
    r"(?:disclaimer|confidential\w{0,10}|notice|avertissement|haftungsausschluss|aviso)\b",
    re.I,
)
BEGINS = re.compile(
    r"^\W{0,4}(?:(?:this|the) (?:e-?mail|message|communication|transmission|footnote|information contained)\b|"
    r"(?:the )?(?:contents?|information|views?|opinions?)\b.{0,40}\b(?:e-?mail|message|communication|expressed)\b|"
    r"any (?:views|opinions)\b|(?:confidentiality|legal|important|privacy) (?:notice|warning|disclaimer)\b|"
    r"disclaimer\b|"
    r"confidential(?:ity)?\s{0,3}[:.–—-]|if you (?:are not|have received) |please (?:note|consider the environment)\b|"
    r"(?:(?:garanti )?sans virus|virus-?free|virenfrei|(?:libre|livre) de v[ií]rus|privo di virus)\W{0,4}"
    r"(?:www|http|$)|"
    r"l['’]absence de virus\b|to unsubscribe\b|pour (?:se|vous) dés(?:abonner|inscrire)\b|"
    r"(?:p )?(?:avant d['’]imprimer|(?:pensez|merci de (?:penser|considérer)) (?:à )?l['’]environnement)\b|"
    r"(?:ce|cet|le présent) (?:message|courriel|e-?mail|mail)\b|le contenu de (?:ce|cet)\b|avertissement\b|"
    r"les informations contenues\b|"
    r"(?:avis|clause) de (?:confidentialité|non-responsabilité)\b|"
    r"diese (?:e-?mail|nachricht)\b|der inhalt dieser\b|vertraulichkeitshinweis\b|haftungsausschluss\b|"
    r"este (?:mensaje|correo|e-?mail)\b|esta mensagem\b|aviso (?:legal|de confidenci)|questo messaggio\b|"
    r"(?:le informazioni|il contenuto) .{0,40}messaggio\b|dit (?:e-?mail)?bericht\b|deze e-?mail\b|"
    r"de inhoud van dit\b)",
    re.I,
)
LEGAL = re.compile(
    r"intended (?:only|solely|for the|recipient|addressee)|not the (?:intended|named) |addressee|privileged|"
    r"received (?:it|this) in error|in error\b|notify (?:the sender|us)|unauthori[sz]ed|do not necessarily|"
    r"(?:not|are those) (?:necessarily )?(?:those |reflect)|virus(?:es)?\b|scanned (?:for|by)|monitored|liability|"
    r"before printing|avant d.imprimer|data protection act|"
    r"\b(?:avast|avg)\b|antivirus|unsubscribe|dés(?:abonn|inscri)|"
    r"destinataires?\b|par erreur|usage exclusif|strictement confidentiel|responsabilité|l['’]environnement|"
    r"irrtümlich|bestimmt(?:en?)? (?:empfänger|adressat)|unbefugt|ausschließlich für|"
    r"por error|destinatario|por engano|destinatário|esclusivo uso|per errore|"
    r"per vergissing|geadresseerde|uitsluitend bestemd",
    re.I,
)


def begins(lines: list[str], n: int) -> bool:
    """Whether such a footer begins at this line: with a row of signs over it, or a paragraph that opens like one."""
    line = lines[n]
    if NAMED_ROW.match(line):
        return True
    row = bool(ROW.match(line))
    if not row and ((lines[n - 1].strip() and not ROW.match(lines[n - 1])) or not BEGINS.match(line)):
        return False
    below = [each.strip() for each in lines[n + row : n + row + 2 * LOOKED_AT] if each.strip()][:LOOKED_AT]
    return bool(LEGAL.search(" ".join(below)[:FOUND_WITHIN]))
