"""Stands between the model and its speech tokenizer: encodes a reference once, and tells true lengths.

The tokenizer counts only codes above 0, so each legitimate code 0 cuts 80 ms from the end and shifts the
reference's audio into the head. The number of frames is known from the codes' shape; that is what `decode` returns here.
"""

from __future__ import annotations

from typing import Any

from . import progress
from .references import Voice

DEFAULT_SAMPLES_PER_FRAME = 1920


class CodecGuard:
    """Overrides `encode` and `decode` of one speech tokenizer, on the instance; steps aside where their form is another."""

    def __init__(self, mx: Any, tokenizer: Any) -> None:
        self._mx = mx
        self._encode = getattr(tokenizer, "encode", None)  # from 0.3.0
        self._decode = tokenizer.decode
        self.samples_per_frame = int(getattr(tokenizer, "decode_upsample_rate", 0) or DEFAULT_SAMPLES_PER_FRAME)
        self.voice: Voice | None = None
        if self._encode is not None:
            tokenizer.encode = self.encode
        tokenizer.decode = self.decode

    @property
    def can_encode(self) -> bool:
        return self._encode is not None

    def encode(self, audio: Any) -> Any:
        """The reference's codes; computed once for each voice, however often the voice changes."""
        if self.voice is None:
            return self._encode(audio)
        if self.voice.codes is None:
            codes = self._encode(audio)
            self._mx.eval(codes)
            self.voice.codes = codes
        return self.voice.codes

    def decode(self, codes: Any) -> Any:
        """Audio and its valid length, from the shape of the codes where the answer has the form that is known."""
        progress.tick(0)  # the vocoder is silent for seconds with a long reference
        answer = self._decode(codes)
        if not (isinstance(answer, tuple) and len(answer) == 2 and getattr(codes, "ndim", 0) == 3):
            return answer
        audio, _ = answer
        batch, frames = codes.shape[0], codes.shape[1]
        if audio.ndim != 2 or audio.shape[-1] < frames * self.samples_per_frame:
            return answer
        return audio, self._mx.array([frames * self.samples_per_frame] * batch)
