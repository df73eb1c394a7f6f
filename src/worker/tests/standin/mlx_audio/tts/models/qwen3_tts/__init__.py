from .qwen3_tts import Model as Model, ModelConfig as ModelConfig
