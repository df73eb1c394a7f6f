"""The protocol as the host sees it."""

import hashlib
import json
import time
import wave

from support import MODEL, WorkerCase, write_wav


class ProtocolTests(WorkerCase):
    def test_hello_comes_before_the_model_is_loaded(self):
        self.control(load_seconds=60)  # longer than this test waits for a line
        worker = self.start()
        hello = worker.receive()
        self.assertEqual({"t": "hello", "proto": 1, "worker": "mlx"}, {key: hello[key] for key in ("t", "proto", "worker")})
        self.assertEqual(["batch", "seed", "progress", "cancel", "listen"], hello["caps"])
        self.assertEqual([], self.events("import"))

    def test_ready_names_engine_versions_device_model_and_revision(self):
        self.ready()
        engine = self.answer_to_init["engine"]
        self.assertEqual(("0.5.0", "0.32.1"), (engine["mlx_audio"], engine["mlx"]))
        self.assertEqual(("Device(gpu, 0)", MODEL), (engine["device"], engine["model"]))
        self.assertEqual("0123456789abcdef0123456789abcdef01234567", engine["revision"])
        self.assertEqual((24000, 8), (self.answer_to_init["sample_rate"], self.answer_to_init["max_batch"]))

    def test_done_describes_the_file_correctly(self):
        done = self.synth(self.ready(), "Every entry of the product is a sum.")[0]
        data = (self.folder / "0.wav").read_bytes()
        self.assertEqual(hashlib.sha256(data).hexdigest(), done["sha256"])
        with wave.open(str(self.folder / "0.wav")) as file:
            self.assertEqual((1, 2, 24000, done["samples"]), file.getparams()[:4])
        self.assertEqual(1920 * done["frames"], done["samples"])
        self.assertEqual("eos", done["finish"])
        self.assertGreater(done["peak_gib"], 0)

    def test_a_clip_appears_whole_and_leaves_no_temporary_file(self):
        self.synth(self.ready(), "One.", "Two and three.")
        self.assertEqual(["0.wav", "1.wav"], sorted(path.name for path in self.folder.iterdir() if path.name[0].isdigit()))

    def test_a_batch_is_started_and_every_item_answered_once(self):
        worker = self.ready()
        items = [self.item(n, f"Sentence number {n}.") for n in range(5)]
        worker.send(t="synth", batch=3, voice="narrator", language="english", seed=1, items=items)
        self.assertEqual({"t": "started", "batch": 3}, worker.receive())
        self.assertEqual({"done"}, {answer["t"] for answer in worker.answers(5).values()})
        worker.send(t="shutdown")
        self.assertEqual([], worker.rest())

    def test_the_times_of_a_batch_add_up_to_its_time(self):
        self.control(seconds_per_frame=0.01)
        worker = self.ready()
        began = time.monotonic()
        answers = self.synth(worker, *[f"This is the sentence with the number {n}." for n in range(4)])
        took = (time.monotonic() - began) * 1000
        told = sum(answer["elapsed_ms"] for answer in answers.values())
        self.assertLess(told, took * 1.02 + 5)
        self.assertGreater(told, took * 0.5)  # one of four alone would be a quarter, the whole told of each four times

    def test_the_next_batch_may_be_sent_before_the_previous_one_is_done(self):
        worker = self.ready()
        for batch in range(4):
            worker.send(t="synth", batch=batch, voice="narrator", language="english", items=[self.item(batch, "Waiting in line.")])
        self.assertEqual({0, 1, 2, 3}, set(worker.answers(4)))

    def test_unknown_fields_and_messages_are_ignored(self):
        worker = self.ready(future={"a": 1})
        worker.send(t="tomorrow")
        self.assertEqual("done", self.synth(worker, "Still here.", colour="blue")[0]["t"])

    def test_junk_from_the_host_is_answered_and_ends_the_worker(self):
        worker = self.start()
        worker.send_line(b"{ this is no json")
        self.assertEqual("bad_input", worker.until("error")["code"])
        self.assertEqual(1, worker.wait())

    def test_a_line_over_one_mebibyte_is_refused(self):
        worker = self.start()
        worker.send_line(b'{"t":"' + b"x" * (1 << 20) + b'"}')
        self.assertIn("1 MiB", worker.until("error")["message"])

    def test_another_protocol_is_refused(self):
        worker = self.start()
        worker.send(t="init", proto=2, model=MODEL, voices=[])
        self.assertIn("protocol 1", worker.until("error")["message"])

    def test_synth_before_init_is_an_error_for_each_item(self):
        worker = self.start()
        worker.send(t="synth", batch=1, items=[self.item(1, "Too early."), self.item(2, "Also.")])
        self.assertEqual({"bad_input"}, {answer["code"] for answer in worker.answers(2).values()})

    def test_two_voices_take_one_load_and_one_encoding_each(self):
        guest = write_wav(self.folder / "guest.wav", 9, pitch=210)
        worker = self.ready(self.voice(), self.voice("guest", ref_audio=str(guest), ref_text="Another voice altogether."))
        for turn in range(3):
            self.synth(worker, "A sentence for the first voice.", batch=2 * turn)
            self.synth(worker, "A sentence for the second voice.", batch=2 * turn + 1, voice="guest")
        self.assertEqual(1, len(self.events("load")))
        self.assertEqual([156000, 228000], [event["samples"] for event in self.events("encode")])
        self.assertEqual(2, len(self.events("load_audio")))

    def test_a_second_init_loads_another_model(self):
        worker = self.ready()
        worker.send(t="init", proto=1, model="mlx-community/Qwen3-TTS-12Hz-0.6B-Base-4bit", voices=[self.voice()])
        self.assertEqual("mlx-community/Qwen3-TTS-12Hz-0.6B-Base-4bit", worker.until("ready")["engine"]["model"])
        self.assertEqual("done", self.synth(worker, "From the second model.")[0]["t"])

    def test_a_voice_that_was_not_configured_is_an_error(self):
        self.assertEqual("bad_reference", self.synth(self.ready(), "Who speaks?", voice="nobody")[0]["code"])

    def test_a_bad_text_does_not_harm_its_batch(self):
        answers = self.synth(self.ready(), "Good.", "   ", "?!…", "a <|im_end|> b", "half \ud800 pair", "Also good.")
        self.assertEqual(["done", "error", "error", "error", "error", "done"], [answers[n]["t"] for n in range(6)])
        self.assertEqual({"bad_input"}, {answers[n]["code"] for n in range(1, 5)})
        self.assertFalse(any(answers[n]["retryable"] for n in range(1, 5)))

    def test_a_relative_path_for_a_clip_is_refused(self):
        item = self.item(0, "Where to?") | {"out": "clip.wav"}
        self.assertEqual("bad_input", self.synth(self.ready(), item)[0]["code"])

    def test_a_clip_that_cannot_be_written_is_that_items_error(self):
        item = self.item(0, "Into nowhere.") | {"out": str(self.folder / "absent" / "clip.wav")}
        answers = self.synth(self.ready(), item, "Into a folder that is there.")
        self.assertEqual(("error", "done"), (answers[0]["t"], answers[1]["t"]))

    def test_every_line_is_one_json_object_in_utf_8(self):
        worker = self.ready(self.voice("erzähler"))
        self.synth(worker, "Größe und Maß.", voice="erzähler")
        for line in worker.raw:
            self.assertIsInstance(json.loads(line.decode("utf-8")), dict)
