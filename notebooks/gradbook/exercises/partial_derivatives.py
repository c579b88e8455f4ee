"""Chapter 3: one gradient for each variable."""

import torch

from gradbook.judge import Mistake, formula, function, gradient_of, recall

two_slopes = recall(  # dz/dx and dz/dy of z = x²y at (2, 3)
    [12.0, 4.0],
    says="2xy = 12, x² = 4입니다.",
    look="`x`로 미분할 때는 `y`를 3으로, `y`로 미분할 때는 `x`를 2로 붙잡아 둡니다.",
    mistakes=[
        Mistake("point", "점의 좌표를 적었습니다. 그 점에서 구한 편미분을 적습니다.", gives=[2, 3]),
        Mistake("y_dropped", "`x`로 미분해도 `y`는 상수로 남아 곱해집니다. 2xy입니다.", gives=[4, ...]),
        Mistake("not_doubled", "x²을 미분하면 2x입니다. 2가 빠졌습니다.", gives=[6, ...]),
        Mistake("y_kept", "둘째 값에 `y`가 남았습니다. x²y를 `y`로 미분하면 x²만 남습니다.", gives=[12, 12]),
        Mistake("x_of_y", "`y`로 미분하면 x²이 남습니다. 제곱을 했는지 봅니다.", gives=[12, 2]),
        Mistake("points_swapped", "`x = 2`, `y = 3`입니다. 두 값을 바꾸어 넣지 않았는지 봅니다.", gives=[12, 9]),
        Mistake("x_dropped", "`y`로 미분해도 x²은 상수로 남아 곱해집니다.", gives=[12, 1]),
        Mistake("x_dropped", "`y`로 미분하면 `y`가 아니라, 상수로 본 x²이 남습니다.", gives=[12, 3]),
        Mistake("added", "`x`로 미분할 때 상수 `y`는 더하지 않고 곱합니다. 2xy입니다.", gives=[7, 4]),
        Mistake("second", "`x`를 상수로 보면 `z`는 상수 x²에 `y`를 곱한 식입니다. `y`로 미분하면 x²만 남습니다.", gives=[12, ...]),
        Mistake("first", "`y`를 상수로 보면 `z`는 x²에 상수 `y`를 곱한 식입니다. `x`로 미분하면 2xy입니다.", gives=[..., 4]),
    ],
)

sum_of_cubes = function(  # the gradient of the sum of v³
    [[1.0, 2.0, 3.0], [2.0, -1.0]], lambda v: [3 * item**2 for item in v], where="v = {}에서", by="backward",
    says="원소마다 3x²입니다.",
    look="원소마다 3x²이 나와야 합니다.",
    mistakes=[
        Mistake("square", "`x ** 2`가 아니라 `x ** 3`입니다.", gives=lambda v: [2 * item for item in v]),
        Mistake("three_times", "`3 * x`는 세 배입니다. 세제곱은 `x ** 3`으로 적습니다.", gives=lambda v: [3.0] * len(v)),
        Mistake("cube_of_sum", "합을 구한 다음 세제곱했습니다. 원소마다 세제곱한 것을 더합니다.", gives=lambda v: [3 * sum(v) ** 2] * len(v)),
        Mistake("derivative_again", "함수를 한 번 미분한 식을 다시 미분했습니다. `y`에는 미분하기 전의 식을 적습니다.", gives=lambda v: [6 * item for item in v]),
        Mistake("product", "원소를 곱하지 않고 더합니다.", when=lambda run: "prod" in run.source.text and run.got is not None),
        Mistake("no_power", "세제곱이 빠졌습니다.", gives=lambda v: [1.0] * len(v)),
        Mistake("cube_of_slope", "기울기를 다시 더하지 않고 그대로 돌려줍니다.", gives=lambda v: sum(3 * item**2 for item in v)),
        Mistake("last_element", "마지막 원소가 빠졌습니다. 받은 원소를 모두 씁니다.",
                gives=lambda v: [*(3 * item**2 for item in v[:-1]), 0.0]),
        Mistake("one_element", "원소 하나에서만 출발했습니다. 모두 더한 스칼라에서 `backward()`를 부릅니다.",
                when=lambda run: sum(1 for item in run.value if item) == 1 and len(run.inputs[0]) > 2),
        Mistake("sorted", "원소의 차례가 바뀌었습니다. 받은 차례 그대로 계산합니다.", gives=lambda v: [3 * item**2 for item in sorted(v)]),
    ],
    last=gradient_of("세제곱의 합", lambda v: sum(item**3 for item in v)),
)


def how_it_started(run):
    """The praise says what was done: a sum taken, element after element, or a vector that backward() was given."""
    if len(run.passes) > 1:
        return "원소마다 구한 기울기가 쌓여 합의 기울기가 되었습니다. 합을 구하면 `backward()` 한 번에 됩니다."
    root = run.passes[0].root
    if root is not None and root.numel() > 1:
        return "합을 구하지 않아도, 1로 채운 벡터를 `backward()`에 넘기면 합의 기울기가 나옵니다."
    return "합을 구해 스칼라로 만들면 출발점이 하나가 됩니다."


no_scalar = function(  # the gradient of the sum of 3v²
    [[1.0, 2.0], [3.0, -1.0, 0.5]], lambda v: [6 * item for item in v], where="v = {}에서", by="backward",
    says=how_it_started,
    look="3x²의 합을 원소마다 미분하면 6x입니다.",
    mistakes=[
        Mistake("factor", "`3 *`이 빠졌습니다. 식은 그대로 두고 합만 구합니다.", gives=lambda v: [2 * item for item in v]),
        Mistake("square_of_sum", "합을 구한 다음 제곱했습니다. 원소마다 제곱한 것을 더합니다.", gives=lambda v: [6 * sum(v)] * len(v)),
        Mistake("square_of_sum", "합을 구한 다음 제곱했습니다. 원소마다 제곱한 것을 더합니다.", gives=lambda v: [18 * sum(v)] * len(v)),
        Mistake("doubled", "`* 2`는 두 배입니다. 제곱은 `** 2`로 적습니다.", gives=lambda v: [6.0] * len(v)),
        Mistake("given_x", "`backward(x)`는 원소마다 `x`를 곱합니다. 합을 구해 스칼라에서 부릅니다.", gives=lambda v: [6 * item**2 for item in v]),
        Mistake("square_dropped", "`** 2`가 빠졌습니다. 식은 그대로 두고 합만 구합니다.", gives=lambda v: [3.0] * len(v)),
        Mistake("x_summed", "`x`의 합에서 출발했습니다. `y`의 합에서 `backward()`를 부릅니다.", gives=lambda v: [1.0] * len(v)),
        Mistake("one_element", "`y`의 원소 하나에서만 출발했습니다. 모두 더한 스칼라에서 `backward()`를 부릅니다.",
                when=lambda run: sum(1 for item in run.value if item) == 1),
        Mistake("summed_too_late", "`backward()`를 부른 다음에 기울기를 더했습니다. `y`의 합을 먼저 구합니다.", gives=lambda v: sum(6 * item for item in v)),
    ],
    last=gradient_of("3x²의 합", lambda v: sum(3 * item**2 for item in v)),
)


def step(x, y, by=-0.25):
    """The point after a step from (x, y) along the gradient of x² + 2y²."""
    a, b = (torch.tensor(value, requires_grad=True) for value in (x, y))
    (a**2 + 2 * b**2).backward()
    return [x + by * a.grad.item(), y + by * b.grad.item()]


one_step = function(  # the point after one step of 0.25 against the gradient of x² + 2y²
    [(2.0, 1.0), (4.0, -2.0), (-1.0, 3.0)], step, where="({:g}, {:g})에서", by="backward", gradient=False,
    says="두 변수가 저마다의 기울기만큼 움직였습니다.",
    look="두 좌표에서 저마다 0.25 곱하기 기울기를 뺍니다.",
    mistakes=[
        Mistake("uphill", "기울기를 더해 올라갔습니다. 내려가려면 뺍니다.", gives=lambda x, y: step(x, y, 0.25)),
        Mistake("gradient_only", "기울기를 돌려주었습니다. 처음의 점에서 0.25 곱하기 기울기를 뺀 점을 돌려줍니다.", gives=lambda x, y: [2 * x, 4 * y]),
        Mistake("step_only", "움직인 거리만 돌려주었습니다. 처음의 점에서 뺍니다.",  # [x, y] - step has an x of the same value
                when=lambda run: run.value == [.5 * run.inputs[0], run.inputs[1]] and "-" not in run.source.text),
        Mistake("tensor_for_gradient", "기울기가 아니라 좌표를 뺐습니다. `a.grad`처럼 `.grad`를 뺍니다.", gives=lambda x, y: [.75 * x, .75 * y]),
        Mistake("one_point", "두 좌표에서 같은 값을 출발점으로 썼습니다. 둘째 좌표는 `y`에서 뺍니다.", gives=lambda x, y: [x / 2, x - y]),
        Mistake("brackets", "`2 * y ** 2`에서 2는 제곱하지 않습니다. 괄호를 봅니다.", gives=lambda x, y: [x / 2, -y]),
        Mistake("brackets", "2는 `y ** 2`에만 곱합니다. 괄호를 봅니다.", gives=lambda x, y: [0.0, 0.0]),
        Mistake("square_dropped", "`y`의 제곱이 빠졌습니다.", gives=lambda x, y: [x / 2, y - .5]),
        Mistake("minus", "x²과 2y²은 더합니다. 식의 부호를 봅니다.", gives=lambda x, y: [x / 2, 2 * y]),
        Mistake("product", "x²과 2y²은 곱하지 않고 더합니다.", gives=lambda x, y: [x - x * y * y, y - x * x * y]),
        Mistake("multiplied", "처음의 점에서 빼지 않고 곱했습니다.", gives=lambda x, y: [.5 * x * x, y * y]),
        Mistake("multiplied", "0.25는 점에서 빼지 않고 기울기에 곱합니다.", gives=lambda x, y: [(x - .25) * 2 * x, (y - .25) * 4 * y]),
        Mistake("reversed", "기울기에서 점을 뺐습니다. 점에서 0.25 곱하기 기울기를 뺍니다.", gives=lambda x, y: [1.75 * x, 3.75 * y]),
        Mistake("no_gradient", "0.25만 뺐습니다. 0.25 곱하기 기울기를 뺍니다.", gives=lambda x, y: [x - .25, y - .25]),
        Mistake("step_only", "움직인 거리만 돌려주었습니다. 처음의 점에 더한 점을 돌려줍니다.", gives=lambda x, y: [-.5 * x, -y]),
        Mistake("whole_gradient", "기울기에 0.25를 곱하지 않고 뺐습니다.", gives=lambda x, y: step(x, y, -1)),
        Mistake("backward_twice", "`backward()`를 두 번 불러 기울기가 두 번 더해졌습니다. 한 번이면 두 변수의 기울기가 모두 담깁니다.",
                gives=lambda x, y: step(x, y, -0.5), when=lambda run: len(run.passes) > 1),
        Mistake("backward_twice", "`backward()`를 두 번 불러 `y`의 기울기가 두 번 더해졌습니다. 한 번이면 두 변수의 기울기가 모두 담깁니다.",
                gives=lambda x, y: [x / 2, -y], when=lambda run: len(run.passes) > 1),
        Mistake("other_rate", "기울기에 곱한 수가 0.25가 아닙니다.", gives=lambda x, y: step(x, y, -0.5)),
        Mistake("other_rate", "기울기에 곱한 수가 0.25가 아닙니다.", gives=lambda x, y: step(x, y, -0.1)),
        Mistake("other_rate", "기울기에 곱한 수가 0.25가 아닙니다. 소수점의 자리를 봅니다.", gives=lambda x, y: step(x, y, -0.025)),
        Mistake("unmoved", "처음의 점이 그대로 나왔습니다. 빼서 얻은 새 점을 돌려줍니다.", gives=lambda x, y: [x, y]),
        Mistake("factor", "2y²의 2가 빠졌습니다.", gives=lambda x, y: [x / 2, y / 2]),
        Mistake("one_gradient", "두 좌표에서 같은 기울기를 뺐습니다. `x`에서는 `x`의, `y`에서는 `y`의 기울기를 뺍니다.", gives=lambda x, y: [x / 2, y - x / 2]),
        Mistake("one_gradient", "두 좌표에서 같은 기울기를 뺐습니다. `x`에서는 `x`의, `y`에서는 `y`의 기울기를 뺍니다.", gives=lambda x, y: [x - y, 0.0]),
        Mistake("gradients_swapped", "두 기울기를 바꾸어 뺐습니다. `x`에서는 `x`의 기울기를 뺍니다.", gives=lambda x, y: [x - y, y - x / 2]),
        Mistake("one_moved", "`y`는 움직이지 않았습니다. 두 좌표를 모두 옮깁니다.", gives=lambda x, y: [x / 2, y]),
        Mistake("one_moved", "`x`는 움직이지 않았습니다. 두 좌표를 모두 옮깁니다.", gives=lambda x, y: [x, 0.0]),
        Mistake("multiplied", "0.25를 점에 곱했습니다. 0.25는 기울기에 곱합니다.", gives=lambda x, y: [.25 * (x - 2 * x), .25 * (y - 4 * y)]),
        Mistake("value_for_gradient", "기울기가 아니라 `z`의 값을 뺐습니다. `z`에서 `backward()`를 불러 얻은 `.grad`를 뺍니다.",
                gives=lambda x, y: [x - .25 * (x**2 + 2 * y**2), y - .25 * (x**2 + 2 * y**2)]),
        Mistake("gradients_added", "두 기울기를 더해 두 좌표에서 뺐습니다. `x`에서는 `x`의, `y`에서는 `y`의 기울기만 뺍니다.",
                gives=lambda x, y: [x - .25 * (2 * x + 4 * y), y - .25 * (2 * x + 4 * y)]),
        Mistake("normalized", "기울기를 제 길이로 나누었습니다. 나누지 말고 0.25만 곱해 뺍니다.",
                gives=lambda x, y: [x - .25 * 2 * x / (4 * x * x + 16 * y * y) ** .5, y - .25 * 4 * y / (4 * x * x + 16 * y * y) ** .5]),
        Mistake("walked_on", "한 걸음보다 더 갔습니다. 기울기를 한 번만 뺍니다.", gives=lambda x, y: step(*step(x, y))),
        Mistake("walked_on", "한 걸음보다 더 갔습니다. 기울기를 한 번만 뺍니다.", gives=lambda x, y: step(*step(*step(x, y)))),
        Mistake("value_returned", "한 걸음 간 점의 두 좌표가 나와야 하는데 `z`의 값이 나왔습니다.", gives=lambda x, y: x**2 + 2 * y**2),
    ],
    last=[
        Mistake("other_rate", "기울기에 곱한 수가 0.25가 아닙니다.", when=lambda run: len({
            round((got - given) / slope, 4) for got, given, slope in zip(run.value, run.inputs, [2 * run.inputs[0], 4 * run.inputs[1]])}) == 1),
        *formula("x² + 2y²", lambda x, y: x**2 + 2 * y**2),
    ],
)
