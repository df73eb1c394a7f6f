"""The order in which build/test.sh does its work, as a Mac runs it: programs that do nothing but say when they began and ended."""

import shutil
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from mac import REPOSITORY, MacCase  # noqa: E402  (the folder above must be found first)

NAME = "FlamingHorse.Narration"
PROJECTS = [f"{NAME}.{name}" for name in ("Acceptance", "Engine.Tests", "Page.Tests", "Speech.Tests", "Stores.Tests", "Synthesis.Tests")]
WITHOUT_TOOLS = {f"{NAME}.Engine.Tests", "layout"}


class WholeRunTests(MacCase):
    def setUp(self):
        super().setUp()
        self.repository = self.root / "the repository"
        (self.repository / "build").mkdir(parents=True)
        shutil.copy(REPOSITORY / "build" / "test.sh", self.repository / "build")
        for project in PROJECTS:
            (self.repository / "tests" / project).mkdir(parents=True)
            (self.repository / "tests" / project / f"{project}.csproj").touch()
        self.script("prepare.sh", self.spans("tools", 1))
        self.script("page.sh", "")
        self.script("pack.sh", self.spans("pack", 2))
        self.script("check_speech_package.py", self.spans("speech_package"))
        summary = "Total: 3, Errors: 0, Failed: 0, Skipped: 1, Not Run: 0, Time: 1s"
        self.program(
            "dotnet",
            'name=${1##*/}; name=${name%.dll}\ncase "$1 $2" in\n'
            f"tests/*) {self.spans('$name')}; echo '   Total  {summary}' ;;\n"
            f"*/MatrixLesson) {self.spans('matrix_lesson')} ;;\n"
            f"csharpier*) {self.spans('layout')} ;;\n"
            "esac",
        )
        self.program("npm")
        # Whatever is not asked for a module is a run of tests.
        self.program(
            "python3",
            f'case "$*" in -c*) echo "$0" ;; *worker*) {self.spans("worker")}; echo "Ran 5 tests"; echo OK ;;\n'
            f'*) {self.spans("platforms")}; echo "Ran 5 tests"; echo OK ;; esac',
        )

    def spans(self, name, seconds=0):
        return f'echo "+{name}" >>"{self.calls}"; sleep {seconds}; echo "-{name}" >>"{self.calls}"'

    def script(self, name, body):
        path = self.repository / "build" / name
        path.write_text(f"#!/bin/sh\n{body}\n")
        path.chmod(0o755)

    def run_tests(self, *arguments, code=0):
        return self.run_there("bash", self.repository / "build" / "test.sh", *arguments, code=code)

    def assertOrder(self, *events):
        places = [self.recorded().index(event) for event in events]
        self.assertEqual(sorted(places), places, self.recorded())

    def test_every_part_runs_once_and_waits_only_for_what_it_needs(self):
        output = self.run_tests()
        # Six projects with two tests each that pass and one that is skipped, five tests of the worker and of the platforms.
        self.assertTrue(output.endswith("\n22 passed, 0 failed, 6 skipped\n"), output)
        parts = {*PROJECTS, "worker", "platforms", "layout", "speech_package", "matrix_lesson"}
        for part in parts:
            self.assertEqual([f"+{part}", f"-{part}"], [call for call in self.recorded() if call[1:] == part])
        for part in parts - WITHOUT_TOOLS:
            self.assertOrder("-tools", f"+{part}")
        for part in WITHOUT_TOOLS:
            self.assertOrder(f"+{part}", "-tools")
        for part in ("speech_package", "matrix_lesson"):
            self.assertOrder("-pack", f"+{part}")
        for part in parts - {f"{NAME}.Acceptance"}:
            self.assertOrder(f"-{part}", f"+{NAME}.Acceptance")

    def test_where_packing_fails_nothing_reads_the_package_and_the_run_fails(self):
        self.script("pack.sh", "exit 1")
        self.assertIn("FAILED: pack", self.run_tests("Acceptance", code=1))
        self.assertNotIn(f"+{NAME}.Acceptance", self.recorded())

    def test_where_the_build_fails_nothing_is_tested(self):
        self.program("dotnet", "exit 1")
        output = self.run_tests(code=1)
        self.assertIn("FAILED: build", output)
        self.assertEqual({"+tools", "-tools"}, set(self.recorded()))

    def test_one_part_is_run_without_the_others_and_without_packing(self):
        self.assertIn("2 passed, 0 failed", self.run_tests("Engine"))
        self.assertEqual({"tools", f"{NAME}.Engine.Tests"}, {call[1:] for call in self.recorded()})

    def test_what_reads_the_package_is_packed_for(self):
        self.assertIn("2 passed, 0 failed", self.run_tests("Acceptance"))
        self.assertOrder("-pack", f"+{NAME}.Acceptance")


if __name__ == "__main__":
    unittest.main()
