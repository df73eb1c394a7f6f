"""The facts of mlx-audio that decide whether a clip is right."""

import json
import sys
import time
import wave

import numpy as np
from support import STANDIN, WorkerCase, write_wav

LONG = "This sentence has enough words in it to be spoken for a good while, so that a cap can cut it."


def samples_of(path):
    with wave.open(str(path)) as file:
        return np.frombuffer(file.readframes(file.getnframes()), "<i2")


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
        self.addCleanup(lambda: [sys.modules.pop(name) for name in list(sys.modules) if name.split(".")[0] in ("mlx", "mlx_audio", "standin", "tqdm")])
        from mlx_audio.tts.utils import load_model
        import mlx.core as mx

        model = load_model(str(next((self.folder / "python.hub").glob("*1.7B-Base-8bit/snapshots/*"))))
        audio = np.concatenate([samples_of(self.reference).astype(np.float32) / 32768, np.zeros(12000, np.float32)])
        mx.random.seed(7)
        [result] = model.batch_generate(["The very same sound."], ref_audio=mx.array(audio), ref_text=self.voice()["ref_text"])
        expected = np.round(np.clip(np.asarray(result.audio), -1, 1) * 32767).astype("<i2")
        self.assertTrue((expected == samples_of(self.folder / "0.wav")).all())
        self.assertEqual(64, len(alone))

    def test_a_result_at_the_hosts_cap_is_length(self):
        answer = self.synth(self.ready(), self.item(0, LONG, max_frames=20))[0]
        self.assertEqual((20, "length"), (answer["frames"], answer["finish"]))

    def test_a_model_that_never_ends_is_length(self):
        self.control(endless={"on": "never"})
        answer = self.synth(self.ready(), self.item(0, "This never ends.", max_frames=150))[0]
        self.assertEqual((150, "length"), (answer["frames"], answer["finish"]))

    def test_in_a_batch_the_silent_cap_of_each_text_is_length_too(self):
        self.control(endless={"on": "never"})
        answers = self.synth(self.ready(), self.item(0, "It never ends.", 4000), self.item(1, LONG, 4000))
        self.assertEqual([(75, "length"), "eos"], [(answers[0]["frames"], answers[0]["finish"]), answers[1]["finish"]])

    def test_in_a_batch_an_item_past_its_own_cap_is_length(self):
        answers = self.synth(self.ready(), self.item(0, LONG, 30), self.item(1, LONG, 300))
        self.assertEqual(["length", "eos"], [answers[0]["finish"], answers[1]["finish"]])

    def test_below_0_4_4_the_hidden_cap_of_generate_is_length(self):
        self.version("0.4.0")
        self.control(endless={"on": "never"})
        answer = self.synth(self.ready(), self.item(0, "It never ends.", 4000))[0]
        self.assertEqual((75, "length"), (answer["frames"], answer["finish"]))

    def test_from_0_4_4_generate_has_no_cap_but_the_hosts(self):
        self.control(scale=3)
        answer = self.synth(self.ready(), self.item(0, LONG, 4000))[0]
        self.assertGreater(answer["frames"], 130)
        self.assertEqual("eos", answer["finish"])

    def test_legitimate_zero_codes_cut_nothing(self):
        self.control(zero_codes=True)
        answers = self.synth(self.ready(), "Zeros inside.", "More of them in this one.")
        for number, answer in answers.items():
            self.assertEqual(1920 * answer["frames"], answer["samples"], number)

    def test_zero_codes_do_not_let_the_reference_into_the_head(self):
        self.control(zero_reference=True, zero_codes=True)
        for answers in (self.synth(self.ready(), "Where does it begin?"), self.synth(self.ready(), "Where?", "Where does it end?")):
            for number in answers:  # the stand-in's clips begin and end in silence
                samples = np.abs(samples_of(self.folder / f"{number}.wav").astype(int))
                self.assertLess(samples[:900].max(), 3)
                self.assertLess(samples[-900:].max(), 3)
                self.assertGreater(samples.max(), 3000)

    def test_an_item_that_a_batch_leaves_out_is_no_audio(self):
        self.control(absent={"on": "absent"})
        answers = self.synth(self.ready(), "Here.", "This one is absent.", "Here too.")
        self.assertEqual(["done", "error", "done"], [answers[n]["t"] for n in range(3)])
        self.assertEqual(("no_audio", True), (answers[1]["code"], answers[1]["retryable"]))

    def test_no_result_at_all_is_no_audio(self):
        self.control(absent={"on": "absent"})
        self.assertEqual("no_audio", self.synth(self.ready(), "All absent.")[0]["code"])

    def test_samples_that_are_not_numbers_are_no_audio(self):
        self.control(nan={"on": "broken"})
        answers = self.synth(self.ready(), "A broken clip.", "A whole one.")
        self.assertEqual(("no_audio", "done"), (answers[0].get("code"), answers[1]["t"]))
        self.assertFalse((self.folder / "0.wav").exists())

    def test_an_exception_of_the_model_is_answered_for_each_item_and_the_worker_lives(self):
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
        twin = self.folder / "twin.wav"
        with wave.open(str(self.reference)) as file:
            parameters, frames = file.getparams(), np.frombuffer(file.readframes(file.getnframes()), "<i2")
        with wave.open(str(twin), "wb") as file:  # the same samples in another order: equal size, equal sum
            file.setparams(parameters)
            file.writeframes(np.sort(frames).tobytes())
        worker = self.ready(self.voice(), self.voice("twin", ref_audio=str(twin)))
        first = self.synth(worker, "Whose voice is it?", batch=1)[0]["sha256"]
        second = self.synth(worker, "Whose voice is it?", batch=2, voice="twin")[0]["sha256"]
        again = self.synth(worker, "Whose voice is it?", batch=3)[0]["sha256"]
        self.assertNotEqual(first, second)
        self.assertEqual(first, again)

    def test_a_degenerate_reference_ends_by_length_whatever_the_seed(self):
        self.control(endless={"on": "does not cover"})
        worker = self.ready(self.voice(ref_text="A transcript that does not cover the reference."))
        self.assertEqual({"length"}, {self.synth(worker, "Short text.", batch=seed, seed=seed)[0]["finish"] for seed in range(3)})


class ProgressTests(WorkerCase):
    def test_progress_comes_from_inside_the_generation(self):
        self.control(seconds_per_frame=0.02)
        worker = self.ready()
        worker.send(t="synth", batch=9, voice="narrator", language="english", items=[self.item(0, LONG)])
        seen = [worker.until("progress", "done") for _ in range(3)]
        self.assertEqual(["progress"] * 3, [message["t"] for message in seen])
        self.assertEqual(9, seen[0]["batch"])
        self.assertLess(seen[0]["frames"], seen[2]["frames"])

    def test_progress_comes_without_a_progress_bar_too(self):
        self.version("0.3.0")
        self.control(seconds_per_frame=0.02)
        worker = self.ready()
        worker.send(t="synth", batch=9, voice="narrator", language="english", items=[self.item(0, LONG)])
        frames = [worker.until("progress")["frames"] for _ in range(3)]
        self.assertLess(frames[0], frames[2])

    def test_cancel_ends_what_runs_and_drops_what_waits(self):
        self.control(seconds_per_frame=0.05)
        worker = self.ready()
        for batch in range(3):
            worker.send(t="synth", batch=batch, voice="narrator", language="english", items=[self.item(batch, LONG)])
        worker.until("progress")
        began = time.monotonic()
        worker.send(t="cancel")
        answers = worker.answers(3)
        self.assertEqual({"cancelled"}, {answer["code"] for answer in answers.values()})
        self.assertTrue(all(answer["retryable"] for answer in answers.values()))
        self.assertLess(time.monotonic() - began, 2)

    def test_after_a_cancel_the_next_generation_is_bit_identical(self):
        self.control(seconds_per_frame=0.02)
        worker = self.ready()
        before = self.synth(worker, LONG, batch=1)[0]["sha256"]
        worker.send(t="synth", batch=2, voice="narrator", language="english", seed=99, items=[self.item(0, LONG)])
        worker.until("progress")
        worker.send(t="cancel")
        worker.answers(1)
        self.assertEqual(before, self.synth(worker, LONG, batch=3)[0]["sha256"])

    def test_what_is_sent_after_a_cancel_is_done(self):
        worker = self.ready()
        worker.send(t="cancel")
        self.assertEqual("done", self.synth(worker, "After all.")[0]["t"])


class VersionTests(WorkerCase):
    def test_the_least_version_works_one_by_one_and_says_what_a_newer_one_gives(self):
        self.version("0.3.0rc1")
        worker = self.ready()
        self.assertNotIn("batch", self.hello["caps"])
        self.assertEqual(1, self.answer_to_init["max_batch"])
        warnings = " ".join(warning["message"] for warning in self.answer_to_init["warnings"])
        self.assertIn("0.3.0 and later clone", warnings)
        self.assertIn("0.4.4 and later make batches", warnings)
        self.assertEqual({"done"}, {answer["t"] for answer in self.synth(worker, "One.", "Two.").values()})

    def test_every_version_clones_from_an_array(self):
        for version in ("0.3.0", "0.3.1", "0.4.0", "0.4.4"):
            with self.subTest(version):
                self.version(version)
                answers = self.synth(self.ready(), "In every version.", self.item(1, "Another one."))
                self.assertEqual({"done"}, {answer["t"] for answer in answers.values()})

    def test_below_0_4_4_a_reference_is_still_encoded_once(self):
        self.version("0.4.0")
        worker = self.ready()
        for batch in range(3):
            self.synth(worker, "Again and again.", batch=batch)
        self.assertEqual(1, len(self.events("encode")))

    def test_an_older_version_is_refused(self):
        self.version("0.2.10")
        message = self.refused()
        self.assertEqual(("too_old", "FHN2005"), (message["code"], message["finding"]))
        self.assertIn("0.5.0 is known good", message["message"])

    def test_a_version_without_the_fixes_is_warned_about(self):
        self.ready()
        self.assertIn("pull request 914", self.answer_to_init["warnings"][0]["message"])
        self.assertEqual("FHN2027", self.answer_to_init["warnings"][0]["finding"])

    def test_a_newer_version_has_no_warning(self):
        self.version("0.6.0")
        self.ready()
        self.assertEqual([], self.answer_to_init["warnings"])

    def test_crashing_versions_of_mlx_are_warned_about(self):
        for version in ("0.31.1", "0.31.2"):
            self.control(mlx_version=version)
            self.ready()
            self.assertTrue(any(f"mlx {version} crashes" in warning["message"] for warning in self.answer_to_init["warnings"]))

    def test_the_cpu_is_accepted_with_a_warning(self):
        self.control(device="cpu")
        self.ready()
        self.assertIn("FHN2026", [warning["finding"] for warning in self.answer_to_init["warnings"]])
        self.assertEqual("Device(cpu, 0)", self.answer_to_init["engine"]["device"])

    def test_a_long_reference_makes_smaller_batches(self):
        for seconds, most in ((29, 8), (45, 4), (100, 2), (150, 1)):
            write_wav(self.reference, seconds)
            self.ready(self.voice(allow_long_reference=True))
            self.assertEqual(most, self.answer_to_init["max_batch"], seconds)

    def test_a_batch_too_large_for_its_reference_is_split_and_answered_whole(self):
        write_wav(self.reference, 100)
        answers = self.synth(self.ready(self.voice(allow_long_reference=True)), *[f"Sentence {n}." for n in range(5)])
        self.assertEqual({"done"}, {answer["t"] for answer in answers.values()})
        self.assertEqual([2, 2, 1], [len(event["texts"]) for event in self.events("generate")])
