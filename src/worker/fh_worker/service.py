"""The service that Flaming Horse calls: `worker.py '[{"id":"seg1","text":"…"}]' MODEL_ID`.

It answers on the last line of stdout with `[{"id","path","duration","from_cache"}]`. The names of its settings are
Flaming Horse's: MLX_MODEL_ID (wins over the argument), MLX_REF_AUDIO, MLX_REF_TEXT (the transcript itself; without it
the text file beside the recording), MLX_OUTPUT_DIR, and MLX_LANGUAGE, which is ours.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import versions
from .faults import WorkerFault, fault_of

if TYPE_CHECKING:
    from .engine import Engine

DEFAULT_MODEL = "mlx-community/Qwen3-TTS-12Hz-1.7B-Base-8bit"
VOICE = "narrator"
ATTEMPTS = 3


def run(arguments: list[str], environment: Mapping[str, str], answers: int) -> int:
    """The exit code; on failure the reason is on stderr and nothing is on stdout."""
    try:
        segments = _segments(arguments[0])
        service = Service(environment.get("MLX_MODEL_ID") or (arguments[1] if len(arguments) > 1 else DEFAULT_MODEL), environment)
        rows = service.speak(segments)
    except Exception as error:
        fault = fault_of(error)
        print(f"{fault} {fault.cure}".strip(), file=sys.stderr)
        return 1
    os.write(answers, (json.dumps(rows) + "\n").encode())
    return 0


def _segments(argument: str) -> list[dict[str, Any]]:
    try:
        segments = json.loads(argument)
        return [{"id": str(segment["id"]), "text": str(segment["text"])} for segment in segments]
    except (ValueError, KeyError, TypeError) as error:
        raise WorkerFault("bad_input", f'The first argument must be a JSON array of {{"id","text"}}: {error}') from None


class Service:
    """Speaks what its folder does not hold yet; the model is loaded only when there is something to speak."""

    def __init__(self, model: str, environment: Mapping[str, str]) -> None:
        self._model = model
        self._language = environment.get("MLX_LANGUAGE") or "english"
        self._audio = Path(environment.get("MLX_REF_AUDIO") or "").expanduser()
        if not environment.get("MLX_REF_AUDIO"):
            raise WorkerFault("bad_reference", "MLX_REF_AUDIO is not set; it names the reference recording.")
        if not self._audio.is_file():
            raise WorkerFault("bad_reference", f"The reference {self._audio} does not exist.", cure="Check MLX_REF_AUDIO.")
        self._text = environment.get("MLX_REF_TEXT") or self._transcript()
        self._folder = Path(environment.get("MLX_OUTPUT_DIR") or "mlx_outputs").expanduser()
        self._folder.mkdir(parents=True, exist_ok=True)
        self._engine: Engine | None = None

    def speak(self, segments: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [self._row(segment) for segment in segments]

    def _row(self, segment: dict[str, Any]) -> dict[str, Any]:
        """The name comes from everything that decides the sound, so another voice or model can never serve old audio."""
        from . import wav

        path = self._folder / f"{self._key(segment['text'])}.wav"
        from_cache = _holds_sound(path)
        if not from_cache:
            samples, sample_rate = self._generate(segment)
            wav.write(path, samples, sample_rate)
        recording = wav.read(path)
        return {"id": segment["id"], "path": str(path), "duration": recording.seconds, "from_cache": from_cache}

    def _key(self, text: str) -> str:
        version = versions.installed("mlx_audio")
        parts = [
            self._model,
            self._language,
            hashlib.sha256(self._audio.read_bytes()).hexdigest(),
            " ".join(self._text.split()),
            version.text if version else "",
            " ".join(text.split()),
        ]
        return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]

    def _generate(self, segment: dict[str, Any]) -> tuple[Any, int]:
        """Another seed where the model did not stop or made no sound; a clip that was cut is never kept."""
        from .clips import Clip, Sampling

        engine = self._engine = self._engine or self._load()
        cap = 75 + 3 * len(segment["text"])
        failure = "the model made no sound"
        for attempt in range(ATTEMPTS):
            seed = int.from_bytes(hashlib.sha256(f"{self._key(segment['text'])}/{attempt}".encode()).digest()[:4], "big")
            for _, outcome in engine.speak(VOICE, self._language, Sampling(), seed, [segment["text"]], [cap]):
                if isinstance(outcome, Clip) and outcome.finish == "eos":
                    return outcome.samples, outcome.sample_rate
                failure = str(outcome) if isinstance(outcome, WorkerFault) else f"the model did not stop within {cap} frames"
        raise WorkerFault("runaway", f"Segment '{segment['id']}' failed {ATTEMPTS} times: {failure}.")

    def _load(self) -> Engine:
        from .engine import Engine
        from .references import Voice

        engine = Engine.load(self._model)
        engine.add_voice(Voice(VOICE, str(self._audio), " ".join(self._text.split())))
        return engine

    def _transcript(self) -> str:
        beside = self._audio.with_suffix(".txt")
        try:
            return beside.read_text(encoding="utf-8-sig").strip()
        except OSError as error:
            why = f"The transcript {beside} cannot be read ({error.strerror})."
            raise WorkerFault("bad_reference", why, cure="Set MLX_REF_TEXT.") from None


def _holds_sound(path: Path) -> bool:
    """An empty or broken file from an earlier life is made again."""
    from . import wav

    try:
        return len(wav.read(path).samples) > 0
    except (OSError, ValueError):
        return False
