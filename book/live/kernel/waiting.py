"""time.sleep in short pieces: between two of them Python sees that the reader wants to stop."""

import time

PIECE = 0.05  # seconds
_sleep = time.sleep


def sleep(seconds, /):
    """Waits as time.sleep does, with its errors."""
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        _sleep(min(left, PIECE))


def install():
    time.sleep = sleep
