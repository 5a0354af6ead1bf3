"""What every function of the stack has, and what no policy may say."""

import json
import re
import subprocess
import sys
from typing import Any

import pytest
from tests.contract import permissions, stack

from vivier.resumes.opening import Limits

# SAM attaches these to the roles that it writes: logs and traces, nothing of the product's.
BY_SAM = {
    "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
    "arn:aws:iam::aws:policy/AWSXrayWriteOnlyAccess",
}
# Actions that AWS lets nobody tie to a resource, and where it says so.
WITHOUT_RESOURCE = {
    "ses:GetAccount": "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsimpleemailservicev2.html",
    "textract:AnalyzeDocument": "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazontextract.html",
    "textract:StartDocumentAnalysis": "the same",
    "textract:GetDocumentAnalysis": "the same",
    "states:SendTaskSuccess": "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsstepfunctions.html",
    **dict.fromkeys(
        (
            "logs:CreateLogDelivery",
            "logs:GetLogDelivery",
            "logs:UpdateLogDelivery",
            "logs:DeleteLogDelivery",
            "logs:ListLogDeliveries",
            "logs:PutResourcePolicy",
            "logs:DescribeResourcePolicies",
            "logs:DescribeLogGroups",
        ),
        "https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html#cloudwatch-iam-policy",
    ),
}
MEGABYTE = 1024 * 1024
# Its own Python with what it imports, and the file twice (as stored, and as sent to the child).
OF_INSPECTION_ITSELF = 160 * MEGABYTE
OF_FORKING = 40 * MEGABYTE  # what it imported; its child has most of that in common with it
# API Gateway waits for these: a failure is answered, not retried.
SYNCHRONOUS = {"ApiFunction", "PublicFunction", "AuthorizeFunction"}
# Waited for by cv_intake, which retries and catches.
BY_STATE_MACHINE = {"InspectFileFunction", "WakeEnrolmentFunction"}
# Waited for by another function, which answers the failure.
BY_FUNCTION = {"SetPasswordFunction"}


def roles() -> list[str]:
    return sorted(stack.resources("AWS::IAM::Role"))


def test_cfn_lint_finds_nothing_in_the_packaged_template_with_its_state_machines() -> None:
    command = [sys.executable, "-m", "vivier_packager.lint"]
    found = subprocess.run(command, capture_output=True, text=True, check=False)

    assert found.returncode == 0, found.stdout


@pytest.mark.parametrize("function", stack.functions())
def test_a_function_has_a_role_of_its_own(function: str) -> None:
    mine = permissions.role_of(function)

    others = {permissions.role_of(f) for f in stack.functions() if f != function}
    assert mine not in others
    assert set(stack.resources("AWS::IAM::Role")[mine]["ManagedPolicyArns"]) == BY_SAM


@pytest.mark.parametrize("function", stack.functions())
def test_a_function_writes_to_a_log_group_that_forgets(function: str) -> None:
    group = stack.resources(stack.FUNCTION)[function]["LoggingConfig"]["LogGroup"]["Ref"]

    assert stack.resources("AWS::Logs::LogGroup")[group]["RetentionInDays"] == {"Ref": "LogDays"}


@pytest.mark.parametrize("function", stack.functions())
def test_a_function_is_traced_and_runs_as_it_is_packaged(function: str) -> None:
    properties = stack.resources(stack.FUNCTION)[function]

    assert properties["TracingConfig"] == {"Mode": "Active"}
    assert (properties["Runtime"], properties["Architectures"]) == ("python3.13", ["arm64"])


@pytest.mark.parametrize("function", sorted(set(stack.functions()) - SYNCHRONOUS - BY_STATE_MACHINE - BY_FUNCTION))
def test_what_an_asynchronous_function_failed_on_is_kept(function: str) -> None:
    configured = [
        c for c in stack.resources("AWS::Lambda::EventInvokeConfig").values() if c["FunctionName"] == {"Ref": function}
    ]

    (config,) = configured
    assert stack.resolve(config["DestinationConfig"]["OnFailure"]["Destination"]) == stack.arn("DeadLetters")


def test_whatever_sends_mails_knows_the_origin_of_the_links_that_it_makes() -> None:
    senders = [f for f in stack.functions() if "CONFIGURATION_SET" in stack.environment(f)]

    assert len(senders) >= 2
    assert [f for f in senders if not stack.environment(f).get("PUBLIC_URL")] == []


def test_the_function_that_opens_files_has_room_for_the_child_at_its_limit_and_for_its_answer() -> None:
    given = stack.resources(stack.FUNCTION)["InspectFileFunction"]
    limits = Limits()

    # Reading an answer, it holds the answer while the child may still hold all that it may.
    held = limits.memory + limits.answer_bytes + OF_INSPECTION_ITSELF + OF_FORKING
    assert held <= given["MemorySize"] * MEGABYTE
    assert limits.wall_seconds < given["Timeout"]


def test_what_a_rule_could_not_deliver_is_kept() -> None:
    targets = [t for rule in stack.resources("AWS::Events::Rule").values() for t in rule["Targets"]]

    assert targets
    assert all(stack.resolve(t["DeadLetterConfig"]["Arn"]) == stack.arn("DeadLetters") for t in targets)


@pytest.mark.parametrize("role", roles())
def test_no_policy_says_everything(role: str) -> None:
    wide = [g for g in permissions.grants(role) if g.action == "*" or g.action.endswith(":*")]
    everywhere = [g for g in permissions.grants(role) if g.resource == "*" and g.action not in WITHOUT_RESOURCE]

    assert [str(g) for g in wide + everywhere] == []


def test_no_bucket_is_public_and_data_outlives_its_stack() -> None:
    for name, properties in stack.resources("AWS::S3::Bucket").items():
        assert all(properties["PublicAccessBlockConfiguration"].values()), name
    kept = {n for n, r in stack.expanded()["Resources"].items() if r.get("DeletionPolicy") == "Retain"}
    assert {"Table", "Files", "Pool"} <= kept


def test_every_alarm_tells_the_topic() -> None:
    alarms = stack.resources("AWS::CloudWatch::Alarm")

    assert alarms
    assert [n for n, a in alarms.items() if a["AlarmActions"] != [{"Ref": "Alarms"}]] == []


def counted() -> set[str]:
    """Names that the code counts under, `*` where they are computed."""
    names: set[str] = set()
    for path in (*stack.ROOT.glob("layers/vivier/vivier/**/*.py"), *stack.ROOT.glob("functions/**/*.py")):
        found = re.findall(r"(?<![.\w])count\(f?\"(\w[^\"]*)\"", path.read_text(encoding="utf-8"))
        names |= {re.sub(r"{[^}]*}", "*", name) for name in found}
    return names


def test_dashboard_and_alarms_watch_metrics_that_the_code_counts() -> None:
    dashboard = stack.resolve(stack.resources("AWS::CloudWatch::Dashboard")["Dashboard"]["DashboardBody"])
    watched = set(re.findall(r"\{Vivier,service\} MetricName=\"(\w+)\"", str(json.loads(dashboard))))
    for alarm in stack.resources("AWS::CloudWatch::Alarm").values():
        watched |= {m["MetricName"] for m in _ours(alarm)}

    assert {"IntakeRecorded", "IntakeFailed", "MailUnknown", "MailRefused"} <= watched
    unknown = {w for w in watched if not any(re.fullmatch(c.replace("*", r"\w+"), w) for c in counted())}
    assert unknown == set()


def _ours(alarm: dict[str, Any]) -> list[dict[str, Any]]:
    metrics = [m["MetricStat"]["Metric"] for m in alarm.get("Metrics", []) if "MetricStat" in m]
    return [m for m in metrics if m["Namespace"] == "Vivier"]
