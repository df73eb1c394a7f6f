"""Keeps mlx under the host's limit."""

from __future__ import annotations

from typing import Any

from .faults import MemoryLimitExceeded

GIB = 1 << 30
_CACHE_SHARE = 4  # freed buffers that mlx keeps for reuse may take a quarter


class MemoryGuard:
    """Sets mlx's own limits, which are a guideline to it, and checks them between tokens, which makes them hold."""

    def __init__(self, mx: Any, limit_gib: float | None) -> None:
        self._mx = mx
        self._limit = int(limit_gib * GIB) if limit_gib else None
        if self._limit:
            mx.set_memory_limit(self._limit)
            mx.set_cache_limit(self._limit // _CACHE_SHARE)

    def check(self) -> None:
        """Raises when more is in use than the host allows; cheap enough for every token."""
        if self._limit and (used := self._mx.get_active_memory()) > self._limit:
            raise MemoryLimitExceeded(f"{used / GIB:.2f} GiB in use, over NarrationMemoryLimit of {self._limit / GIB:g} GiB")

    def begin(self) -> None:
        """Peaks are counted for each batch."""
        self._mx.reset_peak_memory()

    def peak_gib(self) -> float:
        return round(self._mx.get_peak_memory() / GIB, 3)

    def release(self) -> None:
        """Gives the cache of freed buffers back."""
        self._mx.clear_cache()
