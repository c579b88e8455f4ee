"""The book's Korean: hanlint with the book's preset, one form for each term, emphasis that renders. Each failure says
which file, cell and line."""

import pytest
from bs4 import BeautifulSoup

from book.tools import prose
from book.tools.prose import LITERAL, complaints, documents, glossary, glossary_complaints, lines, literal_emphasis, other_forms
from book.tools.sources import find


def test_prose_is_plain_korean():
    wrong = [line for text, places in documents().values() for line in complaints(text, places)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    "sentence, rule",
    [
        ("값이 자동으로 저장되어집니다.", "doublePassive"),
        ("기울기가 함수에 의해 계산됩니다.", "translationese"),
        ("이 텐서는 값을 가지고 있습니다.", "translationese"),
        ("모델의 손실의 기울기의 크기를 봅니다.", "euiChain"),
    ],
)
def test_what_the_book_avoids_is_seen(sentence, rule):
    text = f"# 제목\n\n{sentence}\n"
    assert any(f"둘 [{rule}]" in line for line in (c.replace(": ", " ", 1) for c in complaints(text, ["하나", "", "둘"])))


def test_emphasis_is_readable_in_every_viewer():
    wrong = list(literal_emphasis())
    assert not wrong, "\n".join(wrong)
    assert LITERAL.search("**손실(loss)**은") and not LITERAL.search("**손실**은")


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
                wrong.append(f"{find(name[:-5], line[line.index('**') :][:12])}: 강조가 풀리지 않았습니다: {line.strip()[:60]!r}")
    assert not wrong, "\n".join(wrong)


# --- One form for each term. ---


def test_each_term_has_one_form():
    assert glossary(), "book/glossary.md: ‘다른 이름: …, ….’이 하나도 없습니다."
    wrong = list(other_forms(lines(), glossary()))
    assert not wrong, "\n".join(wrong)


def test_another_form_is_seen():
    lines = [("하나", "그래디언트를 구합니다."), ("둘", "`그래디언트`"), ("셋", "[기울기](그래디언트.html)")]
    assert [c.split(":")[0] for c in other_forms(lines, {"기울기": ["그래디언트"]})] == ["하나"]


def test_the_glossary_leads_to_chapters_that_use_the_term():
    wrong = list(glossary_complaints())
    assert not wrong, "\n".join(wrong)


def test_what_a_prediction_answers_is_read_too():
    replies = [place for place, text in lines("notebooks/05-reset-grad.ipynb") if "predict" in place and text.endswith("다.")]
    linted = [
        place for place in documents("notebooks/05-reset-grad.ipynb")["notebooks/05-reset-grad.ipynb"][1] if "predict" in place
    ]
    assert len(replies) > 10 and len(linted) >= len(replies)


def test_a_link_to_a_chapter_without_the_term_is_seen(monkeypatch):
    row = "없는말", "뜻입니다. [1장](../notebooks/01-requires-grad.ipynb)", 7
    monkeypatch.setattr(prose, "glossary_rows", lambda: [row])
    assert [line for line in glossary_complaints() if line.startswith("book/glossary.md, 7째 줄: ‘없는말’의 링크")]
