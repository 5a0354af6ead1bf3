"""Starting state machines, answering their task tokens, asking other functions."""

import json
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from vivier.gateways.clients import client
from vivier.kernel.errors import Unavailable
from vivier.kernel.observability import logger
from vivier.kernel.settings import settings


def start_intake(name: str, payload: dict[str, Any]) -> bool:
    """Starts cv_intake under a name that can be used once (90 days on AWS); False when it was used before.

    Raises Unavailable.
    """
    return _start(settings().intake_machine, name, payload)


def start_sequence(name: str, payload: dict[str, Any]) -> bool:
    """Starts email_sequence under a name that can be used once; False when it was used before. Raises Unavailable."""
    return _start(settings().sequence_machine, name, payload)


def _start(machine: str, name: str, payload: dict[str, Any]) -> bool:
    try:
        client("stepfunctions").start_execution(stateMachineArn=machine, name=name, input=json.dumps(payload))
    except ClientError as error:
        if error.response["Error"]["Code"] == "ExecutionAlreadyExists":
            return False
        raise Unavailable("What was to happen could not be started now.") from error
    except BotoCoreError as error:
        raise Unavailable("What was to happen could not be started now.") from error
    return True


def task_done(token: str, output: dict[str, Any]) -> bool:
    """Lets a waiting step go on; False when it no longer waits."""
    try:
        client("stepfunctions").send_task_success(taskToken=token, output=json.dumps(output))
    except ClientError as error:
        if error.response["Error"]["Code"] in ("TaskTimedOut", "TaskDoesNotExist", "InvalidToken"):
            return False
        raise
    return True


def set_password(token: str, password: str) -> dict[str, Any]:
    """What the function that sets passwords answers. Raises Unavailable."""
    payload = json.dumps({"token": token, "password": password}).encode()
    try:
        answer = client("lambda", once=True).invoke(FunctionName=settings().password_function, Payload=payload)
    except (BotoCoreError, ClientError) as silent:
        raise Unavailable("The sign-in service did not answer. Try again.") from silent
    if answer.get("FunctionError"):
        raise Unavailable("The password could not be set now. Try again.")
    done: dict[str, Any] = json.loads(answer["Payload"].read())
    return done


def wake_receiver(received_id: str) -> None:
    """Asks the function that reads mail for one that was not finished, without waiting for it. The sweep asks again."""
    payload = json.dumps({"received": received_id}).encode()
    client("lambda").invoke(FunctionName=settings().receive_function, InvocationType="Event", Payload=payload)


def wake_eraser(workspace: str, erasure_id: str) -> None:
    """Asks the function that erases to go on, without waiting for it. When it cannot be woken, the sweep asks again."""
    payload = json.dumps({"workspace": workspace, "erasure_id": erasure_id}).encode()
    try:
        client("lambda").invoke(FunctionName=settings().erase_function, InvocationType="Event", Payload=payload)
    except (BotoCoreError, ClientError) as asleep:
        logger.warning("left to the sweep", extra={"erasure_id": erasure_id, "error": type(asleep).__name__})


def wake_sender(workspace: str, message_key: str) -> None:
    """Asks the sending function for one message, without waiting for it.

    The message is stored: when nobody can be woken, the sweep sends it a minute later.
    """
    payload = {"workspace": workspace, "message_key": message_key}
    try:
        client("lambda").invoke(
            FunctionName=settings().send_function, InvocationType="Event", Payload=json.dumps(payload).encode()
        )
    except (BotoCoreError, ClientError) as asleep:
        logger.warning("sender not woken", extra={"message_key": message_key, "why": type(asleep).__name__})
