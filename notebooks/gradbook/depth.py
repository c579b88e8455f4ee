"""A figure of chapter 15: how large the gradient is at each layer of a deep chain, by its depth, its weight and what each layer applies."""

import math

import torch

from gradbook.drawing import Drawing, said
from gradbook.moving import Control, Moving
from gradbook.palette import ACCENT, INK, MUTED, RULE, WARM

LEFT, WIDTH, TOP, PITCH = 52, 296, 34, 17  # of the plane; PITCH: pixels of a factor of ten
MOST, LEAST = 4, -8  # powers of ten at the upper and the lower edge
RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def draw_depth(layers, weights, functions, alt):
    """Bars of |gradient| for h = f(weight · h), started at 1.

    layers, weights: what the controls offer; functions: {name: function}. Every number comes from hooks on the h.
    """

    def draw(count, weight, name):
        sizes = _sizes(count, weight, functions[name])
        drawing = Drawing(height=TOP + PITCH * (MOST - LEAST) + 36)
        for power in range(LEAST, MOST + 1, 2):
            height = _height(power)
            drawing.line(LEFT, height, LEFT + WIDTH, height, INK if power == 0 else RULE, 1)
            drawing.text(LEFT - 6, height + 4, _power(power), MUTED, 12, "end", halo=False)
        wide = WIDTH / count
        for color, picked in ((ACCENT, sizes[1:]), (WARM, sizes[:1])):
            points = []
            for place, size in enumerate(picked, start=0 if color == WARM else 1):
                left, right = LEFT + wide * (place + 0.15), LEFT + wide * (place + 0.85)
                top = _height(min(max(math.log10(size), LEAST), MOST))
                points += [(left, _height(0)), (left, top), (right, top), (right, _height(0)), None]
            drawing.path(points, "none", 0, fill=color)
        drawing.text(LEFT, 20, "기울기의 크기", MUTED, 12, "start", halo=False)
        bottom = _height(LEAST) + 20
        drawing.text(LEFT, bottom, "첫 층", WARM, 12, "start", bold=True, halo=False)
        drawing.text(LEFT + WIDTH, bottom, "마지막 층", MUTED, 12, "end", halo=False)
        applied = "" if name == next(iter(functions)) else f", {name}"
        return drawing, f"{count}층, 가중치 {said(weight)}{applied}: 첫 층까지 온 기울기는 {_words(sizes[0])}입니다."

    return Moving(alt, [Control("층", layers, [f"{count}층" for count in layers], "choice", len(layers) - 1),
                        Control("가중치", weights, [said(weight) for weight in weights], start=0),
                        Control("씌우는 함수", list(functions), list(functions), "choice", 0)], draw)


def _sizes(count, weight, function):
    """The gradient's size at every h, the first layer's first."""
    found = []
    h = torch.tensor(1.0, dtype=torch.float64, requires_grad=True)
    for _ in range(count):
        h = function(weight * h)
        h.register_hook(lambda grad: found.append(abs(grad.item())))
    h.backward()
    return found[::-1]


def _height(power):
    return TOP + PITCH * (MOST - power)


def _power(power):
    return "1" if power == 0 else "10" + str(power).translate(RAISED)


def _words(size):
    """A size as it is read: 0.0123, or 1.9 × 10⁻⁶."""
    if 0.001 <= size < 10000:
        return said(size, 4 if size < 1 else 1)
    power = math.floor(math.log10(size) + 1e-9)
    return f"{said(size / 10**power, 1)} × 10{str(power).translate(RAISED)}"
