"""Sees every generated token, and can stop the generation between two of them.

mlx-audio has no callback. Its generation loops drive a tqdm progress bar, also when the bar is disabled, so a subclass
that takes tqdm's place before mlx_audio is imported hears of every token; an exception raised there ends the generation
cleanly: the next one gives the same bits as if nothing had happened.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

_listener: Callable[[int], None] | None = None


def listen(listener: Callable[[int], None] | None) -> None:
    """Who is told of tokens, with their number; None for nobody."""
    global _listener
    _listener = listener


def tick(tokens: int = 1) -> None:
    """A sign of life; raises what the listener raises."""
    if _listener is not None:
        _listener(tokens)


def install() -> None:
    """Takes tqdm's place. Must come before the first import of mlx_audio, which binds the class by name."""
    import tqdm

    if getattr(tqdm.tqdm, "_reports_tokens", False):
        return

    class ReportingBar(tqdm.tqdm):
        _reports_tokens = True

        def update(self, n: float | None = 1) -> bool | None:
            shown = super().update(n)
            tick(int(n or 0))
            return shown

    tqdm.tqdm = ReportingBar


def attach(model: Any) -> None:
    """Below 0.3.1 the loop has no progress bar: there each sampled token of the first codebook counts instead."""
    module = sys.modules.get(type(model).__module__)
    if getattr(getattr(module, "tqdm", None), "_reports_tokens", False):
        return
    sample = getattr(model, "_sample_token", None)
    if sample is None:
        return

    def sample_and_tick(*args: Any, **kwargs: Any) -> Any:
        if "generated_tokens" in kwargs:  # the other codebooks are sampled without it
            tick(1)
        return sample(*args, **kwargs)

    model._sample_token = sample_and_tick
