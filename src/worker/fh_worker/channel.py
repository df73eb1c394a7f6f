"""The protocol's wire: one JSON object a line, at most 1 MiB, in both directions."""

from __future__ import annotations

import json
import os
import queue
import threading
from dataclasses import dataclass
from typing import Any, NoReturn

from . import stdio
from .faults import Cancelled

LONGEST_LINE = 1 << 20


@dataclass(frozen=True)
class Order:
    """A message of the host, and its place in the order of arrival."""

    number: int
    message: dict[str, Any]


class Channel:
    """Reads in a thread of its own, so that a cancel or the end of the host is seen while the model speaks.

    Lines are written whole, by whichever thread has one.
    """

    def __init__(self, source: int, sink: int) -> None:
        self._source = source
        self._sink = sink
        self._orders: queue.SimpleQueue[Order] = queue.SimpleQueue()
        self._arrived = 0
        self._cancelled = 0  # orders up to this number are not wanted any more
        self._writing = threading.Lock()

    def start(self) -> None:
        threading.Thread(target=self._read, name="stdin", daemon=True).start()

    def next(self) -> Order:
        """Waits for the host."""
        return self._orders.get()

    def is_cancelled(self, order: Order) -> bool:
        return order.number <= self._cancelled

    def raise_if_cancelled(self, order: Order) -> None:
        if self.is_cancelled(order):
            raise Cancelled

    def send(self, message: dict[str, Any]) -> None:
        """Writes a line; a host that has gone needs no answer and no worker."""
        line = (json.dumps(message, ensure_ascii=False, separators=(",", ":"), allow_nan=False) + "\n").encode("utf-8", "replace")
        try:
            with self._writing:
                while line:
                    line = line[os.write(self._sink, line) :]
        except OSError:
            stdio.leave(1)

    def _read(self) -> NoReturn:
        """Ends the process when stdin ends: a worker without a host has nothing to do."""
        with os.fdopen(self._source, "rb", closefd=False) as lines:
            while line := lines.readline(LONGEST_LINE + 1):
                self._arrived += 1
                message = _parse(line)
                if message.get("t") == "cancel":
                    self._cancelled = self._arrived
                self._orders.put(Order(self._arrived, message))
        stdio.leave(0)


def _parse(line: bytes) -> dict[str, Any]:
    """A line that is no message becomes one that says so; the session answers it and ends."""
    if len(line) > LONGEST_LINE:
        return {"t": "malformed", "why": "a line of more than 1 MiB"}
    try:
        message = json.loads(line)
    except ValueError as error:
        return {"t": "malformed", "why": f"not JSON: {error}"}
    if not isinstance(message, dict):
        return {"t": "malformed", "why": "not a JSON object"}
    return message
