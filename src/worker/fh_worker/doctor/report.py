"""The rows that a check-up prints."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

ERROR, WARNING, SKIPPED = "error", "warning", "skipped"


class Report:
    """Passes rows on as they come, and remembers whether an error was among them."""

    def __init__(self, emit: Callable[[dict[str, Any]], None]) -> None:
        self._emit = emit
        self.failed = False

    def passed(self, code: str, name: str, detail: str) -> None:
        self._emit({"t": "check", "code": code, "name": name, "ok": True, "severity": "ok", "detail": detail, "cure": ""})

    def found(self, code: str, name: str, detail: str, cure: str, severity: str = ERROR) -> None:
        self.failed |= severity == ERROR
        self._emit({"t": "check", "code": code, "name": name, "ok": False, "severity": severity, "detail": detail, "cure": cure})

    def skipped(self, code: str, name: str, why: str, cure: str) -> None:
        """A check that another one stands in the way of; it is reported, so that the table always has every row."""
        self.found(code, name, f"not checked: {why}", cure, SKIPPED)

    def signal(self, text: str) -> None:
        """A line that programs of Flaming Horse look for."""
        self._emit({"t": "signal", "text": text})
