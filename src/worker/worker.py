#!/usr/bin/env python3
"""The MLX worker of FlamingHorse.Narration.

Without arguments it speaks the worker protocol on stdin and stdout, one model in one process.
`--prepare` reads one JSON request on stdin and prints what the doctor found, one JSON object a line.
With a JSON array of segments it is the service that Flaming Horse calls:
    worker.py '[{"id":"seg1","text":"…"}]' MODEL_ID

This file stays a thin entry: the first thing it does is to keep stdout for answers, before anything can print to it.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from fh_worker import entry  # noqa: E402  (the folder of this file must be found first)

if __name__ == "__main__":
    entry.main(sys.argv[1:])
