"""Reads CV files on this machine, through the same steps as in the cloud, into one JSON each."""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from time import perf_counter
from typing import Any

from pydantic import BaseModel

from vivier.kernel.errors import VivierError
from vivier.resumes.model import Found, FoundEducation, FoundExperience, Reading
from vivier.resumes.opening import FileRefused, OpenedPage, open_isolated
from vivier.resumes.refinement import TASK, Answer
from vivier.resumes.service import read
from vivier_local import corrected

ENOUGH_FOR_A_CV = 0.35


class ReadCv(BaseModel):
    """What became of one file: `output` is the JSON written, or `reason` says why there is none."""

    file: Path
    output: Path | None = None
    reason: str | None = None
    detail: str | None = None
    is_cv: float | None = None
    seconds: float = 0.0
    tokens: int = 0
    dollars: float = 0.0


class SecondOpinion:
    """A model of Bedrock, asked with the credentials of the shell; prices are of a million tokens, in US dollars."""

    def __init__(self, model: str, input_price: float, output_price: float) -> None:
        self._model, self._prices = model, (input_price, output_price)
        self.tokens, self.dollars = 0, 0.0

    def __call__(self, lines: str) -> dict[str, Any] | None:
        from vivier.gateways import bedrock  # AWS's library takes as much memory as the reader: only where it is asked

        answered = bedrock.ask(self._model, TASK, lines, Answer.model_json_schema())
        self.tokens += answered.input_tokens + answered.output_tokens
        self.dollars += answered.dollars(*self._prices)
        return answered.given


def read_cv_files(paths: Iterable[Path], out_dir: Path, opinion: SecondOpinion | None = None) -> Iterator[ReadCv]:
    """Reads each file and writes STEM.json into `out_dir`; a file that cannot be read gives its reason."""
    out_dir.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        recognise = _Recogniser(stack)
        for path in paths:
            began = perf_counter()
            before = (opinion.tokens, opinion.dollars) if opinion else (0, 0.0)
            result = _read_one(path, out_dir, recognise, opinion)
            spent = (opinion.tokens - before[0], opinion.dollars - before[1]) if opinion else before
            took = {"seconds": round(perf_counter() - began, 3), "tokens": spent[0], "dollars": spent[1]}
            yield result.model_copy(update=took)


def _read_one(
    path: Path,
    out_dir: Path,
    recognise: Callable[[OpenedPage], list[dict[str, Any]]],
    opinion: SecondOpinion | None,
) -> ReadCv:
    try:
        if path.name.endswith(corrected.SUFFIX):
            reading = corrected.read_lines(path)
        else:
            reading = read(open_isolated(path.read_bytes(), path.name), recognise, ask=opinion)
    except FileRefused as refusal:
        return ReadCv(file=path, reason=str(refusal.reason), detail=refusal.detail or None)
    except VivierError as error:
        return ReadCv(file=path, reason="unreadable", detail=str(error))
    except OSError as error:
        return ReadCv(file=path, reason="unreadable", detail=error.strerror or type(error).__name__)
    except ValueError as error:  # of the lines of a corrected document
        return ReadCv(file=path, reason="unreadable", detail=str(error))
    if not any(page.lines for page in reading.pages):
        return ReadCv(file=path, reason="no_text", is_cv=reading.is_cv)
    output = out_dir / f"{path.stem}.json"
    output.write_text(json.dumps(flat(reading), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return ReadCv(
        file=path, output=output, is_cv=reading.is_cv, reason="not_a_cv" if reading.is_cv < ENOUGH_FOR_A_CV else None
    )


class _Recogniser:
    """Textract's gateway, talking to the stand-in in this process; started by the first page that needs it."""

    def __init__(self, stack: ExitStack) -> None:
        self._stack = stack
        self._analyze: Callable[[bytes], list[dict[str, Any]]] | None = None

    def __call__(self, page: OpenedPage) -> list[dict[str, Any]]:
        if self._analyze is None:
            self._analyze = self._start()
        return self._analyze(page.ocr_image or b"")

    def _start(self) -> Callable[[bytes], list[dict[str, Any]]]:
        import boto3

        from vivier.gateways.textract import TextractReader
        from vivier_local.textract import serve

        server = self._stack.enter_context(closing(serve(0)))
        return TextractReader(
            boto3.client(
                "textract",
                endpoint_url=server.url,
                region_name="eu-west-3",
                aws_access_key_id="local",
                aws_secret_access_key="local",  # noqa: S106 -- the stand-in asks for none
            )
        ).analyze


def flat(reading: Reading) -> dict[str, Any]:
    """The values of a reading as plain strings; evidence and confidence under `reading`."""
    profile = reading.profile
    return {
        "name": _value(profile.name),
        "email": _value(profile.emails[0]) if profile.emails else None,
        "phone": _value(profile.phones[0]) if profile.phones else None,
        "location": _value(profile.location),
        "headline": _value(profile.headline),
        "summary": _value(profile.summary),
        "emails": [found.value for found in profile.emails],
        "phones": [found.value for found in profile.phones],
        "links": [found.value for found in profile.links],
        "skills": [found.value for found in profile.skills],
        "languages": [found.value for found in profile.languages],
        "licences": [found.value for found in profile.licences],
        "certifications": [found.value for found in profile.certifications],
        "publications": [found.value for found in profile.publications],
        "levels": {found.value: found.level for found in profile.languages},
        "experience": [_entry(entry) for entry in profile.experience],
        "education": [_entry(entry) for entry in profile.education],
        "reading": reading.model_dump(mode="json"),
    }


def _entry(entry: FoundExperience | FoundEducation) -> dict[str, str | None]:
    return {name: _value(getattr(entry, name)) for name in type(entry).model_fields}


def _value(found: Found | None) -> str | None:
    return found.value if found is not None else None
