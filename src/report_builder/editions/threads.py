"""One thread for each worker: what must be said before NumPy is first imported."""

from __future__ import annotations

import os

_NAMES = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


def one_thread_each() -> None:
    """Keeps NumPy from threads of its own, which would not survive a fork and would crowd the cores."""
    for name in _NAMES:
        os.environ.setdefault(name, "1")
