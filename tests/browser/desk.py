"""What a recruiter does, in words that the tests share."""

import json
import re
import urllib.request
import uuid
from collections.abc import Callable
from mimetypes import guess_type
from pathlib import Path
from typing import Any

from playwright.sync_api import FilePayload, Locator, Page, Request, expect

ROOT = Path(__file__).parents[2]
CVS = ROOT / "tests" / "cvs"
DEMO = ROOT / "functions" / "api" / "demo_cvs"
AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
WORDS = ROOT / "web" / "src" / "i18n" / "en"
FOUND = "We found them"
READ_WITHIN = 90_000  # milliseconds; scans go through Tesseract on two cores
PATIENCE = 60_000  # milliseconds for what prepares a test, of which nobody judges how long it takes

PERSONAS = {
    "admin": "Claire Vasseur",
    "admin-en": "Oliver Grantham",
    "recruiter": "Hélène Carpentier",
    "recruiter-en": "Hannah Whitlock",
    "manager-en": "Priya Raman",
}


class Desk:
    """A page of one persona, in that persona's language."""

    def __init__(self, page: Page, origin: str) -> None:
        self.page, self.origin = page, origin
        self.errors: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        self._signed = ""
        page.on("request", self._remember)

    def _remember(self, request: Request) -> None:
        self._signed = request.headers.get("authorization") or self._signed

    def api(self, method: str, path: str, body: Any = None) -> Any:
        """What the screens could ask as well, where a test needs many people and no clicks."""
        headers = {"authorization": self._signed, "idempotency-key": str(uuid.uuid4())}
        answer = self.page.request.fetch(
            f"{self.origin}/api{path}", method=method, headers=headers, data=body, timeout=PATIENCE
        )
        assert answer.ok, f"{method} {path}: {answer.status} {answer.text()}"
        return answer.json()

    def sign_in(self, persona: str, path: str, kept: dict[str, str]) -> None:
        """By the door, as a person does once; what the tab keeps of it (`kept`, by persona) opens the next ones, as
        after a reload.
        """
        if stored := kept.get(persona):
            self.page.goto("/api/health")  # something light of the same origin
            self.page.evaluate(
                "all => Object.entries(JSON.parse(all)).forEach(([k, v]) => sessionStorage[k] = v)", stored
            )
            self.page.goto(path)
        else:
            self._come_in(persona, path)
            kept[persona] = self.page.evaluate("JSON.stringify(sessionStorage)")
        expect(self.page.get_by_role("heading", level=1)).to_be_visible()

    def _come_in(self, persona: str, path: str) -> None:
        self.page.goto(path)
        self.page.get_by_role("button", name="persona").or_(self.page.get_by_role("button", name="personnage")).click()
        self.page.get_by_role("button").filter(has_text=PERSONAS[persona]).click()
        self.page.wait_for_url(f"**{path}")
        expect(self.page.get_by_role("navigation").first).to_be_visible()

    def drop(self, *files: Path | tuple[str, str], relation: str = "They applied") -> None:
        """Drops files (a path, or a name and its text) and waits until each is read or failed."""
        self.page.goto("/drop")
        given = [stored(f) if isinstance(f, Path) else typed(*f) for f in files]
        with self.page.expect_file_chooser() as chooser:
            self.page.get_by_role("button", name="choose them").click()
        chooser.value.set_files(given)
        self.page.get_by_label(relation).check()
        self.page.get_by_role("button", name="Read ").click()
        expect(self.page.get_by_text("All done")).to_be_visible(timeout=READ_WITHIN)

    def open_person(self, name: str) -> None:
        self.page.goto("/people")
        self.page.get_by_role("link", name=name, exact=True).first.click()
        expect(self.page.get_by_role("heading", level=1, name=name)).to_be_visible()

    def toast(self, text: str) -> Locator:
        shown = self.page.locator(".toast").filter(has_text=text)
        expect(shown).to_be_visible()
        return shown

    def axe(self) -> list[str]:
        """Each violation in a line; the frame of a mail, which runs nothing, is left out."""
        self.page.evaluate("document.fonts.ready")
        self.page.evaluate(AXE.read_text())
        found = self.page.evaluate("async () => (await axe.run({ exclude: ['iframe'] })).violations")
        return [f"{v['id']}: {', '.join(str(n['target']) for n in v['nodes'][:4])}" for v in found]

    def unsaid(self) -> list[str]:
        """Keys of words that stand on the screen because their words are not there."""
        spaces = {name for file in WORDS.glob("*.ts") for name in re.findall(r"^  (\w+): \{", file.read_text(), re.M)}
        shown = re.sub(r"\{\{.*?\}\}", "", self.page.evaluate("document.body.innerText"))  # merge fields are words
        keys = re.findall(r"(?<![\w.-])[a-z]+\.[A-Za-z_]+(?![\w.-])", shown)
        return [key for key in keys if key.partition(".")[0] in spaces]

    def too_wide(self) -> int:
        return int(self.page.evaluate("document.documentElement.scrollWidth - innerWidth"))

    def mailbox(self) -> list[dict[str, Any]]:
        """What left, as the local mailbox keeps it."""
        with urllib.request.urlopen(f"{self.origin}/mailbox/api/messages") as answer:
            return list(json.load(answer)["messages"])


def stored(path: Path) -> FilePayload:
    media = guess_type(path.name)[0] or "application/octet-stream"
    return FilePayload(name=path.name, mimeType=media, buffer=path.read_bytes())


def typed(name: str, text: str) -> FilePayload:
    return FilePayload(name=name, mimeType="text/plain", buffer=text.encode())


def cv(name: str, email: str, phone: str, *, title: str = "Marine mechanic", employer: str = "Tideline Works") -> str:
    """A plain CV of an invented person."""
    return (
        f"{name}\n{title}\n\n{email}\n{phone}\nBristol, United Kingdom\n\n"
        f"EXPERIENCE\n{title}, {employer}\nMarch 2019 - present\nOverhaul of diesel engines, sea trials.\n\n"
        "EDUCATION\nBTEC Marine Engineering, City of Bristol College, 2016\n\n"
        "SKILLS\nDiesel engines, Hydraulics, Welding, Sea trials\n\nLANGUAGES\nEnglish (native), French (B1)\n"
    )


Visit = Callable[..., Desk]  # opens a page as somebody who is not signed in: the fixture `visit`
