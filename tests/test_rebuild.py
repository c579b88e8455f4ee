"""A rebuild after a change gives, byte for byte, the site that a build from nothing gives."""

import filecmp

import pytest

from browser import build, small_book, take_out

CHANGED, OLD, NEW = "notebooks/03-partial-derivatives", "편미분: 변수가 여럿일 때", "편미분: 여러 변수의 뷁은 기울기"
GONE = "book/engine"


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
    assert (folder / f"{GONE}.md").exists()
    take_out(folder, lambda page: page == GONE)


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
    folder = small_book(tmp_path_factory.mktemp("rebuild") / "book")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BOOK_URL", "https://example.org/book")  # a published site has a map as well
        build(folder.parent / "rebuilt", folder)
        yield folder, folder.parent / "rebuilt"


@pytest.mark.parametrize("change", [change_a_title, change_a_figure, change_the_style, take_a_page_out])
def test_a_rebuild_is_a_build_from_nothing(change, book, tmp_path):
    folder, rebuilt = book
    change(folder)
    assert not different(build(rebuilt, folder), build(tmp_path / "fresh", folder))
