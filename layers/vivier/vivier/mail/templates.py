"""What the product writes to people until a workspace writes its own, and how merge fields are filled in.

Liquid with undefined fields refused and output, loops and depth bounded (contracts.md §2). A body is plain text; its
HTML is that text, escaped, in paragraphs: the preview is what is sent, byte for byte.
"""

import html
import re
from functools import cache
from typing import Any

from vivier.kernel.actor import Language
from vivier.kernel.errors import Invalid
from vivier.mail.model import Rendered, Template, TemplateKey

# Every merge field, with an example for the editor.
MERGE_FIELDS: dict[str, str] = {
    "greeting": "Bonjour Maëlys Kervadec",
    "candidate.name": "Maëlys Kervadec",
    "organisation.name": "Halage",
    "organisation.privacy_contact": "donnees@halage.example",
    "application.date": "12/11/2026",
    "origin.source": "LinkedIn",
}

TEXTS: tuple[tuple[TemplateKey, Language, str, str], ...] = (
    (
        "acknowledgement",
        "fr",
        "Votre candidature chez {{ organisation.name }}",
        "{{ greeting }},\n\n"
        "Nous avons bien reçu votre candidature le {{ application.date }} et nous vous en remercions.\n\n"
        "Une personne de notre équipe va la lire. Nous vous répondrons, quelle que soit notre décision.\n\n"
        "Vous pouvez demander à voir, corriger ou effacer vos données en écrivant à "
        "{{ organisation.privacy_contact }}.\n\n"
        "L’équipe recrutement de {{ organisation.name }}",
    ),
    (
        "acknowledgement",
        "en",
        "Your application to {{ organisation.name }}",
        "{{ greeting }},\n\n"
        "We received your application on {{ application.date }}. Thank you.\n\n"
        "Someone in our team will read it. We will answer you, whatever we decide.\n\n"
        "You can ask to see, correct or erase your data by writing to {{ organisation.privacy_contact }}.\n\n"
        "The recruiting team at {{ organisation.name }}",
    ),
    (
        "notice",
        "fr",
        "{{ organisation.name }} a enregistré votre profil",
        "{{ greeting }},\n\n"
        "Votre parcours nous intéresse : {{ organisation.name }} a enregistré votre profil professionnel en vue "
        "d’un recrutement. Source : {{ origin.source }}.\n\n"
        "Ce que nous gardons : votre nom, vos coordonnées professionnelles, votre parcours et vos compétences. "
        "Base légale : notre intérêt légitime à recruter. Durée : deux ans au plus après notre dernier échange. "
        "Ces données restent dans notre équipe de recrutement.\n\n"
        "Vous pouvez à tout moment les voir, les corriger, les faire effacer ou vous opposer à leur usage, en "
        "écrivant à {{ organisation.privacy_contact }}. Vous pouvez aussi saisir la CNIL (cnil.fr).\n\n"
        "L’équipe recrutement de {{ organisation.name }}",
    ),
    (
        "notice",
        "en",
        "{{ organisation.name }} has recorded your profile",
        "{{ greeting }},\n\n"
        "We find your background interesting: {{ organisation.name }} has recorded your professional profile for "
        "recruiting. Source: {{ origin.source }}.\n\n"
        "What we keep: your name, professional contact details, experience and skills. Legal basis: our "
        "legitimate interest in recruiting. For how long: two years at most after we were last in touch. The data "
        "stays within our recruiting team.\n\n"
        "You can see, correct or erase this data, or object to its use, at any time by writing to "
        "{{ organisation.privacy_contact }}. You can also complain to your data protection authority.\n\n"
        "The recruiting team at {{ organisation.name }}",
    ),
)


@cache
def own(key: TemplateKey, language: Language) -> Template:
    """The product's own text."""
    return next(
        Template(key=k, language=spoken, subject=s, body=b)
        for k, spoken, s, b in TEXTS
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


def _parse(field: str, text: str) -> Any:
    from liquid.exceptions import LiquidError

    try:
        parsed = _environment().from_string(text)
    except LiquidError as broken:
        reason = str(broken).splitlines()[0]
        raise Invalid("The template cannot be read.", [{"field": field, "message": reason}]) from broken
    unknown = sorted({p for p in parsed.global_variable_paths() if p not in MERGE_FIELDS})
    if unknown:
        raise Invalid(
            f"There is no merge field {unknown[0]}.", [{"field": field, "message": u} for u in unknown], unknown=unknown
        )
    return parsed


def check(template: Template) -> None:
    """Raises Invalid for a template that cannot be read or that names a merge field that does not exist."""
    _parse("subject", template.subject)
    _parse("body", template.body)


def render(template: Template, fields: dict[str, str]) -> Rendered:
    """Fills a template in. `fields` maps merge fields to values; those used and absent come back in `missing`."""
    from liquid.exceptions import LiquidError

    subject, body = _parse("subject", template.subject), _parse("body", template.body)
    used = {*subject.global_variable_paths(), *body.global_variable_paths()}
    missing = sorted(p for p in used if not fields.get(p))
    context = _nested(fields | {m: f"[{m}]" for m in missing})
    try:
        first, text = subject.render(**context), body.render(**context)
    except LiquidError as broken:
        raise Invalid("The template cannot be filled in.", [{"field": "body", "message": str(broken)}]) from broken
    return Rendered(
        subject=one_line(first), text=text, html=page(_paragraphs(text), template.language), missing=missing
    )


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


def _paragraphs(text: str) -> str:
    return "\n".join(
        f"<p>{'<br>'.join(html.escape(line) for line in p.splitlines())}</p>" for p in re.split(r"\n{2,}", text.strip())
    )


def page(paragraphs: str, language: Language) -> str:
    """A mail's HTML around paragraphs that are HTML already."""
    style = "font-family:system-ui,sans-serif;font-size:15px;line-height:1.5;color:#1a1f20;max-width:36em"
    return f'<!doctype html>\n<html lang="{language}"><body><div style="{style}">\n{paragraphs}\n</div></body></html>\n'
