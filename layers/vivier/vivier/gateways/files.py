"""The bucket: quarantine, opened files, documents. Files never pass through the API: browsers get signed addresses."""

import hashlib
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote, unquote

from botocore.exceptions import ClientError

from vivier.gateways.clients import client
from vivier.kernel.clock import Instant
from vivier.kernel.errors import NotFound, Unavailable
from vivier.kernel.model import Model
from vivier.kernel.settings import settings

LINK_SECONDS = 60  # contracts.md §2: links of at most a minute
FORM_SECONDS = 300
AT_ONCE = 1000  # https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html
UNKNOWN_TYPE = "application/octet-stream"


class UploadForm(Model):
    """What a browser posts until `expires_at`, with the file as the last field."""

    url: str
    fields: dict[str, str]
    expires_at: Instant


class Stored(Model):
    """An object as it was uploaded, with the name its sender gave it."""

    data: bytes
    media_type: str
    name: str | None = None

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


class Version(Model):
    """One version of an object; in a bucket that keeps none its id is `null`."""

    key: str
    id: str


def upload_form(key: str, media_type: str, *, name: str, most: int, now: datetime) -> UploadForm:
    """A presigned POST for one key, one content type, at most `most` bytes, for five minutes; the name travels with it.

    A file of no known type comes as `UNKNOWN_TYPE`.
    """
    media_type = media_type or UNKNOWN_TYPE
    named = {"x-amz-meta-name": quote(name)}  # metadata is ASCII
    made: dict[str, Any] = _public().generate_presigned_post(
        settings().files,
        key,
        Fields={"Content-Type": media_type, **named},
        Conditions=[{"Content-Type": media_type}, named, ["content-length-range", 0, most]],
        ExpiresIn=FORM_SECONDS,
    )
    return UploadForm.model_validate(made | {"expires_at": now + timedelta(seconds=FORM_SECONDS)})


def download_link(key: str, name: str, media_type: str, *, inline: bool = False) -> str:
    """An address that works for a minute. The name is RFC 6266; only our own renderings are shown inline."""
    kind = "inline" if inline else "attachment"
    return str(
        _public().generate_presigned_url(
            "get_object",
            Params={
                "Bucket": settings().files,
                "Key": key,
                "ResponseContentDisposition": f"{kind}; filename*=UTF-8''{quote(name, safe='')}",
                "ResponseContentType": media_type,
            },
            ExpiresIn=LINK_SECONDS,
        )
    )


def read(key: str) -> bytes:
    """Raises NotFound."""
    return read_stored(key).data


def read_stored(key: str) -> Stored:
    """The object with its type and name. Raises NotFound."""
    try:
        held = client("s3").get_object(Bucket=settings().files, Key=key)
    except ClientError as error:
        if error.response["Error"]["Code"] in ("NoSuchKey", "404"):
            raise NotFound("This file is not in the store.") from error
        raise
    name = held.get("Metadata", {}).get("name")
    return Stored(data=held["Body"].read(), media_type=held["ContentType"], name=unquote(name) if name else None)


def write(key: str, data: bytes, media_type: str, *, name: str | None = None) -> None:
    """Stores an object; `name` is what its sender called it."""
    named = {"Metadata": {"name": quote(name)}} if name else {}
    client("s3").put_object(Bucket=settings().files, Key=key, Body=data, ContentType=media_type, **named)


def exists(key: str) -> bool:
    try:
        client("s3").head_object(Bucket=settings().files, Key=key)
    except ClientError as error:
        if error.response["ResponseMetadata"]["HTTPStatusCode"] == 404:
            return False
        raise
    return True


def copy(source: str, target: str, media_type: str) -> None:
    """Copies inside the bucket, giving the copy its true content type. Raises NotFound."""
    try:
        client("s3").copy_object(
            Bucket=settings().files,
            Key=target,
            CopySource={"Bucket": settings().files, "Key": source},
            ContentType=media_type,
            MetadataDirective="REPLACE",
        )
    except ClientError as error:
        if error.response["Error"]["Code"] in ("NoSuchKey", "404"):
            raise NotFound("This file is not in the store.") from error
        raise


def delete(*keys: str) -> None:
    if keys:
        objects = [{"Key": key} for key in keys]
        client("s3").delete_objects(Bucket=settings().files, Delete={"Objects": objects, "Quiet": True})


def versions_under(prefix: str) -> list[Version]:
    """Every version of every object whose key begins so, markers of deleted ones too."""
    pages = client("s3").get_paginator("list_object_versions").paginate(Bucket=settings().files, Prefix=prefix)
    return [
        Version(key=one["Key"], id=one["VersionId"])
        for page in pages
        for kind in ("Versions", "DeleteMarkers")
        for one in page.get(kind, [])
    ]


def delete_versions(versions: list[Version]) -> None:
    """Deletes them for good, also where the bucket keeps old versions; may be done twice. Raises Unavailable."""
    for start in range(0, len(versions), AT_ONCE):
        objects = [{"Key": v.key, "VersionId": v.id} for v in versions[start : start + AT_ONCE]]
        said = client("s3").delete_objects(Bucket=settings().files, Delete={"Objects": objects, "Quiet": True})
        if left := said.get("Errors"):
            raise Unavailable("The store did not delete everything.", code=left[0].get("Code"), left=len(left))


def _public() -> Any:
    """Signs what browsers open."""
    endpoint = settings().files_endpoint
    # Not "auto": it names S3's global host, which redirects for a new bucket's first hours, and a browser's upload does
    # not survive that. https://docs.aws.amazon.com/AmazonS3/latest/userguide/Redirects.html
    return client("s3", endpoint=endpoint, style="path" if endpoint else "virtual")
