# --- saved_names_1
import torch.nn.functional as F
x = torch.tensor([[0.5, -1., 2.], [1.5, 0.25, 0.75]], requires_grad=True)
y = torch.tensor([[1., 2., 3.], [0.5, 0.25, 4.]], requires_grad=True)
for z in (
    x + y,
    x - y,
    x * y,
    x / y,
    x ** 2,
    x ** y,
    2 ** x,
    x * 3,
    x + 2,
    x / 2,
    2 / x,
    -x,
    x.exp(),
    x.log(),
    x.sin(),
    x.cos(),
    x.tanh(),
    x.sigmoid(),
    x.relu(),
    x.sqrt(),
):
    print(type(z.grad_fn).__name__, {n: getattr(z.grad_fn, n) for n in dir(z.grad_fn) if n.startswith('_saved')})

# --- saved_names_2
import torch.nn.functional as F
x = torch.tensor([[0.5, -1., 2.], [1.5, 0.25, 0.75]], requires_grad=True)
y = torch.tensor([[1., 2., 3.], [0.5, 0.25, 4.]], requires_grad=True)
for z in (
    x.abs(),
    x.square(),
    x.sum(),
    x.sum(0),
    x.sum(1, keepdim=True),
    x.mean(),
    x.prod(),
    x.prod(1),
    x.max(),
    x.min(),
    x.max(0)[0],
    x.max(1).values,
    x.amax(0),
    x @ x.t(),
    torch.mm(x, x.t()),
    torch.dot(x[0], x[0]),
    torch.mv(x, x[0]),
    torch.bmm(x[None], x.t()[None]),
    x.t(),
    x.T,
):
    print(type(z.grad_fn).__name__, {n: getattr(z.grad_fn, n) for n in dir(z.grad_fn) if n.startswith('_saved')})

# --- saved_names_3
import torch.nn.functional as F
x = torch.tensor([[0.5, -1., 2.], [1.5, 0.25, 0.75]], requires_grad=True)
y = torch.tensor([[1., 2., 3.], [0.5, 0.25, 4.]], requires_grad=True)
for z in (
    x.transpose(0, 1),
    x.permute(1, 0),
    x.view(-1),
    x.reshape(3, 2),
    x.flatten(),
    x.unsqueeze(0),
    x[None].squeeze(),
    x.expand(2, 2, 3),
    x.repeat(2, 1),
    x.clone(),
    x.detach(),
    x.double(),
    x.clamp(0, 1),
    x.clamp(min=0.),
    x.clamp(max=1),
    torch.where(x > 0, x, y),
    torch.cat([x, y]),
    torch.stack([x, y]),
    x.unbind()[0],
    x.index_select(0, torch.tensor([1])),
):
    print(type(z.grad_fn).__name__, {n: getattr(z.grad_fn, n) for n in dir(z.grad_fn) if n.startswith('_saved')})

# --- saved_names_4
import torch.nn.functional as F
x = torch.tensor([[0.5, -1., 2.], [1.5, 0.25, 0.75]], requires_grad=True)
y = torch.tensor([[1., 2., 3.], [0.5, 0.25, 4.]], requires_grad=True)
for z in (
    x.scatter(0, torch.tensor([[0, 0, 0]]), 1.),
    x.cumsum(0),
    x.cumprod(1),
    x.softmax(1),
    x.log_softmax(1),
    F.relu(x),
    F.softmax(x, 1),
    F.l1_loss(x, y),
    F.silu(x),
    F.logsigmoid(x),
    x.masked_fill(x > 0, 0),
    x.tril(),
    x.triu(),
    x.diagonal(),
    x.flip(0),
    x.atan2(y),
    torch.maximum(x, y),
    x.minimum(y),
    x.lerp(y, 0.5),
    torch.outer(x[0], y[0]),
):
    print(type(z.grad_fn).__name__, {n: getattr(z.grad_fn, n) for n in dir(z.grad_fn) if n.startswith('_saved')})

# --- saved_names_5
import torch.nn.functional as F
x = torch.tensor([[0.5, -1., 2.], [1.5, 0.25, 0.75]], requires_grad=True)
y = torch.tensor([[1., 2., 3.], [0.5, 0.25, 4.]], requires_grad=True)
for z in (
    torch.linalg.inv(x[:, :2]),
    x.logsumexp(1),
    x.erf(),
    x.log1p(),
    x.expm1(),
    x.reciprocal(),
    x.rsqrt(),
    x.tan(),
    x.asin(),
    x.atan(),
    x.sinh(),
    x.cosh(),
    x.sign(),
    x.round(),
    x.floor(),
    x.fmod(2),
    x.remainder(2),
    x.median(),
    x.movedim(0, 1),
    torch.cross(x, y, dim=1),
):
    print(type(z.grad_fn).__name__, {n: getattr(z.grad_fn, n) for n in dir(z.grad_fn) if n.startswith('_saved')})

# --- saved_names_6
import torch.nn.functional as F
x = torch.tensor([[0.5, -1., 2.], [1.5, 0.25, 0.75]], requires_grad=True)
y = torch.tensor([[1., 2., 3.], [0.5, 0.25, 4.]], requires_grad=True)
for z in (
    x.hypot(y),
    x.swapaxes(0, 1),
    x.logaddexp(y),
    x.argmax() * x,
    x.pow(0.5),
    x.float(),
    x.to(torch.float64),
    x.contiguous(),
    x.t().contiguous(),
    x.masked_select(x > 0),
    x.unflatten(1, (3, 1)),
    x.sub(y, alpha=2),
    x.rot90(),
    x.tile(2),
    x.diff(),
    x.as_strided((2,), (1,)),
    1 - x,
    x // 1,
    x % 2,
    x.true_divide(2),
):
    print(type(z.grad_fn).__name__, {n: getattr(z.grad_fn, n) for n in dir(z.grad_fn) if n.startswith('_saved')})

# --- saved_names_7
import torch.nn.functional as F
x = torch.tensor([[0.5, -1., 2.], [1.5, 0.25, 0.75]], requires_grad=True)
y = torch.tensor([[1., 2., 3.], [0.5, 0.25, 4.]], requires_grad=True)
for z in (
    x.cosh(),
    x.nan_to_num(),
    x.log2(),
    x.log10(),
    x.exp2(),
    x.trunc(),
    x.deg2rad(),
    x.sum((0, 1)),
    x.all() * x,
    x.repeat_interleave(2),
    x.log_softmax(0),
    F.kl_div(x, y),
    F.normalize(x),
    F.prelu(x, y[0, :1]),
    F.cosine_similarity(x, y),
    F.one_hot(torch.tensor([0]), 2) * x[:, :2],
):
    print(type(z.grad_fn).__name__, {n: getattr(z.grad_fn, n) for n in dir(z.grad_fn) if n.startswith('_saved')})

# --- graph_g1
x = torch.tensor([1., 2.], requires_grad=True)
y = (x ** 2).sum()
def walk(fn, depth=0):
    if fn is None: return
    print("  " * depth + fn.name(), len(fn.next_functions), fn.metadata)
    for f, i in fn.next_functions: walk(f, depth + 1)
walk(y.grad_fn)

# --- graph_g2
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 2
print(isinstance(y.grad_fn, torch.autograd.graph.Node), y.grad_fn.name(), y.grad_fn.__class__.__name__, str(type(y.grad_fn)))

# --- graph_g3
x = torch.tensor([1., 2.], requires_grad=True)
e = torch.autograd.graph.get_gradient_edge(x * 2)
print(e.output_nr, type(e).__name__, e.node)
print(torch.autograd.grad(e, x, grad_outputs=torch.ones(2)))

# --- graph_g4
x = torch.tensor([1., 2.], requires_grad=True)
y = x.exp()
print(y.grad_fn._saved_result is y, torch.equal(y.grad_fn._saved_result, y), y.grad_fn._raw_saved_result)
y.sum().backward()
y.grad_fn._saved_result

# --- graph_g6
x = torch.tensor([1., 2.], requires_grad=True)
a = x * 2; b = x + 1; c = a * b
print(c.grad_fn.next_functions[0][0] is a.grad_fn, a.grad_fn.next_functions[0][0] is b.grad_fn.next_functions[0][0])
print(a.grad_fn.next_functions[0][0].variable is x)
print(c.grad_fn(torch.ones(2)))

# --- graph_g7
x = torch.tensor([1., 2.], requires_grad=True)
y = x.mean()
print(y.grad_fn(torch.tensor(1.)), y.grad_fn._saved_self_sym_sizes, y.grad_fn._saved_self_sym_numel)

# --- graph_g8
x = torch.tensor([1., 2.], requires_grad=True)
y = x.sum()
y.backward()
print(y.grad_fn(torch.tensor(2.)))

# --- graph_g9
x = torch.tensor([[1., 2.]], requires_grad=True); w = torch.tensor([[3.], [4.]], requires_grad=True)
y = x @ w
print(y.grad_fn, y.grad_fn._saved_self, y.grad_fn._saved_mat2, y.grad_fn(torch.ones(1, 1)))

# --- graph_g10
x = torch.tensor([1., 2.], requires_grad=True)
print(x.relu().grad_fn._saved_result, x.sigmoid().grad_fn._saved_result, x.tanh().grad_fn._saved_result, x.sqrt().grad_fn._saved_result, x.log().grad_fn._saved_self)

# --- graph_g13
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 2
y.grad_fn.foo

# --- graph_g14
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 2
y.grad_fn = None

# --- graph_g15
x = torch.tensor([1., 2.], requires_grad=True)
y = (x * 2).detach_()
print(y, y.grad_fn, y.requires_grad)

# --- graph_g16
x = torch.ones(2, requires_grad=True)
l = torch.nn.functional.mse_loss(x * 2, torch.zeros(2))
print(l.grad_fn, l.grad_fn.next_functions, l.grad_fn._saved_self, l.grad_fn._saved_target)

# --- graph_g17
m = torch.nn.Linear(2, 1)
y = m(torch.ones(3, 2))
print(y.grad_fn, [(n.name() if n else None) for n, _ in y.grad_fn.next_functions], y.grad_fn.next_functions[2][0].next_functions[0][0].variable.shape)

# --- graph_g18
x = torch.tensor([3., 1., 2.], requires_grad=True)
v, i = x.max(0)
print(v.grad_fn._saved_indices, v.grad_fn._saved_dim, v.grad_fn._saved_keepdim)
s, j = x.sort()
print(s.grad_fn, j.grad_fn, j.requires_grad)

# --- tanh_hessian_has_no_negative_zeros
print(torch.func.hessian(lambda x: x.tanh().sum())(torch.tensor([0.5, 1.5, 2.5])))

# --- saved_where_not_needed
x = torch.tensor(2., requires_grad=True)
print((x * 2).grad_fn._saved_self, (x + x).grad_fn._saved_alpha, hasattr((x * 2).grad_fn, "_saved_foo"))
[name for name in dir((x * x).grad_fn) if name.startswith(("_saved", "_raw"))]
