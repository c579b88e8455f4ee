"""backward and grad: asking the graph for gradients."""

import math
import warnings
from collections.abc import Mapping

import numpy as np

from ..base.dtypes import from_numpy
from ..base.errors import type_name
from ..base.modes import mode, warn_once
from ..base.values import Size
from ..core.backward import run_backward
from ..core.graph import edge
from ..core.registry import method
from ..core.tensor import Tensor, wrap
from ..ops import public

stack, zeros_like = public("stack"), public("zeros_like")

LEAKING_GRAD = (
    "Using backward() with create_graph=True will create a reference cycle between the parameter and its gradient which can cause a "
    "memory leak. We recommend using autograd.grad when creating the graph to avoid this. If you have to use this function, make sure "
    "to reset the .grad fields of your parameters to None after use to break the cycle and avoid the leak. (Triggered internally at "
    "/__w/pytorch/pytorch/torch/csrc/autograd/engine.cpp:1307.)")


def backward(tensors, grad_tensors=None, retain_graph=None, create_graph=False, grad_variables=None, inputs=None):
    """Add the gradients of `tensors`, weighted by `grad_tensors`, to .grad of every leaf (or of `inputs` only)."""
    if mode.func and mode.func.levels:
        raise RuntimeError("backward() called inside a functorch transform. This is not supported, please use functorch.grad or functorch.vjp "
                           "instead or call backward() outside of functorch transforms.")
    if grad_variables is not None:
        warnings.warn("`grad_variables` is deprecated. Use `grad_tensors` instead.", FutureWarning, stacklevel=2)
        if grad_tensors is not None:
            raise RuntimeError("`grad_tensors` and `grad_variables` (deprecated) arguments both passed to `backward()`. Please only use "
                               "`grad_tensors`.")
        grad_tensors = grad_variables
    targets = None if inputs is None else _inputs_tuple(inputs, "backward()")
    tensors = _outputs_tuple(tensors)
    roots, grads = _roots(tensors, grad_tensors)
    retain_graph = create_graph if retain_graph is None else retain_graph
    if targets is None:
        run_backward(roots, grads, retain_graph, create_graph)
    else:
        for t in targets:
            if isinstance(t, Tensor):
                t.retain_grad()
        run_backward(roots, grads, retain_graph, create_graph, [_input_edge(t) for t in targets], True)
    if create_graph:
        warn_once(LEAKING_GRAD)


def _backward(self, gradient=None, retain_graph=None, create_graph=False, inputs=None):
    """Add d(self)/d(leaf), weighted by `gradient`, to .grad of every leaf (or of `inputs`)."""
    backward(self, gradient, retain_graph, create_graph, inputs=inputs)


_backward.__name__, _backward.__qualname__ = "backward", "Tensor.backward"     # as errors show it
method(_backward)


def grad(outputs, inputs, grad_outputs=None, retain_graph=None, create_graph=False, only_inputs=True, allow_unused=None,
         is_grads_batched=False, materialize_grads=False):
    """The gradients of `outputs`, weighted by `grad_outputs`, with respect to each of `inputs`; .grad stays as it is.

    is_grads_batched: grad_outputs have one more dimension in front, and so have the results.
    """
    if materialize_grads and allow_unused is False:
        raise ValueError("Expected allow_unused to be True or not passed when materialize_grads=True, but got: allow_unused=False.")
    if allow_unused is None:
        allow_unused = materialize_grads
    outputs = _outputs_tuple(outputs)
    targets = _inputs_tuple(inputs, "grad()")
    if not only_inputs:
        warnings.warn("only_inputs argument is deprecated and is ignored now (defaults to True). To accumulate gradient for other parts of "
                      "the graph, please use torch.autograd.backward.", FutureWarning, stacklevel=2)
    retain_graph = create_graph if retain_graph is None else retain_graph
    if mode.func and mode.func.any_batched(*outputs, *targets, *_grads_tuple(grad_outputs, 0)):
        results = _grad_of_batch(outputs, targets, grad_outputs, retain_graph, create_graph, allow_unused)
    elif is_grads_batched:
        results = _grad_of_each(outputs, targets, grad_outputs, retain_graph, create_graph, allow_unused)
    else:
        roots, grads = _roots(outputs, grad_outputs)
        results = _run(roots, grads, targets, retain_graph, create_graph, allow_unused)
    if materialize_grads:
        results = tuple(_zeros_like(t, create_graph) if g is None else g for t, g in zip(targets, results))
    return dict(zip(inputs, results)) if type(inputs) is dict else results


def _run(roots, grads, targets, retain_graph, create_graph, allow_unused):
    results = tuple(run_backward(roots, grads, retain_graph, create_graph, [_input_edge(t) for t in targets]))
    if not allow_unused:
        for i, g in enumerate(results):
            if g is None:
                raise RuntimeError(f"The differentiated Tensor at index {i} appears to not have been used in the graph. Set "
                                   "allow_unused=True if this is the desired behavior.")
    return results


def _grad_of_each(outputs, targets, grad_outputs, retain_graph, create_graph, allow_unused):
    """One backward pass for each row of the batched grad_outputs."""
    batched = _grads_tuple(grad_outputs, len(outputs))
    for i, (out, g) in enumerate(zip(outputs, batched)):
        if isinstance(g, Tensor) and g._a.shape[1:] != out._a.shape:
            raise RuntimeError(
                "If `is_grads_batched=True`, we interpret the first dimension of each grad_output as the batch dimension. The sizes of the "
                "remaining dimensions are expected to match the shape of corresponding output, but a mismatch was detected: "
                f"grad_output[{i}] has a shape of {Size(g._a.shape[2:])} and output[{i}] has a shape of {out.shape}. If you only want some "
                "tensors in `grad_output` to be considered batched, consider using vmap.")
    count = next(len(g._a) for g in batched if g is not None)
    rows = []
    for k in range(count):
        roots, grads = _roots(outputs, [g if g is None else g[k] for g in batched])
        rows.append(_run(roots, grads, targets, retain_graph or k < count - 1, create_graph, allow_unused))
    return tuple(None if column[0] is None else stack(column) for column in zip(*rows))


def _grad_of_batch(outputs, targets, grad_outputs, retain_graph, create_graph, allow_unused):
    """Inside a vmap: gradients of a graph from outside, for weights that may be batched."""
    for i, out in enumerate(outputs):
        if not out.requires_grad:
            raise RuntimeError(f"element {i} of tensors does not require grad and does not have a grad_fn")
    return mode.func.vector_jacobian(outputs, targets, _grads_tuple(grad_outputs, len(outputs)), retain_graph, create_graph=create_graph,
                           allow_unused=allow_unused)


def _is_edge(t):
    return not isinstance(t, Tensor) and hasattr(t, "node") and hasattr(t, "output_nr")


def _outputs_tuple(tensors):
    return (tensors,) if isinstance(tensors, Tensor) or _is_edge(tensors) else tuple(tensors)


def _inputs_tuple(inputs, caller):
    if isinstance(inputs, Mapping):
        if type(inputs) is not dict:
            raise TypeError(f"`inputs` argument to `{caller}` must be a dict, not {type(inputs).__name__}. Other Mapping types are not "
                            "supported.")
        inputs = tuple(inputs.values())
    inputs = _outputs_tuple(inputs)
    if not inputs:
        raise RuntimeError(f"`inputs` argument to `{caller}` cannot be empty.")
    return inputs


def _grads_tuple(grads, length):
    if grads is None:
        return (None,) * length
    return (grads,) if isinstance(grads, Tensor) else tuple(grads)


def _roots(outputs, grads):
    """The edges of the outputs and the gradients that start there; every error of torch about them."""
    grads = _grads_tuple(grads, len(outputs))
    grads = [_first_grad(i, out, g) for i, (out, g) in enumerate(zip(outputs, grads))] + list(grads[len(outputs):])
    if len(outputs) != len(grads):
        raise RuntimeError(f"got {len(outputs)} tensors and {len(grads)} gradients")
    roots = []
    for i, out in enumerate(outputs):
        node, nr = (out.node, out.output_nr) if _is_edge(out) else edge(out)
        if node is None:
            raise RuntimeError(f"element {i} of tensors does not require grad and does not have a grad_fn")
        roots.append((node, nr))
    return roots, grads


def _first_grad(i, out, grad):
    """The gradient of output number i: the given one, or 1 for a scalar."""
    if isinstance(out, Tensor):
        shape, dtype, requires_grad = out._a.shape, out._a.dtype, out.requires_grad
    elif _is_edge(out):
        (shape, dtype), requires_grad = out.node.meta[out.output_nr], True
    else:
        raise AssertionError("Expected output to be a torch.Tensor")
    if isinstance(grad, Tensor):
        if grad._a.shape != shape:
            raise RuntimeError(f"Mismatch in shape: grad_output[{i}] has a shape of {grad.shape} and output[{i}] has a shape of "
                               f"{Size(shape)}.")
        if (grad._a.dtype.kind == "c") != (dtype.kind == "c"):
            raise RuntimeError("For complex Tensors, both grad_output and output are required to have the same dtype. Mismatch in dtype: "
                               f"grad_output[{i}] has a dtype of {grad.dtype} and output[{i}] has a dtype of {from_numpy(dtype)}.")
        return grad if _is_edge(out) or grad._a.dtype == out._a.dtype else grad.to(out.dtype)
    if grad is not None:
        raise TypeError("gradients can be either Tensors or None, but got " + type_name(grad))
    if not requires_grad:
        return None
    if math.prod(shape) != 1:
        raise RuntimeError("grad can be implicitly created only for scalar outputs")
    if dtype.kind != "f":
        raise RuntimeError(f"grad can be implicitly created only for real scalar outputs but got {from_numpy(dtype)}")
    return _ones(shape, dtype)


def _ones(shape, dtype):
    return wrap(np.ones(shape, dtype) if shape else np.array(1, dtype))


def _input_edge(t):
    if _is_edge(t):
        return t.node, t.output_nr
    if not isinstance(t, Tensor):
        raise RuntimeError(f"all inputs have to be Tensors or GradientEdges, but got {type_name(t)}")
    if not t.requires_grad:
        raise RuntimeError("One of the differentiated Tensors does not require grad")
    return edge(t)


def _zeros_like(t, requires_grad):
    if _is_edge(t):
        raise RuntimeError("materialize_grads cannot be used when the given input is a GradientEdge")
    return zeros_like(t, requires_grad=requires_grad)
