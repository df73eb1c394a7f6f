"""PrepareNarration's checks: each reported, with its code and cure."""

import json
import resource
import subprocess
import sys
import time
import wave
from pathlib import Path

import numpy as np
from support import ENTRY, MODEL, WorkerCase, write_wav

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fh_worker.doctor.environment import is_conda_environment  # noqa: E402  (the folder above must be found first)

CODES = (
    "FHN2003 FHN2031 FHN2004 FHN2005 FHN2006 FHN2026 FHN2027 FHN2021 FHN2007 "
    "FHN2008 FHN2009 FHN2010 FHN2032 FHN2033 FHN2034 FHN2035 FHN2037 FHN2036 FHN2012"
).split()
TRANSCRIPT = "Six seconds of a tone that passes for a voice in the tests."


class PrepareTests(WorkerCase):
    def setUp(self):
        super().setUp()
        self.request = {"model": MODEL, "language": "English", "voices": [self.voice(ref_text=TRANSCRIPT)]}

    def prepare(self, python=None, code=0, **change):
        done = subprocess.run(
            [python or str(self.python), str(ENTRY), "--prepare"],
            input=json.dumps(self.request | change), capture_output=True, text=True, env=self.environment(), timeout=60,
        )  # fmt: skip
        self.assertEqual(code, done.returncode, done.stdout + done.stderr)
        self.lines = [json.loads(line) for line in done.stdout.splitlines()]
        self.rows = {line["code"]: line for line in self.lines if line["t"] == "check"}
        self.log = done.stderr
        return self.lines[-1]

    def failing(self, code, severity="error", **change):
        """The row of a check that must not be well."""
        self.prepare(code=1 if severity == "error" else 0, **change)
        row = self.rows[code]
        self.assertEqual((False, severity), (row["ok"], row["severity"]), row)
        self.assertTrue(row["cure"])
        return row["detail"]

    def test_every_check_has_a_row_and_a_code_of_its_own(self):
        self.prepare()
        self.assertEqual(CODES, [line["code"] for line in self.lines if line["t"] == "check"])

    def test_flaming_horses_three_signals_are_given_in_order(self):
        self.prepare()
        signals = [line["text"] for line in self.lines if line["t"] == "signal"]
        self.assertEqual(["Preparing voice backend: mlx", f"Model: {MODEL}", "Voice backend prepared (mlx)"], signals)

    def test_the_result_has_what_ready_json_needs(self):
        result = self.prepare()
        self.assertEqual(
            {"model_load_seconds", "prompt_build_seconds", "dry_run_generate_seconds", "dry_run_audio_seconds"}, set(result["timings"])
        )
        self.assertGreater(result["timings"]["dry_run_audio_seconds"], 1)
        self.assertEqual(("result", True, "Device(gpu, 0)"), (result["t"], result["ok"], result["device"]))
        self.assertEqual("0.5.0", result["engine"]["mlx_audio"])
        self.assertGreater(result["speed"], 0)
        self.assertGreater(result["peak_gib"], 0)

    def test_without_mlx_every_check_is_reported_with_its_cure_in_under_five_seconds(self):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        result = self.prepare(python=sys.executable, code=1)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        # The processor's seconds: those of a clock would grow with whatever else the machine does.
        self.assertLess(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, 5)
        self.assertEqual(CODES, [line["code"] for line in self.lines if line["t"] == "check"])
        self.assertFalse(result["ok"])
        self.assertTrue(all(row["cure"] for row in self.rows.values() if not row["ok"]))
        self.assertNotIn("Voice backend prepared (mlx)", [line.get("text") for line in self.lines])

    def test_a_device_that_aborts_is_a_row_and_not_a_crash(self):
        self.version("0.5.1")
        core = self.standin / "mlx" / "core" / "__init__.py"
        core.write_text("import os, sys\nprint('NSRangeException: index 0 beyond bounds', file=sys.stderr, flush=True)\nos.abort()\n")
        self.assertIn("NSRangeException", self.failing("FHN2006"))
        self.assertIn("not available in this sandbox; run in a normal terminal", self.rows["FHN2006"]["cure"])
        self.assertEqual(len(CODES), len(self.rows))

    def test_a_version_that_is_too_old(self):
        self.version("0.2.9")
        self.assertIn("0.3.0rc1 is required", self.failing("FHN2005"))

    def test_a_shared_interpreter_is_a_warning(self):
        self.failing("FHN2031", "warning")

    def test_a_conda_environment_is_isolated_and_condas_base_is_not(self):
        self.assertFalse(is_conda_environment(self.folder))
        (self.folder / "conda-meta").mkdir()
        self.assertTrue(is_conda_environment(self.folder))
        (self.folder / "condabin").mkdir()
        self.assertFalse(is_conda_environment(self.folder))

    def test_a_cpu_is_a_warning(self):
        self.control(device="cpu")
        self.failing("FHN2026", "warning")

    def test_known_faults_are_a_warning(self):
        self.assertIn("914", self.failing("FHN2027", "warning"))

    def test_a_missing_model(self):
        self.failing("FHN2007", model="mlx-community/absent")
        self.assertEqual("skipped", self.rows["FHN2037"]["severity"])

    def test_the_25_hz_tier(self):
        self.failing("FHN2021", model="mlx-community/Qwen3-TTS-25Hz-1.7B-Base-4bit")

    def test_a_missing_reference(self):
        self.failing("FHN2008", voices=[self.voice(ref_audio="/nowhere.wav")])
        self.assertEqual("skipped", self.rows["FHN2033"]["severity"])

    def test_no_voice_at_all(self):
        self.failing("FHN2008", voices=[])

    def test_a_pointer_instead_of_a_recording(self):
        self.reference.write_text("version https://git-lfs.github.com/spec/v1\n")
        self.failing("FHN2011")

    def test_an_unreadable_recording(self):
        self.reference.write_bytes(b"RIFFxxxx")
        self.failing("FHN2009")

    def test_a_recording_over_sixty_seconds(self):
        write_wav(self.reference, 70)
        long = TRANSCRIPT + " word" * 160
        self.failing("FHN2010", voices=[self.voice(ref_text=long)])
        self.prepare(voices=[self.voice(ref_text=long, allow_long_reference=True)])
        self.assertEqual("warning", self.rows["FHN2032"]["severity"])

    def test_a_short_recording_is_a_warning(self):
        write_wav(self.reference, 2)
        self.failing("FHN2032", "warning", voices=[self.voice(ref_text="Two short seconds here.")])

    def test_a_quiet_recording_is_a_warning_and_a_silent_one_an_error(self):
        write_wav(self.reference, 6, level=0.005)
        self.failing("FHN2033", "warning")
        write_wav(self.reference, 6, level=0.0001)
        self.failing("FHN2033")

    def test_a_clipped_recording_is_a_warning(self):
        tone = np.clip(np.sin(np.arange(6 * 24000) * 0.02) * 3, -1, 1)
        with wave.open(str(self.reference), "wb") as file:
            file.setparams((1, 2, 24000, 0, "NONE", ""))
            file.writeframes((tone * 32767).astype("<i2").tobytes())
        self.failing("FHN2034", "warning")

    def test_a_transcript_of_something_else_is_recognized_by_its_pace(self):
        self.failing("FHN2035", "warning", voices=[self.voice(ref_text="Only these few words stand here.")])
        self.failing("FHN2035", voices=[self.voice(ref_text="Too few.")])
        self.failing("FHN2035", voices=[self.voice(ref_text="word " * 60)])

    def test_a_transcript_without_spaces_is_counted_by_its_characters(self):
        self.prepare(voices=[self.voice(ref_text="矩阵的乘积是逐项定义的取第一个矩阵的一行")], language="Chinese")
        self.assertTrue(self.rows["FHN2035"]["ok"], self.rows["FHN2035"])

    def test_zero_codes_in_the_encoded_reference_are_counted(self):
        self.control(zero_reference=True)
        self.assertIn("2 of them with code 0", self.failing("FHN2036", "warning"))

    def test_a_degenerate_reference_is_found_by_the_trial(self):
        self.control(endless={"on": ""})
        self.assertIn("did not stop within 30 s", self.failing("FHN2012"))

    def test_the_trial_can_be_skipped_when_it_has_passed_before(self):
        self.prepare(skip_trial=True)
        self.assertEqual([], self.events("load"))
        self.assertEqual("skipped", self.rows["FHN2012"]["severity"])

    def test_a_download_needs_permission(self):
        self.prepare(code=1, model="mlx-community/absent")
        self.assertEqual([], self.events("download"))
        self.prepare(code=1, model="mlx-community/absent", allow_download=True)
        self.assertEqual("0", self.events("download")[0]["offline"])

    def test_every_voice_has_its_rows_and_a_clip(self):
        guest = write_wav(self.folder / "guest.wav", 6, pitch=220)
        self.prepare(voices=[self.voice(ref_text=TRANSCRIPT), self.voice("guest", ref_audio=str(guest), ref_text=TRANSCRIPT)])
        names = [line["name"] for line in self.lines if line["t"] == "check" and line["ok"]]
        self.assertLessEqual({"narrator: trial clip", "guest: trial clip", "guest: level"}, set(names))
        self.assertEqual(1, len(self.events("load")))

    def test_an_invalid_request_exits_with_code_2(self):
        for text in ("", "{}", "[]", "no json"):
            command = [str(self.python), str(ENTRY), "--prepare"]
            done = subprocess.run(command, input=text, capture_output=True, text=True, env=self.environment())
            self.assertEqual(2, done.returncode, text)
            self.assertEqual("error", json.loads(done.stdout)["t"])

    def test_it_ends_with_its_parent(self):
        self.control(hang={"on": "a tone", "kind": "native"})
        starter = "import subprocess, sys, time; p = subprocess.Popen(sys.argv[1:5], stdin=subprocess.PIPE, stdout=subprocess.PIPE);"
        starter += "print(p.pid, flush=True); p.stdin.write(sys.argv[5].encode()); p.stdin.close(); time.sleep(60)"
        command = [str(self.python), str(ENTRY), "--prepare", "--die-with-parent", json.dumps(self.request)]
        parent = subprocess.Popen([sys.executable, "-c", starter, *command], stdout=subprocess.PIPE, env=self.environment())
        pid = int(parent.stdout.readline())
        deadline = time.monotonic() + 60
        while not self.events("hanging"):
            self.assertLess(time.monotonic(), deadline)
            time.sleep(0.01)
        parent.kill()  # and not waited for yet: a zombie still has its process id
        parent.stdout.close()
        self.assert_gone(pid)
        parent.wait()
