#!/usr/bin/env python3
"""Runs a worker and passes its lines on, until a state is reached in which it kills the worker, stops it, or changes what it says.

    fault_relay.py FAULT STATE TIMES FOLDER PROGRAM [ARGUMENT...]

FAULT   kill     the worker gets SIGKILL, and so does this process: the host sees its worker killed
        crash    the same with SIGSEGV
        hang     the worker gets SIGSTOP: it lives and says nothing more
        other    what a lie is about: proto (of hello), rate (of ready or done), samples, hash, file, words (of done)
STATE   start    before the worker says anything
        hello    the worker has said hello, and waits for init
        ready    it has loaded, and waits for work
        clip     a batch has begun, and its clips are in work
        between  a clip of a batch is answered, others are not
        done     for lies
TIMES   how often the fault strikes; counted in FOLDER, also over restarts
FOLDER  a file "strikes" there has a line for each strike, with the worker's process id
"""

import json
import os
import signal
import subprocess
import sys
import threading

FAULT, STATE, TIMES, FOLDER, *COMMAND = sys.argv[1:]
STRIKES = os.path.join(FOLDER, "strikes")
SIGNALS = {"kill": signal.SIGKILL, "crash": signal.SIGSEGV, "hang": signal.SIGSTOP}
outputs = {}


def strikes(worker):
    """Whether it is still wanted; the process may not live to remember."""
    try:
        with open(STRIKES, encoding="utf-8") as file:
            count = len(file.readlines())
    except FileNotFoundError:
        count = 0
    if count >= int(TIMES):
        return False
    with open(STRIKES, "a", encoding="utf-8") as file:
        file.write(f"{worker.pid}\n")
    return True


def strike(worker):
    if FAULT not in SIGNALS or not strikes(worker):
        return
    worker.send_signal(SIGNALS[FAULT])
    if FAULT == "hang":
        return
    while True:
        try:
            worker.wait(0.2)
            break
        except subprocess.TimeoutExpired:
            # .NET answers the first SIGSEGV that no instruction of its own caused by putting back the default; the next one ends it.
            worker.send_signal(SIGNALS[FAULT])
    os.kill(os.getpid(), SIGNALS[FAULT])


def pass_on_orders(worker):
    for line in sys.stdin.buffer:
        for item in json.loads(line).get("items", []):
            outputs[item["id"]] = item["out"]
        worker.stdin.write(line)
        worker.stdin.flush()
    worker.stdin.close()


def lie(message, worker):
    """What becomes of a line of the worker."""
    kind = message["t"]
    if FAULT == "proto" and kind == "hello" and strikes(worker):
        message["proto"] = 9
    elif FAULT == "rate" and kind == STATE and strikes(worker):
        message["sample_rate"] = 48000
    elif kind == "done" and FAULT in ("samples", "hash", "file", "words") and strikes(worker):
        if FAULT == "samples":
            message["samples"] += 2400
        elif FAULT == "hash":
            message["sha256"] = "0" * 64
        elif FAULT == "file":
            os.remove(outputs[message["id"]])
        else:
            message["words"] = message["words"][1:]
    return message


def main():
    worker = subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    if STATE == "start":
        strike(worker)
    threading.Thread(target=pass_on_orders, args=(worker,), daemon=True).start()
    for line in worker.stdout:
        message = json.loads(line)
        sys.stdout.buffer.write(json.dumps(lie(message, worker)).encode() + b"\n")
        sys.stdout.buffer.flush()
        state = {"hello": "hello", "ready": "ready", "started": "clip", "done": "between"}.get(message["t"])
        if state == STATE:
            strike(worker)
    sys.exit(worker.wait())


if __name__ == "__main__":
    main()
