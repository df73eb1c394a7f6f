"""What the package's own files promise to systems that the tests do not run on."""

import re
import unittest
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]


class PackageTests(unittest.TestCase):
    def test_every_task_runs_in_the_host_of_the_SDK_whatever_MSBuild_asks(self):
        """Without an architecture a 32-bit MSBuild looks for a host of its own kind and finds none (MSB4216)."""
        found = 0
        for path in (REPOSITORY / "nuget").glob("*.targets"):
            for task in re.findall(r"<UsingTask [^>]*>", path.read_text(encoding="utf-8")):
                found += 1
                self.assertIn('Runtime="NET"', task)
                self.assertIn('Architecture="*"', task)
        self.assertGreaterEqual(found, 5)

    def test_the_benchmark_measures_with_a_cache_of_its_own_on_every_system(self):
        """By the package's own setting: XDG's variables move the models too, and say nothing on a Mac."""
        sources = {path.name: path.read_text(encoding="utf-8") for path in (REPOSITORY / "build" / "benchmark").glob("*.cs")}
        self.assertIn('Environment["NarrationCachePath"] = _workshop.Cache', sources["Project.cs"])
        self.assertEqual([], [name for name, text in sources.items() if "\"XDG_" in text])
        self.assertIn("A clip came from a cache", sources["BuildSummaryView.cs"])

    def test_text_files_that_unix_reads_keep_their_line_ends_in_every_checkout(self):
        rules = (REPOSITORY / ".gitattributes").read_text(encoding="utf-8")
        for pattern in ("*.sh", "*.py", "requirements*.txt"):
            self.assertRegex(rules, re.escape(pattern) + r"\s.*eol=lf")


if __name__ == "__main__":
    unittest.main()
