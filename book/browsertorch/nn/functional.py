"""torch.nn.functional: layers as functions. Activations are in activations.py, losses in losses.py."""

import warnings

import numpy as np

from ..base.errors import type_name
from ..base.missing import attribute
from ..base.modes import no_grad
from ..base.quiet import silent
from ..base.rounding import fma
from ..core.graph import differentiable
from ..core.tensor import Tensor, wrap
from ..api.calls import batch_aware
from ..ops.matmul import addmm, matmul
from ..ops.shape import broadcast_tensors
from .activations import (celu, elu, gelu, hardshrink, hardsigmoid, hardswish, hardtanh, leaky_relu, logsigmoid, mish, prelu, relu, relu6,
                          relu_, selu, silu, softplus, softshrink, softsign, tanhshrink, threshold)
from .losses import (binary_cross_entropy, binary_cross_entropy_with_logits, cross_entropy, huber_loss, kl_div, l1_loss, mse_loss, nll_loss,
                     smooth_l1_loss)


def __getattr__(name):
    return attribute("nn.functional", name)


def _require(function, position, name, value):
    if not isinstance(value, Tensor):
        raise TypeError(f"{function}(): argument '{name}' (position {position}) must be Tensor, not {type_name(value)}")


def linear(input, weight, bias=None):
    """input @ weight.T + bias; input (…, in), weight (out, in) or (in), bias (out)."""
    _require("linear", 1, "input", input)
    _require("linear", 2, "weight", weight)
    if bias is None:
        return matmul(input, weight.t())
    if weight.dim() == 1:
        if bias.dim():
            raise RuntimeError("mat2 must be a matrix, got 1-D tensor")
        return matmul(input, weight) + bias
    if input.dim() == 2:
        return addmm(bias, input, weight.t())
    rows = addmm(bias, input.reshape(-1, input.shape[-1]), weight.t())
    return rows.view(*input.shape[:-1], weight.shape[0])


def sigmoid(input):
    """1 / (1 + e^-x)."""
    _require("sigmoid", 1, "input", input)
    return input.sigmoid()


def tanh(input):
    """The hyperbolic tangent."""
    _require("tanh", 1, "input", input)
    return input.tanh()


def _implicit_dim(name, ndim):
    warnings.warn(f"Implicit dimension choice for {name} has been deprecated. Change the call to include dim=X as an argument.",
                  stacklevel=3)
    return 0 if ndim in (0, 1, 3) else 1


def softmax(input, dim=None, _stacklevel=3, dtype=None):
    """e^x / Σ e^x along dim."""
    dim = _implicit_dim("softmax", input.dim()) if dim is None else dim
    return input.softmax(dim, dtype=dtype)


def log_softmax(input, dim=None, _stacklevel=3, dtype=None):
    """log(softmax(x)) along dim."""
    dim = _implicit_dim("log_softmax", input.dim()) if dim is None else dim
    return input.log_softmax(dim, dtype=dtype)


def softmin(input, dim=None, _stacklevel=3, dtype=None):
    """softmax(-x) along dim."""
    return (-input).softmax(_implicit_dim("softmin", input.dim()) if dim is None else dim, dtype=dtype)


def dropout(input, p=0.5, training=True, inplace=False):
    """Each element becomes 0 with probability p, else x / (1 - p), so that the mean stays; without training x itself."""
    if p < 0.0 or p > 1.0:
        raise ValueError(f"dropout probability has to be between 0 and 1, but got {p}")
    _require("dropout" + "_" * inplace, 1, "input", input)
    if p == 0 or not training or input.numel() == 0:
        return input
    if p == 1:
        noise = wrap(np.zeros_like(input._a))
    else:
        noise = wrap(np.empty_like(input._a)).bernoulli_(1 - p)
        noise.div_(1 - p)
    return input.mul_(noise) if inplace else input * noise


def embedding(input, weight, padding_idx=None, max_norm=None, norm_type=2.0, scale_grad_by_freq=False, sparse=False):
    """The rows of weight (n, width) that input, of any shape, names; row padding_idx gets no gradient."""
    share = None
    if max_norm is not None or scale_grad_by_freq or sparse:
        from .functions.embedding_options import prepared    # late: it is in the second archive
        share = prepared(input, weight, max_norm, norm_type, scale_grad_by_freq, sparse)
    _require("embedding", 2, "indices", input)
    index = input._a
    if index.dtype.name not in ("int64", "int32"):
        raise RuntimeError("Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; "
                           f"but got {input.type()} instead (while checking arguments for embedding)")
    if ((index < 0) | (index >= len(weight._a))).any():
        raise IndexError("index out of range in self")
    rows = len(weight._a)
    return differentiable("EmbeddingBackward0", weight._a[index],
                          (weight, lambda g, indices: _embedding_backward(g if share is None else g * share, indices, rows, padding_idx), input))


def _embedding_backward(g, indices, rows, padding_idx):
    index = indices._a
    array = np.zeros((rows, g._a.shape[-1]), g._a.dtype)
    kept = np.ones(index.shape, bool) if padding_idx is None else index != padding_idx
    np.add.at(array, index[kept], g._a[kept])
    return differentiable("EmbeddingDenseBackwardBackward0", array,
                          (g, lambda gg, indices: embedding(indices, gg) * wrap(kept[..., None]), indices))


@silent
def batch_norm(input, running_mean, running_var, weight=None, bias=None, training=False, momentum=0.1, eps=1e-5):
    """Every channel (dimension 1) with mean 0 and variance 1, times weight plus bias (Ioffe and Szegedy 2015).

    training: mean and variance are the batch's, and running_* move towards them by momentum; else they are running_*.
    """
    if input.dim() < 2:
        if running_mean is not None and running_mean.numel():
            raise RuntimeError(f"running_mean should contain 0 elements not {running_mean.numel()}")
        return input.clone()
    if training and input.numel() // max(input.shape[1], 1) == 1:
        raise ValueError(f"Expected more than 1 value per channel when training, got input size {input.size()}")
    x = input._a
    for name, t in (("running_mean", running_mean), ("running_var", running_var), ("weight", weight), ("bias", bias)):
        if t is not None and t.numel() != x.shape[1]:
            raise RuntimeError(f"{name} should contain {x.shape[1]} elements not {t.numel()}")
    if x.dtype.kind != "f":
        raise NotImplementedError(f'"batch_norm" not implemented for \'{input.dtype.title}\'')
    _same_dtype(input, running_mean, running_var, weight, bias)
    axes = (0, *range(2, x.ndim))
    column = (-1, *[1] * (x.ndim - 2))
    if training:
        count = x.size // x.shape[1]
        mean = x.mean(axes, dtype=np.float64)
        var = x.var(axes, dtype=np.float64)
        if running_mean is not None:
            running_mean.copy_(wrap((momentum * mean + (1 - momentum) * running_mean._a).astype(x.dtype)))
            running_var.copy_(wrap((momentum * var * count / (count - 1) + (1 - momentum) * running_var._a).astype(x.dtype)))
        mean = mean.astype(x.dtype)
    else:
        mean, var = running_mean._a, running_var._a
    rstd = (1 / np.sqrt(var + eps)).astype(x.dtype)
    slope = rstd if weight is None else rstd * weight._a
    shift = -(mean * slope) if bias is None else bias._a - mean * slope
    result = fma(x, slope.reshape(column), shift.reshape(column))
    results = (wrap(mean), wrap(rstd)) if training else (wrap(mean[:0]), wrap(mean[:0]))   # what torch keeps of its own results

    def parts(input, running_mean, running_var):
        """The normalised input and the factor 1/σ, as functions of the input if that is to be recorded."""
        if not training:
            rstd = (running_var + eps).rsqrt().reshape(column)
            return (input - running_mean.reshape(column)) * rstd, rstd
        centred = input - input.mean(axes, keepdim=True)
        rstd = ((centred * centred).mean(axes, keepdim=True) + eps).rsqrt()
        return centred * rstd, rstd

    def for_input(g, input, running_mean, running_var, weight, result1, result2):
        hat, rstd = parts(input, running_mean, running_var)
        if weight is not None:
            g = g * weight.reshape(column)
        if not training:
            return g * rstd
        return (g - g.mean(axes, keepdim=True) - hat * (g * hat).mean(axes, keepdim=True)) * rstd

    def for_weight(g, input, running_mean, running_var):
        return (g * parts(input, running_mean, running_var)[0]).sum(axes)

    return differentiable("NativeBatchNormBackward0", result,
                          (input, for_input, input, running_mean, running_var, weight, *results),
                          (weight, for_weight, input, running_mean, running_var),
                          (bias, lambda g: g.sum(axes)))


def _same_dtype(input, *others):
    mixed = [t for t in others if t is not None and t.dtype != input.dtype]
    if mixed:
        raise RuntimeError("mixed dtype (CPU): " + ("all inputs must share same datatype." if mixed[0].dtype.name == "float32" else
                                                    "expect parameter to have scalar type of Float"))


@silent
def layer_norm(input, normalized_shape, weight=None, bias=None, eps=1e-5):
    """The last dimensions (normalized_shape) with mean 0 and variance 1, times weight plus bias (Ba et al. 2016)."""
    _require("layer_norm", 1, "input", input)
    _same_dtype(input, weight, bias)
    shape = tuple(normalized_shape)
    x = np.asarray(input._a, order="C")
    if x.shape[x.ndim - len(shape):] != shape:
        raise RuntimeError(f"Given normalized_shape={list(shape)}, expected input with shape [*, {', '.join(map(str, shape))}], "
                           f"but got input of size{list(x.shape)}")
    if x.dtype.kind != "f":
        raise NotImplementedError(f'"LayerNormKernelImpl" not implemented for \'{input.dtype.title}\'')
    axes = tuple(range(-len(shape), 0))
    x = np.asarray(x, order="C")
    wide = x.astype(np.float64)
    rstd = (1 / np.sqrt(wide.var(axes, keepdims=True) + eps)).astype(x.dtype)
    mean = wide.mean(axes, keepdims=True).astype(x.dtype)
    result = x * rstd + -rstd * mean
    if weight is not None:
        result = result * weight._a
    if bias is not None:
        result = result + bias._a

    def parts(input):
        centred = input - input.mean(axes, keepdim=True)
        rstd = ((centred * centred).mean(axes, keepdim=True) + eps).rsqrt()
        return centred * rstd, rstd

    def for_input(g, bias, input, weight, result1, result2):   # torch keeps all of these; the input and the weight suffice
        hat, rstd = parts(input)
        if weight is not None:
            g = g * weight
        return (g - g.mean(axes, keepdim=True) - hat * (g * hat).mean(axes, keepdim=True)) * rstd

    return differentiable("NativeLayerNormBackward0", result,
                          (input, for_input, bias, input, weight, wrap(mean), wrap(rstd)),
                          (weight, lambda g, input: g * parts(input)[0], input),
                          (bias, lambda g: g))


def one_hot(tensor, num_classes=-1):
    """A 1 at each class number and 0 elsewhere; int64, one dimension more than `tensor`."""
    index = tensor._a
    if index.dtype != np.int64:
        raise RuntimeError("one_hot is only applicable to index tensor of type LongTensor.")
    if index.size == 0 and num_classes <= 0:
        raise RuntimeError("Can not infer total number of classes from empty tensor.")
    if index.size and index.min() < 0:
        raise RuntimeError("Class values must be non-negative.")
    if num_classes == -1:
        num_classes = int(index.max()) + 1
    elif index.size and index.max() >= num_classes:
        raise RuntimeError("Class values must be smaller than num_classes.")
    return wrap((index[..., None] == np.arange(num_classes)).astype(np.int64))


def normalize(input, p=2.0, dim=1, eps=1e-12, out=None):
    """x / max(‖x‖, eps) along dim."""
    return input / input.norm(p, dim, keepdim=True).clamp_min(eps).expand_as(input)


def cosine_similarity(x1, x2, dim=1, eps=1e-8):
    """The cosine of the angle between x1 and x2 along dim."""
    if x1.shape != x2.shape:
        x1, x2 = broadcast_tensors(x1, x2)
    length1, length2 = (x.norm(2, dim, keepdim=True).clone() for x in (x1, x2))
    with no_grad():
        length1.clamp_min_(eps)
        length2.clamp_min_(eps)
    return (x1 / length1 * (x2 / length2)).sum(dim)


def pad(input, pad, mode="constant", value=None):
    """`value` before and after the last dimensions; pad: (before, after) of the last, then of the one before, …"""
    if mode != "constant":
        from .functions.padding import pad_with_own    # late: it is in the second archive
        return pad_with_own(input, pad, mode, value)
    if len(pad) % 2:
        raise RuntimeError("Padding length must be divisible by 2")
    widths = [(0, 0)] * (input.dim() - len(pad) // 2) + [tuple(pad[i:i + 2]) for i in range(len(pad) - 2, -1, -2)]
    inner = tuple(slice(max(a, 0), max(a, 0) + n + min(a, 0) + min(b, 0)) for (a, b), n in zip(widths, input.shape))
    kept = tuple(slice(max(-a, 0), n - max(-b, 0)) for (a, b), n in zip(widths, input.shape))
    array = np.full([n + a + b for (a, b), n in zip(widths, input.shape)], value or 0, input._a.dtype)
    array[inner] = input._a[kept]
    back = [-width for pair in reversed(widths) for width in pair]
    return differentiable("ConstantPadNdBackward0", array, (input, lambda g: globals()["pad"](g, back)))


batch_aware(globals())
