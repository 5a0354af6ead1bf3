"""Who comes in: tokens of our pool, for our client, in time; and nothing that only looks like one."""

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from jwt import jwk_set_cache
from tests.conftest import ENVIRONMENT, forget, in_memory, set_environment
from tests.contract.entries import example, invoke
from tests.contract.tokens import Pool
from tests.factories import WORKSPACE

from vivier.kernel.actor import Role
from vivier.kernel.errors import Unauthenticated
from vivier.storage.transaction import Transaction
from vivier.team import service as team
from vivier.team import tokens
from vivier.team.store import MemberItem

STRANGER = rsa.generate_private_key(public_exponent=65537, key_size=2048)


@pytest.fixture(scope="module", autouse=True)
def pool() -> Iterator[Pool]:
    with Pool() as made, pytest.MonkeyPatch.context() as patch:
        known = {"ISSUER": made.issuer, "JWKS_URL": made.keys, "CLIENT_ID": made.client}
        with set_environment(patch, ENVIRONMENT | known), in_memory():
            team.add_member(WORKSPACE, subject="sub-1", name="Anaïs Roch", email="a@x.example", role=Role.recruiter)
            yield made


def part(content: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(content).encode()).decode().rstrip("=")


def claims(pool: Pool) -> dict[str, Any]:
    held: dict[str, Any] = jwt.decode(pool.token("sub-1"), options={"verify_signature": False})
    return held


def forged(pool: Pool, kind: str) -> str:
    """Tokens that were not signed with the pool's key."""
    body = claims(pool)
    public = pool._key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    unsigned = f"{part({'alg': 'HS256', 'typ': 'JWT', 'kid': 'one'})}.{part(body)}"
    mac = hmac.new(public, unsigned.encode(), hashlib.sha256).digest()
    good = pool.token("sub-1")
    head, payload, signature = good.split(".")
    return {
        "no algorithm": f"{part({'alg': 'none', 'kid': 'one'})}.{part(body)}.",
        "no algorithm, odd case": f"{part({'alg': 'nOnE', 'kid': 'one'})}.{part(body)}.{signature}",
        "public key as secret": f"{unsigned}.{base64.urlsafe_b64encode(mac).decode().rstrip('=')}",
        "another key": jwt.encode(body, STRANGER, "RS256", {"kid": "one"}),
        "another algorithm of the same family": jwt.encode(body, pool._key, "RS512", {"kid": "one"}),
        "unknown key": jwt.encode(body, pool._key, "RS256", {"kid": "two"}),
        "no key named": jwt.encode(body, pool._key, "RS256"),
        "its own key inside": jwt.encode(
            body, STRANGER, "RS256", {"kid": "one", "jwk": {"kty": "RSA"}, "jku": "http://x"}
        ),
        "changed": f"{head}.{part(body | {'sub': 'sub-2'})}.{signature}",
        "cut": f"{head}.{payload}.",
        "two parts": f"{head}.{payload}",
        "garbage": "garbage",
        "dots": "...",
        "claims no object": f"{head}.{part([1])}.{signature}",
        "not base64": f"{head}.%%%.{signature}",
    }[kind]


A_DAY = 86_400  # the parameters are made long before a test of the last ones runs
FORGERIES = [
    "no algorithm",
    "no algorithm, odd case",
    "public key as secret",
    "another key",
    "another algorithm of the same family",
    "unknown key",
    "no key named",
    "its own key inside",
    "changed",
    "cut",
    "two parts",
    "garbage",
    "dots",
    "claims no object",
    "not base64",
]


def test_a_token_of_the_pool_names_its_subject(pool: Pool) -> None:
    assert tokens.subject(f"Bearer {pool.token('sub-1')}") == "sub-1"
    assert tokens.subject(f"bearer {pool.token('sub-1')}") == "sub-1"


@pytest.mark.parametrize("kind", FORGERIES)
def test_a_token_that_the_pool_did_not_sign_is_refused(pool: Pool, kind: str) -> None:
    with pytest.raises(Unauthenticated):
        tokens.subject(f"Bearer {forged(pool, kind)}")


@pytest.mark.parametrize(
    "changed",
    [
        {"iss": "http://127.0.0.1/another"},
        {"iss": None},
        {"client_id": "another-client"},
        {"client_id": ["web-client"]},
        {"client_id": None},
        {"token_use": "id"},
        {"token_use": None},
        {"sub": None},
        {"sub": 7},
        {"exp": int(time.time()) - 60},
        {"exp": int(time.time()) - 40},
        {"exp": "tomorrow"},
        {"exp": None},
        {"iat": int(time.time()) + A_DAY},
        {"iat": None},
        {"nbf": int(time.time()) + A_DAY},
    ],
)
def test_a_token_for_something_else_is_refused(pool: Pool, changed: dict[str, Any]) -> None:
    body = {k: v for k, v in (claims(pool) | changed).items() if v is not None}

    with pytest.raises(Unauthenticated):
        tokens.subject(f"Bearer {jwt.encode(body, pool._key, 'RS256', {'kid': 'one'})}")


def test_clocks_may_differ_by_seconds(pool: Pool) -> None:
    assert tokens.subject(f"Bearer {pool.token('sub-1', exp=int(time.time()) - 5)}") == "sub-1"
    assert tokens.subject(f"Bearer {pool.token('sub-1', iat=int(time.time()) + 5)}") == "sub-1"


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Basic eDp5", "token", "Bearer a b", " "])
def test_what_is_no_bearer_token_is_refused(header: str) -> None:
    with pytest.raises(Unauthenticated):
        tokens.subject(header)


def test_a_token_of_the_pool_under_another_scheme_is_refused(pool: Pool) -> None:
    token = pool.token("sub-1")

    for header in (f"Basic {token}", f"Token {token}", f" {token}", token):
        with pytest.raises(Unauthenticated):
            tokens.subject(header)


def authorize(token: str) -> Any:
    return invoke("AuthorizeFunction", example("api_authorizer") | {"authorizationToken": token})


def test_a_member_is_let_into_the_whole_stage_and_nothing_else(pool: Pool) -> None:
    answer = authorize(f"Bearer {pool.token('sub-1')}")

    stage = "/".join(example("api_authorizer")["methodArn"].split("/")[:2])
    statement = {"Action": "execute-api:Invoke", "Effect": "Allow", "Resource": f"{stage}/*"}
    assert answer["policyDocument"] == {"Version": "2012-10-17", "Statement": [statement]}
    assert answer["principalId"] == answer["context"]["member"]
    assert answer["context"] == {
        "workspace": WORKSPACE,
        "member": team.member("sub-1").id,
        "subject": "sub-1",
        "role": "recruiter",
        "name": "Anaïs Roch",
    }
    assert all(isinstance(v, str) for v in answer["context"].values())


def test_workspace_and_role_come_from_the_member_and_not_from_the_token(pool: Pool) -> None:
    claimed = {"workspace": "ecluse", "role": "admin", "custom:role": "admin", "cognito:groups": ["admin"]}

    context = authorize(f"Bearer {pool.token('sub-1', **claimed)}")["context"]

    assert (context["workspace"], context["role"]) == (WORKSPACE, "recruiter")


@pytest.mark.parametrize("token", ["", "Bearer", "Bearer x.y.z"])
def test_nobody_else_is_let_in(token: str) -> None:
    with pytest.raises(Exception, match=r"^Unauthorized$"):
        authorize(token)


def test_a_signed_in_stranger_is_not_let_in(pool: Pool) -> None:
    with pytest.raises(Exception, match=r"^Unauthorized$"):
        authorize(f"Bearer {pool.token('sub-of-nobody')}")


def test_a_removed_member_is_out(pool: Pool) -> None:
    team.add_member(WORKSPACE, subject="sub-9", name="Partie", email="p@x.example", role=Role.admin)
    assert authorize(f"Bearer {pool.token('sub-9')}")
    transaction = Transaction()
    transaction.delete(MemberItem(*MemberItem.key("sub-9")))
    transaction.commit()

    with pytest.raises(Exception, match=r"^Unauthorized$"):
        authorize(f"Bearer {pool.token('sub-9')}")


def test_the_pools_keys_are_kept_for_an_hour_and_not_longer(pool: Pool) -> None:
    """A key that the pool withdrew is not trusted for as long as the process lives."""
    forget()
    before, fetched = pool.asked, []
    for seconds in (0, 3590, 3610):
        with pytest.MonkeyPatch.context() as patch:
            clock = time.monotonic() + seconds
            patch.setattr(jwk_set_cache, "time", SimpleNamespace(monotonic=lambda clock=clock: clock))
            tokens.subject(f"Bearer {pool.token('sub-1')}")
        fetched.append(pool.asked - before)

    assert fetched == [1, 1, 2]


def test_keys_that_cannot_be_fetched_are_no_refusal(pool: Pool) -> None:
    """An outage of the pool must not sign everybody out."""
    token = pool.token("sub-1")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JWKS_URL", "http://127.0.0.1:9/keys")
        forget()
        with pytest.raises(jwt.PyJWKClientConnectionError):
            tokens.subject(f"Bearer {token}")
    forget()
