"""Every way a stored output could be wrong, one at a time, and the judge who must see each.

The notebook is run once and the kernel's messages are kept. Each mutant is then judged by nbval itself, which talks to a
kernel that only repeats those messages.
"""

import copy
import re

import nbformat
from nbval.plugin import NbCellError

from book.tools.validation.hygiene import cell_problems
from book.tools.validation.strict import check_shape


class Recorder:
    """A kernel that remembers what it said. kernel: nbval's RunningKernel."""

    def __init__(self, kernel):
        self.kernel, self.said = kernel, []

    def __getattr__(self, name):
        return getattr(self.kernel, name)

    def execute_cell_input(self, source, allow_stdin=None):
        message_id = self.kernel.execute_cell_input(source, allow_stdin=allow_stdin)
        self.said.append((message_id, []))
        return message_id

    def get_message(self, stream, timeout=None):
        message = self.kernel.get_message(stream, timeout=timeout)
        self.said[-1][1].append(message)
        return message


class Replay:
    """A kernel that says again what was recorded for one cell. said: (message id, messages)."""

    def __init__(self, said):
        self.message_id, messages = said
        self.messages = iter(messages)

    def is_alive(self):
        return True

    def execute_cell_input(self, source, allow_stdin=None):
        return self.message_id

    def await_reply(self, message_id, timeout=None):
        pass

    def await_idle(self, message_id, timeout=None):
        pass

    def get_message(self, stream, timeout=None):
        return next(self.messages)


def record(file):
    """Runs the notebook of `file` (an IPyNbFile) once. Returns its cells as [(IPyNbCell, said)]; a false cell raises."""
    items = list(file.collect())
    file.setup()
    file.kernel = recorder = Recorder(file.kernel)
    try:
        for item in items:
            item.runtest()
            check_shape(item)
    finally:
        recorder.kernel.stop()
    return list(zip(items, recorder.said))


def survives(item, said, outputs, number):
    """Whether the validation lets the cell through with `outputs` stored in place of the true ones.

    number: which code cell it is, counted from 1.
    """
    true_cell = item.cell
    item.cell = copy.deepcopy(true_cell)
    item.cell.outputs = outputs
    item.parent.kernel = Replay(said)
    item.format_output_compare = lambda *_: None  # nobody reads in what it differs; finding that takes minutes for long outputs
    try:
        item.runtest()
        check_shape(item)
        return not list(cell_problems(item.cell, number))
    except NbCellError:
        return False
    finally:
        item.cell = true_cell


def text_mutants(text):
    """(what, text): each line with a digit wrong, with a letter wrong, and missing; a line more."""
    lines = text.split("\n")
    for i, line in enumerate(lines):

        def with_line(*new):
            return "\n".join(lines[:i] + list(new) + lines[i + 1 :])

        if digits := list(re.finditer(r"\d", line)):
            at = digits[-1].start()
            yield f"line {i}: a digit", with_line(line[:at] + str((int(line[at]) + 1) % 10) + line[at + 1 :])
        if letters := list(re.finditer(r"[a-z]", line)):
            at = letters[len(letters) // 2].start()
            yield f"line {i}: a letter", with_line(line[:at] + ("b" if line[at] == "a" else "a") + line[at + 1 :])
        if len(lines) > 1 and (line or i < len(lines) - 1):
            yield f"line {i}: missing", with_line()
    yield "a line more", text + "\nmore"


def svg_mutants(svg):
    """(what, svg): a coordinate moved at the start, in the middle and at the end; a mark, the title and a colour changed."""
    numbers = list(re.finditer(r"(?<=[ML ])\d+\.?\d*", svg))
    for place, number in (("first", numbers[0]), ("middle", numbers[len(numbers) // 2]), ("last", numbers[-1])):
        moved = str(float(number[0]) + 1)
        yield f"figure: {place} coordinate", svg[: number.start()] + moved + svg[number.end() :]
    for what, pattern, new in (
        ("a path missing", r"<path [^>]*/>", ""),
        ("the title", r"<title>", "<title>x"),
        ("a colour", r"#[0-9a-f]{6}", "#123456"),
    ):
        changed, count = re.subn(pattern, new, svg, count=1)
        if count:
            yield f"figure: {what}", changed


def output_mutants(output):
    """(what, output) for one stored output (nbformat node)."""

    def with_fields(**fields):
        changed = copy.deepcopy(output)
        changed.update(fields)
        return changed

    if output.output_type == "stream":
        for what, text in text_mutants(output.text):
            yield what, with_fields(text=text)
        yield "other stream", with_fields(name="stderr" if output.name == "stdout" else "stdout")
    elif output.output_type == "error":
        yield "error type", with_fields(ename="Other" + output.ename)
        for what, text in text_mutants(output.evalue):
            yield f"error message, {what}", with_fields(evalue=text)
        for i, entry in enumerate(output.traceback):
            kept = list(output.traceback)
            yield f"traceback {i}: missing", with_fields(traceback=kept[:i] + kept[i + 1 :])
            for what, text in text_mutants(entry):
                yield f"traceback {i}, {what}", with_fields(traceback=kept[:i] + [text] + kept[i + 1 :])
    else:
        for mime, value in output.data.items():
            for what, text in (svg_mutants if mime == "image/svg+xml" else text_mutants)(value):
                yield f"{mime}, {what}", with_fields(data={**output.data, mime: text})
            yield f"{mime}: missing", with_fields(data={m: v for m, v in output.data.items() if m != mime})


def cell_mutants(outputs):
    """(what, outputs): every mutant of a cell's stored outputs, one change each; a silent cell is made to speak."""
    if not outputs:
        yield "an output made up", [nbformat.v4.new_output("stream", name="stdout", text="1\n")]
    for i, output in enumerate(outputs):
        others = copy.deepcopy(outputs)
        yield f"output {i}: dropped", others[:i] + others[i + 1 :]
        yield f"output {i}: twice", others[: i + 1] + others[i:]
        for what, changed in output_mutants(output):
            yield f"output {i}: {what}", others[:i] + [changed] + others[i + 1 :]
    if len(outputs) > 1 and outputs[0] != outputs[1]:
        yield "outputs swapped", [outputs[1], outputs[0], *outputs[2:]]
