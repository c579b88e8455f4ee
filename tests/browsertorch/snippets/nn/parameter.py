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

# --- shared_parameters
import torch.nn as nn
a = nn.Linear(2, 2)
model = nn.Sequential(a, a)
print(len(list(model.parameters())), len(list(model.state_dict())))
model(torch.ones(1, 2)).sum().backward()
a.bias.grad.shape

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

# --- missing_attribute_of_a_parameter
torch.nn.Parameter(torch.ones(1)).no_such_name

# --- parameter_dict
from torch import nn
d = nn.ParameterDict({"a": torch.ones(1), "b": torch.zeros(1)})
print(len(d), list(d), "a" in d, list(d.values()))
del d["a"]
print(list(d.items()))
m = nn.ModuleDict({"r": nn.ReLU()})
del m["r"]
m.clear()
print(m)

# --- weight_removed
import torch.nn as nn
m = nn.Linear(2, 2)
m.weight = None
m

# --- parameters_keep_identity
import torch.nn as nn
m = nn.Linear(2, 1)
ids = id(m.weight)
m.double()
id(m.weight) == ids

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

# --- parameters_is_a_generator
import torch.nn as nn
m = nn.Linear(2, 1)
m.parameters()[0]

# --- length_of_parameters
import torch.nn as nn
m = nn.Linear(2, 1)
len(m.parameters())

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

# --- grad_of_parameters
import torch.nn as nn
lin = nn.Linear(2, 2)
torch.autograd.grad(lin(torch.ones(1, 2)).sum(), lin.parameters())

# --- weights_as_numbers
import torch.nn as nn
l = nn.Linear(2, 2)
len(l.state_dict()), l.weight.mean().item() == l.weight.mean().item(), l.weight.detach().numpy().shape

# --- numpy_of_a_parameter
import torch.nn as nn
l = nn.Linear(2, 2)
l.weight.numpy()

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

# --- gradient_of_the_wrong_size
w = torch.zeros(3, requires_grad=True)
o = torch.optim.SGD([w], lr=0.1)
w.grad = torch.ones(2)

# --- norms_of_parameters
import torch.nn as nn
l = nn.Linear(3, 3)
print(sum(p.sum() for p in l.parameters()).grad_fn)
print(torch.cat([p.flatten() for p in l.parameters()]).shape, torch.stack([p.norm() for p in l.parameters()]).shape)
