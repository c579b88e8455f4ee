"""An exercise: called with a learner's answer, it shows a verdict and raises nothing."""

import re

import torch

from ..verdict import Verdict, show
from . import cuts, errors, misplaced, results
from .diagnosis import NotYet
from .run import Run
from .values import equal, holds_ellipsis, is_number, plain, text

FILL = "`...` 자리를 채우고 셀을 다시 실행합니다."


class Exercise:
    """check(answer) shows the verdict; check.judge(answer) returns it."""

    def __init__(self, examine, look):
        self.examine, self.look = examine, look

    def judge(self, answer):
        try:
            return Verdict("right", self.examine(answer), diagnosis="right")
        except NotYet as found:
            if found.name == "empty":
                return Verdict("empty", hint=found.hint or FILL, diagnosis="empty")
            return Verdict("wrong", found.seen, found.hint, found.error, found.name)
        except Exception:  # an answer so odd that looking at it fails
            return Verdict("wrong", "답을 읽지 못했습니다.", self.look, diagnosis="unreadable")

    def __call__(self, answer):
        show(self.judge(answer))


# --- Recall: a few values that the learner writes down. ---

def recall(expected, *, says, look, mistakes=()):
    """An exercise whose answer is a value or a list of values.

    says: about the right answer; look: where to look, when nothing better is known.
    """
    def examine(answer):
        if holds_ellipsis(answer):
            raise NotYet("empty")
        got, wanted = plain(answer), plain(expected)
        if equal(got, wanted):
            return says
        for mistake in mistakes:  # a None that is known for this exercise
            if isinstance(mistake.gives, list) and None in mistake.gives and fits(mistake.gives, got):
                raise NotYet(mistake.name, seen_places(got, wanted), mistake.hint)
        recall_kind(answer, got, wanted, look)
        if isinstance(wanted, list) and all(isinstance(item, bool) for item in wanted) and equal(got, [not item for item in wanted]):
            raise NotYet("inverted", "모두 반대로 적었습니다.", "`True`와 `False`가 무엇을 뜻하는지 다시 봅니다.")
        if isinstance(wanted, list) and not isinstance(wanted[0], bool) and equal(got, wanted[::-1]):
            raise NotYet("order", "값은 맞지만 순서가 거꾸로입니다.", "적을 차례를 문제에서 다시 확인합니다.")
        for mistake in mistakes:
            if fits(mistake.gives, got):
                raise NotYet(mistake.name, seen_places(got, wanted), mistake.hint)
        recall_pattern(got, wanted)
        raise NotYet("places", seen_places(got, wanted), look)

    return Exercise(examine, look)


def fits(pattern, got):
    if callable(pattern):
        try:
            return bool(pattern(got))
        except Exception:  # a question about values that this answer does not have
            return False
    if isinstance(pattern, list):
        return isinstance(got, list) and len(got) == len(pattern) and all(map(fits, pattern, got))
    return pattern is ... or equal(got, pattern)


def seen_places(got, wanted):
    """Which values differ; the right ones are not given away."""
    if not isinstance(wanted, list):
        return "값이 다릅니다."
    wrong = [f"{place}번째" for place, pair in enumerate(zip(got, wanted), start=1) if not equal(*pair)]
    return f"{', '.join(wrong)} 값이 다릅니다."


def recall_kind(answer, got, wanted, look):
    """Raise NotYet where something other than such values was written down."""
    if answer is None:
        raise NotYet("none", "답이 `None`입니다.", "답을 담는 줄에서 값을 적었는지 봅니다. `print`와 `backward()`가 돌려주는 값은 없습니다.")
    if callable(answer) and not isinstance(answer, torch.Tensor):
        raise NotYet("function_for_value", "값이 아니라 함수를 넘겼습니다.", "값을 적습니다. 함수라면 괄호를 붙여 부른 값을 넘깁니다.")
    if isinstance(answer, str):
        raise NotYet("text_for_number", f"글자를 적었습니다: {answer[:20]!r}.", "따옴표 없이 값을 적습니다.")
    if isinstance(wanted, list):
        if isinstance(answer, (dict, set)):
            raise NotYet("other_kind", "순서가 있는 리스트가 아닙니다.", "`[ ]` 안에 차례로 적습니다.")
        count = len(got) if isinstance(got, list) else 1
        if not isinstance(got, list) or count != len(wanted):
            raise NotYet("count", f"값 {len(wanted)}개를 적어야 합니다.", f"`[ ]` 안에 쉼표로 나누어 {len(wanted)}개를 차례로 적습니다.")
    items = answer if isinstance(answer, (list, tuple)) else [answer]
    if any(hasattr(item, "next_functions") for item in items):
        raise NotYet("record_for_flag", "`grad_fn`을 적었습니다. 계산의 기록입니다.", "기록이 있는지를 `requires_grad`의 값인 `True`나 `False`로 적습니다." if isinstance(plain(wanted)[0], bool) else look)
    tensors = [item for item in items if isinstance(item, torch.Tensor)]
    if len(tensors) > 1 and len({id(item) for item in tensors}) < len(tensors) and len(set(map(str, plain(wanted)))) > 1:
        raise NotYet("same_object", "같은 텐서를 여러 번 담았습니다.", "텐서는 나중에 바뀐 값까지 함께 보입니다. 담는 순간의 값을 `.item()`이나 `.clone()`으로 꺼냅니다.")
    if any(callable(item) and not isinstance(item, torch.Tensor) for item in items):
        raise NotYet("function_for_value", "값이 아니라 함수를 적었습니다.", "부르는 이름이면 뒤에 괄호를 붙이고, `requires_grad`에는 밑줄을 붙이지 않습니다.")
    flags = isinstance(wanted, list) and isinstance(wanted[0], bool)
    if any(item is None for item in items):
        raise NotYet("none", "답에 `None`이 있습니다.", "`None`이 아니라 `True`나 `False`로 적습니다." if flags else look)
    if flags and any(isinstance(item, torch.Tensor) and item.dtype is not torch.bool for item in items):
        raise NotYet("tensor_for_flag", "텐서를 적었습니다.", "텐서마다 `requires_grad`가 `True`인지 `False`인지 적습니다.")
    pairs = list(zip(*(x if isinstance(wanted, list) else [x] for x in (got, wanted))))
    for item, like in pairs:
        if isinstance(item, str) and is_number(like) and re.search(r"[a-z]", item) and re.search(r"[\d*+^]", item):
            raise NotYet("formula_for_number", f"값이 아니라 식을 적었습니다: {item[:20]!r}.", "식에 값을 넣어 계산한 수를 따옴표 없이 적습니다.")
    for item, like in pairs:
        if isinstance(item, str) and isinstance(like, bool) and item.strip().lower() not in ("true", "false"):
            raise NotYet("text_for_flag", f"참이나 거짓이 아니라 글자를 적었습니다: {item[:20]!r}.", "따옴표 없이 `True`나 `False`로 적습니다.")
        if isinstance(item, str) and not isinstance(like, str):
            raise NotYet("text_for_number", f"글자를 적었습니다: {item[:20]!r}.", "따옴표 없이 적습니다.")
        if isinstance(like, bool) and not isinstance(item, bool):
            raise NotYet("number_for_flag", f"참이나 거짓이 아닌 값이 있습니다: {text(item)[:30]}.", "`True`나 `False`로 적습니다.")
        if is_number(like) and not is_number(item):
            raise NotYet("other_kind", "수가 아닌 것을 적었습니다.", look)


def recall_pattern(got, wanted):
    if not isinstance(wanted, list) or len(wanted) < 2:
        if is_number(wanted) and wanted and equal(got, -wanted):
            raise NotYet("sign", "크기는 맞지만 부호가 반대입니다.", "더하기와 빼기를 확인합니다.")
        return
    if all(map(is_number, wanted)) and equal(got, [-item for item in wanted]):
        raise NotYet("sign", "크기는 맞지만 부호가 반대입니다.", "더하기와 빼기를 확인합니다.")
    if all(map(is_number, wanted)) and equal(got, [sum(wanted)] * len(wanted)):
        raise NotYet("all_added", "모든 자리에 값을 다 더한 수를 적었습니다.", "더하지 않고 자리마다 제 값을 적습니다.")


# --- Function: the learner's function is run for each case. ---

def function(cases, wants, *, says, look, where, by=None, gradient=None, call=None, mistakes=(), last=()):
    """An exercise whose answer is a function.

    cases: its inputs, a tuple where there are several; wants: a function from the inputs to what should come back
    where: "v = {:g}에서", filled with the inputs, or a function from them to such words
    by: "backward", where the gradient must come from autograd; "hand", where it must not
    gradient: whether what comes back is a gradient; by="backward" says so unless this is False
    call: how the answer is used, call(answer, *inputs), where it is not simply called
    says: about the right answer, a text or a function from a Run to it; look: where to look, when nothing better is known
    last: mistakes with `when` that are asked about a wrong value only, after all that say more
    """
    cases = [case if isinstance(case, tuple) else (case,) for case in cases]

    gradient = by == "backward" if gradient is None else gradient

    def place(run):
        return where(*run.inputs) if callable(where) else where.format(*map(plain, run.inputs))

    def examine(answer):
        check_callable(answer, call)
        runs = []
        for inputs in cases:
            run = Run(answer, inputs, wants(*inputs), call)
            runs.append(run)
            if run.error is not None:
                failed(run, mistakes, look)
            if holds_ellipsis(run.got) or (run.got is None and holds_ellipsis(list(run.names.values()))):
                left(run)
        unequal = [run for run in runs if not equal(run.value, plain(run.wanted))]
        for run in unequal:
            results.hidden(run)
            results.optimizer(run, gradient)
            results.dropped(run, place)
        for mistake in mistakes:
            found = [run for run in unequal or runs if mistake.when and not (mistake.raises or mistake.gives) and mistake.holds(run)]
            if found:
                raise NotYet(mistake.name, seen(found[0], place), mistake.said(found[0]))
        for run in unequal:
            results.kind(run)
        for run in runs:
            results.wrapped(run)
        if unequal:
            results.objects(runs, unequal[0], place)
            if by == "backward" and call is None:
                cuts.cut(runs, unequal[0], seen(unequal[0], place))
            for mistake in mistakes:
                if mistake.explains(runs):
                    raise NotYet(mistake.name, seen(unequal[0], place), mistake.said(unequal[0]))
            results.patterns(runs, unequal[0], gradient, place)
            if gradient:
                results.changed_after(unequal[0], place)
            if by == "backward" and call is None:
                misplaced.misplaced(runs, unequal[0], seen(unequal[0], place))
            for mistake in last:
                for run in filter(mistake.holds, unequal):
                    raise NotYet(mistake.name, seen(run, place), mistake.said(run))
            results.multiple(runs, unequal[0], place)
        way(runs, by, gradient, bool(unequal), place)
        if unequal:
            results.differ(unequal[0], place, look)
        return says(runs[0]) if callable(says) else says

    return Exercise(examine, look)


def check_callable(answer, call):
    if answer is ... or holds_ellipsis(answer):
        raise NotYet("empty")
    if not callable(answer) or isinstance(answer, torch.Tensor):
        raise NotYet("called", "함수가 아니라 값을 넘겼습니다.", "`check.…(…)` 줄의 괄호 안에는 `def`로 만든 함수의 이름만, 괄호 없이 적습니다.")
    if isinstance(answer, type) and call is None:
        raise NotYet("other_kind", "함수가 아니라 클래스를 넘겼습니다.", "`def`로 만든 함수의 이름을 적습니다.")


def failed(run, mistakes, look):
    """Raise NotYet about the exception of a run."""
    line = errors.first_line(run.error)
    for mistake in mistakes:
        if mistake.raises and re.search(mistake.raises, line) and mistake.holds(run):
            raise NotYet(mistake.name, errors.Line(run, run.error.__traceback__).seen, mistake.said(run), line)
    try:
        errors.diagnose(run)
    except NotYet as found:
        if found.name == "empty":
            left(run)
        raise
    raise NotYet("error", errors.Line(run, run.error.__traceback__).seen, look, line)


def left(run):
    """Raise NotYet about places that are still empty."""
    names = [f"`{name}`" for name, value in run.names.items() if value is ...]
    raise NotYet("empty", hint=f"{FILL} 아직 `...`인 이름: {', '.join(names)}" if names else FILL)


def seen(run, place):
    """What came back, and where, in one sentence."""
    got, wanted = run.value, plain(run.wanted)
    if equal(got, wanted):
        return "값은 맞습니다."
    if isinstance(got, (list, int, float)) and not isinstance(got, bool):
        return f"{place(run)} 나온 값은 {text(got)}, 나와야 할 값은 {text(wanted)}입니다."
    return f"{place(run)} 다른 값이 나왔습니다."


def way(runs, by, gradient, unequal, place):
    """Raise NotYet where the values were not got as the exercise asks."""
    if by == "backward" and gradient and not unequal:
        results.not_the_gradient(runs[0])
    if by == "hand" and any(run.passes for run in runs):
        raise NotYet("by_autograd", "`backward()`에 맡겼습니다.", "이 문제에서는 국소 도함수를 손으로 곱합니다.")
    if by != "backward" or any(run.passes for run in runs):
        return
    run = runs[0]
    if run.source.without_call("backward"):
        raise NotYet("backward_without_parentheses", "`backward` 뒤에 괄호가 없어 부르지 않았습니다.", "`y.backward()`처럼 괄호를 붙입니다.")
    if not unequal:
        raise NotYet("by_hand", "값은 맞지만 `backward()`를 부르지 않았습니다.", "기울기를 손으로 구하지 말고 `backward()`에 맡깁니다.")
    raise NotYet("no_backward", f"{seen(run, place) if not equal(run.value, plain(run.wanted)) else ''} `backward()`를 부르지 않았습니다.".strip(),
                 f"결과에서 `backward()`를 부르고 입력의 `.grad`를 {'돌려줍니다' if gradient else '씁니다'}.")
