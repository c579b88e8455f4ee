"""Runs one cell: its last expression is its result, its name in tracebacks is `Cell In[n]`, its namespace stays."""

import ast
import asyncio
import builtins
import codeop
import linecache
import re
import sys
import time
import types
import warnings

from . import display, frames, ipython, open_figures, outbox, slips, streams

MAGIC = re.compile(r"\s*(?:[\w, ]+=\s*)?(?:(?P<sign>[%!?])|[\w.]+\?\??$)")
NO_MAGIC = "“{}”로 시작하는 줄은 Jupyter만의 명령이라 브라우저에서는 실행되지 않습니다. 그 줄을 지우고 다시 실행해 주세요."
# Jupyter's own: a cell that breaks off says "incomplete input", and await works at the top level.
FLAGS = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT | codeop.PyCF_ALLOW_INCOMPLETE_INPUT | codeop.PyCF_DONT_IMPLY_DEDENT

NO_MEMORY = "메모리를 다 썼습니다. 큰 값을 담은 변수를 “del 이름”으로 지우거나 “변수 비우기”로 파이썬을 다시 시작한 뒤, 더 작은 크기로 실행해 주세요."

namespace = {}
count = 0
_waiting = None  # the task of a cell that awaits
_stopped = False


def reset():
    """A fresh `__main__`, counting from 1."""
    global namespace, count
    module = types.ModuleType("__main__")
    module.__builtins__ = builtins
    sys.modules["__main__"] = module
    namespace = module.__dict__
    ipython.install(namespace)
    count = 0


def run(code, note=None):
    """Runs a cell. Returns its status at once, or a coroutine where the cell awaits at its top level. `note` is said first."""
    global count
    count += bool(code.strip())  # an empty cell does not count
    outbox.begin_run()
    outbox.send("begin", number=count)
    if note:
        outbox.note(note)
    started = time.perf_counter()
    name = frames.cell_name(count)
    code = outdent(code)
    linecache.cache[name] = (len(code), None, code.splitlines(keepends=True), name)
    try:
        steps = compile_cell(code, name)
    except SyntaxError as error:
        return finish(tell_magic(error, code), started)
    except BaseException as error:
        return finish(error, started)
    if any(step.co_flags & 0x80 for step, _ in steps):  # CO_COROUTINE
        return run_async(steps, count, started)
    try:
        for step, shows in steps:
            value = eval(step, namespace)
            if shows:
                display.result(value, count)
        open_figures.show_all()
    except BaseException as error:
        return finish(error, started)
    return finish(None, started)


def stop():
    """Stops the cell that awaits: the error that ends it is the one that ends any other."""
    global _stopped
    if _waiting:
        _stopped = _waiting.cancel()


async def run_async(steps, number, started):
    global _waiting, _stopped
    _waiting, _stopped = asyncio.current_task(), False
    try:
        for step, shows in steps:
            value = eval(step, namespace)
            if asyncio.iscoroutine(value):
                value = await value
            if shows:
                display.result(value, number)
        open_figures.show_all()
    except asyncio.CancelledError as error:
        return finish(KeyboardInterrupt().with_traceback(error.__traceback__) if _stopped else error, started)
    except BaseException as error:
        return finish(error, started)
    finally:
        _waiting = None
    return finish(None, started)


def compile_cell(code, name):
    """[(code object, whether its value is shown)]: the statements, then the last expression on its own."""
    with warnings.catch_warnings(record=True) as raised:
        warnings.simplefilter("always")
        tree = compile(code, name, "exec", FLAGS | ast.PyCF_ONLY_AST, dont_inherit=True)
        last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        steps = [(tree, "exec", False)] if tree.body else []
        if last is not None:
            quiet = code.rstrip().endswith(";")
            steps.append((ast.Expression(last.value), "eval", True) if not quiet else (ast.Module([last], []), "exec", False))
        steps = [(compile(part, name, mode, FLAGS, dont_inherit=True), shows) for part, mode, shows in steps]
    for warning in raised:
        warnings.showwarning(warning.message, warning.category, warning.filename, warning.lineno)
    return steps


def outdent(code):
    """The code as Jupyter hands it to Python: without empty lines before it and without an indentation of the whole."""
    lines = code.splitlines(keepends=True)
    while lines and not lines[0].strip():
        lines.pop(0)
    indent = re.match(r"[ \t]*", lines[0]).group() if lines else ""
    if indent:
        lines = [line.removeprefix(indent) for line in lines]
    return "".join(lines)


def tell_magic(error, code):
    """A sentence for a line that only Jupyter understands, or the error itself."""
    lines = code.splitlines()
    line = lines[error.lineno - 1] if error.lineno and error.lineno <= len(lines) else ""
    for text in (line, lines[0] if lines else ""):
        found = MAGIC.match(text)
        if found:
            return SyntaxError(NO_MAGIC.format(found.group("sign") or "?"), error.args[1])
    return error


def finish(error, started):
    """Sends what is left to send, the error included, and gives the run's status."""
    status = "ok"
    try:
        streams.flush()
        if isinstance(error, KeyboardInterrupt):
            status = "interrupted"
        elif error is not None:
            status = "error"
        if error is not None:
            open_figures.drop()
            outbox.error(frames.as_output(error))
            if said := slips.about(error):
                outbox.note(said)
        if isinstance(error, MemoryError):
            outbox.note(NO_MEMORY)
    except KeyboardInterrupt:
        status = "interrupted"
    elapsed = (time.perf_counter() - started) * 1000
    outbox.end_run()
    outbox.send("done", status=status, ms=round(elapsed, 2))
    return status
