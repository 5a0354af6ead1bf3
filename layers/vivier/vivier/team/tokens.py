"""Access tokens of the user pool (https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html)."""

from functools import cache

import jwt

from vivier.kernel.errors import Unauthenticated
from vivier.kernel.settings import settings

LEEWAY_SECONDS = 30
KEYS_KEPT = 3600  # seconds that a key is trusted for which the pool may have withdrawn


@cache
def _keys() -> jwt.PyJWKClient:
    """PyJWT's other cache, that of each key, never ends."""
    return jwt.PyJWKClient(settings().jwks_url, lifespan=KEYS_KEPT, timeout=5)


def subject(header: str) -> str:
    """The `sub` of a valid bearer token. Raises Unauthenticated: signature, algorithm, issuer, client, use, expiry."""
    scheme, _, token = header.partition(" ")
    if scheme.casefold() != "bearer" or not token:
        raise Unauthenticated("There is no bearer token.")
    config = settings()
    try:
        claims = jwt.decode(
            token,
            _keys().get_signing_key_from_jwt(token).key,
            algorithms=["RS256"],
            issuer=config.issuer,
            leeway=LEEWAY_SECONDS,
            options={"require": ["exp", "iat", "iss", "sub", "client_id", "token_use"], "verify_aud": False},
        )
    except jwt.PyJWKClientConnectionError:
        raise
    except jwt.PyJWTError as refused:
        raise Unauthenticated("The token is not valid.") from refused
    # An access token has no audience: the client stands in client_id.
    if (claims["token_use"], claims["client_id"]) != ("access", config.client_id):
        raise Unauthenticated("The token was made for something else.")
    return str(claims["sub"])
