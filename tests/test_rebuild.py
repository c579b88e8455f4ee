"""A rebuild after a change gives, byte for byte, the site that a build from nothing gives."""

import filecmp
import re

import pytest

from browser import ROOT, build, copy_book

CHANGED, OLD, NEW = "notebooks/03-partial-derivatives", "편미분: 변수가 여럿일 때", "편미분: 여러 변수의 뷁은 기울기"
GONE = "book/engine"


def source(folder):
    """A copy of everything the book is made of; downloads are shared with it."""
    copy_book(folder)
    for name in (".cache", "book/node_modules"):
        if (ROOT / name).exists():
            (folder / name).symlink_to(ROOT / name, target_is_directory=True)
    return folder


def change_a_title(folder):
    file = folder / f"{CHANGED}.ipynb"
    text = file.read_text(encoding="utf-8")
    assert OLD in text
    file.write_text(text.replace(OLD, NEW), encoding="utf-8")


def change_a_figure(folder):
    file = folder / f"{CHANGED}.ipynb"
    text = file.read_text(encoding="utf-8")
    assert "<title>" in text
    file.write_text(text.replace("<title>", "<title>바뀐 그림: "), encoding="utf-8")


def change_the_style(folder):
    with open(folder / "book/site/assets/style.css", "a", encoding="utf-8") as file:
        file.write("p { color: inherit; }\n")


def take_a_page_out(folder):
    file = folder / "_toc.yml"
    file.write_text(
        re.sub(r"  - caption: 더 들여다보기.*", "", file.read_text(encoding="utf-8"), flags=re.DOTALL), encoding="utf-8"
    )
    assert GONE not in file.read_text(encoding="utf-8")
    for page in [
        *folder.glob("book/*.md"),
        *folder.glob("notebooks/*.ipynb"),
    ]:  # an author would take the links to it out as well
        text = page.read_text(encoding="utf-8")
        page.write_text(re.sub(r"\[([^][\n]+)\]\((?:\.\./book/)?engine\.md[^)]*\)", r"\1", text), encoding="utf-8")


def different(one, other):
    """The files that two folders do not share."""
    found = filecmp.dircmp(one, other)
    return [
        *found.left_only,
        *found.right_only,
        *found.diff_files,
        *(f"{name}/{file}" for name, below in found.subdirs.items() for file in different(below.left, below.right)),
    ]


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    """(source, build): the changes are made to one book, one after the other, so that it is built from nothing once only."""
    folder = source(tmp_path_factory.mktemp("rebuild") / "book")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BOOK_URL", "https://example.org/book")  # a published site has a map as well
        build(folder.parent / "rebuilt", folder)
        yield folder, folder.parent / "rebuilt"


@pytest.mark.parametrize("change", [change_a_title, change_a_figure, change_the_style, take_a_page_out])
def test_a_rebuild_is_a_build_from_nothing(change, book, tmp_path):
    folder, rebuilt = book
    change(folder)
    assert not different(build(rebuilt, folder), build(tmp_path / "fresh", folder))
