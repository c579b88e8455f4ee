"""What backward() started from: a formula written wrongly shows in that value, whatever is wrong about it."""

import re

from .mistake import Mistake
from .values import equal, text

CUTS = re.compile(r"detach|\.item\(|\.data\b|\.tolist\(|numpy|tensor\(.*tensor\(|float\(|no_grad", re.DOTALL)


def started(run):
    """The values that backward() started from."""
    return [] if any(each.value is None or each.root.is_leaf for each in run.passes) else [each.value.sum().item() for each in run.passes]


def formula(words, value):
    """A Mistake for `last`: backward() started from the value of another formula.

    words: the formula as the hint says it; value: from the inputs to the value that it should start from, or to the sum of all
    """
    def differs(run):
        values, wanted = started(run), float(value(*run.inputs))
        return values and not equal(values[0], wanted) and not equal(sum(values), wanted)

    def found(run):
        first, *more = started(run)
        return f"처음이 {text(first)}, 모두 더하면 {text(first + sum(more))}이고" if more else f"{text(first)},"

    return [Mistake("formula", lambda run: f"`backward()`를 부른 값은 {found(run)} {words}의 값은 {text(float(value(*run.inputs)))}입니다. "
                    "계산식에서 곱하거나 더한 수, 지수와 괄호를 봅니다.", when=differs)]


def gradient_of(words, value):
    """Mistakes for `last`, where the gradient of the formula is to be returned: those above, and two that leave its value right."""
    def same(run):
        kept = any(leaf.grad is not None and equal(leaf.grad.tolist(), run.value) for leaf in run.leaves.values())
        return kept and len(run.passes) == 1 and run.passes[0].value.numel() == 1 and equal(started(run)[0], float(value(*run.inputs)))

    return [
        *formula(words, value),
        Mistake("half_recorded", f"{words}의 값은 맞게 나왔지만 일부가 기록되지 않았습니다. 파이썬 수나 기록이 끊긴 값을 섞어 쓰지 않았는지 봅니다.",
                when=lambda run: same(run) and CUTS.search(run.source.text)),
        Mistake("other_formula", f"미분한 식이 다릅니다. 이 입력에서 값만 같습니다: {words}.", when=same),
    ]
