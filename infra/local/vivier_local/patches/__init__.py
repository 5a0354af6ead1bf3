"""Where MiniStack 1.5.33 is silently wrong for us. Each patch has a test that fails when upstream has mended it.

Import only after the emulator's environment is set (`host.configure`): MiniStack reads it at import.
"""

from pathlib import Path

from vivier_local.journal import Journal
from vivier_local.patches import api, functions, streams, tables


def apply(interpreter: Path, journal: Journal) -> None:
    """Mends the emulator in this process. Order matters: replayed writes go through the mended streams."""
    api.apply()
    streams.apply()
    functions.apply(interpreter)
    tables.apply(journal)
