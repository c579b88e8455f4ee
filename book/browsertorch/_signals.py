"""What courses on signals and numbers name: windows, short-time Fourier transforms, numerical gradients, drawn counts, places of indices."""

import builtins
import math
import warnings

import numpy as np

from . import fft
from .base import dtypes
from .base.missing import missing
from .core.registry import method
from .core.tensor import Tensor, wrap
from .api.calls import taught
from .distributions.counts import binomial_number, poisson_number
from .nn.functional import pad
from .ops import public
from .ops.complex_parts import view_as_real

OPTIONS = "*,dt? dtype=None,lay? layout=None,dev? device=None,b? pin_memory=False,b requires_grad=False"


# -- windows

def _window(name, shape, extra=""):
    """torch.<name>: shape(k, n - 1, *more) at k = 0 … n - 1; of a periodic one, the last is left out."""
    def window(window_length, periodic=True, *more, dtype=None, layout=None, device=None, pin_memory=False, requires_grad=False, **named):
        dtype = dtype or dtypes.default[0]
        if dtype.kind != 2:
            raise RuntimeError(f"{name} expects floating point dtypes, got: {dtype}")
        if window_length < 0:
            raise RuntimeError(f"{name} requires non-negative window_length, got window_length={window_length}")
        if window_length < 2:
            array = np.ones(window_length, dtype.np)
        else:
            n = window_length + bool(periodic)
            array = shape(np.arange(n, dtype=dtype.np), n - 1, *more, **named).astype(dtype.np)[:window_length].copy()
        return wrap(array).requires_grad_(requires_grad)

    window.__name__ = window.__qualname__ = name
    window.__doc__ = f"The {name.replace('_', ' ')}."
    return taught("|".join(f"i window_length,{middle}{OPTIONS}" for middle in ("", "b periodic,", *extra.split("|"))).replace(",|", "|"))(window)


def _kaiser(k, n, beta=12.0):
    return np.i0(beta * np.sqrt(1 - (2 * k / n - 1) ** 2)) / np.i0(beta)


hann_window = _window("hann_window", lambda k, n: 0.5 - 0.5 * np.cos(k * (2 * math.pi / n)))
hamming_window = _window("hamming_window", lambda k, n, alpha=0.54, beta=0.46: alpha - beta * np.cos(k * (2 * math.pi / n)),
                         "b periodic,f alpha,|b periodic,f alpha,f beta,")
blackman_window = _window("blackman_window", lambda k, n: 0.08 * np.cos(k * (4 * math.pi / n)) - 0.5 * np.cos(k * (2 * math.pi / n)) + 0.42)
bartlett_window = _window("bartlett_window", lambda k, n: 1 - np.abs(2 * k / n - 1))
kaiser_window = _window("kaiser_window", _kaiser, "b periodic,f beta,")


# -- short-time Fourier transforms

RECTANGULAR = ("A window was not provided. A rectangular window will be applied,which is known to cause spectral leakage. Other windows such as "
               "torch.hann_window or torch.hamming_window are recommended to reduce spectral leakage.To suppress this warning and use a rectangular "
               "window, explicitly set `window=torch.ones(n_fft, device=<device>)`. (Triggered internally at "
               "/__w/pytorch/pytorch/aten/src/ATen/native/SpectralOps.cpp:835.)")
AS_PAIRS = ("stft with return_complex=False is deprecated. In a future pytorch release, stft will return complex tensors for all inputs, and "
            "return_complex=False will raise an error.\nNote: you can still call torch.view_as_real on the complex output to recover the old return "
            "format. (Triggered internally at /__w/pytorch/pytorch/aten/src/ATen/native/SpectralOps.cpp:874.)")


def stft(input, n_fft, hop_length=None, win_length=None, window=None, center=True, pad_mode="reflect", normalized=False, onesided=None,
         return_complex=None, align_to_window=None):
    """The Fourier transform of each stretch of n_fft elements: (…, frequencies, stretches)."""
    hop, length = hop_length or n_fft // 4, win_length or n_fft
    if window is None:
        warnings.warn(RECTANGULAR, stacklevel=2)
    if return_complex is None and not (input.is_complex() or window is not None and window.is_complex()):
        raise RuntimeError("stft requires the return_complex parameter be given for real inputs, and will further require that "
                           "return_complex=True in a future PyTorch release.")
    vector = input.dim() == 1
    x = input.unsqueeze(0) if vector else input
    if center:
        x = pad(x.unsqueeze(1), (n_fft // 2, n_fft // 2), pad_mode).squeeze(1)
    if not 0 < n_fft <= x.size(-1):
        raise RuntimeError(f"stft({input.type()}{list(input.shape)}, n_fft={n_fft}, hop_length={hop}, win_length={length}, "
                           f"window={'None' if window is None else 'torch.FloatTensor{...}'}, normalized={int(normalized)}, onesided="
                           f"{'None' if onesided is None else int(onesided)}, return_complex={int(bool(return_complex))}) : expected 0 < n_fft "
                           f"< {x.size(-1)}, but got n_fft={n_fft}")
    frames = x.unfold(-1, n_fft, hop)
    if window is not None or length < n_fft:
        frames = frames * _widened(window, length, n_fft, x)
    real = not frames.is_complex()
    turned = fft.rfft(frames) if real and onesided is not False else fft.fft(frames)
    out = turned.transpose(1, 2)
    if normalized:
        out = out / math.sqrt(n_fft)
    out = out.squeeze(0) if vector else out
    if return_complex or not real:
        return out
    warnings.warn(AS_PAIRS, stacklevel=2)
    return view_as_real(out)


def _widened(window, length, n_fft, like):
    """The window with zeros on both sides, up to n_fft."""
    a = np.zeros(n_fft, like._a.real.dtype)
    start = (n_fft - length) // 2
    a[start:start + length] = 1 if window is None else window._a
    return wrap(a)


def istft(input, n_fft, hop_length=None, win_length=None, window=None, center=True, normalized=False, onesided=None, length=None,
          return_complex=False):
    """The signal whose stft this is."""
    if return_complex:
        raise missing("torch.istft(return_complex=True)")
    if not input.is_complex():
        raise RuntimeError("istft requires a complex-valued input tensor matching the output from stft with return_complex=True.")
    hop, width = hop_length or n_fft // 4, win_length or n_fft
    x = input.unsqueeze(0) if input.dim() == 2 else input
    frames = x.transpose(1, 2)
    if normalized:
        frames = frames * math.sqrt(n_fft)
    frames = fft.irfft(frames, n_fft) if onesided is not False else fft.ifft(frames).real
    shape = _widened(window, width, n_fft, frames)
    count = frames.size(1)
    total = n_fft + hop * (count - 1)
    places = wrap((np.arange(count)[:, None] * hop + np.arange(n_fft)).ravel())
    added = frames.new_zeros(frames.size(0), total).index_add(1, places, (frames * shape).flatten(1))
    weight = shape.new_zeros(total).index_add(0, places, (shape * shape).repeat(count))
    start = n_fft // 2 if center else 0
    end = total - start if length is None else min(start + length, total)
    if (weight[start:end].abs() <= 1e-11).any():
        raise RuntimeError("window overlap add min: 1")
    out = added[:, start:end] / weight[start:end]
    if length is not None and out.size(1) < length:
        out = public("cat")([out, out.new_zeros(out.size(0), length - out.size(1))], 1)
    return out.squeeze(0) if input.dim() == 2 else out


method(stft)
method(istft)


# -- numbers

def gradient(input, *, spacing=1, dim=None, edge_order=1):
    """The numerical derivative along each of dim: central differences inside, one-sided at the edges."""
    if edge_order not in (1, 2):
        raise RuntimeError("torch.gradient only supports edge_order=1 and edge_order=2.")
    dims = builtins.range(input.dim()) if dim is None else [dim] if isinstance(dim, int) else dim
    several = isinstance(spacing, (list, tuple))
    results = []
    for place, d in enumerate(dims):
        step = spacing[place] if several else spacing
        n = input.size(d)
        if n < edge_order + 1:
            raise RuntimeError("torch.gradient expected each dimension size to be at least edge_order+1")
        at = step if isinstance(step, Tensor) and step.dim() else wrap(np.arange(n, dtype=np.float64)).to(input.dtype) * step
        x, at = input.movedim(d, -1), at.to(input.dtype)
        h = at[1:] - at[:-1]
        slope = (x[..., 1:] - x[..., :-1]) / h
        inner = (slope[..., :-1] * h[1:] + slope[..., 1:] * h[:-1]) / (h[1:] + h[:-1])
        first, last = slope[..., :1], slope[..., -1:]
        if edge_order == 2:
            first = first + (slope[..., :1] - slope[..., 1:2]) * h[0] / (h[0] + h[1])
            last = last + (slope[..., -1:] - slope[..., -2:-1]) * h[-1] / (h[-1] + h[-2])
        results.append(public("cat")([first, inner, last], -1).movedim(-1, d))
    return tuple(results)


def poisson(input, generator=None):
    """How often things happen whose rates are given."""
    return wrap(np.vectorize(poisson_number, otypes=[np.float64])(input._a).astype(input._a.dtype))


def binomial(count, prob, generator=None):
    """How many of `count` tries succeed."""
    return wrap(np.vectorize(binomial_number, otypes=[np.float64])(count._a, prob._a).astype(prob._a.dtype))


@taught("N start,N end,N step=1,*,T? out=None,dt? dtype=None,lay? layout=None,dev? device=None,b? pin_memory=False,b requires_grad=False")
def range(start, end, step=1, **options):
    """start, start + step, … up to and with end."""
    warnings.warn("torch.range is deprecated and will be removed in a future release because its behavior is inconsistent with Python's range "
                  "builtin. Instead, use torch.arange, which produces values in [start, end).", UserWarning, stacklevel=2)
    dtype = options.pop("dtype", None) or dtypes.default[0]
    return public("arange")(start, start + (math.floor((end - start) / step) + 0.5) * step, step, **options).to(dtype)


def unravel_index(indices, shape):
    """Where the elements with these numbers stand in a tensor of that shape."""
    shape = (shape,) if isinstance(shape, int) else tuple(shape)
    if not all(np.atleast_1d(indices._a) < math.prod(shape)):
        raise ValueError(f"unravel_index(): indices out of range for a tensor of shape {shape}")
    return tuple(wrap(np.asarray(a, np.int64)) for a in np.unravel_index(indices._a, shape))


def frombuffer(buffer, *, dtype, count=-1, offset=0, requires_grad=False):
    """The bytes of a buffer as a tensor over the same memory."""
    return wrap(np.frombuffer(buffer, dtype.np, count, offset)).requires_grad_(requires_grad)
