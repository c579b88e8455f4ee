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

# --- gelu_of_integers
import torch.nn.functional as F
F.gelu(torch.tensor([-1, 2]))

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

# --- softmax_of_integers
import torch.nn.functional as F
print(F.softmax(torch.tensor([1, 2]), dim=0, dtype=torch.float32))
F.softmax(torch.tensor([1, 2]), dim=0)

# --- log_softmax
import torch.nn.functional as F
x = torch.tensor([[1., 2., 3.]], requires_grad=True)
y = F.log_softmax(x, dim=1)
print(y)
y[0, 2].backward()
print(x.grad)
F.softmin(x, dim=1)

# --- inplace_activation_on_leaf
import torch.nn.functional as F
F.relu_(torch.ones(2, requires_grad=True))

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

# --- sigmoid_and_tanh_are_plain
import torch.nn.functional as F
x = torch.tensor([0.5], requires_grad=True)
F.sigmoid(x), F.tanh(x), torch.sigmoid(x)

# --- activation_reprs
import torch.nn as nn
for m in (nn.ReLU(), nn.ReLU(inplace=True), nn.LeakyReLU(), nn.LeakyReLU(0.2), nn.Sigmoid(), nn.Tanh(), nn.GELU(), nn.GELU("tanh"), nn.SiLU(),
          nn.Softplus(), nn.ELU(), nn.Softmax(dim=1), nn.LogSoftmax(dim=-1), nn.Identity(), nn.Flatten(), nn.Dropout(0.2), nn.ReLU6(), nn.Hardtanh(), nn.LogSigmoid(), nn.SELU(), nn.Mish(), nn.Softsign(), nn.CELU()):
    print(m)

# --- activation_mistakes_1
for n in ("relu", "leaky_relu", "hardtanh", "relu6", "elu", "selu", "celu", "silu", "mish", "hardswish", "hardsigmoid", "dropout"):
    try: getattr(torch.nn.functional, n)([1.], inplace=True)
    except TypeError as e: print(n, e)
    try: getattr(torch.nn.functional, n)(torch.tensor([1, 2]))
    except Exception as e: print(n, e)

# --- activation_mistakes_2
try: torch.nn.functional.threshold([1.], 1, 1, inplace=True)
except TypeError as e: print(e)
for n in ("softmax", "log_softmax", "softmin"):
    for d in (0, 1, -1):
        try: getattr(torch.nn.functional, n)(torch.tensor([[1, 2]]), d)
        except Exception as e: print(n, d, e)
    try: print(getattr(torch.nn.functional, n)(torch.tensor([1, 2]), 0))
    except Exception as e: print(n, e)

# --- activation_mistakes_3
torch.nn.functional.gelu(torch.tensor([1]), approximate='foo')

# --- activation_mistakes_4
torch.nn.functional.gelu(torch.tensor([1.]), approximate='foo')

# --- activation_mistakes_5
torch.nn.Hardtanh(2, -2)

# --- activation_mistakes_6
torch.nn.Hardtanh(1, 1)

# --- activation_mistakes_7
torch.nn.functional.hardtanh(torch.ones(2), 2, -2)

# --- activation_mistakes_8
torch.nn.functional.hardtanh(torch.ones(2), 1, 1)

# --- activation_mistakes_9
torch.nn.ReLU(inplace=True)([1.])

# --- activation_mistakes_10
torch.nn.Hardtanh(min_val=1., max_val=0.5)

# --- prelu_method_1
x = torch.tensor([-1., 2.], requires_grad=True)
w = torch.tensor(0.25, requires_grad=True)
y = x.prelu(w)
print(y)
y.sum().backward()
print(x.grad, w.grad)

# --- prelu_method_2
print(torch.prelu(torch.tensor([[-1., -2.]]), torch.tensor([0.1, 0.2])))

# --- prelu_method_3
torch.ones(2, 3).prelu(torch.ones(2))

# --- prelu_method_4
torch.ones(2).prelu(0.25)

# --- implicit_softmax_and_in_place_relu
import torch.nn.functional as F
x = torch.tensor([[1., 2.]], requires_grad=True)
print(F.relu(x), F.softmax(x), F.dropout(x, training=False))
F.relu(x, True)

# --- softmax_wrong_dim
import torch.nn.functional as F
F.softmax(torch.tensor([1., 2.]), 2)

# --- activation_slopes
import torch.nn.functional as F
x = torch.linspace(-2, 2, 5, requires_grad=True)
for f in (torch.relu, torch.sigmoid, torch.tanh, F.softplus, F.gelu, F.silu, F.elu, F.leaky_relu):
    g, = torch.autograd.grad(f(x).sum(), x)
    print(g)

# --- no_minus_zero_in_slopes
x = torch.tensor([-4.0, -0.5, 0.5, 8.0], requires_grad=True)
for name in ("hardtanh", "relu6", "hardsigmoid", "hardswish", "softshrink", "hardshrink", "relu", "leaky_relu", "elu", "softplus"):
    print(name, torch.autograd.grad(getattr(torch.nn.functional, name)(x), x, -torch.ones(4)))

# --- shrinking_layers_repr
print(torch.nn.Hardshrink(), torch.nn.Softshrink(0.25))
torch.nn.Softshrink(-1.0)(torch.ones(2))

# --- threshold_needs_both
torch.nn.Threshold(0.1)
