"""The set-up script where macOS has put a stub in the place of Python, and Homebrew the real one elsewhere."""

import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from mac import REPOSITORY, MacCase, found  # noqa: E402  (the folder above must be found first)

SCRIPT = REPOSITORY / "src" / "worker" / "setup.sh"


class SetupOnAMacTests(MacCase):
    """In the folders that macOS and Homebrew really have, which only this test sees."""

    def setUp(self):
        super().setUp()
        self.opt = self.root / "opt"
        (self.opt / "homebrew" / "bin").mkdir(parents=True)
        (self.bin / "python3").rename(self.root / "stub")
        for name in ("opt", "usr/local/bin", "usr/bin/python3"):
            if not Path("/", name).exists():
                self.skipTest(f"/{name} is missing here, and nothing can be put in its place")

    def setup_script(self, *arguments, code=0):
        """With Apple's folders on PATH and nothing else, as for an app that was started from the dock."""
        hide = "".join(
            f'"{found("mount")}" --bind "{here}" {there} && '
            for here, there in ((self.opt, "/opt"), (self.empty(), "/usr/local/bin"), (self.root / "stub", "/usr/bin/python3"))
        )
        return self.run_there(
            "sh", "-c", f'{hide}exec sh "{SCRIPT}" "$@"', "sh", self.root / "environment", *arguments,
            code=code, PATH=f"{self.bin}:/usr/bin"
        )  # fmt: skip

    def empty(self):
        folder = self.root / "empty"
        folder.mkdir(exist_ok=True)
        return folder

    def homebrew(self, name, minor):
        body = f'case $1 in -c) echo {minor} ;; -m) mkdir -p "$3/bin"; : >"$3/pyvenv.cfg"; printf "#!/bin/sh\\n" >"$3/bin/python"; '
        self.program(name, body + 'chmod +x "$3/bin/python" ;; esac')
        (self.bin / name).rename(self.opt / "homebrew" / "bin" / name)

    def test_apples_stub_is_never_started_and_homebrews_python_is_found(self):
        self.homebrew("python3.13", 13)
        self.homebrew("python3", 14)
        output = self.setup_script()
        self.assertIn("+ /opt/homebrew/bin/python3.13 -m venv", output)
        self.assertIn("The interpreter is", output)
        self.assertEqual([], self.recorded("python3 "))

    def test_with_only_the_stub_it_says_what_to_install(self):
        self.assertIn("Install uv", self.setup_script(code=1))
        self.assertEqual([], self.recorded("python3"))

    def test_an_older_macos_is_refused_with_the_reason(self):
        self.program("sw_vers", "echo 13.7.1")
        self.assertIn("macOS 14 or later; this is 13", self.setup_script("--dry-run", code=1))


if __name__ == "__main__":
    unittest.main()
