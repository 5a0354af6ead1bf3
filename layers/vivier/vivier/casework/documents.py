"""Showing a document: its pages, the lines on them, and where the file can be fetched."""

from vivier.casework.stored import StoredReading, image_key
from vivier.gateways import files
from vivier.hiring import access
from vivier.kernel.actor import Actor
from vivier.kernel.model import Model
from vivier.people import store
from vivier.people.model import Document


class OpenedDocument(Model):
    """Links work for a minute; `images` by page number."""

    document: Document
    reading: StoredReading
    download_url: str
    images: dict[int, str]


def open_document(actor: Actor, candidate_id: str, document_id: str) -> OpenedDocument:
    """One Get and one object (for a hiring manager, two Queries more: who stands in their jobs); the document may be of
    a record merged into this one. Raises NotFound.
    """
    access.require_person(actor, candidate_id)
    document = store.belonging(store.DocumentItem, actor.workspace, candidate_id, document_id).read()
    reading = StoredReading.model_validate_json(files.read(f"{document.prefix}/reading.json"))
    images = {
        p.number: files.download_link(
            image_key(document.prefix, p.number, p.image_type), f"page-{p.number}", p.image_type, inline=True
        )
        for p in reading.pages
        if p.image_type
    }
    link = files.download_link(f"{document.prefix}/original", document.name, document.media_type)
    return OpenedDocument(document=document, reading=reading, download_url=link, images=images)
