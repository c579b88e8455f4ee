"""Chapter 7: what is asked by the gradient that backward() is given."""

import torch

from gradbook.judge import Mistake, function, recall

weighted = recall(  # x.grad of (x1·x2, x1 + x2, x2²) at (4, 5) for the weights (2, -3, 1)
    [7.0, 15.0],
    says="행마다 2, −3, 1을 곱해 세로로 더했습니다.",
    look="야코비안의 행은 (5, 4), (1, 1), (0, 10)입니다. 행마다 가중치를 곱해 세로로 더합니다.",
    mistakes=[
        Mistake("ones", "1로 채워 넘겼을 때의 값입니다. 가중치 2, −3, 1을 행마다 곱합니다.", gives=[6, 15]),
        Mistake("plus_three", "둘째 가중치는 −3입니다. 부호를 봅니다.", gives=[13, 21]),
        Mistake("square_kept", "x₂²을 미분하면 2x₂입니다. 제곱한 값 25를 더하지 않았는지 봅니다.", gives=[7, 30]),
        Mistake("square_not_doubled", "x₂²을 미분하면 2x₂입니다. 2가 빠졌습니다.", gives=[7, 10]),
        Mistake("third_in_both", "y₃에는 x₁이 없습니다. x₁으로 편미분하면 0입니다.", gives=[17, 15]),
        Mistake("partners_swapped", "x₁x₂를 x₁으로 미분하면 x₂의 값 5, x₂로 미분하면 x₁의 값 4가 남습니다.", gives=[5, 17]),
        Mistake("third_dropped", "셋째 결과가 빠졌습니다. 가중치 1을 곱해 더합니다.", gives=[7, 5]),
        Mistake("second_dropped", "둘째 결과가 빠졌습니다. x₁ + x₂에도 가중치 −3을 곱해 더합니다.", gives=[10, 18]),
        Mistake("first_only", "첫째 결과만 물은 값입니다. 나머지 행에도 가중치를 곱해 더합니다.", gives=[10, 8]),
        Mistake("first_row", "야코비안의 첫 행입니다. 가중치를 곱해 세 행을 더합니다.", gives=[5, 4]),
    ],
)


def cubes(v, kept):
    """The gradient of the mean of the cubes that are kept."""
    return [3 * item**2 * keep / sum(kept) for item, keep in zip(v, kept)]


KEPT = [
    ([1.0, 2.0, 3.0], [1.0, 0.0, 1.0]),
    ([2.0, -1.0, 1.0, 4.0], [1.0, 1.0, 1.0, 1.0]),
    ([2.0, 3.0, 4.0, -2.0], [0.0, 0.0, 1.0, 0.0]),
]


def as_vector(run):
    return any(each.root is not None and each.root.numel() > 1 for each in run.passes)


kept_mean = function(  # the gradient of the mean of the cubes where kept is 1
    KEPT,
    cubes,
    where="v = {}, kept = {}에서",
    by="backward",
    says="뺀 것은 0, 남은 것은 남은 수로 나눈 가중치로 한 번에 물었습니다.",
    look="가중치는 뺀 원소에서 0, 남은 원소에서 1을 남은 원소의 수로 나눈 값입니다.",
    mistakes=[
        Mistake(
            "made_scalar",
            "스칼라로 만들어 물었습니다. `y`에서 `backward(gradient=…)`를 부릅니다.",
            when=lambda run: run.error is None and run.passes and not as_vector(run) and run.value == cubes(*run.inputs),
        ),
        Mistake(
            "weighted_after",
            "가중치를 기울기에 나중에 곱했습니다. `y.backward(gradient=…)`에 가중치로 넘깁니다.",
            when=lambda run: (
                run.error is None
                and run.passes[0].weights is not None
                and run.value == cubes(*run.inputs)
                and run.passes[0].weights.tolist() == [1.0] * len(run.inputs[0])
            ),
        ),
        Mistake(
            "list_given",
            "`gradient`에는 리스트가 아니라 텐서를 넘깁니다. `torch.tensor(kept)`로 바꿉니다.",
            raises="can be either Tensors or None",
        ),
        Mistake(
            "list_divided",
            "리스트는 나눌 수 없습니다. `torch.tensor(kept)`로 바꾸어 나눕니다.",
            raises="unsupported operand|has no attribute 'sum'",
        ),
        Mistake(
            "no_weights",
            "`backward()`에 가중치를 넘기지 않았습니다. `gradient=weights`를 적습니다.",
            raises="only for scalar outputs",
        ),
        Mistake(
            "one_number", "가중치의 모양이 `y`와 다릅니다. 원소마다 하나씩 적은 벡터를 넘깁니다.", raises="Mismatch in shape"
        ),
        Mistake(
            "sum_of_kept",
            "남은 것의 합을 물었습니다. 평균이니 남은 원소의 수로 나눕니다.",
            gives=lambda v, kept: [3 * a**2 * b for a, b in zip(v, kept)],
        ),
        Mistake(
            "divided_by_all",
            "모든 원소의 수로 나누었습니다. 남은 원소의 수 `sum(kept)`로 나눕니다.",
            gives=lambda v, kept: [3 * a**2 * b / len(v) for a, b in zip(v, kept)],
        ),
        Mistake(
            "nothing_left_out", "뺄 것까지 물었습니다. 뺄 원소의 가중치는 0입니다.", gives=lambda v, kept: [3 * a**2 for a in v]
        ),
        Mistake(
            "nothing_left_out",
            "나눈 수는 맞지만 뺄 것까지 물었습니다. 뺄 원소의 가중치는 0입니다.",
            gives=lambda v, kept: [3 * a**2 / sum(kept) for a in v],
        ),
        Mistake(
            "mean_of_all",
            "모든 원소의 평균을 물었습니다. 뺄 원소의 가중치는 0입니다.",
            gives=lambda v, kept: [3 * a**2 / len(v) for a in v],
        ),
        Mistake(
            "left_out_asked",
            "뺄 것을 묻고 남길 것을 뺐습니다. `kept`가 1인 것을 묻습니다.",
            when=lambda run: all((got != 0) == (keep == 0) for got, keep in zip(run.value, run.inputs[1])),
        ),
        Mistake(
            "square", "제곱했습니다. `x ** 3`입니다.", gives=lambda v, kept: [2 * a * b / sum(kept) for a, b in zip(v, kept)]
        ),
        Mistake(
            "values_as_weights",
            "`gradient`에 `x`나 `y`의 값을 곱했습니다. 가중치에는 값을 넣지 않습니다.",
            gives=lambda v, kept: [3 * a**3 * b / sum(kept) for a, b in zip(v, kept)],
        ),
        Mistake(
            "weights_returned",
            "가중치를 돌려주었습니다. `x.grad`를 돌려줍니다.",
            gives=lambda v, kept: [b / sum(kept) for b in kept],
        ),
    ],
)


def share(v, place=0):
    """The gradient of one share of the whole."""
    whole = sum(v)
    return [((column == place) * whole - v[place]) / whole**2 for column in range(len(v))]


first_share = function(  # the gradient of the first share of the whole
    [[1.0, 3.0], [2.0, 1.0, 1.0], [3.0, 1.0, 2.0, 2.0]],
    share,
    where="v = {}에서",
    by="backward",
    says="첫째 원소만 1인 가중치로 첫째 몫 하나만 물었습니다.",
    look="첫째 결과의 가중치만 1이고 나머지는 0이어야 합니다.",
    mistakes=[
        Mistake(
            "still_ones",
            "모든 몫의 합을 물었습니다. 몫의 합은 늘 1이라 기울기가 0입니다. 첫째만 1인 가중치를 넘깁니다.",
            gives=lambda v: [0.0] * len(v),
        ),
        Mistake(
            "two_only",
            "가중치의 수가 사람 수와 다릅니다. `torch.zeros_like(y)`처럼 `y`와 모양이 같은 가중치를 만듭니다.",
            raises="Mismatch in shape",
        ),
        Mistake("list_given", "`gradient`에는 리스트가 아니라 텐서를 넘깁니다.", raises="can be either Tensors or None"),
        Mistake("number_given", "`gradient`에는 수가 아니라 `y`와 모양이 같은 텐서를 넘깁니다.", raises="not iterable"),
        Mistake(
            "no_weights",
            "인수를 지우면 벡터에서는 출발할 수 없습니다. 첫째만 1인 가중치를 넘깁니다.",
            raises="only for scalar outputs",
        ),
        Mistake("last_share", "마지막 사람의 몫을 물었습니다. 첫째는 `weights[0]`입니다.", gives=lambda v: share(v, len(v) - 1)),
        Mistake("second_share", "둘째 사람의 몫을 물었습니다. 첫째는 `weights[0]`입니다.", gives=lambda v: share(v, 1)),
        Mistake(
            "others_asked", "첫째만 빼고 물었습니다. 가중치의 0과 1을 바꿉니다.", gives=lambda v: [-item for item in share(v)]
        ),
        Mistake(
            "one_component",
            "가중치가 아니라 기울기의 첫 원소만 골랐습니다. 첫째 몫을 변수마다 편미분한 벡터를 돌려줍니다.",
            gives=lambda v: share(v)[0],
        ),
        Mistake(
            "own_only",
            "사람마다 제 몫을 제가 낸 돈으로 편미분한 값입니다. 첫째 몫 하나를 모든 변수로 편미분합니다.",
            gives=lambda v: [share(v, place)[place] for place in range(len(v))],
        ),
        Mistake(
            "weights_by_money",
            "낸 돈을 가중치로 넘겼습니다. 첫째만 1인 가중치를 넘깁니다.",
            gives=lambda v: [sum(v[place] * share(v, place)[column] for place in range(len(v))) for column in range(len(v))],
        ),
        Mistake(
            "sum_dropped",
            "첫째가 낸 돈을 그대로 물었습니다. 합으로 나눈 몫을 묻습니다.",
            gives=lambda v: [1.0] + [0.0] * (len(v) - 1),
        ),
        Mistake(
            "sum_cut",
            "합의 기록이 끊겨 나누는 수를 상수로 보았습니다. 합도 변수에 따라 변합니다.",
            gives=lambda v: [1 / sum(v)] + [0.0] * (len(v) - 1),
        ),
    ],
)


def rectangle(x):
    a, b = x
    return torch.stack([a * b, 2 * (a + b), a**2 + b**2])


def product_and_sum(x):
    return torch.stack([x.prod(), x.sum()])


def squares_so_far(x):
    return (x**2).cumsum(0)


def table(f, v):
    """The Jacobian of f at v, row by row."""
    rows = []
    for place in range(len(f(torch.tensor(v)))):
        x = torch.tensor(v, requires_grad=True)
        f(x)[place].backward()
        rows.append(x.grad.tolist())
    return rows


def turned(rows):
    return [list(column) for column in zip(*rows)]


def total(rows):
    return [sum(column) for column in turned(rows)]


def batched(run):
    return "is_grads_batched" in run.source.text


jacobian = function(  # the Jacobian of any function at any point
    [(rectangle, [2.0, 3.0]), (product_and_sum, [1.0, 4.0, -2.0]), (squares_so_far, [1.0, 2.0, 4.0, 0.5])],
    table,
    where=lambda f, v: f"변수가 {len(v)}개, 결과가 {len(f(torch.tensor(v)))}개인 함수에서",
    by="backward",
    says="결과마다 한 행, 변수마다 한 열입니다.",
    look="행마다 결과 하나의 기울기가 들어갑니다. 행의 수는 결과의 수입니다.",
    mistakes=[
        Mistake(
            "not_batched",
            "물음이 여럿이라는 것을 알려 주지 않았습니다. `is_grads_batched=True`를 적습니다.",
            raises="Mismatch in shape",
            when=lambda run: run.source.calls("eye") and not batched(run),
        ),
        Mistake(
            "wrong_size",
            "가중치의 수가 결과의 수와 다릅니다. 결과의 수는 `len(y)`입니다.",
            raises="Mismatch in shape|interpret the first dimension",
        ),
        Mistake("wrong_size", "결과의 수만큼 되풀이하지 않았습니다. 결과의 수는 `len(y)`입니다.", raises="out of (range|bounds)"),
        Mistake("no_weights", "결과가 벡터입니다. 무엇을 물을지 가중치를 넘깁니다.", raises="only for scalar outputs"),
        Mistake("second_time", "같은 기록을 두 번 거슬러 갔습니다. 행마다 `f(x)`를 다시 계산합니다.", raises="second time"),
        Mistake(
            "list_returned",
            "행을 담은 리스트입니다. `torch.stack`으로 쌓아 텐서로 만듭니다.",
            when=lambda run: isinstance(run.got, list) and run.value == table(*run.inputs),
        ),
        Mistake(
            "tuple_returned",
            "`torch.autograd.grad`가 돌려준 튜플 그대로입니다. `[0]`으로 꺼냅니다.",
            when=lambda run: isinstance(run.got, tuple),
        ),
        Mistake("ones", "결과를 모두 더한 것의 기울기입니다. 결과마다 따로 묻습니다.", gives=lambda f, v: total(table(f, v))),
        Mistake(
            "accumulated_rows",
            "앞의 행이 더해져 있습니다. 행마다 `.grad`를 비우거나 텐서를 새로 만듭니다.",
            gives=lambda f, v: [total(table(f, v)[: place + 1]) for place in range(len(table(f, v)))],
        ),
        Mistake(
            "same_object",
            "행이 모두 같습니다. 같은 텐서를 여러 번 담았습니다. 텐서를 행마다 새로 만들거나 `.clone()`으로 담습니다.",
            gives=lambda f, v: [total(table(f, v))] * len(table(f, v)),
        ),
        Mistake(
            "last_row",
            "행이 모두 마지막 결과의 기울기입니다. `zero_()`로 비우면 담아 둔 텐서도 바뀝니다. `x.grad = None`으로 비웁니다.",
            gives=lambda f, v: [table(f, v)[-1]] * len(table(f, v)),
        ),
        Mistake("transposed", "행과 열이 바뀌었습니다. 결과마다 한 행입니다.", gives=lambda f, v: turned(table(f, v))),
        Mistake(
            "flat", "표의 수를 한 줄로 늘어놓았습니다. 결과마다 한 행으로 쌓습니다.", gives=lambda f, v: sum(table(f, v), [])
        ),
        Mistake("first_row_only", "첫 결과만 물었습니다. 결과마다 하나씩 묻습니다.", gives=lambda f, v: table(f, v)[0]),
        Mistake(
            "last_row_only", "마지막 결과의 행만 돌려주었습니다. 행을 모두 모아 쌓습니다.", gives=lambda f, v: table(f, v)[-1]
        ),
        Mistake("row_missing", "마지막 행이 빠졌습니다. 결과의 수만큼 되풀이합니다.", gives=lambda f, v: table(f, v)[:-1]),
        Mistake(
            "rows_added",
            "변수마다의 편미분을 더했습니다. 표를 그대로 돌려줍니다.",
            gives=lambda f, v: [sum(row) for row in table(f, v)],
        ),
    ],
)
