"""A worker process with the stand-in in place of mlx and mlx-audio, and what a test needs around it."""

from __future__ import annotations

import array
import atexit
import functools
import json
import math
import os
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import wave
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
STANDIN = HERE / "standin"
ENTRY = HERE.parent / "worker.py"
MODEL = "mlx-community/Qwen3-TTS-12Hz-1.7B-Base-8bit"


@functools.cache
def _scratch() -> Path:
    """A folder for what all tests share."""
    folder = tempfile.mkdtemp(prefix="fh-worker-tests-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


@functools.cache
def _hub() -> Path:
    """A hub cache with the models of the three tiers, as `python-with-standin` makes one."""
    names = ("0.6B-Base-4bit", "1.7B-Base-8bit", "1.7B-Base-4bit")
    models = [f"mlx-community/Qwen3-TTS-12Hz-{name}" for name in names]
    subprocess.run([sys.executable, str(STANDIN / "make_model.py"), str(_scratch() / "hub"), *models], check=True)
    return _scratch() / "hub"


@functools.cache
def _tone(count: int, rate: int, channels: int, pitch: float, level: float) -> bytes:
    values = (round(level * 32767 * math.sin(2 * math.pi * pitch * n / rate)) for n in range(count))
    return array.array("h", [value for value in values for _ in range(channels)]).tobytes()


def write_wav(path: Path, seconds: float, *, rate: int = 24000, channels: int = 1, pitch: float = 130.0, level: float = 0.3) -> Path:
    """A tone; its level in full scale."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(_tone(round(seconds * rate), rate, channels, pitch, level))
    return path


def patience() -> float:
    """By how much a limit in seconds is stretched: a machine with other work to do gives a process its turn later."""
    return 1 + os.getloadavg()[0] / (os.cpu_count() or 1)


class Worker:
    """A started worker; lines that do not come in time fail the test instead of hanging it."""

    def __init__(self, command: list[str], environment: dict[str, str], **options: Any) -> None:
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, **options
        )
        self.raw: list[bytes] = []
        self.log = b""
        self._lines: queue.Queue[bytes | None] = queue.Queue()
        self._readers = [threading.Thread(target=reader, daemon=True) for reader in (self._read, self._read_log)]
        for reader in self._readers:
            reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.raw.append(line)
            self._lines.put(line)
        self._lines.put(None)

    def _read_log(self) -> None:
        assert self.process.stderr is not None
        while block := self.process.stderr.read1(65536):
            self.log += block

    def send(self, **message: Any) -> None:
        self.send_line(json.dumps(message).encode())

    def send_line(self, line: bytes) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(line + b"\n")
        self.process.stdin.flush()

    def receive(self, timeout: float = 50) -> dict[str, Any] | None:
        """The next message; None at the end of the stream."""
        line = self._lines.get(timeout=timeout)
        return None if line is None else json.loads(line)

    def until(self, *kinds: str, timeout: float = 50) -> dict[str, Any]:
        """Skips to the first message of one of these kinds."""
        while True:
            message = self.receive(timeout)
            assert message is not None, f"the worker ended before {kinds}:\n{self.log.decode(errors='replace')}"
            if message["t"] in kinds:
                return message

    def answers(self, count: int) -> dict[int, dict[str, Any]]:
        """The final answers of so many items, by id; an item that is answered twice fails."""
        answers: dict[int, dict[str, Any]] = {}
        while len(answers) < count:
            message = self.until("done", "error")
            assert message["id"] not in answers, message
            answers[message["id"]] = message
        return answers

    def rest(self) -> list[dict[str, Any]]:
        """Every message until the stream ends."""
        messages = []
        while (message := self.receive()) is not None:
            messages.append(message)
        return messages

    def wait(self, timeout: float = 30) -> int:
        return self.process.wait(timeout)

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for reader in self._readers:
            reader.join(5)
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            try:
                if stream is not None:
                    stream.close()
            except OSError:
                pass


class WorkerCase(unittest.TestCase):
    """A folder with an interpreter that finds the stand-in, a reference, and workers that are gone at the end."""

    def setUp(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="fh worker "))  # with a space, as user folders have
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.standin = STANDIN
        self.python = self.folder / "python"
        self.python.symlink_to(STANDIN / "python-with-standin")
        self.events_file = self.folder / "events"
        self.reference = write_wav(self.folder / "ref.wav", 6)
        self.settings: dict[str, Any] = {}
        self.control()

    def control(self, **settings: Any) -> None:
        """What the stand-in does from the next start on."""
        self.settings |= settings
        text = json.dumps({"log": str(self.events_file), **self.settings})
        (self.folder / "python.json").write_text(text, encoding="utf-8")

    def version(self, version: str) -> None:
        """From the next start on the stand-in is this version of mlx-audio."""
        self.standin = self.folder / f"standin-{version}"
        shutil.copytree(STANDIN, self.standin, ignore=shutil.ignore_patterns("__pycache__"))
        (self.standin / "mlx_audio" / "version.py").write_text(f'__version__ = "{version}"\n', encoding="utf-8")
        self.python.unlink()
        self.python.symlink_to(self.standin / "python-with-standin")

    def environment(self, **more: str) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "TMPDIR")}
        # Python's byte code, so that not every start compiles the worker anew; the sources' folders stay as they are.
        kept["PYTHONPYCACHEPREFIX"] = str(_scratch() / "bytecode")
        return kept | {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"} | more

    def start(self, *arguments: str, environment: dict[str, str] | None = None, **options: Any) -> Worker:
        hub = self.folder / "python.hub"
        if not hub.exists():
            shutil.copytree(_hub(), hub)
        worker = Worker([str(self.python), str(ENTRY), *arguments], environment or self.environment(), **options)
        self.addCleanup(worker.close)
        return worker

    def voice(self, name: str = "narrator", **more: Any) -> dict[str, Any]:
        return {"name": name, "ref_audio": str(self.reference), "ref_text": "A tone of six seconds that passes for a voice.", **more}

    def ready(self, *voices: dict[str, Any], model: str = MODEL, **init: Any) -> Worker:
        """A worker that has answered `ready`."""
        worker = self.start()
        worker.send(t="init", proto=1, model=model, voices=list(voices or [self.voice()]), **init)
        self.hello = worker.until("hello")
        message = worker.until("ready", "error")
        self.assertEqual("ready", message["t"], message)
        self.answer_to_init = message
        return worker

    def refused(self, *voices: dict[str, Any], model: str = MODEL, **init: Any) -> dict[str, Any]:
        """The error that a worker gives instead of `ready`, after which it ends."""
        worker = self.start()
        worker.send(t="init", proto=1, model=model, voices=list(voices or [self.voice()]), **init)
        message = worker.until("ready", "error")
        self.assertEqual("error", message["t"], message)
        self.assertNotIn("id", message)
        self.assertEqual(1, worker.wait())
        return message

    def item(self, number: int, text: str, max_frames: int = 400) -> dict[str, Any]:
        return {"id": number, "text": text, "max_frames": max_frames, "out": str(self.folder / f"{number}.wav")}

    def synth(self, worker: Worker, *texts: str, batch: int = 1, **more: Any) -> dict[int, dict[str, Any]]:
        """Sends one batch with ids from 0 and returns the final answers."""
        items = [text if isinstance(text, dict) else self.item(number, text) for number, text in enumerate(texts)]
        worker.send(t="synth", **{"batch": batch, "voice": "narrator", "language": "english", "seed": 7, "items": items} | more)
        return worker.answers(len(items))

    def events(self, kind: str) -> list[dict[str, Any]]:
        """What the stand-in recorded."""
        if not self.events_file.exists():
            return []
        rows = [json.loads(line) for line in self.events_file.read_text(encoding="utf-8").splitlines()]
        return [row for row in rows if row["event"] == kind]

    def assert_gone(self, pid: int, seconds: float = 2.0) -> None:
        """The process, and everything in the session that it led, ends in time."""
        limit = seconds * patience()
        deadline = time.monotonic() + limit
        while left := _session(pid):
            self.assertLess(time.monotonic(), deadline, f"still there after {limit:.1f} s: {left}")
            time.sleep(0.02)


def _session(pid: int) -> list[int]:
    """Living processes of the session that this process leads (Linux)."""
    left = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if (int(fields[3]) == pid or int(entry.name) == pid) and fields[0] != "Z":
                left.append(int(entry.name))
    return left
