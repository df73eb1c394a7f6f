#!/usr/bin/env python3
"""Has the natural voice's program say the twelve texts of the reference, and holds the length of each clip, to the sample, and the bytes'
own length against the reference's. The program may be another system's, run by an emulator:

    speak_reference.py REFERENCE.json PROGRAM [ARGUMENT...]

Ends with the line that a test program ends with.
"""

import json
import os
import subprocess
import sys
import tempfile
import time

HOP = 300  # samples of a frame
HEADER = 44


def messages(program):
    for line in program.stdout:
        yield json.loads(line)


def main():
    reference, *command = sys.argv[1:]
    with open(reference, encoding="utf-8") as file:
        items = json.load(file)["items"]
    environment = dict(os.environ, ORT_DISABLE_TELEMETRY="1")
    started = time.monotonic()
    failed = 0
    with tempfile.TemporaryDirectory(dir=".") as folder, subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8", env=environment
    ) as program:
        answers = messages(program)

        def tell(**message):
            program.stdin.write(json.dumps(message) + "\n")
            program.stdin.flush()

        assert next(answers)["t"] == "hello"
        tell(t="init", proto=1, model="heart")
        ready = next(answers)
        assert ready["t"] == "ready", ready
        print(f"ready after {time.monotonic() - started:.1f} s: {ready['engine']}")
        # Names relative to the folder in which the program runs mean the same to an emulated Windows.
        outputs = [os.path.join(os.path.relpath(folder), f"{number}.wav") for number in range(len(items))]
        tell(
            t="synth", batch=1, voice="narrator", language="english", seed=1,
            items=[dict(id=number, text=item["text"], out=outputs[number]) for number, item in enumerate(items)],
        )
        clips = {}
        while len(clips) < len(items):
            message = next(answers)
            if message["t"] in ("done", "error"):
                clips[message["id"]] = message
        tell(t="shutdown")
        for number, item in enumerate(items):
            clip, wanted = clips[number], item["frames"] * HOP
            written = os.path.getsize(outputs[number]) if os.path.exists(outputs[number]) else 0
            right = clip.get("samples") == wanted and written == HEADER + 2 * wanted and len(clip["words"]) > 0
            failed += not right
            print(f"{'ok    ' if right else 'FAILED'} {clip.get('samples')} samples, {wanted} wanted: {item['text']}"
                  + ("" if clip["t"] == "done" else f": {clip['message']}"))
    print(f"Total: {len(items)}, Errors: 0, Failed: {failed}, Skipped: 0")
    return 1 if failed or program.returncode else 0


if __name__ == "__main__":
    sys.exit(main())
