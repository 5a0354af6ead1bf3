"""What a CV says in the order it says it, before a layout gives it places: `Sheet`, made from a person in a manner."""

import random
import re

from pydantic import BaseModel
from tests.cvs.corpus.dates import Told, tell
from tests.cvs.corpus.heads import Head, Row, Run, fill
from tests.cvs.corpus.model import Job, Known, Person, School, Tongue
from tests.cvs.corpus.words import AGENCY, CONTACT_LABELS, FORM_LABELS, HEADINGS, ORDERS


class Manner(BaseModel):
    """How one CV is written. `heads` and `studies` are used in turn, so that most CVs give one of each."""

    dates: list[str]
    variant: int = 0
    heads: list[Head]
    studies: list[Head]
    order: list[str] = []
    heading_case: str = "plain"
    skill_shape: str = "commas"
    tongue_shape: str = "colon"
    contact_labels: bool = False
    contact_joint: str = "\n"
    hide_links: bool = False
    private_at: str = "contact"
    bullet: str = "•"
    typos: float = 0.0


class Contact(BaseModel):
    kind: str
    text: str
    href: str = ""


class Post(BaseModel):
    """One post or study as printed: `when` stands apart, or is empty because `rows` hold it."""

    when: str = ""
    rows: list[Row]


class Group(BaseModel):
    """What stands under one heading of an employer; `top` is empty for a single post."""

    top: list[Row] = []
    posts: list[Post]


class Section(BaseModel):
    kind: str
    heading: str
    groups: list[Group] = []
    rows: list[Row] = []
    levels: dict[str, int] = {}


class Sheet(BaseModel):
    person: Person
    manner: Manner
    name: str
    headline: str = ""
    contacts: list[Contact]
    private: list[str] = []
    sections: list[Section]
    jobs: list[Told]
    schools: list[Told]

    @property
    def tongue(self) -> Tongue:
        return self.person.lang

    def section(self, *kinds: str) -> list[Section]:
        return [section for section in self.sections if section.kind in kinds]

    def without(self, *kinds: str) -> list[Section]:
        return [section for section in self.sections if section.kind not in kinds]


def write(person: Person, manner: Manner, chance: random.Random) -> Sheet:
    """The sheet of a person in a manner; `chance` decides where typing errors fall."""
    jobs = [_told(job, n, person, manner) for n, job in enumerate(person.jobs)]
    schools = [_told(school, n, person, manner) for n, school in enumerate(person.schools)]
    makers = {
        "about": lambda: _text(person.about),
        "jobs": lambda: _jobs(person, manner, jobs, chance),
        "schools": lambda: _schools(person, manner, schools),
        "skills": lambda: _skills(person, manner),
        "tongues": lambda: _tongues(person, manner),
    }
    order = person.order or manner.order or list(ORDERS[manner.variant % len(ORDERS)])
    sections = []
    for kind in order:
        if kind == "more":
            sections += [_more(heading, lines, manner) for heading, lines in person.more.items()]
            continue
        section = makers[kind]()
        if section.groups or section.rows:
            choices = HEADINGS[person.lang][kind]
            heading = person.headings.get(kind, choices[(manner.variant + len(person.who)) % len(choices)])
            sections.append(section.model_copy(update={"kind": kind, "heading": _cased(heading, manner)}))
        if kind == "jobs" and person.older and len(section.groups) > 2:
            sections += _parted(sections.pop(), person.older, manner)
    return Sheet(
        person=person,
        manner=manner,
        name=person.shown or person.who,
        headline=person.headline,
        contacts=_contacts(person, manner),
        private=person.private,
        sections=sections,
        jobs=jobs,
        schools=schools,
    )


def _parted(jobs: Section, heading: str, manner: Manner) -> list[Section]:
    """The last posts under a heading of their own."""
    at = len(jobs.groups) - 1 - manner.variant % 2
    return [
        jobs.model_copy(update={"groups": jobs.groups[:at]}),
        jobs.model_copy(update={"groups": jobs.groups[at:], "heading": _cased(heading, manner)}),
    ]


def _told(entry: Job | School, n: int, person: Person, manner: Manner) -> Told:
    styles = person.dates or manner.dates
    return tell(entry.when, styles[n % len(styles)], person.lang, manner.variant + (n if len(styles) > 1 else 0))


def _cased(heading: str, manner: Manner) -> str:
    if manner.heading_case == "upper":
        return heading.upper()
    return heading + " :" if manner.heading_case == "colon" else heading


def _contacts(person: Person, manner: Manner) -> list[Contact]:
    def shown(url: str) -> str:
        if not manner.hide_links:
            return url
        return next((site for site in ("LinkedIn", "GitHub", "Behance", "ORCID") if site.lower() in url), "Portfolio")

    found = [Contact(kind="home", text=person.home)] if person.home else []
    found += [Contact(kind="phone", text=person.phone)] if person.phone else []
    found += [Contact(kind="email", text=mail, href=f"mailto:{mail}") for mail in (person.email, *person.more_emails)]
    found += [
        Contact(kind="link", text=shown(url), href=url if "://" in url else f"https://{url}") for url in person.links
    ]
    found = [contact for contact in found if contact.text]
    if manner.contact_labels:
        labels = CONTACT_LABELS[person.lang]
        found = [c.model_copy(update={"text": f"{labels[c.kind]}{c.text}"}) for c in found]
    return found


def employer(job: Job, tongue: Tongue, variant: int = 0) -> str:
    """An employer as printed: an agency with its client, in one of the ways people put it."""
    if not job.client:
        return job.employer
    forms = AGENCY[tongue]
    return forms[variant % len(forms)].format(agency=job.employer, client=job.client)


def _jobs(person: Person, manner: Manner, told: list[Told], chance: random.Random) -> Section:
    groups: list[list[int]] = []
    for n, job in enumerate(person.jobs):
        if job.same and groups:
            groups[-1].append(n)
        else:
            groups.append([n])
    made = []
    for n, members in enumerate(groups):
        head = manner.heads[n % len(manner.heads)]
        together = len(members) > 1 and bool(head.group)
        template = head.post if together else head.single
        posts = [
            _post(template, _job_fields(person, i, told[i], manner), _body(person.jobs[i], manner, chance))
            for i in members
        ]
        top = fill(head.group, _job_fields(person, members[0], None, manner)) if together else []
        made.append(Group(top=top, posts=posts))
    return Section(kind="jobs", heading="", groups=made)


def _job_fields(person: Person, n: int, told: Told | None, manner: Manner) -> dict[str, str]:
    job = person.jobs[n]
    when = told.text if told else ""
    place = "" if job.place and job.place in job.employer else job.place
    values = {"title": job.title, "employer": employer(job, person.lang, manner.variant), "place": place, "when": when}
    return values | FORM_LABELS[person.lang]


def _post(template: str, fields: dict[str, str], body: list[Row]) -> Post:
    apart = "{when}" not in template
    return Post(when=fields["when"] if apart else "", rows=fill(template, fields) + body)


def _body(job: Job, manner: Manner, chance: random.Random) -> list[Row]:
    lines = [_typed(unmarked(line), manner.typos, chance) for line in job.body]
    above = [
        Row(runs=[Run(text=text, italic=text == job.about)], kind="text") for text in (job.about, job.label) if text
    ]
    if job.prose:
        whole = " ".join(line if line.endswith(".") else f"{line}." for line in lines)
        return above + ([Row(runs=[Run(text=whole)], kind="text")] if lines else [])
    return above + [Row(runs=[Run(text=line)], kind="bullet") for line in lines]


def unmarked(text: str) -> str:
    """Braces mark tools named in running text, for the truth; the page has none."""
    return text.replace("{", "").replace("}", "")


def _typed(text: str, share: float, chance: random.Random) -> str:
    """With a letter swapped, dropped or doubled in some words of running text: never in a value that is scored."""
    words = text.split(" ")
    for n, word in enumerate(words):
        if len(word) > 5 and word.isalpha() and word.islower() and chance.random() < share:
            at = chance.randrange(1, len(word) - 2)
            middle = chance.choice((word[at + 1] + word[at], word[at] * 2 + word[at + 1], word[at]))
            words[n] = word[:at] + middle + word[at + 2 :]
    return " ".join(words)


def _schools(person: Person, manner: Manner, told: list[Told]) -> Section:
    groups = []
    for n, school in enumerate(person.schools):
        fields = {
            "degree": degree(school, person.lang),
            "school": school.school,
            "place": "" if school.place in school.school else school.place,
            "when": told[n].text,
            **FORM_LABELS[person.lang],
        }
        note = [Row(runs=[Run(text=school.note)], kind="text")] if school.note else []
        head = manner.studies[n % len(manner.studies)]
        groups.append(Group(posts=[_post(head.single, fields, note)]))
    return Section(kind="schools", heading="", groups=groups)


def degree(school: School, tongue: Tongue) -> str:
    """A degree and its field as one printed phrase; a field may begin with its own comma."""
    if not school.field:
        return school.degree
    joint = "" if school.field.startswith(",") else " "
    return f"{school.degree}{joint}{school.field}"


def _text(text: str) -> Section:
    rows = [Row(runs=[Run(text=unmarked(text))], kind="text")] if text else []
    return Section(kind="about", heading="", rows=rows)


_JOINTS = {"commas": ", ", "pipes": " | ", "dots": " · ", "slashes": " / ", "semicolons": " ; "}


def _skills(person: Person, manner: Manner) -> Section:
    rows: list[Row] = []
    levels: dict[str, int] = {}
    for group, items in person.skills.items():
        if manner.skill_shape in _JOINTS:
            label = [Run(text=f"{group} : " if person.lang == "fr" else f"{group}: ", bold=True)] if group else []
            rows.append(Row(runs=[*label, Run(text=_JOINTS[manner.skill_shape].join(items))], kind="text"))
            continue
        if group:
            rows.append(Row(runs=[Run(text=group, bold=True)], kind="text"))
        kind = "bullet" if manner.skill_shape == "bullets" else "item"
        rows += [Row(runs=[Run(text=item)], kind=kind) for item in items]
        if manner.skill_shape == "bars":
            levels |= {item: 2 + (len(item) * 7 + manner.variant) % 4 for item in items}
    return Section(kind="skills", heading="", rows=rows, levels=levels)


def _tongues(person: Person, manner: Manner) -> Section:
    if not person.tongues:
        return Section(kind="tongues", heading="")
    if person.tongues_said:
        return Section(kind="tongues", heading="", rows=[Row(runs=[Run(text=person.tongues_said)], kind="text")])
    shapes = {
        "colon": "{name} : {level}",
        "parens": "{name} ({level})",
        "dash": "{name} – {level}",
        "comma": "{name}, {level}",
    }
    shape = shapes.get(manner.tongue_shape, "{name}")
    levels = {}
    if manner.tongue_shape == "bars":
        levels = {tongue.name: _stars(tongue) for tongue in person.tongues}
    texts = [shape.format(name=t.name, level=t.level) if t.level else t.name for t in person.tongues]
    if manner.tongue_shape in ("comma", "parens") and manner.variant % 2:
        texts = [" ; ".join(texts) if manner.tongue_shape == "comma" else ", ".join(texts)]
    return Section(
        kind="tongues", heading="", rows=[Row(runs=[Run(text=text)], kind="item") for text in texts], levels=levels
    )


def _stars(tongue: Known) -> int:
    known = {"a1": 1, "a2": 2, "b1": 3, "b2": 3, "c1": 4, "c2": 5, "native": 5, "matern": 5, "langue mat": 5}
    level = tongue.level.lower()
    return next((n for word, n in known.items() if word in level), 3)


def _more(heading: str, lines: list[str], manner: Manner) -> Section:
    """References, hobbies, permits, publications: `- ` makes a line a bullet."""
    rows = [
        Row(runs=[Run(text=re.sub(r"^- ", "", unmarked(line)))], kind="bullet" if line.startswith("- ") else "text")
        for line in lines
    ]
    return Section(kind="more", heading=_cased(heading, manner), rows=rows)
