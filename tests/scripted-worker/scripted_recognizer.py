#!/usr/bin/env python3
"""A recognizer that speaks the real protocol, hears every take say its text, and misbehaves on request. Python 3.8 or later,
standard library only.

    scripted_recognizer.py --record FILE [switches]

What it records (one JSON object a line, appended, also across restarts)
    {"event":"start","pid":…}    {"event":"message","message":{…}}    {"event":"fault","fault":"exit"}

What it is
    --caps LIST             listen,batch,progress,cancel
    --hears LIST            english; empty: it does not say
    --words                 tells when each word is said, spread evenly over the take
    --similarity X
    --own X                 in ready, of each voice that init names with a reference
    --missing TEXT          without the cap listen, and why

What a fault strikes
    --match TEXT            only takes whose text holds TEXT
    --times N               only the first N takes, counted over restarts in --state FILE (needs --state)
    --state FILE

Faults
    --says TEXT             hears TEXT; {text} stands for the take's text, {but-last} for all but its last word
    --counted               with --says: adds a number that differs each time
    --other-voice X         has this similarity
    --deaf                  answers with an empty transcript
    --error CODE            answers an error
    --exit --hang --junk    ends, says nothing more, writes what is no message
    --outside --disorder --nan --other-id --double    lies
    --init-error TEXT       after init
"""

import argparse
import json
import os
import sys
import time
import wave


def switches():
    parser = argparse.ArgumentParser()
    add = parser.add_argument
    for name in ("record", "missing", "match", "state", "says", "error", "init-error"):
        add("--" + name)
    add("--caps", default="listen,batch,progress,cancel")
    add("--hears", default="english")
    add("--times", type=int)
    for name in ("similarity", "own", "other-voice"):
        add("--" + name, type=float)
    for name in ("words", "counted", "deaf", "exit", "hang", "junk", "outside", "disorder", "nan", "other-id", "double"):
        add("--" + name, action="store_true")
    return parser.parse_args()


options = switches()


def record(**entry):
    if options.record:
        with open(options.record, "a") as file:
            file.write(json.dumps(entry) + "\n")


def send(**message):
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def strikes(text):
    """Whether the faults strike this take."""
    if options.match and options.match not in text:
        return 0
    try:
        count = int(open(options.state).read()) if options.state else 0
    except FileNotFoundError:
        count = 0
    if options.times is not None and count >= options.times:
        return 0
    if options.state:
        with open(options.state, "w") as file:
            file.write(str(count + 1))
    return count + 1


def words(text, seconds):
    tokens = text.split()
    each = seconds / max(1, len(tokens))
    times = [{"i": i, "start": round(i * each, 3), "end": round((i + 0.9) * each, 3)} for i in range(len(tokens))]
    return times


def listen(item):
    text = item["text"]
    with wave.open(item["audio"]) as file:
        seconds = file.getnframes() / file.getframerate()
    answer = {
        "t": "heard", "id": item["id"], "transcript": text, "elapsed_ms": 1,
        "recognizer": {"name": "scripted", "models": ["model"], "revisions": ["0123456789abcdef"]},
    }
    if options.words:
        answer["words"] = words(text, seconds)
    if options.similarity is not None:
        answer["similarity"] = options.similarity
    count = strikes(text)
    if not count:
        return send(**answer)
    for fault in ("exit", "hang", "junk", "outside", "disorder", "nan", "other_id", "double", "deaf"):
        if getattr(options, fault):
            record(event="fault", fault=fault)
    if options.exit:
        os._exit(3)
    if options.hang:
        time.sleep(3600)
    if options.junk:
        sys.stdout.write("\x1b[31mno message\n")
        return sys.stdout.flush()
    if options.error:
        return send(t="error", id=item["id"], code=options.error, retryable=False, message="told to")
    if options.says is not None:
        said = options.says.replace("{text}", text).replace("{but-last}", " ".join(text.split()[:-1]))
        answer["transcript"] = said + (" " + "x" * count if options.counted else "")
    if options.other_voice is not None:
        answer["similarity"] = options.other_voice
    if options.deaf:
        answer["transcript"] = ""
    if options.outside:
        answer["words"] = [{"i": 0, "start": 0, "end": seconds + 5}]
    if options.disorder:
        answer["words"] = [{"i": 1, "start": 0, "end": 0.1}, {"i": 0, "start": 0.1, "end": 0.2}]
    if options.nan:
        return sys.stdout.write(json.dumps({**answer, "similarity": float("nan")}) + "\n") and sys.stdout.flush()
    if options.other_id:
        answer["id"] = 987654
    send(**answer)
    if options.double:
        send(**answer)


def main():
    record(event="start", pid=os.getpid())
    caps = [cap for cap in options.caps.split(",") if cap and not (options.missing and cap == "listen")]
    missing = [{"cap": "listen", "code": "FHN2060", "message": options.missing}] if options.missing else []
    send(t="hello", proto=1, worker="scripted-recognizer", version="1", caps=caps, missing=missing)
    for line in sys.stdin:
        message = json.loads(line)
        record(event="message", message=message)
        if message["t"] == "init":
            if options.init_error:
                send(t="error", code="no_model", retryable=False, message=options.init_error)
                sys.exit(1)
            own = {} if options.own is None else {voice["name"]: {"own": options.own} for voice in message.get("voices") or []}
            hears = [name for name in options.hears.split(",") if name]
            send(t="ready", engine={"scripted": "1"}, load_ms=0, hears=hears, likeness=own)
        elif message["t"] == "listen":
            send(t="started", batch=message["batch"])
            for item in message["items"]:
                listen(item)
        elif message["t"] == "shutdown":
            return


main()
