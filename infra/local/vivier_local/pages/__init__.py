"""The local pages' own files: plain HTML, one style sheet, small scripts. They never ship."""

import mimetypes
from pathlib import Path

from vivier_local.asgi import Answer, Request, error_answer, page_answer

FOLDER = Path(__file__).parent
FONTS = FOLDER.parents[3] / "web" / "node_modules" / "@fontsource-variable"
PUBLIC = frozenset({".css", ".js", ".svg"})


def page(name: str) -> Answer:
    return page_answer((FOLDER / name).read_text(encoding="utf-8"))


def asset(request: Request) -> Answer:
    """/_local/pages/<name>."""
    name = request.path.rpartition("/")[2]
    if name.endswith(".woff2"):
        return _font(name.removesuffix(".woff2"))
    path = FOLDER / name
    if path.suffix not in PUBLIC or not path.is_file():
        return error_answer(404, "NotFound", "no such file")
    kind = mimetypes.guess_type(path.name)[0] or "text/plain"
    headers = {"content-type": f"{kind}; charset=utf-8", "cache-control": "no-cache"}
    return Answer(headers=headers, body=path.read_bytes())


def _font(name: str) -> Answer:
    """The web client's own fonts, once it is installed; the pages do without until then."""
    path = FONTS / name / "files" / f"{name}-latin-wght-normal.woff2"
    if name not in ("hanken-grotesk", "newsreader") or not path.is_file():
        return error_answer(404, "NotFound", "no such font")
    return Answer(headers={"content-type": "font/woff2", "cache-control": "max-age=86400"}, body=path.read_bytes())
