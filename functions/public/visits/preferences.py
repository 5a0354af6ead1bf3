"""Somebody ends, pauses or takes up again the mail that they did not ask for: plain pages, which need no script.

A GET changes nothing (scanners open links). A POST without an `act` is a mail program's one-click (RFC 8058): it has
nothing to say but that the person leaves.
"""

from collections.abc import Mapping
from datetime import datetime
from urllib.parse import parse_qs, urlencode

from chalice.app import Blueprint, Request, Response

import edge
import page
import visit
from vivier.casework import unasked
from vivier.kernel.actor import Language
from vivier.kernel.clock import utc_now
from vivier.kernel.errors import Invalid, NotFound
from vivier.kernel.observability import correlate, count, logger
from vivier.mail.deliverability.ways_out import PURPOSE
from vivier.team import links
from vivier.team.links import Link

bp = Blueprint(__name__)
FORMS = ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain", "application/json"]
MOST = 4_000
LANGUAGES: dict[str, Language] = {"fr": "fr", "en": "en"}


@bp.route("/preferences/{token}", methods=["GET", "HEAD"])
def see_preferences(token: str) -> Response:
    """What is held of the person, and what they may choose."""
    now = utc_now()
    try:
        return _shown(_link(token, now), bp.current_request.query_params or {}, now)
    except NotFound:
        return _nothing(cut=links.cut(token))


@bp.route("/preferences", methods=["GET", "HEAD"])
def miss_preferences() -> Response:
    """What to do with a link that lost its end: mail programs break long lines, people copy half of one."""
    correlate(request_id=bp.current_request.context.get("requestId"), route=f"{bp.current_request.method} preferences")
    return _nothing(cut=True)


@bp.route("/preferences/{token}", methods=["POST"], content_types=FORMS)
def choose_preferences(token: str) -> Response:
    """Ends the mail at once, or what the page's form says."""
    now, said = utc_now(), _said(bp.current_request)
    try:
        link = _link(token, now)
        try:
            _does(link, said, now)
        except Invalid as refused:
            logger.info("refused", extra={"code": refused.code})
            return _shown(link, said, now, refused=refused)
    except NotFound:
        return _nothing(cut=links.cut(token))
    logger.info("answered", extra={"act": said.get("act", "one_click")})
    if "act" not in said:
        return Response("", status_code=200, headers={**_HEADERS, "Content-Type": "text/plain; charset=utf-8"})
    # Back to the page, so that loading it again repeats nothing.
    told = {"in": LANGUAGES.get(said.get("in", "")), "done": "speak" if said["act"] == "speak" else None}
    asked = urlencode({name: value for name, value in told.items() if value})
    here = f"/public/preferences/{token}" + (f"?{asked}" if asked else "")
    return Response("", status_code=303, headers={**_HEADERS, "Location": here})


see_preferences.is_page = miss_preferences.is_page = choose_preferences.is_page = True


def _does(link: Link, said: dict[str, str], now: datetime) -> None:
    act = said.get("act")
    if act in (None, "leave"):
        unasked.leave(link, now, at_once=act is None)
    elif act == "quiet":
        unasked.be_quiet(link, int(said["days"]) if said.get("days", "").isdecimal() else 0, now)
    elif act == "back":
        unasked.come_back(link, now)
    elif act == "speak" and (language := LANGUAGES.get(said.get("language", ""))):
        unasked.speak(link, language, now)
    else:
        raise Invalid("There is no such choice.")


def _said(request: Request) -> dict[str, str]:
    """The form's fields, each once; a body that is no form says nothing."""
    body = request.raw_body
    raw = (body.encode() if isinstance(body, str) else body)[:MOST].decode("utf-8", "replace")
    if "application/x-www-form-urlencoded" not in request.headers.get("content-type", ""):
        return {}
    return {name: values[0] for name, values in parse_qs(raw, max_num_fields=10).items()} if raw.isprintable() else {}


def _link(token: str, now: datetime) -> Link:
    correlate(request_id=bp.current_request.context.get("requestId"), route=f"{bp.current_request.method} preferences")
    try:
        return links.resolve(PURPOSE, token, now)
    except NotFound:
        count("LinkRefused")
        raise


def _accepted(request: Request) -> Language:
    """The language of a page that knows nobody: the browser's."""
    return "fr" if request.headers.get("accept-language", "fr").lower().startswith("fr") else "en"


_HEADERS: dict[str, str | list[str]] = {
    **visit.HEADERS,
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": page.POLICY,
    "X-Frame-Options": "DENY",
}


def _shown(link: Link, said: Mapping[str, str], now: datetime, refused: Invalid | None = None) -> Response:
    """The page as it stands, with every choice; above them that the last one was none. Raises NotFound."""
    held = unasked.see(link)
    language = LANGUAGES.get(said.get("in", ""), held.language)
    spoken = said.get("done") == "speak"
    html = page.preferences(held, language, now, unclear=refused is not None, spoken=spoken)
    return _page(html, edge.STATUS[refused.code] if refused else 200)


def _nothing(*, cut: bool) -> Response:
    logger.info("refused", extra={"code": NotFound.code})
    request = bp.current_request
    said: Mapping[str, str] = request.query_params or {}
    language = LANGUAGES.get(said.get("in", ""), _accepted(request))
    return _page(page.nothing(language, cut=cut), 404)


def _page(html: str, status: int) -> Response:
    """Whoever asks for the head alone, as scanners of mail do, gets what they would get with it."""
    body = "" if bp.current_request.method == "HEAD" else html
    return Response(body, status_code=status, headers={**_HEADERS})
