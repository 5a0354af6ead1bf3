"""A user pool's keys, published on this machine, and tokens signed with them."""

import json
import threading
import time
from functools import cached_property
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa


class Pool:
    """Serves its keys while it is open, as Cognito does at /.well-known/jwks.json."""

    client = "web-client"

    def __init__(self) -> None:
        self._key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.asked = 0  # how often its keys were fetched

    @cached_property
    def issuer(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/pool"

    @property
    def keys(self) -> str:
        return f"{self.issuer}/.well-known/jwks.json"

    def token(self, subject: str, **claims: Any) -> str:
        """A valid access token of `subject`, but for what `claims` say."""
        now = int(time.time())
        said = {
            "sub": subject,
            "iss": self.issuer,
            "client_id": self.client,
            "token_use": "access",
            "iat": now,
            "exp": now + 600,
        }
        return jwt.encode(said | claims, self._key, algorithm="RS256", headers={"kid": "one"})

    def __enter__(self) -> Self:
        public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self._key.public_key()))
        body = json.dumps({"keys": [public | {"kid": "one", "use": "sig", "alg": "RS256"}]}).encode()

        pool = self

        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                pool.asked += 1
                self.send_response(200)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                """Quiet."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
