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
print(torch.vmap(lambda m: m.softmax(1).sum(0))(X))

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

# --- prints_once
count = 0
def f(x):
    global count
    count += 1
    print("부름", count, x.shape)
    return x.sum()
print(torch.vmap(f)(torch.ones(4, 3)), count)

# --- appends_once
seen = []
def f(x):
    seen.append(x)
    return x * 2
print(torch.vmap(f)(torch.tensor([1., 2.])))
print(len(seen), seen)

# --- escaped_is_used
seen = []
torch.vmap(lambda x: (seen.append(x), x * 2)[1])(torch.tensor([1., 2.]))
print(seen[0].shape, seen[0].dtype)
seen[0] + 1

# --- prints_results_inside
def f(x, w):
    y = w @ x
    print(y)
    z = torch.relu(y)
    print(z, z.shape)
    return z.sum()
torch.vmap(f, in_dims=(0, None))(torch.tensor([[1., 2.], [3., -4.]]), torch.tensor([[1., 0.], [1., 1.], [0., 2.]]))

# --- prints_another_in_dim
def f(col):
    print(col)
    print(col.sin())
    print(col + 1)
    print(col.sum())
    return col
torch.vmap(f, in_dims=1)(torch.arange(6.).view(2, 3))

# --- prints_nested
def f(a, b):
    print(a)
    print(b)
    print(a * b)
    return a * b
torch.vmap(torch.vmap(f, in_dims=(None, 0)), in_dims=(0, None))(torch.tensor([1., 2.]), torch.tensor([10., 20., 30.]))

# --- prints_with_history
x = torch.tensor([1., 2., 3.], requires_grad=True)
def f(x):
    print(x, x.requires_grad, x.grad_fn)
    y = x * 2
    print(y, y.requires_grad, y.grad_fn)
    return y
torch.vmap(f)(x)

# --- a_format_of_a_number
torch.vmap(lambda x: (print(f"{x:.2f}"), x)[1])(torch.tensor([1., 2.]))

# --- a_format_of_a_scalar
torch.vmap(lambda x: (print(f"{x}"), x)[1])(torch.tensor([1., 2.]))

# --- what_kind_of_tensor
def f(x):
    print(type(x), isinstance(x, torch.Tensor), x.dtype, x.device, x.layout, x.type())
    print(x.size(), x.size(0), x.size(-1), x.ndim, len(x), x.numel(), x.nelement(), x.element_size(), x.nbytes)
    print(x.stride(), x.is_contiguous(), x.is_floating_point(), x._version)
    return x
torch.vmap(f)(torch.ones(2, 3, 4))

# --- grad_fn_names
x = torch.tensor([[1., 2.], [3., 4.]], requires_grad=True)
w = torch.tensor([1., -1.])
for f in (lambda v: v * 2, lambda v: v * w, lambda v: v.sum(), lambda v: v.mean(), lambda v: v.max(), lambda v: v.norm(), lambda v: v @ v,
          lambda v: v @ w, lambda v: v[0], lambda v: v[1:], lambda v: v.view(2, 1), lambda v: (-v).exp(), lambda v: v ** 2, lambda v: v.softmax(0),
          lambda v: torch.stack([v, v]), lambda v: torch.cat([v, v]), lambda v: v.unsqueeze(0), lambda v: v.cumsum(0), lambda v: v.clone(),
          lambda v: torch.outer(v, v), lambda v: v.var(), lambda v: v.flip(0), lambda v: torch.where(v > 2, v, 0.), lambda v: v.prod(),
          lambda v: v, lambda v: v.detach(), lambda v: w, lambda v: v.std(), lambda v: v.logsumexp(0), lambda v: v.repeat(2)):
    print(torch.vmap(f)(x))

# --- grad_fn_of_matrices
A = torch.arange(8.).reshape(2, 2, 2).requires_grad_()
m = torch.tensor([[1., 2.], [3., 4.]])
v = torch.tensor([1., 2.])
for f in (lambda a: a @ m, lambda a: m @ a, lambda a: a @ a, lambda a: a @ v, lambda a: v @ a, lambda a: a.T, lambda a: a.t(), lambda a: a.mT,
          lambda a: a.transpose(0, 1), lambda a: a.sum(0), lambda a: a.mean(1), lambda a: a.max(1).values, lambda a: a.diagonal(), lambda a: a.diag(),
          lambda a: a.trace(), lambda a: a[:, 0], lambda a: a[0, 1], lambda a: a[[1, 0]], lambda a: a.reshape(-1), lambda a: a.flatten(),
          lambda a: torch.linalg.inv(a + 2 * torch.eye(2)), lambda a: a.tril(), lambda a: a.permute(1, 0)):
    print(torch.vmap(f)(A))

# --- backward_of_shared_weights
w = torch.tensor([1., 2.], requires_grad=True)
b = torch.tensor(0.5, requires_grad=True)
X = torch.tensor([[1., 2.], [3., 4.], [5., 6.]])
out = torch.vmap(lambda x: torch.dot(w, x) + b)(X)
print(out)
loss = (out ** 2).mean()
print(loss)
loss.backward()
print(w.grad, b.grad)

# --- backward_to_the_batch
x = torch.tensor([[1., 2.], [3., 4.]], requires_grad=True)
torch.vmap(lambda v: (v ** 3).sum())(x).sum().backward()
print(x.grad)

# --- in_place_in_all_ways
def f(x):
    y = x.clone()
    y += 1
    y -= 0.5
    y *= 2
    y /= 4
    y[0] = 7
    y[1:] = x[1:] * 10
    y.clamp_(max=100).neg_()
    return y
torch.vmap(f)(torch.tensor([[1., 2., 3.], [4., 5., 60.]]))

# --- in_place_through_a_view
def f(x):
    y = x.clone()
    first = y[0]
    first.mul_(10)
    y.view(-1)[-1:].zero_()
    return y
torch.vmap(f)(torch.tensor([[1., 2., 3.], [4., 5., 6.]]))

# --- in_place_into_zeros
def f(x):
    y = torch.zeros(2)
    y[0] = x[0]
    return y
torch.vmap(f)(torch.ones(3, 2))

# --- in_place_add_into_zeros
def f(x):
    total = torch.zeros(2)
    total += x
    return total
torch.vmap(f)(torch.ones(3, 2))

# --- in_place_mul_into_ones
def f(x):
    y = torch.ones(2)
    y.mul_(x)
    return y
torch.vmap(f)(torch.ones(3, 2))

# --- in_place_copy_into_zeros
def f(x):
    y = torch.zeros(2)
    y.copy_(x)
    return y
torch.vmap(f)(torch.ones(3, 2))

# --- in_place_fill_with_a_sample
def f(x):
    y = torch.zeros(2)
    y.fill_(x[0])
    return y
torch.vmap(f)(torch.ones(3, 2))

# --- in_place_index_put_into_zeros
def f(x):
    y = torch.zeros(2)
    y[torch.tensor([1, 0])] = x
    return y
torch.vmap(f)(torch.ones(3, 2))

# --- zeros_like_instead
def f(x):
    y = torch.zeros_like(x)
    y[0] = x[0]
    z = x.new_zeros(3)
    z[:2] += x
    return y, z
torch.vmap(f)(torch.tensor([[1., 2.], [3., 4.]]))

# --- in_place_changes_the_argument
x = torch.zeros(2, 3)
torch.vmap(lambda v: v.add_(1))(x)
print(x, x._version)

# --- in_place_changes_a_closure
total = torch.zeros(3)
def f(x):
    total.add_(1)
    return x
torch.vmap(f)(torch.ones(4, 3))
print(total)

# --- in_place_with_history
x = torch.tensor([[1., 2.], [3., 4.]], requires_grad=True)
def f(v):
    y = v * 1
    y[0] = 0
    y.mul_(3)
    return y
out = torch.vmap(f)(x)
print(out)
out.sum().backward()
x.grad

# --- in_place_on_a_leaf
x = torch.ones(2, 2, requires_grad=True)
torch.vmap(lambda v: v.add_(1))(x)

# --- boolean_mask
torch.vmap(lambda x: x[x > 1])(torch.tensor([[1., 2.], [3., 4.]]))

# --- boolean_mask_assignment
def f(x):
    x = x.clone()
    x[x > 1] = 0
    return x
torch.vmap(f)(torch.tensor([[1., 2.], [3., 4.]]))

# --- fixed_mask
keep = torch.tensor([True, False, True])
def f(x):
    x = x.clone()
    x[~keep] = -1
    return x[keep], x
torch.vmap(f)(torch.arange(6.).reshape(2, 3))

# --- nonzero
torch.vmap(lambda x: x.nonzero())(torch.ones(2, 2))

# --- unique
torch.vmap(lambda x: x.unique())(torch.ones(2, 2))

# --- masked_select
torch.vmap(lambda x: x.masked_select(x > 0))(torch.ones(2, 2))

# --- where_with_one_argument
torch.vmap(lambda x: torch.where(x > 1))(torch.ones(2, 2))

# --- allclose
torch.vmap(lambda x: x if torch.allclose(x, x) else -x)(torch.ones(2, 2))

# --- equal
torch.vmap(lambda x: x if torch.equal(x, x) else -x)(torch.ones(2, 2))

# --- numpy
torch.vmap(lambda x: x.numpy())(torch.ones(2, 2))

# --- data
torch.vmap(lambda x: x.data * 2)(torch.ones(2, 2))

# --- requires_grad
torch.vmap(lambda x: x.requires_grad_())(torch.ones(2, 2))

# --- backward_inside
torch.vmap(lambda x: x.sum().backward())(torch.ones(2, 2))

# --- autograd_grad_inside
x = torch.ones(2, 2, requires_grad=True)
torch.vmap(lambda v: torch.autograd.grad((v * v).sum(), v)[0])(x)

# --- autograd_grad_of_a_graph_from_outside
x = torch.tensor([1., 2., 3.], requires_grad=True)
y = x ** 2 + x.sum()
print(torch.vmap(lambda v: torch.autograd.grad(y, x, v, retain_graph=True)[0])(torch.eye(3)))

# --- python_max
torch.vmap(lambda x: max(x[0], 3))(torch.ones(2, 2))

# --- python_sum_and_loops
def f(x):
    total = 0
    for i, v in enumerate(x):
        total = total + i * v
    return total, sum(x), sum(v * v for v in x), x[len(x) - 1]
torch.vmap(f)(torch.tensor([[1., 2., 3.], [4., 5., 6.]]))

# --- a_while_loop_on_a_constant
def f(x):
    n = torch.tensor(3)
    while n > 0:
        x, n = x * 2, n - 1
    return x
torch.vmap(f)(torch.tensor([1., 2.]))

# --- newton_without_control_flow
def root(a):
    x = a
    for _ in range(6):
        x = (x + a / x) / 2
    return x
torch.vmap(root)(torch.tensor([2., 9., 16.]))

# --- wrong_sizes_inside
torch.vmap(lambda x: x + torch.ones(4))(torch.ones(2, 3))

# --- wrong_dimension_inside
torch.vmap(lambda x: x.sum(1))(torch.ones(2, 3))

# --- index_too_large_inside
torch.vmap(lambda x: x[5])(torch.ones(2, 3))

# --- wrong_matmul_inside
torch.vmap(lambda x: x @ torch.ones(4))(torch.ones(2, 3))

# --- mm_of_vectors
torch.vmap(torch.mm)(torch.ones(2, 3), torch.ones(2, 3))

# --- view_of_the_wrong_size
torch.vmap(lambda m: m.view(7))(torch.ones(2, 3, 3))

# --- dot_of_a_matrix
torch.vmap(lambda m: torch.dot(m, m))(torch.ones(2, 3, 3))

# --- returns_a_list_of_numbers
torch.vmap(lambda x: [x, 1])(torch.ones(2))

# --- out_dims_none
torch.vmap(lambda x: (x * 2, torch.ones(2)), out_dims=(0, None))(torch.tensor([1., 2., 3.]))

# --- out_dims_none_of_a_batch
torch.vmap(lambda x: x, out_dims=None)(torch.ones(2, 2))

# --- out_dims_everywhere
A = torch.arange(12.).reshape(2, 2, 3)
for d in (0, 1, 2, -1, -2, -3):
    print(d, torch.vmap(lambda a: a, out_dims=d)(A).shape, torch.vmap(lambda a: a * 1, in_dims=d)(A).shape)

# --- several_in_and_out_dims
def f(x, y):
    return x @ y, y
a, b = torch.arange(6.).reshape(2, 3), torch.arange(6.).reshape(3, 2)
print(torch.vmap(f, in_dims=(0, 1), out_dims=(0, 1))(a, b))

# --- nested_three_times
x = torch.arange(2.)
torch.vmap(lambda a: torch.vmap(lambda b: torch.vmap(lambda c: a + 10 * b + 100 * c)(x))(x))(x)

# --- distances
P = torch.tensor([[0., 0.], [3., 4.], [6., 8.]])
distance = lambda a, b: (a - b).norm()
torch.vmap(lambda a: torch.vmap(lambda b: distance(a, b))(P))(P)

# --- nested_matrix_product
A, B = torch.arange(6.).reshape(2, 3), torch.arange(12.).reshape(3, 4)
product = torch.vmap(torch.vmap(torch.dot, in_dims=(None, 1)), in_dims=(0, None))
print(product(A, B), torch.equal(product(A, B), A @ B))

# --- dtypes_of_scalars
x, s, k = torch.ones(2, 3), torch.tensor([1., 2.], dtype=torch.float64), torch.tensor([1, 2])
print(torch.vmap(lambda a, b: a * b)(x, s).dtype, torch.vmap(lambda a, b: a + b)(x, k).dtype, torch.vmap(lambda a, b: a * b)(s, k).dtype)
print(torch.vmap(lambda a, b: a.long() * b)(x, s).dtype, torch.vmap(lambda a: a > 0)(x).dtype, torch.vmap(lambda a: a.double())(x).dtype)

# --- index_with_each_row
X, I = torch.arange(12.).reshape(2, 2, 3), torch.tensor([[0, 2], [1, 1]])
print(torch.vmap(lambda m, i: m[:, i])(X, I))
print(torch.vmap(lambda m, i: m[i[0]])(X, torch.tensor([[1], [0]])))
print(torch.vmap(lambda m, i: m[i % 2, i])(X, I))
print(torch.vmap(lambda i: X[0, :, i])(I))
print(torch.vmap(lambda m: m[..., [2, 0]])(X))

# --- gather_and_scatter
X, I = torch.arange(6.).reshape(2, 3), torch.tensor([[0, 2], [1, 1]])
print(torch.vmap(lambda x, i: x.gather(0, i))(X, I))
print(torch.vmap(lambda x, i: torch.zeros_like(x).scatter_add(0, i, x[:2]))(X, I))
print(torch.vmap(lambda x: x.index_select(0, torch.tensor([2, 0])))(X))
print(torch.vmap(lambda i: torch.nn.functional.one_hot(i, 3))(I))

# --- sorting
X = torch.tensor([[3., 1., 2.], [1., 5., 4.]])
print(torch.vmap(torch.sort)(X))
print(torch.vmap(lambda x: x.topk(2).values)(X), torch.vmap(lambda x: x.argsort(descending=True))(X))
print(torch.vmap(lambda x: x.max(0))(X))

# --- without_a_rule
print(torch.vmap(lambda x: torch.quantile(x, 0.5))(torch.arange(6.).reshape(2, 3)))
print(torch.vmap(lambda x: x.take(torch.tensor([0, 2])))(torch.arange(6.).reshape(2, 3)))

# --- chunks_call_several_times
def f(x):
    print("부름", x)
    return x * 2
print(torch.vmap(f, chunk_size=2)(torch.arange(5.)))

# --- chunks_with_dims
print(torch.vmap(lambda x: (x, x.sum()), in_dims=1, out_dims=(1, 0), chunk_size=2)(torch.arange(6.).reshape(2, 3)))

# --- random_numbers_different
f = lambda x: x + torch.rand(2)
print(torch.vmap(f, randomness="different")(torch.zeros(3, 2)))
print(torch.vmap(lambda x: torch.randn(2), randomness="different")(torch.zeros(3)))
print(torch.vmap(lambda x: torch.randn_like(x), randomness="different")(torch.zeros(3, 2)))
print(torch.vmap(lambda x: torch.randint(0, 10, (3,)), randomness="different")(torch.zeros(2)))
print(torch.vmap(lambda x: torch.randperm(4), randomness="different")(torch.zeros(3)))

# --- random_numbers_same
f = lambda x: x + torch.rand(2)
print(torch.vmap(f, randomness="same")(torch.zeros(3, 2)))
print(torch.vmap(lambda x: torch.randn_like(x), randomness="same")(torch.zeros(3, 2)))
print(torch.rand(1))

# --- random_in_place_different
torch.vmap(lambda x: torch.zeros(2).normal_(), randomness="different")(torch.zeros(3))

# --- random_bernoulli
print(torch.vmap(lambda p: torch.bernoulli(p), randomness="different")(torch.full((3, 2), 0.5)))
torch.vmap(lambda p: torch.bernoulli(p), randomness="same")(torch.full((3, 2), 0.5))

# --- dropout_refused
import torch.nn as nn
model = nn.Sequential(nn.Linear(2, 2), nn.Dropout(0.5))
print(torch.vmap(model.eval())(torch.ones(2, 2)).shape)
torch.vmap(model.train())(torch.ones(2, 2))

# --- dropout_different_and_same
import torch.nn.functional as F
x = torch.ones(3, 4)
print(torch.vmap(lambda v: F.dropout(v), randomness="different")(x))
print(torch.vmap(lambda v: F.dropout(v), randomness="same")(x))

# --- layers
import torch.nn as nn
X = torch.tensor([[1., 2., 3.], [4., 5., 7.]])
for layer in (nn.Linear(3, 2), nn.ReLU(), nn.LayerNorm(3), nn.Softmax(-1), nn.Tanh(), nn.Identity(), nn.Flatten(0), nn.ReLU(inplace=True)):
    print(torch.vmap(layer)(X))

# --- losses
import torch.nn.functional as F
X, Y = torch.tensor([[1., 2., 3.], [4., 5., 7.]]), torch.tensor([[1., 0., 1.], [0., 1., 0.]])
k = torch.tensor([2, 0])
for f in (F.mse_loss, F.l1_loss, F.smooth_l1_loss, F.huber_loss, F.binary_cross_entropy_with_logits):
    print(f.__name__, torch.vmap(f)(X, Y), torch.vmap(lambda a, b: f(a, b, reduction="none"))(X, Y).shape)
print(torch.vmap(F.cross_entropy)(X, k), torch.vmap(lambda a, b: F.cross_entropy(a, b, label_smoothing=0.1))(X, k))
print(torch.vmap(lambda a, b: F.nll_loss(a.log_softmax(0), b, weight=torch.tensor([1., 2., 3.])))(X, k))

# --- batch_norm_refused
import torch.nn as nn
torch.vmap(nn.BatchNorm1d(3))(torch.ones(2, 4, 3))

# --- embedding
import torch.nn as nn
table = nn.Embedding(4, 2)
out = torch.vmap(table)(torch.tensor([[0, 1], [3, 3]]))
print(out.shape, type(out.grad_fn).__name__)

# --- einsum_and_tensordot
A, B = torch.arange(8.).reshape(2, 2, 2), torch.arange(4.).reshape(2, 2)
print(torch.vmap(lambda a: torch.einsum("ij,jk->ik", a, B))(A))
print(torch.vmap(lambda a, b: torch.einsum("ij,j->i", a, b))(A, B))
print(torch.vmap(lambda a: torch.tensordot(a, B, 1))(A))

# --- linear_algebra
A = torch.tensor([[[2., 1.], [1., 3.]], [[4., 0.], [0., 5.]]])
b = torch.tensor([[1., 2.], [3., 4.]])
print(torch.vmap(torch.linalg.inv)(A))
print(torch.vmap(torch.linalg.solve)(A, b))
print(torch.vmap(torch.linalg.det)(A), torch.vmap(torch.linalg.eigvalsh)(A), torch.vmap(torch.linalg.norm)(A))

# --- empty_batch_sizes_differ
torch.vmap(lambda x, y: x + y, in_dims=(0, 1))(torch.ones(2, 3), torch.ones(2, 3))

# --- float_dimension
torch.vmap(lambda x: x, in_dims=0.5)(torch.ones(2))

# --- unhashable_structure
torch.vmap(lambda d: d["a"] + d["b"][0], in_dims=({"a": 0, "b": None},))({"a": torch.ones(2), "b": [torch.tensor(1.)]})

# --- operators_in_place
x = torch.arange(6.).reshape(2, 3)
def change(x):
    y, i = x.clone(), x.long()
    y %= 4
    y //= 2
    i <<= 1
    i |= 1
    return y, i, i >> 1, 1 << i
print(torch.vmap(change)(x))
def change_shared(x, y):
    y = y.clone()
    y %= x
    return y
torch.vmap(change_shared, (0, None))(x, torch.ones(3))

# --- operators_in_place_of_what_is_captured
count, flags = torch.tensor(5.), torch.tensor(True)
def remainder(x):
    global count
    count %= 2
    return x * count
def either(x):
    global flags
    flags |= True
    return x * flags
for f in (remainder, either):
    try:
        torch.func.grad(f)(torch.tensor(2.))
    except RuntimeError as error:
        print(error)

# --- adjoint_and_diagflat
m = torch.arange(12.).reshape(2, 3, 2)
print(torch.vmap(lambda x: x.H)(m).shape, torch.vmap(torch.adjoint)(m).shape)
print(torch.vmap(torch.diagflat)(m[:, 0]))
torch.vmap(lambda x: x[0].H)(m)
