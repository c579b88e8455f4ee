"""A moving figure of chapter 20: the mean of more and more samples of two estimates of one gradient."""

from itertools import accumulate

from gradbook.drawing import Drawing, Plane, formula, said, ticks
from gradbook.moving import Control, Moving
from gradbook.palette import ACCENT, INK, MUTED, RULE, WARM

HEIGHT = 300


def draw_estimates(estimates, exact, counts, ys, alt):
    """Draw the mean of the first n samples of each estimate for n up to one of the counts, and the gradient that they estimate.

    estimates: {name: list of samples}, two of them; exact: a number; counts: how many samples, the last but one at first;
    ys: (lowest, highest).
    """
    last = counts[-1]
    means = {name: [total / n for n, total in enumerate(accumulate(samples[:last]), start=1)] for name, samples in estimates.items()}
    plane = Plane(38, 44, 296, 214, (1, last), ys)

    def draw(count):
        drawing = Drawing(height=HEIGHT)
        plane.axes(drawing, formula("n"), "", (1, *(n for n in ticks(1, last, 5) if n > 1)), ticks(*ys, 7))
        drawing.line(*plane.at(1, exact), *plane.at(last, exact), INK, 1.5, "5 4")
        at = 8
        for color, (name, values) in zip((WARM, ACCENT), means.items()):
            places = list(enumerate(values, start=1))
            drawing.path(plane.inside(places), RULE, 1)
            drawing.path(plane.inside(places[:count]), color, 2)
            drawing.text(at, 20, name, color, 13, "start", bold=True, halo=False)
            at += 150
        drawing.text(352, 20, "정확한 값 - -", MUTED, 13, "end", halo=False)
        return drawing, f"샘플 {count}개의 평균: " + ", ".join(f"{name} {said(values[count - 1])}" for name, values in means.items())

    return Moving(alt, [Control("샘플", list(counts), [f"{count}개" for count in counts], start=len(counts) - 2)], draw)
