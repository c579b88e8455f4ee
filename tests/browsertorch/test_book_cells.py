"""Every cell of every chapter, run in order on browsertorch, shows what is stored beside it (made by real torch).

It does so with every last bit moved, up and down: what is stored holds on any processor. As it is, browsertorch runs the cells in
the browser (test_live_pages.py).
"""

import difflib
import os
import re
from pathlib import Path

import nbformat
import pytest
from jupyter_client.provisioning import KernelProvisionerFactory
from nbclient import NotebookClient

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def visible(outputs):
    """What a reader sees of a cell: text of streams, results, errors and figures."""
    parts = []  # [kind, text]
    for output in outputs:
        if output.output_type == "stream":
            if parts and parts[-1][0] == output.name:
                parts[-1][1] += output.text  # one stream may arrive in several pieces
            else:
                parts.append([output.name, output.text])
        elif output.output_type == "error":
            parts.append(["error", f"{output.ename}: {output.evalue}"])
        else:
            parts += [[kind, "".join(text)] for kind, text in sorted(output.data.items())]
    text = "\n".join(f"{kind}: {without_places(text) if kind == 'stderr' else text}" for kind, text in parts)
    return re.sub(r"at 0x[0-9a-f]+", "at 0x…", text)


def without_places(text):
    """Warnings without the file and line that gave them, and without that line's text: inside torch they differ."""
    text = re.sub(r"^\S+\.py:\d+: (?=\w+Warning:)", "", text, flags=re.M)
    return re.sub(r"^  (?!File )\S.*\n", "", text, flags=re.M)


@pytest.mark.parametrize("direction", ["up", "down"])
@pytest.mark.parametrize("path", NOTEBOOKS, ids=[path.stem for path in NOTEBOOKS])
def test_cells_show_what_is_stored_whatever_the_last_bit(path, direction, tmp_path, monkeypatch):
    (tmp_path / "torch").symlink_to(ROOT / "book" / "browsertorch")
    monkeypatch.setenv(
        "PYTHONPATH", os.pathsep.join([str(tmp_path), str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")])
    )
    # A new interpreter: the forked kernels of the other tests have imported the real torch.
    monkeypatch.setattr(KernelProvisionerFactory.instance(), "default_provisioner_name", "local-provisioner")
    moving = f"import moved_bits; moved_bits.install('{direction}', lambda: __import__('torch')); del moved_bits"
    stored, run = nbformat.read(path, as_version=4), nbformat.read(path, as_version=4)
    run.cells.append(nbformat.v4.new_code_cell("print(torch.__file__, torch.tensor(1.3).log().item())"))
    NotebookClient(
        run,
        timeout=120,
        kernel_name="python3",
        allow_errors=True,
        extra_arguments=[f"--IPKernelApp.exec_lines={moving}"],
        resources={"metadata": {"path": str(path.parent)}},
    ).execute()
    file, moved = "".join(output.text for output in run.cells.pop().outputs).split()
    assert Path(file).parent == tmp_path / "torch" and moved != "0.2623642385005951", "not browsertorch, or no bit was moved"
    for number, (a, b) in enumerate(zip(stored.cells, run.cells)):
        if a.cell_type == "code" and "no-browser" not in a.metadata.get("tags", []):
            expected, got = visible(a.outputs), visible(b.outputs)
            if expected != got:
                diff = difflib.unified_diff(expected.splitlines(), got.splitlines(), "stored", "browsertorch", lineterm="", n=99)
                pytest.fail(f"{path.name}, cell {number}:\n{a.source}\n" + "\n".join(diff), pytrace=False)
