"""What build/mutate.sh is told to change and to run exists, and its table says what Stryker found. Stryker itself takes far too long."""

import json
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from mac import REPOSITORY  # noqa: E402  (the folder above must be found first)

TOOLS = REPOSITORY / "build" / "mutants"
AREAS = json.loads((TOOLS / "areas.json").read_text(encoding="utf-8"))


def run(tool, *arguments):
    command = [sys.executable, "-B", str(TOOLS / tool), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def tests_in(folder):
    """Attributes of tests by the file that holds them."""
    counts = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.cs")}
    return {name: text.count("[Fact") + text.count("[Theory") for name, text in counts.items() if "/obj/" not in f"/{name}"}


class MutantTests(unittest.TestCase):
    def test_every_area_changes_code_that_exists(self):
        for name, area in AREAS.items():
            project = REPOSITORY / "src" / area["project"]
            self.assertTrue((project / f"{area['project']}.csproj").is_file(), name)
            for pattern in area["mutate"]:
                with self.subTest(area=name, pattern=pattern):
                    self.assertTrue(any("/obj/" not in str(path) for path in project.glob(pattern.lstrip("!"))))

    def test_every_area_runs_tests_that_exist(self):
        for name, area in AREAS.items():
            texts = ""
            for tests, kept in area["tests"].items():
                folder = REPOSITORY / "tests" / tests
                self.assertTrue((folder / f"{tests}.csproj").is_file(), name)
                for pattern in kept:
                    with self.subTest(area=name, pattern=pattern):
                        self.assertGreater(sum(tests_in(folder).get(p.relative_to(folder).as_posix(), 0) for p in folder.glob(pattern)), 0)
                texts += "".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.cs"))
            for left_out in area["leftOut"]:
                self.assertEqual(1, texts.count(f" {left_out}("), left_out)

    def test_a_copy_has_the_areas_tests_and_no_others(self):
        for name, area in AREAS.items():
            with self.subTest(name), tempfile.TemporaryDirectory() as tree:
                for tests in area["tests"]:
                    shutil.copytree(REPOSITORY / "tests" / tests, Path(tree) / "tests" / tests, ignore=shutil.ignore_patterns("bin", "obj"))
                folder = Path(tree) / run("prepare.py", name, tree).strip()

                before, after = tests_in(REPOSITORY / "tests" / folder.name), tests_in(folder)
                paths = [path for pattern in area["tests"][folder.name] for path in folder.glob(pattern)]
                kept = {path.relative_to(folder).as_posix() for path in paths} & after.keys()
                self.assertEqual(0, sum(count for file, count in after.items() if file not in kept))
                self.assertGreater(sum(after.values()), 0)
                self.assertLessEqual(sum(before.get(file, 0) - after[file] for file in kept), len(area["leftOut"]))
                config = json.loads((folder / "stryker-config.json").read_text(encoding="utf-8"))["stryker-config"]
                for tests in config["test-projects"]:
                    self.assertTrue((folder / tests).is_file(), tests)
                self.assertEqual(area["mutate"], config["mutate"])

    def test_the_table_counts_what_Stryker_and_the_runs_after_it_found(self):
        def mutant(number, status, **more):
            place = {"location": {"start": {"line": number}}, "mutatorName": "Equality", "replacement": "a  <\n b"}
            return {"id": str(number), "status": status} | place | more

        found = [mutant(i, status) for i, status in enumerate(["Killed", "Killed", "Timeout", "NoCoverage", "CompileError", "Ignored"])]
        found += [mutant(7, "Survived", static=True), mutant(8, "Survived"), mutant(9, "RuntimeError")]
        with tempfile.TemporaryDirectory() as out:
            area = Path(out) / "library"
            (area / "reports").mkdir(parents=True)
            report = {"files": {"/copy/src/FlamingHorse.Narration/A.cs": {"mutants": found}}}
            (area / "reports" / "mutation-report.json").write_text(json.dumps(report), encoding="utf-8")
            (area / "alone.json").write_text(json.dumps({"7": "Killed", "9": "Timeout"}), encoding="utf-8")

            table = run("table.py", out).splitlines()

            self.assertEqual("| library | 7 | 3 | 2 | 1 | 1 | 71.4 % | 92 % |", table[-1])
            survivors = (area / "survivors.txt").read_text(encoding="utf-8").splitlines()
            self.assertEqual("     3 FlamingHorse.Narration/A.cs:3 Equality [NoCoverage] → a < b", survivors[0])
            self.assertEqual(2, len(survivors))


if __name__ == "__main__":
    unittest.main()
