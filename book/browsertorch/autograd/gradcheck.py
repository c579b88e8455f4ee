"""gradcheck: gradients from backward (or forward mode) against central differences (f(x + eps) - f(x - eps)) / (2 eps)."""

import importlib
import warnings

import numpy as np

from ..base.quiet import quiet
from ..core.backward import run_backward
from ..core.graph import edge
from ..core.tensor import Tensor, wrap
from ..ops import public
from . import forward_ad
from .gradients import grad

empty, zeros_like = public("empty"), public("zeros_like")


class GradcheckError(RuntimeError):
    """The two ways to a gradient disagree."""


def gradcheck(func, inputs, *, eps=1e-6, atol=1e-5, rtol=1e-3, raise_exception=True, nondet_tol=0.0, check_undefined_grad=True,
              check_grad_dtypes=False, check_batched_grad=False, check_batched_forward_grad=False, check_forward_ad=False,
              check_backward_ad=True, fast_mode=False, masked=None):
    """True if the gradients of func at `inputs` (float64, requiring gradients) are right within atol + rtol · |numerical|.

    Raises GradcheckError where they are not (False with raise_exception=False). Tangents have no batches here: what
    check_batched_forward_grad asks for is what check_forward_ad does.
    """
    if not (check_forward_ad or check_backward_ad):
        raise AssertionError("Expected at least one of check_forward_ad or check_backward_ad to be True")
    if check_batched_forward_grad and not check_forward_ad:
        raise AssertionError("Setting check_batched_forward_grad=True requires check_forward_ad to be True")
    inputs, parts = as_tuple(inputs), enumerate
    try:
        check_inputs(inputs)
        func_out = as_tuple(func(*inputs))
        if any(isinstance(x, Tensor) and x.is_complex() for x in (*inputs, *func_out)):
            parts = _ways().parts(inputs, func_out)
            func, inputs = _ways().as_pairs(func, inputs)
            func_out = as_tuple(func(*inputs))
        outputs = [o for o in func_out if o.requires_grad]
        if any(isinstance(t, Tensor) and t.is_sparse for t in (*inputs, *func_out)):
            numerical = numerical_jacobians(*_ways().with_dense_inputs(func, inputs, func_out, masked, check_batched_grad), func_out, eps)
        else:
            numerical = numerical_jacobians(func, inputs, func_out, eps)
        if not outputs:
            if any((n._a != 0).any() for row in numerical for n in row):
                raise GradcheckError("Numerical gradient for function expected to be zero")
        numerical = [[row[i] for row in numerical] for i, o in enumerate(func_out) if o.requires_grad]
        if check_backward_ad:
            found = zip([analytical_jacobians(inputs, o, nondet_tol) for o in (() if fast_mode else outputs)], numerical)
            for i, (analytical, n, *part) in parts(found):
                compare(analytical, n, i, "", rtol, atol, *part)
            if fast_mode:
                _ways().check_along_directions(inputs, outputs, numerical, nondet_tol, rtol, atol)
        if check_forward_ad and outputs:
            forward = forward_jacobians(func, inputs)
            for i, n in enumerate(numerical):
                compare([row[i] for row in forward], n, i, "computed with forward mode ", rtol, atol)
        if check_backward_ad:
            if check_batched_grad:
                _ways().check_batched(inputs, outputs)
            check_scales_with_grad_output(outputs, inputs)
            if check_undefined_grad:
                check_undefined(func, outputs, inputs)
        return True
    except GradcheckError:
        if raise_exception:
            raise
        return False


def gradgradcheck(func, inputs, grad_outputs=None, *, eps=1e-6, atol=1e-5, rtol=1e-3, gen_non_contig_grad_outputs=False,
                  raise_exception=True, nondet_tol=0.0, check_undefined_grad=True, check_grad_dtypes=False, check_batched_grad=False,
                  check_fwd_over_rev=False, check_rev_over_rev=True, fast_mode=False, masked=False):
    """gradcheck of the gradient itself: second derivatives. grad_outputs: random in [-1, 1) if not given."""
    inputs = as_tuple(inputs)
    if grad_outputs is None:
        outputs = [o for o in as_tuple(func(*inputs)) if o.requires_grad]
        grad_outputs = tuple(empty(o.shape, dtype=o.dtype).uniform_(-1, 1).requires_grad_() for o in outputs)
    grad_outputs = as_tuple(grad_outputs)
    diff = [isinstance(x, Tensor) and x.requires_grad for x in inputs + grad_outputs]

    def gradients(*args):
        args = [x.requires_grad_() if d else x for x, d in zip(args, diff)]
        args, weights = args[:len(inputs)], args[len(inputs):]
        outputs = [o for o in as_tuple(func(*args)) if o.requires_grad]
        wanted = [x for x, d in zip(args, diff) if d]
        return tuple(g for g in grad(outputs, wanted, weights, create_graph=True, allow_unused=True) if g is not None)

    return gradcheck(gradients, inputs + grad_outputs, eps=eps, atol=atol, rtol=rtol, raise_exception=raise_exception, nondet_tol=nondet_tol,
                     check_undefined_grad=check_undefined_grad, check_batched_grad=check_batched_grad, fast_mode=fast_mode,
                     check_forward_ad=check_fwd_over_rev, check_backward_ad=check_rev_over_rev)


def __getattr__(name):
    if name in ("get_analytical_jacobian", "get_numerical_jacobian"):
        return getattr(_ways(), name)
    raise AttributeError(f"module 'torch.autograd.gradcheck' has no attribute '{name}'")


def _ways():
    return importlib.import_module(".gradcheck_ways", __package__)     # of the second archive; it is built of this module


def as_tuple(x):
    return tuple(x) if isinstance(x, (tuple, list)) else (x,)


def check_inputs(inputs):
    if not any(isinstance(x, Tensor) and x.requires_grad for x in inputs):
        raise ValueError("gradcheck expects at least one input tensor to require gradient, but none of them have requires_grad=True.")
    for i, x in enumerate(inputs):
        if isinstance(x, Tensor) and x.requires_grad:
            if x._a.dtype.name not in ("float64", "complex128"):
                warnings.warn(f"Input #{i} requires gradient and is not a double precision floating point or complex. This check will likely "
                              "fail if all the inputs are not of double precision floating point or complex. ", stacklevel=3)
            if not x.is_sparse and any(s == 0 and n > 1 for s, n in zip(x.stride(), x._a.shape)):
                raise RuntimeError(f"The {i}th input has a dimension with stride 0. gradcheck only supports inputs that are non-overlapping "
                                   "to be able to compute the numerical gradients correctly. You should call .contiguous on the input "
                                   "before passing it to gradcheck.")


def differentiable_inputs(inputs):
    return [x for x in inputs if isinstance(x, Tensor) and x.requires_grad]


def array_of(g):
    return (g.to_dense() if g.is_sparse else g)._a


def matrix(rows, width=0):
    """Rows (numpy) as one matrix; of that width if there are none."""
    return wrap(np.stack(rows) if rows else np.zeros((0, width)))


def numerical_jacobians(func, inputs, func_out, eps):
    """[input][output] -> matrix (elements of the input, elements of the output) of central differences."""
    result = []
    for x in differentiable_inputs(inputs):
        a, rows = x._a, [[] for _ in func_out]
        for index in np.ndindex(a.shape):
            original = a[index].copy()
            a[index] = original - eps
            below = [o._a.copy() for o in as_tuple(func(*inputs))]
            a[index] = original + eps
            above = [o._a.copy() for o in as_tuple(func(*inputs))]
            a[index] = original
            if any(one.shape != other.shape or one.dtype != other.dtype for one, other in zip(below, above)):
                _ways().changed(below, above, index, eps)
            for row, lo, hi in zip(rows, below, above):
                row.append((quiet(np.subtract, hi, lo) / (2 * eps)).reshape(-1))
        result.append([matrix(row, o._a.size) for row, o in zip(rows, func_out)])
    return result


def analytical_jacobians(inputs, output, nondet_tol):
    """[input] -> matrix (elements of the input, elements of the output), one backward pass per element of the output, all done twice."""
    wanted = differentiable_inputs(inputs)

    def once():
        columns = [[] for _ in wanted]
        for j in range(output.numel()):
            unit = np.zeros(output._a.shape, output._a.dtype)
            unit.reshape(-1)[j] = 1
            arrived = grad(output, wanted, wrap(unit), retain_graph=True, allow_unused=True)
            for column, g, x in zip(columns, arrived, wanted):
                column.append(np.zeros(x._a.size, x._a.dtype) if g is None else array_of(g).reshape(-1).copy())
        return [np.stack(c, 1) if c else np.zeros((x._a.size, 0)) for c, x in zip(columns, wanted)]

    first, second = once(), once()
    if any(a.size and np.abs(quiet(np.subtract, a, b)).max() > nondet_tol for a, b in zip(first, second)):
        raise GradcheckError(_ways().NOT_REENTRANT.format(nondet_tol))
    return [wrap(a) for a in first]


def forward_jacobians(func, inputs):
    """[input][output] -> matrix, one forward-mode pass per element of the input."""
    result = []
    for position, x in enumerate(inputs):
        if not (isinstance(x, Tensor) and x.requires_grad):
            continue
        rows = None
        for j in range(x.numel()):
            unit = np.zeros(x._a.shape, x._a.dtype)
            unit.reshape(-1)[j] = 1
            with forward_ad.dual_level():
                args = [a.detach() if isinstance(a, Tensor) else a for a in inputs]
                args = [forward_ad.make_dual(a, wrap(unit if n == position else np.zeros_like(a._a)))
                        if isinstance(b, Tensor) and b.requires_grad else a for n, (a, b) in enumerate(zip(args, inputs))]
                outs = [forward_ad.unpack_dual(o) for o in as_tuple(func(*args)) if o.is_floating_point()]
            rows = rows or [[] for _ in outs]
            for row, (primal, tangent) in zip(rows, outs):
                row.append(np.zeros(primal.numel(), primal._a.dtype) if tangent is None else tangent._a.reshape(-1))
        result.append([matrix(row) for row in rows])
    return result


def compare(analytical, numerical, output, mode, rtol, atol, part=""):
    for j, (a, n) in enumerate(zip(analytical, numerical)):
        if not np.allclose(a._a, n._a, rtol, atol):
            raise GradcheckError(f"{part}Jacobian {mode}mismatch for output {output} with respect to input {j},\n"
                                 f"numerical:{n}\nanalytical:{a}\n")


def check_scales_with_grad_output(outputs, inputs):
    """A gradient of zero must come back as zero."""
    if outputs:
        wanted = differentiable_inputs(inputs)
        for x, g in zip(wanted, grad(outputs, wanted, [zeros_like(o) for o in outputs], retain_graph=True, allow_unused=True)):
            if g is not None and g.is_sparse:
                _ways().check_layout(g, x)
            if g is not None and (array_of(g) != 0).any():
                raise GradcheckError("backward not multiplied by grad_output")


def check_undefined(func, outputs, inputs):
    """Backward must accept that no gradient arrives: at all outputs, and at each one of several."""
    which = [set(range(len(outputs)))] + ([{i} for i in range(len(outputs))] if len(outputs) > 1 else [])
    wanted = [edge(x) for x in differentiable_inputs(inputs)]
    for undefined in which:
        fresh = [o for o in as_tuple(func(*inputs)) if o.requires_grad]
        grads = [None if i in undefined else zeros_like(o) for i, o in enumerate(fresh)]
        try:
            arrived = run_backward([edge(o) for o in fresh], grads, inputs=wanted)
        except RuntimeError as error:
            _ways().undefined("Expected backward function to handle undefined output grads.", error)
        if any(g is not None and (array_of(g) != 0).any() for g in arrived):
            _ways().undefined("Expected all input grads to be undefined or zero when all output grads are undefined or zero.")
