"""What a shortlist shows of people: what was ticked, as they stand today, and what never goes out."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from tests import truth
from tests.factories import NOW, WORKSPACE, actor, arrive, profile
from tests.hiring import candidate_in
from tests.shortlists import link_of, see, sent, write

from vivier.casework import shared_cv
from vivier.casework.stored import StoredDropped, StoredPage, StoredReading
from vivier.gateways import files
from vivier.hiring.model import Job
from vivier.hiring.shortlists.model import Selection
from vivier.kernel.actor import Actor
from vivier.kernel.errors import NotFound
from vivier.kernel.ids import new_id
from vivier.people import notes, service
from vivier.team import audit

LATER = NOW + timedelta(hours=3)
pytestmark = pytest.mark.usefixtures("cloud")


HIDDEN = "never shown"


@pytest.fixture
def whole(opening: Job) -> str:
    """Somebody whose record has something in every field, and beside it what never goes out."""
    one = candidate_in(opening, "Maëlys Le Goff")
    post = {"title": "Capitaine", "employer": "Port de Brest", "start": "2019-03", "end": "present"}
    post["description"] = (
        "Écrire à maelys@legoff.example ou au 06 39 98 00 17, linkedin.com/in/mlegoff. Mme Le Goff dirige."
    )
    write(
        one,
        headline="Capitaine, Maëlys Le Goff",
        summary=HIDDEN,
        location="Brest",
        emails=["maelys@legoff.example"],
        phones=["06 39 98 00 17"],
        links=["https://www.linkedin.com/in/mlegoff"],
        skills=["Radar"],
        languages=[{"name": "Breton"}],
        experience=[post],
        education=[{"degree": "Brevet", "institution": "ENSM"}],
        tags=[HIDDEN],
    )
    notes.write(actor(), one, notes.NewNote(text=HIDDEN, job_id=opening.id), NOW)
    return one


FIELDS = {
    "headline": "Capitaine, Maëlys Le Goff",
    "experience": "Port de Brest",
    "education": "ENSM",
    "skills": "Radar",
    "languages": "Breton",
}


@pytest.mark.parametrize("field", FIELDS)
def test_each_part_is_shown_when_it_is_ticked_and_only_then(
    camille: Actor, opening: Job, whole: str, field: str
) -> None:
    shown = {}
    for ticked in (True, False):
        _, token = sent(camille, opening, [whole], showing={field: ticked})
        shown[ticked] = see(token).model_dump_json()

    assert FIELDS[field] in shown[True]
    assert FIELDS[field] not in shown[False]


def test_contacts_are_shown_only_when_ticked_in_free_text_too(camille: Actor, opening: Job, whole: str) -> None:
    contacts = ("maelys@legoff.example", "06 39 98 00 17", "mlegoff")
    _, without = sent(camille, opening, [whole])
    _, with_them = sent(camille, opening, [whole], showing={"contacts": True})

    assert [c for c in contacts if c in see(without).model_dump_json()] == []
    assert [c for c in contacts if c in see(with_them).model_dump_json()] == list(contacts)


def test_nothing_that_was_never_ticked_goes_out(camille: Actor, opening: Job, whole: str) -> None:
    everything = {"contacts": True, "cv": True}
    _, token = sent(camille, opening, [whole], showing=everything)

    shown = see(token).model_dump_json()

    for hidden in (HIDDEN, "Brest, ", whole, whole.partition("_")[2], opening.id, "referral"):
        assert hidden not in shown


def test_initials_are_all_that_is_left_of_a_name(camille: Actor, opening: Job, whole: str) -> None:
    _, token = sent(camille, opening, [whole], showing={"name": "initials"})

    (one,) = see(token).people
    shown = one.model_dump_json().casefold()
    assert one.name == "M. L. G."
    assert [word for word in ("maëlys", "goff", "legoff") if word in shown] == []


@pytest.mark.parametrize(
    "showing", [{"name": "initials", "contacts": True}, {"name": "initials", "cv": True}, {"cv": True}]
)
def test_a_showing_that_would_break_its_word_is_refused(showing: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="show"):
        Selection.model_validate({"candidate_ids": [new_id("can")], "showing": {"contacts": False} | showing})


def test_what_was_read_with_doubt_is_not_given_out(camille: Actor, opening: Job) -> None:
    from vivier.hiring import applications

    read = profile("Ewen Tanguy", "ewen@x.example", skills=("Radar",), email_confidence=0.3)
    step = arrive(read)
    one = f"can_{step.intake_id.partition('_')[2]}"
    applications.add(camille, opening.id, one, NOW)
    _, token = sent(camille, opening, [one], showing={"contacts": True})

    (shown,) = see(token).people
    assert (shown.emails, shown.skills) == ([], ["Radar"])


def cv(candidate_id: str, image_type: str | None = "image/png", pages: int = 2) -> None:
    """The person's document has white pages, with something prohibited in one corner of each."""
    document = service.open_candidate(actor(), candidate_id).documents[0]
    sheets = [StoredPage(number=n, width=600, height=840, image_type=image_type) for n in range(1, pages + 1)]
    corner = {"left": 0.0, "top": 0.0, "width": 0.1, "height": 0.05}
    dropped = [StoredDropped(kind="birth_date", page=n, boxes=[corner]) for n in range(1, pages + 1)]
    reading = StoredReading(pages=sheets, dropped=dropped)
    files.write(f"{document.prefix}/reading.json", reading.model_dump_json().encode(), "application/json")
    buffer = BytesIO()
    Image.new("RGB", (600, 840), "white").save(buffer, "PNG")
    for n in range(1, pages + 1):
        files.write(f"{document.prefix}/page-{n}.png", buffer.getvalue(), "image/png")


def test_a_page_of_a_cv_bears_the_visitors_name_and_hides_what_is_prohibited(camille: Actor, opening: Job) -> None:
    one = candidate_in(opening)
    cv(one)
    made, token = sent(camille, opening, [one], showing={"contacts": True, "cv": True})

    page = shared_cv.page(link_of(token), 1, 2, NOW)

    key = f"shared/{WORKSPACE}/{made.id}/{one.partition('_')[2]}-2.jpg"
    picture = Image.open(BytesIO(files.read(key)))
    dark = sum(picture.convert("L").histogram()[:250])
    assert (page.page, page.pages) == (2, 2)
    assert key in (page.image_url or "")
    assert see(token).people[0].cv
    assert dark > 600 * 840 // 50  # the mark is all over a page that was white
    corner = picture.getpixel((20, 20))
    assert isinstance(corner, tuple)
    assert sum(corner[:3]) < 150


def test_a_cv_that_is_not_shared_has_no_page(camille: Actor, opening: Job) -> None:
    one = candidate_in(opening)
    cv(one)
    _, token = sent(camille, opening, [one], showing={"contacts": True})

    with pytest.raises(NotFound):
        shared_cv.page(link_of(token), 1, 1, NOW)


def test_a_document_without_pictures_is_shown_as_its_lines_and_each_look_is_noted_once_an_hour(
    camille: Actor, opening: Job
) -> None:
    one = candidate_in(opening)
    _, token = sent(camille, opening, [one], showing={"contacts": True, "cv": True})
    for _ in range(2):
        page = shared_cv.page(link_of(token), 1, 1, NOW)

    assert (page.image_url, page.lines) == (None, ["Maëlys Kervadec"])
    seen = [row.read() for row in truth.of(audit.AuditItem) if row.read().kind == "shared_cv_seen"]
    assert [(line.actor.kind, line.data["candidate_id"]) for line in seen] == [("visitor", one)]
    with pytest.raises(NotFound):
        shared_cv.page(link_of(token), 1, 9, NOW)
