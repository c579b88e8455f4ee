"""Chapter 5: what .grad holds after several calls, and where a loop empties it."""

import ast

import torch

from gradbook.judge import Mistake, formula, function, gradient_of, recall
from gradbook.judge.values import equal

three_values = recall(  # x.grad after backward of x², after another, and after emptying it and backward of 3x; x = 1
    [2.0, 4.0, 3.0],
    says="2, 2 + 2, 그리고 비운 뒤의 3입니다.",
    look="비우기 전에는 앞의 값에 더하고, 비운 뒤에는 새 값만 남습니다.",
    mistakes=[
        Mistake("overwritten", "`backward()`는 `.grad`를 바꾸지 않고 앞의 값에 더합니다. 둘째 값은 2 + 2입니다.", gives=[2, 2, ...]),
        Mistake("not_emptied", "`x.grad = None`으로 비웠으니 앞의 4는 남지 않습니다.", gives=[2, 4, 7]),
        Mistake("values", "기울기가 아니라 `y`의 값입니다. x²의 기울기는 2x, 3x의 기울기는 3입니다.", gives=[1, 1, 3]),
        Mistake("values", "기울기가 아니라 `y`의 값을 더했습니다. x²의 기울기는 2x입니다.", gives=[1, 2, ...]),
        Mistake("multiplied_by_x", "3x의 기울기는 3입니다.", gives=[2, 4, 1]),
        Mistake("emptied", "셋째 값은 비운 다음 `y.backward()`까지 부른 뒤의 값입니다.", gives=[2, 4, 0]),
        Mistake("emptied", "`None`은 비운 바로 뒤의 값입니다. 셋째 값은 그다음 `y.backward()`까지 부른 뒤의 값입니다.", gives=[2, 4, None]),
        Mistake("squared", "두 번째에는 곱하지 않고 더합니다. 2 + 2입니다.", gives=[2, 8, ...]),
        Mistake("third", "`x.grad = None`으로 비웠으니 셋째 값에는 3x의 기울기만 남습니다.", gives=[2, 4, ...]),
        Mistake("second", "둘째 값은 앞의 2에 새로 구한 2를 더한 것입니다.", gives=[2, ..., ...]),
        Mistake("first", "첫째 값은 x²의 기울기 2x에 `x = 1`을 넣은 것입니다.", gives=lambda got: got[0] != 2),
    ],
)


def walk(rate, start, steps):
    """w after `steps` steps on (w - 3)², the gradient multiplied by `rate`."""
    return 3 + (start - 3) * (1 - 2 * rate) ** steps


def never_emptied(start, steps):
    w, gradient = start, 0.0
    for _ in range(steps):
        gradient += 2 * (w - 3)
        w -= 0.25 * gradient
    return w


def loss_subtracted(start, steps):
    w = start
    for _ in range(steps):
        w -= 0.25 * (w - 3) ** 2
    return w


def kept(run):
    """Whether the steps were those of a .grad that is never emptied."""
    return abs(run.value - never_emptied(*run.inputs)) < 1e-4 and run.inputs[1] > 1


def right_at_once(answer):
    """Whether one step by itself is right."""
    return abs(float(answer(1.0, 1)) - walk(.25, 1.0, 1)) < 1e-4


def summed_first(start, steps):
    return start - 0.25 * steps * 2 * (start - 3)


descend = function(  # w after steps of 0.25 against the gradient of (w - 3)²
    [(1.0, 1), (1.0, 3), (5.0, 2)], lambda start, steps: walk(0.25, start, steps), where="start = {:g}, steps = {}에서",
    by="backward", gradient=False,
    says="걸음마다 3까지 남은 거리가 반으로 줄어듭니다.",
    look="걸음마다 손실을 다시 계산하고, 0.25 곱하기 기울기를 빼고, `.grad`를 비웁니다.",
    mistakes=[
        Mistake("backward_outside_loop", "손실의 계산과 `backward()`가 반복문 밖에 한 번뿐입니다. 걸음마다 다시 계산합니다.",
                when=lambda run: len(run.passes) == 1 < run.inputs[1] and run.value == summed_first(*run.inputs) and not run.source.in_loop(
                    run.source.calls("backward")[0])),
        Mistake("outside_loop", "한 번 계산한 손실에서 거듭 `backward()`를 불렀습니다. 손실을 반복문 안에서 다시 계산합니다.",
                when=lambda run: len(run.passes) > 1 and len({id(each.root) for each in run.passes}) == 1 and not run.passes[0].root.is_leaf),
        Mistake("without_parentheses", "`zero_` 뒤에 괄호가 없어 비우지 않았습니다.", when=lambda run: kept(run) and run.source.without_call("zero_")),
        Mistake("local_name", "`grad = None`은 이름만 새로 만듭니다. `w.grad = None`으로 비웁니다.", when=lambda run: kept(run) and run.source.assigned("grad")),
        Mistake("other_emptied", "비운 것은 `w.grad`가 아닙니다. `backward()`는 `w.grad`에 더합니다.",
                when=lambda run: kept(run) and (any(name not in run.leaves for name, _ in run.source.emptied()) or run.source.set_to_none())),
        Mistake("emptied_outside_loop", "비우는 줄이 반복문 밖에 있습니다. 걸음마다 비웁니다.",
                when=lambda run: kept(run) and any(not run.source.in_loop(node) for node in [
                    *(node for _, node in run.source.emptied()), *run.source.calls("zero_grad")])),
        Mistake("gradients_collected", "앞의 기울기까지 모아 뺐습니다. 그 걸음의 `w.grad`만 뺍니다.", gives=never_emptied,
                when=lambda run: any(run.source.in_loop(node) for _, node in run.source.emptied())),
        Mistake("never_emptied", "걸음마다 앞의 기울기까지 더해집니다. `w`를 고친 다음 `.grad`를 비웁니다.", gives=never_emptied),
        Mistake("left_early", "`break`가 반복을 일찍 끝냈습니다. `steps`번을 모두 되풀이합니다.",
                when=lambda run: len(run.passes) < run.inputs[1] and run.source.nodes(ast.Break)),
        Mistake("emptied_before_step", "`w`를 고치기 전에 `.grad`를 비웠습니다. 고친 다음에 비웁니다.",
                when=lambda run: run.passes and run.value == run.inputs[0] and (run.source.calls("zero_") or run.source.calls("zero_grad"))),
        Mistake("no_step", "`w`가 처음 그대로입니다. `w -= …`으로 `w`를 고치는지 봅니다.", gives=lambda start, steps: start),
        Mistake("step_outside_loop", "`w`를 고치는 줄이 반복문 밖에 있습니다. 걸음마다 고칩니다.", gives=summed_first),
        Mistake("step_outside_loop", "한 걸음만 옮긴 값입니다. `w`를 고치는 줄은 반복문 안에, `w`를 만드는 줄은 반복문 앞에 둡니다.", gives=lambda start, steps: walk(.25, start, 1)),
        Mistake("uphill", "기울기를 더해 멀어집니다. 내려가려면 뺍니다.", gives=lambda start, steps: walk(-.25, start, steps)),
        Mistake("whole_gradient", "학습률 0.25를 곱하지 않았습니다.", gives=lambda start, steps: walk(1, start, steps)),
        Mistake("other_rate", "학습률이 0.25가 아닙니다.", gives=lambda start, steps: walk(.5, start, steps)),
        Mistake("other_rate", "학습률이 0.25가 아닙니다.", gives=lambda start, steps: walk(.1, start, steps)),
        Mistake("other_rate", "학습률이 0.25가 아닙니다. 소수점의 자리를 봅니다.", gives=lambda start, steps: walk(.025, start, steps)),
        Mistake("other_rate", "학습률이 0.25가 아닙니다. 걸음마다 두 번 빼지 않는지도 봅니다.", gives=lambda start, steps: walk(.125, start, steps)),
        Mistake("once_too_often", "한 걸음 더 갔습니다. `range(steps)`는 `steps`번 반복합니다.", gives=lambda start, steps: walk(.25, start, steps + 1)),
        Mistake("once_too_few", "한 걸음 덜 갔습니다. `range(steps)`는 `steps`번 반복합니다.", gives=lambda start, steps: walk(.25, start, steps - 1)),
        Mistake("brackets", "`w - 3 ** 2`에서는 3만 제곱합니다. `(w - 3) ** 2`로 묶습니다.", gives=lambda start, steps: start - .25 * steps,
                when=lambda run: "- 3 ** 2" in run.source.text),
        Mistake("no_gradient", "0.25만 뺐습니다. 0.25 곱하기 기울기를 뺍니다.", gives=lambda start, steps: start - .25 * steps),
        Mistake("doubled", "`* 2`는 두 배입니다. 손실은 `(w - 3) ** 2`입니다.", gives=lambda start, steps: start - .5 * steps),
        Mistake("loss_for_gradient", "손실을 뺐습니다. 0.25 곱하기 `w.grad`를 뺍니다.", gives=loss_subtracted),
        Mistake("other_loss", "손실이 `(w - 3) ** 2`인지 봅니다.", gives=lambda start, steps: -3 + (start + 3) * 0.5**steps),
        Mistake("loss_returned", "손실을 돌려주었습니다. 옮긴 뒤의 `w`를 돌려줍니다.", when=lambda run: isinstance(run.got, torch.Tensor) and run.got is run.names.get("loss")),
        Mistake("gradient_returned", "기울기를 돌려주었습니다. 옮긴 뒤의 `w`를 돌려줍니다.",
                when=lambda run: run.got is None and run.passes and run.source.owners_of_grad()),
        Mistake("gradient_returned", "기울기를 돌려주었습니다. 옮긴 뒤의 `w`를 돌려줍니다.",
                when=lambda run: isinstance(run.got, torch.Tensor) and any(run.got is leaf.grad for leaf in run.leaves.values())),
        Mistake("loss_returned", "손실의 값을 돌려주었습니다. 옮긴 뒤의 `w`를 돌려줍니다.",
                gives=lambda start, steps: ((start - 3) * 0.5 ** (steps - 1)) ** 2),
        Mistake("gradient_returned", "기울기를 돌려주었습니다. 옮긴 뒤의 `w`를 돌려줍니다.",
                gives=lambda start, steps: 2 * (start - 3) * 0.5 ** (steps - 1)),
        Mistake("loop_in_block", "반복문 전체가 `no_grad` 블록 안에 있습니다. 블록에는 `w`를 고치는 줄만 둡니다.", raises="does not require grad",
                when=lambda run: any(run.source.in_no_grad(node) for node in run.source.calls("backward"))),
    ],
    last=[
        Mistake("times", lambda run: f"`backward()`를 {len(run.passes)}번 불렀습니다. `steps`는 {run.inputs[1]}입니다. 되풀이하는 횟수를 봅니다.",
                when=lambda run: run.passes and len(run.passes) != run.inputs[1]),
        *formula("(w - 3)²", lambda start, steps: (start - 3) ** 2),
        Mistake("other_rate", lambda run: f"첫 걸음에서 기울기에 곱한 수는 {(run.inputs[0] - run.value) / (2 * (run.inputs[0] - 3)) + 0.0:g}입니다. 걸음마다 0.25를 곱합니다.",
                when=lambda run: run.inputs[1] == 1 and isinstance(run.value, float) and len(run.passes) == 1),
        Mistake("later_steps", "첫 걸음은 맞고 다음 걸음부터 다릅니다. 학습률이 바뀌지 않는지, 손실과 기울기를 걸음마다 새로 구하는지 봅니다.",
                when=lambda run: run.inputs[1] > 1 and run.passes and run.value != walk(.25, run.inputs[0], 1) and right_at_once(run.answer)),
    ],
)


def subtracted(run):
    """Whether the right slopes came out of a .grad that still holds the sum."""
    return any(leaf.grad is not None and leaf.grad.item() not in (0.0, run.wanted[-1]) for leaf in run.leaves.values())


def summed(run):
    """What .grad shows after each point when it is never emptied."""
    return [2 * sum(run.inputs[0][:n + 1]) for n in range(len(run.inputs[0]))]


never_reset = function(  # the slope of x² at each value, one tensor used for all
    [[1.0, 2.0, 3.0], [-1.0, 4.0]], lambda values: [2 * value for value in values], where="{}에서", by="backward",
    says="점마다 제 기울기만 나옵니다.",
    look="앞의 점에서 구한 값이 남아 있지 않은지 봅니다.",
    mistakes=[
        Mistake("subtracted", "`.grad`에는 아직 앞의 기울기까지 더해져 있습니다. 빼서 맞추지 말고 `.grad`를 비웁니다.",
                when=lambda run: [2 * value for value in run.inputs[0]] == run.got and subtracted(run)),
        Mistake("added_up", "`x`의 값에 앞의 값까지 더해졌습니다. `x.fill_(value)`로 값을 바꿉니다.",
                gives=lambda values: [2 * sum(values[:n + 1]) for n in range(len(values))],
                when=lambda run: abs(run.passes[-1].value.item() - sum(run.inputs[0]) ** 2) < 1e-4),
        Mistake("accumulated", "둘째 값부터 앞의 값이 더해져 있습니다. `.grad`를 언제 비우는지 봅니다.",
                gives=lambda values: [2 * sum(values[:n + 1]) for n in range(len(values))]),
        Mistake("not_filled", "`x`의 값이 늘 0입니다. 점마다 `x.fill_(value)`로 값을 바꾼 다음에 계산합니다.",
                gives=lambda values: [0.0] * len(values), when=lambda run: all(each.value == 0 for each in run.passes)),
        Mistake("emptied_too_early", "`backward()`와 `.grad`를 읽는 줄 사이에서 비웠습니다. 읽은 다음에 비우거나 `backward()` 앞에서 비웁니다.",
                gives=lambda values: [0.0] * len(values)),
        Mistake("halved", "`x.grad`를 2로 나누었습니다. 나누지 말고 그대로 모읍니다.", gives=lambda values: values, when=lambda run: run.source.owners_of_grad([run.source.tree])),
        Mistake("values", "기울기가 아니라 `x`의 값을 모았습니다. `x.grad`의 값을 모읍니다.", gives=lambda values: values),
        Mistake("value_for_gradient", "기울기가 아니라 `y`의 값을 모았습니다. `x.grad`의 값을 모읍니다.", gives=lambda values: [value**2 for value in values]),
        Mistake("last_only", "마지막 점의 기울기 하나만 나왔습니다. `slopes.append(…)`로 모으고 리스트 `slopes`를 돌려줍니다.", gives=lambda values: 2 * values[-1]),
        Mistake("local_name", "`grad = None`은 이름만 새로 만듭니다. `x.grad = None`으로 비웁니다.",
                when=lambda run: run.source.assigned("grad") and run.got != run.wanted),
        Mistake("other_emptied", "비운 것은 `x.grad`가 아닙니다. `backward()`는 `x.grad`에 더합니다.",
                when=lambda run: run.value == summed(run) and (any(name not in run.leaves for name, _ in run.source.emptied()) or run.source.set_to_none())),
        Mistake("emptied_outside_loop", "비우는 줄이 반복문 밖에 있습니다. 점마다 비웁니다.",
                when=lambda run: run.value == summed(run) and any(not run.source.in_loop(node) for node in [
                    *(node for _, node in run.source.emptied()), *run.source.calls("zero_grad")])),
        Mistake("without_parentheses", "`zero_` 뒤에 괄호가 없어 부르지 않았습니다.",
                when=lambda run: run.value == summed(run) and run.source.without_call("zero_")),
        Mistake("list_emptied", "기울기를 모은 `slopes`를 비웠습니다. 비울 것은 `x.grad`입니다.", when=lambda run: run.value != run.wanted and run.source.calls("clear")),
        Mistake("one_kept", "리스트에 값 하나만 남았습니다. `slopes = []`는 반복문 앞에, `slopes.append(…)`는 반복문 안에 둡니다.",
                when=lambda run: isinstance(run.got, list) and len(run.got) == 1
                and not any(map(run.source.in_loop, run.source.nodes(ast.Return)))),
        Mistake("cube", "식이 `x ** 2`인지 봅니다. 비우는 줄만 더하고 나머지는 그대로 둡니다.", gives=lambda values: [3 * value**2 for value in values]),
    ],
    last=gradient_of("x²", lambda values: values[0] ** 2),
)

DATA = torch.tensor([1.0, 2.0, 3.0, 4.0, 5.0])


def pieces(size):
    return -(-len(DATA) // size)


def last_piece(data, size):
    return 2 * sum(item.item() ** 2 for item in data[(pieces(size) - 1) * size:])


in_pieces = function(  # the gradient at w = 1 of the sum of (w · data)², size elements at a time
    [(DATA, size) for size in (1, 2, 5)], lambda data, size: 110.0, where="size = {1}일 때", by="backward",
    says="어떻게 나누어도 기울기의 합은 같습니다.",
    look="`data[start:start + size]`로 조각을 꺼내, 조각마다 `backward()`를 부르되 비우지는 않습니다.",
    mistakes=[
        Mistake("last_piece", "마지막 조각에서만 `backward()`를 불렀습니다. 반복문 안에서 조각마다 부릅니다.",
                when=lambda run: len(run.passes) == 1 < pieces(run.inputs[1]) and run.value == last_piece(*run.inputs)),
        Mistake("emptied", "마지막 조각의 기울기만 남았습니다. 조각마다 `.grad`를 비우거나 `w`를 새로 만들지 않습니다.", gives=last_piece),
        Mistake("emptied", "기울기를 구할 때마다 비워 남은 것이 없습니다. 누적하려면 비우지 않습니다.", gives=lambda data, size: 0.0),
        Mistake("accumulated_by_hand", "`w.grad`에는 이미 앞 조각의 기울기까지 더해져 있습니다. 다시 더하지 말고 마지막의 `w.grad`를 돌려줍니다.",
                gives=lambda data, size: sum(2.0 * sum(item.item() ** 2 for item in data[:start + size]) for start in range(0, 5, size)),
                when=lambda run: len(run.source.calls("backward")) == 1 and equal(run.names["w"].grad.item(), 110.0)
                and run.source.owners_of_grad([node.value for node in run.source.nodes(ast.AugAssign, ast.Assign)])),
        Mistake("w_changed", "`w`의 값을 바꾸었습니다. `w = 1`에서 기울기만 누적합니다.", when=lambda run: run.names["w"].item() != 1),
        Mistake("overlapping", "`start`가 하나씩 늘어 조각이 겹칩니다. `range(0, len(data), size)`로 `size`씩 건너뜁니다.",
                gives=lambda data, size: sum(2 * sum(item.item() ** 2 for item in data[start:start + size]) for start in range(5))),
        Mistake("loss_returned", "손실의 합을 돌려주었습니다. 누적된 `w.grad`를 돌려줍니다.", gives=lambda data, size: 55.0,
                when=lambda run: run.passes and not run.source.owners_of_grad()),
        Mistake("brackets", "`w`까지 제곱해야 합니다. `(w * 조각) ** 2`처럼 괄호로 묶습니다.", gives=lambda data, size: 55.0),
        Mistake("added", "`w`와 `data`를 더하지 않고 곱합니다.", gives=lambda data, size: 40.0),
        Mistake("divided", "`size`로 나누었습니다. 합의 기울기는 나누지 않고 더합니다.", gives=lambda data, size: 110.0 / size),
        Mistake("short_piece", "조각이 짧습니다. `data[start:start + size]`로 꺼냅니다. 끝의 번호는 들어가지 않습니다.",
                gives=lambda data, size: sum(2 * sum(item.item() ** 2 for item in data[start:start + size - 1]) for start in range(0, 5, size))),
        Mistake("long_piece", "조각이 길어 다음 조각과 겹칩니다. `data[start:start + size]`로 꺼냅니다. 끝의 번호는 들어가지 않습니다.",
                gives=lambda data, size: sum(2 * sum(item.item() ** 2 for item in data[start:start + size + 1]) for start in range(0, 5, size))),
        Mistake("first_dropped", "첫째 원소가 빠졌습니다. 번호는 0부터 셉니다. `range(0, len(data), size)`로 적습니다.",
                gives=lambda data, size: sum(2 * sum(item.item() ** 2 for item in data[start:start + size]) for start in range(1, 5, size))),
        Mistake("whole_each_time", "조각이 아니라 `data` 전체를 썼습니다. `(w * data[start:start + size]) ** 2`의 합을 구합니다.",
                gives=lambda data, size: 55.0 * pieces(size)),
        Mistake("whole_each_time", "조각이 아니라 `data` 전체를 조각의 수만큼 더했습니다. `data[start:start + size]`를 씁니다.",
                gives=lambda data, size: 110.0 * pieces(size)),
        Mistake("mean", "조각의 평균을 미분했습니다. 평균은 조각의 크기에 따라 달라집니다. 합을 구합니다.",
                gives=lambda data, size: sum(2 * sum(item.item() ** 2 for item in data[start:start + size]) / len(data[start:start + size])
                                             for start in range(0, 5, size))),
        Mistake("first_elements", "`data[start]`는 원소 하나입니다. 조각은 `data[start:start + size]`로 꺼냅니다.",
                gives=lambda data, size: 2 * sum(data[start].item() ** 2 for start in range(0, 5, size))),
        Mistake("same_piece", "`data[:size]`는 늘 첫 조각입니다. `data[start:start + size]`로 꺼냅니다.",
                gives=lambda data, size: pieces(size) * 2 * sum(item.item() ** 2 for item in data[:size])),
        Mistake("to_the_end", "`data[start:]`는 끝까지 꺼냅니다. `data[start:start + size]`로 꺼냅니다.",
                gives=lambda data, size: sum(2 * sum(item.item() ** 2 for item in data[start:]) for start in range(0, 5, size))),
        Mistake("from_start_to_size", "`data[start:size]`의 끝은 `size`가 아니라 `start + size`입니다.",
                gives=lambda data, size: sum(2 * sum(item.item() ** 2 for item in data[start:size]) for start in range(0, 5, size))),
        Mistake("from_start_to_size", "조각의 끝이 어긋났습니다. `data[start:start + size]`로 꺼냅니다.",
                gives=lambda data, size: sum(2 * sum(item.item() ** 2 for item in data[start:size + size]) for start in range(0, 5, size))),
        Mistake("comma", "쉼표가 아니라 콜론으로 적습니다. `data[start:start + size]`입니다.", raises="too many indices"),
        Mistake("square_of_sum", "합을 구한 다음 제곱했습니다. 원소마다 제곱한 것을 더합니다.",
                gives=lambda data, size: sum(2 * data[start:start + size].sum().item() ** 2 for start in range(0, 5, size))),
        Mistake("no_square", "제곱이 빠졌습니다.", gives=lambda data, size: 15.0),
        Mistake("no_data", "`data`를 곱하지 않았습니다.", gives=lambda data, size: 10.0),
        Mistake("not_in_pieces", "조각마다 `backward()`를 부르지 않았습니다. 반복문 안에서 조각마다 부릅니다.",
                when=lambda run: run.passes and abs(run.value - 110) < 1e-3 and len(run.passes) != pieces(run.inputs[1])),
        Mistake("divided", "조각의 수로 나누었습니다. 합의 기울기는 나누지 않고 더합니다.", gives=lambda data, size: 110 / pieces(size)),
        Mistake("divided", "원소의 수로 나누었습니다. 합의 기울기는 나누지 않고 더합니다.", gives=lambda data, size: 22.0),
        Mistake("loss_accumulated", "앞 조각의 손실까지 더한 값에서 `backward()`를 불렀습니다. 그 조각의 손실에서만 부릅니다.",
                gives=lambda data, size: sum(2.0 * sum(item.item() ** 2 for item in data[:start + size]) for start in range(0, 5, size)),
                when=lambda run: equal(run.passes[-1].value.item(), 55.0)),
        Mistake("rest_dropped", "마지막에 남은 원소가 빠졌습니다. `size`로 나누어떨어지지 않아도 남은 조각에서 `backward()`를 부릅니다.",
                gives=lambda data, size: 2.0 * sum(item.item() ** 2 for item in data[:len(data) // size * size]),
                when=lambda run: len(run.passes) == len(run.inputs[0]) // run.inputs[1]),
        Mistake("step_twice", "`start`는 이미 `size`씩 늘어납니다. 다시 곱하지 말고 `data[start:start + size]`로 꺼냅니다.",
                gives=lambda data, size: sum(2 * sum(item.item() ** 2 for item in data[start * size:(start + 1) * size]) for start in range(0, 5, size))),
        Mistake("short_last", "마지막 조각은 `size`보다 짧을 수 있습니다. `data[start:start + size]`로 꺼내면 남은 것만 나옵니다.", raises="out of (?:range|bounds)"),
    ],
    last=gradient_of("조각마다 구한 제곱의 합을 모두 더한 것", lambda data, size: 55.0),
)
