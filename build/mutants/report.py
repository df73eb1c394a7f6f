"""What is known of each mutant of an area: Stryker's report, and the runs of mutants in programs of their own."""

import json
import pathlib

NOTICED = ("Killed", "Timeout")
# Those that could not be compiled or were not wanted say nothing of the tests.
VALID = (*NOTICED, "Survived", "NoCoverage", "RuntimeError")


def read(folder: pathlib.Path) -> list[dict]:
    """Every mutant that counts, with its file."""
    report = json.loads((folder / "reports" / "mutation-report.json").read_text(encoding="utf-8"))
    alone = folder / "alone.json"
    later = json.loads(alone.read_text(encoding="utf-8")) if alone.exists() else {}
    return [
        mutant | {"file": path, "status": later.get(mutant["id"], mutant["status"])}
        for path, file in sorted(report["files"].items())
        for mutant in file["mutants"]
        if mutant["status"] in VALID
    ]


def line(mutant: dict) -> str:
    """A mutant as a line of text: its place, its kind and the changed code."""
    change = " ".join(mutant.get("replacement", "").split())[:120]
    static = " (static)" if mutant.get("static") else ""
    place = f"{mutant['file'].split('src/')[-1]}:{mutant['location']['start']['line']}"
    return f"{mutant['id']:>6} {place} {mutant['mutatorName']}{static} [{mutant['status']}] → {change}"
