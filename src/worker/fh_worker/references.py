"""The reference of a voice: read once, cut, brought to the model's rate, with silence behind it."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .faults import WorkerFault

if TYPE_CHECKING:  # the doctor checks files on machines without numpy too
    import numpy as np

LONGEST_SECONDS = 60.0
SHORTEST_SECONDS = 1.0
TRAILING_SILENCE_SECONDS = 0.5  # keeps the reference's own tail out of the result
_LFS_POINTER = b"version https://git-lfs.github.com/spec/"


@dataclass
class Voice:
    """A voice as the host configured it, and what was made of it so far."""

    name: str
    ref_audio: str
    ref_text: str
    start: float | None = None
    end: float | None = None
    allow_long_reference: bool = False
    seconds: float = 0.0  # of the part that is used, without the silence
    audio: Any = field(default=None, repr=False)  # mx.array at the model's rate, once loaded
    codes: Any = field(default=None, repr=False)  # the encoded reference, once encoded

    @staticmethod
    def of(message: dict[str, Any]) -> Voice:
        """From the protocol; times are seconds or null."""
        return Voice(
            name=str(message.get("name") or ""),
            ref_audio=str(message.get("ref_audio") or ""),
            ref_text=" ".join(str(message.get("ref_text") or "").split()),
            start=_seconds(message.get("start")),
            end=_seconds(message.get("end")),
            allow_long_reference=bool(message.get("allow_long_reference")),
        )

    @property
    def max_batch(self) -> int:
        """The reference stands in front of every segment of a batch, in the attention cache and in the vocoder:
        the longer it is, the fewer fit."""
        return 8 if self.seconds <= 30 else 4 if self.seconds <= 60 else 2 if self.seconds <= 120 else 1


def _seconds(value: Any) -> float | None:
    return None if value is None or value == "" else float(value)


def check_files(voice: Voice) -> None:
    """What can be told of a reference from its files alone; raises `bad_reference`."""
    if not voice.ref_audio:
        raise _bad(voice, "it has no reference audio", "Give the voice ReferenceAudio and ReferenceText.", "FHN2008")
    path = Path(voice.ref_audio)
    if not path.is_file():
        raise _bad(voice, f"its reference {path} does not exist", "Check the voice's ReferenceAudio.", "FHN2008")
    try:
        with path.open("rb") as file:
            head = file.read(len(_LFS_POINTER))
    except OSError as error:
        raise _bad(voice, f"its reference {path} cannot be read ({error.strerror})", "Check the file's permissions.", "FHN2009") from error
    if head == _LFS_POINTER:
        raise _bad(voice, f"its reference {path} is a Git LFS pointer, not the recording", "Run `git lfs pull`.", "FHN2011")
    if not voice.ref_text:
        raise _bad(voice, "it has no transcript of its reference", "Give the voice ReferenceText: every word of the recording.", "FHN2008")


def load(voice: Voice, sample_rate: int, *, with_mlx_audio: bool = True) -> np.ndarray:
    """The reference at the model's rate, mixed down and cut, without the silence. Raises `bad_reference`.

    Without mlx-audio only WAV files can be read; the doctor does so where importing mlx would end the process.
    """
    import numpy as np

    check_files(voice)
    try:
        samples = _read(Path(voice.ref_audio), sample_rate, with_mlx_audio)
    except WorkerFault:
        raise
    except Exception as error:  # decoders raise their own kinds
        cure = "Convert it: a mono WAV of 24 kHz, PCM 16 bit, is best."
        raise _bad(voice, f"its reference {voice.ref_audio} is not readable audio ({error})", cure, "FHN2009") from error
    if not np.isfinite(samples).all():
        raise _bad(voice, "its reference holds samples that are not numbers", "Export the recording again.", "FHN2009")
    samples = cut(voice, samples, sample_rate)
    voice.seconds = len(samples) / sample_rate
    check_length(voice)
    return samples


def cut(voice: Voice, samples: np.ndarray, sample_rate: int) -> np.ndarray:
    """The part between Start and End."""
    total = len(samples) / sample_rate
    start, end = voice.start or 0.0, total if voice.end is None else min(voice.end, total)
    if not 0 <= start < end:
        raise _bad(
            voice, f"Start {start:g} s and End {end:g} s leave nothing of {total:.1f} s of reference", "Check Start and End.", "FHN2009"
        )
    return samples[round(start * sample_rate) : round(end * sample_rate)]


def check_length(voice: Voice) -> None:
    if voice.seconds < SHORTEST_SECONDS:
        raise _bad(voice, f"its reference has only {voice.seconds:.1f} s", "Record 3 to 30 s of clear speech.", "FHN2009")
    if voice.seconds > LONGEST_SECONDS and not voice.allow_long_reference:
        raise _bad(
            voice,
            f"its reference has {voice.seconds:.0f} s; over {LONGEST_SECONDS:.0f} s cloning becomes slow and unsteady",
            'Choose 3 to 30 s with Start and End (and the transcript of just that part), or set AllowLongReference="true".',
            "FHN2010",
        )


def with_silence(samples: np.ndarray, sample_rate: int) -> np.ndarray:
    """What the model hears."""
    import numpy as np

    return np.concatenate([samples, np.zeros(round(TRAILING_SILENCE_SECONDS * sample_rate), np.float32)]).astype(np.float32)


def _read(path: Path, sample_rate: int, with_mlx_audio: bool) -> np.ndarray:
    """Through mlx-audio's own loader where it has one for arrays (0.3.1 and later); before that WAV files only."""
    import numpy as np

    from . import wav

    load_audio = None
    if with_mlx_audio:
        try:
            from mlx_audio.utils import load_audio
        except ImportError:
            pass
    if load_audio is None:
        recording = wav.read(path)
        return wav.resample(recording.samples, recording.sample_rate, sample_rate)
    return np.asarray(load_audio(os.fspath(path), sample_rate=sample_rate), dtype=np.float32)


def _bad(voice: Voice, what: str, cure: str, finding: str) -> WorkerFault:
    return WorkerFault("bad_reference", f"Voice '{voice.name}': {what}.", cure=cure, finding=finding, voice=voice.name)
