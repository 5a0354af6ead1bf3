"""The web client's files as CloudFront serves them: headers, cache, and the client's own routes."""

import mimetypes
import re
from pathlib import Path

from vivier_local.asgi import Answer, Request, error_answer, page_answer

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; frame-src 'self' blob:; worker-src 'self' blob:; manifest-src 'self'; "
    "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
)
SECURITY = {
    "content-security-policy": POLICY,
    "referrer-policy": "strict-origin-when-cross-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    "cross-origin-opener-policy": "same-origin",
}
# Pages that links open (infra/web.yaml, PortalHeaders).
PORTAL_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
)
PORTAL = SECURITY | {
    "content-security-policy": PORTAL_POLICY,
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex, nofollow",
}
FOR_EVER = "public, max-age=31536000, immutable"
MISSING = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Vivier</title>
<link rel="stylesheet" href="/_local/pages/local.css"><main class="card"><h1>The web client is not built yet</h1>
<p>Run <code>make run</code>, which builds it, or build it alone with <code>npm ci && npm run build</code> in
<code>web/</code>. The API is up at <a href="/api/health">/api/health</a>, the mailbox at
<a href="/mailbox">/mailbox</a>.</p></main></html>"""


class Site:
    """`folder`: the built client. `under` (of a part such as /docs) is the path that the folder stands at."""

    def __init__(self, folder: Path, under: str = "/") -> None:
        self._folder = folder.resolve()
        self._under = under.rstrip("/") + "/"

    def answer(self, request: Request) -> Answer:
        if request.method not in ("GET", "HEAD"):
            return error_answer(405, "MethodNotAllowed", "only GET here")
        if request.path + "/" == self._under:
            return Answer(status=308, headers={"location": self._under})
        if not (self._folder / "index.html").is_file():
            return page_answer(MISSING, 503)
        path = (self._folder / request.path.removeprefix(self._under).lstrip("/")).resolve()
        portal = self._under == "/" and request.path.startswith("/p/")
        if portal and re.fullmatch(r"/p/[a-z]+", request.path):
            path = path.with_suffix(".html")
        if (path / "index.html").is_file():
            path = path / "index.html"
        if path.is_relative_to(self._folder) and path.is_file():
            return self._file(path, PORTAL if portal else SECURITY)
        # A client route has no extension; a file that isn't there must not be answered with the page.
        if path.suffix or portal or self._under != "/":
            return error_answer(404, "NotFound", "no such file")
        return self._file(self._folder / "index.html", SECURITY)

    def _file(self, path: Path, security: dict[str, str]) -> Answer:
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        text = kind.startswith("text/") or kind in ("application/javascript", "application/json", "image/svg+xml")
        hashed = "assets" in path.relative_to(self._folder).parts
        headers = {
            **security,
            "content-type": f"{kind}; charset=utf-8" if text else kind,
            "cache-control": FOR_EVER if hashed else "no-cache",
        }
        return Answer(headers=headers, body=path.read_bytes())
