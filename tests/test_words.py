"""Every word of the interface is Korean: what a reader sees or hears around the text, and what scripts put there."""

import re

import pytest
from bs4 import BeautifulSoup, Comment

from browser import ROOT

# Names and keys a Korean reader expects in Latin letters. Sentences and ordinary words have no place here.
NAMES = {
    "CC",
    "BY",
    "MIT",
    "Ctrl",
    "K",
    "C",
    "Esc",
    "Enter",
    "Tab",
    "Shift",
    "Alt",
    "Colab",
    "Binder",
    "PDF",
    "EPUB",
    "ipynb",
    "zip",
    "PyTorch",
    "Python",
    "Pyodide",
    "Jupyter",
    "torch",
    "MB",
    "KB",
    "GitHub",
}
TEXT_ATTRIBUTES = ("aria-label", "aria-description", "aria-roledescription", "title", "alt", "placeholder", "label", "value")
# What an author wrote, and code: terms and identifiers stand there in Latin letters by right.
AUTHORS = (
    "article figure, article code, article pre, article math, article p, article li, article h1, article h2, article h3, article h4, "
    "article td, article th, article dt, article dd, #nav li, .here li, .turn span, kbd, title, script, style, code, math"
)


def english(text):
    """Latin words of two letters and more that are no names."""
    return [word for word in re.findall(r"[A-Za-z][A-Za-z'-]+", text or "") if word not in NAMES]


@pytest.fixture(scope="module")
def parsed(site):
    return {p: BeautifulSoup((site.folder / p).read_text(encoding="utf-8"), "html.parser") for p in site.pages}


def test_attributes_are_korean(parsed):
    found = []
    for address, page in parsed.items():
        for tag in page.find_all(True):
            for name in TEXT_ATTRIBUTES:
                value = tag.get(name)
                # A figure's alternative text may name what it shows: `x.grad`.
                # The value of a choice to predict is the author's text, which its button shows.
                left = value and tag.name not in ("meta", "option") and not tag.find_parent(class_="guess") and english(value)
                if left and not (name == "alt" and re.search("[가-힣]", value)):
                    found.append(f"{address}: <{tag.name} {name}={value!r}>")
    assert not found


def test_text_around_the_chapters_is_korean(parsed):
    found = []
    for address, page in parsed.items():
        for tag in page.select(AUTHORS):
            tag.extract()
        for text in page.find_all(string=True):
            if not isinstance(text, Comment) and text.parent.name not in ("[document]", "html") and (left := english(str(text))):
                found.append(f"{address}: {left} in {' '.join(str(text).split())!r}")
    assert not found


def test_boxes_and_folds_have_korean_titles(parsed):
    found = []
    for address, page in parsed.items():
        for title in page.select(".admonition-title, summary"):
            if not re.search("[가-힣]", title.get_text()):
                found.append(f"{address}: {title.get_text()!r}")
    assert not found


# A string in a script that looks like words on a button or a sentence; translations carry Hangul in the same line.
STRING = re.compile(r"""(["'`])((?:(?!\1)[^\\\n])*)\1""")
PROSE = re.compile(r"^[A-Z][a-z]+(?: [A-Za-z]+)+[.!?…]?$")


def test_scripts_say_nothing_in_english():
    found = []
    scripts = [*(ROOT / "book/site/assets").glob("*.js"), *(ROOT / "book/live/page").glob("*.js")]
    assert scripts
    for file in scripts:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            code = line.split("// ")[0]
            if not re.search("[가-힣]", code):
                found += [f"{file.relative_to(ROOT)}:{number}: {text}" for _, text in STRING.findall(code) if PROSE.match(text)]
    assert not found


def test_the_check_sees_english():
    assert english("Copy code") == ["Copy", "code"]
    assert english("코드 복사, Ctrl+K") == []
    assert PROSE.match("Copy to clipboard") and not PROSE.match("search-open") and not PROSE.match("폴더에서 실행")
