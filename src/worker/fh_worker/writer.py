"""Writes clips beside the generation: the device need not wait for a disk."""

from __future__ import annotations

import queue
import threading
from pathlib import Path
from typing import Any, NoReturn

from . import wav
from .channel import Channel
from .clips import Clip
from .faults import WorkerFault, fault_of


class ClipWriter:
    """A thread that writes each clip and then answers for it. Its samples are numpy's: nothing of mlx is touched here."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._waiting: queue.Queue[tuple[dict[str, Any], Clip, dict[str, Any]]] = queue.Queue()
        threading.Thread(target=self._run, name="writer", daemon=True).start()

    def put(self, item: dict[str, Any], clip: Clip, figures: dict[str, Any]) -> None:
        """The item's answer follows when its file is whole; `figures` go into it."""
        self._waiting.put((item, clip, figures))

    def flush(self) -> None:
        """Returns when everything that was put has its answer."""
        self._waiting.join()

    def _run(self) -> NoReturn:
        while True:
            item, clip, figures = self._waiting.get()
            self._channel.send(_answer(item, clip, figures))
            self._waiting.task_done()


def _answer(item: dict[str, Any], clip: Clip, figures: dict[str, Any]) -> dict[str, Any]:
    try:
        digest = wav.write(Path(item["out"]), clip.samples, clip.sample_rate)
    except OSError as error:
        return WorkerFault("internal", f"The clip cannot be written: {error}").to_message(item["id"])
    except Exception as error:
        return fault_of(error).to_message(item["id"])
    return {
        "t": "done",
        "id": item["id"],
        "frames": clip.frames,
        "samples": len(clip.samples),
        "sample_rate": clip.sample_rate,
        "sha256": digest,
        "finish": clip.finish,
        **figures,
    }
