"""Tracebacks as IPython writes them in a notebook, without colour.

Frames inside torch, and of numpy where torch called it, are left out: the reader's mistake is in the cell, and real torch's inner
frames are other ones.
"""

import inspect
import linecache
import os
import re
import sys

CONTEXT = 4  # lines above and below the one that failed
CONTEXT_OF_CAUSE = 2  # … where another exception followed from it
RULE = "-" * 75
MANY = 40  # frames; of a longer traceback (endless recursion) the middle is left out
HERE = os.path.dirname((lambda: 0).__code__.co_filename)
NO_SOURCE = "'Could not get source, probably due dynamically evaluated source code.'"
BLOCK_HEAD = re.compile(r"^\s*(async\s+)?def\s|.*(?<!\w)lambda(:|\s)|^\s*@")


def cell_name(number):
    """The file name of a cell's code."""
    return f"Cell In[{number}]"


def as_output(error):
    """The nbformat error output of an exception."""
    name = type(error).__name__
    try:
        lines = lines_of(error)
    except Exception:  # notes that are no list, a cause that refuses
        lines = [f"{name}: {str_of(error)}"]
    return {"output_type": "error", "ename": name, "evalue": str_of(error), "traceback": lines}


def str_of(error):
    try:
        return str(error)
    except Exception:
        return f"<unprintable {type(error).__name__} object>"


def lines_of(error):
    if isinstance(error, SystemExit):
        return [last_line(error)]
    if isinstance(error, SyntaxError) and not visible(error.__traceback__):
        return [*syntax_lines(error), ""]
    lines = [RULE]
    for link, each in reversed(list(chain(error))):
        lines += whole(each, CONTEXT_OF_CAUSE if link else CONTEXT)
        if link:
            lines += ["", link, ""]
    return lines


def chain(error):
    """(sentence that joins it to the next one, exception), the last one first."""
    link, seen = None, set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield link, error
        if error.__cause__ is not None:
            link, error = "The above exception was the direct cause of the following exception:", error.__cause__
        elif error.__suppress_context__:
            return
        else:
            link, error = "During handling of the above exception, another exception occurred:", error.__context__


def whole(error, context):
    name = type(error).__name__
    lines = [name + "Traceback (most recent call last)".rjust(75 - len(name))]
    frames = visible(error.__traceback__)
    if len(frames) > MANY:
        left_out = len(frames) - MANY
        middle = f"    [... skipping similar frames: {left_out} times]"
        frames = [*frames[: MANY // 2], middle, *frames[-MANY // 2 :]]
    for frame in frames:
        lines += [frame, ""] if isinstance(frame, str) else frame_lines(*frame, context)
    if isinstance(error, SyntaxError):
        lines += syntax_lines(error)
    else:
        lines.append(last_line(error))
    return lines + list(getattr(error, "__notes__", []))


def last_line(error):
    return f"{type(error).__name__}: {str_of(error)}"


def visible(traceback):
    """(frame, line) of what a reader is shown, outermost first. For a cell IPython names the line the frame stands at now."""
    found = []
    inside = False  # what we run, and what that called
    while traceback is not None:
        frame = traceback.tb_frame
        name = frame.f_code.co_filename
        inside = hidden(name) or (inside and name.startswith(folder("numpy")))
        if not inside:
            found.append((frame, frame.f_lineno if name.startswith("Cell In[") else traceback.tb_lineno))
        traceback = traceback.tb_next
    return found


def hidden(path):
    return path.startswith((HERE + os.sep, folder("torch"))) or "_pyodide" in path


def folder(package):
    return getattr(sys.modules.get(package), "__path__", ["/not imported"])[0] + os.sep


def frame_lines(frame, current, context):
    code = frame.f_code
    head = (
        f"{code.co_filename}, line {current}" if code.co_filename.startswith("Cell In[") else f"File {code.co_filename}:{current}"
    )
    if code.co_name != "<module>":
        head += f", in {code.co_qualname}{arguments(frame)}"
    source = block(code)
    if source is None:
        return [head, f"{arrow(current)} {NO_SOURCE}", ""]
    index = current - code.co_firstlineno
    start = max(index - context, 0)
    shown = source[start : index + context]
    lines = [head]
    for number, text in enumerate(shown, current - index + start):
        lines.append(f"{arrow(number) if number == current else str(number).rjust(7)} {text}")
    return [*lines, ""]


def arrow(number):
    return f"{'-' * (5 - len(str(number)))}> {number}"


def arguments(frame):
    code = frame.f_code
    rest = code.co_argcount + code.co_kwonlyargcount
    names = list(code.co_varnames[:rest])
    if code.co_flags & inspect.CO_VARARGS:
        names.append("*" + code.co_varnames[rest])
        rest += 1
    if code.co_flags & inspect.CO_VARKEYWORDS:
        names.append("**" + code.co_varnames[rest])
    return f"({', '.join(names)})"


def block(code):
    """The source lines of a code object: the whole cell, or the function alone."""
    lines = [line.rstrip("\n") for line in linecache.getlines(code.co_filename)]
    if not lines:
        return None
    if code.co_name == "<module>":
        return lines
    first = code.co_firstlineno - 1
    while first > 0 and not BLOCK_HEAD.match(lines[first]):
        first -= 1
    try:
        return [line.rstrip("\n") for line in inspect.getblock([line + "\n" for line in lines[first:]])]
    except (IndexError, SyntaxError):
        return lines[first:]


def syntax_lines(error):
    """Where the code could not be read."""
    name = error.filename or "<string>"
    place = f"{name}, line {error.lineno}" if name.startswith("Cell In[") else f"File {name}:{error.lineno}"
    lines = ["  " + place]
    text = error.text or linecache.getline(name, error.lineno or 0)
    if text.strip():
        stripped = text.strip()
        lines.append("    " + stripped)
        if error.offset is not None:
            before = text[: max(error.offset - 1, 0)].lstrip()
            lines.append("    " + "".join(" " if not c.isspace() else c for c in before) + "^")
    return [*lines, f"{type(error).__name__}: {error.msg}"]
