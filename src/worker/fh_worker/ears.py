"""What was said, when, and in whose voice: Qwen3-ASR, Qwen3-ForcedAligner and a speaker encoder. Main thread only, as all of mlx."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from . import hub, matching, references, versions, wav
from .faults import WorkerFault
from .references import Voice

MODEL = "mlx-community/Qwen3-ASR-0.6B-8bit"
ALIGNER = "mlx-community/Qwen3-ForcedAligner-0.6B-8bit"
SAMPLE_RATE = 16000
SHORTEST_REFERENCE_SECONDS = 6.0  # whose halves can be compared
TOKENS_PER_SECOND = 25  # speech has a fifth of that; a transcript that runs on ends here and not at 8192
LEAST_TOKENS = 100

# CAMPPlus hears speakers and does not condition the voice that is judged; it comes as a part of these models only.
ENCODERS = ("mlx-community/chatterbox-fp16", "mlx-community/chatterbox-multilingual-v3")
ENCODER_PREFIX = "speaker_encoder."


class Ears:
    """Loaded recognizers. Create them with `load`."""

    def __init__(self, mx: Any, transcriber: Any, aligner: Any, encoder: Any, folders: list[hub.ModelFolder]) -> None:
        self._mx = mx
        self._transcriber = transcriber
        self._aligner = aligner
        self._encoder = encoder
        self._folders = folders
        self._voices: dict[str, np.ndarray] = {}
        self.likeness: dict[str, dict[str, float]] = {}

    @staticmethod
    def load(mx: Any, request: dict[str, Any]) -> Ears:
        """From `recognizer` of init. What is not on this machine is a fault, except for the encoder, which few have."""
        load_model = _loader()
        asr = hub.resolve_recognizer(str(request.get("model") or MODEL), "NarrationRecognizerModel", aligns=False)
        align = hub.resolve_recognizer(str(request.get("aligner") or ALIGNER), "NarrationAlignerModel", aligns=True)
        try:
            # Without strict, weights that are missing stay random, and nothing says so.
            transcriber, aligner = load_model(str(asr.path), strict=True), load_model(str(align.path), strict=True)
        except Exception as error:
            raise WorkerFault(
                "no_model",
                f"A recognizer's model cannot be loaded: {error}",
                cure="Remove its folder from the hub cache and fetch it again: PrepareNarration with NarrationAllowDownload=true.",
                finding="FHN2062",
            ) from error
        encoder, found = _load_encoder(mx)
        return Ears(mx, transcriber, aligner, encoder, [asr, align, *found])

    @property
    def languages(self) -> list[str]:
        """Of both; empty where the models do not say."""
        listed = [{str(name).lower() for name in names} for names in map(_languages, (self._transcriber, self._aligner)) if names]
        return sorted(set.intersection(*listed)) if listed else []

    def add_voice(self, voice: Voice) -> None:
        """Listens to the reference, whole and in two halves."""
        if self._encoder is None or not voice.ref_audio:
            return
        samples = references.load(voice, SAMPLE_RATE)
        self._voices[voice.name] = self._embed(samples)
        if len(samples) >= SHORTEST_REFERENCE_SECONDS * SAMPLE_RATE:
            half = len(samples) // 2
            own = _cosine(self._embed(samples[:half]), self._embed(samples[half:]))
            self.likeness[voice.name] = {"own": round(own, 4)}

    def hear(self, path: Path, text: str, language: str, voice: str) -> dict[str, Any]:
        """The fields of `heard`. The transcriber is never told the text; the aligner is given nothing else."""
        started = time.perf_counter()
        recording = wav.read(path)
        samples = wav.resample(recording.samples, recording.sample_rate, SAMPLE_RATE).astype(np.float32)
        seconds = len(samples) / SAMPLE_RATE
        audio = self._mx.array(samples)
        tokens = LEAST_TOKENS + round(TOKENS_PER_SECOND * seconds)
        answer: dict[str, Any] = {"transcript": self._transcriber.generate(audio, language=language, max_tokens=tokens).text.strip()}
        if words := self._align(audio, text, language, seconds):
            answer["words"] = words
        if voice in self._voices:
            answer["similarity"] = round(_cosine(self._embed(samples), self._voices[voice]), 4)
        answer["recognizer"] = {
            "name": "mlx",
            "models": [folder.model.rpartition("/")[2] for folder in self._folders],
            "revisions": [folder.revision for folder in self._folders],
        }
        return answer | {"elapsed_ms": round((time.perf_counter() - started) * 1000)}

    def _align(self, audio: Any, text: str, language: str, seconds: float) -> list[dict[str, Any]]:
        try:
            aligned = self._aligner.generate(audio, text, language=language)
        except ImportError:  # Japanese and Korean need packages that few have
            return []
        return matching.words(text, [(item.text, item.start_time, item.end_time) for item in aligned.items], seconds)

    def _embed(self, samples: np.ndarray) -> np.ndarray:
        return np.array(self._encoder.inference(self._mx.array(samples)), dtype=np.float64).reshape(-1)


def _loader() -> Callable[..., Any]:
    try:
        import mlx_audio.stt.models.qwen3_asr.qwen3_forced_aligner  # noqa: F401  the newest of what is needed
        from mlx_audio.stt.utils import load_model as load_recognizer
    except ImportError as error:
        version = versions.installed("mlx_audio")
        raise WorkerFault(
            "no_module",
            f"mlx-audio {version.text if version else ''} cannot recognize speech with Qwen3 ({error}).",
            cure="Make the environment again with `dotnet build -t:SetupNarration -p:NarrationForce=true`.",
            finding="FHN2060",
        ) from error
    return load_recognizer


def _load_encoder(mx: Any) -> tuple[Any, list[hub.ModelFolder]]:
    """The part of a chatterbox model that hears speakers; None where no such model is in the hub cache."""
    folder = next((found for name in ENCODERS if (found := hub.find(name)) is not None), None)
    if folder is None:
        return None, []
    from mlx_audio.tts.models.chatterbox.s3gen.xvector import CAMPPlus

    weights: dict[str, Any] = {}
    for file in sorted(folder.path.glob("*.safetensors")):
        for name, value in mx.load(str(file)).items():
            _, found, rest = name.partition(ENCODER_PREFIX)
            if found:
                weights[rest] = value
    encoder = CAMPPlus()
    encoder.load_weights(list(encoder.sanitize(weights).items()), strict=True)
    encoder.eval()
    return encoder, [folder]


def _languages(model: Any) -> list[str]:
    return list(getattr(getattr(model, "config", None), "support_languages", None) or [])


def _cosine(a: np.ndarray, b: np.ndarray) -> float:
    return float(a @ b / max(float(np.linalg.norm(a) * np.linalg.norm(b)), 1e-9))
