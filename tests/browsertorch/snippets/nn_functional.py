# --- activations
import torch.nn.functional as F
x = torch.tensor([-2., -0.5, 0., 0.5, 2.])
for f in (F.relu, F.leaky_relu, F.sigmoid, F.tanh, F.gelu, F.silu, F.softplus, F.elu, F.relu6, F.hardtanh, F.logsigmoid, F.selu, F.mish, F.softsign, F.celu, F.tanhshrink, F.hardsigmoid, F.hardswish, F.softshrink, F.hardshrink):
    print(f.__name__, f(x))
# --- activation_graph_names
import torch.nn.functional as F
x = torch.tensor([-1., 2.], requires_grad=True)
for f in (F.relu, F.leaky_relu, F.sigmoid, F.tanh, F.gelu, F.silu, F.softplus, F.elu, F.relu6, F.hardtanh, F.logsigmoid, F.selu, F.mish, F.softsign, F.celu, F.tanhshrink, F.hardsigmoid, F.hardswish, F.softshrink, F.hardshrink):
    print(f.__name__, f(x).grad_fn)
# --- activation_gradients
import torch.nn.functional as F
torch.set_printoptions(sci_mode=False)
for f in (F.relu, F.leaky_relu, F.sigmoid, F.tanh, F.gelu, F.silu, F.softplus, F.elu, F.relu6, F.hardtanh, F.logsigmoid, F.selu, F.mish, F.softsign, F.celu, F.tanhshrink, F.hardsigmoid, F.hardswish, F.softshrink, F.hardshrink):
    x = torch.tensor([-3., -1., 0., 0.25, 1., 7.], requires_grad=True)
    f(x).sum().backward()
    print(f.__name__, x.grad)
# --- activation_second_derivatives
import torch.nn.functional as F
for f in (F.relu, F.leaky_relu, F.sigmoid, F.tanh, F.gelu, F.silu, F.softplus, F.elu, F.logsigmoid):
    x = torch.tensor([-1., 0.5], requires_grad=True)
    g, = torch.autograd.grad(f(x).sum(), x, create_graph=True)
    print(f.__name__, g, torch.autograd.grad(g.sum(), x))
# --- activation_options
import torch.nn.functional as F
x = torch.tensor([-2., 0.3, 3.])
print(F.leaky_relu(x, 0.2), F.elu(x, alpha=0.5), F.softplus(x, beta=2), F.gelu(x, approximate="tanh"), F.hardtanh(x, -0.5, 0.5))
F.threshold(x, 0.1, 20.), F.prelu(x, torch.tensor([0.25])), F.celu(x, 2.)
# --- gelu_tanh_gradient
import torch.nn.functional as F
x = torch.tensor([-1., 0.5], requires_grad=True)
F.gelu(x, approximate="tanh").sum().backward()
x.grad
# --- relu_in_place
import torch.nn.functional as F
x = torch.tensor([-1., 2.])
y = F.relu(x, inplace=True)
y is x, x, F.relu_(torch.tensor([-3.]))
# --- relu_in_place_breaks_backward
import torch.nn as nn
x = torch.tensor([1., -1.], requires_grad=True)
y = torch.sigmoid(x)
z = nn.ReLU(inplace=True)(y)
print(z)
z.sum().backward()
# --- relu_of_integers
import torch.nn.functional as F
F.relu(torch.tensor([-1, 2])), torch.relu(torch.tensor([-1., 1.]))
# --- gelu_of_integers
import torch.nn.functional as F
F.gelu(torch.tensor([-1, 2]))
# --- softmax
import torch.nn.functional as F
x = torch.tensor([[1., 2., 3.], [1., 1., 1.]], requires_grad=True)
y = F.softmax(x, dim=1)
print(y)
y[:, 0].sum().backward()
print(x.grad)
F.softmax(x, dim=0), torch.softmax(x, -1), x.softmax(1)
# --- softmax_without_dim
import torch.nn.functional as F
F.softmax(torch.zeros(2, 2))
# --- log_softmax
import torch.nn.functional as F
x = torch.tensor([[1., 2., 3.]], requires_grad=True)
y = F.log_softmax(x, dim=1)
print(y)
y[0, 2].backward()
print(x.grad)
F.softmin(x, dim=1)
# --- softmax_of_integers
import torch.nn.functional as F
print(F.softmax(torch.tensor([1, 2]), dim=0, dtype=torch.float32))
F.softmax(torch.tensor([1, 2]), dim=0)
# --- linear
import torch.nn.functional as F
x, w, b = torch.ones(2, 3), torch.arange(6.).reshape(2, 3), torch.tensor([0.5, -0.5])
F.linear(x, w, b), F.linear(x, w), F.linear(x[0], w[0])
# --- linear_graph_names
import torch.nn.functional as F
x = torch.ones(2, 3)
w, b = torch.ones(4, 3, requires_grad=True), torch.zeros(4, requires_grad=True)
print(F.linear(x, w, b), F.linear(x, w).grad_fn, F.linear(x[0], w, b).grad_fn, F.linear(x[0], w).grad_fn)
print(F.linear(x[None], w, b).grad_fn, F.linear(x[None], w).grad_fn, F.linear(x, w, b).grad_fn.next_functions)
F.linear(x[None], w, b).grad_fn.next_functions
# --- linear_second_order
import torch.nn.functional as F
x = torch.tensor([[1., 2.]], requires_grad=True)
w = torch.tensor([[3., 4.]], requires_grad=True)
y = F.linear(x, w, torch.zeros(1)).pow(3).sum()
g, = torch.autograd.grad(y, x, create_graph=True)
print(g)
torch.autograd.grad(g.sum(), (x, w))
# --- dropout
import torch.nn.functional as F
torch.manual_seed(1)
x = torch.ones(8)
print(F.dropout(x), F.dropout(x, 0.9), F.dropout(x, training=False) is x)
y = torch.ones(6)
F.dropout(y, 0.5, inplace=True)
y
# --- dropout_probability
import torch.nn.functional as F
F.dropout(torch.ones(2), p=-0.1)
# --- one_hot
import torch.nn.functional as F
print(F.one_hot(torch.tensor([0, 2, 1])), F.one_hot(torch.tensor([[0], [1]]), num_classes=3).shape)
F.one_hot(torch.tensor([0, 3]), num_classes=3)
# --- one_hot_floats
import torch.nn.functional as F
F.one_hot(torch.tensor([0., 1.]))
# --- normalize
import torch.nn.functional as F
x = torch.tensor([[3., 4.], [0., 0.]], requires_grad=True)
y = F.normalize(x)
print(y)
y.sum().backward()
print(x.grad)
F.normalize(x, p=1, dim=0)
# --- cosine_similarity
import torch.nn.functional as F
F.cosine_similarity(torch.tensor([[1., 0.], [1., 2.]]), torch.tensor([[1., 1.], [2., 1.]])), F.cosine_similarity(torch.tensor([1., 2.]), torch.tensor([2., 1.]), dim=0)
# --- pad
import torch.nn.functional as F
x = torch.tensor([[1., 2.], [3., 4.]])
F.pad(x, (1, 0)), F.pad(x, (0, 1, 1, 0), value=9.)
# --- embedding
import torch.nn.functional as F
w = torch.arange(6.).reshape(3, 2).requires_grad_()
y = F.embedding(torch.tensor([2, 0]), w)
print(y)
(y * torch.tensor([[1., 2.], [3., 4.]])).sum().backward()
w.grad
# --- embedding_float_index
import torch.nn.functional as F
F.embedding(torch.tensor([1.]), torch.ones(3, 2))
# --- layer_norm
import torch.nn.functional as F
x = torch.tensor([[1., 2., 6.]], requires_grad=True)
y = F.layer_norm(x, (3,))
print(y)
y.pow(2).sum().backward()
F.layer_norm(x, (3,), torch.tensor([1., 2., 3.]), torch.ones(3))
# --- layer_norm_wrong_shape
import torch.nn.functional as F
F.layer_norm(torch.ones(2, 3), (2,))
# --- batch_norm
import torch.nn.functional as F
x = torch.tensor([[1., 2.], [3., 8.]], requires_grad=True)
m, v = torch.zeros(2), torch.ones(2)
print(F.batch_norm(x, m, v, training=True), m, v)
F.batch_norm(x, m, v)
# --- mse_and_l1_are_functions
import torch.nn.functional as F
F.mse_loss(torch.tensor([1.]), torch.tensor([3.])), F.l1_loss(torch.tensor([1.]), torch.tensor([3.]))
# --- scaled_dot_product_attention_by_hand
import torch.nn.functional as F
q = torch.tensor([[1., 0.], [0., 1.]], requires_grad=True)
s = (q @ q.T) / 2 ** 0.5
a = F.softmax(s, dim=-1)
(a @ q).sum().backward()
a, q.grad
# --- unknown_function
import torch.nn.functional as F
F.reluu
# --- unknown_module
import torch.nn as nn
nn.Liner
# --- sigmoid_and_tanh_are_plain
import torch.nn.functional as F
x = torch.tensor([0.5], requires_grad=True)
F.sigmoid(x), F.tanh(x), torch.sigmoid(x)
# --- inplace_activation_on_leaf
import torch.nn.functional as F
F.relu_(torch.ones(2, requires_grad=True))
# --- embedding_twice
import torch.nn.functional as F
w = torch.ones(3, 2, requires_grad=True)
y = F.embedding(torch.tensor([0, 1]), w).sum()
y.backward()
y.backward()
# --- saved_by_layers
import torch.nn.functional as F
x = torch.tensor([[1., 2.], [3., 0.]], requires_grad=True)
w, b = torch.ones(2, requires_grad=True), torch.zeros(2, requires_grad=True)
kept = []
with torch.autograd.graph.saved_tensors_hooks(lambda t: kept.append(tuple(t.shape)) or t, lambda t: t):
    for out in (F.layer_norm(x, (2,), w, b), F.batch_norm(x, None, None, w, b, training=True), F.gelu(x), F.silu(x), F.softplus(x), F.elu(x), F.logsigmoid(x), F.dropout(x, 0.5), F.embedding(torch.tensor([1]), x)):
        print(out.grad_fn, kept)
        kept.clear()
# --- dropout_twice_the_same_seed
import torch.nn.functional as F
x = torch.ones(12)
torch.manual_seed(1)
a = F.dropout(x)
torch.manual_seed(1)
torch.equal(a, F.dropout(x)), (F.dropout(torch.ones(1000), 0.3) == 0).float().mean()
# --- embedding_second_order
import torch.nn.functional as F
w = torch.tensor([[1., 2.], [3., 4.]], requires_grad=True)
y = (F.embedding(torch.tensor([0, 0, 1]), w) ** 3).sum()
g, = torch.autograd.grad(y, w, create_graph=True)
print(g)
torch.autograd.grad(g.sum(), w)
# --- layer_norm_second_order
import torch.nn.functional as F
x = torch.tensor([[1., 2., 4.]], requires_grad=True)
g, = torch.autograd.grad((F.layer_norm(x, (3,)) ** 3).sum(), x, create_graph=True)
print(g.detach())
torch.autograd.grad((g ** 2).sum(), x)

# --- slopes_of_nan
x = torch.tensor([float("nan"), 1.0], requires_grad=True)
for name, options in (("hardtanh", ()), ("relu6", ()), ("elu", ()), ("selu", ()), ("hardshrink", ()), ("softshrink", ()),
                      ("threshold", (0.1, 20.0)), ("relu", ()), ("leaky_relu", ()), ("prelu", (torch.tensor([0.25]),))):
    print(name, torch.autograd.grad(getattr(torch.nn.functional, name)(x, *options).sum(), x))

# --- names_of_activations_in_place
x = torch.tensor([-1.0, 1.0], requires_grad=True)
for name in ("relu", "leaky_relu", "elu", "selu", "celu", "hardtanh", "silu", "mish", "hardswish", "hardsigmoid", "relu6"):
    print(name, getattr(torch.nn.functional, name)(x * 2, inplace=True))

# --- second_derivatives_of_elu_and_prelu
x = torch.tensor([-1.0, 0.0, 1.0], requires_grad=True)
for y in (torch.nn.functional.elu(x), torch.nn.functional.prelu(x, torch.tensor([0.25]))):
    (g,) = torch.autograd.grad(y.sum(), x, create_graph=True)
    print(g, torch.autograd.grad(g.sum(), x))
torch.nn.functional.prelu(x, torch.tensor([0.25], dtype=torch.float64))

# --- parameter_dict_as_a_dict
p = torch.nn.ParameterDict({"a": torch.ones(2), "b": torch.zeros(1)})
print(p.pop("a"), p.get("b"), p.get("c", 3))
p.clear()
p

# --- layers_start_anew
for layer in (torch.nn.BatchNorm1d(2), torch.nn.LayerNorm(2)):
    layer.weight.data.fill_(3)
    layer.reset_parameters()
    print(layer.state_dict())
