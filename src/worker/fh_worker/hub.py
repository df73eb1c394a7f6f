"""Finds a model in the local hub cache, without network and without importing anything of the hub.

mlx-audio takes any string that is not an existing path for a hub id, so a misspelt folder would become a download:
what is loaded is always a folder that was found here first.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from pathlib import Path

from . import versions
from .faults import WorkerFault

_HUB_ID = re.compile(r"^[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*$")
_AGAIN = "Remove that folder and fetch the model again: dotnet build -t:PrepareNarration -p:NarrationAllowDownload=true."
_REVISION = re.compile(r"^(?!.*\.\.)\w[\w./-]*$")


@dataclass(frozen=True)
class ModelFolder:
    """A model on this machine: what was asked for, where it is, and which revision it is ("" for a plain folder)."""

    model: str
    path: Path
    revision: str


def cache_root(environment: dict[str, str] | os._Environ[str] = os.environ) -> Path:
    """The hub's cache folder by the hub's own rules; absolute, so that no part of it can pass for a hub id."""
    return Path(_cache_root(environment)).expanduser().absolute()


def _cache_root(environment: dict[str, str] | os._Environ[str]) -> str:
    for name in ("HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE"):
        if environment.get(name):
            return environment[name]
    if environment.get("HF_HOME"):
        return os.path.join(environment["HF_HOME"], "hub")
    return os.path.join(environment.get("XDG_CACHE_HOME") or "~/.cache", "huggingface", "hub")


def resolve(asked: str, *, allow_download: bool = False) -> ModelFolder:
    """The folder of a hub id with an optional `@revision`, or of a local folder. Raises `no_model` with the cure."""
    asked = asked.strip()
    refuse_unsupported(asked)
    return _checked(_locate(asked, "NarrationModel", "FHN2007", allow_download))


def resolve_recognizer(asked: str, setting: str, *, aligns: bool, allow_download: bool = False) -> ModelFolder:
    """The same for a model that listens; `setting` is what names it."""
    found = _locate(asked.strip(), setting, "FHN2062", allow_download)
    try:
        config = json.loads((found.path / "config.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _missing(f"The model {found.model} at {found.path} has no readable config.json ({error}).", _AGAIN, "FHN2062") from None
    inner = (config.get("thinker_config") or {}).get("model_type") or ""
    if config.get("model_type") != "qwen3_asr" or ("aligner" in inner) != aligns:
        what = "Qwen3-ForcedAligner" if aligns else "Qwen3-ASR"
        raise _missing(f"{found.model} is not a {what} but a '{inner or config.get('model_type')}'.", f"Correct {setting}.", "FHN2062")
    files = list(found.path.glob("*.safetensors"))
    if not files or not all(file.exists() for file in files):
        raise _missing(f"The model {found.model} at {found.path} is incomplete: its weights are missing.", _AGAIN, "FHN2062")
    return found


def find(name: str) -> ModelFolder | None:
    """A hub id's folder in the cache, where it is there."""
    path = _in_cache(name, "")
    return None if path is None else ModelFolder(name, path, path.name)


def _locate(asked: str, setting: str, finding: str, allow_download: bool) -> ModelFolder:
    local = Path(asked).expanduser().absolute()
    if asked and local.is_dir():
        return ModelFolder(asked, local, _revision_of(local))
    name, _, revision = asked.partition("@")
    if not _HUB_ID.match(name) or (revision and not _REVISION.match(revision)):
        raise _missing(
            f"The model folder '{asked}' does not exist.",
            f"Check {setting}: an existing folder, or a hub id such as mlx-community/Qwen3-TTS-12Hz-1.7B-Base-8bit.",
            finding,
        )
    found = _in_cache(name, revision)
    if found is None and allow_download:
        _download(name, revision)
        found = _in_cache(name, revision)
    if found is None:
        wanted = f"{name} at revision {revision}" if revision else name
        raise _missing(
            f"The model {wanted} is not in the hub cache at {cache_root()}.",
            "Fetch it once: dotnet build -t:PrepareNarration -p:NarrationAllowDownload=true (a build itself never downloads weights).",
            finding,
        )
    return ModelFolder(asked, found, found.name)


def refuse_unsupported(asked: str) -> None:
    """The 25 Hz tier has another codec; mlx-audio has no code for it, and would fail in ways that explain nothing."""
    if re.search(r"qwen3-tts-25hz", asked, re.IGNORECASE):
        _refuse_25_hz(asked)


def _refuse_25_hz(asked: str) -> None:
    if "25hz" in versions.module_text("tts/models/qwen3_tts/qwen3_tts.py").lower():
        return
    raise WorkerFault(
        "no_model",
        f"mlx-audio does not support the 25 Hz models, so {asked} cannot be loaded.",
        cure="Use NarrationQuality=Final (12 Hz), or a newer mlx-audio once it has the 25 Hz codec.",
        finding="FHN2021",
    )


def _in_cache(name: str, revision: str) -> Path | None:
    """The snapshot folder of a revision; without one, of `main`, else of the only snapshot that there is."""
    folder = cache_root() / ("models--" + name.replace("/", "--"))
    snapshots = folder / "snapshots"
    if not snapshots.is_dir():
        return None
    reference = folder / "refs" / (revision or "main")
    if reference.is_file():
        snapshot = snapshots / reference.read_text(encoding="utf-8").strip()
        return snapshot if snapshot.is_dir() else None
    present = sorted(entry for entry in snapshots.iterdir() if entry.is_dir())
    if revision:
        matching = [entry for entry in present if entry.name == revision or (len(revision) >= 7 and entry.name.startswith(revision))]
        return matching[0] if len(matching) == 1 else None
    return present[0] if len(present) == 1 else None


def _revision_of(folder: Path) -> str:
    """A folder inside the hub cache names its own revision."""
    return folder.name if folder.parent.name == "snapshots" else ""


def _checked(found: ModelFolder) -> ModelFolder:
    """Refuses what loads in silence and then speaks noise: an unfinished download, a vocoder without weights, no tokenizer."""
    config_file = found.path / "config.json"
    try:
        config = json.loads(config_file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise _incomplete(found, "config.json is missing") from None
    except (OSError, ValueError) as error:
        raise _incomplete(found, f"config.json cannot be read ({error})") from None
    if "25hz" in str(config.get("tokenizer_type", "")).lower():
        _refuse_25_hz(found.model)
    if config.get("model_type") != "qwen3_tts":
        raise WorkerFault(
            "no_model",
            f"{found.model} is a '{config.get('model_type')}' model; voices are cloned with Qwen3-TTS Base models.",
            cure="Set NarrationModel to a Qwen3-TTS Base model, or leave it to NarrationQuality.",
            finding="FHN2021",
        )
    for folder, what in ((found.path, "the weights"), (found.path / "speech_tokenizer", "the speech tokenizer's weights")):
        files = list(folder.glob("*.safetensors"))
        if not files:
            raise _incomplete(found, f"{what} are missing (*.safetensors in {folder})")
        for file in files:
            if not file.exists():
                raise _incomplete(found, f"{file.name} of {what} is a broken link, so its download was not finished")
    if not (found.path / "speech_tokenizer" / "config.json").is_file():
        raise _incomplete(found, "speech_tokenizer/config.json is missing")
    if not any((found.path / name).is_file() for name in ("tokenizer_config.json", "tokenizer.json", "vocab.json")):
        raise _incomplete(found, "the tokenizer's files are missing")
    return found


def _download(name: str, revision: str) -> None:
    """Fetches a model; the only place that may use the network, and only when the user said so."""
    os.environ["HF_HUB_OFFLINE"] = "0"  # read when the hub's package is imported, which is below
    os.environ["TRANSFORMERS_OFFLINE"] = "0"
    from mlx_audio.utils import get_model_path

    try:
        get_model_path(name, revision=revision or None)
    except Exception as error:  # the hub's own exceptions need its package to be named
        why = f"The model {name} could not be downloaded: {error}"
        raise _missing(why, "Check the id, the network, and HF_TOKEN for a gated model.") from error


def _missing(message: str, cure: str, finding: str = "FHN2007") -> WorkerFault:
    return WorkerFault("no_model", message, cure=cure, finding=finding)


def _incomplete(found: ModelFolder, what: str) -> WorkerFault:
    return _missing(
        f"The model {found.model} at {found.path} is incomplete: {what}.",
        _AGAIN,
    )
