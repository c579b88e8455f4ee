# --- special_values
S = torch.special
x = torch.tensor([-2.5, -0.5, 0.3, 1.5, 40.], dtype=torch.float64, requires_grad=True)
for name in ("i0", "i0e", "i1", "i1e", "erfcx", "ndtr", "log_ndtr", "sinc", "expit"):
    t = x[:4] if name in ("i0", "i1") else x[1:] if name == "erfcx" else x
    y = getattr(S, name)(t)
    print(name, y.detach(), torch.autograd.grad(y.sum(), x)[0])
p = torch.tensor([0.1, 0.5, 0.9], dtype=torch.float64, requires_grad=True)
for name in ("erfinv", "ndtri", "entr", "logit"):
    y = getattr(S, name)(p)
    print(name, y.detach(), torch.autograd.grad(y.sum(), p)[0])
print(S.entr(torch.tensor([-1., 0., float("nan")])), S.erfinv(torch.tensor([1., -1., 2.])), S.zeta(torch.tensor([2., 3., 1.5]), torch.tensor([1., 2., 0.5])), S.multigammaln(torch.tensor([3., 4.]), 2), S.polygamma(1, torch.tensor([1., 2.])))
a, b = torch.tensor([0., 2., 1.], requires_grad=True), torch.tensor([-1., 0.5, 3.], requires_grad=True)
y = S.xlog1py(a, b)
print(y.detach(), torch.autograd.grad(y[1:].sum(), [a, b]), S.xlog1py(a, 2).detach())

# --- polynomials
S = torch.special
x = torch.tensor([-0.5, 0.25, 1.])
for name in sorted(n for n in dir(S) if "polynomial" in n):
    print(name, getattr(S, name)(x, torch.tensor([0, 3, 4])), getattr(S, name)(x, 2))
torch.special.legendre_polynomial_p(x.requires_grad_(), 2)

# --- pairs
x, y = torch.tensor([1., -2., 0.], requires_grad=True), torch.tensor([3., -1., -0.], requires_grad=True)
for f in (torch.logaddexp2, torch.copysign, torch.ldexp):
    z = f(x, y)
    print(z.detach(), torch.autograd.grad(z.sum(), [x, y], allow_unused=True))
print(torch.heaviside(x.detach(), torch.tensor(0.5)), torch.nextafter(x.detach(), y.detach()) - x.detach(), torch.isposinf(torch.tensor([float("inf"), 1])), torch.isneginf(torch.tensor([-float("inf"), 1])), torch.isreal(x), torch.gcd(torch.tensor([12, 5]), torch.tensor([8, 10])), torch.lcm(torch.tensor([12, 5]), torch.tensor([8, 10])))
m, e = torch.frexp(torch.tensor([1., 6., -0.3]))
print(m, e, torch.vander(torch.tensor([1., 2., 3.])), torch.vander(torch.tensor([1., 2.]), 3, increasing=True))
w = torch.tensor([[3., 4.], [0.3, 0.4]], requires_grad=True)
r = torch.renorm(w, 2, 0, 1)
print(r.detach())

# --- degrees_are_cut
x, n = torch.tensor([[0.5], [2.0]]), torch.tensor([-1.5, -0.5, 0.5, 1.5, 3.9])
torch.special.chebyshev_polynomial_t(x, n), torch.special.hermite_polynomial_h(x, n), torch.special.legendre_polynomial_p(x, n)

# --- trigamma
x = torch.tensor([0.25, 1.0, 3.0, -0.5, 12.0], requires_grad=True)
print(torch.polygamma(1, x))
torch.autograd.grad(torch.digamma(x).sum(), x)

# --- scaled_bessel_at_0
x = torch.tensor([0.0, 1.0, -1.0], requires_grad=True)
torch.autograd.grad(torch.special.i1e(x).sum(), x), torch.autograd.grad(torch.special.i1(x).sum(), x)

# --- nextafter_gradient
a, b = torch.tensor([1.0, 2.0, 3.0], requires_grad=True), torch.tensor([2.0, 1.0, 3.0], requires_grad=True)
y = torch.nextafter(a, b)
print(y.grad_fn)
torch.autograd.grad(y.sum(), [a, b])

# --- lgamma_at_its_poles
print(torch.lgamma(torch.tensor([0.0, -1.0, -0.5, float("nan"), float("inf"), -float("inf")])), torch.mvlgamma(torch.tensor(0.5), 5))

# --- covariances_of_integers
x = torch.tensor([[1, 2, 3], [3, 1, 1]])
print(torch.cov(x), torch.corrcoef(x), torch.cov(torch.tensor(3)))
