"""Where models come from, and what is refused before it can speak noise."""

import shutil
import sys

from support import MODEL, STANDIN, WorkerCase

sys.path.insert(0, str(STANDIN))
from make_model import make_hub, make_model  # noqa: E402

sys.path.remove(str(STANDIN))


class ModelTests(WorkerCase):
    def setUp(self):
        super().setUp()
        self.hub = self.folder / "python.hub"
        make_hub(self.hub, MODEL)

    def snapshot(self):
        return next(self.hub.glob("models--*/snapshots/*"))

    def test_a_hub_id_is_found_offline_and_loaded_from_its_folder(self):
        self.ready()
        self.assertEqual(str(self.snapshot()), self.events("load")[0]["path"])
        self.assertEqual([], self.events("download"))

    def test_hf_home_is_honoured(self):
        home = self.folder / "hf home"
        make_hub(home / "hub", "someone/Their-Qwen3-TTS")
        worker = self.start(environment=self.environment(HF_HOME=str(home)))
        worker.send(t="init", proto=1, model="someone/Their-Qwen3-TTS", voices=[self.voice()])
        self.assertIn(str(home), self.events_after(worker))

    def test_hf_hub_cache_wins_over_hf_home(self):
        make_hub(self.folder / "cache", "someone/Theirs")
        worker = self.start(environment=self.environment(HF_HOME=str(self.folder), HF_HUB_CACHE=str(self.folder / "cache")))
        worker.send(t="init", proto=1, model="someone/Theirs", voices=[self.voice()])
        self.assertIn(str(self.folder / "cache"), self.events_after(worker))

    def events_after(self, worker):
        self.assertEqual("ready", worker.until("ready", "error")["t"])
        return self.events("load")[0]["path"]

    def test_a_revision_can_be_named_by_hash_prefix_branch_or_tag(self):
        other = "fedcba9876543210fedcba9876543210fedcba98"
        make_hub(self.hub, MODEL, other)
        (self.hub / ("models--" + MODEL.replace("/", "--")) / "refs" / "v2").write_text(other)
        (self.hub / ("models--" + MODEL.replace("/", "--")) / "refs" / "main").write_text("0123456789abcdef0123456789abcdef01234567")
        for revision in (other, other[:10], "v2"):
            self.ready(model=f"{MODEL}@{revision}")
            self.assertEqual(other, self.answer_to_init["engine"]["revision"], revision)
        self.ready()
        self.assertEqual("0123456789abcdef0123456789abcdef01234567", self.answer_to_init["engine"]["revision"])

    def test_a_missing_revision_is_a_missing_model(self):
        message = self.refused(model=f"{MODEL}@0000000000")
        self.assertEqual(("no_model", "FHN2007"), (message["code"], message["finding"]))

    def test_a_model_that_was_never_fetched_is_reported_missing_with_the_cure(self):
        message = self.refused(model="mlx-community/Qwen3-TTS-12Hz-9B-Base")
        self.assertEqual("no_model", message["code"])
        self.assertIn("NarrationAllowDownload=true", message["cure"])
        self.assertEqual([], self.events("load") + self.events("download"))

    def test_a_download_happens_only_when_it_is_allowed(self):
        self.refused(model="mlx-community/Qwen3-TTS-12Hz-9B-Base@v1", allow_download=True)
        [event] = self.events("download")
        self.assertEqual(("mlx-community/Qwen3-TTS-12Hz-9B-Base", "v1", "0"), (event["repo"], event["revision"], event["offline"]))

    def test_a_misspelt_folder_never_becomes_a_download(self):
        for model in ("models/qwen3/base", "./modles", "/nowhere/model", "~/modle", "Qwen3-TTS", "a/b/c", "", "models\\base"):
            message = self.refused(model=model, allow_download=True)
            self.assertEqual("no_model", message["code"], model)
        self.assertEqual([], self.events("download"))

    def test_a_local_folder_is_a_model(self):
        folder = make_model(self.folder / "my model")
        self.ready(model=str(folder))
        self.assertEqual((str(folder), ""), (self.answer_to_init["engine"]["model"], self.answer_to_init["engine"]["revision"]))

    def test_the_25_hz_tier_is_a_clear_error(self):
        folder = make_model(self.folder / "m", tokenizer_type="qwen3_tts_tokenizer_25hz")
        for model in ("mlx-community/Qwen3-TTS-25Hz-1.7B-Base-4bit", str(folder)):
            message = self.refused(model=model)
            self.assertEqual("FHN2021", message["finding"])
            self.assertIn("25 Hz", message["message"])

    def test_the_25_hz_tier_is_tried_once_mlx_audio_has_code_for_it(self):
        self.version("0.7.0")
        code = self.standin / "mlx_audio/tts/models/qwen3_tts/qwen3_tts.py"
        code.write_text(code.read_text(encoding="utf-8") + "\n# the 25Hz codec\n", encoding="utf-8")
        make_hub(self.hub, "mlx-community/Qwen3-TTS-25Hz-1.7B-Base-4bit")
        self.ready(model="mlx-community/Qwen3-TTS-25Hz-1.7B-Base-4bit")

    def test_another_kind_of_model_is_refused(self):
        for change in ({"model_type": "kokoro"}, {"tts_model_type": "custom_voice"}, {"tts_model_type": "voice_design"}):
            message = self.refused(model=str(make_model(self.folder / "other", **{"model_type": "qwen3_tts"} | change)))
            self.assertEqual(("no_model", "FHN2021"), (message["code"], message["finding"]), change)

    def test_a_vocoder_without_weights_is_refused_before_it_is_random(self):
        (self.snapshot() / "speech_tokenizer" / "model.safetensors").unlink()
        self.assertIn("speech tokenizer's weights", self.refused()["message"])

    def test_a_folder_without_speech_tokenizer_tokenizer_config_or_weights_is_refused(self):
        for missing in ("speech_tokenizer", "tokenizer_config.json", "config.json", "model.safetensors", "speech_tokenizer/config.json"):
            folder = make_model(self.folder / "incomplete")
            path = folder / missing
            shutil.rmtree(path) if path.is_dir() else path.unlink()
            self.assertIn("is incomplete", self.refused(model=str(folder))["message"], missing)

    def test_a_download_that_was_not_finished_is_refused(self):
        weights = self.snapshot() / "model.safetensors"
        weights.unlink()
        weights.symlink_to("../../blobs/absent")
        self.assertIn("broken link", self.refused()["message"])

    def test_a_codec_without_encoder_is_refused(self):
        self.assertIn("no encoder", self.refused(model=str(make_model(self.folder / "deaf", encoder=False)))["message"])

    def test_an_unreadable_config_is_refused(self):
        folder = make_model(self.folder / "garbage")
        (folder / "config.json").write_text("{")
        self.assertIn("cannot be read", self.refused(model=str(folder))["message"])

    def test_a_tokenizer_that_only_gave_a_warning_is_refused(self):
        self.version("0.5.1")
        code = self.standin / "mlx_audio/tts/models/qwen3_tts/qwen3_tts.py"
        text = code.read_text(encoding="utf-8").replace("model.tokenizer = Tokenizer()", "raise OSError('broken')")
        code.write_text(text, encoding="utf-8")
        self.assertIn("without its tokenizer", self.refused()["message"])

    def test_what_loading_prints_does_not_reach_the_protocol(self):
        worker = self.ready()
        worker.send(t="shutdown")
        worker.wait()
        worker.close()
        self.assertIn(b"Loaded speech tokenizer from", worker.log)
        self.assertNotIn(b"Loaded", b"".join(worker.raw))


class EnvironmentTests(WorkerCase):
    def without(self, name):
        self.version("0.5.1")
        path = self.standin / name
        shutil.rmtree(path)

    def test_a_missing_module_is_named(self):
        for name in ("mlx_audio", "mlx"):
            self.without(name)
            message = self.refused()
            self.assertEqual(("no_module", "FHN2004"), (message["code"], message["finding"]), name)
            self.assertIn(name, message["message"])
            self.assertIn("SetupNarration", message["cure"])
            shutil.rmtree(self.standin)

    def test_hello_comes_even_without_any_module(self):
        self.without("mlx_audio")
        self.assertEqual(["seed", "progress", "cancel", "listen"], self.start().receive()["caps"])

    def test_a_module_that_breaks_while_it_is_imported_is_named(self):
        self.version("0.5.1")
        (self.standin / "mlx_audio" / "tts" / "utils.py").write_text("import transformers_of_another_planet\n")
        message = self.refused()
        self.assertEqual("no_module", message["code"])
        self.assertIn("transformers_of_another_planet", message["message"])

    def test_a_missing_device_is_reported_with_its_cure(self):
        self.control(no_device=True)
        message = self.refused()
        self.assertEqual(("no_device", "FHN2006"), (message["code"], message["finding"]))
        self.assertIn("normal terminal", message["cure"])

    def test_a_device_that_aborts_ends_the_worker_before_ready(self):
        self.control(no_device="sandbox")
        worker = self.start()
        worker.send(t="init", proto=1, model=MODEL, voices=[self.voice()])
        self.assertEqual(["hello"], [message["t"] for message in worker.rest()])
        self.assertEqual(-6, worker.wait())
        worker.close()  # with all of its log
        self.assertIn(b"NSRangeException", worker.log)
