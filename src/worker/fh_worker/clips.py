"""What goes into one generation and what comes out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import numpy as np

from .faults import WorkerFault

_CONTROL_TOKEN = re.compile(r"<\|[^|>]*\|>")


@dataclass(frozen=True)
class Sampling:
    """mlx-audio's own defaults. With a reference it raises the penalty to at least 1.5 by itself."""

    temperature: float = 0.9
    top_k: int = 50
    top_p: float = 1.0
    repetition_penalty: float = 1.05

    @staticmethod
    def of(message: dict[str, Any] | None) -> Sampling:
        message = message or {}
        default = Sampling()
        return Sampling(
            float(message.get("temperature", default.temperature)),
            int(message.get("top_k", default.top_k)),
            float(message.get("top_p", default.top_p)),
            float(message.get("repetition_penalty", default.repetition_penalty)),
        )


@dataclass(frozen=True)
class Clip:
    """One text's audio. `finish` is "eos" when the model ended by itself, "length" when a cap cut it."""

    samples: np.ndarray
    sample_rate: int
    frames: int
    finish: str


def check_text(text: str) -> str:
    """White space collapsed. The model invents sound for an empty text, and obeys control tokens inside one."""
    text = " ".join(text.split())
    if not any(character.isalnum() for character in text):
        raise WorkerFault("bad_input", "The text has nothing to say; the model would invent sound for it.")
    if _CONTROL_TOKEN.search(text):
        raise WorkerFault("bad_input", "The text holds a control token of the model, such as <|im_end|>.")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise WorkerFault("bad_input", "The text holds half of a surrogate pair.") from None
    return text


def clip_of(samples: np.ndarray, sample_rate: int, frames: int, cap: int, samples_per_frame: int) -> Clip:
    """Holds a result against its own frames; raises a retryable fault when it is no whole clip."""
    expected = frames * samples_per_frame
    if frames == 0 or len(samples) == 0:
        raise WorkerFault("no_audio", "The model made no sound.", retryable=True)
    if not np.isfinite(samples).all():
        raise WorkerFault("no_audio", "The model made samples that are not numbers.", retryable=True)
    if expected < len(samples) <= expected + 2:
        samples = samples[-expected:]  # the reference is cut off by a proportion, which may round a sample away
    if len(samples) != expected:
        raise WorkerFault("internal", f"{frames} frames should give {expected} samples and gave {len(samples)}.", retryable=True)
    return Clip(samples, sample_rate, frames, "length" if frames >= cap else "eos")
