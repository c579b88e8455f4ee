"""What an author gets wrong is answered in one line: the file, the cell, what is wrong, what to do. Nothing is lost."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from book.tools.outputs import store
from book.tools.validation.normal_form import NOTEBOOK_METADATA, normal_notebook, to_text
from browser import small_book

ROOT = Path(__file__).resolve().parent.parent
FALSE_TRACEBACK = "ZeroDivisionError: a false last line"


def notebook(*cells):
    return new_notebook(metadata=nbformat.from_dict(NOTEBOOK_METADATA), cells=list(cells))


def write(folder, made):
    path = folder / "99-sample.ipynb"
    path.write_text(nbformat.writes(made), encoding="utf-8")
    return path


@pytest.fixture
def stored(tmp_path):
    """The path of a sound notebook with a printing cell and a cell that shows an error, stored by make outputs."""
    path = write(
        tmp_path,
        notebook(
            new_code_cell("import torch\nprint(torch.ones(2))", id="print"),
            new_code_cell("1 / 0", id="error", metadata={"tags": ["raises-exception"]}),
        ),
    )
    assert store(path) == "notebooks/99-sample.ipynb: 출력을 새로 저장했습니다"
    return path


def validate(path):
    """The validation of one notebook as `make test` runs it: (exit code, what it says)."""
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n", "0", str(path), "tests/conftest.py"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return run.returncode, run.stdout


def test_outputs_are_stable_and_valid(stored):
    before = stored.read_bytes()
    assert store(stored) == "notebooks/99-sample.ipynb: 그대로"
    assert stored.read_bytes() == before
    code, said = validate(stored)
    assert code == 0, said


def test_false_outputs_are_told_with_file_cell_and_cure(stored):
    made = nbformat.read(stored, as_version=4)
    made.cells[0].outputs[0].text = "tensor([1., 2.])\n"
    made.cells[1].outputs[0].traceback[-1] = FALSE_TRACEBACK
    write(stored.parent, made)
    code, said = validate(stored)
    assert code == 1
    for cell in ("셀 0 (print)", "셀 1 (error)"):
        assert f"notebooks/99-sample.ipynb: {cell}: 저장된 출력이 실제 출력과 다릅니다. 코드가 맞으면 make outputs로" in said


def test_unexpected_error_is_told_with_file_cell_and_cure(stored):
    made = nbformat.read(stored, as_version=4)
    made.cells[1].metadata.tags = []
    path = write(stored.parent, made)
    code, said = validate(path)
    assert code == 1
    assert "notebooks/99-sample.ipynb: 셀 1 (error): 실행 중에 오류가 났습니다. 코드를 고치거나" in said


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            nbformat.writes(notebook(new_code_cell("1 / 0", id="oops"))),
            "notebooks/99-sample.ipynb: 셀 0 (oops): ZeroDivisionError: division by zero. 오류를 보이려는 셀이면",
        ),
        ("{", "notebooks/99-sample.ipynb: 노트북이 아닙니다"),
    ],
)
def test_make_outputs_leaves_what_it_cannot_execute(text, expected, tmp_path):
    path = tmp_path / "99-sample.ipynb"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        store(path)
    assert str(ended.value).startswith(expected) and "\n" not in str(ended.value)
    assert path.read_text(encoding="utf-8") == text


def break_chapter(path):
    """One fault of each kind, in cells of their own."""
    made = nbformat.read(path, as_version=4)
    made.metadata.pop("question")
    printing = next(cell for cell in made.cells if any(o.get("name") == "stdout" for o in cell.get("outputs", ())))
    printing.outputs[0].text = "거짓\n"
    summary = made.cells[-1]
    summary.source += "\n\n값이 자동으로 저장되어집니다. [없는 절](01-requires-grad.ipynb#없는-절), [9장](01-requires-grad.ipynb)"
    path.write_text(to_text(normal_notebook(made)), encoding="utf-8")
    return printing.id, summary.id


def test_make_check_tells_each_fault_of_a_chapter_in_one_line(tmp_path):
    book = small_book(tmp_path)
    shutil.copy(ROOT / "pytest.ini", book)
    name = "notebooks/02-chain-rule.ipynb"
    printing, summary = break_chapter(book / name)
    answers = book / "notebooks/gradbook/exercises/answers/chain_rule.py"
    answers.write_text(
        re.sub(r"^(# --- \w+: *)\w+", r"\1other", answers.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE),
        encoding="utf-8",
    )
    run = subprocess.run(
        [sys.executable, "-m", "book.tools.check", name], cwd=book, capture_output=True, text=True, encoding="utf-8"
    )
    said = run.stdout.splitlines()
    assert run.returncode == 1 and not run.stderr, run.stderr
    for where, what in (
        ("", "노트북 메타데이터 question이 없습니다"),
        (f"({printing})", "저장된 출력이 실제 출력과 다릅니다"),
        (f"({printing})", "브라우저에서 다르게 나옵니다(책: stdout: 거짓 / 브라우저: stdout: "),
        (f"({summary})", "[doublePassive]"),
        (f"({summary})", "9장이라고 적은 링크가 1장"),
        (f"({summary})", "사이트를 만들 때: local id not found in doc 'notebooks/01-requires-grad': '없는-절'"),
    ):
        assert [line for line in said if line.startswith(f"{name}: ") and where in line and what in line], (what, run.stdout)
    assert any("answers/chain_rule.py, " in line and "‘other’ 진단을 기대했는데" in line for line in said), run.stdout
    assert said[-1].startswith(f"{name}: 고칠 것 {len(said) - 1}개"), run.stdout
