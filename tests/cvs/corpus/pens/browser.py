"""Prints HTML to PDF with Chromium, as people do from web pages and online builders."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

_held: list[Browser] = []


@contextmanager
def printing() -> Iterator[None]:
    """Within, one browser serves every page; it starts with the first."""
    with sync_playwright() as driver:
        _held[:] = []
        _driver.append(driver)
        try:
            yield
        finally:
            for browser in _held:
                browser.close()
            _held.clear()
            _driver.clear()


_driver: list[object] = []


def to_pdf(html: str, path: Path, margin: str = "12mm") -> None:
    if not _held:
        _held.append(_start())
    page = _held[0].new_page()
    try:
        page.set_content(html)
        page.pdf(
            path=str(path),
            format="A4",
            print_background=True,
            margin={"top": margin, "bottom": margin, "left": margin, "right": margin},
        )
    finally:
        page.close()


def _start() -> Browser:
    if not _driver:
        raise RuntimeError("pages are printed within `printing()`")
    driver = _driver[0]
    path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    browser: Browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox"])  # type: ignore[attr-defined]
    return browser
