"""The stand-in's Qwen3-ForcedAligner: times on a grid of 80 ms, monotonic, and the last word ends after the clip."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Any, List, Union

import mlx.core as mx
import numpy as np

from mlx_audio.since import before
from standin import fires, record

if before("0.3.1"):
    raise ImportError("No module named 'mlx_audio.stt.models.qwen3_asr.qwen3_forced_aligner'")

GRID = 0.08
SAMPLE_RATE = 16000


@dataclass(frozen=True)
class ForcedAlignItem:
    text: str
    start_time: float
    end_time: float


@dataclass(frozen=True)
class ForcedAlignResult:
    items: List[ForcedAlignItem]


class ForceAlignProcessor:
    def is_kept_char(self, ch: str) -> bool:
        if ch == "'":
            return True
        cat = unicodedata.category(ch)
        if cat.startswith("L") or cat.startswith("N"):
            return True
        return False

    def clean_token(self, token: str) -> str:
        return "".join(ch for ch in token if self.is_kept_char(ch))

    def tokenize_space_lang(self, text: str) -> List[str]:
        return [cleaned for seg in text.split() if (cleaned := self.clean_token(seg))]


class ForcedAlignerModel:
    def __init__(self, config: Any):
        self.config = config
        self.aligner_processor = ForceAlignProcessor()

    def generate(
        self,
        audio: Union[str, mx.array, np.ndarray, List[Union[str, mx.array, np.ndarray]]],
        text: Union[str, List[str]],
        language: Union[str, List[str]] = "English",
        **kwargs,
    ) -> Union[ForcedAlignResult, List[ForcedAlignResult]]:
        record("align", text=text, language=language)
        if language.lower() == "japanese":
            raise ImportError("Japanese tokenization requires nagisa. Install with: pip install nagisa")
        words = self.aligner_processor.tokenize_space_lang(text)
        if fires("other_items", text):
            words = [*words[:-1], "else"]
        steps = round(len(np.asarray(audio)) / SAMPLE_RATE / GRID)
        starts = [round((0.1 + 0.85 * n / max(1, len(words))) * steps) * GRID for n in range(len(words))]
        ends = [*starts[1:], (steps + 6) * GRID]
        mx.clear_cache()
        return ForcedAlignResult([ForcedAlignItem(w, round(s, 3), round(e, 3)) for w, s, e in zip(words, starts, ends)])
