"""A verdict on a learner's answer (right, not yet, empty) and how it is shown: drawn in notebooks, as text elsewhere."""

import builtins
import html
import re

# Jupyter draws only what stands in the markup itself; a page without these colours names its own in `--ok` and the like.
COLOURS = {"right": "var(--ok,#2e7d4f)", "wrong": "var(--warn,#b07a10)", "empty": "var(--muted,#7a8590)"}
JOINER = "\u2060"  # no width, and no line begins after it
SIGNS = {"right": ("✓", "맞습니다."), "wrong": ("✗", "아직 아닙니다."), "empty": ("…", "아직 비어 있습니다.")}


class Verdict:
    """What to say about an answer. Words in backticks are code: the signs themselves are never shown."""

    def __init__(self, kind, seen="", hint="", error="", diagnosis=""):
        """kind: "right", "wrong" or "empty"; seen: what the answer did, beside the verdict's own words; error: Python's own
        line, if it raised one; hint: where to look; diagnosis: the mistake's short name, for the tests."""
        self.kind, self.seen, self.hint, self.error, self.diagnosis = kind, seen, hint, error, diagnosis

    def __str__(self):
        sign, words = SIGNS[self.kind]
        lines = [f"{sign} {words} {without_ticks(self.seen)}".rstrip(), self.error, without_ticks(self.hint)]
        return "\n".join(line for line in lines if line)

    __repr__ = __str__

    def _repr_html_(self):
        sign, words = SIGNS[self.kind]
        first = f'<strong><span aria-hidden="true">{sign}</span> {words}</strong> {marked(self.seen)}'.rstrip()
        error = self.error and f"<code>{html.escape(self.error, quote=False)}</code>"
        lines = "".join(f"<p>{line}</p>" for line in (first, error, marked(self.hint)) if line)
        style = f"border-left:3px solid {COLOURS[self.kind]};padding:.1em .9em"
        return f'<div class="verdict {self.kind}" style="{style}">{lines}</div>'


def show(verdict):
    """Among a notebook cell's outputs where there is a notebook, which brings its own `display`; else printed."""
    getattr(builtins, "display", print)(verdict)


def without_ticks(text):
    return text.replace("`", "")


def marked(text):
    """The text as HTML, with `code`; a particle stays on the line of the code before it."""
    return re.sub(r"`([^`]*)`(?=([가-힣])?)", lambda found: f"<code>{found[1]}</code>{JOINER if found[2] else ''}", html.escape(text, quote=False))
