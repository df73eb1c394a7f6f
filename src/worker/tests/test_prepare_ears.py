"""PrepareNarration's rows about the models that listen: found or named as missing, loaded, and tried on the reference."""

from __future__ import annotations

import json
import subprocess
import sys
import unittest
from typing import Any

from support import ENTRY, MODEL, STANDIN, WorkerCase

sys.path[:0] = [str(ENTRY.parent), str(STANDIN)]
from make_model import RECOGNIZERS, make_hub, make_recognizer  # noqa: E402

TRANSCRIPT = "Six seconds of a tone that passes for a voice in the tests."


class PrepareEarsTests(WorkerCase):
    def setUp(self) -> None:
        super().setUp()
        self.hub = self.folder / "hub"
        make_hub(self.hub, MODEL)

    def environment(self, **more: str) -> dict[str, str]:
        return super().environment(HF_HUB_CACHE=str(self.hub), **more)

    def rows(self, recognizer: dict[str, Any] | None, code: int = 0) -> dict[str, dict[str, Any]]:
        request = {"model": MODEL, "language": "English", "voices": [self.voice(ref_text=TRANSCRIPT)], "skip_trial": True}
        if recognizer is not None:
            request["recognizer"] = recognizer
        done = subprocess.run(
            [str(self.python), str(ENTRY), "--prepare"],
            input=json.dumps(request), capture_output=True, text=True, env=self.environment(), timeout=60,
        )  # fmt: skip
        self.assertEqual(code, done.returncode, done.stdout + done.stderr)
        checks = [json.loads(line) for line in done.stdout.splitlines()]
        return {line["name"]: line for line in checks if line["t"] == "check" and line["code"] in ("FHN2060", "FHN2062")}

    def test_recognizers_that_nobody_asked_for_are_not_mentioned(self) -> None:
        self.assertEqual({}, self.rows(None))

    def test_installed_models_are_loaded_and_transcribe_the_reference(self) -> None:
        for name in RECOGNIZERS:
            make_recognizer(self.hub, name)

        rows = self.rows({})

        self.assertEqual(["recognizer's model", "aligner's model", "recognizer"], list(rows))
        self.assertTrue(all(row["ok"] for row in rows.values()), rows)
        self.assertIn("heard in", rows["recognizer"]["detail"])
        self.assertIn("likeness of the reference to itself", rows["recognizer"]["detail"])

    def test_a_missing_model_is_reported_with_the_setting_that_names_it(self) -> None:
        make_recognizer(self.hub, RECOGNIZERS[0])

        rows = self.rows({}, code=1)

        self.assertTrue(rows["recognizer's model"]["ok"])
        missing = rows["aligner's model"]
        self.assertEqual((False, "FHN2062"), (missing["ok"], missing["code"]))
        self.assertIn(RECOGNIZERS[1], missing["detail"])
        self.assertTrue(missing["cure"])
        self.assertIn("its models are not here", rows["recognizer"]["detail"])

    def test_a_model_is_looked_for_under_the_name_that_was_set(self) -> None:
        for name in RECOGNIZERS[1:]:
            make_recognizer(self.hub, name)

        rows = self.rows({"model": "somebody/Ears"}, code=1)

        self.assertIn("somebody/Ears", rows["recognizer's model"]["detail"])
        self.assertTrue(rows["aligner's model"]["ok"])


if __name__ == "__main__":
    unittest.main()
