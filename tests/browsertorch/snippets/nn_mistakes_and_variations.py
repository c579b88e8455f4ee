# --- hooks_change_gradients
import torch.nn as nn
m = nn.Linear(2, 2)
m.register_forward_hook(lambda m, i, o: None)
m.register_full_backward_hook(lambda m, gi, go: (gi[0] * 0,))
x = torch.ones(1, 2, requires_grad=True)
y = m(x)
print(y)
y.sum().backward()
x.grad
# --- activations_collected_by_hooks
import torch.nn as nn
m = nn.Sequential(nn.Linear(2, 2), nn.ReLU(), nn.Linear(2, 1))
acts = {}
for n, l in m.named_children():
    l.register_forward_hook(lambda mod, i, o, n=n: acts.__setitem__(n, o.detach()))
m(torch.ones(1, 2))
acts
# --- backward_hook_without_input_gradient
import torch.nn as nn
m = nn.Linear(2, 1)
m.register_full_backward_hook(lambda m, gi, go: print(gi, go))
m(torch.ones(1, 2)).backward()
# --- backward_pre_hook
import torch.nn as nn
m = nn.Linear(2, 1)
h = m.register_full_backward_pre_hook(lambda m, go: (go[0] * 2,))
m(torch.ones(1, 2)).backward()
print(m.weight.grad, type(h))
# --- parameter_hook
import torch.nn as nn
m = nn.Linear(2, 1)
m.weight.register_hook(lambda g: g * 10)
m(torch.ones(1, 2)).backward()
m.weight.grad, m.bias.grad
# --- state_shares_memory
import torch.nn as nn
a = nn.Linear(2, 1)
s = a.state_dict()
s["weight"].zero_()
a.weight
# --- state_of_ones
import torch.nn as nn
a = nn.Sequential(nn.Linear(2, 1), nn.Linear(1, 1))
a.load_state_dict({k: torch.ones_like(v) for k, v in a.state_dict().items()})
a[0].weight, a[1].bias
# --- state_of_another_network
import torch.nn as nn
a = nn.Sequential(nn.Linear(2, 1))
a.load_state_dict({"weight": torch.ones(1, 2), "bias": torch.ones(1)})
# --- module_used_twice
import torch.nn as nn
class N(nn.Module):
    def __init__(self):
        super(N, self).__init__()
        self.a = nn.Linear(1, 1)
        self.b = self.a
        self.c = None
    def forward(self, x):
        return self.b(self.a(x))
n = N()
print(n, [k for k, _ in n.named_parameters()], list(n.state_dict()))
print([k for k, _ in n.named_modules()], [k for k, _ in n.named_parameters(remove_duplicate=False)])
# --- forward_with_options
import torch.nn as nn
class N(nn.Module):
    def __init__(self):
        super().__init__()
        self.x = nn.Linear(1, 1)
    def forward(self, a, b=2, *, c=3):
        return self.x(a) * b + c
N()(torch.ones(1, 1), c=1).shape, N()(a=torch.ones(1, 1)).shape
# --- module_of_numbers
import torch.nn as nn
class N(nn.Module):
    def forward(self, x):
        return x + 1
N()(1)
# --- forward_misspelt
import torch.nn as nn
class N(nn.Module):
    def forwrad(self, x):
        return x
N()(torch.ones(1))
# --- class_instead_of_layer
import torch.nn as nn
class N(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear
    def forward(self, x):
        return self.layer(x)
N()(torch.ones(2))
# --- plain_attributes
import torch.nn as nn
m = nn.Linear(2, 2)
m.foo = torch.ones(2)
m.bar = 3
m.foo, m.bar, [n for n, _ in m.named_buffers()], "foo" in m.state_dict()
# --- weight_removed
import torch.nn as nn
m = nn.Linear(2, 2)
m.weight = None
m
# --- sequential_with_attributes
import torch.nn as nn
m = nn.Sequential(nn.Linear(1, 1))
m.add_module("act", nn.ReLU())
m.extra = nn.Tanh()
print(m, len(m))
m[1], m.act
# --- sequential_item_is_a_number
import torch.nn as nn
m = nn.Sequential(nn.Linear(1, 1), nn.ReLU())
m[0] = 3
# --- child_replaced_by_a_number
import torch.nn as nn
m = nn.Linear(1, 1)
m.child = nn.ReLU()
m.child = 5
# --- buffer_replaced_by_a_number
import torch.nn as nn
m = nn.Linear(1, 1)
m.register_buffer("b", torch.ones(1))
m.b = 3
# --- module_list_of_numbers
import torch.nn as nn
nn.ModuleList([nn.Linear(1, 1), 3])
# --- module_list_out_of_range
import torch.nn as nn
l = nn.ModuleList([nn.ReLU(), nn.Tanh()])
l[5]
# --- module_list_called
import torch.nn as nn
l = nn.ModuleList([nn.ReLU(), nn.Tanh()])
l(torch.ones(1))
# --- module_list_edited
import torch.nn as nn
l = nn.ModuleList([nn.ReLU(), nn.Tanh()])
l.insert(0, nn.Sigmoid()); l.extend([nn.ReLU()]); l += [nn.ELU()]
print(l, [type(x).__name__ for x in l], l.pop(0))
del l[0]
print(len(l), nn.ReLU() in l)
# --- module_dict_edited
import torch.nn as nn
d = nn.ModuleDict([["a", nn.ReLU()], ["b", nn.Tanh()]])
d.update({"c": nn.Linear(1, 1)})
print(d.pop("a"), d, list(d), list(d.values()))
# --- sequentials_added
import torch.nn as nn
s = nn.Sequential(nn.Linear(1, 2), nn.Linear(2, 1))
s2 = s + nn.Sequential(nn.ReLU())
print(s2, s2[0] is s[0])
s * 2
# --- parameter_list_of_tensors
import torch.nn as nn
p = nn.ParameterList([torch.ones(1), nn.Parameter(torch.zeros(2))])
p.append(torch.ones(3))
print(p, [type(x).__name__ for x in p], p[1:])
# --- unknown_parameter_path
import torch.nn as nn
m = nn.Linear(3, 2)
for n, p in m.named_parameters(prefix="layer"):
    print(n, p.shape)
m.get_parameter("nope")
# --- module_to_integers
import torch.nn as nn
m = nn.Linear(2, 1)
m.to(torch.int64)
# --- module_dtypes
import torch.nn as nn
m = nn.Linear(2, 1).to(dtype=torch.float64)
m.weight.dtype, m.to("cpu", torch.float32).weight.dtype, m.type(torch.float16).bias.dtype
# --- module_cuda
import torch.nn as nn
nn.Linear(2, 1).cuda()
# --- module_to_cuda
import torch.nn as nn
nn.Linear(2, 1).to("cuda")
# --- gradients_follow_double
import torch.nn as nn
m = nn.Linear(2, 1)
m(torch.ones(1, 2)).backward()
g = m.weight.grad
m.double()
print(m.weight.grad.dtype, g.dtype, m.weight.requires_grad, m.weight.is_leaf)
# --- parameters_keep_identity
import torch.nn as nn
m = nn.Linear(2, 1)
ids = id(m.weight)
m.double()
id(m.weight) == ids
# --- cross_entropy_shapes
import torch.nn as nn
loss = nn.CrossEntropyLoss()
print(loss(torch.zeros(3), torch.tensor(1)), loss(torch.zeros(2, 4), torch.tensor([1, 2])))
loss(torch.zeros(2, 4), torch.tensor([[1], [2]]))
# --- cross_entropy_of_a_list
import torch.nn as nn
nn.CrossEntropyLoss()(torch.zeros(2, 4), [1, 2])
# --- mse_of_a_number
import torch.nn as nn
nn.MSELoss()(torch.zeros(2), 0.)
# --- mse_of_integers
import torch.nn as nn
nn.MSELoss()(torch.zeros(2, dtype=torch.int64), torch.zeros(2, dtype=torch.int64))
# --- bce_logits_of_integers
import torch.nn as nn
crit = nn.BCEWithLogitsLoss()
crit(torch.zeros(2, 1, requires_grad=True), torch.tensor([[1], [0]]))
# --- bce_logits_of_a_column
import torch.nn as nn
crit = nn.BCEWithLogitsLoss()
crit(torch.zeros(2, 1, requires_grad=True), torch.tensor([[1], [0]]).float())
# --- l1_of_integers
import torch.nn as nn
nn.L1Loss()(torch.tensor([1, 2]), torch.tensor([1, 3]))
# --- nll_names
import torch.nn as nn
nn.NLLLoss()(torch.zeros(2, 3, requires_grad=True), torch.tensor([0, 1])), nn.NLLLoss(reduction="none")(torch.zeros(2, 3), torch.tensor([0, 1]))
# --- dropout_modes
import torch.nn as nn
m = nn.Dropout(0.5)
torch.manual_seed(0)
print(m(torch.ones(2, 5)))
m.train(); m.eval()
m(torch.ones(2))
# --- batch_norm_running
import torch.nn as nn
bn = nn.BatchNorm1d(3)
torch.manual_seed(0)
for _ in range(3):
    bn(torch.randn(4, 3))
print(bn.running_mean, bn.running_var, bn.num_batches_tracked)
bn.eval()(torch.zeros(1, 3))
# --- batch_norm_cumulative
import torch.nn as nn
bn = nn.BatchNorm1d(2, momentum=None)
for k in (1., 3.):
    bn(torch.tensor([[0., 1.], [k, 2.]]))
bn.running_mean, bn.running_var
# --- batch_norm_plain
import torch.nn as nn
bn = nn.BatchNorm1d(2, affine=False, track_running_stats=False)
print(bn, list(bn.state_dict()))
bn(torch.tensor([[0., 1.], [2., 5.]])), bn.eval()(torch.tensor([[0., 1.], [2., 5.]]))
# --- batch_norm_sequences
import torch.nn as nn
bn = nn.BatchNorm1d(2)
x = torch.arange(12.).reshape(2, 2, 3).requires_grad_()
y = bn(x)
print(y)
(y ** 2).sum().backward()
x.grad.abs().max() < 1e-3, bn.weight.grad
# --- batch_norm_wrong_features
import torch.nn as nn
nn.BatchNorm1d(3)(torch.ones(4, 2))
# --- layer_norm_wrong_features
import torch.nn as nn
nn.LayerNorm(3)(torch.ones(4, 2))
# --- embedding_from_vectors
import torch.nn as nn
e = nn.Embedding.from_pretrained(torch.tensor([[1., 2.], [3., 4.]]))
e(torch.tensor([1, 0])), e.weight.requires_grad
# --- embedding_of_floats
import torch.nn as nn
e = nn.Embedding(3, 2)
e(torch.tensor([0.5]))
# --- flatten_of_a_vector
import torch.nn as nn
nn.Flatten()(torch.ones(3))
# --- kaiming_modes
import torch.nn as nn
torch.manual_seed(0)
w = torch.empty(2, 3)
print(nn.init.kaiming_uniform_(w, mode="fan_out", nonlinearity="relu"))
print(nn.init.kaiming_normal_(w, nonlinearity="tanh"))
nn.init.kaiming_normal_(w, nonlinearity="gelu")
# --- kaiming_wrong_mode
import torch.nn as nn
nn.init.kaiming_uniform_(torch.empty(2, 2), mode="fan")
# --- init_of_leaves
import torch.nn as nn
nn.init.normal_(torch.empty(2, requires_grad=True)), nn.init.uniform_(torch.empty(2), -1, 1), nn.init.constant_(torch.empty(2), 7)
# --- eye_of_a_vector
import torch.nn as nn
nn.init.eye_(torch.empty(2))
# --- parameters_filled
import torch.nn as nn
m = nn.Linear(2, 2)
with torch.no_grad():
    for p in m.parameters():
        p.fill_(0.5)
m(torch.ones(1, 2))
# --- parameters_filled_recorded
import torch.nn as nn
m = nn.Linear(2, 2)
for p in m.parameters():
    p.fill_(0.5)
# --- copy_into_a_weight
import torch.nn as nn
m = nn.Linear(2, 2)
m.weight.copy_(torch.zeros(2, 2))
# --- clip_nothing
import torch.nn as nn
nn.utils.clip_grad_norm_([nn.Parameter(torch.ones(1))], 1.), nn.utils.clip_grad_norm_(iter([]), 1.)
# --- clip_nan
import torch.nn as nn
p = nn.Parameter(torch.ones(2)); p.grad = torch.tensor([float("nan"), 1.])
print(nn.utils.clip_grad_norm_(p, 1.), p.grad)
nn.utils.clip_grad_norm_(p, 1., error_if_nonfinite=True)
# --- clip_norm_types
import torch.nn as nn
p = nn.Parameter(torch.ones(2)); p.grad = torch.tensor([3., -4.])
print(nn.utils.clip_grad_norm_(p, 2., norm_type=1), p.grad, nn.utils.clip_grad_norm_(p, 2., norm_type=float("inf")))
# --- implicit_softmax_and_in_place_relu
import torch.nn.functional as F
x = torch.tensor([[1., 2.]], requires_grad=True)
print(F.relu(x), F.softmax(x), F.dropout(x, training=False))
F.relu(x, True)
# --- softmax_wrong_dim
import torch.nn.functional as F
F.softmax(torch.tensor([1., 2.]), 2)
# --- linear_function_wrong_shape
import torch.nn.functional as F
F.linear(torch.ones(2, 3), torch.ones(2, 4))
# --- cross_entropy_wrong_reduction
import torch.nn.functional as F
F.cross_entropy(torch.zeros(2, 3), torch.tensor([0, 1]), reduction="avg")
# --- one_hot_products
import torch.nn.functional as F
F.one_hot(torch.arange(3)), F.one_hot(torch.arange(3) % 2, 4).float() @ torch.ones(4)
# --- activation_slopes
import torch.nn.functional as F
x = torch.linspace(-2, 2, 5, requires_grad=True)
for f in (torch.relu, torch.sigmoid, torch.tanh, F.softplus, F.gelu, F.silu, F.elu, F.leaky_relu):
    g, = torch.autograd.grad(f(x).sum(), x)
    print(g)
# --- function_inside_a_module
import torch.nn as nn
class Square(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x * x
    @staticmethod
    def backward(ctx, g):
        x, = ctx.saved_tensors
        return 2 * x * g
class L(nn.Module):
    def forward(self, x):
        return Square.apply(x)
m = nn.Sequential(nn.Linear(1, 1), L())
y = m(torch.ones(1, 1))
print(m, y)
y.backward()
m[0].bias.grad
# --- checkpointed_layer
import torch.nn as nn
from torch.utils.checkpoint import checkpoint
m = nn.Linear(2, 2)
y = checkpoint(m, torch.ones(1, 2), use_reentrant=False)
y.sum().backward()
y, m.weight.grad
# --- inference_mode_layer
import torch.nn as nn
m = nn.Linear(2, 2)
with torch.inference_mode():
    y = m(torch.ones(1, 2))
y, y.requires_grad, y.is_inference()
# --- anomaly_mode_layer
import torch.nn as nn
m = nn.Linear(2, 2)
with torch.autograd.set_detect_anomaly(True):
    m(torch.ones(1, 2)).sum().backward()
m.bias.grad
# --- jacobian_of_a_layer
import torch.nn as nn
m = nn.Linear(2, 2)
J = torch.autograd.functional.jacobian(m, torch.ones(2))
torch.allclose(J, m.weight)
# --- gradients_per_sample
import torch.nn as nn
m = nn.Sequential(nn.Linear(2, 3), nn.Tanh(), nn.Linear(3, 1))
x = torch.ones(4, 2)
per = torch.func.vmap(torch.func.grad(lambda p, x: torch.func.functional_call(m, p, (x,)).sum()), in_dims=(None, 0))({k: v.detach() for k, v in m.named_parameters()}, x)
{k: v.shape for k, v in per.items()}
# --- modules_compare
import torch.nn as nn
m = nn.Linear(2, 1)
str(m), len(repr(m)), bool(m), m == m, hash(m) == hash(m), m in [m]
# --- parameters_is_a_generator
import torch.nn as nn
m = nn.Linear(2, 1)
m.parameters()[0]
# --- length_of_parameters
import torch.nn as nn
m = nn.Linear(2, 1)
len(m.parameters())
# --- class_in_a_sequential
import torch.nn as nn
m = nn.Sequential(nn.Linear(2, 1), nn.ReLU)
# --- list_in_a_sequential
import torch.nn as nn
m = nn.Sequential([nn.Linear(2, 1), nn.ReLU()])

# --- no_minus_zero_in_slopes
x = torch.tensor([-4.0, -0.5, 0.5, 8.0], requires_grad=True)
for name in ("hardtanh", "relu6", "hardsigmoid", "hardswish", "softshrink", "hardshrink", "relu", "leaky_relu", "elu", "softplus"):
    print(name, torch.autograd.grad(getattr(torch.nn.functional, name)(x), x, -torch.ones(4)))

# --- shrinking_layers_repr
print(torch.nn.Hardshrink(), torch.nn.Softshrink(0.25))
torch.nn.Softshrink(-1.0)(torch.ones(2))

# --- threshold_needs_both
torch.nn.Threshold(0.1)

# --- layers_of_a_list
for layer in (torch.nn.Sigmoid(), torch.nn.Tanh(), torch.nn.LayerNorm(3), torch.nn.ReLU6(), torch.nn.Softmax()):
    try:
        layer([1.0, 2.0, 3.0])
    except (TypeError, AttributeError) as error:
        print(error)

# --- batch_norm_without_input
torch.nn.BatchNorm1d(3)()

# --- layer_norm_of_doubles
for parameters, values in ((torch.float32, torch.float64), (torch.float64, torch.float32)):
    try:
        torch.nn.LayerNorm(3, dtype=parameters)(torch.ones(2, 3, dtype=values))
    except RuntimeError as error:
        print(error)

# --- double_layer_of_the_wrong_shape
torch.nn.Linear(3, 2, dtype=torch.float64)(torch.ones(2, 5))

# --- attribute_of_a_parameter
torch.nn.Parameter(torch.ones(2)).weight

# --- copies_of_empty_layers
import copy
layer = torch.nn.Linear(3, 0)
copy.deepcopy(layer).load_state_dict(layer.state_dict())

# --- unflatten_does_not_fit
torch.nn.Unflatten(1, (2, 2))(torch.ones(1, 6))
