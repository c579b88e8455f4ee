# --- grad_fn_names_arithmetic
a = torch.tensor(2., requires_grad=True)
b = torch.tensor(3., requires_grad=True)
for t in (a + b, a - b, a * b, a / b, a ** 2, a ** b, 2 ** a, -a, 1 / a, 1 - a, a + 1, abs(a), a % 2, a // 2):
    print(t, t.grad_fn.name())

# --- grad_fn_names_functions
x = torch.tensor([.5, .2], requires_grad=True)
for f in (torch.exp, torch.log, torch.sin, torch.cos, torch.tan, torch.tanh, torch.sigmoid, torch.relu, torch.sqrt, torch.abs,
          torch.rsqrt, torch.log1p, torch.expm1, torch.erf, torch.floor, torch.round, torch.sign, torch.square, torch.reciprocal):
    print(f.__name__, f(x).grad_fn.name())

# --- grad_fn_names_reductions
x = torch.tensor([[1., 2.], [3., 4.]], requires_grad=True)
for t in (x.sum(), x.sum(0), x.mean(), x.mean(1), x.prod(), x.max(), x.min(), x.max(0).values, x.norm(), x.var(), x.std(),
          x.logsumexp(0), x.cumsum(0), x.amax(0), x.median()):
    print(t.grad_fn.name(), end=" ")

# --- grad_fn_names_shapes
x = torch.arange(6.).reshape(2, 3).requires_grad_()
for t in (x.t(), x.T, x.view(3, 2), x.reshape(6), x.reshape(3, 2), x.transpose(0, 1), x.permute(1, 0), x.unsqueeze(0), x[0], x[:, 1],
          x[x > 2], x[[0, 1]], x.flatten(), x.expand(2, 2, 3), x.clone(), x.squeeze(), x.repeat(2, 1), x.flip(0), x.double(), x.T.contiguous()):
    print(t.grad_fn.name(), tuple(t.shape))

# --- grad_fn_names_matmul
x = torch.ones(2, 3, requires_grad=True)
w = torch.ones(3, 2, requires_grad=True)
v = torch.ones(3, requires_grad=True)
for t in (x @ w, x @ v, v @ v, torch.dot(v, v), torch.mm(x, w), torch.matmul(x, v), torch.outer(v, v), torch.ones(2, 2, 3) @ w):
    print(t.grad_fn.name())

# --- grad_fn_names_combining
x = torch.ones(2, requires_grad=True)
for t in (torch.cat([x, x]), torch.stack([x, x]), torch.where(x > 0, x, -x), torch.clamp(x, 0, 1), torch.maximum(x, x),
          torch.split(x, 1)[0], torch.chunk(x, 2)[1], x.unbind()[0], x.softmax(0), x.log_softmax(0)):
    print(t.grad_fn)

# --- next_functions_chain
x = torch.tensor(2., requires_grad=True)
y = x ** 2
z = y * 3
print(z.grad_fn)
print(z.grad_fn.next_functions)
print(z.grad_fn.next_functions[0][0].next_functions)

# --- accumulate_grad_variable
x = torch.tensor(2., requires_grad=True)
y = x * 3
node = y.grad_fn.next_functions[0][0]
print(type(node).__name__, node.variable is x, node.next_functions)

# --- walk_the_graph
a = torch.tensor(2., requires_grad=True)
b = torch.tensor(3., requires_grad=True)
c = a * b + a
def show(node, depth=0):
    if node is None:
        return
    print("  " * depth + node.name())
    for child, index in node.next_functions:
        show(child, depth + 1)
show(c.grad_fn)

# --- next_functions_constant_is_none
x = torch.tensor(2., requires_grad=True)
c = torch.tensor(5.)
(x * c).grad_fn.next_functions, (c + x).grad_fn.next_functions

# --- same_node_is_same_object
x = torch.tensor(2., requires_grad=True)
y = x * 2
z = y + y
f = z.grad_fn.next_functions
print(f[0][0] is f[1][0], f[0][0] is y.grad_fn, y.grad_fn is y.grad_fn)

# --- node_type_and_class
x = torch.tensor(2., requires_grad=True)
y = x * 2
print(type(y.grad_fn))
print(type(y.grad_fn).__name__, type(y.grad_fn).__module__)
print(isinstance(y.grad_fn, torch.autograd.graph.Node))

# --- saved_attributes
x = torch.tensor(3., requires_grad=True)
y = x ** 2
print(y.grad_fn._saved_self, y.grad_fn._saved_exponent)
y._saved_self

# --- saved_attributes_mul
x = torch.tensor(3., requires_grad=True)
w = torch.tensor(4., requires_grad=True)
y = x * w
print(y.grad_fn._saved_self, y.grad_fn._saved_other)

# --- saved_attributes_exp
x = torch.tensor(0., requires_grad=True)
y = x.exp()
print(y.grad_fn._saved_result)

# --- saved_after_free_error
x = torch.tensor(3., requires_grad=True)
y = x ** 2
y.backward()
y.grad_fn._saved_self

# --- saved_is_same_tensor
x = torch.tensor(3., requires_grad=True)
y = x ** 2
y.grad_fn._saved_self is x, y.grad_fn._saved_self.equal(x)

# --- metadata_of_node
x = torch.tensor(3., requires_grad=True)
y = x ** 2
y.grad_fn.metadata["메모"] = "제곱"
y.grad_fn.metadata

# --- node_missing_attribute
x = torch.tensor(3., requires_grad=True)
(x + 1).grad_fn._saved_nothing

# --- is_leaf_table
x = torch.tensor(1., requires_grad=True)
y = torch.tensor(1.)
for name, t in {"x": x, "y": y, "x*2": x * 2, "y*2": y * 2, "x.detach()": x.detach(), "x.clone()": x.clone()}.items():
    print(f"{name:12} is_leaf={t.is_leaf} requires_grad={t.requires_grad} grad_fn={t.grad_fn}")

# --- leaf_to_dtype
x = torch.rand(2, requires_grad=True)
a = torch.rand(2, requires_grad=True).double()
b = torch.rand(2).double().requires_grad_()
x.is_leaf, a.is_leaf, b.is_leaf

# --- grad_of_nonleaf_warning
x = torch.tensor(2., requires_grad=True)
y = x * 3
z = y ** 2
z.backward()
print(y.grad)

# --- retain_grad_on_nonleaf
x = torch.tensor(2., requires_grad=True)
y = x * 3
y.retain_grad()
z = y ** 2
z.backward()
print(y.grad, y.retains_grad, x.retains_grad)

# --- retain_grad_on_leaf
x = torch.tensor(2., requires_grad=True)
x.retain_grad()
print(x.retains_grad)

# --- retain_grad_error
x = torch.tensor(2.)
x.retain_grad()

# --- retain_grad_twice_accumulates
x = torch.tensor(2., requires_grad=True)
y = x * 3
y.retain_grad()
y.retain_grad()
(y ** 2).backward(retain_graph=True)
print(y.grad)
(y * 2).backward()
print(y.grad)

# --- output_nr
x = torch.tensor([3., 4.], requires_grad=True)
a, b = x.unbind()
print(a.output_nr, b.output_nr, a.grad_fn is b.grad_fn)
a.grad_fn

# --- addmm_of_linear
import torch.nn as nn
layer = nn.Linear(2, 1)
y = layer(torch.ones(3, 2))
print(y.grad_fn, [f[0].name() for f in y.grad_fn.next_functions])

# --- mse_graph
import torch.nn.functional as F
w = torch.tensor([1., 2.], requires_grad=True)
loss = F.mse_loss(w, torch.zeros(2))
print(loss, loss.grad_fn.name(), loss.grad_fn.next_functions)

# --- inplace_changes_grad_fn
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 2
print(y.grad_fn)
y.add_(1)
print(y.grad_fn)
y.mul_(3)
print(y.grad_fn, y.grad_fn.next_functions)

# --- inplace_on_slice_gives_copyslices
x = torch.tensor([1., 2., 3.], requires_grad=True)
y = x * 2
y[0] = 0
print(y)
y[1:].mul_(2)
print(y)
print(y.grad_fn.name(), [f and f[0] and f[0].name() for f in y.grad_fn.next_functions])

# --- grad_fn_set_error
x = torch.tensor([1.], requires_grad=True)
y = x * 2
y.grad_fn = None

# --- is_leaf_set_error
x = torch.tensor([1.], requires_grad=True)
x.is_leaf = False

# --- get_gradient_edge
x = torch.tensor(2., requires_grad=True)
y = x * 3
edge = torch.autograd.graph.get_gradient_edge(y)
print(edge.node, edge.output_nr)
z = y ** 2
torch.autograd.grad(z, edge)

# --- graph_of_repeated_use
x = torch.tensor(2., requires_grad=True)
y = x * x * x
names = []
stack = [y.grad_fn]
while stack:
    node = stack.pop()
    names.append(node.name())
    stack.extend(n for n, _ in node.next_functions if n is not None)
print(names)

# --- sequence_nr_order
x = torch.tensor(2., requires_grad=True)
a = x * 2
b = a + 1
print(b.grad_fn._sequence_nr() - a.grad_fn._sequence_nr())

# --- accumulate_grad_repr
x = torch.ones(2, requires_grad=True)
acc = x.view_as(x).grad_fn.next_functions[0][0]
acc, acc.name(), str(acc)

# --- node_call_directly
x = torch.tensor([1., 2.], requires_grad=True)
y = x ** 2
print(y.grad_fn(torch.ones(2)))

# --- graph_count_nodes
x = torch.ones(3, requires_grad=True)
y = ((x * 2 + 1).relu() ** 2).mean()
count, seen, stack = 0, set(), [y.grad_fn]
while stack:
    n = stack.pop()
    if n in seen or n is None:
        continue
    seen.add(n)
    stack += [m for m, _ in n.next_functions]
print(len(seen), sorted(n.name() for n in seen))

# --- sequence_number_of_a_leaf
x = torch.tensor(1., requires_grad=True)
(x * 2).grad_fn.next_functions[0][0]._sequence_nr()

# --- print_graph_of_loss
import torch.nn.functional as F
x = torch.ones(2)
y = torch.zeros(2)
w = torch.randn(2, 2, requires_grad=True)
b = torch.randn(2, requires_grad=True)
z = torch.matmul(x, w) + b
loss = F.binary_cross_entropy_with_logits(z, y)
print(z.grad_fn, loss.grad_fn)
loss.backward()
print(w.grad.shape, b.grad.shape)

# --- leaf_check_all
x = torch.tensor([1.], requires_grad=True)
tensors = {"x": x, "x + 1": x + 1, "x.detach()": x.detach(), "x.data": x.data, "torch.ones(1)": torch.ones(1), "x.clone()": x.clone(),
           "x.to(float64)": x.to(torch.float64), "x.cpu()": x.cpu(), "x[:]": x[:]}
for name, t in tensors.items():
    print(f"{name:14} leaf={t.is_leaf} grad={t.requires_grad} same={t is x}")

# --- nested200
class F(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, n):
        ctx.n = n
        return x * 1
    @staticmethod
    def backward(ctx, g):
        if ctx.n:
            with torch.enable_grad():
                x = torch.ones((), requires_grad=True)
                F.apply(x, ctx.n - 1).backward()
            return x.grad + g, None
        return g, None
x = torch.ones((), requires_grad=True)
F.apply(x, 200).backward()
x.grad
