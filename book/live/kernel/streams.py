"""sys.stdout and sys.stderr that send each line as it is printed, and sys.stdin that says it cannot ask."""

import builtins
import io
import sys
import time

from . import outbox

HOLD = 0.05  # seconds a piece may wait
# A page that gets a million messages stands still: after so many in a row there is one for each HOLD.
AT_ONCE = 500
PAUSE = 1.0  # seconds without a piece after which it is a new row
NO_INPUT = "브라우저에서는 input()으로 물어볼 수 없습니다. 값을 코드에 바로 적어 주세요."


class Stream(io.TextIOBase):
    """One of the two streams. Whole lines go out at once, unless very many come; the rest waits for its line end, a flush or
    the end of the cell."""

    encoding = "utf-8"
    errors = "strict"

    def __init__(self, name):
        self.name = name
        self._waiting = []
        self._sent = 0.0
        self._row = 0

    def writable(self):
        return True

    def write(self, words):
        if not isinstance(words, str):
            raise TypeError(f"write() argument must be str, not {type(words).__name__}")
        self._waiting.append(words)
        since = time.monotonic() - self._sent
        if since > PAUSE:
            self._row = 0
        if since > HOLD or ("\n" in words and self._row < AT_ONCE):
            self.send()
        return len(words)

    def flush(self):
        """A program's own: at once, unless very many come."""
        if self._row < AT_ONCE:
            self.send()

    def send(self):
        if self._waiting:
            words, self._waiting = "".join(self._waiting), []
            self._sent = time.monotonic()
            self._row += 1
            outbox.text(self.name, words)


def _input(prompt="", /):
    raise RuntimeError(NO_INPUT)


OUT, ERR = Stream("stdout"), Stream("stderr")


def install():
    """Takes the place of Python's own streams and of input()."""
    sys.stdout = sys.__stdout__ = OUT
    sys.stderr = sys.__stderr__ = ERR
    builtins.input = _input


def flush():
    """Sends what waits, whatever a cell has put in the place of `sys.stdout`."""
    OUT.send()
    ERR.send()
