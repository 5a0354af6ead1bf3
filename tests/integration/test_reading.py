"""From the quarantine to the record: what the opened file holds beside its text arrives as well. Over moto."""

from io import BytesIO

import docx
import pytest
from docx.shared import Pt
from tests.factories import NOW, WORKSPACE, actor, intake
from tests.pictures import as_bytes, like_a_photo

from vivier.casework import inspection, reading
from vivier.intake import store as intakes
from vivier.people import service

pytestmark = pytest.mark.usefixtures("cloud")

LINES = [
    "Maëlys Kervadec",
    "maelys.kervadec@courrier.example",
    "Expérience professionnelle",
    "Capitaine de péniche, Halage du Centre, 2015 - 2021",
    "Matelote, Batellerie du Doubs, 2011 - 2015",
    "Formation",
    "CAP Transport fluvial, Lycée Émile-Mathis, 2011",
    "Compétences",
    "Navigation, mécanique, amarrage",
]


def cv_with_photo() -> bytes:
    document = docx.Document()
    document.add_picture(BytesIO(as_bytes(like_a_photo())), width=Pt(80))
    for line in LINES:
        document.add_paragraph(line)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_a_photo_on_the_file_is_named_among_what_was_not_recorded() -> None:
    made = intake(content=cv_with_photo(), name="cv.docx")

    reading.read(inspection.inspect(WORKSPACE, made.id), NOW)

    done = intakes.load(WORKSPACE, made.id).read()
    assert done.candidate_id, done.reason
    assert service.open_candidate(actor(), done.candidate_id).candidate.dropped == ["photo"]
