"""People dealt from the pools of their trade (`trades/*.yaml`): nothing of a pool is used twice while some is left, and
a pool belongs to one split, so that employers, phrases and schools of one never stand in another."""

import random
import re
from functools import cache
from pathlib import Path
from typing import Any, Generic, TypeVar

import yaml
from pydantic import BaseModel
from tests.cvs.corpus.model import Job, Known, Period, Person, School, Split, Tongue, plain

HERE = Path(__file__).parent
T = TypeVar("T")
LAST_MONTH = 2025 * 12 + 5


class Pool(BaseModel):
    """What people of a trade do in one language, as lists."""

    trade: str
    lang: Tongue
    split: Split
    people: int
    titles: list[str]
    employers: list[tuple[str, str]]
    does: list[str]
    skills: list[str]
    schools: list[School]
    about: list[str]


class Deck(Generic[T]):
    """Deals each card once, then shuffles again."""

    def __init__(self, cards: list[T], chance: random.Random) -> None:
        self._all, self._chance = list(cards), chance
        self._left: list[T] = []

    def deal(self) -> T:
        if not self._left:
            self._left = list(self._all)
            self._chance.shuffle(self._left)
        return self._left.pop()


def _list(text: str) -> list[str]:
    return [part.strip() for part in text.split(" ; ") if part.strip()]


@cache
def words() -> dict[str, Any]:
    held: dict[str, Any] = yaml.safe_load((HERE / "names.yaml").read_text(encoding="utf-8"))
    return {
        part: {tongue: _list(text) for tongue, text in texts.items()} if isinstance(texts, dict) else texts
        for part, texts in held.items()
    }


def pools() -> list[Pool]:
    made = []
    for path in sorted((HERE / "trades").glob("*.yaml")):
        for name, held in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            trade, _, lang = name.rpartition("_")
            made.append(
                Pool(
                    trade=trade,
                    lang=lang,
                    split=path.stem.partition("_")[0],
                    people=held.get("people", 3 if path.stem.startswith("tune") else 4),
                    titles=_list(held["titles"]),
                    employers=[_employer(text) for text in _list(held["employers"])],
                    does=_list(held["does"]),
                    skills=_list(held["skills"]),
                    schools=[_school(text) for text in _list(held["schools"])],
                    about=_list(held.get("about", "")),
                )
            )
    return made


def _employer(text: str) -> tuple[str, str]:
    name, _, place = text.partition(" @ ")
    return name, place


def _school(text: str) -> School:
    degree, field, name, place = ([cell.strip() for cell in re.split(r"\s/(?=\s|$)", text)] + ["", "", ""])[:4]
    return School(when=Period(), degree=degree, field=field, school=name, place=place)


def invented() -> list[Person]:
    made: list[Person] = []
    taken: set[str] = set()
    for pool in pools():
        chance = random.Random(f"{pool.trade} {pool.lang}")
        decks = {name: Deck(getattr(pool, name), chance) for name in ("titles", "employers", "does", "schools")}
        for _ in range(pool.people):
            person = _person(pool, decks, chance, taken)
            taken |= {person.key}
            made.append(person)
    return made


def _person(pool: Pool, decks: dict[str, Deck[Any]], chance: random.Random, taken: set[str]) -> Person:
    first, last, who = "", "", ""
    while not who or re.sub(r"[^a-z]+", "_", plain(who)).strip("_") in taken:
        first, last = chance.choice(words()["first"][pool.lang]), chance.choice(words()["last"][pool.lang])
        who = f"{first} {last}"
    country = chance.choice(words()["countries"][pool.lang])
    jobs = _career(pool, decks, chance)
    return Person(
        who=who,
        split=pool.split,
        shown=_shown(first, last, chance),
        lang=pool.lang,
        trade=pool.trade,
        headline=jobs[0].title.partition(" (")[0] if chance.random() < 0.65 else "",
        email=_email(first, last, chance),
        phone=_phone(country, chance) if chance.random() < 0.95 else "",
        region=country,
        home=_home(country, chance) if country not in ("FR", "GB") or chance.random() < 0.9 else "",
        links=_links(first, last, pool, chance),
        private=_private(pool.lang, chance),
        about=chance.choice(pool.about) if pool.about and chance.random() < 0.55 else "",
        jobs=jobs,
        schools=_schools(decks, jobs, chance),
        skills=_skills(pool, chance),
        tongues=_tongues(pool.lang, chance),
        more=_more(pool.lang, chance),
    )


def _shown(first: str, last: str, chance: random.Random) -> str:
    forms = (f"{first} {last}",) * 4 + (f"{first} {last.upper()}", f"{last.upper()} {first}", f"{first} {last}".upper())
    return chance.choice(forms)


def _email(first: str, last: str, chance: random.Random) -> str:
    a, b = (re.sub(r"[^a-z]", "", plain(part)) for part in (first, last))
    unrelated = chance.choice(("zebulon", "lapiedra", "skate.boy", "titi", "bluebird", "la.petite.fee", "northwind"))
    forms = (f"{a}.{b}", f"{a[0]}.{b}", f"{b}{a}", f"{a}_{b[:3]}", f"{a[0]}{b}{chance.randrange(70, 99)}", f"{b}.{a}")
    local = chance.choice((*forms, *forms, f"{unrelated}{chance.randrange(1, 99)}"))
    return f"{local}@{chance.choice(words()['mailboxes'])}"


def _phone(country: str, chance: random.Random) -> str:
    """Numbers set aside for fiction where the country has such."""
    return "".join(str(chance.randrange(10)) if c == "x" else c for c in chance.choice(words()["phones"][country]))


def _home(country: str, chance: random.Random) -> str:
    city, road = chance.choice(words()["homes"][country]), chance.choice(words()["streets"][country])
    number = chance.randrange(1, 180)
    if country in ("GB", "US", "IE"):
        return chance.choice((f"{number} {road}, {city}", city, city.partition(", ")[0], city))
    code, _, name = city.partition(" ")
    street = f"{number}{chance.choice(('', '', ' bis', ','))} {road}"
    whole = (f"{street}, {city}", f"{street} - {city}", city)
    short = (name, f"{name} ({code[:2]})") if country == "FR" else ()
    return chance.choice(whole + short)


def _links(first: str, last: str, pool: Pool, chance: random.Random) -> list[str]:
    a, b = (re.sub(r"[^a-z]", "", plain(part)) for part in (first, last))
    made = []
    if chance.random() < 0.35:
        made.append(
            chance.choice((f"linkedin.com/in/{a}-{b}", f"www.linkedin.com/in/{a}{b}-{chance.randrange(10**5)}"))
        )
    if pool.trade in ("developer", "data_analyst") and chance.random() < 0.7:
        made.append(f"github.com/{a[0]}{b}")
    if pool.trade in ("graphic_designer", "architect", "photographer") and chance.random() < 0.7:
        made.append(
            chance.choice((f"behance.net/{a}{b}", f"www.{b}-studio.example", f"https://{a}{b}.example/portfolio"))
        )
    return made


def _private(tongue: Tongue, chance: random.Random) -> list[str]:
    if chance.random() > (0.45 if tongue == "fr" else 0.15):
        return []
    year, day = chance.randrange(1962, 2005), f"{chance.randrange(1, 29):02}/{chance.randrange(1, 13):02}"
    town = chance.choice(("Nantes", "Oran", "Porto", "Tours", "Dakar", "Liège", "Hull", "Cork"))
    french = ([f"Né(e) le {day}/{year} à {town}"], [f"{2025 - year} ans", "Célibataire"], ["Nationalité française"])
    more = ([f"Date de naissance : {day}/{year}", "Marié(e), 2 enfants"], [f"{2025 - year} ans, pacsé(e)"])
    english = (
        [f"Date of birth: {day}/{year}"],
        ["Nationality: British", "Marital status: single"],
        [f"Age: {2025 - year}"],
    )
    return chance.choice((*french, *more) if tongue == "fr" else english)


def _career(pool: Pool, decks: dict[str, Deck[Any]], chance: random.Random) -> list[Job]:
    """Newest first; gaps, overlaps, two posts at one employer, agencies, one-line entries."""
    at = LAST_MONTH - chance.choice((0, 0, 0, 4, 11))
    count, monthly = chance.choice((2, 3, 3, 4, 4, 5, 6)), chance.random() < 0.8
    made: list[Job] = []
    for n in range(count):
        months = chance.choice((2, 3, 6, 9, 14, 19, 26, 34, 47, 61, 88)) if n else chance.choice((8, 15, 28, 44, 70))
        start = at - months
        current = n == 0 and at == LAST_MONTH
        employer, place = decks["employers"].deal()
        same = bool(made) and not made[-1].client and chance.random() < 0.12
        agencies = words()["agencies"][pool.lang]
        client = "" if same or chance.random() > 0.07 else employer
        title = decks["titles"].deal()
        if months < 7 and chance.random() < 0.35:
            title += chance.choice(
                (" (CDD)", " (stage)", " (intérim)") if pool.lang == "fr" else (" (internship)", " (temp)")
            )
        made.append(
            Job(
                when=Period(start=_date(start, monthly), end="present" if current else _date(at, monthly)),
                title=title,
                employer=made[-1].employer if same else chance.choice(agencies) if client else employer,
                client=client,
                same=same,
                place=made[-1].place if same else place if chance.random() < 0.75 else "",
                body=_body(pool, decks, chance),
                prose=chance.random() < 0.12,
            )
        )
        at = start - chance.choice((0, 0, 0, 1, 1, 2, 5, 13, -2))
    return made


def _body(pool: Pool, decks: dict[str, Deck[Any]], chance: random.Random) -> list[str]:
    """What was done there, sometimes with a line that names other firms and dates."""
    lines = list(dict.fromkeys(decks["does"].deal() for _ in range(chance.choice((0, 1, 2, 3, 3, 4, 5)))))
    if lines and chance.random() < 0.3:
        lines.insert(chance.randrange(len(lines) + 1), chance.choice(words()["asides"][pool.lang]))
    return lines


def _date(month: int, monthly: bool) -> str:
    return f"{month // 12}-{month % 12 + 1:02}" if monthly else str(month // 12)


def _schools(decks: dict[str, Deck[Any]], jobs: list[Job], chance: random.Random) -> list[School]:
    year = int((jobs[-1].when.start or "2010")[:4]) - chance.choice((0, 0, 1))
    made = []
    for _ in range(chance.choice((1, 2, 2, 3))):
        length = chance.choice((1, 2, 2, 3))
        ranged = chance.random() < 0.5
        period = Period(start=str(year - length) if ranged else None, end=str(year))
        made.append(decks["schools"].deal().model_copy(update={"when": period}))
        year -= length
    return made


def _skills(pool: Pool, chance: random.Random) -> dict[str, list[str]]:
    if chance.random() < 0.1:
        return {}
    chosen = chance.sample(pool.skills, min(len(pool.skills), chance.randrange(4, 11)))
    return {"": chosen}


def _tongues(tongue: Tongue, chance: random.Random) -> list[Known]:
    if chance.random() < 0.15:
        return []
    others = dict.fromkeys(chance.sample(words()["tongues"][tongue], chance.choice((1, 2, 2, 3))))
    own = [
        Known(
            name="Français" if tongue == "fr" else "English", level="langue maternelle" if tongue == "fr" else "native"
        )
    ]
    known = [Known(name=name, level=chance.choice(words()["levels"][tongue])) for name in others]
    return (own if chance.random() < 0.5 else []) + known


def _more(tongue: Tongue, chance: random.Random) -> dict[str, list[str]]:
    made = {}
    if chance.random() < 0.5:
        heading = chance.choice(
            ("Centres d'intérêt", "Loisirs", "Divers") if tongue == "fr" else ("Interests", "Hobbies")
        )
        made[heading] = [chance.choice(words()["hobbies"][tongue])]
    if chance.random() < 0.3:
        heading = chance.choice(("Permis", "Informations complémentaires") if tongue == "fr" else ("Other", "Licences"))
        made[heading] = [chance.choice(words()["permits"][tongue])]
    if chance.random() < 0.15:
        made["Références" if tongue == "fr" else "References"] = [chance.choice(words()["references"][tongue])]
    return made
