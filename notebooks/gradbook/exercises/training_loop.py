"""Chapter 13: what step() moves, losses kept as numbers, shapes of predictions and targets, momentum by hand."""

from gradbook.judge import Mistake, function, recall

moved = recall(  # whether w moved: .grad put there by hand; emptied before step; another tensor; loss turned into a number
    [True, False, False, True],
    says="`step()`은 만들 때 받은 텐서의 `.grad`만 봅니다.",
    look="경우마다 `step()`을 부를 때 옵티마이저가 들고 있는 텐서의 `.grad`가 무엇인지 적어 봅니다.",
    mistakes=[
        Mistake("by_hand_ignored", "`step()`은 `.grad`가 어떻게 담겼는지 묻지 않습니다. 직접 담은 2도 씁니다.", gives=[False, ..., ..., ...]),
        Mistake("emptied_moves", "둘째에서는 `step()` 전에 `zero_grad()`로 비웠습니다. `None`이면 건너뜁니다.", gives=[True, True, False, True]),
        Mistake("new_tensor_moves", "셋째에서 옵티마이저가 들고 있는 것은 먼저 만든 `w`입니다. 새 `w`는 고치지 않습니다.", gives=[True, False, True, True]),
        Mistake("number_stops", "넷째에서는 `backward()`로 기울기를 담은 다음 `loss`를 수로 바꾸었습니다. `step()`은 `loss`를 보지 않습니다.",
                gives=[True, False, False, False]),
        Mistake("always", "`backward()`를 불렀다고 늘 움직이지는 않습니다. `step()`을 부를 때 맡은 텐서에 기울기가 있어야 합니다.", gives=[True, True, True, True]),
        Mistake("both_move", "둘째는 기울기를 비운 뒤이고, 셋째는 다른 텐서입니다.", gives=[..., True, True, ...]),
    ],
)


def walk(rate, steps, momentum=0.0, start=1.0, goal=3.0, sign=1.0):
    """w before the first step and after each, down (w - goal)²."""
    w, v, found = start, 0.0, [start]
    for _ in range(steps):
        v = momentum * v + 2 * (w - goal)
        w -= sign * rate * v
        found.append(w)
    return found


def heights(ws):
    return [(w - 3) ** 2 for w in ws]


def never_emptied(rate, steps):
    return heights(walk(rate, steps, momentum=1.0)[:-1])  # the gradients add up: momentum of 1


def tensors(run):
    return isinstance(run.got, list) and any(hasattr(item, "grad_fn") for item in run.got)


def emptied_first(run):
    """Whether the gradient is emptied between backward and step."""
    lines = [min((call.lineno for call in run.source.calls(name)), default=0) for name in ("backward", "zero_grad", "step")]
    return 0 < lines[0] < lines[1] < lines[2]


losses = function(  # the losses before each step of SGD on (w - 3)², as numbers
    [(0.25, 3), (0.125, 4), (0.5, 2)], lambda rate, steps: heights(walk(rate, steps)[:-1]), where="rate = {:g}, steps = {}에서",
    by="backward", gradient=False,
    says="손실을 수로 모으고 기록은 놓아주었습니다.",
    look="걸음마다 비우고, 손실을 계산하고, `backward()`, `step()`을 부른 다음 `loss.item()`을 모읍니다.",
    mistakes=[
        Mistake("tensors_kept", "손실을 텐서째 모았습니다. 기록까지 남습니다. `loss.item()`으로 수만 모읍니다.", when=tensors),
        Mistake("item_too_early", "`backward()`는 텐서에서 부릅니다. `.item()`은 모을 때만 씁니다.", raises="'float' object has no attribute"),
        Mistake("never_emptied", "걸음마다 앞의 기울기가 쌓입니다. `optimizer.zero_grad()`를 부릅니다.", gives=never_emptied),
        Mistake("step_given", "`step()`에는 아무것도 넘기지 않습니다. `loss.backward()`가 담은 `.grad`를 읽습니다.",
                raises="not callable", when=lambda run: any(call.args for call in run.source.calls("step"))),
        Mistake("remade", "걸음마다 `w`를 새로 만들어 늘 1에서 시작합니다. `w`와 옵티마이저는 반복문 앞에서 한 번만 만듭니다.",
                gives=lambda rate, steps: [4.0] * steps, when=lambda run: any(map(run.source.in_loop, run.source.calls("tensor")))),
        Mistake("emptied_first", "`step()`을 부르기 전에 기울기를 비웠습니다. `zero_grad()`는 `backward()` 앞에 둡니다.",
                gives=lambda rate, steps: [4.0] * steps, when=emptied_first),
        Mistake("no_step", "손실이 줄지 않습니다. 걸음마다 `backward()` 다음에 `optimizer.step()`을 부르는지 봅니다.", gives=lambda rate, steps: [4.0] * steps),
        Mistake("after_step", "고친 뒤의 손실입니다. 고치기 전의 손실을 모읍니다.", gives=lambda rate, steps: heights(walk(rate, steps)[1:])),
        Mistake("weights_kept", "손실이 아니라 `w`를 모았습니다.", gives=lambda rate, steps: walk(rate, steps)[:-1]),
        Mistake("weights_kept", "손실이 아니라 `w`를 모았습니다.", gives=lambda rate, steps: walk(rate, steps)[1:]),
        Mistake("last_only", "마지막 손실만 돌려주었습니다. 걸음마다 모은 리스트를 돌려줍니다.", when=lambda run: isinstance(run.got, (int, float))),
        Mistake("nothing_kept", "빈 리스트입니다. 걸음마다 `kept.append(…)`로 모읍니다.", when=lambda run: run.got == []),
        Mistake("running_total", "손실을 더해 가며 모았습니다. 걸음마다 그 걸음의 손실만 모읍니다.",
                gives=lambda rate, steps: [sum(heights(walk(rate, steps))[:count + 1]) for count in range(steps)]),
    ],
)


def fitted(answers):
    """The slope of the best line through the answers at -1.5, -0.5, 0.5, 1.5."""
    return sum(x * y for x, y in zip((-1.5, -0.5, 0.5, 1.5), answers)) / 5


def near_flat(run):
    """Whether the weight stayed near 0 where the answers rise or fall."""
    return abs(first(run.value)) < 1e-2 < abs(fitted(run.inputs[0]))


slope = function(  # the weight of a Linear fitted to four answers, once shapes agree
    [([0.0, 1.0, 2.0, 3.0],), ([1.0, 1.0, 5.0, 5.0],), ([2.0, 0.0, 1.0, -2.0],)], lambda answers: [[fitted(answers)]],
    where=lambda answers: f"answers = {answers}에서", by="backward", gradient=False,
    says="예측마다 제 정답하고만 비교합니다.",
    look="`model(inputs)`와 `torch.tensor(answers)`의 `shape`를 찍어 봅니다.",
    mistakes=[
        Mistake("bias_returned", "`bias`를 돌려주었습니다. `weight`를 돌려줍니다.", gives=lambda answers: [sum(answers) / 4]),
        Mistake("grad_returned", "`weight`의 기울기를 돌려주었습니다. `weight`를 돌려줍니다.", when=lambda run: "weight.grad" in run.source.text),
        Mistake("ran_away", "`weight`가 발산했습니다. 오차의 제곱을 더하면 기울기가 네 배가 됩니다. `mean()`으로 둡니다.",
                when=lambda run: not abs(first(run.value)) < 100),
        Mistake("row_of_answers", "정답을 가로로 눕혀 여전히 예측 하나를 정답 넷과 모두 비교합니다. 예측처럼 `(4, 1)`이 되게 세웁니다.",
                when=lambda run: near_flat(run) and any(made in run.source.text for made in ("unsqueeze(0)", "(1, -1)", "(1, 4)", "[None, :]", "[None]", "([answers])"))),
        Mistake("still_flat", "`weight`가 0에 가깝습니다. 예측 하나를 정답 넷과 모두 비교했습니다. 두 모양을 같게 합니다.",
                when=near_flat),
        Mistake("inputs_flattened", "`nn.Linear(1, 1)`의 입력은 마지막 차원의 크기가 1이어야 합니다. 입력이 아니라 정답의 모양을 맞춥니다.",
                raises="cannot be multiplied"),
        Mistake("sizes_differ", "두 모양이 짝지어지지 않습니다. `(4, 1)`과 `(4, 1)`이거나 `(4,)`와 `(4,)`여야 합니다.", raises="must match the size"),
        Mistake("list_has_none", "리스트에는 그 메서드가 없습니다. 먼저 `torch.tensor(answers)`로 바꿉니다.", raises="'list' object has no attribute"),
        Mistake("not_averaged", "오차의 제곱을 평균하지 않았습니다. 스칼라로 만들어 `backward()`를 부릅니다.", raises="scalar outputs"),
    ],
)


def first(value):
    """The number inside nested lists."""
    while isinstance(value, list):
        value = value[0]
    return value


def rolling(start, m, steps):
    return walk(0.125, steps, momentum=m, start=start, goal=1.0)[-1]


def averaged(start, m, steps):
    w, v = start, 0.0
    for _ in range(steps):
        v = m * v + (1 - m) * 2 * (w - 1)
        w -= 0.125 * v
    return w


def looking_ahead(start, m, steps):
    w, v = start, 0.0
    for _ in range(steps):
        gradient = 2 * (w - 1)
        v = m * v + gradient
        w -= 0.125 * (gradient + m * v)
    return w


def late(start, m, steps):
    """The velocity of the step before."""
    w, v = start, 0.0
    for _ in range(steps):
        before = v
        v = m * v + 2 * (w - 1)
        w -= 0.125 * before
    return w


def eased(start, m, steps):
    """m on the new gradient only."""
    w, v = start, 0.0
    for _ in range(steps):
        v += m * 2 * (w - 1)
        w -= 0.125 * v
    return w


def all_eased(start, m, steps):
    """m on the old velocity and on the new gradient."""
    w, v = start, 0.0
    for _ in range(steps):
        v = m * (v + 2 * (w - 1))
        w -= 0.125 * v
    return w


def one_gradient(start, m, steps):
    """The gradient of the first step in every step."""
    w, v = start, 0.0
    for _ in range(steps):
        v = m * v + 2 * (start - 1)
        w -= 0.125 * v
    return w


def speed(start, m, steps):
    """The last velocity."""
    return (rolling(start, m, steps - 1) - rolling(start, m, steps)) / 0.125


def piled(start, m, steps):
    w, v, gradient = start, 0.0, 0.0
    for _ in range(steps):
        gradient += 2 * (w - 1)
        v = m * v + gradient
        w -= 0.125 * v
    return w


rolled = function(  # w after steps with momentum on (w - 1)², by hand
    [(3.0, 0.5, 3), (-1.0, 0.75, 4), (5.0, 0.5, 1)], rolling, where="start = {:g}, m = {:g}, steps = {}에서",
    by="backward", gradient=False,
    says="지난 속도를 줄이고 새 기울기를 더해 옮겼습니다.",
    look="걸음마다 기울기를 새로 구하고, `v = m * v + w.grad`, 그다음 `w -= 0.125 * v`의 차례입니다.",
    mistakes=[
        Mistake("optimizer_used", "`torch.optim`을 쓰지 않고 속도를 직접 셈합니다.", when=lambda run: "optim." in run.source.text),
        Mistake("piled", "기울기를 비우지 않아 `.grad`에도 쌓입니다. 걸음마다 `w.grad = None`으로 비웁니다.", gives=piled),
        Mistake("no_momentum", "지난 속도가 이어지지 않습니다. `v = m * v + w.grad`로 셈하고 `v`를 뺍니다.",
                gives=lambda start, m, steps: walk(0.125, steps, start=start, goal=1.0)[-1]),
        Mistake("all_kept", "지난 속도를 줄이지 않았습니다. 지난 `v`에 `m`을 곱합니다.",
                gives=lambda start, m, steps: walk(0.125, steps, 1.0, start, 1.0)[-1]),
        Mistake("new_eased", "`m`을 새 기울기에 곱했습니다. 지난 `v`에 곱하고 새 기울기는 그대로 더합니다.", gives=eased),
        Mistake("all_eased", "`m`을 새 기울기에까지 곱했습니다. 지난 `v`에만 곱합니다.", gives=all_eased),
        Mistake("one_gradient", "기울기를 한 번만 구했습니다. 걸음마다 지금의 `w`에서 새로 구합니다.", gives=one_gradient),
        Mistake("speed_returned", "속도 `v`를 돌려주었습니다. `w`를 돌려줍니다.", gives=speed),
        Mistake("rate_twice", "학습률을 두 번 곱했습니다. `v`를 셈할 때나 `w`에서 뺄 때 한 번만 곱합니다.",
                gives=lambda start, m, steps: walk(0.125**2, steps, m, start, 1.0)[-1]),
        Mistake("other_loss", "이 문제의 손실은 `(w - 1) ** 2`입니다.", gives=lambda start, m, steps: walk(0.125, steps, m, start, 3.0)[-1]),
        Mistake("averaged", "새 기울기에 `1 - m`을 곱했습니다. 이 장의 모멘텀은 기울기를 그대로 더합니다.", gives=averaged),
        Mistake("looking_ahead", "기울기를 한 번 더 더했습니다. `w`에서는 `0.125 * v`만 뺍니다.", gives=looking_ahead),
        Mistake("late", "속도를 고치기 전에 `w`를 옮겼습니다. 속도부터 고칩니다.", gives=late),
        Mistake("uphill", "더해서 올라갔습니다. 내려가려면 뺍니다.",
                gives=lambda start, m, steps: walk(0.125, steps, m, start, 1.0, sign=-1.0)[-1]),
        Mistake("no_rate", "학습률 0.125를 곱하지 않았습니다.", gives=lambda start, m, steps: walk(1.0, steps, m, start, 1.0)[-1]),
        Mistake("unmoved", "`w`가 처음 그대로입니다. `w -= 0.125 * v`로 고치는지 봅니다.", gives=lambda start, m, steps: start),
    ],
)
