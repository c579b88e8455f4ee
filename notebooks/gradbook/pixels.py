"""A moving figure of chapter 20: a picture of a few pixels, changed along the gradient's sign or along signs of no plan."""

import torch

from gradbook.drawing import Drawing, said
from gradbook.moving import Control, Moving
from gradbook.palette import ACCENT, INK, MUTED, PLAIN_TINT, RULE, WARM

WIDTH, HEIGHT = 300, 250
CELL = 29  # a pixel's room; the darker the pixel, the more of it a spot fills


def draw_pixels(image, ways, scores, names, sizes, start, alt):
    """Draw the pixels after a change of some size beside the probabilities that they get.

    image: a square tensor of numbers from 0 to 1; ways: {name: tensor of signs}; scores: pixels → one score a name; sizes: of the
    change; start: which of the sizes the still figure shows.
    """
    def draw(way, size):
        changed = (image + size * ways[way]).clamp(0, 1)
        chances = torch.softmax(scores(changed), dim=0).tolist()
        found = ", ".join(f"{name} {said(100 * chance, 0)}%" for name, chance in zip(names, chances))
        return [_picture(changed.tolist()), _chances(names, chances, size)], f"{way}, 크기 {said(size)}: {found}"

    return Moving(alt, [Control("방향", list(ways), list(ways), "choice", 0),
                        Control("크기", list(sizes), [said(size) for size in sizes], start=sizes.index(start))], draw)


def _picture(rows):
    drawing = Drawing(WIDTH, HEIGHT)
    size = CELL * len(rows)
    drawing.box(WIDTH / 2, HEIGHT / 2, size + 8, size + 8, PLAIN_TINT, line=0)
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            x, y = ((side - size) / 2 + CELL * (place + 0.5) for side, place in ((WIDTH, c), (HEIGHT, r)))
            drawing.circle(x, y, (CELL / 2 - 0.5) * round(value, 4) ** 0.5, INK)
    return drawing


def _chances(names, chances, size):
    drawing = Drawing(WIDTH, HEIGHT)
    left, right = 56, 276
    drawing.text(16, 28, f"픽셀마다 {said(size)}", MUTED, 14, "start", halo=False)
    best = max(chances)
    for place, (name, chance) in enumerate(zip(names, chances)):
        level = 88 + 76 * place
        color = (ACCENT, WARM)[place % 2]
        drawing.text(20, level + 9, name, color, 26, "start", bold=True, halo=False)
        drawing.line(left, level, right, level, RULE, 14)
        drawing.line(left, level, left + (right - left) * round(chance, 3), level, color, 14)
        drawing.text(right, level - 16, f"{said(100 * chance, 0)}%", color, 15, "end", bold=chance == best, halo=False)
    return drawing
