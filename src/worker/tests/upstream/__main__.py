"""python3 -m upstream CHECKOUT...   each holds mlx-audio (`mlx_audio/`) or mlx (`python/src/`)."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from .calls import Source, worker_sources
from .habits import HABITS
from .source import ALIGNER, CODEC, ENCODER, MODEL, RESULTS, TRANSCRIBER, Checkout, Signature

HERE = Path(__file__).resolve().parent
WORKER = HERE.parent.parent / "fh_worker"
STANDIN = Checkout(HERE.parent / "standin")
MIRRORED = [
    ("mlx_audio.utils", "get_model_path"),
    ("mlx_audio.utils", "load_audio"),
    ("mlx_audio.tts.utils", "load_model"),
    (MODEL, "Model.generate"),
    (MODEL, "Model.batch_generate"),
    (MODEL, "Model.get_supported_languages"),
    (MODEL, "Model.load_speech_tokenizer"),
    (MODEL, "Model.post_load_hook"),
    (CODEC, "Qwen3TTSSpeechTokenizer.encode"),
    (CODEC, "Qwen3TTSSpeechTokenizer.decode"),
]
MIRRORED_LISTENERS = [  # only as the version that the stand-in's ears were written from has them
    ("mlx_audio.stt.utils", "load_model"),
    (TRANSCRIBER, "Qwen3ASRModel.generate"),
    (ALIGNER, "ForcedAlignerModel.generate"),
    (ENCODER, "CAMPPlus.inference"),
    (ENCODER, "CAMPPlus.sanitize"),
]
LISTENERS_FROM = "0.5.0"


def number(version: str) -> tuple[int, ...]:
    match = re.match(r"(\d+)\.(\d+)\.(\d+)(rc\d+)?", version)
    assert match is not None, version
    return int(match[1]), int(match[2]), int(match[3]), 0 if match[4] else 1


def since() -> dict[str, str]:
    """The stand-in's own table, read from its source."""
    scope: dict[str, dict[str, str]] = {}
    text = STANDIN.text("mlx_audio.since")
    exec(text[text.index("SINCE = ") : text.index("\n\n\ndef")], scope)
    return scope["SINCE"]


class Comparison:
    def __init__(self, real: Checkout, sources: list[Source]) -> None:
        self.real = real
        self.sources = sources
        self.since = since()
        self.checked = 0
        self.problems: list[str] = []

    def run(self) -> None:
        self._table()
        self._calls()
        self._uses()
        self._mirror()
        self._habits()

    def is_there(self, name: str) -> bool:
        """By the stand-in's table; a name that it does not list is in every version."""
        return name not in self.since or number(self.real.version) >= number(self.since[name])

    def expect(self, condition: bool, problem: str) -> None:
        self.checked += 1
        if not condition:
            self.problems.append(problem)

    def _table(self) -> None:
        for name, version in self.since.items():
            there = "there" if name in self.real else "absent"
            self.expect(self.is_there(name) == (name in self.real), f"table: {name} is {there}, the table says since {version}")

    def _calls(self) -> None:
        for source in self.sources:
            for call in source.calls():
                table_name = call.name if "." in call.name else f"{call.module}.{call.name}"
                if not self.is_there(table_name):
                    continue
                if call.name == "Model.batch_generate" and not self.is_there("Model.batch_generate.ref_audio"):
                    continue  # the worker makes no batches there
                signature = self.real.function(call.module, call.name) or self.real.function(call.module, f"{call.name}.__init__")
                if signature is None:
                    self.expect(False, f"{call.place}: {call.module}.{call.name} does not exist")
                    continue
                why = signature.accepts(call.positional, call.keywords)
                self.expect(why is None, f"{call.place}: {call.name}: {why}")

    def _uses(self) -> None:
        results = set(self.real.fields(RESULTS, "GenerationResult"))
        owners = {
            "Model": self.real.attributes(MODEL, "Model"),
            "Qwen3TTSSpeechTokenizer": self.real.attributes(CODEC, "Qwen3TTSSpeechTokenizer"),
            "result": results,
        }
        for source in self.sources:
            for use in source.uses():
                if use.owner in owners and not use.guarded and self.is_there(f"{use.owner}.{use.name}"):
                    self.expect(use.name in owners[use.owner], f"{use.place}: {use.owner}.{use.name} does not exist")

    def _mirror(self) -> None:
        listeners = MIRRORED_LISTENERS if number(self.real.version) >= number(LISTENERS_FROM) else []
        for module, name in [*MIRRORED, *listeners]:
            table_name = name if "." in name else f"{module}.{name}"
            if not self.is_there(table_name):
                continue
            real, ours = self.real.function(module, name), STANDIN.function(module, name)
            if real is None or ours is None:
                self.expect(False, f"stand-in: {name} is missing {'there' if real is None else 'here'}")
                continue
            self._same(name, real, ours)
        if listeners:
            heard = ("STTOutput", "mlx_audio.stt.models.base"), ("ForcedAlignItem", ALIGNER), ("ForcedAlignResult", ALIGNER)
            for name, module in heard:
                real_fields, ours_fields = self.real.fields(module, name), STANDIN.fields(module, name)
                self.expect(real_fields == ours_fields, f"stand-in: {name} has {ours_fields}, there {real_fields}")
        for name in ("GenerationResult", "BatchGenerationResult"):
            real_fields = self.real.fields(RESULTS, name)
            ours_fields = STANDIN.fields(RESULTS, name)
            if real_fields:  # some fields came later; what the worker reads is checked as a use
                self.expect(set(real_fields) <= set(ours_fields), f"stand-in: {name} has {ours_fields}, there {real_fields}")

    def _same(self, name: str, real: Signature, ours: Signature) -> None:
        here = {parameter: ours.defaults[parameter] for parameter in ours.names if self.is_there(f"{name}.{parameter}")}
        there = {parameter: real.defaults[parameter] for parameter in real.names}
        self.expect(list(here) == list(there), f"stand-in: {name} takes {list(here)}, there {list(there)}")
        different = [p for p in here if p in there and here[p] != there[p] and not (here[p] or "").startswith("[")]
        self.expect(not different, f"stand-in: {name} has other defaults for {different}")
        self.expect(real.is_generator == ours.is_generator, f"stand-in: {name} is a generator in one place only")

    def _habits(self) -> None:
        for habit in HABITS:
            expected = number(habit.since) <= number(self.real.version) < number(habit.before)
            found = habit.found_in(self.real)
            self.expect(found == expected, f"habit: {habit.name}: {'found' if found else 'not found'}, expected the contrary")


def check_mlx(root: Path, sources: list[Source]) -> tuple[str, int, list[str]]:
    """Every name of mlx.core that the worker uses is bound somewhere in mlx's Python sources."""
    text = "".join(path.read_text(encoding="utf-8") for path in (root / "python" / "src").glob("*.cpp"))
    bound = set(re.findall(r'"(\w+)"', text))
    header = (root / "mlx" / "version.h").read_text(encoding="utf-8")
    version = ".".join(re.findall(r"MLX_VERSION_(?:MAJOR|MINOR|PATCH) (\d+)", header))
    uses = [use for source in sources for use in source.uses() if use.owner == "mx"]
    return version, len(uses), [f"{use.place}: mx.{use.name} does not exist" for use in uses if use.name not in bound and not use.guarded]


def main(paths: list[str]) -> int:
    if not paths:
        print(__doc__, file=sys.stderr)
        return 2
    sources = worker_sources(WORKER)
    failed = False
    for path in map(Path, paths):
        if (path / "mlx_audio").is_dir():
            comparison = Comparison(Checkout(path), sources)
            comparison.run()
            name, checked, problems = f"mlx-audio {comparison.real.version}", comparison.checked, comparison.problems
        elif (path / "python" / "src").is_dir():
            version, checked, problems = check_mlx(path, sources)
            name = f"mlx {version}"
        else:
            print(f"{path}: no checkout of mlx-audio or mlx")
            failed = True
            continue
        failed |= bool(problems)
        print(f"{name}: {checked} points, {len(problems)} problems")
        for problem in problems:
            print(f"  {problem}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
