"""The models that listen: found or fetched, loaded, and tried on the reference."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from .. import hub
from ..faults import WorkerFault, fault_of
from .report import Report

TRIAL_SECONDS = 8
_AGAIN = "Fix what the rows above name, then run PrepareNarration again."


def check(report: Report, request: dict[str, Any], works: bool) -> None:
    """`recognizer` of the request: {"model", "aligner"}, each the worker's own where it is missing. `works`: modules and device do."""
    wanted = request["recognizer"]
    if not works:
        for name in ("recognizer's model", "aligner's model", "recognizer"):
            report.skipped("FHN2060" if name == "recognizer" else "FHN2062", name, "a check above failed", _AGAIN)
        return
    from ..ears import ALIGNER, MODEL

    download = bool(request.get("allow_download"))
    found = [
        _find(report, "recognizer's model", str(wanted.get("model") or MODEL), "NarrationRecognizerModel", False, download),
        _find(report, "aligner's model", str(wanted.get("aligner") or ALIGNER), "NarrationAlignerModel", True, download),
    ]
    if all(found):
        _try(report, request)
    else:
        report.skipped("FHN2060", "recognizer", "its models are not here", _AGAIN)


def _find(report: Report, name: str, model: str, setting: str, aligns: bool, download: bool) -> bool:
    try:
        folder = hub.resolve_recognizer(model, setting, aligns=aligns, allow_download=download)
    except WorkerFault as fault:
        report.found(fault.finding, name, str(fault), fault.cure)
        return False
    report.passed("FHN2062", name, f"{folder.path}" + (f" (revision {folder.revision})" if folder.revision else ""))
    return True


def _try(report: Report, request: dict[str, Any]) -> None:
    """Hears the first reference."""
    try:
        from .. import references, wav
        from ..ears import SAMPLE_RATE, Ears
        from ..engine import import_mlx
        from ..references import Voice

        ears = Ears.load(import_mlx(), request["recognizer"])
        voices = [Voice.of(voice) for voice in request["voices"]]
        for voice in voices:
            ears.add_voice(voice)
        if not voices:
            report.passed("FHN2060", "recognizer", "loaded; there is no reference to try it on")
            return
        samples = references.load(voices[0], SAMPLE_RATE)[: TRIAL_SECONDS * SAMPLE_RATE]
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "reference.wav"
            wav.write(path, samples, SAMPLE_RATE)
            answer = ears.hear(path, voices[0].ref_text, str(request.get("language") or "english").lower(), voices[0].name)
    except Exception as error:
        fault = fault_of(error)
        report.found("FHN2060", "recognizer", str(fault), fault.cure or "See the log for the engine's own words.")
        return
    own = ears.likeness.get(voices[0].name)
    likeness = f"likeness of the reference to itself {own['own']:.2f}" if own else "no likeness"
    seconds = len(samples) / SAMPLE_RATE
    report.passed("FHN2060", "recognizer", f"{seconds:.1f} s heard in {answer['elapsed_ms'] / 1000:.1f} s, {likeness}")
