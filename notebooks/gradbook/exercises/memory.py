"""Chapter 16: what a record keeps, and what is given for keeping less."""

import ast

import torch
from torch.autograd.graph import saved_tensors_hooks

from gradbook.judge import Mistake, function, recall

sizes = recall(  # bytes held by x + x + 1, x * x, x.exp().tanh(), x[:10].sin(), x of 4,000 bytes
    [0, 4000, 8000, 4000],
    says="저장소마다 한 번씩 세었습니다.",
    look="연산마다 입력과 결과 가운데 무엇을 저장하는지 보고, 같은 저장소는 한 번만 셉니다.",
    mistakes=[
        Mistake("add_keeps", "더하기의 도함수는 1이라 저장하는 것이 없습니다.", gives=[lambda v: v > 0, ..., ..., ...]),
        Mistake("counted_twice", "`x * x`는 `x`를 두 번 저장하지만 저장소는 하나입니다.", gives=[..., 8000, ..., ...]),
        Mistake("view_small", "`x[:10]`은 `x`의 저장소를 함께 씁니다. 일부만 붙잡아도 저장소를 통째로 붙잡습니다.", gives=[..., 4000, 8000, 40]),
        Mistake("elements", "원소의 수를 적었습니다. 원소 하나가 4바이트입니다.", gives=[0, 1000, 2000, lambda v: v in (10, 1000)]),
        Mistake("thousands", "KB로 적었습니다. 바이트로 적습니다.", gives=[0, 4, 8, 4]),
        Mistake("view_added", "`x[:10]`은 따로 메모리를 차지하지 않습니다. `x`의 저장소 하나만 셉니다.", gives=[..., ..., ..., 4040]),
        Mistake("exp_keeps_input", "지수 함수와 `tanh`는 둘 다 입력이 아니라 결과를 저장합니다. 결과는 두 개입니다.",
                gives=[..., ..., lambda v: v in (4000, 12000), ...]),
        Mistake("product_free", "`x * x`의 도함수에는 `x`가 나옵니다.", gives=[..., 0, ..., ...]),
        Mistake("sin_free", "`sin`의 도함수는 `cos(x)`입니다. 입력이 있어야 합니다.", gives=[..., ..., ..., 0]),
    ],
)


def sine(x):
    return x.sin()


def square(x):
    return x**2 / 2


def six(f, v):
    x = torch.tensor(v, requires_grad=True)
    y = x
    for _ in range(6):
        y = f(y)
    y.backward()
    return x.grad.item()


def slope(f, v, times):
    """The slope of f called that many times."""
    x = torch.tensor(v, requires_grad=True)
    y = x
    for _ in range(times):
        y = f(y)
    return torch.autograd.grad(y, x)[0].item()


def checkpoints(run):
    return run.source.calls("checkpoint") + run.source.calls("checkpoint_sequential")


twice = function(  # the slope of f called six times, in two checkpoints of three
    [(square, 2.0), (sine, 0.5), (square, 1.5)], six, where=lambda f, v: f"{f.__name__}, v = {v:g}에서", by="backward",
    says="구간 둘을 저마다 다시 계산했습니다.",
    look="`checkpoint(three, 입력, use_reentrant=False)`를 두 번 잇고 `backward()`를 부릅니다.",
    mistakes=[
        Mistake("no_checkpoint", "기울기를 구했지만 체크포인트를 쓰지 않았습니다. `checkpoint(three, …)`로 부릅니다.",
                when=lambda run: run.error is None and run.passes and not checkpoints(run)),
        Mistake("second_plain", "둘째 구간은 체크포인트 없이 불렀습니다. 두 구간 다 `checkpoint`로 계산합니다.",
                when=lambda run: run.value == run.wanted and len(checkpoints(run)) == 1 and bool(run.source.calls("three"))
                and "lambda" not in run.source.text and len(run.source.calls("three")) == 1),
        Mistake("one_segment", "여섯 번을 한 구간에 넣었습니다. 세 번씩 두 구간으로 나눕니다.",
                when=lambda run: run.value == run.wanted and len(checkpoints(run)) == 1 and not run.source.calls("checkpoint_sequential")
                and "for" not in run.source.text),
        Mistake("reentrant", "`use_reentrant=True`로 계산했습니다. `False`를 적습니다.",
                when=lambda run: "use_reentrant=True" in run.source.text.replace(" ", "")),
        Mistake("unsaid", "`use_reentrant`를 적지 않았습니다. `use_reentrant=False`를 적습니다.",
                when=lambda run: checkpoints(run) and "use_reentrant" not in run.source.text),
        Mistake("swapped", "함수와 입력의 차례가 바뀌었습니다. `checkpoint(three, x, …)`로 적습니다.", raises="'Tensor' object is not callable",
                when=lambda run: any(len(call.args) == 2 and getattr(call.args[1], "id", "") == "three" for call in checkpoints(run))),
        Mistake("called_first", "`checkpoint`에는 함수와 입력을 따로 넘깁니다. `three(x)`가 아니라 `three, x`입니다.", raises="not callable"),
        Mistake("three_only", "`f`를 세 번만 지났습니다. 둘째 구간에는 첫째 구간의 결과를 넘깁니다.", gives=lambda f, v: slope(f, v, 3)),
        Mistake("added", "두 구간을 잇지 않고 더했습니다. 둘째 구간에 첫째 구간의 결과를 넘깁니다.", gives=lambda f, v: 2 * slope(f, v, 3)),
        Mistake("two_calls", "`f`를 구간마다 한 번만 불렀습니다. 세 번씩 부르는 `three`를 넘깁니다.", gives=lambda f, v: slope(f, v, 2)),
    ],
)


def losses(v):
    return [(v * x - 4) ** 2 for x in (1.0, 2.0, 3.0)]


def still_recorded(run):
    return isinstance(run.got, (list, tuple)) and any(isinstance(item, torch.Tensor) and item.requires_grad for item in run.got)


history = function(  # the three losses without a record
    [2.0, 1.0, -1.0], losses, where="v = {:g}에서",
    says="값은 같고, 붙잡은 기록은 없습니다.",
    look="손실의 값만 리스트에 담습니다.",
    mistakes=[
        Mistake("item_not_called", "`item`에 괄호를 붙여 부릅니다.", when=lambda run: any(callable(item) and not isinstance(item, torch.Tensor) for item in run.got)),
        Mistake("cloned", "`clone()`은 값을 베끼지만 기록도 이어집니다. 값만 꺼냅니다.",
                when=lambda run: still_recorded(run) and run.source.calls("clone")),
        Mistake("freed_only", "`backward()`는 저장한 값을 놓아주지만 노드는 남고, 평가에는 기울기가 필요 없습니다. 값만 담습니다.",
                when=lambda run: still_recorded(run) and run.passes),
        Mistake("not_kept", "`loss.detach()`는 `loss`를 바꾸지 않고 기록 없는 새 텐서를 돌려줍니다. 그것을 리스트에 담습니다.",
                when=lambda run: still_recorded(run) and any("detach" in ast.unparse(made) for made in run.source.dropped())),
        Mistake("block_late", "손실은 블록 밖에서 이미 기록하며 계산했습니다. 계산하는 줄을 `no_grad` 블록에 넣습니다.",
                when=lambda run: still_recorded(run) and "no_grad" in run.source.text),
        Mistake("recorded", "리스트의 `loss`에 아직 기록이 있습니다. 값만 담거나 `no_grad` 블록에서 계산합니다.", when=still_recorded),
        Mistake("stacked", "텐서 하나로 쌓아도 기록이 이어집니다. 값만 담습니다.",
                when=lambda run: isinstance(run.got, torch.Tensor) and run.got.requires_grad),
        Mistake("last_only", "마지막 손실만 돌려주었습니다. 리스트를 돌려줍니다.", gives=lambda v: losses(v)[-1]),
        Mistake("summed", "손실을 더했습니다. 하나씩 리스트에 담습니다.", gives=lambda v: sum(losses(v))),
        Mistake("running", "손실을 더해 가며 담았습니다. 그때의 손실만 담습니다.", gives=lambda v: [sum(losses(v)[:n]) for n in (1, 2, 3)]),
        Mistake("not_squared", "제곱이 빠졌습니다. 손실의 식은 그대로 둡니다.", gives=lambda v: [v * x - 4 for x in (1.0, 2.0, 3.0)]),
    ],
)

DATA = (1.0, 2.0, 0.0, 1.0, 3.0, 1.0)


def whole_slope(v):
    return sum(2 * v * x * x for x in DATA)


in_pieces = function(  # w.grad of the sum of (w x)² over six data, two at a time
    [1.0, 2.0, -0.5], whole_slope, where="v = {:g}에서", by="backward",
    says="조각마다 거슬러 가고 그때의 기록을 놓아주었습니다.",
    look="반복문 안에서 조각마다 `backward()`를 부릅니다.",
    mistakes=[
        Mistake("second_time", "더한 손실에서 `backward()`를 거듭 불렀습니다. 조각의 손실에서 부릅니다.", raises="second time"),
        Mistake("retained", "`retain_graph=True`는 기록을 놓아주지 않습니다. 조각의 손실에서 `backward()`를 부릅니다.",
                when=lambda run: "retain_graph" in run.source.text),
        Mistake("one_pass", "`backward()`를 한 번만 불러 조각의 기록이 모두 끝까지 남았습니다. 반복문 안에서 부릅니다.",
                when=lambda run: run.error is None and len(run.passes) == 1 and "split" in run.source.text and run.value == run.wanted),
        Mistake("not_split", "데이터를 나누지 않았습니다. 둘씩 나누어 조각마다 거슬러 갑니다.",
                when=lambda run: run.error is None and len(run.passes) == 1 and run.value == run.wanted),
        Mistake("detached", "손실에서 기록을 떼어 내면 거슬러 갈 수 없습니다. 조각의 손실에서 그대로 `backward()`를 부릅니다.", raises="does not require grad"),
        Mistake("last_piece", "반복문이 끝난 다음 한 번만 불러 마지막 조각만 미분했습니다. 반복문 안에서 부릅니다.",
                gives=lambda v: 2 * v * 10, when=lambda run: len(run.passes) == 1),
        Mistake("remade", "조각마다 `w`를 새로 만들었습니다. 반복문 앞에서 한 번만 만들어야 기울기가 쌓입니다.",
                gives=lambda v: 2 * v * 10, when=lambda run: any(map(run.source.in_loop, run.source.calls("tensor")))),
        Mistake("emptied", "마지막 조각의 기울기만 남았습니다. 조각 사이에 `.grad`를 비우지 않습니다.", gives=lambda v: 2 * v * 10),
        Mistake("mean", "조각마다 평균을 냈습니다. 합으로 둡니다.", gives=lambda v: whole_slope(v) / 2),
        Mistake("loss_returned", "기울기가 아니라 손실을 돌려주었습니다.", gives=lambda v: sum((v * x) ** 2 for x in DATA)),
    ],
)

INDEX = torch.tensor([0, 2, 2051])  # 2051 of 3,000: element 2 again, which float16 would turn into 2052, element 0


def by_index(x):
    """A calculation that saves numbers and places."""
    return (x**2).repeat(1000)[INDEX.clone()].sum()


def product(x):
    """A calculation whose backward takes numbers of one kind only."""
    return (x @ x).sum()


def through(answer, v):
    """The value and the slopes of calculations run by the learner's function."""
    x = torch.tensor([v, 1.0, v], requires_grad=True)
    y = answer(lambda: by_index(x))
    y.backward()
    got = [y.item(), *x.grad.tolist()]
    for dtype in (torch.float32, torch.float64):
        square = torch.tensor([[v]], dtype=dtype, requires_grad=True)
        answer(lambda: product(square)).backward()
        got.append(square.grad.item())
    return got


def saved_as(convert):
    """What comes out where saved numbers go through `convert`."""
    def run(v):
        def calculate(work):
            with saved_tensors_hooks(lambda t: convert(t) if t.is_floating_point() else t, lambda t: t):
                return work()
        return through(calculate, v)
    return run


def integers_too(v):
    """What comes out where places, too, are kept as float16."""
    def calculate(work):
        with saved_tensors_hooks(lambda t: (t.dtype, t.to(torch.float16)), lambda packed: packed[1].to(packed[0])):
            return work()
    return through(calculate, v)


def under_hooks(run):
    """Whether calculate() is called in a `with`."""
    return any(isinstance(outer, ast.With) for call in run.source.calls("calculate") for outer in run.source.around(call))


save_half = function(  # calculate() with its saved real numbers kept as float16
    [1000.25, 3.0, 0.3], saved_as(lambda t: t.to(torch.float16).to(t.dtype)), where="v = {:g}에서", call=through, gradient=False,
    says="실수만 줄이고, 원래의 `dtype`으로 되돌렸습니다.",
    look="`pack`에서 줄이고 `unpack`에서 되돌리는 훅을 걸고 `calculate()`를 부릅니다.",
    mistakes=[
        Mistake("always_float", "꺼낼 때 정수 텐서까지 실수로 바꾸었습니다. 원래의 `dtype`을 함께 담아 두었다가 그것으로 되돌립니다.",
                raises="tensors used as indices", when=lambda run: run.source.calls("is_floating_point")),
        Mistake("index_halved", "정수 텐서까지 줄였습니다. 실수일 때만 줄입니다.", raises="tensors used as indices"),
        Mistake("not_restored", "꺼낼 때 원래의 `dtype`으로 되돌리지 않았습니다.", raises="c10::Half"),
        Mistake("always_true", "`is_floating_point`에 괄호가 없어 늘 참입니다. 괄호를 붙여 부릅니다.",
                when=lambda run: any(getattr(node.value, "attr", "") != "dtype" for node in run.source.without_call("is_floating_point"))),
        Mistake("outside", "훅을 건 블록 밖에서 `calculate()`를 불렀습니다. `with` 안에서 부릅니다.",
                when=lambda run: run.error is None and bool(run.source.calls("saved_tensors_hooks")) and not under_hooks(run)),
        Mistake("swapped", "`pack`이 돌려준 것이 `unpack`에 들어갑니다. `unpack`은 텐서 하나를 돌려주어야 합니다. 둘의 차례도 봅니다.",
                raises="expected to be a Tensor"),
        Mistake("one_received", "`unpack`이 받는 것은 `pack`이 돌려준 것 하나입니다. 튜플로 받아 안에서 나눕니다.", raises="unpack.* missing"),
        Mistake("integers_halved", "정수 텐서까지 줄였습니다. `float16`은 2048보다 큰 정수를 다 적지 못합니다. 실수일 때만 줄입니다.",
                gives=integers_too),
        Mistake("no_hooks", "훅을 걸지 않아 원래의 값이 저장되었습니다. `with saved_tensors_hooks(pack, unpack):` 안에서 부릅니다.",
                when=lambda run: run.error is None and not run.source.calls("saved_tensors_hooks")),
        Mistake("to_single", "꺼낼 때 늘 `float32`로 되돌리면 `float64`의 계산과 맞지 않습니다. 원래의 `dtype`을 함께 적어 둡니다.", raises="double != float"),
        Mistake("no_return", "결과를 돌려주지 않았습니다. `return`을 적습니다.", raises="'NoneType' object has no attribute 'backward'",
                when=lambda run: run.source.calls("calculate")),
        Mistake("pack_returns_nothing", "`pack`이 돌려준 것이 없습니다. 줄인 텐서를 `return`합니다.", raises="'NoneType' object",
                when=lambda run: run.source.calls("saved_tensors_hooks")),
        Mistake("not_called", "`calculate`를 부르지 않고 함수를 돌려주었습니다. 괄호를 붙입니다.", raises="'function' object has no attribute"),
        Mistake("not_halved", "줄이지 않고 저장했습니다. `tensor.to(torch.float16)`으로 줄인 것을 돌려줍니다.", gives=saved_as(lambda t: t)),
        Mistake("half_result", "저장할 값이 아니라 결과를 줄였습니다.", when=lambda run: run.value[0] != run.wanted[0]),
    ],
)
