"""The stand-in's loader of recognizers. Lenient by default: weights that are missing stay random, and nothing says so."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Union

from mlx_audio.utils import get_model_path
from standin import record


def load_model(
    model_path: Union[str, Path],
    lazy: bool = False,
    strict: bool = False,
    **kwargs: Any,
) -> Any:
    from .models.qwen3_asr.qwen3_asr import Model, ModelConfig

    path = get_model_path(str(model_path))
    record("load_recognizer", path=str(path), strict=strict)
    config = json.loads((path / "config.json").read_text(encoding="utf-8"))
    if strict and any(file.read_bytes() == b"" for file in path.glob("*.safetensors")):
        raise ValueError("Missing 1 parameters: lm_head.weight.")
    return Model(ModelConfig(config))
