"""WAV files: a strict reader for references, and the writer of what the model said."""

from __future__ import annotations

import hashlib
import io
import os
import struct
import wave
from dataclasses import dataclass
from pathlib import Path

import numpy as np


@dataclass(frozen=True)
class Recording:
    """Samples of one channel as float32 in [-1, 1], and how the file held them."""

    samples: np.ndarray
    sample_rate: int
    channels: int

    @property
    def seconds(self) -> float:
        return len(self.samples) / self.sample_rate


def read(path: Path) -> Recording:
    """Reads PCM of 8 to 32 bits and float WAV, mixed down to one channel. Raises ValueError for anything else."""
    data = path.read_bytes()
    if len(data) < 12 or data[:4] != b"RIFF" or data[8:12] != b"WAVE":
        raise ValueError("not a RIFF WAVE file")
    form: tuple[int, int, int, int] | None = None
    position = 12
    while position + 8 <= len(data):
        name, size = data[position : position + 4], struct.unpack_from("<I", data, position + 4)[0]
        body = data[position + 8 : position + 8 + size]
        if name == b"fmt ":
            if len(body) < 16:
                raise ValueError("the format chunk is cut off")
            tag, channels, rate, _, _, bits = struct.unpack_from("<HHIIHH", body)
            if tag == 0xFFFE and len(body) >= 26:  # extensible: the real tag opens the sub-format
                tag = struct.unpack_from("<H", body, 24)[0]
            form = (tag, channels, rate, bits)
        elif name == b"data":
            if form is None:
                raise ValueError("the samples come before their format")
            return _decode(body, *form)
        position += 8 + size + (size & 1)
    raise ValueError("there are no samples")


def _decode(body: bytes, tag: int, channels: int, rate: int, bits: int) -> Recording:
    if channels < 1 or rate < 1:
        raise ValueError(f"{channels} channels at {rate} Hz mean nothing")
    width = bits // 8
    if width:
        body = body[: len(body) // (width * channels) * width * channels]
    if tag == 1 and bits == 8:
        samples = (np.frombuffer(body, np.uint8).astype(np.float32) - 128) / 128
    elif tag == 1 and bits == 16:
        samples = np.frombuffer(body, "<i2").astype(np.float32) / 32768
    elif tag == 1 and bits == 24:
        parts = np.frombuffer(body, np.uint8).reshape(-1, 3).astype(np.int32)
        samples = (((parts[:, 0] | parts[:, 1] << 8 | parts[:, 2] << 16) ^ 0x800000) - 0x800000).astype(np.float32) / 8388608
    elif tag == 1 and bits == 32:
        samples = (np.frombuffer(body, "<i4") / 2147483648).astype(np.float32)
    elif tag == 3 and bits in (32, 64):
        samples = np.frombuffer(body, f"<f{width}").astype(np.float32)
    else:
        raise ValueError(f"encoding {tag} with {bits} bits is not supported; PCM or float is")
    if channels > 1:
        samples = samples.reshape(-1, channels).mean(axis=1, dtype=np.float32)
    return Recording(samples, rate, channels)


def resample(samples: np.ndarray, rate: int, target: int) -> np.ndarray:
    """Band-limited resampling through the spectrum: exact enough for a reference, and needs nothing beyond numpy."""
    if rate == target or len(samples) == 0:
        return samples
    count = max(1, round(len(samples) * target / rate))
    spectrum = np.fft.rfft(samples)
    wanted = count // 2 + 1
    spectrum = spectrum[:wanted] if len(spectrum) >= wanted else np.pad(spectrum, (0, wanted - len(spectrum)))
    return (np.fft.irfft(spectrum, count) * (count / len(samples))).astype(np.float32)


def write(path: Path, samples: np.ndarray, sample_rate: int) -> str:
    """Writes PCM 16 bit mono through a temporary file and a rename; returns the file's SHA-256 in lower-case hex."""
    pcm = np.round(np.clip(samples, -1.0, 1.0) * 32767.0).astype("<i2")
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(sample_rate)
        file.writeframes(pcm.tobytes())
    data = buffer.getvalue()
    temporary = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        temporary.write_bytes(data)
        os.replace(temporary, path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    return hashlib.sha256(data).hexdigest()
