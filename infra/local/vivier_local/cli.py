"""The `vivier` command."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

import typer
from rich.console import Console
from rich.table import Table

from vivier_local import personas, waiting
from vivier_local.client import Client, CutOff, NotRunning, Refused, Uploaded, upload
from vivier_local.signin import SignInFailed

T = TypeVar("T")
TIMES = frozenset({"at", "created_at"})
WIDE = 200
LOCAL = "http://localhost:8000"
app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    help="Vivier on this machine: run it, and talk to a running instance.\n\n"
    "Every command but `run` and `read-cv` speaks to `--url` (or VIVIER_URL), the local instance by default, and with "
    "`--json` prints one JSON object a line.",
)
out = Console()
err = Console(stderr=True)

Url = Annotated[str, typer.Option("--url", envvar="VIVIER_URL", help="Address of the running instance.")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line, for scripts.")]
As = Annotated[str, typer.Option("--as", metavar="PERSONA", help=", ".join(each.key for each in personas.PERSONAS))]
Limit = Annotated[int, typer.Option("--limit", min=1, help="At most so many.")]


@app.command(epilog="Examples: `vivier run` · `vivier run --port 8010 --home /var/tmp/second` · `vivier run --demo`")
def run(
    port: Annotated[int, typer.Option(help="Port of the one address that everything stands at.")] = 8000,
    smtp_port: Annotated[int, typer.Option(help="Port that mail comes in by; 0 takes one that is free.")] = 0,
    home: Annotated[Path, typer.Option(help="Folder that keeps everything between runs.")] = Path(".vivier"),
    demo: Annotated[bool, typer.Option("--demo", help="Send invented people's CVs through, once it is up.")] = False,
) -> None:
    """Start Vivier on this machine: web, API, mailbox, sign-in. Ctrl-C saves and stops."""
    from vivier_local import running

    raise typer.Exit(running.run(port=port, smtp_port=smtp_port, home=home, demo=demo, console=out))


@app.command(epilog='Example: `curl -H "Authorization: Bearer $(vivier token --as recruiter)" localhost:8000/api/me`')
def token(as_: As = "recruiter", url: Url = LOCAL, as_json: AsJson = False) -> None:
    """Print an access token, obtained through the hosted sign-in like the web client's."""
    value = _talk(url, as_, Client.token)
    typer.echo(json.dumps({"persona": as_, "token": value}) if as_json else value)


@app.command(
    "upload",
    epilog="Examples: `vivier upload --applied cv.pdf` · `vivier upload --found --json cvs/*.pdf`. "
    "The exit code is 1 when a file failed.",
)
def upload_files(
    files: Annotated[list[Path], typer.Argument(exists=True, dir_okay=False, help="CVs, of any kind.")],
    applied: Annotated[bool, typer.Option("--applied", help="These people applied: each is answered by mail.")] = False,
    found: Annotated[bool, typer.Option("--found", help="These people were found: no mail, notice due.")] = False,
    job: Annotated[str | None, typer.Option(help="Id of the job that these people stand in from then on.")] = None,
    timeout: Annotated[float, typer.Option(help="Seconds to wait for a batch of 50.")] = 300,
    as_: As = "recruiter",
    url: Url = LOCAL,
    as_json: AsJson = False,
) -> None:
    """Send CVs and wait until each is a candidate, or failed with a reason."""
    if applied == found:
        raise typer.BadParameter("say whether these people --applied or were --found")
    outcomes: list[Uploaded] = []

    def tell(outcome: Uploaded) -> None:
        outcomes.append(outcome)
        if as_json:
            typer.echo(outcome.model_dump_json())
        else:
            mark = "[red]failed[/]" if outcome.failed else "[green]read[/]"
            details = [outcome.status, outcome.candidate_id or "", outcome.reason or ""]
            seconds = f"{outcome.seconds:6.2f} s" if outcome.seconds is not None else ""
            out.print(f"{mark} {outcome.file} {seconds} {' '.join(filter(None, details))}", soft_wrap=True)

    relation: Literal["applied", "found"] = "applied" if applied else "found"
    _talk(url, as_, lambda client: upload(client, files, relation, timeout=timeout, tell=tell, job=job))
    raise typer.Exit(1 if any(outcome.failed for outcome in outcomes) else 0)


@app.command(epilog="Examples: `vivier candidates` · `vivier candidates --q dupont --json`")
def candidates(
    q: Annotated[str | None, typer.Option(help="Start of a name, an e-mail or a phone number.")] = None,
    relation: Annotated[str | None, typer.Option(help="applied or found.")] = None,
    limit: Limit = 50,
    as_: As = "recruiter",
    url: Url = LOCAL,
    as_json: AsJson = False,
) -> None:
    """List people, newest first."""
    rows = _talk(
        url, as_, lambda client: list(client.pages("/candidates", "candidates", limit, q=q, relation=relation))
    )
    _show(rows, ("id", "name", "headline", "email", "created_at"), as_json)


@app.command(epilog="Examples: `vivier mailbox` · `vivier mailbox --to jane@example.org --json`")
def mailbox(
    to: Annotated[str | None, typer.Option(help="Only mails to this address.")] = None,
    limit: Limit = 50,
    url: Url = LOCAL,
    as_json: AsJson = False,
) -> None:
    """List what was sent, newest first, with what became of it."""
    rows = _talk(url, "recruiter", lambda client: client.mails(to))[:limit]
    _show(rows, ("at", "to", "subject", "events"), as_json)


@app.command(epilog="Examples: `vivier review` · `vivier review --kind failed --json`")
def review(
    kind: Annotated[str | None, typer.Option(help=f"{', '.join(waiting.KINDS[:-1])} or {waiting.KINDS[-1]}.")] = None,
    limit: Limit = 50,
    as_: As = "recruiter",
    url: Url = LOCAL,
    as_json: AsJson = False,
) -> None:
    """List what waits for a person and why: files, doubtful readings, likely duplicates, newer CVs, mails."""

    def listed(client: Client) -> list[dict[str, Any]]:
        kinds = [kind] if kind else waiting.KINDS
        return [row for each in kinds for row in client.pages("/review", "items", limit, kind=each)][:limit]

    rows = [waiting.flat(row) for row in _talk(url, as_, listed)]
    _show(rows, ("kind", "at", "who", "reason", "id"), as_json)


@app.command("recount", epilog="Examples: `vivier recount` · `vivier recount --job job_01... --json`")
def recount_boards(
    job: Annotated[str | None, typer.Option(help="Id of one job; every job without it.")] = None,
    as_: As = "recruiter",
    url: Url = LOCAL,
    as_json: AsJson = False,
) -> None:
    """Count every board again from what happened to each person. The exit code is 1 when a count is wrong or could not
    be told, because people moved at every try.
    """
    from vivier_local.recount import recount

    found = _talk(url, as_, lambda client: list(recount(client, job)))
    _show(
        [c.model_dump() | {"right": c.right} for c in found],
        ("job", "stage", "counted", "cards", "differences", "right", "moving"),
        as_json,
    )
    raise typer.Exit(int(not all(c.right for c in found)))


@app.command(
    epilog="Examples: `vivier corrections --json > corrections.jsonl` · `vivier corrections --folder corrected`, "
    'then `make bench-cv ARGS="--folder corrected"`'
)
def corrections(
    from_file: Annotated[
        Path | None, typer.Option("--from", exists=True, dir_okay=False, help="A file downloaded before, not --url.")
    ] = None,
    folder: Annotated[Path | None, typer.Option(help="Make CVs with their truth of them, for the yardstick.")] = None,
    as_: As = "admin",
    url: Url = LOCAL,
    as_json: AsJson = False,
) -> None:
    """Take out the corrections of readings that are kept as material, names masked; the audit notes it."""
    from vivier_local import corrected

    if from_file:
        lines = from_file.read_text(encoding="utf-8").splitlines()
        documents = [json.loads(line) for line in lines if line.strip()]
    else:
        documents = _talk(url, as_, lambda client: list(corrected.take_out(client)))
    if folder:
        written = corrected.as_folder(documents, folder)
        out.print(f"{written} of {len(documents)} documents in {folder}: the others have no lines, or nothing scored")
        return
    rows = [d | {"fields": sorted({c["field"] for c in d["corrections"]})} for d in documents]
    _show(documents if as_json else rows, ("id", "format", "language", "layout", "reader", "fields"), as_json)


@app.command("read-cv", epilog="Example: `vivier read-cv cvs/*.pdf --out readings`")
def read_cv(
    files: Annotated[list[Path], typer.Argument(exists=True, dir_okay=False, help="CVs, of any kind.")],
    out_folder: Annotated[Path, typer.Option("--out", help="Folder for one JSON per file, named by its stem.")],
    refine: Annotated[str | None, typer.Option(help="Bedrock model asked for a second opinion (your account).")] = None,
    prices: Annotated[tuple[float, float], typer.Option(help="Its dollars for a million tokens in and out.")] = (0, 0),
    as_json: AsJson = False,
) -> None:
    """Read CVs without an instance: the product's own reader, one JSON a file. The exit code is 1 when one failed."""
    from vivier_local.read_cv import SecondOpinion, read_cv_files

    failed = False
    opinion = SecondOpinion(refine, *prices) if refine else None
    for result in read_cv_files(files, out_folder, opinion):
        failed = failed or result.output is None
        if as_json:
            typer.echo(result.model_dump_json())
        else:
            mark = "[green]read[/]" if result.output else "[red]failed[/]"
            cost = f"{result.tokens} tokens, ${result.dollars:.5f}" if opinion else ""
            rest = [str(result.output or ""), result.reason or "", result.detail or "", cost]
            out.print(f"{mark} {result.file} {result.seconds:6.2f} s {' '.join(filter(None, rest))}", soft_wrap=True)
    raise typer.Exit(int(failed))


def _talk(url: str, persona: str, call: Callable[[Client], T]) -> T:
    """What can go wrong when talking to an instance, in one line and exit code 2."""
    try:
        with Client(url, persona) as client:
            return call(client)
    except (NotRunning, CutOff, Refused, SignInFailed, personas.PersonaUnknown) as error:
        err.print(str(error), style="red", markup=False, soft_wrap=True)
        raise typer.Exit(2) from error


def _show(rows: list[dict[str, Any]], columns: tuple[str, ...], as_json: bool) -> None:
    if as_json:
        for row in rows:
            typer.echo(json.dumps(row, ensure_ascii=False))
        return
    table = Table(box=None, pad_edge=False)
    for column in columns:
        table.add_column(column, no_wrap=True, min_width=30 if column == "id" else None)
    for row in rows:
        table.add_row(*(_text(row.get(column))[: 19 if column in TIMES else None] for column in columns))
    (out if out.is_terminal else Console(width=WIDE)).print(table)
    if not rows and sys.stdout.isatty():
        out.print("nothing", style="dim")


def _text(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)
