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

# --- module_wrong
from torch import nn
m = nn.Module()
for f in (lambda: m.register_parameter(3, None), lambda: m.register_parameter("", None), lambda: m.register_parameter("forward", None),
          lambda: m.register_buffer("b", 3), lambda: m.register_parameter("p", torch.ones(1) * 2), lambda: m.get_submodule("x"), lambda: m.get_parameter("x"),
          lambda: m.add_module("a.b", nn.ReLU()), lambda: m.register_parameter("q", nn.Parameter(torch.ones(1)) * 2)):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)

# --- module_before_init
from torch import nn
class M(nn.Module):
    def __init__(self):
        self.w = nn.Parameter(torch.ones(1))
M()

# --- freeze_one_layer
import torch.nn as nn
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(2, 2), nn.Tanh(), nn.Linear(2, 1))
for p in model[0].parameters():
    p.requires_grad = False
model(torch.ones(1, 2)).sum().backward()
for name, p in model.named_parameters():
    print(name, p.requires_grad, p.grad is None)

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

# --- modules_compare
import torch.nn as nn
m = nn.Linear(2, 1)
str(m), len(repr(m)), bool(m), m == m, hash(m) == hash(m), m in [m]

# --- attribute_of_a_parameter
torch.nn.Parameter(torch.ones(2)).weight

# --- small_net
import torch.nn as nn
class Net(nn.Module):
    def __init__(self, hidden=4):
        super().__init__()
        self.fc1 = nn.Linear(2, hidden)
        self.fc2 = nn.Linear(hidden, 1)
        self.drop = nn.Dropout(0.2)
    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = self.drop(x)
        return self.fc2(x)
net = Net()
print(net)
print(net(torch.randn(3, 2)))
print(net.fc1.weight.grad)
print(type(net.fc1), type(net), type(net.fc1.weight), nn.Module, nn.ReLU, nn.MSELoss)
print(vars(net).keys() >= {"training"})

# --- own_weights
import torch.nn as nn
m = nn.Linear(1, 1)
m.weight = nn.Parameter(torch.tensor([[2.]]))
m.bias = nn.Parameter(torch.tensor([1.]))
x = torch.tensor([[3.]])
y = m(x)
print(y, y.item())
y.backward()
m.weight.grad, m.bias.grad

# --- wrong_width
import torch.nn as nn
m = nn.Linear(3, 1)
m(torch.randn(5, 4))

# --- train_false
import torch.nn as nn
m = nn.Linear(2, 1)
m.train(False)
m.training, m.weight.requires_grad

# --- forward_called_directly
import torch.nn as nn
nn.Linear(2, 1).forward(torch.ones(1, 2)).shape, nn.Linear.__name__

# --- polynomial_module
import torch.nn as nn
class Poly(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Parameter(torch.randn(()))
        self.b = nn.Parameter(torch.randn(()))
    def forward(self, x):
        return self.a + self.b * x
    def string(self):
        return f"y = {self.a.item():.3f} + {self.b.item():.3f} x"
p = Poly()
print(p.string(), p, p.a)
list(p.parameters())

# --- import_styles
import torch.nn as nn
from torch import nn, optim
from torch.nn import functional as F, Module, Linear
from torch.optim import SGD, Adam
from torch.optim.lr_scheduler import StepLR
import torch.optim as O
import torch.nn.functional
import torch.nn.init
from torch.nn.parameter import Parameter
from torch.nn.utils import clip_grad_norm_
Module, SGD, StepLR, Parameter

# --- detached_output
import torch.nn as nn
x = torch.ones(2, 2)
nn.Linear(2, 2)(x).detach().numpy().shape, nn.ReLU()(x) is x

# --- recurrent_cell
import torch.nn as nn
torch.manual_seed(0)
rnn = nn.Linear(4, 2)
h = torch.zeros(1, 2)
for t in range(3):
    h = torch.tanh(rnn(torch.cat([torch.ones(1, 2), h], dim=1)))
h.sum().backward()
print(h, rnn.weight.grad)

# --- integer_input
import torch.nn as nn
l = nn.Linear(1, 1)
l(torch.tensor([1]))

# --- number_input
import torch.nn as nn
l = nn.Linear(1, 1)
l(3.)

# --- no_input
import torch.nn as nn
l = nn.Linear(1, 1)
l()

# --- tensor_attribute_is_no_parameter
import torch.nn as nn
class A(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = torch.ones(1, requires_grad=True)
        self.k = 3
a = A()
print(list(a.parameters()), a, a.w)

# --- tied_weights
import torch.nn as nn
a = nn.Linear(2, 2); b = nn.Linear(2, 2)
b.weight = a.weight
(b.weight is a.weight), len({id(p) for p in [*a.parameters(), *b.parameters()]})

# --- imported_from_where_torch_has_it
import pickle
from torch import nn
m = pickle.loads(pickle.dumps(nn.Sequential(nn.Linear(1, 2), nn.BatchNorm1d(2), nn.ReLU())))
print(m, type(m).__module__)
from torch.nn.modules import Linear, Module
from torch.nn.modules.batchnorm import _BatchNorm
from torch.nn.modules.container import Sequential
from torch.nn.modules.loss import _Loss
from torch.nn.modules.utils import _pair, _triple
print(Module is nn.Module, Linear is nn.Linear, Sequential is nn.Sequential, isinstance(nn.MSELoss(), _Loss), _pair(3), _pair([1, 2]), _triple(1))
print([isinstance(k, _BatchNorm) for k in (nn.BatchNorm2d(1), nn.LayerNorm(1), nn.InstanceNorm1d(1))])
import torch.nn.modules.nothing
