"""The stack as CloudFormation gets it: parts merged, code packaged, SAM expanded, and its references resolvable."""

import re
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import boto3
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator

from vivier_packager import template
from vivier_packager.lint import FileUploads

ROOT = Path(__file__).parents[2]
REGION = "eu-west-3"
ACCOUNT = "123456789012"
FUNCTION = "AWS::Lambda::Function"
PSEUDO = {
    "AWS::Partition": "aws",
    "AWS::Region": REGION,
    "AWS::AccountId": ACCOUNT,
    "AWS::URLSuffix": "amazonaws.com",
}
PARAMETERS = {
    "PublicUrl": "https://people.example.com",
    "MailFrom": "recrutement@halage.example",
    "MailDomain": "reply.halage.example",
}
# What the cloud in memory (tests/conftest.py) calls the same things.
NAMES = {"Table": "vivier-test", "Files": "vivier-test-files", "MailSet": "vivier-test"}
ABSENT = object()


@cache
def source() -> dict[str, Any]:
    """template.yaml with its parts, as written."""
    return template.load(ROOT / "template.yaml")


@cache
def expanded() -> dict[str, Any]:
    """The packaged template after the SAM transform."""
    with tempfile.TemporaryDirectory() as folder:
        packaged = template.package(ROOT / "template.yaml", FileUploads(Path(folder)))
    translator = Translator({}, Parser(), boto_session=boto3.Session(region_name=REGION))
    made: dict[str, Any] = translator.translate(packaged, {})
    return made


def resources(kind: str) -> dict[str, dict[str, Any]]:
    """Properties of every resource of a type, by logical id."""
    return {n: r.get("Properties", {}) for n, r in expanded()["Resources"].items() if r["Type"] == kind}


def functions() -> list[str]:
    return sorted(resources(FUNCTION))


def environment(function: str) -> dict[str, str]:
    """The environment that a function gets on AWS."""
    return {
        name: str(value)
        for name, value in resolve(resources(FUNCTION)[function]["Environment"]["Variables"]).items()
        if value is not ABSENT
    }


def resolve(value: Any) -> Any:
    """A value with its intrinsic functions computed, for a stack on AWS with names as in the tests' cloud."""
    if isinstance(value, list):
        return [each for each in map(resolve, value) if each is not ABSENT]
    if not isinstance(value, dict):
        return value
    if len(value) == 1:
        ((name, argument),) = value.items()
        if name in _INTRINSIC:
            return _INTRINSIC[name](argument)
    found = {key: resolve(each) for key, each in value.items()}
    return {key: each for key, each in found.items() if each is not ABSENT}


def _ref(name: str) -> Any:
    if name == "AWS::NoValue":
        return ABSENT
    if name in PSEUDO:
        return PSEUDO[name]
    declared = expanded()["Parameters"]
    if name in declared:
        return PARAMETERS.get(name, declared[name].get("Default", ""))
    if name in NAMES:
        return NAMES[name]
    by_arn = {"AWS::SNS::Topic", "AWS::StepFunctions::StateMachine"}
    return arn(name) if expanded()["Resources"][name]["Type"] in by_arn else name


def arn(name: str) -> str:
    """The ARN of a resource of the stack."""
    given = _ref(name) if name in NAMES else name
    kind = expanded()["Resources"][name]["Type"]
    place = f"{REGION}:{ACCOUNT}"
    return {
        "AWS::DynamoDB::Table": f"arn:aws:dynamodb:{place}:table/{given}",
        "AWS::S3::Bucket": f"arn:aws:s3:::{given}",
        "AWS::Cognito::UserPool": f"arn:aws:cognito-idp:{place}:userpool/{given}",
        "AWS::SQS::Queue": f"arn:aws:sqs:{place}:{given}",
        "AWS::SNS::Topic": f"arn:aws:sns:{place}:{given}",
        "AWS::IAM::Role": f"arn:aws:iam::{ACCOUNT}:role/{given}",
        "AWS::StepFunctions::StateMachine": f"arn:aws:states:{place}:stateMachine:{given}",
        "AWS::Logs::LogGroup": f"arn:aws:logs:{place}:log-group:{given}:*",
        FUNCTION: f"arn:aws:lambda:{place}:function:{given}",
    }[kind]


def _attribute(argument: Any) -> Any:
    name, _, attribute = ".".join(argument if isinstance(argument, list) else [argument]).partition(".")
    return arn(name) if attribute == "Arn" else f"{name}.{attribute}"


def _substitute(argument: Any) -> str:
    text, own = argument if isinstance(argument, list) else (argument, {})
    known = {name: resolve(value) for name, value in own.items()}

    def put(found: re.Match[str]) -> str:
        name = found.group(1)
        if name in known:
            return str(known[name])
        return str(_attribute(name) if "." in name else _ref(name))

    return re.sub(r"\$\{([^!}]+)\}", put, text)


def condition(name: str) -> bool:
    return bool(resolve(expanded()["Conditions"][name]))


_INTRINSIC: dict[str, Any] = {
    "Ref": _ref,
    "Fn::GetAtt": _attribute,
    "Fn::Sub": _substitute,
    "Fn::If": lambda argument: resolve(argument[1] if condition(argument[0]) else argument[2]),
    "Fn::Equals": lambda argument: resolve(argument[0]) == resolve(argument[1]),
    "Fn::Not": lambda argument: not resolve(argument[0]),
    "Fn::And": lambda argument: all(map(resolve, argument)),
    "Fn::Or": lambda argument: any(map(resolve, argument)),
    "Condition": condition,
    "Fn::Join": lambda argument: argument[0].join(map(str, resolve(argument[1]))),
}
