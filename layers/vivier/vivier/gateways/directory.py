"""The user pool: who can sign in. It writes no mail of its own, and says nothing of workspaces and roles."""

from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from vivier.gateways.clients import client
from vivier.kernel.errors import Invalid, NotFound, Throttled, Unavailable
from vivier.kernel.settings import settings

SLOW_DOWN = {"TooManyRequestsException", "LimitExceededException", "ThrottlingException"}


def ensure_user(email: str, name: str) -> str:
    """The `sub` of the account under this address, made when there is none, opened again when it was shut.

    Nobody is written to, and a new account has a password that nobody knows. Raises Invalid (the pool refuses the
    address), Throttled, Unavailable.
    """
    attributes = {"email": email, "email_verified": "true", "name": name}
    given = [{"Name": key, "Value": value} for key, value in attributes.items()]
    try:
        made = _call("admin_create_user", Username=email, MessageAction="SUPPRESS", UserAttributes=given)
        return _sub(made["User"]["Attributes"])
    except _There:
        held = _call("admin_get_user", Username=email)
        if not held.get("Enabled", True):
            _call("admin_enable_user", Username=email)
        return _sub(held["UserAttributes"])


def set_password(subject: str, password: str) -> None:
    """Raises Invalid (the pool's rules), NotFound, Throttled, Unavailable."""
    _call("admin_set_user_password", Username=subject, Password=password, Permanent=True)


def shut(subject: str) -> None:
    """Ends every session and lets nobody sign in any more. An account that is gone is no error."""
    try:
        _call("admin_user_global_sign_out", Username=subject)
        _call("admin_disable_user", Username=subject)
    except NotFound:
        return


class _There(Exception):
    """The pool has an account under this address already."""


def _call(operation: str, **given: Any) -> Any:
    try:
        return getattr(client("cognito-idp"), operation)(UserPoolId=settings().pool, **given)
    except ClientError as refused:
        code = refused.response["Error"]["Code"]
        if code == "UsernameExistsException":
            raise _There from refused
        if code == "UserNotFoundException":
            raise NotFound("There is no such account.") from refused
        if code in ("InvalidPasswordException", "InvalidParameterException"):
            field = "email" if operation == "admin_create_user" else "password"
            problem = [{"field": field, "message": "The sign-in service refuses it."}]
            raise Invalid(f"This {field} cannot be used. Choose another.", problem) from refused
        if code in SLOW_DOWN:
            raise Throttled("The sign-in service is busy. Try again in a moment.") from refused
        raise
    except BotoCoreError as silent:
        raise Unavailable("The sign-in service did not answer. Try again.") from silent


def _sub(attributes: list[dict[str, str]]) -> str:
    return next(each["Value"] for each in attributes if each["Name"] == "sub")
