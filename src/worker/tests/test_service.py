"""Flaming Horse's own call, answered."""

import json
import subprocess
import wave
from pathlib import Path

from support import ENTRY, MODEL, WorkerCase, write_wav


class ServiceTests(WorkerCase):
    def call(self, segments, *more, code=0, **environment):
        """As Flaming Horse does it: segments and model as arguments, settings in the environment, last line of stdout."""
        output = str(self.folder / "out")
        variables = {"MLX_REF_AUDIO": str(self.reference), "MLX_REF_TEXT": "A tone.", "MLX_OUTPUT_DIR": output} | environment
        argument = segments if isinstance(segments, str) else json.dumps(segments)
        done = subprocess.run(
            [str(self.python), str(ENTRY), argument, *(more or (MODEL,))],
            capture_output=True, text=True, env=self.environment(**variables), timeout=60, cwd=self.folder,
        )  # fmt: skip
        self.assertEqual(code, done.returncode, done.stderr)
        self.error = done.stderr
        self.output = done.stdout
        return json.loads(done.stdout.splitlines()[-1]) if code == 0 else None

    def test_flaming_horses_own_call_is_answered(self):
        [row] = self.call([{"id": "seg", "text": "Matrix A times B yields C."}])
        self.assertEqual({"id", "path", "duration", "from_cache"}, set(row))
        self.assertEqual(("seg", False), (row["id"], row["from_cache"]))
        with wave.open(row["path"]) as file:
            self.assertEqual((1, 24000), (file.getnchannels(), file.getframerate()))
            self.assertEqual(file.getnframes() / 24000, row["duration"])
        self.assertEqual(1, len(self.output.splitlines()))

    def test_the_second_call_is_served_without_loading_anything(self):
        first = self.call([{"id": "seg", "text": "Once."}])
        loads = len(self.events("load"))
        second = self.call([{"id": "other", "text": "Once."}])
        self.assertEqual((True, first[0]["path"]), (second[0]["from_cache"], second[0]["path"]))
        self.assertEqual(loads, len(self.events("load")))

    def test_several_segments_take_one_load(self):
        rows = self.call([{"id": f"seg{n}", "text": f"Sentence {n}."} for n in (1, 2, 10)])
        self.assertEqual(["seg1", "seg2", "seg10"], [row["id"] for row in rows])
        self.assertEqual(3, len({row["path"] for row in rows}))
        self.assertEqual(1, len(self.events("load")))

    def test_another_voice_transcript_or_model_never_serves_the_old_audio(self):
        segment = [{"id": "seg", "text": "Whose voice?"}]
        paths = [self.call(segment)[0]["path"]]
        paths.append(self.call(segment, MLX_REF_TEXT="Another transcript.")[0]["path"])
        paths.append(self.call(segment, "mlx-community/Qwen3-TTS-12Hz-0.6B-Base-4bit")[0]["path"])
        write_wav(self.reference, 6, pitch=200)
        paths.append(self.call(segment)[0]["path"])
        self.assertEqual(4, len(set(paths)))

    def test_the_model_of_the_environment_wins_over_the_argument(self):
        self.call([{"id": "seg", "text": "Which model?"}], MLX_MODEL_ID="mlx-community/Qwen3-TTS-12Hz-0.6B-Base-4bit")
        self.assertIn("0.6B-Base-4bit", self.events("load")[0]["path"])

    def test_without_a_model_the_production_tier_is_used(self):
        self.call([{"id": "seg", "text": "No model named."}], MLX_MODEL_ID=MODEL)
        self.assertIn("1.7B-Base-8bit", self.events("load")[0]["path"])

    def test_without_a_transcript_the_one_beside_the_recording_is_used(self):
        self.reference.with_suffix(".txt").write_text("A transcript\nin a file.\n", encoding="utf-8")
        self.call([{"id": "seg", "text": "Beside."}], MLX_REF_TEXT="")
        self.assertEqual("A transcript in a file.", self.events("generate")[0]["ref_text"])

    def test_an_id_is_never_a_path(self):
        [row] = self.call([{"id": "../../escape", "text": "Nowhere."}])
        self.assertEqual(self.folder / "out", Path(row["path"]).parent)

    def test_an_empty_file_of_the_right_name_is_made_again(self):
        [row] = self.call([{"id": "seg", "text": "Twice."}])
        Path(row["path"]).write_bytes(b"")
        [again] = self.call([{"id": "seg", "text": "Twice."}])
        self.assertFalse(again["from_cache"])
        self.assertGreater(again["duration"], 0)

    def test_a_model_that_does_not_stop_is_tried_with_other_seeds(self):
        self.control(endless={"on": "stubborn", "times": 1})
        self.assertGreater(self.call([{"id": "seg", "text": "A stubborn text."}])[0]["duration"], 0)
        self.assertEqual(2, len(self.events("generate")))

    def test_a_text_that_never_ends_is_an_error_and_nothing_is_kept(self):
        self.control(endless={"on": "stubborn"})
        self.call([{"id": "seg", "text": "A stubborn text."}], code=1)
        self.assertIn("did not stop", self.error)
        self.assertEqual([], list((self.folder / "out").iterdir()))

    def test_errors_are_on_stderr_with_their_cure(self):
        self.call([{"id": "seg", "text": "x"}], code=1, MLX_REF_AUDIO="")
        self.assertIn("MLX_REF_AUDIO", self.error)
        self.call("no json", code=1)
        self.assertIn("JSON array", self.error)
        self.call([{"id": "seg", "text": "x"}], "mlx-community/absent", code=1)
        self.assertIn("NarrationAllowDownload", self.error)

    def test_an_unknown_option_shows_the_usage(self):
        done = subprocess.run([str(self.python), str(ENTRY), "--help"], capture_output=True, text=True, env=self.environment())
        self.assertEqual(2, done.returncode)
        self.assertIn("usage: worker.py", done.stderr)
