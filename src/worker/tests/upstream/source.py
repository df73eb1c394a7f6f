"""A checkout as its syntax trees."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

MODEL = "mlx_audio.tts.models.qwen3_tts.qwen3_tts"
CODEC = "mlx_audio.tts.models.qwen3_tts.speech_tokenizer"
RESULTS = "mlx_audio.tts.models.base"
TRANSCRIBER = "mlx_audio.stt.models.qwen3_asr.qwen3_asr"
ALIGNER = "mlx_audio.stt.models.qwen3_asr.qwen3_forced_aligner"
ENCODER = "mlx_audio.tts.models.chatterbox.s3gen.xvector"
OWNERS = {
    "Model": MODEL,
    "Qwen3TTSSpeechTokenizer": CODEC,
    "Qwen3ASRModel": TRANSCRIBER,
    "ForcedAlignerModel": ALIGNER,
    "CAMPPlus": ENCODER,
}


@dataclass(frozen=True)
class Signature:
    """Parameters in order with their defaults as text (None: required), without self and cls."""

    names: tuple[str, ...]
    defaults: dict[str, str | None]
    takes_any: bool
    is_generator: bool

    def accepts(self, positional: int, keywords: list[str]) -> str | None:
        """Why a call does not fit, or None."""
        if positional > len(self.names):
            return f"{positional} positional arguments, {len(self.names)} parameters"
        unknown = [name for name in keywords if name not in self.names]
        if unknown and not self.takes_any:
            return f"no parameter {', '.join(unknown)}"
        given = {*self.names[:positional], *keywords}
        missing = [name for name in self.names if self.defaults[name] is None and name not in given]
        return f"required {', '.join(missing)} not given" if missing else None


class Checkout:
    """A folder that holds `mlx_audio/`: a real checkout, or the stand-in."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @cached_property
    def version(self) -> str:
        match = re.search(r'__version__ = "([^"]+)"', self.file("mlx_audio/version.py").read_text())
        assert match is not None
        return match[1]

    def file(self, relative: str) -> Path:
        return self.root / relative

    def text(self, module: str) -> str:
        return self.file(module.replace(".", "/") + ".py").read_text(encoding="utf-8")

    def tree(self, module: str) -> ast.Module:
        return ast.parse(self.text(module))

    def has_module(self, module: str) -> bool:
        path = module.replace(".", "/")
        return self.file(path + ".py").is_file() or self.file(path).is_dir()

    def function(self, module: str, name: str) -> Signature | None:
        """A function of a module, or "Class.method"; also one that stands under a condition."""
        if not self.has_module(module):
            return None
        scope: ast.AST = self.tree(module)
        *classes, last = name.split(".")
        for wanted in classes:
            found = next((node for node in ast.walk(scope) if isinstance(node, ast.ClassDef) and node.name == wanted), None)
            if found is None:
                return None
            scope = found
        for node in _own(scope):
            if isinstance(node, ast.FunctionDef) and node.name == last:
                return _signature(node)
        return None

    def fields(self, module: str, name: str) -> list[str]:
        """A dataclass's fields in order; none where its module is not there."""
        if not self.has_module(module):
            return []
        for node in ast.walk(self.tree(module)):
            if isinstance(node, ast.ClassDef) and node.name == name:
                return [item.target.id for item in node.body if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name)]
        return []

    def attributes(self, module: str, name: str) -> set[str]:
        """What a class's own code sets on itself or defines."""
        found: set[str] = set()
        for node in ast.walk(self.tree(module)):
            if isinstance(node, ast.ClassDef) and node.name == name:
                for part in ast.walk(node):
                    if isinstance(part, ast.FunctionDef):
                        found.add(part.name)
                    if isinstance(part, ast.Attribute) and isinstance(part.value, ast.Name) and part.value.id == "self":
                        if isinstance(part.ctx, ast.Store):
                            found.add(part.attr)
        return found

    def __contains__(self, name: str) -> bool:
        """Whether a dotted name of the stand-in's table of versions is there: a function, a parameter, an attribute."""
        if name == "tqdm":
            return "from tqdm import tqdm" in self.text(MODEL)
        if name.startswith("mlx_audio."):
            module, _, function = name.rpartition(".")
            return self.function(module, function) is not None
        owner, member, *parameter = name.split(".")
        module = OWNERS[owner]
        if not self.has_module(module):
            return False
        if parameter:
            signature = self.function(module, f"{owner}.{member}")
            return signature is not None and parameter[0] in signature.names
        return member in self.attributes(module, owner)


def _own(scope: ast.AST) -> list[ast.AST]:
    """The statements of a module or class, looking into its conditions but not into its functions."""
    found: list[ast.AST] = []
    for node in getattr(scope, "body", []):
        found.append(node)
        if isinstance(node, ast.If):
            found.extend(_own(node))
    return found


def _signature(node: ast.FunctionDef) -> Signature:
    arguments = node.args
    ordered = [*arguments.posonlyargs, *arguments.args]
    defaults: dict[str, str | None] = {argument.arg: None for argument in ordered}
    for argument, default in zip(reversed(ordered), reversed(arguments.defaults)):
        defaults[argument.arg] = ast.unparse(default)
    for argument, default_or_none in zip(arguments.kwonlyargs, arguments.kw_defaults):
        defaults[argument.arg] = None if default_or_none is None else ast.unparse(default_or_none)
    for bound in ("self", "cls"):
        defaults.pop(bound, None)
    yields = any(isinstance(part, (ast.Yield, ast.YieldFrom)) for part in ast.walk(node))
    return Signature(tuple(defaults), defaults, arguments.kwarg is not None, yields)
