"""The stand-in's Qwen3-TTS: the real signatures, generators, caps and habits; the speech is made of sines."""

from __future__ import annotations

import json
import re
import time
import zlib
from pathlib import Path
from typing import Dict, Generator, List, Optional, Union

import mlx.core as mx
import numpy as np
from mlx.core.random import next_number

from mlx_audio import utils
from mlx_audio.since import before, has
from mlx_audio.tts.models.base import BatchGenerationResult, GenerationResult
from spoken import remember
from standin import CONTROL, fires, record, suffer

from .speech_tokenizer import GROUPS, LOUD, Qwen3TTSSpeechTokenizer

if has("tqdm"):
    from tqdm import tqdm

FRAMES_PER_CHARACTER = 12.5 / 15.5


class ModelConfig:
    def __init__(self, config: Dict) -> None:
        self.tts_model_type = config.get("tts_model_type", "base")
        self.languages = list(config["talker_config"]["codec_language_id"])


class Tokenizer:
    """One token a word or sign."""

    def encode(self, text: str) -> List[int]:
        text.encode("utf-8")  # a lone surrogate is an error in the real one too
        return [zlib.crc32(part.encode()) for part in re.findall(r"\w+|[^\w\s]", text)]


class Model:
    def __init__(self, config: ModelConfig):
        self.config = config
        self.speech_tokenizer = None
        self.tokenizer = None
        self.supported_languages = ["auto", *config.languages]
        if has("Model._icl_cache"):
            self._icl_cache = {}

    @property
    def sample_rate(self) -> int:
        return 24000

    def load_speech_tokenizer(self, speech_tokenizer: Qwen3TTSSpeechTokenizer):
        self.speech_tokenizer = speech_tokenizer

    def get_supported_languages(self) -> List[str]:
        return self.supported_languages

    def _sample_token(
        self,
        logits: mx.array,
        temperature: float = 0.9,
        top_k: int = 50,
        top_p: float = 1.0,
        repetition_penalty: float = 1.05,
        generated_tokens: Optional[List[int]] = None,
        suppress_tokens: Optional[List[int]] = None,
        eos_token_id: Optional[int] = None,
        min_p: float = 0.0,
    ) -> mx.array:
        return logits

    def generate(
        self,
        text: str,
        voice: Optional[str] = None,
        instruct: Optional[str] = None,
        temperature: float = 0.9,
        speed: float = 1.0,
        lang_code: str = "auto",
        ref_audio: Optional[Union[str, mx.array]] = None,
        ref_text: Optional[str] = None,
        split_pattern: str = "\n",
        max_tokens: int = 4096,
        verbose: bool = False,
        stream: bool = False,
        streaming_interval: float = 2.0,
        streaming_context_size: int = 25,
        top_k: int = 50,
        top_p: float = 1.0,
        repetition_penalty: float = 1.05,
        **kwargs,
    ) -> Generator[GenerationResult, None, None]:
        if ref_audio is not None and has("mlx_audio.utils.load_audio"):
            ref_audio = utils.load_audio(ref_audio, sample_rate=self.sample_rate)
        if self.speech_tokenizer is None:
            raise ValueError("Speech tokenizer not loaded")
        lang_code.lower()
        in_context = ref_audio is not None and ref_text is not None and getattr(self.speech_tokenizer, "has_encoder", False)
        record(
            "generate",
            texts=[text],
            ref_text=ref_text,
            lang_code=lang_code,
            max_tokens=max_tokens,
            temperature=temperature,
            top_k=top_k,
            top_p=top_p,
            repetition_penalty=max(repetition_penalty, 1.5) if in_context else repetition_penalty,
        )
        started = time.time()
        codes_of_reference = self._reference(ref_audio, ref_text) if in_context else None
        if in_context and before("0.4.4"):
            max_tokens = min(max_tokens, max(75, len(self.tokenizer.encode(text)) * 6))
        [codes] = self._run([text], ref_text, codes_of_reference, [max_tokens], verbose)
        if not len(codes):
            mx.clear_cache()
            return
        audio = self._decode(text, codes, codes_of_reference)
        yield GenerationResult(audio, audio.shape[0], self.sample_rate, 0, len(codes), "", 1.0, {}, {}, time.time() - started, 0.0)
        mx.clear_cache()

    def batch_generate(
        self,
        texts: List[str],
        voices: Optional[List[Optional[str]]] = None,
        instructs: Optional[List[Optional[str]]] = None,
        ref_audio: Optional[Union[str, mx.array]] = None,
        ref_text: Optional[str] = None,
        ref_audios: Optional[List[Optional[Union[str, mx.array]]]] = None,
        ref_texts: Optional[List[Optional[str]]] = None,
        temperature: float = 0.9,
        lang_code: str = "auto",
        max_tokens: int = 4096,
        top_k: int = 50,
        top_p: float = 1.0,
        repetition_penalty: float = 1.05,
        stream: bool = False,
        streaming_interval: float = 2.0,
        streaming_context_size: int = 25,
        verbose: bool = False,
    ) -> Generator[BatchGenerationResult, None, None]:
        if not has("Model.batch_generate.ref_audio") and (ref_audio is not None or ref_text is not None):
            raise TypeError("batch_generate() got an unexpected keyword argument 'ref_audio'")
        if self.speech_tokenizer is None:
            raise ValueError("Speech tokenizer not loaded")
        if not texts:
            return
        if (ref_audio is None) != (ref_text is None):
            raise ValueError("Qwen3-TTS batch reference cloning requires both ref_audio and ref_text")
        lang_code.lower()
        record("generate", texts=texts, ref_text=ref_text, lang_code=lang_code, max_tokens=max_tokens, temperature=temperature)
        started = time.time()
        codes_of_reference = None
        for _ in texts:  # prepared text by text; the cache makes that one encoding
            codes_of_reference = self._reference(ref_audio, ref_text)
        caps = [min(max_tokens, max(75, len(self.tokenizer.encode(text)) * 6)) for text in texts]
        all_codes = self._run(texts, ref_text, codes_of_reference, caps, verbose)
        for index, codes in enumerate(all_codes):
            if not len(codes):
                continue
            audio = self._decode(texts[index], codes, codes_of_reference)
            yield BatchGenerationResult(audio, index, audio.shape[0], self.sample_rate, len(codes), "", time.time() - started, 0.0)
        mx.clear_cache()

    if not has("Model.batch_generate"):
        del batch_generate

    def _reference(self, ref_audio: mx.array, ref_text: str) -> np.ndarray:
        """Keyed as carelessly as the real cache: by transcript, size and sum of samples."""
        key = (ref_text, (ref_audio.size, float(ref_audio.sum())))
        cache = getattr(self, "_icl_cache", {})
        if key not in cache:
            cache[key] = self.speech_tokenizer.encode(ref_audio.reshape(1, 1, -1))
        return np.asarray(cache[key])

    def _run(
        self, texts: List[str], ref_text: Optional[str], reference: Optional[np.ndarray], caps: List[int], verbose: bool
    ) -> List[np.ndarray]:
        """The loop over tokens: one step gives a frame to each text that is not finished."""
        began = time.time()
        subjects = [f"{text}\n{ref_text or ''}" for text in texts]
        base = next_number()
        plans = [_plan(text, subject, reference, [base, index]) for index, (text, subject) in enumerate(zip(texts, subjects))]
        lengths = [min(len(plan) if plan is not None else cap, cap) for plan, cap in zip(plans, caps)]
        bar = tqdm(total=max(caps), desc="Generating", unit="tokens", disable=not verbose, leave=False) if has("tqdm") else None
        for step in range(max(lengths, default=0)):
            time.sleep(float(CONTROL.get("seconds_per_frame", 0)))
            for subject in subjects:
                suffer(subject, batch=len(texts), frame=step)
            if bar is not None:
                bar.update(1)
            else:
                self._sample_token(mx.array([0.0]), generated_tokens=None, suppress_tokens=None)
                self._sample_token(mx.array([0.0]), temperature=0.9)
        record("worked", what="tokens", seconds=time.time() - began, batch=len(texts))
        return [_frames(length, [base, index], reference, subject) for index, (length, subject) in enumerate(zip(lengths, subjects))]

    def _decode(self, text: str, codes: np.ndarray, reference: Optional[np.ndarray]) -> mx.array:
        """With the reference in front, cut off again by proportion, as the real one does."""
        began = time.time()
        full = codes if reference is None else np.concatenate([reference[0].T, codes])
        audio, lengths = self.speech_tokenizer.decode(mx.array(full[None]))
        audio = audio[0]
        valid = int(lengths[0])
        if 0 < valid < audio.shape[0]:
            audio = audio[:valid]
        if reference is not None:
            cut = int(reference.shape[2] / len(full) * audio.shape[0])
            audio = audio[cut:] if 0 < cut < audio.shape[0] else audio
        if fires("nan", text):
            audio = mx.array(np.where(np.arange(audio.shape[0]) % 1000, np.asarray(audio), np.nan))
        record("worked", what="sound", seconds=time.time() - began, batch=1)
        identity = 40 if reference is None else int(np.median(reference[0, 1]))
        remember(text, np.nan_to_num(np.asarray(audio)), self.sample_rate, identity + (45 if fires("stranger", text) else 0))
        return audio

    @classmethod
    def post_load_hook(cls, model: "Model", model_path: Path) -> "Model":
        try:
            if not any((model_path / name).exists() for name in ("tokenizer_config.json", "tokenizer.json", "vocab.json")):
                raise OSError(f"Can't load tokenizer for '{model_path}'.")
            model.tokenizer = Tokenizer()
        except Exception as error:
            print(f"Warning: Could not load tokenizer: {error}")
        folder = model_path / "speech_tokenizer"
        if folder.exists():
            try:
                with open(folder / "config.json") as file:
                    config = json.load(file)
                model.load_speech_tokenizer(Qwen3TTSSpeechTokenizer(config))  # without weights it is random, and nothing says so
                print("  Initialized encoder codebooks")
                print(f"Loaded speech tokenizer from {folder}")
            except Exception as error:
                print(f"Warning: Could not load speech tokenizer: {error}")
        return model


def _plan(text: str, subject: str, reference: Optional[np.ndarray], seed: List[int]) -> Optional[range]:
    """How many frames the text takes; None when the model does not stop by itself."""
    if fires("absent", subject):
        return range(0)
    if fires("endless", subject):
        return None
    factor = np.random.default_rng(seed).uniform(0.93, 1.07) * float(CONTROL.get("scale", 1))
    if fires("early", subject):
        factor /= 8
    return range(max(8, round((len(text) or 30) * FRAMES_PER_CHARACTER * factor)))


def _frames(count: int, seed: List[int], reference: Optional[np.ndarray], subject: str) -> np.ndarray:
    """Codes [frames, groups]: syllables as a rising and falling envelope, silence at both ends, the reference's pitch."""
    random = np.random.default_rng([*seed, 1])
    codes = random.integers(1, 2048, (count, GROUPS))
    at = np.arange(count)
    codes[:, 0] = 90 + 100 * (at % 3 == 1) + random.integers(0, 60, count)
    codes[at % 17 == 16, 0] = 20  # between phrases
    codes[:, 1] = 40 if reference is None else int(np.median(reference[0, 1]))
    codes[:, 2] = 1
    codes[:1, 0] = codes[-2:, 0] = 1
    if count and fires("silent", subject):
        codes[:, 0] = 1
    if count and fires("clip", subject):
        codes[:, 2] = LOUD
    if CONTROL.get("zero_codes"):
        codes[::4, 0] = 0
    return codes
