"""torch.fft: Fourier transforms over one or several dimensions, by numpy's."""

import numpy as np

from .base import dtypes
from .base.missing import no_attribute
from .core.graph import differentiable
from .core.operands import floating
from .core.tensor import wrap
from .api.calls import batch_aware
from .ops import public
from .ops.creation import factory, zeros
from .ops.join import cat

OTHER_WAY = {"backward": "forward", "forward": "backward", "ortho": "ortho"}


def _mode(norm):
    if norm not in (None, *OTHER_WAY):
        raise RuntimeError(f'Invalid normalization mode: "{norm}"')
    return norm or "backward"


def _sized(t, dim, length):
    """t with `length` elements along dim: cut off, or zeros behind."""
    if length is None or length == t.shape[dim]:
        return t
    if length < 1:
        raise RuntimeError(f"Invalid number of data points ({length}) specified")
    if length < t.shape[dim]:
        return t.narrow(dim, 0, length)
    rest = list(t.shape)
    rest[dim] = length - t.shape[dim]
    return cat([t, zeros(rest, dtype=t.dtype)], dim)


def _as_float(t):
    if t._a.dtype.kind in "fc":
        return t
    return t.to(dtypes.from_numpy(floating(t._a).dtype))


def _complex_of(array):
    return np.complex128 if array.dtype.itemsize // (2 if array.dtype.kind == "c" else 1) == 8 else np.complex64


def _turn(x, dims, norm, inverse):
    """The transform of all of x along dims. Its matrix is symmetric, so its derivative is the transform the other way."""
    a = x._a
    out = (np.fft.ifftn if inverse else np.fft.fftn)(a, axes=dims, norm=norm).astype(_complex_of(a)) if dims else a.astype(_complex_of(a))
    node = "FftC2CBackward0" if a.dtype.kind == "c" else "FftR2CBackward0"
    return differentiable(node, out, (x, lambda g: _turn(g, dims, OTHER_WAY[norm], not inverse)))


def _half(x, dim, norm):
    """Of a real x: the transform's first half, which says all."""
    n = x.shape[dim]
    out = np.fft.rfft(x._a, axis=dim, norm=norm).astype(_complex_of(x._a))
    return differentiable("FftR2CBackward0", out, (x, lambda g: _turn(_sized(g, dim, n), (dim,), OTHER_WAY[norm], True)))


def _from_half(z, dim, n, norm):
    """The real numbers whose transform's first half is z."""
    out = np.fft.irfft(z._a, n, axis=dim, norm=norm).astype(z._a.real.dtype)

    def for_z(g):
        half = _half(g, dim, OTHER_WAY[norm])
        twice = np.full(half.shape[dim], 2.0, g._a.dtype)      # these stand for their mirror images too
        twice[0] = 1
        if n % 2 == 0:
            twice[-1] = 1
        return half * wrap(twice.reshape([-1 if d == dim else 1 for d in range(z._a.ndim)]))

    return differentiable("FftC2RBackward0", out, (z, for_z))


def _dims(input, s, dim):
    if dim is None:
        dim = range(input.dim()) if s is None else range(input.dim() - len(s), input.dim())
    dims = tuple(input._dim(d) for d in ((dim,) if isinstance(dim, int) else dim))
    if len(set(dims)) != len(dims):
        raise RuntimeError("FFT dims must be unique")
    sizes = (None,) * len(dims) if s is None else tuple((s,) if isinstance(s, int) else s)
    if len(sizes) != len(dims):
        raise RuntimeError("When given, dim and shape arguments must have the same length")
    return dims, [None if n == -1 else n for n in sizes]


def _many(input, s, dim, norm, inverse):
    norm, x = _mode(norm), _as_float(input)
    dims, sizes = _dims(x, s, dim)
    for d, n in zip(dims, sizes):
        x = _sized(x, d, n)
    return _turn(x, dims, norm, inverse)


def fft(input, n=None, dim=-1, norm=None, *, out=None):
    """Σ x·e^(-2πi·jk/n) along dim."""
    return _many(input, None if n is None else (n,), dim, norm, False)


def ifft(input, n=None, dim=-1, norm=None, *, out=None):
    """fft the other way."""
    return _many(input, None if n is None else (n,), dim, norm, True)


def fft2(input, s=None, dim=(-2, -1), norm=None, *, out=None):
    """fft along two dimensions."""
    return _many(input, s, dim, norm, False)


def ifft2(input, s=None, dim=(-2, -1), norm=None, *, out=None):
    """fft2 the other way."""
    return _many(input, s, dim, norm, True)


def fftn(input, s=None, dim=None, norm=None, *, out=None):
    """fft along several dimensions."""
    return _many(input, s, dim, norm, False)


def ifftn(input, s=None, dim=None, norm=None, *, out=None):
    """fftn the other way."""
    return _many(input, s, dim, norm, True)


def rfftn(input, s=None, dim=None, norm=None, *, out=None):
    """fftn of real numbers; of the last dimension only the first half."""
    if input.is_complex():
        raise RuntimeError(f"rfftn expects a real-valued input tensor, but got {input.dtype.title}")
    norm, x = _mode(norm), _as_float(input)
    dims, sizes = _dims(x, s, dim)
    for d, n in zip(dims, sizes):
        x = _sized(x, d, n)
    half = _half(x, dims[-1], norm)
    return _turn(half, dims[:-1], norm, False) if len(dims) > 1 else half


def irfftn(input, s=None, dim=None, norm=None, *, out=None):
    """rfftn the other way; the last dimension becomes s[-1] long (twice the half's length minus 2)."""
    norm, z = _mode(norm), _as_float(input)
    z = z if z.is_complex() else z.to(z.dtype.to_complex())
    dims, sizes = _dims(z, s, dim)
    last = dims[-1]
    n = sizes[-1] or 2 * (z.shape[last] - 1)
    if n < 1:
        raise RuntimeError(f"Invalid number of data points ({n}) specified")
    for d, size in zip(dims, [*sizes[:-1], n // 2 + 1]):
        z = _sized(z, d, size)
    return _from_half(_turn(z, dims[:-1], norm, True) if len(dims) > 1 else z, last, n, norm)


def rfft(input, n=None, dim=-1, norm=None, *, out=None):
    """fft of real numbers: the first half."""
    if input.is_complex():
        raise RuntimeError(f"rfft expects a real input tensor, but got {input.dtype.title}")
    return rfftn(input, None if n is None else (n,), (dim,), norm)


def irfft(input, n=None, dim=-1, norm=None, *, out=None):
    """rfft the other way, n numbers (without n twice the half's length minus 2)."""
    return irfftn(input, None if n is None else (n,), (dim,), norm)


def rfft2(input, s=None, dim=(-2, -1), norm=None, *, out=None):
    """rfft along two dimensions."""
    return rfftn(input, s, dim, norm)


def irfft2(input, s=None, dim=(-2, -1), norm=None, *, out=None):
    """rfft2 the other way."""
    return irfftn(input, s, dim, norm)


def hfft(input, n=None, dim=-1, norm=None, *, out=None):
    """The real transform of what is its own conjugate read backwards, of which the first half is given."""
    x = _as_float(input)
    return irfft(x.conj() if x.is_complex() else x, n, dim, OTHER_WAY[_mode(norm)])


def ihfft(input, n=None, dim=-1, norm=None, *, out=None):
    """hfft the other way."""
    return rfft(input, n, dim, OTHER_WAY[_mode(norm)]).conj()


@factory
def fftfreq(n, d=1.0, *, dtype=None):
    """The frequencies of fft's results."""
    return np.fft.fftfreq(n, d).astype((dtype or dtypes.default[0]).np)


@factory
def rfftfreq(n, d=1.0, *, dtype=None):
    """The frequencies of rfft's results."""
    return np.fft.rfftfreq(n, d).astype((dtype or dtypes.default[0]).np)


def _shifted(input, dim, places):
    dims = tuple(range(input.dim())) if dim is None else (dim,) if isinstance(dim, int) else tuple(dim)
    return public("roll")(input, [places(input.shape[d]) for d in dims], dims)


def fftshift(input, dim=None):
    """Frequency 0 into the middle."""
    return _shifted(input, dim, lambda n: n // 2)


def ifftshift(input, dim=None):
    """fftshift undone."""
    return _shifted(input, dim, lambda n: (n + 1) // 2)


def __getattr__(name):
    raise no_attribute("fft", name)


batch_aware(globals())
