# --- inv
m = torch.tensor([[2., 1.], [1., 3.]], requires_grad=True)
y = torch.linalg.inv(m)
print(y)
y.sum().backward()
print(m.grad)

# --- inv_names
m = torch.tensor([[2., 1.], [1., 3.]], requires_grad=True)
print(m.inverse(), torch.inverse(m), torch.allclose(m.inverse() @ m, torch.eye(2), atol=1e-6), (m.inverse() @ m).grad_fn.name())

# --- inv_singular
torch.linalg.inv(torch.ones(2, 2))

# --- inv_not_square
torch.linalg.inv(torch.ones(2, 3))

# --- inv_of_integers
torch.linalg.inv(torch.eye(2, dtype=torch.int64))

# --- det
m = torch.tensor([[2., 1.], [1., 3.]], requires_grad=True)
d = torch.det(m)
print(d)
d.backward()
print(m.grad)

# --- det_singular
m = torch.tensor([[1., 2.], [2., 4.]], requires_grad=True)
d = m.det()
d.backward()
print(d.abs() < 1e-6, m.grad)

# --- det_not_square
torch.det(torch.ones(2, 3))

# --- slogdet_logdet
m = torch.tensor([[2., 1.], [1., 3.]], requires_grad=True)
print(torch.slogdet(m), torch.linalg.slogdet(m), m.logdet())
m.logdet().backward()
print(m.grad)

# --- logdet_negative
torch.logdet(torch.tensor([[0., 1.], [1., 0.]]))

# --- solve
m = torch.tensor([[2., 1.], [1., 3.]], requires_grad=True)
b = torch.tensor([1., 2.], requires_grad=True)
x = torch.linalg.solve(m, b)
print(x)
x.sum().backward()
print(m.grad, b.grad)

# --- solve_matrix
m = torch.tensor([[2., 1.], [1., 3.]], requires_grad=True)
x = torch.linalg.solve(m, torch.eye(2))
print(x)

# --- solve_singular
torch.linalg.solve(torch.zeros(2, 2), torch.ones(2))

# --- solve_shapes
torch.linalg.solve(torch.eye(2), torch.ones(3))

# --- eigh
m = torch.tensor([[2., 1.], [1., 3.]], requires_grad=True)
values, vectors = torch.linalg.eigh(m)
print(values)
values[1].backward()
print(m.grad)

# --- eigvalsh
m = torch.tensor([[2., 1.], [1., 3.]], requires_grad=True)
print(torch.linalg.eigvalsh(m))

# --- eig_of_symmetric
torch.linalg.eigvals(torch.tensor([[2., 0.], [0., 3.]]))

# --- eig_complex
torch.linalg.eigvals(torch.tensor([[0., -1.], [1., 0.]]))

# --- svd
m = torch.tensor([[2., 1.], [1., 3.]], requires_grad=True)
U, S, Vh = torch.linalg.svd(m)
print(S)
S.sum().backward()
print(m.grad.round().abs())

# --- svd_reconstructs
a = torch.tensor([[3., 0.], [0., 2.], [0., 0.]])
U, S, Vh = torch.linalg.svd(a, full_matrices=False)
print(U @ torch.diag(S) @ Vh, U.shape)

# --- svdvals
m = torch.tensor([[2., 1.], [1., 3.]], requires_grad=True)
print(torch.linalg.svdvals(m))

# --- qr
m = torch.tensor([[2., 1.], [1., 3.]], requires_grad=True)
Q, R = torch.linalg.qr(m)
print(Q, R)
R.sum().backward()
print((m.grad * 1000).round().int())

# --- cholesky
m = torch.tensor([[2., 1.], [1., 3.]], requires_grad=True)
L = torch.linalg.cholesky(m)
print(L)
print(torch.allclose(L @ L.T, m))

# --- cholesky_not_positive
torch.linalg.cholesky(-torch.eye(2))

# --- pinv
torch.linalg.pinv(torch.tensor([[1., 0.], [0., 2.], [0., 0.]]))

# --- matrix_power
m = torch.tensor([[2., 1.], [1., 3.]], requires_grad=True)
print(torch.linalg.matrix_power(m, 2), torch.matrix_power(m.detach(), 0), m.matrix_power(3))

# --- matrix_rank
torch.linalg.matrix_rank(torch.ones(2, 2)), torch.linalg.matrix_rank(torch.eye(3))

# --- norms
m = torch.tensor([[2., 1.], [1., 3.]], requires_grad=True)
for o in (None, 'fro', 'nuc', 1, 2, float('inf')):
    print(o, torch.linalg.norm(m, o))

# --- vector_norm
v = torch.tensor([3., 1., 2.], requires_grad=True)
n = torch.linalg.vector_norm(v)
print(n)
n.backward()
print(v.grad)

# --- vector_norm_dim
x = torch.arange(6.).reshape(2, 3).requires_grad_()
print(torch.linalg.vector_norm(x, dim=1), torch.linalg.norm(x, dim=0), torch.linalg.matrix_norm(x))

# --- norm_of_integers
torch.linalg.norm(torch.tensor([3, 4]))

# --- cross
torch.linalg.cross(torch.tensor([1., 0., 0.]), torch.tensor([0., 1., 0.]))

# --- vecdot
v = torch.tensor([3., 1., 2.], requires_grad=True)
print(torch.linalg.vecdot(v, v))

# --- multi_dot
m = torch.tensor([[2., 1.], [1., 3.]], requires_grad=True)
print(torch.linalg.multi_dot([m, m, m]))

# --- cond
torch.linalg.cond(torch.tensor([[2., 0.], [0., 4.]]))

# --- batch_inv
a = torch.stack([torch.eye(2) * 2, torch.eye(2) * 4])
print(torch.linalg.inv(a), torch.linalg.det(a))

# --- inverse_second_derivative
m = torch.tensor([[2., 0.], [0., 4.]], requires_grad=True)
g, = torch.autograd.grad(torch.linalg.inv(m).sum(), m, create_graph=True)
print(g)
g.sum().backward()
print(m.grad)

# --- cov
x = torch.tensor([[1., 2., 3.], [3., 2., 4.]])
print(torch.cov(x), torch.corrcoef(x))

# --- lstsq_shape
r = torch.linalg.lstsq(torch.tensor([[1., 0.], [0., 1.], [0., 0.]]), torch.tensor([[1.], [2.], [0.]]))
print(r.solution)

# --- matrix_exp
torch.matrix_exp(torch.zeros(2, 2))

# --- least_squares_line
X = torch.tensor([[1., 1.], [1., 2.], [1., 3.]])
y = torch.tensor([2., 4., 6.])
torch.linalg.solve(X.T @ X, X.T @ y)

# --- dist
v = torch.tensor([3., 1., 2.], requires_grad=True)
d = torch.dist(v, torch.zeros(3))
print(d)
d.backward()
print(v.grad)

# --- linalg_derivatives_of_others
A = torch.tensor([[4., 1.], [1., 3.]], dtype=torch.float64, requires_grad=True)
for f in (torch.linalg.cholesky, lambda A: torch.linalg.qr(A)[1], lambda A: torch.linalg.svd(A)[1], torch.linalg.matrix_exp,
          lambda A: torch.linalg.matrix_power(A, -2), lambda A: torch.linalg.norm(A, 1), lambda A: torch.linalg.norm(A, "nuc"),
          lambda A: torch.linalg.vector_norm(A, 3), lambda A: torch.linalg.vecdot(A, A), torch.linalg.diagonal,
          lambda A: torch.cross(torch.cat([A, A[:1]]).T, torch.ones(2, 3, dtype=A.dtype), dim=1)):
    y = f(A)
    g, = torch.autograd.grad(y.sum(), A)
    print(y.detach(), [[f"{v:.4f}" for v in row] for row in (g + 1).tolist()])

# --- linalg_wrong
for f in (lambda: torch.linalg.inv(torch.ones(2)), lambda: torch.linalg.cross(torch.ones(2), torch.ones(2)), lambda: torch.linalg.no_such_name):
    try:
        f()
    except Exception as error:
        print(type(error).__name__, error)

# --- trace_and_det_gradient
A = torch.tensor([[2., 1.], [1., 3.]], requires_grad=True)
A.trace().backward()
print(A.grad)
A.grad = None
torch.det(A).backward()
print(A.grad)

# --- mp0
A = torch.rand(2, 2, requires_grad=True)
y = torch.linalg.matrix_power(A, 0)
print(y, y.grad_fn, y.grad_fn.next_functions)
y.sum().backward()
print(A.grad)

# --- lstsq
A = torch.tensor([[1., 0.], [1., 1.], [1., 2.]], requires_grad=True)
B = torch.tensor([[1.], [2.], [4.]], requires_grad=True)
r = torch.linalg.lstsq(A, B)
print(r.solution.round(decimals=4).tolist(), r.residuals.shape, r.rank, r.singular_values, r.solution.grad_fn)
r.solution.sum().backward()
print(A.grad.round(decimals=3).tolist(), B.grad.round(decimals=3).tolist())
for d in ("gels", "gelsy", "gelsd", "gelss", None):
    r = torch.linalg.lstsq(A.detach(), B.detach(), driver=d)
    print(d, r.solution.round(decimals=3).tolist(), r.residuals.round(decimals=3), r.rank, r.singular_values.round(decimals=3))
r = torch.linalg.lstsq(A.detach().mT, torch.ones(2, 1))
print(r.solution.round(decimals=3).tolist(), r.residuals, r.rank)
r = torch.linalg.lstsq(torch.ones(2, 3, 2), torch.ones(2, 3, 1), driver="gelsd")
print(r.solution.round(decimals=3).tolist(), r.residuals, r.rank, r.singular_values.shape)
print(torch.linalg.lstsq(A.detach(), torch.ones(3)).solution.shape)

# --- lstsq_bad
torch.linalg.lstsq(torch.ones(3, 2), torch.ones(4, 1))

# --- lstsq_bad2
torch.linalg.lstsq(torch.ones(3, 2), torch.ones(3, 1), driver="x")

# --- lstsq_bad3
torch.linalg.lstsq(torch.ones(3), torch.ones(3, 1))

# --- pinv_limits
A = torch.tensor([[1., 2.], [2., 4.]])
print(torch.linalg.pinv(A).round(decimals=4), torch.linalg.pinv(A, rtol=1e-3).round(decimals=4), torch.linalg.pinv(A, atol=10.), torch.linalg.pinv(A, hermitian=True).round(decimals=4), torch.linalg.pinv(A, 1e-3).round(decimals=4), torch.pinverse(torch.eye(2) * 4), A.pinverse().shape)
print(torch.linalg.pinv(A, rtol=torch.tensor(1e-3)).round(decimals=4), torch.linalg.pinv(A, atol=torch.tensor(10.)))
B = torch.tensor([[1., 2.], [2., 4.], [0., 0.]], requires_grad=True)
p = torch.linalg.pinv(B)
print(p.grad_fn)
p.sum().backward()
print(B.grad.round(decimals=3) + 0.)
print(torch.linalg.pinv(torch.ones(0, 2)).shape, torch.linalg.pinv(torch.ones(3, 0, 2)).shape)
print(torch.linalg.matrix_rank(A), torch.linalg.matrix_rank(A, 1e-3), torch.linalg.matrix_rank(A, hermitian=True), torch.linalg.matrix_rank(torch.ones(2, 0, 0)), torch.linalg.matrix_rank(A, atol=10., rtol=0.))

# --- vnorm
for p in (.5, 1, 1.5, 2, 3, 0, float("inf"), -float("inf"), -1):
    x = torch.zeros(3, requires_grad=True)
    torch.linalg.vector_norm(x, p).backward()
    y = torch.tensor([0., 1., 2.], requires_grad=True)
    torch.linalg.vector_norm(y, p).backward()
    z = torch.tensor(0., requires_grad=True)
    torch.linalg.vector_norm(z, p).backward()
    print(p, x.grad, y.grad.round(decimals=3), z.grad)

# --- length_twice_at_0
# The first derivative of a length is 0 there, the second is nan: masking g / norm in place of x / norm made it 0.
for length in (torch.norm, lambda x: torch.dist(x, torch.zeros(2)), lambda x: x.reshape(1, 2).norm(dim=1).sum()):
    for at in ([0., 0.], [0., 4.]):
        x = torch.tensor(at, requires_grad=True)
        slope, = torch.autograd.grad(length(x), x, create_graph=True)
        print(slope.tolist(), torch.autograd.grad(slope.sum(), x))

# --- cov_weights
x = torch.tensor([[0., 1., 2.], [2., 0., 1.]])
print(torch.cov(x, correction=0, fweights=torch.tensor([1, 2, 1])), torch.cov(x, aweights=torch.tensor([1., 3., 1.])), torch.cov(x[0], fweights=torch.tensor([1, 2, 1]), aweights=torch.tensor([1., 2., 1.])).shape)

# --- qr_wide
A = torch.tensor([[1., 2., 3.], [0., 1., 4.]], requires_grad=True)
q, r = torch.linalg.qr(A)
(q.sum() + (r * r).sum()).backward()
print(A.grad.round(decimals=3).tolist(), q.stride(), r.stride())
print(torch.linalg.qr(A.detach(), "r").Q, torch.linalg.qr(A.detach().mT, "complete").Q.shape)
torch.linalg.qr(A.mT, "complete").R.sum().backward()

# --- qr_bad
torch.linalg.qr(torch.ones(2, 2), "x")

# --- solve_triangular
L = torch.tensor([[2.0, 9.0], [1.0, 4.0]], requires_grad=True)
B = torch.tensor([[2.0, 4.0], [3.0, 10.0]], requires_grad=True)
for options in (dict(upper=False), dict(upper=True), dict(upper=False, left=False), dict(upper=False, unitriangular=True)):
    X = torch.linalg.solve_triangular(L, B, **options)
    print(X, torch.autograd.grad(X.square().sum(), [L, B]))
print(torch.linalg.solve_triangular(L.expand(3, 2, 2), B[:, :1], upper=False).shape)
torch.linalg.solve_triangular(L, torch.ones(3, 1), upper=False)

# --- cholesky_solve_and_inverse
A = torch.tensor([[4.0, 2.0], [2.0, 5.0]])
L = torch.linalg.cholesky(A)
print(torch.cholesky_solve(torch.tensor([[8.0], [12.0]]), L), torch.cholesky_inverse(L), torch.cholesky_inverse(L.mT, upper=True))
L.requires_grad_()
torch.autograd.grad(torch.cholesky_solve(torch.tensor([[8.0], [12.0]]), L).sum(), L)

# --- incomplete_gamma
a, x = torch.tensor([0.5, 2.0, 10.0, 0.0]), torch.tensor([0.25, 3.0, 4.0, 1.0], requires_grad=True)
print(torch.igamma(a, x), torch.igammac(a, x), torch.special.gammainc(a, x))
print(torch.autograd.grad(torch.igamma(a[:3], x[:3]).sum(), x))
torch.igamma(a.clone().requires_grad_(), x).sum().backward()

# --- eigh_gradient_is_symmetric
A = torch.tensor([[2.0, 1.0, 0.0], [1.0, 3.0, -1.0], [0.0, -1.0, 5.0]], dtype=torch.float64, requires_grad=True)
for UPLO in "LU":
    L, V = torch.linalg.eigh(A, UPLO=UPLO)
    g, = torch.autograd.grad((V.abs() * torch.arange(9.0).reshape(3, 3)).sum() + L.sum(), A)
    print(g, torch.allclose(g, g.T))

# --- eig_gradient
A = torch.tensor([[1.0, 2.0], [-3.0, 0.5]], dtype=torch.float64, requires_grad=True)
values, vectors = torch.linalg.eig(A)
print(values, values.grad_fn, torch.autograd.grad(values.abs().sum(), A, retain_graph=True))
print(torch.autograd.grad(vectors.abs().square()[0].sum(), A)[0][[0, 1], [1, 0]], torch.autograd.grad(torch.linalg.eigvals(A).imag[0], A))
B = torch.tensor([[1.0, 2.0], [0.5, 1.0]], dtype=torch.float64, requires_grad=True)
torch.autograd.gradcheck(lambda B: (torch.linalg.eigvals(B).real, torch.linalg.eig(B)[1].abs()), B)
