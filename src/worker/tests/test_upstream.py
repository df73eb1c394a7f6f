"""The checker of build/check-mlx-audio.sh, and what it says of the worker and the stand-in."""

import ast
import unittest

from upstream.__main__ import STANDIN, WORKER, Comparison
from upstream.calls import Source, worker_sources
from upstream.source import MODEL, Signature


class UpstreamTests(unittest.TestCase):
    def test_the_workers_calls_fit_the_stand_in(self):
        comparison = Comparison(STANDIN, worker_sources(WORKER))
        comparison._calls()
        comparison._uses()
        self.assertEqual([], comparison.problems)
        self.assertGreater(comparison.checked, 15)

    def test_every_call_into_mlx_audio_is_seen(self):
        calls = {call.name for source in worker_sources(WORKER) for call in source.calls()}
        self.assertLessEqual(
            {
                "load_model",
                "load_audio",
                "get_model_path",
                "Model.generate",
                "Model.batch_generate",
                "Model.get_supported_languages",
                "Qwen3TTSSpeechTokenizer.encode",
                "Qwen3TTSSpeechTokenizer.decode",
            },
            calls,
        )

    def test_keywords_passed_as_a_dictionary_are_seen(self):
        [call] = [call for source in worker_sources(WORKER) for call in source.calls() if call.name == "Model.generate"]
        self.assertLessEqual({"ref_audio", "ref_text", "lang_code", "max_tokens", "repetition_penalty", "verbose"}, set(call.keywords))

    def test_generate_audio_is_called_nowhere(self):
        for path in WORKER.rglob("*.py"):
            names = {node.id for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Name)}
            self.assertNotIn("generate_audio", names, path)

    def test_a_wrong_call_is_a_problem(self):
        real = STANDIN.function(MODEL, "Model.batch_generate")
        self.assertIsNotNone(real)
        self.assertIn("no parameter seed", real.accepts(1, ["seed"]))
        self.assertIn("required texts", real.accepts(0, ["ref_text"]))
        self.assertIn("positional", Signature(("a",), {"a": None}, False, False).accepts(2, []))
        self.assertIsNone(real.accepts(1, ["ref_audio", "ref_text"]))

    def test_generate_swallows_what_it_does_not_know_and_so_nothing_unknown_is_passed(self):
        generate = STANDIN.function(MODEL, "Model.generate")
        self.assertTrue(generate.takes_any)
        for source in worker_sources(WORKER):
            for call in source.calls():
                if call.name == "Model.generate":
                    self.assertEqual([], [name for name in call.keywords if name not in generate.names])

    def test_the_stand_in_is_a_generator_where_the_real_one_is(self):
        self.assertTrue(STANDIN.function(MODEL, "Model.generate").is_generator)
        self.assertTrue(STANDIN.function(MODEL, "Model.batch_generate").is_generator)

    def test_an_unknown_expansion_is_refused(self):
        path = WORKER / "engine.py"
        source = Source(path)
        source.tree = ast.parse("def f(self, o):\n    self._model.generate('x', **o)\n")
        [call] = source.calls()
        self.assertEqual(["**o"], call.keywords)
