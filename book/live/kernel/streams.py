"""sys.stdout and sys.stderr that send each line as it is printed, and sys.stdin that says it cannot ask."""

import builtins
import io
import sys
import time

from . import outbox

HOLD = 0.05  # seconds a line without its end may wait
NO_INPUT = "브라우저에서는 input()으로 물어볼 수 없습니다. 값을 코드에 바로 적어 주세요."


class Stream(io.TextIOBase):
    """One of the two streams. Whole lines go out at once; the rest waits for its line end, a flush or the end of the cell."""

    encoding = "utf-8"
    errors = "strict"

    def __init__(self, name):
        self.name = name
        self._waiting = []
        self._sent = 0.0

    def writable(self):
        return True

    def write(self, words):
        if not isinstance(words, str):
            raise TypeError(f"write() argument must be str, not {type(words).__name__}")
        self._waiting.append(words)
        if "\n" in words or time.monotonic() - self._sent > HOLD:
            self.flush()
        return len(words)

    def flush(self):
        if self._waiting:
            words, self._waiting = "".join(self._waiting), []
            self._sent = time.monotonic()
            outbox.text(self.name, words)


def _input(prompt="", /):
    raise RuntimeError(NO_INPUT)


def install():
    """Takes the place of Python's own streams and of input()."""
    sys.stdout = sys.__stdout__ = Stream("stdout")
    sys.stderr = sys.__stderr__ = Stream("stderr")
    builtins.input = _input


def flush():
    sys.stdout.flush()
    sys.stderr.flush()
