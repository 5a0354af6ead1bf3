"""One origin for everything, as CloudFront gives on AWS: web, API, sign-in, files, and the local pages beside them."""

import re
from collections.abc import Callable, Mapping
from urllib.parse import quote

from vivier_local.asgi import (
    Answer,
    Application,
    Receive,
    Request,
    Scope,
    Send,
    error_answer,
    header,
    request_of,
    respond,
)

Page = Callable[[Request], Answer]
# The APIs by their first path segment, which is the name of their stage.
APIS = {"api": "vivier-api", "public": "vivier-public"}
SIGN_IN = re.compile(r"/oauth2/|/login$|/logout$|/[^/]+/\.well-known/")
SIGNED_QUERY = (b"X-Amz-Signature=", b"X-Amz-Credential=", b"AWSAccessKeyId=")
LOOPBACK = re.compile(r"(localhost|127\.0\.0\.1|\[::1\]|[a-z0-9.-]+\.localhost)(:\d+)?")


class Edge:
    """`api_id` and `is_bucket` ask the emulator; `pages` are ours, by first path segment; `site` takes the rest."""

    def __init__(
        self,
        cloud: Application,
        site: Page,
        pages: Mapping[str, Page],
        *,
        api_id: Callable[[str], str | None],
        is_bucket: Callable[[str], bool],
    ) -> None:
        self._cloud = cloud
        self._site = site
        self._pages = pages
        self._api_id = api_id
        self._is_bucket = is_bucket

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._cloud(scope, receive, send)
            return
        refused = _foreign(scope)
        if refused:
            await respond(send, refused)
        elif _is_aws_call(scope):
            await self._cloud(scope, receive, send)
        else:
            await self._browser(scope, receive, send)

    async def _browser(self, scope: Scope, receive: Receive, send: Send) -> None:
        path: str = scope["path"]
        first = path.split("/", 2)[1]
        if first in APIS:
            await self._api(first, scope, receive, send)
        elif first in self._pages:
            await self._ours(self._pages[first], scope, receive, send)
        elif SIGN_IN.match(path):
            await self._cloud(scope, receive, send)
        elif scope["method"] == "POST" and self._is_bucket(first):
            # A form upload carries its signed policy in the body. Nothing else reaches a bucket unsigned, as on AWS.
            await self._cloud(scope, receive, send)
        elif self._is_bucket(first) or first == "_ministack":
            await respond(send, error_answer(403, "Forbidden", "this needs a signed request"))
        else:
            await self._ours(self._site, scope, receive, send)

    async def _api(self, stage: str, scope: Scope, receive: Receive, send: Send) -> None:
        """The API's id changes with its document: it is looked up by name at each request."""
        api_id = self._api_id(APIS[stage])
        if api_id is None:
            await respond(send, error_answer(503, "Unavailable", "the API is being deployed"))
            return
        prefix = f"/restapis/{api_id}/{stage}/_user_request_"
        raw = scope.get("raw_path") or quote(scope["path"]).encode()
        rewritten = {
            **scope,
            "path": prefix + (scope["path"].removeprefix(f"/{stage}") or "/"),
            "raw_path": prefix.encode() + (raw.removeprefix(f"/{stage}".encode()) or b"/"),
        }
        await self._cloud(rewritten, receive, send)

    async def _ours(self, page: Page, scope: Scope, receive: Receive, send: Send) -> None:
        request = await request_of(scope, receive)
        await respond(send, page(request), head=request.method == "HEAD")


def _is_aws_call(scope: Scope) -> bool:
    query: bytes = scope.get("query_string", b"")
    return (
        header(scope, b"authorization").startswith("AWS4-HMAC-SHA256")
        or bool(header(scope, b"x-amz-target"))
        or any(mark in query for mark in SIGNED_QUERY)
    )


def _foreign(scope: Scope) -> Answer | None:
    """Any web page can send requests to localhost: a foreign name (DNS rebinding) or page is turned away."""
    if not LOOPBACK.fullmatch(header(scope, b"host").lower()):
        return error_answer(421, "Forbidden", "this instance answers on localhost only")
    if scope["method"] not in ("GET", "HEAD", "OPTIONS") and header(scope, b"sec-fetch-site") == "cross-site":
        return error_answer(403, "Forbidden", "this request comes from another site")
    return None
