"""What a recorded calculation did: its functions in order, the value each made, the gradient each got and passed on.

Everything comes from torch: values from the tensors that the record saved, gradients from hooks on its functions during one
more backward pass, which leaves every .grad as it was.
"""

import torch

from gradbook.layout import topological

KOREAN = {
    "Add": "더하기", "Sub": "빼기", "Rsub": "빼기", "Mul": "곱하기", "Div": "나누기", "Neg": "부호 바꾸기", "Pow": "거듭제곱", "Sqrt": "제곱근",
    "Exp": "지수", "Log": "로그", "Sin": "사인", "Cos": "코사인", "Tanh": "tanh", "Sigmoid": "시그모이드", "Relu": "ReLU", "Abs": "절댓값",
    "Sum": "합", "Mean": "평균", "Max": "최댓값", "Min": "최솟값", "Prod": "곱", "Norm": "크기", "LinalgVectorNorm": "크기",
    "Dot": "내적", "Mm": "행렬곱", "Mv": "행렬곱", "Bmm": "행렬곱", "Addmm": "행렬곱과 더하기", "T": "전치", "Transpose": "전치", "Permute": "축 바꾸기",
    "View": "모양 바꾸기", "UnsafeView": "모양 바꾸기", "Reshape": "모양 바꾸기", "ReshapeAlias": "모양 바꾸기", "Squeeze": "축 없애기",
    "Unsqueeze": "축 넣기", "Expand": "늘려 쓰기", "Select": "원소 고르기", "Slice": "잘라 내기", "Index": "원소 고르기", "Stack": "쌓기",
    "Cat": "잇기", "Clone": "복사", "Unbind": "나누기", "MseLoss": "제곱 오차", "NllLoss": "음의 로그 가능도", "LogSoftmax": "로그 소프트맥스",
    "Softmax": "소프트맥스", "Where": "골라 쓰기", "Clamp": "범위 자르기", "Copys": "값 넣기", "ToCopy": "자료형 바꾸기", "AccumulateGrad": "리프",
}
# What a function's value is, from its inputs, where the record did not keep it.
AGAIN = {
    "AddBackward0": lambda f, a, b: a + f._saved_alpha * b, "SubBackward0": lambda f, a, b: a - f._saved_alpha * b,
    "MulBackward0": lambda f, a, b: a * b, "DivBackward0": lambda f, a, b: a / b, "NegBackward0": lambda f, a: -a,
    "PowBackward0": lambda f, a: a ** f._saved_exponent, "SinBackward0": lambda f, a: a.sin(), "CosBackward0": lambda f, a: a.cos(),
    "LogBackward0": lambda f, a: a.log(), "AbsBackward0": lambda f, a: a.abs(),
    "SumBackward0": lambda f, a: a.sum(), "MeanBackward0": lambda f, a: a.mean(),
}


class Node:
    """One function of the record."""

    def __init__(self, function):
        self.function = function
        self.title = function.name().split("::")[-1]  # torch::autograd::AccumulateGrad → AccumulateGrad
        self.inputs = []  # the nodes it leads to, those that want no gradient left out
        self.edges = []  # for each of them its place among the function's inputs
        self.value = self.gradient = None  # tensors, or None where torch kept none
        self.factors = []  # for each input the local derivative as a tensor, or None where it is no factor
        self.name = ""  # the variable that holds its value
        self.line = None  # of the code that made it
        self.repeats = []  # what a folded node stands for, in words

    @property
    def leaf(self):
        return not self.inputs

    @property
    def korean(self):
        if self.repeats:
            return " · ".join(dict.fromkeys(self.repeats))
        return KOREAN.get(self.title.rstrip("0123456789").removesuffix("Backward"), "")


def trace(result, names):
    """The nodes of result's record, each after those that lead to it. names: {name: tensor} of variables.

    The gradients are left out where the record has been freed by a backward() or the result is no single number.
    """
    functions = topological(result.grad_fn, _inputs)
    nodes = {function: Node(function) for function in functions}
    for function, node in nodes.items():
        for edge, (target, _) in enumerate(function.next_functions):
            if target is not None:
                node.inputs.append(nodes[target])
                node.edges.append(edge)
    order = [nodes[function] for function in functions]
    _name(nodes, names)
    _find_values(nodes, order, result)
    if result.numel() == 1:
        _find_gradients(nodes, order, result)
    return order


def _inputs(function):
    return [target for target, _ in function.next_functions if target is not None]


def _name(nodes, names):
    for name, tensor in names.items():
        node = nodes.get(tensor.grad_fn)
        if node is None and tensor.grad_fn is None:
            node = next((node for node in nodes.values() if node.leaf and getattr(node.function, "variable", None) is tensor), None)
        if node is not None and not node.name:
            node.name, node.value = name, tensor.detach()


def _find_values(nodes, order, result):
    order[0].value = result.detach()
    for node in order:
        if node.leaf and hasattr(node.function, "variable"):
            node.value = node.function.variable.detach()
        for saved in _saved(node.function):
            made = nodes.get(saved.grad_fn)
            if made is not None and made.value is None:
                made.value = saved.detach()
    for node in reversed(order):
        if node.value is None and node.title in AGAIN:
            inputs = _operands(node)
            if all(value is not None for value in inputs):
                node.value = AGAIN[node.title](node.function, *inputs)


def _saved(function):
    for name in dir(function):
        if name.startswith("_saved_"):
            value = _read(function, name)
            if isinstance(value, torch.Tensor):
                yield value


def _read(function, name):
    try:
        return getattr(function, name, None)
    except RuntimeError:  # a backward() has freed it
        return None


def _operands(node):
    """The values that went in; what wants no gradient is known only if the record kept it."""
    values = [None] * len(node.function.next_functions)
    for edge, source in zip(node.edges, node.inputs):
        values[edge] = source.value
    for edge, name in enumerate(("_saved_self", "_saved_other")[:len(values)]):
        if values[edge] is None and edge not in node.edges:
            values[edge] = _read(node.function, name)
    return values


def _find_gradients(nodes, order, result):
    passed, got = {}, {}

    def watch(function):
        def hook(to_inputs, from_output):
            passed[function], got[function] = to_inputs, from_output[0]
        return function.register_hook(hook)

    handles = [watch(node.function) for node in order if not node.leaf]
    leaves = [node for node in order if node.leaf and hasattr(node.function, "variable")]
    try:
        found = torch.autograd.grad(result, [leaf.function.variable for leaf in leaves], torch.ones_like(result),
                                    retain_graph=True, allow_unused=True)
    except RuntimeError:  # the record has been freed
        return
    finally:
        for handle in handles:
            handle.remove()
    for leaf, gradient in zip(leaves, found):
        leaf.gradient = gradient
    for node in order:
        if not node.leaf:
            node.gradient = got.get(node.function)
    for node in order:
        for edge, target in zip(node.edges, node.inputs):
            node.factors.append(_factor(node, passed.get(node.function), edge, target))


def _factor(node, passed, edge, target):
    """The local derivative, where the gradient goes on element by element: what was passed on over what was got."""
    if passed is None or passed[edge] is None or node.gradient is None or target.gradient is None:
        return None
    same = passed[edge].shape == node.gradient.shape == target.gradient.shape
    if not same or bool((node.gradient == 0).any()) or (node.title.startswith(("Mm", "Mv", "Bmm", "T", "Dot")) and node.gradient.numel() > 1):
        return None
    return passed[edge] / node.gradient
