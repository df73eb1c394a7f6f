"""Clips are written beside the generation, and answered for when their files are whole."""

import hashlib
import sys
import threading
from pathlib import Path

import numpy as np
from support import WorkerCase

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fh_worker.clips import Clip  # noqa: E402  (the folder above must be found first)
from fh_worker.writer import ClipWriter  # noqa: E402


class Answers:
    """In the place of the channel: whether each file was whole when it was answered for."""

    def __init__(self):
        self.messages, self.threads = [], set()

    def send(self, message):
        self.messages.append(message)
        self.threads.add(threading.current_thread())


class WriterTests(WorkerCase):
    def setUp(self):
        super().setUp()
        self.answers = Answers()
        self.writer = ClipWriter(self.answers)

    def put(self, number, path=None):
        clip = Clip(np.full(1920, 0.1 * number, np.float32), 24000, 1, "eos")
        self.writer.put({"id": number, "out": str(path or self.folder / f"{number}.wav")}, clip, {"elapsed_ms": number})

    def test_answers_come_in_order_from_a_thread_of_their_own_with_the_hash_of_the_whole_file(self):
        for number in range(5):
            self.put(number)
        self.writer.flush()
        self.assertEqual([0, 1, 2, 3, 4], [message["id"] for message in self.answers.messages])
        self.assertNotIn(threading.current_thread(), self.answers.threads)
        for message in self.answers.messages:
            data = (self.folder / f"{message['id']}.wav").read_bytes()
            self.assertEqual(hashlib.sha256(data).hexdigest(), message["sha256"])
            self.assertEqual((message["id"], 1920), (message["elapsed_ms"], message["samples"]))

    def test_a_clip_that_cannot_be_written_is_answered_and_the_next_is_written(self):
        self.put(1, self.folder / "nowhere" / "1.wav")
        self.put(2)
        self.writer.flush()
        self.assertEqual(["error", "done"], [message["t"] for message in self.answers.messages])
        self.assertIn("cannot be written", self.answers.messages[0]["message"])
