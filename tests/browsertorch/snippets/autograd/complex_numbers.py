# --- complex_leaf
z = torch.tensor([1 + 2j, 3 - 1j], requires_grad=True)
print(z, z.dtype, z.is_complex(), z.is_leaf)
loss = z.abs().square().sum()
loss.backward()
print(loss, z.grad)
torch.ones(2, dtype=torch.cfloat).requires_grad_(), torch.nn.Parameter(torch.zeros(2, dtype=torch.cdouble))

# --- descent_goes_downhill
w = torch.tensor(1 + 0j, requires_grad=True)
for step in range(3):
    loss = (w - (0.5 - 2j)).abs() ** 2
    loss.backward()
    print(loss, w.grad)
    with torch.no_grad():
        w -= 0.25 * w.grad
    w.grad = None
w

# --- complex_loss
z = torch.tensor(1 + 2j, requires_grad=True)
(z * z).real.backward()
print(z.grad)
(z * z).backward()

# --- complex_loss_of_several
z = torch.ones(2, dtype=torch.cfloat, requires_grad=True)
(z * 2j).backward(torch.ones(2, dtype=torch.cfloat))
print(z.grad)
(z * 2j).backward(torch.ones(2))

# --- complex_gradient_of_a_real_loss
x = torch.ones(2, requires_grad=True)
x.sum().backward(torch.tensor(1j))

# --- parts
z = torch.tensor([1 + 2j, 3 - 1j, 0.5j], requires_grad=True)
for f in (torch.real, torch.imag, torch.abs, torch.angle, torch.sgn, torch.conj, torch.conj_physical, torch.view_as_real):
    y = f(z)
    print(f.__name__, y, torch.autograd.grad(y, z, torch.ones_like(y))[0])

# --- parts_of_real_numbers
x = torch.tensor([2.0, -3.0], requires_grad=True)
print(x.real is x, x.conj() is x, x.angle(), x.is_conj(), x.sgn())
x.angle().sum().backward()
print(x.grad)
x.imag

# --- conj_is_lazy
z = torch.tensor([1 + 2j, 3 - 1j], requires_grad=True)
c = z.conj()
print(c, c.is_conj(), c.conj().is_conj(), c.resolve_conj(), c.resolve_conj().is_conj(), c.clone().is_conj(), (c * 1).is_conj(), c.imag)
print(z.detach().conj().resolve_conj().numpy(), z.mH if z.ndim == 2 else z.unsqueeze(0).mH, z.is_neg())
c.detach().numpy()

# --- real_and_imag_share_memory
z = torch.zeros(2, dtype=torch.cfloat)
z.real = torch.ones(2)
z.imag[0] = 3.0
torch.view_as_real(z)[1, 1] = 5.0
print(z, z.real._is_view(), torch.view_as_complex(torch.view_as_real(z))._is_view())
z.requires_grad_()
with torch.no_grad():
    z.real.mul_(2.0)
z

# --- made_of_real_numbers
r, t = torch.tensor([1.0, 2.0], requires_grad=True), torch.tensor([0.5, 1.0], requires_grad=True)
for f in (torch.complex, torch.polar):
    y = f(r, t)
    print(y, torch.autograd.grad((y * torch.tensor([1.0, 2 - 1j])).real.sum(), [r, t]))
p = torch.tensor([[0.5, 0.25], [1.0, -1.0]], requires_grad=True)
y = torch.view_as_complex(p)
print(y, torch.autograd.grad((y * y).imag.sum(), p))
x = torch.tensor([1.0, 2.0], requires_grad=True)
torch.autograd.grad((x * 2j + x.to(torch.cfloat) * 1j).imag.sum(), x)

# --- elementwise
z = torch.tensor([0.5 + 0.25j, 0.5 - 0.75j, 2 - 1j], requires_grad=True)
w = torch.tensor([1 - 1j, 2 + 1j, 0.5 + 2j])
for name in "exp log sqrt sin cos tan sinh cosh tanh sigmoid reciprocal rsqrt square neg log2 exp2 expm1 asin atan".split():
    y = getattr(z, name)()
    print(name, y, torch.autograd.grad((y * w).real.sum(), z)[0])

# --- arithmetic
a, b = torch.tensor([1 + 1j, 2 - 0.5j], requires_grad=True), torch.tensor([0.5 - 1j, 3j], requires_grad=True)
r = torch.tensor([2.0, -3.0], requires_grad=True)
w = torch.tensor([1 - 2j, 0.5])
for f in (lambda: a + b, lambda: a - 2j * b, lambda: a * b, lambda: a / b, lambda: a ** 2, lambda: a ** b, lambda: a ** (1 + 1j), lambda: 2 ** a,
          lambda: a * r, lambda: r / a, lambda: 1j - a, lambda: 1 / a, lambda: torch.lerp(a, b, 0.25), lambda: torch.add(a, b, alpha=2j)):
    y = f()
    print(y, torch.autograd.grad((y * w).real.sum(), [a, b, r], allow_unused=True))

# --- matrices
A = torch.tensor([[1 + 1j, 2.0], [0.5j, 1 - 1j]], requires_grad=True)
B = torch.tensor([[1.0, 2j], [1 - 1j, 3.0]], requires_grad=True)
torch.set_printoptions(precision=3)
for f in (lambda: A @ B, lambda: A.mH @ B, lambda: A.H, lambda: A.T @ B, lambda: A.mv(B[0]), lambda: torch.einsum("ij,jk->ik", A, B),
          lambda: torch.linalg.inv(A), lambda: torch.linalg.det(A), lambda: torch.matrix_exp(A / 4), lambda: torch.vdot(A[0], B[0]),
          lambda: torch.linalg.vecdot(A, B), lambda: torch.linalg.norm(A), lambda: torch.linalg.slogdet(A)[1], lambda: torch.linalg.pinv(A),
          lambda: torch.linalg.svdvals(A), lambda: torch.linalg.eigvalsh(A @ A.mH), lambda: torch.linalg.cholesky(A @ A.mH + torch.eye(2))):
    y = f()
    w = torch.arange(1.0, y.numel() + 1).reshape(y.shape) * (1 + 0.5j if y.is_complex() else 1.0)
    print(y.shape, y.grad_fn, torch.autograd.grad((y * w).real.sum(), [A, B], allow_unused=True))

# --- sums_and_places
z = torch.tensor([[1 + 2j, 3 - 1j], [0.5j, 2.0]], requires_grad=True)
w = torch.tensor([[1.0, 2j], [1 - 1j, 3.0]])
for f in (lambda: z.sum(), lambda: z.mean(0), lambda: z.prod(), lambda: z.cumsum(0), lambda: z.var(), lambda: z.std(), lambda: z[0], lambda: z[:, 1:],
          lambda: z.T, lambda: torch.cat([z, z * 2]), lambda: torch.stack([z, w]), lambda: torch.where(z.abs() > 1, z, 0), lambda: z.flip(0),
          lambda: z.masked_fill(z.abs() > 2, 1j), lambda: z.norm(), lambda: z.abs().max(), lambda: z.diagonal(), lambda: z.clone().mul_(w)):
    y = f()
    print(y, torch.autograd.grad(((y * (2 - 1j)).real).sum(), z)[0])

# --- second_derivative
z = torch.tensor([1 + 1j, 2 - 1j], requires_grad=True)
g, = torch.autograd.grad((z ** 3).real.sum(), z, create_graph=True)
print(g, torch.autograd.grad(g.real.sum(), z))

# --- hooks_and_saved
z = torch.tensor([1 + 1j, 2 - 1j], requires_grad=True)
z.register_hook(lambda g: print("hook", g) or g * 2)
y = z * z.conj()
print(y.grad_fn, y.grad_fn.next_functions[1][0], y.grad_fn._saved_other)
y.retain_grad()
y.real.sum().backward()
y.grad, z.grad

# --- own_function
class Turn(torch.autograd.Function):
    @staticmethod
    def forward(ctx, z):
        return z * 1j
    @staticmethod
    def backward(ctx, g):
        return g * -1j
z = torch.tensor([1 + 1j, 2 - 1j], dtype=torch.cdouble, requires_grad=True)
Turn.apply(z).real.sum().backward()
print(z.grad, torch.autograd.gradcheck(Turn.apply, z), torch.autograd.gradcheck(lambda z: (z.conj() * z ** 2, z.abs()), z))
torch.autograd.gradcheck(lambda x: torch.polar(x, x * 2), torch.tensor([1.0, 2.0], dtype=torch.float64, requires_grad=True))

# --- optimizers
for make in (lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.5), lambda p: torch.optim.Adam(p, lr=0.1), lambda p: torch.optim.RMSprop(p, lr=0.1)):
    w = torch.tensor([1 + 0j, 2j], requires_grad=True)
    opt = make([w])
    for step in range(3):
        opt.zero_grad()
        (w * 2 - (1 + 1j)).abs().square().sum().backward()
        opt.step()
    print(w, w.grad)

# --- random
torch.manual_seed(0)
print(torch.randn(3, dtype=torch.cfloat), torch.rand(2, dtype=torch.cdouble), torch.randn_like(torch.zeros(2, dtype=torch.cfloat)), torch.rand(1))

# --- what_complex_numbers_have_not
z = torch.tensor([1 + 2j, 3 - 1j], requires_grad=True)
for f in (lambda: z > 1, lambda: z.relu(), lambda: z.sort(), lambda: z.floor(), lambda: z.softmax(0), lambda: float(z[0]), lambda: z.clamp(0, 1),
          lambda: torch.polar(z, z), lambda: torch.complex(z, z), lambda: torch.complex(torch.ones(1), torch.ones(1).double()),
          lambda: torch.view_as_complex(torch.ones(3)), lambda: torch.view_as_complex(torch.ones(2, 2).T), lambda: torch.view_as_real(torch.ones(3)),
          lambda: torch.view_as_real(z.conj())):
    try:
        print(f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")

# --- transforms
from torch.func import grad, vmap
z = torch.tensor([1 + 1j, 2 - 1j])
print(grad(lambda z: (z * z.conj()).real.sum())(z), vmap(grad(lambda z: z.abs() ** 2))(z), vmap(lambda z: z.real * z.angle())(z))
print(vmap(torch.polar)(torch.ones(2), torch.zeros(2)), vmap(torch.complex)(torch.ones(2), torch.zeros(2)))
grad(lambda z: (z * z).sum())(z)

# --- views_of_a_conjugate
y = torch.tensor([[1 + 2j, 1j]]).mH
print(y.is_conj(), y[0].is_conj(), y.t().is_conj(), y.unbind(0)[0].is_conj(), y.expand(2, 2, 1).is_conj(), y.mH.is_conj(), (y + 0).is_conj())
print(y.real, y.imag, y.reshape(-1), y.contiguous().is_conj(), y.resolve_conj().mul_(2))
y[0].numpy()
# --- gradcheck_of_no_elements
import torch.autograd as autograd

x = torch.zeros(0, 2, dtype=torch.complex128, requires_grad=True)
autograd.gradcheck(torch.exp, (x,))
# --- parts_changed_in_place
z = torch.tensor([1 + 2j, 3 - 1j], requires_grad=True)
w = z * 1
w.real.mul_(3)
w.imag.add_(1)
print(w, w.real.grad_fn)
w.abs().pow(2).sum().backward()
print(z.grad)
# --- pairs_changed_in_place
x = torch.tensor([[1.0, 2.0], [3.0, -1.0]], requires_grad=True)
y = x * 1
torch.view_as_complex(y).mul_(1j)
print(y)
(y * torch.tensor([[1.0, 10.0], [100.0, 1000.0]])).sum().backward()
print(x.grad)
# --- a_part_after_its_whole_was_changed
z = torch.tensor([1 + 2j, 3 - 1j], requires_grad=True).clone()
part = z.imag
z.mul_(2j)
print(part)
grad, = torch.autograd.grad(part.sum(), z)
print(grad)
# --- a_turned_part_changed_in_place
z = torch.arange(4.0).view(2, 2).to(torch.complex64).requires_grad_()
w = z * (1 + 1j)
v = torch.view_as_real(w).transpose(0, 1)
v += 1
(v * torch.arange(8.0).view(2, 2, 2)).sum().backward()
z.grad
