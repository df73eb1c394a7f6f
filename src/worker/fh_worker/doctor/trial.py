"""Loads the model, encodes the references and makes one short clip: what a build will do, once, with a stopwatch."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

from ..faults import WorkerFault, fault_of
from .report import WARNING, Report

TRIAL_WORDS = 14
TRIAL_FRAMES = 375  # 30 s
TRIAL_SEED = 1
ROWS = [("FHN2037", "load"), ("FHN2036", "encoded reference"), ("FHN2012", "trial clip")]


def skip(report: Report, why: str) -> None:
    for code, name in ROWS:
        report.skipped(code, name, why, "Fix what the rows above name, then run PrepareNarration again.")


def run(report: Report, request: dict[str, Any]) -> dict[str, Any]:
    """The result's part about the engine; empty when the model cannot be loaded."""
    from ..engine import Engine
    from ..references import Voice

    try:
        engine = Engine.load(str(request["model"]), memory_limit_gib=request.get("memory_limit_gib"))
        for voice in request["voices"]:
            engine.add_voice(Voice.of(voice))
    except Exception as error:
        fault = fault_of(error)
        report.found(fault.finding or "FHN2037", "load", str(fault), fault.cure or "See the log for mlx-audio's own words.")
        for code, name in ROWS[1:]:
            report.skipped(code, name, "the model cannot be loaded", fault.cure)
        return {}
    report.passed("FHN2037", "load", f"{engine.load_seconds:.1f} s")
    timings = {"model_load_seconds": round(engine.load_seconds, 3)}
    engine.memory.begin()
    speeds = []
    for name in engine.voices:
        started = time.perf_counter()
        try:
            _encode(report, engine, name)
            encoded = time.perf_counter()
            seconds = _speak(report, engine, name, request.get("language"))
        except Exception as error:
            fault = fault_of(error)
            cure = fault.cure or "See the log for the engine's own words."
            report.found(fault.finding or "FHN2012", f"{name}: trial clip", str(fault), cure)
            continue
        spoken = time.perf_counter()
        timings.setdefault("prompt_build_seconds", round(encoded - started, 3))
        timings.setdefault("dry_run_generate_seconds", round(spoken - encoded, 3))
        timings.setdefault("dry_run_audio_seconds", round(seconds, 3))
        speeds.append(seconds / max(spoken - encoded, 1e-6))
    return {
        "engine": engine.describe(),
        "device": engine.describe()["device"],
        "dtype": _dtype(engine.folder.path),
        "model_source": str(engine.folder.path),
        "revision": engine.folder.revision,
        "max_batch": engine.max_batch,
        "timings": timings,
        "speed": round(min(speeds), 3) if speeds else 0.0,
        "peak_gib": engine.memory.peak_gib(),
    }


def _encode(report: Report, engine: Any, name: str) -> None:
    codes = engine.encode_reference(name)
    if codes is None:
        return report.skipped("FHN2036", f"{name}: encoded reference", "this mlx-audio has no encoder", "Use mlx-audio 0.3.0 or later.")
    zeros = int((codes[0] == 0).sum())
    row, detail = f"{name}: encoded reference", f"{codes.shape[1]} frames, {zeros} of them with code 0"
    if zeros:
        cure = "Nothing needs doing here: this worker counts frames by shape. Other programs lose 80 ms for each."
        report.found("FHN2036", row, detail, cure, WARNING)
    else:
        report.passed("FHN2036", row, detail)


def _speak(report: Report, engine: Any, name: str, language: str | None) -> float:
    """Speaks the transcript's own first words, which are in the right language. Returns the clip's seconds."""
    from ..clips import Clip, Sampling

    text = " ".join(engine.voices[name].ref_text.split()[:TRIAL_WORDS])
    started = time.perf_counter()
    clip: Clip | None = None
    for _, outcome in engine.speak(name, language, Sampling(), TRIAL_SEED, [text], [TRIAL_FRAMES]):
        if isinstance(outcome, WorkerFault):
            raise outcome
        clip = outcome
    if clip is None:
        raise WorkerFault("no_audio", "The model made no sound for the trial text.", finding="FHN2012")
    seconds, took = len(clip.samples) / clip.sample_rate, time.perf_counter() - started
    row = f"{name}: trial clip"
    if clip.finish == "length":
        cure = "Check that the transcript covers all of the reference and nothing else; with a good one the model ends by itself."
        report.found("FHN2012", row, f"the model did not stop within {seconds:.0f} s", cure)
    else:
        speed, peak = seconds / max(took, 1e-6), engine.memory.peak_gib()
        report.passed("FHN2012", row, f"{seconds:.1f} s of speech in {took:.1f} s, {speed:.2f} × real time, peak {peak:.2f} GiB")
    return seconds


def _dtype(folder: Path) -> str:
    """As the model's config says: the bits of its quantization, else the type of its weights."""
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    quantization = config.get("quantization") or {}
    if "bits" in quantization:
        return f"{quantization['bits']}bit"
    return str(config.get("torch_dtype") or config.get("dtype") or "bfloat16")
