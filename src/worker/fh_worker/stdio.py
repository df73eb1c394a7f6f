"""Standard descriptors: stdout is for answers only, and the process leaves by `os._exit`."""

from __future__ import annotations

import os
import sys
from typing import NoReturn


def claim_stdout() -> int:
    """Keeps the real stdout for answers and points descriptor 1 at stderr.

    Prints of Python, of C code and of grandchildren then land in the log and cannot break the protocol,
    so this must happen before anything else is imported. Returns the descriptor of the real stdout.
    """
    if sys.stdout is not None:
        sys.stdout.flush()
    answers = os.dup(1)
    os.set_inheritable(answers, False)
    os.dup2(2, 1)
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(line_buffering=True)  # a crash must not take the last prints with it
    return answers


def leave(code: int) -> NoReturn:
    """Ends the process at once, after a flush.

    Some versions of mlx abort while the interpreter shuts down, after everything was answered correctly;
    `os._exit` skips that shutdown.
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError, AttributeError):
            pass
    os._exit(code)
