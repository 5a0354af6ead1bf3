"""Our own template on the local emulator, with the packager that serves AWS. What differs is here: layers are links.

A layer on Lambda is unpacked once a sandbox; the emulator unpacks it once a worker (140 MB, no byte code). So the zip
of a local layer holds one line: the path of a folder that all workers share, compiled once.
"""

import compileall
import contextlib
import shutil
import sys
from pathlib import Path

import boto3
from pydantic import BaseModel

from vivier_packager import archives, stack
from vivier_packager.stack import Deployed, Deployment

STACK = "vivier"
BUCKET = "vivier-artifacts"


MAIL_DOMAIN = "vivier.example"


class LocalParameters(BaseModel):
    """What the template's parameters are here; those that it doesn't declare are left out.

    `pool` is the user pool's id, empty before the first deployment: tokens carry Amazon's issuer, and their keys are
    published at this instance.
    """

    origin: str
    textract: str
    region: str
    pool: str = ""

    def as_parameters(self) -> dict[str, str]:
        parameters = {
            "Stage": "local",
            "Local": "true",
            "PublicUrl": self.origin,
            "TextractEndpoint": self.textract,
            "MailFrom": f"recrutement@{MAIL_DOMAIN}",
            "MailDomain": MAIL_DOMAIN,
        }
        if self.pool:
            parameters["Issuer"] = f"https://cognito-idp.{self.region}.amazonaws.com/{self.pool}"
            parameters["JwksUrl"] = f"{self.origin}/{self.pool}/.well-known/jwks.json"
        return parameters


class LinkedLayers:
    """Copies of the product's layers below the home, so that an edit never changes a function that is running."""

    def __init__(self, folder: Path, dependencies: Path) -> None:
        self._folder = folder
        self._dependencies = dependencies.resolve()
        self._current: set[str] = set()

    def zip(self, layer: Path) -> bytes:
        shared = self._dependencies / "python" if layer.resolve() == self._dependencies else self._copy(layer)
        site = f"python/lib/python{sys.version_info.major}.{sys.version_info.minor}/site-packages"
        return archives.zip_entries({f"{site}/{layer.name}.pth": f"{shared}\n".encode()})

    def forget_old(self) -> None:
        for each in self._folder.iterdir():
            if each.name not in self._current:
                shutil.rmtree(each, ignore_errors=True)

    def _copy(self, layer: Path) -> Path:
        copy = self._folder / archives.fingerprint(layer)
        self._current.add(copy.name)
        if not copy.exists():
            partial = copy.with_suffix(".part")
            shutil.rmtree(partial, ignore_errors=True)
            shutil.copytree(layer, partial, ignore=shutil.ignore_patterns(*archives.LEFT_OUT))
            compileall.compile_dir(partial, quiet=1)
            partial.rename(copy)
        python = copy / "python"
        return python if python.is_dir() else copy


def deploy(template: Path, parameters: LocalParameters, layers: LinkedLayers) -> Deployed:
    """Raises StackFailed. A first deployment is followed by another, that knows the pool's id."""
    deployed = _deploy(template, parameters, layers)
    pool = deployed.outputs.get("Pool", "")
    if pool != parameters.pool:
        deployed = _deploy(template, parameters.model_copy(update={"pool": pool}), layers)
    layers.forget_old()
    return deployed


def verify_mail_domain() -> None:
    """The sender's domain with the tokens of its signature, which the emulator makes when asked through its API alone;
    the template's identity then takes it over. On AWS, DNS verifies it.
    """
    ses = boto3.client("sesv2")
    with contextlib.suppress(ses.exceptions.AlreadyExistsException):
        ses.create_email_identity(EmailIdentity=MAIL_DOMAIN)


def _deploy(template: Path, parameters: LocalParameters, layers: LinkedLayers) -> Deployed:
    deployment = Deployment(
        stack=STACK,
        bucket=BUCKET,
        region=parameters.region,
        template=template,
        parameters=parameters.as_parameters(),
        poll_seconds=0.05,
    )
    return stack.deploy(deployment, layer=layers.zip)


def physical_names() -> dict[str, str]:
    """Physical name of each resource of the stack, by its logical one."""
    pages = boto3.client("cloudformation").get_paginator("list_stack_resources").paginate(StackName=STACK)
    return {
        resource["LogicalResourceId"]: resource["PhysicalResourceId"]
        for page in pages
        for resource in page["StackResourceSummaries"]
        if "PhysicalResourceId" in resource
    }
