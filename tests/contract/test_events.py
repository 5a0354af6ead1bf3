"""Events in AWS's own shapes: the rules let them through, and the handlers understand them."""

import json
import time
from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Any

import pytest
from tests.conftest import forget, in_memory
from tests.contract import stack
from tests.contract.entries import SUBJECT, example, invoke, noticed, request, said, uploaded
from tests.contract.recording import recording
from tests.contract.tokens import Pool
from tests.factories import NOW, WORKSPACE, arrive, intake
from tests.pictures import pdf_of

from vivier.casework import reading
from vivier.kernel.actor import Role
from vivier.mail import outbox
from vivier.mail.store import MessageItem
from vivier.people import store
from vivier.storage.table import get
from vivier.team import service as team

SES = ["send", "delivery", "bounce", "complaint"]


def matches(pattern: Any, value: Any) -> bool:
    """EventBridge's matching, as far as our rules use it (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html)."""
    if isinstance(pattern, dict):
        return isinstance(value, dict) and all(k in value and matches(p, value[k]) for k, p in pattern.items())
    given = value if isinstance(value, list) else [value]
    return any(
        fnmatchcase(g, wanted["wildcard"]) if isinstance(wanted, dict) else g == wanted
        for wanted in pattern
        for g in given
    )


def pattern(rule: str) -> Any:
    return stack.resolve(stack.resources("AWS::Events::Rule")[rule]["EventPattern"])


def test_an_upload_starts_cv_intake_and_nothing_else_in_the_bucket_does() -> None:
    opened = uploaded("int_1")
    opened["detail"]["object"]["key"] = "opened/halage/int_1/opened.json"

    assert matches(pattern("CvIntakeUploaded"), uploaded("int_1"))
    assert not matches(pattern("CvIntakeUploaded"), opened)


@pytest.mark.parametrize("kind", SES)
def test_what_ses_says_of_our_mails_reaches_record_delivery(kind: str) -> None:
    others = said(kind, "m")
    others["detail"]["mail"]["tags"]["ses:configuration-set"] = ["another"]

    assert matches(pattern("RecordDeliveryFunctionSaid"), said(kind, "m"))
    assert not matches(pattern("RecordDeliveryFunctionSaid"), others)


@pytest.mark.usefixtures("cloud")
def test_an_upload_is_inspected_under_the_ids_of_its_key() -> None:
    made = intake(content=pdf_of(["Maëlys Kervadec", "Capitaine"]))

    inspected = invoke("InspectFileFunction", uploaded(made.id))

    assert inspected == {"workspace": WORKSPACE, "intake_id": made.id, "refused": None, "detail": None}


@pytest.fixture
def message() -> str:
    """The key of an acknowledgement that was sent."""
    key = arrive().message_key or ""
    outbox.send(WORKSPACE, key, NOW)
    return key


@pytest.mark.usefixtures("cloud")
@pytest.mark.parametrize("kind", ["delivery", "bounce", "complaint"])
def test_what_ses_says_is_recorded_once(message: str, kind: str) -> None:
    answers = [invoke("RecordDeliveryFunction", said(kind, message)) for _ in range(2)]

    assert answers == [{"recorded": True}, {"recorded": False}]


@pytest.mark.usefixtures("cloud")
def test_a_colleagues_copy_that_arrived_does_not_stand_for_the_persons_mail(message: str) -> None:
    row = get(MessageItem, MessageItem.key(WORKSPACE, message))
    row.put(row.read().model_copy(update={"cc": ["camille@halage.example"]})).save()
    copied, own = said("delivery", message), said("delivery", message)
    copied["detail"]["delivery"]["recipients"] = ["camille@halage.example"]

    answers = [invoke("RecordDeliveryFunction", event) for event in (copied, own)]

    assert answers == [{"recorded": False}, {"recorded": True}]


@pytest.mark.usefixtures("cloud")
def test_a_permanent_bounce_ends_mail_to_the_address(message: str) -> None:
    invoke("RecordDeliveryFunction", said("bounce", message))

    person = get(MessageItem, MessageItem.key(WORKSPACE, message)).read().candidate_id or ""
    assert store.load(WORKSPACE, person).read().mailable is False


@pytest.mark.usefixtures("cloud")
@pytest.mark.parametrize("kind", SES)
def test_an_event_of_a_mail_that_is_not_ours_is_let_go(kind: str) -> None:
    event = example(f"ses_{kind}")
    del event["detail"]["mail"]["tags"]["message"]

    assert invoke("RecordDeliveryFunction", event) == {"recorded": False}


@pytest.mark.usefixtures("environment")
def test_a_notice_of_textract_lets_the_waiting_step_go_on() -> None:
    sent: list[str] = []

    def success() -> dict[str, Any]:
        sent.append("success")
        return {}

    answers = {
        "textract.StartDocumentAnalysis": lambda: {"JobId": "c4f9" * 16},
        "stepfunctions.SendTaskSuccess": success,
    }
    with recording(answers) as listens, in_memory():
        made = intake()
        with listens.of("ReadCvFunction"):
            reading.start_recognition(WORKSPACE, made.id, "task-token", NOW)
            told = [invoke("ReadCvFunction", noticed(each)) for each in (made.id, "int_of_nobody")]

    assert told == [{}, {}]
    assert sent == ["success"]


@pytest.fixture
def pool(environment: pytest.MonkeyPatch, cloud: None) -> Iterator[Pool]:
    """A pool that the authorizer trusts, with one member."""
    team.add_member(WORKSPACE, subject=SUBJECT, name="Camille", email="c@halage.example", role=Role.recruiter)
    with Pool() as made:
        for name, value in {"ISSUER": made.issuer, "JWKS_URL": made.keys, "CLIENT_ID": made.client}.items():
            environment.setenv(name, value)
        forget()
        yield made


def asked(token: str) -> dict[str, Any]:
    return example("api_authorizer") | {"authorizationToken": f"Bearer {token}"}


def test_a_member_is_let_into_the_whole_stage_with_workspace_and_role(pool: Pool) -> None:
    answer = invoke("AuthorizeFunction", asked(pool.token(SUBJECT)))

    (statement,) = answer["policyDocument"]["Statement"]
    assert statement["Resource"] == "arn:aws:execute-api:eu-west-3:123456789012:a1b2c3d4e5/api/*"
    assert (answer["context"]["workspace"], answer["context"]["role"]) == (WORKSPACE, "recruiter")
    # API Gateway refuses an answer whose context holds anything but text, numbers and truth values.
    assert all(isinstance(v, str | int | bool) for v in answer["context"].values())


@pytest.mark.parametrize(
    "claims",
    [
        {"exp": int(time.time()) - 600},
        {"client_id": "another"},
        {"token_use": "id"},
        {"iss": "https://elsewhere.example"},
        {"sub": "nobody"},
    ],
    ids=lambda claims: next(iter(claims)),
)
def test_a_token_that_was_made_for_something_else_is_a_401(pool: Pool, claims: dict[str, Any]) -> None:
    token = pool.token(**({"subject": SUBJECT} | claims if "sub" not in claims else {"subject": claims["sub"]}))

    with pytest.raises(Exception, match=r"^Unauthorized$"):
        invoke("AuthorizeFunction", asked(token))


@pytest.mark.usefixtures("cloud")
def test_the_api_answers_a_proxy_event_as_api_gateway_wants_it() -> None:
    answer = invoke("ApiFunction", request("GET", "/candidates"))

    assert answer["statusCode"] == 200
    assert json.loads(answer["body"])["candidates"] == []
    assert answer["headers"]["Content-Type"] == "application/json"


@pytest.mark.usefixtures("cloud")
def test_a_request_that_no_authorizer_saw_is_refused() -> None:
    event = request("GET", "/candidates")
    del event["requestContext"]["authorizer"]

    assert invoke("ApiFunction", event)["statusCode"] == 401
