"""Uploads what the template names and creates or updates the stack: the endpoint decides where."""

import hashlib
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import boto3
from botocore.exceptions import ClientError
from pydantic import BaseModel

from vivier_packager import archives, template

if TYPE_CHECKING:
    from mypy_boto3_cloudformation import CloudFormationClient
    from mypy_boto3_s3 import S3Client

LayerZip = Callable[[Path], bytes]
CAPABILITIES = ("CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND")


class StackFailed(Exception):
    """The stack ended in a state of failure; the message says which resources and why."""


class Deployment(BaseModel):
    """`parameters` may name more than the template declares; the rest is left out."""

    stack: str
    bucket: str
    region: str
    template: Path
    parameters: dict[str, str] = {}
    poll_seconds: float = 3.0


class Deployed(BaseModel):
    """`changed` is false when the stack was up to date already."""

    outputs: dict[str, str]
    changed: bool
    package_seconds: float
    stack_seconds: float


class BucketUploads:
    """Files in an S3 bucket, named by their content."""

    def __init__(self, s3: "S3Client", bucket: str, layer: LayerZip) -> None:
        self._s3 = s3
        self._bucket = bucket
        self._layer = layer
        self._known: set[str] = set()

    def put(self, body: bytes, extension: str) -> str:
        key = hashlib.sha256(body).hexdigest()[:32] + extension
        if key not in self._known and not self._there(key):
            self._s3.put_object(Bucket=self._bucket, Key=key, Body=body)
        self._known.add(key)
        return f"s3://{self._bucket}/{key}"

    def layer(self, folder: Path) -> bytes:
        return self._layer(folder)

    def url(self, address: str) -> str:
        """The HTTPS form of an address, as CloudFormation wants its template."""
        endpoint = self._s3.meta.endpoint_url.rstrip("/")
        return f"{endpoint}/{address.removeprefix('s3://')}"

    def _there(self, key: str) -> bool:
        try:
            self._s3.head_object(Bucket=self._bucket, Key=key)
        except ClientError:
            return False
        return True


def zipped_layer(folder: Path) -> bytes:
    """A layer as Lambda wants it: everything below `python/`."""
    return archives.zip_folder(folder, "" if (folder / "python").is_dir() else "python/")


def deploy(
    deployment: Deployment, *, layer: LayerZip = zipped_layer, step: Callable[[str], None] = lambda _: None
) -> Deployed:
    """Raises StackFailed. `step` hears what is going on."""
    s3 = boto3.client("s3", region_name=deployment.region)
    formation: CloudFormationClient = boto3.client("cloudformation", region_name=deployment.region)
    started = time.perf_counter()
    step("packaging")
    _ensure_bucket(s3, deployment)
    uploads = BucketUploads(s3, deployment.bucket, layer)
    packaged = template.package(deployment.template, uploads)
    address = uploads.put(template.as_json(packaged).encode(), ".json")
    declared = packaged.get("Parameters", {})
    between = time.perf_counter()
    step("deploying")
    request: dict[str, Any] = {
        "StackName": deployment.stack,
        "TemplateURL": uploads.url(address),
        "Capabilities": CAPABILITIES,
        "Parameters": [
            {"ParameterKey": key, "ParameterValue": value}
            for key, value in deployment.parameters.items()
            if key in declared
        ],
    }
    changed = _submit(formation, request)
    outputs = _wait(formation, deployment)
    return Deployed(
        outputs=outputs,
        changed=changed,
        package_seconds=between - started,
        stack_seconds=time.perf_counter() - between,
    )


def _ensure_bucket(s3: "S3Client", deployment: Deployment) -> None:
    try:
        s3.head_bucket(Bucket=deployment.bucket)
    except ClientError:
        # us-east-1 is the one region that refuses to be named.
        named = deployment.region != "us-east-1"
        where: Any = {"CreateBucketConfiguration": {"LocationConstraint": deployment.region}} if named else {}
        s3.create_bucket(Bucket=deployment.bucket, **where)


def _submit(formation: "CloudFormationClient", request: dict[str, Any]) -> bool:
    try:
        status = formation.describe_stacks(StackName=request["StackName"])["Stacks"][0]["StackStatus"]
    except ClientError:
        formation.create_stack(**request)
        return True
    if status in ("ROLLBACK_COMPLETE", "CREATE_FAILED"):
        raise StackFailed(f"{request['StackName']} is in {status}: its creation failed; delete it and deploy again")
    try:
        formation.update_stack(**request)
    except ClientError as error:
        if "No updates are to be performed" in str(error):
            return False
        raise
    return True


def _wait(formation: "CloudFormationClient", deployment: Deployment) -> dict[str, str]:
    while True:
        stack = formation.describe_stacks(StackName=deployment.stack)["Stacks"][0]
        status = stack["StackStatus"]
        if not status.endswith("IN_PROGRESS"):
            break
        time.sleep(deployment.poll_seconds)
    if status not in ("CREATE_COMPLETE", "UPDATE_COMPLETE"):
        raise StackFailed(f"{deployment.stack}: {status}\n" + "\n".join(_failures(formation, deployment.stack)))
    return {output["OutputKey"]: output["OutputValue"] for output in stack.get("Outputs", [])}


def _failures(formation: "CloudFormationClient", stack: str) -> list[str]:
    events = formation.describe_stack_events(StackName=stack)["StackEvents"]
    return [
        f"  {event.get('LogicalResourceId')} ({event.get('ResourceType')}): {event.get('ResourceStatusReason', '')}"
        for event in events
        if "FAILED" in event.get("ResourceStatus", "")
    ][:20]
