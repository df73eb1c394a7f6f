from .qwen3_asr import Model as Model
