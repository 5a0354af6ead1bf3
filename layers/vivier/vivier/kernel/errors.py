"""Facts that stop a use case. `functions/api/endpoint.py` alone maps them to HTTP; nobody reads their text."""

from typing import Any


class VivierError(Exception):
    """Base of every domain error. `code` names the fact, `details` (JSON) lets a client act on it."""

    code = "Error"

    def __init__(self, message: str, **details: Any) -> None:
        super().__init__(message)
        self.message = message
        self.details = details


class Invalid(VivierError):
    """What was given breaks a rule. `errors`: [{field, message}]."""

    code = "Invalid"

    def __init__(self, message: str, errors: list[dict[str, str]] | None = None, **details: Any) -> None:
        super().__init__(message, errors=errors or [], **details)


class BadCursor(VivierError):
    code = "BadCursor"


class Unauthenticated(VivierError):
    code = "Unauthenticated"


class Forbidden(VivierError):
    code = "Forbidden"


class NotFound(VivierError):
    code = "NotFound"


class Erased(VivierError):
    """It was there, and is not any more: the person was erased; `erased_at`, `erasure_id`."""

    code = "Erased"


class Conflict(VivierError):
    """The state of things forbids it."""

    code = "Conflict"


class AlreadyKnown(Conflict):
    """An e-mail, phone or link belongs to someone else already; `candidate_id` says who."""

    code = "AlreadyKnown"


class AskedToBeErased(Conflict):
    """Whoever has these `contacts` asked to be erased (`erased_at`): a human must say that they came back."""

    code = "AskedToBeErased"


class SlotTaken(Conflict):
    """Somebody was quicker: that time is not free any more; `free` are the times that are."""

    code = "SlotTaken"


class VersionMissing(VivierError):
    """An edit came without the version it was made on (RFC 6585 §3)."""

    code = "VersionMissing"


class VersionStale(VivierError):
    """Someone else changed it meanwhile; `fields` are those that differ."""

    code = "VersionStale"


class IdempotencyMismatch(Conflict):
    """The key was used before with another body."""

    code = "IdempotencyMismatch"


class TooLarge(VivierError):
    code = "TooLarge"


class Throttled(VivierError):
    """A service we depend on asks us to slow down; trying later is right."""

    code = "Throttled"


class Unavailable(VivierError):
    """A service we depend on did not answer."""

    code = "Unavailable"


class DocumentRejected(VivierError):
    """Textract will never read this document: wrong format, broken or too large."""

    code = "DocumentRejected"
