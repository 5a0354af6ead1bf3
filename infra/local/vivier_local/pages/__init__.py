"""The local pages' own files: plain HTML, one style sheet, small scripts. They never ship."""

import mimetypes
from pathlib import Path

from vivier_local.asgi import Answer, Request, error_answer, page_answer

FOLDER = Path(__file__).parent
PUBLIC = frozenset({".css", ".js", ".svg"})


def page(name: str) -> Answer:
    return page_answer((FOLDER / name).read_text(encoding="utf-8"))


def asset(request: Request) -> Answer:
    """/_local/pages/<name>."""
    path = FOLDER / request.path.rpartition("/")[2]
    if path.suffix not in PUBLIC or not path.is_file():
        return error_answer(404, "NotFound", "no such file")
    kind = mimetypes.guess_type(path.name)[0] or "text/plain"
    headers = {"content-type": f"{kind}; charset=utf-8", "cache-control": "no-cache"}
    return Answer(headers=headers, body=path.read_bytes())
