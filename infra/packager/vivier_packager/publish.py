"""The web client's files in the stack's bucket, and /config.json beside them."""

import mimetypes
import time
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import boto3

from vivier_packager.web import web_config

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

FOR_EVER = "public, max-age=31536000, immutable"


def web(root: Path, outputs: dict[str, str], region: str) -> None:
    """Uploads web/dist and the API's page, writes the configuration, and has CloudFront forget what changed.

    Files with a hash in their name go first: a page never names one that isn't there yet.
    """
    s3 = boto3.client("s3", region_name=region)
    bucket = outputs["WebBucket"]
    files = _files(root / "web" / "dist", "") | _files(root / ".build" / "docs", "docs/")
    for key in sorted(files, key=lambda name: (not name.startswith("assets/"), name)):
        _put(s3, bucket, key, files[key].read_bytes())
    config = web_config(
        pool=outputs["Pool"],
        client=outputs["WebClient"],
        region=region,
        origin=outputs["WebUrl"],
        sign_in=outputs["LoginDomain"],
        version=version("vivier"),
    )
    _put(s3, bucket, "config.json", config.model_dump_json().encode())
    boto3.client("cloudfront").create_invalidation(
        DistributionId=outputs["WebDistribution"],
        InvalidationBatch={
            "Paths": {"Quantity": 4, "Items": ["/index.html", "/config.json", "/docs/*", "/p/*"]},
            "CallerReference": str(time.time_ns()),
        },
    )


def _files(folder: Path, prefix: str) -> dict[str, Path]:
    return {
        prefix + path.relative_to(folder).as_posix(): path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


def _put(s3: "S3Client", bucket: str, key: str, body: bytes) -> None:
    kind = mimetypes.guess_type(key)[0] or "application/octet-stream"
    text = kind.startswith("text/") or kind in ("application/json", "image/svg+xml")
    s3.put_object(
        Bucket=bucket,
        Key=key,
        Body=body,
        ContentType=f"{kind}; charset=utf-8" if text else kind,
        CacheControl=FOR_EVER if key.startswith("assets/") else "no-cache",
    )
