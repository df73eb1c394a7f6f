"""The calls of the worker's own syntax trees that reach into mlx-audio and mlx."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .source import ALIGNER, CODEC, ENCODER, MODEL, TRANSCRIBER

# What the worker calls these things, wherever it holds them; each is an object of mlx-audio.
MODEL_NAMES = {"self._model", "model"}
CODEC_NAMES = {"self._model.speech_tokenizer", "model.speech_tokenizer", "tokenizer"}
BOUND_CODEC_METHODS = {"self._encode": "encode", "self._decode": "decode"}
LISTENERS = {
    "self._transcriber": (TRANSCRIBER, "Qwen3ASRModel"),
    "self._aligner": (ALIGNER, "ForcedAlignerModel"),
    "self._encoder": (ENCODER, "CAMPPlus"),
    "encoder": (ENCODER, "CAMPPlus"),
}
OF_EVERY_MODULE = {"load_weights", "eval"}  # mlx.nn.Module's, whose sources are not read
MLX_NAMES = {"mx", "self._mx"}


@dataclass(frozen=True)
class Call:
    """One call: where it stands, what it means over there, and what it passes."""

    place: str
    module: str
    name: str
    positional: int
    keywords: list[str]


@dataclass(frozen=True)
class Use:
    """A name of mlx.core, or an attribute of an object of mlx-audio, that the worker reads."""

    place: str
    owner: str  # "mx", "Model", "Qwen3TTSSpeechTokenizer" or "result"
    name: str
    guarded: bool  # through getattr or hasattr, so that it may be absent


class Source:
    """One file of the worker."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.tree = ast.parse(path.read_text(encoding="utf-8"))
        self.imports = {
            alias.asname or alias.name: (node.module, alias.name)
            for node in ast.walk(self.tree)
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("mlx_audio")
            for alias in node.names
        }

    def place(self, node: ast.AST) -> str:
        return f"{self.path.name}:{getattr(node, 'lineno', 0)}"

    def calls(self) -> Iterator[Call]:
        for function in ast.walk(self.tree):
            if isinstance(function, ast.FunctionDef):
                expanded = _dictionaries(function)
                for node in ast.walk(function):
                    if isinstance(node, ast.Call) and (target := self._target(node.func)):
                        yield Call(self.place(node), *target, len(node.args), _keywords(node, expanded))

    def _target(self, function: ast.expr) -> tuple[str, str] | None:
        text = ast.unparse(function)
        if text in self.imports:
            return self.imports[text]
        if text in BOUND_CODEC_METHODS:
            return CODEC, f"Qwen3TTSSpeechTokenizer.{BOUND_CODEC_METHODS[text]}"
        owner, _, method = text.rpartition(".")
        if owner in MODEL_NAMES:
            return MODEL, f"Model.{method}"
        if owner in LISTENERS and method not in OF_EVERY_MODULE:
            module, name = LISTENERS[owner]
            return module, f"{name}.{method}"
        if owner in CODEC_NAMES:
            return CODEC, f"Qwen3TTSSpeechTokenizer.{method}"
        return None

    def uses(self) -> Iterator[Use]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
                if owner := _owner(ast.unparse(node.value)):
                    yield Use(self.place(node), owner, node.attr, False)
            elif isinstance(node, ast.Call) and ast.unparse(node.func) in ("getattr", "hasattr") and len(node.args) > 1:
                name = node.args[1]
                if (owner := _owner(ast.unparse(node.args[0]))) and isinstance(name, ast.Constant):
                    yield Use(self.place(node), owner, str(name.value), True)


def _owner(text: str) -> str | None:
    if text in MLX_NAMES:
        return "mx"
    if text in MODEL_NAMES:
        return "Model"
    if text in CODEC_NAMES:
        return "Qwen3TTSSpeechTokenizer"
    return "result" if text == "result" else None


def _dictionaries(function: ast.FunctionDef) -> dict[str, list[str]]:
    """Names that the function binds to a literal dictionary, with its keys: what `**name` stands for."""
    found = {}
    for node in ast.walk(function):
        if isinstance(node, (ast.Assign, ast.AnnAssign)) and isinstance(node.value, ast.Dict):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            keys = [key.value for key in node.value.keys if isinstance(key, ast.Constant)]
            found |= {target.id: keys for target in targets if isinstance(target, ast.Name)}
    return found


def _keywords(node: ast.Call, expanded: dict[str, list[str]]) -> list[str]:
    names: list[str] = []
    for keyword in node.keywords:
        if keyword.arg is not None:
            names.append(keyword.arg)
        elif isinstance(keyword.value, ast.Name) and keyword.value.id in expanded:
            names.extend(expanded[keyword.value.id])
        else:
            names.append(f"**{ast.unparse(keyword.value)}")  # unknown, and so refused
    return names


def worker_sources(folder: Path) -> list[Source]:
    return [Source(path) for path in sorted(folder.rglob("*.py"))]
