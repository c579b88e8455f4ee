"""Examples of the figures that move, which test_moving.py looks at; as a program it prints them as JSON.

With the argument `browsertorch` they are drawn by the torch that runs in the reader's browser.
"""

import json
import math
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "notebooks"))
if sys.argv[1:] == ["browsertorch"]:
    sys.path.insert(0, str(ROOT / "book"))
    import browsertorch

    sys.modules["torch"] = browsertorch

import torch  # noqa: E402

from gradbook.accumulation import draw_accumulation  # noqa: E402
from gradbook.ahead import draw_ahead  # noqa: E402
from gradbook.batches import draw_batches  # noqa: E402
from gradbook.branches import draw_branches  # noqa: E402
from gradbook.carried import draw_carried  # noqa: E402
from gradbook.chain import draw_chain, draw_lines  # noqa: E402
from gradbook.cheaper import draw_cheaper  # noqa: E402
from gradbook.clipping import draw_clipping  # noqa: E402
from gradbook.contour import draw_gradient  # noqa: E402
from gradbook.curvature import draw_curvature  # noqa: E402
from gradbook.depth import draw_depth  # noqa: E402
from gradbook.derivatives import draw_derivatives  # noqa: E402
from gradbook.descent import draw_descent  # noqa: E402
from gradbook.estimates import draw_estimates  # noqa: E402
from gradbook.firing import draw_firing  # noqa: E402
from gradbook.fitted import draw_fitted  # noqa: E402
from gradbook.guess import draw_descended, draw_guess  # noqa: E402
from gradbook.kinks import draw_kinks  # noqa: E402
from gradbook.learning import draw_learning  # noqa: E402
from gradbook.lost import draw_lost  # noqa: E402
from gradbook.nearby import draw_nearby  # noqa: E402
from gradbook.orders import draw_orders  # noqa: E402
from gradbook.passes import draw_passes  # noqa: E402
from gradbook.pixels import draw_pixels  # noqa: E402
from gradbook.regions import draw_regions  # noqa: E402
from gradbook.relay import draw_relay  # noqa: E402
from gradbook.rules import draw_rules  # noqa: E402
from gradbook.sending import draw_sending  # noqa: E402
from gradbook.slots import draw_slots  # noqa: E402
from gradbook.smoothed import draw_smoothed  # noqa: E402
from gradbook.spreading import draw_spreading  # noqa: E402
from gradbook.stairs import draw_stairs  # noqa: E402
from gradbook.step_error import draw_step_error  # noqa: E402
from gradbook.steps import steps  # noqa: E402
from gradbook.tangent import draw_tangent  # noqa: E402
from gradbook.training import draw_training  # noqa: E402
from gradbook.valleys import draw_valleys  # noqa: E402
from gradbook.versions import draw_versions, draw_views  # noqa: E402
from gradbook.weighted import draw_weighted  # noqa: E402


def small():
    x = torch.tensor(3.0, requires_grad=True)
    w = torch.tensor(2.0, requires_grad=True)
    y = w * x  # the names are read from here
    loss = (y - 5) ** 2 + x.exp() / 4
    return steps(loss)


def vectors():
    w = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
    b = torch.tensor(0.5, requires_grad=True)
    data = torch.tensor([2.0, 0.0, 1.0])
    return steps(((w * data + b - 1) ** 2).mean(), w=w)


def loop():
    w = torch.tensor(0.5, requires_grad=True)
    b = torch.tensor(0.25, requires_grad=True)
    h = w
    for _ in range(100):
        h = h * w + b
    return steps(h)


def slots():
    x = torch.tensor(3.0, requires_grad=True)
    y = x**2
    z = y * 10
    return draw_slots({"x": x, "y": y, "z": z}, torch.autograd.grad(z, [x, y, z]), kept="y", alt="지나는 기울기")


class Value:
    """What chapter 18's reader makes: a number, what it was calculated from, and the shares of a gradient that comes to it."""

    def __init__(self, data, parents=(), rule=None):
        self.data, self.parents, self.rule = data, parents, rule


def sending():
    a = Value(1.3)
    b = Value(a.data**2, (a, a), lambda g: (g * a.data, g * a.data))
    c = Value(b.data * a.data, (b, a), lambda g: (g * a.data, g * b.data))
    d = Value(b.data + c.data, (b, c), lambda g: (g, g))
    return draw_sending({"a": a, "b": b, "c": c, "d": d}, {"맞게": ["d", "c", "b"], "이르게": ["d", "b", "c"]}, alt="차례")


def regions():
    def hidden():
        torch.manual_seed(1)
        return torch.nn.Sequential(torch.nn.Linear(2, 4), torch.nn.Tanh(), torch.nn.Linear(4, 1)).double()

    corners = [(0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0)]
    return draw_regions({"두 층": hidden}, corners, [0, 1, 1, 0], 1.0, [0, 40, 100], alt="나뉜 평면")


FIGURES = {
    "steps": small,
    "steps, vectors": vectors,
    "steps, a loop": loop,
    "tangent": lambda: draw_tangent(lambda x: x**2, at=1.0, alt="접선"),
    "tangent, at the edge": lambda: draw_tangent(lambda x: x**3 - 3 * x, at=-2.0, alt="접선"),
    "chain": lambda: draw_chain(
        {"x": 1.0, "u": 3.0, "v": 4.0, "w": 16.0}, ["$u = 3x$", "v = u + 1", "$w = v^2$"], [3, 1, 8], alt="사슬"
    ),
    "lines": lambda: draw_lines("x", [("y", "y = x²", lambda x: x**2), ("z", "z = 10y", lambda y: 10 * y)], alt="수직선"),
    "accumulation": lambda: draw_accumulation({"비우지 않으면": [2.0, 4.0, 6.0], "매번 비우면": [2.0, 2.0, 2.0]}, alt="쌓임"),
    "gradient": lambda: draw_gradient(lambda x, y: 2 * x**2 + y**2, at=(1.0, 1.0), alt="등고선"),
    "gradient, another function": lambda: draw_gradient(lambda x, y: x * y + x.sin(), at=(-1.1, 0.3), alt="등고선"),
    "slots": slots,
    "orders": lambda: draw_orders([4, 3, 3, 1], alt="차례"),
    "lost": lambda: draw_lost(3.0, {"a = 2x": lambda x: 2 * x, "b = x²": lambda x: x**2}, alt="잃은 길"),
    "descent": lambda: draw_descent(lambda x, y: x**2 / 2 + 5 * y**2, [(-2.5, 1.5), (2.5, 0.5), (-1.0, -2.0)], alt="내려가기"),
    "learning": lambda: draw_learning([-1.0, -0.25, 0.5, 1.25], [0.5, 3.0, 4.5, 8.0], (0.01, 0.3, 0.9), 0.3, alt="직선"),
    "regions": regions,
    "carried": lambda: draw_carried(4, alt="이어지는 상태"),
    "weighted": lambda: draw_weighted(lambda x: x**2, (1.0, 2.0), ["첫째", "둘째"], "ab", (1, 1), alt="가중합"),
    "relay": lambda: draw_relay(lambda x: x**2, lambda y: y.sum(), (1.0, 2.0), ("제곱", "합"), alt="이어지는 기울기"),
    "batches": lambda: draw_batches([1, 2, 4], 4.0, 0.25, alt="합과 평균"),
    "passes": lambda: draw_passes({"변수 1, 결과 3": (lambda x: x * torch.ones(3), [2.0])}, alt="행과 열"),
    "nearby": lambda: draw_nearby(lambda x: x.sin() + x.prod(), [(1.1, 0.3)], alt="평행사변형"),
    "curvature": lambda: draw_curvature(
        lambda x: 2 * x[0] ** 2 + x.prod() + x[1] ** 4, (1.0, 1.0), 0.1, 4, ((-1.4, 1.4), (-1.2, 1.3)), [0.5, 1, 2], alt="걸음"
    ),
    "firing": lambda: draw_firing(3.0, alt="훅의 차례"),
    "clipping": lambda: draw_clipping((6.0, 3.0), [1, 3, 7], 1, alt="클리핑"),
    "depth": lambda: draw_depth(
        [5, 20], [0.5, 1.5], {"없음": lambda h: h, "tanh": torch.tanh, "sigmoid": torch.sigmoid}, alt="깊이"
    ),
    "versions": lambda: draw_versions(alt="버전"),
    "views": lambda: draw_views(alt="뷰"),
    "derivatives": lambda: draw_derivatives(
        {"sin(x)": torch.sin, "relu(x)": torch.relu, "softplus(x)": torch.nn.functional.softplus}, at=1.0, alt="이계도함수"
    ),
    "rules": lambda: draw_rules(
        lambda x: x**3, "x³", {"3x²": lambda x: 3 * x**2, "2x²": lambda x: 2 * x**2}, "2x²", 1.0, alt="규칙"
    ),
    "ahead": lambda: draw_ahead(
        [("a", "a = sin(x)", torch.sin, True), ("y", "y = eᵃ", torch.exp, True)], [-1.0, 0.3, 2.0], 0.3, alt="앞으로"
    ),
    "cheaper": lambda: draw_cheaper([1, 10, 100], (10, 100), alt="횟수"),
    "sending": sending,
    "fitted": lambda: draw_fitted(
        lambda p, x: p[0] * math.tanh(p[1] * x), {0: [1.0, 0.3], 5: [1.1, 0.7]}, [-1.0, 0.0, 0.7], [-1.0, 0.1, 0.8], alt="곡선"
    ),
    "spreading": lambda: draw_spreading({"(2,)": [1, 2], "()": 1}, [[0.1, 0.2], [0.4, 0.8]], alt="브로드캐스팅"),
    "step error": lambda: draw_step_error(lambda x: x * x * x, 2.0, 12.0, 6, alt="오차"),
    "kinks": lambda: draw_kinks({"abs(x)": torch.abs, "relu(x)": torch.relu}, alt="꺾인 점"),
    "stairs": lambda: draw_stairs(
        {"round": (torch.round, None), "직통": (lambda x: x + (x.round() - x).detach(), lambda x: x)}, 0.625, alt="계단"
    ),
    "branches": lambda: draw_branches([4.0, 0.0, -1.0], 2, alt="두 길"),
    "smoothed": lambda: draw_smoothed([1, 16], 0.0, alt="둥글린 꺾임"),
    "guess": lambda: draw_guess([-1.0, 0.5, 1.25], [0.1, 1.3, 0.7], [-1.0, 0.5, 2.0], [-0.7, 0.4, 1.0], (0.5, 0.4), alt="맞추기"),
    "descended": lambda: draw_descended([-1.0, 0.5], [0.1, 1.3], [-1.0, 2.0], [-1.0, 1.0], [(0.0, 0.0), (0.3, 0.7)], alt="걸음"),
    "pixels": lambda: draw_pixels(
        torch.tensor([[0.2, 0.9], [0.9, 0.2]], dtype=torch.float64),
        {"부호": torch.tensor([[1.0, -1.0], [1.0, -1.0]], dtype=torch.float64)},
        lambda image: torch.stack([image.sum(), image.exp().sum()]),
        ["○", "×"],
        [0.0, 0.1, 0.3],
        0.1,
        alt="픽셀",
    ),
    "training": lambda: draw_training(
        [0.0, 1.0, 2.0],
        {"u": {0: {"u": [0.1, 0.3, 0.2]}, 9: {"u": [0.3, 0.7, 0.9]}}},
        (0.0, 1.0),
        "tu",
        alt="학습",
        goals={"u": [0.3, 0.6, 1]},
    ),
    "estimates": lambda: draw_estimates(
        {"하나": [0.3, -1.7, 2.0], "둘": [0.1, 0.4, 0.2]}, 0.2, [1, 2, 3], (-2.0, 2.0), alt="어림"
    ),
    "valleys": lambda: draw_valleys(
        {"골짜기": ("4(w − 3)²", lambda w: 4 * (w - 3) ** 2), "언덕": ("(w − 3)⁴", lambda w: (w - 3) ** 4)},
        1.0,
        0.25,
        3,
        alt="골짜기",
    ),
}

if __name__ == "__main__":
    print(json.dumps({name: draw().html for name, draw in FIGURES.items()}))
