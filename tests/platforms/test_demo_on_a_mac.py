"""The demo and the pack script as a Mac runs them: BSD's tools, perhaps no Node.js, nothing to install with."""

import shutil
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from mac import REPOSITORY, MacCase  # noqa: E402  (the folder above must be found first)

PAGE = "artifacts/report/narration-report.template.html"


class DemoTests(MacCase):
    def setUp(self):
        super().setUp()
        self.repository = self.root / "the repository"
        shutil.copytree(REPOSITORY / "build", self.repository / "build", ignore=shutil.ignore_patterns("bin", "obj", "benchmark"))
        shutil.copytree(REPOSITORY / "src" / "report", self.repository / "src" / "report", ignore=shutil.ignore_patterns("node_modules"))
        pack = (
            "pack) for last; do previous=$argument; argument=$last; "
            'case $previous in -o) mkdir -p "$last"; : >"$last/A.1.nupkg" ;; esac; done ;;'
        )
        self.program("dotnet", f"argument=; case $1 in {pack} esac", recorded=True)

    def node(self, *, fetches=True):
        """`node build.mjs FILE` writes the page."""
        self.program("node", 'case $1 in *build.mjs) echo "<html>" >"$2" ;; esac', recorded=True)
        self.program("npm", "" if fetches else "echo 'npm error network' >&2; exit 1", recorded=True)

    def script(self, name, *arguments, code=0):
        return self.run_there("bash", self.repository / "build" / name, *arguments, code=code)

    def packed(self):
        [line] = self.recorded("dotnet pack nuget/FlamingHorse.Narration.Package.csproj")
        return line

    def test_without_node_the_demo_says_what_is_left_out_and_goes_on(self):
        output = self.script("demo.sh", "--play")
        self.assertIn("left out of this package", output)
        self.assertIn("-p:NarrationWithoutPage=true", self.packed())
        self.assertIn("dotnet build samples/MatrixLesson", "\n".join(self.recorded()))
        self.assertEqual("dotnet run --project samples/MatrixLesson --no-build -- --play", self.recorded()[-1])

    def test_with_node_the_page_is_packed(self):
        self.node()
        self.assertNotIn("left out", self.script("demo.sh"))
        self.assertIn("-p:NarrationWithoutPage=false", self.packed())
        self.assertTrue((self.repository / PAGE).exists())

    def test_an_existing_page_needs_no_node(self):
        self.node()
        self.script("pack.sh")
        calls = len(self.recorded("node"))
        self.script("pack.sh")
        self.assertEqual(calls, len(self.recorded("node")))

    def test_with_node_and_no_network_the_demo_goes_on_without_the_page(self):
        self.node(fetches=False)
        self.assertIn("left out", self.script("demo.sh"))
        self.assertIn("-p:NarrationWithoutPage=true", self.packed())

    def test_a_package_for_others_is_never_packed_without_the_page(self):
        self.assertIn("Node.js 18 or later", self.script("pack.sh", code=1))
        self.assertEqual([], self.recorded("dotnet pack"))

    def test_without_the_SDK_it_says_what_is_needed(self):
        (self.bin / "dotnet").unlink()
        self.assertIn("The .NET SDK 10 is needed", self.script("demo.sh", code=1))

    def test_what_a_script_needs_and_a_mac_lacks_is_named(self):
        self.assertIn("Please install: flite", self.script("prepare.sh", "flite", code=1))
        self.script("prepare.sh", "sed")


if __name__ == "__main__":
    unittest.main()
