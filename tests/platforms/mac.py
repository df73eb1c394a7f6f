"""A Mac as scripts see one: what its folders hold, what it lacks, and no /proc."""

from __future__ import annotations


import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]

# Programs that macOS has and that behave there as here, as long as no option of GNU's is used (see GUARDED).
SAME = "bash sh cat cut dirname basename env mkdir chmod ln touch tr sleep id head tail wc tee rm mv perl kill true false ps".split()

# Programs that macOS has from BSD: what GNU's take and these refuse, as patterns of `case`, each with what is wrong. What is neither
# here nor above is not there at all: nproc, setsid, timeout, realpath, flock, apt-get and what else a script on Linux reaches for.
GUARDED = {
    "sed": {"-i": "-i needs a suffix", "-r": "-E is meant", "-s": "no such option", "-z": "no such option"},
    "grep": {"-P*": "no Perl expressions", "-*P": "no Perl expressions"},
    "find": {"-printf": "no such primary", "-regextype": "no such primary"},
    "date": {"-d*": "-v is meant", "-I?*": "takes no argument in older versions"},
    "stat": {"-c*": "-f is meant"},
    "cp": {"-u": "no such option"},
    "ls": {},
    "xargs": {"-d*": "no such option"},
    "sort": {},
    "awk": {},
    "cmp": {},
    "mktemp": {"-p": "no such option in older versions", "--*": "no long options"},
}


class MacCase(unittest.TestCase):
    """Each test has a Mac of its own: one folder that is all of PATH, and another for files."""

    def setUp(self) -> None:
        self.root = Path(tempfile.mkdtemp(prefix="a mac "))
        self.addCleanup(shutil.rmtree, self.root, ignore_errors=True)
        self.bin = self.root / "bin"
        self.bin.mkdir()
        self.calls = self.root / "calls"
        for tool in SAME:
            (self.bin / tool).symlink_to(found(tool))
        for tool, refused in GUARDED.items():
            cases = "".join(f'{option}) echo "{tool}: {option}: {why}" >&2; exit 64 ;; ' for option, why in refused.items())
            long = '' if "--*" in refused else f'--[a-z]*) echo "{tool}: illegal option $argument" >&2; exit 64 ;; '
            self.program(tool, f'for argument do case $argument in {cases}{long}esac; done\nexec {found(tool)} "$@"')
        self.program("uname", 'case ${1:-} in -m) echo arm64 ;; *) echo Darwin ;; esac')
        self.program("sw_vers", "echo 15.1")
        self.program("say", recorded=True)
        self.program("ps", "echo 'ps: Operation not permitted' >&2; exit 1")
        self.program("python3", "echo 'xcode-select: note: no developer tools were found, requesting install' >&2; exit 72", recorded=True)

    def program(self, name: str, body: str = "", *, recorded: bool = False) -> None:
        """A command on the only PATH there is; one that is recorded can be asked for with `recorded`."""
        record = f'echo "{name} $*" >>"{self.calls}"\n' if recorded else ""
        path = self.bin / name
        path.unlink(missing_ok=True)
        path.write_text(f"#!/bin/sh\n{record}{body}\n")
        path.chmod(0o755)

    def recorded(self, name: str = "") -> list[str]:
        lines = self.calls.read_text().splitlines() if self.calls.exists() else []
        return [line for line in lines if line.startswith(name)]

    def environment(self, **more: str) -> dict[str, str]:
        return {"PATH": str(self.bin), "HOME": str(self.root), "TMPDIR": str(self.root), **more}

    def start(self, *command: str | Path, **more: str) -> subprocess.Popen[str]:
        """A process that finds no /proc. It has the id that is returned: nothing stands between."""
        process = subprocess.Popen(
            [*without_proc(), *map(str, command)],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            env=self.environment(**more), cwd=self.root,
        )  # fmt: skip
        self.addCleanup(process.stdout.close)
        return process

    def run_there(self, *command: str | Path, code: int = 0, timeout: float = 60, **more: str) -> str:
        process = self.start(*command, **more)
        output, _ = process.communicate(timeout=timeout)
        self.assertEqual(code, process.returncode, output)
        return output


def found(tool: str) -> str:
    path = shutil.which(tool)
    if path is None:
        raise unittest.SkipTest(f"this machine has no {tool}")
    return path


def without_proc() -> list[str]:
    """Where there is a /proc, a way to start without it; asked once."""
    global _hidden
    if _hidden is None:
        _hidden = []
        if Path("/proc/self").exists():
            script = 'mount -t tmpfs none /proc && exec "$@"'
            for way in (["unshare", "-m"], ["unshare", "-rm"]):
                _hidden = [found("unshare"), *way[1:], found("sh"), "-c", f"PATH=/usr/bin:/bin:/usr/sbin:/sbin {script}", "sh"]
                if subprocess.run([*_hidden, "sh", "-c", "[ ! -e /proc/self ]"], capture_output=True).returncode == 0:
                    break
            else:
                _hidden = ["refused"]
    if _hidden == ["refused"]:
        raise unittest.SkipTest("this machine lets nobody hide /proc (unshare -m, unshare -rm)")
    return _hidden


_hidden: list[str] | None = None


def alive(pid: int) -> bool:
    """A zombie has ended; that nobody asked for its code is no concern here."""
    state = subprocess.run([found("ps"), "-o", "stat=", "-p", str(pid)], capture_output=True, text=True).stdout.strip()
    return bool(state) and not state.startswith("Z")
