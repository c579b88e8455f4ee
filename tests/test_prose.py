"""The book's Korean: hanlint with the book's preset, one form for each term, emphasis that renders. Each failure says
which file, cell and line."""

import json
import re

import pytest
from bs4 import BeautifulSoup
from hanlint import lintText, loadConfig

from book.tools.sources import ROOT, find, markdown_pieces

CONFIG = loadConfig(ROOT / "tests/prose.toml")
# x에 대한 미분 is how mathematics says it, not a translation.
IDIOM = re.compile(r"[$`)]에 대한")


def plain(text):
    """Markdown with what only MyST reads taken out, line for line: directive fences, labels, role names."""
    text = re.sub(r"^(:{3,}|`{3,}\{).*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"^\([\w-]+\)=$", "", text, flags=re.MULTILINE)
    return re.sub(r"\{[\w:-]+\}(?=`)", "", text)


def documents():
    """Each source as one Markdown text, with the place of each of its lines: {file: (text, places)}."""
    found = {}
    for piece in markdown_pieces():
        text, places = found.setdefault(piece.file, ([], []))
        lines = [*plain(piece.text).splitlines(), ""]
        text += lines
        places += [piece.place(number) for number in range(1, len(lines) + 1)]
    return {file: ("\n".join(text), places) for file, (text, places) in found.items()}


def complaints(text, places):
    for finding in lintText(text, CONFIG):
        if finding.severity != "error":
            continue
        line = text.splitlines()[finding.line - 1]
        if finding.rule == "translationese" and "에 대한" in finding.why and not re.search("에 대한", IDIOM.sub("", line)):
            continue
        # Several 의 in parallel clauses are fine; one after the other they are not.
        if finding.rule == "euiChain" and not re.search(r"\S의 \S+의\s", line):
            continue
        yield f"{places[finding.line - 1]}: [{finding.rule}] {finding.quote.strip()[:60]} — {finding.why}"


def test_prose_is_plain_korean():
    wrong = [line for text, places in documents().values() for line in complaints(text, places)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("sentence, rule", [
    ("값이 자동으로 저장되어집니다.", "doublePassive"),
    ("기울기가 함수에 의해 계산됩니다.", "translationese"),
    ("이 텐서는 값을 가지고 있습니다.", "translationese"),
    ("모델의 손실의 기울기의 크기를 봅니다.", "euiChain"),
])
def test_what_the_book_avoids_is_seen(sentence, rule):
    text = f"# 제목\n\n{sentence}\n"
    assert any(f"둘 [{rule}]" in line for line in (c.replace(": ", " ", 1) for c in complaints(text, ["하나", "", "둘"])))


def test_emphasis_is_readable_in_every_viewer():
    """`**손실(loss)**은` stays literal asterisks in Jupyter and on GitHub: a particle follows a closing sign."""
    literal = re.compile(r"\*\*[^*\n]*[^\w\s*]\*\*(?=[가-힣])|(?<=[가-힣])\*\*(?=[^\w\s*])[^*\n]+\*\*")
    wrong = [f"{piece.place(number)}: {found[0]!r} 는 Jupyter에서 별표로 남습니다. 괄호나 백틱을 강조 밖으로 빼세요."
             for piece in markdown_pieces() for number, line in enumerate(piece.text.splitlines(), 1)
             if (found := literal.search(re.sub(r"\$[^$]*\$", "", line)))]
    assert not wrong, "\n".join(wrong)


def readable(page):
    """A rendered page's text without code and formulas."""
    for tag in page.select("script, style, pre, code, math, svg, .math"):
        tag.decompose()
    return page.get_text()


def test_no_asterisks_are_left_in_rendered_text(site):
    wrong = []
    for name in site.pages:
        page = BeautifulSoup((site.folder / name).read_text(encoding="utf-8"), "html.parser")
        for line in readable(page).splitlines():
            if "**" in line:
                wrong.append(f"{find(name[:-5], line[line.index('**'):][:12])}: 강조가 풀리지 않았습니다: {line.strip()[:60]!r}")
    assert not wrong, "\n".join(wrong)


# --- One form for each term. ---

OTHER_NAMES = re.compile(r"다른 이름: ([^.]+)\.")


def glossary():
    """The glossary's terms with the names other books use, which this one does not: {term: [other name, …]}.

    They stand in the term's row of book/glossary.md as ``다른 이름: …, ….``, so that a reader who searches for them
    finds the book's own word.
    """
    rows = [row.strip().strip("|").split("|") for row in (ROOT / "book/glossary.md").read_text(encoding="utf-8").splitlines()
            if row.startswith("|")]
    found = {cells[0].strip(): OTHER_NAMES.search("|".join(cells)) for cells in rows}
    return {term: [name.strip() for name in names[1].split(",")] for term, names in found.items() if names}


def comments():
    """Korean comments in code cells, as (place, text)."""
    for path in sorted(ROOT.glob("notebooks/*.ipynb")):
        for number, cell in enumerate(json.loads(path.read_text(encoding="utf-8"))["cells"], 1):
            if cell["cell_type"] == "code":
                for line, text in enumerate("".join(cell["source"]).splitlines(), 1):
                    if "#" in text:
                        yield f"{path.relative_to(ROOT)}, 셀 {number} ({cell.get('id')}), {line}째 줄", text.split("#", 1)[1]


def lines():
    for piece in markdown_pieces():
        if piece.file != "book/glossary.md":
            for number, line in enumerate(piece.text.splitlines(), 1):
                yield piece.place(number), line
    yield from comments()


def other_forms(lines, wanted):
    """Complaints about every line in which a name stands that the glossary replaces by another."""
    for place, line in lines:
        text = re.sub(r"`[^`]*`", "", line)
        for term, others in wanted.items():
            for other in others:
                if re.search(rf"(?<![가-힣]){re.escape(other)}", text):
                    yield f"{place}: ‘{other}’ 대신 ‘{term}’을 씁니다(book/glossary.md)."


def test_each_term_has_one_form():
    assert glossary(), "book/glossary.md: ‘다른 이름: …, ….’이 하나도 없습니다."
    wrong = list(other_forms(lines(), glossary()))
    assert not wrong, "\n".join(wrong)


def test_another_form_is_seen():
    lines = [("하나", "그래디언트를 구합니다."), ("둘", "`그래디언트`"), ("셋", "기울기를 구합니다.")]
    assert [c.split(":")[0] for c in other_forms(lines, {"기울기": ["그래디언트"]})] == ["하나"]
