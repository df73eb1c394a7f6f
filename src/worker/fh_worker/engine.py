"""The model: loads it, holds it against what cloning needs, and turns texts into clips. Main thread only."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import numpy as np

from . import hub, progress, references, versions
from .clips import Clip, Sampling, check_text, clip_of
from .codec import CodecGuard
from .faults import DEVICE_CURE, MODULE_CURE, WorkerFault
from .memory import MemoryGuard
from .references import Voice

LARGEST_BATCH = 8


class Engine:
    """One loaded model with its voices. Create it with `load`."""

    def __init__(self, mx: Any, model: Any, folder: hub.ModelFolder, version: versions.EngineVersion, memory: MemoryGuard) -> None:
        self._mx = mx
        self._model = model
        self._version = version
        self._codec = CodecGuard(mx, model.speech_tokenizer)
        self._current: Voice | None = None
        self.folder = folder
        self.memory = memory
        self.voices: dict[str, Voice] = {}
        self.load_seconds = 0.0

    @staticmethod
    def load(model_name: str, *, allow_download: bool = False, memory_limit_gib: float | None = None) -> Engine:
        """Imports mlx, finds the model on this machine, loads and checks it. Raises WorkerFault with a cure."""
        started = time.perf_counter()
        version = require_engine()
        hub.refuse_unsupported(model_name)
        progress.install()
        mx = import_mlx()
        memory = MemoryGuard(mx, memory_limit_gib)
        folder = hub.resolve(model_name, allow_download=allow_download)
        from mlx_audio.tts.utils import load_model

        # A string, because early versions look for a folder named "hub" in a Path; absolute and existing, so never a hub id.
        model = load_model(str(folder.path))
        _check_model(model, folder)
        progress.attach(model)
        engine = Engine(mx, model, folder, version, memory)
        engine.load_seconds = time.perf_counter() - started
        return engine

    @property
    def mx(self) -> Any:
        """For those who listen in the same process."""
        return self._mx

    @property
    def sample_rate(self) -> int:
        return int(self._model.sample_rate)

    @property
    def max_batch(self) -> int:
        """For the voice that bears least."""
        if not self._version.has_batches:
            return 1
        return min([LARGEST_BATCH, *(voice.max_batch for voice in self.voices.values())])

    def describe(self) -> dict[str, str]:
        """What every clip's record should name."""
        return {
            "mlx": self.mlx_version,
            "mlx_audio": self._version.text,
            "device": str(self._mx.default_device()),
            "model": self.folder.model,
            "revision": self.folder.revision,
        }

    @property
    def mlx_version(self) -> str:
        return str(getattr(self._mx, "__version__", "unknown"))

    @property
    def runs_on_gpu(self) -> bool:
        return "gpu" in str(self._mx.default_device()).lower()

    def warnings(self) -> list[dict[str, str]]:
        """What the user should know before the first clip, each with a finding's number."""
        found = [{"finding": "FHN2027", "message": fault} for fault in versions.known_faults(self._version, self.mlx_version)]
        if not self.runs_on_gpu:
            found.append({"finding": "FHN2026", "message": "mlx runs on the CPU here; expect many times real time for each clip."})
        return found

    def add_voice(self, voice: Voice) -> None:
        """Reads the voice's reference; encoding waits for its first clip."""
        samples = references.load(voice, self.sample_rate)
        voice.audio = self._mx.array(references.with_silence(samples, self.sample_rate))
        self.voices[voice.name] = voice

    def encode_reference(self, name: str) -> np.ndarray | None:
        """The codes of a voice's reference as [quantizers, frames]; None below 0.3.0, which takes the timbre only."""
        voice = self._use(name)
        if not self._codec.can_encode:
            return None
        codes = self._codec.encode(voice.audio[None, None, :])
        return np.asarray(codes)[0]

    def cap_of(self, text: str, max_frames: int, batch: int) -> int:
        """At how many frames this text is cut: the host's cap, or one inside mlx-audio that says nothing."""
        if batch > 1 or self._version.has_hidden_cap:
            return min(max_frames, max(75, 6 * len(self._model.tokenizer.encode(text))))
        return max_frames

    def language(self, name: str | None) -> str:
        """mlx-audio takes an unknown language for `auto` in silence; here it is an error."""
        wanted = (name or "auto").strip().lower()
        known = [str(language).lower() for language in self._model.get_supported_languages()]
        if wanted in known or wanted == "auto":
            return wanted
        raise WorkerFault(
            "bad_input",
            f"The model does not speak '{name}'.",
            cure=f"Languages go by their full names: {', '.join(sorted(set(known) - {'auto'}))}.",
        )

    def max_batch_of(self, voice: str) -> int:
        return self.voices[voice].max_batch if self._version.has_batches and voice in self.voices else 1

    def speak(
        self, voice: str, language: str | None, sampling: Sampling, seed: int | None, texts: list[str], caps: list[int]
    ) -> Iterator[tuple[int, Clip | WorkerFault]]:
        """One forward pass: each clip, or what is wrong with it, with its place in `texts`, as soon as it can be had.

        Texts for which the model made no codes do not come. Exhaust it: mlx-audio cleans up behind its last result only.
        """
        reference = self._use(voice)
        options: dict[str, Any] = {
            "lang_code": self.language(language),
            "ref_audio": reference.audio,
            "ref_text": reference.ref_text,
            "temperature": sampling.temperature,
            "top_k": sampling.top_k,
            "top_p": sampling.top_p,
            "repetition_penalty": sampling.repetition_penalty,
            "verbose": False,
        }
        texts = [check_text(text) for text in texts]
        limits = [self.cap_of(text, cap, len(texts)) for text, cap in zip(texts, caps)]
        if seed is not None:
            self._mx.random.seed(seed)
        if len(texts) == 1:
            results = self._model.generate(texts[0], max_tokens=caps[0], **options)
        else:
            results = self._model.batch_generate(texts, max_tokens=max(caps), **options)
        for result in results:
            index = int(getattr(result, "sequence_idx", 0))
            samples = np.array(result.audio.astype(self._mx.float32)).reshape(-1)
            frames, rate = int(result.token_count), int(result.sample_rate)
            try:
                yield index, clip_of(samples, rate, frames, limits[index], self._codec.samples_per_frame)
            except WorkerFault as fault:
                yield index, fault

    def _use(self, name: str) -> Voice:
        """Makes a voice the current one. The model's own cache of references is keyed by transcript, size and sum
        of samples only, which two voices may share; so it is emptied at every change."""
        voice = self.voices.get(name)
        if voice is None:
            raise WorkerFault("bad_reference", f"Voice '{name}' was not configured for this worker.", finding="FHN2013", voice=name)
        if voice is not self._current:
            cache = getattr(self._model, "_icl_cache", None)
            if cache is not None:
                cache.clear()
            self._codec.voice = voice
            self._current = voice
        return voice


def require_engine() -> versions.EngineVersion:
    """The installed mlx-audio; raises when it or mlx is missing or too old."""
    for module in ("mlx", "mlx_audio", "tqdm"):
        if versions.installed(module) is None:
            raise WorkerFault("no_module", f"The Python module {module} is missing.", cure=MODULE_CURE, finding="FHN2004")
    version = versions.installed("mlx_audio")
    assert version is not None
    if not version.is_supported:
        raise WorkerFault(
            "too_old",
            f"mlx-audio {version.text} is too old; {versions.LEAST} is required, {versions.KNOWN_GOOD} is known to work.",
            cure="Make the environment again with `dotnet build -t:SetupNarration -p:NarrationForce=true`.",
            finding="FHN2005",
        )
    return version


def import_mlx() -> Any:
    try:
        import mlx.core as mx

        mx.default_device()
    except Exception as error:  # a broken wheel, a missing driver, no Metal
        raise WorkerFault(
            "no_device",
            f"mlx cannot start: {error}",
            cure=DEVICE_CURE,
            finding="FHN2006",
        ) from error
    return mx


def _check_model(model: Any, folder: hub.ModelFolder) -> None:
    """mlx-audio only prints a warning for most of these, and then speaks noise."""
    kind = getattr(getattr(model, "config", None), "tts_model_type", "base")
    problem = None
    if kind != "base":
        problem = f"is a '{kind}' model; only Base models clone a voice"
    elif getattr(model, "tokenizer", None) is None:
        problem = "was loaded without its tokenizer"
    elif getattr(model, "speech_tokenizer", None) is None:
        problem = "was loaded without its speech tokenizer"
    elif not getattr(model.speech_tokenizer, "has_encoder", True):
        problem = "has no encoder for references"
    if problem is None:
        return
    raise WorkerFault(
        "no_model",
        f"The model {folder.model} {problem}.",
        cure="Use a Qwen3-TTS Base model of mlx-community, or fetch it again; the worker's log has mlx-audio's own words.",
        finding="FHN2021" if kind != "base" else "FHN2007",
    )
