"""Every command of the manuals, as somebody pastes it into a terminal of macOS: interactive zsh, which has no comments and refuses a glob
that matches nothing."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from mac import REPOSITORY, found  # noqa: E402  (the folder above must be found first)

BLOCK = re.compile(r"^```(?:sh|bash|zsh|shell|console)[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
RECORDED = "dotnet git ffmpeg manim apt-get install openssl nginx systemctl cp cat end-of-block".split()


def manuals():
    files = subprocess.run(["git", "ls-files", "-z", "*.md"], cwd=REPOSITORY, capture_output=True, text=True, check=True).stdout
    return [name for name in files.split("\0") if name]


def blocks():
    for name in manuals():
        text = (REPOSITORY / name).read_text(encoding="utf-8")
        for match in BLOCK.finditer(text):
            yield f"{name}:{text.count(chr(10), 0, match.start()) + 2}", match[1]


@unittest.skipUnless(shutil.which("zsh"), "zsh is not on this machine")
class ManualTests(unittest.TestCase):
    def setUp(self):
        self.root = Path(tempfile.mkdtemp(prefix="fh manual "))
        self.addCleanup(shutil.rmtree, self.root, ignore_errors=True)
        self.bin = self.root / "bin"
        for folder in ("bin", "etc/nginx", "build", "MyLesson"):
            (self.root / folder).mkdir(parents=True)
        for name in RECORDED:
            self.recorder(self.bin / name)
        for script in sorted((REPOSITORY / "build").glob("*.sh")):
            self.recorder(self.root / "build" / script.name)
        # A loop that waits ends after its first turn.
        self.recorder(self.bin / "sleep", 'mkdir "$0.seen" 2>/dev/null')

    def recorder(self, path, body=""):
        """Writes its name and each of its arguments, with a character between that no manual has."""
        write = f'{{ printf %s "${{0##*/}}"; for argument; do printf "\\037%s" "$argument"; done; echo; }} >>"{self.root}/calls"'
        path.write_text(f"#!/bin/sh\nPATH={os.environ['PATH']}\n{write}\n{body}\n")
        path.chmod(0o755)

    def paste(self, block):
        """What reached a command, and what zsh itself said."""
        (self.root / "calls").write_text("")
        shutil.rmtree(self.bin / "sleep.seen", ignore_errors=True)
        # Paths outside this folder stay as they are but for those that are written to.
        text = block.replace("> /etc/", "> etc/")
        done = subprocess.run(
            [found("zsh"), "-f", "-i"],
            input=f"PS1= PS2=\necho() {{ :; }}\n{text}\nend-of-block\n", capture_output=True, text=True, timeout=30, cwd=self.root,
            env={"PATH": str(self.bin), "HOME": str(self.root), "LANG": "C.UTF-8", "TERM": "dumb"},
        )  # fmt: skip
        calls = [line.split("\037") for line in (self.root / "calls").read_text().splitlines()]
        return calls, [line for line in done.stderr.splitlines() if "zsh:" in line or "no matches" in line or "command not found" in line]

    def problems(self, block):
        calls, said = self.paste(block)
        seen = list(said)
        seen += [f"{call[0]} gets {argument}" for call in calls for argument in call[1:] if argument.startswith("#")]
        if calls[-1:] != [["end-of-block"]]:
            seen.append("a quote, a bracket or a loop is left open")
        return seen

    def test_every_command_of_the_manuals_is_safe_to_paste_into_zsh(self):
        pasted = 0
        for place, block in blocks():
            with self.subTest(place):
                self.assertEqual([], self.problems(block))
                pasted += 1
        self.assertGreater(pasted, 15)

    def test_the_arguments_arrive_unchanged(self):
        self.assertEqual(
            [["dotnet", "build", "-p:NarrationRetake=Intro.*", "a b"], ["end-of-block"]],
            self.paste('dotnet build "-p:NarrationRetake=Intro.*" "a b"')[0],
        )

    def test_what_zsh_reads_differently_is_found(self):
        for block, problem in (
            ("dotnet build   # once", "dotnet gets #"),
            ("# Once.\ndotnet build", "command not found: #"),
            ("dotnet build -p:NarrationRetake=Intro.*", "no matches found"),
            ("dotnet build   # what's new", "left open"),
            ("make-it-so", "command not found: make-it-so"),
            ("if true; then dotnet build", "left open"),
        ):
            self.assertIn(problem, "\n".join(self.problems(block)), block)


if __name__ == "__main__":
    unittest.main()
