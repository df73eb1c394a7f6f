"""The facts of mlx-audio that decide whether a clip is right."""

import contextlib
import io
import json
import sys
import wave

import numpy as np
from support import STANDIN, WorkerCase, write_wav

LONG = "This sentence has enough words in it to be spoken for a good while, so that a cap can cut it."


def samples_of(path):
    with wave.open(str(path)) as file:
        return np.frombuffer(file.readframes(file.getnframes()), "<i2")


def forget(*packages):
    """What a test imported into its own process."""
    for name in list(sys.modules):
        if name.split(".")[0] in packages:
            del sys.modules[name]


class GenerationTests(WorkerCase):
    def test_one_item_uses_generate_and_several_use_batch_generate_never_generate_audio(self):
        worker = self.ready()
        self.synth(worker, "Alone.")
        self.synth(worker, "One of two.", "Two of two.")
        self.assertEqual([["Alone."], ["One of two.", "Two of two."]], [event["texts"] for event in self.events("generate")])
        self.assertNotIn(b"generate_audio swallows", worker.log)

    def test_the_reference_is_passed_with_its_transcript_so_that_the_model_clones_in_context(self):
        self.synth(self.ready(self.voice(ref_text="Line one\nand  line two.")), "Cloned.")
        event = self.events("generate")[0]
        self.assertEqual("Line one and line two.", event["ref_text"])
        self.assertEqual(1.5, event["repetition_penalty"])

    def test_the_language_is_given_by_its_full_lower_case_name(self):
        self.synth(self.ready(), "Auf Deutsch.", language="German")
        self.assertEqual("german", self.events("generate")[0]["lang_code"])

    def test_no_language_means_auto(self):
        self.synth(self.ready(), "Whatever it is.", language=None)
        self.assertEqual("auto", self.events("generate")[0]["lang_code"])

    def test_an_unknown_language_is_an_error_with_the_known_ones(self):
        answer = self.synth(self.ready(), "Hello.", language="en")[0]
        self.assertEqual(("bad_input", False), (answer["code"], answer["retryable"]))
        self.assertIn("english", answer["cure"])

    def test_sampling_reaches_the_model_and_defaults_are_mlx_audios(self):
        worker = self.ready()
        self.synth(worker, "Defaults.")
        self.synth(worker, "Mine.", sampling={"temperature": 0.7, "top_k": 20, "top_p": 0.8})
        first, second = self.events("generate")
        self.assertEqual((0.9, 50, 1.0), (first["temperature"], first["top_k"], first["top_p"]))
        self.assertEqual((0.7, 20, 0.8), (second["temperature"], second["top_k"], second["top_p"]))

    def test_white_space_is_collapsed_before_the_model_sees_the_text(self):
        self.synth(self.ready(), "  A line\n\nand\tanother  one. ")
        self.assertEqual(["A line and another one."], self.events("generate")[0]["texts"])

    def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(self):
        worker = self.ready()
        digests = [self.synth(worker, "Seeds decide.", batch=n, seed=seed)[0]["sha256"] for n, seed in enumerate([1, 1, 2])]
        self.assertEqual(digests[0], digests[1])
        self.assertNotEqual(digests[0], digests[2])

    def test_without_a_seed_every_call_differs(self):
        worker = self.ready()
        self.assertNotEqual(*[self.synth(worker, "No seed.", batch=n, seed=None)[0]["sha256"] for n in range(2)])

    def test_a_batch_of_one_equals_generate(self):
        alone = self.synth(self.ready(), "The very same sound.")[0]["sha256"]
        sys.path.insert(0, str(STANDIN))
        self.addCleanup(sys.path.remove, str(STANDIN))
        self.addCleanup(forget, "mlx", "mlx_audio", "standin", "tqdm")
        from mlx_audio.tts.utils import load_model
        import mlx.core as mx

        with contextlib.redirect_stdout(io.StringIO()):  # it prints while it loads
            model = load_model(str(next((self.folder / "python.hub").glob("*1.7B-Base-8bit/snapshots/*"))))
        audio = np.concatenate([samples_of(self.reference).astype(np.float32) / 32768, np.zeros(12000, np.float32)])
        mx.random.seed(7)
        [result] = model.batch_generate(["The very same sound."], ref_audio=mx.array(audio), ref_text=self.voice()["ref_text"])
        expected = np.round(np.clip(np.asarray(result.audio), -1, 1) * 32767).astype("<i2")
        self.assertTrue((expected == samples_of(self.folder / "0.wav")).all())
        self.assertEqual(64, len(alone))

    def test_a_result_at_the_hosts_cap_is_reported_as_length(self):
        answer = self.synth(self.ready(), self.item(0, LONG, max_frames=20))[0]
        self.assertEqual((20, "length"), (answer["frames"], answer["finish"]))

    def test_a_model_that_never_ends_is_reported_as_length(self):
        self.control(endless={"on": "never"})
        answer = self.synth(self.ready(), self.item(0, "This never ends.", max_frames=150))[0]
        self.assertEqual((150, "length"), (answer["frames"], answer["finish"]))

    def test_in_a_batch_the_silent_cap_of_each_text_is_reported_as_length_too(self):
        self.control(endless={"on": "never"})
        answers = self.synth(self.ready(), self.item(0, "It never ends.", 4000), self.item(1, LONG, 4000))
        self.assertEqual([(75, "length"), "eos"], [(answers[0]["frames"], answers[0]["finish"]), answers[1]["finish"]])

    def test_in_a_batch_an_item_past_its_own_cap_is_reported_as_length(self):
        answers = self.synth(self.ready(), self.item(0, LONG, 30), self.item(1, LONG, 300))
        self.assertEqual(["length", "eos"], [answers[0]["finish"], answers[1]["finish"]])

    def test_below_0_4_4_the_hidden_cap_of_generate_is_reported_as_length(self):
        self.version("0.4.0")
        self.control(endless={"on": "never"})
        answer = self.synth(self.ready(), self.item(0, "It never ends.", 4000))[0]
        self.assertEqual((75, "length"), (answer["frames"], answer["finish"]))

    def test_from_0_4_4_generate_has_no_cap_but_the_hosts(self):
        self.control(scale=3)
        answer = self.synth(self.ready(), self.item(0, LONG, 4000))[0]
        self.assertGreater(answer["frames"], 130)
        self.assertEqual("eos", answer["finish"])

    def test_legitimate_zero_codes_cut_nothing_off(self):
        self.control(zero_codes=True)
        answers = self.synth(self.ready(), "Zeros inside.", "More of them in this one.")
        for number, answer in answers.items():
            self.assertEqual(1920 * answer["frames"], answer["samples"], number)

    def test_zero_codes_do_not_let_the_reference_leak_into_the_start(self):
        self.control(zero_reference=True, zero_codes=True)
        for answers in (self.synth(self.ready(), "Where does it begin?"), self.synth(self.ready(), "Where?", "Where does it end?")):
            for number in answers:  # the stand-in's clips begin and end in silence
                samples = np.abs(samples_of(self.folder / f"{number}.wav").astype(int))
                self.assertLess(samples[:900].max(), 3)
                self.assertLess(samples[-900:].max(), 3)
                self.assertGreater(samples.max(), 3000)

    def test_an_item_that_a_batch_leaves_out_is_reported_as_no_audio(self):
        self.control(absent={"on": "absent"})
        answers = self.synth(self.ready(), "Here.", "This one is absent.", "Here too.")
        self.assertEqual(["done", "error", "done"], [answers[n]["t"] for n in range(3)])
        self.assertEqual(("no_audio", True), (answers[1]["code"], answers[1]["retryable"]))

    def test_no_result_at_all_is_reported_as_no_audio(self):
        self.control(absent={"on": "absent"})
        self.assertEqual("no_audio", self.synth(self.ready(), "All absent.")[0]["code"])

    def test_samples_that_are_not_numbers_are_reported_as_no_audio(self):
        self.control(nan={"on": "broken"})
        answers = self.synth(self.ready(), "A broken clip.", "A whole one.")
        self.assertEqual(("no_audio", "done"), (answers[0].get("code"), answers[1]["t"]))
        self.assertFalse((self.folder / "0.wav").exists())

    def test_an_exception_in_the_model_is_reported_for_each_item_and_the_worker_lives_on(self):
        self.control(**{"raise": {"on": "shape"}})
        worker = self.ready()
        answers = self.synth(worker, "A wrong shape.", "Beside it.")
        self.assertEqual({"internal"}, {answer["code"] for answer in answers.values()})
        self.assertEqual("done", self.synth(worker, "And on.", batch=2)[0]["t"])

    def test_every_generator_is_exhausted(self):
        worker = self.ready()
        self.synth(worker, "One.", "Two.")
        worker.send(t="shutdown")
        worker.rest()
        kinds = [json.loads(line)["event"] for line in self.events_file.read_text().splitlines()]
        self.assertEqual("clear_cache", kinds[-1])

    def test_voices_that_the_models_cache_cannot_tell_apart_are_told_apart(self):
        # Whole periods of two pitches: equal size, and a sum of exactly 0 in both.
        write_wav(self.reference, 6, pitch=125)
        twin = write_wav(self.folder / "twin.wav", 6, pitch=250)
        self.assertEqual(0, samples_of(self.reference).sum())
        self.assertEqual(0, samples_of(twin).sum())
        worker = self.ready(self.voice(), self.voice("twin", ref_audio=str(twin)))
        first = self.synth(worker, "Whose voice is it?", batch=1)[0]["sha256"]
        second = self.synth(worker, "Whose voice is it?", batch=2, voice="twin")[0]["sha256"]
        again = self.synth(worker, "Whose voice is it?", batch=3)[0]["sha256"]
        self.assertNotEqual(first, second)
        self.assertEqual(first, again)

    def test_a_degenerate_reference_runs_to_the_length_cap_whatever_the_seed(self):
        self.control(endless={"on": "does not cover"})
        worker = self.ready(self.voice(ref_text="A transcript that does not cover the reference."))
        self.assertEqual({"length"}, {self.synth(worker, "Short text.", batch=seed, seed=seed)[0]["finish"] for seed in range(3)})
