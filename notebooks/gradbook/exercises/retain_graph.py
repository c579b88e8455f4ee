"""Chapter 10: going through one record twice, and the state that a loop hands on."""

from gradbook.judge import Mistake, function, recall

which = recall(  # whether a second backward() raises after x - 5, (x - 5)², stack([x, x]).sum(), exp(x) + 1
    [False, True, False, True],
    says="저장한 텐서가 있는 제곱과 지수 함수에서만 막힙니다.",
    look="도함수를 구할 때 값이 있어야 하는 연산이 하나라도 있으면 저장한 텐서가 있고, 두 번째에서 막힙니다.",
    mistakes=[
        Mistake("always", "저장한 텐서가 없는 기록은 몇 번이고 거슬러 갈 수 있습니다.", gives=[True, True, True, True]),
        Mistake("never", "저장한 텐서를 첫 `backward()`가 지웁니다. 그 텐서가 있어야 하는 기록에서는 오류가 납니다.", gives=[False, False, False, False]),
        Mistake("last_only", "넷째의 마지막 계산은 더하기이지만 그 앞에 `exp()`가 있습니다. 이어진 기록을 모두 지납니다.", gives=[False, True, ..., False]),
        Mistake("stack_saves", "`stack`과 `sum`은 값을 옮기고 더할 뿐이라 저장하는 텐서가 없습니다.", gives=[False, True, True, True]),
        Mistake("minus_saves", "빼기의 도함수는 1이나 -1입니다. 저장할 텐서가 없습니다.", gives=[True, True, ..., ...]),
        Mistake("square_free", "제곱의 도함수 2(x - 5)에는 x의 값이 있어야 합니다.", gives=[False, False, ..., ...]),
    ],
)



def separate(run):
    """Whether the two results have no calculation in common."""
    first, second = ({node for node in recorded(each.root) if not hasattr(node, "variable")} for each in run.passes)
    return not first & second


def recorded(tensor):
    """The nodes of the record behind a tensor."""
    found, waiting = set(), [tensor.grad_fn]
    while waiting:
        node = waiting.pop()
        if node is not None and node not in found:
            found.add(node)
            waiting += [following for following, _ in node.next_functions]
    return found


both = function(  # [slope of 3s, slope of s²] with s = v², from one record
    [2.0, 1.0, 3.0], lambda v: [6 * v, 4 * v**3], where="v = {:g}에서", by="backward",
    says="`s`를 한 번만 계산하고 두 번 거슬러 갔습니다.",
    look="첫 호출에서 기록을 남기고, 두 번째 호출 앞에서 `.grad`를 비웁니다.",
    mistakes=[
        Mistake("not_retained", "첫 `backward()`가 `s`의 기록에서 저장한 텐서를 지웠습니다. 한 번 더 지나야 하니 첫 호출에 `retain_graph=True`를 적습니다.",
                raises="second time"),
        Mistake("not_emptied", "둘째 값에 첫째 기울기까지 더해졌습니다. 두 호출 사이에 `x.grad`를 비웁니다.", gives=lambda v: [6 * v, 6 * v + 4 * v**3]),
        Mistake("recomputed", "`s`를 두 번 계산했습니다. 한 번 계산한 기록을 두 번 거슬러 갑니다.",
                when=lambda run: len(run.source.assigned("s")) > 1),
        Mistake("recomputed", "두 결과가 저마다 계산한 제곱에서 나왔습니다. `s`를 한 번만 계산하고, 그 기록을 두 번 거슬러 갑니다.",
                when=lambda run: run.value == run.wanted and separate(run)),
        Mistake("summed", "두 결과를 더해 한 번에 거슬러 갔습니다. 기울기를 따로 구합니다.",
                when=lambda run: len(run.passes) == 1 and run.passes[0].value.item() == 3 * run.inputs[0] ** 2 + run.inputs[0] ** 4),
        Mistake("summed", "두 결과를 더해 한 번에 거슬러 갔습니다. 기울기를 따로 구합니다.", gives=lambda v: 6 * v + 4 * v**3),
        Mistake("values", "기울기가 아니라 두 결과의 값입니다.", gives=lambda v: [3 * v**2, v**4]),
        Mistake("swapped", "차례가 바뀌었습니다. 3s의 기울기를 먼저 적습니다.", gives=lambda v: [4 * v**3, 6 * v]),
        Mistake("slope_in_s", "`s`가 아니라 `x`로 미분합니다.", gives=lambda v: [3, 2 * v**2]),
    ],
)


def states(v, steps=3):
    return [16 * v**step for step in range(steps + 1)]


def each_step(v):
    """The sum of each step's own slope, the state before it a number."""
    return sum(2 * after * before for before, after in zip(states(v), states(v)[1:]))


def whole_way(v, steps=3):
    """The slope of all the losses (16 vⁿ)² with respect to v."""
    return sum(256 * 2 * n * v ** (2 * n - 1) for n in range(1, steps + 1))


def last_step(v):
    return 2 * states(v)[3] * states(v)[2]


CARRIED = [
    Mistake("one_step", "한 번만 반복했습니다. 세 번 반복합니다.", gives=lambda v: 512 * v),
    Mistake("item_returned", "기울기가 아니라 상태를 돌려주었습니다. `w.grad`를 돌려줍니다.", gives=lambda v: 16 * v**3),
    Mistake("loss_returned", "기울기가 아니라 손실의 값을 돌려주었습니다.", gives=lambda v: (16 * v**3) ** 2),
]

carried = function(  # w.grad after three steps, each step's slope taken with the state before it detached
    [0.5, 1.0, 0.25], each_step, where="v = {:g}에서", by="backward",
    says="매번 지난 계산에서 떼어 내어 그때의 기록만 지납니다.",
    look="다음 반복으로 넘기는 `h`를 기록에서 떼어 냅니다.",
    mistakes=[
        Mistake("second_time", "`h`에 지난 기록이 이어져 있습니다. 다음 반복으로 넘기기 전에 떼어 냅니다.", raises="second time"),
        Mistake("retained", "`retain_graph=True`는 지난 계산까지 거듭 거슬러 갑니다. 이번 기울기만 나오게 `h`를 떼어 냅니다.",
                when=lambda run: "retain_graph" in run.source.text),
        Mistake("parameter_cut", "`w`를 떼어 내 기울기가 갈 곳이 없습니다. 떼어 낼 것은 다음 반복으로 넘기는 `h`입니다.",
                raises="does not require grad", when=lambda run: any(cut in run.source.text for cut in ("w.detach()", "w.item()", "w.data"))),
        Mistake("no_gradient", "`loss`를 계산하기 전에 떼어 내면 `w`까지 가는 기록이 없습니다. `backward()` 뒤에 떼어 냅니다.", raises="does not require grad"),
        Mistake("reset_state", "매번 `h`가 처음 값에서 다시 시작합니다. 값은 넘기고 기록만 떼어 냅니다.", gives=lambda v: 3 * 512 * v),
        Mistake("emptied", "마지막 기울기만 남았습니다. `.grad`를 비우지 말고 매번 더해지게 둡니다.", gives=last_step),
        Mistake("whole", "지난 계산까지 거슬러 간 기울기입니다. 매번 떼어 내고 그때만 거슬러 갑니다.", gives=whole_way),
        Mistake("summed", "끝에서 한 번 거슬러 갔지만 반복 사이를 떼어 내지 않았습니다.", gives=whole_way),
        *CARRIED,
    ],
)


def mean_of_steps(v):
    return whole_way(v) / 3


whole = function(  # the slope of the sum of three steps' losses, backward called once
    [0.5, 1.0, 0.25], whole_way, where="v = {:g}에서", by="backward",
    says="손실을 더해 두고 한 번에 끝까지 거슬러 갔습니다.",
    look="`h`를 떼어 내지 않고, 손실을 모두 더한 다음 `backward()`를 한 번 부릅니다.",
    mistakes=[
        Mistake("many_calls", "`backward()`를 여러 번 불렀습니다. 손실을 더해 두고 반복문 뒤에서 한 번만 부릅니다.",
                when=lambda run: len(run.passes) > 1 and run.error is None),
        Mistake("second_time", "`backward()`를 반복문 안에서 불러 같은 기록을 두 번 지나려 했습니다. 반복문 뒤로 옮깁니다.", raises="second time"),
        Mistake("numbers_added", "`.item()`으로 꺼낸 수를 더하면 기록이 남지 않습니다. 손실 텐서를 그대로 더합니다.", raises="no attribute 'backward'"),
        Mistake("last_only", "마지막 손실만 거슬러 갔습니다. 세 손실을 모두 더합니다.", gives=lambda v: 256 * 6 * v**5),
        Mistake("mean", "손실의 평균을 거슬러 갔습니다. 더하기만 합니다.", gives=mean_of_steps),
        Mistake("states_added", "상태 `h`를 더했습니다. 더할 것은 `h`의 제곱입니다.", gives=lambda v: sum(16 * n * v ** (n - 1) for n in (1, 2, 3))),
        Mistake("four_steps", "한 번 더 반복했습니다. `range(3)`은 세 번 반복합니다.", gives=lambda v: whole_way(v, 4)),
        Mistake("too_early", "`h`를 고치기 전에 손실을 더했습니다. `h = w * h` 다음에 더합니다.", gives=lambda v: whole_way(v, 2),
                when=lambda run: run.names["h"].item() == states(run.inputs[0])[3]),
        Mistake("two_steps", "한 번 덜 반복했습니다. 세 번 반복합니다.", gives=lambda v: whole_way(v, 2)),
        Mistake("square_of_sum", "상태를 더한 다음 제곱했습니다. 매번 제곱한 것을 더합니다.",
                gives=lambda v: 2 * sum(states(v)[1:]) * sum(16 * n * v ** (n - 1) for n in (1, 2, 3))),
        *CARRIED,
    ],
)
