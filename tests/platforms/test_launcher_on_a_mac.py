"""The launcher where there is no /proc, no setsid and no ps that answers."""

import os
import signal
import subprocess
import sys
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from mac import REPOSITORY, MacCase, found, alive  # noqa: E402  (the folder above must be found first)

LAUNCHER = REPOSITORY / "src" / "launcher" / "launch.sh"


class LauncherTests(MacCase):
    def launch(self, *options, program, **more):
        """The launcher as a child of a shell that waits for it, as a build does; the shell's id is the parent's."""
        parent = f'echo $$ >"{self.root}/parent"; launcher=$1; shift; sh "$launcher" {" ".join(options)} $$ sh -c "$1"; exit $?'
        return self.start("sh", "-c", parent, "sh", LAUNCHER, program, **more)

    def wait_for(self, path, seconds=60):
        deadline = time.monotonic() + seconds
        while not path.exists() or not path.read_text().strip():
            self.assertLess(time.monotonic(), deadline, f"{path.name} never came")
            time.sleep(0.02)
        return path.read_text()

    def assert_gone(self, pid, seconds=60):
        deadline = time.monotonic() + seconds
        while alive(pid):
            self.assertLess(time.monotonic(), deadline, f"process {pid} is still there")
            time.sleep(0.05)

    def test_a_refused_ps_does_not_end_the_program_of_a_living_parent(self):
        process = self.launch(program="sleep 2; echo finished; exit 3")
        self.assertEqual(("finished\n", 3), (process.communicate(timeout=60)[0], process.returncode))

    def test_a_ps_that_names_the_parent_is_believed(self):
        self.program("ps", f'cat "{self.root}/parent"', recorded=True)
        process = self.launch(program="sleep 1.2; exit 4")
        process.communicate(timeout=60)
        self.assertEqual(4, process.returncode)
        self.assertTrue(self.recorded("ps -o ppid="))

    def test_a_ps_that_names_another_parent_ends_the_program(self):
        self.program("ps", "echo 1")
        process = self.launch(program="exec sleep 30")
        process.communicate(timeout=60)
        self.assertEqual(128 + signal.SIGTERM, process.returncode)

    def test_with_a_refused_ps_nothing_outlives_a_killed_parent(self):
        mark = self.root / "pid"
        process = self.launch(program=f'trap "" TERM HUP; echo $$ >"{mark}"; sleep 44; sleep 44')
        pid = int(self.wait_for(mark))
        process.kill()
        process.wait()
        self.assert_gone(pid)

    @unittest.skipUnless(hasattr(os, "geteuid") and os.geteuid() == 0, "only root may start one process as another user")
    def test_a_refused_signal_does_not_end_the_program_either(self):
        self.root.chmod(0o755)
        setpriv = found("setpriv")
        launcher = self.root / "launch.sh"
        launcher.write_bytes(LAUNCHER.read_bytes())
        launcher.chmod(0o755)
        parent = f'{setpriv} --reuid 65534 --clear-groups sh "{launcher}" $$ sh -c "$1"; exit $?'
        process = self.start("sh", "-c", parent, "sh", "sleep 2; exit 5")
        output = process.communicate(timeout=60)[0]
        self.assertEqual(5, process.returncode, output)

    def test_the_machine_stays_awake_as_long_as_the_program_runs(self):
        mark, program = self.root / "caffeinate", self.root / "program"
        self.program("caffeinate", f'echo "$$ $*" >"{mark}"; while kill -0 "$3" 2>/dev/null; do sleep 0.1; done')
        process = self.launch("--awake", program=f'echo $$ >"{program}"; sleep 1.5; exit 6')
        pid, arguments = self.wait_for(mark).split(" ", 1)
        self.assertEqual(f"-i -w {self.wait_for(program).strip()}", arguments.strip())
        self.assertTrue(alive(int(pid)))
        process.communicate(timeout=60)
        self.assertEqual(6, process.returncode)
        self.assert_gone(int(pid))

    def test_a_short_program_keeps_nobody_awake(self):
        self.program("caffeinate", recorded=True)
        self.launch(program="true").communicate(timeout=60)
        self.assertEqual([], self.recorded("caffeinate"))

    def test_without_caffeinate_an_awake_program_runs_all_the_same(self):
        process = self.launch("--awake", program="exit 7")
        process.communicate(timeout=60)
        self.assertEqual(7, process.returncode)

    def test_library_folders_reach_the_program_under_their_own_names_and_nobody_else(self):
        seen = self.root / "ps saw"
        self.program("ps", f'env >>"{seen}"; exit 1')
        output = self.launch(
            program="env; sleep 0.8", NARRATION_DYLD_LIBRARY_PATH="/a folder/lib", NARRATION_DYLD_FALLBACK_LIBRARY_PATH="/b"
        ).communicate(timeout=60)[0]
        lines = output.splitlines()
        self.assertIn("DYLD_LIBRARY_PATH=/a folder/lib", lines)
        self.assertIn("DYLD_FALLBACK_LIBRARY_PATH=/b", lines)
        self.assertFalse([line for line in lines if line.startswith("NARRATION_")])
        self.assertNotIn("\nDYLD_", self.wait_for(seen))

    def test_without_library_folders_there_are_none(self):
        output = self.launch(program="env").communicate(timeout=60)[0]
        self.assertNotIn("DYLD_", output)

    def test_it_works_in_every_shell_that_may_be_sh(self):
        shells = [[name] for name in ("dash", "bash", "zsh") if self.has(name)] + ([["busybox", "sh"]] if self.has("busybox") else [])
        self.assertGreaterEqual(len(shells), 2, shells)
        for shell in shells:
            command = [found(shell[0]), *shell[1:]]
            line = " ".join(f"'{part}'" for part in command) + f' "{LAUNCHER}" $$ sh -c "sleep 0.7; exit 9"; exit $?'
            process = self.start("sh", "-c", line)
            output = process.communicate(timeout=60)[0]
            self.assertEqual(9, process.returncode, (shell, output))

    @staticmethod
    def has(name):
        return subprocess.run(["sh", "-c", f"command -v {name}"], capture_output=True).returncode == 0


if __name__ == "__main__":
    unittest.main()
