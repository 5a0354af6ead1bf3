"""Invented people's CVs, dropped into the real pipeline. Only where settings allow it: never on AWS."""

from datetime import datetime
from pathlib import Path

from vivier.casework import uploads
from vivier.gateways import files
from vivier.intake.model import Announcement, Described, quarantine_key
from vivier.kernel.actor import Actor
from vivier.kernel.errors import NotFound
from vivier.kernel.ids import new_id
from vivier.kernel.settings import settings

CVS = Path(__file__).parent / "demo_cvs"
TYPES = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".png": "image/png",
    ".jpg": "image/jpeg",
}


def drop(actor: Actor, now: datetime) -> str:
    """Announces and stores every CV of the demo; returns the batch. Raises NotFound where the demo is off."""
    if not settings().demo:
        raise NotFound("There is no demo here.")
    batch = new_id("demo", now)
    cvs = sorted(p for p in CVS.iterdir() if p.suffix in TYPES)
    wanted = Announcement(
        relation="applied",
        batch=batch,
        source="demo",
        files=[
            Described(client_key=f"demo-{n}", name=p.name, size=p.stat().st_size, content_type=TYPES[p.suffix])
            for n, p in enumerate(cvs)
        ],
    )
    for upload, path in zip(uploads.announce(actor, wanted, now), cvs, strict=True):
        if upload.intake_id:
            files.write(quarantine_key(actor.workspace, upload.intake_id), path.read_bytes(), TYPES[path.suffix])
    return batch
