# --- made_and_shown
s = torch.sparse_coo_tensor([[0, 1, 1], [2, 0, 2]], torch.tensor([3.0, 4.0, 5.0]), (2, 3), check_invariants=False)
print(s)
print(s.layout, s.is_sparse, s.shape, s.dtype, s.dim(), s.numel(), type(s))
print(s.is_coalesced(), s._nnz(), s.sparse_dim(), s.dense_dim())
s.to_dense()
# --- made_with_a_warning
torch.sparse_coo_tensor(torch.tensor([[0, 2]]), torch.tensor([1, 2]))
# --- rows_and_nothing
print(torch.sparse_coo_tensor([[0, 2]], torch.tensor([[1.0, 2.0], [3.0, 4.0]], dtype=torch.float64), check_invariants=False))
print(torch.sparse_coo_tensor((2, 3), check_invariants=False))
torch.sparse_coo_tensor(torch.zeros(0, 2, dtype=torch.long), torch.ones(2, 1, 2), (1, 2), check_invariants=False)
# --- repeated_places_are_added
s = torch.sparse_coo_tensor([[1, 0, 1]], torch.tensor([1.0, 2.0, 3.0]), (3,), check_invariants=False)
print(s.to_dense(), s.coalesce())
print(s._indices(), s._values(), s.coalesce().indices(), s.coalesce().values())
s.values()
# --- made_wrongly
for indices, values, size in (([[0, 1]], torch.ones(3), (3,)), ([[0, 1]], torch.ones(2), (3, 2))):
    try:
        torch.sparse_coo_tensor(indices, values, size, check_invariants=False)
    except RuntimeError as error:
        print(error)
# --- from_and_to_dense
x = torch.tensor([[0.0, 1.0], [2.0, 0.0]])
print(x.to_sparse(), x.to_sparse(1))
print(x.to_dense() is x, torch.equal(x.to_sparse().to_dense(), x), x.to_sparse().to_sparse().is_coalesced())
x.coalesce()
# --- arithmetic
s = torch.tensor([[0.0, 0.0, 3.0], [4.0, 0.0, 5.0]]).to_sparse()
other = torch.tensor([[1.0, 0.0, 2.0], [0.0, 0.0, 1.0]]).to_sparse()
print(s + s, s * 2, s / 2, -s, s - s)
print((s + other).to_dense(), (s * other).to_dense())
print(torch.ones(2, 3) + s, torch.add(torch.ones(2, 3), s, alpha=2), s * torch.full((2, 3), 2.0), s.sum(), s.t())
s + torch.ones(2, 3)
# --- products
s = torch.tensor([[0.0, 0.0, 3.0], [4.0, 0.0, 5.0]]).to_sparse()
print(s.mm(torch.ones(3, 2)), s @ torch.ones(3, 2), torch.mm(torch.ones(2, 2), s), s.mm(s.t()))
# --- gradients
values = torch.tensor([3.0, 4.0, 5.0], requires_grad=True)
s = torch.sparse_coo_tensor([[0, 1, 1], [2, 0, 2]], values, (2, 3), check_invariants=False)
print(s)
(s.to_dense() * torch.arange(6.0).view(2, 3)).sum().backward()
print(values.grad)
x = torch.tensor([[0.0, 1.0], [2.0, 0.0]], requires_grad=True)
y = x.to_sparse()
print(y.grad_fn.name(), y.to_dense())
y.to_dense().sum().backward()
print(x.grad)
# --- gradient_of_a_sparse_leaf
s = torch.tensor([[0.0, 1.0], [2.0, 0.0]]).to_sparse().requires_grad_()
print(s, s.is_leaf)
for out in (s.coalesce(), s.coalesce().values(), s * 2, s + s, s * s, s.sum(), s.clone(), s.to(torch.float64), s.detach()):
    print(out)
s.to_dense().sum().backward()
print(s.grad)
s.grad = None
s.sum().backward()
s.grad
# --- gradients_of_products
s = torch.tensor([[0.0, 1.0], [2.0, 0.0]]).to_sparse().requires_grad_()
b = torch.ones(2, 2, requires_grad=True)
out = s.mm(b)
out.sum().backward()
print(out, s.grad, b.grad)
# --- gathered_gradient
x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
x.gather(0, torch.tensor([0, 2, 2]), sparse_grad=True).sum().backward()
print(x.grad)
x.gather(0, torch.tensor([1]), sparse_grad=True).sum().backward()
print(x.grad)
x.sum().backward()
print(x.grad)
# --- masked
x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
y = x.sparse_mask(torch.tensor([1.0, 0.0, 1.0]).to_sparse())
print(y)
y.to_dense().sum().backward()
x.grad
# --- what_it_has_not
s = torch.ones(2).to_sparse()
for f in (lambda: s.numpy(), lambda: s.data_ptr(), lambda: s.untyped_storage(), lambda: setattr(torch.ones(2), "data", s)):
    try:
        f()
    except (TypeError, RuntimeError, NotImplementedError) as error:
        print(type(error).__name__, error)
# --- gradcheck_of_sparse
import warnings
from torch.autograd import gradcheck

warnings.simplefilter("ignore")
s = torch.tensor([0.0, 1.0, 2.0], dtype=torch.float64).to_sparse().requires_grad_()
print(gradcheck(lambda x: x.to_dense(), (s,), masked=True), gradcheck(lambda x: x.to_dense(masked_grad=False), (s,), masked=False))
for f, masked in ((lambda x: x.to_dense(), False), (torch.sum, True), (lambda x: x, True)):
    try:
        gradcheck(f, (s,), masked=masked)
    except (RuntimeError, ValueError) as error:
        print(error)
# --- gradient_of_the_wrong_layout
class Wrong(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 1

    @staticmethod
    def backward(ctx, g):
        return g.to_sparse()


torch.autograd.gradcheck(Wrong.apply, (torch.ones(1, dtype=torch.float64, requires_grad=True),))
# --- saved_and_accumulated
s = torch.tensor([0.0, 1.0, 2.0]).to_sparse().requires_grad_()
y = s * s
print(y.grad_fn._saved_self.layout)
y.to_dense().sum().backward()
print(s.grad.to_dense())
(s * 3).to_dense().sum().backward()
s.grad.to_dense()

# --- what_kind_it_is
s = torch.ones(2, 2).to_sparse()
s.type(), s.is_meta, s.is_cpu, s.device

# --- gradient_of_other_sparse_dimensions
class Wrong(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return (x * x).to_dense()

    @staticmethod
    def backward(ctx, g):
        return torch.zeros(2, 2, dtype=torch.float64).to_sparse(1)

try:
    torch.autograd.gradcheck(Wrong.apply, (torch.eye(2, dtype=torch.float64).to_sparse().requires_grad_(),), check_batched_grad=False, masked=True)
except Exception as error:
    print(type(error).__name__, str(error).splitlines()[0][:40])

# --- long_lines_are_broken_where_torch_breaks_them
d = torch.zeros(3, 12)
d.view(-1)[::3] = torch.arange(12) / 8 + 0.5
print(d.to_sparse(), (100 * d).to_sparse(), (1000 * d).long().to_sparse())
torch.sparse_coo_tensor([[0, 1], [2, 0]], torch.arange(24.0).view(2, 2, 6), (2, 3, 2, 6))
