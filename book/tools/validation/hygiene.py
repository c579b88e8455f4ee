"""What nbval lets through: every rule a stored notebook keeps, each broken one told in a line.

`problems(path)` yields lines `file: cell: what is wrong. what to do`. Rules look only at the stored file; that the outputs
are true is nbval's part.
"""

import json
import re
import warnings

import nbformat
import yaml
from nbval.plugin import comment_markers, metadata_tags

from book.tools.validation.normal_form import ADDRESS, ANSI, FIXED_ADDRESS, normal_notebook, to_text

# Every tag a cell may bear; anything else is most likely a misspelling, which would silently do nothing.
TAGS = {"raises-exception", "exercise", "no-browser", "hide-cell", "hide-input", "hide-output", "remove-input", "predict"}
# nbval compares none of these (widget models bear random ids).
SKIPPED_MIMES = {"image/png", "image/jpeg", "application/vnd.jupyter.widget-view+json"}
SILENCERS = set(comment_markers) | set(metadata_tags) - {"raises-exception"}
ABSOLUTE_PATH = re.compile(
    r"(?<![\w.:/<])(?:/(?:home|Users|root|usr|opt|tmp|var|mnt|work|private|content)/[\w.-]+"
    r"|~/[\w.-]+|[A-Za-z]:\\+[\w.-]+)|site-packages"
)


def toc_files(toc):
    """Every document `_toc.yml` lists, as written there (no suffix). toc: the parsed YAML."""
    if isinstance(toc, dict):
        yield from (toc[key] for key in ("root", "file") if key in toc)
        toc = list(toc.values())
    if isinstance(toc, list):
        for entry in toc:
            yield from toc_files(entry)


def toc_problems(root):
    """Compares `_toc.yml` in `root` with the notebooks that are there, both ways."""
    listed = list(toc_files(yaml.safe_load((root / "_toc.yml").read_text(encoding="utf-8"))))
    for name in listed:
        if not any((root / f"{name}{suffix}").is_file() for suffix in (".ipynb", ".md")):
            yield f"_toc.yml: {name}: 이런 파일이 없습니다. 파일을 더하거나 줄을 지우세요."
    for path in sorted((root / "notebooks").glob("*.ipynb")):
        if f"notebooks/{path.stem}" not in listed:
            yield f"notebooks/{path.name}: _toc.yml에 없습니다. 읽는 차례에 맞는 자리에 `- file: notebooks/{path.stem}`을 더하세요."


def texts(output):
    """(where, text) of everything a reader sees in an output, SVG left aside."""
    if output.output_type == "stream":
        yield output.name, output.text
    elif output.output_type == "error":
        yield "evalue", output.evalue
        yield "traceback", "\n".join(output.traceback)
    else:
        for mime, value in output.data.items():
            if isinstance(value, str) and mime != "image/svg+xml":
                yield mime, value


def output_problems(cell, output):
    if output.output_type == "stream" and output.name == "stderr":
        yield "stderr 출력이 저장되었습니다. 경고가 나지 않게 고치거나, 경고를 print로 보이세요."
    if output.output_type in ("display_data", "execute_result"):
        for mime in sorted(SKIPPED_MIMES & set(output.data)):
            yield f"{mime} 출력은 nbval이 비교하지 않습니다. gradbook으로 SVG를 그리세요."
    if output.output_type == "error" and "raises-exception" not in cell.metadata.get("tags", []):
        yield f"{output.ename}이 저장되었습니다. 보이려는 오류면 태그 raises-exception을 달고, 아니면 코드를 고치세요."
    for where, text in texts(output):
        plain = ANSI.sub("", text)
        if found := ABSOLUTE_PATH.search(plain):
            yield f"{where}에 이 컴퓨터의 경로 {found[0]!r}가 있습니다. 경로를 찍지 않게 고치세요."
        if any(address != FIXED_ADDRESS for address in ADDRESS.findall(plain)):
            yield f"{where}에 실행할 때마다 바뀌는 주소가 있습니다. make outputs로 다시 저장하세요."
        if "\r" in text or "\b" in text:
            yield f"{where}에 줄을 지우는 글자(\\r, \\b)가 있습니다. nbval이 지워진 부분을 비교하지 않으니 쓰지 마세요."


def cell_problems(cell, number):
    """number: which code cell this is, counted from 1 (None for the others)."""
    if not cell.source.strip():
        yield "빈 셀입니다. 지우세요."
    tags = cell.metadata.get("tags", [])
    for tag in sorted(set(tags) - TAGS):
        yield f"모르는 태그 {tag!r}입니다. 쓸 수 있는 태그: {', '.join(sorted(TAGS))}."
    if "no-browser" in tags and not cell.metadata.get("no_browser"):
        yield "태그 no-browser에는 이유가 있어야 합니다. 셀 메타데이터 no_browser에 한 문장으로 적으세요."
    if cell.cell_type != "code":
        return
    for word in sorted(SILENCERS):
        if re.search(rf"^\s*#+\s*{word}\s*$", cell.source, re.MULTILINE):
            yield f"{word} 주석은 출력 검사를 끕니다. 지우세요."
    if cell.execution_count is None:
        yield "실행하지 않은 셀입니다. make outputs로 실행하세요."
    elif cell.execution_count != number:
        yield f"실행 번호가 {cell.execution_count}인데 {number}번째 셀입니다. make outputs로 처음부터 차례로 실행하세요."
    if "raises-exception" in tags and not any(o.output_type == "error" for o in cell.outputs):
        yield "태그 raises-exception이 있지만 오류가 나지 않았습니다. 태그를 지우거나 코드를 고치세요."
    for output in cell.outputs:
        yield from output_problems(cell, output)


def problems(path, name=None):
    """Every broken rule of the notebook at `path`, one line each; nothing where all is well."""
    name = name or f"notebooks/{path.name}"
    text = path.read_text(encoding="utf-8")
    try:
        raw = json.loads(text)
        stored_ids = [cell.get("id") for cell in raw["cells"]]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # missing and doubled ids: nbformat would mend them, we name them below
            notebook = nbformat.reads(text, as_version=nbformat.NO_CONVERT)
            nbformat.validate(notebook)
    except (ValueError, KeyError, TypeError, AttributeError, nbformat.ValidationError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        yield f"{name}: 노트북 형식이 아닙니다 ({reason}). Jupyter에서 열어 다시 저장하거나 git에서 되돌리세요."
        return
    number = 0
    for index, (cell, stored_id) in enumerate(zip(notebook.cells, stored_ids)):
        where = f"{name}: 셀 {index} ({stored_id or '이름 없음'})"
        if not stored_id:
            yield f"{where}: 셀 id가 없습니다. 최신 Jupyter로 다시 저장하거나 id를 적으세요."
        elif stored_ids.count(stored_id) > 1:
            yield f"{where}: 셀 id가 겹칩니다. 하나를 바꾸세요."
        if cell.cell_type == "code":
            number += 1
        for problem in cell_problems(cell, number):
            yield f"{where}: {problem}"
    if (notebook.nbformat, notebook.nbformat_minor) < (4, 5):
        yield f"{name}: nbformat 4.5보다 낡은 형식입니다. 최신 Jupyter로 다시 저장하세요."
    elif all(stored_ids) and to_text(normal_notebook(notebook)) != text:
        yield f"{name}: 저장 형식이 다릅니다(메타데이터, 줄바꿈, 정렬). make outputs로 다시 저장하세요."
