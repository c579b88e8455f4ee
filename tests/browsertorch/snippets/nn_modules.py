# --- linear
import torch.nn as nn
layer = nn.Linear(3, 2)
print(layer)
print(layer.weight)
print(layer.bias)
layer(torch.ones(1, 3))
# --- linear_vector_and_batches
import torch.nn as nn
layer = nn.Linear(2, 4)
print(layer(torch.ones(2)))
print(layer(torch.ones(3, 2)).shape, layer(torch.ones(5, 3, 2)).shape)
layer(torch.ones(1, 2)).grad_fn, layer(torch.ones(2)).grad_fn, layer(torch.ones(2, 2, 2)).grad_fn
# --- linear_without_bias
import torch.nn as nn
layer = nn.Linear(3, 1, bias=False)
print(layer, layer.bias)
y = layer(torch.ones(2, 3))
print(y)
y.sum().backward()
layer.weight.grad
# --- linear_gradients
import torch.nn as nn
layer = nn.Linear(2, 3)
x = torch.tensor([[1., 2.], [3., 4.]], requires_grad=True)
layer(x).sum().backward()
print(layer.weight.grad, layer.bias.grad)
x.grad
# --- linear_wrong_shape
import torch.nn as nn
nn.Linear(3, 2)(torch.ones(4, 5))
# --- linear_wrong_vector
import torch.nn as nn
nn.Linear(3, 2)(torch.ones(5))
# --- linear_wrong_dtype
import torch.nn as nn
nn.Linear(3, 2)(torch.ones(4, 3, dtype=torch.float64))
# --- linear_integers
import torch.nn as nn
nn.Linear(3, 2)(torch.ones(4, 3, dtype=torch.int64))
# --- linear_not_a_tensor
import torch.nn as nn
nn.Linear(3, 2)([1., 2., 3.])
# --- linear_initial_values
import torch.nn as nn
for n in (1, 2, 5, 20):
    layer = nn.Linear(n, 7)
    print(layer.weight.sum().item() != 0, f"{layer.weight[0, 0].item():.5f} {layer.bias[-1].item():.5f}")
nn.Linear(4, 4, dtype=torch.float64).weight
# --- sequential
import torch.nn as nn
model = nn.Sequential(nn.Linear(2, 4), nn.ReLU(), nn.Linear(4, 1))
print(model)
print(model[0], len(model), model[-1])
print(model[1:])
model(torch.ones(3, 2))
# --- sequential_named
import torch.nn as nn
from collections import OrderedDict
model = nn.Sequential(OrderedDict([("hidden", nn.Linear(2, 3)), ("act", nn.Tanh()), ("out", nn.Linear(3, 1))]))
print(model)
print(model.hidden.weight.shape)
[name for name, _ in model.named_parameters()]
# --- sequential_editing
import torch.nn as nn
model = nn.Sequential(nn.Linear(2, 2))
model.append(nn.ReLU()).append(nn.Linear(2, 1))
model[1] = nn.Sigmoid()
print(model)
del model[1]
print(model)
model.insert(1, nn.Tanh())
model.extend([nn.Identity()])
for layer in model:
    print(layer)
# --- sequential_out_of_range
import torch.nn as nn
nn.Sequential(nn.ReLU())[3]
# --- sequential_not_a_module
import torch.nn as nn
nn.Sequential(nn.Linear(1, 1), torch.relu)
# --- own_module
import torch.nn as nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(2, 3)
        self.scale = nn.Parameter(torch.tensor([2.]))
        self.register_buffer("offset", torch.zeros(1))
    def forward(self, x):
        return torch.relu(self.hidden(x)) * self.scale + self.offset
net = Net()
print(net)
for name, p in net.named_parameters():
    print(name, p.shape, p.requires_grad)
print(list(net.named_buffers()))
net(torch.ones(1, 2))
# --- forgot_super_init
import torch.nn as nn
class Net(nn.Module):
    def __init__(self):
        self.layer = nn.Linear(1, 1)
Net()
# --- forgot_super_init_parameter
import torch.nn as nn
class Net(nn.Module):
    def __init__(self):
        self.w = nn.Parameter(torch.ones(1))
Net()
# --- no_forward
import torch.nn as nn
class Net(nn.Module):
    pass
Net()(torch.ones(1))
# --- missing_attribute
import torch.nn as nn
nn.Linear(1, 1).wieght
# --- parameter_needs_a_parameter
import torch.nn as nn
layer = nn.Linear(2, 1)
layer.weight = torch.ones(1, 2)
# --- parameter_set_to_none_and_back
import torch.nn as nn
layer = nn.Linear(2, 1)
layer.bias = None
print(layer(torch.ones(1, 2)).shape, [n for n, _ in layer.named_parameters()])
layer.bias = nn.Parameter(torch.zeros(1))
[n for n, _ in layer.named_parameters()]
# --- parameters_are_leaves
import torch.nn as nn
p = nn.Parameter(torch.ones(2))
print(p.requires_grad, p.is_leaf, isinstance(p, torch.Tensor), type(p), type(p * 2), type(p.data), type(p.detach()))
nn.Parameter(torch.tensor([1, 2]))
# --- parameter_shares_memory
import torch.nn as nn
x = torch.zeros(2)
p = nn.Parameter(x)
x[0] = 5.
print(p)
nn.Parameter(torch.ones(2, requires_grad=True) * 2)
# --- counting_parameters
import torch.nn as nn
model = nn.Sequential(nn.Linear(10, 20), nn.ReLU(), nn.Linear(20, 1))
print(sum(p.numel() for p in model.parameters()), sum(p.numel() for p in model.parameters() if p.requires_grad))
[tuple(p.shape) for p in model.parameters()], model.parameters().__class__
# --- freezing
import torch.nn as nn
model = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 1))
model[0].requires_grad_(False)
model(torch.ones(1, 2)).sum().backward()
for name, p in model.named_parameters():
    print(name, p.requires_grad, p.grad)
# --- zero_grad
import torch.nn as nn
layer = nn.Linear(2, 1)
layer(torch.ones(1, 2)).sum().backward()
print(layer.weight.grad)
layer.zero_grad(set_to_none=False)
print(layer.weight.grad)
layer.zero_grad()
print(layer.weight.grad)
# --- train_and_eval
import torch.nn as nn
model = nn.Sequential(nn.Linear(2, 2), nn.Dropout(0.5))
print(model.training, model[1].training)
print(model.eval() is model, model.training, model[1].training)
x = torch.ones(1, 2)
print(torch.equal(model(x), model(x)))
model.train()
model[1].training
# --- train_needs_a_bool
import torch.nn as nn
nn.Linear(1, 1).train("yes")
# --- dropout
import torch.nn as nn
torch.manual_seed(0)
drop = nn.Dropout(p=0.4)
x = torch.ones(10, requires_grad=True)
y = drop(x)
print(y)
y.sum().backward()
print(x.grad)
drop.eval()
print(drop(x) is x, drop(x), drop)
nn.Dropout(1.)(x), nn.Dropout(0.)(x)
# --- dropout_probability
import torch.nn as nn
nn.Dropout(1.5)
# --- state_dict
import torch.nn as nn
model = nn.Sequential(nn.Linear(2, 1), nn.BatchNorm1d(1))
print(model.state_dict())
list(model.state_dict())
# --- load_state_dict
import torch.nn as nn
a, b = nn.Linear(2, 2), nn.Linear(2, 2)
print(b.load_state_dict(a.state_dict()))
print(torch.equal(a.weight, b.weight), a.weight is b.weight)
state = a.state_dict()
with torch.no_grad():
    a.weight.zero_()
state["weight"]
# --- load_state_dict_wrong_keys
import torch.nn as nn
nn.Linear(2, 2).load_state_dict({"weight": torch.zeros(2, 2), "other": torch.zeros(1)})
# --- load_state_dict_wrong_shape
import torch.nn as nn
nn.Sequential(nn.Linear(2, 2)).load_state_dict({"0.weight": torch.zeros(2, 3), "0.bias": torch.zeros(2)})
# --- load_state_dict_not_strict
import torch.nn as nn
nn.Linear(2, 2).load_state_dict({"weight": torch.zeros(2, 2), "other": torch.zeros(1)}, strict=False)
# --- load_state_dict_not_a_dict
import torch.nn as nn
nn.Linear(2, 2).load_state_dict([1])
# --- module_list
import torch.nn as nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(2, 2) for _ in range(3)])
    def forward(self, x):
        for layer in self.layers:
            x = torch.tanh(layer(x))
        return x
net = Net()
print(net, len(net.layers), net.layers[-1])
net.layers.append(nn.Linear(2, 1))
print(net.layers[1:3])
net(torch.ones(1, 2))
# --- plain_list_is_not_registered
import torch.nn as nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = [nn.Linear(2, 2)]
print(list(Net().parameters()))
Net()
# --- module_dict
import torch.nn as nn
d = nn.ModuleDict({"a": nn.Linear(1, 1), "b": nn.ReLU()})
d["c"] = nn.Tanh()
print(d, list(d.keys()), "a" in d, len(d))
for name, layer in d.items():
    print(name, layer)
d["x"]
# --- parameter_list_and_dict
import torch.nn as nn
pl = nn.ParameterList([nn.Parameter(torch.ones(2)), nn.Parameter(torch.zeros(1, 3))])
print(pl, len(pl), pl[0])
pd = nn.ParameterDict({"w": nn.Parameter(torch.ones(2))})
print(pd, pd["w"], list(pd.keys()))
[n for n, _ in pl.named_parameters()]
# --- nested_repr
import torch.nn as nn
class Block(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.fc = nn.Linear(n, n)
        self.act = nn.ReLU(inplace=True)
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.blocks = nn.Sequential(Block(2), Block(2))
        self.head = nn.ModuleList([nn.Linear(2, 1), nn.Linear(2, 1), nn.Linear(2, 2)])
    def extra_repr(self):
        return "two blocks"
Net()
# --- activation_reprs
import torch.nn as nn
for m in (nn.ReLU(), nn.ReLU(inplace=True), nn.LeakyReLU(), nn.LeakyReLU(0.2), nn.Sigmoid(), nn.Tanh(), nn.GELU(), nn.GELU("tanh"), nn.SiLU(),
          nn.Softplus(), nn.ELU(), nn.Softmax(dim=1), nn.LogSoftmax(dim=-1), nn.Identity(), nn.Flatten(), nn.Dropout(0.2), nn.ReLU6(), nn.Hardtanh(), nn.LogSigmoid(), nn.SELU(), nn.Mish(), nn.Softsign(), nn.CELU()):
    print(m)
# --- layer_reprs
import torch.nn as nn
for m in (nn.Linear(2, 3, bias=False), nn.BatchNorm1d(4), nn.BatchNorm1d(4, affine=False, momentum=None), nn.LayerNorm(3), nn.LayerNorm([2, 3], elementwise_affine=False), nn.Embedding(5, 2), nn.Embedding(5, 2, padding_idx=0),
          nn.MSELoss(), nn.CrossEntropyLoss(), nn.L1Loss(reduction="sum"), nn.BCELoss(), nn.BCEWithLogitsLoss(), nn.NLLLoss(), nn.HuberLoss(), nn.SmoothL1Loss(), nn.KLDivLoss(), nn.Unflatten(1, (2, 3))):
    print(m)
# --- identity_takes_anything
import torch.nn as nn
nn.Identity(54, unused=True)(torch.ones(2))
# --- flatten
import torch.nn as nn
x = torch.zeros(2, 3, 4)
nn.Flatten()(x).shape, nn.Flatten(0)(x).shape, nn.Flatten(0, 1)(x).shape, nn.Unflatten(1, (3, 1))(x).shape
# --- children_and_modules
import torch.nn as nn
model = nn.Sequential(nn.Linear(1, 1), nn.Sequential(nn.ReLU(), nn.Linear(1, 1)))
print([type(m).__name__ for m in model.children()], [n for n, _ in model.named_modules()], [n for n, _ in model.named_children()])
print(len(list(model.modules())), model.get_submodule("1.1"), model.get_parameter("1.1.bias"))
model.get_submodule("2")
# --- apply
import torch.nn as nn
def init(m):
    if isinstance(m, nn.Linear):
        nn.init.constant_(m.weight, 0.5)
        m.bias.data.fill_(0.1)
model = nn.Sequential(nn.Linear(2, 1), nn.ReLU())
print(model.apply(init) is model)
model(torch.ones(1, 2))
# --- double_and_float
import torch.nn as nn
model = nn.Linear(2, 1).double()
print(model.weight.dtype, model(torch.ones(1, 2, dtype=torch.float64)).dtype)
print(model.float().weight.dtype, model.to(torch.float64).bias.dtype, model.half().weight.dtype)
model.to("cpu") is model, model.cpu() is model
# --- forward_hooks
import torch.nn as nn
layer = nn.Linear(2, 1)
h1 = layer.register_forward_pre_hook(lambda m, args: print("pre", args))
h2 = layer.register_forward_hook(lambda m, args, out: print("post", out.shape))
layer(torch.ones(1, 2))
h1.remove(); h2.remove()
handle = layer.register_forward_hook(lambda m, args, out: out * 0)
layer(torch.ones(1, 2))
# --- backward_hook
import torch.nn as nn
layer = nn.Linear(2, 1)
layer.register_full_backward_hook(lambda m, gi, go: print("grads", gi, go))
x = torch.ones(1, 2, requires_grad=True)
layer(x).sum().backward()
x.grad.shape
# --- shared_parameters
import torch.nn as nn
a = nn.Linear(2, 2)
model = nn.Sequential(a, a)
print(len(list(model.parameters())), len(list(model.state_dict())))
model(torch.ones(1, 2)).sum().backward()
a.bias.grad.shape
# --- batch_norm
import torch.nn as nn
bn = nn.BatchNorm1d(2)
x = torch.tensor([[1., 2.], [3., 7.], [8., 9.]], requires_grad=True)
y = bn(x)
print(y)
print(bn.running_mean, bn.running_var, bn.num_batches_tracked)
bn.eval()
print(bn(x))
(y * torch.tensor([[1., 2.], [3., 4.], [5., 7.]])).sum().backward()
bn.weight.grad, bn.bias.grad, x.grad.abs().max() < 2
# --- batch_norm_one_row
import torch.nn as nn
nn.BatchNorm1d(2)(torch.ones(1, 2))
# --- batch_norm_wrong_dims
import torch.nn as nn
nn.BatchNorm1d(2)(torch.ones(2))
# --- layer_norm
import torch.nn as nn
ln = nn.LayerNorm(3)
x = torch.tensor([[1., 2., 4.], [0., 1., -1.]], requires_grad=True)
y = ln(x)
print(y, list(ln.state_dict()))
(y ** 3).sum().backward()
x.grad, ln.weight.grad, ln.bias.grad
# --- embedding
import torch.nn as nn
emb = nn.Embedding(4, 3)
print(emb.weight)
y = emb(torch.tensor([[0, 2], [2, 3]]))
print(y)
y.sum().backward()
emb.weight.grad
# --- embedding_out_of_range
import torch.nn as nn
nn.Embedding(4, 3)(torch.tensor([4]))
# --- embedding_padding
import torch.nn as nn
emb = nn.Embedding(3, 2, padding_idx=0)
print(emb.weight[0])
emb(torch.tensor([0, 1])).sum().backward()
emb.weight.grad
# --- register_parameter_rules
import torch.nn as nn
m = nn.Module()
m.register_parameter("w", nn.Parameter(torch.ones(1)))
m.register_parameter("none", None)
print(dict(m.named_parameters()), m.w, m.none)
m.register_parameter("x.y", nn.Parameter(torch.ones(1)))
# --- register_parameter_not_a_parameter
import torch.nn as nn
nn.Module().register_parameter("w", torch.ones(1))
# --- register_parameter_non_leaf
import torch.nn as nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.register_parameter("w", torch.ones(1, requires_grad=True) * 2)
Net()
# --- add_module_rules
import torch.nn as nn
m = nn.Module()
m.add_module("a", nn.ReLU())
print(m)
m.add_module("a b", 3)
# --- deepcopy
import copy
import torch.nn as nn
a = nn.Linear(2, 1)
b = copy.deepcopy(a)
with torch.no_grad():
    b.weight.fill_(0.)
print(torch.equal(a.weight, b.weight), type(b.weight), b.weight.requires_grad)
b
# --- initialisers
import torch.nn as nn
torch.manual_seed(0)
w = torch.empty(3, 4)
for f in (nn.init.uniform_, nn.init.normal_, nn.init.zeros_, nn.init.ones_, nn.init.xavier_uniform_, nn.init.xavier_normal_, nn.init.kaiming_uniform_, nn.init.kaiming_normal_, nn.init.eye_):
    print(f.__name__, f(w))
nn.init.constant_(w, 3.5)
# --- initialiser_gain
import torch.nn as nn
print(nn.init.calculate_gain("relu"), nn.init.calculate_gain("tanh"), nn.init.calculate_gain("leaky_relu", 0.2))
nn.init.xavier_uniform_(torch.empty(2, 2), gain=nn.init.calculate_gain("relu"))
# --- initialiser_needs_two_dims
import torch.nn as nn
nn.init.xavier_uniform_(torch.empty(3))
# --- initialiser_of_a_parameter
import torch.nn as nn
layer = nn.Linear(2, 1)
print(nn.init.zeros_(layer.bias))
nn.init.normal_(layer.weight, mean=1., std=0.1)
# --- orthogonal
import torch.nn as nn
w = nn.init.orthogonal_(torch.empty(3, 3))
torch.allclose(w @ w.T, torch.eye(3), atol=1e-5)
# --- clip_grad_norm
import torch.nn as nn
p = nn.Parameter(torch.tensor([3., 4.]))
(p ** 2).sum().backward()
print(p.grad, nn.utils.clip_grad_norm_([p], max_norm=1.))
print(p.grad, p.grad.norm())
nn.utils.clip_grad_value_([p], 0.7)
print(p.grad)
nn.utils.clip_grad_norm_(p, 100.), nn.utils.clip_grad_norm_([], 1.)
# --- parameters_to_vector
import torch.nn as nn
layer = nn.Linear(2, 1)
v = nn.utils.parameters_to_vector(layer.parameters())
print(v)
nn.utils.vector_to_parameters(torch.tensor([1., 2., 3.]), layer.parameters())
layer.weight, layer.bias
# --- buffers_follow
import torch.nn as nn
m = nn.Module()
m.register_buffer("a", torch.ones(1))
m.register_buffer("b", torch.ones(1), persistent=False)
print(dict(m.state_dict()), m.double().a.dtype, [n for n, _ in m.named_buffers()])
m.a = torch.zeros(2)
m.a, dict(m.named_buffers())
# --- buffer_name_taken
import torch.nn as nn
m = nn.Linear(1, 1)
m.register_buffer("weight", torch.ones(1))
# --- call_with_too_many
import torch.nn as nn
nn.ReLU()(torch.ones(1), 2)
# --- dir_and_delattr
import torch.nn as nn
m = nn.Linear(1, 1)
print("weight" in dir(m), hasattr(m, "weight"), hasattr(m, "nope"))
del m.bias
hasattr(m, "bias")
