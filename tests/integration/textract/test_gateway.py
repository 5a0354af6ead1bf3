"""Our reader of Textract against the stand-in."""

import time

import boto3
import pytest
from tests.integration.textract.conftest import BUCKET
from tests.pictures import as_bytes, as_pdf, picture_of

from vivier.gateways.clients import ONE_ATTEMPT
from vivier.gateways.textract import Block, TextractReader
from vivier.kernel.errors import DocumentRejected, Throttled, Unavailable
from vivier_local.textract import StandIn

TOPIC = "arn:aws:sns:eu-west-3:123456789012:nobody"
ROLE = "arn:aws:iam::123456789012:role/textract"
LINES = ["Zoé Prévost", "Soudeuse", "zoe@exemple.fr", "25000 Besançon"]
PAGE = picture_of(LINES)


def reader(*, patient: bool = True) -> TextractReader:
    return TextractReader(boto3.client("textract", config=None if patient else ONE_ATTEMPT))


def start(key: str, content: bytes) -> str:
    boto3.client("s3").put_object(Bucket=BUCKET, Key=key, Body=content)
    return reader().start(
        BUCKET, key, job_tag="w:i", client_request_token=key.replace(".", "-"), topic_arn=TOPIC, role_arn=ROLE
    )


def fetched(job_id: str) -> list[Block]:
    for _ in range(300):
        try:
            return reader().fetch(job_id)
        except Unavailable:
            time.sleep(0.1)
    raise AssertionError("the job never ended")


def test_a_page_is_read_at_once(stand_in: StandIn) -> None:
    blocks = reader().analyze(as_bytes(PAGE))

    assert [block["Text"] for block in blocks if block["BlockType"] == "LINE"] == LINES
    assert any(block["BlockType"] == "LAYOUT_TITLE" for block in blocks)


def test_all_parts_of_a_long_answer_are_fetched(stand_in: StandIn) -> None:
    crowded = picture_of(["Mots", *["un deux trois quatre cinq six sept huit neuf dix"] * 28])
    pages = 4

    blocks = fetched(start("long.pdf", as_pdf([crowded] * pages)))

    assert len(blocks) > 1000
    assert [block["Page"] for block in blocks if block["BlockType"] == "PAGE"] == [1, 2, 3, 4]
    assert [block["Page"] for block in blocks] == sorted(block["Page"] for block in blocks)


def test_a_broken_document_is_rejected_for_good(stand_in: StandIn) -> None:
    with pytest.raises(DocumentRejected):
        reader().analyze(b"not a picture")


def test_a_job_that_failed_is_rejected_for_good(stand_in: StandIn) -> None:
    with pytest.raises(DocumentRejected):
        fetched(start("torn.pdf", b"%PDF-1.7 torn"))


def test_a_little_throttling_is_waited_out(stand_in: StandIn) -> None:
    stand_in.throttle(1)

    assert reader().analyze(as_bytes(PAGE))


def test_throttling_that_lasts_is_told_apart(stand_in: StandIn) -> None:
    stand_in.throttle(50)

    with pytest.raises(Throttled):
        reader(patient=False).analyze(as_bytes(PAGE))


def test_a_service_out_of_reach_is_unavailable(stand_in: StandIn) -> None:
    client = boto3.client("textract", config=ONE_ATTEMPT, endpoint_url="http://127.0.0.1:9")

    with pytest.raises(Unavailable):
        TextractReader(client).analyze(as_bytes(PAGE))
