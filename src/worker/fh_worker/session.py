"""The protocol, from hello to shutdown."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Any, NoReturn

from . import PROTOCOL, __version__, stdio, versions
from .channel import Channel, Order
from .faults import WorkerFault, fault_of

if TYPE_CHECKING:  # imported for real in `init`, so that a missing numpy is an answer and not a traceback
    from .ears import Ears
    from .engine import Engine
    from .memory import MemoryGuard
    from .writer import ClipWriter


class Session:
    """Answers every item exactly once; a batch that the host cancels is answered too. The model is the main thread's alone."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._engine: Engine | None = None
        self._writer: ClipWriter | None = None
        self._ears: Ears | None = None
        self._memory: MemoryGuard | None = None

    def run(self) -> NoReturn:
        self._channel.send(
            {"t": "hello", "proto": PROTOCOL, "worker": "mlx", "version": __version__, "caps": capabilities()},
        )
        self._channel.start()
        while True:
            order = self._channel.next()
            kind = order.message.get("t")
            if kind == "init":
                self._initialize(order.message)
            elif kind == "synth":
                self._synthesize(order)
            elif kind == "listen":
                self._listen(order)
            elif kind == "shutdown":
                stdio.leave(0)
            elif kind == "malformed":
                self._channel.send(WorkerFault("bad_input", f"The host sent {order.message['why']}.").to_message())
                stdio.leave(1)
            elif kind != "cancel":
                print(f"worker: unknown message {kind!r} passed over", file=sys.stderr)

    def _initialize(self, message: dict[str, Any]) -> None:
        """Loads the models and reads every voice's reference; a worker that cannot work says why and ends."""
        started = time.perf_counter()
        try:
            if int(message.get("proto", PROTOCOL)) != PROTOCOL:
                raise WorkerFault("bad_input", f"This worker speaks protocol {PROTOCOL}, the host {message.get('proto')}.")
            self._engine = self._ears = None
            ready = self._load_voice(message) if message.get("model") or message.get("recognizer") is None else {}
            if message.get("recognizer") is not None:
                ready |= self._load_ears(message)
        except Exception as error:
            fault = fault_of(error)
            self._channel.send(fault.to_message())
            print(f"worker: {fault}", file=sys.stderr)
            stdio.leave(1)
        self._channel.send({"t": "ready", "load_ms": _milliseconds(started), **ready})

    def _load_voice(self, message: dict[str, Any]) -> dict[str, Any]:
        from .engine import Engine
        from .references import Voice
        from .writer import ClipWriter

        self._writer = self._writer or ClipWriter(self._channel)
        engine = Engine.load(
            str(message.get("model") or ""),
            allow_download=bool(message.get("allow_download")),
            memory_limit_gib=message.get("memory_limit_gib"),
        )
        for voice in message.get("voices") or []:
            engine.add_voice(Voice.of(voice))
        self._engine, self._memory = engine, engine.memory
        return {
            "engine": engine.describe(),
            "sample_rate": engine.sample_rate,
            "max_batch": engine.max_batch,
            "voices": [
                {"name": voice.name, "seconds": round(voice.seconds, 3), "max_batch": engine.max_batch_of(voice.name)}
                for voice in engine.voices.values()
            ],
            "warnings": engine.warnings(),
        }

    def _load_ears(self, message: dict[str, Any]) -> dict[str, Any]:
        """Beside a voice, ears that cannot be had are told in `ready`: the voice speaks all the same."""
        from .engine import import_mlx, require_engine
        from .memory import MemoryGuard
        from .references import Voice

        try:
            require_engine()
            mx = self._engine.mx if self._engine else import_mlx()
            self._memory = self._memory or MemoryGuard(mx, message.get("memory_limit_gib"))
            from .ears import Ears

            ears = Ears.load(mx, message["recognizer"])
            for voice in message.get("voices") or []:
                ears.add_voice(Voice.of(voice))
        except Exception as error:
            if self._engine is None:
                raise
            fault = fault_of(error)
            told = {"cap": "listen", "code": fault.finding or "FHN2060", "message": f"{fault} {fault.cure}".strip()}
            return {"missing": [told]}
        self._ears = ears
        return {"hears": ears.languages, "likeness": ears.likeness}

    def _listen(self, order: Order) -> None:
        if self._ears is None or self._memory is None:
            self._refuse(list(order.message.get("items") or []), WorkerFault("bad_input", "listen came, but init had no recognizer."))
            return
        from .listening import listen

        listen(self._channel, self._ears, self._memory, order)

    def _synthesize(self, order: Order) -> None:
        """One batch of the host, in as many forward passes as the voice's reference needs."""
        message, engine = order.message, self._engine
        items = list(message.get("items") or [])
        if engine is None or self._writer is None:
            self._refuse(items, WorkerFault("bad_input", "synth came before init."))
            return
        if self._channel.is_cancelled(order):
            self._refuse(items, WorkerFault("cancelled", "The host cancelled the request.", retryable=True))
            return
        from .forward import ForwardPass

        self._channel.send({"t": "started", "batch": message.get("batch")})
        most = engine.max_batch_of(str(message.get("voice") or ""))
        for start in range(0, len(items), most):
            ForwardPass(self._channel, self._writer, engine, order, items[start : start + most]).run()

    def _refuse(self, items: list[dict[str, Any]], fault: WorkerFault) -> None:
        for item in items:
            self._channel.send(fault.to_message(item["id"]))


def capabilities() -> list[str]:
    """Told before mlx is imported; batches depend on the version of mlx-audio that an import would find."""
    version = versions.installed("mlx_audio")
    return (["batch"] if version and version.has_batches else []) + ["seed", "progress", "cancel", "listen"]


def _milliseconds(since: float) -> int:
    return round((time.perf_counter() - since) * 1000)
