"""The book's contents at the side of every page, in the order of _toc.yml.

Rendered once per build and folder; a page only marks its own line, so the cost stays linear in the number of chapters.
"""

import hashlib
from html import escape

from book.chapters import SELF_TEST

CURRENT = ' aria-current="page"'


def outline(app):
    """[(part's caption or None, [(docname, depth)])] in reading order."""
    site_map = app.config.external_site_map

    def below(document, depth):
        for tree in site_map[document].subtrees:
            for item in tree.items:
                if item in site_map:
                    yield str(item), depth
                    yield from below(item, depth + 1)

    parts = []
    for tree in site_map.root.subtrees:
        lines = []
        for item in tree.items:
            if item in site_map:
                lines += [(str(item), 0), *below(item, 1)]
        parts.append((tree.caption, lines))
    return parts


def titles(app):
    """{docname: title as HTML}; a chapter's number hangs before its title."""
    found = {}
    for _, lines in outline(app):
        for document, _ in lines:
            title = app.builder.render_partial(app.env.titles[document])["title"]
            number, _, rest = title.rpartition(". </span>")  # Sphinx's <span class="section-number">1. </span>
            found[document] = (number and number + "</span>") + f"<span>{rest}</span>"
    return found


def tasks(app, document):
    """What there is to do in a chapter: progress-marks.js counts against it. A self-test has a score instead."""
    if SELF_TEST.fullmatch(document):
        return " data-self-test"
    if document not in app.sitebook.tasks:
        return ""
    predictions, exercises, orders = app.sitebook.tasks[document]
    ordered = f' data-orders="{orders}"' if orders else ""
    return f' data-predictions="{predictions}" data-exercises="{exercises}"{ordered}'


def render(app, root):
    """The contents as seen from pages whose way to the site's root is `root`."""
    named, lines = titles(app), []
    first = app.config.root_doc
    lines.append(f'<ul><li><a href="{root}{app.builder.get_target_uri(first)}">표지</a></li></ul>')
    for caption, items in outline(app):
        if caption:
            lines.append(f"<p>{escape(caption)}</p>")
        lines.append("<ul>")
        for document, depth in items:
            deep = f' class="depth-{depth}"' if depth else ""
            address = root + app.builder.get_target_uri(document)
            lines.append(f'<li{deep}><a href="{address}"{tasks(app, document)}>{named[document]}</a></li>')
        lines.append("</ul>")
    return "\n".join(lines)


def fill(app, pagename, templatename, context, doctree):
    root = context["content_root"]
    rendered = app.sitebook.contents
    if root not in rendered:
        rendered[root] = render(app, root)
    line = f'href="{root}{app.builder.get_target_uri(pagename)}"'
    context["navigation"] = rendered[root].replace(line, line + CURRENT, 1)


def write_all_when_changed(app, env):
    """Every page shows every title with its tasks, and at its end a question: when one changes, all pages are written again."""
    shown = [(caption, [(d, depth, env.titles[d].astext()) for d, depth in lines]) for caption, lines in outline(app)]
    shown += [app.sitebook.questions, app.sitebook.tasks]
    digest = hashlib.sha256(repr(shown).encode()).hexdigest()
    before, app.sitebook.kept.contents = app.sitebook.kept.contents, digest
    return list(env.found_docs) if before != digest else []
