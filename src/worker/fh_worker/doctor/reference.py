"""Whether a recording and its transcript are good to clone from. Needs numpy, and mlx-audio for anything but WAV."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from .. import references, versions
from ..faults import MODULE_CURE, WorkerFault
from .report import ERROR, WARNING, Report

SAMPLE_RATE = 24000
BEST_SECONDS = (3.0, 30.0)
WORDS_A_SECOND = (1.5, 4.0)
HOPELESS_WORDS_A_SECOND = (0.75, 6.0)  # beyond these the transcript is of something else, and the model does not stop
QUIET_DBFS, SILENT_DBFS = -40.0, -60.0
_CHECKS = [
    ("FHN2009", "recording"),
    ("FHN2010", "length"),
    ("FHN2032", "best length"),
    ("FHN2033", "level"),
    ("FHN2034", "clipping"),
    ("FHN2035", "transcript"),
]
_IDEOGRAM = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def check(report: Report, message: dict[str, Any], with_mlx_audio: bool) -> bool:
    """All rows of one voice; true when it can be cloned from. Without mlx-audio only WAV files can be judged."""
    voice = references.Voice.of(message)
    try:
        references.check_files(voice)
    except WorkerFault as fault:
        report.found(fault.finding, f"{voice.name}: reference files", str(fault), fault.cure)
        for code, what in _CHECKS:
            report.skipped(code, f"{voice.name}: {what}", "there is no usable file", fault.cure)
        return False
    report.passed("FHN2008", f"{voice.name}: reference files", voice.ref_audio)
    why = ""
    if versions.installed("numpy") is None:
        why = "numpy is missing"
    elif not with_mlx_audio and Path(voice.ref_audio).suffix.lower() not in (".wav", ".wave"):
        why = "only mlx-audio can decode it, and that cannot run"
    if why:
        for code, what in _CHECKS:
            report.skipped(code, f"{voice.name}: {what}", why, MODULE_CURE)
        return False
    return _check_recording(report, voice, with_mlx_audio)


def _check_recording(report: Report, voice: references.Voice, with_mlx_audio: bool) -> bool:
    form = _form(Path(voice.ref_audio))
    allowed, voice.allow_long_reference = voice.allow_long_reference, True  # length has a row of its own
    try:
        samples = references.load(voice, SAMPLE_RATE, with_mlx_audio=with_mlx_audio)
    except WorkerFault as fault:
        report.found("FHN2009", f"{voice.name}: recording", str(fault), fault.cure)
        for code, what in _CHECKS[1:]:
            report.skipped(code, f"{voice.name}: {what}", "the recording cannot be read", fault.cure)
        return False
    voice.allow_long_reference = allowed
    report.passed("FHN2009", f"{voice.name}: recording", form)
    fine = _check_length(report, voice)
    fine &= _check_level(report, voice.name, samples)
    return _check_transcript(report, voice) and fine


def _form(path: Path) -> str:
    from .. import wav

    try:
        recording = wav.read(path)
    except (OSError, ValueError):
        return f"{path.suffix.lstrip('.')} file, decoded by mlx-audio"
    mixed = "" if recording.channels == 1 else f", {recording.channels} channels mixed down"
    return f"{recording.seconds:.1f} s at {recording.sample_rate} Hz{mixed}"


def _check_length(report: Report, voice: references.Voice) -> bool:
    name, text = f"{voice.name}: length", f"{voice.seconds:.1f} s are used"
    try:
        references.check_length(voice)
        report.passed("FHN2010", name, text)
        fine = True
    except WorkerFault as fault:
        report.found("FHN2010", name, str(fault), fault.cure)
        fine = False
    low, high = BEST_SECONDS
    if low <= voice.seconds <= high:
        report.passed("FHN2032", f"{voice.name}: best length", f"{text}, at most {voice.max_batch} segments a batch")
    else:
        cure = f"Use {low:g} to {high:g} s: cut with Start and End, and the transcript of just that part."
        report.found("FHN2032", f"{voice.name}: best length", text, cure, WARNING)
    return fine


def _check_level(report: Report, voice: str, samples: Any) -> bool:
    import numpy as np

    rms = 10 * np.log10(max(float((samples.astype(np.float64) ** 2).mean()), 1e-12))
    name = f"{voice}: level"
    if rms < QUIET_DBFS:
        severity = ERROR if rms < SILENT_DBFS else WARNING
        report.found("FHN2033", name, f"{rms:.0f} dBFS is too quiet", "Record closer, or raise it to about -20 dBFS.", severity)
    else:
        report.passed("FHN2033", name, f"{rms:.0f} dBFS")
    full = np.abs(samples) >= 0.999
    runs = int((full[:-2] & full[1:-1] & full[2:]).sum()) if len(full) > 2 else 0
    if runs:
        cure = "Record again with less gain: the clone copies the distortion."
        report.found("FHN2034", f"{voice}: clipping", f"{runs} places at full scale", cure, WARNING)
    else:
        report.passed("FHN2034", f"{voice}: clipping", "none")
    return rms >= SILENT_DBFS


def _check_transcript(report: Report, voice: references.Voice) -> bool:
    """The transcript must be of all of the recording and of nothing else; its pace tells when it is not."""
    rate = _words(voice.ref_text) / voice.seconds
    low, high = WORDS_A_SECOND
    name = f"{voice.name}: transcript"
    if low <= rate <= high:
        report.passed("FHN2035", name, f"{rate:.1f} words a second")
        return True
    hopeless = not HOPELESS_WORDS_A_SECOND[0] <= rate <= HOPELESS_WORDS_A_SECOND[1]
    report.found(
        "FHN2035",
        name,
        f"{rate:.1f} words a second; speech has {low:g} to {high:g}",
        "Write down every word of the part that is used, and no other: a mismatch makes the model ramble.",
        ERROR if hopeless else WARNING,
    )
    return not hopeless


def _words(text: str) -> float:
    """Words; an ideogram or kana counts as a part of one, since such text has no spaces."""
    ideograms = len(_IDEOGRAM.findall(text))
    return ideograms * 0.6 + len(re.findall(r"\w+", _IDEOGRAM.sub(" ", text)))
