#!/usr/bin/env python3
"""A worker that speaks the real protocol, says something that sounds enough like speech to pass the quality gate, and
misbehaves on request. Python 3.8 or later, standard library only.

Every clip has other bytes and another length at every call, so that nothing can look cached that isn't.

    NarrationBackend=worker NarrationWorkerCommand="python3 …/scripted_worker.py --record /tmp/requests.jsonl [switches]"

Workers get a filtered environment, so switches come as arguments, or from a JSON file (`--control FILE`) that is read again before
every batch: {"hang_after": 3, "match": "pi"} sets --hang-after 3 --match pi. A file that is not there sets nothing.

What it records (--record FILE, one JSON object a line, appended, also across restarts)
    {"event":"start","pid":…,"argv":[…],"env":[names],"time":…}      each process
    {"event":"message","pid":…,"time":…,"message":{…}}                  each message of the host, as it was sent
    {"event":"batch","pid":…,"time":…,"batch":…,"texts":[…],"seed":…}   each batch when its work begins
    {"event":"idle","pid":…,"ms":…}                                     how long it had nothing to do before that batch
    {"event":"fault","pid":…,"fault":"exit"}                            each fault when it strikes

What it is
    --name NAME           in hello (scripted)
    --caps LIST           batch,seed,progress,cancel; comma-separated, empty for none; with words it tells when it says each word
    --unread TEXT         with words: says that it has no reading for it, and leaves out the tokens that hold it
    --max-batch N         in ready (8)
    --sample-rate HZ      24000
    --proto N             1
    --load-ms MS          between init and ready: the slow start (0)
    --frame-ms MS         for each frame of 80 ms of the batch's longest item (0)
    --clips FILE          says prepared clips: JSON of texts, each with the WAV files (16 bit, mono) of its first attempt, its second, …;
                          the last of them again after that. Their rate must be --sample-rate
    --seconds-per-char S  how fast it speaks (0.065), with about 5 % of chance
    --start-delay-ms MS   before hello (0)

Which items a fault strikes
    --match TEXT          only items whose text holds TEXT; the fault strikes when any item of a batch does
    --times N             only the first N times, counted over restarts in --state FILE (needs --state)
    --state FILE

Faults of the process, struck in the middle of a batch (after `started` and half of its time)
    --exit-during [CODE]  exits (3)
    --exit-after N        exits with code 3 after N answered items of this process
    --kill-during SIGNAL  kills itself with that signal: ABRT, KILL, SEGV, TERM
    --hang-during         says nothing more, with its IO thread alive
    --hang-after N        the same after N answered items of this process
    --junk-during         writes junk to the protocol stream
    --junk-at-start       instead of hello
    --long-line           writes a line of more than 1 MiB
    --oom KIND            error (answers `oom`, then exits 12), abort, kill, stderr (says OutOfMemory, exits 1)
    --oom-above N         only for batches of more than N items (0: always)
    --ignore-term         a polite signal is ignored
    --print               prints to standard output (which lands on standard error) at every batch

Faults of clips
    --runaway             does not end: runs to its cap, finish is "length"
    --absent              leaves the item out: error no_audio
    --silence             nothing but zeros
    --clip                runs of full-scale samples
    --short               stops after a fifth of its length
    --long                takes more than twice its length, and says "eos"
    --pause               2.5 s of silence inside
    --words-disorder      the words are not in the order of the text
    --words-missing       a word has no time
    --words-outside       the last word ends after the clip
    --speech-outside      the bounds of speech are not in the clip
    --bad-hash, --bad-samples, --bad-format, --no-file, --symlink, --folder    the file is not what was announced
    --error CODE[:TEXT]   answers this error; --retryable makes it so
    --double              answers an item twice

Faults before ready
    --init-error CODE[:TEXT[:FINDING]]    an error without an id, then the end
    --die-at-start TEXT                   writes TEXT to standard error and exits 1
    --never-ready
"""

import argparse
import array
import hashlib
import json
import math
import os
import queue
import random
import signal
import struct
import sys
import threading
import time
import wave

FRAME = 0.08


def switches():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    for name in ("record", "control", "state", "clips", "match", "unread", "kill-during", "oom", "error", "init-error", "die-at-start"):
        add("--" + name)
    add("--name", default="scripted")
    add("--caps", default="batch,seed,progress,cancel")
    for name, value in (
        ("max-batch", 8), ("sample-rate", 24000), ("proto", 1),
        ("times", None), ("exit-after", None), ("hang-after", None), ("oom-above", 0),
    ):
        add("--" + name, type=int, default=value)
    for name, value in (("load-ms", 0), ("frame-ms", 0), ("start-delay-ms", 0), ("seconds-per-char", 0.065)):
        add("--" + name, type=float, default=value)
    add("--exit-during", type=int, nargs="?", const=3)
    for name in (
        "hang-during", "junk-during", "junk-at-start", "long-line", "ignore-term", "print", "runaway", "absent", "silence",
        "clip", "short", "long", "pause", "words-disorder", "words-missing", "words-outside", "speech-outside",
        "bad-hash", "bad-samples", "bad-format", "no-file", "symlink", "folder", "double", "retryable", "never-ready",
    ):
        add("--" + name, action="store_true")
    return parser.parse_args()


class Worker:
    def __init__(self, options):
        self.base = options
        self.o = options
        self.out = os.dup(1)
        os.dup2(2, 1)  # whatever prints, prints to the log
        self.inbox = queue.Queue()
        self.cancelled = 0
        self.arrived = 0
        self.answered = 0
        self.idle_since = None
        self.clips = json.load(open(options.clips)) if options.clips else {}
        self.attempts = {}
        rate = options.sample_rate
        # A voice of a kind: a buzz whose loudness goes up and down four times a second.
        self.template = array.array(
            "h",
            (
                int(
                    9000 * (0.25 + 0.75 * math.sin(math.pi * 4 * t / rate) ** 2)
                    * (math.sin(2 * math.pi * 140 * t / rate) + 0.5 * math.sin(2 * math.pi * 700 * t / rate)) / 1.5
                )
                for t in range(rate)
            ),
        )

    # --- the wire

    def send(self, **message):
        self.write((json.dumps(message) + "\n").encode())

    def write(self, data):
        while data:
            data = data[os.write(self.out, data):]

    def record(self, **entry):
        if self.base.record:
            entry = {"event": entry.pop("event"), "pid": os.getpid(), "time": time.time(), **entry}
            descriptor = os.open(self.base.record, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
            os.write(descriptor, (json.dumps(entry) + "\n").encode())
            os.close(descriptor)

    def read(self):
        with os.fdopen(os.dup(0), "rb") as lines:
            for line in lines:
                message = json.loads(line)
                self.arrived += 1
                self.record(event="message", message=message)
                if message.get("t") == "cancel":
                    self.cancelled = self.arrived
                self.inbox.put((self.arrived, message))
        os._exit(0)

    # --- the protocol

    def run(self):
        o = self.o
        self.record(event="start", argv=sys.argv[1:], env=sorted(os.environ))
        if o.ignore_term:
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
        time.sleep(o.start_delay_ms / 1000)
        if o.die_at_start:
            print(o.die_at_start, file=sys.stderr, flush=True)
            os._exit(1)
        if o.junk_at_start and self.strikes("junk"):
            self.write(b"Fetching 7 files: \x1b[31m 100%\x07\n")
        caps = [cap for cap in o.caps.split(",") if cap]
        self.send(t="hello", proto=o.proto, worker=o.name, version="1.0", caps=caps, future_field={"a": 1})
        threading.Thread(target=self.read, daemon=True).start()
        while True:
            number, message = self.inbox.get()
            self.control()
            kind = message.get("t")
            if kind == "init":
                self.init(message)
            elif kind == "synth":
                self.synth(number, message)
            elif kind == "shutdown":
                os._exit(0)

    def init(self, message):
        o = self.o
        time.sleep(o.load_ms / 1000)
        if o.init_error:
            code, text, finding = (o.init_error.split(":", 2) + ["", ""])[:3]
            self.send(t="error", code=code, retryable=False, message=text or code, finding=finding)
            os._exit(1)
        if o.never_ready:
            self.hang("never-ready")
        self.send(
            t="ready", engine={"scripted": "1.0", "device": "none", "model": message["model"]},
            sample_rate=o.sample_rate, load_ms=int(o.load_ms), max_batch=o.max_batch,
        )
        self.idle_since = time.perf_counter()

    def control(self):
        values = vars(self.base).copy()
        if self.base.control and os.path.exists(self.base.control):
            with open(self.base.control, encoding="utf-8") as file:
                values.update({name.replace("-", "_"): value for name, value in json.load(file).items()})
        self.o = argparse.Namespace(**values)

    def synth(self, number, message):
        o = self.o
        items = message["items"]
        if number < self.cancelled:
            for item in items:
                self.send(t="error", id=item["id"], code="cancelled", retryable=True, message="cancelled")
            return
        texts = [item["text"] for item in items]
        struck = o.match is None or any(o.match in text for text in texts)
        if self.idle_since is not None:
            self.record(event="idle", ms=(time.perf_counter() - self.idle_since) * 1000)
        self.record(event="batch", batch=message["batch"], texts=texts, seed=message.get("seed"), voice=message.get("voice"))
        self.send(t="started", batch=message["batch"])
        if o.print:
            print("Loading weights: 100%|██████████|")
            os.system("echo a grandchild prints too")
        started = time.perf_counter()
        clips = [(item, *self.clip(item, o)) for item in items]
        longest = max((frames for _, frames, _, _ in clips), default=0)
        self.work(message["batch"], longest, 0, longest // 2, started, number)
        if struck:
            self.process_faults(items)
        self.work(message["batch"], longest, longest // 2, longest, started, number)
        elapsed = int((time.perf_counter() - started) * 1000)
        for item, frames, samples, finish in clips:
            if number < self.cancelled:
                self.send(t="error", id=item["id"], code="cancelled", retryable=True, message="cancelled")
            else:
                self.answer(item, frames, samples, finish, elapsed // len(clips))
                self.answered += 1
            if o.exit_after is not None and self.answered >= o.exit_after and self.strikes("exit"):
                os._exit(3)
            if o.hang_after is not None and self.answered >= o.hang_after and self.strikes("hang"):
                self.hang("hang-after")
        self.idle_since = time.perf_counter()

    def work(self, batch, longest, first, last, started, number):
        """Takes the time that the frames take, with a sign of life twice a second."""
        told = time.perf_counter()
        for frame in range(first, last):
            due = started + (frame + 1) * self.o.frame_ms / 1000
            while (left := due - time.perf_counter()) > 0:
                time.sleep(min(left, 0.05))
                if number < self.cancelled:
                    return
            if time.perf_counter() - told >= 0.5 and "progress" in self.o.caps:
                told = time.perf_counter()
                self.send(t="progress", batch=batch, frames=frame + 1)

    # --- faults

    def strikes(self, fault):
        """Whether this fault is still wanted; counted on disk, since the process may not live to remember."""
        if self.o.times is not None:
            path = self.base.state
            count = int(open(path).read() or 0) if os.path.exists(path) else 0
            if count >= self.o.times:
                return False
            with open(path, "w") as file:
                file.write(str(count + 1))
        self.record(event="fault", fault=fault)
        return True

    def hang(self, fault):
        self.record(event="fault", fault=fault)
        while True:
            time.sleep(3600)

    def process_faults(self, items):
        o = self.o
        if o.exit_during is not None and o.exit_during is not False and self.strikes("exit"):
            os._exit(int(o.exit_during))
        if o.kill_during and self.strikes("kill"):
            os.kill(os.getpid(), getattr(signal, "SIG" + o.kill_during))
            time.sleep(10)
        if o.hang_during and self.strikes("hang"):
            self.hang("hang-during")
        if o.junk_during and self.strikes("junk"):
            self.write(b"Fetching 7 files: \x1b[31m 100%\x07\n")
        if o.long_line and self.strikes("long-line"):
            self.write(b'{"t":"x","a":"' + b"x" * (1 << 20) + b'"}\n')
        if o.oom and len(items) > o.oom_above and self.strikes("oom"):
            if o.oom == "error":
                for item in items:
                    self.send(t="error", id=item["id"], code="oom", retryable=True, message="out of memory")
                os._exit(12)
            if o.oom == "stderr":
                print("libc++abi: [METAL] Command buffer execution failed: Insufficient Memory (OutOfMemory)", file=sys.stderr, flush=True)
                os._exit(1)
            os.kill(os.getpid(), signal.SIGABRT if o.oom == "abort" else signal.SIGKILL)
            time.sleep(10)

    # --- clips

    def clip(self, item, o):
        """Frames, samples and finish of one item."""
        text, rate = item["text"], o.sample_rate
        if text in self.clips:
            return self.prepared(text)
        struck = o.match is None or o.match in text
        seconds = (0.3 + len(text) * o.seconds_per_char) * random.uniform(0.95, 1.05)
        cap = item.get("max_frames", 100000)
        finish = "eos"
        wanted = lambda fault: struck and getattr(o, fault) and self.strikes(fault)  # noqa: E731
        if wanted("runaway"):
            seconds, finish = cap * FRAME, "length"
        elif wanted("short"):
            seconds /= 5
            seconds = min(seconds, 0.4)
        elif wanted("long"):
            seconds = seconds * 2.2 + 2
        frames = max(1, min(cap, round(seconds / FRAME)))
        total = frames * int(rate * FRAME)
        samples = array.array("h")
        offset = random.randrange(rate)
        while len(samples) < total:
            samples.extend(self.template[offset:])
            offset = 0
        del samples[total:]
        for i in range(min(total, 200)):
            samples[i] = random.randint(-4000, 4000)
        # As a voice ends: at least a tenth of a second behind the last sound.
        end = min(total // 4, rate // 10) + random.randrange(min(total // 4, 1900)) if finish == "eos" else 0
        for i in range(total - end, total):
            samples[i] = 0
        if wanted("silence"):
            samples = array.array("h", bytes(2 * total))
        if wanted("clip"):
            for i in range(total // 2, min(total, total // 2 + 50)):
                samples[i] = 32767
        if wanted("pause"):
            middle = total // 2
            samples = samples[:middle] + array.array("h", bytes(2 * int(2.5 * rate))) + samples[middle:]
            frames = math.ceil(len(samples) / (rate * FRAME))
        return frames, samples, finish

    def prepared(self, text):
        attempt = self.attempts[text] = self.attempts.get(text, 0) + 1
        with wave.open(self.clips[text][min(attempt, len(self.clips[text])) - 1]) as file:
            samples = array.array("h", file.readframes(file.getnframes()))
        return math.ceil(len(samples) / (self.o.sample_rate * FRAME)), samples, "eos"

    def answer(self, item, frames, samples, finish, elapsed):
        o = self.o
        wanted = lambda fault: getattr(o, fault) and (o.match is None or o.match in item["text"]) and self.strikes(fault)  # noqa: E731
        if wanted("absent"):
            self.send(t="error", id=item["id"], code="no_audio", retryable=True, message="The model left this text out.")
            return
        if o.error and wanted("error"):
            code, text = (o.error.split(":", 1) + [""])[:2]
            self.send(t="error", id=item["id"], code=code, retryable=o.retryable, message=text or code)
            return
        data = samples.tobytes() if sys.byteorder == "little" else samples.byteswap().tobytes()
        channels = 2 if wanted("bad_format") else 1
        header = struct.pack(
            "<4sI4s4sIHHIIHH4sI", b"RIFF", 36 + len(data), b"WAVE", b"fmt ", 16, 1, channels,
            o.sample_rate, o.sample_rate * 2 * channels, 2 * channels, 16, b"data", len(data),
        )
        path = item["out"]
        if wanted("symlink"):
            with open(path + ".real", "wb") as file:
                file.write(header + data)
            os.symlink(path + ".real", path)
        elif wanted("folder"):
            os.makedirs(os.path.join(path, "clips"))
        elif not wanted("no_file"):
            with open(path + ".part", "wb") as file:
                file.write(header + data)
            os.replace(path + ".part", path)
        digest = hashlib.sha256(header + data).hexdigest()
        if wanted("bad_hash"):
            digest = "0" * 64
        message = dict(
            t="done", id=item["id"], frames=frames, samples=len(samples) + (1 if wanted("bad_samples") else 0), sample_rate=o.sample_rate,
            sha256=digest, finish=finish, elapsed_ms=elapsed, peak_gib=1.5,
        )
        if "words" in o.caps:
            message.update(self.words(item["text"], len(samples), wanted))
        self.send(**message)
        if wanted("double"):
            self.send(**message)

    def words(self, text, total, wanted):
        """Speech from a fifth of a second to a fifth before the end, shared out evenly over the tokens."""
        o = self.o
        tokens = text.split()
        first, last = o.sample_rate // 5, total - o.sample_rate // 5
        step = (last - first) / len(tokens) / o.sample_rate
        said = [i for i, token in enumerate(tokens) if o.unread is None or o.unread not in token]
        words = [dict(i=i, start=first / o.sample_rate + i * step, end=first / o.sample_rate + (i + 0.9) * step) for i in said]
        if wanted("words_disorder"):
            words.reverse()
        if wanted("words_missing"):
            del words[0]
        if wanted("words_outside"):
            words[-1]["end"] = total / o.sample_rate + 1
        unread = [dict(i=i, text=o.unread) for i in range(len(tokens)) if i not in said]
        return dict(words=words, speech=[first, total + 1 if wanted("speech_outside") else last], unread=unread)


if __name__ == "__main__":
    Worker(switches()).run()
