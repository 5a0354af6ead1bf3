"""Invented people of a local instance, and the page that fills the hosted sign-in form in for them. Never shipped."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict

from vivier_local.asgi import Answer, Request, error_answer, json_answer
from vivier_local.pages import page

if TYPE_CHECKING:
    from mypy_boto3_cognito_idp import CognitoIdentityProviderClient

# Of invented people on a loopback address; the page that shows them fills it in.
PASSWORD = "Vivier-local-2026"  # noqa: S105
Role = Literal["admin", "recruiter", "manager", "reader"]


class Persona(BaseModel):
    """`key` is what `--as` takes."""

    model_config = ConfigDict(frozen=True)

    key: str
    name: str
    email: str
    role: Role
    language: Literal["fr", "en"]


class PersonaUnknown(Exception):
    """Nobody of that name."""

    def __init__(self, key: str) -> None:
        super().__init__(f"no persona {key!r}; there are {', '.join(each.key for each in PERSONAS)}")


def _persona(key: str, name: str, role: Role, language: Literal["fr", "en"]) -> Persona:
    first, last = name.lower().replace("è", "e").replace("é", "e").replace("î", "i").split()
    return Persona(key=key, name=name, email=f"{first}.{last}@vivier.example", role=role, language=language)


PERSONAS = (
    _persona("admin", "Claire Vasseur", "admin", "fr"),
    _persona("recruiter", "Hélène Carpentier", "recruiter", "fr"),
    _persona("manager", "Mathieu Delorme", "manager", "fr"),
    _persona("reader", "Léa Fontaine", "reader", "fr"),
    _persona("admin-en", "Oliver Grantham", "admin", "en"),
    _persona("recruiter-en", "Hannah Whitlock", "recruiter", "en"),
    _persona("manager-en", "Priya Raman", "manager", "en"),
    _persona("reader-en", "Tom Ashworth", "reader", "en"),
)


def find(key: str) -> Persona:
    """Raises PersonaUnknown."""
    for each in PERSONAS:
        if each.key == key:
            return each
    raise PersonaUnknown(key)


def seed(cognito: "CognitoIdentityProviderClient", pool: str, join: Callable[[Persona, str], object]) -> None:
    """Makes each persona a user of the pool; `join(persona, subject)` makes them a member. Repeatable."""
    for persona in PERSONAS:
        join(persona, _user(cognito, pool, persona))


def answer(request: Request) -> Answer:
    """/personas (the page; `continue` is the address of the hosted sign-in it leads to) and /personas/api."""
    if request.path == "/personas/api":
        people = [{**each.model_dump(), "password": PASSWORD} for each in PERSONAS]
        return json_answer({"personas": people})
    if request.path.rstrip("/") != "/personas":
        return error_answer(404, "NotFound", "no such page")
    return page("personas.html")


def _user(cognito: "CognitoIdentityProviderClient", pool: str, persona: Persona) -> str:
    try:
        found = cognito.admin_get_user(UserPoolId=pool, Username=persona.email)
        attributes = found["UserAttributes"]
    except cognito.exceptions.UserNotFoundException:
        made = cognito.admin_create_user(
            UserPoolId=pool,
            Username=persona.email,
            MessageAction="SUPPRESS",
            UserAttributes=[
                {"Name": "email", "Value": persona.email},
                {"Name": "email_verified", "Value": "true"},
                {"Name": "name", "Value": persona.name},
            ],
        )
        attributes = made["User"]["Attributes"]
        cognito.admin_set_user_password(UserPoolId=pool, Username=persona.email, Password=PASSWORD, Permanent=True)
    return next(each["Value"] for each in attributes if each["Name"] == "sub")
