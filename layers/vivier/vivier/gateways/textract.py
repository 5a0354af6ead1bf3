"""Amazon Textract: pictures and scans in, Blocks out."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError
from trp import Document

from vivier.gateways.clients import client
from vivier.kernel.errors import DocumentRejected, Throttled, Unavailable

Block = dict[str, Any]

SLOW_DOWN = {"ProvisionedThroughputExceededException", "ThrottlingException", "LimitExceededException"}
NEVER = {"UnsupportedDocumentException", "BadDocumentException", "DocumentTooLargeException"}
ITS_OWN_FAULT = {"InternalServerError", "ServiceUnavailable"}


class TextractReader:
    """Reads with AnalyzeDocument (one page, at once) or StartDocumentAnalysis (several, a notice when done).

    boto3 tries three times with backoff (`clients.FEW_ATTEMPTS`); what then remains is raised as `Throttled` (later is
    right), `Unavailable` or `DocumentRejected` (never). Any other refusal is a mistake of ours and passes through.
    """

    def __init__(self, textract: Any = None) -> None:
        self._client = textract or client("textract")

    def analyze(self, image: bytes) -> list[Block]:
        """The Blocks of one page: a JPEG or PNG of at most 10 MB and 10,000 px a side."""
        with _refusals():
            answer = self._client.analyze_document(Document={"Bytes": image}, FeatureTypes=["LAYOUT"])
        return _blocks([answer])

    def start(
        self, bucket: str, key: str, *, job_tag: str, client_request_token: str, topic_arn: str, role_arn: str
    ) -> str:
        """Start reading a stored PDF or TIFF; the job's id. The same token gives the same job for 7 days.

        `job_tag` comes back in the notice on `topic_arn`: at most 64 of A-Z a-z 0-9 _ . - :
        """
        with _refusals():
            answer = self._client.start_document_analysis(
                DocumentLocation={"S3Object": {"Bucket": bucket, "Name": key}},
                FeatureTypes=["LAYOUT"],
                JobTag=job_tag,
                ClientRequestToken=client_request_token,
                NotificationChannel={"SNSTopicArn": topic_arn, "RoleArn": role_arn},
            )
        return str(answer["JobId"])

    def fetch(self, job_id: str) -> list[Block]:
        """All Blocks of a finished job. A job that failed raises DocumentRejected, one still running Unavailable."""
        answers: list[dict[str, Any]] = []
        token: dict[str, str] = {}
        while True:
            with _refusals():
                answer = self._client.get_document_analysis(JobId=job_id, **token)
            _expect_end(answer)
            answers.append(answer)
            if not answer.get("NextToken"):
                return _blocks(answers)
            token = {"NextToken": answer["NextToken"]}


def _expect_end(answer: dict[str, Any]) -> None:
    if answer["JobStatus"] == "FAILED":
        raise DocumentRejected(answer.get("StatusMessage") or "the job failed")
    if answer["JobStatus"] == "IN_PROGRESS":
        raise Unavailable("Textract is still reading")


def _blocks(answers: list[dict[str, Any]]) -> list[Block]:
    """Blocks page by page: a page may begin in one answer and end in the next, which the response parser undoes."""
    document = Document([{"Blocks": answer.get("Blocks") or []} for answer in answers])
    return [block for page in document.pageBlocks for block in page["Blocks"]]


@contextmanager
def _refusals() -> Iterator[None]:
    try:
        yield
    except ClientError as error:
        code = error.response["Error"]["Code"]
        if code in SLOW_DOWN:
            raise Throttled("Textract asks for patience", code=code) from error
        if code in NEVER:
            raise DocumentRejected(error.response["Error"].get("Message") or code, code=code) from error
        if code in ITS_OWN_FAULT:
            raise Unavailable("Textract failed", code=code) from error
        raise
    except BotoCoreError as error:
        raise Unavailable("Textract did not answer", code=type(error).__name__) from error
