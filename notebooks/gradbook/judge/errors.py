"""What an exception says about the mistake. The first diagnosis that fits is told."""

import ast
import builtins
import difflib
import linecache
import re

import torch

from .diagnosis import NotYet
from .missing import explain
from .run import codes
from .source import names_in
from .unrecorded import no_record

# name: (what the message holds, the hint). Messages are torch's and Python's own, the same on every engine.
BY_MESSAGE = {
    "flag_type": (r"must be (?:a )?bool", "`True`를 따옴표 없이 적습니다."),
    "retain_grad": (r"can't retain_grad", "`retain_grad()`는 계산한 결과의 기울기를 남길 때 씁니다. 입력은 `requires_grad=True`로 만듭니다."),
    "transformed_number": (r"passed to transform API", "`torch.func.grad`로 만든 함수에는 수나 리스트가 아니라 텐서를 넘깁니다. `torch.tensor(…)`로 만듭니다."),
    "capital_tensor": (r"new\(\) received an invalid combination", "`torch.Tensor`가 아니라 소문자로 시작하는 `torch.tensor`를 씁니다."),
    "power_sign": (r"bitwise_xor|for \^", "파이썬에서 거듭제곱은 `^`가 아니라 `**`로 적습니다."),
    "no_grad_without_parentheses": (r"context manager protocol|__enter__|__exit__", "`with torch.no_grad():`처럼 괄호를 붙여 부릅니다."),
    "no_scalar": (r"implicitly created only for scalar", "`backward()`는 수 하나에서 출발합니다. 원소가 여럿이면 합을 구해 스칼라로 만듭니다."),
    "leaf_in_place": (r"leaf Variable that requires grad is being used in an in-place",
                      "`requires_grad=True`인 텐서를 기록하며 제자리에서 고칠 수는 없습니다. 고치는 줄을 `with torch.no_grad():` 블록에 넣습니다."),
    "changed_in_place": (r"modified by an inplace operation", "역전파에 쓸 값을 제자리 연산으로 바꾸었습니다. 새 텐서를 만들거나 역전파 다음에 바꿉니다."),
    "integer": (r"floating point and complex dtype can require", "정수 텐서는 미분할 수 없습니다. `1.`처럼 소수점을 붙여 실수로 만듭니다."),
    "flag_of_result": (r"change requires_grad flags of leaf", "계산한 결과의 `requires_grad`는 바꿀 수 없습니다. 기록 없는 텐서는 `detach()`로 얻습니다."),
    "gradient_shape": (r"Mismatch in shape", "`backward(…)`에 넘긴 값의 모양이 출발점의 모양과 다릅니다."),
    "unused": (r"not have been used in the graph", "미분할 텐서가 그 계산에 쓰이지 않았습니다. 처음에 만든 텐서를 그대로 썼는지 봅니다."),
    "numpy_of_recorded": (r"Can't call numpy\(\)", "NumPy로 바꾸지 않습니다. 텐서를 그대로 torch로 계산합니다."),
    "grad_set_to_number": (r"assigned grad expected", "`.grad`에는 텐서나 `None`만 담을 수 있습니다. 비울 때는 `x.grad = None`을 씁니다."),
    "item_of_many": (r"elements? cannot be converted to Scalar|only one element tensors", "원소가 여럿인 텐서는 수 하나로 바꿀 수 없습니다. 원소를 고르거나 합을 구합니다."),
    "element_of_scalar": (r"invalid index of a 0-dim|iteration over a 0-d", "원소가 하나뿐인 스칼라 텐서입니다. `[0]`이나 반복 없이 그대로 씁니다."),
    "list_for_tensor": (r"'list' and|and 'list'|can only concatenate list|between instances of 'list'|must be Tensor, not list|to list$|multiply sequence|'list' object has no attribute '(?!append)",
                        "파이썬 리스트는 원소마다 계산하지 않습니다. `torch.tensor(…)`로 텐서를 만들어 계산합니다."),
    "number_iterated": (r"'(?:int|float)' object is not iterable", "수 하나는 반복할 수 없습니다. `n`번 되풀이할 때는 `range(n)`을 씁니다."),
    "number_for_tensor": (r"'(?:float|int|numpy\.\w+)' object has no attribute|must be Tensor, not (?:float|int)|'(?:float|int)' object is not subscriptable",
                          "텐서가 있어야 할 곳에 파이썬 수가 있습니다. `torch.tensor(…)`로 만들었는지, `.item()`으로 이미 수가 되지 않았는지 봅니다."),
    "function_for_value": (r"'(?:builtin_function_or_method|function|method)'|dtype of (?:function|builtin|method)|not (?:builtin_function_or_method|function|method)$",
                           "함수를 부르지 않고 함수 자체를 썼습니다. 이름 뒤에 괄호를 붙였는지 봅니다."),
    "called_value": (r"'(?:Tensor|float|int|bool|list|tuple|NoneType)' object is not callable",
                     "함수가 아닌 값 뒤에 괄호가 붙었습니다. `.grad`나 `requires_grad` 뒤에는 괄호가 없고, 곱하기에는 `*`를 적습니다."),
    "text_for_number": (r"'str'|data type 'str'|must be (?:Tensor|real number), not str", "수나 텐서가 있어야 할 곳에 글자가 있습니다. 따옴표를 지웁니다."),
    "tuple_for_tensor": (r"'tuple'", "여러 값을 묶은 튜플입니다. `[0]`으로 그 안의 텐서를 꺼냅니다."),
    "dimension": (r"Dimension out of range", "그 자리의 수는 차원의 번호입니다. 거듭제곱은 `**`로 적습니다."),
    "index_out_of_range": (r"out of (?:range|bounds)", "없는 번호의 원소를 꺼냈습니다. 번호는 0부터 세고, 원소의 수는 입력마다 다릅니다."),
    "optimizer_list": (r"should be an iterable of Tensors", "옵티마이저에는 파라미터를 리스트로 넘깁니다. `[w]`처럼 적습니다."),
    "positional": (r"takes \d+ positional argument", "넘긴 값의 수가 맞지 않습니다. `requires_grad=True`처럼 이름을 붙여야 하는 값인지 봅니다."),
    "dtype": (r"expected .*dtype|dtype", "텐서의 자료형이 서로 맞는지 봅니다."),
    "shape": (r"size of tensor|shapes? .*(?:cannot|not)|broadcast|same size", "텐서의 모양이 서로 맞는지 `shape`를 찍어 봅니다."),
    "no_module": (r"^(?:ModuleNotFoundError|ImportError)", "이 문제는 torch만으로 풉니다. 그 `import`를 지웁니다."),
    "unpacked": (r"values? to unpack|cannot unpack", "왼쪽에 적은 이름의 수와 오른쪽 값의 수가 다릅니다."),
    "many_compared": (r"Boolean value of Tensor with more than one|truth value of an array", "원소가 여럿인 텐서는 조건이 될 수 없습니다. 원소 하나씩 비교합니다."),
    "range_of_float": (r"cannot be interpreted as an integer", "`range`와 번호에는 소수점이 없는 정수를 적습니다."),
    "product_of_numbers": (r"arguments to matmul need|inconsistent tensor size, expected tensor|1D tensors expected", "`@`는 벡터와 행렬의 곱입니다. 수와 원소끼리는 `*`로 곱합니다."),
    "no_mark": (r"One of the differentiated Tensors does not require grad", "미분할 입력의 `requires_grad`가 `False`입니다. 만들 때 `requires_grad=True`를 적습니다."),
    "stacked": (r"cannot be concatenated|must be tuple of Tensors|expected Tensor as element", "텐서 여러 개는 `torch.stack([a, b])`처럼 리스트에 담아 묶습니다."),
    "generator": (r"'generator'|not generator|'map'|'zip'|'range'", "아직 계산하지 않은 생성기입니다. `[ … for … ]`처럼 대괄호로 리스트를 만들거나 파이썬의 `sum`을 씁니다."),
    "calls_itself": (r"^RecursionError", "함수가 자기 자신을 끝없이 부릅니다. 함수 안에서 쓴 이름을 확인합니다."),
    "division_by_zero": (r"^ZeroDivisionError", "0으로 나누었습니다."),
}
NAMES = ["backward", "grad", "requires_grad", "requires_grad_", "zero_", "item", "detach", "sum", "mean", "no_grad", "tensor", "grad_fn",
         "is_leaf", "_version", "fill_", "sub_", "add_", "mul_", "exp", "ones_like", "zeros_like", "retain_grad", "autograd", "append"]


def diagnose(run):
    """Raise NotYet about the exception that the run ended with."""
    error = run.error
    message = first_line(error)
    line = Line(run, error.__traceback__)
    if "ellipsis" in str(error) or "EllipsisType" in str(error):  # a calculation with a `...` that was left
        raise NotYet("empty")
    for check in (arguments, unknown_name, none_used, no_record, no_scalar, swapped, gradient_type, second_time, unknown_attribute, unknown_keyword):
        check(run, str(error), message, line)
    if "tensor" in run.source.text and isinstance(error, TypeError) and isinstance(run.names.get("torch", torch), torch.Tensor):
        raise NotYet("shadowed", line.seen, "`torch`라는 이름에 다른 값을 담았습니다.", message)
    if isinstance(error, TypeError) and any(
            isinstance(part, ast.BinOp) and any(isinstance(getattr(side, "value", None), str) for side in (part.left, part.right))
            for part in run.source.at(line.number)):
        raise NotYet("text_for_number", line.seen, BY_MESSAGE["text_for_number"][1], message)
    if "sequence" in message:
        for node in run.source.at(line.number):
            if isinstance(node, ast.Name) and isinstance(run.names.get(node.id), tuple) and len(run.names[node.id]) > 1:
                raise NotYet("tuple_for_tensor", line.seen, f"여러 값을 묶은 튜플입니다: `{node.id}`. `{node.id}[0]`처럼 하나씩 꺼내 씁니다.", message)
    if re.search(BY_MESSAGE["leaf_in_place"][0], message):
        if "zero_(" in line.text:
            value_emptied(run, line.seen, message)
        for node in run.source.at(line.number):
            if isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Add) and not run.source.owners_of_grad([node.value]):
                name = ast.unparse(node.target)
                raise NotYet("collected_in_leaf", line.seen, f"값을 모으는 텐서 `{name}`에는 `requires_grad=True`를 적지 않습니다. 미분할 것은 입력입니다.", message)
    if re.search(BY_MESSAGE["leaf_in_place"][0], message) and (
            run.source.calls("enable_grad") or "set_grad_enabled(True)" in run.source.text):
        raise NotYet("recording_block", line.seen, "기록을 켜는 블록입니다. 고치는 줄은 기록을 끄는 `with torch.no_grad():` 블록에 넣습니다.", message)
    if "'tuple'" in message or "sequence" in message:
        commas = [node for node in run.source.nodes(ast.Assign) if isinstance(node.value, ast.Tuple) and len(node.value.elts) == 1]
        if commas:
            raise NotYet("comma", line.seen, f"`{ast.unparse(commas[0].targets[0])} = …` 줄의 끝에 쉼표가 있어 튜플이 되었습니다. 쉼표를 지웁니다.", message)
    if re.search(r"'list' object has no attribute '(?:grad|backward)'", message) and any(
            isinstance(value, list) and value and isinstance(value[0], torch.Tensor) for value in run.names.values()):
        raise NotYet("list_of_tensors", line.seen, "텐서를 담은 리스트는 텐서가 아닙니다. `torch.tensor(…, requires_grad=True)`로 벡터 하나를 만듭니다.", message)
    if re.search(BY_MESSAGE["integer"][0], message) and (run.source.calls("int") or run.source.calls("long")):
        raise NotYet("integer", line.seen, "정수 텐서는 미분할 수 없습니다. 정수로 바꾸지 말고 받은 값을 그대로 씁니다.", message)
    if re.search(BY_MESSAGE["item_of_many"][0], message) and "tensor(" in line.text:
        raise NotYet("tensor_of_tensors", line.seen, "원소가 여럿인 텐서들을 `torch.tensor`로 묶을 수 없습니다. `torch.stack`을 씁니다.", message)
    if re.search(BY_MESSAGE["stacked"][0], message) and message.endswith("got tuple"):
        raise NotYet("tuple_for_tensor", line.seen, "묶을 것이 텐서가 아니라 튜플입니다. 하나마다 `[0]`으로 그 안의 텐서를 꺼냅니다.", message)
    if re.search(BY_MESSAGE["stacked"][0], message) and message.endswith("got float"):
        raise NotYet("number_for_tensor", line.seen, "텐서가 아니라 파이썬 수를 묶었습니다. 받은 수나 리스트가 아니라 그것으로 만든 텐서로 계산했는지 봅니다.", message)
    if "shapes cannot be multiplied" in message and any(isinstance(getattr(node, "op", None), ast.MatMult) for node in run.source.at(line.number)):
        raise NotYet("product_of_numbers", line.seen, BY_MESSAGE["product_of_numbers"][1], message)
    if re.search(BY_MESSAGE["many_compared"][0], message):
        if any(isinstance(call.func, ast.Name) for call in run.source.calls("max") + run.source.calls("min")):
            raise NotYet("many_compared", line.seen, "파이썬의 `max`와 `min`은 텐서 둘을 원소마다 비교하지 못합니다. 원소마다 고르거나 자르는 torch의 함수를 씁니다.", message)
    if re.search(BY_MESSAGE["number_for_tensor"][0], message):
        number_for_tensor(run, message, line)
    for name, (pattern, hint) in BY_MESSAGE.items():
        if re.search(pattern, message):
            raise NotYet(name, line.seen, hint, message)


def first_line(error):
    """Python's own line, to be searched for; of a long one its first sentence."""
    line = f"{type(error).__name__}: {error}".partition("\n")[0].removesuffix(": ")
    if isinstance(error, RecursionError):  # what was called last differs
        return "RecursionError: maximum recursion depth exceeded"
    return line if len(line) <= 120 else re.split(r"(?<=[a-z])(?:\. | \()", line)[0][:160]


class Line:
    """The learner's line in which the exception was raised."""

    def __init__(self, run, trace):
        file = next((code.co_filename for code in codes(run.answer)), None)
        self.inside, self.number, text = False, 0, ""
        while trace is not None:
            if trace.tb_frame.f_code.co_filename == file:
                self.inside, self.number = True, trace.tb_lineno
                text = linecache.getline(file, trace.tb_lineno).split("#")[0].strip()
            trace = trace.tb_next
        self.text = text
        self.seen = f"`{text}` 줄에서 오류가 났습니다." if 0 < len(text) <= 60 and "`" not in text else "실행하다가 오류가 났습니다."


def arguments(run, _, message, line):
    found = re.search(r"takes (?:from )?(\d+).*positional argument|missing \d+ required positional", message)
    if found and not line.inside:
        raise NotYet("arguments", f"함수에 값 {len(run.inputs)}개를 넘겨 불렀는데 받지 못했습니다.",
                     f"`def` 줄의 괄호 안에 받는 이름을 {len(run.inputs)}개 적습니다.", message)


def unknown_name(run, text, message, line):
    found = re.match(r"(?:NameError: name|UnboundLocalError: (?:cannot access )?local variable) '(\w+)'", message)
    if not found:
        return
    name = found[1]
    if message.startswith("Unbound"):
        if line.text.startswith("return") and any(isinstance(node, ast.Return) and run.source.in_loop(node) for node in run.source.at(line.number)):
            raise NotYet("return_in_loop", line.seen, f"`return`이 반복문 안에 있어, `{name}`에 값을 담기도 전에 끝났습니다. 들여쓰기를 줄여 반복문 뒤에 둡니다.", message)
        raise NotYet("used_before_assigned", line.seen, f"`{name}`에 값을 담기 전에 썼습니다. 값을 담는 줄을 그보다 앞에 둡니다.", message)
    known = [*run.names, *getattr(run.answer, "__globals__", {}), *dir(builtins)]
    other_case = next((each for each in known if each != name and each.lower() == name.lower()), None)
    if other_case:
        raise NotYet("letter_case", line.seen, f"대문자와 소문자는 서로 다른 이름입니다. 적은 이름은 `{name}`, 있는 이름은 `{other_case}`입니다.", message)
    hint = f"없는 이름입니다: `{name}`."
    close = difflib.get_close_matches(name, [each for each in known if not each.startswith("_")], 1, .75)
    if name in ("math", "np", "numpy", "random"):
        hint += " 쓰려면 먼저 `import`로 불러옵니다. 텐서는 torch의 함수로 계산합니다."
    elif name == "torch":
        hint += " `import torch`가 있는 셀부터 실행합니다."
    elif name == "no_grad":
        hint += " `with torch.no_grad():`로 적습니다."
    elif callable(getattr(torch, name, None)):
        hint += f" `torch.{name}`처럼 앞에 `torch.`을 적습니다."
    elif name in ("backward", "grad", "item", "detach", "requires_grad", "zero_"):
        hint += f" 텐서 이름 뒤에 점을 찍어 `y.{name}`처럼 적습니다."
    elif close and close[0] != name:
        hint += f" 철자가 `{close[0]}`인지 봅니다."
    else:
        hint += " 철자가 맞는지, 값을 담는 줄이 그보다 앞에 있는지 봅니다."
    raise NotYet("unknown_name", line.seen, hint, message)


def none_used(run, text, message, line):
    if "NoneType" not in message:
        return
    nodes = run.source.at(line.number)
    if re.search(r"\.grad\(\)", line.text) and "not callable" in message:
        raise NotYet("called_value", line.seen, "`.grad`는 값이라 뒤에 괄호를 붙이지 않습니다.", message)
    if ".backward()" in line.text and not line.text.endswith(".backward()"):
        raise NotYet("result_of_backward", line.seen, "`backward()`가 돌려주는 값은 없습니다. 기울기는 입력의 `.grad`에서 읽습니다.", message)
    owners = run.source.owners_of_grad(nodes) or re.findall(r"(\w+)\.grad\b", line.text)
    if "not callable" in message and ".backward(" in line.text and hooks(run):
        raise NotYet("hook_called", line.seen, f"훅을 건네지 않고 그 자리에서 불렀습니다: `{ast.unparse(hooks(run)[0])}`. 부르지 않은 함수를 넘깁니다.", message)
    names = [node.id for node in nodes if isinstance(node, ast.Name) and node.id in run.names and run.names[node.id] is None]
    for name in names:  # g = x.grad, and g used
        for given in run.source.assigned(name):
            if isinstance(given.value, ast.Call) and getattr(given.value.func, "attr", "") in ("backward", "zero_grad", "append"):
                called = given.value.func.attr
                raise NotYet("result_of_backward" if called == "backward" else "result_of_none", line.seen,
                             f"`{name}`의 값이 `None`입니다. `{called}()`가 돌려주는 값은 없습니다.", message)
            owners = owners or run.source.owners_of_grad([given.value])
    broken = [name for name in owners if name not in run.leaves or run.leaves[name].grad is None] or owners
    tensor = run.tensors.get(broken[0]) if broken else None
    if re.search(r"'(?:zero_|fill_|data)'", message) and ".grad" in line.text and (tensor is None or (tensor.requires_grad and tensor.is_leaf and not run.reached(tensor))):
        raise NotYet("zero_on_none", line.seen, "처음에는 `.grad`가 `None`이라 `zero_()`를 부를 수 없습니다. 비우는 줄을 `backward()` 뒤에 두거나 `None`을 담아 비웁니다.", message)
    if broken:
        explain(run, broken[0], message)
    for block in run.source.nodes(ast.With):
        for item in block.items:
            if getattr(item.optional_vars, "id", None) in names:
                raise NotYet("block_value", line.seen, f"`{ast.unparse(item.context_expr)}` 블록이 `as {item.optional_vars.id}`로 주는 값은 없습니다. "
                             "기울기는 결과에서 `backward()`를 불러 입력의 `.grad`에서 읽습니다.", message)
    for name in names:
        if any(getattr(given.value, "value", ...) is None for given in run.source.assigned(name)):
            raise NotYet("thrown_away", line.seen, f"`{name} = None`이 값을 버렸습니다. 비울 것이 기울기라면 `{name}.grad = None`입니다.", message)
    for name in names:
        for given in run.source.made_from_itself(name):
            if isinstance(given.value, ast.Call):
                raise NotYet("overwritten", line.seen, f"`{ast.unparse(given)}`에서 부른 함수가 돌려준 값이 없어 `{name}`에 `None`이 담겼습니다. 부르기만 하고 `{name}`에 담지 않습니다.", message)
    if names:
        raise NotYet("none_used", line.seen, f"`{names[0]}`의 값이 `None`입니다. 값을 담는 줄을 봅니다.", message)
    raise NotYet("none_used", line.seen, "값이 `None`인 것을 썼습니다. `return`이 없는 함수나 아직 빈 `.grad`가 아닌지 봅니다.", message)


def hooks(run):
    """What register_hook was given where that is a call, not a function."""
    return [call.args[0] for call in run.source.calls("register_hook") if call.args and isinstance(call.args[0], ast.Call)]


def no_scalar(run, text, message, line):
    if "implicitly created only for scalar" not in message:
        return
    root = run.passes[-1].root if run.passes else None
    if root is not None and root.is_leaf:
        raise NotYet("backward_from_input", line.seen, "입력에서 `backward()`를 불렀습니다. 계산한 결과에서 부릅니다.", message)
    name = next((name for name, value in run.tensors.items() if value is root), None)
    for call in run.source.calls("sum"):
        if isinstance(getattr(call.func, "value", None), ast.Call) and call.func.value in run.source.calls("backward"):
            raise NotYet("summed_too_late", line.seen, "`backward()`를 부른 다음에 `sum()`을 불렀습니다. `y.sum().backward()`처럼 합을 먼저 구합니다.", message)
        kept = run.source.parents.get(call)
        if isinstance(kept, ast.Assign) and isinstance(kept.targets[0], ast.Name) and name in names_in(call) and kept.targets[0].id != name:
            total = kept.targets[0].id
            if total in run.tensors:
                raise NotYet("other_root", line.seen, f"합은 `{total}`에 담겨 있습니다. `{total}.backward()`를 부릅니다.", message)
            raise NotYet("summed_too_late", line.seen, f"`backward()`를 부르는 줄이 합 `{total}`을 구하는 줄보다 앞에 있습니다. 합을 먼저 구해 `{total}.backward()`를 부릅니다.", message)
    if any(isinstance(run.source.parents.get(call), ast.Expr) for call in run.source.calls("sum")):
        raise NotYet("sum_not_kept", line.seen, "`sum`의 결과를 담지 않아 아직 벡터입니다. `y = y.sum()`처럼 담습니다.", message)


def swapped(run, text, message, line):
    root = run.passes[-1].root if run.passes else None
    if "not have been used in the graph" in message and root is not None and root.is_leaf:
        raise NotYet("grad_order", line.seen, "`torch.autograd.grad`에는 결과를 먼저, 미분할 입력을 나중에 넘깁니다.", message)


def gradient_type(run, text, message, line):
    if ".backward(" in line.text and re.search(r"object is not iterable|must be Tensor|[tT]ensors or None", message):
        raise NotYet("gradient_type", line.seen, "`backward(…)`에 넘길 수 있는 것은 출발점과 모양이 같은 텐서입니다. 스칼라에서는 아무것도 넘기지 않습니다.", message)


def second_time(run, text, message, line):
    if "backward through the graph a second time" not in message:
        return
    calls = [node for node in run.source.calls("backward") if run.source.in_loop(node)]
    for call in calls:
        name = getattr(getattr(call.func, "value", None), "id", None)
        made = run.source.assigned(name) if name else []
        if made and not any(map(run.source.in_loop, made)):
            raise NotYet("outside_loop", line.seen, f"`{name}`의 계산이 반복문 밖에 한 번뿐입니다. 반복문 안에서 매번 새로 계산합니다.", message)
    for call in run.source.calls("backward"):
        start = getattr(call.func, "value", None)
        loops = [outer for outer in run.source.around(call) if isinstance(outer, ast.For)]
        over = [outer.iter.id for outer in loops if isinstance(outer.iter, ast.Name) and getattr(outer.target, "id", "") == getattr(start, "id", None)]
        if isinstance(start, ast.Subscript) or any(isinstance(run.names.get(name), torch.Tensor) for name in over):
            raise NotYet("element_by_element", line.seen, "원소마다 `backward()`를 부르면 둘째부터는 거슬러 갈 기록이 없습니다. 합을 구해 한 번만 부릅니다.", message)
    for call in calls:
        name = getattr(getattr(call.func, "value", None), "id", "")
        if name and run.source.made_from_itself(name):
            raise NotYet("loss_accumulated", line.seen, f"`{name}`에는 앞에서 거슬러 간 계산까지 더해져 있습니다. 이번에 계산한 것에서만 `backward()`를 부릅니다.", message)
    if calls:
        raise NotYet("outside_loop", line.seen, "반복문 밖에서 한 계산을 거듭 거슬러 갔습니다. 기록이 필요한 계산을 반복문 안에 둡니다.", message)
    root = run.passes[-1].root if run.passes else None
    if len(run.passes) == 1 and not any(value is root for value in run.tensors.values()):
        raise NotYet("made_outside", line.seen, "계산이 함수 밖에 한 번뿐입니다. 함수 안에서, 받은 값으로 계산합니다.", message)
    raise NotYet("second_backward", line.seen, "같은 계산에서 `backward()`를 두 번 불렀습니다. 결과를 다시 계산한 다음에 부릅니다.", message)


def unknown_attribute(run, text, message, line):
    found = re.match(r"AttributeError: (?:module '([\w.]+)'|'(\w+)' object) has no attribute '(\w+)'", message)
    if not found or found[2] not in (None, "Tensor", "Parameter"):
        return
    owner, wanted = found[1], found[3]
    close = [name for name in NAMES if name.lower() == wanted.lower()] or difflib.get_close_matches(wanted, [name for name in NAMES if name != wanted], 1, .6)
    if wanted == "no_grad":
        hint = "`no_grad`는 텐서의 것이 아닙니다. `with torch.no_grad():` 블록 안에서 계산합니다."
    elif owner == "torch" and wanted == "grad":
        hint = "기울기를 돌려주는 함수는 `torch.autograd.grad`입니다. `backward()`가 구한 기울기는 입력의 `.grad`에 있습니다."
    elif owner == "torch" and wanted in ("backward", "requires_grad", "zero_", "item"):
        hint = f"앞에는 텐서의 이름을 적습니다. `y.{wanted}`처럼 씁니다."
    elif wanted == "zero_grad":
        hint = "`zero_grad()`는 옵티마이저의 것입니다. 텐서는 `x.grad = None`으로 비웁니다."
    elif wanted in ("eval", "train", "parameters"):
        hint = f"`{wanted}()`은 텐서가 아니라 모델의 것입니다. 텐서의 기록을 끄지 않습니다."
    elif wanted == "append":
        hint = "텐서에는 `append`가 없습니다. 리스트에 모읍니다."
    elif wanted.startswith(("gradient", "deriv", "slope")):
        hint = f"텐서에 없는 이름입니다: `{wanted}`. 기울기는 `.grad`에 있습니다."
    elif close and close[0].lower() == wanted.lower():
        raise NotYet("letter_case", line.seen, f"대문자와 소문자는 서로 다른 이름입니다. 적은 이름은 `{wanted}`, 있는 이름은 `{close[0]}`입니다.", message)
    elif close:
        hint = f"{owner or '텐서'}에 없는 이름입니다: `{wanted}`. 철자가 `{close[0]}`인지 봅니다."
    else:
        hint = f"없는 이름입니다: `{wanted}`. 철자를 확인합니다."
    raise NotYet("unknown_attribute", line.seen, hint, message)


def number_for_tensor(run, message, line):
    other = re.search(r"\b(math|np|numpy)\.\w+\(", run.source.text)
    if ".numpy(" in run.source.text:
        hint = "`numpy()`로 이미 torch의 텐서가 아닙니다. 텐서를 그대로 torch로 계산합니다."
    elif other:
        hint = f"`{other[1]}`의 함수는 텐서가 아닌 값을 돌려줍니다. 텐서의 연산이나 torch의 함수로 계산합니다."
    elif ".tolist(" in run.source.text:
        hint = "`tolist()`로 이미 파이썬 수가 되었습니다. 텐서를 그대로 씁니다."
    elif re.search(r"\.item\(|\bfloat\(", run.source.text):
        hint = "`.item()`이나 `float()`로 이미 파이썬 수가 되었습니다. 텐서를 그대로 씁니다."
    elif run.leaves:
        hint = f"파이썬 수로 계산하면 결과도 파이썬 수입니다. 받은 수가 아니라 텐서 `{next(iter(run.leaves))}`로 계산했는지 봅니다."
    else:
        hint = "텐서가 있어야 할 곳에 파이썬 수가 있습니다. 받은 수로 `torch.tensor(…, requires_grad=True)`를 만들어 계산합니다."
    raise NotYet("number_for_tensor", line.seen, hint, message)


def value_emptied(run, seen, error=""):
    """Raise NotYet where a tensor's value was set to zero and its gradient was meant."""
    for call in run.source.calls("zero_"):
        name = ast.unparse(call.func.value).removesuffix(".data") if isinstance(call.func, ast.Attribute) else ""
        if name in run.leaves:
            raise NotYet("value_emptied", seen, f"`{ast.unparse(call)}`는 `{name}`의 값을 0으로 만듭니다. 비울 것은 `{name}.grad`입니다.", error)


def unknown_keyword(run, text, message, line):
    found = re.search(r"unexpected keyword argument '(\w+)'", message)
    if found:
        close = difflib.get_close_matches(found[1], ["requires_grad", "retain_graph", "create_graph", "dtype", "gradient"], 1, .6)
        hint = f"철자가 `{close[0]}`인지 봅니다." if close else "받지 않는 이름입니다. 철자를 확인합니다."
        raise NotYet("unknown_keyword", line.seen, hint, message)
