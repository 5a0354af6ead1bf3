"""What waits for a human, one flat row each, for the `vivier review` command."""

from typing import Any

KINDS = ("failed", "duplicate", "doubtful", "update", "mail", "received")


def flat(row: dict[str, Any]) -> dict[str, Any]:
    """An item of the review list with `id`, `who` and `reason` of what it is about; the item's own parts stay."""
    intake, received, message = (row.get(part) or {} for part in ("intake", "received", "message"))
    people = [row[part] for part in ("candidate", "other") if row.get(part)]
    subject = intake or received or message or (people[0] if people else {})
    names = [person["name"] for person in people] or [_named(intake, received, message)]
    return {
        **row,
        "id": subject.get("id") or subject.get("key", ""),
        "who": " / ".join(filter(None, names)),
        "reason": _reason(row, intake, received, message),
    }


def _named(intake: dict[str, Any], received: dict[str, Any], message: dict[str, Any]) -> str:
    return str(intake.get("name") or received.get("sender") or message.get("to") or "")


def _reason(row: dict[str, Any], intake: dict[str, Any], received: dict[str, Any], message: dict[str, Any]) -> str:
    """A code of the API for files and mails; else what is to be looked at: fields, likenesses, changes."""
    if about := intake or received or message:
        return str(about.get("reason") or about.get("state") or "")
    if row["kind"] == "duplicate":
        return ", ".join(f"{likeness['field']} {likeness['value']}" for likeness in row["evidence"])
    return ", ".join(row["fields"]) or f"{row['proposals']} changes proposed"
