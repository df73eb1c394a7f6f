"""The stand-in's speaker encoder: tells voices apart by their pitch, as the stand-in's voice clones it."""

from __future__ import annotations

import mlx.core as mx
import numpy as np

from spoken import recall
from standin import record

RATE, FRAME, IDENTITIES = 16000, 1280, 90


class CAMPPlus:
    def __init__(
        self,
        feat_dim: int = 80,
        embedding_size: int = 192,
        growth_rate: int = 32,
        bn_size: int = 4,
        init_channels: int = 128,
        config_str: str = "batchnorm-relu",
        memory_efficient: bool = True,
        output_level: str = "segment",
        **kwargs,
    ):
        self._weights: dict = {}

    def sanitize(self, weights: dict) -> dict:
        return weights

    def load_weights(self, weights: list, strict: bool = True) -> None:
        if strict and not weights:
            raise ValueError("Missing 1 parameters: head.conv1.weight.")
        self._weights = dict(weights)

    def eval(self) -> None:
        pass

    def inference(self, audio: mx.array) -> mx.array:
        samples = np.asarray(audio)
        record("embed", samples=len(samples))
        found = recall(samples, RATE)
        identity = _identity(samples) if found is None else int(found["identity"])
        distance = np.abs(np.arange(IDENTITIES) - identity)
        return mx.array(np.exp(-((np.minimum(distance, IDENTITIES - distance) / 6.0) ** 2))[None])


def _identity(samples: np.ndarray) -> int:
    """As the speech tokenizer makes its second codebook."""
    frames = max(1, len(samples) // FRAME)
    parts = np.resize(samples, frames * FRAME).reshape(frames, FRAME)
    return int(np.median(np.abs(np.diff(np.sign(parts), axis=1)).sum(axis=1))) % IDENTITIES
