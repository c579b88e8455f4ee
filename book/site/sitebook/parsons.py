"""Parsons problems: the lines of a solution's loop, shuffled, before the solution. Metadata `parsons` of the solution's cell.

What each order does was run with real torch when the outputs were stored (book/tools/parsons.py) and goes along with the lines:
parsons.js lets the reader move them and tells of the reader's own order. Without scripts and on paper they are read as a question,
whose answer is the solution below.
"""

import hashlib
import json
from html import escape
from textwrap import dedent

from docutils import nodes
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from book.parsons import KEY, orders_of, read, rule_for, shuffled

from .code_lines import marked
from .predictions import is_cell, with_code

FORMAT = HtmlFormatter(nowrap=True)
ASKS = "풀이에 나오는 반복문의 안쪽을 섞어 놓았습니다. 맞는 차례로 놓아 봅니다."


def code(text):
    return highlight(text, PythonLexer(stripnl=False), FORMAT).rstrip()


def listing(lines):
    """Lines that stay where they are; empty where there are none."""
    return (
        marked(f"<pre><span></span>{code(chr(10).join(lines))}</pre>\n").replace("<pre>", '<pre class="highlight">')
        if lines
        else ""
    )


def result(given, entry, wanted):
    """What an order does, as a sentence in HTML."""
    called = f"`{given['call']}`"
    if "at" in entry:
        failed = with_code(f"이 차례로 실행하면 {called}에서 오류가 납니다.")
        return f'{failed} <code class="parsons-error">{escape(entry["shows"])}</code>'
    if leaves := entry.get("leaves"):
        others = " ".join(
            f"`{name}`의 값은 `{value}`입니다. 나와야 하는 값은 `{right}`입니다." for name, (value, right) in leaves.items()
        )
        return with_code(f"이 차례로 실행하면 {called}의 결과는 같지만, 끝났을 때 {others}")
    if entry.get("right"):
        return with_code(f"{called}의 결과는 `{entry['shows']}`입니다.")
    return with_code(f"이 차례로 실행하면 {called}의 결과는 `{entry['shows']}`입니다. 나와야 하는 결과는 `{wanted}`입니다.")


def told(given, names):
    """What parsons.js says, as data: of the outcomes with their orders, each with the rule that tells what is wrong with them, and
    of the rules with the lines that they are about."""
    entries = given["executed"]
    right = next(entry for entry in entries if entry.get("right"))
    count = len(orders_of(right))
    rules = [[names.index(name) for name in rule["order"]] for rule in given["wrong"]]
    outcomes = []
    for entry in entries:
        said = result(given, entry, right["shows"])
        if entry is right:
            if count > 1:
                said += " " + with_code(f"맞는 차례는 모두 {count}가지입니다. {given['also']}")
            outcomes.append({"orders": entry["orders"], "right": True, "said": said})
            continue
        alike = {}
        for order in orders_of(entry):
            alike.setdefault(rule_for(entry, order, rules), []).append(order)
        outcomes += [{"orders": " ".join(orders), "rule": rule, "said": said} for rule, orders in alike.items()]
    said = [with_code(rule["says"]) for rule in given["wrong"]]
    return {"outcomes": outcomes, "rules": [{"lines": lines, "said": words} for lines, words in zip(rules, said)]}


def board(cell_id, source, given):
    """The question as HTML."""
    program = read(source)
    right = {order for entry in given["executed"] if entry.get("right") for order in orders_of(entry)}
    data = json.dumps(told(given, program.names()), ensure_ascii=False)
    asked = hashlib.sha256((source + data).encode()).hexdigest()[:8]  # another question is solved anew
    lines = "".join(
        f'<li data-line="{number}"><pre class="highlight">{code(dedent(program.pieces[number]))}</pre></li>\n'
        for number in shuffled(program.pieces, right)
    )
    return (
        f'<details class="fold parsons-fold"><summary>순서 맞추기</summary>\n'
        f'<div class="parsons" data-parsons="{escape(cell_id)}" data-asked="{asked}" data-told="{escape(data)}">\n<p>{ASKS}</p>\n'
        f'<div class="parsons-code">\n{listing(program.head)}<ol>\n{lines}</ol>\n{listing(program.tail)}</div>\n</div>\n</details>\n'
    )


def ask(app, doctree):
    """Put each such question before its solution."""
    for cell in list(doctree.findall(is_cell)):
        if given := cell["cell_metadata"].get(KEY):
            source = next(cell.findall(nodes.literal_block)).astext()
            question = nodes.raw("", board(cell["data"]["data-cell-id"], source, given), format="html")
            cell.parent.insert(cell.parent.index(cell), question)


def load(app, pagename, templatename, context, doctree):
    if '<div class="parsons"' in (context.get("body") or ""):
        app.add_css_file("parsons.css")
        app.add_js_file("parsons.js", type="module")
