"""A running instance's API, as the commands use it."""

import mimetypes
import secrets
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal, Self

import httpx
from pydantic import BaseModel, ConfigDict

from vivier_local import personas, signin

DONE = frozenset({"recorded", "acknowledged"})
FAILED = frozenset({"failed", "discarded", "refused"})
AT_ONCE = 50
POLL = 0.25


class Refused(Exception):
    """The API said no; the message is its own."""


class NotRunning(Exception):
    """Nothing answers at that address."""

    def __init__(self, url: str) -> None:
        super().__init__(f"nothing answers at {url}: start an instance with `vivier run`, or name one with --url")


class CutOff(Exception):
    """It answered before, and no longer does."""

    def __init__(self, url: str) -> None:
        super().__init__(f"{url} stopped answering; files it had taken are kept, and read on when it runs again")


class Uploaded(BaseModel):
    """What became of one file. `seconds`: from the first byte sent to the end of its reading."""

    file: str
    status: str
    candidate_id: str | None = None
    seconds: float | None = None
    reason: str | None = None

    @property
    def failed(self) -> bool:
        return self.status not in DONE


class Ticket(BaseModel):
    """Leave to upload one file: a presigned POST, or why not."""

    model_config = ConfigDict(extra="ignore")

    intake_id: str | None = None
    client_key: str
    url: str | None = None
    fields: dict[str, str] = {}
    refused: dict[str, Any] | None = None


class Intake(BaseModel):
    """Where one file stands."""

    model_config = ConfigDict(extra="ignore")

    id: str
    state: str
    candidate_id: str | None = None
    reason: str | None = None
    seconds: float | None = None


class Client:
    """Signs in as a persona at the first call that needs it; to be closed. Raises NotRunning, CutOff and Refused."""

    def __init__(self, url: str, persona: str = "recruiter") -> None:
        self._url = url.rstrip("/")
        self._http = httpx.Client(base_url=self._url, timeout=60)
        self._persona = personas.find(persona)
        self._token: str | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    def token(self) -> str:
        if self._token is None:
            with _answering(self._url):
                self._token = signin.sign_in(self._http, self._persona).access_token
        return self._token

    def get(self, path: str, **query: str | int | None) -> Any:
        present = {name: value for name, value in query.items() if value is not None}
        return self._call("GET", path, params=present)

    def post(self, path: str, body: dict[str, Any], *, version: int | None = None) -> Any:
        """`version`: the one that an act is done on."""
        headers = {"Idempotency-Key": secrets.token_hex(16)} | (
            {"If-Match": f'"{version}"'} if version is not None else {}
        )
        return self._call("POST", path, json=body, headers=headers)

    def pages(self, path: str, key: str, limit: int, **query: str | None) -> Iterator[dict[str, Any]]:
        """Follows cursors until `limit` entries of `key` were given."""
        cursor: str | None = None
        given = 0
        while given < limit:
            page = self.get(path, cursor=cursor, **query)
            for entry in page[key][: limit - given]:
                yield entry
                given += 1
            cursor = page.get("cursor")
            if not cursor:
                return

    def mails(self, to: str | None) -> list[dict[str, Any]]:
        """The mailbox of a local instance needs no sign-in."""
        with _answering(self._url):
            answer = self._http.get("/mailbox/api/messages", params={"to": to} if to else {})
        found: list[dict[str, Any]] = _checked(answer).json()["messages"]
        return found

    def _call(self, method: str, path: str, **options: Any) -> Any:
        headers = {"Authorization": f"Bearer {self.token()}", **options.pop("headers", {})}
        with _answering(self._url):
            answer = self._http.request(method, f"/api{path}", headers=headers, **options)
        return _checked(answer).json()

    def send(self, ticket: Ticket, file: Path) -> None:
        """The browser's form upload: the fields first, the file last."""
        url = ticket.url or ""
        with _answering(self._url):
            answer = self._http.post(url, data=ticket.fields, files={"file": (file.name, file.read_bytes())})
        if answer.status_code >= 300:
            raise Refused(f"the store refused {file.name} ({answer.status_code}): {answer.text[:200]}")


def upload(
    client: Client,
    files: list[Path],
    relation: Literal["applied", "found"],
    *,
    timeout: float,
    tell: Callable[[Uploaded], None],
    job: str | None = None,
) -> None:
    """Sends the files and waits for each; `tell` hears of each one once, when it is done. `timeout` is in seconds.

    `job`: id of the job at whose beginning these people stand from then on.
    """
    how: dict[str, Any] = {"relation": relation} | ({"job_id": job} if job else {})
    for start in range(0, len(files), AT_ONCE):
        _upload_batch(client, files[start : start + AT_ONCE], how, timeout, tell)


def _upload_batch(
    client: Client, files: list[Path], how: dict[str, Any], timeout: float, tell: Callable[[Uploaded], None]
) -> None:
    batch = f"cli-{secrets.token_hex(8)}"
    wanted = [
        {
            "client_key": str(number),
            "name": file.name,
            "size": file.stat().st_size,
            "content_type": mimetypes.guess_type(file.name)[0] or "application/octet-stream",
        }
        for number, file in enumerate(files)
    ]
    started = time.monotonic()
    answer = client.post("/uploads", {**how, "batch": batch, "files": wanted})
    waiting: dict[str, Path] = {}
    for ticket in map(Ticket.model_validate, answer["uploads"]):
        file = files[int(ticket.client_key)]
        reason = _sent(client, ticket, file)
        if reason is not None or ticket.intake_id is None:
            tell(Uploaded(file=str(file), status="refused", reason=reason))
        else:
            waiting[ticket.intake_id] = file
    while waiting and time.monotonic() - started < timeout:
        time.sleep(POLL)
        for intake in map(Intake.model_validate, client.pages("/uploads", "uploads", AT_ONCE, batch=batch)):
            if intake.id in waiting and intake.state in DONE | FAILED:
                tell(_outcome(waiting.pop(intake.id), intake, time.monotonic() - started))
    for file in waiting.values():
        tell(Uploaded(file=str(file), status="waiting", reason=f"not done after {timeout:.0f} s; it goes on"))


def _sent(client: Client, ticket: Ticket, file: Path) -> str | None:
    """None when the file went out, else why not."""
    if ticket.refused or not ticket.url:
        return str((ticket.refused or {}).get("reason", "refused"))
    try:
        client.send(ticket, file)
    except Refused as error:
        return str(error)
    return None


def _outcome(file: Path, intake: Intake, waited: float) -> Uploaded:
    return Uploaded(
        file=str(file),
        status=intake.state,
        candidate_id=intake.candidate_id,
        seconds=round(waited if intake.seconds is None else intake.seconds, 3),
        reason=intake.reason,
    )


class _answering:  # noqa: N801 - reads as a phrase where it is used
    """Turns a connection that fails into NotRunning or, on the way, CutOff."""

    def __init__(self, url: str) -> None:
        self._url = url

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, httpx.ConnectError):
            raise NotRunning(self._url) from error
        if isinstance(error, httpx.TransportError):
            raise CutOff(self._url) from error


def _checked(answer: httpx.Response) -> httpx.Response:
    if answer.status_code < 400:
        return answer
    try:
        body = answer.json()
        message = f"{body['Code']}: {body['Message']}"
    except (ValueError, KeyError, TypeError):
        message = f"{answer.status_code} {answer.reason_phrase}"
    raise Refused(message)
