"""What nbval leaves open, closed: tracebacks and the order and kind of outputs; and a failure told in one line."""

import copy

from nbval.plugin import NbCellError, coalesce_streams

from book.tools.validation.normal_form import normal_traceback


def shape(outputs):
    """What stands where: kind, stream name, formats, and an error's traceback, in order."""
    return [
        (o.output_type, o.get("name"), sorted(o.get("data", ())), normal_traceback(o.get("traceback", ())))
        for o in coalesce_streams(copy.deepcopy(outputs))
    ]


def check_shape(item):
    """Raises NbCellError where `item` (an IPyNbCell that ran) stores outputs in another order, of another kind or with
    another traceback than the run gave: nbval skips these, although the page shows them."""
    got, stored = shape(item.test_outputs), shape(item.cell.outputs)
    if got != stored:
        raise NbCellError(item.cell_num, "Cell outputs differ", item.cell.source, f"stored: {stored}\ngot:    {got}")


def describe(item, error):
    """One line for the author: file, cell, what is wrong, what to do."""
    # nbval numbers code cells only; an author finds a cell by its id, and by its place among all cells.
    place = next(i for i, cell in enumerate(item.parent.nb.cells) if cell.get("id") == item.cell.get("id"))
    where = f"notebooks/{item.path.name}: 셀 {place} ({item.cell.get('id')})"
    if isinstance(error, NbCellError) and "exception" in str(error):
        return f"{where}: 실행 중에 오류가 났습니다. 코드를 고치거나, 오류를 보이려는 셀이면 태그 raises-exception을 다세요."
    if isinstance(error, NbCellError) and "differ" in str(error):
        return (
            f"{where}: 저장된 출력이 실제 출력과 다릅니다. 코드가 맞으면 make outputs로 다시 저장하고 git diff로 "
            "달라진 줄을 확인하세요."
        )
    return f"{where}: {error}"
