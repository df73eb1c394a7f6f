"""The stand-in's loader: prints where the real one prints, and warns where the real one only warns."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any, Union

from mlx_audio.since import before
from mlx_audio.utils import get_model_path
from standin import CONTROL, record, suffer


def load_model(
    model_path: Union[str, Path],
    lazy: bool = False,
    strict: bool = True,
    **kwargs: Any,
) -> Any:
    from .models.qwen3_tts.qwen3_tts import Model, ModelConfig

    if isinstance(model_path, str):
        model_path = get_model_path(model_path)
    elif before("0.3.1"):
        model_path.parts.index("hub")  # ValueError: early versions expect the hub's folder in a Path
    record("load", path=str(model_path))
    suffer(str(model_path), batch=0)
    time.sleep(float(CONTROL.get("load_seconds", 0)))
    config = json.loads((model_path / "config.json").read_text(encoding="utf-8"))
    if not list(model_path.glob("*.safetensors")):
        raise FileNotFoundError(f"No safetensors found in {model_path}")
    return Model.post_load_hook(Model(ModelConfig(config)), model_path)
