"""A figure of chapter 18: an element that broadcasting writes in several places, and the gradients of those places added up."""

import torch

from gradbook.drawing import Drawing, said
from gradbook.moving import Control, Moving
from gradbook.palette import ACCENT, ACCENT_TINT, INK, MUTED, PLAIN_TINT, RULE, WARM, WARM_TINT

CELL, TOP = 44, 76
SMALL, BIG = 24, 206  # the left edges of the two tensors
WAYS = [("순전파", False), ("역전파", True)]


def draw_spreading(smalls, gradient, alt):
    """A small tensor beside its copy of the gradient's shape: values one way, gradients the other.

    smalls: {caption: nested lists}, each of which broadcasting makes as large as `gradient`, nested lists of a matrix.
    """
    gradient = torch.tensor(gradient, dtype=torch.float64)
    pairs = {caption: _both(values, gradient) for caption, values in smalls.items()}
    rows, columns = gradient.shape

    def draw(caption, back):
        small, grown, grad = pairs[caption]
        drawing = Drawing(height=TOP + rows * CELL + 16)
        color = WARM if back else ACCENT
        drawing.text(SMALL, 24, f"모양 {caption}", INK, 14, "start", bold=True, halo=False)
        drawing.text(BIG, 24, f"모양 ({rows}, {columns})", INK, 14, "start", bold=True, halo=False)
        drawing.text(SMALL, 46, "모인 기울기" if back else "값", color, 13, "start", halo=False)
        drawing.text(BIG, 46, "온 기울기" if back else "계산에 쓰인 값", color, 13, "start", halo=False)
        _grid(drawing, SMALL, grad if back else small, rows, columns, back, first=small.flatten()[0].item(), marks=small)
        _grid(drawing, BIG, gradient if back else grown, rows, columns, back, first=small.flatten()[0].item(), marks=grown)
        middle = TOP + rows * CELL / 2
        ends = (SMALL + columns * CELL + 6, BIG - 8)
        drawing.arrow(*((ends[1], middle, ends[0], middle) if back else (ends[0], middle, ends[1], middle)), color, 2.4)
        return drawing, _sentence(small, grad, gradient, grown, back)

    return Moving(
        alt,
        [
            Control("작은 텐서의 모양", list(smalls), list(smalls), "choice"),
            Control("방향", [back for _, back in WAYS], [name for name, _ in WAYS], "choice", 1),
        ],
        draw,
    )


def _both(values, gradient):
    small = torch.tensor(values, dtype=torch.float64, requires_grad=True)
    grown = small + torch.zeros_like(gradient)
    grown.backward(gradient)
    return small.detach(), grown.detach(), small.grad


def _grid(drawing, left, tensor, rows, columns, back, first, marks):
    """The elements in their places; the first of the small tensor, and its copies, on a ground of their own."""
    table = tensor.reshape(1, -1) if tensor.dim() < 2 else tensor
    marked = marks.reshape(1, -1) if marks.dim() < 2 else marks
    for row in range(rows):
        for column in range(columns):
            there = row < table.shape[0] and column < table.shape[1]
            value = table[row, column].item() if there else 0.0
            lit = there and marked[row, column].item() == first
            x, y = left + (column + 0.5) * CELL, TOP + (row + 0.5) * CELL - 12
            ground = (WARM_TINT if back else ACCENT_TINT) if lit else PLAIN_TINT
            drawing.box(x, y, CELL - 4, CELL - 4, ground, (WARM if back else ACCENT) if lit else RULE, shown=there)
            drawing.text(x, y + 5, said(value), INK if lit else MUTED, 14, bold=lit, halo=False, shown=there)


def _sentence(small, grad, gradient, grown, back):
    first = small.flatten()[0].item()
    parts = gradient[grown == first].tolist()
    if not back:
        return f"{said(first)} 하나가 {len(parts)}곳에 쓰입니다."
    return f"{said(first)}에는 쓰인 {len(parts)}곳의 기울기를 더합니다. {' + '.join(map(said, parts))} = {said(sum(parts))}"
