# --- linear_weight_strides
import torch.nn as nn
lin = nn.Linear(3, 2)
x = torch.ones(4, 3)
(g,) = torch.autograd.grad(lin(x).sum(), [lin.weight])
print(g.stride(), g.is_contiguous())
g.view(-1).shape

# --- strides_of_accumulated
for f in (lambda a: a.t() @ torch.ones(2, 4), lambda a: a.sum(), lambda a: a.sum(0), lambda a: a @ torch.ones(3, 4), lambda a: a.permute(1, 0), lambda a: a.expand(2, 3)):
    a = torch.ones(2, 3, requires_grad=True)
    y = f(a)
    y.backward(torch.ones_like(y))
    print(a.grad.stride())

# --- strides_accumulated_create_graph
for f in (lambda a: a.t() @ torch.ones(2, 4), lambda a: a.sum(), lambda a: a.sum(0), lambda a: a @ torch.ones(3, 4), lambda a: a.permute(1, 0), lambda a: a.expand(2, 3)):
    a = torch.ones(2, 3, requires_grad=True)
    y = f(a)
    torch.autograd.backward(y, torch.ones_like(y), create_graph=True)
    print(a.grad.stride())

# --- strides_accumulated_noncontig_leaf
a = torch.ones(3, 2).t().requires_grad_()
print(a.stride())
(a * torch.ones(2, 3)).sum().backward()
print(a.grad.stride())
a.grad = None
(a * 1).backward(torch.ones(2, 3))
print(a.grad.stride())
a.grad = None
a.backward(torch.ones(2, 3))
print(a.grad.stride())

# --- strides_of_results
x = torch.arange(24.).reshape(2, 3, 4)
A = torch.tensor([[2., 0., 0.], [1., 3., 0.], [0., 1., 4.]])
for y in (x.rot90(), x.index_select(1, torch.tensor([0, 1])), x[:, [0, 2]], x[..., [0, 2]], x.cumsum(1), x.cummax(1).values, x.mT.softmax(1), x.mT.flip(0), torch.ones_like(x.mT), torch.linalg.inv(A), torch.linalg.solve(A, A), torch.linalg.qr(A).Q, torch.linalg.cross(x.permute(0, 2, 1), x.permute(0, 2, 1)), x.repeat_interleave(torch.tensor([1, 2, 1]), 1), torch.zeros_like(x.expand(2, 2, 3, 4)), torch.full_like(x.mT, 2.), x.mT.clone(), x.mT.contiguous()):
    print(y.stride())

# --- strides_of_gradients
def show(name, f, *shapes):
    xs = [torch.arange(float(torch.tensor(s).prod())).reshape(s).add(1).requires_grad_() for s in shapes]
    y = f(*xs)
    gs = torch.autograd.grad(y, xs, torch.ones_like(y))
    print(name, [g.stride() for g in gs])
show("mm", lambda a, b: a @ b, (2, 3), (3, 4))
show("mm_t", lambda a, b: a @ b.t(), (2, 3), (4, 3))
show("mm_t1", lambda a, b: a.t() @ b, (3, 2), (3, 4))
show("mm_tt", lambda a, b: a.t() @ b.t(), (3, 2), (4, 3))
show("bmm", lambda a, b: a @ b, (5, 2, 3), (5, 3, 4))
show("bmm_t", lambda a, b: a @ b.mT, (5, 2, 3), (5, 4, 3))
show("mv", lambda a, b: a @ b, (2, 3), (3,))
show("vm", lambda a, b: b @ a, (3, 2), (3,))
show("3d2d", lambda a, b: a @ b, (5, 2, 3), (3, 4))
show("3d2dt", lambda a, b: a @ b.t(), (5, 2, 3), (4, 3))
show("sum", lambda a: a.sum(), (2, 3))
show("sum0", lambda a: a.sum(0), (2, 3))
show("sum1", lambda a: a.sum(1), (2, 3))
show("sumk", lambda a: a.sum(1, keepdim=True), (2, 3))
show("mean", lambda a: a.mean(), (2, 3))
show("mean0", lambda a: a.mean(0), (2, 3))
show("t", lambda a: a.t(), (2, 3))
show("permute", lambda a: a.permute(2, 0, 1), (2, 3, 4))
show("tmul", lambda a: a.t() * 2, (2, 3))
show("texp", lambda a: a.t().exp(), (2, 3))
show("expand", lambda a: a.expand(2, 3), (1, 3))
show("expandmul", lambda a, b: a * b, (1, 3), (2, 3))
show("diagonal", lambda a: a.diagonal(), (3, 3))
show("select", lambda a: a[1], (3, 3))
show("slice", lambda a: a[:, 1:], (3, 3))
show("index", lambda a: a[[0, 1]], (3, 3))
show("gather", lambda a: a.gather(0, torch.zeros(1, 3, dtype=torch.long)), (3, 3))
show("cat", lambda a, b: torch.cat([a, b]), (2, 3), (2, 3))
show("cat1", lambda a, b: torch.cat([a, b], 1), (2, 3), (2, 3))
show("stack", lambda a, b: torch.stack([a, b]), (2, 3), (2, 3))
show("stack1", lambda a, b: torch.stack([a, b], 1), (2, 3), (2, 3))
show("addmm", lambda a, b, c: torch.addmm(c, a, b), (2, 3), (3, 4), (2, 4))
show("addmmt", lambda a, b, c: torch.addmm(c, a, b.t()), (2, 3), (4, 3), (4,))
show("outer", lambda a, b: torch.outer(a, b), (2,), (3,))
show("einsum", lambda a, b: torch.einsum("ij,jk->ik", a, b), (2, 3), (3, 4))
show("einsum2", lambda a, b: torch.einsum("ij,kj->ik", a, b), (2, 3), (4, 3))
show("einsum3", lambda a: torch.einsum("ij->ji", a), (2, 3))
show("det", lambda a: (a + torch.eye(3)).det(), (3, 3))
show("inv", lambda a: (a + torch.eye(3) * 9).inverse(), (3, 3))
show("solve", lambda a, b: torch.linalg.solve(a + torch.eye(3) * 9, b), (3, 3), (3, 2))
show("chol", lambda a: torch.linalg.cholesky(a @ a.t() + torch.eye(3)), (3, 3))
show("softmax0", lambda a: a.softmax(0), (2, 3))
show("softmaxT", lambda a: a.t().softmax(0), (2, 3))
show("cumsum", lambda a: a.cumsum(0), (2, 3))
show("flip", lambda a: a.flip(0), (2, 3))
show("flipT", lambda a: a.t().flip(0), (2, 3))
show("roll", lambda a: a.roll(1, 0), (2, 3))
show("repeat", lambda a: a.repeat(2, 2), (2, 3))
show("tril", lambda a: a.tril(), (3, 3))
show("sort", lambda a: a.sort(0).values, (2, 3))
show("max", lambda a: a.max(0).values, (2, 3))
show("where", lambda a, b: torch.where(a > 2, a, b), (2, 3), (2, 3))
show("kron", lambda a, b: torch.kron(a, b), (2, 3), (2, 3))
show("norm", lambda a: a.norm(), (2, 3))
show("view", lambda a: a.view(3, 2), (2, 3))
show("unfold", lambda a: a.unfold(0, 2, 1), (4, 3))
show("unbind", lambda a: a.unbind(1)[0], (4, 3))
show("split", lambda a: a.split(2, 1)[0], (4, 3))
show("movedim", lambda a: a.movedim(0, 2), (2, 3, 4))

# --- gradient_through_changes_in_place
x = torch.ones(3, 2).t().requires_grad_()
for change in (lambda y: y.exp_(), lambda y: y.mul_(2), lambda y: y.abs_(), lambda y: y.clamp_(0, 2), lambda y: y.add_(1)):
    g, = torch.autograd.grad(change(x.clone()).sum(), x)
    print(g.stride(), change(x.clone()).stride())
