"""What the stand-in packages are told to do, and what they record.

The control file is JSON, named by FH_STANDIN:
  log                  a file that takes one JSON line per event (import, load, encode, generate; worked: at the end of each piece of the
                       device's work, with its seconds)
  seconds_per_frame    time that each step of a generation takes; load_seconds likewise for loading
  device               "gpu" (default) or "cpu"
  no_device            true: importing mlx raises; "sandbox": it aborts, as where Metal is not to be had
  bytes_in_use         what mx.get_active_memory() answers
  working_set          what mx.device_info() says that Metal recommends; without it there is no Metal
  zero_codes           every fourth frame's first code is a legitimate 0
  scale                factor on the length of what is said
  <fault>              {"on": "part of a text or transcript" ("" for all), "times": most firings over all processes,
                        "above_batch": only in larger batches, "after_frames": only then, "kind": …}
Faults: crash (kind exit, abort, kill, segv), hang (kind sleep, native), oom (kind error, abort, kill), print, endless,
absent, silent, clip, early, nan, raise; crash and hang also happen while loading when "on" is part of the model's path.
Of the voice as its ears hear it: stranger (another voice), mishear (without the last word), deaf, other_items (of the aligner);
hear_crash, hear_hang, hear_oom, hear_raise: those faults while listening. seconds_to_hear: time for each take.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from pathlib import Path
from typing import Any

_FILE = os.environ.get("FH_STANDIN", "")
CONTROL: dict[str, Any] = json.loads(Path(_FILE).read_text(encoding="utf-8")) if _FILE and Path(_FILE).is_file() else {}


def record(event: str, **details: Any) -> None:
    if CONTROL.get("log"):
        line = json.dumps({"event": event, "pid": os.getpid(), "time": time.time(), **details}, ensure_ascii=False)
        with open(CONTROL["log"], "a", encoding="utf-8") as file:
            file.write(line + "\n")


def fires(fault: str, text: str, *, batch: int = 1, frame: int = 0) -> str | None:
    """The kind of a fault that is due for this text, or None. Each firing counts against `times`."""
    spec = CONTROL.get(fault)
    if not isinstance(spec, dict) or spec.get("on", "") not in text or (batch == 0 and not spec.get("on")):
        return None
    if 0 < batch <= spec.get("above_batch", 0) or frame < spec.get("after_frames", 0):
        return None
    if "times" in spec and not _claim(fault, int(spec["times"])):
        return None
    return str(spec.get("kind", "default"))


def _claim(fault: str, times: int) -> bool:
    """Counts over all processes through files, since most faults end the process that has them."""
    for number in range(times):
        try:
            os.close(os.open(f"{_FILE}.{fault}.{number}", os.O_CREAT | os.O_EXCL))
            return True
        except FileExistsError:
            continue
    return False


def suffer(text: str, *, batch: int = 1, frame: int = 0, hearing: bool = False) -> None:
    """Dies, hangs or raises when that is due."""
    prefix = "hear_" if hearing else ""
    if kind := fires(prefix + "crash", text, batch=batch, frame=frame):
        _die(kind)
    if kind := fires(prefix + "hang", text, batch=batch, frame=frame):
        _hang(kind)
    if kind := fires(prefix + "oom", text, batch=batch, frame=frame):
        if kind in ("abort", "kill"):
            words = "Insufficient Memory (kIOGPUCommandBufferCallbackErrorOutOfMemory)"
            print(f"libc++abi: [METAL] Command buffer execution failed: {words}", file=sys.stderr, flush=True)
            _die(kind)
        raise RuntimeError("[metal::malloc] Attempting to allocate 17179869184 bytes which is greater than the maximum allowed")
    if fires(prefix + "raise", text, batch=batch, frame=frame):
        raise ValueError("[matmul] Last dimension of first input must match second to last dimension of second input.")
    if not hearing and fires("print", text, batch=batch, frame=frame):
        print("junk from a library on stdout", flush=True)
        os.write(1, b"\x00\xff junk on descriptor 1\n")


def _die(kind: str) -> None:
    record("dying", kind=kind)
    if kind == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if kind == "segv":
        os.kill(os.getpid(), signal.SIGSEGV)
    if kind == "abort":
        os.abort()
    os._exit(70)


def _hang(kind: str) -> None:
    record("hanging", kind=kind)
    if kind == "native":  # holds the interpreter's lock, as a long native call may
        import ctypes

        library = ctypes.PyDLL(None)
        while True:
            library.sleep(3600)
    while True:
        time.sleep(3600)
