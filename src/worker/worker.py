#!/usr/bin/env python3
"""The MLX worker of FlamingHorse.Narration.

Without arguments it speaks the worker protocol on stdin and stdout, one model in one process.
`--prepare` reads one JSON request on stdin and prints what the doctor found, one JSON object a line.
With a JSON array of segments it is the service that Flaming Horse calls:
    worker.py '[{"id":"seg1","text":"…"}]' MODEL_ID

This file stays a thin entry: the first thing it does is to keep stdout for answers, before anything can print to it.
"""

import sys

if sys.version_info < (3, 10):  # said in the protocol's words, by means that any Python 3 has
    print(
        '{"t":"error","code":"too_old","retryable":false,"finding":"FHN2041",'
        '"message":"Python %d.%d is too old for the worker; 3.10 is the least.",'
        '"cure":"Run `dotnet build -t:SetupNarration`, or set NarrationPython."}' % sys.version_info[:2]
    )
    sys.exit(1)

from pathlib import Path  # noqa: E402  (an interpreter that is too old may have none)

sys.path.insert(0, str(Path(__file__).resolve().parent))

from fh_worker import entry  # noqa: E402  (the folder of this file must be found first)

if __name__ == "__main__":
    entry.main(sys.argv[1:])
