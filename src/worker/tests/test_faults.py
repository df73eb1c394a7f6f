"""Deaths, hangs and junk: what the host is told and what is left behind."""

import os
import random
import signal
import subprocess
import sys
import time

from support import ENTRY, MODEL, WorkerCase, patience

LONG = "A sentence that is long enough for something to happen to it while it is being spoken."


class FaultTests(WorkerCase):
    def test_prints_of_python_and_of_c_land_in_the_log(self):
        self.control(print={"on": "noisy", "times": 3})
        worker = self.ready()
        self.assertEqual("done", self.synth(worker, "A noisy library.")[0]["t"])
        worker.process.stdin.close()
        worker.wait()
        worker.close()
        self.assertIn(b"junk from a library on stdout", worker.log)
        self.assertIn(b"junk on descriptor 1", worker.log)
        self.assertTrue(all(line.startswith(b'{"t":') for line in worker.raw))

    def test_a_grandchild_prints_into_the_log_too(self):
        code = "import sys; sys.path.insert(0, sys.argv[1]); from fh_worker import stdio; import os, subprocess; fd = stdio.claim_stdout();"
        code += "subprocess.run(['sh', '-c', 'echo from a grandchild']); os.write(fd, b'answer\\n'); stdio.leave(0)"
        done = subprocess.run([sys.executable, "-c", code, str(ENTRY.parent)], capture_output=True)
        self.assertEqual((b"answer\n", b"from a grandchild\n"), (done.stdout, done.stderr))

    def test_out_of_memory_is_reported_for_each_item_and_the_worker_exits(self):
        self.control(oom={"on": "", "above_batch": 2})
        worker = self.ready()
        answers = self.synth(worker, "One.", "Two.", "Three.")
        self.assertEqual({("oom", True)}, {(answer["code"], answer["retryable"]) for answer in answers.values()})
        self.assertEqual(12, worker.wait())

    def test_small_batches_that_fit_are_completed(self):
        self.control(oom={"on": "", "above_batch": 2})
        self.assertEqual({"done"}, {answer["t"] for answer in self.synth(self.ready(), "One.", "Two.").values()})

    def test_the_memory_limit_is_set_and_applies_during_a_generation(self):
        self.control(bytes_in_use=9 << 30)
        worker = self.ready(memory_limit_gib=8)
        self.assertEqual([8 << 30], [event["bytes"] for event in self.events("memory_limit")])
        self.assertEqual([2 << 30], [event["bytes"] for event in self.events("cache_limit")])
        answer = self.synth(worker, "Too much.")[0]
        self.assertEqual("oom", answer["code"])
        self.assertIn("NarrationMemoryLimit", answer["message"])

    def test_a_mac_with_less_memory_than_the_limit_gets_a_lower_limit(self):
        self.control(bytes_in_use=6 << 30, working_set=int(5.33 * (1 << 30)))
        worker = self.ready(memory_limit_gib=15)
        self.assertEqual([int(5.33 * (1 << 30))], [event["bytes"] for event in self.events("memory_limit")])
        answer = self.synth(worker, "Too much for 8 GB.")[0]
        self.assertEqual(("oom", True), (answer["code"], answer["retryable"]))
        self.assertIn("6.00 GiB in use, over 5.33 GiB, the working set that Metal recommends", answer["message"])

    def test_answers_sent_before_an_abort_or_a_kill_are_kept(self):
        for kind, code in (("abort", -signal.SIGABRT), ("kill", -signal.SIGKILL), ("segv", -signal.SIGSEGV), ("exit", 70)):
            self.control(crash={"on": "deadly", "kind": kind, "after_frames": 2})
            worker = self.ready()
            self.synth(worker, "Harmless.")
            worker.send(t="synth", batch=2, voice="narrator", language="english", items=[self.item(5, "A deadly text.")])
            self.assertEqual(code, worker.wait(), kind)
            self.assertEqual(["started"], [message["t"] for message in worker.rest() if message["t"] != "progress"])
            self.assertFalse((self.folder / "5.wav").exists())

    def test_an_abort_from_running_out_of_memory_is_explained_on_stderr(self):
        self.control(oom={"on": "", "kind": "abort"})
        worker = self.ready()
        worker.send(t="synth", batch=1, voice="narrator", language="english", items=[self.item(0, LONG)])
        worker.rest()
        self.assertEqual(-signal.SIGABRT, worker.wait())
        worker.close()
        self.assertIn(b"OutOfMemory", worker.log)

    def test_shutdown_ends_with_code_0_after_what_was_sent_before_it(self):
        worker = self.ready()
        worker.send(t="synth", batch=1, voice="narrator", language="english", items=[self.item(0, "Before the end.")])
        worker.send(t="shutdown")
        self.assertEqual("done", worker.until("done")["t"])
        self.assertEqual(0, worker.wait())

    def test_an_abort_while_the_interpreter_shuts_down_cannot_happen(self):
        self.version("0.5.1")
        core = self.standin / "mlx" / "core" / "__init__.py"
        core.write_text(core.read_text() + "\nimport atexit, os\natexit.register(os.abort)\n")
        worker = self.ready()
        worker.send(t="shutdown")
        self.assertEqual(0, worker.wait())

    def test_all_of_mlx_runs_in_the_main_thread(self):
        self.version("0.5.1")
        core = self.standin / "mlx" / "core" / "__init__.py"
        check = "\nimport threading\nfor _name in ('set_memory_limit', 'clear_cache', 'eval', 'get_active_memory', 'array'):\n"
        check += "    def _checked(*a, _real=globals()[_name], **k):\n"
        check += "        assert threading.current_thread() is threading.main_thread()\n        return _real(*a, **k)\n"
        check += "    if _name != 'array': globals()[_name] = _checked\n"
        core.write_text(core.read_text() + check)
        self.assertEqual({"done"}, {answer["t"] for answer in self.synth(self.ready(), "One.", "Two.").values()})


class LifelineTests(WorkerCase):
    def test_the_worker_leads_its_own_session(self):
        worker = self.ready()
        self.assertEqual(worker.process.pid, os.getsid(worker.process.pid))

    def test_sigterm_ends_it_at_once_even_in_a_native_call(self):
        for kind in ("sleep", "native"):
            worker = self.hanging(kind)
            os.killpg(worker.process.pid, signal.SIGTERM)
            self.assertEqual(-signal.SIGTERM, worker.wait())
            self.assert_gone(worker.process.pid)

    def test_the_end_of_stdin_ends_the_worker_at_once(self):
        worker = self.ready()
        worker.process.stdin.close()
        self.assertEqual(0, worker.wait())
        self.assert_gone(worker.process.pid)

    def test_the_end_of_stdin_ends_a_worker_that_is_generating(self):
        worker = self.hanging("sleep")
        worker.process.stdin.close()
        self.assertEqual(0, worker.wait(2 * patience()))
        self.assert_gone(worker.process.pid)

    def test_the_end_of_stdin_ends_a_worker_in_a_native_call(self):
        worker = self.hanging("native")
        worker.process.stdin.close()
        self.assertEqual(-signal.SIGKILL, worker.wait(2 * patience()))
        self.assert_gone(worker.process.pid)

    def test_a_killed_worker_leaves_no_watchdog(self):
        worker = self.ready()
        worker.process.kill()
        self.assert_gone(worker.process.pid)

    def test_a_killed_parent_leaves_no_process_behind(self):
        kinds = ["load", "sleep", "native", "idle"]
        for turn in range(8):
            with self.subTest(kinds[turn % 4]):
                self.assert_gone(self.orphan(kinds[turn % 4]))

    def hanging(self, kind):
        self.control(hang={"on": "hangs", "kind": kind})
        worker = self.ready()
        worker.send(t="synth", batch=1, voice="narrator", language="english", items=[self.item(0, "It hangs here.")])
        self.until_event("hanging")
        self.events_file.unlink()
        return worker

    def until_event(self, kind):
        deadline = time.monotonic() + 60
        while not self.events(kind):
            self.assertLess(time.monotonic(), deadline)
            time.sleep(0.01)

    def orphan(self, kind):
        """Starts a worker under a parent of its own, kills that parent at a random moment; returns the worker's id."""
        self.control(load_seconds=2 if kind == "load" else 0, hang={"on": "hangs", "kind": kind})
        parent = os.path.join(self.folder, "parent.py")
        with open(parent, "w") as file:
            file.write(
                "import json, subprocess, sys, time\n"
                "p = subprocess.Popen(sys.argv[1:3], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)\n"
                "print(p.pid, flush=True)\n"
                "p.stdin.write(sys.stdin.buffer.read()); p.stdin.flush()\n"
                "for line in p.stdout: print(line.decode(), end='', flush=True)\n"
            )
        messages = [{"t": "init", "proto": 1, "model": MODEL, "voices": [self.voice()]}]
        if kind in ("sleep", "native"):
            messages.append({"t": "synth", "batch": 1, "voice": "narrator", "items": [self.item(0, "It hangs here.")]})
        process = subprocess.Popen(
            [sys.executable, parent, str(self.python), str(ENTRY)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=self.environment(),
        )  # fmt: skip
        import json

        process.stdin.write("".join(json.dumps(message) + "\n" for message in messages).encode())
        process.stdin.close()
        pid = int(process.stdout.readline())
        wanted = {"load": b"hello", "idle": b"ready", "sleep": b"started", "native": b"started"}[kind]
        while wanted not in process.stdout.readline():
            pass
        time.sleep(random.uniform(0, 0.1))
        process.kill()
        process.wait()
        process.stdout.close()
        return pid
