"""Jacobians, Hessians and their products with vectors, from repeated backward passes (torch.autograd.functional)."""

from ..base.missing import no_attribute
from ..base.modes import enable_grad, mode, set_grad_enabled
from ..core.tensor import Tensor
from ..ops import public
from .gradients import grad

stack, zeros_like = public("stack"), public("zeros_like")

STRICT = " This is not allowed in strict mode."


def vjp(func, inputs, v=None, create_graph=False, strict=False):
    """(func(*inputs), v · Jacobian)."""
    with enable_grad():
        tupled, inputs = _inputs(inputs, "vjp", create_graph)
        several, outputs = _outputs(func, inputs, "vjp", strict)
        if v is None:
            if len(outputs) != 1 or outputs[0].numel() != 1:
                raise RuntimeError("The vector v can only be None if the user-provided function returns a single Tensor with a single "
                                   "element.")
        else:
            v = _vector(v, outputs, several, "vjp", create_graph)
    with set_grad_enabled(create_graph or mode.grad):
        result = _or_zeros(_grad(outputs, inputs, v, create_graph), inputs, strict, create_graph, "back")
    return _untuple(_final(outputs, create_graph), several), _untuple(_final(result, create_graph), tupled)


def jvp(func, inputs, v=None, create_graph=False, strict=False):
    """(func(*inputs), Jacobian · v), by differentiating the vector-Jacobian product with respect to its vector."""
    with enable_grad():
        tupled, inputs = _inputs(inputs, "jvp", create_graph)
        v = _vector_like_inputs(v, inputs, tupled, "jvp", create_graph)
        several, outputs = _outputs(func, inputs, "jvp", strict)
        weights = _zeros(outputs)
        back = _grad(outputs, inputs, weights, True)
        _require_grad(back, "grad_inputs", strict)
    with set_grad_enabled(create_graph or mode.grad):
        result = _or_zeros(_grad(back, weights, v, create_graph), outputs, strict, create_graph, "back_trick")
    return _untuple(_final(outputs, create_graph), several), _untuple(_final(result, create_graph), several)


def jacobian(func, inputs, create_graph=False, strict=False, vectorize=False, strategy="reverse-mode"):
    """The derivative of every output element by every input element: a tensor of shape (*output, *input), or tuples of them."""
    if strategy not in ("forward-mode", "reverse-mode"):
        raise AssertionError('Expected strategy to be either "forward-mode" or "reverse-mode". Hint: If your function has more outputs than '
                             'inputs, "forward-mode" tends to be more performant. Otherwise, prefer to use "reverse-mode".')
    if strategy == "forward-mode":
        if create_graph:
            raise NotImplementedError("torch.autograd.functional.jacobian: `create_graph=True` and `strategy=\"forward-mode\"` are not "
                                      "supported together (yet). Please either set `create_graph=False` or `strategy=\"reverse-mode\"`.")
        return _forward_jacobian(func, inputs, strict, vectorize)
    with enable_grad():
        tupled, inputs = _inputs(inputs, "jacobian", create_graph)
        several, outputs = _outputs(func, inputs, "jacobian", strict)
        if vectorize and strict:
            raise RuntimeError("torch.autograd.functional.jacobian: `strict=True` and `vectorized=True` are not supported together. Please "
                               "either set `strict=False` or `vectorize=False`.")
        rows = tuple(_jacobian_of(i, out, inputs, create_graph, strict) for i, out in enumerate(outputs))
    return _untuple2([_final(row, create_graph) for row in rows], several, tupled)


def _jacobian_of(i, out, inputs, create_graph, strict):
    """The Jacobians of output number i: one backward pass for each of its elements."""
    columns = [[] for _ in inputs]
    for j in range(out.numel()):
        arrived = _grad((out.reshape(-1)[j],), inputs, None, create_graph, True)
        for k, (column, g, x) in enumerate(zip(columns, arrived, inputs)):
            if g is None:
                if strict:
                    raise RuntimeError(f"Output {i} of the user-provided function is independent of input {k}." + STRICT)
                g = zeros_like(x)
            elif strict and create_graph and not g.requires_grad:
                raise RuntimeError(f"The jacobian of the user-provided function is independent of input {i}. This is not allowed in strict "
                                   "mode when create_graph=True.")
            column.append(g)
    return tuple(stack(column, 0).view(out.shape + x.shape) for column, x in zip(columns, inputs))


def _forward_jacobian(func, inputs, strict, vectorize):
    """Column by column, in forward mode."""
    from ..func import jvp as push    # late: func is read only by who asks for forward mode
    if strict:
        raise RuntimeError("torch.autograd.functional.jacobian: `strict=True` and `strategy=\"forward-mode\"` are not supported together (yet). "
                           "Please either set `strict=False` or `strategy=\"reverse-mode\"`.")
    tupled, inputs = _as_tuple(inputs, "inputs", "jacobian")
    if not vectorize:
        raise NotImplementedError("Computing Jacobian using forward-AD or forward-over-reverse Hessian isonly implemented for "
                                  "`vectorize=True`.")
    columns, several = [], False
    for k, x in enumerate(inputs):
        for j in range(x.numel()):
            direction = [zeros_like(t) for t in inputs]
            direction[k].view(-1)[j] = 1
            out, dot = push(func, inputs, tuple(direction))
            several = isinstance(out, tuple)
            columns.append((k, dot if several else (dot,)))
    rows = []
    for i in range(len(columns[0][1])):
        rows.append(tuple(stack([dot[i] for owner, dot in columns if owner == k], -1).view(columns[0][1][i].shape + x.shape)
                          for k, x in enumerate(inputs)))
    rows = [list(row) if tupled else row[0] for row in rows]    # lists where torch's forward mode gives lists
    return rows if several else rows[0]


def hessian(func, inputs, create_graph=False, strict=False, vectorize=False, outer_jacobian_strategy="reverse-mode"):
    """The second derivatives of a scalar function: the Jacobian of its Jacobian, of shape (*input, *input), or tuples of them."""
    tupled, inputs = _as_tuple(inputs, "inputs", "hessian")
    if outer_jacobian_strategy not in ("forward-mode", "reverse-mode"):
        raise AssertionError('Expected strategy to be either "forward-mode" or "reverse-mode".')

    def scalar(*args):
        return _scalar_outputs(func, args, "hessian", strict)[0].squeeze()

    def first(*args):
        if outer_jacobian_strategy == "forward-mode":
            args = tuple(a.requires_grad_() for a in args)
        result = jacobian(scalar, args, create_graph=True)
        _require_grad(result, "jacobian", strict)
        return result

    if outer_jacobian_strategy == "forward-mode":
        from .forward_hessian import columns    # late: it is in the second archive
        result = columns(first, inputs, create_graph, strict, vectorize)
    else:
        result = jacobian(first, inputs, create_graph, strict, vectorize, outer_jacobian_strategy)
    return result if tupled else result[0][0]


def vhp(func, inputs, v=None, create_graph=False, strict=False):
    """(func(*inputs), v · Hessian) of a scalar function."""
    with enable_grad():
        tupled, inputs = _inputs(inputs, "vhp", create_graph)
        v = _vector_like_inputs(v, inputs, tupled, "vhp", create_graph)
        outputs = _scalar_outputs(func, inputs, "vhp", strict)
        first = _grad(outputs, inputs, None, True)
        _require_grad(first, "jacobian", strict)
    with set_grad_enabled(create_graph or mode.grad):
        result = _or_zeros(_grad(first, inputs, v, create_graph), inputs, strict, create_graph, "double_back")
    return _final(outputs, create_graph)[0], _untuple(_final(result, create_graph), tupled)


def hvp(func, inputs, v=None, create_graph=False, strict=False):
    """(func(*inputs), Hessian · v) of a scalar function."""
    with enable_grad():
        tupled, inputs = _inputs(inputs, "hvp", create_graph)
        v = _vector_like_inputs(v, inputs, tupled, "hvp", create_graph)
        outputs = _scalar_outputs(func, inputs, "hvp", strict)
        first = _grad(outputs, inputs, None, True)
        _require_grad(first, "jacobian", strict)
        weights = _zeros(inputs)
        second = _grad(first, inputs, weights, True)
        _require_grad(first, "hessian", strict)
    with set_grad_enabled(create_graph or mode.grad):
        result = _or_zeros(_grad(second, weights, v, create_graph), inputs, strict, create_graph, "double_back_trick")
    return _final(outputs, create_graph)[0], _untuple(_final(result, create_graph), tupled)


# -- what they share

def _as_tuple(value, what, caller):
    """(was it a tuple?, the tuple); TypeError for anything but tensors."""
    tupled = isinstance(value, tuple)
    values = value if tupled else (value,)
    for i, v in enumerate(values):
        if not isinstance(v, Tensor):
            which = f"the value at index {i}" if tupled else f"the given {what}"
            raise TypeError(f"The {what} given to {caller} must be either a Tensor or a tuple of Tensors but {which} has type {type(v)}.")
    return tupled, values


def _untuple(values, tupled):
    return values if tupled else values[0]


def _untuple2(rows, outer, inner):
    rows = tuple(_untuple(row, inner) for row in rows)
    return _untuple(rows, outer)


def _prepare(values, create_graph, requires_grad):
    """Fresh inputs: still connected to what made them only where the result is to be differentiated further."""
    return tuple(x.view_as(x) if create_graph and x.requires_grad else x.detach().requires_grad_(requires_grad) for x in values)


def _inputs(inputs, caller, create_graph):
    tupled, inputs = _as_tuple(inputs, "inputs", caller)
    return tupled, _prepare(inputs, create_graph, True)


def _outputs(func, inputs, caller, strict):
    several, outputs = _as_tuple(func(*inputs), "outputs of the user-provided function", caller)
    _require_grad(outputs, "outputs", strict)
    return several, outputs


def _scalar_outputs(func, inputs, caller, strict):
    several, outputs = _outputs(func, inputs, caller, strict)
    if several:
        raise RuntimeError(f"The function given to {caller} should return a single Tensor")
    if outputs[0].numel() != 1:
        raise RuntimeError(f"The Tensor returned by the function given to {caller} should contain a single element")
    return outputs


def _vector(v, like, tupled, caller, create_graph):
    """v as a tuple of the sizes of `like`."""
    _, v = _as_tuple(v, "v", caller)
    if len(v) != len(like):
        raise RuntimeError(f"v is a tuple of invalid length: should be {len(like)} but got {len(v)}." if tupled else
                           "The given v should contain a single Tensor.")
    for i, (a, b) in enumerate(zip(v, like)):
        if a.shape != b.shape:
            entry = f"Entry {i} in " if tupled else ""
            raise RuntimeError(f"{entry}v has invalid size: should be {b.shape} but got {a.shape}.")
    return _prepare(v, create_graph, False)


def _vector_like_inputs(v, inputs, tupled, caller, create_graph):
    if v is not None:
        return _vector(v, inputs, tupled, caller, create_graph)
    if len(inputs) != 1 or inputs[0].numel() != 1:
        raise RuntimeError("The vector v can only be None if the input to the user-provided function is a single Tensor with a single "
                           "element.")
    return None


def _zeros(like):
    return tuple(zeros_like(t, requires_grad=True) for t in like)


def _final(values, create_graph):
    """Without history, unless it was asked for."""
    return tuple(values) if create_graph else tuple(v.detach() for v in values)


def _grad(outputs, inputs, weights, create_graph, retain_graph=None):
    """autograd.grad of the outputs that require a gradient; None for inputs they do not depend on."""
    pairs = [(o, w) for o, w in zip(outputs, weights or (None,) * len(outputs)) if o is not None and o.requires_grad]
    if not pairs:
        return (None,) * len(inputs)
    outputs, weights = zip(*pairs)
    return grad(outputs, inputs, weights, create_graph=create_graph, retain_graph=retain_graph, allow_unused=True)


def _require_grad(values, kind, strict):
    """In strict mode: everything must depend on the inputs."""
    if not strict:
        return
    for i, v in enumerate(values):
        if v is None:
            raise RuntimeError(f"The output of the user-provided function is independent of input {i}." + STRICT)
        if not v.requires_grad:
            raise RuntimeError({
                "hessian": f"The hessian of the user-provided function with respect to input {i} is independent of the input.{STRICT} You "
                           "should ensure that your function is thrice differentiable and that the hessian depends on the inputs.",
                "jacobian": "While computing the hessian, found that the jacobian of the user-provided function with respect to input "
                            f"{i} is independent of the input.{STRICT} You should ensure that your function is twice differentiable and "
                            "that the jacobian depends on the inputs (this would be violated by a linear function for example).",
                "grad_inputs": f"The gradient with respect to input {i} is independent of the inputs of the user-provided function.{STRICT}",
                "outputs": f"Output {i} of the user-provided function does not require gradients. The outputs must be computed in a "
                           "differentiable manner from the input when running in strict mode.",
            }[kind])


def _or_zeros(grads, like, strict, create_graph, stage):
    """Zeros for None; in strict mode an error that says what is independent of what."""
    result = []
    for i, (g, x) in enumerate(zip(grads, like)):
        if g is None:
            if strict:
                raise RuntimeError({
                    "back": f"The output of the user-provided function is independent of input {i}.{STRICT}",
                    "back_trick": f"The gradient with respect to the input is independent of entry {i} in the grad_outputs when using the "
                                  f"double backward trick to compute forward mode gradients.{STRICT}",
                    "double_back": f"The jacobian of the user-provided function is independent of input {i}.{STRICT}",
                    "double_back_trick": f"The hessian of the user-provided function is independent of entry {i} in the grad_jacobian. This is "
                                         "not allowed in strict mode as it prevents from using the double backward trick to replace forward "
                                         "mode AD.",
                }[stage])
            g = zeros_like(x)
        elif strict and create_graph and not g.requires_grad:
            which = "hessian" if "double" in stage else "jacobian"
            raise RuntimeError(f"The {which} of the user-provided function is independent of input {i}. This is not allowed in strict mode "
                               "when create_graph=True.")
        result.append(g)
    return tuple(result)


def __getattr__(name):
    raise no_attribute("autograd.functional", name)
