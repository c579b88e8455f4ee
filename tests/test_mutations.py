"""No stored output can be wrong unseen: each is changed in every way, one at a time, and the validation must fail."""

import copy
from pathlib import Path

import pytest
from nbval.plugin import IPyNbFile

from book.tools.validation.mutants import cell_mutants, record, survives

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("path", sorted((ROOT / "notebooks").glob("*.ipynb")), ids=lambda path: path.stem)
def test_every_mutant_is_killed(path, request, report):
    cells = record(IPyNbFile.from_parent(request.session, path=path))
    total, alive = 0, []
    for number, (item, said) in enumerate(cells, start=1):
        assert survives(item, said, copy.deepcopy(item.cell.outputs), number), f"{item.cell.id}: the true outputs must pass"
        for what, outputs in cell_mutants(item.cell.outputs):
            total += 1
            if survives(item, said, copy.deepcopy(outputs), number):
                alive.append(f"notebooks/{path.name}: {item.cell.id}: {what}")
    report(f"mutants killed: {total - len(alive)}/{total} in notebooks/{path.name}")
    assert total and not alive, "\n" + "\n".join(alive)
