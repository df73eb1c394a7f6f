"""The stand-in's part of mlx_audio.utils."""

from __future__ import annotations

import os
import wave
from pathlib import Path
from typing import List, Optional, Union

import mlx.core as mx
import numpy as np

from .since import has


def _is_local_path(path: str) -> bool:
    return path.startswith((".", "/", "~"))


def get_model_path(
    path_or_hf_repo: str,
    revision: Optional[str] = None,
    force_download: bool = False,
    allow_patterns: Optional[List[str]] = None,
) -> Path:
    path = Path(path_or_hf_repo).expanduser()
    if path.exists():
        return path
    if _is_local_path(path_or_hf_repo):
        raise FileNotFoundError(f"Local path not found: {path_or_hf_repo}")
    from standin import record

    record("download", repo=path_or_hf_repo, revision=revision, offline=os.environ.get("HF_HUB_OFFLINE"))
    raise OSError("the stand-in has no network")


def load_audio(
    audio: Union[str, mx.array],
    sample_rate: int = 24000,
    length: Optional[int] = None,
    volume_normalize: bool = False,
    segment_duration: Optional[int] = None,
) -> mx.array:
    if isinstance(audio, mx.array):
        return audio
    if not isinstance(audio, str):
        raise TypeError(f"audio must be str or mx.array, got {type(audio)}")
    if not os.path.exists(audio):
        raise FileNotFoundError(f"Audio file not found: {audio}")
    from standin import record

    record("load_audio", path=audio)
    with wave.open(audio, "rb") as file:
        samples = np.frombuffer(file.readframes(file.getnframes()), "<i2").astype(np.float32) / 32768
        samples = samples.reshape(-1, file.getnchannels()).mean(axis=1)
        count = round(len(samples) * sample_rate / file.getframerate())
    if count != len(samples):
        samples = np.interp(np.linspace(0, len(samples) - 1, count), np.arange(len(samples)), samples)
    return mx.array(samples, dtype=mx.float32)


if not has("mlx_audio.utils.load_audio"):
    del load_audio
