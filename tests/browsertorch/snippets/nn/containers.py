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

# --- containers_wrong
from torch import nn
s = nn.Sequential(nn.Linear(1, 1), nn.ReLU())
for f in (lambda: s[5], lambda: s + 1, lambda: s * "a", lambda: s * 0, lambda: nn.ModuleList().extend(3), lambda: nn.ModuleList([nn.ReLU()]) + [nn.ReLU()],
          lambda: nn.ModuleDict().update(3), lambda: nn.ParameterList()(1), lambda: nn.ParameterList([torch.ones(1)])[4], lambda: s.insert(0, 3),
          lambda: nn.ParameterDict()(1), lambda: nn.ReLU(1, 2, 3), lambda: nn.ReLU(no=1), lambda: nn.Embedding(3, 2, padding_idx=5)):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)

# --- module_of_numbers
import torch.nn as nn
class N(nn.Module):
    def forward(self, x):
        return x + 1
N()(1)

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

# --- class_in_a_sequential
import torch.nn as nn
m = nn.Sequential(nn.Linear(2, 1), nn.ReLU)

# --- list_in_a_sequential
import torch.nn as nn
m = nn.Sequential([nn.Linear(2, 1), nn.ReLU()])

# --- layers_of_a_list
for layer in (torch.nn.Sigmoid(), torch.nn.Tanh(), torch.nn.LayerNorm(3), torch.nn.ReLU6(), torch.nn.Softmax()):
    try:
        layer([1.0, 2.0, 3.0])
    except (TypeError, AttributeError) as error:
        print(error)

# --- parameters_of_a_sequential
import torch.nn as nn
m = nn.Sequential(nn.Linear(2, 3), nn.ReLU())
for p in m.parameters():
    print(p.shape, p.numel(), p.requires_grad, p.is_leaf, p.grad_fn)
for name, child in m.named_children():
    print(name, child)
m.state_dict().keys()

# --- empty_containers
import torch.nn as nn
print(nn.Sequential())
print(nn.ModuleList())
print(nn.ModuleDict())
print(nn.ParameterList())
nn.Module()
