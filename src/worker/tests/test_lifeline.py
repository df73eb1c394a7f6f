"""A Mac does not fall asleep in the middle of a long run, and is free to as soon as the run has ended."""

import os
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

WORKER = Path(__file__).resolve().parent.parent
# As macOS's caffeinate with -w: it lives as long as the process that it is told.
CAFFEINATE = '#!/bin/sh\necho "$$ $*" >"{mark}"\nwhile kill -0 "$3" 2>/dev/null; do sleep 0.05; done\n'


class AwakeTests(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="fh awake ")
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.mark = self.root / "mark"

    def run_on(self, platform):
        """A process that does what the worker does at its start, then ends with its input."""
        code = (
            f"import sys; from fh_worker import lifeline; lifeline.stay_awake({platform!r}); "
            "print('ready', flush=True); sys.stdin.read()"
        )
        environment = {"PATH": f"{self.root}:{os.environ['PATH']}", "PYTHONPATH": str(WORKER)}
        process = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.stdin.close)
        self.assertEqual(b"ready\n", process.stdout.readline())
        return process

    def add_caffeinate(self):
        program = self.root / "caffeinate"
        program.write_text(CAFFEINATE.format(mark=self.mark))
        program.chmod(0o755)

    def wait_until(self, condition):
        deadline = time.monotonic() + 60
        while not condition():
            self.assertLess(time.monotonic(), deadline)
            time.sleep(0.02)

    def test_a_mac_is_kept_awake_as_long_as_the_worker_lives(self):
        self.add_caffeinate()
        process = self.run_on("darwin")
        self.wait_until(lambda: self.mark.exists() and self.mark.read_text().strip())
        pid, arguments = self.mark.read_text().split(" ", 1)
        self.assertEqual(f"-i -w {process.pid}", arguments.strip())
        self.assertTrue(is_alive(int(pid)))
        process.kill()
        process.wait()
        self.wait_until(lambda: not is_alive(int(pid)))

    def test_no_other_system_is_asked_to_stay_awake(self):
        self.add_caffeinate()
        process = self.run_on("linux")
        process.stdin.close()
        self.assertEqual(0, process.wait(timeout=60))
        self.assertFalse(self.mark.exists())

    def test_without_caffeinate_the_worker_runs_all_the_same(self):
        process = self.run_on("darwin")
        process.stdin.close()
        self.assertEqual(0, process.wait(timeout=60))


def is_alive(pid):
    """A zombie has ended; that nobody asked for its code is no concern here."""
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True).stdout.strip()
    return bool(state) and not state.startswith("Z")


if __name__ == "__main__":
    unittest.main()
