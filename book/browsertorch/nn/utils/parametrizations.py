"""torch.nn.utils.parametrizations: weight_norm, spectral_norm and orthogonal as parametrizations."""

import numpy as np

from ...base.missing import no_attribute
from ...base.modes import no_grad
from ...core.tensor import Tensor, wrap
from ...ops import public
from ...ops.triangular_factors import geqrf, householder_product
from ...ops.linalg import solve
from .. import functional as F
from ..module import Module
from . import parametrize
from .norms import as_rows, check_iterations, lengthened, norm_except_dim, outputs_dim

MAPS = ("matrix_exp", "cayley", "householder")


class _WeightNorm(Module):
    def __init__(self, dim=0):
        super().__init__()
        self.dim = -1 if dim is None else dim

    def forward(self, weight_g, weight_v):
        return lengthened(weight_v, weight_g, self.dim)

    def right_inverse(self, weight):
        return norm_except_dim(weight, 2, self.dim), weight


def weight_norm(module, name="weight", dim=0):
    """Let the weight be g·v/‖v‖ from now on: original0 is g, original1 is v."""
    return parametrize.register_parametrization(module, name, _WeightNorm(dim), unsafe=True)


class _SpectralNorm(Module):
    def __init__(self, weight, n_power_iterations=1, dim=0, eps=1e-12):
        super().__init__()
        ndim = weight.dim()
        if not -ndim <= dim < ndim:
            raise IndexError(f"Dimension out of range (expected to be in range of [-{ndim}, {ndim - 1}] but got {dim})")
        check_iterations(n_power_iterations)
        self.dim, self.eps = dim % ndim, eps
        if ndim > 1:
            self.n_power_iterations = n_power_iterations
            rows = as_rows(weight, self.dim).flatten(1)
            for name, n in zip(("_u", "_v"), rows.shape):
                self.register_buffer(name, rows.new_empty(n).normal_(0, 1))
            for u in (self._u, self._v):
                u.copy_(F.normalize(u, dim=0, eps=eps))
            self._power_method(rows, 15)

    @no_grad()
    def _power_method(self, rows, n_power_iterations):
        for _ in range(n_power_iterations):
            self._u.copy_(F.normalize(rows.mv(self._v), dim=0, eps=self.eps))
            self._v.copy_(F.normalize(rows.mH.mv(self._u), dim=0, eps=self.eps))

    def forward(self, weight):
        if weight.dim() == 1:
            return F.normalize(weight, dim=0, eps=self.eps)
        rows = as_rows(weight, self.dim).flatten(1)
        if self.training:
            self._power_method(rows, self.n_power_iterations)
        return weight / self._u.clone().vdot(rows.mv(self._v.clone()))

    def right_inverse(self, value):
        return value


def _tensor_of(module, name):
    weight = getattr(module, name, None)
    if not isinstance(weight, Tensor):
        raise ValueError(f"Module '{module}' has no parameter or buffer with name '{name}'")
    return weight


def spectral_norm(module, name="weight", n_power_iterations=1, eps=1e-12, dim=None):
    """Divide the weight by its largest singular value, found by power iteration (Miyato et al. 2018)."""
    weight = _tensor_of(module, name)
    dim = outputs_dim(module) if dim is None else dim
    return parametrize.register_parametrization(module, name, _SpectralNorm(weight, n_power_iterations, dim, eps))


def _orthonormal(rows):
    """The nearest by QR whose triangle has a positive diagonal."""
    q, r = np.linalg.qr(rows._a)
    return wrap(q * np.sign(r.diagonal(0, -2, -1))[..., None, :])


def _is_orthonormal(q):
    eye = np.eye(q.size(-1), dtype=q._a.dtype)
    return np.allclose((q.mH @ q)._a, eye, rtol=0, atol=10 * q.size(-1) * np.finfo(q._a.dtype).eps)


class _Orthogonal(Module):
    def __init__(self, weight, orthogonal_map, *, use_trivialization=True):
        super().__init__()
        if weight.is_complex() and orthogonal_map == "householder":
            raise ValueError("The householder parametrization does not support complex tensors.")
        self.shape, self.orthogonal_map = weight.shape, orthogonal_map
        if use_trivialization:
            self.register_buffer("base", None)

    def forward(self, X):
        wide = X.size(-2) < X.size(-1)
        X = X.mT if wide else X
        n, k = X.shape[-2:]
        if self.orthogonal_map == "householder":
            A = X.tril(-1)
            Q = householder_product(A, 2.0 / (1.0 + (A * A).sum(-2)))
            Q = Q * X.diagonal(0, -2, -1).int().unsqueeze(-2)
        else:
            X = X.tril()
            if n != k:
                X = public("cat")([X, X.new_zeros(n, n - k).expand(*X.shape[:-2], -1, -1)], -1)
            A = X - X.mH
            if self.orthogonal_map == "matrix_exp":
                Q = A.matrix_exp()
            else:
                eye = wrap(np.eye(n, dtype=A._a.dtype))
                Q = solve(eye.add(A, alpha=-0.5), eye.add(A, alpha=0.5))
            Q = Q[..., :k]
        if hasattr(self, "base"):
            Q = self.base @ Q
        return Q.mT if wide else Q

    @no_grad()
    def right_inverse(self, Q):
        if Q.shape != self.shape:
            raise ValueError(f"Expected a matrix or batch of matrices of shape {self.shape}. Got a tensor of shape {Q.shape}.")
        whole, wide = Q, Q.size(-2) < Q.size(-1)
        Q = Q.mT if wide else Q
        n, k = Q.shape[-2:]
        if not hasattr(self, "base"):
            if self.orthogonal_map != "householder":
                raise NotImplementedError("It is not possible to assign to the matrix exponential or the Cayley parametrizations when "
                                          "use_trivialization=False.")
            A, tau = geqrf(Q)
            diagonal = A.diagonal(0, -2, -1)
            diagonal.sign_()
            diagonal[tau == 0.0] *= -1
            return A.mT if wide else A
        if n != k:
            self.base = _orthonormal(public("cat")([Q, public("randn")(*Q.shape[:-2], n, n - k, dtype=Q.dtype)], -1))
        else:
            self.base = Q.clone() if _is_orthonormal(Q) else _orthonormal(Q)
        negative = whole.new_zeros(whole.shape)
        negative.diagonal(0, -2, -1).fill_(-1.0)
        return negative


def orthogonal(module, name="weight", orthogonal_map=None, *, use_trivialization=True):
    """Let the weight's rows or columns be orthonormal."""
    weight = _tensor_of(module, name)
    if weight.dim() < 2:
        raise ValueError(f"Expected a matrix or batch of matrices. Got a tensor of {weight.dim()} dimensions.")
    if orthogonal_map is None:
        orthogonal_map = "matrix_exp" if weight.size(-2) == weight.size(-1) or weight.is_complex() else "householder"
    if orthogonal_map not in MAPS:
        raise ValueError(f'orthogonal_map has to be one of "matrix_exp", "cayley", "householder". Got: {orthogonal_map}')
    made = _Orthogonal(weight, orthogonal_map, use_trivialization=use_trivialization)
    return parametrize.register_parametrization(module, name, made, unsafe=True)


def __getattr__(name):
    raise no_attribute("nn.utils.parametrizations", name)
