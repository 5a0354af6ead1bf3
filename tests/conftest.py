"""What every test stands on: settings of its own, and a cloud in memory when asked for."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import boto3
import pytest
import yaml
from hypothesis import settings as hypothesis
from moto import mock_aws
from moto.sesv2.responses import SESV2Response

from tests.swift import Stored, Tables, swift
from vivier.gateways import clients
from vivier.kernel.settings import settings
from vivier.mail.deliverability.pace import pace
from vivier.mail.threads import store as threads
from vivier.storage import table
from vivier.team import service as team
from vivier.team import tokens

# How long an example takes says more of the machine than of the code: `make bench` measures.
hypothesis.register_profile("vivier", deadline=None)
hypothesis.load_profile("vivier")

ROOT = Path(__file__).parents[1]
WORKSPACE = "halage"
KEPT = ("BillingMode", "AttributeDefinitions", "KeySchema", "GlobalSecondaryIndexes")
ENVIRONMENT = {
    "AWS_DEFAULT_REGION": "eu-west-3",
    "AWS_ACCESS_KEY_ID": "test",
    "AWS_SECRET_ACCESS_KEY": "test",
    "TABLE": "vivier-test",
    "FILES": "vivier-test-files",
    "MAIL_FROM": "recrutement@halage.example",
    "CONFIGURATION_SET": "vivier-test",
    "MAIL_DOMAIN": "reply.halage.example",
    "PUBLIC_URL": "https://people.example.com",
    "POWERTOOLS_METRICS_NAMESPACE": "Vivier",
    "POWERTOOLS_DEV": "false",
    "AWS_XRAY_SDK_ENABLED": "false",
}

ACCOUNT = {
    "SendQuota": {"Max24HourSend": 1_000_000.0, "MaxSendRate": 1_000.0, "SentLast24Hours": 0.0},
    "SendingEnabled": True,
    "ProductionAccessEnabled": True,
}


TABLES: list[Tables] = ["quick", "both"]
_tables: list[Tables] = TABLES[:1]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--tables", choices=TABLES, default="quick", help="both: moto's table must say what ours says")


def pytest_configure(config: pytest.Config) -> None:
    _tables[:] = [config.getoption("--tables")]


class _Yaml(yaml.SafeLoader):
    """Reads a template, tags like !Ref as plain values."""


_Yaml.add_multi_constructor("!", lambda loader, suffix, node: {suffix: getattr(node, "value", None)})


def template(part: str) -> dict[str, dict[str, object]]:
    """One file of the template as it stands, intrinsic functions unresolved."""
    loaded: dict[str, dict[str, object]] = yaml.load((ROOT / part).read_text(), Loader=_Yaml)
    return loaded


@contextmanager
def set_environment(patch: pytest.MonkeyPatch, variables: Mapping[str, str] = ENVIRONMENT) -> Iterator[None]:
    """The settings of a test's own stack; nothing of the machine's account is reachable."""
    for name in ("AWS_PROFILE", "AWS_ENDPOINT_URL", "AWS_SESSION_TOKEN"):
        patch.delenv(name, raising=False)
    for name, value in variables.items():
        patch.setenv(name, value)
    forget()
    yield
    forget()


def forget() -> None:
    """The process starts afresh: settings and connections are made again."""
    settings.cache_clear()
    clients.client.cache_clear()
    table.ready.cache_clear()
    tokens._keys.cache_clear()
    pace.cache_clear()
    threads.first_month.cache_clear()


@contextmanager
def in_memory(tables: Tables | None = None) -> Iterator[Stored]:
    """The table of infra/data.yaml, the bucket, a verified sender and one workspace, in memory."""
    with mock_aws(), swift(tables or _tables[0]) as stored, pytest.MonkeyPatch.context() as patch:
        # moto's SES says nothing of the account.
        patch.setattr(SESV2Response, "get_account", lambda _: json.dumps(ACCOUNT), raising=False)
        properties = template("infra/data.yaml")["Resources"]["Table"]["Properties"]  # type: ignore[index]
        boto3.client("dynamodb").create_table(TableName=ENVIRONMENT["TABLE"], **{k: properties[k] for k in KEPT})
        boto3.client("s3").create_bucket(
            Bucket=ENVIRONMENT["FILES"], CreateBucketConfiguration={"LocationConstraint": "eu-west-3"}
        )
        ses = boto3.client("sesv2")
        ses.create_email_identity(EmailIdentity=ENVIRONMENT["MAIL_FROM"])
        ses.create_configuration_set(ConfigurationSetName=ENVIRONMENT["CONFIGURATION_SET"])
        team.found_workspace(WORKSPACE, "Halage", "donnees@halage.example")
        pace().known()
        yield stored


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """The settings of a test's own stack."""
    with set_environment(monkeypatch):
        yield monkeypatch


@pytest.fixture
def cloud(environment: pytest.MonkeyPatch) -> Iterator[None]:
    """A cloud in memory, with one workspace."""
    with in_memory():
        yield
