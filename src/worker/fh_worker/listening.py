"""Answers `listen`: what is heard in each take, exactly once."""

from __future__ import annotations

import sys
from pathlib import Path

from . import stdio
from .channel import Channel, Order
from .ears import Ears
from .faults import WorkerFault, fault_of
from .forward import OUT_OF_MEMORY_EXIT
from .memory import MemoryGuard


def listen(channel: Channel, ears: Ears, memory: MemoryGuard, order: Order) -> None:
    """One batch. A take that cannot be heard is answered alone; after running out of memory the worker dies rather than limps."""
    message = order.message
    channel.send({"t": "started", "batch": message.get("batch")})
    language, voice = str(message.get("language") or "english"), str(message.get("voice") or "")
    for item in message.get("items") or []:
        try:
            channel.raise_if_cancelled(order)
            path = Path(str(item.get("audio") or ""))
            if not path.is_absolute():
                raise WorkerFault("bad_input", "The path of the take must be absolute.")
            channel.send({"t": "heard", "id": item["id"], **ears.hear(path, str(item.get("text") or ""), language, voice)})
        except Exception as error:
            fault = _fault_of(error)
            channel.send(fault.to_message(item["id"]))
            if fault.code in ("internal", "oom"):
                print(f"worker: {fault}", file=sys.stderr)
            if fault.code == "oom":
                stdio.leave(OUT_OF_MEMORY_EXIT)
        finally:
            memory.release()


def _fault_of(error: Exception) -> WorkerFault:
    if isinstance(error, (OSError, ValueError)) and not isinstance(error, WorkerFault):
        return WorkerFault("bad_input", f"The take cannot be read: {error}")
    return fault_of(error)

