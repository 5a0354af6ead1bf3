"""What a match must also be to tell a prohibited fact: asked of the original text and of what stands around it."""

import re

# Words for people that are no language and no country. "Français" may be what is spoken, "Suisse" where one lives.
OF_PEOPLE = (
    "belges?|canadien|americain|britannique|senegalais|ivoirien|camerounais|malien|congolais|beninois|togolais"
    "|burkinabe|guineen|gabonais|mauritanien|nigerien|tchadien|centrafricain|marocain|algerien|tunisien|egyptien"
    "|libanais|syrien|haitien|mauricien|bresilien|rwandais|burundais|djiboutien|comorien|capverdien|francaise|anglaise"
    "|espagnole|italienne|allemande|portugaise|polonaise|roumaine|franco-[a-z]{4,12}"
)
_SELF = re.compile(r"\bnee?\b|\bans\b|celibataire|\bmari|divorce|nationalit|enfants?\b|\bpermis\b")


def of_self(text: str, match: re.Match[str]) -> bool:
    """A word for a people tells a person's own when it fills its cell or stands among other facts of theirs."""
    whole, (start, end) = match.string, match.span(1)
    first, last = whole.rfind("\n", 0, start) + 1, whole.find("\n", end)
    before, after = whole[first:start], whole[end : last if last >= 0 else None]
    alone = not re.search(r"[a-z0-9]", before.rpartition("\t")[2] + after.partition("\t")[0])
    return (alone and "langu" not in before) or bool(_SELF.search(before + after))


def working_age(_: str, match: re.Match[str]) -> bool:
    return any(16 <= int(number) <= 75 for number in re.findall(r"\d{2}", match.group(0)))


def no_duration(text: str, match: re.Match[str]) -> bool:
    """A year in the same row makes it the length of a post: "2001 – 2019, 18 ans"."""
    start, end = match.string.rfind("\n", 0, match.start()) + 1, match.string.find("\n", match.end())
    row = match.string[start : end if end >= 0 else None]
    return working_age(text, match) and not re.search(r"\b(?:19|20)\d{2}\b", row)


def has_digits(text: str, _: re.Match[str]) -> bool:
    return sum(c.isdigit() for c in text) >= 2


def is_upper(text: str, _: re.Match[str]) -> bool:
    code = text.split(":")[-1].strip()
    return code == code.upper()


def is_iban(text: str, _: re.Match[str]) -> bool:
    compact = "".join(text.split())
    return compact[:2].isupper() and 15 <= len(compact) <= 34 and sum(c.isdigit() for c in compact) >= 10


def married(text: str, match: re.Match[str]) -> bool:
    """Marié, not the first name Marie: accents decide, or children that follow."""
    return "\u00e9" in text or "\u00c9" in text or "(" in text or bool(re.search(r"enfant|child", match.group(0)))
