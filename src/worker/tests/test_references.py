"""References: read once, cut, checked, with silence behind them."""

import wave

from support import WorkerCase, write_wav


class ReferenceTests(WorkerCase):
    def test_half_a_second_of_silence_follows_the_reference(self):
        self.synth(self.ready(), "Quiet after it.")
        [event] = self.events("encode")
        self.assertEqual((6 * 24000 + 12000, True), (event["samples"], event["tail_is_silent"]))

    def test_start_and_end_cut_the_reference(self):
        self.synth(self.ready(self.voice(start=1.5, end=4)), "Cut.")
        self.assertEqual(2.5 * 24000 + 12000, self.events("encode")[0]["samples"])
        self.assertEqual(2.5, self.answer_to_init["voices"][0]["seconds"])

    def test_an_end_past_the_file_is_the_files_end(self):
        self.ready(self.voice(start=2, end=99))
        self.assertEqual(4, self.answer_to_init["voices"][0]["seconds"])

    def test_a_cut_that_leaves_nothing_is_an_error(self):
        for start, end in ((5, 5), (4, 2), (9, None), (-1, 3)):
            self.assertIn("leave nothing", self.refused(self.voice(start=start, end=end))["message"])

    def test_a_stereo_file_of_another_rate_is_mixed_down_and_resampled(self):
        write_wav(self.reference, 3, rate=44100, channels=2)
        self.synth(self.ready(), "Resampled.")
        self.assertEqual(3 * 24000 + 12000, self.events("encode")[0]["samples"])

    def test_before_0_3_1_the_worker_reads_wav_files_itself(self):
        self.version("0.3.0")
        write_wav(self.reference, 3, rate=44100, channels=2)
        self.synth(self.ready(), "Resampled by the worker.")
        self.assertEqual(3 * 24000 + 12000, self.events("encode")[0]["samples"])

    def test_over_sixty_seconds_is_an_error_unless_the_voice_allows_it(self):
        write_wav(self.reference, 61)
        message = self.refused()
        self.assertEqual(("bad_reference", "FHN2010", "narrator"), (message["code"], message["finding"], message["voice"]))
        self.assertIn("AllowLongReference", message["cure"])
        self.ready(self.voice(allow_long_reference=True))

    def test_a_cut_makes_a_long_file_short_enough(self):
        write_wav(self.reference, 61)
        self.ready(self.voice(start=10, end=25))

    def test_a_missing_reference_is_named_with_its_voice(self):
        message = self.refused(self.voice("guest", ref_audio="/nowhere/ref.wav"))
        self.assertEqual(("bad_reference", "FHN2008", "guest"), (message["code"], message["finding"], message["voice"]))

    def test_a_voice_without_audio_or_transcript_is_refused(self):
        self.assertEqual("FHN2008", self.refused(self.voice(ref_audio=""))["finding"])
        self.assertIn("transcript", self.refused(self.voice(ref_text=" \n"))["message"])

    def test_a_git_lfs_pointer_is_recognized(self):
        self.reference.write_text("version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n")
        message = self.refused()
        self.assertEqual("FHN2011", message["finding"])
        self.assertIn("git lfs pull", message["cure"])

    def test_a_file_that_is_not_audio_is_refused(self):
        self.reference.write_bytes(b"this is no recording at all")
        self.assertEqual("FHN2009", self.refused()["finding"])

    def test_a_reference_of_less_than_a_second_is_refused(self):
        write_wav(self.reference, 0.4)
        self.assertIn("only 0.4 s", self.refused()["message"])

    def test_an_empty_file_is_refused(self):
        with wave.open(str(self.reference), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(24000)
        self.assertEqual("bad_reference", self.refused()["code"])
