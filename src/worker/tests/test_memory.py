"""Which limit holds on which machine."""

import sys
import unittest
from pathlib import Path
from types import SimpleNamespace

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fh_worker.faults import MemoryLimitExceeded  # noqa: E402  (the folder above must be found first)
from fh_worker.memory import GIB, MemoryGuard, recommended_working_set  # noqa: E402

# Metal's own figures: about two thirds of the memory up to 36 GB, three quarters above.
MACS = {8: 5.33, 16: 10.67, 32: 21.33}


class Mlx:
    """The part of mlx that has to do with memory."""

    def __init__(self, in_use=0.0, **functions):
        self.in_use = in_use
        self.limits = []
        self.__dict__.update(functions)

    def set_memory_limit(self, limit):
        self.limits.append(limit)

    def set_cache_limit(self, limit):
        self.limits.append(limit)

    def get_active_memory(self):
        return int(self.in_use * GIB)


def mac(working_set, in_use=0.0):
    return Mlx(in_use, device_info=lambda: {"max_recommended_working_set_size": int(working_set * GIB)})


class MemoryTests(unittest.TestCase):
    def test_the_lesser_of_the_limit_and_the_working_set_applies(self):
        for memory, expected in ((8, 5.33), (16, 10.67), (32, 15)):
            mlx = mac(MACS[memory])
            MemoryGuard(mlx, 15)
            self.assertEqual([int(expected * GIB), int(expected * GIB) // 4], mlx.limits, f"{memory} GB")

    def test_it_trips_between_the_working_set_and_the_limit_and_says_which_it_was(self):
        for memory, in_use, name in (
            (8, 5.5, "Metal recommends"),
            (16, 11, "Metal recommends"),
            (32, 15.5, "15 GiB, NarrationMemoryLimit"),
        ):
            with self.assertRaisesRegex(MemoryLimitExceeded, name):
                MemoryGuard(mac(MACS[memory], in_use), 15).check()

    def test_below_both_nothing_happens(self):
        for memory, in_use in ((8, 5.2), (16, 10.5), (32, 14.9)):
            MemoryGuard(mac(MACS[memory], in_use), 15).check()

    def test_a_lower_limit_set_by_the_user_applies_even_on_a_large_mac(self):
        mlx = mac(MACS[32], in_use=4.5)
        with self.assertRaisesRegex(MemoryLimitExceeded, "over 4 GiB, NarrationMemoryLimit"):
            MemoryGuard(mlx, 4).check()

    def test_no_limit_stays_no_limit(self):
        mlx = mac(MACS[8], in_use=100)
        MemoryGuard(mlx, None).check()
        self.assertEqual([], mlx.limits)

    def test_older_versions_of_mlx_are_called_through_their_own_api(self):
        old = Mlx(metal=SimpleNamespace(device_info=lambda: {"max_recommended_working_set_size": 7 * GIB}))
        self.assertEqual(7 * GIB, recommended_working_set(old))

    def test_without_metal_only_the_limit_applies(self):
        def refuse():
            raise RuntimeError("[metal::device_info] Cannot get device info without metal backend")

        cpu = Mlx(metal=SimpleNamespace(device_info=refuse))
        cuda = Mlx(device_info=lambda: {"device_name": "NVIDIA"})
        for mlx in (cpu, cuda, Mlx()):
            self.assertIsNone(recommended_working_set(mlx))
            MemoryGuard(mlx, 15)
            self.assertEqual(15 * GIB, mlx.limits[0])
