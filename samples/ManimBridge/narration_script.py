"""Narration of the lesson on standing waves. Manim's scenes and the .NET project read the same dictionary."""

SCRIPT = {
    # Scene 1: what a wave is
    "scene_01_intro": "Pluck a string, and a wave runs along it.",
    "scene_01_ends": (
        "At the ends, where the string is held, "
        "the wave comes back upside down."
    ),

    # Scene 2: why it stands
    "scene_02_sum": """The wave that runs out
and the wave that comes back add up.""",
    "scene_02_nodes": "Some points never move. They are called <bookmark mark='nodes'/>nodes.",
    "scene_03_outro": 'That is a "standing wave": it swings, and goes nowhere.',
}
