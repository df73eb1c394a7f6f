"""A stand-in for mlx.core: arrays on numpy, and the few functions that the worker and the stand-in model call."""

from __future__ import annotations

import os
import sys
from typing import Any

import numpy as np

from standin import CONTROL, record

from . import random as random

__version__ = CONTROL.get("mlx_version", "0.32.1")
float32 = np.float32
int32 = np.int32
_limits: dict[str, int] = {}
record("import", module="mlx.core")
if CONTROL.get("no_device") == "sandbox":  # nobody can catch this one
    reason = "*** -[__NSArray0 objectAtIndex:]: index 0 beyond bounds for empty array"
    print(f"*** Terminating app due to uncaught exception 'NSRangeException', reason: '{reason}'", file=sys.stderr, flush=True)
    os.abort()
if CONTROL.get("no_device"):
    raise RuntimeError("[metal::load_device] No Metal device found")


class array:
    """Immutable, of float32 unless it is told otherwise, and no numpy array: mlx-audio takes only its own."""

    def __init__(self, values: Any, dtype: Any = None) -> None:
        values = values._values if isinstance(values, array) else np.asarray(values)
        if dtype is None:
            dtype = np.float32 if values.dtype.kind == "f" else np.int32
        self._values = values.astype(dtype)

    shape = property(lambda self: self._values.shape)
    ndim = property(lambda self: self._values.ndim)
    size = property(lambda self: int(self._values.size))
    dtype = property(lambda self: self._values.dtype)

    def astype(self, dtype: Any) -> array:
        return array(self._values, dtype)

    def sum(self, axis: int | None = None) -> array:
        return array(self._values.sum(axis=axis))

    def reshape(self, *shape: int) -> array:
        return array(self._values.reshape(*shape), self._values.dtype)

    def tolist(self) -> Any:
        return self._values.tolist()

    def item(self) -> Any:
        return self._values.item()

    def __getitem__(self, key: Any) -> array:
        return array(self._values[key], self._values.dtype)

    def __array__(self, dtype: Any = None, copy: Any = None) -> np.ndarray:
        return self._values.astype(dtype) if dtype is not None else self._values

    def __len__(self) -> int:
        return len(self._values)

    def __int__(self) -> int:
        return int(self._values)

    def __float__(self) -> float:
        return float(self._values)


class _Device:
    def __init__(self, kind: str) -> None:
        self.type = kind

    def __repr__(self) -> str:
        return f"Device({self.type}, 0)"


def default_device() -> _Device:
    return _Device(CONTROL.get("device", "gpu"))


def device_info() -> dict[str, Any]:
    """As mlx's: what Metal recommends stands there only where there is Metal."""
    size = CONTROL.get("working_set")
    return {"architecture": "standin"} | ({"max_recommended_working_set_size": size} if size else {})


def load(path: str) -> dict[str, Any]:
    """As much as the speaker encoder needs: a model's weights, whatever the file holds."""
    return {"s3gen.speaker_encoder.head.conv1.weight": array([0.0]), "t3.text_emb.weight": array([0.0])}


def eval(*arrays: Any) -> None:
    pass


def set_memory_limit(limit: int) -> int:
    record("memory_limit", bytes=limit)
    previous, _limits["memory"] = _limits.get("memory", 0), limit
    return previous


def set_cache_limit(limit: int) -> int:
    record("cache_limit", bytes=limit)
    previous, _limits["cache"] = _limits.get("cache", 0), limit
    return previous


def get_active_memory() -> int:
    return int(CONTROL.get("bytes_in_use", 1 << 30))


def get_peak_memory() -> int:
    return int(CONTROL.get("bytes_in_use", 1 << 30)) * 3 // 2


def reset_peak_memory() -> None:
    pass


def clear_cache() -> None:
    record("clear_cache")
