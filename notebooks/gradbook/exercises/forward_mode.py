"""Chapter 17: a derivative carried beside its value, one direction at a time."""

import torch

from gradbook.judge import Mistake, function, recall

carried = recall(  # the rate of a product, of a sum with a constant, of x² in the direction 10; calls for four columns
    [11.0, 1.0, 60.0, 4],
    says="미분계수는 국소 도함수를 곱하며 따라갑니다. 한 번에 한 방향입니다.",
    look="곱에는 `u'v + uv'`을 씁니다. 상수의 미분계수는 0이고, 출발한 방향은 끝까지 곱해집니다.",
    mistakes=[
        Mistake("rates_multiplied", "미분계수끼리 곱했습니다. 한쪽의 미분계수에는 다른 쪽의 값을 곱합니다.", gives=[2, ..., ..., ...]),
        Mistake("own_value", "자기 값에 자기 미분계수를 곱했습니다. 다른 쪽의 값을 곱합니다.", gives=[10, ..., ..., ...]),
        Mistake("rates_added", "곱인데 미분계수를 더했습니다. 저마다 다른 쪽의 값을 곱한 다음 더합니다.", gives=[3, ..., ..., ...]),
        Mistake("product_value", "첫째는 값입니다. `rate`를 적습니다.", gives=[12, ..., ..., ...]),
        Mistake("half_product", "곱의 두 항 가운데 하나만 적었습니다.", gives=lambda got: got[0] in (8, 3)),
        Mistake("constant_moves", "상수 2도 움직인다고 보았습니다. 상수의 미분계수는 0입니다.", gives=lambda got: got[1] in (2, 3)),
        Mistake("sum_value", "둘째는 값입니다. `rate`를 적습니다.", gives=[..., 7, ..., ...]),
        Mistake("constant_result", "`Dual(5., 1.)`은 움직입니다. 2를 더해도 움직이는 빠르기는 그대로입니다.", gives=[..., 0, ..., ...]),
        Mistake("direction_forgotten", "방향 10을 곱하지 않았습니다. 출발한 수는 끝까지 곱해집니다.", gives=[..., ..., 6, ...]),
        Mistake("value_carried", "값 `x ** 2`에 방향을 곱했습니다. 방향은 국소 도함수 `2x`에 곱합니다.", gives=[..., ..., 90, ...]),
        Mistake("square_value", "셋째는 값입니다. `jvp`가 돌려주는 둘째 값은 미분계수입니다.", gives=[..., ..., 9, ...]),
        Mistake("one_call", "한 번 부르면 한 방향만 나옵니다. 입력이 넷입니다.", gives=[..., ..., ..., 1]),
        Mistake("extra_call", "값은 미분계수와 함께 나옵니다. 따로 부르지 않습니다.", gives=[..., ..., ..., 5]),
    ],
)


def height(p):
    return p[0] ** 2 * p[1] + 3 * p[1]


def slopes(p):
    return [2 * p[0] * p[1], p[0] ** 2 + 3]


def dot(a, b):
    return sum(x * y for x, y in zip(a, b))


def on(found):
    """A question about the point and the direction as lists."""
    return lambda p, v: found(p.tolist(), v.tolist())


WAYS = [([1.0, 2.0], [1.0, 0.0]), ([1.0, 2.0], [2.0, -1.0]), ([3.0, -1.0], [0.5, 2.0])]

along = function(  # the derivative of x₀² x₁ + 3x₁ along a direction, by forward_ad
    [(torch.tensor(point), torch.tensor(v)) for point, v in WAYS],
    on(lambda p, v: dot(slopes(p), v)),
    where=lambda p, v: f"점 {p.tolist()}, 방향 {v.tolist()}에서",
    says="한 방향으로 한 번 나아가 구했습니다.",
    look="`make_dual(point, v)`로 묶고, 블록 안에서 `unpack_dual(y).tangent`를 돌려줍니다.",
    mistakes=[
        Mistake("backward_used", "거슬러 가서 구했습니다. 여기서는 이원수로 나아갑니다.", when=lambda run: bool(run.passes)),
        Mistake(
            "jvp_used", "`jvp`에 맡겼습니다. 여기서는 `make_dual`과 `unpack_dual`로 구합니다.", when=lambda run: run.source.calls("jvp")
        ),
        Mistake("no_block", "`make_dual`을 블록 밖에서 불렀습니다. `with fwAD.dual_level():` 안으로 옮깁니다.", raises="no level exists"),
        Mistake("wrong_shape", "방향의 모양이 점과 다릅니다. `v`를 그대로 넘깁니다.", raises="different size"),
        Mistake("direction_missing", "`make_dual`에는 값과 미분계수 둘을 넘깁니다.", raises="missing 1 required positional argument: 'tangent'"),
        Mistake(
            "tensor_opened",
            "`y`는 텐서라 `tangent`가 없습니다. `fwAD.unpack_dual(y)`로 푼 다음 `.tangent`를 꺼냅니다.",
            raises="has no attribute 'tangent'",
        ),
        Mistake("unpacked_first", "푸는 것은 결과입니다. 먼저 `make_dual(point, v)`로 묶습니다.", raises="NoneType"),
        Mistake(
            "by_hand",
            "이원수로 나아가지 않았습니다. `make_dual(point, v)`로 `x`를 만들고 `y`를 풉니다.",
            when=lambda run: run.got is not None and run.source.known and not run.source.calls("make_dual"),
        ),
        Mistake(
            "point_used",
            "식에 이원수 `x`가 아니라 `point`를 썼습니다. `point`에는 미분계수가 없습니다.",
            when=lambda run: run.got is None and run.source.calls("make_dual") and "= point[" in run.source.text,
        ),
        Mistake(
            "cut_off",
            "`detach()`나 `torch.tensor()`를 거치면 미분계수가 떨어집니다. `make_dual`이 낸 텐서를 그대로 씁니다.",
            when=lambda run: run.got is None and (run.source.calls("detach") or run.source.calls("tensor")),
        ),
        Mistake(
            "not_dual",
            "이원수를 만들지 않아 따라올 미분계수가 없습니다. `make_dual(point, v)`로 `x`를 만듭니다.",
            when=lambda run: run.got is None and run.source.known and not run.source.calls("make_dual"),
        ),
        Mistake(
            "outside", "블록이 끝난 뒤에 풀어 `None`입니다. `with` 안에서 풉니다.", when=lambda run: run.got is None and run.source.calls("unpack_dual")
        ),
        Mistake("pair", "값과 미분계수를 함께 돌려주었습니다. `.tangent`만 돌려줍니다.", when=lambda run: isinstance(run.got, tuple)),
        Mistake("value", "미분계수가 아니라 값입니다. `unpack_dual(y).tangent`를 돌려줍니다.", gives=on(lambda p, v: height(p))),
        Mistake("all_ones", "방향을 쓰지 않고 두 입력을 1씩 움직였습니다. `v`를 넘깁니다.", gives=on(lambda p, v: sum(slopes(p)))),
        Mistake("unit", "방향의 길이를 1로 줄였습니다. `v`를 그대로 넘깁니다.", gives=on(lambda p, v: dot(slopes(p), v) / dot(v, v) ** 0.5)),
        Mistake("swapped", "점과 방향이 바뀌었습니다. `make_dual`에는 값을 먼저 넘깁니다.", gives=on(lambda p, v: dot(slopes(v), p))),
        Mistake("input_tangent", "입력 `x`의 미분계수입니다. 결과 `y`를 풉니다.", gives=on(lambda p, v: v)),
    ],
)

inverse = function(  # the rule of 1/x for a value and its rate
    [(2.0, 1.0), (2.0, 3.0), (-4.0, 0.5)],
    lambda value, rate: [1 / value, -rate / value**2],
    where="value = {:g}, rate = {:g}에서",
    says="앞에서 온 미분계수까지 곱했습니다.",
    look="`1 / x`의 국소 도함수 `-1 / x ** 2`에 앞에서 온 `rate`를 곱합니다.",
    mistakes=[
        Mistake("dual_returned", "`Dual`이 아니라 값과 미분계수 둘을 돌려줍니다.", when=lambda run: hasattr(run.got, "rate")),
        Mistake("not_carried", "앞에서 온 `rate`를 곱하지 않았습니다. 첫 단계에서는 그것이 1이라 맞아 보입니다.", gives=lambda v, r: [1 / v, -1 / v**2]),
        Mistake("rate_added", "`rate`를 더했습니다. 국소 도함수에 곱합니다.", gives=lambda v, r: [1 / v, r - 1 / v**2]),
        Mistake("rate_divided", "`rate`로 나누었습니다. 국소 도함수에 곱합니다.", gives=lambda v, r: [1 / v, -1 / (v**2 * r)]),
        Mistake("sign_lost", "`1 / x`는 `x`가 커지면 작아집니다. 부호를 봅니다.", gives=lambda v, r: [1 / v, r / v**2]),
        Mistake("not_squared", "국소 도함수의 분모는 `x ** 2`입니다.", gives=lambda v, r: [1 / v, -r / v]),
        Mistake("of_result", "제곱할 것은 결과 `1 / x`가 아니라 `x`입니다.", gives=lambda v, r: [1 / v, -r * v**2]),
        Mistake("value_scaled", "값에도 `rate`를 곱했습니다. 값은 그대로 둡니다.", gives=lambda v, r: [r / v, -r / v**2]),
        Mistake("rate_inverted", "`value`가 아니라 `rate`를 제곱해 나누었습니다. `-1 / value ** 2`에 `rate`를 곱합니다.", gives=lambda v, r: [1 / v, -1 / r**2]),
        Mistake("rate_inverted", "미분계수도 뒤집었습니다. 국소 도함수에 곱합니다.", gives=lambda v, r: [1 / v, 1 / r]),
        Mistake("rate_squared", "`rate`를 두 번 곱했습니다. 한 번만 곱합니다.", gives=lambda v, r: [1 / v, -(r**2) / v**2]),
        Mistake("value_sign", "값의 부호까지 바꾸었습니다. 음수를 붙이는 것은 미분계수뿐입니다.", gives=lambda v, r: [-1 / v, -r / v**2]),
        Mistake("only_rate", "값도 함께 돌려줍니다.", gives=lambda v, r: -r / v**2),
        Mistake("swapped", "값을 먼저, 미분계수를 다음에 돌려줍니다.", gives=lambda v, r: [-r / v**2, 1 / v]),
    ],
)


def saddle(x):
    return x[0] ** 2 * x[1]


def mixed(x):
    return (x**3).sum() + x[0] * x[1]


BENT = [(saddle, [1.0, 2.0], [1.0, 0.0]), (saddle, [1.0, 2.0], [2.0, 3.0]), (mixed, [2.0, -1.0], [1.0, -2.0])]


def parts(found):
    """A question about the value, the gradient, the Hessian, the point and the direction."""

    def gives(f, x, v):
        return found(f(x), torch.func.grad(f)(x), torch.func.hessian(f)(x), x, v)

    return gives


bent = function(  # v · Hv by forward mode twice
    [(f, torch.tensor(x), torch.tensor(v)) for f, x, v in BENT],
    parts(lambda y, g, H, x, v: v @ H @ v),
    where=lambda f, x, v: f"x = {x.tolist()}, v = {v.tolist()}에서",
    says="같은 방향으로 두 번 나아갔습니다.",
    look="`jvp(f, (x,), (v,))[1]`을 돌려주는 함수를 만들고, 그 함수를 같은 방향으로 다시 `jvp`에 넣습니다.",
    mistakes=[
        Mistake(
            "whole_hessian",
            "헤시안을 통째로 만들었습니다. `jvp`를 두 번 씁니다.",
            when=lambda run: any(run.source.calls(name) for name in ("hessian", "jacfwd", "jacrev", "jacobian")),
        ),
        Mistake(
            "direction_left",
            "`Hv`까지 구했습니다. 구하는 것은 `v`와 내적한 수 하나입니다. `grad` 대신 `jvp`를 두 번 쓰면 바로 나옵니다.",
            when=lambda run: bool(run.source.calls("grad")) and isinstance(run.value, list),
        ),
        Mistake(
            "gradient_made",
            "기울기를 모두 구했습니다. 한 방향의 미분계수만 구하는 함수를 다시 `jvp`에 넣습니다.",
            when=lambda run: any(run.source.calls(name) for name in ("grad", "vjp", "backward")) or bool(run.passes),
        ),
        Mistake(
            "value_given",
            "`jvp`에는 함수를 넘깁니다. 미분계수를 돌려주는 함수를 `def`로 만들어 그 이름을 넘깁니다.",
            raises="not callable",
        ),
        Mistake("wrong_direction", "방향의 모양이 입력과 다릅니다. 두 번 모두 `v`를 넘깁니다.", raises="different size"),
        Mistake("no_jvp", "`jvp`를 쓰지 않았습니다. `jvp`를 두 번 씁니다.", when=lambda run: run.source.known and not run.source.calls("jvp")),
        Mistake("not_a_tuple", "입력과 방향을 `(x,)`처럼 괄호와 쉼표로 묶어 넘깁니다.", raises="to be a tuple|to be tuple"),
        Mistake("value_inside", "두 번의 `jvp` 가운데 한 번은 미분계수가 아니라 값을 꺼냈습니다. 두 번 모두 뒤의 것 `[1]`을 꺼냅니다.",
                gives=parts(lambda y, g, H, x, v: g @ v), when=lambda run: len(run.source.calls("jvp")) > 1),
        Mistake("once", "한 번만 나아갔습니다. 그 미분계수를 돌려주는 함수를 다시 `jvp`에 넣습니다.", gives=parts(lambda y, g, H, x, v: g @ v)),
        Mistake("pair", "`jvp`는 값과 미분계수를 함께 돌려줍니다. 두 번 모두 `[1]`로 뒤의 것만 꺼냅니다.", when=lambda run: isinstance(run.got, tuple)),
        Mistake("first_taken", "`jvp`가 돌려준 둘 가운데 앞의 것, 곧 값을 썼습니다. 뒤의 것이 미분계수입니다.", gives=parts(lambda y, g, H, x, v: y)),
        Mistake("rate_squared", "미분계수를 제곱했습니다. 제곱이 아니라 다시 미분합니다.", gives=parts(lambda y, g, H, x, v: (g @ v) ** 2)),
        Mistake("rate_doubled", "미분계수를 두 번 더했습니다. 더하지 않고 다시 미분합니다.", gives=parts(lambda y, g, H, x, v: 2 * (g @ v))),
        Mistake("all_ones", "방향으로 1만 넘겼습니다. 두 번 모두 `v`를 넘깁니다.", gives=parts(lambda y, g, H, x, v: H.sum())),
        Mistake("second_ones", "한 번은 `v`가 아니라 1로 움직였습니다.", gives=parts(lambda y, g, H, x, v: H.sum(0) @ v)),
        Mistake("toward_x", "방향으로 `x`를 넘긴 곳이 있습니다. 두 번 모두 `v`를 넘깁니다.", gives=parts(lambda y, g, H, x, v: x @ H @ v)),
        Mistake("squared_inside", "미분계수를 제곱한 것을 다시 미분했습니다.", gives=parts(lambda y, g, H, x, v: 2 * (g @ v) * (v @ H @ v))),
    ],
)
