"""What can go wrong, in the words of the protocol."""

from __future__ import annotations

import re
from typing import Any

_OUT_OF_MEMORY = re.compile(
    r"out ?of ?memory|insufficient memory|unable to allocate|attempting to allocate|bad_alloc|cannot allocate memory", re.IGNORECASE
)


MODULE_CURE = "Make the MLX environment with `dotnet build -t:SetupNarration`, or point NarrationPython at one that has mlx-audio."

DEVICE_CURE = (
    "On a Mac: Metal is not available in this sandbox; run in a normal terminal. "
    "On Linux: install mlx[cuda] with a working driver, or mlx[cpu]."
)


class WorkerFault(Exception):
    """An error with a code of the protocol, and where there is one a finding's number and a cure."""

    def __init__(self, code: str, message: str, *, retryable: bool = False, cure: str = "", finding: str = "", **extra: Any) -> None:
        super().__init__(message)
        self.code = code
        self.retryable = retryable
        self.cure = cure
        self.finding = finding
        self.extra = extra

    def to_message(self, item: int | None = None) -> dict[str, Any]:
        """The error as a line of the protocol; without an item it is about the whole worker."""
        message: dict[str, Any] = {"t": "error"}
        if item is not None:
            message["id"] = item
        message |= {"code": self.code, "retryable": self.retryable, "message": str(self)}
        if self.cure:
            message["cure"] = self.cure
        if self.finding:
            message["finding"] = self.finding
        return message | self.extra


class Cancelled(Exception):
    """Raised inside the generation loop when the host took its order back."""


class MemoryLimitExceeded(MemoryError):
    """Raised inside the generation loop when more memory is in use than the host allows."""


def is_out_of_memory(error: BaseException) -> bool:
    """mlx reports a failed allocation as a plain RuntimeError, told apart by its wording only."""
    return isinstance(error, MemoryError) or bool(_OUT_OF_MEMORY.search(str(error)))


def fault_of(error: BaseException) -> WorkerFault:
    """Any exception as a fault that can be answered."""
    if isinstance(error, WorkerFault):
        return error
    if isinstance(error, Cancelled):
        return WorkerFault("cancelled", "The host cancelled the request.", retryable=True)
    if is_out_of_memory(error):
        return WorkerFault("oom", f"Out of memory: {error}", retryable=True)
    if isinstance(error, ImportError):
        return WorkerFault("no_module", f"A Python module is missing or broken: {error}", cure=MODULE_CURE, finding="FHN2004")
    return WorkerFault("internal", f"{type(error).__name__}: {error}", retryable=True)
