# --- dot_batch
x = torch.tensor([[1., 2.], [3., 4.]])
y = torch.tensor([[1., 1.], [10., 10.]])
torch.vmap(torch.dot)(x, y)

# --- in_dims_none
A = torch.tensor([[1., 2.], [3., 4.]])
v = torch.tensor([1., 10.])
torch.vmap(torch.dot, in_dims=(0, None))(A, v)

# --- in_dims_1
A = torch.tensor([[1., 2.], [3., 4.]])
torch.vmap(lambda col: col.sum(), in_dims=1)(A)

# --- out_dims
A = torch.arange(6.).reshape(2, 3)
print(torch.vmap(lambda r: r * 2, out_dims=1)(A))

# --- shape_inside
def f(x):
    print(x.shape, x.dim(), x.numel())
    return x.sum()
torch.vmap(f)(torch.ones(4, 3))

# --- elementwise
torch.vmap(lambda x: torch.sin(x) ** 2 + torch.cos(x) ** 2)(torch.tensor([0., 1., 2.]))

# --- matrix_vector
W = torch.tensor([[1., 2.], [3., 4.]])
X = torch.tensor([[1., 0.], [0., 1.], [1., 1.]])
torch.vmap(lambda x: W @ x)(X)

# --- batched_matrix
A = torch.arange(8.).reshape(2, 2, 2)
torch.vmap(torch.mm)(A, A)

# --- nested
x = torch.tensor([1., 2.])
y = torch.tensor([10., 20., 30.])
torch.vmap(lambda a: torch.vmap(lambda b: a * b)(y))(x)

# --- grad_inside
from torch.func import vmap, grad
vmap(grad(torch.sin))(torch.tensor([0., 1., 2.]))

# --- second_derivative_over_points
from torch.func import vmap, grad
vmap(grad(grad(lambda x: x ** 3)))(torch.tensor([1., 2., 3.]))

# --- grad_of_vmap
from torch.func import vmap, grad
grad(lambda x: vmap(lambda v: v ** 2)(x).sum())(torch.tensor([1., 2., 3.]))

# --- jacobian_rows_by_vmap
from torch.func import vmap, vjp
x = torch.tensor([1., 2., 3.])
_, f_vjp = vjp(lambda x: x ** 2, x)
vmap(f_vjp)(torch.eye(3))

# --- jvp_inside
from torch.func import vmap, jvp
x = torch.tensor([1., 2.])
vmap(lambda v: jvp(lambda x: x ** 3, (x,), (v,))[1])(torch.eye(2))

# --- multiple_outputs
torch.vmap(lambda x: (x.sum(), x * 2))(torch.tensor([[1., 2.], [3., 4.]]))

# --- dict_output
torch.vmap(lambda x: {"합": x.sum(), "두 배": x * 2})(torch.tensor([[1., 2.]]))

# --- dict_input
torch.vmap(lambda d: d["a"] * d["b"])({"a": torch.tensor([1., 2.]), "b": torch.tensor([3., 4.])})

# --- different_sizes_error
torch.vmap(torch.dot)(torch.ones(2, 3), torch.ones(4, 3))

# --- scalar_input_error
torch.vmap(lambda x: x)(torch.tensor(1.))

# --- no_tensor_error
torch.vmap(lambda x: x)(3.0)

# --- in_dims_out_of_range
torch.vmap(lambda x: x, in_dims=3)(torch.ones(2, 2))

# --- in_dims_all_none
torch.vmap(lambda x: x, in_dims=None)(torch.ones(2, 2))

# --- in_dims_wrong_structure
torch.vmap(lambda x, y: x, in_dims=(0,))(torch.ones(2), torch.ones(2))

# --- returns_number_error
torch.vmap(lambda x: 3.0)(torch.ones(2))

# --- item_error
torch.vmap(lambda x: x.item())(torch.ones(2))

# --- control_flow_error
def f(x):
    if x > 0:
        return x
    return -x
torch.vmap(f)(torch.tensor([1., -1.]))

# --- where_instead
torch.vmap(lambda x: torch.where(x > 0, x, -x))(torch.tensor([1., -1.]))

# --- print_inside
def f(x):
    print(x)
    return x * 2
torch.vmap(f)(torch.tensor([1., 2.]))

# --- constant_output
torch.vmap(lambda x: torch.ones(2))(torch.zeros(3))

# --- random_error
torch.vmap(lambda x: x + torch.rand(1))(torch.zeros(3))

# --- random_same
torch.manual_seed(0)
out = torch.vmap(lambda x: x + torch.rand(1), randomness="same")(torch.zeros(3))
print((out[0] == out[1]).item())

# --- random_different
out = torch.vmap(lambda x: x + torch.rand(1), randomness="different")(torch.zeros(3))
print((out[0] == out[1]).item(), out.shape)

# --- reductions
X = torch.arange(6.).reshape(2, 3)
for f in (torch.mean, torch.max, torch.min, torch.prod, torch.var, torch.argmax, torch.norm):
    print(f.__name__, torch.vmap(f)(X))

# --- reductions_with_dim
X = torch.arange(12.).reshape(2, 2, 3)
print(torch.vmap(lambda m: m.sum(0))(X))
print(torch.vmap(lambda m: m.sum(-1))(X))
print(torch.vmap(lambda m: m.softmax(1).sum(1))(X))

# --- shapes
X = torch.arange(12.).reshape(2, 2, 3)
for f in (lambda m: m.T, lambda m: m.reshape(-1), lambda m: m[0], lambda m: m[:, 1], lambda m: m.unsqueeze(0), lambda m: m.flatten(),
          lambda m: torch.cat([m, m]), lambda m: torch.stack([m, m], 1), lambda m: m.view(3, 2), lambda m: m.permute(1, 0), lambda m: m.flip(0)):
    print(torch.vmap(f)(X).shape)

# --- inplace_inside
def f(x):
    y = x.clone()
    y.add_(1)
    return y
torch.vmap(f)(torch.tensor([1., 2.]))

# --- chunk_size
torch.vmap(lambda x: x * 2, chunk_size=2)(torch.arange(5.))

# --- negative_in_dim
torch.vmap(lambda c: c.sum(), in_dims=-1)(torch.tensor([[1., 2.], [3., 4.]]))

# --- mlp_batch
import torch.nn as nn
model = nn.Sequential(nn.Linear(2, 3), nn.Tanh(), nn.Linear(3, 1))
X = torch.tensor([[1., 2.], [3., 4.]])
torch.allclose(torch.vmap(model)(X), model(X))

# --- backward_through_vmap
w = torch.tensor([1., 2.], requires_grad=True)
out = torch.vmap(lambda x: w @ x)(torch.eye(2))
print(out.detach())
out.sum().backward()
w.grad

# --- decorated
from functools import partial
@partial(torch.vmap, in_dims=(0, None))
def scale(x, k):
    return x * k
scale(torch.tensor([1., 2.]), torch.tensor(5.))

# --- einsum_inside
A = torch.arange(8.).reshape(2, 2, 2)
torch.vmap(lambda m: torch.einsum("ij,jk->ik", m, m))(A)

# --- indexing_with_batched
X = torch.arange(6.).reshape(2, 3)
i = torch.tensor([0, 2])
torch.vmap(lambda row, k: row[k])(X, i)

# --- prints_inside_grad
from torch.func import vmap, grad
def f(x):
    print("x:", x)
    print(f"{x}")
    return (x * 2).sum()
print(vmap(grad(f))(torch.tensor([[1., 2.], [3., 4.]])))

# --- nothing_mapped
torch.vmap(lambda x, y: x, in_dims=(None, None))(torch.ones(2), torch.ones(2))

# --- float_error
torch.vmap(lambda x: float(x))(torch.ones(2))

# --- tolist_error
torch.vmap(lambda x: x.tolist())(torch.ones(2))

# --- no_arguments
torch.vmap(lambda x: x)()

# --- returns_none
torch.vmap(lambda x: None)(torch.ones(2))

# --- out_dims_wrong_structure
torch.vmap(lambda x: x, out_dims=(0, 0))(torch.ones(2))

# --- randomness_unknown
torch.vmap(lambda x: x, randomness="no")(torch.ones(2))

# --- chunk_size_error
torch.vmap(lambda x: x, chunk_size=0)(torch.ones(2))

# --- item_of_constant
c = torch.tensor(2.)
torch.vmap(lambda x: x * c.item())(torch.ones(2))

# --- changes_its_argument
def f(x):
    x += 1
    return x
x = torch.zeros(2)
print(torch.vmap(f)(x), x)

# --- prints_a_constant
c = torch.ones(2)
def f(x):
    print("안녕", c)
    return x + c
torch.vmap(f)(torch.zeros(2, 2))

# --- prints_then_fails
def f(x):
    print("들어옴", x)
    if x > 0:
        print("양수")
    return x
torch.vmap(f)(torch.tensor([1., 2.]))
