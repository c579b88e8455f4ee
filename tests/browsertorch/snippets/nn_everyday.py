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
# --- parameter_plus_equals
import torch.nn as nn
m = nn.Linear(2, 2)
m.weight += 1
# --- parameter_item_assignment
import torch.nn as nn
m = nn.Linear(2, 2)
m.weight[0, 0] = 1.
# --- parameter_data_changed
import torch.nn as nn
m = nn.Linear(2, 2)
m.weight.data[0, 0] = 1.
m.weight.data.fill_(2.)
m.weight, m.weight.data
# --- parameters_changed_under_no_grad
import torch.nn as nn
m = nn.Linear(2, 2)
with torch.no_grad():
    m.weight[0] = 3.
    m.bias.copy_(torch.tensor([1., 2.]))
m.weight, m.bias
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
# --- parameters_of_a_sequential
import torch.nn as nn
m = nn.Sequential(nn.Linear(2, 3), nn.ReLU())
for p in m.parameters():
    print(p.shape, p.numel(), p.requires_grad, p.is_leaf, p.grad_fn)
for name, child in m.named_children():
    print(name, child)
m.state_dict().keys()
# --- softmax_rows
import torch.nn as nn
x = torch.randn(2, 3, requires_grad=True)
y = nn.Softmax(dim=1)(x)
torch.allclose(y.sum(dim=1), torch.ones(2)), y.sum().backward(), x.grad.abs().max() < 1e-6
# --- cross_entropy_by_hand
import torch.nn.functional as F
logits = torch.tensor([[2.0, 0.5, -1.0]], requires_grad=True)
loss = F.cross_entropy(logits, torch.tensor([0]))
loss.backward()
print(loss, logits.grad, F.softmax(logits, 1))
# --- train_false
import torch.nn as nn
m = nn.Linear(2, 1)
m.train(False)
m.training, m.weight.requires_grad
# --- forward_called_directly
import torch.nn as nn
nn.Linear(2, 1).forward(torch.ones(1, 2)).shape, nn.Linear.__name__
# --- sgd_without_lr
import torch.nn as nn
m = nn.Linear(2, 1)
opt = torch.optim.SGD(m.parameters())
opt.param_groups[0]["lr"], opt
# --- gradients_by_name
import torch.nn as nn
m = nn.Linear(2, 1)
loss = m(torch.ones(1, 2)).mean()
loss.backward()
grads = {n: p.grad for n, p in m.named_parameters()}
grads
# --- retained_gradient_of_a_parameter
import torch.nn as nn
w = nn.Parameter(torch.randn(2, 2))
w2 = w * 2
w2.retain_grad()
w2.sum().backward()
w.grad, w2.grad, w2
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
# --- grad_of_parameters
import torch.nn as nn
lin = nn.Linear(2, 2)
torch.autograd.grad(lin(torch.ones(1, 2)).sum(), lin.parameters())
# --- functional_call
import torch.nn as nn
torch.manual_seed(0)
net = nn.Sequential(nn.Linear(2, 2), nn.Sigmoid())
from torch.func import functional_call
params = {k: v.detach() for k, v in net.named_parameters()}
functional_call(net, params, (torch.ones(1, 2),))
# --- func_grad_of_a_weight
import torch.nn as nn
net = nn.Linear(2, 1)
def f(w):
    return (torch.ones(2) * w).sum()
torch.func.grad(f)(net.weight[0].detach())
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
# --- weights_as_numbers
import torch.nn as nn
l = nn.Linear(2, 2)
len(l.state_dict()), l.weight.mean().item() == l.weight.mean().item(), l.weight.detach().numpy().shape
# --- numpy_of_a_parameter
import torch.nn as nn
l = nn.Linear(2, 2)
l.weight.numpy()
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
# --- mse_of_column_and_row
import torch.nn as nn
model = nn.Linear(1, 1)
loss = nn.MSELoss()
loss(model(torch.ones(3, 1)), torch.ones(3))
# --- cross_entropy_of_float_targets
import torch.nn as nn
nn.CrossEntropyLoss()(torch.randn(3, 5), torch.tensor([1., 0., 4.]))
# --- bce_of_no_probability
import torch.nn as nn
nn.BCELoss()(torch.tensor([0.5, 1.2]), torch.tensor([1., 0.]))
# --- nll_target_too_large
import torch.nn as nn
nn.NLLLoss()(torch.randn(3, 5), torch.tensor([1, 0, 7]))
# --- empty_containers
import torch.nn as nn
print(nn.Sequential())
print(nn.ModuleList())
print(nn.ModuleDict())
print(nn.ParameterList())
nn.Module()
# --- adam_on_a_layer
import torch.nn as nn
m = nn.Linear(2, 1)
opt = torch.optim.Adam(m.parameters(), lr=1e-2)
before = m.weight.clone()
for _ in range(3):
    opt.zero_grad()
    loss = m(torch.ones(4, 2)).pow(2).mean()
    loss.backward()
    opt.step()
print(loss.item() > 0, (m.weight - before).abs().max())
print(list(opt.state.keys())[0].shape, opt.state_dict()["param_groups"][0]["params"])
# --- learning_rate_as_a_tensor
w = torch.tensor([1.0], requires_grad=True)
opt = torch.optim.SGD([w], lr=torch.tensor(0.1))
(w * 2).backward()
opt.step()
w, opt.param_groups[0]["lr"]
# --- embedding_index_too_large
import torch.nn as nn
emb = nn.Embedding(3, 2)
emb(torch.tensor([0, 5]))
# --- random_and_arithmetic
torch.manual_seed(0)
print(torch.rand(2, 2, requires_grad=True) * 2)
print(torch.randn(4).abs().sqrt(), torch.rand(3).round(), torch.randint(1, 7, (10,)))
# --- three_generators
import random, numpy as np
torch.manual_seed(0); np.random.seed(0); random.seed(0)
torch.rand(1), np.random.rand(), random.random()
# --- weights_in_products
import torch.nn as nn
m = nn.Linear(2, 2)
print(m.weight.T, m.weight.t().shape, m.weight @ torch.ones(2))
# --- frozen_weight_in_the_graph
import torch.nn as nn
a = nn.Linear(2, 2)
a.weight.requires_grad = False
print(a.weight)
y = a(torch.ones(1, 2))
y.grad_fn.next_functions
# --- walk_the_graph
import torch.nn as nn
net = nn.Sequential(nn.Linear(2, 4), nn.ReLU(), nn.Linear(4, 1))
y = net(torch.ones(1, 2))
f = y.grad_fn
while f:
    print(f.name(), len(f.next_functions))
    f = f.next_functions[1][0] if len(f.next_functions) > 1 else f.next_functions[0][0] if f.next_functions else None
# --- deepcopied_parameter
import torch.nn as nn
p = nn.Parameter(torch.ones(2))
p.grad = torch.ones(2)
import copy
q = copy.deepcopy(p)
q, q.grad, p.clone(), p.detach(), p.data, p + 1
# --- parameter_texts
import torch.nn as nn
p = nn.Parameter(torch.ones(2))
str(p), f"{p}", repr([p]), p.tolist()
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
# --- gradient_of_the_wrong_size
w = torch.zeros(3, requires_grad=True)
o = torch.optim.SGD([w], lr=0.1)
w.grad = torch.ones(2)
# --- clip_without_gradients
import torch.nn as nn
nn.utils.clip_grad_norm_(nn.Linear(2, 2).parameters(), 1.0)
# --- tensor_attribute_is_no_parameter
import torch.nn as nn
class A(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = torch.ones(1, requires_grad=True)
        self.k = 3
a = A()
print(list(a.parameters()), a, a.w)
# --- norms_of_parameters
import torch.nn as nn
l = nn.Linear(3, 3)
print(sum(p.sum() for p in l.parameters()).grad_fn)
print(torch.cat([p.flatten() for p in l.parameters()]).shape, torch.stack([p.norm() for p in l.parameters()]).shape)
# --- tied_weights
import torch.nn as nn
a = nn.Linear(2, 2); b = nn.Linear(2, 2)
b.weight = a.weight
(b.weight is a.weight), len({id(p) for p in [*a.parameters(), *b.parameters()]})
