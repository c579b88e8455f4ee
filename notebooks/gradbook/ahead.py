"""A figure of chapter 17: a value and its derivative walking together down a chain, or the derivative coming back up it."""

import torch

from gradbook.drawing import Drawing, formula, said
from gradbook.moving import Control, Moving
from gradbook.palette import ACCENT, ACCENT_TINT, INK, MUTED, PLAIN_TINT, RULE, WARM, WARM_TINT

LEFT, RIGHT = 92, 268  # the middles of the columns: values on the left, derivatives on the right
WIDTH, HEIGHT, PITCH, TOP = 132, 38, 70, 54
ENDS = (60, 300)  # the pixels of the number line on which x is dragged


def draw_ahead(steps, xs, at, alt):
    """Drag x; step forward with both numbers, or forward with the value and back with the derivative.

    steps: (name, formula, function, whether going back needs the value that goes in) for each; xs: places of x, `at` one of them.
    """
    names = ["x", *(name for name, _, _, _ in steps)]
    last = len(steps)
    bottom = TOP + last * PITCH
    places = [ENDS[0] + (ENDS[1] - ENDS[0]) * (x - xs[0]) / (xs[-1] - xs[0]) for x in xs]
    walks = {x: _walk(steps, x) for x in xs}

    def draw(x, forward, step):
        values, locals_, ahead, behind = walks[x]
        drawing = Drawing(height=bottom + 124)
        drawing.text(LEFT, 22, "값", ACCENT, 14, bold=True, halo=False)
        drawing.text(RIGHT, 22, "미분계수" if forward else "기울기", WARM, 14, bold=True, halo=False)
        for place, name in enumerate(names):
            height = TOP + place * PITCH
            there = step >= place
            turn = place if forward else 2 * last + 1 - place
            known = step >= turn
            _box(drawing, LEFT, height, there, step == place, ACCENT_TINT, ACCENT)
            drawing.text(LEFT, height + 5, f"{formula(name)} = {said(values[place])}", INK, 14, halo=False, shown=there)
            _box(drawing, RIGHT, height, known, step == turn, WARM_TINT, WARM)
            drawing.text(RIGHT, height + 5, said((ahead if forward else behind)[place]), INK, 14, halo=False, shown=known)
        for place, (_, text, _, _) in enumerate(steps):
            top, low = TOP + place * PITCH + HEIGHT / 2 + 3, TOP + (place + 1) * PITCH - HEIGHT / 2 - 3
            middle = (top + low) / 2 + 5
            down = step > place
            up = down if forward else step > 2 * last - place
            drawing.arrow(LEFT, top, LEFT, low, ACCENT if down else RULE, 1.8)
            drawing.text(LEFT + 10, middle, formula(text), ACCENT if down else MUTED, 13, "start", halo=False)
            ends = (top, low) if forward else (low, top)
            drawing.arrow(RIGHT, ends[0], RIGHT, ends[1], WARM if up else RULE, 1.8)
            drawing.text(RIGHT + 10, middle, f"× {said(locals_[place])}", WARM, 13, "start", halo=False, shown=up)
        kept = [] if forward else _kept(steps, names, step)
        held = f"{len(kept)}개" + (f" ({', '.join(map(formula, kept))})" if kept else "")
        drawing.text(180, bottom + 50, f"되돌아올 때 쓰려고 붙잡은 값: {held}", INK, 13, halo=False)
        line = bottom + 86
        drawing.line(ENDS[0] - 12, line, ENDS[1] + 12, line, MUTED, 1)
        for value, pixel in zip(xs, places):
            if float(value).is_integer():
                drawing.line(pixel, line - 3, pixel, line + 3, MUTED, 1)
                drawing.text(pixel, line + 22, said(value), MUTED, 12, halo=False)
        drawing.text(ENDS[0] - 28, line + 5, formula("x"), INK, 15, halo=False)
        drawing.circle(places[xs.index(x)], line, 8, ACCENT)
        return drawing, _sentence(names, forward, step)

    ways = [True, False]
    count = 2 * last + 2
    return Moving(
        alt,
        [
            Control("x", xs, [f"x = {said(x)}" for x in xs], start=xs.index(at), at=places),
            Control("방향", ways, ["앞으로", "거꾸로"], "choice"),
            Control("단계", list(range(count)), [f"{count}단계 중 {step + 1}단계" for step in range(count)], "steps", last),
        ],
        draw,
    )


def _walk(steps, x):
    """The values, the derivative of each step, and the derivatives that arrive at each place going forward and going back."""
    values, locals_ = [torch.tensor(x, dtype=torch.float64)], []
    for _, _, function, _ in steps:
        start = values[-1].detach().requires_grad_()
        values.append(function(start))
        locals_.append(torch.autograd.grad(values[-1], start)[0].item())
    ahead, behind = [1.0], [1.0]
    for local in locals_:
        ahead.append(ahead[-1] * local)
    for local in reversed(locals_):
        behind.insert(0, behind[0] * local)
    return [value.item() for value in values], locals_, ahead, behind


def _kept(steps, names, step):
    """The values that going back still needs after so many steps."""
    last = len(steps)
    made = [place for place, (_, _, _, keeps) in enumerate(steps) if keeps and step > place]
    return [names[place] for place in made if step <= 2 * last - place]


def _box(drawing, x, y, there, now, tint, edge):
    drawing.box(x, y, WIDTH, HEIGHT, tint if there else PLAIN_TINT, edge if now else "none", line=2)


def _sentence(names, forward, step):
    last = len(names) - 1
    if forward:
        if step == 0:
            return "x의 값 옆에 1을 적고 출발합니다."
        if step < last:
            return f"{names[step]}의 값과 미분계수를 함께 구했습니다. 앞의 둘은 이제 필요 없습니다."
        return f"{names[last]}에 닿았습니다. 미분계수도 함께 왔으니 되돌아갈 일이 없습니다."
    if step <= last:
        return "값만 구하며 갑니다. 기울기는 아직 없습니다."
    if step == last + 1:
        return f"{names[last]}에서 1로 출발합니다."
    place = 2 * last + 1 - step
    return f"기울기가 {names[place]}에 왔습니다." if place else "기울기가 x까지 왔습니다."
