"""The stand-in's Qwen3-ASR: hears what the stand-in's voice said. One class is both, as in the real one."""

from __future__ import annotations

import time
from typing import Any, List, Optional, Union

import mlx.core as mx
import numpy as np

from mlx_audio.stt.models.base import STTOutput
from spoken import recall
from standin import CONTROL, fires, record, suffer

SAMPLE_RATE = 16000


class ModelConfig:
    def __init__(self, config: dict) -> None:
        self.model_type = (config.get("thinker_config") or {}).get("model_type") or config["model_type"]
        self.support_languages = config.get("support_languages") or []


class Qwen3ASRModel:
    def __init__(self, config: ModelConfig):
        self.config = config

    @property
    def sample_rate(self) -> int:
        return SAMPLE_RATE

    def generate(
        self,
        audio: Union[str, mx.array, np.ndarray, List[Union[str, mx.array, np.ndarray]]],
        *,
        max_tokens: int = 8192,
        batch_size: int = 1,
        temperature: float = 0.0,
        top_p: float = 1.0,
        top_k: int = 0,
        min_p: float = 0.0,
        min_tokens_to_keep: int = 1,
        repetition_penalty: Optional[float] = None,
        repetition_context_size: int = 100,
        language: Optional[str] = None,
        prefill_step_size: int = 2048,
        chunk_duration: float = 1200.0,
        min_chunk_duration: float = 1.0,
        verbose: bool = False,
        stream: bool = False,
        system_prompt: str | None = None,
        hotwords: Optional[List[str]] = None,
        **kwargs,
    ) -> STTOutput:
        del kwargs
        found = recall(np.asarray(audio), SAMPLE_RATE)
        text = "" if found is None else str(found["text"])
        record("transcribe", text=text, language=language, max_tokens=max_tokens, prompt=system_prompt)
        time.sleep(float(CONTROL.get("seconds_to_hear", 0)))
        suffer(text, hearing=True)
        if fires("deaf", text):
            text = ""
        if fires("mishear", text):
            text = " ".join(text.split()[:-1])
        mx.clear_cache()
        return STTOutput(text=text, segments=[{"text": text, "language": language}], language=[language])


class Model:
    """Forwards to the model that its config names."""

    def __init__(self, config: Any):
        from .qwen3_forced_aligner import ForcedAlignerModel

        self._model = ForcedAlignerModel(config) if config.model_type == "qwen3_forced_aligner" else Qwen3ASRModel(config)
        self.config = self._model.config

    def __getattr__(self, name):
        return getattr(self._model, name)
