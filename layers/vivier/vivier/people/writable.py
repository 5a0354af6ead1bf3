"""Whether a mail may leave to a person. Pure."""

from typing import Literal

from vivier.kernel.errors import Invalid
from vivier.people.model import Candidate

Held = Literal["no_email", "doubtful_email", "not_mailable"]


def cannot_write(candidate: Candidate) -> Held | None:
    """Why no mail may leave: a doubtful address could be a stranger's."""
    if not candidate.fields.emails:
        return "no_email"
    if candidate.fields.emails[0].doubtful:
        return "doubtful_email"
    return None if candidate.mailable else "not_mailable"


def refuse_unwritable(candidate: Candidate) -> None:
    why = {
        "no_email": "There is no e-mail address on the record. Add one first.",
        "doubtful_email": "The e-mail address is a doubtful reading. Confirm or correct it first.",
        "not_mailable": "This address bounced. Correct it first.",
    }
    if held := cannot_write(candidate):
        raise Invalid(why[held], [{"field": "emails", "message": held}])
