"""Keeps mlx under the host's limit, and under what the machine can bear."""

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
        self._name = "NarrationMemoryLimit"
        working_set = recommended_working_set(mx) if self._limit else None
        if self._limit and working_set and working_set < self._limit:
            self._limit = working_set
            self._name = f"the working set that Metal recommends on this machine (less than NarrationMemoryLimit, {limit_gib:g} GiB)"
        if self._limit:
            mx.set_memory_limit(self._limit)
            mx.set_cache_limit(self._limit // _CACHE_SHARE)

    def check(self) -> None:
        """Raises when more is in use than allowed; cheap enough for every token."""
        if self._limit and (used := self._mx.get_active_memory()) > self._limit:
            raise MemoryLimitExceeded(f"{used / GIB:.2f} GiB in use, over {self._limit / GIB:.4g} GiB, {self._name}")

    def begin(self) -> None:
        """Peaks are counted for each batch."""
        self._mx.reset_peak_memory()

    def peak_gib(self) -> float:
        return round(self._mx.get_peak_memory() / GIB, 3)

    def release(self) -> None:
        """Gives the cache of freed buffers back."""
        self._mx.clear_cache()


def recommended_working_set(mx: Any) -> int | None:
    """Bytes that the graphics processor can hold without swapping, about two thirds of a small Mac's memory; None without Metal.

    mlx itself allows one and a half times that, so on a Mac with 8 GB neither it nor a limit of 15 GiB would ever trip.
    """
    # Newer versions of mlx have the first and print a deprecation for the second.
    ask = getattr(mx, "device_info", None) or getattr(getattr(mx, "metal", None), "device_info", None)
    if ask is None:
        return None
    try:
        size = ask().get("max_recommended_working_set_size")
    except Exception:  # a build without Metal says so by raising
        return None
    return int(size) if size else None
