"""The one form in which a notebook is stored: what `make outputs` writes and the checks expect.

Everything that changes from run to run or from machine to machine is left out, so that executing twice changes no byte.
"""

import re

import nbformat

ADDRESS = re.compile(r"at 0x[0-9a-fA-F]{6,}")  # the same pattern as in book/tools/validation/sanitize.cfg
FIXED_ADDRESS = "at 0x7f0000000000"
ANSI = re.compile(r"\x1b\[[0-9;]*m")
NOTEBOOK_METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
OWN_METADATA = ("description", "question", "short_title")  # of the page; of the chapter in the table
CELL_METADATA = ("tags", "no_browser", "predict", "parsons")


def normal_traceback(lines):
    """IPython's traceback without the frames inside libraries: their paths, lines and sources are the machine's.

    lines: the entries of an error output's `traceback`. Kept: rule, header, the frames of cells, the message.
    """
    kept = [line for line in lines if not ANSI.sub("", line).startswith("File ")]
    return [ADDRESS.sub(FIXED_ADDRESS, line) for line in kept]


def normal_text(value):
    """Text (a string or nbformat's list of lines) as one string, with addresses fixed; other values unchanged."""
    if isinstance(value, list):
        value = "".join(value)
    return ADDRESS.sub(FIXED_ADDRESS, value) if isinstance(value, str) else value


def normal_outputs(outputs, number):
    """The outputs of one cell in normal form: streams of one name joined, no metadata, `number` as execution count."""
    done = []
    for output in outputs:
        kind = output.output_type
        if kind == "stream":
            if done and done[-1].output_type == "stream" and done[-1].name == output.name:
                done[-1].text += normal_text(output.text)
                continue
            made = nbformat.v4.new_output("stream", name=output.name, text=normal_text(output.text))
        elif kind == "error":
            made = nbformat.v4.new_output(
                "error", ename=output.ename, evalue=normal_text(output.evalue), traceback=normal_traceback(output.traceback)
            )
        else:
            data = {mime: normal_text(value) for mime, value in sorted(output.data.items())}
            count = {"execution_count": number} if kind == "execute_result" else {}
            made = nbformat.v4.new_output(kind, data=data, **count)
        done.append(made)
    return done


def normal_notebook(notebook):
    """A copy of `notebook` (nbformat 4 node) in normal form; sources, ids and the outputs' text stay as they are."""
    metadata = dict(NOTEBOOK_METADATA)
    metadata.update({key: notebook.metadata[key] for key in OWN_METADATA if key in notebook.metadata})
    done = nbformat.v4.new_notebook(metadata=nbformat.from_dict(metadata))
    number = 0
    for cell in notebook.cells:
        made = nbformat.from_dict(cell)
        made.metadata = nbformat.from_dict({key: cell.metadata[key] for key in CELL_METADATA if cell.metadata.get(key)})
        if cell.cell_type == "code" and cell.execution_count is not None:
            number += 1
            made.execution_count = number
            made.outputs = normal_outputs(cell.outputs, number)
        done.cells.append(made)
    return done


def to_text(notebook):
    """The file's text of a notebook: nbformat's own writer, one newline at the end."""
    return nbformat.writes(notebook).rstrip("\n") + "\n"
