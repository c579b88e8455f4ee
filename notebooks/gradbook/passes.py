"""A figure of chapter 8: a Jacobian filled row by row going backward, or column by column going forward."""

import torch

from gradbook.drawing import Drawing, said
from gradbook.moving import Control, Moving
from gradbook.palette import ACCENT, ACCENT_TINT, INK, MUTED, PLAIN_TINT, RULE, WARM, WARM_TINT

MOST = 4  # rows and columns that the drawing has room for
LEFT, TOP, WIDE, TALL = 112, 92, 60, 40  # the middle of the first place; how far the places stand apart
WAYS = [("한 행씩", True), ("한 열씩", False)]


def draw_passes(functions, alt):
    """Draw the Jacobians of functions, as far as they are known after some passes.

    functions: {"변수 2개, 결과 4개": (function, point)}; function takes and returns a float64 vector of at most four.
    """
    tables = [
        torch.func.jacrev(function)(torch.tensor(point, dtype=torch.float64)).tolist() for function, point in functions.values()
    ]

    def draw(table, by_rows, count):
        results, variables = len(table), len(table[0])
        needed = results if by_rows else variables
        done = min(count, needed)
        drawing = Drawing(height=270)
        drawing.text(8, 24, "결과에서 거꾸로" if by_rows else "변수에서 앞으로", WARM, 14, "start", bold=True, halo=False)
        drawing.text(352, 24, f"{done}번 / 모두 {needed}번", ACCENT, 14, "end", bold=True, halo=False)
        for row in range(MOST):
            _name(drawing, LEFT - 70, TOP + row * TALL, f"y{_low(row)}", row < results, by_rows and row == done - 1)
        for column in range(MOST):
            _name(
                drawing,
                LEFT + column * WIDE,
                TOP - 38,
                f"x{_low(column)}",
                column < variables,
                not by_rows and column == done - 1,
            )
        for row in range(MOST):
            for column in range(MOST):
                there = row < results and column < variables
                place = row if by_rows else column
                _place(
                    drawing,
                    LEFT + column * WIDE,
                    TOP + row * TALL,
                    there,
                    table[row][column] if there else 0,
                    place < done,
                    place == done - 1,
                )
        return drawing, _sentence(by_rows, done, needed, results, variables)

    names = list(functions)
    return Moving(
        alt,
        [
            Control("몇 번", list(range(MOST + 1)), [f"{count}번" for count in range(MOST + 1)], "steps", 1),
            Control("채우는 법", [way for _, way in WAYS], [name for name, _ in WAYS], "choice", 0),
            Control("함수", tables, names, "choice", 0),
        ],
        lambda count, by_rows, table: draw(table, by_rows, count),
    )


def _low(place):
    return "₁₂₃₄"[place]


def _name(drawing, x, y, name, there, asked):
    drawing.box(x, y, 32, 26, WARM_TINT if asked else "none", WARM if asked else "none", shown=there)
    drawing.text(x, y + 5, name, WARM if asked else MUTED, 15, bold=asked, halo=False, shown=there)


def _place(drawing, x, y, there, value, known, new):
    fill = WARM_TINT if new else ACCENT_TINT if known else PLAIN_TINT
    drawing.box(x, y, WIDE - 8, TALL - 6, fill, WARM if new else ACCENT if known else RULE, shown=there)
    drawing.text(x, y + 5, said(value), WARM if new else INK, 15, bold=new, halo=False, shown=there and known)


def _sentence(by_rows, done, needed, results, variables):
    shape = f"결과 {results}개, 변수 {variables}개"
    if not done:
        return f"{shape}: 아직 아무것도 구하지 않았습니다."
    what = "행" if by_rows else "열"
    if done == needed:
        return f"{shape}: {what}마다 한 번씩, {needed}번 만에 다 찼습니다."
    return f"{shape}: {done}번에 {what} {done}개가 찼습니다."
