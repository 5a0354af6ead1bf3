"""The stand-in for Textract, through boto3's own client."""

import json
import time
from pathlib import Path
from random import Random
from typing import Any

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError
from PIL import Image, ImageChops
from tests.integration.textract.conftest import BUCKET
from tests.pictures import as_bytes, as_pdf, picture_of

from vivier_local.textract import StandIn, serve

CV = [
    "Zoé Prévost",
    "Soudeuse à Besançon",
    "EXPÉRIENCE",
    "- Soudure de châssis",
    "- Contrôle des pièces",
    "zoe@exemple.fr",
]
ROLE = "arn:aws:iam::123456789012:role/textract"


def client() -> Any:
    return boto3.client("textract", config=Config(retries={"total_max_attempts": 1}))


def code_of(error: pytest.ExceptionInfo[ClientError]) -> str:
    return str(error.value.response["Error"]["Code"])


def texts(blocks: list[dict[str, Any]], kind: str = "LINE") -> list[str]:
    return [block["Text"] for block in blocks if block["BlockType"] == kind]


def put(key: str, content: bytes) -> dict[str, Any]:
    boto3.client("s3").put_object(Bucket=BUCKET, Key=key, Body=content)
    return {"S3Object": {"Bucket": BUCKET, "Name": key}}


def finished(job_id: str) -> dict[str, Any]:
    for _ in range(300):
        answer: dict[str, Any] = client().get_document_analysis(JobId=job_id)
        if answer["JobStatus"] != "IN_PROGRESS":
            return answer
        time.sleep(0.1)
    raise AssertionError("the job never ended")


def test_a_picture_is_read_with_places_and_confidence(stand_in: StandIn) -> None:
    answer = client().analyze_document(Document={"Bytes": as_bytes(picture_of(CV))}, FeatureTypes=["LAYOUT"])

    assert answer["DocumentMetadata"] == {"Pages": 1}
    assert texts(answer["Blocks"])[:3] == ["Zoé Prévost", "Soudeuse à Besançon", "EXPÉRIENCE"]
    line = next(block for block in answer["Blocks"] if block["BlockType"] == "LINE")
    assert line["Confidence"] > 80
    assert line["Geometry"]["BoundingBox"]["Left"] == pytest.approx(55 / 595, abs=0.01)
    assert line["Geometry"]["BoundingBox"]["Top"] == pytest.approx(44 / 842, abs=0.01)


def test_lines_own_their_words_and_the_page_its_lines(stand_in: StandIn) -> None:
    answer = client().detect_document_text(Document={"Bytes": as_bytes(picture_of(CV))})

    by_id = {block["Id"]: block for block in answer["Blocks"]}
    page, first = answer["Blocks"][:2]
    assert [by_id[child]["BlockType"] for child in page["Relationships"][0]["Ids"]] == ["LINE"] * len(CV)
    assert [by_id[child]["Text"] for child in first["Relationships"][0]["Ids"]] == ["Zoé", "Prévost"]


def test_layout_tells_title_heading_and_list(stand_in: StandIn) -> None:
    answer = client().analyze_document(Document={"Bytes": as_bytes(picture_of(CV))}, FeatureTypes=["LAYOUT"])

    by_id = {block["Id"]: block for block in answer["Blocks"]}
    layout = {
        block["BlockType"]: [by_id[child] for child in block["Relationships"][0]["Ids"]]
        for block in answer["Blocks"]
        if block["BlockType"].startswith("LAYOUT_")
    }
    assert [line["Text"] for line in layout["LAYOUT_TITLE"]] == ["Zoé Prévost"]
    assert [line["Text"] for line in layout["LAYOUT_SECTION_HEADER"]] == ["EXPÉRIENCE"]
    assert {part["BlockType"] for part in layout["LAYOUT_LIST"]} == {"LAYOUT_TEXT"}


def test_text_alone_has_no_layout(stand_in: StandIn) -> None:
    answer = client().detect_document_text(Document={"Bytes": as_bytes(picture_of(CV))})

    assert {block["BlockType"] for block in answer["Blocks"]} == {"PAGE", "LINE", "WORD"}


def test_a_page_lying_on_its_side_is_read(stand_in: StandIn) -> None:
    lines = ["Zoé Prévost", *["Soudeuse sur métaux légers à Besançon depuis 2015"] * 12]
    lying = picture_of(lines).rotate(90, expand=True)

    answer = client().detect_document_text(Document={"Bytes": as_bytes(lying)})

    assert "Besançon" in texts(answer["Blocks"], "WORD")


@pytest.mark.parametrize(
    ("document", "code"),
    [
        (b"plain text", "UnsupportedDocumentException"),
        (as_pdf([picture_of(CV), picture_of(CV)]), "UnsupportedDocumentException"),
        (
            as_bytes(picture_of(CV), "TIFF", save_all=True, append_images=[picture_of(CV)]),
            "UnsupportedDocumentException",
        ),
        (as_bytes(picture_of(CV))[:300], "BadDocumentException"),
        (as_bytes(Image.new("1", (10_001, 20))), "BadDocumentException"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * (10 * 1024 * 1024), "DocumentTooLargeException"),
    ],
    ids=["text", "pdf of two pages", "tiff of two pages", "torn", "too wide", "too large"],
)
def test_what_the_service_refuses_is_refused(stand_in: StandIn, document: bytes, code: str) -> None:
    with pytest.raises(ClientError) as error:
        client().analyze_document(Document={"Bytes": document}, FeatureTypes=["LAYOUT"])

    assert code_of(error) == code


def test_an_object_that_is_not_there_is_an_invalid_one(stand_in: StandIn) -> None:
    with pytest.raises(ClientError) as error:
        client().analyze_document(Document={"S3Object": {"Bucket": BUCKET, "Name": "nowhere"}}, FeatureTypes=["LAYOUT"])

    assert code_of(error) == "InvalidS3ObjectException"


def test_a_job_reads_every_page_and_is_fetched_in_parts(stand_in: StandIn) -> None:
    place = put("two.pdf", as_pdf([picture_of(CV), picture_of(["Page deux", "Formation"])]))

    job_id = client().start_document_analysis(DocumentLocation=place, FeatureTypes=["LAYOUT"])["JobId"]
    whole = finished(job_id)
    parts: list[dict[str, Any]] = []
    token: dict[str, str] = {}
    while True:
        answer = client().get_document_analysis(JobId=job_id, MaxResults=7, **token)
        assert len(answer["Blocks"]) <= 7
        parts += answer["Blocks"]
        if "NextToken" not in answer:
            break
        token = {"NextToken": answer["NextToken"]}

    assert whole["DocumentMetadata"] == {"Pages": 2}
    assert parts == whole["Blocks"]
    assert {block["Page"] for block in parts} == {1, 2}
    assert "Page deux" in texts(parts)


def test_the_end_of_a_job_is_told_to_the_topic(stand_in: StandIn) -> None:
    topic = boto3.client("sns").create_topic(Name="textract")["TopicArn"]
    queue = boto3.client("sqs").create_queue(QueueName="notices")["QueueUrl"]
    boto3.client("sns").subscribe(TopicArn=topic, Protocol="sqs", Endpoint="arn:aws:sqs:eu-west-3:123456789012:notices")

    job_id = client().start_document_analysis(
        DocumentLocation=put("one.pdf", as_pdf([picture_of(CV)])),
        FeatureTypes=["LAYOUT"],
        JobTag="workspace:intake",
        NotificationChannel={"SNSTopicArn": topic, "RoleArn": ROLE},
    )["JobId"]

    sqs = boto3.client("sqs")
    # A page takes longer on a busy machine than one poll may wait.
    answers = (sqs.receive_message(QueueUrl=queue, WaitTimeSeconds=15).get("Messages") for _ in range(8))
    (received,) = next(filter(None, answers))
    notice = json.loads(json.loads(received["Body"])["Message"])
    assert notice.pop("Timestamp") > 1_600_000_000_000
    assert notice == {
        "JobId": job_id,
        "Status": "SUCCEEDED",
        "API": "StartDocumentAnalysis",
        "JobTag": "workspace:intake",
        "DocumentLocation": {"S3ObjectName": "one.pdf", "S3Bucket": BUCKET},
    }


def test_a_job_on_a_broken_document_fails_and_says_so(stand_in: StandIn) -> None:
    place = put("broken.pdf", b"%PDF-1.7 and nothing else")

    job_id = client().start_document_analysis(DocumentLocation=place, FeatureTypes=["LAYOUT"])["JobId"]

    assert finished(job_id)["JobStatus"] == "FAILED"
    assert finished(job_id)["StatusMessage"]


def test_a_request_token_gives_the_same_job_again(stand_in: StandIn) -> None:
    place = put("again.png", as_bytes(picture_of(CV)))
    request = {"DocumentLocation": place, "FeatureTypes": ["LAYOUT"], "ClientRequestToken": "intake-1"}

    first = client().start_document_analysis(**request)["JobId"]
    second = client().start_document_analysis(**request)["JobId"]
    with pytest.raises(ClientError) as error:
        client().start_document_analysis(**request | {"JobTag": "another"})

    assert first == second
    assert code_of(error) == "IdempotentParameterMismatchException"


def test_an_unknown_job_is_refused(stand_in: StandIn) -> None:
    with pytest.raises(ClientError) as error:
        client().get_document_analysis(JobId="unknown")

    assert code_of(error) == "InvalidJobIdException"


def test_a_job_of_text_detection_is_none_of_analysis(stand_in: StandIn) -> None:
    place = put("text.png", as_bytes(picture_of(CV)))
    job_id = client().start_document_text_detection(DocumentLocation=place)["JobId"]

    with pytest.raises(ClientError) as error:
        client().get_document_analysis(JobId=job_id)

    assert code_of(error) == "InvalidJobIdException"


def test_it_throttles_on_demand(stand_in: StandIn) -> None:
    stand_in.throttle(1)

    with pytest.raises(ClientError) as error:
        client().get_document_analysis(JobId="unknown")

    assert code_of(error) == "ProvisionedThroughputExceededException"


def test_jobs_outlive_a_restart(stand_in: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = put("kept.png", as_bytes(picture_of(CV)))
    first = serve(folder=tmp_path)
    monkeypatch.setenv("AWS_ENDPOINT_URL_TEXTRACT", first.url)
    job_id = client().start_document_analysis(DocumentLocation=place, FeatureTypes=["LAYOUT"])["JobId"]
    before = finished(job_id)
    first.close()

    second = serve(folder=tmp_path)
    monkeypatch.setenv("AWS_ENDPOINT_URL_TEXTRACT", second.url)
    after = finished(job_id)
    second.close()

    assert after["Blocks"] == before["Blocks"]


def test_the_few_letters_of_a_grainy_page_are_read(stand_in: StandIn) -> None:
    page = picture_of(["Centres d'intérêt", "Course à pied, cuisine, lecture"]).convert("L")
    grains = Image.frombytes("L", page.size, Random(3).randbytes(page.width * page.height))
    grainy = ImageChops.subtract(page, grains.point([grey // 8 for grey in range(256)]))

    answer = client().detect_document_text(Document={"Bytes": as_bytes(grainy)})

    assert texts(answer["Blocks"]) == ["Centres d'intérêt", "Course à pied, cuisine, lecture"]
