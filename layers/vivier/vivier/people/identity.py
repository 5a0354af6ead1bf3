"""Who is who: what identifies a person (claims), and how alike two names are."""

import re
import unicodedata
from typing import Literal, NamedTuple

from vivier.people.fields import Fields, Value
from vivier.people.model import Candidate

ClaimKind = Literal["email", "phone", "link", "file"]
MOST_CLAIMS = 8  # of one kind: a file that lists a hundred addresses is no person's, and a transaction has an end
ALIKE = 85  # of 100: accents, order, hyphens and a missing middle name stay above it

CONTACTS = ("emails", "phones", "links")

# Addresses that are one person's page: host, then the path that names the person.
PROFILES = (
    (r"(?:[a-z]{2,3}\.)?linkedin\.com", r"/(?:in|pub)/[^/]+"),
    (r"github\.com", r"/[^/]+"),
    (r"gitlab\.com", r"/[^/]+"),
    (r"xing\.com", r"/profile/[^/]+"),
    (r"malt\.(?:fr|com)", r"/profile/[^/]+"),
    (r"stackoverflow\.com", r"/users/\d+"),
)


class Claim(NamedTuple):
    """Something that belongs to one person in a workspace."""

    kind: ClaimKind
    value: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.value}"


def fold(text: str) -> str:
    """Lower case without accents, everything but letters and digits a single space."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
    return re.sub(r"[^0-9a-z\u0080-\uffff]+", " ", plain).strip()


def name_tokens(name: str | None) -> list[str]:
    """The words that a person is found by: two letters or more, five at most."""
    return list(dict.fromkeys(t for t in fold(name or "").split() if len(t) >= 2))[:5]


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names can be one person's; an unknown name contradicts nothing."""
    from rapidfuzz import fuzz  # here: few requests compare names

    a, b = fold(one or ""), fold(other or "")
    return not a or not b or fuzz.token_set_ratio(a, b) >= ALIKE


def email_claim(address: str) -> Claim:
    return Claim("email", address.strip().casefold())


def phone_claim(number: str) -> Claim:
    """`number` in E.164."""
    return Claim("phone", re.sub(r"[^\d+]", "", number))


def profile_claim(url: str) -> Claim | None:
    """A claim when the address is one person's page, None for any other."""
    bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", url.strip().casefold()).split("?")[0].split("#")[0].rstrip("/")
    host, slash, path = bare.partition("/")
    for hosts, paths in PROFILES:
        if re.fullmatch(hosts, host) and (found := re.match(paths, slash + path)):
            return Claim("link", re.sub(r"^[a-z]{2,3}\.(?=linkedin)", "", host) + found.group())
    return None


def contact_claim(field: str, value: str) -> Claim | None:
    """What an address, a number or a profile on a record stands for; None for any other text."""
    if field == "emails":
        return email_claim(value)
    if field == "phones":
        return phone_claim(value)
    return profile_claim(value) if field == "links" else None


def contacts(fields: Fields) -> dict[Claim, str]:
    """Every address, number and profile on a record, however sure, with its text there."""
    held = ((name, v.value) for name in CONTACTS for v in getattr(fields, name))
    return {claim: text for name, text in held if (claim := contact_claim(name, text))}


def claims(candidate: Candidate) -> set[Claim]:
    """What identifies this person: no doubtful reading, nothing that is another's, nothing a merge brought."""
    fields = candidate.fields

    def sure(values: list[Value]) -> list[str]:
        return [v.value for v in values if not v.doubtful and v.merged_from is None][:MOST_CLAIMS]

    found = [email_claim(v) for v in sure(fields.emails)]
    found += [phone_claim(v) for v in sure(fields.phones) if v.startswith("+")]
    found += [c for v in sure(fields.links) if (c := profile_claim(v))]
    return {c for c in found if str(c) not in candidate.shared}
