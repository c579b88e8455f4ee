"""Placeholder until the real printing arrives."""


def tensor_str(tensor):
    return f"tensor({tensor._a.tolist()}, grad_fn={tensor.grad_fn})"
