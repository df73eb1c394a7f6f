"""The MLX worker: Qwen3-TTS voice cloning through mlx-audio, behind a protocol of JSON lines."""

__version__ = "1.0.0"
PROTOCOL = 1
