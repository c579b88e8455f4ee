"""A moving figure of chapter 20: curves that a training changes, frame by frame, against the curve or the points they should meet."""

from gradbook.drawing import Drawing, Plane, formula, said, ticks
from gradbook.moving import Control, Moving
from gradbook.palette import ACCENT, INK, MUTED, WARM

HEIGHT = 300
COLORS = (MUTED, ACCENT)  # of the curves in their order; a single curve takes the last


def draw_training(xs, runs, ys, axes, alt, goals=None, dots=(), label="고르기", start=-1):
    """Draw, for some steps of a training, the curves through xs.

    runs: {choice: {step: {name: heights}}}; with one choice there is nothing to choose. ys: (lowest, highest) height;
    axes: the names of the two axes; goals: {choice: heights} dashed; dots: places on the x axis; start: which step is shown first.
    """
    choices = list(runs)
    steps = list(runs[choices[0]])
    plane = Plane(34, 44, 300, 214, (min(xs), max(xs)), ys)

    def draw(choice, step):
        drawing = Drawing(height=HEIGHT)
        plane.axes(drawing, formula(axes[0]), formula(axes[1]), ticks(*plane.xs, 7), ticks(*ys, 6))
        for x in dots:
            drawing.line(plane.x(x), plane.y(0) - 10, plane.x(x), plane.y(0), WARM, 1.5)
        if goals:
            drawing.path(plane.inside(list(zip(xs, goals[choice]))), INK, 1.5, "5 4")
        curves = runs[choice][step]
        for color, heights in zip(COLORS[-len(curves):], curves.values()):
            drawing.path(plane.inside(list(zip(xs, heights))), color, 2.5)
        named = [*zip(COLORS[-len(curves):], curves), *([(INK, "목표 - -")] if goals else []), *([(WARM, "데이터")] if len(dots) else [])]
        at = 352
        for color, name in reversed(named):
            drawing.text(at, 20, name, color, 13, "end", bold=color != INK, halo=False)
            at -= sum(13 if "가" <= letter <= "힣" else 7 for letter in name) + 16
        return drawing, (f"{choice}, " if len(choices) > 1 else "") + f"{said(step)}걸음 뒤: " + _seen(list(curves.values())[-1], goals and goals[choice])

    move = Control("걸음", steps, [f"{step}걸음" for step in steps], "steps", start % len(steps))
    if len(choices) == 1:
        return Moving(alt, [move], lambda step: draw(choices[0], step))
    return Moving(alt, [Control(label, choices, choices, "choice", 0), move], draw)


def _seen(heights, goal):
    """What the frame shows, as a part of a sentence."""
    if goal:
        return f"목표와 가장 크게 벌어진 차이 {said(max(abs(height - wanted) for height, wanted in zip(heights, goal)))}"
    return f"가장 높은 곳 {said(max(heights))}"
