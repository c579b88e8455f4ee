"""Random numbers with torch's own values: the generator and its distributions, on numpy arrays.

The source is the Mersenne Twister mt19937 (Matsumoto and Nishimura 1998), 32 bits at a time. A 32-bit draw gives
a float32 in [0, 1) from its low 24 bits, two draws give a float64 from the low 53 of 64 bits. Normal numbers
are made in pairs from two uniforms (Box and Muller 1958). torch does that in two ways, and both are repeated here:

- fewer than 16 numbers: one pair at a time in float64; the second number of a pair waits for the next call;
- 16 or more: blocks of 16, eight radii and eight angles. In float32, logarithm, sine and cosine are the Cephes
  polynomials with fused multiply-add, and their last bits show, so they are repeated step by step.
"""

import math
import os

import numpy as np

from ..base.rounding import fma
from ..base.values import device as as_device
from ..core.tensor import wrap

_STATE = np.dtype(
    [("seed", "u8"), ("left", "i4"), ("seeded", "i4"), ("next", "u8"), ("key", "u8", 624), ("_x", "f8"),
     ("spare", "f8"), ("_rho", "f8"), ("has_spare", "i4"), ("_rest", "u1", 12)])
DEFAULT_SEED = 67280421310721


class Generator:
    """A stream of random numbers. Every draw moves it on; the same seed starts the same stream."""

    __module__ = "torch._C"

    def __init__(self, device="cpu"):
        self.device = as_device(device)
        self.start(DEFAULT_SEED)

    def start(self, seed=None):
        """Start a stream; without a seed, one nobody can foresee, chosen when it is first needed."""
        self._seed, self._bits, self._spare = seed, None, None

    def manual_seed(self, seed):
        """Start the stream of this seed, -2**63 <= seed < 2**64; returns self."""
        if not isinstance(seed, (int, np.integer)):
            raise RuntimeError(f"manual_seed expected a long, but got {type(seed).__name__}")
        if not -(2**63) <= seed < 2**64:
            raise ValueError("Overflow when unpacking long long")
        self.start(int(seed) % 2**64)
        return self

    def seed(self):
        """Start a stream nobody can foresee; returns its seed."""
        self.start()
        return self.initial_seed()

    def initial_seed(self):
        """The seed the current stream was started with."""
        if self._seed is None:
            self._seed = int.from_bytes(os.urandom(8), "little")
        return self._seed

    def _twister(self):
        if self._bits is None:
            self._bits = np.random.MT19937()
            self._bits.state = np.random.RandomState(self.initial_seed() & 0xFFFFFFFF).get_state()
        return self._bits

    def state_array(self):
        """The whole state as torch lays it out: 5056 bytes, uint8."""
        record = np.zeros(1, _STATE)
        state = self._twister().state["state"]
        fresh = state["pos"] == 624 and state["key"][0] == self._seed & 0xFFFFFFFF
        record["seed"], record["seeded"], record["key"] = self._seed, 1, state["key"]
        record["next"] = 0 if fresh else state["pos"]
        record["left"] = 1 if fresh else 625 - state["pos"]
        if self._spare is not None:
            record["spare"], record["has_spare"] = self._spare, 1
        return record.view(np.uint8)

    def load_state_array(self, array):
        """Continue from a state made by `state_array`."""
        if array.size != _STATE.itemsize:
            raise RuntimeError(f"Expected a CPUGeneratorImplState of size {_STATE.itemsize} but found the input RNG "
                               f"state size to be {array.size}")
        record = np.ascontiguousarray(array).view(_STATE)[0]
        self.start(int(record["seed"]))
        key, next_ = record["key"].astype(np.uint32), int(record["next"])
        self._twister().state = ("MT19937", key, 624 if record["left"] == 1 else next_)
        self._spare = float(record["spare"]) if record["has_spare"] else None

    def get_state(self):
        return wrap(self.state_array())

    def set_state(self, new_state):
        name = type(new_state).__name__
        if name != "Tensor":
            raise TypeError(f"expected a torch.ByteTensor, but got {name}")
        if new_state.dtype.name != "uint8":
            raise TypeError("RNG state must be a torch.ByteTensor")
        self.load_state_array(new_state.numpy())
        return self

    def clone_state(self):
        twin = Generator()
        twin.load_state_array(self.state_array())
        return twin

    # Distributions. Each returns a new array of shape (count,).

    def bits32(self, count):
        return self._twister().random_raw(count).astype(np.uint64)

    def bits64(self, count):
        pairs = self.bits32(2 * count)
        return (pairs[0::2] << np.uint64(32)) | pairs[1::2]

    def uniform(self, count, dtype=np.float64, low=0.0, high=1.0):
        """Uniform in [low, high)."""
        if dtype == np.float64:
            unit = (self.bits64(count) & np.uint64(2**53 - 1)).astype(np.float64) * 2.0**-53
        else:
            unit = (self.bits32(count) & np.uint64(2**24 - 1)).astype(np.float32) * np.float32(2.0**-24)
        if (low, high) != (0.0, 1.0):
            low, high = unit.dtype.type(low), unit.dtype.type(high)
            unit = fma(unit, high - low, low)
        values = unit.astype(dtype, copy=False)
        values[values == values.dtype.type(high)] = low   # what rounding lifts to the open end goes to the other
        return values

    def normal(self, count, dtype=np.float64, mean=0.0, std=1.0, blocks=True):
        """Normal with this mean and standard deviation; blocks=False: one by one, as torch fills a strided view."""
        if count < 16 or not blocks:
            values = np.array([self._one_normal() for _ in range(count)], np.float64)
            return fma(values, std, mean).astype(dtype)
        real = np.float64 if dtype == np.float64 else np.float32
        whole = count - count % 16
        unit = self.uniform(whole if dtype == np.float16 else count, real)
        values = np.empty(count, real)
        values[:whole] = _normal_blocks(unit[:whole])
        if whole < count:   # torch draws the last 16 again instead of filling the rest
            values[-16:] = _normal_blocks(self.uniform(16, real))
        if (mean, std) != (0.0, 1.0):
            values = fma(values, real(std), real(mean))
        return values.astype(dtype, copy=False)

    def _one_normal(self):
        if self._spare is not None:
            value, self._spare = self._spare, None
            return value
        turn, height = self.uniform(2).tolist()
        radius = math.sqrt(-2.0 * math.log1p(-height))
        angle = 2.0 * math.pi * turn
        self._spare = radius * math.sin(angle)
        return radius * math.cos(angle)

    def integers(self, count, low, high):
        """Integers low <= i < high, int64."""
        width = high - low
        draws = self.bits64(count) if width >= 2**28 else self.bits32(count)
        return (draws % np.uint64(width)).astype(np.int64) + low

    def permutation(self, count):
        """The numbers 0 … count-1 in random order, int64 (Fisher and Yates 1938)."""
        order = list(range(count))
        if count > 1:
            steps = self.bits32(count - 1) % np.arange(count, 1, -1).astype(np.uint64)
            for i, step in enumerate(steps.tolist()):
                order[i], order[i + step] = order[i + step], order[i]
        return np.array(order, np.int64)

    def exponential(self, count, rate=1.0):
        """Exponential with this rate, float64."""
        return np.array([-1.0 / rate * math.log1p(-u) for u in self.uniform(count).tolist()], np.float64)


def _normal_blocks(unit):
    """Box–Muller on blocks of 16 uniforms: eight make radii, eight make angles."""
    block = unit.reshape(-1, 2, 8)
    height, turn = 1 - block[:, 0], block[:, 1]
    one = unit.dtype.type
    if unit.dtype == np.float32:
        log, (sin, cos) = _log32(height), _sincos32(one(2 * math.pi) * turn)
    else:
        angle = (2 * math.pi * turn).ravel().tolist()
        log = np.array(list(map(math.log, height.ravel().tolist()))).reshape(turn.shape)
        sin = np.array(list(map(math.sin, angle))).reshape(turn.shape)
        cos = np.array(list(map(math.cos, angle))).reshape(turn.shape)
    radius = np.sqrt(one(-2) * log)
    return np.stack([radius * cos, radius * sin], 1).reshape(-1)


def _polynomial(x, coefficients):
    value = np.full_like(x, coefficients[0])
    for c in coefficients[1:]:
        value = fma(value, x, np.float32(c))
    return value


def _log32(x):
    """Cephes logf: x = m * 2**e with m around 1, a polynomial in m - 1."""
    f = np.float32
    bits = x.view(np.int32)
    exponent = ((bits >> 23) - 126).astype(f)
    m = ((bits & 0x7FFFFF) | 0x3F000000).astype(np.int32).view(f)
    small = m < f(0.707106781186547524)
    exponent -= small
    m = np.where(small, m, f(0)) + (m - f(1))
    square = m * m
    y = _polynomial(m, (7.0376836292e-2, -1.1514610310e-1, 1.1676998740e-1, -1.2420140846e-1, 1.4249322787e-1,
                        -1.6668057665e-1, 2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1)) * m
    y = fma(y, square, exponent * f(-2.12194440e-4))
    y = fma(square, f(-0.5), y)
    return fma(exponent, f(0.693359375), m + y)


def _sincos32(x):
    """Cephes sinf and cosf of x >= 0: reduced to within pi/4, then a polynomial each."""
    f = np.float32
    octant = ((x * f(1.27323954473516)).astype(np.int32) + 1) & ~1
    y = octant.astype(f)
    for part in (-0.78515625, -2.4187564849853515625e-4, -3.77489497744594108e-8):   # pi/4 in three parts
        x = fma(y, f(part), x)
    square = x * x
    c = _polynomial(square, (2.443315711809948e-5, -1.388731625493765e-3, 4.166664568298827e-2)) * square
    c = fma(c, square, -(square * f(0.5))) + f(1)
    s = _polynomial(square, (-1.9515295891e-4, 8.3321608736e-3, -1.6666654611e-1)) * square
    s = fma(s, x, x)
    swap = (octant & 2) != 0
    sin, cos = np.where(swap, c, s), np.where(swap, s, c)
    return np.where(octant & 4, -sin, sin), np.where((octant + 2) & 4, -cos, cos)
