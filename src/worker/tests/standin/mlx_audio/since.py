"""From which version of mlx-audio each thing is there. The stand-in behaves by its own version file through this table,
and build/check-mlx-audio.sh holds the table against real checkouts."""

from __future__ import annotations

import re

from .version import __version__

SINCE = {
    "mlx_audio.utils.load_audio": "0.3.1",
    "Model.batch_generate": "0.4.0",
    "Model.batch_generate.ref_audio": "0.4.4",
    "Model.batch_generate.ref_text": "0.4.4",
    "Model.batch_generate.ref_audios": "0.4.4",
    "Model.batch_generate.ref_texts": "0.4.4",
    "Model.generate.streaming_context_size": "0.4.0",
    "Model._icl_cache": "0.4.4",
    "Qwen3ASRModel.generate": "0.3.1",
    "ForcedAlignerModel.generate": "0.3.1",
    "tqdm": "0.3.1",
    "Qwen3TTSSpeechTokenizer.encode": "0.3.0",
    "Qwen3TTSSpeechTokenizer.has_encoder": "0.3.0",
}


def number(version: str) -> tuple[int, ...]:
    match = re.match(r"(\d+)\.(\d+)\.(\d+)(rc\d+)?", version)
    assert match is not None, version
    return int(match[1]), int(match[2]), int(match[3]), 0 if match[4] else 1


def has(name: str) -> bool:
    return number(__version__) >= number(SINCE[name])


def before(version: str) -> bool:
    return number(__version__) < number(version)
