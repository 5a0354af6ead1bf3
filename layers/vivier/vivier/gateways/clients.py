"""boto3 clients, made once per process, each counted."""

from functools import cache
from typing import Any, Literal

from botocore.config import Config

from vivier import VERSION
from vivier.kernel import endpoints, metering

Style = Literal["auto", "path", "virtual"]
AGENT = f"vivier/{VERSION}"  # botocore spells its own out twice a request, a twentieth of what one costs the processor
ONE_ATTEMPT = Config(retries={"total_max_attempts": 1}, connect_timeout=3, read_timeout=15, user_agent=AGENT)
FEW_ATTEMPTS = Config(
    retries={"total_max_attempts": 3, "mode": "standard"}, connect_timeout=3, read_timeout=25, user_agent=AGENT
)


@cache
def client(service: str, *, once: bool = False, endpoint: str | None = None, style: Style = "auto") -> Any:
    """A client of `service`. `once`: never retries by itself, for calls that must not happen twice.

    `style`: how S3 addresses name the bucket: auto, path, virtual.
    """
    import boto3  # here, since it is most of a cold start, and most requests only reach the table

    config = ONE_ATTEMPT if once else FEW_ATTEMPTS
    if service == "s3":
        config = config.merge(Config(signature_version="s3v4", s3={"addressing_style": style}))
    made: Any = boto3.client(service, config=config, endpoint_url=endpoint)  # type: ignore[call-overload]
    metering.watch(made.meta.events)
    if service == "sesv2":
        endpoints.settled(made)
    return made
