"""Items of the aligner and white-space tokens of the text: the aligner drops marks, and divides Chinese signs."""

from __future__ import annotations

import unicodedata
from typing import Any


def words(text: str, items: list[tuple[str, float, float]], seconds: float) -> list[dict[str, Any]]:
    """`words` of the protocol; empty where the items are not the text's. Times are brought into the clip and into order."""
    found: list[dict[str, Any]] = []
    left = list(items)
    now = 0.0
    for index, token in enumerate(text.split()):
        wanted = "".join(sign for sign in token if _is_kept(sign))
        part, start, end = "", None, now
        while left and len(part) < len(wanted):
            said, begins, ends = left.pop(0)
            part += said
            start, end = begins if start is None else start, ends
        if part != wanted:
            return []
        if start is not None:
            start = min(max(start, now), seconds)
            end = min(max(end, start), seconds)
            found.append({"i": index, "start": round(start, 3), "end": round(end, 3)})
            now = start
    return [] if left else found


def _is_kept(sign: str) -> bool:
    """As the aligner has it: letters, numbers and the apostrophe."""
    return sign == "'" or unicodedata.category(sign)[0] in "LN"
