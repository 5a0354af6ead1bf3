import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.cvs.scoring import score, total

from vivier_local.read_cv import ReadCv, read_cv_files

CVS = Path(__file__).parents[2] / "cvs" / "read"
# Just under what was measured (all 1.0 but where lower here).
FLOORS = {
    "name": 1.0,
    "email": 1.0,
    "phone": 1.0,
    "location": 1.0,
    "links": 0.9,
    "skills": 0.95,
    "languages": 0.95,
    "experience.employer": 0.95,
    "experience.title": 0.95,
    "experience.start": 0.95,
    "experience.end": 0.95,
    "experience": 0.95,
    "education.institution": 0.9,
    "education.degree": 0.9,
    "education.end": 0.9,
    "education": 0.9,
}


def files() -> list[Path]:
    return sorted(path for path in CVS.iterdir() if path.suffix in (".pdf", ".docx", ".odt"))


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> list[ReadCv]:
    return list(read_cv_files(files(), tmp_path_factory.mktemp("readings")))


def test_the_sample_cvs_are_read_as_well_as_measured(results: list[ReadCv]) -> None:
    read = [
        score(json.loads(r.file.with_suffix(".json").read_text()), json.loads(r.output.read_text()))
        for r in results
        if r.output is not None
    ]

    measured = {field: counts.f1 for field, counts in total(read).items()}

    assert len(read) == 8
    assert {field: (measured[field], floor) for field, floor in FLOORS.items() if measured[field] < floor} == {}


def test_every_sample_looks_like_a_cv(results: list[ReadCv]) -> None:
    assert min(result.is_cv or 0 for result in results) > 0.8


def test_a_birth_date_stands_nowhere_in_what_is_written(results: list[ReadCv]) -> None:
    output = next(r.output for r in results if r.file.stem == "s03_benali")

    assert output is not None
    written = output.read_text()
    assert "14/05/1995" not in written
    assert [d["kind"] for d in json.loads(written)["reading"]["dropped"]] == ["birth_date"]


def test_a_file_that_is_no_document_gives_a_reason_and_the_next_is_read(tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 cut short")

    first, second = read_cv_files([broken, CVS / "s06_tremblay.pdf"], tmp_path / "out")

    assert first.output is None
    assert first.reason
    assert second.output is not None


def test_an_invoice_is_said_to_be_no_cv(tmp_path: Path) -> None:
    invoice = tmp_path / "invoice.txt"
    invoice.write_text("FACTURE N° 2024-118\nMontant total TTC : 1 250,00 EUR\nÉchéance : 30/06/2024\nIBAN FR76 3000\n")

    (result,) = read_cv_files([invoice], tmp_path / "out")

    assert result.reason == "not_a_cv"
    assert result.is_cv is not None
    assert result.is_cv < 0.2


def test_reading_text_loads_nothing_that_talks_to_a_network() -> None:
    code = f"""
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from vivier_local.read_cv import read_cv_files
done = list(read_cv_files([Path({str(files()[0])!r})], Path(sys.argv[1])))
assert done[0].output is not None, done
print(sorted({{"boto3", "botocore", "httpx", "tesseract"}} & set(sys.modules)))
"""

    with TemporaryDirectory() as folder:
        ran = subprocess.run([sys.executable, "-c", code, folder], capture_output=True, text=True, check=True)

    assert ran.stdout.strip() == "[]"
