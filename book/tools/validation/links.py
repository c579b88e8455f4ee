"""Links in the sources, before any build: each leads to a page of the book, ‘3장’ to chapter 3, an ending to the chapter that follows.

Whether a link's `#…` is there, the build says.
"""

import posixpath
import re
from urllib.parse import unquote, urlsplit

from book.chapters import SELF_TEST, chapters, parts
from book.tools.sources import ROOT, markdown_pieces

LINK = re.compile(r"(?<!!)\[((?:[^\[\]`]|`[^`]*`)*)\]\(([^()\s]+)\)")
NUMBER = re.compile(r"(\d+)장")


def without_code(text):
    return re.sub(r"^(`{3,}|~{3,}).*?^\1", lambda block: "\n" * block[0].count("\n"), text, flags=re.MULTILINE | re.DOTALL)


def link_problems(file=None, root=ROOT, pieces=None):
    """Complaints about the links of every source, or of `file` alone (notebooks/01-requires-grad.ipynb)."""
    numbers = {f"{chapter.name}.ipynb": chapter.number for chapter in chapters(root)}
    pieces = markdown_pieces() if pieces is None else pieces
    endings = {piece.file: piece for piece in pieces}  # the last piece of each file
    for piece in pieces:
        if file not in (None, piece.file):
            continue
        for number, line in enumerate(without_code(piece.text).splitlines(), 1):
            for text, address in LINK.findall(line):
                link = urlsplit(address)
                if link.scheme or link.netloc or not link.path:
                    continue
                target = posixpath.normpath(posixpath.join(posixpath.dirname(piece.file), unquote(link.path)))
                place = piece.place(number)
                said = NUMBER.fullmatch(text.strip())
                if not (root / target).is_file():
                    if link.path.endswith((".ipynb", ".md")):
                        yield f"{place}: 링크 {address!r}가 가리키는 파일이 없습니다. 파일 이름을 고치세요."
                elif said and numbers.get(target) and numbers[target] != int(said[1]):
                    yield f"{place}: {said[0]}이라고 적은 링크가 {numbers[target]}장({target})을 가리킵니다. 하나를 고치세요."
                elif (
                    piece is endings[piece.file]
                    and numbers.get(piece.file)
                    and (numbers.get(target) or 0) > numbers[piece.file] + 1
                ):
                    yield (
                        f"{place}: 장 끝의 링크 {address!r}가 바로 다음 장이 아닙니다. 차례(_toc.yml)에서 다음 장을 찾아 글과 링크를 "
                        "고치세요."
                    )


def order_problems(root):
    """Chapters stand in `_toc.yml` in the order of the numbers in their files' names, in numbered parts only; each part ends with
    its self-test."""
    before = 0
    for part in parts(root):
        if part.numbered and not SELF_TEST.fullmatch(part.pages[-1]):
            yield f"_toc.yml: {part.caption}: 부의 끝에 점검 문제가 없습니다. notebooks/self-test-N을 마지막 장 다음에 넣으세요."
        for name in part.pages:
            found = re.match(r"notebooks/(\d\d)-", name)
            if not found:
                continue
            if name not in part.numbered:
                yield f"_toc.yml: {name}: 장인데 번호가 없는 부에 있습니다. `numbered: 1`이 있는 부에 넣으세요."
            if int(found[1]) <= before:
                yield f"_toc.yml: {name}: 파일 이름의 번호가 앞 장보다 크지 않습니다. 차례나 이름을 고치세요."
            before = int(found[1])
