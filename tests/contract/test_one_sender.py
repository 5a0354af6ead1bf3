"""Mail leaves through `gateways/mailer.py` and nothing else, and only the outbox asks it to (contracts.md §3).

The import contract in pyproject.toml says the second half; here stands what imports do not show: a client made by its
name, a call by SES's words, another protocol, a state machine that sends by itself, a role that could.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.contract import stack
from tests.contract.stack import ROOT

from vivier.mail import outbox

MAILER = "layers/vivier/vivier/gateways/mailer.py"
OUTBOX = "layers/vivier/vivier/mail/outbox.py"
SERVICES = re.compile(r"ses(v2)?|pinpoint(-email)?|.*:sesv?2?:.*")
MADE = {"client", "resource"}
GATEWAYS = "layers/vivier/vivier/gateways/"  # where SES may be asked other things: what it knows of a domain, say
SENDING = re.compile(
    r"(send|Send)_?(raw_|Raw|bulk_|Bulk|templated_|Templated|custom_verification_)*_?(email|Email|mail)\w*"
)
PROTOCOLS = {"smtplib", "aiosmtplib"}
SENDERS = {"SendStepFunction", "SweepFunction"}


def broken(path: str, source: str) -> Iterator[str]:
    """Where a module of the product could send a mail by itself."""
    for node in ast.walk(ast.parse(source)):
        line = getattr(node, "lineno", 0)
        apart = not path.startswith(GATEWAYS)
        if apart and isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in MADE:
            named = [a.value for a in [*node.args, *(k.value for k in node.keywords)] if isinstance(a, ast.Constant)]
            if any(isinstance(n, str) and SERVICES.fullmatch(n) for n in named):
                yield f"{path}:{line} makes a client of {named}"
        elif apart and isinstance(node, ast.Constant) and node.value == "sesv2":
            yield f"{path}:{line} names the service"
        elif isinstance(node, ast.Attribute) and SENDING.fullmatch(node.attr):
            yield f"{path}:{line} calls {node.attr}"
        elif isinstance(node, ast.Import | ast.ImportFrom):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [a.name for a in node.names]
            if PROTOCOLS & {n.partition(".")[0] for n in names}:
                yield f"{path}:{line} imports {names}"
            if apart and "boto3" in names:
                yield f"{path}:{line} imports boto3"
        if path != OUTBOX and isinstance(node, ast.Attribute) and node.attr == "send":
            of = node.value
            if isinstance(of, ast.Name) and of.id == "mailer":
                yield f"{path}:{line} asks the mailer to send"


def product() -> list[Path]:
    return [p for folder in ("layers/vivier", "functions") for p in sorted((ROOT / folder).rglob("*.py"))]


def test_no_module_but_the_mailer_knows_how_to_send() -> None:
    found = [
        each
        for path in product()
        if (name := str(path.relative_to(ROOT))) != MAILER
        for each in broken(name, path.read_text(encoding="utf-8"))
    ]

    assert found == []
    assert len(product()) > 200


@pytest.mark.parametrize(
    "source",
    [
        "from vivier.gateways.clients import client\nclient('sesv2').send_email(Content={})",
        "c = client('ses')",
        "c.send_raw_email(RawMessage={})",
        "c.send_bulk_email()",
        "import smtplib",
        "from smtplib import SMTP",
        "import boto3\nboto3.client('s3')",
        "from vivier.gateways import mailer\nmailer.send(b'')",
    ],
)
def test_a_module_that_could_send_is_found(source: str) -> None:
    assert list(broken("layers/vivier/vivier/casework/refusals.py", source)) != []


def test_another_gateway_may_ask_ses_and_not_send() -> None:
    path = f"{GATEWAYS}senders.py"

    assert list(broken(path, "from x import client\nclient('sesv2').get_account()")) == []
    assert list(broken(path, "from x import client\nclient('sesv2').send_email(Content={})")) != []


def test_no_state_machine_sends_by_itself() -> None:
    for path in sorted((ROOT / "statemachines").glob("*.yaml")):
        assert not re.search(r"ses(v2)?:send|aws-sdk:ses", path.read_text(encoding="utf-8"), re.I), path.name


def _actions(role: dict[str, Any]) -> set[str]:
    statements = [s for policy in role.get("Policies", []) for s in policy["PolicyDocument"]["Statement"]]
    actions = [s["Action"] for s in statements if s.get("Effect") == "Allow"]
    return {a for each in actions for a in (each if isinstance(each, list) else [each])}


def test_only_the_functions_that_run_the_outbox_may_send() -> None:
    roles = stack.resolve(stack.resources("AWS::IAM::Role"))
    may = {name for name, role in roles.items() if any(re.match(r"ses:(Send|\*)|\*$", a) for a in _actions(role))}

    assert may == {f"{function}Role" for function in SENDERS}


def test_a_sender_is_given_up_only_once_its_function_can_no_longer_run() -> None:
    """A message that somebody still holds would be said to be of unknown fate, and is sent a moment later."""
    longest = max(int(stack.resources(stack.FUNCTION)[name]["Timeout"]) for name in SENDERS)

    assert outbox.LEASE.total_seconds() > longest
