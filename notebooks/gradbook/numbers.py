"""Tensors as text short enough for a box of a diagram, and how much of a text a box has room for."""

from gradbook.drawing import said


def fit(text, letters):
    return text if width(text) <= letters else text[: max(1, int(letters) - 1)] + "…"


def width(text):
    return sum(1.7 if letter >= "ᄀ" and letter < "𐀀" else 1 for letter in text)


def number(tensor):
    """A tensor's value as text that no last bit can change: one number, a short list, or only the shape."""
    values = tensor.detach()
    if values.numel() == 1:
        return _said(values.item())
    if values.dim() == 1 and values.numel() <= 4:
        return "[" + ", ".join(_said(value) for value in values.tolist()) + "]"
    distinct = {_said(value) for value in values.flatten()[:64].tolist()}
    if len(distinct) == 1 and values.numel() <= 64:
        return f"모두 {distinct.pop()}"
    return "×".join(map(str, values.shape)) + " 텐서"


def _said(value):
    if value != value or value in (float("inf"), float("-inf")):
        return str(value)
    if value and not 1e-3 <= abs(value) < 1e6:
        mantissa, exponent = f"{value * (1 + 2e-6):.2e}".split("e")
        return f"{mantissa.replace('-', '−')}e{int(exponent)}".replace("e-", "e−")
    return said(value * (1 + 2e-6), 3)
