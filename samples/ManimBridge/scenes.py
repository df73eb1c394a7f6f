"""Manim scenes, as they were before: nothing in them knows of .NET. `manim -qh scenes.py Nodes` renders one."""

import json
import math
import re
from pathlib import Path

from manim import BLUE, PI, RIGHT, UP, Create, Dot, FunctionGraph, Scene

from narration_script import SCRIPT

VOICEOVERS = Path(__file__).parent / "media" / "voiceovers" / "qwen"


def voiceover(text):
    """The MP3 of a text and its length, looked up in the index by its words, as Flaming Horse does; a bookmark is no word."""
    wanted = " ".join(re.sub(r"<bookmark\b[^>]*/>", "", text).split())
    for entry in json.loads((VOICEOVERS / "cache.json").read_text(encoding="utf-8")):
        if " ".join(entry.get("text", "").split()) == wanted:
            return VOICEOVERS / entry["audio_file"], entry["duration_seconds"]
    raise KeyError(f"no voice-over says: {wanted}")


class Sum(Scene):
    def construct(self):
        audio, seconds = voiceover(SCRIPT["scene_02_sum"])
        self.add_sound(str(audio))
        self.play(Create(FunctionGraph(lambda x: math.sin(x), color=BLUE)), run_time=seconds)


class Nodes(Scene):
    def construct(self):
        audio, seconds = voiceover(SCRIPT["scene_02_nodes"])
        self.add_sound(str(audio))
        self.play(*[Create(Dot(RIGHT * n * PI)) for n in range(-2, 3)], run_time=seconds)


class Outro(Scene):
    def construct(self):
        audio, seconds = voiceover(SCRIPT["scene_03_outro"])
        self.add_sound(str(audio))
        self.play(*[Create(Dot(UP * math.sin(n * PI / 2))) for n in range(5)], run_time=seconds)
