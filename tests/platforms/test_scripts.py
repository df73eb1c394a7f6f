"""Every shell script: no findings of shellcheck, no syntax that the shells of macOS, Debian or Alpine lack."""

import re
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from mac import REPOSITORY, found  # noqa: E402  (the folder above must be found first)

# The bash of macOS is 3.2; what came later, as patterns over lines without their comments.
LATER_THAN_BASH_3 = {
    r"\b(mapfile|readarray|coproc)\b": "bash 4",
    r"\b(declare|local|typeset) +-[a-zA-Z]*[Ag]": "bash 4",
    r"\b(declare|local|typeset) +-[a-zA-Z]*n": "bash 4.3",
    r"\$\{\w+(\[[^]]*\])?(,,?|\^\^?)": "bash 4",
    r"\$\{\w+(\[[^]]*\])?@[A-Za-z]\}": "bash 4.4",
    r"&>>|\|&": "bash 4",
    r"\bwait +-n": "bash 4.3",
    r"\bBASHPID\b": "bash 4",
    r"\[\[ +-v ": "bash 4.2",
    r"\$\{\w+: +?-\d": "bash 4.2",
    r";;?&": "bash 4",
    r"\$EPOCHSECONDS|\$EPOCHREALTIME|\$SRANDOM": "bash 5",
    r"shopt +-s +(globstar|lastpipe|inherit_errexit)": "bash 4",
}

# Debian's wine; no other system runs it.
ON_LINUX_ONLY = {"test-windows.sh"}


def scripts(interpreter):
    """Tracked files whose first line names this interpreter."""
    files = subprocess.run(["git", "ls-files", "-z"], cwd=REPOSITORY, capture_output=True, text=True, check=True).stdout
    for name in filter(None, files.split("\0")):
        path = REPOSITORY / name
        if path.is_file() and path.suffix in ("", ".sh"):
            first = path.read_bytes().split(b"\n", 1)[0].decode(errors="replace")
            if re.match(rf"#!\S*(/| ){interpreter}\s*$", first):
                yield path


class ScriptTests(unittest.TestCase):
    def test_shellcheck_finds_nothing(self):
        if not shutil.which("shellcheck"):
            self.skipTest("shellcheck is not on this machine")
        paths = [*scripts("sh"), *scripts("bash")]
        self.assertGreater(len(paths), 12)
        done = subprocess.run([found("shellcheck"), *map(str, paths)], capture_output=True, text=True)
        self.assertEqual(0, done.returncode, done.stdout)

    def test_shells_that_may_be_sh_read_what_is_sh(self):
        shells = [[name, *rest] for name, *rest in (["dash"], ["busybox", "sh"], ["bash", "--posix"], ["zsh"]) if shutil.which(name)]
        self.assertGreaterEqual(len(shells), 2)
        paths = list(scripts("sh"))
        self.assertGreaterEqual(len(paths), 4)
        for shell in shells:
            for path in paths:
                with self.subTest(shell=shell[0], script=path.name):
                    done = subprocess.run([*shell, "-n", str(path)], capture_output=True, text=True)
                    self.assertEqual((0, ""), (done.returncode, done.stderr))

    def test_shells_that_may_be_sh_run_the_set_up(self):
        for shell in (["dash"], ["busybox", "sh"], ["bash", "--posix"]):
            if not shutil.which(shell[0]):
                continue
            with self.subTest(shell[0]):
                script = REPOSITORY / "src" / "worker" / "setup.sh"
                done = subprocess.run([*shell, str(script), "/nonexistent/environment", "--check"], capture_output=True, text=True)
                self.assertEqual(1, done.returncode)
                self.assertTrue("holds no finished environment" in done.stderr or "mlx" in done.stderr, done.stderr)

    def test_the_bash_of_macOS_knows_everything_that_is_used(self):
        for path in scripts("bash"):
            text = "\n".join(re.sub(r"(^|\s)#.*", "", line) for line in path.read_text(encoding="utf-8").splitlines())
            for pattern, since in LATER_THAN_BASH_3.items():
                self.assertIsNone(re.search(pattern, text), f"{path.name} uses what came with {since}: {pattern}")

    def test_an_array_that_may_be_empty_is_never_expanded_under_nounset(self):
        """bash 3.2 takes it for an unset variable."""
        for path in scripts("bash"):
            text = path.read_text(encoding="utf-8")
            empty = set(re.findall(r"^\s*(?:local )?(\w+)=\((?:\)|\"\$\{@:)", text, re.MULTILINE))
            for name in empty:
                # A count before the expansion, as in `[[ ${#name[@]} -eq 0 ]] && exit`, is what makes it safe.
                guarded = re.search(rf"\$\{{#{name}\[@\]\}}", text)
                bare = re.sub(rf"\$\{{{name}\[@\]\+[^}}]*\}}\"?\}}", "", text)
                self.assertTrue(guarded or f"${{{name}[" not in bare, f"{path.name}: {name}")

    def test_GNU_extensions_are_used_nowhere(self):
        gnu = re.compile(r"\b(nproc|sed +-i|grep +-P|date +-d|stat +-c|sort +-V|xargs +-r|mktemp +-p|find .*-printf)\b")
        for path in [*scripts("sh"), *scripts("bash")]:
            if path.name not in ON_LINUX_ONLY:
                code = "\n".join(re.sub(r"(^|\s)#.*", "", line) for line in path.read_text(encoding="utf-8").splitlines())
                self.assertEqual([], gnu.findall(code), path.name)


if __name__ == "__main__":
    unittest.main()
