"""What mlx-audio does without saying, and from which version to which: the stand-in does the same, the worker lives with it."""

from __future__ import annotations

from dataclasses import dataclass

from .source import ALIGNER, CODEC, ENCODER, MODEL, TRANSCRIBER, Checkout

ALWAYS = "99.0.0"
FIRST = "0.0.1"


@dataclass(frozen=True)
class Habit:
    """Told by a text in a function or a module."""

    name: str
    module: str
    function: str  # "" for the whole module
    needle: str
    since: str = FIRST
    before: str = ALWAYS

    def found_in(self, checkout: Checkout) -> bool:
        if not checkout.has_module(self.module):
            return False
        text = checkout.text(self.module)
        if self.function:
            start = text.find(f"    def {self.function}(")
            if start < 0:
                return False
            end = text.find("\n    def ", start + 1)
            text = text[start : end if end > 0 else len(text)]
        return self.needle in text


HABITS = [
    Habit("a missing tokenizer is only printed", MODEL, "post_load_hook", 'print(f"Warning: Could not load tokenizer'),
    Habit("a missing speech tokenizer is only printed", MODEL, "post_load_hook", 'print(f"Warning: Could not load speech tokenizer'),
    Habit("a vocoder without weights stays random", MODEL, "post_load_hook", "if tokenizer_weights:"),
    Habit("loading prints to stdout", MODEL, "post_load_hook", 'print(f"Loaded speech tokenizer from'),
    Habit("only codes above 0 are counted", CODEC, "", "(audio_codes[..., 0] > 0).sum("),
    Habit("the penalty becomes at least 1.5 with a reference", MODEL, "generate", "max(repetition_penalty, 1.5)", "0.3.0"),
    Habit("generate is capped by the text in silence", MODEL, "_generate_icl", "max(75, target_token_count * 6)", "0.3.0", "0.4.4"),
    Habit("a batch is capped by the text in silence", MODEL, "batch_generate", "max(75, len(self.tokenizer.encode(text)) * 6)", "0.4.4"),
    Habit("an item without codes is left out of a batch", MODEL, "batch_generate", "if not generated_codes[b]:", "0.4.0"),
    Habit("the reference cache is keyed by size and sum", MODEL, "", "(ref_audio.size, float(ref_audio.sum()))", "0.4.4"),
    Habit("the loop moves a progress bar", MODEL, "_generate_icl", "pbar.update(1)", "0.3.1"),
    Habit("the first codebook is sampled with the tokens so far", MODEL, "", "generated_tokens=("),
    Habit("generate cleans up behind its last result", MODEL, "_generate_icl", "mx.clear_cache()", "0.3.0"),
    Habit("the language is lowered, so None fails", MODEL, "_prepare_generation_inputs", "language.lower()"),
    Habit("the reference is cut off by proportion", MODEL, "_generate_icl", "int(ref_len / max(total_len, 1) * audio.shape[0])", "0.3.0"),
    Habit("recognizers are loaded leniently", "mlx_audio.stt.utils", "", "strict: bool = False"),
    Habit("the aligner keeps letters, numbers and apostrophes", ALIGNER, "", 'cat.startswith("L") or cat.startswith("N")', "0.3.1"),
    Habit("the aligner divides by white space", ALIGNER, "tokenize_space_lang", "text.split()", "0.3.1"),
    Habit("an aligner is told by the model in its config", TRANSCRIBER, "", '_FORCED_ALIGNER_TYPE = "qwen3_forced_aligner"', "0.3.1"),
    Habit("Japanese needs a package more", ALIGNER, "", "pip install nagisa", "0.3.1"),
    Habit("the encoder takes 16 kHz and makes its own features", ENCODER, "", "kaldi_fbank(audio[i], num_mel_bins=80)"),
    Habit(
        "the encoder lies in chatterbox under its name",
        "mlx_audio.tts.models.chatterbox.s3gen.s3gen",
        "",
        "self.speaker_encoder = CAMPPlus()",
    ),
    Habit("a string that is no path goes to the hub", "mlx_audio.utils", "", "snapshot_download("),
    Habit("a Path needs a folder named hub", "mlx_audio.utils", "", "index = model_path.parts.index(\"hub\")"),
]
