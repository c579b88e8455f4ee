"""The book's Korean: hanlint with the book's preset, one form for each term, emphasis that renders.

Every complaint is a line that says which file, cell and line.
"""

import json
import re
from pathlib import Path

from hanlint import lintText, loadConfig

from book.tools.sources import ROOT, markdown_pieces, reply_pieces

CONFIG = loadConfig(Path(__file__).with_name("prose.toml"))
# x에 대한 미분 is how mathematics says it, not a translation.
IDIOM = re.compile(r"[$`)]에 대한")
# `**손실(loss)**은` stays literal asterisks in Jupyter and on GitHub: a particle follows a closing sign.
LITERAL = re.compile(r"\*\*[^*\n]*[^\w\s*]\*\*(?=[가-힣])|(?<=[가-힣])\*\*(?=[^\w\s*])[^*\n]+\*\*")
OTHER_NAMES = re.compile(r"다른 이름: ([^.]+)\.")


def plain(text):
    """Markdown with what only MyST reads taken out, line for line: directive fences, labels, role names."""
    text = re.sub(r"^(:{3,}|`{3,}\{).*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"^\([\w-]+\)=$", "", text, flags=re.MULTILINE)
    return re.sub(r"\{[\w:-]+\}(?=`)", "", text)


def documents(file=None):
    """Each source (or that of `file` alone) as one Markdown text, with the place of each of its lines: {file: (text, places)}."""
    found = {}
    for piece in [*markdown_pieces(), *reply_pieces()]:
        if file not in (None, piece.file):
            continue
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


def literal_emphasis(file=None):
    """Complaints about emphasis that stays asterisks, in every source or in `file`."""
    for piece in markdown_pieces():
        if file in (None, piece.file):
            for number, line in enumerate(piece.text.splitlines(), 1):
                if found := LITERAL.search(re.sub(r"\$[^$]*\$", "", line)):
                    yield f"{piece.place(number)}: {found[0]!r} 는 Jupyter에서 별표로 남습니다. 괄호나 백틱을 강조 밖으로 빼세요."


def glossary():
    """The glossary's terms with the names other books use, which this one does not: {term: [other name, …]}.

    They stand in the term's row of book/glossary.md as ``다른 이름: …, ….``, so that a reader who searches for them
    finds the book's own word.
    """
    found = {term: OTHER_NAMES.search(meaning) for term, meaning, _ in glossary_rows()}
    return {term: [name.strip() for name in names[1].split(",")] for term, names in found.items() if names}


def glossary_rows():
    """(term, the cell that holds its meaning and links, line) of every row of the glossary's tables."""
    for number, row in enumerate((ROOT / "book/glossary.md").read_text(encoding="utf-8").splitlines(), 1):
        if row.startswith("|") and not re.match(r"\|\s*(-|한국어|이름)", row):
            cells = row.strip().strip("|").split("|")
            yield cells[0].strip(), cells[-1].strip(), number


def glossary_complaints():
    """Every link of the glossary leads to a chapter that uses the term."""
    texts = {
        path.relative_to(ROOT).as_posix(): "\n".join(
            "".join(cell["source"]) for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
        )
        for path in ROOT.glob("notebooks/*.ipynb")
    }
    for term, meaning, line in glossary_rows():
        word = term.strip("`").removesuffix("()")
        for path in re.findall(r"\]\(\.\./(notebooks/[\w-]+\.ipynb)", meaning):
            if path in texts and word not in texts[path]:
                yield (
                    f"book/glossary.md, {line}째 줄: ‘{term}’의 링크 {path}에 그 말이 없습니다. "
                    "그 말을 쓰는 장으로 링크를 고치세요."
                )


def comments():
    """Korean comments in code cells, as (file, place, text)."""
    for path in sorted(ROOT.glob("notebooks/*.ipynb")):
        file = path.relative_to(ROOT).as_posix()
        for number, cell in enumerate(json.loads(path.read_text(encoding="utf-8"))["cells"]):
            if cell["cell_type"] == "code":
                for line, text in enumerate("".join(cell["source"]).splitlines(), 1):
                    if "#" in text:
                        yield file, f"{file}: 셀 {number} ({cell.get('id')}), {line}째 줄", text.split("#", 1)[1]


def lines(file=None):
    """(place, text) of every line a reader reads as prose, in every source or in `file`."""
    for piece in [*markdown_pieces(), *reply_pieces()]:
        if piece.file != "book/glossary.md" and file in (None, piece.file):
            for number, line in enumerate(piece.text.splitlines(), 1):
                yield piece.place(number), line
    yield from ((place, text) for found, place, text in comments() if file in (None, found))


def other_forms(lines, wanted):
    """Complaints about every line in which a name stands that the glossary replaces by another."""
    for place, line in lines:
        text = re.sub(r"`[^`]*`|(?<=\])\([^)\s]*\)", "", line)  # neither code nor where a link leads
        for term, others in wanted.items():
            for other in others:
                if re.search(rf"(?<![가-힣]){re.escape(other)}", text):
                    yield f"{place}: ‘{other}’ 대신 ‘{term}’을 씁니다(book/glossary.md)."


def prose_problems(file):
    """Every complaint about one file, e.g. notebooks/01-requires-grad.ipynb."""
    for text, places in documents(file).values():
        yield from complaints(text, places)
    yield from literal_emphasis(file)
    yield from other_forms(lines(file), glossary())
