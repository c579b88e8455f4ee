"""The figures of chapter 2: a chain of calculations step by step, and the same chain as number lines that stretch."""

import torch

from gradbook.drawing import Drawing, formula, plain, said, ticks
from gradbook.moving import Control, Moving
from gradbook.palette import ACCENT, ACCENT_TINT, INK, MUTED, PLAIN_TINT, RULE, WARM, WARM_TINT

LEFT, RIGHT = 92, 268  # the middles of the columns: values on the left, gradients on the right
BOX_WIDTH, BOX_HEIGHT = 132, 38
PITCH, TOP = 88, 58


def draw_chain(values, steps, slopes, alt):
    """Step down through the values and back up through the gradients, each the product of the local derivatives so far.

    values: {name: number} in the order of calculation; steps: what happens between two neighbours, as "y = x²";
    slopes: the local derivative of each step, a number.
    """
    names, numbers = list(values), list(values.values())
    last = names[-1]
    gradients = [1.0]
    for slope in reversed(slopes):
        gradients.insert(0, gradients[0] * slope)
    steps = [plain(step) for step in steps]
    count = len(names)

    def draw(step):
        """Steps 0 to count - 1 go forward, those from count on come back."""
        drawing = Drawing(height=TOP + PITCH * (count - 1) + 30)
        drawing.text(LEFT, 20, "순전파", ACCENT, 14, bold=True)
        drawing.text(RIGHT, 20, "역전파", WARM, 14, bold=True)
        for place in range(count):
            y = TOP + place * PITCH
            there, back = step >= place, step >= 2 * count - 1 - place
            now, now_back = step == place, step == 2 * count - 1 - place
            drawing.box(LEFT, y, BOX_WIDTH, BOX_HEIGHT, ACCENT_TINT if there else PLAIN_TINT, ACCENT if now else "none", line=2)
            drawing.text(LEFT, y + 5, formula(f"{names[place]} = {said(numbers[place])}"), INK, 15, halo=False, shown=there)
            drawing.box(RIGHT, y, BOX_WIDTH, BOX_HEIGHT, WARM_TINT if back else PLAIN_TINT, WARM if now_back else "none", line=2)
            slope = f"{_ratio(last, names[place])} = {said(gradients[place])}"
            drawing.text(RIGHT, y + 5, slope, INK, 15, halo=False, shown=back)
        for place, (words, slope) in enumerate(zip(steps, slopes)):
            top, bottom = TOP + place * PITCH + BOX_HEIGHT / 2 + 4, TOP + (place + 1) * PITCH - BOX_HEIGHT / 2 - 4
            down, up = step > place, step >= 2 * count - 1 - place
            drawing.arrow(LEFT, top, LEFT, bottom, ACCENT if down else RULE, 1.8)
            drawing.text(LEFT + 12, (top + bottom) / 2 + 5, formula(words), ACCENT if down else MUTED, 14, "start", halo=False)
            drawing.arrow(RIGHT, bottom, RIGHT, top, WARM if up else RULE, 1.8)
            drawing.text(RIGHT + 12, (top + bottom) / 2 + 5, f"× {said(slope)}", WARM, 15, "start", bold=True, halo=False, shown=up)
        return drawing, sentence(step)

    def sentence(step):
        if step == 0:
            return f"{names[0]} = {said(numbers[0])}에서 시작합니다."
        if step < count:
            return f"순전파: {steps[step - 1]}을 계산합니다. {names[step]} = {said(numbers[step])}"
        if step == count:
            return f"역전파: 맨 끝의 1에서 출발합니다. d{last}/d{last} = 1"
        place = 2 * count - 1 - step
        return (f"역전파: 국소 도함수 {said(slopes[place])}을 곱합니다. "
                f"{said(gradients[place + 1])} × {said(slopes[place])} = {said(gradients[place])}")

    texts = [f"{2 * count}단계 중 {step + 1}단계" for step in range(2 * count)]
    return Moving(alt, [Control("단계", list(range(2 * count)), texts, "steps", 2 * count - 1)], draw)


def _ratio(above, below):
    return f"d{formula(above)}/d{formula(below)}"


STARTS = [place / 4 for place in range(1, 9)]  # where x stands: 0.25 to 2
STRETCHES = [0.5, 0.25, 0.125, 0.0]  # h; at 0 only the derivatives are left
LINE_LEFT, LINE_RIGHT, LINE_TOP, LINE_PITCH = 34, 330, 42, 92


def draw_lines(start, links, alt):
    """The chain as number lines, one below the other: a piece of length h on the first and what becomes of it on the others.

    start: the name of the first number; links: [(name, "y = x²", function)], each a function of the number above it.
    """
    names = [start, *(name for name, _, _ in links)]
    rules = [plain(rule) for _, rule, _ in links]
    runs = {(x, h): _run(x, h, [function for _, _, function in links]) for x in STARTS for h in STRETCHES}
    tops = [max(ends[line] for _, ends, _ in runs.values()) for line in range(len(names))]

    def place(line, value):
        return LINE_LEFT + (LINE_RIGHT - LINE_LEFT) * value / tops[line]

    def draw(x, h):
        begins, ends, slopes = runs[x, h]
        drawing = Drawing(height=LINE_TOP + LINE_PITCH * (len(names) - 1) + 34)
        for line in range(len(names) - 1):
            y = LINE_TOP + line * LINE_PITCH
            corners = [(place(line, begins[line]), y + 8), (place(line, ends[line]), y + 8),
                       (place(line + 1, ends[line + 1]), y + LINE_PITCH - 8), (place(line + 1, begins[line + 1]), y + LINE_PITCH - 8)]
            drawing.path(corners, ACCENT, 1, fill=ACCENT_TINT, closed=True)
        for line, name in enumerate(names):
            y = LINE_TOP + line * LINE_PITCH
            drawing.line(LINE_LEFT, y, LINE_RIGHT, y, MUTED, 1)
            drawing.text(LINE_LEFT - 12, y + 5, formula(name), INK, 16, halo=False)
            for value in ticks(0, tops[line]):
                drawing.line(place(line, value), y - 3, place(line, value), y + 3, MUTED, 1)
                drawing.text(place(line, value), y + 19, said(value), MUTED, 12, halo=False)
            drawing.line(place(line, begins[line]), y, place(line, ends[line]), y, WARM, 5, shown=h > 0)
            drawing.circle(place(line, begins[line]), y, 6, ACCENT)
            long = f"늘어난 길이 {said(ends[line] - begins[line], 4)}" if h else f"{formula(name)} = {said(begins[line], 4)}"
            drawing.text(LINE_RIGHT, y - 12, long, WARM if h else ACCENT, 13, "end")
        for line, rule in enumerate(rules):
            y = LINE_TOP + (line + 0.5) * LINE_PITCH + 8
            factor = (ends[line + 1] - begins[line + 1]) / (ends[line] - begins[line]) if h else slopes[line]
            drawing.text(LINE_RIGHT - 84, y, formula(rule), INK, 15, "end")
            drawing.text(LINE_RIGHT, y, f"× {said(factor, 4)}", WARM, 15, "end", bold=True)
        return drawing, sentence(x, h, begins, ends, slopes)

    def sentence(x, h, begins, ends, slopes):
        if h:
            factors = [(ends[line + 1] - begins[line + 1]) / (ends[line] - begins[line]) for line in range(len(links))]
            whole = (ends[-1] - begins[-1]) / h
        else:
            factors, whole = slopes, torch.tensor(slopes, dtype=torch.float64).prod().item()
        product = " × ".join(said(factor, 4) for factor in factors)
        words = f"h = {said(h, 3)}만큼 늘릴 때의 비율" if h else "h가 0에 다가갈 때의 비율, 곧 국소 도함수"
        return f"{start} = {said(x)}에서 {words}: {product} = {said(whole, 4)}"

    return Moving(alt, [
        Control(start, STARTS, [said(x) for x in STARTS], start=STARTS.index(1.0), at=[place(0, x) for x in STARTS]),
        Control("h", STRETCHES, [said(h, 3) if h else "0으로" for h in STRETCHES], "choice")], draw)


def _run(x, h, functions):
    """The numbers along the chain from x and from x + h, and the local derivative of each link at x."""
    begins, ends, slopes = [x], [x + h], []
    for function in functions:
        begin = torch.tensor(begins[-1], dtype=torch.float64, requires_grad=True)
        result = function(begin)
        result.backward()
        begins.append(result.item())
        slopes.append(begin.grad.item())
        ends.append(function(torch.tensor(ends[-1], dtype=torch.float64)).item())
    return begins, ends, slopes
