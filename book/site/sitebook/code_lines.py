"""Lines of code that a narrow screen wraps: each says how far it is indented, so that its rest hangs below it (style.css)."""

import html
import re
from unicodedata import east_asian_width

SHORT = 36  # columns: what any phone shows in one line
LISTING = re.compile(r"(?<=<pre>)<span></span>.*?(?=</pre>)", re.DOTALL)


def columns(text):
    """How wide a line is: a Hangul takes two columns."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def marked(listing):
    """A highlighted listing with its long lines in boxes of their own; its text stays what it was."""
    return LISTING.sub(lambda found: "".join(map(_marked_line, found[0].splitlines(keepends=True))), listing)


def _marked_line(line):
    text = html.unescape(re.sub(r"<[^>]*>", "", line)).rstrip()
    if columns(text) <= SHORT:
        return line
    return f'<span class="line" style="--in:{len(text) - len(text.lstrip())}">{line}</span>'


def wrap_listings(app):
    """The builder's highlighter also serves pages that were read before."""
    if app.builder.format != "html":
        return
    highlight = app.builder.highlighter.highlight_block

    def highlight_block(source, lang, *args, **options):
        found = highlight(source, lang, *args, **options)
        return marked(found) if lang in ("python", "bash") else found

    app.builder.highlighter.highlight_block = highlight_block
