"""Readies a copy of the tree for Stryker: prepare.py AREA TREE prints the folder to run it in, prepare.py --areas all areas' names."""

import fnmatch
import json
import os
import pathlib
import re
import shutil
import sys

HERE = pathlib.Path(__file__).resolve().parent
AREAS = json.loads((HERE / "areas.json").read_text(encoding="utf-8"))
# Without an attribute a test is a method like any other. Stryker's filter of tests does not reach Microsoft's testing platform.
ATTRIBUTE = re.compile(r"\[(?:Fact|Theory)(?:\([^\]]*\))?\]")


def leave_out(text: str, name: str) -> str:
    """The text in which the named method is no test any more."""
    place = text.find(f" {name}(")
    attributes = [match for match in ATTRIBUTE.finditer(text) if match.end() < place]
    return text[: attributes[-1].start()] + text[attributes[-1].end() :] if attributes else text


def keep_tests(folder: pathlib.Path, kept: list[str], left_out: list[str]) -> None:
    """Leaves the tests of some files, and of those not the named ones."""
    for path in folder.rglob("*.cs"):
        text = whole = path.read_text(encoding="utf-8")
        if not any(fnmatch.fnmatch(path.relative_to(folder).as_posix(), pattern) for pattern in kept):
            text = ATTRIBUTE.sub("", text)
        for name in left_out:
            text = leave_out(text, name)
        if text != whole:
            path.write_text(text, encoding="utf-8")


def configuration(area: dict) -> dict:
    """What Stryker is to do."""
    tests = [f"../{name}/{name}.csproj" for name in area["tests"]]
    framework = {"target-framework": area["framework"]} if "framework" in area else {}
    return framework | {
        "project": area["project"] + ".csproj",
        "test-projects": tests,
        "configuration": "Release",
        "test-runner": "mtp",
        "coverage-analysis": os.environ.get("NARRATION_MUTANT_COVERAGE", "perTest"),
        "concurrency": int(os.environ.get("NARRATION_MUTANTS_AT_ONCE", "1")),
        "additional-timeout": 1000 * int(os.environ.get("NARRATION_MUTANT_SECONDS", "20")),
        "reporters": ["json"],
        # Messages are for people: tests hold codes and places, not every word.
        "ignore-mutations": ["string"],
        "mutate": area["mutate"],
    }


def main() -> None:
    if sys.argv[1] == "--areas":
        print("\n".join(AREAS))
        return
    if sys.argv[1] not in AREAS:
        sys.exit(f"no area {sys.argv[1]}; there are {', '.join(AREAS)}")
    area, tree = AREAS[sys.argv[1]], pathlib.Path(sys.argv[2])
    # Mutated code breaks rules of style; nobody reads it.
    with (tree / "Directory.Build.rsp").open("a", encoding="utf-8") as options:
        options.write("\n-p:RunAnalyzers=false\n-p:TreatWarningsAsErrors=false\n")
    for name, kept in area["tests"].items():
        folder = tree / "tests" / name
        keep_tests(folder, kept, area["leftOut"])
        shutil.copy(HERE / "StaticsFirst.cs", folder)
        # A mutant is killed by the first test that fails.
        (folder / "xunit.runner.json").write_text('{ "stopOnFail": true }\n', encoding="utf-8")
    first = tree / "tests" / next(iter(area["tests"]))
    (first / "stryker-config.json").write_text(json.dumps({"stryker-config": configuration(area)}, indent=2), encoding="utf-8")
    print(f"tests/{first.name}")


if __name__ == "__main__":
    main()
