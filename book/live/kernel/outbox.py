"""The one way out: everything a cell shows leaves through `send`, and a limit keeps a page alive when a loop prints for ever."""

import json

TEXT_LIMIT = 200_000  # characters of printed text per run
DISPLAY_LIMIT = 200  # rich outputs per run
NOTE = "출력이 너무 길어 여기까지만 보여 줍니다."

_send = None
_text = _displays = 0
_noted = False


def connect(send):
    """Sets the function that carries (kind, json) to the page."""
    global _send
    _send = send


def begin_run():
    """Counts from zero again."""
    global _text, _displays, _noted
    _text = _displays = 0
    _noted = False


def send(kind, **fields):
    """Sends one message, whatever has been sent before."""
    _send(kind, json.dumps(fields, ensure_ascii=False, default=str))


def text(name, words):
    """Sends a piece of stdout or stderr, up to the limit."""
    global _text
    left = TEXT_LIMIT - _text
    _text += len(words)
    if left <= 0:
        return _note()
    send("output", output={"output_type": "stream", "name": name, "text": words[:left]})
    if len(words) > left:
        _note()


def rich(output, kind="output", **fields):
    """Sends a display_data or execute_result, up to the limit."""
    global _displays
    _displays += 1
    if _displays > DISPLAY_LIMIT:
        return _note()
    for mime, value in output["data"].items():
        if mime == "text/plain" and len(value) > TEXT_LIMIT:
            output["data"][mime] = value[:TEXT_LIMIT] + "\n" + NOTE
    send(kind, output=output, **fields)


def _note():
    global _noted
    if not _noted:
        _noted = True
        note(NOTE)


def note(words):
    """A sentence of the book's own among the outputs; comparisons leave it out."""
    send("output", output={"output_type": "display_data", "data": {"text/plain": words}, "metadata": {"note": True}})
