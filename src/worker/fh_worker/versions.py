"""What each version of mlx-audio and mlx can do, lacks, or is known to do wrong."""

from __future__ import annotations

import importlib.util
import re
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

LEAST = "0.3.0rc1"  # the first with Qwen3-TTS
IN_CONTEXT = "0.3.0"  # the first that clones from reference and transcript together
BATCH = "0.4.4"  # batches with a reference, the reference cache, and no hidden cap in `generate`
KNOWN_GOOD = "0.5.0"  # the newest release that this worker was run against
LAST_WITH_EARLY_ENDS = "0.5.0"  # pull requests 897 and 914 came after it

_CRASHING_MLX = {
    "0.31.1": "crashes under concurrent GPU work",
    "0.31.2": "crashes when a thread that used it exits",
}


def key(version: str) -> tuple[int, int, int, int, int]:
    """Orders versions: a release candidate comes before its release, a development build of the next after the last."""
    match = re.match(r"(\d+)\.(\d+)(?:\.(\d+))?(?:\.?(dev|a|b|rc)(\d+)?)?", version.strip())
    if match is None:
        return (0, 0, 0, 0, 0)
    stage = {"dev": 0, "a": 1, "b": 2, "rc": 3, None: 4}[match[4]]
    return (int(match[1]), int(match[2]), int(match[3] or 0), stage, int(match[5] or 0))


@dataclass(frozen=True)
class EngineVersion:
    """An installed mlx-audio, and what follows from its version."""

    text: str

    @property
    def is_supported(self) -> bool:
        return key(self.text) >= key(LEAST)

    @property
    def clones_in_context(self) -> bool:
        return key(self.text) >= key(IN_CONTEXT)

    @property
    def has_batches(self) -> bool:
        return key(self.text) >= key(BATCH)

    @property
    def has_hidden_cap(self) -> bool:
        """Between these versions `generate` stops at `max(75, 6 × text tokens)` without a word."""
        return key(IN_CONTEXT) <= key(self.text) < key(BATCH)


def installed(module: str) -> EngineVersion | None:
    """The version that an import would find, without importing it (which would start the device)."""
    try:
        spec = importlib.util.find_spec(module)
    except (ImportError, ValueError):
        return None
    if spec is None:
        return None
    for folder in spec.submodule_search_locations or []:
        file = Path(folder) / "version.py"
        if file.is_file():
            match = re.search(r"""__version__\s*=\s*["']([^"']+)["']""", file.read_text(encoding="utf-8"))
            if match:
                return EngineVersion(match[1])
    try:
        return EngineVersion(metadata.version(module.replace("_", "-")))
    except metadata.PackageNotFoundError:
        return EngineVersion("0")


def module_text(relative: str) -> str:
    """The source of a file of mlx_audio, or nothing; read to see which fixes a development version has."""
    spec = importlib.util.find_spec("mlx_audio")
    for folder in (spec.submodule_search_locations if spec else None) or []:
        file = Path(folder) / relative
        if file.is_file():
            return file.read_text(encoding="utf-8", errors="replace")
    return ""


def known_faults(mlx_audio: EngineVersion, mlx: str) -> list[str]:
    """Sentences for the user about what the installed versions lack or do wrong."""
    faults: list[str] = []
    if not mlx_audio.clones_in_context:
        faults.append(
            f"mlx-audio {mlx_audio.text} takes only the timbre of a reference; {IN_CONTEXT} and later clone from reference and transcript."
        )
    if not mlx_audio.has_batches:
        faults.append(
            f"mlx-audio {mlx_audio.text} makes one segment at a time; {BATCH} and later make batches and keep the encoded reference."
        )
    if key(mlx_audio.text) <= key(LAST_WITH_EARLY_ENDS):
        source = module_text("tts/models/qwen3_tts/qwen3_tts.py")
        missing = ["creeping pace (pull request 914)"]
        if "eos_logit" in source or not source:
            missing.insert(0, "early ends (pull request 897)")
        faults.append(f"mlx-audio {mlx_audio.text} has no fix for {' and '.join(missing)}; a release after {LAST_WITH_EARLY_ENDS} has it.")
    if mlx in _CRASHING_MLX:
        faults.append(f"mlx {mlx} {_CRASHING_MLX[mlx]}; this worker keeps to one thread, but another version is safer.")
    return faults
