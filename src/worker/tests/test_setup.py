"""The script that makes the environment, with everything it would start replaced by recorders."""

import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SCRIPT = Path(__file__).resolve().parent.parent / "setup.sh"
# The script looks here too, whatever PATH is; tests that must find no other Python can't run where there is one.
USUAL_PLACES = [Path("/opt/homebrew/bin"), Path("/usr/local/bin")]
NAMES = [*(f"python3.{minor}" for minor in range(10, 14)), "python3", "python", "uv"]
without_other_pythons = unittest.skipIf(
    any((place / name).exists() for place in USUAL_PLACES for name in NAMES),
    "this machine has a Python or uv where the script always looks",
)
TOOLS = ["sh", "cat", "cut", "sed", "dirname", "ls", "rm", "env", "mkdir", "chmod", "ln", "touch"]


class SetupTests(unittest.TestCase):
    def setUp(self):
        self.root = Path(tempfile.mkdtemp(prefix="fh setup "))
        self.addCleanup(shutil.rmtree, self.root, ignore_errors=True)
        self.bin = self.root / "bin"
        self.bin.mkdir()
        self.folder = self.root / "the environment"
        self.calls = self.root / "calls"
        for tool in TOOLS:
            (self.bin / tool).symlink_to(shutil.which(tool))
        self.program("uname", 'case ${1:-} in -m) echo arm64 ;; *) echo Darwin ;; esac')
        self.program("sw_vers", "echo 15.1")

    def program(self, name, body="", *, recorded=False):
        """A command on the only PATH there is."""
        record = f'echo "{name} $*" >>"{self.calls}"\n' if recorded else ""
        path = self.bin / name
        path.unlink(missing_ok=True)
        path.write_text(f"#!/bin/sh\n{record}{body}\n")
        path.chmod(0o755)

    def uv(self, *, fetches=True, makes=True, installs=True):
        """Makes what `uv venv` makes, and records what else it is asked. One that can't fetch knows no Python but a named program."""
        interpreter = f'#!/bin/sh\necho "python $*" >>"{self.calls}"\n'
        download = "" if fetches else "echo 'error: Failed to download https://…: tunnel error' >&2; exit 2"
        body = f"""[ "$1" = venv ] || exit {0 if installs else 1}
case $3 in [0-9]*) {download} ;; *) {"" if makes else "exit 2"} ;; esac
for last; do :; done
mkdir -p "$last/bin"; : >"$last/pyvenv.cfg"
cat >"$last/bin/python" <<'END'
{interpreter}END
chmod +x "$last/bin/python" """
        self.program("uv", body, recorded=True)

    def python(self, name, minor=12, *, native=True, fetches=True, installs=True):
        """An interpreter of version 3.`minor`, whose environments have interpreters that answer as this one is told."""
        inner = f"""case "$*" in *platform.machine*) echo {"arm64" if native else "x86_64"} ;; """
        inner += f"""*snapshot_download*) exit {0 if fetches else 1} ;; *install*) exit {0 if installs else 1} ;; esac"""
        body = f"""case $1 in
-c) echo {minor} ;;
-m) mkdir -p "$3/bin"; : >"$3/pyvenv.cfg"
    printf '%s\\n' '#!/bin/sh' 'echo "pip $*" >>"{self.calls}"' '{inner}' >"$3/bin/python"; chmod +x "$3/bin/python" ;;
esac"""
        self.program(name, body, recorded=True)

    def linux(self, nvidia=False):
        self.program("uname", "echo Linux")
        if nvidia:
            self.program("nvidia-smi")

    def setup_script(self, *arguments, code=0, path=None):
        done = subprocess.run(
            [str(SCRIPT), str(self.folder), *arguments],
            capture_output=True, text=True, env={"PATH": path or str(self.bin), "HOME": str(self.root)},
        )  # fmt: skip
        self.assertEqual(code, done.returncode, done.stdout + done.stderr)
        self.errors = done.stderr
        return done.stdout

    def recorded(self):
        return self.calls.read_text().splitlines() if self.calls.exists() else []

    def test_uv_is_preferred(self):
        self.uv()
        self.python("python3.12")
        self.setup_script()
        self.assertEqual(f"uv venv --python 3.12 {self.folder}", self.recorded()[0])
        self.assertTrue(self.recorded()[-1].endswith("requirements-mlx.txt mlx==0.32.2"), self.recorded()[-1])

    @without_other_pythons
    def test_without_uv_the_newest_python_of_3_10_or_later_is_found(self):
        self.python("python3.11", minor=11)
        self.python("python3", minor=10)
        self.setup_script()
        self.assertIn(f"python3.11 -m venv {self.folder}", self.recorded())
        self.assertIn("pip -m pip install --disable-pip-version-check", self.recorded()[-1])

    @without_other_pythons
    def test_a_python_that_is_too_old_is_skipped(self):
        self.python("python", minor=9)
        self.python("python3", minor=10)
        self.setup_script()
        self.assertIn(f"python3 -m venv {self.folder}", self.recorded())

    @without_other_pythons
    def test_a_python_that_is_too_new_is_skipped_for_one_later_on_PATH(self):
        self.python("python3", minor=14)
        later = self.root / ".local" / "bin"
        later.mkdir(parents=True)
        self.python("python3.12", minor=12)
        (self.bin / "python3.12").rename(later / "python3")
        self.setup_script()
        self.assertIn(f"python3.12 -m venv {self.folder}", self.recorded())
        self.assertFalse([call for call in self.recorded() if call.startswith("python3 -m")])

    @without_other_pythons
    def test_only_a_python_that_is_too_new_is_an_error_with_a_cure(self):
        self.python("python3", minor=14)
        self.setup_script(code=1)
        self.assertIn("from 3.10 to 3.13", self.errors)
        self.assertIn("--python", self.errors)

    @without_other_pythons
    def test_a_shim_that_fails_and_a_folder_of_that_name_are_skipped(self):
        self.program("python3.13", "echo 'pyenv: python3.13: command not found' >&2; exit 127")
        (self.bin / "python3.11").mkdir()
        self.python("python3.10", minor=10)
        self.setup_script()
        self.assertIn(f"python3.10 -m venv {self.folder}", self.recorded())

    @without_other_pythons
    def test_on_a_mac_what_lies_in_usr_bin_is_never_started(self):
        if not Path("/usr/bin/python3").exists() or sys.platform == "darwin":
            self.skipTest("there is no Python here that would fit, where Apple has its own")
        self.setup_script(code=1, path=f"{self.bin}:/usr/bin")
        self.assertIn("no Python", self.errors)
        self.program("uname", "echo Linux")
        self.assertIn("+ /usr/bin/python3", self.setup_script("--dry-run", path=f"{self.bin}:/usr/bin"))

    @without_other_pythons
    def test_uv_that_cannot_fetch_a_python_uses_an_installed_one(self):
        self.uv(fetches=False)
        self.python("python3.11", minor=11)
        self.setup_script()
        self.assertIn(f"uv venv --python {self.bin}/python3.11 {self.folder}", self.recorded())
        self.assertTrue(self.recorded()[-1].startswith(f"uv pip install --python {self.folder}/bin/python"), self.recorded()[-1])
        self.setup_script("--check")

    @without_other_pythons
    def test_pip_does_what_uv_cannot(self):
        for uv in ({"fetches": False, "makes": False}, {"installs": False}):
            self.uv(**uv)
            self.python("python3.11", minor=11)
            self.setup_script("--force")
            self.assertIn(f"python3.11 -m venv {self.folder}", self.recorded())
            self.assertTrue(self.recorded()[-1].startswith("pip -m pip install"), self.recorded()[-1])
            self.setup_script("--check")

    @without_other_pythons
    def test_uv_that_cannot_fetch_and_no_python_is_an_error_with_a_cure(self):
        self.uv(fetches=False)
        self.setup_script(code=1)
        self.assertIn("tunnel error", self.errors)
        self.assertIn("or Python 3.12", self.errors)

    @without_other_pythons
    def test_packages_that_cannot_be_installed_are_an_error_with_a_cure(self):
        self.uv(installs=False)
        self.python("python3.12", installs=False)
        self.setup_script(code=1)
        self.assertIn("PIP_INDEX_URL", self.errors)
        self.setup_script("--check", code=1)

    @without_other_pythons
    def test_no_python_at_all_is_an_error_with_a_cure(self):
        self.setup_script(code=1)
        self.assertIn("Install uv", self.errors)

    def test_a_python_can_be_named(self):
        self.python("my-python")
        self.setup_script("--python", "my-python")
        self.assertEqual(f"my-python -m venv {self.folder}", self.recorded()[0])

    def test_versions_are_pinned(self):
        pins = (SCRIPT.parent / "requirements-mlx.txt").read_text().split()
        self.assertIn("mlx-audio==0.5.0", pins)
        self.assertNotIn("mlx==0.31.1", pins)
        self.assertNotIn("mlx==0.31.2", pins)

    def test_on_linux_the_extra_follows_the_driver(self):
        self.uv()
        self.linux()
        self.assertIn("mlx[cpu]==0.32.2", self.setup_script("--dry-run"))
        self.linux(nvidia=True)
        self.assertIn("mlx[cuda]==0.32.2", self.setup_script("--dry-run"))
        self.assertIn("mlx[cpu]==0.32.2", self.setup_script("--dry-run", "--extra", "cpu"))

    def test_an_intel_mac_an_old_macos_and_windows_are_refused_with_the_reason(self):
        self.program("uname", 'case ${1:-} in -m) echo x86_64 ;; *) echo Darwin ;; esac')
        self.program("sysctl", "echo 0")
        self.setup_script("--dry-run", code=1)
        self.assertIn("Apple silicon", self.errors)
        self.program("sysctl", "echo 1")  # Rosetta
        self.uv()
        self.setup_script("--dry-run")
        self.program("sw_vers", "echo 13.6")
        self.setup_script("--dry-run", code=1)
        self.assertIn("macOS 14", self.errors)
        self.program("uname", "echo MINGW64_NT")
        self.setup_script("--dry-run", code=1)
        self.assertIn("does not run on", self.errors)

    def test_a_dry_run_starts_nothing_and_writes_nothing(self):
        self.uv()
        output = self.setup_script("--dry-run", "--pull-models", "mlx-community/A@v1")
        self.assertEqual([], self.recorded())
        self.assertFalse(self.folder.exists())
        for part in ("+ uv venv", "+ uv pip install", "snapshot_download", "mlx-community/A v1", f"{self.folder}/bin/python"):
            self.assertIn(part, output)

    def test_a_finished_environment_is_left_alone_unless_forced(self):
        self.uv()
        self.setup_script()
        calls = len(self.recorded())
        self.assertIn("already holds", self.setup_script())
        self.assertEqual(calls, len(self.recorded()))
        self.setup_script("--force")
        self.assertEqual(2 * calls, len(self.recorded()))

    def test_check_tells_a_finished_environment_from_an_unfinished_one(self):
        self.setup_script("--check", code=1)
        self.uv()
        self.setup_script()
        self.setup_script("--check")
        (self.folder / "flaming-horse-narration.txt").write_text("mlx-audio==0.4.0 mlx==0.30.0\n")
        self.setup_script("--check", code=1)
        self.assertIn("SetupNarration", self.errors)

    def test_an_interrupted_set_up_is_started_again(self):
        self.program("uv", f'[ "$1" = venv ] || kill -9 $PPID; mkdir -p "{self.folder}/bin"; : >"{self.folder}/pyvenv.cfg"', recorded=True)
        self.setup_script(code=-9)
        self.setup_script("--check", code=1)
        self.uv()
        self.setup_script()
        self.setup_script("--check")

    def test_a_set_up_killed_before_the_environment_existed_is_started_again(self):
        self.program("uv", f'mkdir -p "{self.folder}/bin"; kill -9 $PPID', recorded=True)
        self.setup_script(code=-9)
        self.assertEqual(["bin"], [entry.name for entry in self.folder.iterdir()])
        self.uv()
        self.setup_script()
        self.setup_script("--check")
        self.assertEqual([self.folder], [entry for entry in self.root.iterdir() if entry.name.startswith(self.folder.name)])

    def test_a_tool_outside_a_short_path_is_found_in_the_usual_places(self):
        self.uv()
        (self.root / ".local" / "bin").mkdir(parents=True)
        (self.bin / "uv").rename(self.root / ".local" / "bin" / "uv")
        self.setup_script()
        self.assertEqual(f"uv venv --python 3.12 {self.folder}", self.recorded()[0])

    @without_other_pythons
    def test_a_python_for_intel_is_reported_before_pip_finds_nothing(self):
        self.python("python3.12", native=False)
        self.setup_script(code=1)
        self.assertIn("Intel", self.errors)
        self.assertNotIn("pip install", " ".join(self.recorded()))
        self.setup_script("--check", code=1)

    @without_other_pythons
    def test_a_model_that_cannot_be_fetched_leaves_the_environment_usable(self):
        self.python("python3.12", fetches=False)
        self.setup_script("--pull-models", "mlx-community/A", code=1)
        self.assertIn("mlx-community/A could not be fetched", self.errors)
        self.setup_script("--check")

    def test_a_folder_with_other_things_in_it_is_never_cleared(self):
        self.uv()
        self.folder.mkdir()
        (self.folder / "thesis.txt").write_text("years of work")
        self.setup_script("--force", code=1)
        self.assertEqual("years of work", (self.folder / "thesis.txt").read_text())
        self.assertEqual([], self.recorded())

    def test_models_are_pulled_with_their_revisions(self):
        self.uv()
        self.setup_script("--pull-models", "mlx-community/A mlx-community/B@v1")
        self.assertTrue(self.recorded()[-2].endswith("mlx-community/A "), self.recorded())
        self.assertTrue(self.recorded()[-1].endswith("mlx-community/B v1"), self.recorded())

    def test_unknown_options_and_missing_folders_are_errors(self):
        self.setup_script("--colour", code=1)
        done = subprocess.run([str(SCRIPT)], capture_output=True, text=True, env={"PATH": str(self.bin)})
        self.assertEqual(1, done.returncode)
        self.assertIn("Usage", done.stderr)


class OldPythonTests(unittest.TestCase):
    def test_the_entry_script_is_readable_for_an_old_python_and_refuses_it(self):
        source = (SCRIPT.parent / "worker.py").read_text(encoding="utf-8")
        refusal = source[source.index("if sys.version_info") : source.index("sys.path.insert")]
        self.assertNotIn("from fh_worker", source[: source.index("if sys.version_info")])
        for modern in (" f'", ' f"', ":=", "|", "match "):
            self.assertNotIn(modern, refusal)
