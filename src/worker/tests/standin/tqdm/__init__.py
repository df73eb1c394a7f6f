"""A stand-in for tqdm's bar, as far as mlx-audio drives it: a disabled bar returns early from everything."""

__version__ = "4.67.1"


class tqdm:
    def __init__(self, iterable=None, desc=None, total=None, leave=True, unit="it", disable=False, **kwargs):
        self.total, self.desc, self.disable, self.n = total, desc, disable, 0

    def update(self, n=1):
        if self.disable:
            return None
        self.n += n
        return True

    def close(self):
        pass
