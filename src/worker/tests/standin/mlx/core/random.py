"""One global state, as mlx has it: `seed` sets it and every use moves it on."""

import os

import numpy as np

_state = np.random.default_rng(int.from_bytes(os.urandom(8), "little"))


def seed(seed: int) -> None:
    global _state
    _state = np.random.default_rng(int(seed))


def next_number() -> int:
    """Not in mlx: what the stand-in model draws its generators from."""
    return int(_state.integers(1 << 62))
