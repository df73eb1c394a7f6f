#!/usr/bin/env python3
"""Has the natural voice's program say ten texts, half of them with a fault, and listen to them; every take must get the verdict that it
deserves, so that two systems that pass agree. Transcripts may differ ("0" here, "zero" there). The program may be another system's:

    hear_clips.py MODEL PROGRAM [ARGUMENT...]

Ends with the line that a test program ends with.
"""

import json
import os
import subprocess
import sys
import tempfile

# Text, and what is said in its place where that is something else.
TAKES = [
    ("A matrix turns one vector into another by a fixed recipe.", None),
    ("The slope of a line tells how steeply it rises or falls.", None),
    ("Where the derivative is zero, the curve may have a peak.", None),
    ("Sound travels through air at about three hundred metres each second.", None),
    ("The period of a pendulum depends on its length.", None),
    ("A prime number has exactly two divisors.", "A prime number has exactly two."),
    ("The image in a mirror seems to stand behind the glass.", "The image in a seems to stand behind the glass."),
    ("Heat flows from the warm body to the cold one.", "Heat flows from the warm kangaroo to the cold one."),
    ("Half of the measured values lie below the median.", "Blood carries oxygen from the lungs to every muscle."),
    ("A queue serves whoever has waited the longest.", "A queue serves whoever has waited."),
]
UNSOUNDED = "ˈˌːʰʲ"


def sounds(phonemes):
    alike = {"T": "t", "ɾ": "t", "ᵊ": "ə", "ᵻ": "ɪ"}
    return [alike.get(c, c) for c in phonemes if c.isalpha() and c not in UNSOUNDED]


def distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (x != y))
    return row[-1]


def has_fault(heard, text):
    """As the gate judges: three sounds, or two where words are only lost or added, or at the end."""
    for run in heard["phones"]:
        said, other = sounds(run["a"]), sounds(run["b"])
        is_at_worst = not said or not other or run["text"][1] == len(text.split())
        if distance(said, other) > (1 if is_at_worst else 2):
            return True
    return False


def main():
    model, *command = sys.argv[1:]
    environment = dict(os.environ, ORT_DISABLE_TELEMETRY="1", GGML_NO_BACKTRACE="1")
    failed = 0
    with tempfile.TemporaryDirectory(dir=".") as folder, subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8", env=environment
    ) as program:
        def tell(**message):
            program.stdin.write(json.dumps(message) + "\n")
            program.stdin.flush()

        def read(*kinds):
            for line in program.stdout:
                message = json.loads(line)
                if message["t"] in kinds:
                    return message
                assert message["t"] != "error", message
            raise SystemExit("the program ended early")

        hello = read("hello")
        assert "listen" in hello["caps"], hello
        tell(t="init", proto=1, model="heart", recognizer=dict(model=os.path.relpath(model)))
        print(f"ready: {read('ready')['engine']}")
        outputs = [os.path.join(os.path.relpath(folder), f"{number}.wav") for number in range(len(TAKES))]
        tell(
            t="synth", batch=1, language="english", seed=1,
            items=[dict(id=n, text=said or text, out=outputs[n]) for n, (text, said) in enumerate(TAKES)],
        )
        for _ in TAKES:
            read("done")
        tell(t="listen", batch=2, language="english", items=[dict(id=n, text=text, audio=outputs[n]) for n, (text, _) in enumerate(TAKES)])
        answers = [read("heard", "error") for _ in TAKES]
        tell(t="shutdown")
        for heard in sorted(answers, key=lambda answer: answer["id"]):
            text, said = TAKES[heard["id"]]
            is_right = heard["t"] == "heard" and has_fault(heard, text) == (said is not None)
            failed += not is_right
            print(f"{'ok    ' if is_right else 'FAILED'} {'fault' if said else 'good '} {text} | {heard.get('transcript', heard)}")
    print(f"Total: {len(TAKES)}, Errors: 0, Failed: {failed}, Skipped: 0")
    return 1 if failed or program.returncode else 0


if __name__ == "__main__":
    sys.exit(main())
