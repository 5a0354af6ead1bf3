"""An edit is made on the version that was read, and on no other (If-Match, RFC 9110 §13.1.1)."""

from collections.abc import Sequence

from vivier.kernel.errors import VersionMissing, VersionStale


def on_version(seen: int | None, there: int, changed: str, fields: Sequence[str]) -> VersionStale:
    """What to raise where the commit finds another version than `there`; `changed`: who sees it is told that first.

    Raises VersionMissing, VersionStale.
    """
    if seen is None:
        raise VersionMissing("Say which version you edit: send its ETag in If-Match.")
    stale = VersionStale(changed, fields=list(fields), version=there)
    if there != seen:
        raise stale
    return stale
