"""Progress and cancel from inside a generation, and what each version of mlx-audio and mlx means."""

import time

from support import WorkerCase, write_wav

LONG = "This sentence has enough words in it to be spoken for a good while, so that a cap can cut it."


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
        self.control(seconds_per_frame=0.3)
        worker = self.ready()
        for batch in range(3):
            worker.send(t="synth", batch=batch, voice="narrator", language="english", items=[self.item(batch, LONG)])
        worker.until("progress")
        began = time.monotonic()
        worker.send(t="cancel")
        answers = worker.answers(3)
        self.assertEqual({"cancelled"}, {answer["code"] for answer in answers.values()})
        self.assertTrue(all(answer["retryable"] for answer in answers.values()))
        self.assertLess(time.monotonic() - began, 15)  # spoken to their ends, the three take minutes

    def test_after_a_cancel_the_next_generation_is_bit_identical(self):
        self.control(seconds_per_frame=0.02)
        worker = self.ready()
        before = self.synth(worker, LONG, batch=1)[0]["sha256"]
        worker.send(t="synth", batch=2, voice="narrator", language="english", seed=99, items=[self.item(0, LONG)])
        worker.until("progress")
        worker.send(t="cancel")
        worker.answers(1)
        self.assertEqual(before, self.synth(worker, LONG, batch=3)[0]["sha256"])

    def test_requests_sent_after_a_cancel_are_answered(self):
        worker = self.ready()
        worker.send(t="cancel")
        self.assertEqual("done", self.synth(worker, "After all.")[0]["t"])


class VersionTests(WorkerCase):
    def test_the_oldest_version_works_item_by_item_and_says_what_a_newer_one_adds(self):
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
        self.assertIn("0.5.0 is known to work", message["message"])

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
