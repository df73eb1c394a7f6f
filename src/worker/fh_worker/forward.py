"""One forward pass: generation, files and answers."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

from . import progress, stdio
from .channel import Channel, Order
from .clips import Clip, Sampling, check_text
from .engine import Engine
from .faults import WorkerFault, fault_of
from .writer import ClipWriter

PROGRESS_SECONDS = 0.5
UNCAPPED_FRAMES = 4096
OUT_OF_MEMORY_EXIT = 12


class ForwardPass:
    """Answers every item of one pass exactly once."""

    def __init__(self, channel: Channel, writer: ClipWriter, engine: Engine, order: Order, items: list[dict[str, Any]]) -> None:
        self._channel = channel
        self._writer = writer
        self._engine = engine
        self._order = order
        self._items = [item for item in items if self._accepts(item)]
        self._open = dict(enumerate(self._items))  # not yet answered, by place
        self._frames = 0
        self._reported = 0.0
        self._started = self._last = time.perf_counter()
        self._common: float | None = None  # seconds of the generation proper, per item

    def run(self) -> None:
        """Leaves no item without an answer; after running out of memory the worker dies rather than limps."""
        if not self._items:
            return
        self._engine.memory.begin()
        progress.listen(self._on_tokens)
        fault = None
        try:
            self._generate()
        except Exception as error:
            fault = fault_of(error)
            error.__traceback__ = None  # its frames hold the generation's arrays
            self._engine.memory.release()  # behind its last result mlx-audio does so itself
        finally:
            progress.listen(None)
            self._writer.flush()  # whoever dies in the next pass must not take answers of this one along
        if fault is None:
            fault = WorkerFault("no_audio", "The model left this text out.", retryable=True)
        elif fault.code == "internal":
            print(f"worker: {fault}", file=sys.stderr)
        for item in self._open.values():
            self._channel.send(fault.to_message(item["id"]))
        if fault.code == "oom":
            print(f"worker: {fault}", file=sys.stderr)
            stdio.leave(OUT_OF_MEMORY_EXIT)

    def _accepts(self, item: dict[str, Any]) -> bool:
        """An item that cannot be spoken is answered alone; the others of its batch go on."""
        try:
            check_text(str(item.get("text") or ""))
            if not Path(str(item.get("out") or "")).is_absolute():
                raise WorkerFault("bad_input", "The path for the clip must be absolute.")
        except WorkerFault as fault:
            self._channel.send(fault.to_message(item["id"]))
            return False
        return True

    def _generate(self) -> None:
        message = self._order.message
        seed = message.get("seed")
        outcomes = self._engine.speak(
            str(message.get("voice") or ""),
            message.get("language"),
            Sampling.of(message.get("sampling")),
            None if seed is None else int(seed),
            [str(item.get("text") or "") for item in self._items],
            [int(item.get("max_frames") or UNCAPPED_FRAMES) for item in self._items],
        )
        for place, outcome in outcomes:
            item = self._open.pop(place, None)
            if item is not None:
                self._answer(item, outcome)
            self._channel.raise_if_cancelled(self._order)

    def _answer(self, item: dict[str, Any], outcome: Clip | WorkerFault) -> None:
        if isinstance(outcome, WorkerFault):
            self._channel.send(outcome.to_message(item["id"]))
        else:
            self._writer.put(item, outcome, {"elapsed_ms": self._share(), "peak_gib": self._engine.memory.peak_gib()})

    def _share(self) -> int:
        """This clip's part of the pass in ms: an equal share of what ran for all, and its own vocoder's time.
        The parts of a batch add up to its whole time."""
        now = time.perf_counter()
        if self._common is None:
            self._common, own = (now - self._started) / len(self._items), 0.0
        else:
            own = now - self._last
        self._last = now
        return round((self._common + own) * 1000)

    def _on_tokens(self, tokens: int) -> None:
        """Called for every token from inside the generation loop."""
        self._channel.raise_if_cancelled(self._order)
        self._engine.memory.check()
        self._frames += tokens
        now = time.perf_counter()
        if now - self._reported >= PROGRESS_SECONDS:
            self._reported = now
            self._channel.send({"t": "progress", "batch": self._order.message.get("batch"), "frames": self._frames})
