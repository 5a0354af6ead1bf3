"""Signing in as the web client does: code and PKCE through the hosted login. For scripts and tests."""

import base64
import hashlib
import secrets
from urllib.parse import parse_qs, urlsplit

import httpx
from pydantic import BaseModel

from vivier_local.personas import PASSWORD, Persona


class SignInFailed(Exception):
    """The hosted login or the token endpoint refused."""


class SignInSettings(BaseModel):
    """What /config.json says of signing in. `redirect_url` is one of the client's callback addresses."""

    client_id: str
    token_url: str
    redirect_url: str


class Tokens(BaseModel):
    """`access_token` is a bearer token of `expires_in` seconds."""

    access_token: str
    refresh_token: str = ""
    expires_in: int


def sign_in(client: httpx.Client, persona: Persona, *, password: str = PASSWORD) -> Tokens:
    """`client` has the instance's address as its base. Raises SignInFailed."""
    settings = SignInSettings.model_validate_json(client.get("/config.json").raise_for_status().content)
    verifier = secrets.token_urlsafe(48)
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    state = secrets.token_urlsafe(12)
    filled_in = {
        "client_id": settings.client_id,
        "redirect_uri": settings.redirect_url,
        "response_type": "code",
        "scope": "openid email profile",
        "state": state,
        "code_challenge": challenge,
        "code_challenge_method": "S256",
        "username": persona.email,
        "password": password,
    }
    answer = client.post("/login", data=filled_in, follow_redirects=False)
    returned = parse_qs(urlsplit(answer.headers.get("location", "")).query)
    if answer.status_code not in (302, 303) or returned.get("state") != [state] or "code" not in returned:
        raise SignInFailed(f"the hosted login refused {persona.email} ({answer.status_code})")
    exchange = {
        "grant_type": "authorization_code",
        "client_id": settings.client_id,
        "code": returned["code"][0],
        "redirect_uri": settings.redirect_url,
        "code_verifier": verifier,
    }
    tokens = client.post(settings.token_url, data=exchange)
    if tokens.status_code != 200:
        raise SignInFailed(f"no token for {persona.email}: {tokens.text}")
    return Tokens.model_validate_json(tokens.content)
