"""Listens to botocore: what each function asked AWS for, as the IAM actions and resources that it takes.

Mapping: the service authorization reference (https://docs.aws.amazon.com/service-authorization/latest/reference/), and
for S3 https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any, NamedTuple
from urllib.parse import unquote

import boto3
import pytest
from botocore import handlers
from tests.conftest import forget, set_environment
from tests.contract import stack
from tests.contract.stack import ACCOUNT, REGION

from vivier.kernel.settings import Settings

Answers = Mapping[str, Callable[[], dict[str, Any]]]


class Need(NamedTuple):
    """One action on one resource, with the condition keys that the request carries."""

    action: str
    resource: str
    context: tuple[tuple[str, tuple[str, ...]], ...] = ()


class Recording:
    """Needs by function (logical id), filled while a function is `running`."""

    def __init__(self, answers: Answers) -> None:
        self.needs: dict[str, set[Need]] = {}
        self.function: str | None = None
        self._answers = answers

    @contextmanager
    def of(self, function: str, **more: str) -> Iterator[None]:
        """What happens inside is this function's work, with the environment that the template gives it, and `more`."""
        with pytest.MonkeyPatch.context() as patch:
            for name in Settings.model_fields:
                patch.delenv(name.upper(), raising=False)
            with set_environment(patch, stack.environment(function) | more):
                self.function = function
                self.needs.setdefault(function, set())
                try:
                    yield
                finally:
                    self.function = None
        forget()

    def called(self, params: dict[str, Any], model: Any, context: dict[str, Any], **_: Any) -> None:
        service, operation = model.service_model.service_name, model.name
        # botocore finds the address of an upload form by pretending to create its bucket.
        form = operation == "CreateBucket" and context.get("is_presign_request")
        if self.function is None or form:
            return
        self._add(*_NEEDS[service](operation, params))

    def posted(self, request: Any, **_: Any) -> None:
        """A signed upload form is no call, but S3 checks the permissions of who signed it when it is used."""
        fields = request.context.get("s3-presign-post-fields")
        if self.function is not None and fields:
            bucket = request.url.removeprefix("https://").partition(".")[0]
            self._add(Need("s3:PutObject", f"arn:aws:s3:::{bucket}/{fields['key']}"))

    def answered(self, http_response: Any, model: Any, context: dict[str, Any], **_: Any) -> None:
        """Without ListBucket S3 says 403 of what isn't there; who was told 404 relies on it."""
        if self.function is not None and http_response.status_code == 404:
            self._add(Need("s3:ListBucket", f"arn:aws:s3:::{context['input_params']['Bucket']}"))

    def instead(self, model: Any, **_: Any) -> Any:
        """The answer of a service that the cloud in memory doesn't have."""
        answer = self._answers.get(f"{model.service_model.service_name}.{model.name}")
        return (SimpleNamespace(status_code=200), answer()) if answer else None

    def _add(self, *needs: Need) -> None:
        assert self.function
        self.needs.setdefault(self.function, set()).update(needs)


@contextmanager
def recording(answers: Answers) -> Iterator[Recording]:
    """Every botocore session made inside the block is listened to, PynamoDB's too."""
    listens = Recording(answers)
    hooks: list[Any] = [
        ("before-parameter-build", listens.called),
        ("before-sign.s3.PutObject", listens.posted),
        ("after-call.s3", listens.answered),
        ("before-call", listens.instead),
    ]
    handlers.BUILTIN_HANDLERS.extend(hooks)
    boto3.DEFAULT_SESSION = None
    try:
        yield listens
    finally:
        for hook in hooks:
            handlers.BUILTIN_HANDLERS.remove(hook)
        boto3.DEFAULT_SESSION = None


def _table(name: str) -> str:
    return f"arn:aws:dynamodb:{REGION}:{ACCOUNT}:table/{name}"


def _row(action: str, table: str, key: Mapping[str, Any]) -> Need:
    pk = next(iter(key["pk"].values())) if isinstance(key["pk"], dict) else key["pk"]
    return Need(f"dynamodb:{action}", _table(table), (("dynamodb:LeadingKeys", (str(pk),)),))


def _dynamodb(operation: str, params: dict[str, Any]) -> list[Need]:
    if operation == "TransactWriteItems":
        actions = {"Put": "PutItem", "Update": "UpdateItem", "Delete": "DeleteItem"}
        return [
            _row(actions.get(kind, "ConditionCheckItem"), write["TableName"], write.get("Key") or write["Item"])
            for each in params["TransactItems"]
            for kind, write in each.items()
        ]
    if operation == "BatchGetItem":
        return [Need("dynamodb:BatchGetItem", _table(name)) for name in params["RequestItems"]]
    table = params["TableName"]
    if operation == "Query":
        index = f"/index/{params['IndexName']}" if params.get("IndexName") else ""
        return [Need("dynamodb:Query", _table(table) + index)]
    key = params.get("Key") or params.get("Item")
    return [_row(operation, table, key)] if key else [Need(f"dynamodb:{operation}", _table(table))]


def _s3(operation: str, params: dict[str, Any]) -> list[Need]:
    bucket = f"arn:aws:s3:::{params['Bucket']}"
    if operation == "DeleteObjects":
        # By its version an object goes for good, and that takes a permission of its own, `null` excepted.
        asked = [(each["Key"], "VersionId" in each) for each in params["Delete"]["Objects"]]
        gone = [Need("s3:DeleteObject", f"{bucket}/{key}") for key, _ in asked]
        return gone + [Need("s3:DeleteObjectVersion", f"{bucket}/{key}") for key, version in asked if version]
    if operation == "ListObjectVersions":
        return [Need("s3:ListBucketVersions", bucket)]
    target = f"{bucket}/{params['Key']}"
    if operation == "CopyObject":
        # botocore has put the source into one quoted string by now.
        source = f"arn:aws:s3:::{unquote(params['CopySource'])}"
        return [Need("s3:GetObject", source), Need("s3:PutObject", target)]
    return [Need("s3:GetObject" if operation == "HeadObject" else f"s3:{operation}", target)]


def _ses(operation: str, params: dict[str, Any]) -> list[Need]:
    """A raw message takes both actions, on the identity it comes from and on the configuration set."""
    place = f"arn:aws:ses:{REGION}:{ACCOUNT}"
    if operation == "GetEmailIdentity":
        return [Need("ses:GetEmailIdentity", f"{place}:identity/{params['EmailIdentity']}")]
    if operation == "GetAccount":
        return [Need("ses:GetAccount", "*")]
    assert operation == "SendEmail"
    sender = params["FromEmailAddress"]
    resources = [
        f"{place}:identity/{sender.partition('@')[2]}",
        f"{place}:configuration-set/{params['ConfigurationSetName']}",
    ]
    actions = ["ses:SendEmail", *(["ses:SendRawEmail"] if "Raw" in params["Content"] else [])]
    return [Need(a, r, (("ses:FromAddress", (sender,)),)) for a in actions for r in resources]


def _textract(operation: str, params: dict[str, Any]) -> list[Need]:
    """Textract reads the object with its caller's permissions, and is handed a role for its notice."""
    needs = [Need(f"textract:{operation}", "*")]
    if held := params.get("DocumentLocation", {}).get("S3Object"):
        needs.append(Need("s3:GetObject", f"arn:aws:s3:::{held['Bucket']}/{held['Name']}"))
    if channel := params.get("NotificationChannel"):
        passed = (("iam:PassedToService", ("textract.amazonaws.com",)),)
        needs.append(Need("iam:PassRole", channel["RoleArn"], passed))
    return needs


def _states(operation: str, params: dict[str, Any]) -> list[Need]:
    return [Need(f"states:{operation}", params.get("stateMachineArn", "*"))]


def _lambda(operation: str, params: dict[str, Any]) -> list[Need]:
    assert operation == "Invoke"
    return [Need("lambda:InvokeFunction", f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:{params['FunctionName']}")]


def _users(operation: str, params: dict[str, Any]) -> list[Need]:
    return [Need(f"cognito-idp:{operation}", f"arn:aws:cognito-idp:{REGION}:{ACCOUNT}:userpool/{params['UserPoolId']}")]


_NEEDS: dict[str, Callable[[str, dict[str, Any]], list[Need]]] = {
    "dynamodb": _dynamodb,
    "s3": _s3,
    "sesv2": _ses,
    "textract": _textract,
    "stepfunctions": _states,
    "lambda": _lambda,
    "cognito-idp": _users,
}
