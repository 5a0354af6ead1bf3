"""Asynchronous jobs: read in the background, kept in a folder where there is one, told to the SNS topic."""

import json
import logging
import threading
import time
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError
from pydantic import BaseModel

from vivier_local.textract.faults import Refusal, no_job
from vivier_local.textract.protocol import StartAnalysis, StartDetection

logger = logging.getLogger(__name__)


class Job(BaseModel):
    """`request` as it came; `blocks` when it has succeeded."""

    job_id: str
    api: str
    request: dict[str, Any]
    status: str = "IN_PROGRESS"
    message: str | None = None
    pages: int = 0
    blocks: list[dict[str, Any]] = []

    def start(self) -> StartDetection:
        return (StartAnalysis if self.api == "StartDocumentAnalysis" else StartDetection).model_validate(self.request)


class Jobs:
    """All jobs of one stand-in. `read(job)` gives (blocks, pages); `publish(topic, message)` tells of the end.

    With a `folder` jobs outlive a restart: a finished one can still be fetched, an unfinished one is read again.
    """

    def __init__(
        self,
        read: Callable[[Job], tuple[list[dict[str, Any]], int]],
        publish: Callable[[str, str], None],
        folder: Path | None = None,
    ) -> None:
        self._read = read
        self._publish = publish
        self._folder = folder
        self._jobs: dict[str, Job] = {}
        self._lock = threading.Lock()
        self._workers = ThreadPoolExecutor(max_workers=2, thread_name_prefix="textract")
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
            self._take_up(folder)

    def _take_up(self, folder: Path) -> None:
        for path in sorted(folder.glob("*.json")):
            job = Job.model_validate_json(path.read_bytes())
            self._jobs[job.job_id] = job
            if job.status == "IN_PROGRESS":
                self._workers.submit(self._run, job.job_id)

    def start(self, api: str, request: StartDetection) -> str:
        """The job's id; the same one for a ClientRequestToken seen before with the same request."""
        wire = request.model_dump(mode="json", by_alias=True, exclude_none=True)
        with self._lock:
            token = request.client_request_token
            before = next((job for job in self._jobs.values() if token and _token(job) == token), None)
            if before is not None:
                if (before.api, before.request) != (api, wire):
                    raise Refusal("IdempotentParameterMismatchException", "The token was used with other parameters")
                return before.job_id
            # The service's ids have 64 characters, too.
            job = Job(job_id=uuid.uuid4().hex + uuid.uuid4().hex, api=api, request=wire)
            self._keep(job)
        self._workers.submit(self._run, job.job_id)
        return job.job_id

    def get(self, api: str, job_id: str) -> Job:
        """Raises InvalidJobIdException, also for a job of the other kind."""
        with self._lock:
            job = self._jobs.get(job_id)
        if job is None or job.api != api:
            raise no_job()
        return job

    def close(self) -> None:
        self._workers.shutdown(wait=True, cancel_futures=True)

    def _keep(self, job: Job) -> None:
        self._jobs[job.job_id] = job
        if self._folder is not None:
            path = self._folder / f"{job.job_id}.json"
            partial = path.with_suffix(".part")
            partial.write_text(job.model_dump_json(), encoding="utf-8")
            partial.replace(path)

    def _run(self, job_id: str) -> None:
        job = self._jobs[job_id]
        try:
            blocks, pages = self._read(job)
            done = job.model_copy(update={"status": "SUCCEEDED", "blocks": blocks, "pages": pages})
        except Refusal as refusal:
            done = job.model_copy(update={"status": "FAILED", "message": refusal.message})
        except Exception:
            # The edge of a thread: the job must end, whatever broke.
            logger.exception("job broke")
            done = job.model_copy(update={"status": "FAILED", "message": "INTERNAL_ERROR"})
        with self._lock:
            self._keep(done)
        self._tell(done)

    def _tell(self, job: Job) -> None:
        request = job.start()
        if request.notification_channel is None:
            return
        place = request.document_location.s3_object
        message = {
            "JobId": job.job_id,
            "Status": job.status,
            "API": job.api,
            "Timestamp": int(time.time() * 1000),
            "DocumentLocation": {"S3ObjectName": place.name, "S3Bucket": place.bucket},
        }
        if request.job_tag is not None:
            message["JobTag"] = request.job_tag
        try:
            self._publish(request.notification_channel.topic, json.dumps(message))
        except (BotoCoreError, ClientError):
            # The service too gives up on a topic that it may not publish to.
            logger.exception("notice not published")


def _token(job: Job) -> str | None:
    token = job.request.get("ClientRequestToken")
    return token if isinstance(token, str) else None
