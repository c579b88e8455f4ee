"""What nbval compares, and the traceback besides; and a failure told in one line."""

from nbval.plugin import NbCellError

from validation.normal_form import normal_traceback


def check_traceback(item):
    """Raises NbCellError where the stored traceback of `item` (an IPyNbCell that ran) is not what the run gave."""
    got = [normal_traceback(o.traceback) for o in item.test_outputs or () if o.output_type == "error"]
    stored = [list(o.traceback) for o in item.cell.outputs if o.output_type == "error"]
    if got != stored:
        raise NbCellError(item.cell_num, "Stored traceback differs", item.cell.source,
                          f"stored: {stored}\ngot:    {got}")


def describe(item, error):
    """One line for the author: file, cell, what is wrong, what to do."""
    # nbval numbers code cells only; an author finds a cell by its id, and by its place among all cells.
    place = next(i for i, cell in enumerate(item.parent.nb.cells) if cell.get("id") == item.cell.get("id"))
    where = f"notebooks/{item.path.name}: 셀 {place} ({item.cell.get('id')})"
    if isinstance(error, NbCellError) and "exception" in str(error):
        return (f"{where}: 실행 중에 오류가 났습니다. 코드를 고치거나, 오류를 보이려는 셀이면 태그 raises-exception을 다세요.")
    if isinstance(error, NbCellError) and "differ" in str(error):
        return (f"{where}: 저장된 출력이 실제 출력과 다릅니다. 코드가 맞으면 make outputs로 출력을 다시 저장하고 git diff로 "
                "달라진 줄을 확인하세요.")
    return f"{where}: {error}"
