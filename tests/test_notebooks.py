"""Every stored notebook keeps the rules that nbval does not check; and each rule, broken once, is seen."""

from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from book.tools.validation.hygiene import problems, toc_problems
from book.tools.validation.normal_form import NOTEBOOK_METADATA, normal_notebook, to_text

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_keeps_the_rules(path):
    found = list(problems(path))
    assert not found, "\n" + "\n".join(found)


def test_toc_and_folder_agree():
    found = list(toc_problems(ROOT))
    assert not found, "\n" + "\n".join(found)


def sound_notebook():
    """A small notebook without a fault, as make outputs would store it."""
    return new_notebook(
        metadata=nbformat.from_dict(NOTEBOOK_METADATA),
        cells=[
            new_markdown_cell("# 제목", id="title"),
            new_code_cell("print(1)", id="one", execution_count=1, outputs=[new_output("stream", name="stdout", text="1\n")]),
            new_code_cell(
                "1 / 0",
                id="two",
                execution_count=2,
                metadata={"tags": ["raises-exception"]},
                outputs=[
                    new_output(
                        "error",
                        ename="ZeroDivisionError",
                        evalue="division by zero",
                        traceback=["ZeroDivisionError: division by zero"],
                    )
                ],
            ),
        ],
    )


def text_of(mime, value):
    return [new_output("display_data", data={mime: value})]


def result(text):
    return text_of("text/plain", text)


def set_cell(index, **fields):
    def change(notebook):
        for name, value in fields.items():
            notebook.cells[index][name] = nbformat.from_dict(value)

    return change


def stderr(notebook):
    notebook.cells[1].outputs[0].name = "stderr"


def swap(notebook):
    notebook.cells[1].execution_count, notebook.cells[2].execution_count = 2, 1


BROKEN = {
    "not executed": (set_cell(1, execution_count=None, outputs=[]), "실행하지 않은 셀"),
    "out of order": (swap, "실행 번호가 2인데 1번째"),
    "png": (set_cell(1, outputs=text_of("image/png", "iVBORw0KGgo=")), "image/png 출력은 nbval이 비교하지 않습니다"),
    "jpeg": (set_cell(1, outputs=text_of("image/jpeg", "/9j/")), "image/jpeg 출력은 nbval이 비교하지 않습니다"),
    "home path": (set_cell(1, outputs=result("/home/kim/data.csv")), "경로 '/home/kim'"),
    "home path, short": (set_cell(1, outputs=result("File ~/book/x.py")), "경로 '~/book'"),
    "windows path": (set_cell(1, outputs=result(r"C:\Users\kim")), r"경로 'C:\\Users'"),
    "library path": (set_cell(1, outputs=result("lib/python/site-packages/torch")), "경로 'site-packages'"),
    "address": (set_cell(1, outputs=result("<AddBackward0 object at 0x7f12ab34cd56>")), "바뀌는 주소"),
    "carriage return": (set_cell(1, outputs=result("50%\r100%")), "줄을 지우는 글자"),
    "stderr": (stderr, "stderr 출력"),
    "empty cell": (set_cell(0, source=" \n"), "빈 셀"),
    "no id": (lambda notebook: notebook.cells[1].pop("id"), "이름 없음"),
    "same id": (set_cell(1, id="two"), "셀 id가 겹칩니다"),
    "misspelt tag": (set_cell(1, metadata={"tags": ["raises-exeption"]}), "모르는 태그 'raises-exeption'"),
    "silencing tag": (set_cell(1, metadata={"tags": ["nbval-ignore-output"]}), "모르는 태그 'nbval-ignore-output'"),
    "silencing comment": (set_cell(1, source="# NBVAL_IGNORE_OUTPUT\nprint(1)"), "출력 검사를 끕니다"),
    "error without tag": (set_cell(2, metadata={}), "ZeroDivisionError이 저장되었습니다"),
    "tag without error": (set_cell(1, metadata={"tags": ["raises-exception"]}), "오류가 나지 않았습니다"),
    "no reason": (set_cell(1, metadata={"tags": ["no-browser"]}), "이유가 있어야 합니다"),
    "old format": (lambda notebook: notebook.update(nbformat_minor=4) or [c.pop("id") for c in notebook.cells], "이름 없음"),
    "strange metadata": (set_cell(1, metadata={"collapsed": True}), "저장 형식이 다릅니다"),
}


def write(folder, notebook):
    path = folder / "sample.ipynb"
    path.write_text(nbformat.v4.writes(notebook) + "\n", encoding="utf-8")
    return path


def test_sound_notebook_has_no_problem(tmp_path):
    sound = sound_notebook()
    assert list(problems(write(tmp_path, sound))) == []
    assert to_text(normal_notebook(sound)) == to_text(sound)


@pytest.mark.parametrize("name", BROKEN)
def test_broken_rule_is_seen_and_told_in_one_line(name, tmp_path):
    change, expected = BROKEN[name]
    notebook = sound_notebook()
    change(notebook)
    found = list(problems(write(tmp_path, notebook)))
    assert any(expected in line for line in found), found
    assert all("\n" not in line and line.startswith("notebooks/sample.ipynb: ") for line in found)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"cells": 3}',
        '{"nbformat": 4}',
        '{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{"id": "a"}]}',
    ],
)
def test_file_that_is_no_notebook_is_named(text, tmp_path):
    path = tmp_path / "sample.ipynb"
    path.write_text(text, encoding="utf-8")
    assert [line for line in problems(path) if "노트북 형식이 아닙니다" in line]


def test_toc_problems_name_both_sides(tmp_path):
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "notebooks" / "01-here.ipynb").write_text("{}")
    (tmp_path / "index.md").write_text("# 책")
    (tmp_path / "_toc.yml").write_text("root: index\nparts:\n- chapters:\n  - file: notebooks/02-gone\n")
    found = list(toc_problems(tmp_path))
    assert len(found) == 2
    assert found[0].startswith("_toc.yml: notebooks/02-gone: 이런 파일이 없습니다")
    assert found[1].startswith("notebooks/01-here.ipynb: _toc.yml에 없습니다")
