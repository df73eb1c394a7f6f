"""Runs all tests of an area for single mutants, each in a program of its own: alone.py FOLDER [ID...].

Without IDs it runs every mutant that was not noticed. Stryker runs its mutants one after the other in one program, and for each only the
tests that reached the mutated line. What a static field of a test holds was made before, by the true code, and so it misses mutants that
the same tests notice in a program of their own. What is found replaces what Stryker found.
"""

import json
import os
import pathlib
import struct
import subprocess
import sys
import tempfile

import report

# Longer than any run of an area's tests takes on a busy machine.
LIMIT = 240


def programs(folder: pathlib.Path) -> list[pathlib.Path]:
    return [path / f"{path.name}.dll" for path in sorted((folder / "bin").iterdir())]


def run(tests: list[pathlib.Path], mutant: int) -> str:
    """What the tests make of a mutant; -1 is none."""
    with tempfile.NamedTemporaryFile() as file:
        file.write(struct.pack("<i", mutant))
        file.flush()
        for test in tests:
            command = ["dotnet", str(test), "-noColor", "-noLogo", "-stopOnFail"]
            try:
                done = subprocess.run(command, capture_output=True, timeout=LIMIT, env=os.environ | {"STRYKER_MUTANT_FILE": file.name})
            except subprocess.TimeoutExpired:
                return "Timeout"
            if done.returncode != 0:
                return "Killed"
    return "Survived"


def main() -> None:
    folder = pathlib.Path(sys.argv[1])
    wanted = sys.argv[2:]
    mutants = [
        mutant
        for mutant in report.read(folder)
        if (mutant["id"] in wanted if wanted else mutant["status"] not in report.NOTICED)
    ]
    tests = programs(folder)
    if mutants and run(tests, -1) != "Survived":
        sys.exit(f"the tests in {folder / 'bin'} fail without any mutant")
    alone = folder / "alone.json"
    found = json.loads(alone.read_text(encoding="utf-8")) if alone.exists() else {}
    for mutant in mutants:
        found[mutant["id"]] = run(tests, int(mutant["id"]))
        alone.write_text(json.dumps(found, indent=1), encoding="utf-8")
        print(report.line(mutant | {"status": found[mutant["id"]]}), file=sys.stderr)


if __name__ == "__main__":
    main()
