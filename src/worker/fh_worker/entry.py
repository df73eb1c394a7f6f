"""Which of its three jobs the worker was started for."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

from . import lifeline, stdio

USAGE = """usage: worker.py                                      the worker protocol on stdin and stdout
       worker.py --prepare                            checks; a JSON request on stdin, a JSON object a line on stdout
       worker.py '[{"id":"…","text":"…"}]' MODEL_ID   speaks these segments (Flaming Horse's service)
  --die-with-parent   also end when the starting process ends, whatever becomes of stdin"""


def main(arguments: list[str]) -> NoReturn:
    """Never returns: every job ends with a flush and `os._exit`."""
    answers = stdio.claim_stdout()
    die_with_parent = "--die-with-parent" in arguments
    arguments = [argument for argument in arguments if argument != "--die-with-parent"]
    if not arguments:
        lifeline.default_signals()
        lifeline.own_session()
        lifeline.watch(pipe=0)
        lifeline.stay_awake()
        from .channel import Channel
        from .session import Session

        Session(Channel(_take_stdin(), answers)).run()
    if die_with_parent:
        lifeline.default_signals()
        lifeline.watch(pipe=answers)
    if arguments:
        lifeline.stay_awake()
    if arguments == ["--prepare"]:
        from . import prepare

        stdio.leave(prepare.run(sys.stdin.read(), answers))
    if not arguments[0].startswith("-"):
        from . import service

        stdio.leave(service.run(arguments, os.environ, answers))
    print(USAGE, file=sys.stderr)
    stdio.leave(2)


def _take_stdin() -> int:
    """Moves the protocol's input away from descriptor 0, so that nothing that mlx-audio starts can read from it."""
    source = os.dup(0)
    os.set_inheritable(source, False)
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.close(null)
    return source
