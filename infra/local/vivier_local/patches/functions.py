"""Functions see the emulator's own packages unless given an interpreter, and run as many at once as there are events.

Lambda has machines for a hundred cold starts at once; here they would share two cores, and each would take a minute.
"""

import os
import threading
from collections import defaultdict
from pathlib import Path
from typing import Any

from ministack.core import lambda_runtime as runtime
from ministack.services import lambda_svc

AT_ONCE = 2 * (os.cpu_count() or 1)  # of one function: half of them wait for the table or the disk

_detect = runtime._detect_runtime_binary
_turns: defaultdict[str, threading.BoundedSemaphore] = defaultdict(lambda: threading.BoundedSemaphore(AT_ONCE))


def apply(interpreter: Path) -> None:
    """`interpreter`: a Python without packages; a function then has its layers and nothing else, as on Lambda."""
    # What the host's own Python was told (PYTHONPATH, PYTHONWARNINGS...) is not for the functions.
    for name in [name for name in os.environ if name.startswith("PYTHON")]:
        del os.environ[name]

    def own_interpreter(name: str) -> tuple[str, str]:
        binary, worker = _detect(name)
        return (str(interpreter), worker) if name.startswith("python") else (binary, worker)

    runtime._detect_runtime_binary = own_interpreter
    execute = lambda_svc._execute_function

    def in_turn(function: dict[str, Any], event: Any) -> dict[str, Any]:
        """The invocation, once one of the function's places is free."""
        name = (function.get("config") or function).get("FunctionName", "")
        with _turns[name]:
            result: dict[str, Any] = execute(function, event)
        return result

    lambda_svc._execute_function = in_turn
