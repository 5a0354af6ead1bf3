from collections.abc import Iterator

import boto3
import pytest
from moto import mock_aws

from vivier_local.textract import StandIn, serve

BUCKET = "files"


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    """The stand-in over HTTP; S3, SNS and SQS, which it reads from and publishes to, are moto's in this process."""
    monkeypatch.delenv("AWS_ENDPOINT_URL", raising=False)
    for name, value in {
        "AWS_DEFAULT_REGION": "eu-west-3",
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
    }.items():
        monkeypatch.setenv(name, value)
    with mock_aws():
        boto3.client("s3").create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": "eu-west-3"})
        running = serve()
        monkeypatch.setenv("AWS_ENDPOINT_URL_TEXTRACT", running.url)
        yield running
        running.close()
