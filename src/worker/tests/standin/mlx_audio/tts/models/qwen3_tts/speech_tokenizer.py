"""The stand-in's codec: codes that decode into something with the shape of speech, and the real one's way of counting."""

from __future__ import annotations

import mlx.core as mx
import numpy as np

from mlx_audio.since import has
from standin import CONTROL, record

RATE, FRAME, GROUPS = 24000, 1920, 16
LOUD = 2047  # in the third codebook: a frame that overdrives


class Qwen3TTSSpeechTokenizer:
    def __init__(self, config: dict) -> None:
        self.decode_upsample_rate = FRAME
        self.encoder_model = object() if config.get("encoder_config") is not None else None
        if not has("Qwen3TTSSpeechTokenizer.has_encoder"):
            self.encoder_model = None

    if has("Qwen3TTSSpeechTokenizer.has_encoder"):

        @property
        def has_encoder(self) -> bool:
            return self.encoder_model is not None

    def encode(self, audio: mx.array) -> mx.array:
        """[batch, 1, samples] to [batch, groups, frames]."""
        if self.encoder_model is None:
            raise ValueError("Encoder not available for this speech tokenizer")
        samples = np.asarray(audio)[0, 0]
        frames = -(-len(samples) // FRAME)
        parts = np.pad(samples, (0, frames * FRAME - len(samples))).reshape(frames, FRAME)
        codes = np.ones((GROUPS, frames), np.int32)
        codes[0] = np.clip(np.sqrt((parts**2).mean(axis=1)) * 800, 1, 255)
        codes[1] = np.abs(np.diff(np.sign(parts), axis=1)).sum(axis=1) % 90
        if CONTROL.get("zero_reference"):
            codes[0, :2] = 0
        record("encode", samples=len(samples), tail_is_silent=bool(len(samples) > 12000 and not samples[-12000:].any()))
        return mx.array(codes[None])

    if not has("Qwen3TTSSpeechTokenizer.encode"):
        del encode

    def decode(self, audio_codes: mx.array) -> mx.array:
        """[batch, frames, groups] to audio [batch, samples] and its valid lengths. Counts codes above 0, so a code 0 is lost."""
        codes = np.asarray(audio_codes)
        audio = np.stack([_sound(one) for one in codes])
        lengths = (codes[..., 0] > 0).sum(axis=1) * self.decode_upsample_rate
        return mx.array(audio), mx.array(lengths)


def _sound(codes: np.ndarray) -> np.ndarray:
    """Harmonics of a wandering pitch under the envelope that the first codebook draws."""
    frames = len(codes)
    at = np.arange(frames * FRAME) / FRAME - 0.5
    centres = np.arange(frames)
    level = np.where(codes[:, 0] <= 3, 0, codes[:, 0]) / 800 * np.where(codes[:, 2] == LOUD, 12, 1)
    pitch = 90 + codes[:, 1] % 90 + codes[:, 3] % 7
    phase = np.cumsum(2 * np.pi * np.interp(at, centres, pitch) / RATE)
    voice = sum(np.sin(phase * k) / k for k in range(1, 5))
    noise = np.random.default_rng(_seed(codes)).standard_normal(len(at))
    return (np.interp(at, centres, level) * (voice + 0.05 * noise)).astype(np.float32)


def _seed(codes: np.ndarray) -> int:
    return int((codes.astype(np.int64) * np.arange(1, GROUPS + 1)).sum() & 0x7FFFFFFF)
