"""What a reading of a CV must give, made from the very sheet that was printed: never more than the page says."""

import re
from typing import Any

import phonenumbers
from tests.cvs.corpus.dates import Told
from tests.cvs.corpus.model import Person
from tests.cvs.corpus.sheet import Sheet, degree, employer, unmarked

Truth = dict[str, Any]
ALLOWED = re.compile(r"Permis|Titre de séjour|Carte de résident")  # driving, and the right to work, may be recorded


def truth(sheet: Sheet, text_only: bool = False) -> Truth:
    """In the shape of `tests.cvs.scoring`: `truth`, what else is right (`accept`), and what must never be read.

    `text_only`: the format has no hidden link targets (a scan), so that a link that is only a word is not there.
    """
    person = sheet.person
    accept: Truth = {}
    links = [] if text_only and sheet.manner.hide_links else person.links
    values: Truth = {
        "name": person.who,
        "email": person.email or None,
        "phone": _e164(person) if person.phone else None,
        "emails": [mail for mail in (person.email, *person.more_emails) if mail],
        "phones": [_e164(person)] if person.phone else [],
        "location": person.home or None,
        "headline": person.headline or None,
        "links": list(links),
        "skills": [item for items in person.skills.values() for item in items],
        "languages": [tongue.name for tongue in person.tongues],
        "levels": {tongue.name: tongue.level for tongue in person.tongues if tongue.level},
        "experience": [_job(sheet, n, accept) for n in range(len(person.jobs))],
        "education": [_school(sheet, n, accept) for n in range(len(person.schools))],
    }
    if bare := re.sub(r'\s*"[^"]*"', "", person.who).strip():
        accept["name"] = [bare]
    _optional_skills(person, values, accept)
    if person.beside:
        accept["neutral"] = {"experience": person.beside, "education": person.beside}
    return {"truth": values, "accept": accept, "never": [text for text in person.private if not ALLOWED.match(text)]}


def _e164(person: Person) -> str:
    number = phonenumbers.parse(person.phone, person.region)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _job(sheet: Sheet, n: int, accept: Truth) -> Truth:
    job, told, path = sheet.person.jobs[n], sheet.jobs[n], f"experience[{n}]"
    bare = re.sub(
        r"\s*(\([^)]*\)|[–,-] (CDI|CDD|stage|intérim|alternance|internship|intern|part-time))$", "", job.title
    )
    if bare != job.title:
        accept[f"{path}.title"] = [bare]
    if job.client:
        accept[f"{path}.employer"] = [job.client, employer(job, sheet.tongue, sheet.manner.variant)]
    elif job.place and job.place not in job.employer:
        accept[f"{path}.employer"] = [f"{job.employer}, {job.place}"]
    _dates(told, path, accept)
    return {
        "employer": job.employer or None,
        "title": job.title or None,
        "start": told.start,
        "end": told.end,
        "place": job.place or None,
        "description": "\n".join(unmarked(line) for line in job.body) or None,
    }


def _school(sheet: Sheet, n: int, accept: Truth) -> Truth:
    school, told, path = sheet.person.schools[n], sheet.schools[n], f"education[{n}]"
    _dates(told, path, accept)
    if told.end == "present":
        accept[f"{path}.end"] = [None]
    if school.field:
        accept[f"{path}.degree"] = [school.degree] if len(school.degree) > 12 else []
    if school.place and school.school and school.place not in school.school:
        accept[f"{path}.institution"] = [f"{school.school}, {school.place}", f"{school.school} {school.place}"]
    return {
        "institution": school.school or None,
        "degree": degree(school, sheet.tongue),
        "field": school.field or None,
        "start": told.start,
        "end": told.end,
    }


def _dates(told: Told, path: str, accept: Truth) -> None:
    """One date alone may be read as the start, the end, or both."""
    if told.single and told.end != "present":
        accept[f"{path}.start"], accept[f"{path}.end"] = [told.end, None], [told.start, None]
        if told.start and told.end and told.start != told.end:
            accept[f"{path}.start"], accept[f"{path}.end"] = [], []


def _optional_skills(person: Person, values: Truth, accept: Truth) -> None:
    """Tools in running text and words of side sections: right when read, not missed when not."""
    running = [line for job in person.jobs for line in job.body] + [person.about]
    running += [line for lines in person.more.values() for line in lines]
    marked = [word for line in running for word in re.findall(r"\{([^}]+)\}", line)]
    extra = dict.fromkeys(word for word in (*marked, *person.optional) if word not in values["skills"])
    accept["optional"] = [f"skills[{len(values['skills']) + n}]" for n in range(len(extra))]
    values["skills"] += extra
