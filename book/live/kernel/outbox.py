"""The one way out: everything a cell shows leaves through `send`, and a limit keeps a page alive when a loop prints for ever."""

import json

TEXT_LIMIT = 2_000_000  # characters of printed text per run, of one form of a rich output, of a traceback
MESSAGE_LIMIT = 10_000  # characters of an error's message where it stands alone
DISPLAY_LIMIT = 200  # rich outputs per run
TOO_LONG = f"출력이 {TEXT_LIMIT:,}자를 넘어 그 뒤는 남기지 않습니다."
TOO_MANY = f"출력이 {DISPLAY_LIMIT}개를 넘어 그 뒤는 보여 주지 않습니다."
LEFT_OUT = "남기지 않은 출력: {:,}자"

_send = None
_text = _displays = 0


def connect(send):
    """Sets the function that carries (kind, json) to the page."""
    global _send
    _send = send


def begin_run():
    """Counts from zero again."""
    global _text, _displays
    _text = _displays = 0


def end_run():
    """Says how much was left out."""
    if _text > TEXT_LIMIT:
        note(LEFT_OUT.format(_text - TEXT_LIMIT))


def send(kind, **fields):
    """Sends one message, whatever has been sent before."""
    _send(kind, json.dumps(fields, ensure_ascii=False, default=str))


def text(name, words):
    """Sends a piece of stdout or stderr, up to the limit."""
    global _text
    left = TEXT_LIMIT - _text
    _text += len(words)
    if left > 0:
        send("output", output={"output_type": "stream", "name": name, "text": words[:left]})
    if 0 <= left < len(words):
        note(TOO_LONG)


def rich(output, kind="output", **fields):
    """Sends a display_data or execute_result, up to the limit."""
    global _displays
    _displays += 1
    if _displays > DISPLAY_LIMIT:
        if _displays == DISPLAY_LIMIT + 1:
            note(TOO_MANY)
        return
    left_out = 0
    for mime, value in output["data"].items():
        if mime.startswith("text/") and len(value) > TEXT_LIMIT:
            output["data"][mime] = value[:TEXT_LIMIT]
            left_out = max(left_out, len(value) - TEXT_LIMIT)
    send(kind, output=output, **fields)
    if left_out:
        note(LEFT_OUT.format(left_out))


def error(output):
    """Sends an error output, its words up to the limit."""
    output["evalue"] = output["evalue"][:MESSAGE_LIMIT]
    left, traceback = TEXT_LIMIT, []
    for line in output["traceback"]:
        traceback.append(line[: max(left, 0)])
        left -= len(line)
    send("output", output={**output, "traceback": traceback})
    if left < 0:
        note(LEFT_OUT.format(-left))


def note(words):
    """A sentence of the book's own among the outputs; comparisons leave it out."""
    send("output", output={"output_type": "display_data", "data": {"text/plain": words}, "metadata": {"note": True}})
