"""A particle stays beside its word: on its line, and without the gap that would make two words of them."""

import pytest
from docutils import nodes

from book.site.sitebook.particles import JOINER, keep_whole
from browser import visit

WIDTHS = (360, 1280)
NEAR = 2.5  # CSS pixels between a piece of code and its particle; a space is 4

# Walks the text sign by sign: every syllable that no space separates from what stands before it.
APART = """(near) => {
    const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const block = (element) => { while (/^inline$|math/.test(getComputedStyle(element).display)) element = element.parentElement; return element; };
    let before = null;
    for (let node; (node = walker.nextNode()); ) {
        const parent = node.parentElement, formula = parent.closest('math');
        if (parent.closest('pre, script, style, noscript, svg') || !parent.checkVisibility()) continue;
        const around = block(formula?.parentElement ?? parent), code = parent.closest('code');
        const range = document.createRange();
        for (let i = 0; i < node.data.length; i++) {
            if (/\\s/.test(node.data[i])) { before = null; continue; }
            range.setStart(node, i);
            range.setEnd(node, i + 1);
            const box = (formula ?? range).getBoundingClientRect();
            if (!box.width) continue;
            if (before?.around === around && !formula && /[가-힣]/.test(node.data[i])) {
                const torn = !(before.code && before.code === code) && box.top > before.box.bottom - 2 && box.left < before.box.left;
                const far = before.code && !code && box.left - before.box.right > near;
                if (torn || far) found.push(before.text() + node.data.slice(i, i + 5));
            }
            before = { box, around, code, text: () => node.data.slice(Math.max(0, i - 15), i + 1) };
        }
    }
    return found;
}"""

# Every line ends wherever the browser may end one: what no width at all tears is not torn at a reader's. Outputs are left out:
# what a cell prints is not the build's to hold together.
SQUEEZED = """() => {
    for (const output of document.querySelectorAll('.cell_output')) output.remove();
    const style = document.createElement('style');
    style.textContent = '* { overflow-wrap: normal !important; } :is(p, li, dd, dt, td, th, summary, figcaption, h1, h2, h3, h4) { width: 1px !important; }';
    document.head.append(style);
}"""


def test_every_particle_stands_by_its_word(site, server, browser):
    wrong = []
    for address in site.pages:
        with visit(browser, server.url + address, service_workers="block") as page:
            page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
            page.evaluate("document.fonts.ready")
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                wrong += [f"{address} {width}: {text}" for text in page.evaluate(APART, NEAR)]
                over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                wrong += [f"{address} {width}: {over} px too wide"] if over > 0 else []
            page.evaluate(SQUEEZED)
            wrong += [f"{address}, each line as short as it may be: {text}" for text in page.evaluate(APART, NEAR)]
    assert not wrong


def shown(*children):
    """What keep_whole makes of a paragraph, wrapped words in brackets."""
    return "".join(
        f"<{node.astext()}>" if "whole" in getattr(node, "attributes", {}).get("classes", []) else node.astext()
        for node in keep_whole(list(children))
    )


@pytest.mark.parametrize(
    "text, expected",
    [
        ("이 일을 학습(training)이라고 합니다.", "이 일을 <학습(training)이라고> 합니다."),
        ("자동 미분(automatic differentiation)이라고", "자동 미분(automatic <differentiation)이라고>"),
        ("셀의 “메뉴”에서 고릅니다.", "셀의 <“메뉴”에서> 고릅니다."),
        ("그냥 읽는 글입니다.", "그냥 읽는 글입니다."),
        ("(괄호로 시작하는) 글", "(괄호로 시작하는) 글"),
        ("아주길고길고길고길고길고길고길고길고길고긴(word)이라고", "아주길고길고길고길고길고길고길고길고길고긴(word)이라고"),
    ],
)
def test_a_word_with_a_closing_sign_inside_is_kept_whole(text, expected):
    assert shown(nodes.Text(text)) == expected


def test_code_and_formulas_are_kept_with_their_particle():
    code, formula, link = nodes.literal("", "backward()"), nodes.math("", "x = 1"), nodes.reference("", "연쇄 법칙(chain rule)")
    assert shown(code, nodes.Text("를 부릅니다.")) == "<backward()를> 부릅니다."
    assert shown(formula, nodes.Text("에서 ")) == "<x = 1에서> "
    assert shown(link, nodes.Text("입니다.")) == "<연쇄 법칙(chain rule)입니다.>"
    assert shown(nodes.raw("", "</kbd>", format="html"), nodes.Text("로")) == "</kbd>로", "half an element is not to be wrapped"
    assert shown(nodes.literal("", "x"), nodes.Text("를")) == "x를", "no browser breaks a line between letters"
    assert (
        shown(nodes.literal("", "element 0 of tensors does not …"), nodes.Text("은"))
        == f"element 0 of tensors does not …{JOINER}은"
    ), "too long for a line: only its last letters stay with the particle"
