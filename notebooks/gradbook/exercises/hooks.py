"""Chapter 15: hooks: their order, what they see, what they change."""

import ast

from gradbook.judge import Mistake, function, recall

ranks = recall(  # when each is called: x's post-accumulate hook, the node's hook, y's, x's, the node's prehook
    [5, 3, 1, 4, 2],
    says="y의 기울기, y의 노드, x의 기울기, 쌓은 뒤의 차례입니다.",
    look="기울기가 지나는 길을 `y`에서부터 따라갑니다. 텐서의 기울기가 정해지고, 노드를 지나고, 다음 텐서의 기울기가 정해집니다.",
    mistakes=[
        Mistake("as_listed", "적힌 차례가 아니라 불리는 차례를 적습니다.", gives=[1, 2, 3, 4, 5]),
        Mistake("called_listed", "불리는 차례로 번호를 늘어놓았습니다. 훅마다 몇 번째인지 적습니다.", gives=[3, 5, 2, 4, 1]),
        Mistake("forward", "순전파의 차례입니다. 역전파는 `y`에서 출발합니다.", gives=[1, 3, 5, 2, 4]),
        Mistake("prehook_first", "`y`의 기울기가 정해져야 `y`의 노드로 들어갑니다. `y`의 훅이 먼저입니다.", gives=[5, 3, 2, 4, 1]),
        Mistake("node_last", "노드를 지나야 `x`의 기울기가 나옵니다. 노드를 지난 뒤의 훅이 `x`의 훅보다 먼저입니다.", gives=[5, 4, 1, 3, 2]),
        Mistake("node_first", "노드는 `y`의 기울기를 받아서 지납니다. `y`의 훅과 노드의 `register_prehook`이 먼저이고, 노드의 `register_hook`은 지난 뒤입니다.",
                gives=lambda got: got[1] == 1),
        Mistake("kept_first", "`x`에 건 `register_hook`은 쌓기 전에 불립니다.", gives=[4, 3, 1, 5, 2]),
        Mistake("pre_and_post", "`register_prehook`은 노드를 지나기 전, 노드의 `register_hook`은 지난 뒤입니다.", gives=[5, 2, 1, 4, 3]),
        Mistake("tensors_first", "텐서의 훅을 모두 부른 다음 노드를 지나지는 않습니다. `x`의 기울기는 노드를 지나야 나옵니다.", gives=[5, 4, 1, 2, 3]),
        Mistake("repeated", "같은 차례가 두 번 나오지 않습니다. 1부터 5까지를 한 번씩 적습니다.", gives=lambda got: len(set(got)) < 5),
        Mistake("from_zero", "첫 번째를 1로 적습니다.", gives=[4, 2, 0, 3, 1]),
    ],
)

def hooked_late(run):
    """Whether backward stands above the line that registers the hook."""
    passed, hooked = (max((call.lineno for call in run.source.used(name)), default=0) for name in ("backward", "register_hook"))
    return 0 < passed < hooked


NO_ARGUMENT = Mistake("no_argument", "훅은 기울기를 인수로 받습니다. `def 이름(grad):`로 적습니다.", raises="takes 0 positional arguments")

middle = function(  # the gradient at s = v² of 3s + s², by a hook
    [2.0, 1.0, -3.0], lambda v: 3 + 2 * v**2, where="v = {:g}에서", by="backward", gradient=False,
    says="`s`를 지나는 기울기를 훅이 담았습니다.",
    look="`s.register_hook(…)`으로 기울기를 리스트에 담고 `backward()`를 부른 다음 꺼냅니다.",
    mistakes=[
        Mistake("retained", "`retain_grad()`로도 남길 수 있지만 여기에서는 `s.register_hook`으로 담습니다.",
                when=lambda run: bool(run.source.calls("retain_grad"))),
        Mistake("too_late", "`backward()`를 부른 다음에 훅을 걸었습니다. 지나가기 전에 걸어야 합니다.",
                raises="out of range", when=hooked_late),
        Mistake("not_kept", "훅이 `seen`에 아무것도 담지 않았습니다. 훅으로 `seen.append`를 넘깁니다.",
                raises="out of range", when=lambda run: run.passes and run.source.used("register_hook")),
        Mistake("not_kept", "훅이 `seen`에 아무것도 담지 않았습니다. `seen.append`를 훅으로 넘기거나 훅 안에서 `seen.append(grad)`로 담습니다.",
                when=lambda run: run.got == [] and run.passes),
        Mistake("called_early", "훅을 건네지 않고 그 자리에서 불렀습니다. 괄호 없이 `seen.append`를 넘깁니다.", raises="takes exactly one argument"),
        Mistake("after_leaf", "쌓은 뒤의 훅은 리프에만 겁니다. `s`에는 `register_hook`으로 겁니다.", raises="non-leaf"),
        NO_ARGUMENT,
        Mistake("from_s", "`s`에서 출발했습니다. `loss`에서 `backward()`를 부릅니다.",
                gives=lambda v: 1, when=lambda run: any(getattr(call.func.value, "id", "") == "s" for call in run.source.calls("backward"))),
        Mistake("grad_read", "`s.grad`에는 남지 않습니다. 훅이 담은 `seen[0]`을 돌려줍니다.",
                when=lambda run: run.got is None and "s" in run.source.owners_of_grad()),
        Mistake("grad_inputs", "노드의 `grad_inputs`는 `x`로 나가는 기울기입니다. `s`를 지나는 것은 `grad_outputs`에 있습니다.",
                gives=lambda v: 2 * v * (3 + 2 * v**2), when=lambda run: "grad_fn" in run.source.text),
        Mistake("no_backward", "훅은 걸었지만 `backward()`를 부르지 않아 지나간 기울기가 없습니다.",
                raises="out of range", when=lambda run: not run.passes and run.source.used("register_hook")),
        Mistake("no_hook", "훅 없이 구했습니다. `s`에 훅을 걸어 지나가는 기울기를 담습니다.",
                when=lambda run: run.error is None and bool(run.passes) and not run.source.used("register_hook")),
        Mistake("hook_of_x", "`x`의 기울기입니다. `s`에 건 훅이 담은 것을 돌려줍니다.", gives=lambda v: 2 * v * (3 + 2 * v**2)),
        Mistake("hook_of_loss", "`loss`를 지나는 기울기는 언제나 1입니다. `s`에 겁니다.", gives=lambda v: 1),
        Mistake("whole_list", "리스트를 통째로 돌려주었습니다. `seen[0]`으로 꺼냅니다.", when=lambda run: isinstance(run.got, list)),
        Mistake("number_returned", "훅이 텐서가 아닌 것을 돌려주었습니다. 보기만 하는 훅은 `None`을 돌려줍니다.", raises="but hook returned"),
        Mistake("handle", "`register_hook`이 돌려주는 것은 기울기가 아니라 떼는 데 쓰는 손잡이입니다. 훅 안에서 담습니다.",
                when=lambda run: type(run.got).__name__ == "RemovableHandle"),
        Mistake("value", "기울기가 아니라 `s`의 값입니다.", gives=lambda v: v**2),
    ],
)


def once(run):
    """Whether the answer registers a hook, and not inside a loop."""
    return bool(run.source.used("register_hook")) and not any(map(run.source.in_loop, run.source.used("register_hook")))


halved = function(  # three times half of the slope 4v of 2w²
    [2.0, 4.0, -8.0], lambda v: [2 * v] * 3, where="v = {:g}에서", by="backward",
    says="걸린 훅이 늘 하나라서 매번 반으로 줄었습니다.",
    look="훅을 거는 줄이 몇 번 실행되는지 봅니다. `w`는 계속 같은 텐서입니다.",
    mistakes=[
        Mistake("piled", "반복할 때마다 훅이 하나씩 늘었습니다. 반복문 앞에서 한 번만 겁니다.", gives=lambda v: [2 * v, v, v / 2]),
        Mistake("no_hook", "훅을 걸지 않아 기울기가 그대로입니다. 훅을 한 번만 거는 쪽으로 고칩니다.", gives=lambda v: [4 * v] * 3,
                when=lambda run: run.source.known and not run.source.used("register_hook")),
        Mistake("by_division", "훅을 없애고 직접 나누었습니다. 훅을 한 번만 거는 쪽으로 고칩니다.",
                when=lambda run: run.error is None and run.source.known and not run.source.used("register_hook") and run.value != [4 * run.inputs[0]] * 3),
        Mistake("in_place", "받은 기울기를 제자리에서 바꾸지 않습니다. 새 텐서를 돌려줍니다.",
                when=lambda run: "/=" in run.source.text or "*=" in run.source.text or "div_" in run.source.text or "mul_" in run.source.text),
        Mistake("removed_early", "`backward()`를 부르기 전에 훅을 떼었습니다.", gives=lambda v: [4 * v] * 3, when=lambda run: run.source.calls("remove")),
        Mistake("hooked_late", "`backward()`를 모두 부른 다음에 훅을 걸었습니다. 반복문 앞에서 겁니다.", gives=lambda v: [4 * v] * 3, when=hooked_late),
        Mistake("hooked_late", "훅을 `backward()` 다음에 걸어 첫 번째는 줄지 않았고, 반복할 때마다 하나씩 늘었습니다. 반복문 앞에서 한 번만 겁니다.",
                gives=lambda v: [4 * v, 2 * v, v]),
        Mistake("both_places", "반복문 앞과 안에서 모두 걸었습니다. 앞에서 한 번만 겁니다.", gives=lambda v: [v, v / 2, v / 4]),
        Mistake("removed_once", "첫 번째 뒤에 훅을 떼어 다음부터는 줄지 않습니다.", gives=lambda v: [2 * v, 4 * v, 4 * v]),
        Mistake("not_emptied", "`.grad`를 비우지 않아 한 텐서에 쌓였습니다. `w.grad = None`은 그대로 둡니다.",
                when=lambda run: once(run) and run.value == [6 * run.inputs[0]] * 3),
        Mistake("not_emptied", "`.grad`를 비우지 않아 쌓였습니다. `w.grad = None`은 그대로 둡니다.", when=once, gives=lambda v: [2 * v, 4 * v, 6 * v]),
        Mistake("last_only", "마지막 하나만 돌려주었습니다. 셋을 모은 `found`를 돌려줍니다.", gives=lambda v: 2 * v),
        Mistake("twice_halved", "훅 말고도 반으로 나눈 곳이 또 있습니다.", gives=lambda v: [v] * 3),
        Mistake("doubled", "반으로 줄이지 않고 두 배로 했습니다.", gives=lambda v: [8 * v] * 3),
        Mistake("nothing_returned", "훅이 아무것도 돌려주지 않아 기울기가 그대로입니다. `grad / 2`를 돌려줍니다.", gives=lambda v: [4 * v] * 3),
    ],
)


def slopes(v):
    return [2 * a for a in v]


def norm(v):
    return sum(a * a for a in v) ** 0.5


def shortened(v, most=1.0):
    long = norm(slopes(v))
    return [a * most / long if long > most else a for a in slopes(v)]


def averaged(v):
    """Where the mean is taken for the sum."""
    long = norm(slopes(v)) / len(v)
    return [a / len(v) / max(long, 1.0) for a in slopes(v)]


short = function(  # the gradient of (v²).sum(), its norm at most 1, shortened by a hook
    [[3.0, 4.0], [0.125, -0.25], [-6.0, 0.0, 8.0]], shortened, where=lambda v: f"v = {v}에서", by="backward",
    says="방향은 그대로 두고 길이만 줄였습니다.",
    look="훅 안에서 `grad.norm()`을 구하고, 1보다 클 때만 `grad / norm`을 돌려줍니다.",
    mistakes=[
        Mistake("not_by_hook", "`backward()` 뒤에 줄였습니다. 여기에서는 훅이 줄이게 합니다.",
                when=lambda run: run.error is None and not run.source.used("register_hook") + run.source.used("register_post_accumulate_grad_hook")),
        NO_ARGUMENT,
        Mistake("grad_read", "훅은 `x.grad`에 쌓기 전에 불립니다. 훅이 넘겨받은 `grad`를 씁니다.",
                raises="'NoneType' object has no attribute 'norm'", when=lambda run: run.passes),
        Mistake("called_early", "훅을 건네지 않고 그 자리에서 불렀습니다. 괄호 없이 함수의 이름만 넘깁니다.", raises="'NoneType' object has no attribute 'norm'"),
        Mistake("element_compared", "원소 여럿을 1과 비교했습니다. `grad.norm()` 하나를 비교합니다.", raises="is ambiguous"),
        Mistake("mean", "손실은 제곱의 합입니다. 평균을 냈습니다.", gives=averaged),
        Mistake("hook_of_square", "`x`가 아니라 계산한 텐서에 훅을 걸었습니다. `x`에 겁니다.", gives=lambda v: [a / len(v) ** 0.5 for a in slopes(v)]),
        Mistake("one_added", "노름에 1을 더했습니다. 노름으로만 나눕니다.",
                gives=lambda v: [a / (norm(slopes(v)) + 1) if norm(slopes(v)) > 1 else a for a in slopes(v)]),
        Mistake("in_place", "받은 기울기를 제자리에서 바꾸지 않습니다. 새 텐서를 돌려줍니다.",
                when=lambda run: any(name in run.source.text for name in ("/=", "*=", "div_(", "mul_(", "clamp_("))),
        Mistake("always", "이미 1보다 짧은 기울기까지 길이를 1로 늘였습니다. 1보다 클 때만 줄입니다.",
                gives=lambda v: [a / norm(slopes(v)) for a in slopes(v)]),
        Mistake("by_value", "원소마다 잘라서 방향이 바뀌었습니다. 모든 원소를 같은 수로 나눕니다.", gives=lambda v: [max(-1, min(1, a)) for a in slopes(v)]),
        Mistake("by_value", "원소마다, 그것도 양수 쪽만 잘랐습니다. 모든 원소를 같은 수로 나누어야 방향이 그대로입니다.", gives=lambda v: [min(1, a) for a in slopes(v)]),
        Mistake("hooked_late", "`backward()`를 부른 다음에 훅을 걸어 기울기가 그대로입니다. 부르기 전에 겁니다.", gives=slopes, when=hooked_late),
        Mistake("nothing_returned", "훅이 아무것도 돌려주지 않아 기울기가 그대로입니다. 줄인 기울기를 `return`합니다.", gives=slopes,
                when=lambda run: any(not any(isinstance(part, ast.Return) and part.value for part in ast.walk(node)) for node in run.source.nodes(ast.FunctionDef)
                                     if node is not run.source.tree)),
        Mistake("not_shortened", "훅이 기울기를 바꾸지 않았습니다. 노름이 1보다 클 때 노름으로 나눈 기울기를 돌려주는지 봅니다.", gives=slopes),
        Mistake("square_of_norm", "노름의 제곱으로 나누었습니다. 제곱근을 구해야 길이입니다.",
                gives=lambda v: [a / norm(slopes(v)) ** 2 if norm(slopes(v)) > 1 else a for a in slopes(v)]),
        Mistake("sum_for_norm", "합으로 나누었습니다. 길이는 제곱해 더한 것의 제곱근입니다.",
                gives=lambda v: [a / sum(map(abs, slopes(v))) if sum(map(abs, slopes(v))) > 1 else a for a in slopes(v)]),
        Mistake("largest", "가장 큰 원소로 나누었습니다. 나눌 것은 길이입니다.",
                gives=lambda v: [a / max(map(abs, slopes(v))) if max(map(abs, slopes(v))) > 1 else a for a in slopes(v)]),
        Mistake("number_returned", "훅이 텐서가 아닌 것을 돌려주었습니다. 줄인 기울기를 돌려줍니다.", raises="but hook returned"),
        Mistake("norm_returned", "훅이 노름을 돌려주어 모양이 달라졌습니다. 노름으로 나눈 기울기를 돌려줍니다.", raises="changed the size"),
        Mistake("inverted", "조건이 반대입니다. 1보다 클 때 줄입니다.",
                gives=lambda v: [a if norm(slopes(v)) > 1 else a / norm(slopes(v)) for a in slopes(v)]),
        Mistake("short_values", "기울기가 아니라 `x`의 길이로 정했습니다. 훅이 받은 `grad`의 노름을 봅니다.",
                gives=lambda v: [a / norm(v) if norm(v) > 1 else a for a in slopes(v)]),
    ],
)
