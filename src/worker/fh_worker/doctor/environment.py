"""Python, the modules, their versions, the device and the model."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from .. import hub, versions
from ..faults import DEVICE_CURE, MODULE_CURE, WorkerFault
from .report import WARNING, Report

_SETUP = "Run `dotnet build -t:SetupNarration`; it makes an isolated environment with the pinned versions."
_PROBE = "sys.path = [p for p in sys.path if p]; import mlx.core as mx; print('mlx', mx.__version__, mx.default_device(), sep='|')"
_PROBE_SECONDS = 60


def check_python(report: Report) -> None:
    """Its age is checked by the entry, before anything that an old one could not read."""
    report.passed("FHN2003", "Python", f"{sys.version.split()[0]} at {sys.executable}")
    if sys.prefix != sys.base_prefix or is_conda_environment(Path(sys.prefix)):
        report.passed("FHN2031", "isolation", sys.prefix)
    else:
        why = f"{sys.prefix} is shared with other programs, whose updates change the versions that the voice uses"
        report.found("FHN2031", "isolation", why, _SETUP, WARNING)


def is_conda_environment(prefix: Path) -> bool:
    """By its files, since a build hands no variables of conda on; conda's own base, which has `conda` itself, is shared by others."""
    return (prefix / "conda-meta").is_dir() and not (prefix / "condabin").is_dir()


def check_modules(report: Report) -> bool:
    """Whether everything that the worker imports is there and new enough."""
    found = {name: versions.installed(name) for name in ("mlx", "mlx_audio", "numpy", "tqdm")}
    missing = [name for name, version in found.items() if version is None]
    if missing:
        report.found("FHN2004", "modules", f"missing: {', '.join(missing)}", MODULE_CURE)
    else:
        report.passed("FHN2004", "modules", ", ".join(found))
    mlx_audio = found["mlx_audio"]
    if mlx_audio is None:
        report.skipped("FHN2005", "mlx-audio", "it is missing", _SETUP)
    elif not mlx_audio.is_supported:
        what = f"{mlx_audio.text} is too old; {versions.LEAST} is required, {versions.KNOWN_GOOD} is known to work"
        report.found("FHN2005", "mlx-audio", what, "Run `dotnet build -t:SetupNarration -p:NarrationForce=true`.")
    else:
        batches = "batches" if mlx_audio.has_batches else "one segment at a time"
        report.passed("FHN2005", "mlx-audio", f"{mlx_audio.text} ({batches})")
    return not missing and mlx_audio is not None and mlx_audio.is_supported


def check_device(report: Report, modules: bool) -> bool:
    """Asks a process of its own: where Metal is missing, mlx does not raise but aborts."""
    if versions.installed("mlx") is None:
        for code, name in (("FHN2006", "device"), ("FHN2026", "speed of the device"), ("FHN2027", "known faults")):
            report.skipped(code, name, "mlx is missing", MODULE_CURE)
        return False
    try:
        probe = subprocess.run(
            [sys.executable, "-c", f"import sys; {_PROBE}"],  # not from the working folder, where a project may have its own `mlx`
            stdin=subprocess.DEVNULL, capture_output=True, timeout=_PROBE_SECONDS, text=True, errors="replace",
        )  # fmt: skip
        answer = next((line.split("|") for line in probe.stdout.splitlines() if line.startswith("mlx|")), None)
        why = (probe.stderr.strip().splitlines() or [f"it died with code {probe.returncode}"])[-1]
    except subprocess.TimeoutExpired:
        answer, why = None, f"it did not answer in {_PROBE_SECONDS} s"
    if answer is None:
        report.found("FHN2006", "device", f"mlx cannot start: {why}", DEVICE_CURE)
        report.skipped("FHN2026", "speed of the device", "there is none", DEVICE_CURE)
        report.skipped("FHN2027", "known faults", "mlx cannot start", DEVICE_CURE)
        return False
    _, version, device = answer
    report.passed("FHN2006", "device", f"{device}, {_meaning(device)}")
    if "gpu" in device:
        report.passed("FHN2026", "speed of the device", "faster than real time is usual")
    else:
        cure = "Fine for a trial; for lessons use a Mac, or mlx[cuda] on Linux."
        report.found("FHN2026", "speed of the device", "the CPU takes many times real time", cure, WARNING)
    _check_faults(report, version, modules)
    return True


def _check_faults(report: Report, mlx: str, modules: bool) -> None:
    mlx_audio = versions.installed("mlx_audio")
    if mlx_audio is None or not modules:
        report.skipped("FHN2027", "known faults", "mlx-audio is missing or too old", _SETUP)
    elif faults := versions.known_faults(mlx_audio, mlx):
        report.found("FHN2027", "known faults", " ".join(faults), "Nothing needs doing; the clips' records name the versions.", WARNING)
    else:
        report.passed("FHN2027", "known faults", f"none known of mlx {mlx} with mlx-audio {mlx_audio.text}")


def _meaning(device: str) -> str:
    if "gpu" not in device:
        return "the processor"
    return "the graphics processor through Metal" if sys.platform == "darwin" else "the graphics processor through CUDA"


def check_model(report: Report, model: str, allow_download: bool, modules: bool) -> hub.ModelFolder | None:
    """Finds the model in the hub cache, or fetches it where that is allowed."""
    try:
        hub.refuse_unsupported(model)
        report.passed("FHN2021", "kind of model", model)
    except WorkerFault as fault:
        report.found(fault.finding, "kind of model", str(fault), fault.cure)
        report.skipped("FHN2007", "model", "this kind is not supported", fault.cure)
        return None
    try:
        folder = hub.resolve(model, allow_download=allow_download and modules)
    except WorkerFault as fault:
        report.found(fault.finding, "model", str(fault), fault.cure)
        return None
    report.passed("FHN2007", "model", f"{folder.path}" + (f" (revision {folder.revision})" if folder.revision else ""))
    return folder
