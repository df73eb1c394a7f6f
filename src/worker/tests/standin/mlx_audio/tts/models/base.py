"""The results' fields, in the real order."""

from dataclasses import dataclass

import mlx.core as mx


@dataclass
class GenerationResult:
    audio: mx.array
    samples: int
    sample_rate: int
    segment_idx: int
    token_count: int
    audio_duration: str
    real_time_factor: float
    prompt: dict
    audio_samples: dict
    processing_time_seconds: float
    peak_memory_usage: float
    is_streaming_chunk: bool = False
    is_final_chunk: bool = False


@dataclass
class BatchGenerationResult:
    audio: mx.array
    sequence_idx: int
    samples: int
    sample_rate: int
    token_count: int
    audio_duration: str
    processing_time_seconds: float
    peak_memory_usage: float
    is_streaming_chunk: bool = False
    is_final_chunk: bool = False
