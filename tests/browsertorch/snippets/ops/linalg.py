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
