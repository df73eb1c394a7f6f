"""Workflows, dependabot's file and the issue forms: by actionlint and by schema."""

import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from mac import REPOSITORY  # noqa: E402  (the folder above must be found first)

CHECKER = Path(__file__).resolve().parent / "workflows"
FORGE = REPOSITORY / ".github"


@unittest.skipUnless(
    shutil.which("node") and (CHECKER / "node_modules").is_dir(), "the checker is not here: npm ci --prefix tests/platforms/workflows"
)
class WorkflowTests(unittest.TestCase):
    def problems(self, *paths):
        done = subprocess.run(["node", str(CHECKER / "check.mjs"), *map(str, paths)], capture_output=True, text=True)
        self.assertIn(done.returncode, (0, 1), done.stderr)
        return done.stdout.splitlines()

    def test_no_workflow_has_a_fault(self):
        paths = [path for path in FORGE.rglob("*.yml")]
        self.assertGreaterEqual(len(paths), 6)
        self.assertEqual([], self.problems(*paths))

    def test_planted_faults_are_found(self):
        folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, folder)
        for name, old, new, problem in (
            ("workflows/ci.yml", "runs-on: ${{ matrix.os }}", "runs-on: ${{ matrix.system }}", 'property "system" is not defined'),
            ("workflows/ci.yml", "timeout-minutes", "timeout-minuts", "unexpected key"),
            ("workflows/release.yml", "needs: pack", "needs: package", 'job "package"'),
            ("dependabot.yml", "interval: weekly", "interval: sometimes", "must be equal to one of the allowed values"),
            ("ISSUE_TEMPLATE/bug.yml", "required: true", "required: perhaps", "must be boolean"),
        ):
            text = (FORGE / name).read_text(encoding="utf-8")
            self.assertIn(old, text)
            broken = folder / name
            broken.parent.mkdir(exist_ok=True)
            broken.write_text(text.replace(old, new), encoding="utf-8")
            self.assertIn(problem, "\n".join(self.problems(broken)), name)

    def test_every_script_that_a_workflow_runs_exists(self):
        for path in (FORGE / "workflows").glob("*.yml"):
            words = path.read_text(encoding="utf-8").split()
            scripts = {word for word in words if word.startswith("build/") and word.endswith(".sh")}
            self.assertTrue(scripts, path.name)
            for script in scripts:
                self.assertTrue((REPOSITORY / script).is_file(), script)


if __name__ == "__main__":
    unittest.main()
