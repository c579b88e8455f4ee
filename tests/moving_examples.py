"""Examples of the figures that move, which test_moving.py looks at; as a program it prints them as JSON.

With the argument `browsertorch` they are drawn by the torch that runs in the reader's browser.
"""

import json
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
from gradbook.batches import draw_batches  # noqa: E402
from gradbook.carried import draw_carried  # noqa: E402
from gradbook.chain import draw_chain, draw_lines  # noqa: E402
from gradbook.contour import draw_gradient  # noqa: E402
from gradbook.curvature import draw_curvature  # noqa: E402
from gradbook.derivatives import draw_derivatives  # noqa: E402
from gradbook.descent import draw_descent  # noqa: E402
from gradbook.lost import draw_lost  # noqa: E402
from gradbook.nearby import draw_nearby  # noqa: E402
from gradbook.orders import draw_orders  # noqa: E402
from gradbook.passes import draw_passes  # noqa: E402
from gradbook.relay import draw_relay  # noqa: E402
from gradbook.slots import draw_slots  # noqa: E402
from gradbook.steps import steps  # noqa: E402
from gradbook.tangent import draw_tangent  # noqa: E402
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
    "carried": lambda: draw_carried(4, alt="이어지는 상태"),
    "weighted": lambda: draw_weighted(lambda x: x**2, (1.0, 2.0), ["첫째", "둘째"], "ab", (1, 1), alt="가중합"),
    "relay": lambda: draw_relay(lambda x: x**2, lambda y: y.sum(), (1.0, 2.0), ("제곱", "합"), alt="이어지는 기울기"),
    "batches": lambda: draw_batches([1, 2, 4], 4.0, 0.25, alt="합과 평균"),
    "passes": lambda: draw_passes({"변수 1, 결과 3": (lambda x: x * torch.ones(3), [2.0])}, alt="행과 열"),
    "nearby": lambda: draw_nearby(lambda x: x.sin() + x.prod(), [(1.1, 0.3)], alt="평행사변형"),
    "curvature": lambda: draw_curvature(
        lambda x: 2 * x[0] ** 2 + x.prod() + x[1] ** 4, (1.0, 1.0), 0.1, 4, ((-1.4, 1.4), (-1.2, 1.3)), [0.5, 1, 2], alt="걸음"
    ),
    "versions": lambda: draw_versions(alt="버전"),
    "views": lambda: draw_views(alt="뷰"),
    "derivatives": lambda: draw_derivatives(
        {"sin(x)": torch.sin, "relu(x)": torch.relu, "softplus(x)": torch.nn.functional.softplus}, at=1.0, alt="이계도함수"
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
