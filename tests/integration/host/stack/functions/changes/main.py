"""Without packages, as the layer has none: what it saw goes out in its log and in its answer only."""

import json
import os
import sys
import urllib.request
from typing import Any

HEADERS = {
    "content-type": "application/x-amz-json-1.0",
    "x-amz-target": "DynamoDB_20120810.PutItem",
    "authorization": f"AWS4-HMAC-SHA256 Credential=test/20260101/{os.environ['AWS_REGION']}/dynamodb/aws4_request, "
    "SignedHeaders=host, Signature=0",
}


def _seen(kind: str, key: str, **more: object) -> None:
    item = {"pk": {"S": kind}, "sk": {"S": key}, **{name: {"S": str(value)} for name, value in more.items()}}
    body = json.dumps({"TableName": os.environ["SEEN"], "Item": item}).encode()
    request = urllib.request.Request(os.environ["AWS_ENDPOINT_URL"], body, HEADERS)
    with urllib.request.urlopen(request) as answer:
        answer.read()


def _key(record: Any) -> str:
    return str(record["dynamodb"]["Keys"]["sk"]["S"])


def partial(event: Any, context: object) -> Any:
    failures = []
    for record in event["Records"]:
        if "poison" in _key(record):
            failures.append({"itemIdentifier": record["dynamodb"]["SequenceNumber"]})
            break
        _seen("stream", _key(record))
    sys.stderr.write("partial\n")
    return {"batchItemFailures": failures}


def raising(event: Any, context: object) -> Any:
    sys.stderr.write("raising\n")
    if any("poison" in _key(record) for record in event["Records"]):
        raise ValueError("poison")
    for record in event["Records"]:
        _seen("bisected", _key(record))


def event(event: Any, context: object) -> Any:
    sys.stderr.write("event\n")
    detail = event["detail"]
    _seen("ses", f"{detail['mail']['messageId']} {detail['eventType']}", body=json.dumps(event))
