"""What each operation of Textract does, on Tesseract."""

import base64
import binascii
from pathlib import Path
from typing import Any, TypeVar

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from PIL import Image
from pydantic import BaseModel, ValidationError

from vivier_local.textract import documents, tesseract
from vivier_local.textract.blocks import Block, blocks_of
from vivier_local.textract.faults import Refusal, invalid, no_object
from vivier_local.textract.jobs import Job, Jobs
from vivier_local.textract.protocol import (
    MOST_RESULTS,
    Analyze,
    DetectText,
    Document,
    Feature,
    GetResults,
    S3Object,
    StartAnalysis,
    StartDetection,
)

Answer = dict[str, Any]
Request = TypeVar("Request", bound=BaseModel)
VERSION = "1.0"
PATIENT = Config(retries={"total_max_attempts": 4, "mode": "standard"}, connect_timeout=5, read_timeout=30)


class Operations:
    """Objects are read from, and notices published to, the services at `AWS_ENDPOINT_URL`."""

    def __init__(self, folder: Path | None = None) -> None:
        self.jobs = Jobs(self._read_job, self._publish, folder)
        self._by_name = {
            "AnalyzeDocument": self._analyze,
            "DetectDocumentText": self._detect,
            "StartDocumentAnalysis": self._start_analysis,
            "StartDocumentTextDetection": self._start_detection,
            "GetDocumentAnalysis": self._get_analysis,
            "GetDocumentTextDetection": self._get_detection,
        }

    def answer(self, name: str, request: Answer) -> Answer:
        """Raises Refusal, also for operations that the stand-in has not."""
        operation = self._by_name.get(name)
        if operation is None:
            raise Refusal("UnknownOperationException", name)
        return operation(request)

    def _analyze(self, request: Answer) -> Answer:
        wanted = _parsed(Analyze, request)
        blocks = self._read_one(wanted.document, Feature.LAYOUT in wanted.feature_types)
        return {"DocumentMetadata": {"Pages": 1}, "Blocks": blocks, "AnalyzeDocumentModelVersion": VERSION}

    def _detect(self, request: Answer) -> Answer:
        blocks = self._read_one(_parsed(DetectText, request).document, False)
        return {"DocumentMetadata": {"Pages": 1}, "Blocks": blocks, "DetectDocumentTextModelVersion": VERSION}

    def _read_one(self, document: Document, layout: bool) -> list[Block]:
        stored = document.s3_object
        content = (document.content or b"") if stored is None else self._object(stored)
        return _read_page(documents.one_page(content), None, layout)

    def _start_analysis(self, request: Answer) -> Answer:
        return self._start("StartDocumentAnalysis", _parsed(StartAnalysis, request))

    def _start_detection(self, request: Answer) -> Answer:
        return self._start("StartDocumentTextDetection", _parsed(StartDetection, request))

    def _start(self, api: str, request: StartDetection) -> Answer:
        documents.checked_for_job(self._object(request.document_location.s3_object))
        return {"JobId": self.jobs.start(api, request)}

    def _read_job(self, job: Job) -> tuple[list[Block], int]:
        request = job.start()
        layout = isinstance(request, StartAnalysis) and Feature.LAYOUT in request.feature_types
        content = self._object(request.document_location.s3_object)
        kind = documents.checked_for_job(content)
        count = documents.page_count(content, kind)
        if count > documents.ASYNC_PAGES:
            raise Refusal("DocumentTooLargeException", "The document has too many pages")
        blocks: list[Block] = []
        for number, page in enumerate(documents.pages(content, kind), start=1):
            blocks += _read_page(page, number, layout)
        return blocks, count

    def _get_analysis(self, request: Answer) -> Answer:
        return self._get("StartDocumentAnalysis", request) | {"AnalyzeDocumentModelVersion": VERSION}

    def _get_detection(self, request: Answer) -> Answer:
        return self._get("StartDocumentTextDetection", request) | {"DetectDocumentTextModelVersion": VERSION}

    def _get(self, api: str, request: Answer) -> Answer:
        wanted = _parsed(GetResults, request)
        job = self.jobs.get(api, wanted.job_id)
        if job.status != "SUCCEEDED":
            return {"JobStatus": job.status} | ({"StatusMessage": job.message} if job.message else {})
        start = _offset(wanted.next_token)
        end = start + min(wanted.max_results, MOST_RESULTS)
        answer = {
            "JobStatus": job.status,
            "DocumentMetadata": {"Pages": job.pages},
            "Blocks": job.blocks[start:end],
        }
        return answer | ({"NextToken": _token(end)} if end < len(job.blocks) else {})

    def _object(self, place: S3Object) -> bytes:
        try:
            version = {"VersionId": place.version} if place.version else {}
            stored = _client("s3").get_object(Bucket=place.bucket, Key=place.name, **version)
            body: bytes = stored["Body"].read()
        except (BotoCoreError, ClientError) as error:
            raise no_object() from error
        return body

    def _publish(self, topic: str, message: str) -> None:
        _client("sns").publish(TopicArn=topic, Message=message)


def _client(service: str) -> Any:
    """A new client each time: jobs are few, and the endpoint may be another in the next test."""
    return boto3.session.Session().client(service, config=PATIENT)  # type: ignore[call-overload]


def _read_page(page: Image.Image, number: int | None, layout: bool) -> list[Block]:
    return blocks_of(tesseract.words_of(page), page.width / page.height, number, layout=layout)


def _parsed(model: type[Request], request: Answer) -> Request:
    try:
        return model.model_validate(request)
    except ValidationError as error:
        raise invalid() from error


def _token(offset: int) -> str:
    return base64.urlsafe_b64encode(f"block:{offset}".encode()).decode()


def _offset(token: str | None) -> int:
    if token is None:
        return 0
    try:
        name, _, offset = base64.urlsafe_b64decode(token).decode().partition(":")
        if name == "block":
            return int(offset)
    except (binascii.Error, ValueError):
        pass
    raise invalid("Request has invalid pagination token")
