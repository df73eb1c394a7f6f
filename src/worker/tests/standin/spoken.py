"""What the stand-in's voice said, so that its ears can hear it: a file beside the control file, told apart by the envelope of the sound,
which survives trimming, another level and another rate."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, Optional

import numpy as np

FRAMES_PER_SECOND = 100
_FILE = os.environ.get("FH_STANDIN", "")


def envelope(samples: np.ndarray, rate: int) -> np.ndarray:
    """Deviations of the level from its mean, 100 a second."""
    length = rate // FRAMES_PER_SECOND
    frames = len(samples) // length
    level = np.sqrt((samples[: frames * length].reshape(frames, length).astype(np.float64) ** 2).mean(axis=1))
    return level - level.mean()


def remember(text: str, samples: np.ndarray, rate: int, identity: int) -> None:
    if _FILE:
        line = json.dumps({"text": text, "identity": identity, "envelope": [round(float(v), 5) for v in envelope(samples, rate)]})
        with open(f"{_FILE}.spoken", "a", encoding="utf-8") as file:
            file.write(line + "\n")


def recall(samples: np.ndarray, rate: int) -> Optional[dict[str, Any]]:
    """The line that was spoken so; None of another sound."""
    if not Path(f"{_FILE}.spoken").exists():
        return None
    heard = envelope(samples, rate)
    best, found = 0.8, None
    for line in Path(f"{_FILE}.spoken").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        known = np.array(entry["envelope"])
        size = float(np.linalg.norm(heard) * np.linalg.norm(known))
        likeness = float(np.correlate(heard, known, "full").max() / size) if size else 0.0
        if likeness > best:
            best, found = likeness, entry
    return found
