"""Functions see the emulator's own packages unless given an interpreter of their own."""

import os
from pathlib import Path

from ministack.core import lambda_runtime as runtime

_detect = runtime._detect_runtime_binary


def apply(interpreter: Path) -> None:
    """`interpreter`: a Python without packages; a function then has its layers and nothing else, as on Lambda."""
    # What the host's own Python was told (PYTHONPATH, PYTHONWARNINGS...) is not for the functions.
    for name in [name for name in os.environ if name.startswith("PYTHON")]:
        del os.environ[name]

    def own_interpreter(name: str) -> tuple[str, str]:
        binary, worker = _detect(name)
        return (str(interpreter), worker) if name.startswith("python") else (binary, worker)

    runtime._detect_runtime_binary = own_interpreter
