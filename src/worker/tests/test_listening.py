"""What the worker hears of takes: transcript, times of words, likeness; the stand-in's ears hear what its voice said."""

from __future__ import annotations

import sys
import unittest
from typing import Any

from support import ENTRY, MODEL, STANDIN, Worker, WorkerCase, write_wav

sys.path[:0] = [str(ENTRY.parent), str(STANDIN)]
from fh_worker import matching  # noqa: E402
from make_model import RECOGNIZERS, make_hub, make_recognizer  # noqa: E402

TEXT = "Each row — and each column — has 3.5 entries."
OTHER = "A sentence of quite another kind, which is longer than the first."


class ListeningTests(WorkerCase):
    def setUp(self) -> None:
        super().setUp()
        self.hub = self.folder / "hub"
        make_hub(self.hub, MODEL)

    def ears(self, *names: str) -> None:
        for name in names or RECOGNIZERS:
            make_recognizer(self.hub, name)

    def environment(self, **more: str) -> dict[str, str]:
        return super().environment(HF_HUB_CACHE=str(self.hub), **more)

    def listen(self, worker: Worker, *texts: str, language: str = "english") -> list[dict[str, Any]]:
        """Says the texts and has the takes heard."""
        self.synth(worker, *texts)
        return self.hear(worker, *texts, language=language)

    def hear(self, worker: Worker, *texts: str, language: str = "english") -> list[dict[str, Any]]:
        items = [{"id": 100 + n, "audio": str(self.folder / f"{n}.wav"), "text": text} for n, text in enumerate(texts)]
        worker.send(t="listen", batch=9, language=language, voice="narrator", items=items)
        self.assertEqual(9, worker.until("started")["batch"])
        answers = [worker.until("heard", "error") for _ in items]
        self.assertEqual([item["id"] for item in items], [answer["id"] for answer in answers])
        return answers

    def test_a_take_is_transcribed_timed_and_compared_in_the_process_that_spoke_it(self) -> None:
        self.ears()
        worker = self.ready(recognizer={})
        self.assertIn("listen", self.hello["caps"])
        self.assertEqual(["english", "german", "japanese"], self.answer_to_init["hears"])
        self.assertGreater(self.answer_to_init["likeness"]["narrator"]["own"], 0.9)

        first, second = self.listen(worker, TEXT, OTHER)

        self.assertEqual([TEXT, OTHER], [first["transcript"], second["transcript"]])
        self.assertGreater(first["similarity"], 0.8)
        self.assertEqual([0, 1, 3, 4, 5, 7, 8, 9], [word["i"] for word in first["words"]])
        seconds = self.seconds(0)
        times = [time for word in first["words"] for time in (word["start"], word["end"])]
        self.assertTrue(all(0 <= time <= seconds for time in times), (times, seconds))
        self.assertEqual("mlx", first["recognizer"]["name"])
        self.assertEqual(3, len(first["recognizer"]["models"]))
        self.assertEqual(2, len(self.events("load_recognizer")))
        self.assertEqual([True, True], [event["strict"] for event in self.events("load_recognizer")])
        self.assertEqual(1, len(self.events("load")))
        self.assertEqual([None, None], [event["prompt"] for event in self.events("transcribe")])

    def test_without_a_recognizer_in_init_none_is_loaded(self) -> None:
        self.ears()
        worker = self.ready()
        self.assertNotIn("hears", self.answer_to_init)
        self.assertEqual([], self.events("load_recognizer"))
        worker.send(t="listen", batch=1, items=[{"id": 1, "audio": "/x.wav", "text": "x"}])
        self.assertEqual("bad_input", worker.until("error")["code"])

    def test_a_missing_recognizer_model_is_reported_and_the_voice_still_speaks(self) -> None:
        self.ears("mlx-community/Qwen3-ASR-0.6B-8bit")
        worker = self.ready(recognizer={})
        [missing] = self.answer_to_init["missing"]
        self.assertEqual(("listen", "FHN2062"), (missing["cap"], missing["code"]))
        self.assertIn("Qwen3-ForcedAligner-0.6B-8bit", missing["message"])
        self.assertEqual("done", self.synth(worker, TEXT)[0]["t"])

    def test_an_older_mlx_audio_speaks_and_says_that_it_cannot_listen(self) -> None:
        self.version("0.3.0")
        self.ears()
        self.ready(recognizer={})
        self.assertIn("cannot recognize speech", self.answer_to_init["missing"][0]["message"])

    def test_missing_weights_are_not_replaced_by_random_ones(self) -> None:
        self.ears()
        weights = next(self.hub.glob("models--*ASR*/snapshots/*/model.safetensors"))
        weights.write_bytes(b"")
        self.ready(recognizer={})
        self.assertIn("cannot be loaded", self.answer_to_init["missing"][0]["message"])

    def test_without_an_encoder_no_likeness_is_reported(self) -> None:
        self.ears(*RECOGNIZERS[:2])
        worker = self.ready(recognizer={})
        self.assertEqual({}, self.answer_to_init["likeness"])
        self.assertNotIn("similarity", self.listen(worker, TEXT)[0])

    def test_a_short_reference_has_no_likeness_to_itself(self) -> None:
        self.ears()
        short = write_wav(self.folder / "short.wav", 4)
        self.ready(self.voice(ref_audio=str(short)), recognizer={})
        self.assertEqual({}, self.answer_to_init["likeness"])

    def test_another_voice_is_less_like_the_reference_than_the_reference_itself(self) -> None:
        self.ears()
        self.control(stranger={"on": "another kind"})
        worker = self.ready(recognizer={})
        own = self.answer_to_init["likeness"]["narrator"]["own"]
        first, second = self.listen(worker, TEXT, OTHER)
        self.assertGreater(first["similarity"], own - 0.1)
        self.assertLess(second["similarity"], own - 0.1)

    def test_it_can_listen_without_a_voice(self) -> None:
        """Takes that another process spoke, as CheckNarration asks; no voice is loaded."""
        self.ears()
        self.synth(self.ready(), TEXT)
        worker = self.start()
        worker.send(t="init", proto=1, recognizer={}, voices=[self.voice()])
        self.assertEqual("ready", worker.until("ready", "error")["t"])
        self.assertEqual(TEXT, self.hear(worker, TEXT)[0]["transcript"])
        self.assertEqual(1, len(self.events("load")))

    def test_without_a_voice_a_missing_model_is_an_error(self) -> None:
        worker = self.start()
        worker.send(t="init", proto=1, recognizer={})
        error = worker.until("ready", "error")
        self.assertEqual(("error", "FHN2062"), (error["t"], error.get("finding")))
        self.assertEqual(1, worker.wait())

    def test_one_take_that_cannot_be_transcribed_does_not_affect_the_others(self) -> None:
        self.ears()
        self.control(hear_raise={"on": "another kind"})
        worker = self.ready(recognizer={})
        self.synth(worker, TEXT, OTHER, "The third one is fine again.")
        (self.folder / "0.wav").write_bytes(b"no sound")
        answers = self.hear(worker, TEXT, OTHER, "The third one is fine again.")
        self.assertEqual(["bad_input", "bad_input", "heard"], [answer.get("code", answer["t"]) for answer in answers])

    def test_when_out_of_memory_it_answers_and_exits(self) -> None:
        self.ears()
        self.control(hear_oom={"on": ""})
        worker = self.ready(recognizer={})
        self.assertEqual("oom", self.listen(worker, TEXT)[0]["code"])
        self.assertEqual(12, worker.wait())

    def test_words_that_are_not_in_the_text_are_not_reported(self) -> None:
        self.ears()
        self.control(other_items={"on": ""})
        self.assertNotIn("words", self.listen(self.ready(recognizer={}), TEXT)[0])

    def test_where_a_language_needs_packages_that_are_missing_there_is_a_transcript_without_times(self) -> None:
        self.ears()
        answer = self.listen(self.ready(recognizer={}), TEXT, language="japanese")[0]
        self.assertEqual(TEXT, answer["transcript"])
        self.assertNotIn("words", answer)

    def seconds(self, number: int) -> float:
        import wave

        with wave.open(str(self.folder / f"{number}.wav")) as file:
            return file.getnframes() / file.getframerate()


class MatchingTests(unittest.TestCase):
    def test_items_are_found_in_the_texts_tokens(self) -> None:
        items = [("Let", 0.0, 0.1), ("x", 0.1, 0.2), ("be", 0.2, 0.3), ("35", 0.3, 0.5)]
        self.assertEqual([0, 1, 3, 4], [word["i"] for word in matching.words("Let x = be 3.5.", items, 1)])

    def test_chinese_characters_belong_to_their_token(self) -> None:
        items = [("矩", 0.0, 0.2), ("阵", 0.2, 0.4), ("ok", 0.4, 0.6)]
        self.assertEqual(
            [{"i": 0, "start": 0.0, "end": 0.4}, {"i": 1, "start": 0.4, "end": 0.6}], matching.words("矩阵 ok.", items, 1)
        )

    def test_times_are_clamped_to_the_clip_and_put_in_order(self) -> None:
        found = matching.words("a b c", [("a", 0.5, 0.4), ("b", 0.3, 2.0), ("c", 6.9, 7.0)], 1.5)
        self.assertEqual([(0.5, 0.5), (0.5, 1.5), (1.5, 1.5)], [(word["start"], word["end"]) for word in found])

    def test_other_words_do_not_match(self) -> None:
        self.assertEqual([], matching.words("a b", [("a", 0, 1), ("c", 1, 2)], 3))
        self.assertEqual([], matching.words("a b", [("a", 0, 1)], 3))
        self.assertEqual([], matching.words("a", [("a", 0, 1), ("b", 1, 2)], 3))


if __name__ == "__main__":
    unittest.main()
