"""Reading an opened file: its own text where it has one, Textract's where it has not."""

from datetime import datetime
from typing import Any

from vivier.casework import arrivals
from vivier.casework.arrivals import Step
from vivier.casework.inspection import Inspected, Opened, ocr_key
from vivier.gateways import bedrock, files, textract, workflows
from vivier.intake import store as intakes
from vivier.intake.model import State, opened_prefix, quarantine_key
from vivier.kernel.errors import DocumentRejected, NotFound, Unavailable
from vivier.kernel.ids import sort_key
from vivier.kernel.observability import count, logger
from vivier.kernel.settings import settings
from vivier.resumes.model import Box, PageLink, PageSize, Reading, TextSource
from vivier.resumes.opening import Block
from vivier.resumes.refinement import TASK, Answer
from vivier.resumes.service import read_blocks
from vivier.storage.transaction import Transaction, until_settled

READ_WHOLE = {"pdf", "tiff"}  # what Textract takes as one document of several pages


def read(inspected: Inspected, now: datetime) -> Step:
    """From an inspected file to a recorded person, or to a human, or to Textract when several pages have no text."""
    workspace, intake_id = inspected.workspace, inspected.intake_id
    intake = intakes.load(workspace, intake_id).read()
    if intake.finished:
        key = intake.message_key if intake.state == State.recorded else None
        return Step(next="acknowledge" if key else "done", workspace=workspace, intake_id=intake_id, message_key=key)
    if inspected.refused:
        return arrivals.fail(workspace, intake_id, inspected.refused, inspected.detail, now)
    opened = load_opened(workspace, intake_id)
    if len(opened.unread) > 1 and opened.kind in READ_WHOLE and not intake.job_id and "clamped" not in opened.flags:
        return Step(next="recognise", workspace=workspace, intake_id=intake_id)
    try:
        recognised = _recognise(workspace, intake_id, opened, intake.job_id)
    except DocumentRejected as rejected:
        return arrivals.fail(workspace, intake_id, "unreadable", rejected.message, now, opened.page_count)
    reading = _read_blocks(opened, recognised)
    problem = _problem(reading, recognised or opened.blocks)
    anything = intake.accept_anything or intake.for_candidate
    if problem and not (anything and problem == "not_a_cv"):
        return arrivals.fail(workspace, intake_id, problem, None, now, opened.page_count)
    return arrivals.record(workspace, intake_id, opened, reading, now)


def load_opened(workspace: str, intake_id: str) -> Opened:
    """Raises NotFound when the file was never opened."""
    return Opened.model_validate_json(files.read(f"{opened_prefix(workspace, intake_id)}/opened.json"))


def _recognise(workspace: str, intake_id: str, opened: Opened, job_id: str | None) -> list[Block]:
    """The Blocks of the pages that have no text of their own."""
    reader = textract.TextractReader()
    if not opened.unread:
        return []
    if job_id:
        wanted = set(opened.unread)
        return [b for b in reader.fetch(job_id) if b.get("Page", 1) in wanted]
    found: list[Block] = []
    for number in opened.unread:
        try:
            image = files.read(ocr_key(opened_prefix(workspace, intake_id), number))
        except NotFound:
            continue
        found += [b | {"Page": number} for b in reader.analyze(image)]
    return found


def _read_blocks(opened: Opened, recognised: list[Block]) -> Reading:
    sizes = [
        PageSize(
            number=p.number,
            width=p.width,
            height=p.height,
            source=TextSource.NATIVE if p.native else TextSource.TEXTRACT,
        )
        for p in opened.pages
    ]
    links = [PageLink.model_validate(link.model_dump()) for link in opened.links]
    portraits = [Box.model_validate(box.model_dump()) for box in opened.portraits]
    ask = second_opinion if settings().refine_model else None
    return read_blocks([*opened.blocks, *recognised], links=links, pages=sizes, portraits=portraits, ask=ask)


def second_opinion(lines: str) -> dict[str, Any] | None:
    """What the model of the settings makes of numbered lines; what it cost is logged. None when it gave nothing."""
    config = settings()
    try:
        answered = bedrock.ask(config.refine_model, TASK, lines, Answer.model_json_schema())
    except Unavailable as gone:
        logger.warning("no second opinion", extra={"code": gone.details.get("code")})
        return None
    cost = answered.dollars(config.refine_input_price, config.refine_output_price)
    spent = {"input_tokens": answered.input_tokens, "output_tokens": answered.output_tokens, "dollars": cost}
    logger.info("second opinion", extra=spent)
    count("RefinementTokens", answered.input_tokens + answered.output_tokens)
    return answered.given


def _problem(reading: Reading, blocks: list[Block]) -> str | None:
    """Why a human has to look before anyone is recorded."""
    if not any(b.get("BlockType") == "WORD" for b in blocks):
        return "no_text"
    return "not_a_cv" if reading.is_cv < arrivals.NOT_A_CV else None


def start_recognition(workspace: str, intake_id: str, token: str, now: datetime) -> None:
    """Hands a scan of several pages to Textract; its completion notice lets the state machine go on.

    The request token makes Textract give the same job back when this step runs twice.
    """
    intake = intakes.load(workspace, intake_id).read()
    config = settings()
    job_id = textract.TextractReader().start(
        config.files,
        quarantine_key(workspace, intake_id),
        job_tag=f"{workspace}:{intake_id}",
        client_request_token=f"{sort_key(intake_id)}-{intake.attempt}",
        topic_arn=config.textract_topic,
        role_arn=config.textract_role,
    )

    def attempt() -> None:
        row = intakes.load(workspace, intake_id)
        waiting = row.read().model_copy(
            update={
                "state": State.reading,
                "step": "recognise",
                "job_id": job_id,
                "task_token": token,
                "updated_at": now,
            }
        )
        transaction = Transaction()
        intakes.save(transaction, workspace, row, waiting)
        transaction.commit()

    until_settled(attempt)


def recognition_ended(job_tag: str, status: str) -> bool:
    """Textract's notice (SNS): lets the waiting step go on. False when nothing waits for it (any more)."""
    workspace, _, intake_id = job_tag.partition(":")
    try:
        intake = intakes.load(workspace, intake_id).read()
    except NotFound:
        logger.warning("notice for an unknown file", extra={"intake_id": intake_id})
        return False
    if intake.finished or not intake.task_token:
        return False
    return workflows.task_done(intake.task_token, {"status": status})
