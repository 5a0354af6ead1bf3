"""What the product writes to people until a workspace writes its own, and how merge fields are filled in.

Liquid with undefined fields refused and output, loops and depth bounded (contracts.md §2). A body is text with a few
signs (markup.py); the HTML and the plain-text part are made of it: the preview is what is sent, byte for byte.
"""

import re
from functools import cache, lru_cache
from typing import Any, NamedTuple, get_args

from vivier.kernel.actor import Language
from vivier.kernel.errors import Invalid
from vivier.mail import markup, texts
from vivier.mail.model import AskKey, ProductKey, Rendered, Template
from vivier.mail.quotation import Quotation

# Every merge field, with an example for the editor.
MERGE_FIELDS: dict[str, str] = {
    "greeting": "Bonjour Maëlys Kervadec",
    "candidate.name": "Maëlys Kervadec",
    "organisation.name": "Halage",
    "organisation.privacy_contact": "donnees@halage.example",
    "application.date": "12/11/2026",
    "origin.source": "LinkedIn",
    "job.title": "Éclusière ou éclusier",
    "recruiter.name": "Camille Aubry",
    "form.pieces": "téléphone, CV",
    "form.message": "Le poste commence lundi : un numéro nous aiderait.",
    "form.until": "mardi 8 décembre",
    "form.link": "https://recrutement.halage.example/p/missing#personal-link",
}
ASKS: tuple[str, ...] = get_args(AskKey)
OPTIONAL = {"form.message"}  # what nobody wrote leaves nothing, and keeps no mail
OF_A_FORM = tuple(name for name in MERGE_FIELDS if name.startswith("form."))


@cache
def own(key: ProductKey, language: Language) -> Template:
    """The product's own text."""
    return next(
        Template(key=k, language=spoken, subject=s, body=b)
        for k, spoken, s, b in texts.TEXTS
        if (k, spoken) == (key, language)
    )


TAGS = {"if", "unless", "case", "comment", "output", "content", "illegal", "#"}
FILTERS = {"default", "upcase", "downcase", "capitalize", "strip", "truncate"}


@cache
def _environment() -> Any:
    """Imported at its first use: it costs a quarter of a second, and most requests write no mail."""
    from liquid import Environment, StrictUndefined

    class Bounded(Environment):
        loop_iteration_limit = 1_000
        output_stream_limit = 100_000
        local_namespace_limit = 10_000
        context_depth_limit = 10

    made = Bounded(undefined=StrictUndefined, strict_filters=True)
    # Merge fields are single texts: nothing needs loops, files or filters that make a text longer (ten `replace` in a
    # row fill any memory, and no limit of Liquid counts them).
    made.tags = {name: tag for name, tag in made.tags.items() if name in TAGS}
    made.filters = {name: f for name, f in made.filters.items() if name in FILTERS}
    return made


class _Read(NamedTuple):
    """A text that Liquid has read, and the merge fields in it."""

    text: Any
    fields: frozenset[str]


@lru_cache(maxsize=256)
def _parse(field: str, text: str) -> _Read:
    """Kept: what many people get is read once."""
    from liquid.exceptions import LiquidError

    try:
        parsed = _environment().from_string(text)
    except LiquidError as broken:
        reason = str(broken).splitlines()[0]
        raise Invalid(
            "The template cannot be read.", [{"field": field, "message": reason}], unreadable=True
        ) from broken
    if strange := sorted(set(parsed.filter_names()) - FILTERS):  # Liquid asks for them when it fills in, not before
        reason = f"There is no filter {strange[0]}."
        raise Invalid("The template cannot be read.", [{"field": field, "message": reason}], unreadable=True)
    fields = frozenset(parsed.global_variable_paths())
    unknown = sorted(fields - MERGE_FIELDS.keys())
    if unknown:
        raise Invalid(
            f"There is no merge field {unknown[0]}.", [{"field": field, "message": u} for u in unknown], unknown=unknown
        )
    return _Read(parsed, fields)


def open_to(key: str) -> dict[str, str]:
    """The merge fields that a template may have, with examples: those of a form only in the mails that ask."""
    return {name: example for name, example in MERGE_FIELDS.items() if key in ASKS or name not in OF_A_FORM}


def check(template: Template) -> None:
    """Raises Invalid for a template that cannot be read, that names a merge field that does not exist there, or that
    asks for something without the link to answer by.
    """
    parts = {"subject": template.subject, "body": template.body}
    check_parts(parts)
    for field, text in parts.items():
        used = _parse(field, text).fields
        if elsewhere := sorted(used - open_to(template.key).keys()):
            raise Invalid(
                f"{elsewhere[0]} has a value only in the mails that ask for what is missing.",
                [{"field": field, "message": name} for name in elsewhere],
            )
        if field == "subject" and "form.link" in used:
            raise Invalid("The link stands in the text.", [{"field": field, "message": "Put the link into the text."}])
        if field == "body" and template.key in ASKS and "form.link" not in used:
            raise Invalid(
                "Without the link, nobody could answer.", [{"field": field, "message": "Put {{ form.link }} into it."}]
            )


def check_parts(parts: dict[str, str]) -> None:
    """The same for texts by the names of their fields."""
    for field, text in parts.items():
        _parse(field, text)


def fields_of(*parts: str) -> set[str]:
    """The merge fields that texts use. Raises Invalid."""
    return {path for part in parts for path in _parse("body", part).fields}


def render(template: Template, fields: dict[str, str], *, under: str = "", quoted: Quotation | None = None) -> Rendered:
    """Fills a template in. `fields` maps merge fields to values; those used and absent come back in `missing`.

    `under` stands below the body as it is, and what is `quoted` below that.
    """
    from liquid.exceptions import LiquidError

    subject, body = _parse("subject", template.subject), _parse("body", template.body)
    other = _parse("plain", template.plain) if template.plain else None
    used = {path for part in (subject, body, other) if part for path in part.fields}
    missing = sorted(p for p in used - OPTIONAL if not fields.get(p))
    values = dict.fromkeys(OPTIONAL, "") | fields | {m: f"[{m}]" for m in missing}
    context, signless = _nested(values), _nested({name: markup.escaped(value) for name, value in values.items()})
    try:
        first, text = subject.text.render(**context), body.text.render(**signless)
        bare = other.text.render(**context) if other else None
    except LiquidError as broken:
        raise Invalid("The template cannot be filled in.", [{"field": "body", "message": str(broken)}]) from broken
    whole = _with_under(text, under)
    said = markup.as_plain(whole) if bare is None else _with_under(bare, markup.as_plain(under))
    return Rendered(
        subject=one_line(first),
        text=said + (quoted.text if quoted else ""),
        html=page(markup.as_html(whole) + (quoted.html if quoted else ""), template.language),
        missing=missing,
        broken_links=markup.broken_links(whole),
    )


def _with_under(text: str, under: str) -> str:
    return f"{text.rstrip()}\n\n{under}" if under else text


def _nested(fields: dict[str, str]) -> dict[str, Any]:
    nested: dict[str, Any] = {}
    for path, value in fields.items():
        head, _, tail = path.partition(".")
        if tail:
            nested.setdefault(head, {})[tail] = value
        else:
            nested[head] = value
    return nested


def one_line(text: str) -> str:
    """A header never holds CR or LF."""
    return re.sub(r"\s+", " ", text).strip()[:300]


def plain(subject: str, text: str, language: Language) -> Rendered:
    """A mail of plain text whose addresses can be pressed."""
    rich = markup.as_html(markup.escaped(text))
    return Rendered(subject=one_line(subject), text=text, html=page(rich, language))


def page(paragraphs: str, language: Language) -> str:
    """A mail's HTML around paragraphs that are HTML already."""
    style = "font-family:system-ui,sans-serif;font-size:15px;line-height:1.5;color:#1a1f20;max-width:36em"
    return f'<!doctype html>\n<html lang="{language}"><body><div style="{style}">\n{paragraphs}\n</div></body></html>\n'
