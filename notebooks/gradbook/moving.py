"""Figures that move: a still picture, and what changes in it from frame to frame, all drawn when the cell ran.

An author writes one function that draws a frame from the values of the controls. It is called for every combination of
values; what comes out the same each time is the still picture, and what differs is stored beside it. moving.js puts the
stored values into the picture when the reader moves a control: nothing is calculated in the browser, every number is torch's.
"""

import html
import itertools
import json
import os
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent


@dataclass
class Control:
    """One thing to move. values: what the drawing function gets; texts: how each is read out, in Korean.

    kind: "slider", "choice" (a few buttons, of which one is pressed) or "steps" (back, forward and a slider between them).
    start: the place in the list that the still picture shows. at: where each value stands in the first drawing, in pixels, if
    the control is dragged there: along x for the first control that has it, along y for the second.
    """

    label: str
    values: list
    texts: list
    kind: str = "slider"
    start: int = 0
    at: list = field(default_factory=list)


class Moving:
    """A figure of one or more drawings side by side, which Jupyter shows as HTML and the book's script moves."""

    def __init__(self, alt, controls, draw):
        """draw(*values) returns (a Drawing or a list of them, one Korean sentence that says what this frame shows)."""
        self.alt, self.controls = alt, controls
        self.more = ""  # HTML below the caption, harmless and readable anywhere
        frames = [draw(*values) for values in itertools.product(*(control.values for control in controls))]
        self.sentences = [sentence for _, sentence in frames]
        self.frames = [drawings if isinstance(drawings, list) else [drawings] for drawings, _ in frames]
        sizes = [len(control.values) for control in controls]
        self.start = 0
        for size, control in zip(sizes, controls):
            self.start = self.start * size + control.start
        self.data = {"controls": [_described(control) for control in controls],
                     "changes": list(_changes(self.frames, sizes)),
                     "say": _along(self.sentences, sizes)}

    @property
    def html(self):
        pictures = "".join(drawing.image(self.alt) for drawing in self.frames[self.start])
        rows = sum(2 if control.kind == "steps" else 1 for control in self.controls)
        data = json.dumps(self.data, ensure_ascii=False, separators=(",", ":"))
        quoted = html.escape(data, quote=False).replace("'", "&#39;")  # JSON is full of double quotes
        return (f'<figure class="moving" data-rows="{rows}" data-moving=\'{quoted}\'>'
                f'<div class="moving-stage">{pictures}</div>'
                f"<figcaption>{html.escape(self.sentences[self.start])}</figcaption>{self.more}</figure>")

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"text/html": _script() + self.html, "text/plain": f"<움직이는 그림: {self.alt}>"}


def _described(control):
    kept = {"label": control.label, "texts": control.texts, "kind": control.kind, "start": control.start}
    return kept | ({"at": [round(place, 1) for place in control.at]} if control.at else {})


def _changes(frames, sizes):
    """[drawing, shape, attribute, [the controls it depends on, the values]] for everything that is not the same in all frames."""
    for place, drawings in enumerate(zip(*frames)):
        for number, shapes in enumerate(zip(*(drawing.shapes for drawing in drawings), strict=True)):
            tags = {tag for tag, _, _ in shapes}
            if len(tags) > 1:
                raise ValueError(f"프레임마다 같은 도형을 같은 차례로 그려야 합니다: {number}번째가 {sorted(tags)}")
            names = dict.fromkeys(name for _, attributes, _ in shapes for name in attributes)
            for name in [*names, "text"]:
                values = [_value(text if name == "text" else attributes.get(name, "")) for _, attributes, text in shapes]
                if any(value != values[0] for value in values):
                    yield [place, number, name, _along(values, sizes)]


def _value(text):
    """Coordinates as numbers, which are shorter in JSON than texts."""
    try:
        number = float(text)
    except ValueError:
        return text
    return int(number) if number.is_integer() else number


def _along(values, sizes):
    """Values by frame → [the controls they depend on, the values by those controls only]."""
    kept = []
    for axis, size in enumerate(sizes):
        left = len(values) // _product(sizes[axis:]) if axis < len(sizes) else 1
        right = _product(sizes[axis + 1:])
        block = size * right
        same = all(values[start + step * right + rest] == values[start + rest]
                   for start in range(0, left * block, block) for step in range(size) for rest in range(right))
        if same:
            values = [values[start + rest] for start in range(0, left * block, block) for rest in range(right)]
            sizes = [*sizes[:axis], 1, *sizes[axis + 1:]]
        else:
            kept.append(axis)
    return [kept, values]


def _product(numbers):
    result = 1
    for number in numbers:
        result *= number
    return result


def _script():
    """The script, once, where a person's Jupyter shows the output; the book's pages bring their own."""
    global _sent
    if _sent or not (os.environ.get("JPY_SESSION_NAME") or os.environ.get("VSCODE_PID")):
        return ""
    _sent = True
    style, script = (HERE.joinpath(name).read_text(encoding="utf-8") for name in ("moving.css", "moving.js"))
    return f'<style>{style}</style><script type="module">{script}</script>'


_sent = False
