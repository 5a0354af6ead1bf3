"""boto3 clients, made once per process, each counted."""

from functools import cache
from typing import Any

import boto3
from botocore.config import Config

from vivier.kernel import metering

ONE_ATTEMPT = Config(retries={"total_max_attempts": 1}, connect_timeout=3, read_timeout=15)
FEW_ATTEMPTS = Config(retries={"total_max_attempts": 3, "mode": "standard"}, connect_timeout=3, read_timeout=25)


@cache
def client(service: str, *, once: bool = False, endpoint: str | None = None) -> Any:
    """A client of `service`. `once`: never retries by itself, for calls that must not happen twice."""
    config = ONE_ATTEMPT if once else FEW_ATTEMPTS
    if service == "s3":
        config = config.merge(Config(signature_version="s3v4", s3={"addressing_style": "path" if endpoint else "auto"}))
    made: Any = boto3.client(service, config=config, endpoint_url=endpoint)  # type: ignore[call-overload]
    metering.watch(made.meta.events)
    return made
