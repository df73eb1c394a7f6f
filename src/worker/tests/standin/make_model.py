"""Writes a model folder that the stand-in loads, and that passes the worker's checks of files."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

LANGUAGES = ["chinese", "english", "german", "italian", "portuguese", "spanish", "japanese", "korean", "french", "russian"]


def make_model(folder: Path, *, encoder: bool = True, **config: Any) -> Path:
    """The folder, with a config.json in which `config` replaces what a Base model has."""
    tokenizer = folder / "speech_tokenizer"
    tokenizer.mkdir(parents=True, exist_ok=True)
    values: dict[str, Any] = {
        "model_type": "qwen3_tts",
        "tokenizer_type": "qwen3_tts_tokenizer_12hz",
        "tts_model_type": "base",
        "talker_config": {"codec_language_id": {name: 2050 + number for number, name in enumerate(LANGUAGES)}},
        **config,
    }
    (folder / "config.json").write_text(json.dumps(values, indent=2), encoding="utf-8")
    (folder / "tokenizer_config.json").write_text("{}", encoding="utf-8")
    (folder / "model.safetensors").write_bytes(b"\2\0\0\0\0\0\0\0{}")
    (tokenizer / "config.json").write_text(json.dumps({"encoder_config": {} if encoder else None}), encoding="utf-8")
    (tokenizer / "model.safetensors").write_bytes(b"\2\0\0\0\0\0\0\0{}")
    return folder


def make_hub(root: Path, name: str, revision: str = "0123456789abcdef0123456789abcdef01234567", **config: Any) -> Path:
    """The same inside a hub cache, with `main` pointing at the revision; returns the snapshot."""
    model = root / ("models--" + name.replace("/", "--"))
    (model / "refs").mkdir(parents=True, exist_ok=True)
    (model / "refs" / "main").write_text(revision, encoding="utf-8")
    return make_model(model / "snapshots" / revision, **config)


def make_recognizer(root: Path, name: str, revision: str = "89abcdef0123456789abcdef0123456789abcdef") -> Path:
    """A model that listens, in a hub cache: Qwen3-ASR, its aligner, or one that holds a speaker encoder; returns the snapshot."""
    model = root / ("models--" + name.replace("/", "--"))
    folder = model / "snapshots" / revision
    folder.mkdir(parents=True, exist_ok=True)
    (model / "refs").mkdir(exist_ok=True)
    (model / "refs" / "main").write_text(revision, encoding="utf-8")
    inner = "qwen3_forced_aligner" if "Aligner" in name else "qwen3_asr"
    config = {"model_type": "qwen3_asr", "thinker_config": {"model_type": inner}, "support_languages": ["English", "German", "Japanese"]}
    (folder / "config.json").write_text(json.dumps(config, indent=2), encoding="utf-8")
    (folder / "model.safetensors").write_bytes(b"\2\0\0\0\0\0\0\0{}")
    return folder


RECOGNIZERS = [
    "mlx-community/Qwen3-ASR-0.6B-8bit",
    "mlx-community/Qwen3-ForcedAligner-0.6B-8bit",
    "mlx-community/chatterbox-fp16",
]

if __name__ == "__main__":
    for model_name in sys.argv[2:]:
        (make_recognizer if model_name in RECOGNIZERS else make_hub)(Path(sys.argv[1]), model_name)
