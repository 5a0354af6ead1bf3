"""The web client's files as CloudFront gives them."""

from pathlib import Path

import pytest

from vivier_local.asgi import Answer, Request
from vivier_local.site import Site


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text("<!doctype html>")
    (tmp_path / "assets" / "app-1a2b.js").write_text("1")
    return tmp_path


def _get(folder: Path, path: str, method: str = "GET") -> Answer:
    return Site(folder).answer(Request(method=method, path=path, query={}, headers={}, body=b""))


@pytest.mark.parametrize("path", ["/", "/people", "/people/can_01/documents"])
def test_a_route_of_the_client_is_answered_with_its_page(dist: Path, path: str) -> None:
    answer = _get(dist, path)

    assert (answer.status, answer.body) == (200, b"<!doctype html>")
    assert answer.headers["cache-control"] == "no-cache"
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_a_hashed_file_is_kept_for_ever(dist: Path) -> None:
    answer = _get(dist, "/assets/app-1a2b.js")

    assert answer.headers["cache-control"].endswith("immutable")
    assert answer.headers["content-type"].startswith("text/javascript")


@pytest.mark.parametrize("path", ["/assets/gone.js", "/favicon.ico", "/../secret.txt", "/%2e%2e/secret.txt"])
def test_a_file_that_is_not_there_is_a_404(dist: Path, path: str) -> None:
    (dist.parent / "secret.txt").write_text("secret")

    assert _get(dist, path).status == 404


def test_a_client_that_is_not_built_says_how(tmp_path: Path) -> None:
    answer = _get(tmp_path / "none", "/")

    assert answer.status == 503
    assert b"npm run build" in answer.body


def test_a_part_is_opened_with_its_slash_so_that_its_own_files_are_found(dist: Path) -> None:
    docs = Site(dist, "/docs")

    without, with_ = (
        docs.answer(Request(method="GET", path=path, query={}, headers={}, body=b"")) for path in ("/docs", "/docs/")
    )

    assert (without.status, without.headers["location"]) == (308, "/docs/")
    assert with_.body == b"<!doctype html>"
