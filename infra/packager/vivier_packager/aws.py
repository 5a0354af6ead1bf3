"""`make deploy`: guided deployment to the AWS account whose credentials are at hand.

It asks, says what it will do, what it will cost and what remains to be clicked, and only then does it.
"""

import argparse
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import boto3
from botocore.exceptions import BotoCoreError, ClientError
from pydantic import BaseModel, Field, ValidationError

from vivier.gateways import senders
from vivier.mail.deliverability import records
from vivier_packager import layers, publish, stack
from vivier_packager.cost import estimate
from vivier_packager.stack import Deployment

ANSWERS = ".vivier-aws.json"


class Answers(BaseModel):
    """What is asked, kept in a file for the next time. `domain` is empty for CloudFront's own."""

    region: str = Field("eu-west-3", pattern=r"^[a-z]{2}(-[a-z]+)+-\d$")
    stage: str = Field("prod", pattern=r"^[a-z][a-z0-9-]{0,15}$")
    domain: str = Field("", pattern=r"^$|^[a-z0-9-]+(\.[a-z0-9-]+)+$")
    certificate: str = Field("", pattern=r"^$|^arn:aws[a-z-]*:acm:us-east-1:\d{12}:certificate/.+$")
    mail_from: str = Field(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")
    mail_domain: str = Field("", pattern=r"^$|^[a-z0-9-]+(\.[a-z0-9-]+)+$")
    alarm_address: str = Field("", pattern=r"^$|^[^@\s]+@[^@\s]+\.[^@\s]+$")


QUESTIONS = {
    "region": "Region that the data stays in",
    "stage": "Name of this deployment",
    "domain": "Address that people open, such as people.example.com (empty: CloudFront's own)",
    "certificate": "ARN of that domain's certificate, in us-east-1 (empty without a domain)",
    "mail_from": "Address that mails come from, of a domain you own",
    "mail_domain": "Domain for answers to mails, such as reply.example.com (empty: answers go elsewhere)",
    "alarm_address": "Address that alarms go to (empty: none)",
}


class NoCredentials(Exception):
    """Nothing to sign requests with."""

    def __init__(self, cause: object) -> None:
        super().__init__(
            f"No usable AWS credentials ({cause}).\nSign in first, for example with `aws configure sso` or "
            "`aws login`, choose the profile with AWS_PROFILE, and run `make deploy` again. Nothing was changed."
        )


def account() -> str:
    """The account that would be deployed to. Raises NoCredentials."""
    try:
        return str(boto3.client("sts", region_name="us-east-1").get_caller_identity()["Account"])
    except (BotoCoreError, ClientError) as error:
        raise NoCredentials(error) from error


def ask(known: dict[str, str], read: Callable[[str], str] = input) -> Answers:
    """Asks each question until its answer is valid; an empty line keeps what is in brackets."""
    given = {name: str(field.default) for name, field in Answers.model_fields.items() if not field.is_required()}
    given |= known
    for name, question in QUESTIONS.items():
        while True:
            default = given.get(name, "")
            answer = read(f"{question} [{default}]: ").strip() or default
            problem = _problem(name, answer)
            if problem:
                print(f"  {problem}")
                continue
            given[name] = answer
            break
    return Answers.model_validate(given)


def _problem(name: str, answer: str) -> str | None:
    """What is wrong with one answer, whatever the others are."""
    try:
        Answers.model_validate({"mail_from": "someone@example.com", name: answer})
    except ValidationError as error:
        return error.errors()[0]["msg"]
    return None


def parameters(answers: Answers, public_url: str, *, owns_sender: bool = True) -> dict[str, str]:
    return {
        "OwnsSender": str(owns_sender).lower(),
        "Stage": answers.stage,
        "PublicUrl": public_url,
        "MailFrom": answers.mail_from,
        "MailDomain": answers.mail_domain,
        "AlarmAddress": answers.alarm_address,
        "Domain": answers.domain,
        "Certificate": answers.certificate,
    }


def deploy(root: Path, answers: Answers, account_id: str) -> dict[str, str]:
    """Builds, uploads, deploys and publishes the web client; the stack's outputs."""
    layers.build(root, layers.Target.LAMBDA)
    print("\n".join(layers.check(root)))
    built = root / ".build" / "aws" / "dependencies"
    sources = (root / "layers" / "dependencies").resolve()

    def layer(folder: Path) -> bytes:
        return stack.zipped_layer(built if folder.resolve() == sources else folder)

    owns = owns_sender(sender(answers), made_before=_made_sender(answers))

    def once(public_url: str) -> dict[str, str]:
        wanted = Deployment(
            stack=f"vivier-{answers.stage}",
            bucket=f"vivier-artifacts-{account_id}-{answers.region}",
            region=answers.region,
            template=root / "template.yaml",
            parameters=parameters(answers, public_url, owns_sender=owns),
        )
        return stack.deploy(wanted, layer=layer, step=lambda name: print(f"{name}…")).outputs

    if answers.domain:
        outputs = once(f"https://{answers.domain}")
    else:
        # CloudFront chooses its own name; sign-in must know it, so a first deployment is followed by another.
        outputs = once(_known_address(answers) or "https://to-be-known.invalid")
        if outputs["WebUrl"] != _known_address(answers):
            outputs = once(outputs["WebUrl"])
    publish.web(root, outputs, answers.region)
    return outputs


def owns_sender(held: senders.Identity | None, *, made_before: bool) -> bool:
    """Whether the stack makes the identity of the sender's domain: SES has none, or the stack `made` it `before`.

    An identity that somebody made by hand, or another stage, stays theirs: CloudFormation cannot make it twice.
    """
    return held is None or made_before


def _made_sender(answers: Answers) -> bool:
    formation: Any = boto3.client("cloudformation", region_name=answers.region)
    try:
        formation.describe_stack_resource(StackName=f"vivier-{answers.stage}", LogicalResourceId="Sender")
    except ClientError:
        return False
    return True


def sender(answers: Answers) -> senders.Identity | None:
    """What SES knows of the domain that mails come from."""
    ses: Any = boto3.client("sesv2", region_name=answers.region)
    domain = answers.mail_from.partition("@")[2]
    try:
        return senders.read(domain, ses.get_email_identity(EmailIdentity=domain), answers.region)
    except ses.exceptions.NotFoundException:
        return None


def dns(answers: Answers, held: senders.Identity | None) -> list[records.DnsRecord]:
    """Every record of the sender's domain, and the one that brings answers in."""
    domain, comes_in = answers.mail_from.partition("@")[2], answers.mail_domain
    receiving = [records.receiving(comes_in, answers.region)] if comes_in else []
    return records.of(domain, held, answers.alarm_address or answers.mail_from, receiving).records


WHAT_FOR = {
    "dkim": "signature (DKIM)",
    "mail_from": "return address (MAIL FROM)",
    "spf": "return address (SPF)",
    "dmarc": "what receivers do with forged mail (DMARC); once its reports show no mail of yours failing: p=quarantine",
    "receiving": "answers come in",
}
SEEN = {"set": ", seen by SES", "wrong": ", WRONG as SES sees it", "missing": ", not seen yet", "unseen": ""}


def what_remains(answers: Answers, outputs: dict[str, str], held: senders.Identity | None = None) -> str:
    """What only a human can do; `held`: what SES knows of the sender's domain."""
    domain = answers.mail_from.partition("@")[2]
    steps = [f"DNS of {domain}: set these records (Settings › Sending shows them, and what SES sees of them)."]
    for one in dns(answers, held):
        steps[0] += f"\n       {one.type:5} {one.name}\n             {one.value}"
        steps[0] += f"\n             {WHAT_FOR[one.purpose]}{SEEN[one.state]}"
    if held is None:
        steps.append(f"SES › Identities: create {domain}, with DKIM; SES does not know it.")
    steps.append("SES › Account dashboard: ask to leave the sandbox; until then mail reaches verified addresses only.")
    steps.append(
        f"Cognito › {outputs.get('Pool', 'the pool')}: create the first user, then make them a member:\n"
        f"     .venv/bin/python -m vivier_packager.first_member --stage {answers.stage} --region {answers.region} \\\n"
        f'       --email you@{domain} --name "Your Name" --organisation "Your Organisation"'
    )
    if answers.domain:
        target = outputs.get("WebDistributionDomain", "CloudFront")
        steps.append(f"DNS: a CNAME of {answers.domain} to {target}.")
    if answers.mail_domain:
        steps.append(f"SES › Email receiving: set the rule set vivier-{answers.stage} as active.")
        if not f".{answers.mail_domain}".endswith(f".{domain}"):
            steps[-1] += f" SES › Identities: create and verify {answers.mail_domain}, for it is not below {domain}."
    lines = [f"  {number}. {step}" for number, step in enumerate(steps, 1)]
    where = outputs.get("WebUrl", "(see the outputs)")
    return "\n".join([f"\nVivier is at {where}. What only you can do:", *lines])


def _known_address(answers: Answers) -> str:
    formation: Any = boto3.client("cloudformation", region_name=answers.region)
    try:
        described = formation.describe_stacks(StackName=f"vivier-{answers.stage}")["Stacks"][0]
    except ClientError:
        return ""
    outputs = {each["OutputKey"]: each["OutputValue"] for each in described.get("Outputs", [])}
    return str(outputs.get("WebUrl", ""))


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="make deploy", description="Deploy Vivier to your AWS account, guided.")
    parser.add_argument("--yes", action="store_true", help="take the answers of the last time, and don't ask again")
    parser.add_argument("--package-only", action="store_true", help="build and check the package; no account needed")
    given = parser.parse_args(arguments)
    root = Path(__file__).parents[3]
    if given.package_only:
        layers.build(root, layers.Target.LAMBDA)
        print("\n".join(layers.check(root)))
        return 0
    try:
        account_id = account()
    except NoCredentials as error:
        print(error, file=sys.stderr)
        return 2
    kept = root / ANSWERS
    known: dict[str, str] = json.loads(kept.read_text()) if kept.exists() else {}
    answers = Answers.model_validate(known) if given.yes else ask(known)
    kept.write_text(answers.model_dump_json(indent=1))
    print(f"\nThis deploys vivier-{answers.stage} to account {account_id}, {answers.region}.\n{estimate()}")
    if not given.yes and not re.fullmatch("y|yes|o|oui", input("Go on? [y/N] ").strip().lower()):
        print("Nothing was changed.")
        return 1
    try:
        outputs = deploy(root, answers, account_id)
    except (stack.StackFailed, layers.TooLarge, ClientError) as error:
        print(error, file=sys.stderr)
        return 1
    print(what_remains(answers, outputs, sender(answers)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
