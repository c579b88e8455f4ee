"""What a value is, in short: the facts a reader asks of a tensor. Nothing of the reader's is run, and nothing is changed:
no warning, no new node of a graph, no setting of torch."""

import inspect as reflection
import sys
import types

FEW = 24  # numbers that are shown as torch prints them
FIRST = 6  # shown of more
MANY = 1_000_000  # numbers, beyond which they are not gone through
LENGTH = 120  # letters of a plain value
PLAIN = (int, float, complex, bool, type(None))
SIZED = (list, tuple, dict, set, frozenset)
NOTHING = object()


def torch_class(name):
    """A class of the torch that the reader's cells use; none while it is not imported."""
    place = sys.modules.get("torch")
    for part in name.split("."):
        place = getattr(place, part, None)
    return place if isinstance(place, type) else ()


def member(owner, name):
    """An attribute that is stored, or NOTHING: one that would have to be computed is left alone."""
    if isinstance(owner, torch_class("Tensor")):
        return gradient(owner) if name == "grad" else NOTHING
    if isinstance(owner, torch_class("nn.Module")):
        for store in ("_parameters", "_buffers", "_modules"):
            if name in vars(owner).get(store, ()):
                return vars(owner)[store][name]
    value = reflection.getattr_static(owner, name, NOTHING)
    computed = hasattr(type(value), "__get__") and not isinstance(value, types.FunctionType)
    return NOTHING if computed else value


def facts(value):
    """[[label, text]] of a value; none for functions, classes and modules, which have a signature instead."""
    kind = type(value)
    if isinstance(value, torch_class("Tensor")):
        return tensor(value)
    if isinstance(value, torch_class("nn.Module")):
        return [[name, f"{kept.dtype} {tuple(kept.shape)}"] for name, kept in value.named_parameters()][:FIRST]
    if kind in PLAIN or isinstance(value, (torch_class("dtype"), torch_class("Size"))):
        return [["값", attempt(lambda: repr(value)[:LENGTH])]]
    if kind is str:
        return [["값", repr(value[:LENGTH]) + (" …" if len(value) > LENGTH else "")]]
    return [["길이", str(len(value))]] if kind in SIZED else []


def tensor(value):
    kept = attempt(lambda: value.is_leaf or value.retains_grad, True)
    grad = gradient(value)
    return [
        ["shape", str(tuple(value.shape))],
        ["dtype", str(value.dtype)],
        *numbers("값", value),
        ["requires_grad", str(value.requires_grad)],
        ["is_leaf", str(value.is_leaf)],
        ["grad_fn", attempt(lambda: "None" if value.grad_fn is None else type(value.grad_fn).__name__)],
        *(
            numbers("grad", grad)
            if grad is not None
            else [["grad", "None" if kept else "None · 리프가 아니어서 남기지 않습니다"]]
        ),
    ]


def gradient(value):
    """`.grad`, without the warning that torch gives where it is never filled."""
    return value.grad if value.is_leaf or value.retains_grad else None


def numbers(label, value):
    """The numbers of a tensor: all of a few; of many the first ones and between what they lie."""
    return attempt(lambda: few(label, value), [[label, "볼 수 없습니다"]])


def few(label, value):
    with sys.modules["torch"].no_grad():
        bare = value.detach()
        count = bare.numel()
        if count <= FEW:
            return [[label, repr(bare)]]
        row = bare
        while row.dim() > 1:
            row = row[0]
        found = [[label, f"{row[:FIRST]!r} …\n모두 {count}개 가운데 앞의 {min(FIRST, len(row))}개"]]
        if count <= MANY:
            found += attempt(lambda: [["최솟값, 최댓값", f"{bare.min().item():.6g}, {bare.max().item():.6g}"]], [])
        return found


def attempt(call, otherwise="볼 수 없습니다"):
    """What some tensors refuse (complex numbers have no least, a tensor of `meta` no numbers) is no mistake here."""
    try:
        return call()
    except Exception:
        return otherwise
