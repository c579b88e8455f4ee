"""A figure as SVG text that is the same on every machine, with a title for readers who do not see it."""

import hashlib
import html
import io
import re


class Picture:
    """A drawn figure: shown by Jupyter as SVG, named by its alternative text."""

    def __init__(self, fig, alt):
        """fig: a matplotlib figure, drawn in the book's style; alt: one Korean sentence that says what it shows."""
        self.alt = alt
        self.svg = _svg(fig, alt)

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"image/svg+xml": self.svg, "text/plain": f"<그림: {self.alt}>"}


def _svg(fig, alt):
    buffer = io.StringIO()
    fig.savefig(buffer, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    text = buffer.getvalue()
    text = text[text.index("<svg") :]
    text = re.sub(r"<metadata>.*?</metadata>|<style.*?</style>|<!--.*?-->", "", text, flags=re.DOTALL)
    text = re.sub(r"-?\d+\.\d+", _rounded, text)
    text = re.sub(r">\s+<", ">\n<", _short_ids(text)).strip()
    # On the root instead of in a <style>, which would reach every element of the page around the figure.
    root = '<svg role="img" stroke-linejoin="round" stroke-linecap="butt" '
    text = text.replace("<svg ", root, 1)
    return text.replace(">", f"><title>{html.escape(alt, quote=False)}</title>", 1) + "\n"


# A number of the drawing has six digits. Where the true one is an exact half, the sixth goes up or down with the processor (a
# fused multiply-add on ARM): moved off the half by a few of them, in steps no six digits stand on, every one rounds alike.
OFF_THE_HALF = 3.5e-6


def _rounded(match):
    """A number without the last digits, which differ between processors. A scale factor below one keeps four digits."""
    value = float(match.group()) + OFF_THE_HALF
    text = f"{value:.4f}" if abs(value) < 1 else f"{value:.2f}"
    text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _short_ids(text):
    """Drop ids that nothing refers to; name the others after the figure's content, so that two figures share a page."""
    used = set(re.findall(r'(?:href="#|url\(#)([^")]+)', text))
    found = list(dict.fromkeys(re.findall(r' id="([^"]+)"', text)))
    numbers = {old: str(number) for number, old in enumerate((name for name in found if name in used), start=1)}
    text = re.sub(r' id="([^"]+)"', lambda m: f' id="@{numbers[m[1]]}"' if m[1] in numbers else "", text)
    text = re.sub(r'href="#([^"]+)"', lambda m: f'href="#@{numbers[m[1]]}"', text)
    text = re.sub(r"url\(#([^)]+)\)", lambda m: f"url(#@{numbers[m[1]]})", text)
    return text.replace("@", "f" + hashlib.sha256(text.encode()).hexdigest()[:8] + "-")
