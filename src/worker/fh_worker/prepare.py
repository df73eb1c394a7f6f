"""PrepareNarration: every check as a JSON line, then the result. The host prints the table and writes ready.json."""

from __future__ import annotations

import json
import os
import time
from typing import Any

from . import stdio
from .doctor import ears, environment, reference, trial
from .doctor.report import Report


def run(text: str, answers: int) -> int:
    """The exit code: 0 when a build would work, 1 when it would not, 2 when the request means nothing.

    The request: {"model", "voices" (as in init), "language", "allow_download", "memory_limit_gib", "skip_trial", "recognizer"}.
    """

    def emit(message: dict[str, Any]) -> None:
        try:
            os.write(answers, (json.dumps(message, ensure_ascii=False) + "\n").encode("utf-8", "replace"))
        except OSError:
            stdio.leave(1)

    started = time.perf_counter()
    try:
        request = json.loads(text)
        model, voices = str(request["model"]), list(request.get("voices") or [])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        emit({"t": "error", "code": "bad_input", "retryable": False, "message": f"The request cannot be read: {error}"})
        return 2
    report = Report(emit)
    report.signal("Preparing voice backend: mlx")
    report.signal(f"Model: {model}")
    result = _check(report, request | {"voices": voices}, model)
    if not report.failed:
        report.signal("Voice backend prepared (mlx)")
    emit({"t": "result", "ok": not report.failed, "prepared_in_seconds": round(time.perf_counter() - started, 3)} | result)
    return 1 if report.failed else 0


def _check(report: Report, request: dict[str, Any], model: str) -> dict[str, Any]:
    environment.check_python(report)
    modules = environment.check_modules(report)
    device = environment.check_device(report, modules)
    folder = environment.check_model(report, model, bool(request.get("allow_download")), modules)
    references = [reference.check(report, voice, modules and device) for voice in request["voices"]]  # a list: every voice gets its rows
    if not request["voices"]:
        report.found("FHN2008", "reference files", "no voice has a reference", "Give NarrationVoiceDirectory with ref.wav and ref.txt.")
        references.append(False)
    result: dict[str, Any] = {}
    if request.get("skip_trial"):
        trial.skip(report, "it passed before, see ready.json")
    elif modules and device and folder is not None and all(references):
        result = trial.run(report, request)
    else:
        trial.skip(report, "a check above failed")
    if request.get("recognizer") is not None:
        ears.check(report, request, modules and device)
    return result
