"""A process that has the parsers at hand and has seen no file: it forks a child for each, which begins at once.

A start (an interpreter, Pillow, PDFium) took more of the processor than a page; it is paid once. It talks with
`opening/forkserver.py` over a socket, a message each: an order with the ends of two pipes, which become the child's
standard input and output, is answered by its process id; then anything is answered by how it ended. It runs one child
at a time, and ends with who started it.
"""

import gc
import json
import os
import resource
import socket
import sys
import time
from importlib import import_module
from typing import Any

AT_HAND = ("child", "pdf", "pictures", "documents", "plain", "docx", "doc", "odt", "rtf", "html")
MESSAGE = 1024


def main() -> None:
    _import_all()
    gc.freeze()  # what was imported stays as it is: children share its pages
    with socket.socket(fileno=int(sys.argv[1])) as line:
        while True:
            order, ends, _, _ = socket.recv_fds(line, MESSAGE, 2)
            if not order:
                return
            pid = os.fork()
            if pid == 0:
                line.close()
                _become(json.loads(order), ends)
            for end in ends:
                os.close(end)
            line.send(str(pid).encode())
            if not line.recv(MESSAGE):
                return
            line.send(json.dumps(_ended(pid)).encode())


def _import_all() -> None:
    from PIL import Image

    for name in AT_HAND:
        import_module(f"vivier.resumes.parsers.{name}")
    Image.preinit()


def _ended(pid: int) -> dict[str, float]:
    """How a child ended, what it took, and the processor seconds of this process so far."""
    _, status, used = os.wait4(pid, 0)
    return {
        "code": os.waitstatus_to_exitcode(status),
        "seconds": used.ru_utime + used.ru_stime,
        "peak_mb": used.ru_maxrss / 1024,
        "own_seconds": time.process_time(),
    }


def _become(order: dict[str, Any], ends: list[int]) -> None:
    """The child: bounded before it reads a byte. Never returns. Files may not be written at all."""
    code = 1
    try:
        for standard, end in enumerate(ends):
            os.dup2(end, standard)
            os.close(end)
        memory, cpu = int(order["memory"]), int(order["cpu"])
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu + 1))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
        import_module(order["child"]).main()
        sys.stdout.flush()
        code = 0
    finally:
        os._exit(code)
