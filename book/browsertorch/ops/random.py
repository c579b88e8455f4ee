"""Random tensors: rand, randn, randint, … and the in-place normal_, uniform_, …; torch.random's own functions.

The numbers themselves come from generator.py. Nothing here has a gradient but zero: a random
value does not depend on what was in its place.
"""

import contextlib
import warnings

import numpy as np

from ..base import dtypes
from ..base.errors import broadcast_error
from ..base.missing import missing
from ..base.values import shape_of
from ..core.graph import differentiable
from ..core.registry import function, method, op
from ..core.tensor import Tensor, wrap
from ..core.views import write
from .creation import check_device, factory, finish
from .generator import Generator

default_generator = Generator()
default_generator.start()
function(Generator)


@function
def manual_seed(seed):
    """Start the default stream of this seed; returns the default generator."""
    return default_generator.manual_seed(int(seed))


@function
def seed():
    """Start a stream nobody can foresee; returns its seed."""
    return default_generator.seed()


@function
def initial_seed():
    """The seed of the current default stream."""
    return default_generator.initial_seed()


@function
def get_rng_state():
    """The default generator's state, a uint8 tensor of 5056 elements."""
    return default_generator.get_state()


@function
def set_rng_state(new_state):
    """Continue the default stream from a state of `get_rng_state`."""
    default_generator.set_state(new_state)


@contextlib.contextmanager
def fork_rng(devices=None, enabled=True):
    """Context: what is drawn inside does not move the stream outside."""
    state = get_rng_state()
    try:
        yield
    finally:
        if enabled:
            set_rng_state(state)


# Filling arrays. A strided array is filled in the order of its memory, as torch does.

def in_memory_order(array, draw, *args):
    """An array like it of draw(how many, *args)."""
    result = np.empty_like(array)
    if result.device == "cpu":
        result.ravel(order="K")[:] = draw(array.size, *args)
    return result


def _require_float(array, kernel):
    if array.dtype.kind not in "fc":
        raise NotImplementedError(f'"{kernel}" not implemented for \'{dtypes.of(array).title}\'')


def _pairs(draw):
    """Complex numbers are drawn as pairs; the deviation of a normal one is shared by its parts."""
    def drawn(array, first, second, generator):
        if array.dtype.kind != "c":
            return draw(array, first, second, generator)
        both = np.empty((*array.shape, 2), array.real.dtype)
        if draw.__name__ == "_normal":
            both = draw(both, 0.0, second * 0.5 ** 0.5, generator)
            return both.view(array.dtype)[..., 0] + array.dtype.type(first)
        return draw(both, first, second, generator).view(array.dtype)[..., 0]
    return drawn


@_pairs
def _uniform(array, low, high, generator):
    _require_float(array, "check_uniform_bounds")
    if not low <= high:
        raise RuntimeError(f"uniform_ expects to return a [from, to) range, but found from={low:g} > to={high:g}")
    generator = generator or default_generator
    return in_memory_order(array, generator.uniform, array.dtype.type, low, high)


@_pairs
def _normal(array, mean, std, generator):
    if not std >= 0:
        raise RuntimeError(f"normal expects std >= 0.0, but found std {std:g}")
    _require_float(array, "normal_kernel_cpu")
    generator = generator or default_generator
    blocks = array.flags.c_contiguous
    return in_memory_order(array, generator.normal, array.dtype.type, mean, std, blocks)


_C_NAMES = {"uint8": "unsigned char", "int8": "signed char", "int16": "short int", "int32": "int", "bool": "bool",
            "float16": "c10::Half"}


def _integers(array, low, high, generator):
    if low >= high:
        raise RuntimeError(f"random_ expects 'from' to be less than 'to', but got from={low} >= to={high}")
    name = array.dtype.name
    if array.dtype.kind == "c":
        raise RuntimeError("check_random_bounds handles only integral, floating-point and boolean types")
    if name in _C_NAMES:
        limits = np.finfo(name) if name == "float16" else np.iinfo("int8" if name == "bool" else name)
        least, most = (0, 1) if name == "bool" else (limits.min, limits.max)
        for label, value in (("from", low), ("to - 1", high - 1)):
            if not least <= value <= most:
                raise RuntimeError(f"{label} is out of bounds for {_C_NAMES[name]}")
    if array.dtype.kind == "f":
        low, high = _representable(array.dtype, low, high)
    generator = generator or default_generator
    return in_memory_order(array, generator.integers, low, high)


def _representable(dtype, low, high):
    """The bounds moved to numbers the float dtype has, with torch's warning if its whole numbers have gaps there."""
    digits = np.finfo(dtype).nmant + 1
    for label, value in (("from", low), ("to - 1", high - 1)):
        if abs(value) > 2**digits:
            name = {2: "c10::Half", 4: "float", 8: "double"}[dtype.itemsize]
            warnings.warn(f"{label} is out of bounds [-(2^{digits}), 2^{digits}]. Due to precision limitations {name} can support "
                          "discrete uniform distribution only within this range. This warning will become an error in version "
                          "1.7 release, please fix the code in advance (Triggered internally at /__w/pytorch/pytorch/aten/src/ATen/"
                          f"native/DistributionTemplates.h:{110 + (label != 'from')}.)", stacklevel=4)
    gap = lambda value: 1 << (abs(value).bit_length() - digits)
    above, below = int(dtype.type(low + 1)), int(dtype.type(high - 1))
    return above + gap(low + 1) if above < low else low, below - gap(high - 1) if below >= high else high


# Making tensors

def _empty(name, size, dtype, rest):
    return np.empty(shape_of(name, (rest["size"],) if "size" in rest else size), (dtype or dtypes.default[0]).np)


@function
@factory
def rand(*size, generator=None, dtype=None, **rest):
    """Uniform numbers in [0, 1) of shape `size`."""
    return _uniform(_empty("rand", size, dtype, rest), 0.0, 1.0, generator)


@function
@factory
def randn(*size, generator=None, dtype=None, **rest):
    """Normal numbers (mean 0, standard deviation 1) of shape `size`."""
    return _normal(_empty("randn", size, dtype, rest), 0.0, 1.0, generator)


@function
@factory
def randint(low=None, high=None, size=None, *, generator=None, dtype=None, **rest):
    """Integers low <= i < high of shape `size`; `randint(high, size)` starts at 0."""
    if size is None:   # randint(high, size)
        low, high, size = 0, low, high
    elif low is None or high is None:   # randint(high, size=size), randint(high=high, size=size)
        low, high = 0, low if high is None else high
    return _integers(_empty("randint", (size,), dtype or dtypes.int64, rest), low, high, generator)


@function
@factory
def randperm(n, *, generator=None, dtype=None, **rest):
    """The integers 0 … n-1 in random order."""
    array = _empty("randperm", (n,), dtype or dtypes.int64, rest)
    return (generator or default_generator).permutation(n).astype(array.dtype)


@function
@factory
def rand_like(input, *, dtype=None, generator=None):
    """Uniform numbers in [0, 1) of input's shape and dtype."""
    return _uniform(_like(input, dtype), 0.0, 1.0, generator)


@function
@factory
def randn_like(input, *, dtype=None, generator=None):
    """Normal numbers of input's shape and dtype."""
    return _normal(_like(input, dtype), 0.0, 1.0, generator)


@function
@factory
def randint_like(input, low, high=None, *, dtype=None):
    """Integers low <= i < high of input's shape and dtype."""
    low, high = (0, low) if high is None else (low, high)
    return _integers(_like(input, dtype), low, high, None)


def _like(input, dtype):
    return np.empty_like(input._a, dtype.np if dtype else None)


def _no_gradient(g):
    return wrap(np.zeros_like(g._a))


@function
def normal(mean, std=1.0, size=None, *, generator=None, dtype=None, requires_grad=False, device=None, **rest):
    """Normal numbers; mean and std are numbers (with `size`) or tensors that broadcast."""
    if not isinstance(mean, Tensor) and not isinstance(std, Tensor):
        check_device(device)
        return finish(_normal(_empty("normal", (size,), dtype, rest), mean, std, generator), requires_grad)
    if not isinstance(std, Tensor):
        values = _normal(np.empty(mean._a.shape, mean._a.dtype), 0.0, std, generator)
        return differentiable("NormalBackward1", values + mean._a, (mean, _no_gradient))
    if (std._a < 0).any():
        raise RuntimeError("normal expects all elements of std >= 0.0")
    if not isinstance(mean, Tensor):
        values = _normal(np.empty(std._a.shape, std._a.dtype), 0.0, 1.0, generator)
        return differentiable("NormalBackward2", values * std._a + std._a.dtype.type(mean), (std, _no_gradient))
    try:
        shape = np.broadcast_shapes(mean._a.shape, std._a.shape)
    except ValueError:
        raise broadcast_error(mean._a, std._a) from None
    values = _normal(np.empty(shape, mean._a.dtype), 0.0, 1.0, generator)
    return differentiable("NormalBackward3", values * std._a + mean._a, (mean, _no_gradient), (std, _no_gradient))


@op
def bernoulli(input, p=None, *, generator=None):
    """0 or 1, each 1 with the probability in `input` (or p for all)."""
    array = input._a
    if p is not None:
        return input.clone().bernoulli_(p, generator=generator)
    if array.dtype.kind != "f":
        raise NotImplementedError(f'"bernoulli_tensor_cpu_p_" not implemented for \'{input.dtype.title}\'')
    if not ((array >= 0) & (array <= 1)).all():
        raise RuntimeError("Expected p_in >= 0 && p_in <= 1 to be true, but got false.  (Could this error message be improved?"
                           "  If so, please report an enhancement request to PyTorch.)")
    dtype = np.float64 if array.dtype == np.float64 else np.float32
    draws = in_memory_order(np.empty_like(array, dtype, order="C"), (generator or default_generator).uniform, dtype)
    return differentiable("BernoulliBackward0", (draws < array).astype(array.dtype),
                          (input, _no_gradient))


@op
def multinomial(input, num_samples, replacement=False, *, generator=None):
    """Indices drawn with the weights in `input` (n,) or (rows, n); returns int64 (num_samples,) or (rows, num_samples)."""
    weights = input._a
    if weights.dtype.kind != "f":
        raise RuntimeError(f"multinomial only supports floating-point dtypes for input, got: {input.dtype.title}")
    if weights.ndim not in (1, 2):
        raise RuntimeError("prob_dist must be 1 or 2 dim")
    if num_samples <= 0:
        raise RuntimeError("cannot sample n_sample <= 0 samples")
    if not replacement and num_samples > weights.shape[-1]:
        raise RuntimeError("cannot sample n_sample > prob_dist.size(-1) samples without replacement")
    if not (np.isfinite(weights) & (weights >= 0)).all():
        raise RuntimeError("probability tensor contains either `inf`, `nan` or element < 0")
    if (weights.sum(-1) == 0).any():
        raise RuntimeError("invalid multinomial distribution (sum of probabilities <= 0)")
    generator = generator or default_generator
    if not replacement or num_samples == 1:   # the largest weight / exponential waits first (Efraimidis and Spirakis 2006)
        waits = generator.exponential(weights.size).astype(weights.dtype).reshape(weights.shape)
        order = np.argsort(-(weights / waits), -1, kind="stable")
        return wrap(order[..., :num_samples].astype(np.int64))
    picks = generator.uniform(weights.size // weights.shape[-1] * num_samples).reshape(-1, num_samples)
    rows = np.atleast_2d(weights)
    steps = np.cumsum(rows, -1) / rows.sum(-1, keepdims=True)
    chosen = np.stack([np.searchsorted(s, p) for s, p in zip(steps, picks)])
    return wrap(chosen.reshape(*weights.shape[:-1], num_samples).astype(np.int64))


# Filling a tensor in place

def fills_in_place(name, node, fill):
    """Register Tensor.name_: `fill(array, *args)` gives the new contents, `node(*args)` the name in the graph."""
    def in_place(self, *args, generator=None, **kwargs):
        def filled(source):   # source is a copy whose memory may be ordered differently: the layout comes from self
            return differentiable(node(*args), fill(self._a, *args, generator=generator, **kwargs), (source, _no_gradient))

        return write(self, filled, (), {})

    in_place.__name__, in_place.__module__ = name, fill.__module__
    method(in_place)


def _fill_normal(array, mean=0.0, std=1.0, *, generator=None):
    return _normal(array, mean, std, generator)


def _fill_uniform(array, low=0.0, high=1.0, *, generator=None, **limits):   # `from` is a keyword of Python
    return _uniform(array, limits.get("from", low), limits.get("to", high), generator)


def _fill_bernoulli(array, p=0.5, *, generator=None):
    generator = generator or default_generator
    if isinstance(p, Tensor):
        p = wrap(np.broadcast_to(p._a, array.shape))
        return bernoulli(p, generator=generator)._a.astype(array.dtype)
    if not 0 <= p <= 1:
        raise RuntimeError(f"bernoulli_ expects p to be in [0, 1], but got p={p:g}")
    return in_memory_order(array, lambda count: generator.uniform(count) < p)


def _fill_exponential(array, lambd=1.0, *, generator=None):
    if array.dtype.kind != "f":
        raise RuntimeError("Exponential distribution is a continuous probability distribution. dtype must be a floating point "
                           f"but you specified {dtypes.of(array).title}")
    if not lambd > 0:
        raise RuntimeError(f"exponential_ expects lambda > 0.0, but found lambda={lambd:g}")
    return in_memory_order(array, (generator or default_generator).exponential, lambd)


def _fill_random(array, low=None, high=None, *, generator=None):
    if low is not None:
        return _integers(array, *((0, low) if high is None else (low, high)), generator)
    generator = generator or default_generator
    kind, size = array.dtype.kind, array.itemsize
    digits = {"b": 1, "f": np.finfo(array.dtype).nmant + 1 if kind == "f" else 0}.get(kind, 8 * size - (kind == "i"))
    bits = generator.bits64 if size == 8 else generator.bits32
    return in_memory_order(array, lambda count: bits(count) % np.uint64(2**digits + (kind == "f")))


fills_in_place("normal_", lambda *args: "NormalBackward0", _fill_normal)
fills_in_place("uniform_", lambda *args: "UniformBackward0", _fill_uniform)
fills_in_place("exponential_", lambda *args: "ExponentialBackward0", _fill_exponential)
fills_in_place("random_", lambda *limits: f"RandomBackward{2 - len(limits)}", _fill_random)
fills_in_place("bernoulli_", lambda p=0.5: f"BernoulliBackward{1 if isinstance(p, Tensor) else 2}", _fill_bernoulli)
