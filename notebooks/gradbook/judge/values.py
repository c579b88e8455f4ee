"""Values compared: numbers to four digits, lists and tensors element by element."""

import reprlib

import torch


def holds_ellipsis(value):
    return value is ... or (isinstance(value, (list, tuple)) and any(holds_ellipsis(item) for item in value))


def plain(value):
    """Numbers and lists in place of tensors and tuples; one number in place of a list of one."""
    if isinstance(value, torch.Tensor):
        value = value.tolist()
    if isinstance(value, (list, tuple)):
        value = [plain(item) for item in value]
        return value[0] if len(value) == 1 else value
    return value


def equal(got, wanted):
    """Whether two plain values are the same; True is not 1, and a list, a text or anything else is not a number."""
    if isinstance(wanted, list):
        return isinstance(got, list) and len(got) == len(wanted) and all(map(equal, got, wanted))
    if not is_number(wanted):
        return type(got) is type(wanted) and got == wanted
    return is_number(got) and abs(got - wanted) <= 1e-4 * max(1, abs(wanted))


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def numbers(value):
    """A plain value's numbers in a row, or None where something else is among them."""
    row = []
    for item in value if isinstance(value, list) else [value]:
        inner = numbers(item) if isinstance(item, list) else [item] if is_number(item) else None
        if inner is None:
            return None
        row += inner
    return row


def text(value):
    """A plain value in few characters."""
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, list):
        return f"[{', '.join(map(text, value[:6]))}{', …' if len(value) > 6 else ''}]"
    return "함수" if callable(value) else reprlib.repr(value)
