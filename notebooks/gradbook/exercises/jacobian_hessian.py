"""Chapter 8: Jacobians by rows and by columns, Hessians, and what vmap can take."""

import torch

from gradbook.judge import Mistake, function, recall

passes = recall(  # the fewest passes for 1000 → 1, 2 → 300, 40 → 30; the places of a Hessian of four variables
    [1, 2, 30, 16],
    says="결과와 변수 가운데 적은 쪽의 수만큼이면 됩니다. 헤시안의 원소는 변수의 수의 제곱입니다.",
    look="행으로 채우면 결과의 수만큼, 열로 채우면 변수의 수만큼 듭니다. 둘 가운데 적은 쪽입니다.",
    mistakes=[
        Mistake("most", "많은 쪽의 수를 적었습니다. 적은 쪽을 고릅니다.", gives=[1000, 300, 40, ...]),
        Mistake("rows_only", "모두 행으로 채웠습니다. 변수가 더 적으면 열로 채웁니다.", gives=[1, 300, 30, ...]),
        Mistake("columns_only", "모두 열로 채웠습니다. 결과가 더 적으면 행으로 채웁니다.", gives=[1000, 2, 40, ...]),
        Mistake("swapped", "행과 열이 바뀌었습니다. 거꾸로 한 번 가면 결과 하나의 행이 찹니다.", gives=[1000, 300, 30, ...]),
        Mistake("places", "칸의 수를 적었습니다. 한 번에 한 행이나 한 열이 통째로 찹니다.", gives=[1000, 600, 1200, ...]),
        Mistake("always_one", "한 번에 차는 것은 한 행이나 한 열입니다. 표 전체가 한 번에 차지 않습니다.", gives=[1, 1, 1, ...]),
        Mistake("sum", "행과 열을 모두 채우지 않습니다. 한쪽으로만 채우면 됩니다.", gives=[1001, 302, 70, ...]),
        Mistake("hessian_row", "헤시안은 변수 하나마다 기울기의 원소 넷을 모두 미분합니다.", gives=[1, 2, 30, 4]),
        Mistake("hessian_twice", "두 배가 아니라 제곱입니다.", gives=[1, 2, 30, 8]),
        Mistake("hessian_halved", "대칭이라 서로 다른 값은 그만큼이지만, 표의 원소는 더 많습니다.", gives=[1, 2, 30, 10]),
        Mistake("hessian", "헤시안의 원소만 다릅니다. 행의 수와 열의 수를 곱합니다.", gives=[1, 2, 30, ...]),
    ],
)


def ring(x):
    return torch.stack([x[0] * x[1], x[1] * x[2], x[2] * x[0]])


def wide(x):
    return torch.stack([x[0] ** 2 + 3 * x[1], x[1] * x[2] - x[0]])


def with_table(choose):
    """What a mistake gives, from the point, the values, the Jacobian and the place that is asked for."""

    def gives(f, v, j):
        x = torch.tensor(v)
        return choose(x, f(x), torch.func.jacrev(f)(x), j)

    return gives


COLUMN = [(ring, [2.0, 3.0, 5.0], 0), (ring, [2.0, 3.0, 5.0], 1), (ring, [-1.0, 4.0, 0.5], 2), (wide, [2.0, 3.0, 5.0], 1)]

column = function(  # the column j of a function's Jacobian
    COLUMN,
    with_table(lambda x, y, J, j: J[:, j]),
    where=lambda f, v, j: f"v = {v}, j = {j}에서",
    says="변수 하나만 움직이는 방향으로 한 번 나아갔습니다.",
    look="`j`번째 원소만 1인 방향으로 `jvp`를 부르고, 돌려받은 둘 가운데 뒤의 것을 씁니다.",
    mistakes=[
        Mistake(
            "whole_table",
            "표를 다 구했습니다. `jvp`를 한 번만 부르면 한 열이 나옵니다.",
            when=lambda run: any(run.source.calls(name) for name in ("jacrev", "jacfwd", "jacobian")),
        ),
        Mistake(
            "many_calls",
            "`jvp`를 반복문에서 여러 번 불렀습니다. 원하는 열의 방향으로 한 번만 부릅니다.",
            when=lambda run: any(run.source.in_loop(call) for call in run.source.calls("jvp")),
        ),
        Mistake("not_a_tuple", "입력과 방향을 `(x,)`처럼 괄호와 쉼표로 묶어 넘깁니다.", raises="to be a tuple|to be tuple"),
        Mistake(
            "whole_numbers",
            "방향은 소수로 적습니다. `torch.tensor([1., 0., 0.])`처럼 점을 찍거나 `torch.eye`를 씁니다.",
            raises="dtype|floating point",
        ),
        Mistake(
            "both_returned",
            "`jvp`는 함숫값과 미분계수를 함께 돌려줍니다. 뒤의 것만 돌려줍니다.",
            gives=with_table(lambda x, y, J, j: [y, J[:, j]]),
        ),
        Mistake(
            "value",
            "함숫값을 돌려주었습니다. `jvp`가 돌려준 둘 가운데 뒤의 것이 미분계수입니다.",
            gives=with_table(lambda x, y, J, j: y),
        ),
        Mistake(
            "row", "열이 아니라 `j`번째 행입니다. 결과가 아니라 변수를 하나 고릅니다.", gives=with_table(lambda x, y, J, j: J[j])
        ),
        Mistake(
            "all_ones", "모든 변수를 함께 움직였습니다. `j`번째 원소만 1로 둡니다.", gives=with_table(lambda x, y, J, j: J.sum(1))
        ),
        Mistake(
            "all_ones",
            "모든 변수를 함께 움직인 다음 결과에서 하나를 골랐습니다. 고를 것은 움직일 변수입니다. `direction[j]`만 1로 둡니다.",
            gives=with_table(lambda x, y, J, j: J.sum(1)[j]),
        ),
        Mistake(
            "toward_x",
            "방향으로 `x`를 넘겼습니다. `j`번째 원소만 1인 벡터를 넘깁니다.",
            gives=with_table(lambda x, y, J, j: J @ x),
        ),
        Mistake("always_first", "늘 첫 열이 나옵니다. 방향을 `j`에 따라 고릅니다.", gives=with_table(lambda x, y, J, j: J[:, 0])),
        Mistake(
            "next_column", "`j`는 0부터 셉니다. 다음 열이 나왔습니다.", gives=with_table(lambda x, y, J, j: J[:, (j + 1) % 3])
        ),
        Mistake("one_before", "`j`는 0부터 셉니다. 앞의 열이 나왔습니다.", gives=with_table(lambda x, y, J, j: J[:, j - 1])),
        Mistake(
            "scaled",
            "방향의 원소가 1이 아닙니다. 1만큼 움직이는 방향을 넘깁니다.",
            gives=with_table(lambda x, y, J, j: x[j] * J[:, j]),
        ),
        Mistake(
            "nothing_moves",
            "아무 변수도 움직이지 않았습니다. `direction[j]`를 1로 둡니다.",
            gives=with_table(lambda x, y, J, j: 0 * y),
        ),
    ],
)

bent = function(  # each sample's own slope: of x² where x > 0, else of -x
    [[1.0, -2.0, 3.0], [-1.0, 0.5]],
    lambda xs: [2 * x if x > 0 else -1.0 for x in xs],
    where="xs = {}에서",
    says="두 쪽을 모두 계산하고 데이터마다 골랐습니다.",
    look="양수인 데이터에서는 2x, 아닌 데이터에서는 -1이 나와야 합니다.",
    mistakes=[
        Mistake(
            "item",
            "`vmap` 안에서는 `.item()`을 부를 수 없습니다. 텐서 그대로 `torch.where`의 조건에 넣습니다.",
            raises="item|you're either",
            when=lambda run: bool(run.source.calls("item")),
        ),
        Mistake(
            "branches",
            "값을 보고 갈라지거나 골라 꺼내는 곳이 아직 있습니다. 두 쪽을 모두 계산하고 `torch.where`로 고릅니다.",
            raises="control flow|you're either|dynamic shape",
        ),
        Mistake(
            "batch_given",
            "`grad`만 부르면 결과가 여럿입니다. 데이터마다 나누도록 `vmap`은 그대로 둡니다.",
            raises="return a scalar",
        ),
        Mistake("not_tensors", "`torch.where`의 조건을 텐서로 적습니다.", raises="where\\(\\)"),
        Mistake(
            "no_vmap",
            "`vmap`을 뺐습니다. 그대로 두고 안의 함수를 고칩니다.",
            when=lambda run: run.source.known and not run.source.calls("vmap") and run.error is None,
        ),
        Mistake(
            "no_grad_call",
            "`grad`를 뺐습니다. 미분은 `grad`에 맡깁니다.",
            when=lambda run: (
                run.source.known
                and not run.source.calls("grad")
                and not run.source.calls("jacrev")
                and not run.source.calls("jacfwd")
            ),
        ),
        Mistake(
            "sides_swapped",
            "두 쪽이 바뀌었습니다. `torch.where`는 조건이 참일 때의 값을 먼저 적습니다.",
            gives=lambda xs: [-1.0 if x > 0 else 2 * x for x in xs],
        ),
        Mistake(
            "only_square", "모든 데이터에서 제곱만 미분했습니다. 양수가 아니면 `-x`입니다.", gives=lambda xs: [2 * x for x in xs]
        ),
        Mistake("only_minus", "모든 데이터에서 `-x`만 미분했습니다. 양수이면 `x ** 2`입니다.", gives=lambda xs: [-1.0] * len(xs)),
        Mistake(
            "sign_kept",
            "양수가 아닐 때 `x`를 미분했습니다. `-x`의 부호를 봅니다.",
            gives=lambda xs: [2 * x if x > 0 else 1.0 for x in xs],
        ),
        Mistake(
            "constant_side",
            "양수가 아닐 때 상수를 골라 기울기가 0입니다. `-x`를 고릅니다.",
            gives=lambda xs: [2 * x if x > 0 else 0.0 for x in xs],
        ),
        Mistake(
            "slopes_inside",
            "함수 안에는 미분하기 전의 식을 적습니다. 미분은 `grad`가 합니다.",
            gives=lambda xs: [2.0 if x > 0 else 0.0 for x in xs],
        ),
        Mistake(
            "summed",
            "데이터의 기울기를 더했습니다. 데이터마다 하나씩 돌려줍니다.",
            gives=lambda xs: sum(2 * x if x > 0 else -1.0 for x in xs),
        ),
    ],
)


def bowl(x):
    """The smallest at (1, -2); its Hessian is [[4, 1], [1, 2]]."""
    a, b = x[0] - 1, x[1] + 2
    return 2 * a**2 + a * b + b**2


def quartic(x):
    return x[0] ** 4 + x[0] * x[1] + x[1] ** 2


NEWTON = [(bowl, [3.0, 1.0]), (bowl, [0.0, 0.0]), (quartic, [1.0, 2.0])]


def parts(f, v):
    x = torch.tensor(v)
    return x, torch.func.grad(f)(x), torch.func.hessian(f)(x)


def with_parts(combine):
    """What a wrong step gives, from the point, the gradient and the Hessian there."""
    return lambda f, v: combine(*parts(f, v))


newton = function(  # one step of Newton's method
    NEWTON,
    with_parts(lambda x, g, H: x - torch.linalg.solve(H, g)),
    where=lambda f, v: f"v = {v}에서",
    says="기울기가 0이 될 만큼 한 번에 갔습니다.",
    look="`x - torch.linalg.solve(H, g)`입니다. `g`는 기울기, `H`는 헤시안입니다.",
    mistakes=[
        Mistake(
            "function_given",
            "`grad(f)`와 `hessian(f)`는 함수입니다. 뒤에 `(x)`를 붙여 부릅니다.",
            raises="must be Tensor, not function|for -: 'Tensor' and 'function'",
        ),
        Mistake(
            "solve_swapped",
            "`torch.linalg.solve`에는 헤시안을 먼저, 기울기를 다음에 넘깁니다.",
            raises="linalg.solve|at least 2 dimensions",
        ),
        Mistake(
            "plain_list",
            "`v`는 리스트입니다. 텐서로 만든 `x`를 넘깁니다.",
            raises="can't multiply sequence|unsupported operand type.*list|not list|type <class 'list'>|type list",
        ),
        Mistake(
            "uphill",
            "되돌아가야 하는데 앞으로 갔습니다. `d`를 뺍니다.",
            gives=with_parts(lambda x, g, H: x + torch.linalg.solve(H, g)),
        ),
        Mistake(
            "step_only",
            "움직일 양만 돌려주었습니다. `x`에서 뺀 점을 돌려줍니다.",
            gives=with_parts(lambda x, g, H: torch.linalg.solve(H, g)),
        ),
        Mistake(
            "gradient_step",
            "헤시안을 쓰지 않고 기울기만 뺐습니다. `Hd`가 기울기와 같은 `d`를 찾아 뺍니다.",
            gives=with_parts(lambda x, g, H: x - g),
        ),
        Mistake(
            "times_hessian",
            "기울기에 헤시안을 곱했습니다. 곱해서 기울기가 되는 `d`를 찾아야 합니다.",
            gives=with_parts(lambda x, g, H: x - H @ g),
        ),
        Mistake(
            "diagonal_only",
            "대각선의 원소로만 나누었습니다. 대각선 밖의 원소도 쓰도록 `torch.linalg.solve`로 풉니다.",
            gives=with_parts(lambda x, g, H: x - g / H.diagonal()),
        ),
        Mistake(
            "divided",
            "행렬을 원소마다 나누었습니다. `torch.linalg.solve(H, g)`로 풉니다.",
            gives=with_parts(lambda x, g, H: x - g / H),
        ),
        Mistake("gradient", "기울기를 돌려주었습니다. 한 걸음 간 점을 돌려줍니다.", gives=with_parts(lambda x, g, H: g)),
        Mistake("hessian", "헤시안을 돌려주었습니다. 한 걸음 간 점을 돌려줍니다.", gives=with_parts(lambda x, g, H: H)),
        Mistake("not_moved", "처음 점을 그대로 돌려주었습니다.", gives=lambda f, v: v),
        Mistake(
            "point_solved",
            "기울기가 아니라 점을 넘겨 풀었습니다.",
            gives=with_parts(lambda x, g, H: x - torch.linalg.solve(H, x)),
        ),
    ],
)
