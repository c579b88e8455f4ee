"""Images seen through a grid of places: affine_grid, grid_sample (Jaderberg et al. 2015)."""

import itertools
import warnings

import numpy as np

from ...core.graph import differentiable
from ...core.tensor import wrap
from ...ops import public

CHANGED = ("Default grid_sample and affine_grid behavior has changed to align_corners=False since 1.3.0. Please specify align_corners=True if "
           "the old behavior is desired. See the documentation of grid_sample for details.")


def affine_grid(theta, size, align_corners=None):
    """For each pixel of an image of that size, the place that theta (N, 2, 3) takes it to; -1 and 1 are the image's edges."""
    if align_corners is None:
        warnings.warn(CHANGED, stacklevel=2)
    if not theta.is_floating_point():
        raise ValueError(f"Expected theta to have floating point type, but got {theta.dtype}")
    n = len(size) - 2
    if n not in (2, 3):
        raise NotImplementedError(f"affine_grid only supports 4D and 5D sizes, for 2D and 3D affine transforms, respectively. Got size {size}.")
    if theta.dim() != 3 or theta.shape[1:] != (n, n + 1):
        raise ValueError(f"Expected a batch of {n}D affine matrices of shape Nx{n}x{n + 1} for size {size}. Got {theta.shape}.")
    if min(size) <= 0:
        raise ValueError(f"Expected non-zero, positive output size. Got {size}")
    places = []
    for axis, length in enumerate(reversed(size[2:])):
        at = np.linspace(-1, 1, length, dtype=theta._a.dtype) if length > 1 else np.zeros(1, theta._a.dtype)
        places.append((at if align_corners else at * ((length - 1) / length)).reshape([-1 if d == n - 1 - axis else 1 for d in range(n)]))
    base = np.stack(np.broadcast_arrays(*places, np.ones(1, theta._a.dtype)), -1).astype(theta._a.dtype)
    grid = (wrap(base.reshape(1, -1, n + 1)) @ theta.mT).view(size[0], *size[2:], n)
    return differentiable("AffineGridGeneratorBackward0", grid._a, (grid, lambda g: g))


def grid_sample(input, grid, mode="bilinear", padding_mode="zeros", align_corners=None):
    """input (N, C, H, W) at the places of grid (N, h, w, 2), or the same with one dimension more."""
    if mode not in ("bilinear", "nearest", "bicubic"):
        raise ValueError(f"nn.functional.grid_sample(): expected mode to be 'bilinear', 'nearest' or 'bicubic', but got: '{mode}'")
    if padding_mode not in ("zeros", "border", "reflection"):
        raise ValueError("nn.functional.grid_sample(): expected padding_mode to be 'zeros', 'border', or 'reflection', but got: "
                         f"'{padding_mode}'")
    if align_corners is None:
        warnings.warn(CHANGED, stacklevel=2)
    n = input.dim() - 2
    if input.dtype != grid.dtype:
        raise RuntimeError(f"grid_sampler(): expected input and grid to have same dtype, but input has {_cpp(input)} and grid has {_cpp(grid)}")
    if input.size(0) != grid.size(0):
        raise RuntimeError("grid_sampler(): expected grid and input to have same batch size, but got input with sizes "
                           f"{list(input.shape)} and grid with sizes {list(grid.shape)}")
    if grid.size(-1) != n:
        raise RuntimeError(f"grid_sampler(): expected grid to have size {n} in last dimension, but got grid with sizes {list(grid.shape)}")
    if mode == "bicubic" and n != 2:
        raise RuntimeError("grid_sampler(): bicubic interpolation only supports 4D input")
    lengths = input.shape[2:]
    at = [_place(grid[..., n - 1 - d], length, bool(align_corners)) for d, length in enumerate(lengths)]      # grid names x first
    keep = lambda p, length: _kept(p, length, padding_mode, bool(align_corners))
    if mode == "nearest":
        taps = [[(keep(p, length).detach().round(), None)] for p, length in zip(at, lengths)]
    elif mode == "bilinear":
        taps = [_two(keep(p, length)) for p, length in zip(at, lengths)]
    else:
        taps = [[(keep(p, length), share) for p, share in _four(place)] for place, length in zip(at, lengths)]
    out = _weighed(input, taps)
    return differentiable(f"GridSampler{n}DBackward0", out._a, (out, lambda g: g))


def _cpp(t):
    return {"float32": "float", "float64": "double"}.get(t.dtype.name, t.dtype.name)


def _place(x, length, align_corners):
    return (x + 1) / 2 * (length - 1) if align_corners else ((x + 1) * length - 1) / 2


def _kept(p, length, padding_mode, align_corners):
    """The place brought into the image."""
    if padding_mode == "zeros":
        return p
    if padding_mode == "reflection":
        low, span = (0, length - 1) if align_corners else (-0.5, length)
        if span == 0:
            return p * 0
        far = (p - low).abs()
        rest = far.fmod(span)
        even = (far.detach() / span).floor() % 2 == 0
        p = public("where")(even, rest, span - rest) + low
    return p.clamp(0, length - 1)


def _two(p):
    left = p.detach().floor()
    return [(left, left + 1 - p), (left + 1, p - left)]


def _four(p):
    """The four neighbours and their shares by Keys' cubic (1981)."""
    first = p.detach().floor()
    t, a = p - first, -0.75
    near = lambda x: ((a + 2) * x - (a + 3)) * x * x + 1
    far = lambda x: ((a * x - 5 * a) * x + 8 * a) * x - 4 * a
    return [(first - 1, far(t + 1)), (first, near(t)), (first + 1, near(1 - t)), (first + 2, far(2 - t))]


def _weighed(input, taps):
    """Σ of the pixels at all combinations of taps, times their shares."""
    lengths, pixels, total = input.shape[2:], input.flatten(2), None
    for chosen in itertools.product(*taps):
        index, inside, share = 0, True, None
        for (p, weight), length in zip(chosen, lengths):
            inside = (p >= 0) & (p <= length - 1) & inside
            index = index * length + p.detach().clamp(0, length - 1).nan_to_num().long()
            share = weight if share is None else share * weight
        value = pixels.gather(2, index.flatten(1).unsqueeze(1).expand(-1, pixels.size(1), -1)).view(*pixels.shape[:2], *index.shape[1:])
        value = value * inside.unsqueeze(1)
        if share is not None:
            value = value * share.unsqueeze(1)
        total = value if total is None else total + value
    return total
