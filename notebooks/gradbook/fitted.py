"""A figure of chapter 18: the curve of a small network after more and more steps of descent."""

from gradbook.drawing import Drawing, Plane, formula, said, spread
from gradbook.moving import Control, Moving
from gradbook.palette import ACCENT, INK, RULE, WARM

PLANE = Plane(40, 26, 284, 196, (-1.4, 1.4), (-1.6, 1.8))


def draw_fitted(network, history, xs, ys, alt):
    """Draw the points and the curve network(parameters, x).

    history: {how many steps: the parameters, numbers}; xs, ys: lists of numbers.
    """
    places = spread(-1.4, 1.4, 57)
    curves = {step: [(x, network(numbers, x)) for x in places] for step, numbers in history.items()}
    missed = {step: [network(numbers, x) for x in xs] for step, numbers in history.items()}

    def draw(step):
        drawing = Drawing(height=256)
        PLANE.axes(drawing, formula("x"), formula("y"), (-1, 0, 1), (-1, 0, 1))
        drawing.line(PLANE.x(-1.4), PLANE.y(0), PLANE.x(1.4), PLANE.y(0), RULE, 1)
        for x, y, made in zip(xs, ys, missed[step]):
            drawing.line(*PLANE.at(x, y), *PLANE.at(x, made), WARM, 1.8, "3 3")
        drawing.path(PLANE.inside(curves[step]), ACCENT, 2.4)
        for x, y in zip(xs, ys):
            drawing.circle(*PLANE.at(x, y), 4.5, INK)
        loss = sum((made - y) ** 2 for made, y in zip(missed[step], ys)) / len(ys)
        return drawing, f"{step}걸음 뒤의 손실은 {said(loss, 3)}입니다."

    return Moving(
        alt, [Control("걸음", list(history), [f"{step}걸음" for step in history], "slider", len(history) - 1)], draw
    )
