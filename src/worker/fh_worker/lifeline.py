"""Nobody outlives the build: a worker is gone soon after its parent, however the parent ended."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from contextlib import suppress

_INTERVAL_SECONDS = 0.2


def own_session() -> None:
    """Makes the worker the leader of a group of its own, so that the host can end it with everything it started."""
    if hasattr(os, "setsid"):
        with suppress(OSError):  # already a leader, for example when started by a launcher
            os.setsid()


def default_signals() -> None:
    """No handlers: Python's would wait until a long native call returns, the default ends the process in milliseconds."""
    for name in ("SIGTERM", "SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            with suppress(OSError, ValueError):
                signal.signal(getattr(signal, name), signal.SIG_DFL)


def stay_awake(platform: str = sys.platform) -> None:
    """Keeps a Mac from falling asleep as long as this process lives; on its own only, so that nothing has to end it."""
    if platform == "darwin":
        with suppress(OSError):  # no caffeinate, or one that may not run: then it may sleep
            subprocess.Popen(  # noqa: S603 (a constant and a number)
                ["caffeinate", "-i", "-w", str(os.getpid())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )


def watch(pipe: int) -> None:
    """Forks a watchdog that kills the worker's group when the parent is gone.

    The thread that reads stdin does the same, but it needs the interpreter's lock, which a long native call may hold.
    The parent is gone when its process is, or when it has let go of its end of `pipe`: stdin, or the answers where
    stdin ends before the work does. A parent that was killed may stay a zombie for a while, and only the pipe tells.
    """
    if not hasattr(os, "fork"):
        return
    worker, parent = os.getpid(), os.getppid()
    if os.fork() == 0:
        try:
            _guard(worker, parent, pipe)
        finally:
            os._exit(0)


def _guard(worker: int, parent: int, pipe: int) -> None:
    """The watchdog's life. It holds no descriptor but the pipe, so that the host sees the worker's end at once."""
    os.dup2(pipe, 0)
    null = os.open(os.devnull, os.O_RDWR)
    for descriptor in (1, 2):
        os.dup2(null, descriptor)
    os.closerange(3, 64)
    poller = select.poll()
    poller.register(0, select.POLLHUP)  # Linux tells it unasked, macOS does not
    while os.getppid() == worker:
        time.sleep(_INTERVAL_SECONDS)  # not in the poll, which macOS may end at once when there is something to read
        hung_up = any(event & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _, event in poller.poll(0))
        if hung_up or not _alive(parent):
            # The reading thread ends the worker with a flush where it can; a moment for that, then the certain way.
            time.sleep(_INTERVAL_SECONDS)
            if os.getppid() == worker:
                _kill(worker)
            return


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _kill(worker: int) -> None:
    with suppress(OSError):
        if os.getpgid(worker) == worker:
            os.killpg(worker, signal.SIGKILL)
        else:
            os.kill(worker, signal.SIGKILL)
