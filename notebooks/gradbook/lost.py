"""The figure of chapter 4: two ways from x to z, and what becomes of the gradient when one of them was not recorded."""

import torch

from gradbook.drawing import Drawing, formula, said
from gradbook.moving import Control, Moving
from gradbook.palette import ACCENT, ACCENT_TINT, INK, MUTED, PLAIN_TINT, WARM, WARM_TINT

WIDE, HIGH = 92, 50
SPOTS = {"x": (54, 150), 0: (180, 66), 1: (180, 234), "z": (306, 150)}


def draw_lost(at, branches, alt):
    """z is the sum of two branches of x; the first can be calculated under torch.no_grad().

    at: the value of x; branches: two of {"a = 2x": function}.
    """
    (first, lost), (second, kept) = branches.items()
    names = [rule.split(" ")[0] for rule in branches]
    ways = {"모두 기록": _run(at, lost, kept, False), f"{names[0]}만 no_grad": _run(at, lost, kept, True)}
    last = 4

    def draw(way, step):
        run, gone = ways[way], way != "모두 기록"
        drawing = Drawing(height=300)
        drawing.text(16, 22, "x.grad", MUTED, 13, "start", mono=True, halo=False)
        drawing.text(70, 22, said(run["x.grad"]) if step == last else "None", WARM if step == last else MUTED, 16, "start", bold=True, halo=False)
        for branch in (0, 1):
            cut = gone and branch == 0
            for here, there, since, back, factor in [("x", branch, 1, 4, run["slopes"][branch]), (branch, "z", 2, 3, 1.0)]:
                (x1, y1), (x2, y2) = SPOTS[here], SPOTS[there]
                side = WIDE / 2 + 3
                (sx, sy), (ex, ey) = (x1 + side, y1), (x2 - side, y2)
                reached, returned = step >= since, step >= back and not cut
                color = MUTED if cut else WARM if returned else ACCENT if reached else PLAIN_TINT
                # After the way back the arrow points the way the gradient went.
                start, end = ((ex, ey), (sx, sy)) if returned else ((sx, sy), (ex, ey))
                drawing.arrow(*start, *end, color, 1.8, shown=reached)
                drawing.line(sx, sy, ex, ey, MUTED, 1.5, "3 5", shown=not reached)
                up = -12 if branch == 0 else 20
                drawing.text((x1 + x2) / 2 + (-6 if here == "x" else 6), (y1 + y2) / 2 + up, f"× {said(factor)}", WARM, 14, bold=True, shown=returned)
        self_boxes = [("x", "x", run["x"], 0, 4, run["x.grad"]), (0, names[0], run["values"][0], 1, 3, 1.0),
                      (1, names[1], run["values"][1], 1, 3, 1.0), ("z", "z", run["z"], 2, 3, 1.0)]
        for spot, name, value, since, back, gradient in self_boxes:
            x, y = SPOTS[spot]
            cut = gone and spot == 0
            there, returned = step >= since, step >= back and not cut
            ground = PLAIN_TINT if cut or not there else WARM_TINT if returned else ACCENT_TINT
            drawing.box(x, y, WIDE, HIGH, ground, MUTED if cut else "none", line=1.2, dash="4 4" if cut else "")
            drawing.text(x, y - 4, formula(f"{name} = {said(value)}"), MUTED if cut else INK, 15, halo=False, shown=there)
            drawing.text(x, y + 16, "기록 없음" if cut else f"기울기 {said(gradient)}", MUTED if cut else WARM, 12, halo=False,
                         shown=there if cut else returned)
        drawing.text(180, 66 - HIGH / 2 - 10, formula(first), MUTED, 14, halo=False)
        drawing.text(180, 234 + HIGH / 2 + 20, formula(second), MUTED, 14, halo=False)
        drawing.text(306, 150 - HIGH / 2 - 10, formula(f"z = {names[0]} + {names[1]}"), MUTED, 14, "middle", halo=False)
        return drawing, sentence(run, gone, step)

    def sentence(run, gone, step):
        ends = ", ".join(f"{name} = {said(value)}" for name, value in zip(names, run["values"]))
        return [f"x = {said(run['x'])}에서 두 길로 계산합니다.",
                f"순전파: {ends}. " + (f"{names[0]}의 계산은 기록하지 않았습니다." if gone else "두 계산을 모두 기록했습니다."),
                f"순전파: z = {said(run['z'])}. 값은 기록과 상관없이 같습니다.",
                "역전파: z의 기울기 1을 " + (f"{names[1]}에만 넘깁니다. {names[0]}에는 거슬러 갈 기록이 없습니다." if gone else "두 길에 넘깁니다."),
                (f"x.grad는 {said(run['x.grad'])}입니다. {names[0]}의 길에서 올 {said(run['slopes'][0])}만큼이 빠졌습니다. 오류는 나지 않습니다." if gone else
                 f"x.grad는 {said(run['slopes'][0])} + {said(run['slopes'][1])} = {said(run['x.grad'])}입니다.")][step]

    texts = ["시작", "순전파 1", "순전파 2", "역전파 1", "역전파 2"]
    return Moving(alt, [Control("기록", list(ways), list(ways), "choice", 1), Control("단계", list(range(last + 1)), texts, "steps", last)], draw)


def _run(at, lost, kept, under_no_grad):
    """The numbers of one run, and each branch's own derivative."""
    x = torch.tensor(at, dtype=torch.float64, requires_grad=True)
    slopes = [torch.autograd.grad(branch(x), x)[0].item() for branch in (lost, kept)]
    with torch.set_grad_enabled(not under_no_grad):
        a = lost(x)
    b = kept(x)
    z = a + b
    z.backward()
    return {"x": at, "values": [a.item(), b.item()], "z": z.item(), "slopes": slopes, "x.grad": x.grad.item()}
